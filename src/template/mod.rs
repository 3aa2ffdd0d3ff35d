//! The empty input workbook: every table of the contract that a rule set uses, with drop-downs,
//! notes, text-formatted NIP columns and a sample row that is read as no data.

mod columns;
mod guide;
mod sheets;

use std::path::Path;

use jiff::civil::Date;
use rust_xlsxwriter::{
    Color, DataValidation, DataValidationErrorStyle, DataValidationRule, DocProperties, ExcelDateTime, Format, FormatAlign,
    FormatBorder, IgnoreError, Note, Workbook, Worksheet, XlsxError,
};

use crate::base::output_file::Outputs;
use crate::base::workbook_file::{WorkbookError, WorkbookFile};
use crate::rules::{Aturan, Rezim};
use columns::{Isi, Kolom, Lembar};
use guide::Baris;

/// Which columns the workbook has.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Bentuk {
    /// `permenpanrb-6-2022`: ratings in words.
    Kualitatif,
    /// `pp-30-2019`: figures, weights of indicators.
    Numerik30,
    /// `permenpanrb-8-2021`: figures, cascade weighting, groups of a JPT.
    Numerik8,
}

impl Bentuk {
    /// The columns a rule set uses; an agency's own set has those of the set it extends.
    #[must_use]
    pub fn of(aturan: &Aturan) -> Self {
        const DELAPAN: &str = "permenpanrb-8-2021";
        match aturan.rezim {
            Rezim::Kualitatif => Self::Kualitatif,
            Rezim::Numerik if aturan.id == DELAPAN || aturan.memperluas.iter().any(|id| id == DELAPAN) => Self::Numerik8,
            Rezim::Numerik => Self::Numerik30,
        }
    }

    const fn judul(self) -> &'static str {
        match self {
            Self::Kualitatif => "PermenPANRB 6/2022 (rating dan kuadran)",
            Self::Numerik30 => "PP 30/2019 (angka)",
            Self::Numerik8 => "PermenPANRB 8/2021 (angka)",
        }
    }

    /// The option that chooses the set, with a blank behind; none for the default.
    const fn pilihan(self) -> &'static str {
        match self {
            Self::Kualitatif => "",
            Self::Numerik30 => "--aturan pp-30-2019 ",
            Self::Numerik8 => "--aturan permenpanrb-8-2021 ",
        }
    }
}

/// The last row that has drop-downs: more than any one office types in by hand.
const LAST_ROW: u32 = 20_000;

/// Writes the workbook, among the outputs of the run; the same rule set gives the same bytes.
///
/// # Errors
/// [`WorkbookError`]: an existing file that may not be replaced, or what the disk says.
pub fn write(bentuk: Bentuk, outputs: &mut Outputs, path: &Path) -> Result<(), WorkbookError> {
    let file = WorkbookFile::new(path);
    let mut workbook = file.workbook()?;
    file.contained(|| sheets(&mut workbook, bentuk).map_err(|e| file.error(e)))?;
    file.save(&mut workbook, outputs)
}

