//! Sheets → tables: which rectangle of which sheet is what, found by its header.
//!
//! A [`DataTable`] is a view: it names the columns and the data rows of a [`Sheet`]
//! and copies nothing. What was passed over is kept with its reason, for `skp baca`.

mod contents;
mod evidence;
pub mod findings;
pub mod form;
mod form_period;
pub mod form_words;
mod header;
pub mod layout;
mod lists;
mod name_lists;
pub mod nearest;
mod pairs;
mod perilaku;
pub mod person;
mod refused;
mod row_list;
mod rows;
mod settle;
mod split;
mod struck;
mod subject;
pub mod tint;
pub mod units;
mod vertical;

pub use crate::contract::facet::Facet;
pub use crate::contract::heading::is_known_header;
pub use crate::contract::{Key, TableKind};
pub use form::{Entry, Formulir, Identity};
pub use layout::{MeaningSource, Slice};
pub use pairs::Pair;
pub use row_list::RowList;
pub use rows::reason;

use crate::base::file_names::file_name;
use findings::{FileNotRecognised, SheetHidden, SheetNotRecognised};
use name_lists::NameList;
use rayon::prelude::*;

use crate::base::ids::{RowNo, index, short};
use crate::base::origin::{FileId, Origin, SheetId};
use crate::base::text::Text;
use crate::finding::Noted;
use crate::input::sheet::Merge;
use crate::input::{Inputs, Sheet, Value};

/// A column of a table.
#[derive(Debug, Clone)]
pub struct TableColumn {
    /// Column in the sheet.
    pub col: u16,
    /// Header as the file writes it; levels joined with " / ".
    pub written: Text,
    /// What it means, or `None` when not understood or said better by another column.
    pub key: Option<Key>,
    /// What sets it apart from other columns of this meaning.
    pub facet: Facet,
    /// The meaning that another column of the table says better (`unit` beside `skp_unor`).
    pub surpassed: Option<Key>,
    /// Another column says the same and holds something else: neither is used.
    pub disputed: bool,
}

impl TableColumn {
    /// Between the levels of a heading as it is written.
    pub(crate) const BETWEEN_LEVELS: &'static str = " / ";

    /// Nobody understood its heading.
    pub fn is_unread(&self) -> bool {
        self.key.is_none() && self.surpassed.is_none()
    }
}

/// A row that is no data.
#[derive(Debug, Clone)]
pub struct Skipped {
    /// 0-based row number in the sheet.
    pub row: u32,
    /// Why, in the user's words: "baris nomor kolom", "baris contoh", "JUMLAH" …
    pub reason: &'static str,
}

/// A data row of a table.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct TableRow {
    /// Index for [`Sheet::row_at`](crate::input::Sheet::row_at): the row's place among non-empty rows.
    pub index: RowNo,
    /// Set by an "A. UTAMA" / "B. TAMBAHAN" row above: `jenis` for rows that do not say it.
    pub section: Option<Section>,
    /// What of it stands in the row above or below.
    pub pair: Option<Pair>,
}

/// Section of an skp table.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Section {
    /// Below "UTAMA".
    Utama,
    /// Below "TAMBAHAN".
    Tambahan,
}

/// A recognised table: a view on a sheet.
#[derive(Debug, Clone)]
pub struct DataTable {
    /// Kind.
    pub jenis: TableKind,
    /// The sheet it stands in.
    pub sheet: SheetId,
    /// First and last header row, 0-based.
    pub header: (u32, u32),
    /// First and last column (side-by-side tables share rows).
    pub cols: (u16, u16),
    /// Columns, left to right.
    pub columns: Vec<TableColumn>,
    /// Data rows in file order.
    pub rows: RowList,
    /// Non-blank rows below the header that are no data, those at the foot of the table included.
    pub skipped: Vec<Skipped>,
    /// Meanings that are found elsewhere than in a column.
    pub sources: Vec<(Key, MeaningSource)>,
    /// The readings of each row of a wide table; empty for one that says everything once.
    pub slices: Vec<Slice>,
    /// Title and meta lines above the header, for the report and for periods.
    pub meta: Vec<Box<str>>,
    /// What an official form says around its table; `None` for every other kind.
    pub formulir: Option<Box<Formulir>>,
    /// Merges that hold a value for several data rows, by column and first row.
    pub(crate) merges: Box<[Merge]>,
    /// Rows that name the unit of the people below them, in a list without a column for it.
    pub(crate) units: Box<[Entry]>,
    /// Rows that name the period of those below them, in a table without a column for it.
    pub(crate) periods: Box<[Entry]>,
}

