//! Headings that name the year over marks of a part of it. `TAHUN 2025` says of which year they are, not of which part: a
//! monthly file never becomes the year's result (`masukan.md` sections 2b.1 and 3).

use super::marks::MARKS;
use crate::base::origin::Origin;
use crate::contract::facet;
use crate::finding::Noted;
use crate::input::Value;
use crate::model::Periode;
use crate::model::assemble::ctx::Ctx;
use crate::model::assemble::rows::{Line, TableRows};
use crate::model::findings::{PartUnclear, UnclearBy};
use crate::model::read::periode;
use crate::table::{Key, TableColumn};

/// The part of a year that a table is of, and what says so.
#[derive(Debug, Clone, Copy)]
pub(super) struct NamedPart {
    pub periode: Periode,
    pub told_by: &'static str,
}

/// Whether all headings of marks that name a period name a whole year, and no other column has the same marks: then
/// nothing tells them from those of the part that the table is of.
pub(super) fn alone(table_rows: &TableRows<'_>) -> bool {
    let marks = || {
        table_rows
            .table
            .columns
            .iter()
            .filter(|c| c.key.is_some_and(|k| MARKS.contains(&k)))
    };
    let yearly = |c: &TableColumn| {
        let said = c
            .facet
            .period
            .as_deref()
            .map(|p| periode::read_in(Value::Text(p), 2000).given());
        matches!(said, Some(Some(Periode::Tahun(_))))
    };
    let apart = |c: &TableColumn| marks().any(|other| other.key == c.key && other.facet.period.is_none());
    let mut periodic = marks().filter(|c| c.facet.period.is_some()).peekable();
    periodic.peek().is_some() && periodic.all(|c| yearly(c) && !apart(c))
}

/// The part of the year that the marks of a reading are of, whose heading names that year: what the row says, or the table.
pub(super) fn part_of(line: &Line<'_, '_>, table: Option<NamedPart>, year: i16) -> Option<NamedPart> {
    let said = |line: &Line<'_, '_>| periode::read_in(line.period_cell().value, year).given();
    let named = said(line).filter(|_| line.is_periodic())?;
    let own = said(&line.reading(None)).map(|periode| NamedPart {
        periode,
        told_by: "kolom periodenya",
    });
    let part = own.or(table)?;
    let is_part = !matches!(part.periode, Periode::Tahun(_)) && matches!(named, Periode::Tahun(_));
    (is_part && part.periode.tahun() == named.tahun()).then_some(part)
}

/// The heading of a reading that says the whole year, and not only which year.
pub(super) fn whole_year<'a>(line: &Line<'a, '_>) -> Option<&'a TableColumn> {
    let col = line.cell(Key::Periode).at.col();
    let mut columns = line.table_rows().table.columns.iter();
    columns.find(|c| c.col == col && facet::names_whole_year(&c.written))
}

/// Tells that the heading of a mark and the table contradict each other.
pub(super) fn tell(ctx: &mut Ctx<'_>, table_rows: &TableRows<'_>, heading: &TableColumn, part: NamedPart) {
    let by = UnclearBy::Heading {
        heading: heading.written.to_string(),
        part: part.periode.in_words(),
        told_by: part.told_by,
    };
    let at = Origin::new(table_rows.table.sheet, table_rows.table.header.1, heading.col);
    ctx.problems.push(Noted::new(PartUnclear { by }).at(at));
}
