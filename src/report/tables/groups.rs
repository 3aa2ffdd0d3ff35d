//! Who counts together in the distribution, a row per group: the counts that its verdict is about.
//! Where people are counted by unit kerja a group is the unit itself.

use super::Table;
use super::distribution::urgency;
use super::units::{self, UnitRow};
use crate::report::words::count;
use crate::rules::values::Pengelompokan;
use crate::run::Run;
use crate::score::HasilUnit;

/// Why somebody counts nowhere where it is not the penilai that groups people (`kelompok.pimpinan_dihitung`).
const HEAD_NOT_COUNTED: &str = "menurut aturan yang dipakai pimpinan unit tidak dihitung";

/// Who counts together where the penilai should tell and no unit has a head in the data.
const HEADS_UNKNOWN: &str = "pegawai unit itu, sebab pimpinan unit tidak diketahui. Untuk menghitungnya per pejabat penilai, sertakan tabel \
     unit dengan kolom nip_pimpinan";

/// By what people are counted: the same for all groups of a run.
fn basis(run: &Run) -> Pengelompokan {
    run.scores
        .unit
        .first()
        .map_or_else(Pengelompokan::default, |u| u.kelompok.basis)
}

/// The groups, those that need attention first; a unit in whose group nobody counts is none.
pub fn rows(run: &Run) -> Vec<UnitRow<'_>> {
    let all = run.scores.unit.iter();
    let mut groups: Vec<&HasilUnit> = all.filter(|u| !u.kelompok.with_open.is_empty()).collect();
    groups.sort_by_key(|u| std::cmp::Reverse(urgency(u)));
    groups.into_iter().map(|u| UnitRow::group(run, u)).collect()
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

/// Who counts in a group, and how many in none; nothing where a group is all who work in a unit.
pub fn remark(run: &Run) -> Option<String> {
    let total = |size: fn(&HasilUnit) -> usize| run.scores.unit.iter().map(size).sum::<usize>();
    let nowhere = total(|u| u.members.len()).saturating_sub(total(|u| u.kelompok.with_open.len()));
    let (who, why) = match basis(run) {
        Pengelompokan::Penilai => (
            "pegawai yang dinilai oleh pimpinan unit itu",
            "pejabat penilainya tidak ada dalam data",
        ),
        Pengelompokan::Induk => (
            "pegawai unit yang tepat di bawah unit itu, dan pegawainya sendiri bila unit itu tidak berinduk",
            HEAD_NOT_COUNTED,
        ),
        Pengelompokan::Unit if run.scores.facts.grouping == Pengelompokan::Penilai => (HEADS_UNKNOWN, HEAD_NOT_COUNTED),
        Pengelompokan::Unit if nowhere == 0 => return None,
        Pengelompokan::Unit => ("pegawai unit itu", HEAD_NOT_COUNTED),
    };
    Some(if nowhere > 0 {
        format!(
            "Kelompok: {who}; {} pegawai tidak masuk kelompok mana pun, sebab {why}.",
            count(nowhere)
        )
    } else {
        format!("Kelompok: {who}.")
    })
}

/// The table of [`rows`] on the first page.
pub fn page_table<'a>(run: &Run) -> Table<UnitRow<'a>> {
    units::page_table(run, title(run))
}

/// The table of [`rows`].
pub fn table<'a>(run: &Run) -> Table<UnitRow<'a>> {
    let mut table = units::table(run);
    if let Some(column) = table.columns.iter_mut().find(|c| c.key == "unit_kerja") {
        column.title = title(run).into();
    }
    table
}