fn sheets(workbook: &mut Workbook, bentuk: Bentuk) -> Result<(), XlsxError> {
    workbook.set_properties(
        &DocProperties::new()
            .set_title("Masukan skp")
            .set_comment(bentuk.judul())
            .set_creation_datetime(&ExcelDateTime::from_ymd(2025, 1, 1)?),
    );
    let lembar = columns::lembar(bentuk);
    guide(workbook.add_worksheet(), bentuk, &lembar)?;
    let formats = Formats::new();
    for l in &lembar {
        sheet(workbook.add_worksheet(), l, &formats)?;
    }
    Ok(())
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

fn guide(sheet: &mut Worksheet, bentuk: Bentuk, lembar: &[Lembar]) -> Result<(), XlsxError> {
    sheet.set_name("Petunjuk")?;
    sheet.set_column_width(0, 76)?;
    sheet.set_column_width(1, 74)?;
    sheet.set_screen_gridlines(false);
    let title = Format::new().set_bold().set_font_size(13).set_font_color(0x001F_4E79);
    let mono = Format::new().set_bold();
    for (row, line) in (0..).zip(guide::lines(bentuk, lembar)) {
        match line {
            Baris::Judul(t) => sheet.write_string_with_format(row, 0, t, &title)?,
            Baris::Text(t) => sheet.write_string(row, 0, t)?,
            Baris::Pasangan(a, b) => {
                sheet.write_string_with_format(row, 0, a, &mono)?;
                sheet.write_string(row, 1, b)?
            }
            Baris::Kosong => sheet,
        };
    }
    sheet.set_landscape().set_paper_size(9).set_print_fit_to_pages(1, 0);
    Ok(())
}

fn sheet(sheet: &mut Worksheet, lembar: &Lembar, formats: &Formats) -> Result<(), XlsxError> {
    sheet.set_name(lembar.nama)?;
    sheet.set_column_width(0, 9)?;
    sheet.write_string_with_format(0, 0, "no", &formats.optional)?;
    sheet.write_string_with_format(1, 0, "contoh", &formats.sample)?;
    for (col, k) in (1_u16..).zip(&lembar.kolom) {
        column(sheet, col, k, formats)?;
    }
    sheet.set_row_height(0, 32)?;
    sheet.set_freeze_panes(1, 2)?;
    let last = u16::try_from(lembar.kolom.len()).unwrap_or(u16::MAX);
    sheet.ignore_error_range(1, 1, LAST_ROW, last, IgnoreError::NumberStoredAsText)?;
    sheet
        .set_landscape()
        .set_paper_size(9)
        .set_print_fit_to_pages(1, 0)
        .set_repeat_rows(0, 0)?;
    Ok(())
}

fn column(sheet: &mut Worksheet, col: u16, k: &Kolom, formats: &Formats) -> Result<(), XlsxError> {
    sheet.set_column_width(col, k.lebar)?;
    let head = if k.wajib { &formats.required } else { &formats.optional };
    sheet.write_string_with_format(0, col, k.nama, head)?;
    let text = format!("{}{}", if k.wajib { "Wajib. " } else { "" }, k.catatan);
    let lines = u32::try_from(text.chars().count() / 38).unwrap_or(0) + 2;
    let note = Note::new(text).add_author_prefix(false).set_width(240).set_height(18 * lines);
    sheet.insert_note(0, col, &note)?;
    match &k.isi {
        Isi::Nip | Isi::Kode => sheet.set_column_format(col, &formats.text)?,
        Isi::Tanggal => sheet.set_column_format(col, &formats.date)?,
        Isi::Text | Isi::Angka(..) | Isi::Bebas | Isi::Pilihan(_) => sheet,
    };
    sample(sheet, col, k, formats)?;
    if let Some(rule) = validation(k)? {
        sheet.add_data_validation(2, col, LAST_ROW, col, &rule)?;
    }
    Ok(())
}

/// The sample's cell is of the type a filled-in cell would have.
fn sample(sheet: &mut Worksheet, col: u16, k: &Kolom, formats: &Formats) -> Result<(), XlsxError> {
    let figure = k.sampel.parse::<u32>().ok();
    match (&k.isi, figure) {
        _ if k.sampel.is_empty() => {}
        (Isi::Nip | Isi::Kode, _) => {
            sheet.write_string_with_format(1, col, k.sampel, &formats.sample_text)?;
        }
        (Isi::Tanggal, _) => {
            // The samples here are written by us in ISO form; one that were not would stay text.
            match k.sampel.parse::<Date>() {
                Ok(d) => {
                    let date =
                        ExcelDateTime::from_ymd(d.year().unsigned_abs(), d.month().unsigned_abs(), d.day().unsigned_abs())?;
                    sheet.write_datetime_with_format(1, col, &date, &formats.sample_date)?;
                }
                Err(_) => {
                    sheet.write_string_with_format(1, col, k.sampel, &formats.sample)?;
                }
            }
        }
        (Isi::Angka(..) | Isi::Bebas | Isi::Pilihan(_), Some(n)) => {
            sheet.write_number_with_format(1, col, n, &formats.sample)?;
        }
        _ => {
            sheet.write_string_with_format(1, col, k.sampel, &formats.sample)?;
        }
    }
    Ok(())
}

fn validation(k: &Kolom) -> Result<Option<DataValidation>, XlsxError> {
    let rule = DataValidation::new();
    let stop = |rule: DataValidation, text: &str| {
        rule.set_error_title("Isi kolom ini")?
            .set_error_message(text)
            .map(|r| r.set_error_style(DataValidationErrorStyle::Stop))
    };
    Ok(match &k.isi {
        Isi::Pilihan(words) => Some(stop(rule.allow_list_strings(&words())?, "Pilih salah satu dari daftar.")?),
        Isi::Angka(lo, hi) => Some(stop(
            rule.allow_decimal_number(DataValidationRule::Between(*lo, *hi)),
            &format!("Isi angka {lo} sampai dengan {hi}."),
        )?),
        Isi::Tanggal => Some(stop(
            rule.allow_date(DataValidationRule::Between(
                ExcelDateTime::from_ymd(1990, 1, 1)?,
                ExcelDateTime::from_ymd(2100, 12, 31)?,
            )),
            "Isi tanggal, misalnya 01/07/2025.",
        )?),
        // A NIP pasted with blanks is read all the same: warn, do not refuse.
        Isi::Nip => Some(
            rule.allow_text_length(DataValidationRule::EqualTo(18))
                .set_error_title("NIP")?
                .set_error_message("NIP terdiri atas 18 angka. Tetap simpan isian ini?")?
                .set_error_style(DataValidationErrorStyle::Warning),
        ),
        Isi::Text | Isi::Kode | Isi::Bebas => None,
    })
}

#[cfg(test)]
mod tests;
