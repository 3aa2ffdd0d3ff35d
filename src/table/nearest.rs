//! What comes nearest to a table in a file that holds none.

use super::{Key, is_known_header};
use crate::base::origin::FileId;
use crate::base::text::{is_blank, shorten};
use crate::contract::heading::look_up;
use crate::input::sheet::Row;
use crate::input::{Inputs, Sheet};

/// Rows in which a header is looked for.
pub(super) const HEADER_ROWS: usize = 30;
/// Headings named one by one.
const HEADINGS: usize = 6;

/// What comes nearest to a header in a file: the row with the most known column names.
pub fn nearest(inputs: &Inputs, file: FileId) -> String {
    among(inputs.sheets.iter().filter(|s| s.file == file), true)
}

/// What comes nearest to a header in one sheet.
pub(super) fn nearest_in(sheet: &Sheet) -> String {
    among(std::iter::once(sheet), false)
}

fn among<'a>(sheets: impl Iterator<Item = &'a Sheet>, named: bool) -> String {
    let mut best: Option<(usize, &Sheet, Row<'_>)> = None;
    for sheet in sheets {
        for row in sheet.rows().take(HEADER_ROWS) {
            let known = row.cells().filter(|(_, v)| names_a_column(&v.written())).count();
            if known > best.as_ref().map_or(0, |b| b.0) {
                best = Some((known, sheet, row));
            }
        }
    }
    let Some((_, sheet, row)) = best else {
        return "tidak ada satu pun judul kolom yang dikenali di dalamnya".to_owned();
    };
    let (known, unknown): (Vec<String>, Vec<String>) = row
        .cells()
        .map(|(_, v)| v.written())
        .filter(|t| !is_blank(t))
        .partition(|t| names_a_column(t));
    let place = sheet.name.as_deref().filter(|_| named);
    let place = place.map(|n| format!(" lembar \"{n}\"")).unwrap_or_default();
    let mut says = format!(
        "yang paling mirip kepala tabel baris {}{place}; dikenali {}",
        row.number() + 1,
        listed(&known)
    );
    if !unknown.is_empty() {
        says.push_str(&format!(", tidak dikenali {}", listed(&unknown)));
    }
    let mut buffer = String::new();
    let mut names = |key: Key| known.iter().any(|t| look_up(t, &mut buffer).iter().any(|hit| hit.key == key));
    if names(Key::Nama) && !names(Key::Nip) && !names(Key::NamaNip) {
        says.push_str("; tidak ada kolom NIP");
    }
    says
}

/// Whether a text names a column that a table is read by. One of a number that is no NIP is known in order not to be.
fn names_a_column(text: &str) -> bool {
    let mut buffer = String::new();
    is_known_header(text) && look_up(text, &mut buffer).iter().any(|hit| hit.key != Key::BukanNip)
}

/// Some headings, quoted.
pub(super) fn listed(headings: &[String]) -> String {
    let mut text: Vec<String> = headings
        .iter()
        .take(HEADINGS)
        .map(|h| format!("\"{}\"", shorten(h, 40)))
        .collect();
    if headings.len() > HEADINGS {
        text.push(format!("dan {} lagi", headings.len() - HEADINGS));
    }
    text.join(", ")
}
