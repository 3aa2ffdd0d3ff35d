//! Where rows go: a sheet of a workbook or a CSV file. Both take row after row and keep none.

use std::borrow::Cow;
use std::io::{self, Write};

use crate::base::workbook_file::EXCEL_ROWS;
use crate::contract::Key;
use jiff::civil::Date;
use rust_xlsxwriter::{ExcelDateTime, Format, FormatAlign, FormatBorder, Formula, IgnoreError, Workbook, Worksheet, XlsxError};

/// A cell to be written.
#[derive(Debug, Clone)]
pub(super) enum SampleCell<'a> {
    Empty,
    Text(Cow<'a, str>),
    Whole(i32),
    /// Tenths of one.
    Tenths(i32),
    /// Tenths of a per cent; a number with a per cent format in a workbook (0,85 shown as 85 %).
    Percent(i32),
    Date(Date),
    /// A NIP that Excel took for a number: already rounded.
    NipNumber(f64),
    /// `#N/A`.
    NotAvailable,
}

impl<'a> SampleCell<'a> {
    pub(super) fn text(text: impl Into<Cow<'a, str>>) -> Self {
        let text = text.into();
        if text.is_empty() { Self::Empty } else { Self::Text(text) }
    }
}

/// A cell and the column it stands in.
pub(super) type PlacedCell<'a> = (Key, SampleCell<'a>);

/// A column: its meaning, its header, its width in a workbook, and whether it holds text that looks like a number.
#[derive(Debug, Clone, Copy)]
pub(super) struct SampleColumn {
    pub(super) key: Key,
    pub(super) name: &'static str,
    pub(super) width: u32,
    pub(super) text: bool,
}

/// The cells in the order of the columns, however the row names them; what it does not name is empty.
fn in_order<'r, 'a>(
    columns: &'r [SampleColumn],
    cells: &'r [PlacedCell<'a>],
) -> impl Iterator<Item = (&'r SampleColumn, &'r SampleCell<'a>)> {
    for (key, _) in cells {
        debug_assert!(
            columns.iter().any(|c| c.key == *key),
            "{key:?} is none of the columns (sample/columns.rs)"
        );
    }
    let mut next = 0;
    columns.iter().map(move |column| {
        let named = |(key, _): &PlacedCell<'_>| *key == column.key;
        // Rows mostly name them in this order.
        let at = match cells.get(next) {
            Some(cell) if named(cell) => Some(next),
            _ => cells.iter().position(named),
        };
        next = at.map_or(next, |at| at + 1);
        (column, at.map_or(&SampleCell::Empty, |at| &cells[at].1))
    })
}

/// Takes the rows of one table.
pub(super) trait RowSink {
    /// What taking a row may fail with.
    type Error;

    fn row(&mut self, cells: &[PlacedCell<'_>]) -> Result<(), Self::Error>;
}

/// A table of a workbook; past `limit` rows it goes on in a next sheet ("skp 2").
pub(super) struct XlsxSink<'w> {
    workbook: &'w mut Workbook,
    name: &'static str,
    columns: Vec<SampleColumn>,
    limit: u32,
    sheet: Worksheet,
    sheets: u32,
    next: u32,
    formats: SampleFormats,
}

struct SampleFormats {
    header: Format,
    text: Format,
    date: Format,
    percent: Format,
}

impl SampleFormats {
    fn new() -> Self {
        Self {
            header: Format::new()
                .set_bold()
                .set_background_color(0x00D9_E2F3)
                .set_border_bottom(FormatBorder::Thin)
                .set_align(FormatAlign::VerticalCenter),
            text: Format::new().set_num_format("@"),
            date: Format::new().set_num_format("dd/mm/yyyy"),
            percent: Format::new().set_num_format("0.0%"),
        }
    }
}

impl<'w> XlsxSink<'w> {
    pub(super) fn new(
        workbook: &'w mut Workbook,
        name: &'static str,
        columns: Vec<SampleColumn>,
        limit: u32,
    ) -> Result<Self, XlsxError> {
        let formats = SampleFormats::new();
        let sheet = begin(workbook, name, &columns, &formats)?;
        Ok(Self {
            workbook,
            name,
            columns,
            limit,
            sheet,
            sheets: 1,
            next: 1,
            formats,
        })
    }

    pub(super) fn finish(self) {
        self.workbook.push_worksheet(self.sheet);
    }
}

fn begin(workbook: &mut Workbook, name: &str, columns: &[SampleColumn], formats: &SampleFormats) -> Result<Worksheet, XlsxError> {
    let mut sheet = workbook.new_worksheet_with_constant_memory()?;
    sheet.set_name(name)?;
    for (col, column) in (0_u16..).zip(columns) {
        sheet.set_column_width(col, column.width)?;
        if column.text {
            sheet.set_column_format(col, &formats.text)?;
        }
        sheet.write_string_with_format(0, col, column.name, &formats.header)?;
    }
    sheet.set_freeze_panes(1, 0)?;
    // Only one range may be ignored per kind of error; a text NIP is the first column everywhere it stands.
    if columns.first().is_some_and(|c| c.text) {
        sheet.ignore_error_range(0, 0, EXCEL_ROWS - 1, 0, IgnoreError::NumberStoredAsText)?;
    }
    Ok(sheet)
}

impl RowSink for XlsxSink<'_> {
    type Error = XlsxError;

