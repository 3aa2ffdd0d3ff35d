//! The report workbook (`keluaran.md` section 5): one file per sheet, formats in one place.
//!
//! [`fill()`] takes a [`Run`](crate::run::Run) (the one result value) and writes the whole workbook
//! or nothing. The same input gives the same bytes: the date is given, formats are numbered before
//! any sheet is filled, and no order depends on a thread or a hash map. Text from the data is
//! always written as text, never as a formula.

mod context;
mod distribusi;
mod index;
mod jejak;
mod kalibrasi;
mod masukan;
mod matriks;
mod sheet_names;
mod sheets;
mod styles;
mod summary;
mod text;

use std::path::Path;
use std::sync::{Mutex, PoisonError};
use std::time::UNIX_EPOCH;

use rayon::prelude::*;
use rust_xlsxwriter::{DocProperties, ExcelDateTime, Workbook};

use crate::base::output_file::Outputs;
use crate::base::own;
use crate::base::workbook_file::{EXCEL_COLUMNS, EXCEL_ROWS, WorkbookError, WorkbookFile};

pub(in crate::report) use context::SheetContext;
pub use context::{Choice, OptionUsed, Report};
pub(in crate::report) use index::{a1, sheet_part};
pub(in crate::report) use sheet_names::to_cell;
pub use sheets::{ReportSheet, UnknownSheet};
pub(in crate::report) use styles::level_fill;
pub(in crate::report) use text::{cell_text, cut, number};

use index::Index;
use styles::Styles;

use super::form::xlsx::{FilledSheet, SheetResult, SheetTable};
use super::formulas::{self, Formulas};
use super::tables;
use super::tables::indicators::IndicatorRow;
use super::tables::results::ResultRow;
use super::tables::units::UnitRow;

/// On the first cell of a sheet that is not printed with the others.
const ON_REQUEST: &str = "Lembar ini tidak ikut tercetak bersama laporan. Untuk mencetaknya: di Excel pilih Cetak, lalu di \
    Pengaturan pilih Abaikan Area Cetak; di LibreOffice pilih Format, Rentang Cetak, Bersihkan.";

/// Level of compression: an eighth more bytes than 3 makes, in two thirds of its time; packing is what no second thread helps with.
const COMPRESSION: u8 = 2;

/// A report whose sheets are filled, to be saved; nothing of the run is needed for that.
pub struct Filled {
    place: WorkbookFile,
    workbook: Workbook,
    sheets: Vec<FilledSheet>,
}

impl Filled {
    /// Writes it among the outputs of the run.
    ///
    /// # Errors
    /// [`WorkbookError`]: the file cannot be put there, the disk is full … Nothing is left behind then.
    pub fn save(mut self, outputs: &mut Outputs) -> Result<(), WorkbookError> {
        // By the threads that held most of what is gone now, and have room for it.
        let sheets: Result<Vec<_>, _> = self
            .sheets
            .into_par_iter()
            .with_max_len(1)
            .map(FilledSheet::complete)
            .collect();
        for sheet in sheets.map_err(|e| self.place.error(e))? {
            self.workbook.push_worksheet(sheet);
        }
        self.place.save(&mut self.workbook, outputs)
    }
}

/// Fills the sheets of the report that is to stand at `path`.
///
/// # Errors
/// [`WorkbookError`]: the disk is full … Nothing is left behind then.
pub fn fill(report: &Report<'_>, choice: &Choice, path: &Path) -> Result<Filled, WorkbookError> {
    let place = WorkbookFile::new(path);
    let mut workbook = place.workbook()?;
    workbook.set_zip_compression_level(COMPRESSION);
    workbook.set_properties(&properties(report));
    let styles = Styles::new();
    styles.register(&mut workbook);
    let room = SheetContext {
        report: *report,
        choice,
        styles,
        index: Index::new(report, choice),
        formulas: choice.formulas.then(|| Formulas::new(report.run)),
        factory: Mutex::new(workbook),
        page_head: page_head(report),
        page_foot: page_foot(report),
    };

    let mut sheets = all_sheets(&room, &place)?;
    if let Some(first) = sheets.first_mut() {
        first.ws.set_active(true);
    }
    let mut workbook = room.factory.into_inner().unwrap_or_else(PoisonError::into_inner);
    for (name, cells) in room.formulas.iter().flat_map(|f| f.numbers.cells(report.run)) {
        workbook.define_name(name, &cells).map_err(|e| place.error(e))?;
    }
    Ok(Filled { place, workbook, sheets })
}

