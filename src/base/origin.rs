//! Where a value came from. Every value keeps its origin to the end, so that any figure can be
//! traced to its cell and any finding names file, sheet and cell as the user sees them.

use std::fmt;

super::ids::ids! {
    /// A file of [`crate::input::Inputs::files`].
    FileId;
    /// A sheet (of a workbook, or the one table of a CSV) of [`crate::input::Inputs::sheets`].
    SheetId;
}

/// One cell of one sheet, in 8 bytes: every field of the model keeps one. Ordered by file and sheet, row,
/// column: the order findings are told in.
///
/// There is room for 262,144 sheets and 1,073,741,824 rows; what lies beyond is counted as the last.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Origin {
    /// The sheet and the upper bits of the row.
    high: u32,
    /// The lower bits of the row and the column.
    low: u32,
}

/// Bits of the row beside the sheet, and beside the column.
const ROW_HIGH: u32 = 14;
const ROW_LOW: u32 = 16;

impl Origin {
    /// The cell at `row` and `col` (0-based) of `sheet`.
    #[must_use]
    pub const fn new(sheet: SheetId, row: u32, col: u16) -> Self {
        const LAST_SHEET: u32 = (1 << (32 - ROW_HIGH)) - 1;
        const LAST_ROW: u32 = (1 << (ROW_HIGH + ROW_LOW)) - 1;
        let sheet = if sheet.0 > LAST_SHEET { LAST_SHEET } else { sheet.0 };
        let row = if row > LAST_ROW { LAST_ROW } else { row };
        Self {
            high: sheet << ROW_HIGH | row >> ROW_LOW,
            low: row << ROW_LOW,
        }
        .in_col(col)
    }

    /// The sheet.
    #[must_use]
    pub const fn sheet(self) -> SheetId {
        SheetId(self.high >> ROW_HIGH)
    }

    /// Row, 0-based. For a CSV: the physical line on which the record begins.
    #[must_use]
    pub const fn row(self) -> u32 {
        (self.high & ((1 << ROW_HIGH) - 1)) << ROW_LOW | self.low >> ROW_LOW
    }

    /// Column, 0-based. For a CSV: the field's place in the record.
    #[must_use]
    pub const fn col(self) -> u16 {
        let [.., high, low] = self.low.to_be_bytes();
        u16::from_be_bytes([high, low])
    }

    /// The same place in another sheet.
    #[must_use]
    pub const fn in_sheet(self, sheet: SheetId) -> Self {
        Self::new(sheet, self.row(), self.col())
    }

    /// The cell of the same column in another row.
    #[must_use]
    pub const fn in_row(self, row: u32) -> Self {
        Self::new(self.sheet(), row, self.col())
    }

    /// The cell of the same row in another column.
    #[must_use]
    pub const fn in_col(self, col: u16) -> Self {
        let [high, low] = col.to_be_bytes();
        let [above, below, ..] = self.low.to_be_bytes();
        Self {
            high: self.high,
            low: u32::from_be_bytes([above, below, high, low]),
        }
    }

    /// The address as Excel shows it: `C5`.
    #[must_use]
    pub fn a1(self) -> String {
        format!("{}{}", column_letters(self.col()), self.row() + 1)
    }
}

impl fmt::Debug for Origin {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}!{}", self.sheet().0, self.a1())
    }
}

/// Column letters of a 0-based column: 0 → `A`, 26 → `AA`.
#[must_use]
pub fn column_letters(col: u16) -> String {
    let mut rest = u32::from(col) + 1;
    let mut letters = Vec::new();
    while rest > 0 {
        rest -= 1;
        letters.push(b'A' + u8::try_from(rest % 26).unwrap_or(0));
        rest /= 26;
    }
    letters.reverse();
    letters.into_iter().map(char::from).collect()
}

/// `B2` → row 1, column 1; `None` for anything that is no cell of a sheet of Excel.
pub(crate) fn a1(text: &str) -> Option<(u32, u16)> {
    let bytes = text.as_bytes();
    let letters = bytes.iter().position(|b| !b.is_ascii_alphabetic())?;
    let (name, number) = bytes.split_at(letters);
    if !(1..=3).contains(&letters) || number.len() > 7 {
        return None;
    }
    let col = (name.iter()).fold(0, |n, b| n * 26 + u16::from(b.to_ascii_uppercase() - b'A') + 1);
    let row = number
        .iter()
        .try_fold(0, |n, b| b.is_ascii_digit().then(|| n * 10 + u32::from(b - b'0')))?;
    Some((row.checked_sub(1)?, col - 1))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_are_those_of_excel() {
        for (col, letters) in [
            (0, "A"),
            (25, "Z"),
            (26, "AA"),
            (51, "AZ"),
            (701, "ZZ"),
            (702, "AAA"),
            (16383, "XFD"),
        ] {
            assert_eq!(column_letters(col), letters);
        }
        assert_eq!(Origin::new(SheetId(0), 4, 2).a1(), "C5");
    }

    #[test]
    fn an_address_is_what_was_put_in_and_orders_by_sheet_row_column() {
        let mut last = None;
        for sheet in [0, 1, 262_143] {
            for row in [0, 1, 65_535, 65_536, 1_048_575, 1_073_741_823] {
                for col in [0, 1, 16_383, u16::MAX] {
                    let at = Origin::new(SheetId(sheet), row, col);
                    assert_eq!((at.sheet().0, at.row(), at.col()), (sheet, row, col));
                    assert!(last < Some(at));
                    last = Some(at);
                }
            }
        }
        let beyond = Origin::new(SheetId(u32::MAX), u32::MAX, 7);
        assert_eq!(
            Some((beyond.sheet().0, beyond.row())),
            last.map(|at| (at.sheet().0, at.row()))
        );
        assert_eq!(size_of::<Origin>(), 8);
    }
}
