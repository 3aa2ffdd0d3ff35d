//! The lines of a form with a label and what is filled in for it: periode, ratings, predikat.

use std::ops::Range;

use super::{Reader, choices, rating_row};
use crate::base::text::fold;
use crate::input::Value;
use crate::table::Entry;
use crate::table::form_period;
use crate::table::form_words::{self, FormLine};

/// A line of a form, by the cell of its label.
pub(super) struct LineAt<'a> {
    pub(super) row: usize,
    pub(super) col: u16,
    pub(super) text: &'a str,
    pub(super) line: FormLine,
}

impl<'a> Reader<'a> {
    /// The lines that stand in these rows.
    pub(super) fn lines(&self, rows: Range<usize>) -> Vec<LineAt<'a>> {
        let mut found = Vec::new();
        for row in rows {
            for (col, value) in self.cells(row) {
                let Value::Text(text) = value else { continue };
                if let Some((line, _)) = form_words::line(text) {
                    found.push(LineAt { row, col, text, line });
                }
            }
        }
        found
    }

    /// The value of the first line of a kind; of several that name a year, the first of the last year. With the period that its
    /// label names. `end`: the row behind the last.
    pub(super) fn line(&self, lines: &[LineAt<'a>], end: usize, wanted: FormLine) -> Option<(Entry, Option<Entry>)> {
        let of_kind = || lines.iter().filter(|l| l.line == wanted);
        let last = of_kind().filter_map(|l| form_words::year_of(l.text)).max();
        let of_year = |l: &&LineAt<'_>| form_words::year_of(l.text).is_none_or(|year| Some(year) == last);
        of_kind().filter(of_year).find_map(|l| {
            let entry = self.value_of((l.row, l.col, l.text), end, wanted)?;
            let at = self.at(l.row, l.col);
            let section = form_period::of_label(l.text);
            Some((entry, section.is_some().then_some(Entry { at, section })))
        })
    }

    /// The rating beside a label that says nothing but what is rated.
    pub(super) fn rated(&self, mut rows: Range<usize>, wanted: FormLine) -> Option<Entry> {
        rows.find_map(|row| {
            self.cells(row).find_map(|(col, value)| {
                let Value::Text(text) = value else { return None };
                let (_, col, section) =
                    choices::rated_beside(self.sheet.row_at(row), col, text, self.cols.1).filter(|(line, ..)| *line == wanted)?;
                Some(Entry {
                    at: self.at(row, col),
                    section,
                })
            })
        })
    }

    /// The value of the first cell that is a wanted label.
    pub(super) fn labelled(&self, rows: Range<usize>, is_wanted: impl Fn(&str) -> bool, wanted: FormLine) -> Option<Entry> {
        rows.clone().find_map(|row| {
            self.cells(row).find_map(|(col, value)| {
                let Value::Text(text) = value else { return None };
                is_wanted(text).then(|| self.value_of((row, col, text), rows.end, wanted))?
            })
        })
    }

    /// What is filled in for a label: behind it in the same cell, in the next cell to the right, or below it.
    pub(super) fn value_of(&self, (row, col, label): (usize, u16, &str), end: usize, wanted: FormLine) -> Option<Entry> {
        if let Some((_, Some(rest))) = form_words::line(label) {
            return Some(Entry {
                at: self.at(row, col),
                section: Some(rest.into()),
            });
        }
        if rating_row::heads(self.sheet.row_at(row), self.cols).is_some() {
            return self.under_heading(row..end, wanted);
        }
        let right = self
            .cells(row)
            .filter(|&(c, v)| c > col && !is_label(v))
            .find_map(|(c, v)| Some((row, c, self.entry(row, c, v)?)));
        let below = || {
            let row = Some(row + 1).filter(|&row| row < end)?;
            let first = || self.cells(row).next().filter(|&(_, v)| choices::is_choice(wanted, v));
            let (c, v) = self.below(row, col).or_else(first)?;
            Some((row, c, self.entry(row, c, v)?))
        };
        let (row, col, entry) = right.or_else(below)?;
        let apart = choices::in_cells(self.sheet, self.id, wanted, (row, col), end, self.cols.1);
        Some(apart.unwrap_or(entry))
    }

    /// What stands below a label: the cell under it, else the only one of that row; never a label.
    fn below(&self, row: usize, col: u16) -> Option<(u16, Value<'a>)> {
        if self.cells(row).any(|(_, v)| is_label(v)) {
            return None;
        }
        let mut cells = self.cells(row);
        let first = cells.next()?;
        if first.0 == col || cells.next().is_none() {
            return Some(first);
        }
        self.cells(row).find(|&(c, _)| c == col)
    }
}

/// A cell that is a line of the form itself, and so no value of another one.
fn is_label(value: Value<'_>) -> bool {
    matches!(value, Value::Text(t) if form_words::line(t).is_some() || form_words::rated(t).is_some() || form_words::block_title(t).is_some() || fold(t).starts_with("umpanbalik"))
}
