//! `realisasi` rows → what was attained, per indicator and period, and umpan balik per RHK.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use super::ctx::Ctx;
use super::feedback::{self, UmpanBalikSaid};
use super::likeness::{Likeness, likeness};
use super::other_periods::Periods;
use super::people::People;
use super::plan_index::PlanIndex;
use super::rhk_text::PlanTexts;
use super::rows::{InputCell, Line, TableRows};
use crate::base::ids::{IndikatorNo, PegawaiId, RhkNo, wide};
use crate::model::findings::{
    RealisasiDoubled, RealisasiOtherPeriod, RealisasiOtherYear, RealisasiRowRepeated, RealisasiTwoPostings, RealisasiUnknown,
};
use crate::model::read::number::FigureShape;
use crate::model::skp::UmpanBalik;
use crate::model::unknown_plan::UnknownPlan;
use crate::model::vocab::Aspek;
use crate::model::{Field, Pegawai, Periode, Realisasi, RealisasiDetail, RowField, Source, State, Text};
use crate::table::{DataTable, Key, TableKind};

/// Reads a `realisasi` table. `has_skp`: is there any SKP in the run? Without one, nothing can be
/// joined, and that is said once for the whole run. Gives those whose rows are passed over with the
/// whole table, because all of it is for other periods.
pub(super) fn read<'a>(
    ctx: &mut Ctx<'a>,
    people: &mut People,
    rencana: &PlanIndex,
    tables: &[TableRows<'a>],
    table: usize,
    has_skp: bool,
) -> BTreeSet<PegawaiId> {
    let table_rows = &tables[table];
    let meta = titled(ctx, table_rows);
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
            if wide && row.cell(Key::Realisasi).value.is_blank() && row.cell(Key::UmpanBalik).value.is_blank() {
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
    others.tell(ctx, table_rows.table)
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
    super::penilaian::sheet_period(ctx, table_rows, meta).or(meta)
}

/// The row's own period, else the table's.
fn or_titled(own: Field<Periode>, meta: Option<Periode>) -> Field<Periode> {
    match meta {
        Some(p) if own.is_empty() => Field::given(p, own.at),
        _ => own,
    }
}

/// Rows of a table that are for another period than the one assessed: the first cell and the number of
/// rows, by year and by period of the year assessed.
#[derive(Debug, Default)]
struct Others<'a> {
    years: BTreeMap<i16, (InputCell<'a>, usize)>,
    in_year: BTreeMap<Periode, (InputCell<'a>, usize)>,
    /// Whether that are all its rows.
    periods: Periods,
    /// Whose rows they are.
    ids: BTreeSet<PegawaiId>,
}

impl<'a> Others<'a> {
    /// Gives whose rows are passed over with the whole table.
    fn tell(self, ctx: &mut Ctx<'a>, table: &DataTable) -> BTreeSet<PegawaiId> {
        if self.periods.all_other() {
            self.periods.tell(ctx, table);
            return self.ids;
        }
        let assessed = ctx.periode.tahun();
        for (year, (cell, rows)) in self.years {
            ctx.note_expecting(cell, RealisasiOtherYear { rows, year }, format!("periode tahun {assessed}"));
        }
        let first = self.in_year.values().map(|(cell, _)| *cell).min_by_key(|cell| cell.at);
        if let Some(cell) = first {
            let rows = self.in_year.values().map(|(_, rows)| rows).sum();
            let periods: Vec<String> = self.in_year.keys().map(ToString::to_string).collect();
            ctx.note(
                cell,
                RealisasiOtherPeriod {
                    rows,
                    periods: periods.join(", "),
                },
            );
        }
        BTreeSet::new()
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
    let periode_cell = line.period_cell();
    let periode = if line.is_periodic() || line.has(Key::Periode) {
        ctx.period(periode_cell)
    } else {
        Field::empty(periode_cell.at)
    };
    let periode = or_titled(periode, meta);
    let (attained, umpan) = (line.cell(Key::Realisasi), line.cell(Key::UmpanBalik));
    if attained.value.is_blank() && umpan.value.is_blank() {
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
    umpan_balik(ctx, people, umpan, &periode, (id, rhk));
    if attained.value.is_blank() && wide {
        return;
    }
    let satuan = people.get(id).rhk[rhk].indikator[i].satuan.get().cloned();
    let row = read_realisasi(ctx, line, periode_cell, &periode, satuan.as_ref());
    add(ctx, people, tables, line, (id, rhk, i), row, periode.is_faulty());
}

/// A row that joins nothing: what is wrong in its cells is told all the same.
fn unmatched<'a>(ctx: &mut Ctx<'a>, line: &Line<'a, '_>) {
    ctx.period(line.period_cell());
    ctx.word::<Aspek>(line.cell(Key::Aspek));
    ctx.ordinal(line.cell(Key::NoIndikator), NO_INDIKATOR);
    ctx.figure(line.cell(Key::Realisasi), line.mark(line.cell(Key::Realisasi)));
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
    let periode_cell = line.period_cell();
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
    umpan_balik(ctx, people, line.cell(Key::UmpanBalik), &periode, (id, rhk));

    let aspek_cell = line.cell(Key::Aspek);
    let aspek = ctx.word::<Aspek>(aspek_cell);
    let no = ctx.ordinal(line.cell(Key::NoIndikator), NO_INDIKATOR);
    let (false, Some(no)) = (aspek.is_faulty(), no.or_default(1)) else {
        return;
    };
    if aspek_cell.absent {
        if let Some(i) = super::rhk_text::indikator(ctx, people.get(id), line, rhk) {
            let satuan = people.get(id).rhk[rhk].indikator[i].satuan.get().cloned();
            let row = read_realisasi(ctx, line, periode_cell, &periode, satuan.as_ref());
            add(ctx, people, tables, line, (id, rhk, i), row, periode.is_faulty());
        }
        return;
    }
    let list = &people.get(id).rhk[rhk].indikator;
    let Some(i) = rencana.indikator((id, rhk), list, aspek.get().copied(), no) else {
        // A row that only carries umpan balik needs no indicator.
        if aspek.is_empty() && line.cell(Key::Realisasi).value.is_blank() && !line.cell(Key::UmpanBalik).value.is_blank() {
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
    let satuan = people.get(id).rhk[rhk].indikator[i].satuan.get().cloned();
    let row = read_realisasi(ctx, line, periode_cell, &periode, satuan.as_ref());
    add(ctx, people, tables, line, (id, rhk, i), row, periode.is_faulty());
}

/// Adds a realisasi to its indicator. An equal or poorer one for the same period counts once; of
/// unlike ones nobody guesses. One whose period cannot be read is nobody's double.
fn add<'a>(
    ctx: &mut Ctx<'a>,
    people: &mut People,
    tables: &[TableRows<'a>],
    line: &Line<'a, '_>,
    (id, rhk, i): (PegawaiId, RhkNo, IndikatorNo),
    row: Realisasi,
    period_unknown: bool,
) {
    let list = &mut people.get(id).rhk[rhk].indikator[i].realisasi;
    // Rows of another period are passed over, and told as that: nothing hangs on how they stand to each other.
    let counts_once = !period_unknown && row.periode().within(ctx.periode);
    let known = list.iter_mut().find(|r| counts_once && r.periode() == row.periode());
    let Some(first) = known else {
        list.push(row);
        return;
    };
    let cell = line.cell(Key::Realisasi);
    let earlier = first.at;
    let other = super::row_at(tables, earlier).map(|r| r.reading_at(Key::Realisasi, earlier).unwrap_or(r));
    // Umpan balik is the RHK's: unlike ones are told there.
    let like = other.map(|other| likeness(ctx.periode, &other, line, [Key::Realisasi, Key::Bukti].into_iter()));
    // A row of nothing but its key repeats nothing.
    let says = |r: &Realisasi| !(r.nilai.is_empty() && r.bukti.is_empty());
    match like {
        Some(Likeness::Poorer) if says(&row) => ctx.note(cell, RealisasiRowRepeated { first: earlier }),
        Some(Likeness::Poorer) => {}
        Some(Likeness::Richer) => {
            let doubled = first.doubled;
            let poorer = std::mem::replace(first, row);
            if doubled {
                first.detail_mut().doubled = true;
            }
            if says(&poorer) {
                ctx.note(cell, RealisasiRowRepeated { first: earlier });
            }
        }
        // An empty realisasi is a missing one: it doubles nothing.
        _ if row.nilai.is_empty() => list.push(row),
        _ if first.nilai.is_empty() => *first = row,
        _ => {
            first.detail_mut().doubled = true;
            ctx.note(cell, RealisasiDoubled { first: earlier });
            list.push(row);
            if let Some(last) = list.last_mut() {
                last.detail_mut().doubled = true;
            }
        }
    }
}

/// A row that may be this RHK's or another posting's: what it says is there and cannot be told, so
/// that nothing is computed as if it were missing.
fn unclear<'a>(
    ctx: &mut Ctx<'a>,
    people: &mut People,
    line: &Line<'a, '_>,
    (id, rhk): (PegawaiId, RhkNo),
    indikator: Option<IndikatorNo>,
) {
    let (cell, umpan) = (line.cell(Key::Realisasi), line.cell(Key::UmpanBalik));
    let periode = ctx.periode;
    let data = &mut people.get(id).rhk[rhk];
    if let Some(i) = indikator
        && !cell.value.is_blank()
    {
        let detail = RealisasiDetail {
            nilai: State::Faulty,
            written: ctx.as_written(cell),
            doubled: false,
            periode,
            periode_cell: Field::empty(line.cell(Key::Periode).at).in_row(cell.at),
            satuan: None,
            bukti: RowField::empty(cell.at),
        };
        data.indikator[i].realisasi.push(Realisasi {
            at: cell.at,
            detail: ctx.kept.realisasi.share(detail),
        });
    }
    if !matches!(feedback::meant(umpan.value), UmpanBalikSaid::Nothing) {
        let content = Field::faulty(umpan.at);
        data.umpan_balik.push(UmpanBalik { periode, content });
    }
}

/// Whether a row that may be one of several RHK's says what such a row above it says, or less: then it
/// counts once, as any other does.
fn repeats<'a>(
    ctx: &mut Ctx<'a>,
    people: &mut People,
    tables: &[TableRows<'a>],
    line: &Line<'a, '_>,
    id: PegawaiId,
    all: &[(RhkNo, Option<IndikatorNo>)],
) -> bool {
    let earlier = all.iter().find_map(|&(rhk, indikator)| {
        let list = &people.get(id).rhk[rhk].indikator[indikator?].realisasi;
        let unclear = list.iter().find(|r| r.nilai.is_faulty() && r.periode() == ctx.periode);
        unclear.map(|r| r.at)
    });
    let Some((earlier, other)) = earlier.and_then(|at| Some((at, super::row_at(tables, at)?))) else {
        return false;
    };
    let keys = other.keys().chain(line.keys()).filter(|k| counts(*k));
    let repeated = likeness(ctx.periode, &other, line, keys) == Likeness::Poorer;
    if repeated {
        ctx.note(line.cell(Key::Realisasi), RealisasiRowRepeated { first: earlier });
    }
    repeated
}

/// Every understood column counts, but for the running number, the name and what says which row it is.
fn counts(key: Key) -> bool {
    let which = matches!(
        key,
        Key::Nip | Key::NamaNip | Key::KodeRhk | Key::Aspek | Key::NoIndikator | Key::Periode
    );
    !(which || key.is_of_post() || matches!(key, Key::No | Key::Nama))
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
    if let Some(rhk) = mulai.and_then(|day| rhk_in(super::skp::posting_at(ctx, pegawai, day))) {
        return Some(Belongs::One(rhk));
    }
    let periode = periode.get().copied().unwrap_or(ctx.periode);
    if matches!(periode, Periode::Tahun(_)) {
        return Some(Belongs::Several(candidates.into_iter().map(|(_, r)| r).collect()));
    }
    let ends_in = super::skp::posting_at(ctx, pegawai, periode.end());
    Some(Belongs::One(rhk_in(ends_in).unwrap_or(latest)))
}

/// Umpan balik belongs to the RHK; the same one on each of its rows counts once.
fn umpan_balik<'a>(
    ctx: &mut Ctx<'a>,
    people: &mut People,
    cell: InputCell<'a>,
    periode: &Field<Periode>,
    (id, rhk): (PegawaiId, RhkNo),
) {
    let content = feedback::umpan_balik(ctx, cell);
    if content.is_empty() || periode.is_faulty() {
        return;
    }
    let periode = periode.get().copied().unwrap_or(ctx.periode);
    let list = &mut people.get(id).rhk[rhk].umpan_balik;
    if !list.iter().any(|u| u.periode == periode && u.content.state == content.state) {
        list.push(UmpanBalik { periode, content });
    }
}

fn read_realisasi<'a>(
    ctx: &mut Ctx<'a>,
    line: &Line<'a, '_>,
    periode_cell: InputCell<'a>,
    periode: &Field<Periode>,
    unit: Option<&Text>,
) -> Realisasi {
    let cell = line.cell(Key::Realisasi);
    let bukti = ctx.filled(line.cell(Key::Bukti)).in_row(cell.at);
    // A text that is shared is one as long as its place is.
    let beside = [
        unit.map_or(0, |u| wide(u.as_ptr().addr())),
        u64::from(bukti.is_empty()) | u64::from(bukti.is_faulty()) << 1,
    ];
    let detail = ctx.once(
        |kept| &mut kept.attained,
        line,
        &beside,
        |ctx| read_attained(ctx, line, cell, periode_cell, periode, unit, bukti),
    );
    Realisasi { at: cell.at, detail }
}

/// What a row says of what was attained.
fn read_attained<'a>(
    ctx: &mut Ctx<'a>,
    line: &Line<'a, '_>,
    cell: InputCell<'a>,
    periode_cell: InputCell<'a>,
    periode: &Field<Periode>,
    unit: Option<&Text>,
    bukti: RowField<()>,
) -> Arc<RealisasiDetail> {
    let figure = ctx.figure_of(cell, line.mark(cell), unit.map(|u| &**u));
    let (mut nilai, satuan) = match figure.state {
        State::Empty => (State::Empty, None),
        State::Faulty => (State::Faulty, None),
        State::Given(Some((FigureShape::Single(d), unit))) => (State::Given(Some(d)), unit),
        // A range or a bound is what was aimed at, not what was attained: text.
        State::Given(_) => (State::Given(None), None),
    };
    if periode.is_faulty() {
        // Nobody knows which period it is for, so the year's figure is not known either.
        nilai = State::Faulty;
    }
    let detail = RealisasiDetail {
        nilai,
        written: ctx.as_written(cell),
        doubled: false,
        periode: periode.get().copied().unwrap_or(ctx.periode),
        periode_cell: Field::empty(periode_cell.at).in_row(cell.at),
        satuan,
        bukti,
    };
    ctx.kept.realisasi.share(detail)
}
