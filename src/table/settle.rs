//! What the headings leave open, and the cells below them settle: which of two columns is the NIP,
//! whether two columns are swapped, and that a mark which nothing tells apart is nobody's.

use super::contents::{jenis_jabatan, unit};
use super::findings::ColumnsSwapped;
use super::header::Header;
use super::person;
use super::{Key, TableColumn, TableRow};
use crate::base::origin::{Origin, SheetId};
use crate::base::text::{clean, fold_words, is_dash};
use crate::contract::facet;
use crate::finding::Noted;
use crate::input::{Sheet, Value};

/// So many rows settle what a column holds.
const PROBE: usize = 200;

/// Words of a heading that only says that people stand below it.
const PERSON: [&str; 14] = [
    "pegawai",
    "asn",
    "pns",
    "pppk",
    "id",
    "identitas",
    "nomor",
    "no",
    "induk",
    "karyawan",
    "kode",
    "data",
    "pegawainya",
    "yang",
];

/// Settles a header by the rows below it.
pub(super) fn header(sheet: &Sheet, header: &mut Header, title: std::ops::Range<usize>, end: usize) {
    people(sheet, header, end);
    words_over_codes(sheet, header, end);
    // A period that cannot be told is nobody's; and where it is the only one, neither is the mark.
    let unclear = |c: &TableColumn| c.key.is_some_and(facet::is_mark) && c.facet.period.as_deref() == Some(facet::UNCLEAR);
    let mut open = header
        .columns
        .iter_mut()
        .filter(|c| c.key.is_some_and(facet::is_mark) && !c.facet.is_plain());
    if let (Some(only), None) = (open.next(), open.next())
        && unclear(only)
        && names_period(sheet, title)
    {
        // "Predikat Bulanan" under a title that says the month.
        only.facet.period = None;
    }
    let clear = header
        .columns
        .iter()
        .any(|c| c.key.is_some_and(facet::is_mark) && !unclear(c));
    for i in 0..header.columns.len() {
        if unclear(&header.columns[i]) {
            let column = &mut header.columns[i];
            let key = column.key.take();
            column.surpassed = key;
            if let Some(key) = key.filter(|_| !clear) {
                header.ambiguous.push((column.col, column.col, key));
            }
        }
    }
    unclear_figures(header);
    // Where nothing tells two columns of one mark apart the table gives no marks.
    if !header.ambiguous.is_empty() {
        for column in &mut header.columns {
            if column.key.is_some_and(facet::is_mark) {
                column.surpassed = column.key.take();
            }
        }
    }
}

/// Of two columns of one mark, one of which holds its words and the other only figures, the words count.
fn words_over_codes(sheet: &Sheet, header: &mut Header, end: usize) {
    fn words(value: Value<'_>) -> bool {
        rating(value) || predikat(value) || mark(value)
    }
    for (later, earlier, key) in std::mem::take(&mut header.ambiguous) {
        let told =
            |a: u16, b: u16| all_look(probe(sheet, header, end), a, words) && all_look(probe(sheet, header, end), b, figure);
        let (chosen, other) = if told(later, earlier) {
            (later, earlier)
        } else if told(earlier, later) {
            (earlier, later)
        } else {
            header.ambiguous.push((later, earlier, key));
            continue;
        };
        let facet = header.columns.iter().find(|c| c.col == earlier).map(|c| c.facet.clone());
        for column in &mut header.columns {
            if column.col == chosen {
                column.key = Some(key);
                column.surpassed = None;
                column.facet = facet.clone().unwrap_or_default();
            } else if column.col == other {
                column.key = None;
                column.surpassed = Some(key);
            }
        }
    }
}

/// A figure up to a month that ends no period (`s.d. September`) says nothing beside those of clear ones;
/// alone it is the last there is.
fn unclear_figures(header: &mut Header) {
    let unclear = |c: &TableColumn| c.facet.period.as_deref() == Some(facet::UNCLEAR);
    let figure = |c: &TableColumn| c.key.filter(|k| facet::has_periods(*k) && !facet::is_mark(*k));
    for i in 0..header.columns.len() {
        let Some(key) = figure(&header.columns[i]).filter(|_| unclear(&header.columns[i])) else {
            continue;
        };
        let others = header.columns.iter().filter(|c| c.key == Some(key)).count() > 1;
        let column = &mut header.columns[i];
        if others {
            column.surpassed = column.key.take();
        } else {
            column.facet.period = None;
        }
    }
}

