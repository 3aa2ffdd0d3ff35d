//! Unit: a row per unit in the order of the tree, and a sum for every unit that has others below it.

use super::distribution::{count_and_range, is_off, level};
use super::{Cell, Kind, Look, ReportRow, Table, col, nth};
use crate::base::figure::Decimal;
use crate::base::ids::{index, short};
use crate::finding::Level;
use crate::model::PegawaiId;
use crate::model::vocab::{Predikat, PredikatOrganisasi, Word};
use crate::report::words::{count, list};
use crate::rules::Rezim;
use crate::run::Run;
use crate::score::unit_rollup::nested;
use crate::score::{Distribusi, HasilUnit, Move, Status};

/// The verdict on a group of which no distribution fits the rules.
pub const IMPOSSIBLE: &str = "tidak mungkin dipenuhi";

/// A unit, or a unit with all below it.
pub struct UnitRow<'a> {
    name: String,
    above: Option<&'a str>,
    organisation: Option<PredikatOrganisasi>,
    people: u32,
    rated: u32,
    excepted: u32,
    by_predikat: Vec<u32>,
    mean: Option<Decimal>,
    /// `None` for a sum.
    unit: Option<&'a HasilUnit>,
    depth: usize,
    /// Its place in the tree in reading order, from 1, and of a sum the last place below it.
    pub places: (usize, usize),
}

impl ReportRow for UnitRow<'_> {
    fn look(&self) -> Look {
        if self.unit.is_none() { Look::Sum } else { Look::Plain }
    }
}

impl<'a> UnitRow<'a> {
    /// The unit by itself, `depth` deep in the tree.
    pub fn own(run: &'a Run, unit: &'a HasilUnit, depth: usize) -> Self {
        Self {
            name: unit.name().to_owned(),
            above: unit.unit_induk.as_deref(),
            organisation: unit.predikat_organisasi,
            people: unit.count,
            rated: unit.dinilai,
            excepted: excepted(run, &unit.members),
            by_predikat: unit.predikat.counts().to_vec(),
            mean: unit.average_nilai,
            unit: Some(unit),
            depth,
            places: (0, 0),
        }
    }

    /// Those who count together at the unit, whom its distribution speaks of.
    pub(super) fn group(run: &'a Run, unit: &'a HasilUnit) -> Self {
        let people = &unit.kelompok.with_open;
        Self {
            people: short(people.len()),
            rated: unit.kelompok.n,
            excepted: excepted(run, people),
            by_predikat: unit.kelompok.predikat.counts().to_vec(),
            // The mean of a unit is over those who work there.
            mean: unit.average_nilai.filter(|_| *people == unit.members),
            ..Self::own(run, unit, 0)
        }
    }

    /// At this place of the tree.
    fn at(mut self, place: usize) -> Self {
        self.places = (place, place);
        self
    }

    /// The result's unit; `None` for a sum.
    pub fn unit(&self) -> Option<&'a HasilUnit> {
        self.unit
    }

    /// Whether there is a mean.
    pub fn has_mean(&self) -> bool {
        self.mean.is_some()
    }

    /// People, excepted ones included.
    pub fn people(&self) -> u32 {
        self.people
    }

    /// People rated.
    pub fn rated(&self) -> u32 {
        self.rated
    }

    /// People who can be rated: excepted ones have nothing to wait for.
    pub fn due(&self) -> u32 {
        self.people.saturating_sub(self.excepted)
    }

    fn waiting(&self) -> u32 {
        self.due().saturating_sub(self.rated)
    }

    /// The n-th predikat.
    fn predikat(&self, n: usize) -> Cell<'_> {
        Cell::count(self.by_predikat.get(n).copied())
    }

    fn verdict(&self) -> Cell<'_> {
        Cell::word(self.unit.map(conclusion).unwrap_or_default())
    }

    fn verdict_look(&self) -> Look {
        if self.unit.is_some_and(deviates) {
            Look::Level(Level::Peringatan)
        } else {
            Look::Plain
        }
    }
}

fn excepted(run: &Run, people: &[PegawaiId]) -> u32 {
    let excepted = people
        .iter()
        .filter(|id| run.scores.pegawai[**id].status() == Status::Dikecualikan);
    short(excepted.count())
}

