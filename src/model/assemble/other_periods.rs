//! Tables that are for another period than the one assessed: told once a table, with the option that
//! reads them (`masukan.md` section 2b.3).

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::Date;

use super::ctx::Ctx;
use super::formulir::by_name;
use super::penilaian::{NamedPeriod, told_by_name};
use super::people::People;
use super::rows::{Line, TableRows};
use super::stretches::TableNotes;
use crate::base::origin::{Origin, SheetId};
use crate::finding::Noted;
use crate::model::findings::{
    DataOtherYear, PartUnclear, PeriodUnused, PredikatHistory, RatingsOtherPeriod, RowsOtherYear, TableOtherPeriod, UnclearBy,
};
use crate::model::read::periode::{self, PeriodeRead};
use crate::model::{PegawaiId, Penilaian, Periode};
use crate::table::{DataTable, Key, TableKind};

/// Whether a line above a table says a part of the year that cannot be told, and neither rows nor headings do: told, with
/// what becomes of its marks (taken from nobody) or of its realisasi (read as the year's).
pub(super) fn tell_unclear_title(ctx: &mut Ctx<'_>, table_rows: &TableRows<'_>, marks: bool) -> bool {
    if table_rows.has_slices() || table_rows.has(Key::Periode) {
        return false;
    }
    unclear_title(ctx, table_rows, marks)
}

/// Likewise, of a table whose rows and headings are known to say no part of the year.
pub(super) fn unclear_title(ctx: &mut Ctx<'_>, table_rows: &TableRows<'_>, marks: bool) -> bool {
    let table = table_rows.table;
    let Some(line) = super::period_choice::unclear_meta(table, ctx.periode.tahun()) else {
        return false;
    };
    let line = line.to_owned();
    let fact = PartUnclear {
        by: UnclearBy::Title { line, marks },
    };
    let at = Origin::new(table.sheet, table.header.1, table.cols.0);
    ctx.problems.push(Noted::new(fact).at(at));
    true
}

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

    /// Those of rows behind these as well.
    pub fn add(&mut self, mut next: Self) {
        self.asked |= next.asked;
        self.others.append(&mut next.others);
    }

    /// Whether there are rows, and all of them for other periods.
    pub fn all_other(&self) -> bool {
        !self.asked && !self.others.is_empty()
    }

    /// Tells that all rows are for other periods.
    pub fn tell(self, ctx: &mut Ctx<'_>, table: &DataTable) {
        if !self.all_other() {
            return;
        }
        let named = || self.others.iter().rev().take(NAMED).rev();
        let names: Vec<String> = named().map(|p| p.in_words()).collect();
        let told_by = told_by_name(ctx, table, &self.others);
        ctx.problems.push(
            Noted::new(TableOtherPeriod {
                periods: names.join(", "),
                told_by,
                asked: ctx.periode.in_words(),
                option: options(named().copied()),
                unused: PeriodUnused::Whole,
            })
            .at(Origin::new(table.sheet, table.header.1, table.cols.0)),
        );
    }
}

/// Tells that a form is for other days than those assessed: for the part of a year that they are, or for their year.
pub(super) fn tell_days(ctx: &mut Ctx<'_>, table: &DataTable, (from, to): (Date, Date), unused: PeriodUnused) {
    ctx.years.insert(to.year());
    let part = periode::spanning(from, to);
    let asked = part.unwrap_or(Periode::Tahun(to.year()));
    let periods = match part {
        None if asked.tahun() == ctx.periode.tahun() => {
            format!("{} sampai {}", from.strftime("%d/%m/%Y"), to.strftime("%d/%m/%Y"))
        }
        _ => asked.in_words(),
    };
    let fact = TableOtherPeriod {
        periods,
        told_by: by_name(ctx, table).map(NamedPeriod::told),
        asked: ctx.periode.in_words(),
        option: asked.option(),
        unused,
    };
    let at = Origin::new(table.sheet, table.header.1, table.cols.0);
    ctx.problems.push(Noted::new(fact).at(at));
}

/// Rows of plans and of perilaku that their own column of the period or year gives to another year: none of
/// them is this year's.
#[derive(Debug, Default)]
pub(super) struct OtherYears {
    periods: Periods,
    first: Option<Origin>,
    rows: usize,
    /// The period that the title says, for rows that say none.
    titled: Option<Periode>,
    /// A part of the period asked is another one: marks of a part of the year are not the year's.
    whole: bool,
    /// The period of the last row of another one, and where it is said.
    last: Option<(Periode, Origin)>,
    /// Whose rows are of a part of the year assessed.
    parts: Vec<PartMark>,
}