/// Whether a line over the table says a part of the year.
fn names_period(sheet: &Sheet, title: std::ops::Range<usize>) -> bool {
    let part = |text: &str| {
        let period = facet::split(&[text.into()]).0.period;
        period.is_some_and(|p| &*p != facet::UNCLEAR && p.contains(char::is_alphabetic))
    };
    title.map(|i| sheet.row_at(i)).any(|row| {
        row.cells()
            .any(|(_, v)| matches!(v, Value::Text(t) if t.len() <= 200 && part(t)))
    })
}

/// Whose NIP a heading says, where it is not the person's own.
const SOMEBODY_ELSE: [&str; 5] = ["atasan", "penilai", "pimpinan", "kepala", "pemberi"];

/// Settles where people are named, by the rows below: before it is known whether this is a header at
/// all, as one without a NIP is none.
pub(super) fn people(sheet: &Sheet, header: &mut Header, end: usize) {
    if header.jenis.columns().iter().any(|c| c.key == Key::Nip) {
        nip(sheet, header, end);
        both(sheet, header, end);
        super::contents::read(sheet, header, end);
    }
}

/// Of several columns that may be the NIP the one whose cells are NIPs; and where no heading says NIP,
/// a column of people whose cells all are, else the one unread column whose cells all are.
fn nip(sheet: &Sheet, header: &mut Header, end: usize) {
    let rows = || probe(sheet, header, end);
    let doubled = |col: u16| header.doubled.iter().any(|&(later, _, k)| k == Key::Nip && later == col);
    let rivals: Vec<u16> = header
        .columns
        .iter()
        .filter(|c| c.key == Some(Key::Nip) || c.surpassed == Some(Key::Nip) || doubled(c.col))
        .map(|c| c.col)
        .collect();
    let mut unnamed = false;
    let chosen = if rivals.len() > 1 {
        let counts: Vec<(usize, u16)> = rivals.iter().map(|&c| (person::count(rows(), c).0, c)).collect();
        let most = counts.iter().map(|c| c.0).max().unwrap_or(0);
        let mut best = counts.iter().filter(|c| c.0 == most && most > 0);
        best.next().filter(|_| best.next().is_none()).map(|c| c.1)
    } else if rivals.is_empty() && !header.has(Key::NamaNip) {
        let words = |c: &TableColumn| fold_words(&c.written);
        let nips = |c: &&TableColumn| {
            let (nips, filled) = person::count(rows(), c.col);
            nips > 0 && nips == filled
        };
        let of_people = |c: &&TableColumn| {
            matches!(c.key, None | Some(Key::Nama | Key::No)) && words(c).split(' ').all(|w| PERSON.contains(&w))
        };
        let unread = |c: &&TableColumn| c.key.is_none() && !words(c).split(' ').any(|w| SOMEBODY_ELSE.contains(&w));
        let only = |fits: &dyn Fn(&&TableColumn) -> bool| {
            let mut found = header.columns.iter().filter(fits).filter(nips);
            found.next().filter(|_| found.next().is_none()).map(|c| c.col)
        };
        only(&of_people).or_else(|| {
            unnamed = true;
            only(&unread)
        })
    } else {
        None
    };
    let Some(chosen) = chosen else { return };
    for column in &mut header.columns {
        if column.col == chosen {
            column.key = Some(Key::Nip);
            column.surpassed = None;
        } else if rivals.contains(&column.col) {
            column.key = None;
            column.surpassed = Some(Key::Nip);
        }
    }
    if unnamed {
        header.by_content.push((chosen, Key::Nip));
    }
    header.doubled.retain(|d| d.2 != Key::Nip);
    header.missing.retain(|&k| k != Key::Nip);
}

