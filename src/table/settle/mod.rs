//! What the headings leave open, and the cells below them settle: which of two columns is the NIP,
//! whether two columns are swapped, and that a mark which nothing tells apart is nobody's.

mod atasan;
mod final_mark;
pub(super) mod looks;
pub(super) mod nip_owner;
mod swapped;

use super::header::Header;
use super::pairs::NipsAbove;
use super::{Key, TableColumn, TableKind, person};
use crate::base::text::{clean, fold_words, is_dash};
use crate::contract::facet;
use crate::input::{Sheet, Value};
pub(super) use looks::{Looks, aspek, figure, mark, predikat, rating, several, sign};
pub(super) use swapped::swapped;

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
    header.doubtful_nip = nip_owner::settle(sheet, header, end);
    words_over_codes(sheet, header, end);
    // A period that cannot be told is nobody's; and where it is the only one, neither is the mark.
    let unclear = |c: &TableColumn| c.key.is_some_and(facet::is_mark) && c.facet.period.as_deref() == Some(facet::UNCLEAR);
    let row_periods = [Key::Periode, Key::PeriodeAwal, Key::Tahun]
        .iter()
        .any(|key| header.has(*key));
    let mut open = header
        .columns
        .iter_mut()
        .filter(|c| c.key.is_some_and(facet::is_mark) && !c.facet.is_plain());
    if let (Some(only), None) = (open.next(), open.next())
        && unclear(only)
        && (names_period(sheet, title.clone(), &only.written) || row_periods)
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
    // Beside people the predikat of their organisation decides none of their marks: of two columns of it neither counts.
    if header.jenis == TableKind::Penilaian && header.ambiguous.iter().any(|a| a.2 == Key::PredikatOrganisasi) {
        header.ambiguous.retain(|a| a.2 != Key::PredikatOrganisasi);
        for column in header.columns.iter_mut().filter(|c| c.key == Some(Key::PredikatOrganisasi)) {
            column.key = None;
        }
    }
    final_mark::settle(sheet, header, end);
    disputes(sheet, header, end);
    // Where nothing tells two columns of one mark apart the table gives no marks.
    if !header.ambiguous.is_empty() {
        for column in &mut header.columns {
            if column.key.is_some_and(facet::decides) {
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
        final_mark::choose(header, key, chosen, other);
    }
}

/// What decides a result: of two columns of one of these that say different things neither is taken.
const DECISIVE: [Key; 4] = [Key::Target, Key::Realisasi, Key::UmpanBalik, Key::Nilai];

/// Columns that mean the same and differ in some row, where it would decide.
fn disputes(sheet: &Sheet, header: &mut Header, end: usize) {
    for (later, earlier, key) in header.doubled.clone() {
        let differ = || {
            (header.last + 1..end).map(|i| sheet.row_at(i)).any(|row| {
                let said = |col: u16| fold_words(&row.get(col).written());
                said(later) != said(earlier)
            })
        };
        if !DECISIVE.contains(&key) || !differ() {
            continue;
        }
        for column in header.columns.iter_mut().filter(|c| c.col == earlier) {
            column.disputed = true;
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

/// Whether a line over the table says a part of the year, or, over a mark that is of some period, which one.
fn names_period(sheet: &Sheet, title: std::ops::Range<usize>, heading: &str) -> bool {
    let any = fold_words(heading).contains("periodik");
    let part = |text: &str| {
        let period = facet::split(&[text.into()]).0.period;
        period.is_some_and(|p| &*p != facet::UNCLEAR && (any || p.contains(char::is_alphabetic)))
    };
    let mut lines = title.map(|i| sheet.row_at(i)).flat_map(|row| row.cells());
    sheet.name.as_deref().is_some_and(|name| any && part(name))
        || lines.any(|(_, v)| matches!(v, Value::Text(t) if t.len() <= 200 && part(t)))
}

/// Whose NIP a heading says, where it is not the person's own.
const SOMEBODY_ELSE: [&str; 5] = ["atasan", "penilai", "pimpinan", "kepala", "pemberi"];

/// Settles where people are named, by the rows below: before it is known whether this is a header at
/// all, as one without a NIP is none.
pub(super) fn people(sheet: &Sheet, header: &mut Header, end: usize) {
    if header.jenis.columns().iter().any(|c| c.key == Key::Nip) {
        atasan::settle(sheet, header, end);
        nip(sheet, header, end);
        both(sheet, header, end);
    } else if header.jenis != TableKind::Unit {
        return;
    }
    super::contents::read(sheet, header, end);
    super::perilaku::read(sheet, header, end);
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
        // A heading that says NIP says with its other words whose: "NIP Verifikator".
        let unread = |c: &&TableColumn| c.key.is_none() && !words(c).split(' ').any(|w| w == "nip" || SOMEBODY_ELSE.contains(&w));
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
    if header.has(Key::NamaNip) || (header.has(Key::Nip) && header.has(Key::Nama)) {
        return;
    }
    let names_below = |c: &TableColumn| NipsAbove::of(sheet, header, c.col, end).is_some();
    // "NIP" over "NAMA" in the heading, and in the rows: below "NIP" alone words are a section, or whatever else.
    if let Some(i) = header.columns.iter().position(|c| c.key == Some(Key::Nip)) {
        let says_nama = |text: &str| fold_words(text).split(' ').any(|w| w == "nama");
        let column = &header.columns[i];
        let first = probe(sheet, header, end).next().map(|row| row.get(column.col));
        if (says_nama(&column.written) || matches!(first, Some(Value::Text(text)) if says_nama(text))) && names_below(column) {
            header.columns[i].key = Some(Key::NamaNip);
            header.missing.retain(|&k| !matches!(k, Key::Nip | Key::Nama));
        }
        return;
    }
    let holds = |c: &&TableColumn| {
        let of_people =
            c.key == Some(Key::Nama) || (c.key.is_none() && fold_words(&c.written).split(' ').all(|w| PERSON.contains(&w)));
        of_people
            && (names_below(c) || {
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
            })
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
    probe_below(sheet, header.last, end)
}

/// Likewise, below the last row of a header.
pub(super) fn probe_below(
    sheet: &Sheet,
    last: usize,
    end: usize,
) -> impl Iterator<Item = crate::input::sheet::Row<'_>> + use<'_> {
    (last + 1..end.min(last + 1 + PROBE)).map(|i| sheet.row_at(i))
}

/// Whether a column has filled cells among these rows, and every one looks so.
pub(super) fn all_look<'a>(rows: impl Iterator<Item = crate::input::sheet::Row<'a>>, col: u16, looks: Looks) -> bool {
    let mut filled = 0;
    let says = |v: &Value<'_>| !v.is_blank() && !matches!(v, Value::Text(t) if is_dash(&clean(t)));
    let all = rows.map(|r| r.get(col)).filter(says).all(|v| {
        filled += 1;
        looks(v)
    });
    all && filled > 0
}
