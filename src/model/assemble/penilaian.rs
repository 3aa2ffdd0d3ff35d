//! `penilaian` rows and the two e-Kinerja downloads, which are a complete input by themselves.

use std::collections::BTreeMap;

use hashbrown::HashMap;
use jiff::civil::Date;

use super::ctx::Ctx;
use super::other_periods::{OtherYears, Periods, PredikatYears};
use super::people::People;
use super::rows::{InputCell, Line, TableRows};
use crate::base::ids::PegawaiId;
use crate::base::origin::Origin;
use crate::base::text::fold_words;
use crate::finding::Noted;
use crate::input::Value;
use crate::model::findings::{MarkOfDigits, PersonDoubled};
use crate::model::read::nip::{self, NipRead};
use crate::model::read::word::RatingWord;
use crate::model::read::{periode, title};
use crate::model::{Field, LaporanSkp, NamedPenilai, Penilaian, Periode, Posting, PostingDetail, Source, State};
use crate::table::Key;

/// A posting as a download tells it, kept until all rows of the person are in.
#[derive(Debug)]
pub(super) struct Calon {
    posting: Posting,
    /// Last day of the period of the row, then of its SKP: the latest is the person's final one.
    order: (Option<Date>, Option<Date>, Option<Date>),
    /// From the ratings rather than from the state of planning.
    penilaian: bool,
}

/// Postings told by downloads, by person.
pub(super) type Candidates = BTreeMap<PegawaiId, Vec<Calon>>;

/// A download brings the unit with each row, and mostly the name; the contract's own table does not.
fn download(table_rows: &TableRows<'_>) -> bool {
    table_rows.has(Key::UnitKerja)
}

/// Reads a `penilaian` table or a "Laporan Penilaian SKP".
pub(super) fn read<'a>(
    ctx: &mut Ctx<'a>,
    people: &mut People,
    candidates: &mut Candidates,
    table_rows: &TableRows<'a>,
    table: usize,
) {
    let download = download(table_rows);
    let meta = super::period_choice::meta_in(table_rows.table, ctx.periode.tahun()).or_else(|| common_span(table_rows));
    let meta = sheet_period(ctx, table_rows, meta).or(meta);
    let digits = Digits::of(ctx, table_rows);
    let mut periods = Periods::default();
    let wide = table_rows.has_slices();
    // The names of sheet and file may tell the part that the title leaves open.
    let named = meta.is_some_and(|p| !matches!(p, Periode::Tahun(_)));
    let unclear = !named && super::other_periods::tell_unclear_title(ctx, table_rows, true);
    let withheld = unclear || !digits.others.is_empty() || marks_withheld(table_rows);
    let mut history = (people.covered() && !download && !wide)
        .then(|| PredikatYears::of(table_rows.rows().map(|line| silent_period(&line, meta)), ctx.periode.tahun()))
        .flatten();
    for line in table_rows.rows() {
        if let Some(history) = &mut history
            && people.is_stranger(line.cell(Key::Nip))
        {
            history.unknown();
            continue;
        }
        let id = person(ctx, people, download, &line, table);
        let penilai = ctx.other_nip(line.cell(Key::NipAtasan));
        let mut posted = false;
        for slice in table_rows.readings() {
            let line = line.reading(slice);
            // A period that the row leaves blank is not rated, unless it is the one asked for.
            let blank = MARKS.into_iter().all(|k| line.cell(k).value.is_blank());
            let periode = periode(ctx, meta, &line);
            let this = periode.get().is_none_or(|p| *p == ctx.periode);
            if wide && blank && !(this && line.is_periodic()) {
                continue;
            }
            // Read before it is known whether the row joins anybody: a faulty cell is told either way.
            let row = Penilaian {
                at: line.cell(Key::Nip).at,
                hasil_kerja: taken(rating(ctx, &line, Key::HasilKerja, &digits), unclear),
                perilaku_kerja: taken(rating(ctx, &line, Key::PerilakuKerja, &digits), unclear),
                hasil_akhir: taken(rating(ctx, &line, Key::HasilAkhir, &digits), unclear),
                periode,
                start: ctx.date(line.cell(Key::PeriodeAwal)).get().copied(),
                end: ctx.date(line.cell(Key::PeriodeAkhir)).get().copied(),
                plt: plt(ctx, &line),
                withheld,
            };
            if !row.periode.is_faulty() {
                ctx.years.insert(row.periode.get().map_or(ctx.periode.tahun(), |p| p.tahun()));
                match row.periode.get() {
                    Some(&p) if p != ctx.periode => periods.other(p),
                    _ => periods.asked(),
                }
            }
            let Some(id) = id else { continue };
            if download && !posted && people.get(id).source != Source::Pegawai {
                // A wide table has one posting for all its periods.
                posted = wide;
                let period = row.periode.get().filter(|_| !wide);
                let order = (period.map(|p| p.end()), row.end, row.start);
                let posting = posting(ctx, &line, row.plt);
                candidates.entry(id).or_default().push(Calon {
                    posting,
                    order,
                    penilaian: true,
                });
            }
            if let Some(nip) = penilai.get() {
                people.get(id).penilai.push(NamedPenilai {
                    nip: nip.clone(),
                    at: penilai.at,
                    hari: rated_to(&row, ctx.periode),
                    plt: row.plt,
                });
            }
            // "HASIL KERJA" beside "PREDIKAT TAHUN 2025": two readings that say one thing.
            let rows = &mut people.get(id).penilaian;
            match rows.last_mut().filter(|last| wide && completes(last, &row, ctx.periode)) {
                Some(last) => complete(last, row),
                None => rows.push(row),
            }
        }
    }
    ctx.nip = None;
    ctx.kode = None;
    match history {
        Some(history) => history.tell(ctx, table_rows.table),
        None => periods.tell(ctx, table_rows.table),
    }
}

