//! What the tables of the report show: columns as data, with title, width, kind and value.
//!
//! How a table looks on the terminal, in CSV, in JSON, on a sheet or a page is the business of
//! [`super::form`]; a column is declared here and nowhere else, and is never known by its number.

pub mod calibration;
pub mod distribution;
pub mod findings;
pub mod groups;
pub mod indicator_inputs;
pub mod indicators;
pub mod links;
pub mod matrix;
pub mod numbers;
pub mod outline;
pub mod parameters;
pub mod quadrant;
pub mod raters;
pub mod reading;
pub mod result_inputs;
pub mod results;
pub mod trail;
pub mod units;
pub mod waiting;

use std::borrow::Cow;

use crate::base::figure::{Decimal, Fraction};
use crate::base::ids::column;
use crate::base::origin::Origin;
use crate::finding::{Finding, Level};
use crate::model::vocab::Predikat;

/// What a cell holds. The variant says what masking does to it.
#[derive(Debug, Clone, PartialEq)]
pub enum Cell<'a> {
    /// Nothing: missing is missing.
    Empty,
    /// Words of the program or of the rules; shown as they are.
    Word(Cow<'a, str>),
    /// A word of the contract for machines, and the same in plain words for people.
    Term {
        /// `belum_dapat_dinilai`
        code: Cow<'a, str>,
        /// "belum dapat dinilai"
        words: Cow<'a, str>,
    },
    /// Free text of the data, or a message: names and NIP within are masked.
    Prose(Cow<'a, str>),
    /// Somebody's name.
    Name(Cow<'a, str>),
    /// Somebody's NIP as written.
    Nip(Cow<'a, str>),
    /// An exact figure.
    Figure(Decimal),
    /// An exact fraction, which as a decimal may have no end.
    Fraction(Fraction),
    /// A count.
    Count(u64),
    /// A share of a whole, as its two counts: divided only where it is shown.
    Share(u64, u64),
    /// Leads to another place of the same output, where the output has places.
    Link {
        /// Where to.
        to: Place,
        /// What stands there.
        text: Cow<'a, str>,
    },
}

/// Where a link leads.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Place {
    /// A cell of an input sheet.
    Input(Origin),
    /// The first row of a person in Rincian (index in the result).
    Indicators(usize),
}

impl<'a> Cell<'a> {
    /// Words of the program or the rules; an empty text is an empty cell.
    pub fn word(text: impl Into<Cow<'a, str>>) -> Self {
        filled(text.into(), Self::Word)
    }

    /// Free text; an empty text is an empty cell.
    pub fn prose(text: impl Into<Cow<'a, str>>) -> Self {
        filled(text.into(), Self::Prose)
    }

    /// A name; an empty one is an empty cell.
    pub fn name(text: impl Into<Cow<'a, str>>) -> Self {
        filled(text.into(), Self::Name)
    }

    /// A NIP; an empty one is an empty cell.
    pub fn nip(text: impl Into<Cow<'a, str>>) -> Self {
        filled(text.into(), Self::Nip)
    }

    /// A figure, where there is one.
    pub fn figure(figure: Option<Decimal>) -> Self {
        figure.map_or(Self::Empty, Self::Figure)
    }

    /// A count, where there is one.
    pub fn count(n: impl Into<Option<u32>>) -> Self {
        n.into().map_or(Self::Empty, |n| Self::Count(n.into()))
    }
}

fn filled<'a>(text: Cow<'a, str>, cell: fn(Cow<'a, str>) -> Cell<'a>) -> Cell<'a> {
    if text.is_empty() { Cell::Empty } else { cell(text) }
}

crate::base::ids::listed! {
    /// How the cells of a column are laid out.
    #[derive(Debug, Clone, Copy, PartialEq, Eq)]
    pub enum Kind {
        /// Text on one line.
        Line,
        /// Text over several lines.
        Wrap,
        /// NIP, codes: text that looks like a number.
        Code,
        /// A figure with two decimals.
        Figure,
        /// A whole number.
        Count,
        /// Short text or mark in the middle.
        Mark,
        /// A figure as it comes.
        AsIs,
        /// A share in per cent.
        Share,
        /// One of the five predikat, coloured.
        Predikat,
        /// A per cent of an input file, with two decimals.
        Percent,
        /// A whole per cent of an input file.
        WholePercent,
        /// A date.
        Date,
        /// Text without lines that may run over its neighbours.
        Loose,
    }
}

crate::base::ids::ordinal!(Kind);

/// How one cell stands out.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Look {
    /// Not at all.
    #[default]
    Plain,
    /// It carries a finding of this level.
    Level(Level),
    /// It names what stands beside it.
    Label,
    /// It sums others.
    Sum,
    /// Somebody waits.
    Pending,
    /// An assumption in use.
    Highlight,
    /// To be filled in.
    Input,
    /// In the middle, as a share.
    Middle,
    /// In the colour of a predikat, whatever stands there.
    Predikat(Predikat),
    /// So deep in a tree.
    Indent(usize),
}

