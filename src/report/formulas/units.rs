//! Formulas of Unit and Distribusi: people counted on Hasil by the number of their unit or group.

use super::bounds::{self, GroupRule};
use super::{Formulas, Letters, finished, literal, rounded};
use crate::model::vocab::{Predikat, Word as _};
use crate::report::tables::distribution::{DrawnRow, GroupRow, KEY_LEAST, KEY_MOST, KEY_PEOPLE, count_key, counts};
use crate::report::tables::units::{UnitRow, conclusion, verdict};
use crate::report::workbook::ReportSheet;
use crate::score::{HasilUnit, Status};

/// What stands where the counts are no longer those that the program looked at.
pub const CHANGED: &str = "berubah sejak laporan dibuat; jalankan skp lagi untuk kesimpulannya";

impl Formulas<'_> {
    /// The formula of a cell of Unit in this row (from 1).
    pub fn unit(&self, r: &UnitRow<'_>, key: &str, row: u32, letters: &Letters) -> Option<String> {
        let (first, last) = r.places;
        let unit = self.result_column("no_unit")?;
        let here = if first == last {
            format!("{unit},{first}")
        } else {
            format!("{unit},\">={first}\",{unit},\"<={last}\"")
        };
        let status = self.result_column("status")?;
        let with = |s: Status| format!("COUNTIFS({here},{status},\"{}\")", s.words());
        let mine = |key: &str| Some(format!("{}{row}", letters.get(key)?));
        let predikat = Predikat::ALL.iter().find(|p| p.as_str() == key);
        finished(&match (key, predikat) {
            ("jumlah", _) => format!("COUNTIFS({here})"),
            ("dinilai", _) => with(Status::Dinilai),
            ("dikecualikan", _) => with(Status::Dikecualikan),
            ("belum", _) => with(Status::BelumDapatDinilai),
            ("selesai", _) => {
                let (all, rated, excepted) = (mine("jumlah")?, mine("dinilai")?, mine("dikecualikan")?);
                format!("IF({all}={excepted},0,{rated}/({all}-{excepted}))")
            }
            ("rata_rata_nilai", _) if r.has_mean() => {
                let nilai = self.result_column("nilai_kinerja")?;
                rounded(&format!("SUMIFS({nilai},{here})/{}", mine("dinilai")?), "bulat_rata_unit")
            }
            ("sebaran", _) => {
                let unit = r.unit()?;
                let changed = self.changed(unit)?;
                format!("IF({changed},{},{})", literal(CHANGED), literal(&conclusion(unit)))
            }
            (_, Some(p)) => {
                let column = self.result_column("predikat")?;
                format!("COUNTIFS({here},{column},\"{}\")", self.run.aturan.label(*p))
            }
            _ => return None,
        })
    }

    /// Whether a group's counts on Distribusi are no longer those of the run.
    fn changed(&self, unit: &HasilUnit) -> Option<String> {
        let index = self.run.scores.unit.iter().position(|u| std::ptr::eq(u, unit))?;
        let row = self.group_rows.get(index)?;
        let cell = |p: Predikat| {
            Some(format!(
                "{}!${}${row}",
                ReportSheet::Distribusi.as_str(),
                self.groups.get(&count_key(p))?
            ))
        };
        other_than(unit, &cell)
    }

    /// The figures of the chart on Distribusi for a predikat of a group: people, the most and the least allowed.
    pub fn drawn(&self, r: &DrawnRow<'_>, key: &str) -> Option<String> {
        let (p, r) = (r.predikat, r.group);
        let row = self.group_rows.get(r.index)?;
        let cell = |key: &str| self.groups.get(key).map(|c| format!("{c}{row}"));
        let rules = match (&r.unit.distribusi, cell("n")) {
            (Some(_), Some(n)) => bounds::rules(&self.run.aturan, r.unit, &n),
            _ => Vec::new(),
        };
        let (least, most) = bounds::limits(&rules, &[p]);
        finished(&match key {
            KEY_PEOPLE => cell(&count_key(p)),
            KEY_MOST => most,
            KEY_LEAST => least,
            _ => None,
        }?)
    }

    /// The formula of a cell of Distribusi in this row (from 1).
    pub fn group(&self, r: &GroupRow<'_>, key: &str, row: u32) -> Option<String> {
        let unit = r.unit;
        let mine = |key: &str| Some(format!("{}{row}", self.groups.get(key)?));
        let cell = |p: Predikat| mine(&count_key(p));
        let number = r.index + 1;
        if key == "n" {
            return finished(&format!("COUNTIFS({},{number})", self.result_column("no_kelompok")?));
        }
        if let Some(p) = Predikat::ALL.iter().find(|p| count_key(**p) == key) {
            let here = format!("{},{number}", self.result_column("no_kelompok")?);
            let column = self.result_column("predikat")?;
            return finished(&format!("COUNTIFS({here},{column},\"{}\")", self.run.aturan.label(*p)));
        }
        let rules = match &unit.distribusi {
            Some(_) => bounds::rules(&self.run.aturan, unit, &mine("n")?),
            None => Vec::new(),
        };
        if let Some(&p) = Predikat::ALL.iter().find(|p| p.as_str() == key) {
            return finished(&count_with_range(&rules, p, &cell)?);
        }
        let now = match key {
            "hasil" => verdict(unit),
            "kesimpulan" => conclusion(unit),
            _ => return None,
        };
        unit.distribusi.as_ref()?;
        let cells: Option<Vec<String>> = Predikat::ALL.iter().map(|&p| cell(p)).collect();
        let cells = cells?;
        let count = |p: Predikat| cells[p.ordinal()].clone();
        let tests: Vec<String> = rules.iter().map(|rule| bounds::holds(rule, &count)).collect();
        finished(&format!(
            "IF(AND({}),\"sesuai\",IF({},{},{}))",
            tests.join(","),
            other_than(unit, &cell)?,
            literal(CHANGED),
            literal(&now)
        ))
    }
}

/// Whether one of the counts is another than the engine counted.
fn other_than(unit: &HasilUnit, cell: &dyn Fn(Predikat) -> Option<String>) -> Option<String> {
    let pairs = Predikat::ALL.iter().zip(counts(unit).counts());
    let each: Option<Vec<String>> = pairs.map(|(&p, n)| Some(format!("{}<>{n}", cell(p)?))).collect();
    Some(format!("OR({})", each?.join(",")))
}

/// "9 / ≤ 7", and what holds with others at the first of them.
pub(super) fn count_with_range(rules: &[GroupRule], p: Predikat, cell: &dyn Fn(Predikat) -> Option<String>) -> Option<String> {
    let mut text = match bounds::range(rules, &[p]) {
        None => cell(p)?,
        Some(range) => format!("{}&\" / \"&{range}", cell(p)?),
    };
    let together = rules.iter().find(|r| r.members.len() > 1 && r.members.first() == Some(&p));
    if let Some(rule) = together
        && let Some(range) = bounds::range(rules, &rule.members)
    {
        let cells: Option<Vec<String>> = rule.members.iter().map(|&m| cell(m)).collect();
        text = format!("{text}&\" (Σ \"&({})&\" / \"&{range}&\")\"", cells?.join("+"));
    }
    Some(text)
}
