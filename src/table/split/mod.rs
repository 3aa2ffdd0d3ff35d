//! Tables of a sheet: side by side, one below the other, anywhere.
//!
//! A sheet is worked through as a list of *bands* (a range of columns, a range of rows). The
//! first header of a band is found within its first 30 rows; it may be two headers side by side,
//! and then each has a band of its own below. A band ends where the next header begins.

mod body;
mod headers;
mod keep;
mod stray;
mod summary;
mod told;
mod walk;

use std::ops::Range;

use super::header::Header;
use super::{DataTable, form, vertical};
use crate::base::origin::SheetId;
use crate::finding::Noted;
use crate::input::Sheet;
use crate::input::findings::FileTooLarge;

/// A header stands within so many rows.
const SEARCH: usize = 30;
/// So many tables may stand side by side; more is no office's work.
const SIDE_BY_SIDE: usize = 16;

/// So many rows of a table are looked at as the header of a next one; a table whose data read
/// like headers throughout would otherwise cost minutes.
const DOUBTS: usize = 200;
/// So many tables in one sheet are read; the rest is said to be too much.
const TABLES: usize = 1000;

/// Rows and columns that may hold a table.
#[derive(Debug, Clone)]
struct Band {
    rows: Range<usize>,
    cols: (u16, u16),
    /// A header already found at the top of it.
    header: Option<Header>,
}

/// Finds all tables of a sheet.
pub fn tables(sheet: &Sheet, id: SheetId, hint: &str, problems: &mut Vec<Noted>) -> Vec<DataTable> {
    let Some(used) = stray::used(sheet) else {
        return Vec::new();
    };
    let cols = match summary::edge(sheet, used.end, used.cols) {
        Some(edge) => (used.cols.0, edge),
        None => used.cols,
    };
    let documents = vertical::documents(sheet, id, cols);
    let mut finder = Finder {
        sheet,
        id,
        hint,
        found: Vec::new(),
        problems,
    };
    // What stands between documents is looked at like any other sheet.
    let starts = documents.iter().map(|(rows, _)| rows.start).chain([used.end]);
    let ends = [0].into_iter().chain(documents.iter().map(|(rows, _)| rows.end));
    let between = ends.zip(starts).filter(|(from, to)| from < to);
    let mut todo: Vec<Band> = between
        .map(|(from, to)| Band {
            rows: from..to,
            cols,
            header: None,
        })
        .collect();
    todo.reverse();
    while let Some(band) = todo.pop() {
        if finder.found.len() >= TABLES {
            finder.problems.push(
                Noted::new(FileTooLarge {
                    detail: format!("lebih dari {TABLES} tabel dalam satu lembar"),
                })
                .in_file(sheet.file),
            );
            break;
        }
        finder.band(band, &mut todo);
    }
    let mut found = std::mem::take(&mut finder.found);
    // Where no table is, nothing lies outside one.
    if !(found.is_empty() && documents.is_empty()) {
        finder.tell_strays(&used);
    }
    found.extend(documents.into_iter().map(|(_, table)| table));
    found.sort_by_key(|t| (t.header.0, t.cols.0));
    form::join_pages(sheet, &mut found);
    found
}

struct Finder<'a> {
    sheet: &'a Sheet,
    id: SheetId,
    hint: &'a str,
    found: Vec<DataTable>,
    problems: &'a mut Vec<Noted>,
}

impl Finder<'_> {
    fn band(&mut self, band: Band, todo: &mut Vec<Band>) {
        let Band { rows, cols, header } = band;
        let found = header
            .or_else(|| self.find(rows.clone(), cols))
            .or_else(|| form::qualitative(self.sheet, rows.clone(), cols));
        let Some(mut header) = found else {
            return;
        };
        if header.jenis.is_form() {
            form::behind_numbers(self.sheet, rows.clone(), &mut header);
        }
        let parts = self.side_by_side(&header, cols);
        if let [only] = parts.as_slice() {
            self.only_table(only, &header, rows, cols, todo);
            return;
        }
        for (i, part) in parts.iter().enumerate() {
            let from = if i == 0 { cols.0 } else { part.span().0 };
            let to = parts.get(i + 1).map_or(cols.1, |next| next.span().0 - 1);
            self.table(part, rows.clone(), (from, to), todo);
        }
    }

    /// The one table of a header; beside it, further down, others may begin.
    fn only_table(&mut self, only: &Header, header: &Header, rows: Range<usize>, cols: (u16, u16), todo: &mut Vec<Band>) {
        let mut only = only.clone();
        let (lo, edge) = (only.span().0, self.trimmed(&only));
        let mut main = cols;
        let beside = |cols| Band {
            rows: rows.clone(),
            cols,
            header: None,
        };
        if cols.0 < lo && self.beside(rows.clone(), (cols.0, lo - 1), cols, header) {
            main.0 = lo;
            todo.push(beside((cols.0, lo - 1)));
        }
        if edge < cols.1 && self.beside(rows.clone(), (edge + 1, cols.1), cols, header) {
            only.columns.retain(|c| c.col <= edge);
            main.1 = edge;
            todo.push(beside((edge + 1, cols.1)));
        }
        self.table(&only, rows, main, todo);
    }
}

#[cfg(test)]
mod tests;