/// Marks of somebody that are of a part of the year assessed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct PartMark {
    id: PegawaiId,
    periode: Periode,
    at: Origin,
}

impl TableNotes for OtherYears {
    fn add(&mut self, next: Self) {
        self.periods.add(next.periods);
        self.first = self.first.or(next.first);
        self.rows += next.rows;
        self.parts.extend(next.parts);
    }
}

impl OtherYears {
    /// Of marks, which count for the whole period that they are of, under a title that may say it.
    pub fn of_marks(titled: Option<Periode>) -> Self {
        Self {
            titled,
            whole: true,
            ..Self::default()
        }
    }

    fn is_other(&self, periode: Periode, asked: Periode) -> bool {
        let covers = asked.within(periode);
        periode.tahun() != asked.tahun() || (self.whole && !covers)
    }

    /// Whether a row is of another year.
    pub fn has(&mut self, ctx: &mut Ctx<'_>, line: &Line<'_, '_>) -> bool {
        let own = [Key::Periode, Key::Tahun]
            .into_iter()
            .filter(|&key| line.has(key))
            .map(|key| {
                if key == Key::Periode {
                    line.period_cell()
                } else {
                    line.cell(key)
                }
            })
            .find(|cell| !cell.value.is_blank());
        let asked = ctx.periode.tahun();
        let said = own
            .map_or(PeriodeRead::Blank, |cell| periode::read_in(cell.value, asked))
            .given();
        match said.or(self.titled.filter(|_| own.is_none())) {
            Some(p) if self.is_other(p, ctx.periode) => {
                ctx.years.insert(p.tahun());
                self.periods.other(p);
                let at = own.map_or_else(|| line.first(), |cell| cell.at);
                self.first.get_or_insert(at);
                self.last = Some((p, at));
                self.rows += 1;
                true
            }
            // A row that names no year is of the one assessed.
            None if own.is_none() => {
                self.periods.asked();
                false
            }
            _ => {
                ctx.years.insert(asked);
                self.periods.asked();
                false
            }
        }
    }

    /// Whether a row of this period, told at this cell, is of another year.
    pub fn is_of(&mut self, ctx: &mut Ctx<'_>, periode: Option<Periode>, at: Origin) -> bool {
        let Some(periode) = periode.filter(|p| self.is_other(*p, ctx.periode)) else {
            ctx.years.extend(periode.map(Periode::tahun));
            self.periods.asked();
            return false;
        };
        ctx.years.insert(periode.tahun());
        self.periods.other(periode);
        self.first.get_or_insert(at);
        self.rows += 1;
        true
    }

    /// The row that was just found to be of another period is this person's: its marks are those of a part of the year, or of
    /// another year, whereby what he has of this one is told for the table.
    pub fn is_row_of(&mut self, ctx: &Ctx<'_>, people: &mut People, id: PegawaiId) {
        match self.last.filter(|(p, _)| p.tahun() == ctx.periode.tahun()) {
            None => people.get(id).lost.add(TableKind::Perilaku),
            Some((periode, at)) => {
                let other = |before: &PartMark| (before.id, before.periode) != (id, periode);
                if self.parts.last().is_none_or(other) {
                    self.parts.push(PartMark { id, periode, at });
                }
            }
        }
    }

    /// Whose rows are of a part of the year assessed.
    pub fn take_parts(&mut self) -> Vec<PartMark> {
        std::mem::take(&mut self.parts)
    }

    /// Tells that all rows are of other years, or how many of them.
    pub fn tell(self, ctx: &mut Ctx<'_>, table: &DataTable) {
        if let (true, Some(at)) = (self.periods.asked, self.first) {
            let asked = ctx.periode.tahun();
            let others = &self.periods.others;
            let parts: Vec<Periode> = others.iter().copied().filter(|p| p.tahun() == asked).take(NAMED).collect();
            let years: BTreeSet<i16> = others.iter().map(|p| p.tahun()).filter(|year| *year != asked).collect();
            let names = years
                .iter()
                .map(ToString::to_string)
                .chain(parts.iter().map(|p| p.in_words()));
            ctx.problems.push(
                Noted::new(RowsOtherYear {
                    rows: self.rows,
                    table: table.jenis.as_str(),
                    years: names.collect::<Vec<_>>().join(", "),
                    asked: ctx.periode.in_words(),
                    option: (!parts.is_empty()).then(|| options(parts.into_iter())),
                })
                .at(at),
            );
        }
        self.periods.tell(ctx, table);
    }
}

/// The years before the one assessed that a table's predikat are of, when those are all it holds: somebody's
/// history, not marks of this year.
#[derive(Debug)]
pub(super) struct PredikatYears {
    years: BTreeSet<i16>,
    unknown: u32,
}

