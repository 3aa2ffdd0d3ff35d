//! `realisasi` rows → what was attained, per indicator and period, and umpan balik per RHK.

mod attained;
mod joined;
mod others;

use std::collections::BTreeSet;

use super::ctx::Ctx;
use super::feedback;
use super::other_periods::Periods;
use super::people::People;
use super::plan_index::PlanIndex;
use super::rhk_text::PlanTexts;
use super::rows::{InputCell, Line, TableRows};
use super::stretches::{RowReader, RowReaders};
use crate::base::ids::{IndikatorNo, PegawaiId, RhkNo};
use crate::model::findings::{RealisasiTwoPostings, RealisasiUnknown};
use crate::model::unknown_plan::UnknownPlan;
use crate::model::vocab::Aspek;
use crate::model::{Field, Pegawai, Periode, Source, Text};
use crate::table::{Key, TableKind};
use attained::{read_realisasi, umpan_balik};
use joined::{add, repeats, unclear};
use others::Others;

/// Reads a `realisasi` table. `has_skp`: is there any SKP in the run? Without one, nothing can be
/// joined, and that is said once for the whole run. Gives those whose rows are passed over with the
/// whole table, because all of it is for other periods.
pub(super) fn read<'a>(
    readers: &mut RowReaders<'a>,
    tables: &[TableRows<'a>],
    table: usize,
    has_skp: bool,
) -> BTreeSet<PegawaiId> {
    let table_rows = &tables[table];
    let meta = titled(&mut readers.first().ctx, table_rows);
    let others = readers.read(tables, table, |reader, rows| {
        read_rows(reader, (tables, table), rows, (has_skp, meta))
    });
    others.tell(&mut readers.first().ctx, table_rows.table)
}

/// Reads these rows of a table.
fn read_rows<'a>(
    reader: &mut RowReader<'a>,
    (tables, table): (&[TableRows<'a>], usize),
    table_rows: &TableRows<'a>,
    (has_skp, meta): (bool, Option<Periode>),
) -> Others<'a> {
    let RowReader { ctx, people, rencana } = reader;
    let mut others = Others::default();
    // NIP and RHK of the row above, for blank cells beneath them.
    let mut above: Option<(InputCell<'a>, InputCell<'a>)> = None;
    // Without a column of codes the RHK are told by their texts.
    let texts = (has_skp && !table_rows.has(Key::KodeRhk)).then(|| PlanTexts::of(ctx, people));
    let names_rhk = if texts.is_some() { Key::Rhk } else { Key::KodeRhk };
    for line in table_rows.rows() {
        let blank = |key: Key| line.cell(key).value.is_blank();
        let (mut nip, mut kode) = (line.cell(Key::Nip), line.cell(names_rhk));
        let of_rhk_above = kode.value.is_blank() && !(blank(Key::Aspek) && blank(Key::Indikator));
        if let Some((nip_above, kode_above)) = above {
            let same_person = nip.value.is_blank() || nip.value == nip_above.value;
            if of_rhk_above && same_person {
                (nip, kode) = (nip_above, kode_above);
            } else if texts.is_some() && nip.value.is_blank() && blank(Key::Nama) && !kode.value.is_blank() {
                nip = nip_above;
            }
        }
        above = Some((nip, kode));
        let Some(id) = people.of_row(ctx, nip, line.cell(Key::Nama), table, Source::Other) else {
            unmatched(ctx, &line);
            continue;
        };
        let code = match &texts {
            _ if !has_skp => Field::empty(kode.at),
            Some(texts) => texts.code(ctx, people.get(id), id, kode),
            None => ctx.code(kode),
        };
        if code.is_empty() && has_skp {
            ctx.missing(kode, names_rhk);
        }
        let wide = table_rows.has_slices();
        for slice in table_rows.readings() {
            let row = line.reading(slice);
            // A period that the row leaves blank is not given.
            if wide && row.cell(Key::Realisasi).value.is_blank() && ctx.is_open(row.cell(Key::UmpanBalik)) {
                continue;
            }
            if has_skp {
                read_row(ctx, people, rencana, tables, &row, (id, kode, code.get(), meta), &mut others);
            } else {
                unmatched(ctx, &row);
            }
        }
    }
    ctx.nip = None;
    ctx.kode = None;
    others
}

