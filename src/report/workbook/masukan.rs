//! Masukan …: each input sheet as read, at the same rows and columns as in the file, so that an
//! address in a finding is the address here. Cells with a finding are framed and carry a note;
//! one column to the right of the table says the same in words.

use std::borrow::Cow;

use rust_xlsxwriter::{ExcelDateTime, Format, IgnoreError, Worksheet};

use crate::base::ids::index;
use crate::base::origin::{Origin, SheetId};
use crate::contract::columns::Personal;
use crate::finding::Level;
use crate::input::sheet::Row;
use crate::input::{Sheet, Value};
use crate::table::{DataTable, reason};

use super::context::SheetContext;
use super::sheets::ReportSheet;
use super::text::cell_text;
use crate::report::form::wrapping::{height, unbroken_width, wrapped_lines, wrapped_lines_bold};
use crate::report::form::xlsx::{FilledSheet, GivenLast, NOTES_AT_MOST, SheetResult, note_text};
use crate::report::mask::{self, Mask};
use crate::report::tables::Kind;

/// Rows looked at to find column widths.
const SAMPLE_WIDTH: usize = 300;
/// Rows of a sheet that are made as high as their texts take, at most: the library keeps each of them in
/// 350 bytes. Past that Excel finds the height, and other programs show the first line.
const HEIGHTS_AT_MOST: usize = 5_000;
/// Width of the column of remarks.
const FINDINGS_WIDTH: f64 = 64.0;
/// Widths a column has at least and at most: a longer text takes more lines, and twenty columns still fit on a page.
const NARROWEST: f64 = 7.0;
const WIDEST: f64 = 38.0;
/// Rows above the table that are kept free of its columns' lines.
const TITLE_ROWS: u32 = 50;
/// Last column of Excel.
const LAST_COLUMN: u16 = 16_383;

/// Writes all input sheets.
pub(super) fn write(room: &SheetContext<'_>) -> SheetResult<Vec<FilledSheet>> {
    let mut out = Vec::new();
    for id in (0_u32..).map(SheetId).take(room.run().inputs.sheets.len()) {
        if !room.index.input(id).is_empty() {
            out.append(&mut one(room, id)?);
        }
    }
    Ok(out)
}

/// What is known of a sheet before writing it.
struct InputPlan<'a> {
    sheet: &'a Sheet,
    tables: Vec<&'a DataTable>,
    /// Columns that hold names, and those that hold NIP: masked as such.
    names: Vec<u16>,
    nips: Vec<u16>,
    /// Columns that nobody understood: they may say anything of anybody.
    unread: Vec<u16>,
    /// Column of the remarks.
    findings_column: u16,
    /// Rows above every table: a title may run over its neighbours there.
    titles: u32,
    width: Vec<f64>,
}

impl<'a> InputPlan<'a> {
    fn new(room: &'a SheetContext<'_>, id: SheetId) -> Self {
        let sheet = room.run().inputs.sheet(id);
        let tables: Vec<&DataTable> = room.run().tables.tables.iter().filter(|t| t.sheet == id).collect();
        let mut last = tables.iter().map(|t| t.cols.1).max().unwrap_or(0);
        for row in sheet.rows() {
            last = last.max(row.cells().next_back().map_or(0, |(col, _)| col));
        }
        for (at, _) in room.index.on_sheet(id) {
            last = last.max(at.col());
        }
        let mut width = vec![NARROWEST; usize::from(last) + 1];
        let titles = tables.iter().map(|t| t.header.0).min().unwrap_or(0);
        for row in sheet.rows().take(SAMPLE_WIDTH) {
            for (col, value) in row.cells() {
                let needed = match value {
                    Value::Text(_) if row.number() < titles => 0.0,
                    Value::Text(t) => unbroken_width(t),
                    Value::Date(_) => 12.0,
                    _ => 10.0,
                };
                let widest = &mut width[usize::from(col)];
                *widest = needed.clamp(*widest, WIDEST);
            }
        }
        let columns = |what: Personal| -> Vec<u16> {
            let all = tables.iter().flat_map(|t| &t.columns);
            all.filter(|c| mask::personal(c) == Some(what)).map(|c| c.col).collect()
        };
        let unread = tables
            .iter()
            .flat_map(|t| &t.columns)
            .filter(|c| c.is_unread())
            .map(|c| c.col);
        Self {
            sheet,
            names: columns(Personal::Name),
            nips: columns(Personal::Number),
            unread: unread.collect(),
            tables,
            findings_column: last.saturating_add(1).min(LAST_COLUMN),
            titles,
            width,
        }
    }

