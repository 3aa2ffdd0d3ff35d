//! A sheet as read: sparse, compact, in file order, with the addresses of the file.
//!
//! Texts are stored once per sheet (a NIP stands in dozens of cells) and rows some hundreds at a time, column by
//! column, so that a cell takes a byte or nothing where the cells above it say much the same.
//! Tables are *views* on a sheet; nothing is copied.

mod block;
mod builder;
mod open;
#[cfg(test)]
mod tests;
mod value;

use std::cmp::Ordering;

use jiff::civil::Date;

use super::strike::{Strike, StruckCells};
use super::tint::{Tint, Tints};
use crate::base::ids::{RowNo, index, short};
use crate::base::origin::FileId;
use crate::base::text::Text;
use block::RowBlock;
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
    /// All of [`block::ROWS`] rows but the last.
    blocks: Vec<RowBlock>,
    shapes: Shapes,
    texts: Texts,
    numbers: Vec<f64>,
    dates: Vec<Date>,
    others: Vec<Other>,
    /// What is struck out; `None` where nothing is.
    struck: Option<Box<StruckCells>>,
    /// Cells whose colour may say something; `None` where nobody has looked, or none does.
    tints: Option<Box<Tints>>,
}

/// The columns that rows have, once for rows alike.
#[derive(Debug, Default)]
struct Shapes {
    cols: Vec<u16>,
    ends: Vec<u32>,
}

impl Shapes {
    #[inline]
    fn get(&self, shape: u32) -> &[u16] {
        let i = index(shape);
        let start = if i == 0 { 0 } else { index(self.ends[i - 1]) };
        &self.cols[start..index(self.ends[i])]
    }
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
        (0..self.row_count()).map(move |i| self.row_at(i))
    }

    /// The `i`-th non-empty row (not the row number).
    #[must_use]
    pub fn row_at(&self, i: usize) -> Row<'_> {
        let (block, at) = (&self.blocks[i / block::ROWS], i % block::ROWS);
        debug_assert!(at < block.len(), "no row {i}");
        Row {
            sheet: self,
            block,
            number: block.number(at),
            at,
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
        self.blocks.last().map_or(0, |last| index(last.first) + last.len())
    }

    /// Index (for [`Sheet::row_at`]) of the row with this 0-based number, if it is not empty.
    #[must_use]
    pub fn index_of(&self, row: u32) -> Option<usize> {
        let after = self.blocks.partition_point(|block| block.number(0) <= row);
        let block = self.blocks[..after].last()?;
        let (mut from, mut to) = (0, block.len());
        while from < to {
            let middle = usize::midpoint(from, to);
            match block.number(middle).cmp(&row) {
                Ordering::Less => from = middle + 1,
                Ordering::Equal => return Some(index(block.first) + middle),
                Ordering::Greater => to = middle,
            }
        }
        None
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
    block: &'a RowBlock,
    number: u32,
    /// Its place in the block.
    at: usize,
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
        let word = self.block.cell(col, self.at);
        (word != block::NOTHING).then_some(Stored(word))
    }

    /// The columns of its cells.
    fn cols(&self) -> &'a [u16] {
        self.sheet.shapes.get(self.block.shape(self.at))
    }

    /// The first and the last column of its cells.
    #[must_use]
    pub fn span(&self) -> Option<(u16, u16)> {
        let cols = self.cols();
        Some((*cols.first()?, *cols.last()?))
    }

    /// What is kept of the cell in a column, if it is filled: where it is the same, so is the value.
    pub fn kept_as(&self, col: u16) -> Option<u32> {
        self.stored(col).map(|stored| stored.0)
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
        self.values(self.cols())
    }

    /// Non-empty cells of the columns `lo..=hi`, left to right, found without passing the others.
    pub fn cells_in(&self, lo: u16, hi: u16) -> impl DoubleEndedIterator<Item = (u16, Value<'a>)> + ExactSizeIterator + use<'a> {
        let cols = self.cols();
        let from = cols.partition_point(|&c| c < lo);
        let to = cols.partition_point(|&c| c <= hi).max(from);
        self.values(&cols[from..to])
    }

    /// The cells in these columns.
    fn values(self, cols: &'a [u16]) -> impl DoubleEndedIterator<Item = (u16, Value<'a>)> + ExactSizeIterator + use<'a> {
        cols.iter().map(move |&col| (col, self.get(col)))
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
