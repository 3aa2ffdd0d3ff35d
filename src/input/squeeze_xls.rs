//! An `.xls` in which a few cells stand far from the others: the empty rows and columns between them are taken out before
//! calamine reads it, which keeps a place in memory for every cell of the box around them, and are put back behind it.

use super::biff::{BiffRecords, CELLS_OF_ONE, MULTIPLE, number};
use crate::base::ids::{index, short, wide};

/// A box of so many cells is read as it is.
const SMALL: u64 = 100_000;
/// So many times as many places as cells are worth the work.
const SPARSE: u64 = 4;

/// The rows and columns of a sheet that hold cells, in order.
#[derive(Debug)]
pub struct Squeeze {
    rows: Vec<u32>,
    cols: Vec<u32>,
}

impl Squeeze {
    /// Whether so many cells in a box of so many are few.
    pub const fn worth_it(area: u64, cells: u64) -> bool {
        area > SMALL && area / SPARSE > cells
    }

    /// From which rows and columns hold a cell.
    pub fn of(rows: &[bool], cols: &[bool]) -> Self {
        let used = |seen: &[bool]| (0..).zip(seen).filter(|(_, s)| **s).map(|(i, _)| i).collect();
        Self {
            rows: used(rows),
            cols: used(cols),
        }
    }

    /// Cells of the box without what is empty.
    pub fn area(&self) -> u64 {
        wide(self.rows.len()) * wide(self.cols.len())
    }

    /// Where a cell really stands.
    pub fn place(&self, row: u32, col: u32) -> (u32, u32) {
        let of = |used: &[u32], at: u32| used.get(index(at)).copied().unwrap_or(at);
        (of(&self.rows, row), of(&self.cols, col))
    }
}

/// Writes to `to`, which is like `from`, where the cells of a sheet stand when it is squeezed.
pub(super) fn squeeze_sheet(from: &[u8], to: &mut [u8], squeeze: &Squeeze) {
    let mut records = BiffRecords::of_sheet(from);
    while let Some((kind, data)) = records.next() {
        let at = records.place() - data.len();
        let mut put = |by: usize, used: &[u32]| {
            let place = used.binary_search(&short(usize::try_from(number(data, by, 2)).unwrap_or(0)));
            if let (Ok(place), Some(bytes)) = (place, to.get_mut(at + by..at + by + 2))
                && let Ok(place) = u16::try_from(place)
            {
                bytes.copy_from_slice(&place.to_le_bytes());
            }
        };
        if kind == MULTIPLE || CELLS_OF_ONE.contains(&kind) {
            put(0, &squeeze.rows);
            put(2, &squeeze.cols);
        }
        if kind == MULTIPLE && data.len() >= 6 {
            put(data.len() - 2, &squeeze.cols);
        }
    }
}
