//! A table on a sheet: header, widths, filter, frozen panes, print set-up, colours, and going on
//! in a next sheet when one is full.

mod block;
mod cell;
mod filled;
mod note;

use rust_xlsxwriter::{ConditionalFormatCell, ConditionalFormatCellRule, Format, IgnoreError, Url, Worksheet, XlsxError};

use crate::base::ids::wide;
use crate::finding::Finding;
use crate::report::form::wrapping::{height, wrapped_lines, wrapped_lines_bold};
use crate::report::formulas::CHANGED;
use crate::report::tables::{Cell, Col, Kind, Look, Place, ReportRow, Table};
use crate::report::workbook::{ReportSheet, SheetContext, a1, cell_text, sheet_part, to_cell};
pub use cell::{put, write_formula};
pub use filled::{FilledSheet, GivenLast};
pub use note::{note, note_text, note_text_of};

/// Result of writing into a sheet.
pub type SheetResult<T> = Result<T, XlsxError>;

/// Notes a sheet gets at most: each is kept in 5 kB, 100,000 of them cost five seconds and 1.6 GB, and Excel as much
/// again. Past that the colour and the Temuan column say it.
pub const NOTES_AT_MOST: usize = 1_000;
/// Links a sheet can hold (Excel's limit).
const LINKS_AT_MOST: usize = 65_530;
/// Links to input cells that a sheet gets at most: each is kept in 1.6 kB, and a line of input can have many
/// findings. The worst come first; past that the address stands as text.
const INPUT_LINKS_AT_MOST: usize = 10_000;
/// Rows of a table that surely fit on one page in print.
const ROWS_OF_A_PAGE: u32 = 22;
/// Levels an outline can have.
const OUTLINE_LEVELS: usize = 7;

/// A table being written.
pub struct SheetTable<'r, 'a, R> {
    room: &'r SheetContext<'a>,
    sheet: ReportSheet,
    table: &'r Table<R>,
    columns: Vec<(&'r Col<R>, Kind)>,
    streamed: bool,
    done: Vec<FilledSheet>,
    ws: Worksheet,
    given_last: GivenLast,
    /// Levels that the sheet's outline has so far.
    levels: usize,
    /// Row being written, 0-based.
    row: u32,
    links: usize,
    /// Last row that is printed though the table ends before it.
    below: u32,
    /// Row that every page begins with where no table has the sheet to itself.
    repeated: Option<u32>,
    formulas: Option<FormulaOf<'r, R>>,
}

/// The formula of a cell by its row, the key of its column and the number of its row (from 1).
pub type FormulaOf<'r, R> = &'r dyn Fn(&R, &str, u32) -> Option<String>;

impl<'r, 'a, R: ReportRow> SheetTable<'r, 'a, R> {
    /// Begins a sheet of this table; `rows`: how many are coming, roughly.
    pub fn new(room: &'r SheetContext<'a>, sheet: ReportSheet, table: &'r Table<R>, rows: usize) -> SheetResult<Self> {
        let large = rows > room.choice.large_from;
        let streamed = room.streams(sheet, rows);
        let columns = table
            .shown()
            .map(|c| match c.kind {
                // The height of a wrapped row must be known; at this size one line has to do.
                Kind::Wrap if large => (c, Kind::Line),
                kind => (c, kind),
            })
            .collect();
        let mut new = Self {
            room,
            sheet,
            table,
            columns,
            streamed,
            done: Vec::new(),
            ws: room.worksheet(streamed)?,
            given_last: GivenLast::new(streamed),
            levels: 0,
            row: 0,
            links: 0,
            below: 0,
            repeated: None,
            formulas: None,
        };
        new.open()?;
        Ok(new)
    }

    /// All rows at once.
    pub fn all(room: &'r SheetContext<'a>, sheet: ReportSheet, table: &'r Table<R>, rows: &[R]) -> SheetResult<Vec<FilledSheet>> {
        let mut t = Self::new(room, sheet, table, rows.len())?;
        for row in rows {
            t.row(row)?;
        }
        t.finish()
    }

    /// With cells that compute; their figures stand in them as what was found last.
    pub fn computing(mut self, formulas: Option<FormulaOf<'r, R>>) -> Self {
        self.formulas = formulas;
        self
    }

