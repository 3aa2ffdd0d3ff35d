//! People and rules → results. Records facts, never words of findings.
//!
//! The result types here are the ones every output shows (`report::json` has their views for
//! `skp.hasil/1`); they carry, beside, what the workbook and the checks need.
//!
//! Two passes over people: first the own nilai of every RHK, because a bawahan may be weighted by
//! it; then weighting, perilaku, predikat. Every stage is a file that cites its section.

pub mod angka_kredit;
pub mod calibration;
pub mod capaian;
pub mod distribusi;
pub mod explain;
pub mod findings;
mod group;
pub mod indikator;
pub mod kaskade;
pub mod kualitatif;
pub mod notes;
mod numbers;
pub mod penilaian;
pub mod perilaku;
pub mod person;
pub mod posting;
pub mod proposal;
pub mod proposed;
pub mod realisasi;
pub mod remarks;
pub mod result;
pub mod rhk;
pub mod run;
pub mod skp;
pub mod studi;
pub mod tambahan;
pub mod tindak_lanjut;
pub mod trace;
pub mod undecided;
pub mod unit;
pub mod unit_rollup;
pub mod waiting;
pub mod worker;

#[cfg(test)]
#[path = "../../tests/it/support/people.rs"]
#[allow(dead_code)]
mod uji;

pub use explain::{Distance, Explanation, explain};
pub use result::{
    AturanDistribusi, Distribusi, HasilIndikator, HasilPegawai, HasilRhk, HasilUnit, Move, NilaiRealisasi, Outcome, Reason,
    RhkResults, Scores, Status, Tally, UnitGroup,
};
pub use run::{ScoreOptions, score};
pub use trace::{Step, Trace};

/// Reads the data as the rule set has it, before anything is scored: links to RHK tambahan, and the
/// predikat organisasi that an agency's thresholds give. Gives the parameters that decided.
pub fn prepare(data: &mut crate::model::Data, aturan: &crate::rules::Aturan) -> crate::rules::Usage {
    let mut usage = crate::rules::Usage::new();
    let Some(rules) = aturan.kualitatif() else {
        data.figures_are_due();
        return usage;
    };
    // PermenPANRB 6/2022, Lampiran hlm. 44–50 and 57: any RHK of the pimpinan may be intervened.
    data.tambahan_may_be_intervened();
    data.take_colours(|said| rules.rating.rating_of(said).is_some());
    if let Some(ambang) = &rules.rating.ambang_organisasi {
        data.unit
            .iter_mut()
            .for_each(|u| u.rate_by_capaian(|c| ambang.used(&mut usage).predikat(c)));
    }
    usage
}
