//! Ringkasan: the page that a head of office opens first and signs: how things stand, who must act,
//! every unit beside what its curve allows.

use rust_xlsxwriter::{Chart, ChartFormat, ChartSolidFill, ChartType, Color, Format, Worksheet};

use super::context::SheetContext;
use super::sheets::ReportSheet;
use super::styles::PREDIKAT_COLOURS;
use super::text::{cell_text, whole};
use crate::finding::Level;
use crate::model::vocab::{Predikat, Word as _};
use crate::report::first_page::{PageLine, Signature, lines, signature};
use crate::report::form::wrapping::{height, wrapped_lines, wrapped_lines_bold};
use crate::report::form::xlsx::SheetResult;
use crate::report::tables::Kind;
use crate::report::tables::distribution::{count_and_range, is_off, level};
use crate::report::tables::groups;
use crate::report::tables::units::{UnitRow, deviates, initials, verdict};
use crate::report::words::count;
use crate::rules::Rezim;
use crate::score::HasilUnit;

/// Units that stand on the page; the others on Unit and Distribusi.
const UNITS_AT_MOST: usize = 12;
/// Column widths: labels, and with the next the group; verdict, three counts, five predikat.
const WIDTHS: [f64; 11] = [22.0, 36.0, 26.0, 9.0, 9.0, 9.0, 15.0, 15.0, 15.0, 15.0, 15.0];
/// The verdict's column, and the first after it.
const VERDICT: u16 = 2;
const COUNTS: u16 = 3;
/// First column of the predikat.
const FIRST: u16 = 6;
const LAST: u16 = 10;

/// The sheet with the row that comes next.
struct SummarySheet<'r, 'a> {
    room: &'r SheetContext<'a>,
    ws: Worksheet,
    row: u32,
}

/// Writes the sheet.
pub(super) fn write(room: &SheetContext<'_>) -> SheetResult<Vec<Worksheet>> {
    let mut page = SummarySheet {
        room,
        ws: Worksheet::new(),
        row: 0,
    };
    page.ws
        .set_name(ReportSheet::Summary.as_str())?
        .set_tab_color(ReportSheet::Summary.tab());
    for (col, width) in (0_u16..).zip(WIDTHS) {
        page.ws.set_column_width(col, width)?;
    }
    page.ws.set_screen_gridlines(false);
    page.heading()?;
    for line in lines(&room.report) {
        page.line(&line)?;
    }
    page.predikat()?;
    page.units()?;
    page.signature(&signature(&room.report))?;
    room.print_setup(&mut page.ws, None)?;
    page.ws.set_print_fit_to_pages(1, 1);
    Ok(vec![page.ws])
}

impl SummarySheet<'_, '_> {
    fn put(&mut self, col: u16, text: &str, format: &Format) -> SheetResult<()> {
        self.ws.write_string_with_format(self.row, col, cell_text(text), format)?;
        Ok(())
    }

    fn heading(&mut self) -> SheetResult<()> {
        let (report, styles) = (&self.room.report, &self.room.styles);
        let agency = report.mask.text(report.agency());
        let title = if agency.is_empty() {
            format!("Laporan Kinerja Pegawai {}", report.run.data.periode)
        } else {
            format!("Laporan Kinerja Pegawai {} — {agency}", report.run.data.periode)
        };
        self.put(0, &title, &styles.title)?;
        self.ws.set_row_height(0, 22)?;
        self.row += 1;
        let run = report.run;
        let weights = run
            .scores
            .bobot
            .as_deref()
            .map_or_else(String::new, |b| format!(" · bobot SKP/perilaku {b}"));
        self.put(0, &format!("Menurut {}{weights}", run.aturan.judul), &styles.remark)?;
        self.row += 2;
        Ok(())
    }

    /// A label and its sentence, as tall as the sentence needs.
    fn line(&mut self, line: &PageLine) -> SheetResult<()> {
        let styles = &self.room.styles;
        let format = if line.alert { &styles.alert } else { &styles.sentence };
        self.put(0, line.label, &styles.label)?;
        self.ws
            .merge_range(self.row, 1, self.row, LAST, &cell_text(&line.text), format)?;
        let width: f64 = WIDTHS[1..].iter().sum();
        let measure = if line.alert { wrapped_lines_bold } else { wrapped_lines };
        self.ws.set_row_height(self.row, height(measure(&line.text, width)))?;
        self.row += 1;
        Ok(())
    }

    /// The five predikat with their counts, and the stacked bar over the columns before them.
    fn predikat(&mut self) -> SheetResult<()> {
        let (room, run) = (self.room, self.room.run());
        self.row += 1;
        let top = self.row;
        self.put(0, "Predikat kinerja", &room.styles.label)?;
        self.ws.set_row_height(top, 20)?.set_row_height(top + 1, 20)?;
        for (col, &predikat) in (FIRST..).zip(Predikat::ALL) {
            let people = run.scores.pegawai.iter().filter(|p| p.predikat() == Some(predikat)).count();
            self.put(col, run.aturan.label(predikat), room.styles.predikat(predikat))?;
            self.ws
                .write_number_with_format(top + 1, col, whole(people), &room.styles.total)?;
        }
        if run.scores.pegawai.iter().any(|p| p.predikat().is_some()) {
            self.ws.insert_chart_with_offset(top, 1, &stacked_bar(top), 4, 2)?;
        }
        self.row += 3;
        Ok(())
    }

