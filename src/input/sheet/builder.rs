//! A sheet while it is read, cell by cell.

use std::hash::BuildHasher;

use hashbrown::DefaultHashBuilder;
use hashbrown::hash_table::{Entry, HashTable};

use super::{Merge, Other, Sheet, Span, Stored, Texts, Value, stored};
use crate::base::ids::{index, short};
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
    /// Text last seen in each column: the cell above very often says the same.
    last: Vec<u32>,
    /// Where the columns of the rows seen last begin, the newest first.
    like: [u32; 4],
}

/// No text.
const NONE: u32 = u32::MAX;

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
                rows: Vec::new(),
                cols: Vec::new(),
                values: Vec::new(),
                texts: Texts::default(),
                numbers: Vec::new(),
                dates: Vec::new(),
                others: Vec::new(),
                struck: None,
                tints: None,
            },
            known: HashTable::new(),
            hasher: DefaultHashBuilder::default(),
            last: Vec::new(),
            like: [0; 4],
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

    /// Takes room for the rest, where this much of the whole is read: lists that grow by doubling leave holes behind.
    /// Where there is no such room they grow as they must.
    pub fn expect(&mut self, part: usize, whole: usize) {
        fn room<T>(list: &mut Vec<T>, part: usize, whole: usize) {
            let rest = list
                .len()
                .checked_mul(whole.saturating_sub(part))
                .map_or(0, |n| n / part.max(1));
            // What is too much is given back; what is too little makes the list grow once more.
            let _ = list.try_reserve_exact(rest + rest / 32);
        }
        let sheet = &mut self.sheet;
        room(&mut sheet.rows, part, whole);
        room(&mut sheet.values, part, whole);
    }

    /// Adds a merged area.
    pub fn merge(&mut self, merge: Merge) {
        self.sheet.merges.push(merge);
    }

    /// Adds a cell. Cells come row by row, left to right; one that comes out of order (a hostile
    /// or broken file) is refused with `false`. `Empty` is taken and stored nowhere.
    pub fn push(&mut self, row: u32, col: u16, value: Value<'_>) -> bool {
        if matches!(value, Value::Empty) {
            return true;
        }
        match self.sheet.rows.last() {
            Some(last) if row < last.number => return false,
            Some(last) if row == last.number => {
                if self.sheet.cols.last().is_some_and(|&c| c >= col) {
                    return false;
                }
            }
            _ => {
                self.share_columns();
                let sheet = &mut self.sheet;
                sheet.rows.push(Span {
                    number: row,
                    start: short(sheet.values.len()),
                    cols: short(sheet.cols.len()),
                });
            }
        }
        let stored = match value {
            Value::Text(t) => Stored::new(stored::TEXT, index(self.intern(col, t))),
            Value::Number { value, percent: false } => kept(stored::NUMBER, &mut self.sheet.numbers, value),
            Value::Number { value, percent: true } => kept(stored::PERCENT, &mut self.sheet.numbers, value),
            Value::Clock(days) => kept(stored::CLOCK, &mut self.sheet.numbers, days),
            Value::Date(d) => kept(stored::DATE, &mut self.sheet.dates, d),
            Value::Bool(b) => kept(stored::OTHER, &mut self.sheet.others, Other::Bool(b)),
            Value::Error(e) => kept(stored::OTHER, &mut self.sheet.others, Other::Error(e)),
            Value::Uncomputed | Value::Empty => kept(stored::OTHER, &mut self.sheet.others, Other::Uncomputed),
        };
        self.sheet.cols.push(col);
        self.sheet.values.push(stored);
        true
    }

    /// The row just filled takes the columns of a row before it, where they begin alike.
    fn share_columns(&mut self) {
        let Sheet { rows, cols, .. } = &mut self.sheet;
        let Some(row) = rows.last_mut() else { return };
        let (before, own) = cols.split_at(index(row.cols));
        let like = |at: &u32| {
            before
                .get(index(*at)..index(*at) + own.len())
                .is_some_and(|there| there == own)
        };
        if let Some(i) = self.like.iter().position(like) {
            let found = self.like[i];
            cols.truncate(index(row.cols));
            row.cols = found;
            self.like[..=i].rotate_right(1);
        } else {
            self.like.rotate_right(1);
            self.like[0] = row.cols;
        }
    }

    fn intern(&mut self, col: u16, text: &str) -> u32 {
        let col = usize::from(col);
        let texts = &mut self.sheet.texts;
        let above = self.last.get(col).copied().unwrap_or(NONE);
        if above != NONE && texts.is(above, text) {
            return above;
        }
        let hasher = &self.hasher;
        let entry = self.known.entry(
            hasher.hash_one(text),
            |&id| texts.is(id, text),
            |&id| hasher.hash_one(texts.get(index(id))),
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
        self.sheet.values.len()
    }

    /// Bytes of distinct text so far; must stay below 4 GiB (a reader's guard keeps it far below).
    #[must_use]
    pub fn text_bytes(&self) -> usize {
        self.sheet.texts.bytes.len()
    }

    /// The finished sheet.
    #[must_use]
    pub fn finish(mut self) -> Sheet {
        self.share_columns();
        let sheet = &mut self.sheet;
        sheet.rows.shrink_to_fit();
        sheet.cols.shrink_to_fit();
        sheet.values.shrink_to_fit();
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

/// Keeps a value in the list of its kind.
fn kept<T>(kind: u32, list: &mut Vec<T>, value: T) -> Stored {
    list.push(value);
    Stored::new(kind, list.len() - 1)
}
