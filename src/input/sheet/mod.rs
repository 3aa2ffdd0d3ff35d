//! A sheet as read: sparse, compact, in file order, with the addresses of the file.
//!
//! Texts are stored once per sheet (a NIP stands in dozens of cells) and the columns of a row once for
//! all rows like it, so a text costs 4 bytes and a figure 12, and a sheet of a million cells stays small.
//! Tables are *views* on a sheet; nothing is copied.

mod builder;
mod value;

use jiff::civil::Date;

use super::strike::{Strike, StruckCells};
use super::tint::{Tint, Tints};
use crate::base::ids::{RowNo, index, short};
use crate::base::origin::FileId;
use crate::base::text::Text;
pub use builder::SheetBuilder;
pub use value::{CellError, Value};

/// A cell: its kind in the three upper bits, below them the place in the list of its kind.
#[derive(Debug, Clone, Copy)]
struct Stored(u32);

/// Kinds of [`Stored`], and what the rest of it counts.
mod stored {
    /// In the texts.
    pub const TEXT: u32 = 0;
    /// In the figures.
    pub const NUMBER: u32 = 1;
    /// In the figures; shown as per cent.
    pub const PERCENT: u32 = 2;
    /// In the figures, in days.
    pub const CLOCK: u32 = 3;
    /// In the dates.
    pub const DATE: u32 = 4;
    /// In the others.
    pub const OTHER: u32 = 5;
}

/// What few cells hold.
#[derive(Debug, Clone, Copy)]
enum Other {
    Bool(bool),
    Error(CellError),
    Uncomputed,
}

impl Stored {
    /// Bits of the place: a sheet has room for more than 500 million cells of a kind, and a reader's guard
    /// stops at 100 million cells.
    const PLACE: u32 = 29;

    fn new(kind: u32, place: usize) -> Self {
        let most = (1 << Self::PLACE) - 1;
        Self(kind << Self::PLACE | short(place).min(most))
    }

    const fn kind(self) -> u32 {
        self.0 >> Self::PLACE
    }

    const fn place(self) -> usize {
        index(self.0 & ((1 << Self::PLACE) - 1))
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
    pub name: Option<Text>,
    /// Hidden in the workbook (read all the same, and said).
    pub hidden: bool,
    /// Merged areas.
    pub merges: Vec<Merge>,
    rows: Vec<Span>,
    cols: Vec<u16>,
    values: Vec<Stored>,
    texts: Texts,
    numbers: Vec<f64>,
    dates: Vec<Date>,
    others: Vec<Other>,
    /// What is struck out; `None` where nothing is.
    struck: Option<Box<StruckCells>>,
    /// Cells whose colour may say something; `None` where nobody has looked, or none does.
    tints: Option<Box<Tints>>,
}

/// Where a row stands: its cells end where those of the next begin.
#[derive(Debug, Clone, Copy)]
struct Span {
    /// 0-based number in the file.
    number: u32,
    /// Its first cell in `values`.
    start: u32,
    /// Its first column in `cols`; rows alike share theirs.
    cols: u32,
}

#[derive(Debug, Default)]
struct Texts {
    bytes: String,
    ends: Vec<u32>,
}

impl Texts {
    #[inline]
    fn get(&self, i: usize) -> &str {
        let start = if i == 0 { 0 } else { index(self.ends[i - 1]) };
        &self.bytes[start..index(self.ends[i])]
    }

    /// Whether the `i`-th is this text.
    fn is(&self, i: u32, text: &str) -> bool {
        let (i, bytes) = (index(i), self.bytes.as_bytes());
        let start = if i == 0 { 0 } else { index(self.ends[i - 1]) };
        bytes[start..index(self.ends[i])] == *text.as_bytes()
    }
}

impl Sheet {
    /// Non-empty rows in file order.
    pub fn rows(&self) -> impl DoubleEndedIterator<Item = Row<'_>> + ExactSizeIterator {
        (0..self.rows.len()).map(move |i| self.row_at(i))
    }

    /// The `i`-th non-empty row (not the row number).
    #[must_use]
    pub fn row_at(&self, i: usize) -> Row<'_> {
        let Span { number, start, cols } = self.rows[i];
        let end = self.rows.get(i + 1).map_or(self.values.len(), |r| index(r.start));
        let (values, cols) = (&self.values[index(start)..end], index(cols));
        Row {
            sheet: self,
            number,
            cols: &self.cols[cols..cols + values.len()],
            values,
        }
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
        self.rows.binary_search_by_key(&row, |r| r.number).ok()
    }

    /// What stands at a 0-based address. The cells under a merge are `Empty`; see [`Sheet::merges`].
    #[must_use]
    pub fn at(&self, row: u32, col: u16) -> Value<'_> {
        self.index_of(row).map_or(Value::Empty, |i| self.row_at(i).get(col))
    }

    /// What is struck out in a cell.
    #[must_use]
    pub fn strike(&self, row: u32, col: u16) -> Option<&Strike> {
        self.struck.as_ref()?.get(row, col)
    }

    /// The cells with a stroke, where there are any.
    #[must_use]
    pub fn struck(&self) -> Option<&StruckCells> {
        self.struck.as_deref()
    }

    /// Marks what is struck out.
    pub fn set_struck(&mut self, cells: StruckCells) {
        self.struck = (!cells.is_empty()).then(|| Box::new(cells));
    }

    /// The colour of a cell, where it may say something.
    #[must_use]
    pub fn tint(&self, row: u32, col: u16) -> Option<Tint> {
        self.tints.as_ref()?.get(row, col)
    }

    /// Marks the cells whose colour may say something.
    pub fn set_tints(&mut self, tints: Tints) {
        self.tints = (!tints.is_empty()).then(|| Box::new(tints));
    }

    /// Every text of the sheet once, in no order that means anything.
    pub fn texts(&self) -> impl Iterator<Item = &str> {
        (0..self.texts.ends.len()).map(|i| self.texts.get(i))
    }

    #[inline]
    fn load(&self, stored: Stored) -> Value<'_> {
        let place = stored.place();
        match stored.kind() {
            stored::TEXT => Value::Text(self.texts.get(place)),
            stored::NUMBER => Value::Number {
                value: self.numbers[place],
                percent: false,
            },
            stored::PERCENT => Value::Number {
                value: self.numbers[place],
                percent: true,
            },
            stored::CLOCK => Value::Clock(self.numbers[place]),
            stored::DATE => Value::Date(self.dates[place]),
            _ => match self.others[place] {
                Other::Bool(b) => Value::Bool(b),
                Other::Error(e) => Value::Error(e),
                Other::Uncomputed => Value::Uncomputed,
            },
        }
    }
}

