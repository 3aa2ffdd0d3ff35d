//! A block while its rows come in, and each of its columns.

use super::block::{BlockColumn, NOTHING, ROWS, RowBlock};
use crate::base::ids::short;

/// A column that is being filled: its unlike words, and which of them each row has.
#[derive(Debug)]
pub struct OpenColumn {
    list: Vec<u32>,
    codes: Vec<u8>,
    /// Which word was last seen by each value of a byte that is reckoned from a word: most often the same comes again.
    /// Where it does not, a word stands in the list twice, which costs its room and nothing else.
    seen: [u8; 256],
}

impl Default for OpenColumn {
    fn default() -> Self {
        Self {
            list: Vec::new(),
            codes: Vec::new(),
            seen: [0; 256],
        }
    }
}

impl OpenColumn {
    /// No row has anything in it.
    pub fn is_empty(&self) -> bool {
        self.codes.is_empty()
    }

    /// Gives the row at the place `row` of the block a word that stands in the column already, if one of this `hint` does
    /// for which `same` holds.
    #[inline]
    pub fn again(&mut self, row: usize, hint: u8, same: impl Fn(u32) -> bool) -> bool {
        self.skip_to(row);
        let code = self.seen[usize::from(hint)];
        let known = self.list.get(usize::from(code)).is_some_and(|&word| same(word));
        if known {
            self.codes.push(code);
        }
        known
    }

    /// Gives the row at the place `row` of the block a word.
    pub fn push(&mut self, row: usize, hint: u8, word: u32) {
        self.skip_to(row);
        let code = self.add(hint, word);
        self.codes.push(code);
    }

    /// Adds a word to the list. Each row adds one at most, so that a byte counts them.
    fn add(&mut self, hint: u8, word: u32) -> u8 {
        debug_assert!(self.list.len() < ROWS);
        let code = u8::try_from(self.list.len()).unwrap_or(u8::MAX);
        self.list.push(word);
        self.seen[usize::from(hint)] = code;
        code
    }

    /// Nothing stands in the rows before this one that have not come.
    #[inline]
    fn skip_to(&mut self, row: usize) {
        if self.codes.len() < row {
            self.skip(row);
        }
    }

    fn skip(&mut self, row: usize) {
        let hint = hint_of(NOTHING.into());
        let code = self.seen[usize::from(hint)];
        let known = self.list.get(usize::from(code)) == Some(&NOTHING);
        let code = if known { code } else { self.add(hint, NOTHING) };
        self.codes.resize(row, code);
    }

    /// Gives the row at the place `row` of the block a word, known already or not.
    pub fn put(&mut self, row: usize, word: u32) {
        let hint = hint_of(word.into());
        if !self.again(row, hint, |known| known == word) {
            self.push(row, hint, word);
        }
    }

    /// Adds to `bytes` what must be kept of a block of this many rows. What comes next begins a new one.
    pub fn close(&mut self, rows: usize, bytes: &mut Vec<u8>) -> BlockColumn {
        self.skip_to(rows);
        let (list, codes) = (&self.list, &self.codes);
        let put = |bytes: &mut Vec<u8>, word: &u32| bytes.extend_from_slice(&word.to_le_bytes());
        let column = if let [only] = **list {
            BlockColumn::Same(only)
        } else if list.len() <= 16 {
            list.iter().rev().for_each(|word| put(bytes, word));
            let from = short(bytes.len());
            bytes.extend(codes.chunks(2).map(|pair| pair[0] | pair.get(1).map_or(0, |code| code << 4)));
            BlockColumn::Halves(from)
        } else if rows + 4 * list.len() < 4 * rows {
            list.iter().rev().for_each(|word| put(bytes, word));
            let from = short(bytes.len());
            bytes.extend_from_slice(codes);
            BlockColumn::Bytes(from)
        } else {
            let from = short(bytes.len());
            for &code in codes {
                put(bytes, &list[usize::from(code)]);
            }
            BlockColumn::Words(from)
        };
        self.list.clear();
        self.codes.clear();
        column
    }
}

/// A block whose rows come in.
#[derive(Debug, Default)]
pub struct OpenBlock {
    /// Rows that have come.
    pub rows: usize,
    /// See [`RowBlock`].
    pub number: OpenColumn,
    /// See [`RowBlock`].
    pub shape: OpenColumn,
    /// See [`RowBlock`].
    pub cells: Vec<OpenColumn>,
    bytes: Vec<u8>,
}

impl OpenBlock {
    /// The block of the rows that have come, of which the first stands at this place. What comes next begins a new one.
    pub fn close(&mut self, first: u32) -> RowBlock {
        let (rows, bytes) = (self.rows, &mut self.bytes);
        let used = self.cells.iter().rposition(|c| !c.is_empty()).map_or(0, |last| last + 1);
        let mut kept = |column: &mut OpenColumn| column.close(rows, bytes);
        let (number, shape) = (kept(&mut self.number), kept(&mut self.shape));
        let block = RowBlock {
            first,
            rows: short(rows),
            number,
            shape,
            cells: self.cells[..used].iter_mut().map(kept).collect(),
            bytes: self.bytes.as_slice().into(),
        };
        self.bytes.clear();
        self.rows = 0;
        block
    }
}

/// The byte by which a word is looked for.
#[inline]
pub const fn hint_of(word: u64) -> u8 {
    word.wrapping_mul(0x9E37_79B9_7F4A_7C15).to_be_bytes()[0]
}
