//! Where on a sheet a note lies: columns and rows have widths of their own, and a note is placed by the cells
//! under its corners.

use crate::base::ids::whole;
/// Pixels of an ordinary column.
const COLUMN: u32 = 64;
/// Pixels of an ordinary row.
const ROW: u32 = 20;
/// Last column and row of Excel.
const LAST: (u32, u32) = (16_383, 1_048_575);
/// Pixels between the cell and its note.
const GAP: (u32, u32) = (15, 10);

/// Widths and heights of a sheet, in pixels.
#[derive(Debug)]
pub struct Layout {
    /// Columns from–to (0-based, both included) with a width of their own, in order.
    pub columns: Vec<(u32, u32, u32)>,
    /// Width of the others.
    pub column: u32,
    /// Rows with a height of their own, by row.
    pub rows: Vec<(u32, u32)>,
    /// Height of the others.
    pub row: u32,
}

impl Default for Layout {
    fn default() -> Self {
        Self {
            columns: Vec::new(),
            column: COLUMN,
            rows: Vec::new(),
            row: ROW,
        }
    }
}

/// A width in characters (as a file writes it) in pixels.
pub fn from_characters(width: f64) -> u32 {
    pixels((width.clamp(0.0, 255.0) * 7.0).round())
}

/// A height in points in pixels.
pub fn from_points(height: f64) -> u32 {
    pixels((height.clamp(0.0, 409.5) * 4.0 / 3.0).round())
}

fn pixels(n: f64) -> u32 {
    u32::try_from(whole(n)).unwrap_or(0)
}

impl Layout {
    fn width(&self, col: u32) -> u32 {
        let behind = self.columns.partition_point(|c| c.0 <= col);
        let own = self.columns[..behind].last().filter(|(_, to, _)| col <= *to);
        own.map_or(self.column, |c| c.2)
    }

    fn height(&self, row: u32) -> u32 {
        match self.rows.binary_search_by_key(&row, |r| r.0) {
            Ok(i) => self.rows[i].1,
            Err(_) => self.row,
        }
    }

    /// The corners of a note beside a cell, as VML writes them: column, pixels into it, row, pixels into it;
    /// twice.
    pub fn anchor(&self, (row, col): (u32, u32), (width, height): (u32, u32)) -> String {
        // At the sheet's edge the note lies over the cell.
        let left = (col + 1).min(LAST.0 - 8);
        let top = row.saturating_sub(1).min(LAST.1 - 40);
        let (right, dx) = reach(left, GAP.0 + width, LAST.0, |c| self.width(c));
        let (bottom, dy) = reach(top, GAP.1 + height, LAST.1, |r| self.height(r));
        format!("{left}, {}, {top}, {}, {right}, {dx}, {bottom}, {dy}", GAP.0, GAP.1)
    }
}

/// The cell that lies `pixels` behind the beginning of cell `from`, and how far into it.
fn reach(from: u32, pixels: u32, last: u32, size: impl Fn(u32) -> u32) -> (u32, u32) {
    let (mut at, mut left) = (from, pixels);
    // Hidden ones have no size; a sheet of nothing else is crossed soon enough.
    for _ in 0..4096 {
        let here = size(at);
        if left < here || at == last {
            return (at, left.min(here));
        }
        left -= here;
        at += 1;
    }
    (at, 0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_note_lies_beside_its_cell_whatever_the_widths() {
        let plain = Layout::default();
        // 15 + 340 pixels over columns of 64: five whole ones and 35 pixels of the sixth.
        assert_eq!(plain.anchor((9, 1), (340, 100)), "2, 15, 8, 10, 7, 35, 13, 10");
        let own = Layout {
            columns: vec![(2, 3, 0), (4, 4, 400)],
            rows: vec![(8, 0), (9, 200)],
            ..Layout::default()
        };
        assert_eq!(own.anchor((9, 1), (340, 100)), "2, 15, 8, 10, 4, 355, 9, 110");
        assert!(
            plain
                .anchor((1_048_575, 16_383), (340, 100))
                .starts_with("16375, 15, 1048535, 10, ")
        );
        assert_eq!((from_characters(8.43), from_points(15.0)), (59, 20));
    }
}
