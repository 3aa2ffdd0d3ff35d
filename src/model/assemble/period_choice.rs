//! Which period is assessed: an option, or what the data say, or the question back to the user.

use std::collections::BTreeSet;

use super::rows::TableRows;
use crate::input::{Inputs, Value};
use crate::model::Periode;
use crate::model::read::date::{self, DateRead};
use crate::model::read::periode::{self, PeriodeRead};
use crate::model::read::{title, unclear_part};
use crate::table::{DataTable, Key, TableKind};

/// What the command line says about the period.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct PeriodChoice {
    /// `--tahun`
    pub tahun: Option<i16>,
    /// `--periode`
    pub periode: Option<Periode>,
}

/// The period cannot be told: the command asks for `--tahun` and exits with 2.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum BuildError {
    /// `--tahun` and `--periode` name different years.
    #[error("--tahun {0} dan --periode {1} tidak sama tahunnya; pakai salah satu")]
    ConflictingChoices(i16, Periode),
    /// Neither option nor data tell a year.
    #[error("tahun penilaian tidak diketahui: tidak ada kolom periode atau tanggal di data; tambahkan misalnya --tahun 2025")]
    TahunUnknown,
    /// The data tell several years; holds them in order.
    #[error("data memuat beberapa tahun ({}); pilih salah satu dengan --tahun", .0.iter().map(ToString::to_string).collect::<Vec<_>>().join(", "))]
    TahunVaries(Vec<i16>),
}

/// The period the lines above a table tell: a part of a year rather than the year, which may stand in a
/// line of its own. As of when the data are (`Kondisi : Januari 2026`) counts where no line says more.
pub(super) fn meta_of(table: &DataTable) -> Option<Periode> {
    let said = || table.meta.iter().filter(|line| !title::is_as_of(line));
    period_of_lines(said).or_else(|| period_of_lines(|| table.meta.iter()))
}

fn period_of_lines<'a, I: Iterator<Item = &'a Box<str>>>(lines: impl Fn() -> I) -> Option<Periode> {
    let first = lines().find_map(|line| title::in_line(line));
    let year = first.map(Periode::tahun);
    let part = lines().filter_map(|line| title::in_line_of(line, year));
    let part = part.into_iter().find(|p| !matches!(p, Periode::Tahun(_)));
    match first {
        Some(Periode::Tahun(_)) => part.or(first),
        _ => first,
    }
}

/// Like [`meta_of`], where lines that name no year are of this one.
pub(super) fn meta_in(table: &DataTable, year: i16) -> Option<Periode> {
    meta_of(table).or_else(|| table.meta.iter().find_map(|line| title::in_line_of(line, Some(year))))
}

/// Whether no line above a table says a period, but as of when its data are.
pub(super) fn is_only_as_of(table: &DataTable, year: i16) -> bool {
    let mut said = table.meta.iter().filter(|line| !title::is_as_of(line));
    said.all(|line| title::in_line_of(line, Some(year)).is_none())
}

/// The line above a table that says a part of a year which cannot be told (`SEMESTER GANJIL`), where none says one
/// that can.
pub(super) fn unclear_meta(table: &DataTable, year: i16) -> Option<&str> {
    let told = meta_in(table, year);
    let part = told.is_some_and(|p| !matches!(p, Periode::Tahun(_)));
    // A list of 2025 as of June 2026, or drawn up between two days of 2026, is of the whole year.
    let after = |line: &str, year| title::is_as_of_later_year(line, year) || unclear_part::is_of_days_after(line, year);
    let later = |line: &str| told.is_some_and(|p| after(line, p.tahun()));
    let mut lines = table.meta.iter().map(|line| &**line);
    lines.find(|line| !part && unclear_part::is_unclear_part(line) && !later(line))
}

/// The period a form is for: a year where its days are no whole period.
fn form_period(inputs: &Inputs, table: &DataTable) -> Option<Periode> {
    let entry = table.formulir.as_deref()?.periode.as_ref()?;
    let (from, to) = super::formulir::days_of(entry.value(inputs), None)?;
    periode::spanning(from, to).or_else(|| (from.year() == to.year()).then_some(Periode::Tahun(to.year())))
}

/// The period that a form or the lines above a table say; lines that name no year are of this one.
pub fn period_of(inputs: &Inputs, table: &DataTable, year: i16) -> Option<Periode> {
    form_period(inputs, table).or_else(|| meta_in(table, year))
}