    /// A text of the sheet as it may be shown.
    fn masked<'t>(&self, mask: &Mask, row: u32, col: u16, text: &'t str) -> Cow<'t, str> {
        if !mask.is_on() {
            Cow::Borrowed(text)
        } else if self.kepala(row) {
            mask.text(text)
        } else if self.nips.contains(&col) {
            mask.nip(text)
        } else if self.names.contains(&col) {
            mask.name(text)
        } else if self.not_understood(row, col) {
            mask.nameless(text)
        } else if row < self.titles {
            mask.title(text)
        } else {
            mask.text(text)
        }
    }

    /// A number that a mask must hide: a NIP stored as one, a telephone number in a column that nobody understood.
    fn hides(&self, mask: &Mask, row: u32, col: u16, value: f64) -> bool {
        let long = if self.not_understood(row, col) { 1e7 } else { 1e14 };
        mask.is_on() && !self.kepala(row) && (value.abs() >= long || self.nips.contains(&col))
    }

    /// Whether nothing is known of a cell: it stands in a column without meaning, under the table, or on a sheet without any.
    fn not_understood(&self, row: u32, col: u16) -> bool {
        let foot = || {
            matches!(
                self.passed_over(row),
                Some(reason::SIGNATURE | reason::NOTE | reason::HEADING)
            )
        };
        self.tables.is_empty() || (row >= self.titles && (self.unread.contains(&col) || foot()))
    }

    /// Lines a text takes in its column; beyond the rows that are made as high as they need, and in titles, one.
    fn lines(&self, row: u32, col: u16, text: &str, header: bool) -> u32 {
        let measure = if header { wrapped_lines_bold } else { wrapped_lines };
        match self.width.get(usize::from(col)) {
            Some(&width) if index(row) < HEIGHTS_AT_MOST && row >= self.titles => measure(text, width),
            _ => 1,
        }
    }

    fn kepala(&self, row: u32) -> bool {
        self.tables.iter().any(|t| (t.header.0..=t.header.1).contains(&row))
    }

    /// Why a row was passed over, if it was.
    fn passed_over(&self, row: u32) -> Option<&'static str> {
        self.tables.iter().find_map(|t| {
            let i = t.skipped.binary_search_by_key(&row, |s| s.row).ok()?;
            Some(t.skipped[i].reason)
        })
    }
}

/// A part of an input sheet (all of it, unless it has more rows than a sheet holds).
struct InputPart<'r, 'a> {
    room: &'r SheetContext<'a>,
    ws: Worksheet,
    given_last: GivenLast,
    start: u32,
    /// Lines that the row being written takes.
    lines: u32,
}

fn one(room: &SheetContext<'_>, id: SheetId) -> SheetResult<Vec<FilledSheet>> {
    let plan = InputPlan::new(room, id);
    let names = room.index.input(id);
    let capacity = room.choice.max_rows;
    let mut parts = names.iter().zip(0_u32..);
    let mut open = |room| -> SheetResult<Option<InputPart<'_, '_>>> {
        parts
            .next()
            .map(|(name, n)| open_up(room, &plan, name, n * capacity))
            .transpose()
    };
    let Some(mut part) = open(room)? else { return Ok(Vec::new()) };
    let mut done = Vec::new();
    let mut findings = room.index.on_sheet(id);
    let mut rows = plan.sheet.rows().peekable();
    loop {
        let next_row = rows.peek().map(Row::number);
        let next_finding = findings.first().map(|(at, _)| at.row());
        let Some(number) = [next_row, next_finding].into_iter().flatten().min() else {
            break;
        };
        while number - part.start >= capacity {
            let Some(next) = open(room)? else { break };
            done.push(close_up(std::mem::replace(&mut part, next), &plan)?);
        }
        let split = findings.iter().take_while(|(at, _)| at.row() == number).count();
        let (here, later) = findings.split_at(split);
        findings = later;
        let row = if next_row == Some(number) { rows.next() } else { None };
        part.input_row(&plan, number, row.into_iter().flat_map(|r| r.cells()), here)?;
    }
    done.push(close_up(part, &plan)?);
    Ok(done)
}

fn open_up<'r, 'a>(room: &'r SheetContext<'a>, plan: &InputPlan<'_>, name: &str, start: u32) -> SheetResult<InputPart<'r, 'a>> {
    let streamed = room.streams(ReportSheet::Masukan, plan.sheet.row_count());
    let mut ws = room.worksheet(streamed)?;
    ws.set_name(name)?.set_tab_color(ReportSheet::Masukan.tab());
    for (col, &width) in (0_u16..).zip(&plan.width) {
        ws.set_column_width(col, width)?.set_column_format(col, &room.styles.input)?;
    }
    ws.set_column_width(plan.findings_column, FINDINGS_WIDTH)?;
    if start == 0 {
        for row in 0..plan.titles.min(TITLE_ROWS) {
            ws.set_row_format(row, &room.styles.blank)?;
        }
    }
    Ok(InputPart {
        room,
        ws,
        given_last: GivenLast::new(streamed),
        start,
        lines: 1,
    })
}