    fn open(&mut self) -> SheetResult<()> {
        self.ws.set_name(sheet_part(self.sheet.as_str(), wide(self.done.len())))?;
        self.ws.set_tab_color(self.sheet.tab());
        let styles = &self.room.styles;
        let width = u16::try_from(self.columns.len()).unwrap_or(u16::MAX);
        for (row, line) in (0_u32..).zip(&self.table.intro) {
            let format = if row == 0 { &styles.title } else { &styles.remark };
            self.ws
                .write_string_with_format(row, 0, cell_text(&self.room.mask().text(line)), format)?;
            // Filled cells keep the columns' lines out of the title.
            for col in 1..width {
                self.ws.write_blank(row, col, &styles.remark)?;
            }
            self.given_last
                .end_row(&mut self.ws, row, if row == 0 { 22 } else { height(1) });
        }
        self.row = self.header();
        let mut lines = 1;
        for (col, &(c, kind)) in (0_u16..).zip(&self.columns) {
            self.ws
                .set_column_width(col, c.width)?
                .set_column_format(col, styles.plain(kind))?;
            self.ws.write_string_with_format(self.row, col, &*c.title, &styles.head)?;
            lines = lines.max(wrapped_lines_bold(&c.title, c.width));
        }
        if width > 0 {
            self.given_last.end_row(&mut self.ws, self.row, height(lines) + 6);
        }
        self.row += 1;
        self.levels = 0;
        self.links = 0;
        Ok(())
    }

    fn header(&self) -> u32 {
        u32::try_from(self.table.intro.len()).unwrap_or(0)
    }

    fn close(&mut self) -> SheetResult<()> {
        let header = self.header();
        self.given_last.end_rows(&mut self.ws)?;
        if self.columns.is_empty() {
            self.ws.set_freeze_panes(0, self.table.frozen)?;
            return self.room.print_setup(&mut self.ws, self.repeated.map(|row| (row, row)));
        }
        let last_col = u16::try_from(self.columns.len()).unwrap_or(u16::MAX).saturating_sub(1);
        let last = self.row.saturating_sub(1).max(header);
        self.ws.autofilter(header, 0, last, last_col)?;
        self.ws.set_freeze_panes(header + 1, self.table.frozen)?;
        for (col, &(_, kind)) in (0_u16..).zip(&self.columns) {
            match kind {
                Kind::Code | Kind::Wrap => {
                    self.ws
                        .ignore_error_range(header, col, last, col, IgnoreError::NumberStoredAsText)?;
                }
                Kind::Predikat => {
                    for (label, format) in self.room.predikat() {
                        let rule = ConditionalFormatCell::new()
                            .set_rule(ConditionalFormatCellRule::EqualTo(label))
                            .set_format(format);
                        self.ws
                            .add_conditional_format(header + 1, col, last.max(header + 1), col, &rule)?;
                    }
                }
                _ => {}
            }
        }
        if self.formulas.is_some() {
            let changed = ConditionalFormatCell::new()
                .set_rule(ConditionalFormatCellRule::EqualTo(CHANGED))
                .set_format(&self.room.styles.changed);
            self.ws
                .add_conditional_format(header + 1, 0, last.max(header + 1), last_col, &changed)?;
        }
        let printed = self.columns.iter().rposition(|(c, _)| c.printed).unwrap_or(0);
        self.ws
            .set_print_area(0, 0, last.max(self.below), u16::try_from(printed).unwrap_or(last_col))?;
        // Over another table or a picture below, the heading of this one would be a wrong one.
        let repeated = self.below == 0 || last.saturating_sub(header) > ROWS_OF_A_PAGE;
        self.room.print_setup(&mut self.ws, repeated.then_some((header, header)))
    }

    /// Writes a row, on a next sheet where this one is full.
    pub fn row(&mut self, row: &R) -> SheetResult<()> {
        if self.row >= self.room.choice.max_rows {
            self.close()?;
            let next = self.room.worksheet(self.streamed)?;
            let ws = std::mem::replace(&mut self.ws, next);
            let given_last = std::mem::replace(&mut self.given_last, GivenLast::new(self.streamed));
            self.done.push(FilledSheet { ws, given_last });
            self.open()?;
        }
        let depth = row.depth().min(OUTLINE_LEVELS);
        // Of a streamed sheet the library writes how many levels it has, and those of no row.
        let grouped = depth > if self.streamed { self.levels } else { 0 };
        if grouped {
            self.levels = self.levels.max(depth);
            for _ in 0..depth {
                self.ws.group_rows(self.row, self.row)?;
            }
        }
        let findings = row.findings();
        let mut lines = 1;
        for col in 0..self.columns.len() {
            lines = lines.max(self.cell(col, row, findings)?);
        }
        // Excel would find the height by itself, LibreOffice and previews do not.
        if grouped {
            self.given_last.end_own_row(&mut self.ws, self.row, height(lines))?;
        } else {
            self.given_last.end_row(&mut self.ws, self.row, height(lines));
        }
        self.row += 1;
        Ok(())
    }

