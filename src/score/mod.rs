//! People and rules → results. Records facts, never words of findings.
//!
//! The result types here are the ones every output shows: they serialise as `skp.hasil/1`
//! (`keluaran.md` section 4) and carry, beside, what the workbook and the checks need.

pub mod result;

pub use result::{
    AturanDistribusi, Distribusi, Fakta, HasilIndikator, HasilPegawai, HasilRhk, HasilUnit, JenisFakta, NilaiRealisasi, Pindah,
    Scores, Sebab, Status,
};