/// A mark, unless its table's marks are nobody's.
fn taken<T>(mark: Field<T>, withheld: bool) -> Field<T> {
    if withheld { Field::empty(mark.at) } else { mark }
}

/// The last day that a row rates: the end of its SKP where that lies in the row's period.
fn rated_to(row: &Penilaian, asked: Periode) -> Option<Date> {
    if row.periode.is_faulty() {
        return row.end;
    }
    let periode = row.periode.get().copied().unwrap_or(asked);
    Some(
        row.end
            .filter(|d| (periode.start()..=periode.end()).contains(d))
            .unwrap_or(periode.end()),
    )
}

/// Two readings of one row of the sheet, of one period, whose marks do not differ.
fn completes(before: &Penilaian, row: &Penilaian, asked: Periode) -> bool {
    fn agree<T>(a: &Field<T>, b: &Field<T>) -> bool {
        a.is_empty() || b.is_empty() || a.at == b.at
    }
    let of = |row: &Penilaian| row.periode.get().copied().unwrap_or(asked);
    before.at == row.at
        && !before.periode.is_faulty()
        && !row.periode.is_faulty()
        && of(before) == of(row)
        && agree(&before.hasil_kerja, &row.hasil_kerja)
        && agree(&before.perilaku_kerja, &row.perilaku_kerja)
        && agree(&before.hasil_akhir, &row.hasil_akhir)
}

/// Takes over the marks that a reading does not say.
fn complete(before: &mut Penilaian, row: Penilaian) {
    if before.hasil_kerja.is_empty() {
        before.hasil_kerja = row.hasil_kerja;
    }
    if before.perilaku_kerja.is_empty() {
        before.perilaku_kerja = row.perilaku_kerja;
    }
    if before.hasil_akhir.is_empty() {
        before.hasil_akhir = row.hasil_akhir;
    }
    if before.periode.is_empty() {
        before.periode = row.periode;
    }
}

