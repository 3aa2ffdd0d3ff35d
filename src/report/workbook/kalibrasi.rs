//! Kalibrasi: ratings as drop-downs, predikat by formula, and beside it every group against its
//! bounds, live and coloured. What is filled in here is taken back by `--kalibrasi`.

use rust_xlsxwriter::{
    ConditionalFormatCell, ConditionalFormatCellRule, ConditionalFormatFormula, DataValidation, DataValidationErrorStyle,
    Formula, Worksheet,
};

use super::context::SheetContext;
use super::sheets::ReportSheet;
use crate::base::ids::short;
use crate::model::vocab::{Predikat, Rating, Word as _};
use crate::report::form::xlsx::{FilledSheet, SheetResult, SheetTable};
use crate::report::formulas::{CalibrationPlace, Formulas, Letters};
use crate::report::tables::calibration::{
    self, CalibrationGroup, CalibrationRow, KEY_GROUP, KEY_HASIL_KERJA, KEY_PERILAKU, KEY_VERDICT,
};

/// Columns that only formulas read.
const HIDDEN: [&str; 3] = ["hasil_kini", "perilaku_kini", KEY_GROUP];
/// Groups whose counts are coloured one by one; of more only the verdict is.
const COLOURED: usize = 300;

/// Writes the sheet.
pub(super) fn write(room: &SheetContext<'_>) -> SheetResult<Vec<FilledSheet>> {
    let run = room.report.run;
    let Some(formulas) = &room.formulas else {
        return Ok(Vec::new());
    };
    let (people, groups) = (calibration::rows(run), calibration::groups(run));
    let (table, group_table) = (calibration::table(run, people.len()), calibration::group_table(run));
    let width = u16::try_from(table.columns.len()).unwrap_or(u16::MAX);
    let left = width + 1;
    let header = u32::try_from(table.intro.len()).unwrap_or(0);
    let count = short(people.len());
    let at = CalibrationPlace {
        people: Letters::of(&table),
        groups: Letters::beside(&group_table, left),
        rows: (header + 2, header + 1 + count.max(1)),
    };
    let compute = |r: &CalibrationRow<'_>, key: &str, row: u32| formulas.calibration(&at, r, key, row);
    // In memory, however many: the groups stand beside rows that are written already.
    let mut sheet = SheetTable::new(room, ReportSheet::Kalibrasi, &table, 0)?.computing(Some(&compute));
    for row in &people {
        sheet.row(row)?;
    }
    let of_group = |r: &CalibrationGroup<'_>, key: &str, row: u32| formulas.calibration_group(&at, r, key, row);
    sheet.block((header, left), &group_table, &groups, Some(&of_group))?;
    let (ws, _) = sheet.ws();
    let index = |key: &str| table.place(0, key);
    // Those of whom ratings do not decide stand last, without a list to choose from.
    let open = short(people.iter().filter(|row| row.decides).count());
    let (first, last) = (at.rows.0 - 1, (at.rows.0 + open).saturating_sub(2));
    let ratings = [(KEY_HASIL_KERJA, "hasil_kini"), (KEY_PERILAKU, "perilaku_kini")];
    for (rating, before) in ratings.into_iter().filter(|_| open > 0) {
        if let (Some(col), Some(own), Some(old)) = (index(rating), at.cell(rating, at.rows.0), at.cell(before, at.rows.0)) {
            ws.add_data_validation(first, col, last, col, &choice()?)?;
            let changed = ConditionalFormatFormula::new()
                .set_rule(Formula::new(format!("={own}<>{old}")))
                .set_format(&room.styles.changed);
            ws.add_conditional_format(first, col, last, col, &changed)?;
        }
    }
    colours(room, ws, formulas, &at, &groups, header + 1, |key| {
        group_table.place(left, key)
    })?;
    for col in HIDDEN.into_iter().filter_map(index) {
        ws.set_column_hidden(col)?;
    }
    sheet.finish()
}

/// One of the three ratings, from a list.
fn choice() -> SheetResult<DataValidation> {
    let words: Vec<&str> = Rating::ALL.iter().map(|r| r.as_str()).collect();
    DataValidation::new()
        .allow_list_strings(&words)?
        .set_error_style(DataValidationErrorStyle::Stop)
        .set_error_title("Bukan rating")?
        .set_error_message("Pilih salah satu rating dari daftar.")
}

/// The verdicts, and the counts that are outside their bounds.
fn colours(
    room: &SheetContext<'_>,
    ws: &mut Worksheet,
    formulas: &Formulas<'_>,
    at: &CalibrationPlace,
    groups: &[CalibrationGroup<'_>],
    top: u32,
    place: impl Fn(&str) -> Option<u16>,
) -> SheetResult<()> {
    let last = top + u32::try_from(groups.len()).unwrap_or(0).max(1) - 1;
    for (word, format) in [("sesuai", &room.styles.fits), ("tidak sesuai", &room.styles.off)] {
        let verdict = ConditionalFormatCell::new()
            .set_rule(ConditionalFormatCellRule::EqualTo(word))
            .set_format(format);
        if let Some(col) = place(KEY_VERDICT) {
            ws.add_conditional_format(top, col, last, col, &verdict)?;
        }
    }
    for (row, group) in (top..).zip(groups.iter().take(COLOURED)) {
        for (&p, col) in Predikat::ALL.iter().filter_map(|p| Some((p, place(p.as_str())?))) {
            if let Some(formula) = formulas.calibration_off(at, group, p, row + 1) {
                let off = ConditionalFormatFormula::new()
                    .set_rule(Formula::new(formula))
                    .set_format(&room.styles.off);
                ws.add_conditional_format(row, col, row, col, &off)?;
            }
        }
    }
    Ok(())
}
