//! A table of counts beside a list (`PREDIKAT | JUMLAH`): its columns are none of the list's.

use crate::base::text::fold_words;
use crate::input::{Sheet, Value};
use crate::table::rows::{heads_counts, is_count, looks_like_nip, names_a_mark};

/// The last column of what stands left of a table of counts that has the rightmost columns to itself, behind an empty one.
pub(super) fn edge(sheet: &Sheet, end: usize, (lo, hi): (u16, u16)) -> Option<u16> {
    let filled = |col: u16| sheet.rows().take(end).any(|row| !row.get(col).is_blank());
    let is_gap = |col: &u16| !filled(*col);
    let gap = (lo + 1..hi).rev().find(is_gap)?;
    let side = (gap + 1, hi);
    let left = lo..gap;
    (is_summary(sheet, end, side) && left.into_iter().any(filled)).then_some(gap - 1)
}

/// Whether rows of these columns say how many there are of each mark, and no row says anything else.
fn is_summary(sheet: &Sheet, end: usize, (lo, hi): (u16, u16)) -> bool {
    let mut marks: Vec<String> = Vec::new();
    let mut headed = false;
    for row in sheet.rows().take(end) {
        let cells: Vec<_> = row.cells_in(lo, hi).filter(|(_, v)| !v.is_blank()).collect();
        let mut texts = cells.iter().filter_map(|(_, v)| match v {
            Value::Text(t) if !is_count(*v) => Some(*t),
            _ => None,
        });
        if cells.iter().any(|(_, v)| looks_like_nip(*v)) {
            return false;
        }
        let Some(label) = texts.next() else {
            if cells.is_empty() {
                continue;
            }
            return false;
        };
        let words = fold_words(label);
        headed |= heads_counts(label) || words.starts_with("rekap") || texts.any(heads_counts);
        let counts = cells.iter().filter(|(_, v)| is_count(*v)).count();
        if names_a_mark(label) {
            if counts == 0 || marks.contains(&words) {
                return false;
            }
            marks.push(words);
        }
    }
    headed && marks.len() >= 2
}
