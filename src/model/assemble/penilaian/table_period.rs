//! The period of a whole table of marks: by the names of its sheet, file and folder, or by the days of its rows.

use std::collections::BTreeSet;

use super::silent_date;
use crate::base::file_names::file_name;
use crate::base::text::fold_words;
use crate::contract::facet;
use crate::input::Value;
use crate::model::Periode;
use crate::model::assemble::ctx::Ctx;
use crate::model::assemble::period_choice::meta_in;
use crate::model::assemble::rows::{Line, TableRows};
use crate::model::read::{periode, place_name, title};
use crate::table::{DataTable, Key, TableColumn};

/// A period and the name that says it.
#[derive(Debug, Clone, Copy)]
pub(in crate::model::assemble) struct NamedPeriod<'a> {
    pub periode: Periode,
    pub by: NameOf<'a>,
}

impl NamedPeriod<'_> {
    /// The name that says it, in the words that name it to the user.
    pub fn told(self) -> String {
        match self.by {
            NameOf::Sheet => "nama lembarnya".to_owned(),
            NameOf::File(name) => format!("nama berkasnya, \"{name}\""),
            NameOf::Folder(name) => format!("nama foldernya, \"{name}\""),
        }
    }
}

/// Whose name says the period of a table.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::model::assemble) enum NameOf<'a> {
    Sheet,
    File(&'a str),
    Folder(&'a str),
}

/// The part of a year that the sheet is named after (`JAN`, `TW II`), or its file or folder, where no line above the table
/// says another one: a recap with a sheet for each month is not twelve marks of the year.
pub(in crate::model::assemble) fn named_period<'a>(
    ctx: &Ctx<'a>,
    table: &DataTable,
    meta: Option<Periode>,
) -> Option<NamedPeriod<'a>> {
    if meta.is_some_and(|p| !matches!(p, Periode::Tahun(_))) {
        return None;
    }
    if table
        .meta
        .iter()
        .any(|line| facet::names_whole_year(line) || title::spans_year(line))
    {
        return None;
    }
    let year = meta.map_or(ctx.periode.tahun(), Periode::tahun);
    let sheet = ctx.inputs.sheet(table.sheet);
    // A year by the sheet's or the file's name counts where no line above the table says one.
    let part = |p: &Periode| meta.is_none() || !matches!(p, Periode::Tahun(_));
    let by_sheet = sheet.name.as_deref().and_then(|name| {
        let year_alone = name.trim().len() == 4;
        if name.chars().filter(|c| c.is_alphabetic()).count() < 3 && !fold_words(name).starts_with("tw") && !year_alone {
            return None;
        }
        periode::read_in(Value::Text(name), year).given().filter(part)
    });
    if let Some(periode) = by_sheet {
        return Some(NamedPeriod {
            periode,
            by: NameOf::Sheet,
        });
    }
    // A heading of the whole year says more than where the file lies.
    let whole = |c: &TableColumn| c.key.is_some() && facet::names_whole_year(&c.written);
    if table.columns.iter().any(whole) {
        return None;
    }
    let path = &ctx.inputs.file(sheet.file).path;
    let file = file_name(path);
    let stem = file.rsplit_once('.').map_or(file, |n| n.0);
    let folder = path.rsplit(['/', '\\']).nth(1);
    let places = [
        (Some(stem), NameOf::File(file)),
        (folder, NameOf::Folder(folder.unwrap_or_default())),
    ];
    places.into_iter().find_map(|(name, by)| {
        let periode = place_name::in_name(name?, year).filter(part)?;
        Some(NamedPeriod { periode, by })
    })
}

/// The name of the file or folder that says the only period of a table, in the words that name it to the user.
pub(in crate::model::assemble) fn told_by_name(ctx: &Ctx<'_>, table: &DataTable, periods: &BTreeSet<Periode>) -> Option<String> {
    let year = ctx.periode.tahun();
    let dated = |c: &TableColumn| matches!(c.key, Some(Key::Periode | Key::Tahun | Key::PeriodeAwal));
    let own = table.columns.iter().any(|c| dated(c) || c.facet.period.is_some());
    if own || table.formulir.is_some() || !table.periods.is_empty() {
        return None;
    }
    let named = named_period(ctx, table, meta_in(table, year))?;
    let only = periods.len() == 1 && periods.contains(&named.periode);
    (only && named.by != NameOf::Sheet).then(|| named.told())
}

/// The part of a year that every row says by its first and last day, where no line above the table says
/// a period: a month or a quarter, or a half-year of several people. (Somebody's own half-year may be
/// that of a transfer.)
pub(super) fn common_span(table_rows: &TableRows<'_>) -> Option<Periode> {
    let day = |line: &Line<'_, '_>, key| silent_date(line, key).get().copied();
    let mut common: Option<Periode> = None;
    let mut rows = 0;
    for line in table_rows.rows() {
        let (first, last) = (day(&line, Key::PeriodeAwal)?, day(&line, Key::PeriodeAkhir)?);
        let span = periode::spanning(first, last)?;
        if common.replace(span).is_some_and(|before| before != span) {
            return None;
        }
        rows += 1;
    }
    common.filter(|p| match p {
        Periode::Tahun(_) => false,
        Periode::Semester(..) => rows > 1,
        _ => true,
    })
}
