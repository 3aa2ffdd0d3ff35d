//! Where the next form begins below another one in the same sheet.

use super::{Reader, head, identity_at, label};
use crate::base::origin::SheetId;
use crate::input::{Sheet, Value};
use crate::table::form_words::{self, FormField};

/// So many rows further down the identity block follows the title of its form.
const TITLES: usize = 8;

/// The field of an identity block that a cell labels: `NAMA`, `1. Nama : Lintang`.
pub fn form_field(text: &str) -> Option<FormField> {
    form_words::field(&label(head(text).0))
}

/// Whether a form begins in this row: with its title above somebody's identity block, or with that block.
pub fn begins_at(sheet: &Sheet, row: usize, cols: (u16, u16)) -> bool {
    let reader = Reader::new(sheet, SheetId(0), cols);
    let end = |rows: usize| sheet.row_count().min(row + rows);
    let identity = |row: usize| identity_at(sheet, row..end(2 * TITLES), cols).is_some() || reader.names_somebody(row);
    let titled = || {
        let mut cells = reader.cells(row);
        let title = |v: Value<'_>| matches!(v, Value::Text(t) if form_words::is_form_title(t));
        cells.next().is_some_and(|(_, v)| title(v)) && cells.count() < 2
    };
    if titled() {
        return (row + 1..end(TITLES)).any(identity);
    }
    identity(row)
}

impl Reader<'_> {
    /// The row says somebody's name, and it or the next one his NIP: `Nama : Lintang`, `NIP : 1985…`.
    fn names_somebody(&self, row: usize) -> bool {
        let is = |wanted: FormField| move |(_, value): (u16, Value<'_>)| matches!(value, Value::Text(t) if form_field(t) == Some(wanted));
        let first = |row: usize| self.cells(row).take(2);
        let is_nip = |row: usize| {
            let digits = |v: Value<'_>| v.written().chars().filter(char::is_ascii_digit).count() >= 9;
            self.cells(row).any(is(FormField::Nip)) && self.cells(row).any(|(_, v)| digits(v))
        };
        let named = first(row).any(is(FormField::Nama));
        named && (is_nip(row) || (row + 1 < self.sheet.row_count() && is_nip(row + 1)))
    }
}