/// Outside the bounds, although a distribution within them is possible.
pub fn deviates(unit: &HasilUnit) -> bool {
    unit.distribusi.as_ref().is_some_and(Distribusi::deviates)
}

/// What a unit's distribution comes to, in a sentence.
pub fn conclusion(unit: &HasilUnit) -> String {
    let Some(d) = &unit.distribusi else {
        return if unit.kelompok.n == 0 && unit.dinilai > 0 {
            "tidak diperiksa: tidak ada yang dihitung dalam kelompok unit ini".to_owned()
        } else if unit.kelompok.n == 0 {
            "tidak diperiksa: belum ada yang dinilai".to_owned()
        } else {
            "tidak diperiksa: belum ada predikat organisasi yang berlaku".to_owned()
        };
    };
    if d.sesuai {
        return "sesuai".to_owned();
    }
    if d.small {
        return format!(
            "berbeda dari polanya, tetapi hanya {} orang: terlalu sedikit untuk disimpulkan",
            d.n
        );
    }
    if !d.possible {
        return format!("tidak mungkin dipenuhi dengan {} orang; bukan kesalahan", d.n);
    }
    let mut text = match d.least_moves {
        Some(n) => format!("tidak sesuai; paling sedikit {n} orang perlu ditinjau"),
        None => "tidak sesuai".to_owned(),
    };
    if !d.moves.is_empty() {
        text.push_str(", misalnya ");
        text.push_str(&list(d.moves.iter().map(step), ", "));
    }
    text
}

fn step(p: &Move) -> String {
    format!("{} orang dari {} ke {}", p.count, p.from, p.to)
}

/// The same in a few words.
pub fn verdict(unit: &HasilUnit) -> String {
    match &unit.distribusi {
        None => "tidak diperiksa".into(),
        Some(d) if d.sesuai => "sesuai".into(),
        Some(d) if d.small => "kelompok kecil".into(),
        Some(d) if !d.possible => IMPOSSIBLE.into(),
        Some(d) => d
            .least_moves
            .map_or_else(|| "menyimpang".into(), |n| format!("menyimpang, {} orang", count(index(n)))),
    }
}

/// All units in the order of the tree, each sum after its unit.
pub fn rolled_up(run: &Run) -> Vec<UnitRow<'_>> {
    let mut rows = Vec::new();
    for (place, node) in (1..).zip(nested(&run.data, &run.scores, &run.aturan)) {
        let depth = index(node.level);
        if let Some(unit) = node.unit.map(|i| &run.scores.unit[i]) {
            rows.push(UnitRow::own(run, unit, depth).at(place));
        }
        if node.di_bawah > 0 {
            rows.push(UnitRow {
                name: format!("{}Jumlah {} dan di bawahnya", "    ".repeat(depth.min(8)), node.unit_kerja),
                above: None,
                organisation: None,
                people: node.count,
                rated: node.dinilai,
                excepted: node.exempt,
                by_predikat: node.predikat.to_vec(),
                mean: node.average_nilai,
                unit: None,
                depth,
                places: (place, place + node.di_bawah),
            });
        }
    }
    rows
}

/// Initials of a predikat, for narrow columns.
pub const fn initials(predikat: Predikat, numeric: bool) -> &'static str {
    match predikat {
        Predikat::SangatBaik => "SB",
        Predikat::Baik => "B",
        Predikat::Cukup if numeric => "C",
        Predikat::Cukup => "BP",
        Predikat::Kurang => "K",
        Predikat::SangatKurang => "SK",
    }
}