fn close_up(mut part: InputPart<'_, '_>, plan: &InputPlan<'_>) -> SheetResult<FilledSheet> {
    let capacity = part.room.choice.max_rows;
    let last = plan
        .sheet
        .rows()
        .next_back()
        .map_or(0, |r| r.number())
        .saturating_sub(part.start)
        .min(capacity - 1);
    part.ws
        .ignore_error_range(0, 0, last, plan.findings_column, IgnoreError::NumberStoredAsText)?;
    let mut header = None;
    if let ([table], 0) = (plan.tables.as_slice(), part.start) {
        let end = table.rows.last().map_or(table.header.1, |r| plan.sheet.row(r.index).number());
        if table.header.1 < capacity {
            part.ws.autofilter(
                table.header.1,
                table.cols.0,
                end.clamp(table.header.1, capacity - 1),
                plan.findings_column,
            )?;
            // Panes that fill the screen would leave nothing to scroll.
            if table.header.1 < 20 {
                part.ws.set_freeze_panes(table.header.1 + 1, 0)?;
                header = Some(table.header);
            }
        }
    }
    part.given_last.end_rows(&mut part.ws)?;
    part.ws.set_print_area(0, 0, last, plan.findings_column)?;
    part.room.print_setup(&mut part.ws, header)?;
    Ok(FilledSheet {
        ws: part.ws,
        given_last: part.given_last,
    })
}

impl InputPart<'_, '_> {
    /// One row: its cells, those of them (or blank ones) that carry findings, and the remark.
    fn input_row<'v>(
        &mut self,
        plan: &InputPlan<'_>,
        number: u32,
        cells: impl Iterator<Item = (u16, Value<'v>)>,
        findings: &[(Origin, u32)],
    ) -> SheetResult<()> {
        let row = number - self.start;
        let header = plan.kepala(number);
        let mut rest = findings;
        for (col, value) in cells {
            rest = self.blank(plan, number, rest, |c| c < col)?;
            let here = rest.iter().take_while(|(at, _)| at.col() == col).count();
            let (mine, later) = rest.split_at(here);
            rest = later;
            if mine.is_empty() {
                self.nilai(plan, number, col, value, header)?;
            } else {
                self.signed(plan, number, col, value, mine)?;
            }
        }
        self.blank(plan, number, rest, |_| true)?;

        let title = plan.tables.iter().any(|t| t.header.1 == number);
        if !findings.is_empty() {
            let (worst, mut text) = self.brief_text(findings);
            if title {
                text.insert_str(0, "Temuan (ditulis skp)\n");
            }
            let format = self.room.styles.level(worst, Kind::Wrap);
            self.ws
                .write_string_with_format(row, plan.findings_column, cell_text(&text), format)?;
            self.lines = self.lines.max(wrapped_lines(&text, FINDINGS_WIDTH));
        } else if title {
            self.ws
                .write_string_with_format(row, plan.findings_column, "Temuan (ditulis skp)", &self.room.styles.head)?;
        } else if let Some(reason) = plan.passed_over(number) {
            let text = format!("○ dilewati: {reason}");
            self.ws
                .write_string_with_format(row, plan.findings_column, text, &self.room.styles.remark)?;
        }
        let lines = std::mem::replace(&mut self.lines, 1);
        if lines > 1 && number < plan.titles.min(TITLE_ROWS) {
            self.given_last.end_own_row(&mut self.ws, row, height(lines))?;
        } else if self.given_last.heights() < HEIGHTS_AT_MOST {
            self.given_last.end_row(&mut self.ws, row, height(lines));
        } else {
            self.given_last.end_row(&mut self.ws, row, height(1));
        }
        Ok(())
    }

