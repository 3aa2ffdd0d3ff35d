//! Text that is struck out, by cell: the official forms print every choice, and an office strikes out those that do not
//! apply (PermenPANRB 6/2022, Anak Lampiran 4–6).
//!
//! A [`Sheet`](super::Sheet) keeps the texts whole. Beside them stands this table, of the few cells that have a stroke; a
//! workbook without any has none, and pays nothing for it.

pub(super) mod html;
pub(super) mod ods;
pub(super) mod xls;
pub(super) mod xlsb;
pub(super) mod xlsx;

use std::collections::HashMap;
use std::ops::Range;

use crate::base::ids::{index, short};

/// How much of a cell is struck out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Strike {
    /// All that can be read in it.
    Whole,
    /// Some letters or digits, others not.
    Part(StruckText),
}

/// A text of which a part is struck out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StruckText {
    text: Box<str>,
    /// The stretches that are struck out, in order, none touching the next.
    struck: Box<[Range<usize>]>,
}

impl StruckText {
    /// The whole text.
    #[must_use]
    pub fn text(&self) -> &str {
        &self.text
    }

    /// The text without what is struck out of it.
    #[must_use]
    pub fn left(&self) -> String {
        let pieces = self.pieces(0..self.text.len());
        pieces.filter(|(_, is_struck)| !is_struck).map(|(piece, _)| piece).collect()
    }

    /// A part of the text, cut where a stroke begins or ends; with each piece whether it is struck out.
    pub fn pieces(&self, part: Range<usize>) -> impl Iterator<Item = (&str, bool)> {
        let within = self
            .struck
            .iter()
            .map(move |r| r.start.max(part.start)..r.end.min(part.end))
            .filter(|r| r.start < r.end);
        let mut cuts = vec![(part.start, false)];
        for r in within {
            cuts.push((r.start, true));
            cuts.push((r.end, false));
        }
        let ends: Vec<usize> = cuts.iter().skip(1).map(|c| c.0).chain([part.end]).collect();
        cuts.into_iter()
            .zip(ends)
            .filter_map(|((from, is_struck), to)| Some((self.text.get(from..to)?, is_struck)))
            .filter(|(piece, _)| !piece.is_empty())
    }
}

/// A text being put together from stretches that are struck out or not.
#[derive(Debug, Default)]
pub struct Stretches {
    text: String,
    struck: Vec<Range<usize>>,
}

impl Stretches {
    /// One more stretch.
    pub fn push(&mut self, text: &str, is_struck: bool) {
        let from = self.text.len();
        self.text.push_str(text);
        if !is_struck {
            return;
        }
        match self.struck.last_mut() {
            Some(last) if last.end == from => last.end = self.text.len(),
            _ => self.struck.push(from..self.text.len()),
        }
    }

    /// What is struck out of it; `None` where no letter and no digit is, for a stroke over a blank says nothing.
    pub fn finish(self) -> Option<Strike> {
        if self.struck.is_empty() {
            return None;
        }
        let seen = |t: &str| t.chars().any(char::is_alphanumeric);
        let any = self.struck.iter().any(|r| self.text.get(r.clone()).is_some_and(seen));
        let mut rest = 0;
        let mut all = true;
        for r in &self.struck {
            all &= self.text.get(rest..r.start).is_none_or(|t| !seen(t));
            rest = r.end;
        }
        all &= self.text.get(rest..).is_none_or(|t| !seen(t));
        match (any, all) {
            (false, _) => None,
            (true, true) => Some(Strike::Whole),
            (true, false) => Some(Strike::Part(StruckText {
                text: self.text.into(),
                struck: self.struck.into(),
            })),
        }
    }
}

/// A stretch of a rich text. Without a font of its own it has that of the cell.
#[derive(Debug)]
pub struct TextRun {
    /// What it says.
    pub text: String,
    /// Whether its own font has a stroke.
    pub is_struck: Option<bool>,
}

/// What is struck out of a text of these runs, in a cell whose font has a stroke or not.
pub fn strike_of(runs: &[TextRun], font: bool) -> Option<Strike> {
    let mut text = Stretches::default();
    for run in runs {
        text.push(&run.text, run.is_struck.unwrap_or(font));
    }
    text.finish()
}

/// What the shared texts of a workbook are in the cells of one sheet, each worked out once for a font with a stroke and once
/// for one without.
#[derive(Debug, Default)]
pub struct SharedStrikes {
    known: HashMap<(u32, bool), Option<u32>>,
}

impl SharedStrikes {
    /// The number of the strike of a shared text; `None` where nothing is struck out.
    pub fn of(&mut self, text: u32, runs: &[TextRun], font: bool, cells: &mut StruckCells) -> Option<u32> {
        let known = self.known.entry((text, font));
        *known.or_insert_with(|| strike_of(runs, font).map(|strike| cells.add(strike)))
    }
}

