//! What all sheets share: the run, the mask, the choice of sheets, formats, and where things stand.

use std::sync::{Mutex, PoisonError};
use std::time::SystemTime;

use rust_xlsxwriter::{Format, Workbook, Worksheet};

use super::index::Index;
use super::sheets::ReportSheet;
use super::styles::Styles;
use crate::base::workbook_file::EXCEL_ROWS;
use crate::finding::Level;
use crate::model::vocab::{Predikat, Word as _};
use crate::report::changes::Changes;
use crate::report::form::xlsx::SheetResult;
use crate::report::formulas::Formulas;
use crate::report::mask::Mask;
use crate::run::Run;
use crate::score::Status;

/// An option in effect, for the Jejak.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OptionUsed {
    /// As it is typed: `--tahun`.
    pub name: String,
    /// Its value; `ya` for a switch.
    pub value: String,
    /// Typed, rather than the default.
    pub typed: bool,
}

/// A run to be reported, and what only the caller knows of it.
#[derive(Debug, Clone, Copy)]
pub struct Report<'a> {
    /// The run.
    pub run: &'a Run,
    /// Masks names and NIP where asked to.
    pub mask: &'a Mask,
    /// The command line, as typed.
    pub command: &'a str,
    /// Options in effect.
    pub options: &'a [OptionUsed],
    /// Date the report carries: `SOURCE_DATE_EPOCH`, else the newest input's time. Never the clock.
    pub date: SystemTime,
    /// What changed since an earlier result.
    pub changes: Option<&'a Changes>,
    /// Where the first page is signed.
    pub place: Option<&'a str>,
    /// On which day, as typed.
    pub signed_on: Option<&'a str>,
}

/// How the report is written.
#[derive(Debug, Clone)]
pub struct Choice {
    /// The sheets to write, see [`ReportSheet::chosen`].
    pub sheets: Vec<ReportSheet>,
    /// Those of them that are printed with the whole workbook; the others have a print area without anything in it.
    pub printed: Vec<ReportSheet>,
    /// Rows a sheet can hold; past it a sheet goes on in a next one. Excel's 1,048,576 unless a test says less.
    pub max_rows: u32,
    /// Rows past which a sheet is large: its rows are one line of text each, and it has neither outline nor chart.
    pub large_from: usize,
    /// Rows past which a sheet is streamed to disk instead of built in memory, where nothing on it needs the latter.
    pub stream_from: usize,
    /// Cells compute by themselves (`--rumus`).
    pub formulas: bool,
}

impl Default for Choice {
    fn default() -> Self {
        Self {
            sheets: ReportSheet::ALL.to_vec(),
            printed: ReportSheet::PRINTED.to_vec(),
            max_rows: EXCEL_ROWS,
            large_from: 5_000,
            stream_from: 200,
            formulas: false,
        }
    }
}

