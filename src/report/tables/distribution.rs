//! Distribusi: a row per group, its counts beside what the curve of the law allows.

use super::units::{conclusion, deviates, initials, verdict};
use super::{Cell, Col, Kind, Look, ReportRow, Table, col, nth};
use crate::finding::Level;
use crate::model::PegawaiId;
use crate::model::vocab::{Predikat, Word};
use crate::rules::Rezim;
use crate::run::Run;
use crate::score::{AturanDistribusi, HasilUnit, Tally};

/// A group of the distribution.
pub struct GroupRow<'a> {
    /// The unit.
    pub unit: &'a HasilUnit,
    /// Its index in the result.
    pub index: usize,
}

impl ReportRow for GroupRow<'_> {}

/// What the rules say of one predikat of a unit.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Allowed {
    /// At least so many.
    pub least: Option<u32>,
    /// At most so many.
    pub most: Option<u32>,
    /// Outside.
    pub off: bool,
}

impl Allowed {
    /// `≤ 7`, `≥ 1`, `23–26`; nothing where no rule speaks of it.
    pub fn words(self) -> String {
        match (self.least, self.most) {
            (None, None) => String::new(),
            (None, Some(most)) => format!("≤ {most}"),
            (Some(least), None) => format!("≥ {least}"),
            (Some(least), Some(most)) if least == most => format!("= {least}"),
            // Rules that no number of people fulfils at this size.
            (Some(least), Some(most)) if least > most => format!("≥ {least}, ≤ {most}"),
            (Some(least), Some(most)) => format!("{least}–{most}"),
        }
    }

    fn add(&mut self, rule: &AturanDistribusi) {
        self.least = self.least.max(rule.least);
        self.most = match (self.most, rule.most) {
            (Some(a), Some(b)) => Some(a.min(b)),
            (a, b) => a.or(b),
        };
        self.off |= rule.excess.unwrap_or(0) > 0 || rule.lacking.unwrap_or(0) > 0;
    }
}

/// What is allowed for one predikat by itself.
pub fn allowed(unit: &HasilUnit, label: &str) -> Allowed {
    let mut all = Allowed::default();
    for rule in rules(unit).iter().filter(|r| *r.kelompok == [label]) {
        all.add(rule);
    }
    all
}

/// What is allowed for several predikat together, told at the first of them.
fn together<'u>(unit: &'u HasilUnit, label: &str) -> Option<(&'u AturanDistribusi, Allowed)> {
    let rule = rules(unit)
        .iter()
        .find(|r| r.kelompok.len() > 1 && r.kelompok.first() == Some(&label))?;
    let mut all = Allowed::default();
    for other in rules(unit).iter().filter(|r| r.kelompok == rule.kelompok) {
        all.add(other);
    }
    Some((rule, all))
}

/// The predikat organisasi that the group goes by; whose, and of which year, where it is not its own of the assessed year.
pub fn organisation(unit: &HasilUnit) -> String {
    let group = &unit.kelompok;
    let Some(predikat) = group.predikat_organisasi else {
        return String::new();
    };
    let whose = group.organisasi_source.as_ref().map(|name| format!("dari {name}"));
    let of = group.organisasi_year.map(|year| year.to_string());
    let beside: Vec<String> = whose.into_iter().chain(of).collect();
    if beside.is_empty() {
        return predikat.as_str().to_owned();
    }
    format!("{predikat} ({})", beside.join(", "))
}

fn rules(unit: &HasilUnit) -> &[AturanDistribusi] {
    unit.distribusi.as_ref().map_or(&[], |d| &d.aturan)
}

/// Counts per predikat of those who count together at the unit, best first.
pub fn counts(unit: &HasilUnit) -> Tally {
    unit.kelompok.predikat
}

/// The n-th predikat of a unit as "9 / ≤ 7".
pub fn count_and_range(unit: &HasilUnit, n: usize) -> String {
    let Some((label, count)) = counts(unit).get(n) else {
        return String::new();
    };
    let joint = together(unit, label).map(|(rule, all)| (rule.count, all));
    with_range(count, allowed(unit, label), joint)
}

fn with_range(count: u32, own: Allowed, joint: Option<(u32, Allowed)>) -> String {
    let own = own.words();
    let mut text = if own.is_empty() {
        count.to_string()
    } else {
        format!("{count} / {own}")
    };
    if let Some((sum, all)) = joint {
        let words = all.words();
        if !words.is_empty() {
            text.push_str(&format!(" (Σ {sum} / {words})"));
        }
    }
    text
}

