//! Tables of a sheet: side by side, one below the other, anywhere.
//!
//! A sheet is worked through as a list of *bands* (a range of columns, a range of rows). The
//! first header of a band is found within its first 30 rows; it may be two headers side by side,
//! and then each has a band of its own below. A band ends where the next header begins.

use hashbrown::HashMap;
use std::ops::Range;

use super::findings::{
    ColumnByContent, ColumnDerived, ColumnDoubled, ColumnMissing, MarkAmbiguous, NipByContent, RowsSkipped, SampleOverwritten,
};
use super::form;
use super::header::{Header, at, may_be_header, names_a_column, with_groups};
use super::layout::MeaningSource;
use super::rows::{RowKind, Shape, has_signature, opens_signature, reason};
use super::{DataTable, Key, Section, Skipped, TableKind, TableRow};
use crate::base::ids::RowNo;
use crate::base::origin::{Origin, SheetId};
use crate::contract::tables::Need;
use crate::finding::Noted;
use crate::input::findings::FileTooLarge;
use crate::input::sheet::Merge;
use crate::input::{Sheet, Value};

/// A header stands within so many rows.
const SEARCH: usize = 30;
/// So many tables may stand side by side; more is no office's work.
const SIDE_BY_SIDE: usize = 16;

/// So many rows of a table are looked at as the header of a next one; a table whose data read
/// like headers throughout would otherwise cost minutes.
const DOUBTS: usize = 200;
/// So many tables in one sheet are read; the rest is said to be too much.
const TABLES: usize = 1000;

/// Rows and columns that may hold a table.
#[derive(Debug, Clone)]
struct Band {
    rows: Range<usize>,
    cols: (u16, u16),
    /// A header already found at the top of it.
    header: Option<Header>,
}

/// Finds all tables of a sheet.
pub fn tables(sheet: &Sheet, id: SheetId, hint: &str, problems: &mut Vec<Noted>) -> Vec<DataTable> {
    let Some(cols) = used(sheet) else {
        return Vec::new();
    };
    let documents = super::vertical::documents(sheet, id, cols);
    let mut finder = Finder {
        sheet,
        id,
        hint,
        found: Vec::new(),
        problems,
    };
    // What stands between documents is looked at like any other sheet.
    let starts = documents.iter().map(|(rows, _)| rows.start).chain([sheet.row_count()]);
    let ends = [0].into_iter().chain(documents.iter().map(|(rows, _)| rows.end));
    let between = ends.zip(starts).filter(|(from, to)| from < to);
    let mut todo: Vec<Band> = between
        .map(|(from, to)| Band {
            rows: from..to,
            cols,
            header: None,
        })
        .collect();
    todo.reverse();
    while let Some(band) = todo.pop() {
        if finder.found.len() >= TABLES {
            finder.problems.push(
                Noted::new(FileTooLarge {
                    detail: format!("lebih dari {TABLES} tabel dalam satu lembar"),
                })
                .in_file(sheet.file),
            );
            break;
        }
        finder.band(band, &mut todo);
    }
    let mut found = finder.found;
    found.extend(documents.into_iter().map(|(_, table)| table));
    found.sort_by_key(|t| (t.header.0, t.cols.0));
    found
}

/// First and last column in use.
fn used(sheet: &Sheet) -> Option<(u16, u16)> {
    let mut used: Option<(u16, u16)> = None;
    for row in sheet.rows() {
        let mut cells = row.cells();
        if let Some((first, _)) = cells.next() {
            let last = cells.next_back().map_or(first, |c| c.0);
            used = Some(used.map_or((first, last), |(lo, hi)| (lo.min(first), hi.max(last))));
        }
    }
    used
}

struct Finder<'a> {
    sheet: &'a Sheet,
    id: SheetId,
    hint: &'a str,
    found: Vec<DataTable>,
    problems: &'a mut Vec<Noted>,
}

