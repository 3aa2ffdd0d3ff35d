//! The period of a whole table of marks: by the names of its sheet, file and folder, or by the days of its rows.

use super::silent_date;
use crate::base::file_names::file_name;
use crate::base::text::fold_words;
use crate::input::Value;
use crate::model::Periode;
use crate::model::assemble::ctx::Ctx;
use crate::model::assemble::rows::{Line, TableRows};
use crate::model::read::{periode, title};
use crate::table::Key;

/// The part of a year that the sheet is named after (`JAN`, `TW II`), where no line above the table says
/// another one: a recap with a sheet for each month is not twelve marks of the year.
pub(in crate::model::assemble) fn sheet_period(
    ctx: &Ctx<'_>,
    table_rows: &TableRows<'_>,
    meta: Option<Periode>,
) -> Option<Periode> {
    if meta.is_some_and(|p| !matches!(p, Periode::Tahun(_))) {
        return None;
    }
    let yearly = |line: &str| fold_words(line).split(' ').any(|w| w == "tahunan");
    if table_rows.table.meta.iter().any(|line| yearly(line)) {
        return None;
    }
    let year = meta.map_or(ctx.periode.tahun(), Periode::tahun);
    let sheet = ctx.inputs.sheet(table_rows.table.sheet);
    // A year by the sheet's or the file's name counts where no line above the table says one.
    let part = |p: &Periode| meta.is_none() || !matches!(p, Periode::Tahun(_));
    let by_sheet = sheet.name.as_deref().and_then(|name| {
        let year_alone = name.trim().len() == 4;
        if name.chars().filter(|c| c.is_alphabetic()).count() < 3 && !fold_words(name).starts_with("tw") && !year_alone {
            return None;
        }
        periode::read_in(Value::Text(name), year).given().filter(part)
    });
    let path = &ctx.inputs.file(sheet.file).path;
    by_sheet.or_else(|| file_period(path, year).or_else(|| folder_period(path, year)).filter(part))
}

/// The period that the file's own folder is called by, and by nothing else (`01 Januari`, `TW II`, `2024`).
fn folder_period(path: &str, year: i16) -> Option<Periode> {
    let folder = path.rsplit(['/', '\\']).nth(1)?;
    let month = folder.trim_start_matches(|c: char| c.is_ascii_digit() || matches!(c, ' ' | '.' | '-' | '_' | ')'));
    let name = if month.starts_with(char::is_alphabetic) {
        month
    } else {
        folder
    };
    periode::read_in(Value::Text(name), year).given()
}

/// The part of a year that a file is named after (`Laporan Penilaian SKP Bulanan Mei 2025.csv`): with the
/// word for it, or the name of a download; a month alone may be when the file was made.
fn file_period(path: &str, year: i16) -> Option<Periode> {
    let name = file_name(path);
    let stem = name.rsplit_once('.').map_or(name, |n| n.0);
    let words = fold_words(stem);
    let says = ["bulan", "triwulan", "tw", "semester", "kuartal", "smt"]
        .iter()
        .any(|w| words.split(' ').any(|x| x.starts_with(w)));
    let download = ["laporan penilaian skp", "rekap", "rekapitulasi", "predikat", "penilaian"]
        .iter()
        .any(|w| words.starts_with(w));
    (says || download).then(|| title::in_line_of(stem, Some(year))).flatten()
}

/// The part of a year that every row says by its first and last day, where no line above the table says
/// a period: a month or a quarter, or a half-year of several people. (Somebody's own half-year may be
/// that of a transfer.)
pub(super) fn common_span(table_rows: &TableRows<'_>) -> Option<Periode> {
    let day = |line: &Line<'_, '_>, key| silent_date(line, key).get().copied();
    let mut common: Option<Periode> = None;
    let mut rows = 0;
    for line in table_rows.rows() {
        let (first, last) = (day(&line, Key::PeriodeAwal)?, day(&line, Key::PeriodeAkhir)?);
        let span = periode::spanning(first, last)?;
        if common.replace(span).is_some_and(|before| before != span) {
            return None;
        }
        rows += 1;
    }
    common.filter(|p| match p {
        Periode::Tahun(_) => false,
        Periode::Semester(..) => rows > 1,
        _ => true,
    })
}