/// The merge that comes down over a cell from a row above. `merges` are sorted by column and top.
fn merge_over(merges: &[Merge], row: u32, col: u16) -> Option<&Merge> {
    let after = merges.partition_point(|m| (m.left, m.top) < (col, row));
    let m = merges[..after].last()?;
    (m.left == col && m.top < row && row <= m.bottom).then_some(m)
}

/// The last of some cells that stands above a row.
fn above(entries: &[Entry], row: u32) -> Option<&Entry> {
    let after = entries.partition_point(|e| e.at.row() < row);
    entries[..after].last()
}

/// Row numbers as a user lists them: "3, 5 sampai 7, dan 12".
pub(crate) fn row_list(rows: &[u32]) -> String {
    let mut runs: Vec<(u32, u32)> = Vec::new();
    for &row in rows {
        match runs.last_mut() {
            Some((_, last)) if *last + 1 == row => *last = row,
            _ => runs.push((row, row)),
        }
    }
    let mut words: Vec<String> = runs
        .iter()
        .take(8)
        .map(|&(a, b)| match b - a {
            0 => a.to_string(),
            1 => format!("{a}, {b}"),
            _ => format!("{a} sampai {b}"),
        })
        .collect();
    if runs.len() > 8 {
        words.push("…".into());
    }
    words.join(", ")
}

impl DataTable {
    /// The column with this meaning.
    pub fn column(&self, key: Key) -> Option<&TableColumn> {
        self.columns.iter().find(|c| c.key == Some(key))
    }

    /// Whether a cell stands in its columns, at its header or below it.
    pub fn covers(&self, at: Origin) -> bool {
        self.sheet == at.sheet() && (self.cols.0..=self.cols.1).contains(&at.col()) && self.header.0 <= at.row()
    }

    /// How many rows `skp.baca/1` counts: every data row; for a form every indicator (an RHK
    /// without one counts once).
    pub fn data_rows(&self, inputs: &Inputs) -> usize {
        if self.formulir.is_none() {
            return self.rows.len();
        }
        let sheet = inputs.sheet(self.sheet);
        let text = |row: TableRow, key: Key| {
            let col = self.column(key)?.col;
            Some(sheet.row(row.index).get(col)).filter(|v| !v.is_blank())
        };
        let (mut indicators, mut bare) = (0, 0);
        for row in self.rows.each() {
            let listed = match text(row, Key::Rhk) {
                Some(Value::Text(t)) => form::split_qualitative(t),
                _ => None,
            };
            match listed {
                Some((rhk, items)) => {
                    // The list below an RHK in a row of its own belongs to that RHK.
                    bare -= usize::from(rhk.is_empty() && bare > 0);
                    indicators += items.len().max(1);
                }
                None if text(row, Key::Indikator).is_some() => indicators += 1,
                None if text(row, Key::Rhk).is_some() => bare += 1,
                None => {}
            }
        }
        indicators + bare
    }

    /// How many non-blank rows between header and last data row are no data (`skp.baca/1`
    /// `dilewati`). In a table without data rows: all that were passed over.
    pub fn passed_over(&self, inputs: &Inputs) -> usize {
        let sheet = inputs.sheet(self.sheet);
        let last = self.rows.last().map(|r| sheet.row(r.index).number());
        self.skipped.iter().filter(|s| last.is_none_or(|last| s.row < last)).count()
    }

    /// The cell that names the unit of a row, where a row above it does.
    pub(crate) fn unit_above(&self, row: u32) -> Option<&Entry> {
        above(&self.units, row)
    }

    /// The cell that names the period of a row, likewise.
    pub(crate) fn period_above(&self, row: u32) -> Option<&Entry> {
        above(&self.periods, row)
    }

    /// The row from which a vertical merge comes down over a cell, if one does.
    pub(crate) fn merged_from(&self, row: u32, col: u16) -> Option<u32> {
        merge_over(&self.merges, row, col).map(|m| m.top)
    }

    /// The value of a data row in a sheet column, and the cell it really stands in: under a
    /// vertical merge that is the merge's first cell.
    pub fn cell<'a>(&self, inputs: &'a Inputs, row: TableRow, col: u16) -> (Value<'a>, Origin) {
        let sheet = inputs.sheet(self.sheet);
        let line = sheet.row(row.index);
        let at = Origin::new(self.sheet, line.number(), col);
        let value = line.get(col);
        if !matches!(value, Value::Empty) || self.merges.is_empty() {
            return (value, at);
        }
        match merge_over(&self.merges, at.row(), col) {
            Some(m) => (sheet.at(m.top, col), Origin::new(self.sheet, m.top, col)),
            None => (value, at),
        }
    }
}