    /// Blank cells that carry findings, as far as `before` says; gives back the findings left.
    fn blank<'f>(
        &mut self,
        plan: &InputPlan<'_>,
        number: u32,
        mut findings: &'f [(Origin, u32)],
        before: impl Fn(u16) -> bool,
    ) -> SheetResult<&'f [(Origin, u32)]> {
        while let Some(&(at, _)) = findings.first() {
            if !before(at.col()) {
                break;
            }
            let here = findings.iter().take_while(|(other, _)| other.col() == at.col()).count();
            let (mine, later) = findings.split_at(here);
            self.signed(plan, number, at.col(), Value::Empty, mine)?;
            findings = later;
        }
        Ok(findings)
    }

    fn signed(
        &mut self,
        plan: &InputPlan<'_>,
        number: u32,
        col: u16,
        value: Value<'_>,
        findings: &[(Origin, u32)],
    ) -> SheetResult<()> {
        let row = number - self.start;
        let mask = self.room.mask();
        let (room, index) = (self.room, &self.room.index);
        let worst = findings
            .iter()
            .map(|&(_, i)| index.finding(i).level)
            .min()
            .unwrap_or(Level::Catatan);
        let format = |content| room.styles.level(worst, content);
        match value {
            Value::Empty => {
                self.ws.write_blank(row, col, format(Kind::Line))?;
            }
            Value::Text(t) => {
                let text = plan.masked(mask, number, col, t);
                let lines = plan.lines(number, col, &text, false);
                self.lines = self.lines.max(lines);
                let kind = if lines > 1 { Kind::Wrap } else { Kind::Code };
                self.ws.write_string_with_format(row, col, cell_text(&text), format(kind))?;
            }
            Value::Number { value, .. } if plan.hides(mask, number, col, value) => {
                let text = format!("{value:.0}");
                self.ws
                    .write_string_with_format(row, col, &*mask.nip(&text), format(Kind::Code))?;
            }
            Value::Number { value, percent } => {
                let content = if percent { persen(value) } else { Kind::AsIs };
                self.ws.write_number_with_format(row, col, value, format(content))?;
            }
            Value::Date(_) => self.tanggal(row, col, value, format(Kind::Date))?,
            Value::Bool(b) => {
                self.ws.write_boolean_with_format(row, col, b, format(Kind::AsIs))?;
            }
            Value::Clock(_) | Value::Error(_) | Value::Uncomputed => {
                self.ws
                    .write_string_with_format(row, col, value.written(), format(Kind::Line))?;
            }
        }
        let text = || {
            mask.text(&note_text(findings.iter().map(|&(_, i)| index.finding(i))))
                .into_owned()
        };
        self.given_last.note((row, col), NOTES_AT_MOST, text);
        Ok(())
    }

    fn nilai(&mut self, plan: &InputPlan<'_>, number: u32, col: u16, value: Value<'_>, header: bool) -> SheetResult<()> {
        let row = number - self.start;
        let mask = self.room.mask();
        let styles = &self.room.styles;
        match value {
            Value::Empty => {}
            Value::Text(t) if header => {
                let text = plan.masked(mask, number, col, t);
                self.lines = self.lines.max(plan.lines(number, col, &text, true));
                self.ws.write_string_with_format(row, col, cell_text(&text), &styles.head)?;
            }
            Value::Text(t) => {
                let text = plan.masked(mask, number, col, t);
                self.lines = self.lines.max(plan.lines(number, col, &text, false));
                self.ws.write_string(row, col, cell_text(&text))?;
            }
            Value::Number { value, .. } if plan.hides(mask, number, col, value) => {
                self.ws.write_string(row, col, &*mask.nip(&format!("{value:.0}")))?;
            }
            Value::Number { value, percent: true } => {
                self.ws
                    .write_number_with_format(row, col, value, styles.plain(persen(value)))?;
            }
            Value::Number { value, percent: false } => {
                self.ws.write_number(row, col, value)?;
            }
            Value::Date(_) => self.tanggal(row, col, value, styles.plain(Kind::Date))?,
            Value::Bool(b) => {
                self.ws.write_boolean(row, col, b)?;
            }
            Value::Clock(_) | Value::Error(_) | Value::Uncomputed => {
                self.ws.write_string(row, col, value.written())?;
            }
        }
        Ok(())
    }

    /// A date as a date where Excel knows it (1900 and later), else as text.
    fn tanggal(&mut self, row: u32, col: u16, value: Value<'_>, format: &Format) -> SheetResult<()> {
        let excel = match value {
            Value::Date(d) => u16::try_from(d.year())
                .ok()
                .zip(u8::try_from(d.month()).ok().zip(u8::try_from(d.day()).ok()))
                .and_then(|(y, (m, d))| ExcelDateTime::from_ymd(y, m, d).ok()),
            _ => None,
        };
        match excel {
            Some(date) => self.ws.write_datetime_with_format(row, col, date, format)?,
            None => self.ws.write_string_with_format(row, col, value.written(), format)?,
        };
        Ok(())
    }

    /// The remark of a row: each finding with its column and code, worst level first in line.
    fn brief_text(&self, findings: &[(Origin, u32)]) -> (Level, String) {
        let mut worst = Level::Catatan;
        let mut text = String::new();
        for &(at, i) in findings {
            let f = self.room.index.finding(i);
            worst = worst.min(f.level);
            if !text.is_empty() {
                text.push('\n');
            }
            let message = self.room.mask().text(&f.message);
            text.push_str(&format!("{} {} {}: {message}", f.level.marked(), f.kode, at.a1()));
        }
        (worst, text)
    }
}

/// A whole per cent is shown as one, anything else with two decimals.
fn persen(value: f64) -> Kind {
    let hundredfold = value * 100.0;
    if (hundredfold - hundredfold.round()).abs() < 1e-9 {
        Kind::WholePercent
    } else {
        Kind::Percent
    }
}
