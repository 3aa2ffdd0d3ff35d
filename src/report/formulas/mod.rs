//! Living formulas (`--rumus`): Rincian, Hasil, Unit and Distribusi compute by themselves, from the
//! inputs beside them and the numbers of the rules on Aturan, and show what the engine found.
//!
//! A formula takes the place of a figure that the engine has, never of one that it has not: where
//! something is missing the cell stays empty, and nobody gets a result by a formula alone. The
//! figure stands in the cell as its cached value. Functions are those that every Excel since 2007
//! and LibreOffice have; no text is parsed, and divisions come last, so that a figure that lies
//! right between two roundings falls to the same side as in exact arithmetic.

mod bounds;
mod calibration;
mod indicators;
mod numbers;
mod results;
mod units;

use hashbrown::HashMap;

use crate::model::RhkId;
use crate::report::tables::{self, ReportRow, Table};
use crate::report::workbook::ReportSheet;
use crate::run::Run;
use crate::score::unit_rollup::nested;

pub use calibration::CalibrationPlace;
pub use numbers::Numbers;
pub use units::CHANGED;

/// Characters a formula may have; Excel's limit is 8,192.
const LONGEST: usize = 8_000;
/// Characters of a text inside a formula; Excel's limit is 255.
const TEXT: usize = 250;

/// Letters of the columns of a sheet, by key.
#[derive(Debug, Default)]
pub struct Letters(HashMap<String, String>);

impl Letters {
    /// Of this table.
    pub fn of<R: ReportRow>(table: &Table<R>) -> Self {
        Self::beside(table, 0)
    }

    /// Of a table that begins at this column (from 0).
    pub fn beside<R: ReportRow>(table: &Table<R>, left: u16) -> Self {
        Self(table.places(left).map(|(at, c)| (c.key.to_string(), letters(at))).collect())
    }

    /// The letters of a column; `None` where it does not stand there.
    pub fn get(&self, key: &str) -> Option<&str> {
        self.0.get(key).map(String::as_str)
    }
}

/// Letters of the n-th column, from 0.
fn letters(n: u16) -> String {
    let mut rest = u32::from(n) + 1;
    let mut out = Vec::new();
    while rest > 0 {
        let digit = u8::try_from((rest - 1) % 26).unwrap_or(0);
        out.push(char::from(b'A' + digit));
        rest = (rest - 1) / 26;
    }
    out.iter().rev().collect()
}

/// Where everything stands that formulas refer to.
#[derive(Debug)]
pub struct Formulas<'a> {
    run: &'a Run,
    /// The numbers of the rules.
    pub numbers: Numbers,
    indicators: Letters,
    results: Letters,
    groups: Letters,
    /// Row (from 1, as Excel counts) of the first indicator of every RHK, person by person.
    rhk_rows: Vec<Vec<u32>>,
    /// Place of the unit in the tree and number of the group, of every person.
    counted_in: Vec<(usize, usize)>,
    /// Row of each group on Distribusi, by its index in the result.
    group_rows: Vec<u32>,
}

impl<'a> Formulas<'a> {
    /// Works out where everything will stand.
    pub fn new(run: &'a Run) -> Self {
        let mut row = 2;
        let rhk_rows = run
            .rhk()
            .by_person()
            .map(|rhk| {
                rhk.iter()
                    .map(|r| {
                        let at = row;
                        row += u32::try_from(r.indikator.len().max(1)).unwrap_or(1);
                        at
                    })
                    .collect()
            })
            .collect();
        let groups = tables::distribution::table(run);
        let above = u32::try_from(groups.intro.len()).unwrap_or(0) + 2;
        let mut group_rows = vec![0; run.scores.unit.len()];
        for (row, group) in (above..).zip(tables::distribution::rows(run)) {
            group_rows[group.index] = row;
        }
        Self {
            numbers: Numbers::new(run),
            indicators: Letters::of(&indicator_table(run)),
            results: Letters::of(&result_table(run)),
            groups: Letters::of(&group_table(run)),
            rhk_rows,
            counted_in: counted_in(run),
            group_rows,
            run,
        }
    }

    /// Place of the unit in the tree and number of the group of a person.
    pub fn counted_in(&self, person: usize) -> (usize, usize) {
        self.counted_in.get(person).copied().unwrap_or_default()
    }