/// A non-empty row of a sheet.
#[derive(Debug, Clone, Copy)]
pub struct Row<'a> {
    sheet: &'a Sheet,
    number: u32,
    cols: &'a [u16],
    values: &'a [Stored],
}

impl<'a> Row<'a> {
    /// 0-based row number in the file.
    #[must_use]
    pub fn number(&self) -> u32 {
        self.number
    }

    /// The value in a column; `Empty` where there is none.
    #[must_use]
    #[inline]
    pub fn get(&self, col: u16) -> Value<'a> {
        self.stored(col).map_or(Value::Empty, |stored| self.sheet.load(stored))
    }

    /// The filled cell in a column.
    #[inline]
    pub fn filled(&self, col: u16) -> Option<StoredCell<'a>> {
        let sheet = self.sheet;
        self.stored(col).map(|stored| StoredCell { sheet, stored })
    }

    /// The cell in a column.
    #[inline]
    fn stored(&self, col: u16) -> Option<Stored> {
        // Most rows are full up to their last cell: there the column is the place.
        let place = usize::from(col);
        if self.cols.get(place) == Some(&col) {
            return self.values.get(place).copied();
        }
        self.cols.binary_search(&col).ok().map(|i| self.values[i])
    }

    /// Adds what tells the value in a column from all others of the sheet: where it is the same, so is the value.
    pub fn tell_apart(&self, col: u16, into: &mut Vec<u64>) {
        let Some(stored) = self.stored(col) else {
            into.push(u64::MAX);
            return;
        };
        match stored.kind() {
            kind @ (stored::NUMBER | stored::PERCENT | stored::CLOCK) => {
                into.push(Stored::new(kind, 0).0.into());
                into.push(self.sheet.numbers[stored.place()].to_bits());
            }
            // Equal texts are kept once; whatever else there is stands for itself.
            _ => into.push(stored.0.into()),
        }
    }

    /// Non-empty cells, left to right.
    pub fn cells(&self) -> impl DoubleEndedIterator<Item = (u16, Value<'a>)> + ExactSizeIterator + use<'a> {
        let Self { sheet, cols, values, .. } = *self;
        cols.iter().zip(values).map(move |(&col, &stored)| (col, sheet.load(stored)))
    }

    /// Non-empty cells of the columns `lo..=hi`, left to right, found without passing the others.
    pub fn cells_in(&self, lo: u16, hi: u16) -> impl DoubleEndedIterator<Item = (u16, Value<'a>)> + ExactSizeIterator + use<'a> {
        let Self { sheet, cols, values, .. } = *self;
        let from = cols.partition_point(|&c| c < lo);
        let to = cols.partition_point(|&c| c <= hi).max(from);
        let cells = cols[from..to].iter().zip(&values[from..to]);
        cells.map(move |(&col, &stored)| (col, sheet.load(stored)))
    }
}

/// A filled cell.
#[derive(Debug, Clone, Copy)]
pub struct StoredCell<'a> {
    sheet: &'a Sheet,
    stored: Stored,
}

impl<'a> StoredCell<'a> {
    /// The text that stands in it, with its number among those of the sheet; `None` where it holds no text.
    #[must_use]
    #[inline]
    pub fn text(&self) -> Option<(u32, &'a str)> {
        let place = self.stored.place();
        (self.stored.kind() == stored::TEXT).then(|| (short(place), self.sheet.texts.get(place)))
    }

    /// What it holds.
    #[must_use]
    pub fn value(&self) -> Value<'a> {
        self.sheet.load(self.stored)
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
    }

    #[test]
    fn rows_alike_share_their_columns() {
        let mut b = SheetBuilder::new(FileId(0), None);
        let rows: [&[u16]; 6] = [&[0, 1, 2], &[0, 2], &[0, 1], &[0, 2], &[1], &[0, 1, 2]];
        for (row, cols) in (0..).zip(rows) {
            for &col in cols {
                assert!(b.push(row, col, Value::Clock(f64::from(row) + f64::from(col) / 8.0)));
            }
        }
        let s = b.finish();
        assert_eq!(s.cols, [0, 1, 2, 0, 2, 1]);
        for (row, cols) in (0..).zip(rows) {
            let cells: Vec<_> = s.row_at(index(row)).cells().collect();
            let clock = |&col: &u16| (col, Value::Clock(f64::from(row) + f64::from(col) / 8.0));
            assert_eq!(cells, cols.iter().map(clock).collect::<Vec<_>>());
            assert_eq!(s.at(row, 1) == Value::Empty, !cols.contains(&1));
        }
    }
}