impl Finder<'_> {
    fn band(&mut self, band: Band, todo: &mut Vec<Band>) {
        let Band { rows, cols, header } = band;
        let found = header
            .or_else(|| self.find(rows.clone(), cols))
            .or_else(|| form::qualitative(self.sheet, rows.clone(), cols));
        let Some(mut header) = found else {
            return;
        };
        if header.jenis.is_form() {
            form::behind_numbers(self.sheet, rows.clone(), &mut header);
        }
        let parts = self.side_by_side(&header, cols);
        if let [only] = parts.as_slice() {
            let lo = only.span().0;
            let mut main = cols;
            let search = rows.start..rows.end;
            if cols.0 < lo && self.beside(search.clone(), (cols.0, lo - 1), cols, &header) {
                main.0 = lo;
                todo.push(Band {
                    rows: search.clone(),
                    cols: (cols.0, lo - 1),
                    header: None,
                });
            }
            let mut only = only.clone();
            let edge = self.trimmed(&only);
            if edge < cols.1 && self.beside(search.clone(), (edge + 1, cols.1), cols, &header) {
                only.columns.retain(|c| c.col <= edge);
                main.1 = edge;
                todo.push(Band {
                    rows: search,
                    cols: (edge + 1, cols.1),
                    header: None,
                });
            }
            self.table(&only, rows, main, todo);
            return;
        }
        for (i, part) in parts.iter().enumerate() {
            let from = if i == 0 { cols.0 } else { part.span().0 };
            let to = parts.get(i + 1).map_or(cols.1, |next| next.span().0 - 1);
            self.table(part, rows.clone(), (from, to), todo);
        }
    }

    /// Whether a table of its own begins in the columns beside `main`; the right half of a wider
    /// table further down is none.
    fn beside(&self, rows: Range<usize>, side: (u16, u16), cols: (u16, u16), main: &Header) -> bool {
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
    fn trimmed(&self, header: &Header) -> u16 {
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
    fn find(&self, rows: Range<usize>, cols: (u16, u16)) -> Option<Header> {
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
                super::settle::people(self.sheet, &mut header, rows.end);
                header
            });
            if let Some(header) = found.filter(|h| h.complete() || h.acceptable()) {
                // columns said twice speak against a reading
                let rank = |h: &Header| (h.complete(), (h.matched + 100).saturating_sub(2 * h.doubled.len()));
                match &best {
                    None => {
                        until = end.min(index + super::header::LEVELS);
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

    /// Cuts a header into those of tables that stand side by side.
    fn side_by_side(&self, header: &Header, cols: (u16, u16)) -> Vec<Header> {
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
                let numbered = i > 0 && crate::base::text::fold(&header.columns[i - 1].written) == "no";
                cuts.push(header.columns[if numbered { i - 1 } else { i }].col);
            }
        }
        cuts.sort_unstable();
        cuts.dedup();
        cuts.retain(|&c| c > header.span().0);
        cuts.truncate(SIDE_BY_SIDE);
        let mut parts: Vec<Header> = Vec::new();
        let mut from = header.span().0;
        // A part is read from its lowest level up: what stands over the whole part is a title.
        let read = |lo: u16, hi: u16| {
            let mut best: Option<Header> = None;
            for first in (header.first..=header.last).rev() {
                if let Some(found) = at(self.sheet, first, (lo, hi), self.hint)
                    && best.as_ref().is_none_or(|b| found.matched > b.matched)
                {
                    best = Some(found);
                }
            }
            best.map(|h| with_groups(self.sheet, h, header.first, (lo, hi), self.hint))
                .filter(Header::complete)
        };
        for (i, &cut) in cuts.iter().enumerate() {
            let end = cuts.get(i + 1).map_or(cols.1, |c| c - 1);
            let after = (i + 1..=cuts.len())
                .map(|j| cuts.get(j).map_or(cols.1, |c| c - 1))
                .find_map(|hi| read(cut, hi.max(end)));
            if let (Some(left), Some(_)) = (read(from, cut - 1), after) {
                parts.push(left);
                from = cut;
            }
        }
        if parts.is_empty() {
            return vec![header.clone()];
        }
        match read(from, cols.1) {
            Some(last) => parts.push(last),
            None => return vec![header.clone()],
        }
        parts
    }

    /// Reads the rows under a header into a table; what follows it goes back on the list.
    fn table(&mut self, header: &Header, rows: Range<usize>, band: (u16, u16), todo: &mut Vec<Band>) {
        let sheet = self.sheet;
        let mut header = header.clone();
        let header_top = header.first;
        super::settle::header(sheet, &mut header, rows.start..header_top, rows.end);
        let header = &header;
        let merges = vertical_merges(sheet, header, band);
        let mut shape = Shape::new(sheet, header, band, &merges);
        let mut body = Body::default();
        let mut next: Option<Header> = None;
        let mut fresh = true;
        let mut doubts = 0;
        let mut foot = rows.end;
        let mut last_number = sheet.row_at(header.last).number();
        let mut index = header.last + 1;
        while index < rows.end {
            let row = sheet.row_at(index);
            let kind = shape.kind(row, fresh);
            if kind == RowKind::Blank {
                index += 1;
                continue;
            }
            let gap = row.number() > last_number + 1;
            last_number = row.number();
            if gap && !shape.has_nip() && shape.numbers_another(row) {
                foot = index;
                next = self.after_form(index..rows.end, band);
                break;
            }
            match kind {
                RowKind::PerhapsHeader if doubts < DOUBTS => {
                    doubts += 1;
                    let found = at(sheet, index, band, self.hint).filter(|h| h.complete() || h.acceptable());
                    if let Some(found) = found {
                        next = Some(with_groups(sheet, found, header.last + 1, band, self.hint));
                        break;
                    }
                    fresh = false;
                    body.loose(index, gap, false);
                }
                RowKind::PerhapsHeader => body.loose(index, gap, false),
                RowKind::FormEnd => {
                    foot = index;
                    next = self.after_form(index..rows.end, band);
                    break;
                }
                RowKind::Skip(reason) => {
                    fresh = fresh || reason == reason::REPEATED;
                    body.skip(index, reason);
                }
                RowKind::Section(section) => body.section(index, section),
                // Where no NIP tells a row, what comes after a blank row may be a title or a
                // signature; that shows at the foot.
                RowKind::Strong if !shape.has_nip() && (gap || body.after_gap()) => {
                    fresh = false;
                    body.loose(index, gap, false);
                }
                RowKind::Strong if shape.nip_of_the_row_above(row) && body.join_above(index, sheet) => fresh = false,
                RowKind::Strong => {
                    fresh = false;
                    body.strong(index);
                }
                RowKind::Overwritten => {
                    fresh = false;
                    body.overwritten.push(index);
                    body.strong(index);
                }
                RowKind::Loose(heading) => {
                    // A heading directly under the header does not end the search for `1 2 3`.
                    fresh = fresh && heading;
                    body.loose(index, gap, heading);
                }
                RowKind::Blank => {}
            }
            index += 1;
        }
        let until = next.as_ref().map_or(index, |h| h.first);
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

    /// Makes a table of the rows that were found under a header, with what its layout and title tell.
    fn keep(
        &mut self,
        header: &Header,
        mut body: Body,
        merges: Vec<Merge>,
        (jenis, formulir): (TableKind, Option<Box<form::Formulir>>),
        (start, band): (usize, (u16, u16)),
    ) {
        let sheet = self.sheet;
        let title = start..header.first;
        let meta = meta(sheet, title.clone(), band);
        let last_head = sheet.row_at(header.last).number();
        let (mut sources, slices) = super::layout::of(&header.columns, self.id, last_head);
        let overwritten = std::mem::take(&mut body.overwritten);
        let sections = body.section.is_some();
        let (mut rows_out, mut skipped) = body.into_rows(sheet);
        rows_out.shrink_to_fit();
        let units = self.units(header, band, &rows_out, &mut skipped);
        let wants = |key| header.jenis.column(key).is_some() && !header.has(key);
        if wants(Key::UnitKerja) || wants(Key::UnitInduk) {
            let any = header.jenis == TableKind::Sasaran;
            let told = super::units::in_title(sheet, self.id, title, band, any);
            sources.extend(
                told.into_iter()
                    .filter(|(k, _)| wants(*k) && (units.is_empty() || *k != Key::UnitKerja)),
            );
        }
        self.problems_of(header, &sources, !units.is_empty(), sections, &overwritten);
        let mut columns = header.columns.clone();
        super::settle::swapped(sheet, self.id, &mut columns, &rows_out, last_head, self.problems);
        self.tell_skipped(header, &skipped);
        self.found.push(DataTable {
            jenis,
            sheet: self.id,
            header: (sheet.row_at(header.first).number(), sheet.row_at(header.last).number()),
            cols: header.span(),
            columns,
            rows: rows_out,
            skipped,
            sources,
            slices,
            meta,
            formulir,
            merges: merges.into(),
            units,
        });
    }

    /// The next table below a form, whose foot is not searched row by row like data.
    fn after_form(&self, rows: Range<usize>, band: (u16, u16)) -> Option<Header> {
        let mut buffer = String::new();
        // What is filled in for the next person is no heading, though it may name columns ("UNIT KERJA").
        let mut identity = rows.start;
        let mut is_candidate = |i: usize| {
            if i < identity {
                return false;
            }
            if let Some(end) = form::identity_at(self.sheet, i..rows.end.min(i + SEARCH), band) {
                identity = end;
                return false;
            }
            may_be_header(self.sheet.row_at(i), band, &mut buffer)
        };
        rows.clone()
            .filter(|&i| is_candidate(i))
            .take(DOUBTS)
            .find_map(|i| at(self.sheet, i, band, self.hint).filter(|h| h.complete() || h.acceptable()))
            .map(|h| with_groups(self.sheet, h, rows.start, band, self.hint))
    }

    /// In a list of people without a column for their unit: the rows between them that name it.
    fn units(&self, header: &Header, band: (u16, u16), rows: &[TableRow], skipped: &mut [Skipped]) -> Box<[form::Entry]> {
        if !(header.has(Key::Nip) || header.has(Key::NamaNip)) || header.has(Key::UnitKerja) {
            return Box::default();
        }
        let last = rows.last().map_or(0, |r| self.sheet.row(r.index).number());
        let mut units = Vec::new();
        for s in skipped.iter_mut().filter(|s| s.reason == reason::HEADING && s.row < last) {
            let Some(index) = self.sheet.index_of(s.row) else { continue };
            let row = self.sheet.row_at(index);
            let name = row.cells_in(band.0, band.1).rev().find_map(|(col, v)| match v {
                Value::Text(t) => super::units::in_section(t).map(|name| (col, name, t)),
                _ => None,
            });
            if let Some((col, name, text)) = name {
                s.reason = reason::UNIT;
                units.push(form::Entry {
                    at: Origin::new(self.id, s.row, col),
                    section: (name != text).then(|| name.into()),
                });
            }
        }
        units.into()
    }

    /// What is missing, doubled or overwritten. `units_above`: rows between the people name their units.
    fn problems_of(
        &mut self,
        header: &Header,
        sources: &[(Key, MeaningSource)],
        units_above: bool,
        sections: bool,
        overwritten: &[usize],
    ) {
        let row = self.sheet.row_at(header.last).number();
        let top = self.sheet.row_at(header.first).number();
        let corner = Origin::new(self.id, row, header.span().0);
        let told = |key: Key| sources.iter().any(|(k, _)| *k == key) || (units_above && key == Key::UnitKerja);
        for &key in header.missing.iter().filter(|&&k| !told(k)) {
            self.problems.push(
                Noted::new(ColumnMissing {
                    column: key.name(),
                    table: header.jenis.as_str(),
                    near: header.nearly(key),
                    unread: header.unread(),
                })
                .at(corner),
            );
        }
        for &(col, key) in &header.by_content {
            let at = Origin::new(self.id, top, col);
            let written = header.columns.iter().find(|c| c.col == col).map(|c| c.written.clone());
            let written = written.unwrap_or_default();
            self.problems.push(match key {
                Key::Nip => Noted::new(NipByContent { written }).at(at),
                _ => Noted::new(ColumnByContent {
                    written,
                    column: key.name(),
                })
                .at(at),
            });
        }
        // What the contract wants, and can be told without its column.
        let derived: Vec<Key> = header
            .jenis
            .columns()
            .iter()
            .filter(|c| c.need == Need::Derived && !header.has(c.key) && !told(c.key))
            .filter(|c| !(c.key == Key::Jenis && sections))
            .filter(|c| !(c.key == Key::Aspek && header.columns.iter().any(|h| h.facet.aspek.is_some())))
            .map(|c| c.key)
            .collect();
        if !derived.is_empty() {
            let table = header.jenis.as_str();
            self.problems
                .push(Noted::new(ColumnDerived { columns: derived, table }).at(corner));
        }
        for &(later, earlier, key) in &header.ambiguous {
            let (first, second) = (Origin::new(self.id, top, earlier), Origin::new(self.id, top, later));
            self.problems.push(
                Noted::new(MarkAmbiguous {
                    mark: key,
                    first,
                    second,
                })
                .at(second),
            );
        }
        for &(later, earlier, key) in &header.doubled {
            let (first, second) = (Origin::new(self.id, top, earlier), Origin::new(self.id, top, later));
            let column = key.name();
            self.problems
                .push(Noted::new(ColumnDoubled { column, first, second }).at(second));
        }
        if let Some(&first) = overwritten.first() {
            let at = Origin::new(self.id, self.sheet.row_at(first).number(), header.span().0);
            self.problems
                .push(Noted::new(SampleOverwritten { rows: overwritten.len() }).at(at));
        }
    }

    /// One problem a reason, at its first row.
    fn tell_skipped(&mut self, header: &Header, skipped: &[Skipped]) {
        // A section row is understood, not passed over; and the numbers under the header of an
        // official form are part of the form.
        let mut told: Vec<&'static str> = vec![reason::SECTION, reason::UNIT, reason::SAMPLE, reason::RULE];
        if header.jenis.is_form() {
            told.push(reason::NUMBERING);
        }
        for first in skipped {
            if told.contains(&first.reason) {
                continue;
            }
            told.push(first.reason);
            let rows: Vec<u32> = skipped
                .iter()
                .filter(|s| s.reason == first.reason)
                .map(|s| s.row + 1)
                .collect();
            self.problems.push(
                Noted::new(RowsSkipped {
                    reason: first.reason,
                    rows: super::row_list(&rows),
                })
                .at(Origin::new(self.id, first.row, header.span().0)),
            );
        }
    }
}

/// Where columns are separated by at least one column without a header that no merge bridges:
/// the index of the first column of every segment.
fn gaps(sheet: &Sheet, header: &Header, columns: &[super::TableColumn]) -> Vec<usize> {
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

/// The lines above a header, each as one text.
fn meta(sheet: &Sheet, rows: Range<usize>, (lo, hi): (u16, u16)) -> Vec<Box<str>> {
    let from = rows.start.max(rows.end.saturating_sub(SEARCH));
    (from..rows.end)
        .filter_map(|i| {
            let words: Vec<String> = sheet
                .row_at(i)
                .cells_in(lo, hi)
                .filter(|(_, v)| !v.is_blank())
                .map(|(col, v)| super::struck::written(sheet, i, col, v))
                .collect();
            (!words.is_empty()).then(|| words.join(" ").into())
        })
        .collect()
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

/// The rows of a table while they are read.
#[derive(Debug, Default)]
struct Body {
    rows: Vec<TableRow>,
    skipped: Vec<(usize, &'static str)>,
    section: Option<Section>,
    /// Sample rows with somebody's own NIP or name.
    overwritten: Vec<usize>,
    /// Rows since the last sure one: (row, a blank row before it, heading, section then in force).
    pending: Vec<Pending>,
}

#[derive(Debug, Clone, Copy)]
struct Pending {
    index: usize,
    gap: bool,
    heading: bool,
    section: Option<Section>,
}

fn table_row(index: usize, section: Option<Section>) -> TableRow {
    TableRow {
        index: RowNo::at(index),
        section,
        below: None,
    }
}

impl Body {
    fn strong(&mut self, index: usize) {
        self.settle();
        self.rows.push(table_row(index, self.section));
    }

    /// Rows are waiting that came after a blank row.
    fn after_gap(&self) -> bool {
        !self.pending.is_empty()
    }

    /// What came before a sure row was in the middle of the table.
    fn settle(&mut self) {
        for p in std::mem::take(&mut self.pending) {
            if p.heading {
                self.skipped.push((p.index, reason::HEADING));
            } else {
                self.rows.push(table_row(p.index, p.section));
            }
        }
    }

    fn loose(&mut self, index: usize, gap: bool, heading: bool) {
        self.pending.push(Pending {
            index,
            gap,
            heading,
            section: self.section,
        });
    }

    fn skip(&mut self, index: usize, reason: &'static str) {
        self.skipped.push((index, reason));
    }

    /// A sample row whose person stands in a row of his own, too, is a sample: nobody is lost by it.
    fn samples(&mut self, sheet: &Sheet, shape: &Shape<'_>) {
        if self.overwritten.is_empty() {
            return;
        }
        let mut others: HashMap<String, usize> = HashMap::new();
        for row in &self.rows {
            if let Some(nip) = shape.nip_digits(sheet.row(row.index)) {
                *others.entry(nip).or_default() += 1;
            }
        }
        let again = |i: &usize| {
            shape
                .nip_digits(sheet.row_at(*i))
                .is_some_and(|n| others.get(&n).is_some_and(|&n| n > 1))
        };
        let marked = self.overwritten.len();
        let (samples, kept): (Vec<usize>, Vec<usize>) = std::mem::take(&mut self.overwritten).into_iter().partition(again);
        // Where one person has several marked rows they are his data.
        if samples.len() > 1 || marked > samples.len() {
            self.overwritten = samples.into_iter().chain(kept).collect();
            self.overwritten.sort_unstable();
            return;
        }
        self.overwritten = kept;
        for i in samples {
            self.rows.retain(|r| r.index.index() != i);
            self.skipped.push((i, reason::SAMPLE));
        }
    }

    /// The row holds the NIP of the name directly above it: one row of data. False where there is no
    /// such name.
    fn join_above(&mut self, index: usize, sheet: &Sheet) -> bool {
        let above = |i: usize| i + 1 == index && sheet.row_at(i).number() + 1 == sheet.row_at(index).number();
        let Some(pending) = self.pending.last().copied().filter(|p| above(p.index)) else {
            return false;
        };
        self.pending.pop();
        self.settle();
        self.rows.push(TableRow {
            below: Some(RowNo::at(index)),
            ..table_row(pending.index, pending.section)
        });
        true
    }

    fn section(&mut self, index: usize, section: Section) {
        self.settle();
        self.section = Some(section);
        self.skipped.push((index, reason::SECTION));
    }

    /// Judges the rows at the foot. `until`: rows from here on belong to the next table.
    fn close(&mut self, shape: &Shape<'_>, until: usize, next: bool) {
        let (sheet, band, has_nip) = (shape.sheet(), shape.band(), shape.has_nip());
        let sure = |i: usize| shape.sure_in_form(sheet.row_at(i));
        let mut pending = std::mem::take(&mut self.pending);
        self.rows.retain(|r| (r.index.index()) < until);
        self.skipped.retain(|s| s.0 < until);
        pending.retain(|p| p.index < until);
        let signed = pending.iter().any(|p| has_signature(sheet.row_at(p.index), band));
        let mut buffer = String::new();
        if signed {
            let after = pending.iter().rposition(|p| sure(p.index)).map_or(0, |i| i + 1);
            let opens =
                |p: &Pending, buffer: &mut String| p.gap || p.heading || opens_signature(sheet.row_at(p.index), band, buffer);
            let start = pending[after..]
                .iter()
                .position(|p| opens(p, &mut buffer) || has_signature(sheet.row_at(p.index), band))
                .map_or(pending.len(), |i| after + i);
            for p in pending.split_off(start) {
                self.skipped.push((p.index, reason::SIGNATURE));
            }
        } else if next {
            // Lines directly above the next header, back to a blank row, are its titles; above
            // that only lines of one cell are.
            let block = pending.iter().rposition(|p| p.gap);
            if let Some(start) = block
                && pending[start..].iter().all(|p| cells(sheet, p.index, band) <= 2)
            {
                pending.truncate(start);
            }
            while pending.last().is_some_and(|p| p.heading) {
                pending.pop();
            }
        } else {
            // A line of one cell below a blank row is a note; where no NIP tells rows, it may as
            // well be data, and stays.
            let note = |p: &Pending| {
                p.heading || (has_nip && p.gap && cells(sheet, p.index, band) == 1) || !shape.belongs(sheet.row_at(p.index))
            };
            let foot = pending.iter().rposition(|p| !note(p)).map_or(0, |i| i + 1);
            for p in pending.split_off(foot) {
                self.skipped.push((p.index, reason::NOTE));
            }
        }
        self.pending = pending;
        self.settle();
    }

    fn into_rows(mut self, sheet: &Sheet) -> (Vec<TableRow>, Vec<Skipped>) {
        self.skipped.sort_unstable();
        let skipped = self
            .skipped
            .into_iter()
            .map(|(i, reason)| Skipped {
                row: sheet.row_at(i).number(),
                reason,
            })
            .collect();
        self.rows.sort_unstable_by_key(|r| r.index);
        (self.rows, skipped)
    }
}

/// Cells of a row that say something.
fn cells(sheet: &Sheet, index: usize, (lo, hi): (u16, u16)) -> usize {
    sheet.row_at(index).cells_in(lo, hi).filter(|(_, v)| !v.is_blank()).count()
}

#[cfg(test)]
#[path = "split_tests.rs"]
mod tests;