/// The same of counts that stand by themselves; a number where nothing limits it, as the formula
/// in its place gives it.
pub fn allowed_now(unit: &HasilUnit, n: usize, counts: &[u32; 5]) -> Cell<'static> {
    let count = counts[n];
    if unit.distribusi.is_none() {
        return Cell::Count(count.into());
    }
    let text = count_and_range(unit, n);
    if text.contains('/') {
        Cell::word(text)
    } else {
        Cell::Count(count.into())
    }
}

/// How many of these people have which predikat.
pub fn counted(run: &Run, people: &[PegawaiId]) -> [u32; 5] {
    let mut all = [0; 5];
    for id in people {
        if let Some(p) = run.scores.pegawai[*id].predikat() {
            all[p.ordinal()] += 1;
        }
    }
    all
}

/// Whether the n-th predikat is outside what is allowed.
pub fn is_off(unit: &HasilUnit, n: usize) -> bool {
    unit.predikat
        .get(n)
        .is_some_and(|(label, _)| allowed(unit, label).off || together(unit, label).is_some_and(|(_, all)| all.off))
}

/// Where no whole-person distribution fits, a deviation is no fault and gets no warning colour.
pub fn level(unit: &HasilUnit) -> Level {
    if deviates(unit) { Level::Peringatan } else { Level::Catatan }
}

/// All groups, those outside their curve first, else in their order.
pub fn rows(run: &Run) -> Vec<GroupRow<'_>> {
    let units = run.scores.unit.iter().enumerate();
    let mut rows: Vec<GroupRow<'_>> = units.map(|(index, unit)| GroupRow { unit, index }).collect();
    rows.sort_by_key(|r| std::cmp::Reverse(urgency(r.unit)));
    rows
}

/// How much a unit needs attention: by people to move, then those that cannot be checked.
pub fn urgency(unit: &HasilUnit) -> (bool, u32, bool) {
    (
        deviates(unit),
        unit.distribusi.as_ref().and_then(|d| d.least_moves).unwrap_or(0),
        unit.distribusi.is_none(),
    )
}

/// The table for this run.
pub fn table<'a>(run: &Run) -> Table<GroupRow<'a>> {
    let numeric = run.aturan.rezim == Rezim::Numerik;
    let units = &run.scores.unit;
    let count = |test: fn(&HasilUnit) -> bool| units.iter().filter(|u| test(u)).count();
    let mut columns = vec![
        col(
            "unit_kerja",
            super::groups::title(run),
            40.0,
            Kind::Wrap,
            |r: &GroupRow<'a>| Cell::prose(r.unit.name()),
        ),
        col("hasil", "Hasil", 25.0, Kind::Line, |r: &GroupRow<'a>| {
            Cell::word(verdict(r.unit))
        })
        .looks(|r| {
            if deviates(r.unit) {
                Look::Level(Level::Peringatan)
            } else {
                Look::Plain
            }
        }),
        col("n", "Dinilai (N)", 9.0, Kind::Count, |r: &GroupRow<'a>| {
            Cell::count(r.unit.kelompok.n)
        }),
    ];
    columns.extend(Predikat::ALL.iter().enumerate().map(|(n, &p)| {
        nth(
            p.as_str(),
            run.aturan.label(p),
            17.0,
            Kind::Mark,
            |r: &GroupRow<'a>, n| Cell::word(count_and_range(r.unit, n)),
            n,
        )
        .short(initials(p, numeric))
        .looks_nth(|r, n| {
            if is_off(r.unit, n) {
                Look::Level(level(r.unit))
            } else {
                Look::Plain
            }
        })
    }));
    columns.push(
        col(
            "predikat_organisasi",
            "Predikat organisasi",
            24.0,
            Kind::Wrap,
            |r: &GroupRow<'a>| Cell::prose(organisation(r.unit)),
        )
        .shown_if(!numeric),
    );
    columns.push(col("kesimpulan", "Kesimpulan", 46.0, Kind::Wrap, |r: &GroupRow<'a>| {
        Cell::word(conclusion(r.unit))
    }));
    Table {
        intro: vec![
            format!(
                "Sebaran predikat: {} {} sesuai, {} tidak sesuai, {} tidak mungkin dipenuhi atau terlalu kecil, {} tidak diperiksa",
                count(|u| u.distribusi.as_ref().is_some_and(|d| d.sesuai)),
                super::groups::noun(run),
                count(deviates),
                count(|u| u.distribusi.as_ref().is_some_and(|d| !d.sesuai && !d.deviates())),
                count(|u| u.distribusi.is_none())
            ),
            "Tiap sel: jumlah orang / yang diperbolehkan. (Σ …) = bersama predikat di kanannya. Batas dalam orang utuh dari N yang sudah dinilai. Penyimpangan adalah bahan pertimbangan pimpinan; predikat siapa pun tidak diubah.".to_owned(),
        ],
        columns,
        frozen: 1,
        data_order: &[],
    }
}

