//! The empty input workbook: every table of the contract that a rule set uses, with drop-downs,
//! notes, text-formatted NIP columns and a sample row that is read as no data.

mod guide;
pub mod page;
mod prefill;

pub use prefill::Prefilled;

use std::path::Path;

use jiff::civil::Date;
use rust_xlsxwriter::{
    Color, DataValidation, DataValidationErrorStyle, DataValidationRule, DocProperties, ExcelDateTime, Format, FormatAlign,
    FormatBorder, Formula, IgnoreError, Note, Workbook, Worksheet, XlsxError,
};

use crate::base::output_file::Outputs;
use crate::base::workbook_file::{WorkbookError, WorkbookFile};
pub use crate::contract::tables::RuleSet;
use crate::contract::tables::{Content, Fill, TableSpec};
use crate::contract::{Key, TableKind};
use crate::report::tables::{Cell, Look};
use crate::rules::{Aturan, Rezim};
use guide::GuideLine;

impl RuleSet {
    /// The columns a rule set uses; an agency's own set has those of the set it extends.
    #[must_use]
    pub fn of(aturan: &Aturan) -> Self {
        const EIGHT: &str = "permenpanrb-8-2021";
        match aturan.rezim {
            Rezim::Kualitatif => Self::Qualitative,
            Rezim::Numerik if aturan.id == EIGHT || aturan.memperluas.iter().any(|id| id == EIGHT) => Self::Numeric8,
            Rezim::Numerik => Self::Numeric30,
        }
    }

    const fn title(self) -> &'static str {
        match self {
            Self::Qualitative => "PermenPANRB 6/2022 (rating dan kuadran)",
            Self::Numeric30 => "PP 30/2019 (angka)",
            Self::Numeric8 => "PermenPANRB 8/2021 (angka)",
        }
    }

    /// The option that chooses the set, with a blank behind; none for the default.
    const fn option(self) -> &'static str {
        match self {
            Self::Qualitative => "",
            Self::Numeric30 => "--aturan pp-30-2019 ",
            Self::Numeric8 => "--aturan permenpanrb-8-2021 ",
        }
    }
}