/// The table of groups on the first page: few words, and beside each count what is allowed.
pub fn page_table<'a>(run: &Run, title: &'static str) -> Table<UnitRow<'a>> {
    let numeric = run.aturan.rezim == Rezim::Numerik;
    let mut columns = vec![
        col("unit_kerja", title, 0.0, Kind::Wrap, |r: &UnitRow<'a>| Cell::prose(&*r.name)).over(&[22.0, 36.0]),
        col("sebaran", "Sebaran", 26.0, Kind::Wrap, |r: &UnitRow<'a>| {
            Cell::word(r.unit.map(verdict).unwrap_or_default())
        })
        .looks(UnitRow::verdict_look),
        col("jumlah", "Pegawai", 9.0, Kind::Mark, |r: &UnitRow<'a>| Cell::count(r.people)),
        col("dinilai", "Dinilai", 9.0, Kind::Mark, |r: &UnitRow<'a>| Cell::count(r.rated)),
        col("selesai", "Selesai", 9.0, Kind::Share, |r: &UnitRow<'a>| match r.due() {
            0 => Cell::word("–"),
            due => Cell::Share(r.rated.into(), due.into()),
        })
        .looks(|_| Look::Middle),
    ];
    columns.extend(Predikat::ALL.iter().enumerate().map(|(n, &p)| {
        let value = |r: &UnitRow<'a>, n| Cell::word(r.unit.map(|unit| count_and_range(unit, n)).unwrap_or_default());
        nth(p.as_str(), initials(p, numeric), 15.0, Kind::Mark, value, n).looks_nth(|r, n| match r.unit {
            Some(unit) if is_off(unit, n) => Look::Level(level(unit)),
            _ => Look::Plain,
        })
    }));
    Table {
        intro: Vec::new(),
        columns,
        frozen: 0,
        data_order: &[],
    }
}

/// The table for this run.
pub fn table<'a>(run: &Run) -> Table<UnitRow<'a>> {
    let numeric = run.aturan.rezim == Rezim::Numerik;
    let mut columns = vec![
        col("unit_kerja", "Unit kerja", 44.0, Kind::Wrap, |r: &UnitRow<'a>| {
            Cell::prose(&*r.name)
        })
        .looks(|r| match r.unit {
            Some(_) => Look::Indent(r.depth + 1),
            None => Look::Plain,
        }),
        col("sebaran", "Sebaran predikat", 40.0, Kind::Wrap, UnitRow::verdict).looks(UnitRow::verdict_look),
        col("jumlah", "Pegawai", 9.0, Kind::Count, |r: &UnitRow<'a>| Cell::count(r.people)),
        col("dinilai", "Dinilai", 9.0, Kind::Count, |r: &UnitRow<'a>| Cell::count(r.rated)),
        col("selesai", "Selesai", 9.0, Kind::Share, |r: &UnitRow<'a>| {
            Cell::Share(r.rated.into(), r.due().into())
        }),
        col("belum", "Belum dapat dinilai", 10.0, Kind::Count, |r: &UnitRow<'a>| {
            Cell::count(r.waiting())
        }),
        col("dikecualikan", "Dikecualikan", 13.5, Kind::Count, |r: &UnitRow<'a>| {
            Cell::count(r.excepted)
        }),
    ];
    columns.extend(Predikat::ALL.iter().enumerate().map(|(n, &p)| {
        let label = run.aturan.label(p);
        nth(p.as_str(), label, 11.0, Kind::Count, UnitRow::predikat, n).short(initials(p, numeric))
    }));
    columns.push(
        col("rata_rata_nilai", "Rata-rata nilai", 11.0, Kind::Figure, |r: &UnitRow<'a>| {
            Cell::figure(r.mean)
        })
        .shown_if(numeric),
    );
    columns.push(col(
        "predikat_organisasi",
        "Predikat organisasi",
        16.0,
        Kind::Line,
        |r: &UnitRow<'a>| Cell::word(r.organisation.map_or("", Word::as_str)),
    ));
    columns.push(
        col("unit_induk", "Unit induk", 28.0, Kind::Wrap, |r: &UnitRow<'a>| {
            Cell::prose(r.above.unwrap_or_default())
        })
        .screen(),
    );
    columns.push(
        col("distribusi", "Distribusi", 24.0, Kind::Line, |r: &UnitRow<'a>| {
            Cell::word(r.unit.map(verdict).unwrap_or_default())
        })
        .on_terminal(),
    );
    Table {
        intro: vec![
            format!("Unit kerja: {} unit", count(run.scores.unit.len())),
            "Baris \"Jumlah\" menghitung unit itu bersama semua unit di bawahnya. Unit yang menjorok ke kanan berada di bawah unit di atasnya.".to_owned(),
        ],
        columns,
        frozen: 1,
        data_order: &[],
    }
}
