//! The lines of a form with a label and what is filled in for it: periode, ratings, predikat.

use std::ops::Range;

use super::{Reader, choices, rating_row};
use crate::base::origin::Origin;
use crate::base::text::fold;
use crate::input::Value;
use crate::table::Entry;
use crate::table::form_period;
use crate::table::form_words::{self, FormLine};

impl<'a> Reader<'a> {
    /// The value of the first line of a kind; of several that name a year, the first of the last year.
    pub(super) fn line(&self, rows: Range<usize>, wanted: FormLine) -> Option<Entry> {
        self.line_by(rows, wanted).map(|(entry, _)| entry)
    }

    /// Likewise, with the period that its label names.
    pub(super) fn line_by(&self, rows: Range<usize>, wanted: FormLine) -> Option<(Entry, Option<Entry>)> {
        let is_wanted = |t: &str| form_words::line(t).map(|l| l.0) == Some(wanted);
        let years = rows.clone().flat_map(|row| self.cells(row)).filter_map(|(_, v)| match v {
            Value::Text(t) if is_wanted(t) => form_words::year_of(t),
            _ => None,
        });
        let last = years.max();
        let of_year = |t: &str| form_words::year_of(t).is_none_or(|year| Some(year) == last);
        let what = |t: &str| form_words::line(t).map(|l| l.0).filter(|_| of_year(t));
        let (entry, (at, label)) = self.labelled_by(rows, what, wanted)?;
        let section = form_period::of_label(label);
        let period = section.is_some().then_some(Entry { at, section });
        Some((entry, period))
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

    /// The value of the first cell that is the wanted line: behind its label in the same cell, in the
    /// next cell to the right, or below it.
    pub(super) fn labelled(
        &self,
        rows: Range<usize>,
        what: impl Fn(&str) -> Option<FormLine>,
        wanted: FormLine,
    ) -> Option<Entry> {
        self.labelled_by(rows, what, wanted).map(|(entry, _)| entry)
    }

    /// Likewise, with its label.
    fn labelled_by(
        &self,
        rows: Range<usize>,
        what: impl Fn(&str) -> Option<FormLine>,
        wanted: FormLine,
    ) -> Option<(Entry, (Origin, &'a str))> {
        for row in rows.clone() {
            for (col, value) in self.cells(row) {
                let Value::Text(t) = value else { continue };
                if what(t) != Some(wanted) {
                    continue;
                }
                let label = (self.at(row, col), t);
                if let Some((_, Some(rest))) = form_words::line(t) {
                    let section = Some(rest.into());
                    return Some((Entry { at: label.0, section }, label));
                }
                if rating_row::heads(self.sheet.row_at(row), self.cols).is_some() {
                    return Some((self.under_heading(row..rows.end, wanted)?, label));
                }
                let right = self
                    .cells(row)
                    .filter(|&(c, v)| c > col && !is_label(v))
                    .find_map(|(c, v)| Some((row, c, self.entry(row, c, v)?)));
                let below = || {
                    let row = Some(row + 1).filter(|&row| row < rows.end)?;
                    let first = || self.cells(row).next().filter(|&(_, v)| choices::is_choice(wanted, v));
                    let (c, v) = self.below(row, col).or_else(first)?;
                    Some((row, c, self.entry(row, c, v)?))
                };
                if let Some((row, col, entry)) = right.or_else(below) {
                    let apart = choices::in_cells(self.sheet, self.id, wanted, (row, col), rows.end, self.cols.1);
                    return Some((apart.unwrap_or(entry), label));
                }
            }
        }
        None
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