/// What a table's row can say of itself beyond its cells.
pub trait ReportRow {
    /// Look of all its cells that have none of their own.
    fn look(&self) -> Look {
        Look::Plain
    }

    /// Depth in the outline; 0 is not folded.
    fn depth(&self) -> usize {
        0
    }

    /// Findings about it, marked in the column whose `about` names their family.
    fn findings(&self) -> &[&Finding] {
        &[]
    }
}

/// No row: of a sheet that is several tables under each other.
pub struct NoRow;

impl ReportRow for NoRow {}

/// What stands above several tables under each other.
pub fn page(intro: Vec<String>, frozen: u16) -> Table<NoRow> {
    Table {
        intro,
        columns: Vec::new(),
        frozen,
        data_order: &[],
    }
}

/// How a column gets its value from a row.
pub enum ColumnValue<R> {
    /// One column, one value.
    Of(fn(&R) -> Cell<'_>),
    /// One of several columns alike (a predikat each, an RHK each).
    Nth(fn(&R, usize) -> Cell<'_>, usize),
}

impl<R> Clone for ColumnValue<R> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<R> Copy for ColumnValue<R> {}

/// How a column gets the look of a cell.
enum LookOf<R> {
    Of(fn(&R) -> Look),
    Nth(fn(&R, usize) -> Look),
}

impl<R> Clone for LookOf<R> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<R> Copy for LookOf<R> {}

/// A column.
pub struct Col<R> {
    /// Heading for machines: CSV and JSON.
    pub key: Cow<'static, str>,
    /// Heading for people.
    pub title: Cow<'static, str>,
    /// Heading where there is little room.
    pub short: Option<Cow<'static, str>>,
    /// Width in characters.
    pub width: f64,
    /// Widths of the columns of the sheet that it takes together, where it takes several.
    pub over: &'static [f64],
    /// Layout.
    pub kind: Kind,
    value: ColumnValue<R>,
    look: Option<LookOf<R>>,
    /// Families of findings that are about this column; `*` takes what no other does.
    pub about: &'static [&'static str],
    /// Printed; the others are for the screen.
    pub printed: bool,
    /// Only in CSV: the rule set of this run has nothing to show there.
    pub data_only: bool,
    /// Only on a sheet: it leads to a place of the workbook.
    pub sheet_only: bool,
    /// Only on the terminal: a shorter word for what a sheet says at length.
    pub terminal_only: bool,
}

/// A column with its value.
pub fn col<R>(key: &'static str, title: &'static str, width: f64, kind: Kind, value: fn(&R) -> Cell<'_>) -> Col<R> {
    Col::new(key.into(), title.into(), width, kind, ColumnValue::Of(value))
}

/// One of several columns alike.
pub fn nth<R>(
    key: impl Into<Cow<'static, str>>,
    title: impl Into<Cow<'static, str>>,
    width: f64,
    kind: Kind,
    value: fn(&R, usize) -> Cell<'_>,
    n: usize,
) -> Col<R> {
    Col::new(key.into(), title.into(), width, kind, ColumnValue::Nth(value, n))
}

impl<R> Col<R> {
    fn new(key: Cow<'static, str>, title: Cow<'static, str>, width: f64, kind: Kind, value: ColumnValue<R>) -> Self {
        Self {
            key,
            title,
            short: None,
            width,
            over: &[],
            kind,
            value,
            look: None,
            about: &[],
            printed: true,
            data_only: false,
            sheet_only: false,
            terminal_only: false,
        }
    }

