//! People and rules → results. Records facts, never words of findings.
//!
//! The result types here are the ones every output shows: they serialise as `skp.hasil/1`
//! (`keluaran.md` section 4) and carry, beside, what the workbook and the checks need.
//!
//! Two passes over people: first the own nilai of every RHK, because a bawahan may be weighted by
//! it; then weighting, perilaku, predikat. Every stage is a file that cites its section.

pub mod angka_kredit;
pub mod capaian;
pub mod catatan;
pub mod distribusi;
pub mod indikator;
pub mod jelaskan;
pub mod jenjang_unit;
pub mod kaskade;
pub mod kerja;
pub mod kualitatif;
pub mod lari;
pub mod orang;
pub mod penilaian;
pub mod perilaku;
pub mod posting;
pub mod realisasi;
pub mod result;
pub mod rhk;
pub mod satuan;
pub mod skp;
pub mod tambahan;
pub mod tindak_lanjut;
pub mod trace;
pub mod unit;
pub mod usulan;

#[cfg(test)]
#[path = "../../tests/bantu/orang.rs"]
#[allow(dead_code)]
mod uji;

pub use jelaskan::{Jarak, Penjelasan, jelaskan};
pub use lari::{ScoreOptions, score};
pub use result::{
    AturanDistribusi, Distribusi, Fakta, HasilIndikator, HasilPegawai, HasilRhk, HasilUnit, JenisFakta, NilaiRealisasi, Pindah,
    Scores, Sebab, Status,
};
pub use trace::{Step, Trace};
