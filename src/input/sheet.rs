//! A sheet as read: sparse, compact, in file order, with the addresses of the file.
//!
//! Texts are stored once per sheet (a NIP stands in dozens of cells) and the columns of a row once for
//! all rows like it, so a text costs 4 bytes and a figure 12, and a sheet of a million cells stays small.
//! Tables are *views* on a sheet; nothing is copied.

use std::hash::BuildHasher;

use hashbrown::DefaultHashBuilder;
use hashbrown::hash_table::{Entry, HashTable};
use jiff::civil::Date;

use super::strike::{Strike, StruckCells};
use crate::base::ids::{RowNo, index, short, whole};
use crate::base::origin::FileId;
use crate::base::text::Text;
use crate::base::visible::visible;

/// An error value in a cell (`#N/A` …), as the spreadsheet spells it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CellError {
    /// `#N/A`
    NA,
    /// `#REF!`
    Ref,
    /// `#DIV/0!`
    Div0,
    /// `#VALUE!`
    Value,
    /// `#NAME?`
    Name,
    /// `#NUM!`
    Num,
    /// `#NULL!`
    Null,
    /// `#GETTING_DATA` and later inventions.
    Other,
}

impl CellError {
    /// The spelling in the sheet.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::NA => "#N/A",
            Self::Ref => "#REF!",
            Self::Div0 => "#DIV/0!",
            Self::Value => "#VALUE!",
            Self::Name => "#NAME?",
            Self::Num => "#NUM!",
            Self::Null => "#NULL!",
            Self::Other => "#ERROR!",
        }
    }

    /// The error value a text spells exactly, but for blanks around it.
    #[must_use]
    pub fn from_text(text: &str) -> Option<Self> {
        let text = text.trim();
        if !text.starts_with('#') {
            return None;
        }
        [
            Self::NA,
            Self::Ref,
            Self::Div0,
            Self::Value,
            Self::Name,
            Self::Num,
            Self::Null,
        ]
        .into_iter()
        .find(|e| text == e.as_str())
    }
}

/// What a cell holds. Text is as written, untrimmed.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Value<'a> {
    /// Nothing.
    Empty,
    /// Text.
    Text(&'a str),
    /// A number; `percent` when its number format shows it as per cent (0.85 shown as 85 %).
    Number {
        /// As stored.
        value: f64,
        /// Shown as per cent.
        percent: bool,
    },
    /// A date (the time of day, if any, is dropped).
    Date(Date),
    /// A time of day or a duration, in days: no figure, whatever its number is.
    Clock(f64),
    /// TRUE / FALSE.
    Bool(bool),
    /// An error value.
    Error(CellError),
    /// A formula whose result was never stored: not blank, and not known.
    Uncomputed,
}

impl Value<'_> {
    /// True for nothing, or text in which nothing can be seen.
    #[must_use]
    pub fn is_blank(&self) -> bool {
        match self {
            Value::Empty => true,
            Value::Text(t) => crate::base::text::is_blank(t),
            _ => false,
        }
    }

    /// The value as a user would read it in the cell, for findings and copies.
    #[must_use]
    pub fn written(&self) -> String {
        match self {
            Value::Empty => String::new(),
            Value::Text(t) => visible(t).into_owned(),
            Value::Number { value, percent: true } => crate::base::figure::from_f64(*value).map_or_else(
                || format!("{value}"),
                |d| {
                    format!(
                        "{}%",
                        crate::base::figure::with_comma(d * crate::base::figure::Decimal::ONE_HUNDRED)
                    )
                },
            ),
            Value::Number { value, percent: false } if value.abs() >= 1e15 => format!("{value:E}"),
            Value::Number { value, percent: false } => format!("{value}").replace('.', ","),
            Value::Date(d) => d.strftime("%d/%m/%Y").to_string(),
            Value::Clock(days) => clock(*days),
            Value::Bool(true) => "TRUE".into(),
            Value::Bool(false) => "FALSE".into(),
            Value::Error(e) => e.as_str().into(),
            Value::Uncomputed => "(rumus tanpa hasil)".into(),
        }
    }
}

/// A cell: its kind in the three upper bits, below them the place in the list of its kind.
#[derive(Debug, Clone, Copy)]
struct Stored(u32);