/// A column of marks was taken for nobody's, and no other one is there.
fn marks_withheld(table_rows: &TableRows<'_>) -> bool {
    let columns = &table_rows.table.columns;
    let taken = |key: Key| columns.iter().any(|c| c.key == Some(key));
    MARKS
        .into_iter()
        .any(|key| !taken(key) && columns.iter().any(|c| c.surpassed == Some(key)))
}

/// The part of a year that the sheet is named after (`JAN`, `TW II`), where no line above the table says
/// another one: a recap with a sheet for each month is not twelve marks of the year.
fn sheet_period(ctx: &Ctx<'_>, table_rows: &TableRows<'_>, meta: Option<Periode>) -> Option<Periode> {
    if meta.is_some_and(|p| !matches!(p, Periode::Tahun(_))) {
        return None;
    }
    let yearly = |line: &str| fold_words(line).split(' ').any(|w| w == "tahunan");
    if table_rows.table.meta.iter().any(|line| yearly(line)) {
        return None;
    }
    let year = meta.map_or(ctx.periode.tahun(), Periode::tahun);
    let sheet = ctx.inputs.sheet(table_rows.table.sheet);
    // A year by the sheet's or the file's name counts where no line above the table says one.
    let part = |p: &Periode| meta.is_none() || !matches!(p, Periode::Tahun(_));
    let by_sheet = sheet.name.as_deref().and_then(|name| {
        let year_alone = name.trim().len() == 4;
        if name.chars().filter(|c| c.is_alphabetic()).count() < 3 && !fold_words(name).starts_with("tw") && !year_alone {
            return None;
        }
        periode::read_in(Value::Text(name), year).given().filter(part)
    });
    let path = &ctx.inputs.file(sheet.file).path;
    by_sheet.or_else(|| file_period(path, year).or_else(|| folder_period(path, year)).filter(part))
}

/// The period that the file's own folder is called by, and by nothing else (`01 Januari`, `TW II`, `2024`).
fn folder_period(path: &str, year: i16) -> Option<Periode> {
    let folder = path.rsplit(['/', '\\']).nth(1)?;
    let month = folder.trim_start_matches(|c: char| c.is_ascii_digit() || matches!(c, ' ' | '.' | '-' | '_' | ')'));
    let name = if month.starts_with(char::is_alphabetic) {
        month
    } else {
        folder
    };
    periode::read_in(Value::Text(name), year).given()
}

/// The part of a year that a file is named after (`Laporan Penilaian SKP Bulanan Mei 2025.csv`): with the
/// word for it, or the name of a download; a month alone may be when the file was made.
fn file_period(path: &str, year: i16) -> Option<Periode> {
    let name = path.rsplit(['/', '\\']).next().unwrap_or(path);
    let stem = name.rsplit_once('.').map_or(name, |n| n.0);
    let words = fold_words(stem);
    let says = ["bulan", "triwulan", "tw", "semester", "kuartal", "smt"]
        .iter()
        .any(|w| words.split(' ').any(|x| x.starts_with(w)));
    let download = ["laporan penilaian skp", "rekap", "rekapitulasi", "predikat", "penilaian"]
        .iter()
        .any(|w| words.starts_with(w));
    (says || download).then(|| title::in_line_of(stem, Some(year))).flatten()
}