    /// With a short heading.
    pub fn short(mut self, title: impl Into<Cow<'static, str>>) -> Self {
        self.short = Some(title.into());
        self
    }

    /// Over several columns of the sheet, of these widths.
    pub fn over(mut self, widths: &'static [f64]) -> Self {
        self.width = widths.iter().sum();
        self.over = widths;
        self
    }

    /// How many columns of a sheet it takes.
    pub fn spans(&self) -> u16 {
        column(self.over.len()).max(1)
    }

    /// With a look of its own.
    pub fn looks(mut self, look: fn(&R) -> Look) -> Self {
        self.look = Some(LookOf::Of(look));
        self
    }

    /// The same for one of several columns alike.
    pub fn looks_nth(mut self, look: fn(&R, usize) -> Look) -> Self {
        self.look = Some(LookOf::Nth(look));
        self
    }

    /// Takes the findings of these families.
    pub fn about(mut self, families: &'static [&'static str]) -> Self {
        self.about = families;
        self
    }

    /// Not printed.
    pub fn screen(mut self) -> Self {
        self.printed = false;
        self
    }

    /// Only on the terminal.
    pub fn on_terminal(mut self) -> Self {
        self.terminal_only = true;
        self
    }

    /// Only on a sheet.
    pub fn only_on_sheet(mut self) -> Self {
        self.sheet_only = true;
        self
    }

    /// Shown to people only where the run can have something there.
    pub fn shown_if(mut self, there: bool) -> Self {
        self.data_only = !there;
        self
    }

    /// The value of a row.
    pub fn value<'r>(&self, row: &'r R) -> Cell<'r> {
        match self.value {
            ColumnValue::Of(f) => f(row),
            ColumnValue::Nth(f, n) => f(row, n),
        }
    }
}

impl<R: ReportRow> Col<R> {
    /// The look of a row's cell.
    pub fn look(&self, row: &R) -> Look {
        let own = match (self.look, self.value) {
            (None, _) => Look::Plain,
            (Some(LookOf::Of(f)), _) => f(row),
            (Some(LookOf::Nth(f)), ColumnValue::Nth(_, n)) => f(row, n),
            (Some(LookOf::Nth(f)), ColumnValue::Of(_)) => f(row, 0),
        };
        if own == Look::Plain { row.look() } else { own }
    }
}

/// A table: its columns, and what stands above them.
pub struct Table<R> {
    /// Lines above the header, the first in title type.
    pub intro: Vec<String>,
    /// Columns in order.
    pub columns: Vec<Col<R>>,
    /// Columns that stay in view.
    pub frozen: u16,
    /// Keys that data forms begin with, in this order: programs have been built on it. The other
    /// columns follow as they stand.
    pub data_order: &'static [&'static str],
}

impl<R> Table<R> {
    /// The columns that a terminal can show.
    pub fn on_terminal(&self) -> impl Iterator<Item = &Col<R>> {
        self.columns.iter().filter(|c| !c.data_only && !c.sheet_only)
    }

    /// The columns of data forms, in their order.
    pub fn data(&self) -> Vec<&Col<R>> {
        let mut columns: Vec<&Col<R>> = self.columns.iter().filter(|c| !c.sheet_only && !c.terminal_only).collect();
        let place = |c: &Col<R>| self.data_order.iter().position(|k| *k == c.key);
        columns.sort_by_key(|c| place(c).unwrap_or(usize::MAX));
        columns
    }

    /// Whether its columns have headings; labels beside their values need none.
    pub fn has_headings(&self) -> bool {
        self.shown().any(|c| !c.title.is_empty())
    }

    /// The columns that people see, each with its place on a sheet where the table begins at `left`.
    pub fn places(&self, left: u16) -> impl Iterator<Item = (u16, &Col<R>)> {
        self.shown().scan(left, |next, c| {
            let at = *next;
            *next += c.spans();
            Some((at, c))
        })
    }

    /// The place of a column on a sheet where the table begins at `left`; `None` where it is not shown.
    pub fn place(&self, left: u16, key: &str) -> Option<u16> {
        self.places(left).find(|(_, c)| c.key == key).map(|(at, _)| at)
    }

    /// The columns that people see.
    pub fn shown(&self) -> impl Iterator<Item = &Col<R>> {
        self.columns.iter().filter(|c| !c.data_only && !c.terminal_only)
    }
}