/// Kinds of [`Stored`], and what the rest of it counts.
mod stored {
    /// In the texts.
    pub const TEXT: u32 = 0;
    /// In the figures.
    pub const NUMBER: u32 = 1;
    /// In the figures; shown as per cent.
    pub const PERCENT: u32 = 2;
    /// In the figures, in days.
    pub const CLOCK: u32 = 3;
    /// In the dates.
    pub const DATE: u32 = 4;
    /// In the others.
    pub const OTHER: u32 = 5;
}

/// What few cells hold.
#[derive(Debug, Clone, Copy)]
enum Other {
    Bool(bool),
    Error(CellError),
    Uncomputed,
}

impl Stored {
    /// Bits of the place: a sheet has room for more than 500 million cells of a kind, and a reader's guard
    /// stops at 100 million cells.
    const PLACE: u32 = 29;

    fn new(kind: u32, place: usize) -> Self {
        let most = (1 << Self::PLACE) - 1;
        Self(kind << Self::PLACE | short(place).min(most))
    }

    const fn kind(self) -> u32 {
        self.0 >> Self::PLACE
    }

    const fn place(self) -> usize {
        index(self.0 & ((1 << Self::PLACE) - 1))
    }
}

/// `00:20`, `125:30:15`: hours and minutes, with seconds where there are any.
fn clock(days: f64) -> String {
    let seconds = whole((days.abs() * 86_400.0).round());
    let sign = if days < 0.0 { "-" } else { "" };
    let (h, m, s) = (seconds / 3600, seconds / 60 % 60, seconds % 60);
    if s == 0 {
        format!("{sign}{h:02}:{m:02}")
    } else {
        format!("{sign}{h:02}:{m:02}:{s:02}")
    }
}

/// A rectangle of merged cells, 0-based, both ends included.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Merge {
    /// First row.
    pub top: u32,
    /// First column.
    pub left: u16,
    /// Last row.
    pub bottom: u32,
    /// Last column.
    pub right: u16,
}

/// A sheet, complete and unchangeable.
#[derive(Debug)]
pub struct Sheet {
    /// The file it is in.
    pub file: FileId,
    /// Its name; `None` for a CSV, which has no sheets.
    pub name: Option<Text>,
    /// Hidden in the workbook (read all the same, and said).
    pub hidden: bool,
    /// Merged areas.
    pub merges: Vec<Merge>,
    rows: Vec<Span>,
    cols: Vec<u16>,
    values: Vec<Stored>,
    texts: Texts,
    numbers: Vec<f64>,
    dates: Vec<Date>,
    others: Vec<Other>,
    /// What is struck out; `None` where nothing is.
    struck: Option<Box<StruckCells>>,
}

/// Where a row stands: its cells end where those of the next begin.
#[derive(Debug, Clone, Copy)]
struct Span {
    /// 0-based number in the file.
    number: u32,
    /// Its first cell in `values`.
    start: u32,
    /// Its first column in `cols`; rows alike share theirs.
    cols: u32,
}

#[derive(Debug, Default)]
struct Texts {
    bytes: String,
    ends: Vec<u32>,
}

impl Texts {
    fn get(&self, i: usize) -> &str {
        let start = if i == 0 { 0 } else { index(self.ends[i - 1]) };
        &self.bytes[start..index(self.ends[i])]
    }

    /// Whether the `i`-th is this text.
    fn is(&self, i: u32, text: &str) -> bool {
        let (i, bytes) = (index(i), self.bytes.as_bytes());
        let start = if i == 0 { 0 } else { index(self.ends[i - 1]) };
        bytes[start..index(self.ends[i])] == *text.as_bytes()
    }
}

