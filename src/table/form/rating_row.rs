//! Ratings in a row of their own below their headings: `HASIL KERJA | PERILAKU KERJA | PREDIKAT KINERJA`.

use std::ops::Range;

use super::{Entry, Reader, choices};
use crate::base::text::fold;
use crate::input::Value;
use crate::input::sheet::Row;
use crate::table::form_words::{self, FormLine, unnumbered};

/// Headings beside those of the ratings: of the running number, or of what the rows are.
const BESIDE: [&str; 9] = [
    "no",
    "nomor",
    "aspek",
    "komponen",
    "unsur",
    "uraian",
    "penilaian",
    "rating",
    "keterangan",
];

/// What the cells of a row head, where they head ratings and nothing else: at least two of them, of which one says no more
/// than what is rated.
pub fn heads(row: Row<'_>, (lo, hi): (u16, u16)) -> Option<Vec<(u16, FormLine)>> {
    let mut found: Vec<(u16, FormLine)> = Vec::new();
    let mut bare = false;
    for (col, value) in row.cells_in(lo, hi).filter(|(_, v)| !v.is_blank()) {
        let Value::Text(text) = value else { return None };
        let rated = form_words::rated(text);
        bare |= rated.is_some();
        match rated.or_else(|| open_line(text)) {
            Some(line) if found.iter().any(|(_, known)| *known == line) => return None,
            Some(line) => found.push((col, line)),
            None if BESIDE.contains(&fold(unnumbered(text)).as_str()) => {}
            None => return None,
        }
    }
    (bare && found.len() > 1).then_some(found)
}

/// The line that a label names whose rating does not stand in the same cell.
fn open_line(text: &str) -> Option<FormLine> {
    let (line, behind) = form_words::line(text)?;
    let rates = matches!(
        line,
        FormLine::RatingWork | FormLine::RatingConduct | FormLine::Mark | FormLine::Organisation
    );
    (rates && behind.is_none()).then_some(line)
}

impl Reader<'_> {
    /// The rating under its heading, in the first row below the headings that says anything.
    pub(super) fn under_heading(&self, rows: Range<usize>, wanted: FormLine) -> Option<Entry> {
        rows.clone().find_map(|head| {
            let heads = heads(self.sheet.row_at(head), self.cols)?;
            let (col, _) = heads.into_iter().find(|(_, line)| *line == wanted)?;
            let row = (head + 1..rows.end).find(|&row| self.cells(row).next().is_some())?;
            let value = self.sheet.row_at(row).get(col);
            matches!(value, Value::Text(text) if choices::is_rating(wanted, text)).then(|| self.entry(row, col, value))?
        })
    }
}
