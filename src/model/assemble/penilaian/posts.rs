//! The posts of people, as downloads tell them with each row and lists beside their plans.

use std::collections::BTreeMap;

use hashbrown::HashMap;
use jiff::civil::Date;

use super::{download, other_year, person, silent_date};
use crate::base::ids::PegawaiId;
use crate::base::origin::Origin;
use crate::finding::Noted;
use crate::input::Value;
use crate::model::assemble::ctx::Ctx;
use crate::model::assemble::joined_postings::{agree, complete};
use crate::model::assemble::other_periods::OtherYears;
use crate::model::assemble::people::People;
use crate::model::assemble::period_choice::meta_in;
use crate::model::assemble::rows::{Line, TableRows};
use crate::model::findings::PersonDoubled;
use crate::model::read::nip::{self, NipRead};
use crate::model::read::word::{self, WordRead};
use crate::model::{Field, LaporanSkp, Penilaian, Periode, Posting, PostingDetail, Source, State};
use crate::table::Key;

/// A posting as a download tells it, kept until all rows of the person are in.
#[derive(Debug)]
pub(in crate::model::assemble) struct Calon {
    posting: Posting,
    /// Last day of the period of the row, then of its SKP: the latest is the person's final one.
    order: (Option<Date>, Option<Date>, Option<Date>),
    /// From the ratings rather than from the state of planning.
    penilaian: bool,
}

impl Calon {
    /// The posting that a row of marks tells; a `wide` table has one for all its periods.
    pub(super) fn of_mark<'a>(ctx: &mut Ctx<'a>, line: &Line<'a, '_>, row: &Penilaian, wide: bool) -> Self {
        let period = row.periode.get().filter(|_| !wide);
        Self {
            posting: posting(ctx, line, row.plt),
            order: (period.map(|p| p.end()), row.end, row.start),
            penilaian: true,
        }
    }
}

/// Postings told by downloads, by person.
pub(in crate::model::assemble) type Candidates = BTreeMap<PegawaiId, Vec<Calon>>;

/// Reads a "Laporan SKP": the state of planning.
pub(in crate::model::assemble) fn read_laporan<'a>(
    ctx: &mut Ctx<'a>,
    people: &mut People,
    candidates: &mut Candidates,
    table_rows: &TableRows<'a>,
    table: usize,
) {
    let download = download(table_rows);
    let asked = ctx.periode.tahun();
    let meta = meta_in(table_rows.table, asked);
    let mut years = OtherYears::default();
    for line in table_rows.rows() {
        let of = other_year(&line, meta.map_or(asked, Periode::tahun)).or(meta);
        let other = years.is_of(ctx, of, line.cell(Key::Nip).at);
        let brings = !other && !line.cell(Key::UnitKerja).says_nothing();
        let Some(id) = person(ctx, people, (download, brings), &line, table) else {
            continue;
        };
        let status = ctx
            .optional(line.cell(Key::SkpStatus))
            .filter(|s| !s.eq_ignore_ascii_case("empty"));
        let start = ctx.date(line.cell(Key::PeriodeAwal)).get().copied();
        // An SKP of another year says nothing of this one.
        let has_skp = !other
            && match word::read_bool(line.cell(Key::IsSkp).value) {
                _ if table_rows.has(Key::SkpStatus) => status.is_some(),
                WordRead::Given(there) => there,
                _ => start.is_some(),
            };
        let row = LaporanSkp {
            at: line.cell(Key::Nip).at,
            status,
            has_skp,
            model: ctx.optional(line.cell(Key::SkpModel)),
            start,
            end: ctx.date(line.cell(Key::PeriodeAkhir)).get().copied(),
            plt: plt(ctx, &line),
        };
        if people.get(id).source != Source::Pegawai {
            let posting = posting(ctx, &line, row.plt);
            candidates.entry(id).or_default().push(Calon {
                posting,
                order: (None, row.end, row.start),
                penilaian: false,
            });
        }
        people.get(id).laporan.push(row);
    }
    years.tell(ctx, table_rows.table);
}

