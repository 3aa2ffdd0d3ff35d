//! A table row by row: each wanted column by its canonical name, merged cells filled downwards.

use crate::base::origin::Origin;
use crate::input::{Inputs, Sheet, Value};
use crate::table::{Section, Table, TableRow};

/// A table with the sheet it stands in.
#[derive(Debug, Clone)]
pub(super) struct Lembar<'a> {
    pub table: &'a Table,
    sheet: &'a Sheet,
}

/// A cell: what it holds and where that really stands.
#[derive(Debug, Clone, Copy)]
pub(super) struct Cell<'a> {
    pub value: Value<'a>,
    pub at: Origin,
}

/// A data row.
#[derive(Debug, Clone, Copy)]
pub(super) struct Baris<'a, 't> {
    lembar: &'t Lembar<'a>,
    row: crate::input::sheet::Row<'a>,
    pub section: Option<Section>,
}

impl<'a> Lembar<'a> {
    pub fn new(inputs: &'a Inputs, table: &'a Table) -> Self {
        let sheet = inputs.sheet(table.sheet);
        Self { table, sheet }
    }

    /// The sheet column of a canonical column.
    pub fn col(&self, canonical: &str) -> Option<u16> {
        self.table.column(canonical).map(|c| c.col)
    }

    pub fn rows(&self) -> impl Iterator<Item = Baris<'a, '_>> {
        self.table.rows.iter().map(|&row| self.row(row))
    }

    fn row(&self, row: TableRow) -> Baris<'a, '_> {
        Baris {
            lembar: self,
            row: self.sheet.row_at(row.index as usize),
            section: row.section,
        }
    }

    /// The data row with this sheet row number.
    pub fn at_number(&self, number: u32) -> Option<Baris<'a, '_>> {
        let index = u32::try_from(self.sheet.index_of(number)?).ok()?;
        let i = self.table.rows.binary_search_by_key(&index, |r| r.index).ok()?;
        Some(self.row(self.table.rows[i]))
    }
}

impl<'a> Baris<'a, '_> {
    /// 0-based row number in the sheet.
    pub fn number(&self) -> u32 {
        self.row.number()
    }

    /// The first cell of the row inside the table.
    pub fn first(&self) -> Origin {
        Origin::new(self.lembar.table.sheet, self.row.number(), self.lembar.table.cols.0)
    }

    /// The cell of a column; an absent column is an empty cell at the start of the row. Under a
    /// vertical merge it is the merge's first cell.
    pub fn cell(&self, col: Option<u16>) -> Cell<'a> {
        let Some(col) = col else {
            return Cell {
                value: Value::Empty,
                at: self.first(),
            };
        };
        let number = self.row.number();
        let sheet = self.lembar.table.sheet;
        let value = self.row.get(col);
        if matches!(value, Value::Empty)
            && let Some(top) = self.lembar.table.merged_from(number, col)
        {
            return Cell {
                value: self.lembar.sheet.at(top, col),
                at: Origin::new(sheet, top, col),
            };
        }
        Cell {
            value,
            at: Origin::new(sheet, number, col),
        }
    }

    /// The cell of a canonical column.
    pub fn named(&self, canonical: &str) -> Cell<'a> {
        self.cell(self.lembar.col(canonical))
    }

    /// The first column that counts in which two rows, perhaps of different tables, are unlike. An
    /// absent column is blank.
    pub fn first_unlike(&self, other: &Baris<'_, '_>, counts: impl Fn(&str) -> bool) -> Option<&'static str> {
        let names = |b: &Baris<'_, '_>| b.lembar.table.columns.iter().filter_map(|c| c.canonical).collect::<Vec<_>>();
        names(self)
            .into_iter()
            .chain(names(other))
            .filter(|name| counts(name))
            .find(|name| {
                !same_value(
                    self.cell(self.lembar.col(name)).value,
                    other.cell(other.lembar.col(name)).value,
                )
            })
    }
}

/// Equal as a reader of the sheet would say: blanks and letter case do not count.
fn same_value(a: Value<'_>, b: Value<'_>) -> bool {
    if a.is_blank() || b.is_blank() {
        return a.is_blank() && b.is_blank();
    }
    if a == b {
        return true;
    }
    match (a, b) {
        (Value::Number { .. }, Value::Number { .. }) => false,
        _ => crate::base::text::match_key(&a.written()) == crate::base::text::match_key(&b.written()),
    }
}
