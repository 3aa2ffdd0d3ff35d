//! `penilaian` rows and the two e-Kinerja downloads, which are a complete input by themselves.

use std::collections::BTreeMap;

use jiff::civil::Date;

use super::ctx::{Ctx, index};
use super::people::Orang;
use super::rows::{Baris, Lembar};
use crate::base::origin::Origin;
use crate::base::text::fold_words;
use crate::input::Value;
use crate::model::read::word::{self, WordRead};
use crate::model::{Defect, Field, LaporanSkp, Penilaian, Periode, Posting, State, Sumber};
use crate::problem::{Problem, ProblemKind};

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

#[derive(Debug)]
struct Kolom {
    nip: Option<u16>,
    nama: Option<u16>,
    periode: Option<u16>,
    tahun: Option<u16>,
    periode_awal: Option<u16>,
    periode_akhir: Option<u16>,
    plt: Option<u16>,
    jabatan: Option<u16>,
    jenis_jabatan: Option<u16>,
    jenjang: Option<u16>,
    unit_kerja: Option<u16>,
    unit_induk: Option<u16>,
    nip_atasan: Option<u16>,
    nama_atasan: Option<u16>,
    jenis_pegawai: Option<u16>,
    golongan: Option<u16>,
    meta: Option<Periode>,
}

impl Kolom {
    fn of(lembar: &Lembar<'_>) -> Self {
        let col = |name| lembar.col(name);
        Self {
            nip: col("nip"),
            nama: col("nama"),
            periode: col("periode"),
            tahun: col("tahun"),
            periode_awal: col("periode_awal"),
            periode_akhir: col("periode_akhir"),
            plt: col("plt"),
            jabatan: col("jabatan"),
            jenis_jabatan: col("jenis_jabatan"),
            jenjang: col("jenjang"),
            unit_kerja: col("unit_kerja"),
            unit_induk: col("unit_induk"),
            nip_atasan: col("nip_atasan"),
            nama_atasan: col("nama_atasan"),
            jenis_pegawai: col("jenis_pegawai"),
            golongan: col("golongan"),
            meta: super::period_choice::meta_of(lembar.table),
        }
    }

    /// A download brings name and unit with each row; the contract's own table does not.
    fn unduhan(&self) -> bool {
        self.nama.is_some() && self.unit_kerja.is_some()
    }

    fn sumber(&self) -> Sumber {
        if self.unduhan() { Sumber::Ekinerja } else { Sumber::Lain }
    }
}

/// Reads a `penilaian` table or a "Laporan Penilaian SKP".
pub(super) fn read<'a>(ctx: &mut Ctx<'a>, orang: &mut Orang, calons: &mut Calons, lembar: &Lembar<'a>, table: usize) {
    let kolom = Kolom::of(lembar);
    let col = |name| lembar.col(name);
    let (hasil_kerja, perilaku_kerja, hasil_akhir) = (col("hasil_kerja"), col("perilaku_kerja"), col("hasil_akhir"));
    for baris in lembar.rows() {
        let id = person(ctx, orang, &kolom, &baris, table);
        // Read before it is known whether the row joins anybody: a faulty cell is told either way.
        let row = Penilaian {
            at: baris.cell(kolom.nip).at,
            periode: periode(ctx, &kolom, &baris),
            hasil_kerja: ctx.rating(baris.cell(hasil_kerja)),
            perilaku_kerja: ctx.rating(baris.cell(perilaku_kerja)),
            hasil_akhir: ctx.rating(baris.cell(hasil_akhir)),
            awal: ctx.date(baris.cell(kolom.periode_awal)).get().copied(),
            akhir: ctx.date(baris.cell(kolom.periode_akhir)).get().copied(),
            plt: plt(ctx, &kolom, &baris),
        };
        let Some(id) = id else { continue };
        if kolom.unduhan() && orang.get(id).sumber != Sumber::Pegawai {
            let urutan = (row.periode.get().map(|p| p.akhir()), row.akhir, row.awal);
            let posting = posting(ctx, &kolom, &baris, row.plt);
            calons.entry(id).or_default().push(Calon {
                posting,
                urutan,
                penilaian: true,
            });
        }
        orang.get(id).penilaian.push(row);
    }
}