/// Key of the column with the count of a predikat as a number.
pub fn count_key(p: Predikat) -> String {
    format!("hitung {}", p.as_str())
}

/// The counts by themselves, of which the cells with bounds are made where the workbook computes.
pub fn count_columns<'a>(run: &Run) -> Vec<Col<GroupRow<'a>>> {
    let numeric = run.aturan.rezim == Rezim::Numerik;
    let column = |(n, &p): (usize, &Predikat)| {
        let title = format!("Jumlah {}", initials(p, numeric));
        let count = |r: &GroupRow<'a>, n: usize| Cell::count(counts(r.unit).get(n).map(|(_, people)| people));
        nth(count_key(p), title, 9.0, Kind::Count, count, n).screen().only_on_sheet()
    };
    Predikat::ALL.iter().enumerate().map(column).collect()
}

/// What the chart draws of one predikat of a group.
pub struct DrawnRow<'a> {
    /// The group.
    pub group: &'a GroupRow<'a>,
    /// The predikat.
    pub predikat: Predikat,
    n: usize,
    people: u32,
    allowed: Allowed,
}

impl ReportRow for DrawnRow<'_> {}

/// Key of the people drawn.
pub const KEY_PEOPLE: &str = "orang";
/// Key of how many are allowed at most.
pub const KEY_MOST: &str = "paling_banyak";
/// Key of how many are asked for at least.
pub const KEY_LEAST: &str = "paling_sedikit";
/// Key of the group, told once.
pub const KEY_DRAWN_UNIT: &str = "unit_kerja";
/// Key of the initials of the predikat.
pub const KEY_DRAWN_PREDIKAT: &str = "predikat";

/// The figures of a chart of these groups, a row per predikat of each.
pub fn drawn<'a>(groups: &[&'a GroupRow<'a>]) -> Vec<DrawnRow<'a>> {
    let of = |group: &'a GroupRow<'a>| {
        let five = counts(group.unit).iter().zip(Predikat::ALL).enumerate();
        five.map(move |(n, ((label, people), &predikat))| DrawnRow {
            group,
            predikat,
            n,
            people,
            allowed: allowed(group.unit, label),
        })
    };
    groups.iter().flat_map(|group| of(group)).collect()
}

/// The table of [`drawn`], beside what is printed.
pub fn drawn_table<'a>(run: &Run) -> Table<DrawnRow<'a>> {
    let initials: for<'r> fn(&'r DrawnRow<'a>) -> Cell<'r> = match run.aturan.rezim {
        Rezim::Numerik => |r| Cell::word(initials(r.predikat, true)),
        Rezim::Kualitatif => |r| Cell::word(initials(r.predikat, false)),
    };
    let figure = |key, title, value: for<'r> fn(&'r DrawnRow<'a>) -> Cell<'r>| col(key, title, 9.0, Kind::AsIs, value);
    Table {
        intro: Vec::new(),
        columns: vec![
            figure(KEY_DRAWN_UNIT, "Data grafik: unit", |r| {
                Cell::Prose(if r.n == 0 { r.group.unit.name() } else { "" }.into())
            }),
            figure(KEY_DRAWN_PREDIKAT, "Predikat", initials),
            figure(KEY_PEOPLE, "Orang", |r| Cell::count(r.people)),
            figure(KEY_MOST, "Paling banyak", |r| Cell::count(r.allowed.most)),
            figure(KEY_LEAST, "Paling sedikit", |r| Cell::count(r.allowed.least)),
        ],
        frozen: 0,
        data_order: &[],
    }
}

#[cfg(test)]
mod tests {
    use super::Allowed;

    #[test]
    fn a_range_is_said_as_it_is() {
        let words = |least, most| Allowed { least, most, off: false }.words();
        assert_eq!(words(None, Some(7)), "≤ 7");
        assert_eq!(words(Some(1), None), "≥ 1");
        assert_eq!(words(Some(23), Some(26)), "23–26");
        assert_eq!(words(Some(5), Some(5)), "= 5");
        assert_eq!(words(Some(1), Some(0)), "≥ 1, ≤ 0");
        assert_eq!(words(None, None), "");
    }
}
