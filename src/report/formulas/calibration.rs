//! Formulas of Kalibrasi: the predikat of the ratings as they stand there, and each group's counts.

use super::bounds::{self, GroupRule};
use super::results::quadrant;
use super::units::count_with_range;
use super::{Formulas, Letters, finished, literal};
use crate::model::vocab::{Predikat, Word as _};
use crate::report::tables::calibration::{
    CalibrationGroup, CalibrationRow, KEY_GROUP, KEY_HASIL_KERJA, KEY_PERILAKU, KEY_PREDIKAT, NOT_YET,
};
use crate::report::tables::units::IMPOSSIBLE;

/// Where the people stand on the sheet.
pub struct CalibrationPlace {
    /// Letters of the columns of the people.
    pub people: Letters,
    /// Letters of the columns of the groups, beside them.
    pub groups: Letters,
    /// First and last row (from 1) of the people.
    pub rows: (u32, u32),
}

impl CalibrationPlace {
    /// Cell of a column in a row.
    pub fn cell(&self, key: &str, row: u32) -> Option<String> {
        Some(format!("{}{row}", self.people.get(key)?))
    }

    fn column(&self, key: &str) -> Option<String> {
        let (c, (first, last)) = (self.people.get(key)?, self.rows);
        Some(format!("${c}${first}:${c}${last}"))
    }
}

impl Formulas<'_> {
    /// The formula of a person's cell. An empty rating changes nothing: the one before counts.
    pub fn calibration(&self, at: &CalibrationPlace, r: &CalibrationRow<'_>, key: &str, row: u32) -> Option<String> {
        if key != KEY_PREDIKAT || !r.decides {
            return None;
        }
        let cell = |key| at.cell(key, row);
        let (h0, p0, now) = (cell("hasil_kini")?, cell("perilaku_kini")?, cell("predikat_kini")?);
        let counts = |set: String, before: &str| format!("IF({set}=\"\",{before}&\"\",{set})");
        let (h, p) = (counts(cell(KEY_HASIL_KERJA)?, &h0), counts(cell(KEY_PERILAKU)?, &p0));
        let made = quadrant(&h, &p);
        finished(&format!(
            "IF(AND({h}={h0}&\"\",{p}={p0}&\"\"),{now},IF(OR({h}=\"\",{p}=\"\"),{},{made}))",
            literal(NOT_YET)
        ))
    }

    /// The formula of a group's cell.
    pub fn calibration_group(&self, at: &CalibrationPlace, r: &CalibrationGroup<'_>, key: &str, row: u32) -> Option<String> {
        let count = |p| self.counted(at, r, p);
        if key == "n" {
            let all: Option<Vec<String>> = Predikat::ALL.iter().map(|&p| count(p)).collect();
            return finished(&all?.join("+"));
        }
        let rules = self.rules_of(at, r, row)?;
        let n = format!("{}{row}", at.groups.get("n")?);
        if let Some(&p) = Predikat::ALL.iter().find(|p| p.as_str() == key) {
            // As long as nobody of the group is rated, nothing is held against a bound.
            return finished(&format!("IF({n}=0,0,{})", count_with_range(&rules, p, &count)?));
        }
        if key != "hasil" || rules.is_empty() {
            return None;
        }
        let tests = self.tests(at, r, &rules)?;
        // What is possible at another size is not computed in the sheet.
        let (impossible, end) = if r.impossible() {
            (format!("IF({n}={},{},", r.n(), literal(IMPOSSIBLE)), ")")
        } else {
            (String::new(), "")
        };
        finished(&format!(
            "IF({n}=0,{},IF(AND({}),\"sesuai\",{impossible}IF({n}<ukuran_terkecil,{},\"tidak sesuai\"){end}))",
            literal("belum ada yang dinilai"),
            tests.join(","),
            literal("kelompok kecil")
        ))
    }

    /// Whether a predikat's count is outside what its rules allow, for a conditional format; `None`
    /// where no rule speaks of it.
    pub fn calibration_off(&self, at: &CalibrationPlace, r: &CalibrationGroup<'_>, p: Predikat, row: u32) -> Option<String> {
        let mut rules = self.rules_of(at, r, row)?;
        rules.retain(|rule| rule.members.contains(&p));
        let tests = self.tests(at, r, &rules)?;
        (!tests.is_empty()).then(|| finished(&format!("NOT(AND({}))", tests.join(","))))?
    }

    fn rules_of(&self, at: &CalibrationPlace, r: &CalibrationGroup<'_>, row: u32) -> Option<Vec<GroupRule>> {
        Some(bounds::rules(
            &self.run.aturan,
            r.unit,
            &format!("{}{row}", at.groups.get("n")?),
        ))
    }

    fn tests(&self, at: &CalibrationPlace, r: &CalibrationGroup<'_>, rules: &[GroupRule]) -> Option<Vec<String>> {
        let cells: Option<Vec<String>> = Predikat::ALL.iter().map(|&p| self.counted(at, r, p)).collect();
        let cells = cells?;
        let count = |p: Predikat| cells[p.ordinal()].clone();
        Some(rules.iter().map(|rule| bounds::holds(rule, &count)).collect())
    }

    /// How many of the group have a predikat now.
    fn counted(&self, at: &CalibrationPlace, r: &CalibrationGroup<'_>, p: Predikat) -> Option<String> {
        Some(format!(
            "COUNTIFS({},{},{},\"{}\")",
            at.column(KEY_GROUP)?,
            r.number,
            at.column(KEY_PREDIKAT)?,
            self.run.aturan.label(p)
        ))
    }
}