/// The part of a year that every row says by its first and last day, where no line above the table says
/// a period: a month or a quarter, or a half-year of several people. (Somebody's own half-year may be
/// that of a transfer.)
fn common_span(table_rows: &TableRows<'_>) -> Option<Periode> {
    let day = |line: &Line<'_, '_>, key| silent_date(line, key).get().copied();
    let mut common: Option<Periode> = None;
    let mut rows = 0;
    for line in table_rows.rows() {
        let (first, last) = (day(&line, Key::PeriodeAwal)?, day(&line, Key::PeriodeAkhir)?);
        let span = periode::spanning(first, last)?;
        if common.replace(span).is_some_and(|before| before != span) {
            return None;
        }
        rows += 1;
    }
    common.filter(|p| match p {
        Periode::Tahun(_) => false,
        Periode::Semester(..) => rows > 1,
        _ => true,
    })
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
    fn of(ctx: &mut Ctx<'_>, table_rows: &TableRows<'_>) -> Self {
        let mut out = Self::default();
        let marks = table_rows
            .table
            .columns
            .iter()
            .filter(|c| c.key.is_some_and(|k| MARKS.contains(&k)));
        for column in marks.filter(|c| c.facet.tick.is_none()) {
            let most = if column.key == Some(Key::HasilAkhir) { 5 } else { 3 };
            let (mut any, mut within) = (false, true);
            for row in table_rows.rows() {
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
                .at(Origin::new(table_rows.table.sheet, table_rows.table.header.1, column.col)),
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
fn rating<'a, T: RatingWord>(ctx: &mut Ctx<'a>, line: &Line<'a, '_>, key: Key, digits: &Digits) -> Field<T> {
    if let Some(at) = ctx.ticked_twice(line, key) {
        return Field::faulty(at);
    }
    let cell = line.cell(key);
    let number = code_of(cell.value);
    if number.is_some() && digits.others.contains(&cell.at.col()) {
        return Field::empty(cell.at);
    }
    if let Some(n) = number
        && digits.codes.contains(&cell.at.col())
    {
        const CODES: [&str; 5] = ["1", "2", "3", "4", "5"];
        let code = usize::from(n)
            .checked_sub(1)
            .and_then(|i| CODES.get(i))
            .copied()
            .unwrap_or_default();
        return ctx.rating(InputCell {
            value: Value::Text(code),
            ..cell
        });
    }
    ctx.rating(cell)
}

/// Reads a "Laporan SKP": the state of planning.
pub(super) fn read_laporan<'a>(
    ctx: &mut Ctx<'a>,
    people: &mut People,
    candidates: &mut Candidates,
    table_rows: &TableRows<'a>,
    table: usize,
) {
    let download = download(table_rows);
    for line in table_rows.rows() {
        let Some(id) = person(ctx, people, download, &line, table) else {
            continue;
        };
        let row = LaporanSkp {
            at: line.cell(Key::Nip).at,
            status: ctx
                .optional(line.cell(Key::SkpStatus))
                .filter(|s| !s.eq_ignore_ascii_case("empty")),
            model: ctx.optional(line.cell(Key::SkpModel)),
            start: ctx.date(line.cell(Key::PeriodeAwal)).get().copied(),
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
}

/// Where people work, as lists of plans, realisasi or perilaku say it beside them: it counts where no table is of
/// people. Rows that say it again, or nothing of it, add none.
pub(super) fn read_posts<'a>(
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

/// The person of a row. A download names people like a `pegawai` table: somebody whose NIP cannot be
/// read stands in the result all the same, unless there is a `pegawai` table to say who there is.
fn person<'a>(ctx: &mut Ctx<'a>, people: &mut People, download: bool, line: &Line<'a, '_>, table: usize) -> Option<PegawaiId> {
    let (nip, nama) = (line.cell(Key::Nip), line.cell(Key::Nama));
    if download {
        people.of_download_row(ctx, line, nip, nama, table)
    } else {
        people.of_row(ctx, nip, nama, table, Source::Other)
    }
}

/// The row's own period, else the year column, else what the lines above the table say.
fn periode<'a>(ctx: &mut Ctx<'a>, meta: Option<Periode>, line: &Line<'a, '_>) -> Field<Periode> {
    let year = meta.map_or(ctx.periode.tahun(), Periode::tahun);
    let own = ctx.period_in(line.period_cell(), year);
    if !own.is_empty() {
        return own;
    }
    match meta {
        Some(p) => Field::given(p, own.at),
        None => ctx.period(line.cell(Key::Tahun)),
    }
}

/// [`periode`] of a row of which nothing is told yet.
fn silent_period(line: &Line<'_, '_>, meta: Option<Periode>) -> Option<Periode> {
    let own = line.period_cell().value;
    let cell = match meta {
        Some(meta) if own.is_blank() => return Some(meta),
        None if own.is_blank() => line.cell(Key::Tahun).value,
        _ => own,
    };
    periode::read(cell).given()
}

/// Whether the row is as Plt, Plh or Pjb (`is_skp_plt_plh_pjb`).
fn plt<'a>(ctx: &mut Ctx<'a>, line: &Line<'a, '_>) -> bool {
    ctx.plt(line.cell(Key::Plt)).get().copied().unwrap_or(false)
}

fn posting<'a>(ctx: &mut Ctx<'a>, line: &Line<'a, '_>, plt: bool) -> Posting {
    let none = line.first();
    let at = line.cell(Key::Nip).at;
    Posting {
        at,
        jabatan: ctx.shown(line.cell(Key::Jabatan)),
        jenis_jabatan: ctx.post(line.cell(Key::JenisJabatan)),
        unit_kerja: ctx.shown(line.cell(Key::UnitKerja)),
        nip_atasan: ctx.other_nip(line.cell(Key::NipAtasan)),
        detail: {
            let detail = PostingDetail {
                unit_induk: ctx.optional(line.cell(Key::UnitInduk)),
                nama_atasan: ctx.optional(line.cell(Key::NamaAtasan)),
                jenis_pegawai: ctx.shown(line.cell(Key::JenisPegawai)),
                golongan: ctx.shown(line.cell(Key::Golongan)),
                jenjang: ctx.word(line.cell(Key::Jenjang)).in_row(at),
                kepemimpinan: Field::empty(none).in_row(at),
                ide_baru: Field::empty(none).in_row(at),
                rekomendasi_ide: Field::empty(none).in_row(at),
                status: Field::empty(none).in_row(at),
            };
            ctx.kept.posting.share(detail)
        },
        mulai: silent_date(line, Key::PeriodeAwal),
        selesai: silent_date(line, Key::PeriodeAkhir),
        plt,
        away: None,
    }
}