impl Sheet {
    /// Non-empty rows in file order.
    pub fn rows(&self) -> impl DoubleEndedIterator<Item = Row<'_>> + ExactSizeIterator {
        (0..self.rows.len()).map(move |i| self.row_at(i))
    }

    /// The `i`-th non-empty row (not the row number).
    #[must_use]
    pub fn row_at(&self, i: usize) -> Row<'_> {
        let Span { number, start, cols } = self.rows[i];
        let end = self.rows.get(i + 1).map_or(self.values.len(), |r| index(r.start));
        let (values, cols) = (&self.values[index(start)..end], index(cols));
        Row {
            sheet: self,
            number,
            cols: &self.cols[cols..cols + values.len()],
            values,
        }
    }

    /// The row of a table that begins here.
    #[must_use]
    pub fn row(&self, no: RowNo) -> Row<'_> {
        self.row_at(no.index())
    }

    /// How many non-empty rows there are.
    #[must_use]
    pub fn row_count(&self) -> usize {
        self.rows.len()
    }

    /// Index (for [`Sheet::row_at`]) of the row with this 0-based number, if it is not empty.
    #[must_use]
    pub fn index_of(&self, row: u32) -> Option<usize> {
        self.rows.binary_search_by_key(&row, |r| r.number).ok()
    }

    /// What stands at a 0-based address. The cells under a merge are `Empty`; see [`Sheet::merges`].
    #[must_use]
    pub fn at(&self, row: u32, col: u16) -> Value<'_> {
        self.index_of(row).map_or(Value::Empty, |i| self.row_at(i).get(col))
    }

    /// What is struck out in a cell.
    #[must_use]
    pub fn strike(&self, row: u32, col: u16) -> Option<&Strike> {
        self.struck.as_ref()?.get(row, col)
    }

    /// The cells with a stroke, where there are any.
    #[must_use]
    pub fn struck(&self) -> Option<&StruckCells> {
        self.struck.as_deref()
    }

    /// Marks what is struck out.
    pub fn set_struck(&mut self, cells: StruckCells) {
        self.struck = (!cells.is_empty()).then(|| Box::new(cells));
    }

    /// Every text of the sheet once, in no order that means anything.
    pub fn texts(&self) -> impl Iterator<Item = &str> {
        (0..self.texts.ends.len()).map(|i| self.texts.get(i))
    }

    fn load(&self, stored: Stored) -> Value<'_> {
        let place = stored.place();
        match stored.kind() {
            stored::TEXT => Value::Text(self.texts.get(place)),
            stored::NUMBER => Value::Number {
                value: self.numbers[place],
                percent: false,
            },
            stored::PERCENT => Value::Number {
                value: self.numbers[place],
                percent: true,
            },
            stored::CLOCK => Value::Clock(self.numbers[place]),
            stored::DATE => Value::Date(self.dates[place]),
            _ => match self.others[place] {
                Other::Bool(b) => Value::Bool(b),
                Other::Error(e) => Value::Error(e),
                Other::Uncomputed => Value::Uncomputed,
            },
        }
    }
}

/// A non-empty row of a sheet.
#[derive(Debug, Clone, Copy)]
pub struct Row<'a> {
    sheet: &'a Sheet,
    number: u32,
    cols: &'a [u16],
    values: &'a [Stored],
}

impl<'a> Row<'a> {
    /// 0-based row number in the file.
    #[must_use]
    pub fn number(&self) -> u32 {
        self.number
    }