impl PredikatYears {
    /// Of whole years; `None` where a row is for another period, or for none.
    pub fn of(rows: impl Iterator<Item = Option<Periode>>, assessed: i16) -> Option<Self> {
        let years: Option<BTreeSet<i16>> = rows
            .map(|period| match period? {
                Periode::Tahun(year) if year < assessed => Some(year),
                _ => None,
            })
            .collect();
        let years = years.filter(|y| !y.is_empty())?;
        Some(Self { years, unknown: 0 })
    }

    /// A row of somebody who is not in the data: people leave.
    pub fn unknown(&mut self) {
        self.unknown = self.unknown.saturating_add(1);
    }

    /// Tells what the table was taken for.
    pub fn tell(self, ctx: &mut Ctx<'_>, table: &DataTable) {
        let years: Vec<String> = self.years.iter().map(ToString::to_string).collect();
        let periods = self.years.iter().map(|&year| Periode::Tahun(year)).collect();
        ctx.problems.push(
            Noted::new(PredikatHistory {
                told_by: told_by_name(ctx, table, &periods),
                years: years.join(", "),
                asked: ctx.periode.in_words(),
                before: ctx.periode.tahun() - 1,
                has_before: self.years.contains(&(ctx.periode.tahun() - 1)),
                unknown: self.unknown,
            })
            .at(Origin::new(table.sheet, table.header.1, table.cols.0)),
        );
    }
}

/// Tells, once a sheet, that people have ratings of other periods only (a quarter's form, a row of last
/// year in a list): these are not used, and nobody is told that they are missing.
pub(super) fn ratings_of_others(ctx: &mut Ctx<'_>, people: &mut People, table_rows: &[TableRows<'_>]) {
    let told = |codes: &[&str]| -> BTreeSet<SheetId> {
        let of = ctx.problems.iter().filter(|p| codes.contains(&p.kode()));
        of.filter_map(|p| p.at.map(Origin::sheet)).collect()
    };
    let whole = told(&["STR027", "STR094"]);
    // Where nothing is of the year asked, last years' predikat are what the run has.
    let history = if ctx.years.contains(&ctx.periode.tahun()) {
        told(&["STR094"])
    } else {
        BTreeSet::new()
    };
    let mut sheets: BTreeMap<SheetId, (Origin, BTreeSet<Periode>, Vec<PegawaiId>)> = BTreeMap::new();
    for (id, person) in (0..).map(PegawaiId::at).zip(&mut people.all) {
        let rated =
            |row: &&Penilaian| !(row.hasil_kerja.is_empty() && row.perilaku_kerja.is_empty() && row.hasil_akhir.is_empty());
        if person
            .penilaian
            .iter()
            .filter(rated)
            .any(|r| r.periode.get().is_none_or(|p| *p == ctx.periode))
        {
            continue;
        }
        // Beside his own work of this year last year's rating is history.
        let has_work = !(person.rhk.is_empty() && person.perilaku.is_empty());
        let others: Vec<(Periode, Origin, bool)> = (person.penilaian.iter().filter(rated))
            .filter_map(|r| Some((*r.periode.get()?, r.at, r.perilaku_kerja.is_empty())))
            .filter(|(p, ..)| !has_work || p.tahun() == ctx.periode.tahun())
            .collect();
        let is_asked = |r: &Penilaian| r.periode.get().is_none_or(|p| *p == ctx.periode);
        if !person.penilaian.iter().any(is_asked) {
            let others = others.iter().filter(|(_, at, _)| !history.contains(&at.sheet()));
            // Whom a list of another period does not rate is not rated for this one either, as little as the others in it.
            let blank = person
                .penilaian
                .iter()
                .filter(|row| whole.contains(&row.at.sheet()) && !history.contains(&row.at.sheet()));
            let unrated = blank.filter_map(|row| row.periode.get().copied()).filter(|_| !has_work);
            person.rated_for = others
                .map(|o| o.0)
                .max_by_key(|p| p.end())
                .or_else(|| unrated.max_by_key(|p| p.end()));
        }
        let told: Vec<&(Periode, Origin, bool)> = others.iter().filter(|(_, at, _)| !whole.contains(&at.sheet())).collect();
        // Where the last of them stands: nobody is told of each of his quarters.
        let Some(&&(_, at, _)) = told.iter().max_by_key(|(p, ..)| p.end()) else {
            continue;
        };
        if told.iter().any(|(_, _, blank)| !blank) {
            person.lost.add(TableKind::Perilaku);
        }
        let sheet = sheets.entry(at.sheet()).or_insert_with(|| (at, BTreeSet::new(), Vec::new()));
        sheet.1.extend(told.iter().map(|t| t.0));
        sheet.2.push(id);
    }
    for (at, periods, ids) in sheets.into_values() {
        let names: Vec<String> = periods.iter().map(|p| p.in_words()).collect();
        let table = table_rows.iter().find(|l| l.table.sheet == at.sheet());
        let told_by = table.and_then(|l| by_name(ctx, l.table)).map(NamedPeriod::told);
        let mut problem = Noted::new(RatingsOtherPeriod {
            told_by,
            people: ids.len(),
            first: ids.first().map(|&id| people.get(id).nama.clone()).unwrap_or_default(),
            periods: names.join(", "),
            asked: ctx.periode.in_words(),
            what: "Rating",
            option: options(periods.iter().copied()),
        });
        problem.at = Some(at);
        if let [id] = ids[..] {
            problem.pegawai = Some(id);
        }
        ctx.problems.push(problem);
    }
}

