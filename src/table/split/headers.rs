//! Which headers stand in a band: the first one, and those side by side in it.

use std::ops::Range;

use super::{Finder, SEARCH, SIDE_BY_SIDE};
use crate::base::text::fold;
use crate::input::Sheet;
use crate::table::header::{Header, LEVELS, at, names_a_column, with_groups};
use crate::table::{Key, TableColumn, form, settle};

impl Finder<'_> {
    /// Whether a table of its own begins in the columns beside `main`; the right half of a wider
    /// table further down is none.
    pub(super) fn beside(&self, rows: Range<usize>, side: (u16, u16), cols: (u16, u16), main: &Header) -> bool {
        let Some(header) = self.find(rows, side).filter(Header::complete) else {
            return false;
        };
        if header.first <= main.last {
            return true;
        }
        match at(self.sheet, header.first, cols, self.hint).filter(Header::complete) {
            Some(whole) => whole.span() == header.span() || self.side_by_side(&whole, cols).len() > 1,
            None => true,
        }
    }

    /// Last column of the header once columns behind a gap that mean nothing are left off: they
    /// may be the title of a table beside it.
    pub(super) fn trimmed(&self, header: &Header) -> u16 {
        let mut edge = header.span().1;
        let mut columns = header.columns.as_slice();
        loop {
            let segments = gaps(self.sheet, header, columns);
            let Some(&start) = segments.last() else { return edge };
            if start == 0 || columns[start..].iter().any(|c| c.key.is_some()) {
                return edge;
            }
            columns = &columns[..start];
            edge = columns.last().map_or(edge, |c| c.col);
        }
    }

    /// The first header within the first rows; among rows close by the one that explains most.
    pub(super) fn find(&self, rows: Range<usize>, cols: (u16, u16)) -> Option<Header> {
        let top = form::after_identity(self.sheet, rows.start..rows.end.min(rows.start + SEARCH), cols).unwrap_or(rows.start);
        let end = rows.end.min(top + SEARCH);
        let mut best: Option<Header> = None;
        let mut until = end;
        let mut index = top;
        let mut buffer = String::new();
        while index < until {
            if !names_a_column(self.sheet.row_at(index), cols, &mut buffer) {
                index += 1;
                continue;
            }
            let found = at(self.sheet, index, cols, self.hint).map(|mut header| {
                settle::people(self.sheet, &mut header, rows.end);
                header
            });
            if let Some(header) = found.filter(|h| h.complete() || h.acceptable()) {
                // columns said twice speak against a reading
                let rank = |h: &Header| (h.complete(), (h.matched + 100).saturating_sub(2 * h.doubled.len()));
                match &best {
                    None => {
                        until = end.min(index + LEVELS);
                        best = Some(header);
                    }
                    // As good and later: the rows above were titles.
                    Some(b) if header.first <= b.last && rank(&header) >= rank(b) => best = Some(header),
                    Some(b) if !b.complete() && header.complete() => best = Some(header),
                    Some(_) => {}
                }
            }
            index += 1;
        }
        best.map(|h| with_groups(self.sheet, h, top, cols, self.hint))
    }

    /// The header of a table that begins in this row; its groups may stand above it, from row `top` on.
    pub(super) fn header_in(&self, row: usize, top: usize, band: (u16, u16)) -> Option<Header> {
        at(self.sheet, row, band, self.hint)
            .filter(|h| h.complete() || h.acceptable())
            .map(|h| with_groups(self.sheet, h, top, band, self.hint))
    }

    /// Cuts a header into those of tables that stand side by side.
    pub(super) fn side_by_side(&self, header: &Header, cols: (u16, u16)) -> Vec<Header> {
        let cuts = self.cuts(header);
        let mut parts: Vec<Header> = Vec::new();
        let mut from = header.span().0;
        for (i, &cut) in cuts.iter().enumerate() {
            let end = |i: usize| cuts.get(i).map_or(cols.1, |c| c - 1);
            let after = (i + 1..=cuts.len()).find_map(|j| self.part(header, (cut, end(j))));
            if let (Some(left), Some(_)) = (self.part(header, (from, cut - 1)), after) {
                parts.push(left);
                from = cut;
            }
        }
        let last = if parts.is_empty() {
            None
        } else {
            self.part(header, (from, cols.1))
        };
        match last {
            Some(last) => parts.push(last),
            None => return vec![header.clone()],
        }
        parts
    }

    /// The columns at which another table may begin.
    fn cuts(&self, header: &Header) -> Vec<u16> {
        let mut cuts: Vec<u16> = gaps(self.sheet, header, &header.columns)
            .into_iter()
            .skip(1)
            .map(|i| header.columns[i].col)
            .collect();
        // Without a gap a second NIP may begin a second table, its running number before it.
        for &(later, _, name) in &header.doubled {
            if name == Key::Nip
                && let Some(i) = header.columns.iter().position(|c| c.col == later)
            {
                let numbered = i > 0 && fold(&header.columns[i - 1].written) == "no";
                cuts.push(header.columns[if numbered { i - 1 } else { i }].col);
            }
        }
        cuts.sort_unstable();
        cuts.dedup();
        cuts.retain(|&c| c > header.span().0);
        cuts.truncate(SIDE_BY_SIDE);
        cuts
    }

    /// The part of a header in these columns, read from its lowest level up: what stands over the whole
    /// part is a title.
    fn part(&self, header: &Header, cols: (u16, u16)) -> Option<Header> {
        let mut best: Option<Header> = None;
        for first in (header.first..=header.last).rev() {
            if let Some(found) = at(self.sheet, first, cols, self.hint)
                && best.as_ref().is_none_or(|b| found.matched > b.matched)
            {
                best = Some(found);
            }
        }
        best.map(|h| with_groups(self.sheet, h, header.first, cols, self.hint))
            .filter(Header::complete)
    }
}

/// Where columns are separated by at least one column without a header that no merge bridges:
/// the index of the first column of every segment.
fn gaps(sheet: &Sheet, header: &Header, columns: &[TableColumn]) -> Vec<usize> {
    let top = sheet.row_at(header.first).number();
    let bottom = sheet.row_at(header.last).number();
    let mut starts = vec![0];
    for (i, pair) in columns.windows(2).enumerate() {
        let (left, right) = (pair[0].col, pair[1].col);
        let bridged = || {
            sheet
                .merges
                .iter()
                .any(|m| m.top >= top && m.top <= bottom && m.left <= left && m.right + 1 >= right)
        };
        if right > left + 1 && !bridged() {
            starts.push(i + 1);
        }
    }
    starts
}
