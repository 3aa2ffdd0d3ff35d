//! What the checks of the distribution share.

use super::{Context, FindingMut};
use crate::model::PegawaiId;
use crate::rules::values::Pengelompokan;
use crate::score::{AturanDistribusi, Distribusi, HasilUnit};

/// The citations of these rules, each once, as one text; `None` where there is none of them.
pub fn acuan<'d>(rules: impl Iterator<Item = &'d AturanDistribusi>) -> Option<String> {
    let mut all: Vec<&str> = Vec::new();
    for rule in rules {
        if !all.contains(&&*rule.acuan) {
            all.push(&rule.acuan);
        }
    }
    (!all.is_empty()).then(|| all.join("; "))
}

/// The rules that the group breaks.
pub fn breached(d: &Distribusi) -> impl Iterator<Item = &AturanDistribusi> {
    d.aturan
        .iter()
        .filter(|a| a.excess.unwrap_or(0) > 0 || a.lacking.unwrap_or(0) > 0)
}

/// The counts of a group: `Sangat Baik 2, Baik 3`; what nobody has is left out.
pub fn spread(d: &Distribusi) -> String {
    let some = d.predikat.iter().filter(|(_, n)| *n > 0);
    some.map(|(label, n)| format!("{label} {n}")).collect::<Vec<_>>().join(", ")
}

/// Whose group stands at the unit, as a sentence says it.
pub fn kelompok(ctx: &Context<'_>, unit: &HasilUnit) -> String {
    match unit.distribusi.as_ref().map(|_| unit.kelompok.basis) {
        Some(Pengelompokan::Penilai) if all_led(ctx, unit) => format!("pegawai yang pejabat penilainya memimpin {}", unit.name()),
        // Whose penilai leads no unit counts in his own unit kerja.
        Some(Pengelompokan::Penilai) => format!("pegawai yang dihitung bersama di {}", unit.name()),
        Some(Pengelompokan::Induk) => format!("pegawai yang unit induknya {}", unit.name()),
        _ => unit.name().to_owned(),
    }
}

/// The penilai of each of the group leads the unit.
fn all_led(ctx: &Context<'_>, unit: &HasilUnit) -> bool {
    let head = ctx.data.unit(&unit.unit_kerja).and_then(|u| u.nip_pimpinan.get());
    let penilai = |id: &PegawaiId| ctx.data.pegawai(*id).last_posting().and_then(|p| p.nip_atasan.get());
    head.is_some() && unit.kelompok.members.iter().all(|id| penilai(id) == head)
}

/// About a unit, at its row of the `unit` table where there is one.
pub fn subject(finding: FindingMut<'_, '_>, ctx: &Context<'_>, unit: &HasilUnit) {
    let finding = finding.unit(unit.unit_kerja.clone());
    if let Some(row) = ctx.data.unit(&unit.unit_kerja) {
        finding.at(row.at);
    }
}
