//! Ringkasan: the page that a head of office opens first and signs: how things stand, who must act,
//! every unit beside what its curve allows.

use rust_xlsxwriter::{Chart, ChartDataLabel, ChartFont, ChartFormat, ChartSolidFill, ChartType, Color, Format, Worksheet};

use super::context::SheetContext;
use super::sheets::ReportSheet;
use super::styles::PREDIKAT_COLOURS;
use super::text::{cell_text, whole};
use crate::finding::Level;
use crate::model::vocab::{Predikat, Word as _};
use crate::report::first_page::{Line, Signature, lines, signature};
use crate::report::form::xlsx::{SheetResult, height, wrapped_lines};
use crate::report::tables::Kind;
use crate::report::tables::distribution::{count_and_range, is_off, level, urgency};
use crate::report::tables::units::{deviates, initials, verdict};
use crate::rules::Rezim;
use crate::score::HasilUnit;

/// Units that stand on the page; the others on Unit and Distribusi.
const UNITS_AT_MOST: usize = 12;
/// Column widths: unit, verdict, three counts, five predikat.
const WIDTHS: [f64; 10] = [34.0, 26.0, 9.0, 9.0, 9.0, 14.0, 14.0, 14.0, 14.0, 14.0];
/// First column of the predikat.
const FIRST: u16 = 5;
const LAST: u16 = 9;

/// The sheet with the row that comes next.
struct Page<'r, 'a> {
    room: &'r SheetContext<'a>,
    ws: Worksheet,
    row: u32,
}

/// Writes the sheet.
pub(super) fn write(room: &SheetContext<'_>) -> SheetResult<Vec<Worksheet>> {
    let mut page = Page {
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

impl Page<'_, '_> {
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
    fn line(&mut self, line: &Line) -> SheetResult<()> {
        let styles = &self.room.styles;
        let format = if line.alert { &styles.alert } else { &styles.sentence };
        self.put(0, line.label, &styles.label)?;
        self.ws
            .merge_range(self.row, 1, self.row, LAST, &cell_text(&line.text), format)?;
        let width: f64 = WIDTHS[1..].iter().sum();
        let factor = if line.alert { 0.9 } else { 1.0 };
        self.ws
            .set_row_height(self.row, height(wrapped_lines(&line.text, width * factor)))?;
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
                .write_number_with_format(top + 1, col, whole(people), room.styles.sum(Kind::Mark))?;
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
        let mut units: Vec<&HasilUnit> = run.scores.unit.iter().collect();
        if units.is_empty() {
            return Ok(());
        }
        units.sort_by_key(|u| std::cmp::Reverse(urgency(u)));
        let heads = ["Unit kerja", "Sebaran", "Pegawai", "Dinilai", "Selesai"];
        for (col, head) in (0_u16..).zip(heads) {
            self.put(col, head, &room.styles.head)?;
        }
        for (col, &p) in (FIRST..).zip(Predikat::ALL) {
            self.put(col, initials(p, numeric), &room.styles.head)?;
        }
        self.row += 1;
        for unit in units.iter().take(UNITS_AT_MOST) {
            self.unit(unit)?;
        }
        let remark = if units.len() > UNITS_AT_MOST {
            format!(
                "… dan {} unit lagi di lembar Unit. Tiap sel: jumlah orang / yang diperbolehkan.",
                units.len() - UNITS_AT_MOST
            )
        } else {
            "Tiap sel: jumlah orang / yang diperbolehkan bagi unit itu; (Σ …) = bersama predikat di kanannya.".to_owned()
        };
        self.put(0, &remark, &room.styles.remark)?;
        self.row += 1;
        Ok(())
    }

    fn unit(&mut self, unit: &HasilUnit) -> SheetResult<()> {
        let (styles, mask) = (&self.room.styles, self.room.mask());
        let name = mask.text(&unit.unit_kerja);
        self.put(0, &name, styles.plain(Kind::Wrap))?;
        let format = if deviates(unit) {
            styles.level(Level::Peringatan, Kind::Wrap)
        } else {
            styles.plain(Kind::Wrap)
        };
        let verdict = verdict(unit);
        self.put(1, &verdict, format)?;
        for (col, n) in [(2, unit.count), (3, unit.dinilai)] {
            self.ws
                .write_number_with_format(self.row, col, n, styles.plain(Kind::Count))?;
        }
        let share = if unit.count == 0 {
            0.0
        } else {
            f64::from(unit.dinilai) / f64::from(unit.count)
        };
        self.ws
            .write_number_with_format(self.row, 4, share, styles.plain(Kind::Share))?;
        for (n, col) in (0..Predikat::ALL.len()).zip(FIRST..) {
            let format = if is_off(unit, n) {
                styles.level(level(unit), Kind::Mark)
            } else {
                styles.plain(Kind::Mark)
            };
            self.put(col, &count_and_range(unit, n), format)?;
        }
        let lines = wrapped_lines(&name, WIDTHS[0]).max(wrapped_lines(&verdict, WIDTHS[1]));
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

/// One bar of all people, a piece for each predikat, numbers in the pieces.
fn stacked_bar(top: u32) -> Chart {
    let sheet = ReportSheet::Summary.as_str();
    let mut chart = Chart::new(ChartType::BarPercentStacked);
    for (col, (back, fore)) in (FIRST..).zip(PREDIKAT_COLOURS) {
        let mut label = ChartDataLabel::new();
        label
            .show_value()
            .set_num_format("#,##0;;")
            .set_font(ChartFont::new().set_color(Color::RGB(fore)).set_bold());
        chart
            .add_series()
            .set_name((sheet, top, col))
            .set_values((sheet, top + 1, col, top + 1, col))
            .set_gap(0)
            .set_data_label(&label)
            .set_format(ChartFormat::new().set_solid_fill(ChartSolidFill::new().set_color(Color::RGB(back))));
    }
    chart.legend().set_hidden();
    chart.x_axis().set_hidden(true);
    chart.y_axis().set_hidden(true).set_major_gridlines(false);
    chart.set_width(370).set_height(50);
    chart
}