    /// The value in a column; `Empty` where there is none.
    #[must_use]
    pub fn get(&self, col: u16) -> Value<'a> {
        // Most rows are full up to their last cell: there the column is the place.
        let place = if self.cols.get(usize::from(col)) == Some(&col) {
            Ok(usize::from(col))
        } else {
            self.cols.binary_search(&col)
        };
        place.map_or(Value::Empty, |i| self.sheet.load(self.values[i]))
    }

    /// Non-empty cells, left to right.
    pub fn cells(&self) -> impl DoubleEndedIterator<Item = (u16, Value<'a>)> + ExactSizeIterator + use<'a> {
        let Self { sheet, cols, values, .. } = *self;
        cols.iter().zip(values).map(move |(&col, &stored)| (col, sheet.load(stored)))
    }

    /// Non-empty cells of the columns `lo..=hi`, left to right, found without passing the others.
    pub fn cells_in(&self, lo: u16, hi: u16) -> impl DoubleEndedIterator<Item = (u16, Value<'a>)> + ExactSizeIterator + use<'a> {
        let Self { sheet, cols, values, .. } = *self;
        let from = cols.partition_point(|&c| c < lo);
        let to = cols.partition_point(|&c| c <= hi).max(from);
        let cells = cols[from..to].iter().zip(&values[from..to]);
        cells.map(move |(&col, &stored)| (col, sheet.load(stored)))
    }
}

/// Builds a [`Sheet`] cell by cell.
#[derive(Debug)]
pub struct SheetBuilder {
    sheet: Sheet,
    /// Ids of texts by their hash; the texts themselves stand in the sheet only.
    known: HashTable<u32>,
    hasher: DefaultHashBuilder,
    /// Text last seen in each column: the cell above very often says the same.
    last: Vec<u32>,
    /// Where the columns of the rows seen last begin, the newest first.
    like: [u32; 4],
}

/// No text.
const NONE: u32 = u32::MAX;

impl SheetBuilder {
    /// An empty sheet of `file`.
    #[must_use]
    pub fn new(file: FileId, name: Option<Text>) -> Self {
        Self {
            sheet: Sheet {
                file,
                name: name.map(|n| visible(&n).into()),
                hidden: false,
                merges: Vec::new(),
                rows: Vec::new(),
                cols: Vec::new(),
                values: Vec::new(),
                texts: Texts::default(),
                numbers: Vec::new(),
                dates: Vec::new(),
                others: Vec::new(),
                struck: None,
            },
            known: HashTable::new(),
            hasher: DefaultHashBuilder::default(),
            last: Vec::new(),
            like: [0; 4],
        }
    }

    /// Marks the sheet as hidden.
    pub fn set_hidden(&mut self, hidden: bool) {
        self.sheet.hidden = hidden;
    }

    /// Marks what is struck out in a cell; cells come as for [`Self::push`].
    pub fn strike(&mut self, row: u32, col: u16, strike: Strike) {
        let cells = self.sheet.struck.get_or_insert_default();
        let strike = cells.add(strike);
        cells.mark(row, col, strike);
    }

    /// Adds a merged area.
    pub fn merge(&mut self, merge: Merge) {
        self.sheet.merges.push(merge);
    }

    /// Adds a cell. Cells come row by row, left to right; one that comes out of order (a hostile
    /// or broken file) is refused with `false`. `Empty` is taken and stored nowhere.
    pub fn push(&mut self, row: u32, col: u16, value: Value<'_>) -> bool {
        if matches!(value, Value::Empty) {
            return true;
        }
        match self.sheet.rows.last() {
            Some(last) if row < last.number => return false,
            Some(last) if row == last.number => {
                if self.sheet.cols.last().is_some_and(|&c| c >= col) {
                    return false;
                }
            }
            _ => {
                self.share_columns();
                let sheet = &mut self.sheet;
                sheet.rows.push(Span {
                    number: row,
                    start: short(sheet.values.len()),
                    cols: short(sheet.cols.len()),
                });
            }
        }
        let stored = match value {
            Value::Text(t) => Stored::new(stored::TEXT, index(self.intern(col, t))),
            Value::Number { value, percent: false } => kept(stored::NUMBER, &mut self.sheet.numbers, value),
            Value::Number { value, percent: true } => kept(stored::PERCENT, &mut self.sheet.numbers, value),
            Value::Clock(days) => kept(stored::CLOCK, &mut self.sheet.numbers, days),
            Value::Date(d) => kept(stored::DATE, &mut self.sheet.dates, d),
            Value::Bool(b) => kept(stored::OTHER, &mut self.sheet.others, Other::Bool(b)),
            Value::Error(e) => kept(stored::OTHER, &mut self.sheet.others, Other::Error(e)),
            Value::Uncomputed | Value::Empty => kept(stored::OTHER, &mut self.sheet.others, Other::Uncomputed),
        };
        self.sheet.cols.push(col);
        self.sheet.values.push(stored);
        true
    }

    /// The row just filled takes the columns of a row before it, where they begin alike.
    fn share_columns(&mut self) {
        let Sheet { rows, cols, .. } = &mut self.sheet;
        let Some(row) = rows.last_mut() else { return };
        let (before, own) = cols.split_at(index(row.cols));
        let like = |at: &u32| {
            before
                .get(index(*at)..index(*at) + own.len())
                .is_some_and(|there| there == own)
        };
        if let Some(i) = self.like.iter().position(like) {
            let found = self.like[i];
            cols.truncate(index(row.cols));
            row.cols = found;
            self.like[..=i].rotate_right(1);
        } else {
            self.like.rotate_right(1);
            self.like[0] = row.cols;
        }
    }

    fn intern(&mut self, col: u16, text: &str) -> u32 {
        let col = usize::from(col);
        let texts = &mut self.sheet.texts;
        let above = self.last.get(col).copied().unwrap_or(NONE);
        if above != NONE && texts.is(above, text) {
            return above;
        }
        let hasher = &self.hasher;
        let entry = self.known.entry(
            hasher.hash_one(text),
            |&id| texts.is(id, text),
            |&id| hasher.hash_one(texts.get(index(id))),
        );
        let id = match entry {
            Entry::Occupied(known) => *known.get(),
            Entry::Vacant(new) => {
                let id = u32::try_from(texts.ends.len()).unwrap_or(NONE);
                new.insert(id);
                texts.bytes.push_str(text);
                texts.ends.push(short(texts.bytes.len()));
                id
            }
        };
        if self.last.len() <= col {
            self.last.resize(col + 1, NONE);
        }
        self.last[col] = id;
        id
    }

    /// How many cells are in so far (a reader's guard counts them).
    #[must_use]
    pub fn cell_count(&self) -> usize {
        self.sheet.values.len()
    }

    /// Bytes of distinct text so far; must stay below 4 GiB (a reader's guard keeps it far below).
    #[must_use]
    pub fn text_bytes(&self) -> usize {
        self.sheet.texts.bytes.len()
    }

    /// The finished sheet.
    #[must_use]
    pub fn finish(mut self) -> Sheet {
        self.share_columns();
        let sheet = &mut self.sheet;
        sheet.rows.shrink_to_fit();
        sheet.cols.shrink_to_fit();
        sheet.values.shrink_to_fit();
        sheet.numbers.shrink_to_fit();
        sheet.texts.bytes.shrink_to_fit();
        sheet.texts.ends.shrink_to_fit();
        self.sheet
    }
}

/// Keeps a value in the list of its kind.
fn kept<T>(kind: u32, list: &mut Vec<T>, value: T) -> Stored {
    list.push(value);
    Stored::new(kind, list.len() - 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_stand_at_their_own_address() {
        let mut b = SheetBuilder::new(FileId(0), None);
        assert!(b.push(2, 1, Value::Text("nip")));
        assert!(b.push(
            2,
            4,
            Value::Number {
                value: 0.85,
                percent: true
            }
        ));
        assert!(b.push(7, 0, Value::Text("nip")));
        assert!(!b.push(7, 0, Value::Bool(true)), "the same cell twice");
        assert!(!b.push(3, 0, Value::Bool(true)), "a row that is over");
        let s = b.finish();
        assert_eq!(s.at(2, 1), Value::Text("nip"));
        assert_eq!(s.at(2, 2), Value::Empty);
        assert_eq!(s.at(2, 4).written(), "85%");
        assert_eq!(s.at(7, 0), Value::Text("nip"));
        assert_eq!(s.rows().map(|r| r.number()).collect::<Vec<_>>(), [2, 7]);
    }

    #[test]
    fn rows_alike_share_their_columns() {
        let mut b = SheetBuilder::new(FileId(0), None);
        let rows: [&[u16]; 6] = [&[0, 1, 2], &[0, 2], &[0, 1], &[0, 2], &[1], &[0, 1, 2]];
        for (row, cols) in (0..).zip(rows) {
            for &col in cols {
                assert!(b.push(row, col, Value::Clock(f64::from(row) + f64::from(col) / 8.0)));
            }
        }
        let s = b.finish();
        assert_eq!(s.cols, [0, 1, 2, 0, 2, 1]);
        for (row, cols) in (0..).zip(rows) {
            let cells: Vec<_> = s.row_at(index(row)).cells().collect();
            let clock = |&col: &u16| (col, Value::Clock(f64::from(row) + f64::from(col) / 8.0));
            assert_eq!(cells, cols.iter().map(clock).collect::<Vec<_>>());
            assert_eq!(s.at(row, 1) == Value::Empty, !cols.contains(&1));
        }
    }
}
