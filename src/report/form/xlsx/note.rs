//! Notes on cells: what findings say, at a readable size.

use rust_xlsxwriter::Note;

use crate::finding::Finding;
use crate::report::workbook::cut;

/// Findings told in one note.
const TOLD_IN_A_NOTE: usize = 4;

/// A note of a readable size.
pub fn note(text: &str) -> Note {
    let text = cut(text, 1_200, " …");
    let lines: usize = text.lines().map(|l| 1 + l.chars().count() / 48).sum();
    let height = u32::try_from(lines).unwrap_or(20).clamp(4, 22) * 18 + 12;
    Note::new(text)
        .set_author("skp")
        .add_author_prefix(false)
        .set_width(340)
        .set_height(height)
}

/// The text of a note about some findings: code, what, remedy, why.
pub fn note_text<'f>(findings: impl Iterator<Item = &'f Finding>) -> String {
    note_text_of(findings, "lembar Temuan")
}

/// The same where the findings that a note has no room for are told elsewhere.
pub fn note_text_of<'f>(findings: impl Iterator<Item = &'f Finding>, elsewhere: &str) -> String {
    let mut out = String::new();
    let mut left = 0_usize;
    for (n, f) in findings.enumerate() {
        if n >= TOLD_IN_A_NOTE {
            left += 1;
            continue;
        }
        if n > 0 {
            out.push_str("\n\n");
        }
        out.push_str(&format!(
            "{} ({})\n{}\nPerbaikan: {}\nDasar: {}",
            f.kode,
            f.level.as_str(),
            f.message,
            f.advice,
            f.acuan
        ));
    }
    if left > 0 {
        out.push_str(&format!("\n\n… dan {left} temuan lagi; lihat {elsewhere}."));
    }
    out
}
