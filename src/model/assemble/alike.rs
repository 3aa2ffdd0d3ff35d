//! Rows alike: what a row says in a few columns follows from their cells alone, so rows whose cells hold the same are
//! read once.

use hashbrown::HashMap;
use smallvec::SmallVec;

use super::ctx::Ctx;
use super::kept::Kept;
use super::rows::{Line, TableRows};
use crate::base::origin::Origin;
use crate::table::Key;

/// Readings of one table by what stands in their cells.
#[derive(Debug)]
pub(super) struct RowsAlike<T> {
    /// The columns that a reading follows from.
    keys: &'static [Key],
    /// The table, by its first cell.
    table: Option<Origin>,
    /// Where the columns stand; `None` where a reading does not follow from the cells of its row.
    cols: Option<SmallVec<[u16; 12]>>,
    known: HashMap<Box<[u64]>, T>,
    /// What stands in the row at hand.
    row: Vec<u64>,
}

/// Readings kept at most: in a table of rows that are all unlike nothing is found again.
const MOST: usize = 1 << 14;

impl<T: Clone> RowsAlike<T> {
    pub fn new(keys: &'static [Key]) -> Self {
        Self {
            keys,
            table: None,
            cols: None,
            known: HashMap::new(),
            row: Vec::new(),
        }
    }

    /// What a row alike gave. `beside`: whatever else the reading follows from.
    fn find(&mut self, line: &Line<'_, '_>, beside: &[u64]) -> Option<T> {
        let table = line.table_rows();
        if self.table != Some(table.corner()) {
            self.table = Some(table.corner());
            self.cols = columns(table, self.keys);
            self.known.clear();
        }
        self.row.clear();
        line.cells_alike(self.cols.as_ref()?, &mut self.row);
        self.row.extend_from_slice(beside);
        self.known.get(self.row.as_slice()).cloned()
    }

    /// Forgets the rows of its table.
    pub fn forget(&mut self) {
        self.table = None;
        self.known = HashMap::new();
    }

    /// Keeps what the row that was looked for gave.
    fn keep(&mut self, value: &T) {
        if self.cols.is_some() && self.known.len() < MOST {
            self.known.insert(self.row.as_slice().into(), value.clone());
        }
    }
}

/// Where these columns stand in a table whose rows say each of them in a cell of their own.
fn columns(table: &TableRows<'_>, keys: &[Key]) -> Option<SmallVec<[u16; 12]>> {
    let own = keys.iter().all(|k| table.is_plain(*k));
    own.then(|| keys.iter().filter_map(|k| table.col(*k)).collect())
}

impl<'a> Ctx<'a> {
    /// What a row gives by `read`, which is not asked again for a row alike. A row of which something was noted is.
    pub fn once<T: Clone>(
        &mut self,
        alike: fn(&mut Kept) -> &mut RowsAlike<T>,
        line: &Line<'a, '_>,
        beside: &[u64],
        read: impl FnOnce(&mut Self) -> T,
    ) -> T {
        if let Some(known) = alike(&mut self.kept).find(line, beside) {
            return known;
        }
        let noted = self.problems.len();
        let value = read(self);
        if self.problems.len() == noted {
            alike(&mut self.kept).keep(&value);
        }
        value
    }
}
