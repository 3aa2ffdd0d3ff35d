//! A sheet as read: sparse, compact, in file order, with the addresses of the file.
//!
//! Texts are stored once per sheet (a NIP stands in dozens of cells), so a cell costs 18 bytes
//! and a sheet of a million cells stays small. Tables are *views* on a sheet; nothing is copied.

use std::hash::BuildHasher;
use std::ops::Range;
use std::sync::Arc;

use hashbrown::DefaultHashBuilder;
use hashbrown::hash_table::{Entry, HashTable};
use jiff::civil::Date;

use crate::base::ids::{RowNo, index, short, whole};
use crate::base::origin::FileId;
use crate::base::visible::visible;

/// An error value in a cell (`#N/A` …), as the spreadsheet spells it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CellError {
    /// `#N/A`
    NA,
    /// `#REF!`
    Ref,
    /// `#DIV/0!`
    Div0,
    /// `#VALUE!`
    Value,
    /// `#NAME?`
    Name,
    /// `#NUM!`
    Num,
    /// `#NULL!`
    Null,
    /// `#GETTING_DATA` and later inventions.
    Other,
}

impl CellError {
    /// The spelling in the sheet.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::NA => "#N/A",
            Self::Ref => "#REF!",
            Self::Div0 => "#DIV/0!",
            Self::Value => "#VALUE!",
            Self::Name => "#NAME?",
            Self::Num => "#NUM!",
            Self::Null => "#NULL!",
            Self::Other => "#ERROR!",
        }
    }

    /// The error value a text spells exactly, but for blanks around it.
    #[must_use]
    pub fn from_text(text: &str) -> Option<Self> {
        let text = text.trim();
        if !text.starts_with('#') {
            return None;
        }
        [
            Self::NA,
            Self::Ref,
            Self::Div0,
            Self::Value,
            Self::Name,
            Self::Num,
            Self::Null,
        ]
        .into_iter()
        .find(|e| text == e.as_str())
    }
}

/// What a cell holds. Text is as written, untrimmed.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Value<'a> {
    /// Nothing.
    Empty,
    /// Text.
    Text(&'a str),
    /// A number; `percent` when its number format shows it as per cent (0.85 shown as 85 %).
    Number {
        /// As stored.
        value: f64,
        /// Shown as per cent.
        percent: bool,
    },
    /// A date (the time of day, if any, is dropped).
    Date(Date),
    /// A time of day or a duration, in days: no figure, whatever its number is.
    Clock(f64),
    /// TRUE / FALSE.
    Bool(bool),
    /// An error value.
    Error(CellError),
    /// A formula whose result was never stored: not blank, and not known.
    Uncomputed,
}

impl Value<'_> {
    /// True for nothing, or text in which nothing can be seen.
    #[must_use]
    pub fn is_blank(&self) -> bool {
        match self {
            Value::Empty => true,
            Value::Text(t) => crate::base::text::is_blank(t),
            _ => false,
        }
    }

    /// The value as a user would read it in the cell, for findings and copies.
    #[must_use]
    pub fn written(&self) -> String {
        match self {
            Value::Empty => String::new(),
            Value::Text(t) => visible(t).into_owned(),
            Value::Number { value, percent: true } => crate::base::figure::from_f64(*value).map_or_else(
                || format!("{value}"),
                |d| {
                    format!(
                        "{}%",
                        crate::base::figure::with_comma(d * crate::base::figure::Decimal::ONE_HUNDRED)
                    )
                },
            ),
            Value::Number { value, percent: false } if value.abs() >= 1e15 => format!("{value:E}"),
            Value::Number { value, percent: false } => format!("{value}").replace('.', ","),
            Value::Date(d) => d.strftime("%d/%m/%Y").to_string(),
            Value::Clock(days) => clock(*days),
            Value::Bool(true) => "TRUE".into(),
            Value::Bool(false) => "FALSE".into(),
            Value::Error(e) => e.as_str().into(),
            Value::Uncomputed => "(rumus tanpa hasil)".into(),
        }
    }
}

#[derive(Debug, Clone, Copy)]
enum Stored {
    Text(u32),
    Number { value: f64, percent: bool },
    Date(Date),
    Clock(f64),
    Bool(bool),
    Error(CellError),
    Uncomputed,
}

/// `00:20`, `125:30:15`: hours and minutes, with seconds where there are any.
fn clock(days: f64) -> String {
    let seconds = whole((days.abs() * 86_400.0).round());
    let sign = if days < 0.0 { "-" } else { "" };
    let (h, m, s) = (seconds / 3600, seconds / 60 % 60, seconds % 60);
    if s == 0 {
        format!("{sign}{h:02}:{m:02}")
    } else {
        format!("{sign}{h:02}:{m:02}:{s:02}")
    }
}

/// A rectangle of merged cells, 0-based, both ends included.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Merge {
    /// First row.
    pub top: u32,
    /// First column.
    pub left: u16,
    /// Last row.
    pub bottom: u32,
    /// Last column.
    pub right: u16,
}