    /// The last row of Hasil.
    fn last_result(&self) -> usize {
        self.run.scores.pegawai.len() + 1
    }

    /// A column of Hasil from its first row to its last, as other sheets and Hasil itself refer to it.
    fn result_column(&self, key: &str) -> Option<String> {
        let c = self.results.get(key)?;
        Some(format!("{}!${c}$2:${c}${}", ReportSheet::Hasil.as_str(), self.last_result()))
    }

    /// First row of an RHK on Rincian, and how many there are.
    fn rhk(&self, id: RhkId) -> Option<(u32, usize)> {
        let all = self.run.rhk().of_person(id.pegawai);
        let n = all.iter().position(|r| r.id == id)?;
        Some((*self.rhk_rows.get(id.pegawai.index())?.get(n)?, all[n].indikator.len().max(1)))
    }
}

/// The table of Rincian with what formulas read.
pub fn indicator_table<'a>(run: &Run) -> Table<tables::indicators::IndicatorRow<'a>> {
    let mut table = tables::indicators::table(run);
    table.columns.extend(tables::indicator_inputs::columns(run));
    table
}

/// The table of Hasil with what formulas read.
pub fn result_table<'a>(run: &Run) -> Table<tables::results::ResultRow<'a>> {
    let mut table = tables::results::table(run);
    table.columns.extend(tables::result_inputs::columns(run));
    table
}

/// The table of Distribusi with the counts that its cells are made of.
pub fn group_table<'a>(run: &Run) -> Table<tables::distribution::GroupRow<'a>> {
    let mut table = tables::distribution::table(run);
    table.columns.extend(tables::distribution::count_columns(run));
    table
}

/// By person: place of the unit in the tree (from 1) and number of the group (from 1, 0 is none).
fn counted_in(run: &Run) -> Vec<(usize, usize)> {
    let mut all = vec![(0, 0); run.scores.pegawai.len()];
    for (place, node) in (1..).zip(nested(&run.data, &run.scores, &run.aturan)) {
        for id in node.unit.iter().flat_map(|&u| &run.scores.unit[u].members) {
            all[*id].0 = place;
        }
    }
    for (n, unit) in (1..).zip(&run.scores.unit) {
        for id in &unit.kelompok.members {
            all[*id].1 = n;
        }
    }
    all
}

/// A text inside a formula.
fn literal(text: &str) -> String {
    let chars: Vec<char> = text.chars().collect();
    let parts: Vec<String> = chars
        .chunks(TEXT)
        .map(|c| format!("\"{}\"", c.iter().collect::<String>().replace('"', "\"\"")))
        .collect();
    if parts.is_empty() {
        "\"\"".to_owned()
    } else {
        parts.join("&")
    }
}

/// A finished formula; `None` past what Excel takes.
fn finished(body: &str) -> Option<String> {
    (body.len() < LONGEST).then(|| format!("={body}"))
}

/// Decimals at which the noise of binary figures ends and that of no quotient of figures begins: two
/// fractions with ten digits differ by more, a figure below 1,000 is told apart to less.
const NOISE: u32 = 11;

/// `x` rounded half up to the decimals behind a name. Rounded once before, so that 8.2 × 100 / 8,
/// which a binary computer makes 102.49999999999999, is the tie that it is.
fn rounded(x: &str, digits: &str) -> String {
    format!("ROUND(ROUND({x},{NOISE}),{digits})")
}

/// `IF(x>limit,limit,x)`
fn at_most(x: &str, limit: &str) -> String {
    format!("IF({x}>{limit},{limit},{x})")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_are_lettered_as_excel_does() {
        assert_eq!([0, 25, 26, 51, 701, 702].map(letters), ["A", "Z", "AA", "AZ", "ZZ", "AAA"]);
    }

    #[test]
    fn a_text_is_quoted_and_cut_where_excel_would_refuse_it() {
        assert_eq!(literal("a \"b\""), "\"a \"\"b\"\"\"");
        let long = literal(&"x".repeat(300));
        assert_eq!(long.matches("\"&\"").count(), 1);
        assert!(long.split('&').all(|p| p.len() <= 255));
    }
}
