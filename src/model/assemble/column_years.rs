//! Columns whose headings name a year: of one that names another than the year assessed nothing is taken, and it is told
//! once (`masukan.md` section 2b.3). A meaning that a table may have for each period is read as of its period instead.

use std::collections::BTreeSet;

use super::ctx::Ctx;
use super::rows::TableRows;
use crate::base::origin::Origin;
use crate::contract::facet;
use crate::finding::Noted;
use crate::input::Value;
use crate::model::findings::ColumnOtherYear;
use crate::model::read::periode::{self, PeriodeRead};
use crate::table::{Key, TableColumn, TableKind};

/// What is of one year, and has one column.
const OF_A_YEAR: [Key; 4] = [Key::Target, Key::Bobot, Key::NilaiDitetapkan, Key::PredikatOrganisasi];

/// What has a column for each period, beside the plan.
const ATTAINED: [Key; 2] = [Key::Realisasi, Key::UmpanBalik];

/// The year that a heading names.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum HeadingYear {
    One(i16),
    /// More than one of them, or a part that nobody knows.
    Several,
}

/// The year in a heading, where there is one.
fn year_in(heading: &str) -> Option<HeadingYear> {
    let period = facet::split(&[heading.into()]).0.period?;
    match periode::read(Value::Text(&period)) {
        PeriodeRead::Given(periode) => Some(HeadingYear::One(periode.tahun())),
        _ => (*period == *facet::UNCLEAR && names_a_year(heading)).then_some(HeadingYear::Several),
    }
}

fn names_a_year(heading: &str) -> bool {
    let mut words = heading.split(|c: char| !c.is_ascii_digit());
    words.any(|word| word.len() == 4 && (word.starts_with("19") || word.starts_with("20")))
}

/// Takes nothing from columns of other years than the one assessed, and tells them once a table and meaning.
pub(super) fn settle<'a>(ctx: &mut Ctx<'a>, all: &[TableRows<'a>]) {
    for table_rows in all {
        for key in OF_A_YEAR {
            of_a_year(ctx, table_rows, key);
        }
        for key in ATTAINED {
            if only_of_others(ctx, table_rows, key) {
                let columns = table_rows.table.columns.iter().filter(|c| c.key == Some(key));
                tell(ctx, table_rows, key, &columns.collect::<Vec<_>>());
            }
        }
    }
}

/// Whether columns of what was attained are told by their headings, beside a plan that serves all the same.
pub(super) fn are_told(ctx: &Ctx<'_>, table_rows: &TableRows<'_>) -> bool {
    ATTAINED.into_iter().any(|key| only_of_others(ctx, table_rows, key))
}

/// Whether a table of plans says this of other years only.
fn only_of_others(ctx: &Ctx<'_>, table_rows: &TableRows<'_>, key: Key) -> bool {
    let mut columns = table_rows.table.columns.iter().filter(|c| c.key == Some(key)).peekable();
    let other = |c: &TableColumn| {
        year_in(&c.written)
            .and_then(HeadingYear::one)
            .is_some_and(|year| year != ctx.periode.tahun())
    };
    let plans = matches!(
        table_rows.table.jenis,
        TableKind::Skp | TableKind::FormulirSkp | TableKind::FormulirEvaluasi
    );
    plans && columns.peek().is_some() && columns.all(other)
}

fn of_a_year<'a>(ctx: &mut Ctx<'a>, table_rows: &TableRows<'a>, key: Key) {
    let columns = &table_rows.table.columns;
    // The one that stands for its meaning, or those of each aspek.
    let stands = |c: &TableColumn| !c.facet.is_plain() || table_rows.col(key) == Some(c.col);
    let of_key = columns.iter().filter(|c| c.key == Some(key) && c.facet.period.is_none());
    let used: Vec<&TableColumn> = of_key
        .chain(columns.iter().filter(|c| c.surpassed == Some(key)))
        .filter(|c| stands(c))
        .collect();
    let years: Vec<HeadingYear> = used.iter().filter_map(|c| year_in(&c.written)).collect();
    if years.is_empty() || years.len() < used.len() || years.contains(&HeadingYear::One(ctx.periode.tahun())) {
        ctx.years.extend(years.into_iter().filter_map(HeadingYear::one));
        return;
    }
    for column in &used {
        ctx.leave(table_rows, column.col);
    }
    let others = columns.iter().filter(|c| c.surpassed == Some(key));
    tell(ctx, table_rows, key, &used.into_iter().chain(others).collect::<Vec<_>>());
}

impl HeadingYear {
    fn one(self) -> Option<i16> {
        match self {
            Self::One(year) => Some(year),
            Self::Several => None,
        }
    }
}

fn tell(ctx: &mut Ctx<'_>, table_rows: &TableRows<'_>, key: Key, columns: &[&TableColumn]) {
    let Some(first) = columns.first() else { return };
    let table = table_rows.table;
    let years: Option<BTreeSet<i16>> = columns.iter().map(|c| year_in(&c.written)?.one()).collect();
    let years = years.unwrap_or_default();
    ctx.years.extend(&years);
    let fact = ColumnOtherYear {
        headings: columns.iter().map(|c| c.written.clone()).collect(),
        column: key.name(),
        years: years.into_iter().collect(),
        assessed: ctx.periode.tahun(),
        needed: table.jenis != TableKind::Sasaran && key != Key::PredikatOrganisasi,
    };
    let at = Origin::new(table.sheet, table.header.0, first.col);
    ctx.problems.push(Noted::new(fact).at(at));
}
