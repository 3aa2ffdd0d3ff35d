//! A table as CSV that Indonesian Excel opens by double-click: UTF-8 with BOM, `;`, decimal comma,
//! CRLF. A text that a spreadsheet would run as a formula gets an apostrophe.

use std::borrow::Cow;
use std::io::{self, Write};

use crate::base::figure::with_comma;
use crate::base::text::is_printable;
use crate::base::visible::is_hidden;
use crate::report::mask::Mask;
use crate::report::tables::{Cell, Table};
use crate::score::result::shortest;

/// Text from the data leaves as text, never as a formula (`jebakan.md` 22), and without control
/// characters that a terminal would obey.
pub fn as_text(text: &str) -> Cow<'_, str> {
    let text = if !is_printable(text) && text.chars().any(is_hidden) {
        Cow::Owned(text.replace(is_hidden, " "))
    } else {
        Cow::Borrowed(text)
    };
    if text.starts_with(['=', '+', '-', '@', '\t', '\r', '＝', '＋', '－', '＠']) {
        Cow::Owned(format!("'{text}"))
    } else {
        text
    }
}

/// Writes the rows of a table under its columns' keys.
///
/// # Errors
/// Those of the writer.
pub fn write<R>(mut out: impl Write, table: &Table<R>, rows: impl IntoIterator<Item = R>, mask: &Mask) -> io::Result<()> {
    out.write_all("\u{feff}".as_bytes())?;
    let mut csv = csv::WriterBuilder::new()
        .delimiter(b';')
        .terminator(csv::Terminator::CRLF)
        .from_writer(out);
    let columns = table.data();
    csv.write_record(columns.iter().map(|c| as_text(&c.key).into_owned()))?;
    for row in rows {
        for column in &columns {
            csv.write_field(field(&column.value(&row), mask).as_bytes())?;
        }
        csv.write_record(None::<&[u8]>)?;
    }
    csv.flush()
}

/// A cell as a field.
fn field<'c>(cell: &'c Cell<'_>, mask: &Mask) -> Cow<'c, str> {
    let text = match cell {
        Cell::Empty => return Cow::Borrowed(""),
        Cell::Figure(d) => return Cow::Owned(with_comma(*d)),
        Cell::Fraction(r) => return Cow::Owned(shortest(*r).replace('.', ",")),
        Cell::Count(n) => return Cow::Owned(n.to_string()),
        Cell::Share(part, all) => return Cow::Owned(format!("{part}/{all}")),
        Cell::Word(text) | Cell::Term { code: text, .. } => Cow::Borrowed(&**text),
        Cell::Prose(text) | Cell::Link { text, .. } => mask.text(text),
        Cell::Name(text) => mask.name(text),
        Cell::Nip(text) => mask.nip(text),
    };
    match as_text(&text) {
        Cow::Owned(quoted) => Cow::Owned(quoted),
        Cow::Borrowed(_) => text,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_formula_leaves_as_text() {
        for bad in ["=cmd|' /C calc'!A0", "+1", "-2+3", "@SUM(A1)"] {
            assert!(as_text(bad).starts_with('\''), "{bad}");
        }
        assert_eq!(as_text("Budi - Santoso"), "Budi - Santoso");
        assert_eq!(as_text("lumayan\u{1b}[2J\u{7}"), "lumayan [2J ");
    }
}