/// Reads a "Laporan SKP": the state of planning.
pub(super) fn read_laporan<'a>(ctx: &mut Ctx<'a>, orang: &mut Orang, calons: &mut Calons, lembar: &Lembar<'a>, table: usize) {
    let kolom = Kolom::of(lembar);
    let (status, model) = (lembar.col("skp_status"), lembar.col("skp_model"));
    for baris in lembar.rows() {
        let Some(id) = person(ctx, orang, &kolom, &baris, table) else {
            continue;
        };
        let row = LaporanSkp {
            at: baris.cell(kolom.nip).at,
            status: ctx.optional(baris.cell(status)).filter(|s| !s.eq_ignore_ascii_case("empty")),
            model: ctx.optional(baris.cell(model)),
            awal: ctx.date(baris.cell(kolom.periode_awal)).get().copied(),
            akhir: ctx.date(baris.cell(kolom.periode_akhir)).get().copied(),
            plt: plt(ctx, &kolom, &baris),
        };
        if orang.get(id).sumber != Sumber::Pegawai {
            let posting = posting(ctx, &kolom, &baris, row.plt);
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
fn person<'a>(ctx: &mut Ctx<'a>, orang: &mut Orang, kolom: &Kolom, baris: &Baris<'a, '_>, table: usize) -> Option<u32> {
    let (nip, nama) = (baris.cell(kolom.nip), baris.cell(kolom.nama));
    if kolom.unduhan() {
        orang.of_download_row(ctx, baris, nip, nama, table)
    } else {
        orang.of_row(ctx, nip, nama, table, kolom.sumber())
    }
}

/// The row's own period, else the year column, else what the lines above the table say.
fn periode<'a>(ctx: &mut Ctx<'a>, kolom: &Kolom, baris: &Baris<'a, '_>) -> Field<Periode> {
    let own = ctx.period(baris.cell(kolom.periode));
    if !own.is_empty() {
        return own;
    }
    match kolom.meta {
        Some(p) => Field::given(p, own.at),
        None => ctx.period(baris.cell(kolom.tahun)),
    }
}

/// `is_skp_plt_plh_pjb`: 0 is definitive, everything else is Plt, Plh or Pjb.
fn plt<'a>(ctx: &mut Ctx<'a>, kolom: &Kolom, baris: &Baris<'a, '_>) -> bool {
    let cell = baris.cell(kolom.plt);
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

fn posting<'a>(ctx: &mut Ctx<'a>, kolom: &Kolom, baris: &Baris<'a, '_>, plt: bool) -> Posting {
    let none = baris.first();
    Posting {
        at: baris.cell(kolom.nip).at,
        jabatan: ctx.shown(baris.cell(kolom.jabatan)),
        jenis_jabatan: ctx.post(baris.cell(kolom.jenis_jabatan)),
        unit_kerja: ctx.shown(baris.cell(kolom.unit_kerja)),
        unit_induk: ctx.optional(baris.cell(kolom.unit_induk)),
        nip_atasan: ctx.other_nip(baris.cell(kolom.nip_atasan)),
        nama_atasan: ctx.optional(baris.cell(kolom.nama_atasan)),
        jenis_pegawai: ctx.shown(baris.cell(kolom.jenis_pegawai)),
        golongan: ctx.shown(baris.cell(kolom.golongan)),
        jenjang: ctx.word(baris.cell(kolom.jenjang)),
        mulai: silent_date(baris, kolom.periode_awal),
        selesai: silent_date(baris, kolom.periode_akhir),
        plt,
        kepemimpinan: Field::empty(none),
        ide_baru: Field::empty(none),
        rekomendasi_ide: Field::empty(none),
        status: Field::empty(none),
        nilai_ditetapkan: Field::empty(none),
        sumber_nilai: Field::empty(none),
    }
}

/// A date cell whose faults were told when the row was read.
fn silent_date(baris: &Baris<'_, '_>, col: Option<u16>) -> Field<Date> {
    let cell = baris.cell(col);
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
    let mut p = Problem::new(ProblemKind::PersonDoubled).at(second).and(first);
    p.nip = Some(orang.get(id).nip.clone());
    ctx.problems.push(p);
    orang.cacat(id, Defect::BarisGanda);
}