/// All sheets in order, empty ones left out. The input sheets are about as much work as all others
/// together, so they are filled on a second thread. The last comes first: Kaskade and Matriks need room only while they are
/// filled, of Hasil the library keeps every link.
fn all_sheets(room: &SheetContext<'_>, place: &WorkbookFile) -> Result<Vec<FilledSheet>, WorkbookError> {
    let fill = |which: &[ReportSheet]| -> Result<Vec<(ReportSheet, Vec<FilledSheet>)>, WorkbookError> {
        place.contained(|| {
            which
                .par_iter()
                .rev()
                .with_max_len(1)
                .map(|&l| Ok((l, one(room, l).map_err(|e| place.error(e))?)))
                .collect::<Result<Vec<_>, _>>()
        })
    };
    let wanted = room.choice.sheets.iter().filter(|&&l| room.report.has(l));
    let (inputs, others): (Vec<ReportSheet>, Vec<ReportSheet>) = wanted.partition(|l| **l == ReportSheet::Masukan);
    let (first, second) = rayon::join(|| fill(&others), || fill(&inputs));
    let mut sheets = first?;
    sheets.extend(second?);
    sheets.retain(|(_, s)| !s.is_empty());
    if sheets.is_empty() {
        // A workbook needs a sheet; the first says how things stand.
        sheets = fill(&[ReportSheet::Summary])?;
    }
    sheets.sort_by_key(|(report_sheet, _)| *report_sheet);
    for (which, written) in &mut sheets {
        if !room.choice.printed.contains(which) {
            for sheet in written {
                on_request(*which, sheet).map_err(|e| place.error(e))?;
            }
        }
    }
    Ok(sheets.into_iter().flat_map(|(_, s)| s).collect())
}

/// Keeps a sheet from being printed with the whole workbook: its print area is the last cell there can be, which is
/// empty. Hidden sheets would not be printed either, but nobody would find them. A note says how it is printed.
fn on_request(which: ReportSheet, sheet: &mut FilledSheet) -> SheetResult<()> {
    let (row, col) = (EXCEL_ROWS - 1, EXCEL_COLUMNS - 1);
    sheet.ws.set_print_area(row, col, row, col)?;
    // Notes on the input sheets are findings.
    if which != ReportSheet::Masukan {
        sheet.given_last.note((0, 0), usize::MAX, || ON_REQUEST.to_owned());
    }
    Ok(())
}

fn one(room: &SheetContext<'_>, sheet: ReportSheet) -> SheetResult<Vec<FilledSheet>> {
    let run = room.report.run;
    match sheet {
        ReportSheet::Summary => summary::write(room),
        ReportSheet::Hasil => results(room),
        ReportSheet::Details => indicators(room),
        ReportSheet::Unit => units(room),
        ReportSheet::Distribusi => distribusi::write(room),
        ReportSheet::Kuadran => SheetTable::all(room, sheet, &tables::quadrant::table(run), &tables::quadrant::rows(run)),
        ReportSheet::Kalibrasi => kalibrasi::write(room),
        ReportSheet::Kaskade => {
            let outline = tables::outline::Outline::new(&run.data, run.aturan.kualitatif().is_some());
            let (table, rows) = (tables::outline::table(&outline), outline.rows());
            let mut sheets = SheetTable::new(room, sheet, &table, rows.len())?;
            for row in rows {
                sheets.row(&row)?;
            }
            sheets.finish()
        }
        ReportSheet::Matriks => matriks::write(room),
        ReportSheet::Temuan => {
            let table = tables::findings::table(run);
            let mut sheets = SheetTable::new(room, sheet, &table, run.findings.len())?;
            for f in tables::findings::worst_first(run) {
                sheets.row(&tables::findings::FindingRow::new(run, f))?;
            }
            sheets.finish()
        }
        ReportSheet::Unrated => SheetTable::all(room, sheet, &tables::waiting::table(run), &tables::waiting::rows(run)),
        ReportSheet::Masukan => masukan::write(room),
        ReportSheet::Aturan => parameters(room),
        ReportSheet::Jejak => jejak::write(room),
    }
}

