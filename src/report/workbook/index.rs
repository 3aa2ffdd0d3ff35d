//! Where things stand in the workbook: findings by cell and by person, rows of Rincian, names of
//! the input sheets. Worked out before any sheet is written, so that sheets may be written in any
//! order and on two threads and still link to each other.

use super::context::{Choice, Report};
use super::sheet_names::{SheetNames, to_cell};
use super::sheets::ReportSheet;
use crate::base::file_names::file_name;
use crate::base::ids::{index, wide};
use crate::base::origin::{Origin, SheetId, column_letters};
use crate::finding::Finding;
use crate::run::about_people;

/// Input sheets that are reproduced at most; a folder of thousands of forms would make a workbook
/// that Excel cannot open.
pub(super) const INPUTS_AT_MOST: usize = 250;

/// The index.
#[derive(Debug)]
pub(in crate::report) struct Index<'a> {
    findings: &'a [Finding],
    /// Findings with a cell, by cell.
    cells: Vec<(Origin, u32)>,
    /// Findings about people, by person (index in the result) and in their order.
    about: Vec<&'a Finding>,
    /// Where those of each person begin in it; empty where Hasil is not written.
    people: Vec<usize>,
    /// First row of each person in Rincian, counted over all its sheets from 0; empty when Rincian is not written.
    indicators: Vec<u64>,
    /// Names of the sheets that reproduce an input sheet; empty when it is not reproduced.
    inputs: Vec<Vec<String>>,
    /// Input sheets left out because there are too many.
    pub inputs_left_out: usize,
    max_rows: u32,
}

impl<'a> Index<'a> {
    pub(super) fn new(report: &Report<'a>, choice: &Choice) -> Self {
        let run = report.run;
        let mut cells: Vec<(Origin, u32)> = (0_u32..)
            .zip(&run.findings)
            .filter_map(|(i, f)| f.at.map(|at| (at, i)))
            .collect();
        cells.sort_unstable();
        let (mut about, mut people) = (Vec::new(), Vec::new());
        if choice.sheets.contains(&ReportSheet::Hasil) {
            let mut found: Vec<(usize, &Finding)> = about_people(&run.data, &run.findings).collect();
            found.sort_by_key(|(person, _)| *person);
            let first = |person: usize| found.partition_point(|(p, _)| *p < person);
            people = (0..=run.scores.pegawai.len()).map(first).collect();
            about = found.into_iter().map(|(_, finding)| finding).collect();
        }
        let mut indicators = Vec::new();
        if choice.sheets.contains(&ReportSheet::Details) {
            let mut row = 0;
            for rhk in run.rhk().by_person() {
                indicators.push(row);
                row += rhk.iter().map(|r| wide(r.indikator.len().max(1))).sum::<u64>();
            }
        }
        let mut index = Self {
            findings: &run.findings,
            cells,
            about,
            people,
            indicators,
            inputs: vec![Vec::new(); run.inputs.sheets.len()],
            inputs_left_out: 0,
            max_rows: choice.max_rows,
        };
        if choice.sheets.contains(&ReportSheet::Masukan) {
            index.name_inputs(report);
        }
        index
    }

    fn name_inputs(&mut self, report: &Report<'a>) {
        let run = report.run;
        let ids = || (0_u32..).map(SheetId).take(run.inputs.sheets.len());
        let mut wanted = vec![false; run.inputs.sheets.len()];
        for table in &run.tables.tables {
            wanted[table.sheet] = true;
        }
        for &(at, _) in &self.cells {
            wanted[at.sheet()] = true;
        }
        let mut chosen: Vec<SheetId> = ids().filter(|id| wanted[*id]).collect();
        if chosen.len() > INPUTS_AT_MOST {
            self.inputs_left_out = chosen.len() - INPUTS_AT_MOST;
            // Those with findings first: they are what somebody must look at.
            chosen.sort_by_key(|&id| (self.on_sheet(id).is_empty(), id));
            chosen.truncate(INPUTS_AT_MOST);
            chosen.sort_unstable();
        }
        let mut names = SheetNames::default();
        for id in chosen {
            let sheet = run.inputs.sheet(id);
            let written = sheet
                .name
                .as_deref()
                .unwrap_or_else(|| stem(&run.inputs.file(sheet.file).path));
            let written = report.mask.text(written);
            let last = sheet.rows().next_back().map_or(0, |r| r.number());
            let parts = 1 + last / self.max_rows;
            let first = names.give(&format!("Masukan {written}"));
            let mut all = vec![first];
            for part in 2..=parts {
                all.push(names.give(&format!("Masukan {part} {written}")));
            }
            self.inputs[id] = all;
        }
    }

    /// The finding.
    pub(super) fn finding(&self, i: u32) -> &'a Finding {
        &self.findings[index(i)]
    }

    /// Findings about cells of a sheet, by cell.
    pub(super) fn on_sheet(&self, id: SheetId) -> &[(Origin, u32)] {
        let start = self.cells.partition_point(|(at, _)| at.sheet() < id);
        let end = self.cells.partition_point(|(at, _)| at.sheet() <= id);
        &self.cells[start..end]
    }

    /// Findings about a person (index in the result), in their order.
    pub(super) fn about(&self, person: usize) -> &[&'a Finding] {
        match self.people.get(person..person + 2) {
            Some(&[from, to]) => &self.about[from..to],
            _ => &[],
        }
    }

    /// Names of the sheets that reproduce an input sheet.
    pub(super) fn input(&self, id: SheetId) -> &[String] {
        &self.inputs[id]
    }

    /// Link to a cell on the input sheet that reproduces it.
    pub(in crate::report) fn to_input(&self, at: Origin) -> Option<String> {
        let part = at.row() / self.max_rows;
        let name = self.input(at.sheet()).get(index(part))?;
        Some(to_cell(name, &at.in_row(at.row() % self.max_rows).a1()))
    }

    /// Sheet and row (1-based) of a person's first row in Rincian.
    pub(in crate::report) fn in_indicators(&self, person: usize) -> Option<(String, u64)> {
        let row = *self.indicators.get(person)?;
        // One header row on each sheet.
        let capacity = u64::from(self.max_rows - 1);
        Some((sheet_part(ReportSheet::Details.as_str(), row / capacity), row % capacity + 2))
    }
}

/// Name of the n-th sheet (from 0) of a table: `Rincian`, `Rincian 2` …
pub(in crate::report) fn sheet_part(name: &str, n: u64) -> String {
    if n == 0 {
        name.to_owned()
    } else {
        format!("{name} {}", n + 1)
    }
}

/// File name without folder and ending.
pub(super) fn stem(path: &str) -> &str {
    let name = file_name(path);
    name.rsplit_once('.')
        .map_or(name, |(s, _)| if s.is_empty() { name } else { s })
}

/// `C5` of a 0-based row and column.
pub(in crate::report) fn a1(row: u32, col: u16) -> String {
    format!("{}{}", column_letters(col), row + 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn file_names_lose_folder_and_ending() {
        assert_eq!(stem("data/dinas/pegawai.csv"), "pegawai");
        assert_eq!(stem(r"C:\data\skp.2025.xlsx"), "skp.2025");
        assert_eq!(stem(".csv"), ".csv");
    }
}
