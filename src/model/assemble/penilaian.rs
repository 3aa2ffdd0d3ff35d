//! `penilaian` rows and the two e-Kinerja downloads, which are a complete input by themselves.

use std::collections::BTreeMap;

use jiff::civil::Date;

use super::ctx::{Ctx, index};
use super::people::Orang;
use super::rows::{Baris, Lembar};
use crate::base::origin::Origin;
use crate::base::text::fold_words;
use crate::finding::Noted;
use crate::input::Value;
use crate::model::findings::PersonDoubled;
use crate::model::read::word::{self, WordRead};
use crate::model::{Defect, Field, LaporanSkp, NamedPenilai, Penilaian, Periode, Posting, State, Sumber};
use crate::table::Key;

/// A posting as a download tells it, kept until all rows of the person are in.
#[derive(Debug)]
pub(super) struct Calon {
    posting: Posting,
    /// Last day of the period of the row, then of its SKP: the latest is the person's final one.
    urutan: (Option<Date>, Option<Date>, Option<Date>),
    /// From the ratings rather than from the state of planning.
    penilaian: bool,
}

/// Postings told by downloads, by person.
pub(super) type Calons = BTreeMap<u32, Vec<Calon>>;

/// A download brings name and unit with each row; the contract's own table does not.
fn unduhan(lembar: &Lembar<'_>) -> bool {
    lembar.has(Key::Nama) && lembar.has(Key::UnitKerja)
}

/// Reads a `penilaian` table or a "Laporan Penilaian SKP".
pub(super) fn read<'a>(ctx: &mut Ctx<'a>, orang: &mut Orang, calons: &mut Calons, lembar: &Lembar<'a>, table: usize) {
    let (unduhan, meta) = (unduhan(lembar), super::period_choice::meta_of(lembar.table));
    for baris in lembar.rows() {
        let id = person(ctx, orang, unduhan, &baris, table);
        // Read before it is known whether the row joins anybody: a faulty cell is told either way.
        let row = Penilaian {
            at: baris.cell(Key::Nip).at,
            periode: periode(ctx, meta, &baris),
            hasil_kerja: ctx.rating(baris.cell(Key::HasilKerja)),
            perilaku_kerja: ctx.rating(baris.cell(Key::PerilakuKerja)),
            hasil_akhir: ctx.rating(baris.cell(Key::HasilAkhir)),
            awal: ctx.date(baris.cell(Key::PeriodeAwal)).get().copied(),
            akhir: ctx.date(baris.cell(Key::PeriodeAkhir)).get().copied(),
            plt: plt(ctx, &baris),
        };
        let Some(id) = id else { continue };
        if unduhan && orang.get(id).sumber != Sumber::Pegawai {
            let urutan = (row.periode.get().map(|p| p.akhir()), row.akhir, row.awal);
            let posting = posting(ctx, &baris, row.plt);
            calons.entry(id).or_default().push(Calon {
                posting,
                urutan,
                penilaian: true,
            });
        }
        let penilai = ctx.other_nip(baris.cell(Key::NipAtasan));
        if let Some(nip) = penilai.get().filter(|_| !row.plt) {
            orang.get(id).penilai.push(NamedPenilai {
                nip: nip.clone(),
                at: penilai.at,
                hari: row.akhir.or_else(|| row.periode.get().map(|p| p.akhir())),
            });
        }
        orang.get(id).penilaian.push(row);
    }
}

/// Reads a "Laporan SKP": the state of planning.
pub(super) fn read_laporan<'a>(ctx: &mut Ctx<'a>, orang: &mut Orang, calons: &mut Calons, lembar: &Lembar<'a>, table: usize) {
    let unduhan = unduhan(lembar);
    for baris in lembar.rows() {
        let Some(id) = person(ctx, orang, unduhan, &baris, table) else {
            continue;
        };
        let row = LaporanSkp {
            at: baris.cell(Key::Nip).at,
            status: ctx
                .optional(baris.cell(Key::SkpStatus))
                .filter(|s| !s.eq_ignore_ascii_case("empty")),
            model: ctx.optional(baris.cell(Key::SkpModel)),
            awal: ctx.date(baris.cell(Key::PeriodeAwal)).get().copied(),
            akhir: ctx.date(baris.cell(Key::PeriodeAkhir)).get().copied(),
            plt: plt(ctx, &baris),
        };
        if orang.get(id).sumber != Sumber::Pegawai {
            let posting = posting(ctx, &baris, row.plt);
            calons.entry(id).or_default().push(Calon {
                posting,
                urutan: (None, row.akhir, row.awal),
                penilaian: false,
            });
        }
        orang.get(id).laporan.push(row);
    }
}

/// The person of a row. A download names people like a `pegawai` table: somebody whose NIP cannot be
/// read stands in the result all the same, unless there is a `pegawai` table to say who there is.
fn person<'a>(ctx: &mut Ctx<'a>, orang: &mut Orang, unduhan: bool, baris: &Baris<'a, '_>, table: usize) -> Option<u32> {
    let (nip, nama) = (baris.cell(Key::Nip), baris.cell(Key::Nama));
    if unduhan {
        orang.of_download_row(ctx, baris, nip, nama, table)
    } else {
        orang.of_row(ctx, nip, nama, table, Sumber::Lain)
    }
}

