//! A few hundred neighbouring rows of a sheet, column by column.
//!
//! Neighbours say the same again and again: a NIP stands in every row of its person, a column of words has few unlike
//! ones, many a column is empty. So a column that says one thing takes nothing a row, one that repeats itself a byte, and
//! only what is everywhere different its four bytes.

use crate::base::ids::{index, short};

/// Rows of a block: no more than a byte tells apart.
pub const ROWS: usize = 256;

/// Where nothing stands: no value of a cell.
pub const NOTHING: u32 = u32::MAX;

/// Rows that follow each other, each a word of four bytes in every column.
#[derive(Debug)]
pub struct RowBlock {
    /// Place of its first row among those of the sheet.
    pub first: u32,
    /// How many they are.
    pub rows: u32,
    /// Numbers of its rows, each less the row's place among those of the sheet.
    pub number: BlockColumn,
    /// Shapes of its rows.
    pub shape: BlockColumn,
    /// By column of the sheet, up to the last in which anything stands.
    pub cells: Box<[BlockColumn]>,
    /// What the columns point into.
    pub bytes: Box<[u8]>,
}

/// Where the words of a column are. What is told of places is about the `bytes` of the block.
#[derive(Debug, Clone, Copy)]
pub enum BlockColumn {
    /// All rows have this one.
    Same(u32),
    /// From here on there is half a byte for each row, and before it stand the unlike words, the first of them last: each
    /// row names one of them.
    Halves(u32),
    /// Likewise, with a byte for each row.
    Bytes(u32),
    /// From here on there is a word for each row.
    Words(u32),
}

impl RowBlock {
    /// How many rows it has.
    pub const fn len(&self) -> usize {
        index(self.rows)
    }

    /// Number of the row at this place of the block.
    #[inline]
    pub fn number(&self, at: usize) -> u32 {
        self.word(self.number, at) + self.first + short(at)
    }

    /// Shape of the row at this place of the block.
    #[inline]
    pub fn shape(&self, at: usize) -> u32 {
        self.word(self.shape, at)
    }

    /// What stands in a column of the sheet in the row at this place of the block.
    #[inline]
    pub fn cell(&self, col: u16, at: usize) -> u32 {
        let column = self.cells.get(usize::from(col));
        column.map_or(NOTHING, |&column| self.word(column, at))
    }

    #[inline]
    fn word(&self, column: BlockColumn, at: usize) -> u32 {
        match column {
            BlockColumn::Same(word) => word,
            _ => self.unlike(column, at),
        }
    }

    fn unlike(&self, column: BlockColumn, at: usize) -> u32 {
        match column {
            BlockColumn::Same(word) => word,
            BlockColumn::Halves(from) => {
                let from = index(from);
                let code = self.bytes[from + at / 2] >> (at % 2 * 4) & 0xF;
                self.read(from - 4 * (usize::from(code) + 1))
            }
            BlockColumn::Bytes(from) => {
                let from = index(from);
                let code = self.bytes[from + at];
                self.read(from - 4 * (usize::from(code) + 1))
            }
            BlockColumn::Words(from) => self.read(index(from) + 4 * at),
        }
    }

    #[inline]
    fn read(&self, from: usize) -> u32 {
        let word = self.bytes.get(from..).and_then(<[u8]>::first_chunk);
        word.map_or(NOTHING, |word| u32::from_le_bytes(*word))
    }
}