/// Tells each person of whose perilaku there are only marks of parts of the year assessed, unless his list as a whole is told to be
/// of another period: it has been rated, and nobody must be asked to rate it again.
pub(super) fn perilaku_of_parts(ctx: &mut Ctx<'_>, people: &mut People, parts: Vec<PartMark>) {
    let whole: BTreeSet<SheetId> = (ctx.problems.iter().filter(|p| p.kode() == "STR027"))
        .filter_map(|p| p.at.map(Origin::sheet))
        .collect();
    let mut of: BTreeMap<PegawaiId, (Origin, BTreeSet<Periode>)> = BTreeMap::new();
    for part in parts {
        of.entry(part.id).or_insert((part.at, BTreeSet::new())).1.insert(part.periode);
    }
    for (id, (at, periods)) in of {
        let asked = ctx.periode;
        let person = people.get(id);
        if !person.perilaku.is_empty() {
            continue;
        }
        person.lost.add(TableKind::Perilaku);
        let is_rated = |r: &Penilaian| {
            r.periode.get().is_none_or(|p| *p == asked) && !(r.perilaku_kerja.is_empty() && r.hasil_akhir.is_empty())
        };
        if person.penilaian.iter().any(is_rated) {
            continue;
        }
        person.rated_for = person.rated_for.or(periods.iter().copied().max_by_key(|p| p.end()));
        if whole.contains(&at.sheet()) || person.pengecualian.is_some() {
            continue;
        }
        let names: Vec<String> = periods.iter().map(|p| p.in_words()).collect();
        let mut problem = Noted::new(RatingsOtherPeriod {
            people: 1,
            first: person.nama.clone(),
            what: "Nilai perilaku",
            periods: names.join(", "),
            told_by: None,
            asked: asked.in_words(),
            option: options(periods.iter().copied()),
        })
        .at(at);
        problem.pegawai = Some(id);
        ctx.problems.push(problem);
    }
}

/// So many periods are named.
const NAMED: usize = 12;

/// The options that ask for each of these periods.
fn options(periods: impl Iterator<Item = Periode>) -> String {
    let all: Vec<String> = periods.map(Periode::option).collect();
    match &all[..] {
        [] => String::new(),
        [one] => one.clone(),
        [before @ .., last] => format!("{} atau {last}", before.join(", ")),
    }
}

/// Tells that whatever names a year is of another one than asked, once for the run: then nothing is
/// said of single tables. Whether it is so.
pub(super) fn wholly_other_year(ctx: &mut Ctx<'_>, table_rows: &[TableRows<'_>]) -> bool {
    let asked = ctx.periode.tahun();
    if ctx.years.is_empty() || ctx.years.contains(&asked) {
        return false;
    }
    let years: Vec<String> = ctx.years.iter().map(ToString::to_string).collect();
    let told = |p: &Noted| matches!(p.kode(), "STR027" | "STR068" | "STR094" | "STR095" | "STR101" | "REA023");
    let at = ctx.problems.iter().find(|p| told(p)).and_then(|p| p.at);
    ctx.problems.retain(|p| !told(p));
    let named = |l: &TableRows<'_>| {
        let years = ctx.years.iter().map(|&year| Periode::Tahun(year)).collect();
        told_by_name(ctx, l.table, &years)
    };
    let mut problem = Noted::new(DataOtherYear {
        told_by: table_rows.iter().find_map(named),
        option: options(ctx.years.iter().map(|&year| Periode::Tahun(year))),
        years: years.join(", "),
        asked: ctx.periode.in_words(),
    });
    problem.at = at;
    ctx.problems.push(problem);
    true
}