/// The row's own period, else the year column, else what the lines above the table say.
fn periode<'a>(ctx: &mut Ctx<'a>, meta: Option<Periode>, baris: &Baris<'a, '_>) -> Field<Periode> {
    let own = ctx.period(baris.cell(Key::Periode));
    if !own.is_empty() {
        return own;
    }
    match meta {
        Some(p) => Field::given(p, own.at),
        None => ctx.period(baris.cell(Key::Tahun)),
    }
}

/// `is_skp_plt_plh_pjb`: 0 is definitive, everything else is Plt, Plh or Pjb.
fn plt<'a>(ctx: &mut Ctx<'a>, baris: &Baris<'a, '_>) -> bool {
    let cell = baris.cell(Key::Plt);
    if let Value::Number { value, .. } = cell.value {
        return value != 0.0;
    }
    match word::read_bool(cell.value) {
        WordRead::Blank => false,
        WordRead::Given(b) | WordRead::Doubtful(b) => b,
        WordRead::Unknown(_) | WordRead::NotText => match cell.value {
            Value::Text(t) if matches!(fold_words(t).as_str(), "plt" | "plh" | "pjb" | "pj" | "2" | "3") => true,
            Value::Text(t) if matches!(fold_words(t).as_str(), "definitif" | "null") => false,
            _ => ctx.yes_no(cell).get().copied().unwrap_or(false),
        },
    }
}

fn posting<'a>(ctx: &mut Ctx<'a>, baris: &Baris<'a, '_>, plt: bool) -> Posting {
    let none = baris.first();
    Posting {
        at: baris.cell(Key::Nip).at,
        jabatan: ctx.shown(baris.cell(Key::Jabatan)),
        jenis_jabatan: ctx.post(baris.cell(Key::JenisJabatan)),
        unit_kerja: ctx.shown(baris.cell(Key::UnitKerja)),
        unit_induk: ctx.optional(baris.cell(Key::UnitInduk)),
        nip_atasan: ctx.other_nip(baris.cell(Key::NipAtasan)),
        nama_atasan: ctx.optional(baris.cell(Key::NamaAtasan)),
        jenis_pegawai: ctx.shown(baris.cell(Key::JenisPegawai)),
        golongan: ctx.shown(baris.cell(Key::Golongan)),
        jenjang: ctx.word(baris.cell(Key::Jenjang)),
        mulai: silent_date(baris, Key::PeriodeAwal),
        selesai: silent_date(baris, Key::PeriodeAkhir),
        plt,
        kepemimpinan: Field::empty(none),
        ide_baru: Field::empty(none),
        rekomendasi_ide: Field::empty(none),
        status: Field::empty(none),
        studi: Field::empty(none),
        ipk: Field::empty(none),
        akreditasi: Field::empty(none),
        jenjang_studi: Field::empty(none),
        nilai_ditetapkan: Field::empty(none),
        sumber_nilai: Field::empty(none),
    }
}

/// A date cell whose faults were told when the row was read.
fn silent_date(baris: &Baris<'_, '_>, key: Key) -> Field<Date> {
    let cell = baris.cell(key);
    match crate::model::read::date::read(cell.value) {
        crate::model::read::date::DateRead::Given(d) => Field::given(d, cell.at),
        _ => Field::empty(cell.at),
    }
}

/// Gives people of downloads their postings: the rows of the latest period. Rows that follow each
/// other in time are postings; where they do not, the one with the latest end is the person's.
pub(super) fn settle(ctx: &mut Ctx<'_>, orang: &mut Orang, calons: Calons) {
    for (id, mut all) in calons {
        if !orang.get(id).posting.is_empty() {
            continue;
        }
        if all.iter().any(|c| c.penilaian) {
            all.retain(|c| c.penilaian);
        }
        let latest = all.iter().map(|c| c.urutan.0).max().flatten();
        all.retain(|c| c.urutan.0 == latest);
        all.sort_by_key(|c| (c.urutan, c.posting.at));
        let (plt, mut firm): (Vec<_>, Vec<_>) = all.into_iter().partition(|c| c.posting.plt);
        if !follow_each_other(&firm) {
            if let [.., before, last] = &firm[..]
                && before.urutan == last.urutan
                && !alike(&before.posting, &last.posting)
            {
                ganda(ctx, orang, id, before.posting.at, last.posting.at);
            }
            firm.drain(..firm.len() - 1);
            // A single posting is the whole period's: its SKP may have been set at any time in it.
            for c in &mut firm {
                c.posting.mulai.state = State::Empty;
                c.posting.selesai.state = State::Empty;
            }
        }
        let pegawai = orang.get(id);
        pegawai.posting = firm.into_iter().chain(plt).map(|c| c.posting).collect();
        let awal = ctx.periode.awal();
        pegawai
            .posting
            .sort_by_key(|p| (p.mulai.get().copied().unwrap_or(awal), p.at));
        debug_assert!(index(pegawai.posting.len()) > 0);
    }
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
    a.unit_kerja == b.unit_kerja && a.jabatan == b.jabatan && a.nip_atasan.state == b.nip_atasan.state
}

fn ganda(ctx: &mut Ctx<'_>, orang: &mut Orang, id: u32, first: Origin, second: Origin) {
    let mut p = Noted::new(PersonDoubled { first, second }).at(second);
    p.nip = Some(orang.get(id).nip.clone());
    ctx.problems.push(p);
    orang.cacat(id, Defect::BarisGanda);
}