/// Where people work, as lists of plans, realisasi or perilaku say it beside them: it counts where no table is of
/// people. Rows that say it again, or nothing of it, add none.
pub(in crate::model::assemble) fn read_posts<'a>(
    ctx: &mut Ctx<'a>,
    people: &mut People,
    candidates: &mut Candidates,
    table_rows: &TableRows<'a>,
    table: usize,
) {
    const SAID: [Key; 3] = [Key::UnitKerja, Key::Jabatan, Key::NipAtasan];
    if people.covered() || !SAID.into_iter().any(|k| table_rows.has(k)) {
        return;
    }
    let mut said: HashMap<PegawaiId, [Value<'a>; 3]> = HashMap::new();
    let mut years = OtherYears::default();
    for line in table_rows.rows() {
        let cell = line.cell(Key::Nip);
        let own = SAID.map(|key| line.cell(key).value);
        let named = matches!(nip::read(cell.value), NipRead::Valid(_));
        if !named || own.iter().all(Value::is_blank) || years.has(ctx, &line) {
            continue;
        }
        let Some(id) = people.of_row(ctx, cell, line.cell(Key::Nama), table, Source::Other) else {
            continue;
        };
        if candidates.get(&id).is_some_and(|c| c.iter().any(|c| c.penilaian)) {
            continue;
        }
        match said.get(&id) {
            Some(first) if first.iter().zip(own).all(|(a, b)| b.is_blank() || *a == b) => continue,
            _ => said.insert(id, own),
        };
        let posting = posting(ctx, &line, false);
        let rows = candidates.entry(id).or_default();
        if !rows.iter().any(|c| alike(&c.posting, &posting)) {
            rows.push(Calon {
                posting,
                order: (None, None, None),
                penilaian: false,
            });
        }
    }
    ctx.nip = None;
    ctx.kode = None;
}

/// Whether the row is as Plt, Plh or Pjb (`is_skp_plt_plh_pjb`).
pub(super) fn plt<'a>(ctx: &mut Ctx<'a>, line: &Line<'a, '_>) -> bool {
    ctx.plt(line.cell(Key::Plt)).get().copied().unwrap_or(false)
}

pub(super) fn posting<'a>(ctx: &mut Ctx<'a>, line: &Line<'a, '_>, plt: bool) -> Posting {
    let none = line.first();
    let at = line.cell(Key::Nip).at;
    let jenis_jabatan = ctx.post(line.cell(Key::JenisJabatan));
    let nip_atasan = ctx.other_nip(line.cell(Key::NipAtasan));
    let (jenis_pegawai, status) = ctx.kind(line, Field::empty(none));
    Posting {
        at,
        jabatan: ctx.shown(line.cell(Key::Jabatan)),
        unit_kerja: ctx.shown(line.cell(Key::UnitKerja)),
        detail: {
            let detail = PostingDetail {
                unit_induk: ctx.optional(line.cell(Key::UnitInduk)),
                jenis_jabatan_cell: jenis_jabatan.place().in_row(at),
                nip_atasan_cell: nip_atasan.place().in_row(at),
                nama_atasan: ctx.optional(line.cell(Key::NamaAtasan)),
                atasan_nrp: false,
                jenis_pegawai,
                golongan: ctx.shown(line.cell(Key::Golongan)),
                jenjang: ctx.word(line.cell(Key::Jenjang)).in_row(at),
                kepemimpinan: Field::empty(none).in_row(at),
                ide_baru: Field::empty(none).in_row(at),
                rekomendasi_ide: Field::empty(none).in_row(at),
                status: status.in_row(at),
            };
            ctx.kept.posting.share(detail)
        },
        nip_atasan: nip_atasan.state,
        jenis_jabatan: jenis_jabatan.state,
        mulai: silent_date(line, Key::PeriodeAwal).state,
        selesai: silent_date(line, Key::PeriodeAkhir).state,
        plt,
        outside: false,
        away: None,
    }
}