/// Somebody whose rows stand in a table for other periods: where he has none of the one assessed, that is told for the
/// table, and nobody is told that they are missing.
pub(super) fn only_of_others(pegawai: &mut Pegawai, assessed: Periode) {
    let here = |p: Periode| p.within(assessed);
    let any = pegawai.rhk.iter().any(|r| {
        r.umpan_balik.iter().any(|u| here(u.periode)) || r.indikator.iter().flat_map(|i| &i.realisasi).any(|x| here(x.periode()))
    });
    if !any {
        pegawai.lost.add(TableKind::Realisasi);
    }
}

/// The period that the lines above a table, or the names of its sheet, file and folder say, for rows that say none of
/// their own; a part of the year that cannot be told is told as that, and taken for the year.
pub(super) fn titled(ctx: &mut Ctx<'_>, table_rows: &TableRows<'_>) -> Option<Periode> {
    super::other_periods::tell_unclear_title(ctx, table_rows, false);
    let meta = super::period_choice::meta_in(table_rows.table, ctx.periode.tahun());
    let named = super::penilaian::named_period(ctx, table_rows.table, meta);
    named.map(|n| n.periode).or(meta)
}

/// The row's own period, else the table's.
fn or_titled(own: Field<Periode>, meta: Option<Periode>) -> Field<Periode> {
    match meta {
        Some(p) if own.is_empty() => Field::given(p, own.at),
        _ => own,
    }
}

/// Realisasi, evidence and umpan balik that stand in the row of their target.
#[allow(clippy::too_many_arguments)] // a row with all it is joined to
pub(super) fn beside_target<'a>(
    ctx: &mut Ctx<'a>,
    people: &mut People,
    tables: &[TableRows<'a>],
    line: &Line<'a, '_>,
    (id, rhk, i): (PegawaiId, RhkNo, IndikatorNo),
    (wide, meta): (bool, Option<Periode>),
    periods: &mut Periods,
) {
    let periode_cell = line.attained_period_cell(ctx.periode.tahun());
    let periode = if line.is_periodic() || line.has(Key::Periode) {
        ctx.period(periode_cell)
    } else {
        Field::empty(periode_cell.at)
    };
    let periode = or_titled(periode, meta);
    let (attained, umpan) = (line.cell(Key::Realisasi), line.cell(Key::UmpanBalik));
    if attained.value.is_blank() && ctx.is_open(umpan) {
        return;
    }
    ctx.years.insert(periode.get().map_or(ctx.periode.tahun(), |p| p.tahun()));
    if let Some(&p) = periode.get()
        && p.tahun() != ctx.periode.tahun()
    {
        periods.other(p);
        return;
    }
    periods.asked();
    umpan_balik(ctx, people, line, &periode, (id, rhk));
    if attained.value.is_blank() && wide {
        return;
    }
    take_in(ctx, people, tables, line, (id, rhk, i), (periode_cell, &periode));
}