/// Recognises the tables of all sheets, as many sheets at a time as there are threads. Cheap on clean sheets: a data row is
/// told by its NIP cell.
pub fn recognise(inputs: &Inputs) -> Tables {
    let ids = (0..short(inputs.sheets.len())).into_par_iter().with_max_len(1).map(SheetId);
    let of_sheets: Vec<_> = ids.map(|id| (id, of_sheet(inputs, id))).collect();
    let mut out = Tables::default();
    let mut of_file = vec![0_usize; inputs.files.len()];
    let mut name_lists = Vec::new();
    for (id, (mut found, list)) in of_sheets {
        of_file[inputs.sheet(id).file] += found.tables.len() + found.refused.len();
        out.tables.append(&mut found.tables);
        out.problems.append(&mut found.problems);
        out.refused.append(&mut found.refused);
        name_lists.extend(list.map(|list| (id, list)));
    }
    for (i, file) in (0u32..).zip(&inputs.files) {
        let has_sheets = inputs.sheets.iter().any(|s| s.file.0 == i && s.row_count() > 0);
        if file.named && has_sheets && of_file[index(i)] == 0 {
            let nearest = nearest::nearest(inputs, FileId(i));
            out.problems
                .push(Noted::new(FileNotRecognised { nearest }).in_file(FileId(i)));
        }
    }
    evidence::settle(inputs, &mut out);
    subject::pass_over(inputs, &mut out);
    subject::withhold_proposed(&mut out);
    lists::pass_over(inputs, &mut out);
    name_lists::settle(inputs, name_lists, &mut out);
    struck::note(inputs, &mut out);
    out
}

/// What is recognised on a sheet by itself, and its list of names where it has no table.
fn of_sheet(inputs: &Inputs, id: SheetId) -> (Tables, Option<NameList>) {
    let sheet = inputs.sheet(id);
    let mut out = Tables::default();
    if sheet.row_count() == 0 {
        return (out, None);
    }
    let corner = Origin::new(id, sheet.row_at(0).number(), 0);
    if sheet.hidden {
        out.problems.push(Noted::new(SheetHidden).at(corner));
    }
    if let Some((what, at)) = refused::sheet(sheet, id) {
        out.problems.push(Noted::new(findings::TableRefused { what }).at(at));
        let (message, remedy) = findings::refusal(what);
        out.refused.push(format!("{message} {remedy}"));
        return (out, None);
    }
    out.tables = split::tables(sheet, id, &hint(inputs, id), &mut out.problems);
    if !out.tables.is_empty() || is_guide(sheet.name.as_deref()) {
        return (out, None);
    }
    let list = name_lists::read(sheet);
    if list.is_some() || names_people(sheet) {
        let (nearest, strangers) = (nearest::nearest_in(sheet), 0);
        out.problems
            .push(Noted::new(SheetNotRecognised { nearest, strangers }).at(corner));
    }
    (out, list)
}

/// A sheet that says by its name that it is instructions, as the one of `skp template` does: no
/// table is missed there.
fn is_guide(name: Option<&str>) -> bool {
    name.is_some_and(|n| matches!(crate::base::text::fold(n).as_str(), "petunjuk" | "petunjukpengisian"))
}

/// A sheet without a NIP in its first rows is a guide or a list of choices, no lost input.
fn names_people(sheet: &Sheet) -> bool {
    sheet
        .rows()
        .take(200)
        .any(|row| row.cells().any(|(_, value)| rows::is_surely_nip(value)))
}

/// Folded names of sheet and file: they only break ties between kinds.
fn hint(inputs: &Inputs, id: SheetId) -> String {
    let sheet = inputs.sheet(id);
    let name = sheet.name.as_deref().unwrap_or("");
    let path = &inputs.file(sheet.file).path;
    crate::base::text::fold(&format!("{name} {}", file_name(path)))
}

/// What was recognised in a run.
#[derive(Debug, Default)]
pub struct Tables {
    /// Tables in order of file, sheet, place.
    pub tables: Vec<DataTable>,
    /// What did not fit.
    pub problems: Vec<Noted>,
    /// Why tables are not read that were recognised, in sentences: what is known by name and not supported, a predikat of
    /// something else.
    pub refused: Vec<String>,
}

impl Tables {
    /// The table a cell belongs to (by sheet, columns and rows).
    pub fn at(&self, at: Origin) -> Option<&DataTable> {
        self.tables.iter().filter(|t| t.covers(at)).max_by_key(|t| t.header.0)
    }
}
