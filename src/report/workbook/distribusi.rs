//! Distribusi: the table of groups, and under it one chart of all of them.

use rust_xlsxwriter::{
    Chart, ChartFormat, ChartLegendPosition, ChartLine, ChartMarker, ChartMarkerType, ChartSolidFill, ChartType,
    ConditionalFormatFormula, Formula, Worksheet,
};

use super::context::SheetContext;
use super::sheets::ReportSheet;
use crate::base::ids::index;
use crate::model::vocab::{Predikat, Word as _};
use crate::report::form::xlsx::{FilledSheet, SheetResult, SheetTable, put, write_formula};
use crate::report::formulas::{self, Letters};
use crate::report::tables::distribution::{
    DrawnRow, GroupRow, KEY_DRAWN_PREDIKAT, KEY_DRAWN_UNIT, KEY_LEAST, KEY_MOST, KEY_PEOPLE, drawn, drawn_table, rows, table,
};
use crate::report::tables::{Cell, Table, raters};

/// Groups drawn at most, those outside their curve first.
const DRAWN: usize = 12;
/// Rows of the table that leave the chart its room on the same page.
const ROWS_BESIDE: usize = 6;
/// Penilai listed at most; past that nobody reads them on this sheet.
const RATERS_AT_MOST: usize = 500;
/// First column of the chart's figures: to the right of what is printed.
const FIGURES: u16 = 20;

/// Writes the sheet.
pub(super) fn write(room: &SheetContext<'_>) -> SheetResult<Vec<FilledSheet>> {
    let run = room.report.run;
    let formulas = room.formulas.as_ref();
    let table = match formulas {
        Some(_) => formulas::group_table(run),
        None => table(run),
    };
    let groups = rows(run);
    let compute = |r: &GroupRow<'_>, key: &str, row: u32| formulas.and_then(|f| f.group(r, key, row));
    let mut sheet = SheetTable::new(room, ReportSheet::Distribusi, &table, groups.len())?;
    sheet = sheet.computing(formulas.is_some().then_some(&compute));
    for group in &groups {
        sheet.row(group)?;
    }
    if formulas.is_some() {
        settled(room, &mut sheet, &table)?;
    }
    // A chart is for a size somebody can look at, and for more than one person.
    let drawn: Vec<&GroupRow<'_>> = groups.iter().filter(|g| g.unit.kelompok.n > 1).take(DRAWN).collect();
    if groups.len() <= room.choice.large_from && groups.len() + 4 < index(room.choice.max_rows) && !drawn.is_empty() {
        let (ws, next) = sheet.ws();
        // A picture is not cut in two by the end of a page.
        if groups.len() > ROWS_BESIDE {
            ws.set_page_breaks(&[next + 1])?;
        }
        chart(room, ws, next + 1, &drawn)?;
        let mut last = next + 25;
        let raters = raters::rows(run);
        if !raters.is_empty() && raters.len() <= RATERS_AT_MOST {
            last = sheet.below(next + 26, &raters::table(), &raters)? - 1;
        }
        sheet.print_to(last);
    }
    sheet.finish()
}

/// Where people were moved until a group fits, its colours go, as its verdict does.
fn settled(
    room: &SheetContext<'_>,
    sheet: &mut SheetTable<'_, '_, GroupRow<'_>>,
    table: &Table<GroupRow<'_>>,
) -> SheetResult<()> {
    let place = |key: &str| table.place(0, key);
    let keys = (place("hasil"), place(Predikat::SangatKurang.as_str()), Letters::of(table));
    let (Some(first), Some(last), letters) = keys else {
        return Ok(());
    };
    let Some(verdict) = letters.get("hasil") else { return Ok(()) };
    let top = u32::try_from(table.intro.len()).unwrap_or(0) + 1;
    let rule = ConditionalFormatFormula::new()
        .set_rule(Formula::new(format!("=${verdict}{}=\"sesuai\"", top + 1)))
        .set_format(&room.styles.blank);
    let (ws, next) = sheet.ws();
    ws.add_conditional_format(top, first, next.max(top + 1) - 1, last, &rule)?;
    Ok(())
}

/// One chart of all groups: bars are people, dashes what is allowed.
fn chart(room: &SheetContext<'_>, ws: &mut Worksheet, top: u32, groups: &[&GroupRow<'_>]) -> SheetResult<()> {
    let sheet = ReportSheet::Distribusi.as_str();
    let table = drawn_table(room.run());
    let last = figures(room, ws, &table, &drawn(groups))?;
    let at = |key: &str| table.place(FIGURES, key).unwrap_or(FIGURES);
    let names = (sheet, 1, at(KEY_DRAWN_UNIT), last, at(KEY_DRAWN_PREDIKAT));
    let values = |key: &str| (sheet, 1, at(key), last, at(key));
    let title = |key: &str| table.shown().find(|c| c.key == key).map_or("", |c| &*c.title);
    let mut bars = Chart::new(ChartType::Column);
    bars.add_series()
        .set_name(title(KEY_PEOPLE))
        .set_categories(names)
        .set_values(values(KEY_PEOPLE))
        .set_gap(30)
        .set_format(ChartFormat::new().set_solid_fill(ChartSolidFill::new().set_color("#1F3864")));
    let mut dashes = Chart::new(ChartType::Line);
    for (key, colour) in [(KEY_MOST, "#C00000"), (KEY_LEAST, "#548235")] {
        let mut marker = ChartMarker::new();
        marker
            .set_type(ChartMarkerType::LongDash)
            .set_size(13)
            .set_format(ChartFormat::new().set_solid_fill(ChartSolidFill::new().set_color(colour)));
        dashes
            .add_series()
            .set_name(title(key))
            .set_categories(names)
            .set_values(values(key))
            .set_marker(&marker)
            .set_format(ChartFormat::new().set_line(ChartLine::new().set_hidden(true)));
    }
    bars.combine(&dashes);
    bars.title()
        .set_name("Jumlah orang tiap predikat dan yang diperbolehkan")
        .set_font(rust_xlsxwriter::ChartFont::new().set_size(12).set_bold());
    bars.y_axis().set_name("orang").set_num_format("0").set_min(0);
    bars.legend().set_position(ChartLegendPosition::Bottom);
    let width = (300 + 110 * u32::try_from(groups.len()).unwrap_or(12)).clamp(560, 1_500);
    bars.set_width(width).set_height(420);
    for blank in top - 1..top + 26 {
        ws.set_row_format(blank, &room.styles.blank)?;
    }
    ws.insert_chart(top, 0, &bars)?;
    Ok(())
}

/// Writes what the chart draws, out of sight of the print; gives back the last row.
fn figures<'a>(
    room: &SheetContext<'_>,
    ws: &mut Worksheet,
    table: &Table<DrawnRow<'a>>,
    rows: &[DrawnRow<'a>],
) -> SheetResult<u32> {
    let format = &room.styles.remark;
    for (col, c) in table.places(FIGURES) {
        ws.write_string_with_format(0, col, &*c.title, format)?;
    }
    let mut last = 0;
    for (row, drawn) in (1..).zip(rows) {
        for (col, c) in table.places(FIGURES) {
            let formula = room.formulas.as_ref().and_then(|f| f.drawn(drawn, &c.key));
            match (c.value(drawn), formula) {
                (Cell::Empty, _) => {}
                (found, Some(formula)) => {
                    write_formula(ws, (row, col), &formula, &found, Some(format))?;
                }
                (found, None) => {
                    put(room.mask(), ws, (row, col), found, Some(format))?;
                }
            }
        }
        last = row;
    }
    Ok(last)
}