/// A text of these UTF-16 letters, cut where another font begins.
pub fn cut_runs(letters: &[u16], fonts: impl IntoIterator<Item = (usize, bool)>) -> Vec<TextRun> {
    let mut cuts = vec![(0, None)];
    cuts.extend(
        fonts
            .into_iter()
            .map(|(from, is_struck)| (from.min(letters.len()), Some(is_struck))),
    );
    let ends = cuts.iter().skip(1).map(|cut| cut.0).chain([letters.len()]);
    let runs = cuts.iter().zip(ends).filter_map(|(&(from, is_struck), to)| {
        let text = String::from_utf16_lossy(letters.get(from..to)?);
        Some(TextRun { text, is_struck })
    });
    runs.collect()
}

/// What the records of a binary workbook (`.xls`, `.xlsb`) say of strokes.
#[derive(Debug, Default)]
pub struct StruckRecords {
    /// By number of the style of a cell: its font has a stroke.
    pub styles: Vec<bool>,
    /// The shared texts that have runs, by their number.
    pub rich: HashMap<u32, Vec<TextRun>>,
}

impl StruckRecords {
    /// The number of the strike of a cell of this style that shows a shared text or something else.
    pub fn of_cell(&self, style: u64, text: Option<u32>, shared: &mut SharedStrikes, cells: &mut StruckCells) -> Option<u32> {
        let font = usize::try_from(style).is_ok_and(|style| self.styles.get(style) == Some(&true));
        match text.and_then(|text| Some((text, self.rich.get(&text)?))) {
            Some((text, runs)) => shared.of(text, runs, font, cells),
            None => font.then(|| cells.add(Strike::Whole)),
        }
    }
}

/// The cells of a sheet that have a stroke.
#[derive(Debug, Default)]
pub struct StruckCells {
    /// Row, column, and which of the strikes; in order.
    cells: Vec<(u32, u16, u32)>,
    /// Each once, however many cells show it.
    strikes: Vec<Strike>,
    /// The number of the one that is all of a cell.
    whole: Option<u32>,
}

impl StruckCells {
    /// A strike that cells may have; its number.
    pub fn add(&mut self, strike: Strike) -> u32 {
        let next = short(self.strikes.len());
        // Whole cells are the most, and all alike.
        let number = match strike {
            Strike::Whole => *self.whole.get_or_insert(next),
            Strike::Part(_) => next,
        };
        if number == next {
            self.strikes.push(strike);
        }
        number
    }

    /// A cell has it. Cells come in the order of the sheet.
    pub fn mark(&mut self, row: u32, col: u16, strike: u32) {
        if self.cells.last().is_none_or(|&(r, c, _)| (r, c) < (row, col)) {
            self.cells.push((row, col, strike));
        }
    }

    /// No cell has a stroke.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.cells.is_empty()
    }

    /// What is struck out of a cell.
    #[must_use]
    pub fn get(&self, row: u32, col: u16) -> Option<&Strike> {
        let found = self.cells.binary_search_by_key(&(row, col), |&(r, c, _)| (r, c)).ok()?;
        self.strikes.get(index(self.cells[found].2))
    }

    /// The cells of these rows, in order.
    pub fn in_rows(&self, rows: std::ops::RangeInclusive<u32>) -> impl Iterator<Item = (u32, u16, &Strike)> {
        let from = self.cells.partition_point(|c| c.0 < *rows.start());
        self.cells[from..]
            .iter()
            .take_while(move |c| c.0 <= *rows.end())
            .filter_map(|&(row, col, strike)| Some((row, col, self.strikes.get(index(strike))?)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn strike(stretches: &[(&str, bool)]) -> Option<Strike> {
        let mut all = Stretches::default();
        for (text, is_struck) in stretches {
            all.push(text, *is_struck);
        }
        all.finish()
    }

    #[test]
    fn a_stroke_counts_where_it_meets_a_letter() {
        assert_eq!(strike(&[("BAIK", false)]), None);
        assert_eq!(strike(&[("BAIK", false), (" / ", true)]), None);
        assert_eq!(strike(&[("- ", false), ("BAIK", true), ("/", true)]), Some(Strike::Whole));
        let Some(Strike::Part(part)) = strike(&[("BAI", true), ("K/", true), (" KURANG", false)]) else {
            panic!("a part");
        };
        let pieces = |range| part.pieces(range).collect::<Vec<_>>();
        assert_eq!(pieces(0..part.text().len()), [("BAIK/", true), (" KURANG", false)]);
        assert_eq!(pieces(3..7), [("K/", true), (" K", false)]);
        assert_eq!(pieces(6..12), [("KURANG", false)]);
    }

    #[test]
    fn cells_are_found_by_their_address() {
        let mut cells = StruckCells::default();
        let whole = cells.add(Strike::Whole);
        assert_eq!(cells.add(Strike::Whole), whole);
        cells.mark(2, 1, whole);
        cells.mark(2, 1, whole);
        cells.mark(1, 1, whole);
        cells.mark(4, 0, whole);
        assert_eq!(cells.get(2, 1), Some(&Strike::Whole));
        assert_eq!(cells.get(1, 1), None, "not in the order of a sheet");
        let found: Vec<_> = cells.in_rows(3..=9).map(|(r, c, _)| (r, c)).collect();
        assert_eq!(found, [(4, 0)]);
    }
}
