//! The data rows of a table: nearly all follow each other, and are kept as a few ranges.

use std::ops::Range;

use super::TableRow;
use crate::base::ids::RowNo;

/// Data rows in the order of the file.
#[derive(Debug, Clone, Default)]
pub struct RowList {
    runs: Vec<RowRange>,
    len: usize,
}

/// Rows that follow each other in their sheet, alike but for their place.
#[derive(Debug, Clone, Copy)]
struct RowRange {
    first: TableRow,
    len: u32,
}

impl RowRange {
    fn row(self, n: u32) -> TableRow {
        TableRow {
            index: RowNo(self.first.index.0 + n),
            ..self.first
        }
    }

    fn rows(self) -> impl DoubleEndedIterator<Item = TableRow> {
        (0..self.len).map(move |n| self.row(n))
    }

    fn between(self, range: &Range<RowNo>) -> impl Iterator<Item = TableRow> + use<> {
        let n = |place: RowNo| place.0.saturating_sub(self.first.index.0).min(self.len);
        (n(range.start)..n(range.end)).map(move |n| self.row(n))
    }
}

impl RowList {
    /// Adds the row behind all others.
    pub fn push(&mut self, row: TableRow) {
        debug_assert!(self.last().is_none_or(|last| last.index < row.index));
        self.len += 1;
        if let Some(run) = self.runs.last_mut()
            && row == run.row(run.len)
        {
            run.len += 1;
        } else {
            self.runs.push(RowRange { first: row, len: 1 });
        }
    }

    /// How many there are.
    pub fn len(&self) -> usize {
        self.len
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.len == 0
    }

    /// All of them.
    pub fn each(&self) -> impl DoubleEndedIterator<Item = TableRow> {
        self.runs.iter().flat_map(|run| run.rows())
    }

    /// Those at these places of the sheet.
    pub fn between(&self, range: &Range<RowNo>) -> impl Iterator<Item = TableRow> {
        self.runs.iter().flat_map(|run| run.between(range))
    }

    /// The last one.
    pub fn last(&self) -> Option<TableRow> {
        self.each().next_back()
    }

    /// The row at this place of the sheet, if it is one of them.
    pub fn at(&self, place: RowNo) -> Option<TableRow> {
        let after = self.runs.partition_point(|run| run.first.index <= place);
        let run = self.runs[..after].last()?;
        let n = place.0 - run.first.index.0;
        (n < run.len).then(|| run.row(n))
    }

    /// Takes out those for which `keep` does not hold.
    pub fn retain(&mut self, keep: impl FnMut(&TableRow) -> bool) {
        *self = self.each().filter(keep).collect();
    }
}

impl FromIterator<TableRow> for RowList {
    fn from_iter<I: IntoIterator<Item = TableRow>>(rows: I) -> Self {
        let mut list = Self::default();
        rows.into_iter().for_each(|row| list.push(row));
        list.runs.shrink_to_fit();
        list
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::table::{Pair, Section};

    fn row((index, section, pair): (u32, bool, bool)) -> TableRow {
        TableRow {
            index: RowNo(index),
            section: section.then_some(Section::Utama),
            pair: pair.then_some(Pair::NipBelow),
        }
    }

    proptest! {
        #[test]
        fn a_list_gives_back_its_rows(told in proptest::collection::btree_map(0..40_u32, (any::<bool>(), 0..8_u8), 0..40)) {
            let rows: Vec<TableRow> = told.iter().map(|(&i, &(section, pair))| row((i, section, pair == 0))).collect();
            let mut list: RowList = rows.iter().copied().collect();
            prop_assert_eq!(list.len(), rows.len());
            prop_assert_eq!(list.is_empty(), rows.is_empty());
            prop_assert_eq!(list.last(), rows.last().copied());
            prop_assert!(list.each().eq(rows.iter().copied()));
            prop_assert!(list.each().rev().eq(rows.iter().rev().copied()));
            for i in 0..42 {
                let range = RowNo(i)..RowNo(i + 7);
                prop_assert!(list.between(&range).eq(rows.iter().copied().filter(|r| range.contains(&r.index))));
                prop_assert_eq!(list.at(RowNo(i)), rows.iter().find(|r| r.index.0 == i).copied());
            }
            list.retain(|r| r.index.0 % 3 > 0);
            prop_assert!(list.each().eq(rows.iter().copied().filter(|r| r.index.0 % 3 > 0)));
        }
    }

    #[test]
    fn rows_that_follow_each_other_are_one_range() {
        let rows = (5..100_000).map(|i| row((i, false, false)));
        let list: RowList = rows.chain([row((100_001, false, false))]).collect();
        assert_eq!((list.runs.len(), list.len()), (2, 99_996));
    }
}