/// Reads the realisasi of a row and adds it to its indicator.
fn take_in<'a>(
    ctx: &mut Ctx<'a>,
    people: &mut People,
    tables: &[TableRows<'a>],
    line: &Line<'a, '_>,
    (id, rhk, i): (PegawaiId, RhkNo, IndikatorNo),
    (periode_cell, periode): (InputCell<'a>, &Field<Periode>),
) {
    let satuan = people.get(id).rhk[rhk].indikator[i].satuan.get().cloned();
    let row = read_realisasi(ctx, line, periode_cell, periode, satuan.as_ref());
    add(ctx, people, tables, line, (id, rhk, i), row, periode.is_faulty());
}

/// A row that joins nothing: what is wrong in its cells is told all the same.
fn unmatched<'a>(ctx: &mut Ctx<'a>, line: &Line<'a, '_>) {
    ctx.period(line.period_cell());
    ctx.word::<Aspek>(line.cell(Key::Aspek));
    ctx.ordinal(line.cell(Key::NoIndikator), NO_INDIKATOR);
    ctx.loose_figure(line.cell(Key::Realisasi), line.mark(line.cell(Key::Realisasi)));
    feedback::of_row(ctx, line);
}

const NO_INDIKATOR: &str = "nomor indikator: 1, 2, 3 …";

