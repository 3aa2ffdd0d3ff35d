//! Tables that are for another period than the one assessed: told once a table, with the option that
//! reads them (`masukan.md` section 2b.3).

use std::collections::BTreeSet;

use super::ctx::Ctx;
use crate::base::origin::Origin;
use crate::finding::Noted;
use crate::model::Periode;
use crate::model::findings::{DataOtherYear, TableOtherPeriod};
use crate::table::Table;

/// The periods that the rows of a table are for.
#[derive(Debug, Default)]
pub(super) struct Periods {
    asked: bool,
    others: BTreeSet<Periode>,
}

impl Periods {
    /// A row is for the period assessed, or for none in particular.
    pub fn asked(&mut self) {
        self.asked = true;
    }

    /// A row is for another one.
    pub fn other(&mut self, periode: Periode) {
        self.others.insert(periode);
    }

    /// Tells that all rows are for other periods.
    pub fn tell(self, ctx: &mut Ctx<'_>, table: &Table) {
        let (false, Some(last)) = (self.asked, self.others.last()) else {
            return;
        };
        let names: Vec<String> = self.others.iter().rev().take(12).rev().map(|p| p.in_words()).collect();
        ctx.problems.push(
            Noted::new(TableOtherPeriod {
                periods: names.join(", "),
                asked: ctx.periode.in_words(),
                option: last.option(),
            })
            .at(Origin::new(table.sheet, table.header.1, table.cols.0)),
        );
    }
}

/// Tells that whatever names a year is of another one than asked, once for the run: then nothing is
/// said of single tables. Whether it is so.
pub(super) fn wholly_other_year(ctx: &mut Ctx<'_>) -> bool {
    let asked = ctx.periode.tahun();
    if ctx.years.is_empty() || ctx.years.contains(&asked) {
        return false;
    }
    let years: Vec<String> = ctx.years.iter().map(ToString::to_string).collect();
    let told = |p: &Noted| matches!(p.kode(), "STR027" | "REA023");
    let at = ctx.problems.iter().find(|p| told(p)).and_then(|p| p.at);
    ctx.problems.retain(|p| !told(p));
    let mut problem = Noted::new(DataOtherYear {
        option: format!("--tahun {}", years.last().map_or("", String::as_str)),
        years: years.join(", "),
        asked: ctx.periode.in_words(),
    });
    problem.at = at;
    ctx.problems.push(problem);
    true
}