/// A sheet, complete and unchangeable.
#[derive(Debug)]
pub struct Sheet {
    /// The file it is in.
    pub file: FileId,
    /// Its name; `None` for a CSV, which has no sheets.
    pub name: Option<Arc<str>>,
    /// Hidden in the workbook (read all the same, and said).
    pub hidden: bool,
    /// Merged areas.
    pub merges: Vec<Merge>,
    rows: Vec<(u32, u32)>,
    cols: Vec<u16>,
    values: Vec<Stored>,
    texts: Texts,
}

#[derive(Debug, Default)]
struct Texts {
    bytes: String,
    ends: Vec<u32>,
}

impl Texts {
    fn get(&self, i: u32) -> &str {
        let i = index(i);
        let start = if i == 0 { 0 } else { index(self.ends[i - 1]) };
        &self.bytes[start..index(self.ends[i])]
    }
}

impl Sheet {
    /// Non-empty rows in file order.
    pub fn rows(&self) -> impl DoubleEndedIterator<Item = Row<'_>> + ExactSizeIterator {
        (0..self.rows.len()).map(move |i| self.row_at(i))
    }

    /// The `i`-th non-empty row (not the row number).
    #[must_use]
    pub fn row_at(&self, index: usize) -> Row<'_> {
        Row { sheet: self, index }
    }

    /// The row of a table that begins here.
    #[must_use]
    pub fn row(&self, no: RowNo) -> Row<'_> {
        self.row_at(no.index())
    }

    /// How many non-empty rows there are.
    #[must_use]
    pub fn row_count(&self) -> usize {
        self.rows.len()
    }

    /// Index (for [`Sheet::row_at`]) of the row with this 0-based number, if it is not empty.
    #[must_use]
    pub fn index_of(&self, row: u32) -> Option<usize> {
        self.rows.binary_search_by_key(&row, |r| r.0).ok()
    }

    /// What stands at a 0-based address. The cells under a merge are `Empty`; see [`Sheet::merges`].
    #[must_use]
    pub fn at(&self, row: u32, col: u16) -> Value<'_> {
        self.index_of(row).map_or(Value::Empty, |i| self.row_at(i).get(col))
    }

    fn span(&self, i: usize) -> Range<usize> {
        let end = self.rows.get(i + 1).map_or(self.cols.len(), |r| index(r.1));
        index(self.rows[i].1)..end
    }

    fn load(&self, stored: Stored) -> Value<'_> {
        match stored {
            Stored::Text(i) => Value::Text(self.texts.get(i)),
            Stored::Number { value, percent } => Value::Number { value, percent },
            Stored::Date(d) => Value::Date(d),
            Stored::Clock(days) => Value::Clock(days),
            Stored::Bool(b) => Value::Bool(b),
            Stored::Error(e) => Value::Error(e),
            Stored::Uncomputed => Value::Uncomputed,
        }
    }
}

/// A non-empty row of a sheet.
#[derive(Debug, Clone, Copy)]
pub struct Row<'a> {
    sheet: &'a Sheet,
    index: usize,
}

impl<'a> Row<'a> {
    /// 0-based row number in the file.
    #[must_use]
    pub fn number(&self) -> u32 {
        self.sheet.rows[self.index].0
    }

    /// The value in a column; `Empty` where there is none.
    #[must_use]
    pub fn get(&self, col: u16) -> Value<'a> {
        let span = self.sheet.span(self.index);
        let cols = &self.sheet.cols[span.clone()];
        // Most rows are full up to their last cell: there the column is the place.
        let place = if cols.get(usize::from(col)) == Some(&col) {
            Ok(usize::from(col))
        } else {
            cols.binary_search(&col)
        };
        place.map_or(Value::Empty, |i| self.sheet.load(self.sheet.values[span.start + i]))
    }

    /// Non-empty cells, left to right.
    pub fn cells(&self) -> impl DoubleEndedIterator<Item = (u16, Value<'a>)> + ExactSizeIterator + use<'a> {
        let sheet = self.sheet;
        let span = sheet.span(self.index);
        span.map(move |i| (sheet.cols[i], sheet.load(sheet.values[i])))
    }
}