/// Where no column holds the NIP: a column of names that has it in the same cell, or in the cell below.
fn both(sheet: &Sheet, header: &mut Header, end: usize) {
    if header.has(Key::Nip) || header.has(Key::NamaNip) {
        return;
    }
    let holds = |c: &&TableColumn| {
        let of_people =
            c.key == Some(Key::Nama) || (c.key.is_none() && fold_words(&c.written).split(' ').all(|w| PERSON.contains(&w)));
        of_people && {
            let cells: Vec<Value<'_>> = probe(sheet, header, end)
                .map(|r| r.get(c.col))
                .filter(|v| !v.is_blank())
                .collect();
            let (mut with, mut without) = (0, 0);
            for (i, &cell) in cells.iter().enumerate() {
                let Value::Text(text) = cell else { continue };
                if person::is_nip(cell) {
                    continue;
                }
                let below = cells.get(i + 1).is_some_and(|&v| person::is_nip(v));
                if below || person::nip_in(text).is_some() {
                    with += 1;
                } else {
                    without += 1;
                }
            }
            with > 0 && without * 3 <= with
        }
    };
    let mut found = header.columns.iter().filter(holds);
    let (Some(col), None) = (found.next().map(|c| c.col), found.next()) else {
        return;
    };
    for column in header.columns.iter_mut().filter(|c| c.col == col) {
        column.key = Some(Key::NamaNip);
    }
    header.missing.retain(|&k| !matches!(k, Key::Nip | Key::Nama));
}

/// The rows below a header that settle what its columns hold.
pub(super) fn probe<'a>(
    sheet: &'a Sheet,
    header: &Header,
    end: usize,
) -> impl Iterator<Item = crate::input::sheet::Row<'a>> + use<'a> {
    (header.last + 1..end.min(header.last + 1 + PROBE)).map(|i| sheet.row_at(i))
}

/// Whether a column has filled cells among these rows, and every one looks so.
pub(super) fn all_look<'a>(rows: impl Iterator<Item = crate::input::sheet::Row<'a>>, col: u16, looks: Looks) -> bool {
    let mut filled = 0;
    let all = rows.map(|r| r.get(col)).filter(|v| !v.is_blank()).all(|v| {
        filled += 1;
        looks(v)
    });
    all && filled > 0
}

