//! The document D.1.1 (DOKUMEN EVALUASI KINERJA PEGAWAI): one person down a sheet, a label and its
//! value in each row. It is read as a `penilaian` of one row whose cells stand where the labels say.

use std::ops::Range;

use super::form::{self, Entry};
use super::form_words::{self, FormField, FormLine, Who};
use super::layout::MeaningSource;
use super::{DataTable, Key, RowList, TableKind, TableRow, form_period, struck};
use crate::base::ids::RowNo;
use crate::base::origin::{Origin, SheetId};
use crate::base::text::{fold, fold_words, is_blank};
use crate::contract::{facet, unit_words};
use crate::input::{Sheet, Value};

/// Whom or what a block of the document is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Block {
    Title,
    Pegawai,
    Penilai,
    Other,
}

/// The documents of a sheet, one below the other, with the rows of each.
pub(super) fn documents(sheet: &Sheet, id: SheetId, cols: (u16, u16)) -> Vec<(Range<usize>, DataTable)> {
    if !sheet.texts().any(says_title) {
        return Vec::new();
    }
    let titles: Vec<usize> = (0..sheet.row_count()).filter(|&i| is_title(sheet, i)).collect();
    titles
        .iter()
        .enumerate()
        .filter_map(|(n, &start)| {
            let next = titles.get(n + 1).copied().unwrap_or(sheet.row_count());
            let end = other_form(sheet, start + 1..next).unwrap_or(next);
            document(sheet, id, cols, start, end).map(|table| (start..end, table))
        })
        .collect()
}

/// Where the title of another form follows a document in the same sheet.
fn other_form(sheet: &Sheet, mut rows: Range<usize>) -> Option<usize> {
    let is_other = |text: &str| {
        let titles = [
            "evaluasikinerjapegawai",
            "hasilevaluasikinerjapegawai",
            "sasarankinerjapegawai",
        ];
        text.len() < 120 && titles.contains(&fold(text).as_str())
    };
    rows.find(|&i| {
        let mut cells = sheet.row_at(i).cells();
        cells.any(|(_, v)| matches!(v, Value::Text(t) if is_other(t)))
    })
}

fn is_title(sheet: &Sheet, index: usize) -> bool {
    let mut cells = sheet.row_at(index).cells();
    cells.any(|(_, v)| matches!(v, Value::Text(t) if says_title(t)))
}

/// Every text of every sheet is asked: almost all are done with before anything is folded.
fn says_title(text: &str) -> bool {
    let first = || text.chars().find(|c| c.is_ascii_alphanumeric() || !c.is_ascii());
    (22..120).contains(&text.len())
        && first().is_some_and(|c| matches!(c, 'd' | 'D') || !c.is_ascii())
        && fold(text).starts_with("dokumenevaluasikinerja")
}

/// A row as one text. A year that stands there alone, or behind the name of an office, is called one.
fn line(sheet: &Sheet, cols: (u16, u16), index: usize) -> String {
    let cells = sheet.row_at(index).cells_in(cols.0, cols.1).filter(|(_, v)| !v.is_blank());
    let words: Vec<String> = cells.map(|(col, v)| struck::written(sheet, index, col, v)).collect();
    let text = words.join(" ");
    let bare = text.trim().trim_end_matches(')');
    let year = bare.get(bare.len().saturating_sub(4)..).filter(|y| facet::is_year(y));
    let before = year
        .and_then(|year| bare.strip_suffix(year))
        .map(|b| b.trim_end_matches(['(', '-', '–', ' ', ',']));
    match (before, year) {
        (Some(before), Some(year)) if before.is_empty() || is_office_without_year(before) => format!("{before} Tahun {year}"),
        _ => text,
    }
}

fn is_office_without_year(text: &str) -> bool {
    unit_words::begins_an_office(text) && !text.contains(|c: char| c.is_ascii_digit()) && !fold_words(text).ends_with("tahun")
}

/// The office and the year straight above the title; what stands further above is of another document.
fn above(sheet: &Sheet, cols: (u16, u16), title: usize) -> Vec<Box<str>> {
    let says_year = |text: &str| {
        let words = fold_words(text);
        let last = words.rsplit(' ').next().unwrap_or("");
        let named = matches!(words.split(' ').next(), Some("tahun" | "thn" | "th" | "ta" | "skp"));
        named && words.len() < 30 && facet::is_year(last)
    };
    let lines = (0..title).rev().take(4).map(|index| line(sheet, cols, index));
    let mut heads: Vec<Box<str>> = lines
        .take_while(|line| unit_words::begins_an_office(line) || says_year(line))
        .map(Into::into)
        .collect();
    heads.reverse();
    heads
}