    /// Unit × predikat with what is allowed, those that need attention first.
    fn units(&mut self) -> SheetResult<()> {
        let (room, run) = (self.room, self.room.run());
        let numeric = run.aturan.rezim == Rezim::Numerik;
        let all = groups::rows(run);
        if all.is_empty() {
            return Ok(());
        }
        for (col, head) in (VERDICT..).zip(["Sebaran", "Pegawai", "Dinilai", "Selesai"]) {
            self.put(col, head, &room.styles.head)?;
        }
        self.ws
            .merge_range(self.row, 0, self.row, VERDICT - 1, groups::title(run), &room.styles.head)?;
        for (col, &p) in (FIRST..).zip(Predikat::ALL) {
            self.put(col, initials(p, numeric), &room.styles.head)?;
        }
        self.row += 1;
        for (row, unit) in all.iter().filter_map(|row| Some((row, row.unit()?))).take(UNITS_AT_MOST) {
            self.unit(row, unit)?;
        }
        let mut remark = "Tiap sel: jumlah orang / yang diperbolehkan; (Σ …) = bersama predikat di kanannya.".to_owned();
        if all.len() > UNITS_AT_MOST {
            remark = format!(
                "… dan {} lagi di lembar Distribusi. {remark}",
                count(all.len() - UNITS_AT_MOST)
            );
        }
        for text in [Some(remark), groups::remark(run)].into_iter().flatten() {
            self.put(0, &text, &room.styles.remark)?;
            self.row += 1;
        }
        Ok(())
    }

    fn unit(&mut self, row: &UnitRow<'_>, unit: &HasilUnit) -> SheetResult<()> {
        let (styles, mask) = (&self.room.styles, self.room.mask());
        let name = mask.text(&unit.unit_kerja);
        self.ws.merge_range(
            self.row,
            0,
            self.row,
            VERDICT - 1,
            &cell_text(&name),
            styles.plain(Kind::Wrap),
        )?;
        let format = if deviates(unit) {
            styles.level(Level::Peringatan, Kind::Wrap)
        } else {
            styles.plain(Kind::Wrap)
        };
        let verdict = verdict(unit);
        self.put(VERDICT, &verdict, format)?;
        for (col, n) in (COUNTS..).zip([row.people(), row.rated()]) {
            self.ws.write_number_with_format(self.row, col, n, styles.plain(Kind::Mark))?;
        }
        let done = COUNTS + 2;
        if row.due() > 0 {
            let share = f64::from(row.rated()) / f64::from(row.due());
            self.ws.write_number_with_format(self.row, done, share, &styles.done)?;
        } else {
            self.put(done, "–", &styles.done)?;
        }
        for (n, col) in (0..Predikat::ALL.len()).zip(FIRST..) {
            let format = if is_off(unit, n) {
                styles.level(level(unit), Kind::Mark)
            } else {
                styles.plain(Kind::Mark)
            };
            self.put(col, &count_and_range(unit, n), format)?;
        }
        let lines = wrapped_lines(&name, WIDTHS[0] + WIDTHS[1]).max(wrapped_lines(&verdict, WIDTHS[2]));
        self.ws.set_row_height(self.row, height(lines))?;
        self.row += 1;
        Ok(())
    }

    fn signature(&mut self, s: &Signature) -> SheetResult<()> {
        let format = &self.room.styles.sign;
        let (left, right) = (FIRST + 1, LAST);
        self.row += 1;
        let lines = [&*s.place_and_date, "Mengetahui,", &s.post, "", "", "", &s.name, &s.nip];
        for text in lines {
            self.ws
                .merge_range(self.row, left, self.row, right, &cell_text(text), format)?;
            self.row += 1;
        }
        Ok(())
    }
}

/// One bar of all people, a piece for each predikat in its colour; the numbers stand beside it under
/// the same colours (in a narrow piece a label would be broken or cut).
fn stacked_bar(top: u32) -> Chart {
    let sheet = ReportSheet::Summary.as_str();
    let mut chart = Chart::new(ChartType::BarPercentStacked);
    for (col, (colour, _)) in (FIRST..).zip(PREDIKAT_COLOURS) {
        chart
            .add_series()
            .set_name((sheet, top, col))
            .set_values((sheet, top + 1, col, top + 1, col))
            .set_gap(0)
            .set_format(ChartFormat::new().set_solid_fill(ChartSolidFill::new().set_color(Color::RGB(colour))));
    }
    chart.legend().set_hidden();
    chart.x_axis().set_hidden(true);
    chart.y_axis().set_hidden(true).set_major_gridlines(false);
    chart.set_width(370).set_height(50);
    chart
}
