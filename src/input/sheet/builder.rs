//! A sheet while it is read, cell by cell.

use std::hash::BuildHasher;

use hashbrown::DefaultHashBuilder;
use hashbrown::hash_table::{Entry, HashTable};

use super::block::ROWS;
use super::open::{OpenBlock, OpenColumn, hint_of};
use super::{Merge, Other, Shapes, Sheet, Stored, Texts, Value, stored};
use crate::base::ids::{index, short, wide};
use crate::base::origin::FileId;
use crate::base::text::Text;
use crate::base::visible::visible;
use crate::input::strike::Strike;

/// Builds a [`Sheet`] cell by cell.
#[derive(Debug)]
pub struct SheetBuilder {
    sheet: Sheet,
    /// Ids of texts by their hash; the texts themselves stand in the sheet only.
    known: HashTable<u32>,
    hasher: DefaultHashBuilder,
    cells: usize,
    /// The block that is being filled, with the row that is.
    open: OpenBlock,
    /// Number of the row that is being filled.
    row: u32,
    /// The columns of that row.
    filled: Vec<u16>,
    /// Shapes of the rows seen last, the newest first.
    like: [u32; 8],
}

impl SheetBuilder {
    /// An empty sheet of `file`.
    #[must_use]
    pub fn new(file: FileId, name: Option<Text>) -> Self {
        Self {
            sheet: Sheet {
                file,
                name: name.map(|n| visible(&n).into()),
                hidden: false,
                merges: Vec::new(),
                blocks: Vec::new(),
                shapes: Shapes::default(),
                texts: Texts::default(),
                numbers: Vec::new(),
                dates: Vec::new(),
                others: Vec::new(),
                struck: None,
                tints: None,
            },
            known: HashTable::new(),
            hasher: DefaultHashBuilder::default(),
            cells: 0,
            open: OpenBlock::default(),
            row: 0,
            filled: Vec::new(),
            like: [0; 8],
        }
    }

    /// Marks the sheet as hidden.
    pub fn set_hidden(&mut self, hidden: bool) {
        self.sheet.hidden = hidden;
    }

    /// Marks what is struck out in a cell; cells come as for [`Self::push`].
    pub fn strike(&mut self, row: u32, col: u16, strike: Strike) {
        let cells = self.sheet.struck.get_or_insert_default();
        let strike = cells.add(strike);
        cells.mark(row, col, strike);
    }

    /// Adds a merged area.
    pub fn merge(&mut self, merge: Merge) {
        self.sheet.merges.push(merge);
    }

    /// Adds a cell. Cells come row by row, left to right; one that comes out of order (a hostile
    /// or broken file) is refused with `false`. `Empty` is taken and stored nowhere.
    #[inline]
    pub fn push(&mut self, row: u32, col: u16, value: Value<'_>) -> bool {
        if matches!(value, Value::Empty) {
            return true;
        }
        if self.open.rows == 0 || row > self.row {
            self.begin(row);
        } else if row < self.row || self.filled.last().is_some_and(|&last| last >= col) {
            return false;
        }
        self.filled.push(col);
        self.cells += 1;
        let column = usize::from(col);
        if self.open.cells.len() <= column {
            self.open.cells.resize_with(column + 1, OpenColumn::default);
        }
        match value {
            Value::Text(text) => self.text(column, text),
            Value::Number { value, percent: false } => self.number(column, stored::NUMBER, value),
            Value::Number { value, percent: true } => self.number(column, stored::PERCENT, value),
            Value::Clock(days) => self.number(column, stored::CLOCK, days),
            Value::Date(date) => {
                let cell = kept(stored::DATE, &mut self.sheet.dates, date);
                self.single(column, cell);
            }
            Value::Bool(b) => self.other(column, Other::Bool(b)),
            Value::Error(e) => self.other(column, Other::Error(e)),
            Value::Uncomputed | Value::Empty => self.other(column, Other::Uncomputed),
        }
        true
    }

    /// Ends the row that is being filled and begins the one with this number.
    fn begin(&mut self, row: u32) {
        self.end_row();
        if self.open.rows == ROWS {
            self.end_block();
        }
        let place = self.sheet.row_count() + self.open.rows;
        self.open.number.put(self.open.rows, row - short(place));
        (self.row, self.open.rows) = (row, self.open.rows + 1);
    }

    /// The row that was being filled has the shape of a row before it, where there is one like it.
    fn end_row(&mut self) {
        if self.open.rows == 0 {
            return;
        }
        let shapes = &mut self.sheet.shapes;
        let like = |&shape: &u32| shapes.ends.len() > index(shape) && *shapes.get(shape) == *self.filled;
        if let Some(i) = self.like.iter().position(like) {
            self.like[..=i].rotate_right(1);
        } else {
            self.like.rotate_right(1);
            self.like[0] = short(shapes.ends.len());
            shapes.cols.extend_from_slice(&self.filled);
            shapes.ends.push(short(shapes.cols.len()));
        }
        self.open.shape.put(self.open.rows - 1, self.like[0]);
        self.filled.clear();
    }