#[allow(clippy::too_many_arguments)] // a row with all it is joined to
fn read_row<'a>(
    ctx: &mut Ctx<'a>,
    people: &mut People,
    rencana: &PlanIndex,
    tables: &[TableRows<'a>],
    line: &Line<'a, '_>,
    (id, kode, code, meta): (PegawaiId, InputCell<'a>, Option<&Text>, Option<Periode>),
    others: &mut Others<'a>,
) {
    let Some(code) = code.cloned() else {
        ctx.figure(line.cell(Key::Realisasi), line.mark(line.cell(Key::Realisasi)));
        return;
    };
    ctx.kode = Some(code.clone());
    let periode_cell = line.attained_period_cell(ctx.periode.tahun());
    let periode = or_titled(ctx.period(periode_cell), meta);
    ctx.years.insert(periode.get().map_or(ctx.periode.tahun(), |p| p.tahun()));
    if periode.is_faulty() {
        // What the row says is there, if not of which period.
        people.get(id).lost.add(TableKind::Realisasi);
    }
    match periode.get().filter(|p| !p.within(ctx.periode)) {
        Some(p) => {
            others.periods.other(*p);
            others.ids.insert(id);
        }
        None => others.periods.asked(),
    }
    if let Some(p) = periode.get().filter(|p| p.tahun() != ctx.periode.tahun()) {
        others.years.entry(p.tahun()).or_insert((periode_cell, 0)).1 += 1;
        return;
    }
    if let Some(p) = periode.get().filter(|p| !p.within(ctx.periode)) {
        others.in_year.entry(*p).or_insert((periode_cell, 0)).1 += 1;
    }
    let key = ctx.key(&code);
    // Only somebody with two posts can have one code in two of them.
    let mulai = (people.get(id).posting.len() > 1).then(|| ctx.date(line.cell(Key::Mulai)));
    let mulai = mulai.and_then(|day| day.get().copied());
    let Some(rhk) = rhk_of(ctx, people.get(id), rencana, id, key, &periode, mulai) else {
        ctx.note(kode, RealisasiUnknown { what: UnknownPlan::Rhk });
        ctx.figure(line.cell(Key::Realisasi), line.mark(line.cell(Key::Realisasi)));
        return;
    };
    let rhk = match rhk {
        Belongs::One(rhk) => rhk,
        Belongs::Several(all) => {
            let aspek = ctx.word::<Aspek>(line.cell(Key::Aspek));
            let no = ctx.ordinal(line.cell(Key::NoIndikator), NO_INDIKATOR).or_default(1);
            let plans = &people.get(id).rhk;
            let named = |rhk, no| rencana.indikator((id, rhk), &plans[rhk].indikator, aspek.get().copied(), no);
            let all: Vec<(RhkNo, Option<IndikatorNo>)> =
                (all.into_iter()).map(|rhk| (rhk, no.and_then(|no| named(rhk, no)))).collect();
            if !repeats(ctx, people, tables, line, id, &all) {
                ctx.note(kode, RealisasiTwoPostings);
                for (rhk, indikator) in all {
                    unclear(ctx, people, line, (id, rhk), indikator);
                }
            }
            return;
        }
    };
    umpan_balik(ctx, people, line, &periode, (id, rhk));
    // Its realisasi stands in another reading of the row.
    if line.has(Key::Realisasi) && line.cell(Key::Realisasi).absent {
        return;
    }

    let aspek_cell = line.cell(Key::Aspek);
    let aspek = ctx.word::<Aspek>(aspek_cell);
    let no = ctx.ordinal(line.cell(Key::NoIndikator), NO_INDIKATOR);
    let (false, Some(no)) = (aspek.is_faulty(), no.or_default(1)) else {
        return;
    };
    if aspek_cell.absent {
        if let Some(i) = super::rhk_text::indikator(ctx, people.get(id), line, rhk) {
            take_in(ctx, people, tables, line, (id, rhk, i), (periode_cell, &periode));
        }
        return;
    }
    let list = &people.get(id).rhk[rhk].indikator;
    let Some(i) = rencana.indikator((id, rhk), list, aspek.get().copied(), no) else {
        // A row that only carries umpan balik needs no indicator.
        if aspek.is_empty() && line.cell(Key::Realisasi).value.is_blank() && !ctx.is_open(line.cell(Key::UmpanBalik)) {
            return;
        }
        // Where an indicator of the RHK cannot be named itself, the row may be its.
        let unnamed = |i: &crate::model::Indikator| i.aspek.is_faulty() || i.no == 0;
        if people.get(id).rhk[rhk].indikator.iter().any(unnamed) {
            return;
        }
        if aspek.is_empty() {
            ctx.missing(aspek_cell, Key::Aspek);
        } else {
            ctx.note(
                aspek_cell,
                RealisasiUnknown {
                    what: UnknownPlan::Indikator(no),
                },
            );
            ctx.figure(line.cell(Key::Realisasi), line.mark(line.cell(Key::Realisasi)));
        }
        return;
    };
    take_in(ctx, people, tables, line, (id, rhk, i), (periode_cell, &periode));
}

/// The RHK a row belongs to.
enum Belongs {
    /// This one.
    One(RhkNo),
    /// One of these: a yearly row of a code that stands in several postings. Nobody guesses which.
    Several(Vec<RhkNo>),
}

/// The RHK a row belongs to. Where several postings carry the code: the posting of `mulai`, else the
/// one in which the period of the row ends (`aturan.md` 6).
fn rhk_of(
    ctx: &Ctx<'_>,
    pegawai: &Pegawai,
    rencana: &PlanIndex,
    id: PegawaiId,
    key: u32,
    periode: &Field<Periode>,
    mulai: Option<jiff::civil::Date>,
) -> Option<Belongs> {
    let latest = rencana.latest(id, key)?;
    if pegawai.posting.len() < 2 {
        return Some(Belongs::One(latest));
    }
    let candidates: Vec<(usize, RhkNo)> = (0..pegawai.posting.len())
        .filter_map(|p| rencana.in_posting(id, key, Some(p)).map(|r| (p, r)))
        .collect();
    if candidates.len() < 2 {
        return Some(Belongs::One(candidates.first().map_or(latest, |&(_, r)| r)));
    }
    let rhk_in = |posting: Option<usize>| candidates.iter().find(|(p, _)| Some(*p) == posting).map(|&(_, r)| r);
    if let Some(rhk) = mulai.and_then(|day| rhk_in(super::plan_posting::posting_at(ctx, pegawai, day))) {
        return Some(Belongs::One(rhk));
    }
    let periode = periode.get().copied().unwrap_or(ctx.periode);
    if matches!(periode, Periode::Tahun(_)) {
        return Some(Belongs::Several(candidates.into_iter().map(|(_, r)| r).collect()));
    }
    let ends_in = super::plan_posting::posting_at(ctx, pegawai, periode.end());
    Some(Belongs::One(rhk_in(ends_in).unwrap_or(latest)))
}