/// A date cell whose faults were told when the row was read.
fn silent_date(line: &Line<'_, '_>, key: Key) -> Field<Date> {
    let cell = line.cell(key);
    match crate::model::read::date::read(cell.value) {
        crate::model::read::date::DateRead::Given(d) => Field::given(d, cell.at),
        _ => Field::empty(cell.at),
    }
}

/// Gives people of downloads their postings: the rows of the latest period. Rows that follow each
/// other in time are postings; where they do not, the one with the latest end is the person's.
pub(super) fn settle(ctx: &mut Ctx<'_>, people: &mut People, candidates: Candidates) {
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
        let (plt, mut firm): (Vec<_>, Vec<_>) = all.into_iter().partition(|c| c.posting.plt);
        if !follow_each_other(&firm) {
            if let [.., before, last] = &firm[..]
                && before.order == last.order
                && !alike(&before.posting, &last.posting)
            {
                doubled(ctx, people, id, before.posting.at, last.posting.at);
            }
            firm.drain(..firm.len() - 1);
            // A single posting is the whole period's: its SKP may have been set at any time in it.
            for c in &mut firm {
                c.posting.mulai.state = State::Empty;
                c.posting.selesai.state = State::Empty;
            }
        }
        let pegawai = people.get(id);
        pegawai.posting = firm.into_iter().chain(plt).map(|c| c.posting).collect();
        let start = ctx.periode.start();
        pegawai
            .posting
            .sort_by_key(|p| (p.mulai.get().copied().unwrap_or(start), p.at));
        debug_assert!(!pegawai.posting.is_empty());
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

fn doubled(ctx: &mut Ctx<'_>, people: &mut People, id: PegawaiId, first: Origin, second: Origin) {
    let mut p = Noted::new(PersonDoubled { first, second }).at(second);
    p.nip = Some(people.get(id).nip.clone());
    ctx.problems.push(p);
    people.get(id).defects.doubled = true;
}