    fn row(&mut self, cells: &[PlacedCell<'_>]) -> Result<(), XlsxError> {
        if self.next >= self.limit {
            self.sheets += 1;
            let name = format!("{} {}", self.name, self.sheets);
            let fresh = begin(self.workbook, &name, &self.columns, &self.formats)?;
            self.workbook.push_worksheet(std::mem::replace(&mut self.sheet, fresh));
            self.next = 1;
        }
        let (row, sheet) = (self.next, &mut self.sheet);
        for (col, (column, cell)) in (0_u16..).zip(in_order(&self.columns, cells)) {
            match cell {
                SampleCell::Empty => {}
                SampleCell::Text(t) if column.text => {
                    sheet.write_string_with_format(row, col, t.as_ref(), &self.formats.text)?;
                }
                SampleCell::Text(t) => {
                    sheet.write_string(row, col, t.as_ref())?;
                }
                SampleCell::Whole(n) => {
                    sheet.write_number(row, col, *n)?;
                }
                SampleCell::Tenths(n) => {
                    sheet.write_number(row, col, f64::from(*n) / 10.0)?;
                }
                SampleCell::Percent(n) => {
                    sheet.write_number_with_format(row, col, f64::from(*n) / 1000.0, &self.formats.percent)?;
                }
                SampleCell::Date(d) => {
                    let date = excel_date(*d)?;
                    sheet.write_datetime_with_format(row, col, &date, &self.formats.date)?;
                }
                SampleCell::NipNumber(n) => {
                    sheet.write_number(row, col, *n)?;
                }
                SampleCell::NotAvailable => {
                    sheet.write_formula(row, col, Formula::new("=NA()").set_result("#N/A"))?;
                }
            }
        }
        self.next += 1;
        Ok(())
    }
}

/// The date as rust_xlsxwriter takes it.
pub(super) fn excel_date(date: Date) -> Result<ExcelDateTime, XlsxError> {
    // Years here are those of a plan (2019 and later), months and days are positive by type.
    ExcelDateTime::from_ymd(
        date.year().unsigned_abs(),
        date.month().unsigned_abs(),
        date.day().unsigned_abs(),
    )
}

/// A table as a CSV file the way an Indonesian Excel saves it: UTF-8 with BOM, `;`, decimal comma, CRLF.
pub(super) struct CsvSink<W: Write> {
    out: csv::Writer<W>,
    columns: Vec<SampleColumn>,
    record: csv::StringRecord,
}

impl<W: Write> CsvSink<W> {
    pub(super) fn new(mut file: W, columns: Vec<SampleColumn>) -> io::Result<Self> {
        file.write_all(b"\xEF\xBB\xBF")?;
        let mut out = csv::WriterBuilder::new()
            .delimiter(b';')
            .terminator(csv::Terminator::CRLF)
            .from_writer(file);
        out.write_record(columns.iter().map(|c| c.name))?;
        Ok(Self {
            out,
            columns,
            record: csv::StringRecord::new(),
        })
    }

    pub(super) fn finish(mut self) -> io::Result<()> {
        self.out.flush()
    }
}

impl<W: Write> RowSink for CsvSink<W> {
    type Error = io::Error;

    fn row(&mut self, cells: &[PlacedCell<'_>]) -> io::Result<()> {
        self.record.clear();
        for (_, cell) in in_order(&self.columns, cells) {
            match cell {
                SampleCell::Empty => self.record.push_field(""),
                SampleCell::Text(t) => self.record.push_field(t),
                SampleCell::Whole(n) => self.record.push_field(&n.to_string()),
                SampleCell::Tenths(n) => self.record.push_field(&tenths(*n)),
                SampleCell::Percent(n) => self.record.push_field(&format!("{}%", tenths(*n))),
                SampleCell::Date(d) => self.record.push_field(&d.strftime("%d/%m/%Y").to_string()),
                SampleCell::NipNumber(n) => self.record.push_field(&scientific(*n)),
                SampleCell::NotAvailable => self.record.push_field("#N/A"),
            }
        }
        Ok(self.out.write_record(&self.record)?)
    }
}

/// Tenths with a decimal comma: 985 → `98,5`, 980 → `98`.
fn tenths(n: i32) -> String {
    match n % 10 {
        0 => (n / 10).to_string(),
        digit => format!("{}{},{}", if n < 0 && n > -10 { "-" } else { "" }, n / 10, digit.abs()),
    }
}

/// As an Indonesian Excel saves a large number it shows with six digits: `1,98001E+17`.
fn scientific(n: f64) -> String {
    format!("{n:.5E}").replace('.', ",").replace('E', "E+")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn figures_are_written_the_indonesian_way() {
        assert_eq!(tenths(985), "98,5");
        assert_eq!(tenths(980), "98");
        assert_eq!(tenths(-5), "-0,5");
        assert_eq!(scientific(198_001_012_005_011_000.0), "1,98001E+17");
    }
}