impl<'a> Report<'a> {
    /// The agency: an `Instansi` line above a table, else the one unit without a unit induk, else nothing.
    pub fn agency(&self) -> &'a str {
        for line in self.run.tables.tables.iter().flat_map(|t| &t.meta) {
            let line = line.trim();
            if line.get(..8).is_some_and(|head| head.eq_ignore_ascii_case("instansi")) {
                let name = line[8..].trim_start_matches([' ', ':', '\t', '\u{a0}']).trim();
                if !name.is_empty() {
                    return name;
                }
            }
        }
        let mut roots = self.run.data.unit.iter().filter(|u| u.unit_induk.is_none());
        match (roots.next(), roots.next()) {
            (Some(only), None) => &only.unit_kerja,
            _ => "",
        }
    }

    /// People with this status.
    pub fn with_status(&self, status: Status) -> usize {
        self.run.scores.pegawai.iter().filter(|p| p.status() == status).count()
    }

    /// Findings of this level.
    pub fn findings(&self, level: Level) -> usize {
        self.run.findings.iter().filter(|f| f.level == level).count()
    }

    /// Whether anything would stand on a sheet.
    pub fn has(&self, sheet: ReportSheet) -> bool {
        let run = self.run;
        match sheet {
            ReportSheet::Summary | ReportSheet::Aturan | ReportSheet::Jejak => true,
            ReportSheet::Hasil => !run.scores.pegawai.is_empty(),
            ReportSheet::Details => run.rhk().by_person().any(|rhk| !rhk.is_empty()),
            ReportSheet::Unit => !run.scores.unit.is_empty(),
            ReportSheet::Distribusi => run.scores.unit.iter().any(|u| u.dinilai > 0),
            ReportSheet::Kuadran => run
                .scores
                .pegawai
                .iter()
                .any(|p| p.status() == Status::Dinilai && p.rating_hasil_kerja.is_some()),
            // Only where cells compute: see [`Choice::formulas`].
            ReportSheet::Kalibrasi => run.aturan.kualitatif().is_some() && !run.scores.pegawai.is_empty(),
            ReportSheet::Kaskade => !run.data.sasaran.is_empty() || run.data.pegawai.iter().any(|p| !p.rhk.is_empty()),
            ReportSheet::Matriks => super::matriks::has_leaders(&run.data),
            ReportSheet::Temuan => !run.findings.is_empty(),
            ReportSheet::Unrated => self.with_status(Status::BelumDapatDinilai) > 0,
            ReportSheet::Masukan => !run.tables.tables.is_empty() || run.findings.iter().any(|f| f.at.is_some()),
        }
    }
}

/// All that the sheets share.
pub(in crate::report) struct SheetContext<'a> {
    pub report: Report<'a>,
    pub choice: &'a Choice,
    pub styles: Styles,
    pub index: Index<'a>,
    /// Where formulas find what they read; `None` where nothing computes.
    pub formulas: Option<Formulas<'a>>,
    /// Makes streamed sheets; locked only while one is made.
    pub factory: Mutex<Workbook>,
    /// Header of each printed page.
    pub page_head: String,
    /// Footer of each printed page.
    pub page_foot: String,
}

impl SheetContext<'_> {
    /// Whether a sheet of so many rows is streamed.
    pub fn streams(&self, sheet: ReportSheet, rows: usize) -> bool {
        let most = if sheet.is_kept() {
            self.choice.large_from
        } else {
            self.choice.stream_from
        };
        rows > most
    }

    /// An empty sheet, streamed or in memory.
    pub fn worksheet(&self, streamed: bool) -> SheetResult<Worksheet> {
        if streamed {
            self.factory
                .lock()
                .unwrap_or_else(PoisonError::into_inner)
                .new_worksheet_with_constant_memory()
        } else {
            Ok(Worksheet::new())
        }
    }

    /// The run.
    pub fn run(&self) -> &Run {
        self.report.run
    }

    /// The mask.
    pub fn mask(&self) -> &Mask {
        self.report.mask
    }

    /// The predikat with the label of the rule set and the colour that a cell takes from it.
    pub fn predikat(&self) -> impl Iterator<Item = (&'static str, &Format)> {
        Predikat::ALL
            .iter()
            .map(|&p| (self.run().aturan.label(p), self.styles.predikat(p)))
    }

    /// A4 landscape, one page wide, header and footer, repeated header rows.
    pub fn print_setup(&self, ws: &mut Worksheet, header: Option<(u32, u32)>) -> SheetResult<()> {
        ws.set_paper_size(9)
            .set_landscape()
            .set_print_fit_to_pages(1, 0)
            .set_margins(0.4, 0.4, 0.7, 0.6, 0.3, 0.3)
            .set_header(self.page_head.as_str())
            .set_footer(self.page_foot.as_str());
        if let Some((first, last)) = header {
            ws.set_repeat_rows(first, last)?;
        }
        Ok(())
    }
}