/// The period assessed.
///
/// Without an option the data decide, the surest source first: the lines above downloads and forms,
/// then period columns, then years in headings, then the lines above other tables, then dates of the plan, then dates of the
/// postings. The first source that says anything counts, and it must say one year only.
pub(super) fn choose(inputs: &Inputs, choice: PeriodChoice, table_rows: &[TableRows<'_>]) -> Result<Periode, BuildError> {
    match (choice.tahun, choice.periode) {
        (Some(tahun), Some(p)) if p.tahun() != tahun => return Err(BuildError::ConflictingChoices(tahun, p)),
        (_, Some(p)) => return Ok(p),
        (Some(tahun), None) => return Ok(Periode::Tahun(tahun)),
        (None, None) => {}
    }
    let is_download = |j: TableKind| {
        matches!(
            j,
            TableKind::Penilaian | TableKind::LaporanSkp | TableKind::FormulirSkp | TableKind::FormulirEvaluasi
        )
    };
    let metas = |download: bool| -> BTreeSet<Periode> {
        table_rows
            .iter()
            .filter(|l| is_download(l.table.jenis) == download)
            .filter_map(|l| {
                let titles = || super::formulir::of_titles(l.table.formulir.as_deref()?).first().copied();
                form_period(inputs, l.table).or_else(|| meta_of(l.table)).or_else(titles)
            })
            .collect()
    };
    let has_plan = table_rows
        .iter()
        .any(|l| matches!(l.table.jenis, TableKind::Skp | TableKind::Realisasi | TableKind::Perilaku));
    let titles = metas(true);
    if let Some(&only) = titles.first()
        && titles.len() == 1
        && !has_plan
    {
        return Ok(only);
    }
    let sources: [&dyn Fn() -> BTreeSet<i16>; 6] = [
        &|| titles.iter().map(|p| p.tahun()).collect(),
        &|| period_years(table_rows),
        &|| heading_years(table_rows),
        &|| metas(false).iter().map(|p| p.tahun()).collect(),
        &|| {
            let mut years = date_years(
                table_rows,
                TableKind::Skp,
                &[Key::TanggalPenetapan, Key::BatasWaktu, Key::Mulai],
            );
            years.append(&mut date_years(
                table_rows,
                TableKind::Penilaian,
                &[Key::PeriodeAwal, Key::PeriodeAkhir],
            ));
            years.append(&mut date_years(
                table_rows,
                TableKind::LaporanSkp,
                &[Key::PeriodeAwal, Key::PeriodeAkhir],
            ));
            years
        },
        &|| date_years(table_rows, TableKind::Pegawai, &[Key::Mulai, Key::Selesai]),
    ];
    for source in sources {
        let years = source();
        match years.len() {
            0 => {}
            1 => return Ok(Periode::Tahun(years.first().copied().unwrap_or_default())),
            _ => return Err(BuildError::TahunVaries(years.into_iter().collect())),
        }
    }
    Err(BuildError::TahunUnknown)
}

fn period_years(table_rows: &[TableRows<'_>]) -> BTreeSet<i16> {
    let mut years = BTreeSet::new();
    for l in table_rows.iter().filter(|l| {
        matches!(
            l.table.jenis,
            TableKind::Realisasi | TableKind::Penilaian | TableKind::Skp | TableKind::Perilaku
        )
    }) {
        for key in [Key::Periode, Key::Tahun].into_iter().filter(|&key| l.has(key)) {
            for row in l.rows() {
                if let PeriodeRead::Given(p) = periode::read(row.cell(key).value) {
                    years.insert(p.tahun());
                }
            }
        }
    }
    years
}

/// The years that headings over marks and figures name (`PREDIKAT 2025`).
fn heading_years(table_rows: &[TableRows<'_>]) -> BTreeSet<i16> {
    let columns = table_rows.iter().flat_map(|l| &l.table.columns);
    columns
        .filter(|c| c.key.is_some())
        .filter_map(|c| c.facet.period.as_deref())
        .filter_map(|text| match periode::read(Value::Text(text)) {
            PeriodeRead::Given(p) => Some(p.tahun()),
            _ => None,
        })
        .collect()
}

fn date_years(table_rows: &[TableRows<'_>], jenis: TableKind, columns: &[Key]) -> BTreeSet<i16> {
    let mut years = BTreeSet::new();
    for l in table_rows.iter().filter(|l| l.table.jenis == jenis) {
        for &key in columns.iter().filter(|&&key| l.has(key)) {
            for row in l.rows() {
                if let DateRead::Given(d) = date::read(row.cell(key).value) {
                    years.insert(d.year());
                }
            }
        }
    }
    years
}
