//! Cells far from everything else of their sheet: a slip of the keyboard, a note that was left behind. They are no part
//! of a table, so they are taken off before tables are looked for, and told where there is one.

use super::Finder;
use crate::base::ids::short;
use crate::base::origin::Origin;
use crate::finding::Noted;
use crate::input::findings::CellBeyond;
use crate::input::sheet::Row;
use crate::input::{Sheet, Value};
use crate::table::rows::looks_like_nip;

/// So many empty rows above a cell make it far below.
const ROWS: u32 = 500;
/// So many empty columns before a cell make it far to the right.
const COLUMNS: u16 = 50;
/// More cells than these to the right are somebody's work, wherever it stands.
const FEW: usize = 20;

/// The rows and columns of a sheet that may hold tables.
#[derive(Debug, Clone, Copy)]
pub(super) struct Used {
    /// Rows behind the last one, as [`Sheet::row_at`] counts them.
    pub end: usize,
    /// First and last column.
    pub cols: (u16, u16),
    /// The last column with anything in it.
    widest: u16,
}

/// What is used of a sheet, without the cells far from the rest.
pub(super) fn used(sheet: &Sheet) -> Option<Used> {
    let end = end(sheet);
    let mut used: Option<(u16, u16)> = None;
    for row in sheet.rows().take(end) {
        if let Some((first, last)) = row.span() {
            used = Some(used.map_or((first, last), |(lo, hi)| (lo.min(first), hi.max(last))));
        }
    }
    let (lo, hi) = used?;
    let last = if hi - lo > COLUMNS { edge(sheet, end, (lo, hi)) } else { hi };
    Some(Used {
        end,
        cols: (lo, last),
        widest: hi,
    })
}

/// Where the rows end that are not far below: what follows has one cell a row, and none of it a NIP.
fn end(sheet: &Sheet) -> usize {
    let mut end = sheet.row_count();
    for i in (1..sheet.row_count()).rev() {
        let row = sheet.row_at(i);
        if said(row).take(2).count() > 1 || said(row).any(|(_, v)| is_person(v)) {
            break;
        }
        if row.number() - sheet.row_at(i - 1).number() > ROWS {
            end = i;
        }
    }
    end
}

/// The last column before a gap behind which only a few cells stand, none of them a NIP.
fn edge(sheet: &Sheet, end: usize, (lo, hi): (u16, u16)) -> u16 {
    let mut filled = vec![(0_usize, false); usize::from(hi - lo) + 1];
    for (col, value) in sheet.rows().take(end).flat_map(said) {
        let (count, person) = &mut filled[usize::from(col - lo)];
        *count += 1;
        *person |= is_person(value);
    }
    let (mut edge, mut behind, mut last) = (hi, 0, hi);
    for (col, (count, person)) in (lo..=hi).zip(filled).rev().filter(|(_, (count, _))| *count > 0) {
        if last - col > COLUMNS && behind > 0 {
            edge = col;
        }
        behind += count;
        last = col;
        if behind > FEW || person {
            break;
        }
    }
    edge
}

/// The cells of a row that say something.
fn said(row: Row<'_>) -> impl Iterator<Item = (u16, Value<'_>)> {
    row.cells().filter(|(_, v)| !v.is_blank())
}

/// A cell that may be somebody's NIP is no stray one.
fn is_person(value: Value<'_>) -> bool {
    looks_like_nip(value) || matches!(value, Value::Number { value, .. } if value.abs() >= 1e14)
}

impl Finder<'_> {
    /// Tells of the cells that were taken off: the first of those below, and of those to the right.
    pub(super) fn tell_strays(&mut self, used: &Used) {
        let sheet = self.sheet;
        let below = (used.end..sheet.row_count()).flat_map(|i| {
            let row = sheet.row_at(i);
            said(row).map(move |(col, _)| (row.number(), col))
        });
        self.tell_first(below);
        if used.cols.1 < used.widest {
            let beside = sheet.rows().take(used.end).flat_map(|row| {
                let cells = row.cells_in(used.cols.1 + 1, used.widest).filter(|(_, v)| !v.is_blank());
                cells.map(move |(col, _)| (row.number(), col))
            });
            self.tell_first(beside);
        }
    }

    fn tell_first(&mut self, mut cells: impl Iterator<Item = (u32, u16)>) {
        let Some((row, col)) = cells.next() else { return };
        let others = short(cells.count());
        let told = Noted::new(CellBeyond { others }).at(Origin::new(self.id, row, col));
        self.problems.push(told);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::origin::FileId;
    use crate::input::SheetBuilder;

    fn sheet(cells: &[(u32, u16, &str)]) -> Sheet {
        let mut builder = SheetBuilder::new(FileId(0), None);
        for &(row, col, text) in cells {
            builder.push(row, col, Value::Text(text));
        }
        builder.finish()
    }

    #[test]
    fn cells_behind_a_gap_are_taken_off_and_people_are_not() {
        let found = |cells: &[(u32, u16, &str)]| used(&sheet(cells)).map(|u| (u.end, u.cols)).unwrap();
        let near = [(0, 0, "a"), (0, 3, "b"), (1, 0, "c")];
        let with = |more: &[(u32, u16, &'static str)]| found(&[&near[..], more].concat());
        assert_eq!(with(&[]), (2, (0, 3)));
        assert_eq!(with(&[(501, 0, "x")]), (3, (0, 3)), "499 empty rows");
        assert_eq!(with(&[(502, 0, "x")]), (2, (0, 3)), "500 empty rows");
        assert_eq!(with(&[(502, 0, "x"), (503, 900, "y"), (90_000, 1, "z")]), (2, (0, 3)));
        assert_eq!(with(&[(502, 0, "x"), (502, 1, "y")]), (3, (0, 3)), "two cells are a row");
        assert_eq!(with(&[(502, 0, "198002022005012002")]), (3, (0, 3)), "a NIP is somebody");
        assert_eq!(with(&[(1, 53, "x")]), (2, (0, 53)), "49 empty columns");
        assert_eq!(with(&[(1, 54, "x")]), (2, (0, 3)), "50 empty columns");
        assert_eq!(with(&[(1, 54, "x"), (1, 200, "y")]), (2, (0, 3)), "one behind the other");
        assert_eq!(with(&[(1, 54, "198002022005012002")]), (2, (0, 54)), "a NIP is somebody");
        let many: Vec<(u32, u16, &str)> = (2..23).map(|row| (row, 70, "x")).collect();
        assert_eq!(with(&many).1, (0, 70), "a list is no slip");
    }
}