/// Hasil.
fn results(room: &SheetContext<'_>) -> SheetResult<Vec<FilledSheet>> {
    let (run, formulas) = (room.report.run, room.formulas.as_ref());
    let table = match formulas {
        Some(_) => formulas::result_table(run),
        None => tables::results::table(run),
    };
    let compute = |r: &ResultRow<'_>, key: &str, row: u32| formulas.and_then(|f| f.result(r, key, row));
    let mut sheets = SheetTable::new(room, ReportSheet::Hasil, &table, run.scores.pegawai.len())?;
    sheets = sheets.computing(formulas.is_some().then_some(&compute));
    for i in 0..run.scores.pegawai.len() {
        let row = ResultRow::new(run, i, room.index.about(i));
        sheets.row(&match formulas {
            Some(f) => row.counted_in(f.counted_in(i)),
            None => row,
        })?;
    }
    sheets.legend(1, "Arti tindak lanjut", &tables::results::legend(run))?;
    sheets.finish()
}

/// Rincian.
fn indicators(room: &SheetContext<'_>) -> SheetResult<Vec<FilledSheet>> {
    let (run, formulas) = (room.report.run, room.formulas.as_ref());
    let table = match formulas {
        Some(_) => formulas::indicator_table(run),
        None => tables::indicators::table(run),
    };
    let compute = |r: &IndicatorRow<'_>, key: &str, row: u32| formulas.and_then(|f| f.indicator(r, key, row));
    let mut sheets = SheetTable::new(room, ReportSheet::Details, &table, tables::indicators::count(run))?;
    sheets = sheets.computing(formulas.is_some().then_some(&compute));
    for row in tables::indicators::rows(run) {
        sheets.row(&row)?;
    }
    sheets.finish()
}

/// Unit.
fn units(room: &SheetContext<'_>) -> SheetResult<Vec<FilledSheet>> {
    let (run, formulas) = (room.report.run, room.formulas.as_ref());
    let table = tables::units::table(run);
    let letters = formulas::Letters::of(&table);
    let rows = tables::units::rolled_up(run);
    let compute = |r: &UnitRow<'_>, key: &str, row: u32| formulas.and_then(|f| f.unit(r, key, row, &letters));
    let mut sheets = SheetTable::new(room, ReportSheet::Unit, &table, rows.len())?;
    sheets = sheets.computing(formulas.is_some().then_some(&compute));
    for row in &rows {
        sheets.row(row)?;
    }
    sheets.finish()
}

/// Aturan, and under it the numbers that formulas read.
fn parameters(room: &SheetContext<'_>) -> SheetResult<Vec<FilledSheet>> {
    let run = room.report.run;
    let table = tables::parameters::table(format!("Aturan yang dipakai: {} ({})", run.aturan.judul, run.aturan.id));
    let rows: Vec<_> = run
        .aturan
        .parameter()
        .into_iter()
        .map(|p| tables::parameters::ParameterRow::new(p, Some(&run.scores)))
        .collect();
    let mut sheet = SheetTable::new(room, ReportSheet::Aturan, &table, rows.len())?;
    for row in &rows {
        sheet.row(row)?;
    }
    if let Some(formulas) = &room.formulas {
        let end = sheet.below(formulas.numbers.top(run), &tables::numbers::table(), &formulas.numbers.rows)?;
        sheet.print_to(end);
    }
    sheet.finish()
}

fn properties(report: &Report<'_>) -> DocProperties {
    let seconds = report.date.duration_since(UNIX_EPOCH).map_or(0, |d| d.as_secs());
    let date = i64::try_from(seconds)
        .ok()
        .and_then(|s| ExcelDateTime::from_timestamp(s).ok())
        .unwrap_or_default();
    DocProperties::new()
        .set_title(format!("Laporan kinerja {}", report.run.data.periode))
        .set_author("skp")
        .set_custom_property(own::PROPERTY, own::REPORT)
        .set_company(cut(&report.mask.title(report.agency()), 200, "…"))
        .set_creation_datetime(&date)
}

/// `&` begins a code in headers and footers; a name with one doubles it.
fn printable(text: &str, limit: usize) -> String {
    cut(text, limit, "…").replace('&', "&&")
}

fn page_head(report: &Report<'_>) -> String {
    let agency = report.mask.title(report.agency());
    format!("&L&B{}&RLaporan kinerja {}", printable(&agency, 80), report.run.data.periode)
}

fn page_foot(report: &Report<'_>) -> String {
    format!(
        "&L&A&CHalaman &P dari &N&Rskp {} · {}",
        env!("CARGO_PKG_VERSION"),
        printable(&report.run.aturan.id, 60)
    )
}
