//! Ringkasan: the page that a head of office opens first and signs: how things stand, who must act,
//! every unit beside what its curve allows.

use rust_xlsxwriter::{Chart, ChartFormat, ChartSolidFill, ChartType, Color, Format, Worksheet};

use super::context::SheetContext;
use super::sheets::ReportSheet;
use super::styles::PREDIKAT_COLOURS;
use super::text::{cell_text, whole};
use crate::base::ids::column;
use crate::model::vocab::{Predikat, Word as _};
use crate::report::first_page::{PageLine, Signature, lines, signature};
use crate::report::form::wrapping::{height, wrapped_lines, wrapped_lines_bold};
use crate::report::form::xlsx::{FilledSheet, SheetResult, put};
use crate::report::tables::units::UnitRow;
use crate::report::tables::{Col, Kind, Table, groups};
use crate::report::words::count;

/// Units that stand on the page; the others on Unit and Distribusi.
const UNITS_AT_MOST: usize = 12;
/// The sheet with the row that comes next. Its columns are those of the table of groups; labels stand in the first, sentences
/// over all others.
struct SummarySheet<'r, 'a> {
    room: &'r SheetContext<'a>,
    table: Table<UnitRow<'r>>,
    widths: Vec<f64>,
    ws: Worksheet,
    row: u32,
}

/// Writes the sheet.
pub(super) fn write(room: &SheetContext<'_>) -> SheetResult<Vec<FilledSheet>> {
    let table = groups::page_table(room.run());
    let of = |c: &Col<UnitRow<'_>>| if c.over.is_empty() { vec![c.width] } else { c.over.to_vec() };
    let widths: Vec<f64> = table.shown().flat_map(of).collect();
    let mut page = SummarySheet {
        room,
        table,
        widths,
        ws: Worksheet::new(),
        row: 0,
    };
    page.ws
        .set_name(ReportSheet::Summary.as_str())?
        .set_tab_color(ReportSheet::Summary.tab());
    for (col, width) in (0_u16..).zip(&page.widths) {
        page.ws.set_column_width(col, *width)?;
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
    Ok(vec![page.ws.into()])
}

impl<'r> SummarySheet<'r, '_> {
    /// The column of a predikat.
    fn column(&self, predikat: Predikat) -> u16 {
        self.table.place(0, predikat.as_str()).unwrap_or_default()
    }

    /// The last column.
    fn last(&self) -> u16 {
        column(self.widths.len()).saturating_sub(1)
    }

    fn put(&mut self, col: u16, text: &str, format: &Format) -> SheetResult<()> {
        self.ws.write_string_with_format(self.row, col, cell_text(text), format)?;
        Ok(())
    }

    fn heading(&mut self) -> SheetResult<()> {
        let (report, styles) = (&self.room.report, &self.room.styles);
        let agency = report.mask.title(report.agency());
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
            .merge_range(self.row, 1, self.row, self.last(), &cell_text(&line.text), format)?;
        let width: f64 = self.widths[1..].iter().sum();
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
        for &predikat in Predikat::ALL {
            let col = self.column(predikat);
            let people = run.scores.pegawai.iter().filter(|p| p.predikat() == Some(predikat)).count();
            self.put(col, run.aturan.label(predikat), room.styles.predikat(predikat))?;
            self.ws
                .write_number_with_format(top + 1, col, whole(people), &room.styles.total)?;
        }
        if run.scores.pegawai.iter().any(|p| p.predikat().is_some()) {
            self.ws.insert_chart_with_offset(top, 1, &self.stacked_bar(top), 4, 2)?;
        }
        self.row += 3;
        Ok(())
    }

    /// Unit × predikat with what is allowed, those that need attention first.
    fn units(&mut self) -> SheetResult<()> {
        let (room, run) = (self.room, self.room.run());
        let all = groups::rows(run);
        if all.is_empty() {
            return Ok(());
        }
        for (col, c) in self.table.places(0) {
            match c.spans() {
                1 => self
                    .ws
                    .write_string_with_format(self.row, col, &*c.title, &room.styles.head)?,
                n => self
                    .ws
                    .merge_range(self.row, col, self.row, col + n - 1, &c.title, &room.styles.head)?,
            };
        }
        self.row += 1;
        for row in all.iter().take(UNITS_AT_MOST) {
            self.unit(row)?;
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

    fn unit(&mut self, row: &UnitRow<'r>) -> SheetResult<()> {
        let room = self.room;
        let mut lines = 1;
        for (col, c) in self.table.places(0) {
            let format = room.styles.of(c.look(row), c.kind).unwrap_or(room.styles.plain(c.kind));
            let n = c.spans();
            if n > 1 {
                self.ws.merge_range(self.row, col, self.row, col + n - 1, "", format)?;
            }
            let text = put(room.mask(), &mut self.ws, (self.row, col), c.value(row), Some(format))?;
            if let (Kind::Wrap, Some(text)) = (c.kind, text) {
                lines = lines.max(wrapped_lines(&text, c.width));
            }
        }
        self.ws.set_row_height(self.row, height(lines))?;
        self.row += 1;
        Ok(())
    }

    fn signature(&mut self, s: &Signature) -> SheetResult<()> {
        let format = &self.room.styles.sign;
        let (left, right) = (self.column(Predikat::Baik), self.last());
        self.row += 1;
        let lines = [&*s.place_and_date, "Mengetahui,", &s.post, "", "", "", &s.name, &s.nip];
        for text in lines {
            self.ws
                .merge_range(self.row, left, self.row, right, &cell_text(text), format)?;
            self.row += 1;
        }
        Ok(())
    }

    /// One bar of all people, a piece for each predikat in its colour; the numbers stand beside it under
    /// the same colours (in a narrow piece a label would be broken or cut).
    fn stacked_bar(&self, top: u32) -> Chart {
        let sheet = ReportSheet::Summary.as_str();
        let mut chart = Chart::new(ChartType::BarPercentStacked);
        for (&predikat, (colour, _)) in Predikat::ALL.iter().zip(PREDIKAT_COLOURS) {
            let col = self.column(predikat);
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
}
