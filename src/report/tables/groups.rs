//! Who counts together in the distribution, a row per group: the counts that its verdict is about.
//! Where people are counted by unit kerja a group is the unit itself.

use super::Table;
use super::distribution::{counts, urgency};
use super::units::{self, UnitRow};
use crate::report::words::count;
use crate::rules::values::Pengelompokan;
use crate::run::Run;
use crate::score::HasilUnit;

/// By what people are counted; by unit kerja where nothing is checked.
fn basis(run: &Run) -> Pengelompokan {
    let mut checked = run.scores.unit.iter().filter_map(|u| u.distribusi.as_ref());
    checked.next().map_or(Pengelompokan::Unit, |d| d.base_kelompok)
}

/// The groups, those that need attention first; a unit in whose group nobody counts is none.
pub fn rows(run: &Run) -> Vec<UnitRow<'_>> {
    let by_unit = basis(run) == Pengelompokan::Unit;
    let all = run.scores.unit.iter();
    let mut groups: Vec<&HasilUnit> = all.filter(|u| by_unit || !u.kelompok.with_open.is_empty()).collect();
    groups.sort_by_key(|u| std::cmp::Reverse(urgency(u)));
    let row = |u| {
        if by_unit {
            UnitRow::own(run, u, 0)
        } else {
            UnitRow::group(run, u, counts(u).iter().map(|&(_, n)| n).collect())
        }
    };
    groups.into_iter().map(row).collect()
}

/// What a group is called at the head of its column.
pub fn title(run: &Run) -> &'static str {
    match basis(run) {
        Pengelompokan::Penilai => "Kelompok penilai",
        Pengelompokan::Induk => "Kelompok unit induk",
        Pengelompokan::Unit => "Unit kerja",
    }
}

/// A group in a sentence.
pub fn noun(run: &Run) -> &'static str {
    match basis(run) {
        Pengelompokan::Unit => "unit",
        Pengelompokan::Penilai | Pengelompokan::Induk => "kelompok",
    }
}

/// Who counts in a group, and how many in none; nothing where a group is a unit.
pub fn remark(run: &Run) -> Option<String> {
    let who = match basis(run) {
        Pengelompokan::Penilai => "Kelompok: pegawai yang dinilai oleh pimpinan unit itu",
        Pengelompokan::Induk => "Kelompok: pegawai unit itu dan unit di bawahnya",
        Pengelompokan::Unit => return None,
    };
    let total = |size: fn(&HasilUnit) -> usize| run.scores.unit.iter().map(size).sum::<usize>();
    let nowhere = total(|u| u.members.len()).saturating_sub(total(|u| u.kelompok.with_open.len()));
    Some(if nowhere > 0 {
        format!(
            "{who}; {} pegawai tidak masuk kelompok mana pun, sebab pejabat penilainya tidak ada dalam data.",
            count(nowhere)
        )
    } else {
        format!("{who}.")
    })
}

/// The table of [`rows`].
pub fn table<'a>(run: &Run) -> Table<UnitRow<'a>> {
    let mut table = units::table(run);
    if let Some(column) = table.columns.iter_mut().find(|c| c.key == "unit_kerja") {
        column.title = title(run).into();
    }
    table
}