    /// Writes one cell; gives back the lines its text takes.
    fn cell(&mut self, index: usize, row: &R, findings: &[&Finding]) -> SheetResult<u32> {
        let (column, kind) = self.columns[index];
        let (room, styles) = (self.room, &self.room.styles);
        let col = u16::try_from(index).unwrap_or(u16::MAX);
        let mut look = column.look(row);
        if !findings.is_empty() && !column.about.is_empty() {
            let mine: Vec<&Finding> = findings.iter().copied().filter(|f| self.is_about(column, f)).collect();
            if let Some(worst) = mine.iter().map(|f| f.level).min() {
                if look == Look::Plain {
                    look = Look::Level(worst);
                }
                let text = || room.mask().text(&note_text(mine.iter().copied())).into_owned();
                self.given_last.note((self.row, col), NOTES_AT_MOST, text);
            }
        }
        let value = column.value(row);
        let format = styles.of(look, kind);
        if let Some(formula) = self.formulas.and_then(|f| f(row, &column.key, self.row + 1)) {
            return self.formula(col, &formula, &value, format, column.width);
        }
        let text = match value {
            Cell::Link { to, text } => return self.link(col, to, &text),
            value => match put(room.mask(), &mut self.ws, (self.row, col), value, format)? {
                Some(text) => text,
                None => return Ok(1),
            },
        };
        Ok(match (kind, look) {
            (Kind::Wrap, Look::Indent(depth)) => wrapped_lines(&text, column.width - indent_width(depth)),
            (Kind::Wrap, Look::Sum) => wrapped_lines_bold(&text, column.width),
            (Kind::Wrap, _) => wrapped_lines(&text, column.width),
            _ => 1,
        })
    }

    /// A formula with what the engine found; gives back the lines that takes.
    fn formula(&mut self, col: u16, formula: &str, found: &Cell<'_>, format: Option<&Format>, width: f64) -> SheetResult<u32> {
        let result = write_formula(&mut self.ws, (self.row, col), formula, found, format)?;
        Ok(match self.columns[usize::from(col)].1 {
            Kind::Wrap => wrapped_lines(&result, width),
            _ => 1,
        })
    }

    /// A link inside the workbook; plain text where it leads nowhere or the sheet can hold no more.
    fn link(&mut self, col: u16, to: Place, text: &str) -> SheetResult<u32> {
        let (target, text, most) = match to {
            Place::Input(at) => (
                self.room.index.to_input(at),
                // A sheet may be called after somebody.
                self.room.mask().text(text).into_owned(),
                INPUT_LINKS_AT_MOST,
            ),
            Place::Indicators(person) => match self.room.index.in_indicators(person) {
                Some((sheet, row)) => {
                    let row = u32::try_from(row).unwrap_or(1);
                    (Some(to_cell(&sheet, &a1(row - 1, 0))), format!("baris {row}"), LINKS_AT_MOST)
                }
                None => (None, text.to_owned(), LINKS_AT_MOST),
            },
        };
        match target.filter(|_| self.links < most) {
            Some(url) => {
                self.links += 1;
                let url = Url::new(url).set_text(cell_text(&text));
                self.ws.write_url_with_format(self.row, col, url, &self.room.styles.link)?;
            }
            None if text.is_empty() => {}
            None => {
                self.ws.write_string(self.row, col, cell_text(&text))?;
            }
        }
        Ok(1)
    }

    /// Whether a finding belongs to this column: its family is named there, or nowhere else.
    fn is_about(&self, column: &Col<R>, f: &Finding) -> bool {
        let family = f.kode.get(..3).unwrap_or_default();
        let takes = |c: &Col<R>| c.about.contains(&family);
        takes(column) || (column.about.contains(&"*") && !self.columns.iter().any(|(c, _)| takes(c)))
    }

    /// The sheet being written, for what only one sheet does, and the row that comes next.
    pub fn ws(&mut self) -> (&mut Worksheet, u32) {
        (&mut self.ws, self.row)
    }

    /// Prints what stands below the table too, to this row.
    pub fn print_to(&mut self, row: u32) {
        self.below = row;
    }

    /// No row stands at the head of every page: the tables have headings of their own.
    pub fn print_from_top(&mut self) {
        self.repeated = None;
    }

    /// The finished sheets.
    pub fn finish(mut self) -> SheetResult<Vec<FilledSheet>> {
        self.close()?;
        self.done.push(FilledSheet {
            ws: self.ws,
            given_last: self.given_last,
        });
        Ok(self.done)
    }
}

/// Width that an indentation takes from its column.
fn indent_width(depth: usize) -> f64 {
    f64::from(u16::try_from(depth.min(15)).unwrap_or(15)) * 1.6
}