/// A sheet of the workbook: a kind of table with the columns that are filled in by hand.
#[derive(Debug)]
struct TemplateSheet {
    jenis: TableKind,
    kind: &'static TableSpec,
    columns: Vec<(Key, &'static Fill)>,
}

/// The sheets of a rule set, in the order of the contract.
fn sheets(set: RuleSet) -> Vec<TemplateSheet> {
    TableKind::ALL
        .into_iter()
        .map(|jenis| TemplateSheet {
            jenis,
            kind: jenis.kind(),
            columns: jenis.columns().iter().filter_map(|c| Some((c.key, c.fill(set)?))).collect(),
        })
        // A sheet of which only the NIP is left is of no use in this workbook (`penilaian`).
        .filter(|s| s.columns.len() > 1)
        .collect()
}

/// The last row that has drop-downs: more than any one office types in by hand.
const LAST_ROW: u32 = 20_000;

/// Writes the workbook, among the outputs of the run; the same rule set and the same people give the
/// same bytes.
///
/// # Errors
/// [`WorkbookError`]: an existing file that may not be replaced, or what the disk says.
pub fn write(set: RuleSet, known: &Prefilled, outputs: &mut Outputs, path: &Path) -> Result<(), WorkbookError> {
    let file = WorkbookFile::new(path);
    let mut workbook = file.workbook()?;
    file.contained(|| fill_in(&mut workbook, set, known).map_err(|e| file.error(e)))?;
    file.save(&mut workbook, outputs)
}

fn fill_in(workbook: &mut Workbook, set: RuleSet, known: &Prefilled) -> Result<(), XlsxError> {
    workbook.set_properties(
        &DocProperties::new()
            .set_title("Masukan skp")
            .set_comment(set.title())
            .set_creation_datetime(&ExcelDateTime::from_ymd(2025, 1, 1)?),
    );
    let sheets = sheets(set);
    guide(workbook.add_worksheet(), set, &sheets)?;
    let formats = Formats::new();
    for s in &sheets {
        let page = workbook.add_worksheet();
        sheet(page, s, &formats)?;
        prefill(page, s, &sheets, known, &formats)?;
    }
    Ok(())
}

/// Writes the rows that are known already, and lets later columns be chosen from them.
fn prefill(
    page: &mut Worksheet,
    wanted: &TemplateSheet,
    sheets: &[TemplateSheet],
    known: &Prefilled,
    formats: &Formats,
) -> Result<(), XlsxError> {
    if known.people.is_empty() {
        return Ok(());
    }
    let rows = known.rows(wanted.jenis);
    for (row, cells) in (2_u32..).zip(rows) {
        for (col, &(key, _)) in (1_u16..).zip(&wanted.columns) {
            let Some((_, text)) = cells.iter().find(|(k, _)| *k == key) else {
                continue;
            };
            match text.parse::<Date>() {
                Ok(d) if matches!(key, Key::Mulai | Key::Selesai) => {
                    let date = excel_date(d)?;
                    page.write_datetime_with_format(row, col, &date, &formats.date)?;
                }
                _ => {
                    page.write_string_with_format(row, col, text, &formats.text)?;
                }
            }
        }
    }
    for (col, &(key, _)) in (1_u16..).zip(&wanted.columns) {
        let from = match key {
            Key::Nip if wanted.jenis != TableKind::Pegawai => Some((TableKind::Pegawai, Key::Nip)),
            Key::NipAtasan | Key::NipPimpinan | Key::NipPenilai | Key::NipPemberiTugas => Some((TableKind::Pegawai, Key::Nip)),
            Key::UnitKerja if wanted.jenis != TableKind::Unit => Some((TableKind::Unit, Key::UnitKerja)),
            Key::UnitInduk => Some((TableKind::Unit, Key::UnitKerja)),
            _ => None,
        };
        if let Some(list) = from.and_then(|(kind, key)| range_of(sheets, kind, key, known.rows(kind).len())) {
            // Who or what is not in the list may be typed all the same.
            let rule = DataValidation::new()
                .allow_list_formula(list)
                .set_error_title("Pilih dari daftar")?
                .set_error_message("Isian ini tidak ada di lembar yang dirujuk. Tetap simpan?")?
                .set_error_style(DataValidationErrorStyle::Warning);
            page.add_data_validation(2, col, LAST_ROW, col, &rule)?;
        }
    }
    Ok(())
}

/// The cells of a column that hold what is known, with room for as much again.
fn range_of(sheets: &[TemplateSheet], kind: TableKind, key: Key, rows: usize) -> Option<Formula> {
    let sheet = sheets.iter().find(|s| s.jenis == kind)?;
    let col = sheet.columns.iter().position(|c| c.0 == key)?;
    let letter = crate::base::origin::column_letters(u16::try_from(col + 1).ok()?);
    let last = (2 * rows + 52).min(usize::try_from(LAST_ROW).ok()?);
    Some(Formula::new(format!("={}!${letter}$3:${letter}${last}", sheet.kind.name)))
}

fn excel_date(d: Date) -> Result<ExcelDateTime, XlsxError> {
    ExcelDateTime::from_ymd(d.year().unsigned_abs(), d.month().unsigned_abs(), d.day().unsigned_abs())
}

struct Formats {
    required: Format,
    optional: Format,
    sample: Format,
    sample_text: Format,
    sample_date: Format,
    text: Format,
    date: Format,
}

impl Formats {
    fn new() -> Self {
        let head = Format::new()
            .set_bold()
            .set_border(FormatBorder::Thin)
            .set_align(FormatAlign::Center)
            .set_align(FormatAlign::VerticalCenter)
            .set_text_wrap();
        let sample = Format::new().set_italic().set_font_color(Color::RGB(0x0080_8080));
        Self {
            required: head.clone().set_background_color(0x001F_4E79).set_font_color(Color::White),
            optional: head.set_background_color(0x00DD_EBF7),
            sample_text: sample.clone().set_num_format("@"),
            sample_date: sample.clone().set_num_format("dd/mm/yyyy"),
            sample,
            text: Format::new().set_num_format("@"),
            date: Format::new().set_num_format("dd/mm/yyyy"),
        }
    }
}

fn guide(sheet: &mut Worksheet, set: RuleSet, sheets: &[TemplateSheet]) -> Result<(), XlsxError> {
    sheet.set_name("Petunjuk")?;
    let table = guide::table();
    for (col, c) in table.places(0) {
        sheet.set_column_width(col, c.width)?;
    }
    sheet.set_screen_gridlines(false);
    let title = Format::new().set_bold().set_font_size(13).set_font_color(0x001F_4E79);
    let mono = Format::new().set_bold();
    for (row, line) in (0..).zip(guide::lines(set, sheets)) {
        for (col, c) in table.places(0) {
            let Cell::Word(text) = c.value(&line) else { continue };
            match (&line, c.look(&line)) {
                (GuideLine::Title(_), _) => sheet.write_string_with_format(row, col, text, &title)?,
                (_, Look::Label) => sheet.write_string_with_format(row, col, text, &mono)?,
                _ => sheet.write_string(row, col, text)?,
            };
        }
    }
    sheet.set_landscape().set_paper_size(9).set_print_fit_to_pages(1, 0);
    Ok(())
}

fn sheet(sheet: &mut Worksheet, wanted: &TemplateSheet, formats: &Formats) -> Result<(), XlsxError> {
    sheet.set_name(wanted.kind.name)?;
    sheet.set_column_width(0, 9)?;
    sheet.write_string_with_format(0, 0, "no", &formats.optional)?;
    sheet.write_string_with_format(1, 0, "contoh", &formats.sample)?;
    for (col, &(key, fill)) in (1_u16..).zip(&wanted.columns) {
        column(sheet, col, key, fill, formats)?;
    }
    sheet.set_row_height(0, 32)?;
    sheet.set_freeze_panes(1, 2)?;
    let last = u16::try_from(wanted.columns.len()).unwrap_or(u16::MAX);
    sheet.ignore_error_range(1, 1, LAST_ROW, last, IgnoreError::NumberStoredAsText)?;
    sheet
        .set_landscape()
        .set_paper_size(9)
        .set_print_fit_to_pages(1, 0)
        .set_repeat_rows(0, 0)?;
    Ok(())
}

fn column(sheet: &mut Worksheet, col: u16, key: Key, fill: &Fill, formats: &Formats) -> Result<(), XlsxError> {
    sheet.set_column_width(col, fill.width)?;
    let head = if fill.required { &formats.required } else { &formats.optional };
    sheet.write_string_with_format(0, col, key.name(), head)?;
    let text = format!("{}{}", if fill.required { "Wajib. " } else { "" }, fill.note);
    let lines = u32::try_from(text.chars().count() / 38).unwrap_or(0) + 2;
    let note = Note::new(text).add_author_prefix(false).set_width(240).set_height(18 * lines);
    sheet.insert_note(0, col, &note)?;
    match &fill.content {
        Content::Nip | Content::Code => sheet.set_column_format(col, &formats.text)?,
        Content::Date => sheet.set_column_format(col, &formats.date)?,
        Content::Text | Content::Figure(..) | Content::Free | Content::Choice(_) => sheet,
    };
    sample(sheet, col, fill, formats)?;
    if let Some(rule) = validation(fill)? {
        sheet.add_data_validation(2, col, LAST_ROW, col, &rule)?;
    }
    Ok(())
}

/// The sample's cell is of the type a filled-in cell would have.
fn sample(sheet: &mut Worksheet, col: u16, fill: &Fill, formats: &Formats) -> Result<(), XlsxError> {
    let figure = fill.sample.parse::<u32>().ok();
    match (&fill.content, figure) {
        _ if fill.sample.is_empty() => {}
        (Content::Nip | Content::Code, _) => {
            sheet.write_string_with_format(1, col, fill.sample, &formats.sample_text)?;
        }
        (Content::Date, _) => {
            // The samples here are written by us in ISO form; one that were not would stay text.
            match fill.sample.parse::<Date>() {
                Ok(d) => {
                    let date = excel_date(d)?;
                    sheet.write_datetime_with_format(1, col, &date, &formats.sample_date)?;
                }
                Err(_) => {
                    sheet.write_string_with_format(1, col, fill.sample, &formats.sample)?;
                }
            }
        }
        (Content::Figure(..) | Content::Free | Content::Choice(_), Some(n)) => {
            sheet.write_number_with_format(1, col, n, &formats.sample)?;
        }
        _ => {
            sheet.write_string_with_format(1, col, fill.sample, &formats.sample)?;
        }
    }
    Ok(())
}

fn validation(fill: &Fill) -> Result<Option<DataValidation>, XlsxError> {
    let rule = DataValidation::new();
    let stop = |rule: DataValidation, text: &str| {
        rule.set_error_title("Isi kolom ini")?
            .set_error_message(text)
            .map(|r| r.set_error_style(DataValidationErrorStyle::Stop))
    };
    Ok(match &fill.content {
        Content::Choice(words) => Some(stop(rule.allow_list_strings(&words())?, "Pilih salah satu dari daftar.")?),
        Content::Figure(lo, hi) => Some(stop(
            rule.allow_decimal_number(DataValidationRule::Between(*lo, *hi)),
            &format!("Isi angka {lo} sampai dengan {hi}."),
        )?),
        Content::Date => Some(stop(
            rule.allow_date(DataValidationRule::Between(
                ExcelDateTime::from_ymd(1990, 1, 1)?,
                ExcelDateTime::from_ymd(2100, 12, 31)?,
            )),
            "Isi tanggal, misalnya 01/07/2025.",
        )?),
        // A NIP pasted with blanks is read all the same: warn, do not refuse.
        Content::Nip => Some(
            rule.allow_text_length(DataValidationRule::EqualTo(18))
                .set_error_title("NIP")?
                .set_error_message("NIP terdiri atas 18 angka. Tetap simpan isian ini?")?
                .set_error_style(DataValidationErrorStyle::Warning),
        ),
        Content::Text | Content::Code | Content::Free => None,
    })
}

#[cfg(test)]
mod tests;
