//! `penilaian` rows and the two e-Kinerja downloads, which are a complete input by themselves.

use std::collections::BTreeMap;

use jiff::civil::Date;

use super::ctx::{Ctx, index};
use super::other_periods::Periods;
use super::people::Orang;
use super::rows::{Baris, Cell, Lembar};
use crate::base::origin::Origin;
use crate::base::text::fold_words;
use crate::finding::Noted;
use crate::input::Value;
use crate::model::findings::{MarkOfDigits, PersonDoubled};
use crate::model::read::word::{self, RatingWord, WordRead};
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
    let digits = Digits::of(ctx, lembar);
    let mut periods = Periods::default();
    let wide = lembar.has_slices();
    for baris in lembar.rows() {
        let id = person(ctx, orang, unduhan, &baris, table);
        let penilai = ctx.other_nip(baris.cell(Key::NipAtasan));
        let mut posted = false;
        for slice in lembar.readings() {
            let baris = baris.reading(slice);
            // A period that the row leaves blank is not rated, unless it is the one asked for.
            let blank = MARKS.into_iter().all(|k| baris.cell(k).value.is_blank());
            let periode = periode(ctx, meta, &baris);
            let this = periode.get().is_none_or(|p| *p == ctx.periode);
            if wide && blank && !(this && baris.is_periodic()) {
                continue;
            }
            // Read before it is known whether the row joins anybody: a faulty cell is told either way.
            let row = Penilaian {
                at: baris.cell(Key::Nip).at,
                hasil_kerja: rating(ctx, &baris, Key::HasilKerja, &digits),
                perilaku_kerja: rating(ctx, &baris, Key::PerilakuKerja, &digits),
                hasil_akhir: rating(ctx, &baris, Key::HasilAkhir, &digits),
                periode,
                awal: ctx.date(baris.cell(Key::PeriodeAwal)).get().copied(),
                akhir: ctx.date(baris.cell(Key::PeriodeAkhir)).get().copied(),
                plt: plt(ctx, &baris),
            };
            if !row.periode.is_faulty() {
                ctx.years.insert(row.periode.get().map_or(ctx.periode.tahun(), |p| p.tahun()));
                match row.periode.get() {
                    Some(&p) if p != ctx.periode => periods.other(p),
                    _ => periods.asked(),
                }
            }
            let Some(id) = id else { continue };
            if unduhan && !posted && orang.get(id).sumber != Sumber::Pegawai {
                // A wide table has one posting for all its periods.
                posted = wide;
                let period = row.periode.get().filter(|_| !wide);
                let urutan = (period.map(|p| p.akhir()), row.akhir, row.awal);
                let posting = posting(ctx, &baris, row.plt);
                calons.entry(id).or_default().push(Calon {
                    posting,
                    urutan,
                    penilaian: true,
                });
            }
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
    ctx.nip = None;
    ctx.kode = None;
    periods.tell(ctx, lembar.table);
}

const MARKS: [Key; 3] = [Key::HasilKerja, Key::PerilakuKerja, Key::HasilAkhir];

/// Columns of marks in which digits stand.
#[derive(Debug, Default)]
struct Digits {
    /// Their digits are codes of e-Kinerja or SIASN.
    codes: Vec<u16>,
    /// Their digits are something else: no mark is taken from them.
    others: Vec<u16>,
}

impl Digits {
    /// Judges every column of marks as a whole; one whose digits are no marks is told once.
    fn of(ctx: &mut Ctx<'_>, lembar: &Lembar<'_>) -> Self {
        let mut out = Self::default();
        let marks = lembar
            .table
            .columns
            .iter()
            .filter(|c| c.key.is_some_and(|k| MARKS.contains(&k)));
        for column in marks.filter(|c| c.facet.tick.is_none()) {
            let most = if column.key == Some(Key::HasilAkhir) { 5 } else { 3 };
            let (mut any, mut within) = (false, true);
            for row in lembar.rows() {
                if let Some(code) = code_of(row.at(column.col).value) {
                    any = true;
                    within &= (1..=most).contains(&code);
                }
            }
            if !any {
                continue;
            }
            let heading = crate::base::text::fold(&column.written);
            let known = column.key != Some(Key::HasilAkhir)
                || matches!(
                    heading.as_str(),
                    "kuadrankinerja" | "kuadrankinerjanilai" | "kuadrannilai" | "hasilakhir"
                );
            if known && within {
                out.codes.push(column.col);
                continue;
            }
            out.others.push(column.col);
            ctx.problems.push(
                Noted::new(MarkOfDigits {
                    heading: column.written.to_string(),
                    predikat: column.key == Some(Key::HasilAkhir),
                })
                .at(Origin::new(lembar.table.sheet, lembar.table.header.1, column.col)),
            );
        }
        out
    }
}

/// What stands for a number that can be no code.
const NO_CODE: u8 = 0;

/// The code that the digits of a cell are, [`NO_CODE`] for any other number; `None` where it shows no number.
fn code_of(value: Value<'_>) -> Option<u8> {
    let number = match value {
        Value::Number { value, .. } => value,
        Value::Text(t) => {
            let t = t.trim();
            if !t.starts_with(|c: char| c.is_ascii_digit()) || t.len() > 8 {
                return None;
            }
            t.replace(',', ".").parse().ok()?
        }
        _ => return None,
    };
    Some(
        (1..=9_u8)
            .find(|&n| f64::from(n).to_bits() == number.to_bits())
            .unwrap_or(NO_CODE),
    )
}

/// A mark of a row: a word, a tick, or a code where its column holds codes.
fn rating<'a, T: RatingWord>(ctx: &mut Ctx<'a>, baris: &Baris<'a, '_>, key: Key, digits: &Digits) -> Field<T> {
    if let Some(at) = ctx.ticked_twice(baris, key) {
        return Field::faulty(at);
    }
    let cell = baris.cell(key);
    let number = code_of(cell.value);
    if number.is_some() && digits.others.contains(&cell.at.col) {
        return Field::empty(cell.at);
    }
    if let Some(n) = number
        && digits.codes.contains(&cell.at.col)
    {
        const CODES: [&str; 5] = ["1", "2", "3", "4", "5"];
        let code = usize::from(n)
            .checked_sub(1)
            .and_then(|i| CODES.get(i))
            .copied()
            .unwrap_or_default();
        return ctx.rating(Cell {
            value: Value::Text(code),
            ..cell
        });
    }
    ctx.rating(cell)
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
    let year = meta.map_or(ctx.periode.tahun(), Periode::tahun);
    let own = ctx.period_in(baris.cell(Key::Periode), year);
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
