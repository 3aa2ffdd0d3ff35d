//! What the headings leave open, and the cells below them settle: which of two columns is the NIP,
//! whether two columns are swapped, and that a mark which nothing tells apart is nobody's.

use super::findings::ColumnsSwapped;
use super::header::Header;
use super::person;
use super::{Column, Key, TableRow};
use crate::base::origin::{Origin, SheetId};
use crate::base::text::{fold_words, is_dash};
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
pub(super) fn header(sheet: &Sheet, header: &mut Header, end: usize) {
    nip(sheet, header, end);
    // A period that cannot be told is nobody's; and where it is the only one, neither is the mark.
    let unclear = |c: &Column| c.key.is_some_and(facet::is_mark) && c.facet.period.as_deref() == Some(facet::UNCLEAR);
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
    // Where nothing tells two columns of one mark apart the table gives no marks.
    if !header.ambiguous.is_empty() {
        for column in &mut header.columns {
            if column.key.is_some_and(facet::is_mark) {
                column.surpassed = column.key.take();
            }
        }
    }
}

/// Of several columns that may be the NIP the one whose cells are NIPs; and where no heading says NIP,
/// a column of people whose cells all are.
fn nip(sheet: &Sheet, header: &mut Header, end: usize) {
    if !header.jenis.columns().iter().any(|c| c.key == Key::Nip) {
        return;
    }
    let rows = || (header.last + 1..end.min(header.last + 1 + PROBE)).map(|i| sheet.row_at(i));
    let doubled = |col: u16| header.doubled.iter().any(|&(later, _, k)| k == Key::Nip && later == col);
    let rivals: Vec<u16> = header
        .columns
        .iter()
        .filter(|c| c.key == Some(Key::Nip) || c.surpassed == Some(Key::Nip) || doubled(c.col))
        .map(|c| c.col)
        .collect();
    let chosen = if rivals.len() > 1 {
        let counts: Vec<(usize, u16)> = rivals.iter().map(|&c| (person::count(rows(), c).0, c)).collect();
        let most = counts.iter().map(|c| c.0).max().unwrap_or(0);
        let mut best = counts.iter().filter(|c| c.0 == most && most > 0);
        best.next().filter(|_| best.next().is_none()).map(|c| c.1)
    } else if rivals.is_empty() && !header.has(Key::NamaNip) {
        let all = |c: &&Column| {
            let said = c.key.is_none() || c.key == Some(Key::Nama);
            let words = fold_words(&c.written);
            said && words.split(' ').all(|w| PERSON.contains(&w)) && {
                let (nips, filled) = person::count(rows(), c.col);
                nips > 0 && nips == filled
            }
        };
        let mut found = header.columns.iter().filter(all);
        found.next().filter(|_| found.next().is_none()).map(|c| c.col)
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
    header.doubled.retain(|d| d.2 != Key::Nip);
    header.missing.retain(|&k| k != Key::Nip);
}

/// What a filled cell looks like.
type Looks = fn(Value<'_>) -> bool;

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
    matches!(value, Value::Text(t) if !t.chars().any(|c| c.is_ascii_digit()) && !is_dash(t.trim()))
}

fn no_nip(value: Value<'_>) -> bool {
    matches!(value, Value::Text(t) if person::nip_in(t).is_none() && t.chars().any(char::is_alphabetic))
}

fn rating(value: Value<'_>) -> bool {
    matches!(value, Value::Text(t) if fold_words(t).ends_with("ekspektasi"))
}

fn predikat(value: Value<'_>) -> bool {
    matches!(value, Value::Text(t) if matches!(
        fold_words(t).as_str(),
        "sangat baik" | "baik" | "butuh perbaikan" | "kurang" | "sangat kurang" | "cukup"
    ))
}

/// Pairs of columns that people swap, with what each holds when it is the other.
const PAIRS: [(Key, Looks, Key, Looks); 4] = [
    (Key::Nip, no_nip, Key::Nama, person::is_nip),
    (Key::Target, no_figure, Key::Satuan, figure),
    (Key::HasilKerja, predikat, Key::HasilAkhir, rating),
    (Key::PerilakuKerja, predikat, Key::HasilAkhir, rating),
];

/// Finds two columns that are swapped in every row, tells it once, and reads them rightly.
pub(super) fn swapped(
    sheet: &Sheet,
    id: SheetId,
    columns: &mut [Column],
    rows: &[TableRow],
    header: u32,
    problems: &mut Vec<Noted>,
) {
    for (a, looks_a, b, looks_b) in PAIRS {
        let of = |key| columns.iter().position(|c| c.key == Some(key) && c.facet.is_plain());
        let (Some(i), Some(j)) = (of(a), of(b)) else { continue };
        let every = |col: u16, looks: Looks| {
            let mut filled = 0;
            let all = rows
                .iter()
                .take(PROBE)
                .map(|r| sheet.row_at(r.index as usize).get(col))
                .filter(|v| !v.is_blank())
                .all(|v| {
                    filled += 1;
                    looks(v)
                });
            all && filled > 0
        };
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