/// Gives people of downloads their postings: the rows of the latest period. Rows that follow each
/// other in time are postings; where they do not, the one with the latest end is the person's.
pub(in crate::model::assemble) fn settle(ctx: &mut Ctx<'_>, people: &mut People, candidates: Candidates) {
    for (id, mut all) in candidates {
        if !people.get(id).posting.is_empty() {
            continue;
        }
        if all.iter().any(|c| c.penilaian) {
            all.retain(|c| c.penilaian);
        }
        let latest = all.iter().map(|c| c.order.0).max().flatten();
        all.retain(|c| c.order.0 == latest);
        all.sort_by_key(|c| (c.order, c.posting.at));
        let (mut plt, firm): (Vec<_>, Vec<_>) = all.into_iter().partition(|c| c.posting.plt);
        let mut firm = joined(ctx, firm);
        // Of SKP of other years the last one tells where somebody is.
        let of_others = !firm.iter().chain(&plt).any(|c| touches(&c.posting, ctx.periode));
        if of_others && firm.is_empty() {
            std::mem::swap(&mut plt, &mut firm);
        }
        if of_others || !follow_each_other(&firm) {
            if let [.., before, last] = &firm[..]
                && before.order == last.order
                && !alike(&before.posting, &last.posting)
            {
                doubled(ctx, people, id, before.posting.at, last.posting.at);
            }
            firm.drain(..firm.len() - 1);
            // A single posting is the whole period's: its SKP may have been set at any time in it.
            for c in &mut firm {
                c.posting.mulai = State::Empty;
                c.posting.selesai = State::Empty;
            }
        }
        let pegawai = people.get(id);
        pegawai.defects.faulty |= firm.iter().any(|c| c.posting.detail.status.is_faulty());
        pegawai.posting = firm.into_iter().chain(plt).map(|c| c.posting).collect();
        let start = ctx.periode.start();
        pegawai
            .posting
            .sort_by_key(|p| (p.mulai.get().copied().unwrap_or(start), p.at));
        debug_assert!(!pegawai.posting.is_empty());
    }
}

/// A day of the posting lies in the period.
fn touches(posting: &Posting, periode: Periode) -> bool {
    let (first, last) = (posting.mulai.get(), posting.selesai.get());
    first.is_none_or(|d| *d <= periode.end()) && last.is_none_or(|d| *d >= periode.start())
}

/// One posting in lists of which each says what the other has no column for.
fn joined(ctx: &mut Ctx<'_>, rows: Vec<Calon>) -> Vec<Calon> {
    let mut joined: Vec<Calon> = Vec::with_capacity(rows.len());
    for mut row in rows {
        let is_same = |known: &&mut Calon| {
            let (a, b) = (&known.posting, &row.posting);
            known.order == row.order && a.at.sheet() != b.at.sheet() && agree(a, b)
        };
        match joined.iter_mut().rfind(is_same) {
            Some(known) => {
                complete(ctx, &mut row.posting, &known.posting);
                *known = row;
            }
            None => joined.push(row),
        }
    }
    joined
}

/// Each begins after the one before has ended, and all have both dates.
fn follow_each_other(rows: &[Calon]) -> bool {
    rows.len() < 2
        || rows.windows(2).all(|w| {
            let end = w[0].posting.selesai.get();
            let start = w[1].posting.mulai.get();
            matches!((end, start), (Some(end), Some(start)) if end < start) && w[1].posting.selesai.get().is_some()
        })
}

fn alike(a: &Posting, b: &Posting) -> bool {
    a.unit_kerja == b.unit_kerja && a.jabatan == b.jabatan && a.nip_atasan == b.nip_atasan
}

fn doubled(ctx: &mut Ctx<'_>, people: &mut People, id: PegawaiId, first: Origin, second: Origin) {
    let mut p = Noted::new(PersonDoubled { first, second }).at(second);
    p.nip = Some(people.get(id).nip.clone());
    ctx.problems.push(p);
    people.get(id).defects.doubled = true;
}
