//! The rows under a header, walked down to where the table ends.

use std::ops::Range;

use super::body::Body;
use super::{Band, DOUBTS, Finder, SEARCH};
use crate::input::Sheet;
use crate::input::sheet::Merge;
use crate::table::header::{Header, may_be_header};
use crate::table::rows::{RowKind, Shape, reason};
use crate::table::{DataTable, Pair, TableKind, form, settle};

impl Finder<'_> {
    /// Reads the rows under a header into a table; what follows it goes back on the list.
    pub(super) fn table(&mut self, header: &Header, rows: Range<usize>, band: (u16, u16), todo: &mut Vec<Band>) {
        let sheet = self.sheet;
        let mut header = header.clone();
        let header_top = header.first;
        settle::header(sheet, &mut header, rows.start..header_top, rows.end);
        let header = &header;
        let merges = vertical_merges(sheet, header, band);
        let mut walk = TableWalk {
            finder: self,
            header,
            band,
            shape: Shape::new(sheet, header, band, &merges),
            body: Body::default(),
            fresh: true,
            doubts: 0,
        };
        let Foot { at: foot, next } = walk.down(rows.end);
        let TableWalk { shape, mut body, .. } = walk;
        let until = next.as_ref().map_or(foot, |h| h.first);
        body.close(&shape, until, next.is_some());
        let formulir = header.jenis.is_form().then(|| {
            let below = foot.min(until)..next.as_ref().map_or(rows.end, |n| n.first);
            Box::new(form::read(sheet, self.id, band, rows.start..header.first, below))
        });
        // A form with ratings is an evaluation, whatever its headings.
        let jenis = match &formulir {
            Some(form) if form.evaluates() => TableKind::FormulirEvaluasi,
            _ => header.jenis,
        };
        body.samples(sheet, &shape);
        self.keep(header, body, merges, (jenis, formulir), (rows.start, band));
        if let Some(next) = next {
            let from = title_start(sheet, header.last + 1..next.first, self.found.last());
            todo.push(Band {
                rows: from..rows.end,
                cols: band,
                header: Some(next),
            });
        }
    }
}

/// Where a table ends: the row that is none of it any more, and the header of the next table, if one follows.
struct Foot {
    at: usize,
    next: Option<Header>,
}

/// The way down the rows under a header.
struct TableWalk<'a, 'f> {
    finder: &'a Finder<'f>,
    header: &'a Header,
    band: (u16, u16),
    shape: Shape<'a>,
    body: Body,
    /// No data row has come since the header, or since it was repeated.
    fresh: bool,
    /// Rows that were looked at as the header of a next table.
    doubts: usize,
}

impl TableWalk<'_, '_> {
    fn down(&mut self, end: usize) -> Foot {
        let sheet = self.finder.sheet;
        let mut last_number = sheet.row_at(self.header.last).number();
        for index in self.header.last + 1..end {
            let row = sheet.row_at(index);
            if self.shape.is_name_of_the_row_above(index) {
                last_number = row.number();
                if self.shape.says_more_of_a_pair(row) {
                    self.body.strong(index, Some(Pair::NipAbove));
                }
                continue;
            }
            let kind = self.shape.kind(row, self.fresh);
            if kind == RowKind::Blank {
                continue;
            }
            let gap = row.number() > last_number + 1;
            last_number = row.number();
            let another = gap && !self.shape.has_nip() && self.shape.numbers_another(row);
            if another || kind == RowKind::FormEnd {
                let next = self.after_form(index..end);
                return Foot { at: index, next };
            }
            if kind == RowKind::PerhapsHeader
                && let next @ Some(_) = self.next_header(index)
            {
                return Foot { at: index, next };
            }
            self.take(kind, index, gap);
        }
        Foot { at: end, next: None }
    }

    /// Takes a row that does not end the table. `gap`: a blank row stands before it.
    fn take(&mut self, kind: RowKind, index: usize, gap: bool) {
        let sheet = self.finder.sheet;
        let (shape, body) = (&self.shape, &mut self.body);
        match kind {
            RowKind::Blank | RowKind::FormEnd => return,
            RowKind::Skip(reason) => {
                self.fresh |= reason == reason::REPEATED;
                body.skip(index, reason);
                return;
            }
            RowKind::Section(section) => return body.section(index, section),
            RowKind::Loose(heading) => {
                body.loose(index, gap, heading);
                // A heading directly under the header does not end the search for `1 2 3`.
                self.fresh &= heading;
                return;
            }
            RowKind::PerhapsHeader => body.loose(index, gap, false),
            // Where no NIP tells a row, what comes after a blank row may be a title or a
            // signature; that shows at the foot.
            RowKind::Strong if !shape.has_nip() && (gap || body.after_gap()) => body.loose(index, gap, false),
            RowKind::Strong if shape.nip_of_the_row_above(sheet.row_at(index)) && body.join_above(index, sheet) => {
                if shape.says_more_of_a_pair(sheet.row_at(index)) {
                    body.strong(index, None);
                }
            }
            RowKind::Strong => body.strong(index, shape.pair_of(index)),
            RowKind::Overwritten => {
                body.overwritten.push(index);
                body.strong(index, shape.pair_of(index));
            }
        }
        self.fresh = false;
    }

    /// The header of a next table that begins in this row.
    fn next_header(&mut self, index: usize) -> Option<Header> {
        self.doubts += 1;
        if self.doubts > DOUBTS {
            return None;
        }
        let below = self.header.last + 1;
        self.finder.header_in(index, below, self.band)
    }

    /// The next table below a form, whose foot is not searched row by row like data.
    fn after_form(&self, rows: Range<usize>) -> Option<Header> {
        let sheet = self.finder.sheet;
        let mut buffer = String::new();
        // What is filled in for the next person is no heading, though it may name columns ("UNIT KERJA").
        let (mut identity, mut doubts) = (rows.start, 0);
        for i in rows.clone() {
            if i < identity {
                continue;
            }
            if let Some(end) = form::identity_at(sheet, i..rows.end.min(i + SEARCH), self.band) {
                identity = end;
            } else if may_be_header(sheet.row_at(i), self.band, &mut buffer) {
                doubts += 1;
                // Nor is it a group over the headings.
                let found = self.finder.header_in(i, identity, self.band);
                if found.is_some() || doubts >= DOUBTS {
                    return found;
                }
            }
        }
        None
    }
}

/// Merges that reach over rows below the header in the columns of the table.
fn vertical_merges(sheet: &Sheet, header: &Header, (lo, hi): (u16, u16)) -> Vec<Merge> {
    let below = sheet.row_at(header.last).number();
    let mut merges: Vec<Merge> = sheet
        .merges
        .iter()
        .filter(|m| m.bottom > m.top && m.top > below && lo <= m.left && m.left <= hi)
        .copied()
        .collect();
    merges.sort_unstable_by_key(|m| (m.left, m.top));
    merges
}

/// First row after the last data and skipped row of the table before: titles of the next one.
fn title_start(sheet: &Sheet, rows: Range<usize>, before: Option<&DataTable>) -> usize {
    let last = before.map_or(0, |t| {
        let data = t.rows.last().map_or(0, |r| sheet.row(r.index).number());
        let skipped = t.skipped.last().map_or(0, |s| s.row);
        data.max(skipped).max(t.header.1)
    });
    let mut start = rows.start;
    while start < rows.end && sheet.row_at(start).number() <= last {
        start += 1;
    }
    start
}