impl<'a> Row<'a> {
    /// Non-empty cells of the columns `lo..=hi`, left to right, found without passing the others.
    pub fn cells_in(&self, lo: u16, hi: u16) -> impl DoubleEndedIterator<Item = (u16, Value<'a>)> + ExactSizeIterator + use<'a> {
        let sheet = self.sheet;
        let span = self.sheet.span(self.index);
        let cols = &sheet.cols[span.clone()];
        let from = span.start + cols.partition_point(|&c| c < lo);
        let to = (span.start + cols.partition_point(|&c| c <= hi)).max(from);
        (from..to).map(move |i| (sheet.cols[i], sheet.load(sheet.values[i])))
    }
}

/// Builds a [`Sheet`] cell by cell.
#[derive(Debug)]
pub struct SheetBuilder {
    sheet: Sheet,
    /// Ids of texts by their hash; the texts themselves stand in the sheet only.
    known: HashTable<u32>,
    hasher: DefaultHashBuilder,
    /// Text last seen in each column: the cell above very often says the same.
    last: Vec<u32>,
}

/// No text.
const NONE: u32 = u32::MAX;

impl SheetBuilder {
    /// An empty sheet of `file`.
    #[must_use]
    pub fn new(file: FileId, name: Option<Arc<str>>) -> Self {
        Self {
            sheet: Sheet {
                file,
                name: name.map(|n| visible(&n).into()),
                hidden: false,
                merges: Vec::new(),
                rows: Vec::new(),
                cols: Vec::new(),
                values: Vec::new(),
                texts: Texts::default(),
            },
            known: HashTable::new(),
            hasher: DefaultHashBuilder::default(),
            last: Vec::new(),
        }
    }

    /// Marks the sheet as hidden.
    pub fn set_hidden(&mut self, hidden: bool) {
        self.sheet.hidden = hidden;
    }

    /// Adds a merged area.
    pub fn merge(&mut self, merge: Merge) {
        self.sheet.merges.push(merge);
    }

    /// Adds a cell. Cells come row by row, left to right; one that comes out of order (a hostile
    /// or broken file) is refused with `false`. `Empty` is taken and stored nowhere.
    pub fn push(&mut self, row: u32, col: u16, value: Value<'_>) -> bool {
        let stored = match value {
            Value::Empty => return true,
            Value::Text(t) => Stored::Text(self.intern(col, t)),
            Value::Number { value, percent } => Stored::Number { value, percent },
            Value::Date(d) => Stored::Date(d),
            Value::Clock(days) => Stored::Clock(days),
            Value::Bool(b) => Stored::Bool(b),
            Value::Error(e) => Stored::Error(e),
            Value::Uncomputed => Stored::Uncomputed,
        };
        let sheet = &mut self.sheet;
        match sheet.rows.last() {
            Some(&(last, _)) if row < last => return false,
            Some(&(last, start)) if row == last => {
                if sheet.cols.len() > index(start) && sheet.cols.last().is_some_and(|&c| c >= col) {
                    return false;
                }
            }
            _ => sheet.rows.push((row, short(sheet.cols.len()))),
        }
        sheet.cols.push(col);
        sheet.values.push(stored);
        true
    }

    fn intern(&mut self, col: u16, text: &str) -> u32 {
        let col = usize::from(col);
        let texts = &mut self.sheet.texts;
        let above = self.last.get(col).copied().unwrap_or(NONE);
        if above != NONE && texts.get(above) == text {
            return above;
        }
        let hasher = &self.hasher;
        let entry = self.known.entry(
            hasher.hash_one(text),
            |&id| texts.get(id) == text,
            |&id| hasher.hash_one(texts.get(id)),
        );
        let id = match entry {
            Entry::Occupied(known) => *known.get(),
            Entry::Vacant(new) => {
                let id = u32::try_from(texts.ends.len()).unwrap_or(NONE);
                new.insert(id);
                texts.bytes.push_str(text);
                texts.ends.push(short(texts.bytes.len()));
                id
            }
        };
        if self.last.len() <= col {
            self.last.resize(col + 1, NONE);
        }
        self.last[col] = id;
        id
    }

    /// How many cells are in so far (a reader's guard counts them).
    #[must_use]
    pub fn cell_count(&self) -> usize {
        self.sheet.cols.len()
    }

    /// Bytes of distinct text so far; must stay below 4 GiB (a reader's guard keeps it far below).
    #[must_use]
    pub fn text_bytes(&self) -> usize {
        self.sheet.texts.bytes.len()
    }

    /// The finished sheet.
    #[must_use]
    pub fn finish(mut self) -> Sheet {
        self.sheet.rows.shrink_to_fit();
        self.sheet.cols.shrink_to_fit();
        self.sheet.values.shrink_to_fit();
        self.sheet
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_stand_at_their_own_address() {
        let mut b = SheetBuilder::new(FileId(0), None);
        assert!(b.push(2, 1, Value::Text("nip")));
        assert!(b.push(
            2,
            4,
            Value::Number {
                value: 0.85,
                percent: true
            }
        ));
        assert!(b.push(7, 0, Value::Text("nip")));
        assert!(!b.push(7, 0, Value::Bool(true)), "the same cell twice");
        assert!(!b.push(3, 0, Value::Bool(true)), "a row that is over");
        let s = b.finish();
        assert_eq!(s.at(2, 1), Value::Text("nip"));
        assert_eq!(s.at(2, 2), Value::Empty);
        assert_eq!(s.at(2, 4).written(), "85%");
        assert_eq!(s.at(7, 0), Value::Text("nip"));
        assert_eq!(s.rows().map(|r| r.number()).collect::<Vec<_>>(), [2, 7]);
        assert_eq!(size_of::<Stored>(), 16);
    }
}
