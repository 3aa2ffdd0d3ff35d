//! A table row by row: each wanted column by its meaning, merged cells filled downwards.

use crate::base::origin::Origin;
use crate::input::{Inputs, Sheet, Value};
use crate::model::read::number::{Evidence, Mark};
use crate::table::{Key, Section, Table, TableRow};

/// A table with the sheet it stands in.
#[derive(Debug, Clone)]
pub(super) struct Lembar<'a> {
    pub table: &'a Table,
    sheet: &'a Sheet,
    /// The sheet column of every meaning.
    cols: Box<[Option<u16>]>,
    /// The decimal mark of each column of figures, as far as its texts settle it.
    marks: Vec<(u16, Option<Mark>)>,
}

/// Columns of figures: each is judged on its own.
const FIGURES: [Key; 6] = [
    Key::Target,
    Key::Bobot,
    Key::Realisasi,
    Key::Nilai,
    Key::NilaiDitetapkan,
    Key::Ipk,
];

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
        let mut cols = vec![None; Key::ALL.len()].into_boxed_slice();
        for column in &table.columns {
            if let Some(key) = column.key {
                cols[key.index()].get_or_insert(column.col);
            }
        }
        let mut lembar = Self {
            table,
            sheet: inputs.sheet(table.sheet),
            cols,
            marks: Vec::new(),
        };
        lembar.marks = FIGURES
            .into_iter()
            .filter_map(|key| lembar.col(key))
            .map(|col| (col, lembar.judge(col)))
            .collect();
        lembar
    }

    /// The decimal mark that the texts of a column settle.
    fn judge(&self, col: u16) -> Option<Mark> {
        let mut evidence = Evidence::default();
        for row in self.rows() {
            if let Value::Text(text) = row.at(col).value {
                evidence.add(text);
            }
        }
        evidence.mark()
    }

    /// The sheet column with a meaning.
    pub fn col(&self, key: Key) -> Option<u16> {
        self.cols[key.index()]
    }

    /// Whether the table says anything of this.
    pub fn has(&self, key: Key) -> bool {
        self.col(key).is_some() || (key == Key::UnitKerja && !self.table.units.is_empty())
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
    pub fn cell(&self, key: Key) -> Cell<'a> {
        match self.lembar.col(key) {
            Some(col) => self.at(col),
            None if key == Key::UnitKerja && !self.lembar.table.units.is_empty() => self.unit(),
            None => Cell {
                value: Value::Empty,
                at: self.first(),
            },
        }
    }

    /// Whether its table says anything of this.
    pub fn has(&self, key: Key) -> bool {
        self.lembar.has(key)
    }

    /// The unit that a row above names.
    fn unit(&self) -> Cell<'a> {
        let at = self.lembar.table.unit_above(self.number());
        Cell {
            value: at.map_or(Value::Empty, |at| self.lembar.sheet.at(at.row, at.col)),
            at: at.unwrap_or_else(|| self.first()),
        }
    }

    /// The decimal mark of the column a cell stands in.
    pub fn mark(&self, cell: Cell<'_>) -> Option<Mark> {
        let marks = &self.lembar.marks;
        marks.iter().find(|(col, _)| *col == cell.at.col).and_then(|(_, mark)| *mark)
    }

    fn at(&self, col: u16) -> Cell<'a> {
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

    /// The first column that counts in which two rows, perhaps of different tables, are unlike. An
    /// absent column is blank.
    pub fn first_unlike(&self, other: &Baris<'_, '_>, counts: impl Fn(Key) -> bool) -> Option<Key> {
        let keys = |b: &Baris<'_, '_>| b.lembar.table.columns.iter().filter_map(|c| c.key).collect::<Vec<_>>();
        keys(self)
            .into_iter()
            .chain(keys(other))
            .filter(|&key| counts(key))
            .find(|&key| !same_value(self.cell(key).value, other.cell(key).value))
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
