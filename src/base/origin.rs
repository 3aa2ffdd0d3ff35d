//! Where a value came from. Every value keeps its origin to the end, so that any figure can be
//! traced to its cell and any finding names file, sheet and cell as the user sees them.

use serde::Serialize;

super::ids::ids! {
    /// A file of [`crate::input::Inputs::files`].
    FileId;
    /// A sheet (of a workbook, or the one table of a CSV) of [`crate::input::Inputs::sheets`].
    SheetId;
}

/// One cell of one sheet. Ordered by file and sheet, row, column: the order findings are told in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
pub struct Origin {
    /// The sheet.
    pub sheet: SheetId,
    /// Row, 0-based. For a CSV: the physical line on which the record begins.
    pub row: u32,
    /// Column, 0-based. For a CSV: the field's place in the record.
    pub col: u16,
}

impl Origin {
    /// The cell at `row` and `col` (0-based) of `sheet`.
    #[must_use]
    pub const fn new(sheet: SheetId, row: u32, col: u16) -> Self {
        Self { sheet, row, col }
    }

    /// The address as Excel shows it: `C5`.
    #[must_use]
    pub fn a1(self) -> String {
        format!("{}{}", column_letters(self.col), self.row + 1)
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
}