/// What a filled cell looks like.
pub(super) type Looks = fn(Value<'_>) -> bool;

fn figure(value: Value<'_>) -> bool {
    match value {
        Value::Text(t) => t
            .trim_start_matches(|c: char| !c.is_alphanumeric())
            .starts_with(|c: char| c.is_ascii_digit()),
        Value::Number { .. } => true,
        _ => false,
    }
}

fn no_figure(value: Value<'_>) -> bool {
    matches!(value, Value::Text(t) if !t.chars().any(|c| c.is_ascii_digit()) && !is_dash(&clean(t)))
}

fn no_nip(value: Value<'_>) -> bool {
    matches!(value, Value::Text(t) if person::nip_in(t).is_none() && t.chars().any(char::is_alphabetic))
}

pub(super) fn rating(value: Value<'_>) -> bool {
    matches!(value, Value::Text(t) if fold_words(t).ends_with("ekspektasi"))
}

pub(super) fn predikat(value: Value<'_>) -> bool {
    matches!(value, Value::Text(t) if matches!(
        fold_words(t).as_str(),
        "sangat baik" | "baik" | "butuh perbaikan" | "kurang" | "sangat kurang" | "cukup"
    ))
}

pub(super) fn aspek(value: Value<'_>) -> bool {
    matches!(value, Value::Text(t) if facet::aspek_of(t).is_some())
}

fn no_aspek(value: Value<'_>) -> bool {
    !aspek(value)
}

pub(super) fn mark(value: Value<'_>) -> bool {
    rating(value)
        || matches!(value, Value::Text(t) if matches!(fold_words(t).as_str(), "sesuai" | "di atas" | "diatas" | "di bawah" | "dibawah"))
}

fn period(value: Value<'_>) -> bool {
    match value {
        Value::Text(t) => {
            let (facet, rest) = facet::split(&[t.replace('-', " ").into()]);
            facet.period.is_some() && rest.is_empty()
        }
        Value::Number { value, .. } => (1990.0..2100.0).contains(&value),
        _ => false,
    }
}

fn no_period(value: Value<'_>) -> bool {
    figure(value) && !period(value)
}

/// A post, by how it begins: no unit is called so.
fn post(value: Value<'_>) -> bool {
    const POSTS: [&str; 36] = [
        "kepala",
        "kabid",
        "kabag",
        "kasi",
        "kasubag",
        "kasubbag",
        "kadis",
        "sekretaris",
        "camat",
        "lurah",
        "staf",
        "staff",
        "pengolah",
        "pengelola",
        "pengadministrasi",
        "analis",
        "penelaah",
        "penata",
        "operator",
        "guru",
        "dokter",
        "perawat",
        "bidan",
        "arsiparis",
        "auditor",
        "pranata",
        "penyuluh",
        "pengawas",
        "teknisi",
        "pustakawan",
        "perencana",
        "direktur",
        "asisten",
        "inspektur",
        "plt",
        "pelaksana",
    ];
    begins(value, |word| POSTS.contains(&word))
}

fn no_jenis_jabatan(value: Value<'_>) -> bool {
    matches!(value, Value::Text(_)) && !jenis_jabatan(value)
}

fn arah(value: Value<'_>) -> bool {
    matches!(value, Value::Text(t) if matches!(fold_words(t).as_str(), "naik" | "turun"))
}

fn no_arah(value: Value<'_>) -> bool {
    matches!(value, Value::Text(_)) && !arah(value)
}

/// A short word without a blank, as codes are.
fn code(value: Value<'_>) -> bool {
    matches!(value, Value::Text(t) if t.trim().chars().count() <= 12 && !t.trim().contains(char::is_whitespace))
        || matches!(value, Value::Number { .. })
}

fn sentence(value: Value<'_>) -> bool {
    matches!(value, Value::Text(t) if t.trim().contains(char::is_whitespace))
}

/// A figure and no more: of codes any may be one.
fn bare_figure(value: Value<'_>) -> bool {
    matches!(value, Value::Number { .. })
        || matches!(value, Value::Text(t) if t.trim().bytes().all(|b| b.is_ascii_digit() || matches!(b, b'.' | b',')))
}

/// `K1`, `R1.2`: no figure begins so.
fn letter_code(value: Value<'_>) -> bool {
    code(value)
        && matches!(value, Value::Text(t) if t.trim().starts_with(char::is_alphabetic) && t.contains(|c: char| c.is_ascii_digit()))
}

fn date(value: Value<'_>) -> bool {
    match value {
        Value::Date(_) => true,
        Value::Text(t) => {
            let parts: Vec<&str> = t.trim().split(['/', '-']).collect();
            parts.len() == 3
                && parts
                    .iter()
                    .all(|p| (1..=4).contains(&p.len()) && p.bytes().all(|b| b.is_ascii_digit()))
        }
        _ => false,
    }
}

fn no_date(value: Value<'_>) -> bool {
    figure(value) && !date(value)
}

/// Words of a name, and of no post or unit.
fn no_post(value: Value<'_>) -> bool {
    no_figure(value) && !post(value) && !unit(value)
}

/// Whether a text begins with such a word.
fn begins(value: Value<'_>, is_such: impl Fn(&str) -> bool) -> bool {
    matches!(value, Value::Text(t) if is_such(fold_words(t).split(' ').next().unwrap_or("")))
}

/// Begins as an indicator does: `Jumlah …`, `Persentase …`.
fn measures(value: Value<'_>) -> bool {
    const WORDS: [&str; 12] = [
        "jumlah",
        "persentase",
        "presentase",
        "prosentase",
        "tingkat",
        "indeks",
        "nilai",
        "rasio",
        "skor",
        "banyaknya",
        "ketepatan",
        "frekuensi",
    ];
    begins(value, |word| WORDS.contains(&word))
}

/// Begins as a result does: `Tersusunnya …`, `Meningkatnya …`.
fn result(value: Value<'_>) -> bool {
    begins(value, |w| {
        w.ends_with("nya") && ["ter", "me", "ber"].iter().any(|b| w.starts_with(b))
    })
}

/// Pairs of columns that people swap, with what each holds when it is the other.
const PAIRS: [(Key, Looks, Key, Looks); 20] = [
    (Key::Rhk, measures, Key::Indikator, result),
    (Key::Jenis, aspek, Key::Aspek, super::contents::jenis),
    (Key::Target, date, Key::BatasWaktu, no_date),
    (Key::Aspek, figure, Key::Target, aspek),
    (Key::Nama, post, Key::Jabatan, no_post),
    (Key::Indikator, figure, Key::Target, no_figure),
    (Key::KodeRhk, bare_figure, Key::Realisasi, letter_code),
    (Key::KodeRhk, aspek, Key::Aspek, no_aspek),
    (Key::Aspek, mark, Key::Nilai, aspek),
    (Key::Periode, no_period, Key::Realisasi, period),
    (Key::Realisasi, mark, Key::UmpanBalik, figure),
    (Key::Nip, no_nip, Key::Nama, person::is_nip),
    (Key::Target, no_figure, Key::Satuan, figure),
    (Key::Jabatan, unit, Key::UnitKerja, post),
    (Key::Jabatan, jenis_jabatan, Key::JenisJabatan, no_jenis_jabatan),
    (Key::Satuan, arah, Key::Arah, no_arah),
    (Key::Rhk, code, Key::KodeRhk, sentence),
    (Key::Realisasi, no_figure, Key::Bukti, figure),
    (Key::HasilKerja, predikat, Key::HasilAkhir, rating),
    (Key::PerilakuKerja, predikat, Key::HasilAkhir, rating),
];

/// Finds two columns that are swapped in every row, tells it once, and reads them rightly.
pub(super) fn swapped(
    sheet: &Sheet,
    id: SheetId,
    columns: &mut [TableColumn],
    rows: &[TableRow],
    header: u32,
    problems: &mut Vec<Noted>,
) {
    let nip = of_nip(sheet, columns, rows);
    for (a, looks_a, b, looks_b) in PAIRS.into_iter().chain(nip) {
        let of = |key| columns.iter().position(|c| c.key == Some(key) && c.facet.is_plain());
        let (Some(i), Some(j)) = (of(a), of(b)) else { continue };
        let probe = || rows.iter().take(PROBE).map(|r| sheet.row(r.index));
        let every = |col: u16, looks: Looks| all_look(probe(), col, looks);
        if every(columns[i].col, looks_a) && every(columns[j].col, looks_b) {
            problems.push(
                Noted::new(ColumnsSwapped {
                    columns: (a, b),
                    cells: (
                        Origin::new(id, header, columns[i].col),
                        Origin::new(id, header, columns[j].col),
                    ),
                })
                .at(Origin::new(id, header, columns[i].col)),
            );
            columns[i].key = Some(b);
            columns[j].key = Some(a);
        }
    }
}

/// The column that holds the NIPs where the one headed so holds none.
fn of_nip(sheet: &Sheet, columns: &[TableColumn], rows: &[TableRow]) -> Option<(Key, Looks, Key, Looks)> {
    /// Nothing that is meant for a NIP.
    fn other(value: Value<'_>) -> bool {
        matches!(value, Value::Text(t) if t.bytes().filter(u8::is_ascii_digit).count() < 9)
            || matches!(value, Value::Number { value, .. } if value < 1e8)
    }
    let probe = || rows.iter().take(PROBE).map(|r| sheet.row(r.index));
    let plain = |c: &&TableColumn| c.facet.is_plain();
    let nip = columns.iter().filter(plain).find(|c| c.key == Some(Key::Nip))?;
    if !all_look(probe(), nip.col, other) {
        return None;
    }
    let mut held = columns.iter().filter(plain).filter(|c| {
        c.key
            .is_some_and(|k| k.personal() != Some(crate::contract::columns::Personal::Number) && k != Key::Nama)
            && all_look(probe(), c.col, person::is_nip)
    });
    let key = held.next()?.key?;
    held.next().is_none().then_some((Key::Nip, other, key, person::is_nip))
}