fn document(sheet: &Sheet, id: SheetId, cols: (u16, u16), start: usize, end: usize) -> Option<DataTable> {
    let mut sources: Vec<(Key, MeaningSource)> = Vec::new();
    let mut block = Block::Title;
    let mut meta = above(sheet, cols, start);
    let mut nip_row = None;
    for index in start..end.min(start + 200) {
        let row = sheet.row_at(index);
        let cells: Vec<(u16, Value<'_>)> = row.cells_in(cols.0, cols.1).filter(|(_, v)| !v.is_blank()).collect();
        let mut labelled = false;
        for (n, &(col, value)) in cells.iter().enumerate() {
            let Value::Text(text) = value else { continue };
            let (label, rest) = text.split_once(':').map_or((text, ""), |(l, r)| (l, r));
            let label = form_words::unnumbered(label);
            let opens = match form_words::block_title(label) {
                Some(Who::Pegawai) => Some(Block::Pegawai),
                Some(Who::Penilai) => Some(Block::Penilai),
                Some(Who::Lain) => Some(Block::Other),
                None if matches!(fold(label).as_str(), "evaluasikinerja" | "catatanrekomendasi") => Some(Block::Other),
                None => None,
            };
            if let Some(opened) = opens {
                block = opened;
            } else {
                let Some(key) = key_of(label, block) else { continue };
                labelled = true;
                let own = Origin::new(id, row.number(), col);
                let entry = if is_blank(rest) {
                    let colon = |v: Value<'_>| matches!(v, Value::Text(t) if t.trim() == ":");
                    cells[n + 1..].iter().find(|(_, v)| !colon(*v)).map(|&(c, v)| Entry {
                        at: Origin::new(id, row.number(), c),
                        section: match v {
                            Value::Text(t) if t.trim_start().starts_with(':') => {
                                Some(t.trim_start().trim_start_matches(':').trim().into())
                            }
                            _ => None,
                        },
                    })
                } else {
                    Some(Entry {
                        at: own,
                        section: Some(rest.trim().into()),
                    })
                };
                if key == Key::Nip {
                    nip_row = Some(index);
                }
                if let Some(entry) = entry
                    && !sources.iter().any(|(k, _)| *k == key)
                {
                    sources.push((key, MeaningSource::Cell(entry)));
                    if let Some(period) = of_label(key, label)
                        && !sources.iter().any(|(k, _)| *k == Key::Periode)
                    {
                        let section = Some(period);
                        sources.push((Key::Periode, MeaningSource::Cell(Entry { at: own, section })));
                    }
                }
            }
        }
        if block == Block::Title && !labelled {
            meta.push(line(sheet, cols, index).into());
        }
    }
    if let Some(at) = split_name(sheet, &mut sources) {
        nip_row = sheet.index_of(at.row());
    }
    // Without a person it is no document; without a mark it is none yet, and the marks are missing.
    let has = |key| sources.iter().any(|(k, _)| *k == key);
    if !(has(Key::Nama) || has(Key::Nip)) {
        return None;
    }
    let top = sheet.row_at(start).number();
    let row = RowNo::at(nip_row.unwrap_or(start));
    Some(DataTable {
        jenis: TableKind::Penilaian,
        sheet: id,
        header: (top, top),
        cols,
        columns: Vec::new(),
        rows: RowList::from_iter([TableRow {
            index: row,
            section: None,
            pair: None,
        }]),
        skipped: Vec::new(),
        sources,
        slices: Vec::new(),
        meta,
        formulir: None,
        units: Box::default(),
        periods: Box::default(),
        merges: Box::default(),
    })
}

/// The period that the label of a mark names.
fn of_label(key: Key, label: &str) -> Option<Box<str>> {
    matches!(key, Key::HasilKerja | Key::PerilakuKerja | Key::HasilAkhir)
        .then(|| form_period::of_label(label))
        .flatten()
}

/// A name and a NIP in one cell are two; where they stand.
fn split_name(sheet: &Sheet, sources: &mut Vec<(Key, MeaningSource)>) -> Option<Origin> {
    let mut of_person = sources.iter().filter(|(key, _)| matches!(key, Key::Nama | Key::Nip));
    let (Some((_, MeaningSource::Cell(entry))), None) = (of_person.next(), of_person.next()) else {
        return None;
    };
    let at = entry.at;
    let (nama, nip) = form::name_and_nip(at, entry.on(sheet))?;
    sources.retain(|(key, _)| !matches!(key, Key::Nama | Key::Nip));
    sources.extend([(Key::Nama, MeaningSource::Cell(nama)), (Key::Nip, MeaningSource::Cell(nip))]);
    Some(at)
}

fn key_of(name: &str, block: Block) -> Option<Key> {
    if let Some((line, _)) = form_words::line(name) {
        return match line {
            FormLine::RatingWork => Some(Key::HasilKerja),
            FormLine::RatingConduct => Some(Key::PerilakuKerja),
            FormLine::Mark => Some(Key::HasilAkhir),
            FormLine::Organisation => Some(Key::PredikatOrganisasi),
            _ => None,
        };
    }
    Some(match (form_words::field(&fold(name))?, block) {
        (FormField::Nama, Block::Pegawai) => Key::Nama,
        (FormField::Nip, Block::Pegawai) => Key::Nip,
        (FormField::Jabatan, Block::Pegawai) => Key::Jabatan,
        (FormField::Pangkat, Block::Pegawai) => Key::Golongan,
        (FormField::Unit | FormField::Instansi, Block::Pegawai) => Key::UnitKerja,
        (FormField::Nama, Block::Penilai) => Key::NamaAtasan,
        (FormField::Nip, Block::Penilai) => Key::NipAtasan,
        (FormField::Jabatan, Block::Penilai) => Key::JabatanAtasan,
        (FormField::Unit | FormField::Instansi, Block::Penilai) => Key::UnitAtasan,
        _ => return None,
    })
}