    fn end_block(&mut self) {
        let first = self.sheet.row_count();
        self.sheet.blocks.push(self.open.close(short(first)));
    }

    fn text(&mut self, column: usize, text: &str) {
        let (row, hint) = (self.open.rows - 1, hint_of(ends(text.as_bytes())));
        let texts = &self.sheet.texts;
        let same = |word| Stored(word).kind() == stored::TEXT && texts.is(word, text);
        if !self.open.cells[column].again(row, hint, same) {
            let id = self.intern(text);
            self.open.cells[column].push(row, hint, Stored::new(stored::TEXT, index(id)).0);
        }
    }

    fn number(&mut self, column: usize, kind: u32, value: f64) {
        let (row, hint) = (self.open.rows - 1, hint_of(value.to_bits()));
        let numbers = &mut self.sheet.numbers;
        let same = |word| Stored(word).kind() == kind && numbers[Stored(word).place()].to_bits() == value.to_bits();
        if !self.open.cells[column].again(row, hint, same) {
            self.open.cells[column].push(row, hint, kept(kind, numbers, value).0);
        }
    }

    fn other(&mut self, column: usize, other: Other) {
        let cell = kept(stored::OTHER, &mut self.sheet.others, other);
        self.single(column, cell);
    }

    /// A cell that stands for itself, whatever else holds the same.
    fn single(&mut self, column: usize, cell: Stored) {
        self.open.cells[column].push(self.open.rows - 1, hint_of(cell.0.into()), cell.0);
    }

    fn intern(&mut self, text: &str) -> u32 {
        let (texts, hasher) = (&mut self.sheet.texts, &self.hasher);
        let entry = self.known.entry(
            hasher.hash_one(text),
            |&id| texts.is(id, text),
            |&id| hasher.hash_one(texts.get(index(id))),
        );
        match entry {
            Entry::Occupied(known) => *known.get(),
            Entry::Vacant(new) => {
                let id = short(texts.ends.len());
                new.insert(id);
                texts.bytes.push_str(text);
                texts.ends.push(short(texts.bytes.len()));
                id
            }
        }
    }

    /// How many cells are in so far (a reader's guard counts them).
    #[must_use]
    pub fn cell_count(&self) -> usize {
        self.cells
    }

    /// Bytes of distinct text so far; must stay below 4 GiB (a reader's guard keeps it far below).
    #[must_use]
    pub fn text_bytes(&self) -> usize {
        self.sheet.texts.bytes.len()
    }

    /// The finished sheet.
    #[must_use]
    pub fn finish(mut self) -> Sheet {
        self.end_row();
        if self.open.rows > 0 {
            self.end_block();
        }
        let sheet = &mut self.sheet;
        sheet.blocks.shrink_to_fit();
        sheet.shapes.cols.shrink_to_fit();
        sheet.shapes.ends.shrink_to_fit();
        sheet.numbers.shrink_to_fit();
        sheet.texts.bytes.shrink_to_fit();
        sheet.texts.ends.shrink_to_fit();
        self.sheet
    }
}

#[cfg(test)]
impl SheetBuilder {
    /// A sheet of texts, "" for an empty cell, with merges by first row and column, last row and column.
    ///
    /// # Panics
    /// Where a cell lies outside of any sheet.
    pub fn of_texts(name: Option<&str>, rows: &[&[&str]], merges: &[(u32, u16, u32, u16)]) -> Sheet {
        let mut builder = Self::new(FileId(0), name.map(Into::into));
        for (r, cells) in (0_u32..).zip(rows) {
            for (c, text) in (0_u16..).zip(*cells).filter(|(_, text)| !text.is_empty()) {
                assert!(builder.push(r, c, Value::Text(text)));
            }
        }
        for &(top, left, bottom, right) in merges {
            builder.merge(Merge {
                top,
                left,
                bottom,
                right,
            });
        }
        builder.finish()
    }
}

/// The first and the last bytes of a text and how many there are, mixed: what tells neighbours in a column apart.
#[inline]
fn ends(text: &[u8]) -> u64 {
    let mixed = match (text.first_chunk(), text.last_chunk()) {
        (Some(first), Some(last)) => u64::from_le_bytes(*first).rotate_left(32) ^ u64::from_le_bytes(*last),
        _ => text.iter().fold(0, |mixed, &byte| mixed << 8 | u64::from(byte)),
    };
    mixed ^ wide(text.len()).rotate_left(16)
}

/// Keeps a value in the list of its kind.
fn kept<T>(kind: u32, list: &mut Vec<T>, value: T) -> Stored {
    list.push(value);
    Stored::new(kind, list.len() - 1)
}
