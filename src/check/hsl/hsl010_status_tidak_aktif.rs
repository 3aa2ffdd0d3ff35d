//! # HSL010 · status pegawai tidak aktif tanpa pengecualian
//!
//! ## Apa
//! Pegawai berstatus cltn, pensiun atau meninggal, dan tidak tercatat di tabel pengecualian.
//!
//! ## Mengapa
//! Orangnya tidak dinilai, tetapi juga tidak boleh hilang tanpa alasan yang tertulis.
//!
//! ## Dasar
//! Pengecualian dari penilaian dicatat dengan alasannya.
//!
//! ## Contoh
//! status pensiun, tanpa baris pengecualian.
//!
//! ## Perbaikan
//! Catat pegawai itu di tabel pengecualian beserta alasannya, atau perbaiki statusnya.

use crate::check::{Check, Konteks, Sink, fakta};
use crate::finding::Tingkat;
use crate::score::JenisFakta;

/// HSL010.
pub static CHECK: Check = Check {
    kode: "HSL010",
    judul: "status pegawai tidak aktif tanpa pengecualian",
    tingkat: Tingkat::Peringatan,
    acuan: "PP 30/2019 (penilaian kinerja)",
    source: include_str!("hsl010_status_tidak_aktif.rs"),
    run,
};

fn run(ctx: &Konteks<'_>, sink: &mut Sink<'_>) {
    fakta::katakan(ctx, sink, JenisFakta::StatusTidakAktif, |s| {
        (
            format!(
                "{orang} berstatus {rincian}, jadi tidak dapat dinilai.",
                orang = s.orang,
                rincian = s.rincian
            ),
            "Catat pegawai ini di tabel pengecualian beserta alasannya, atau perbaiki statusnya.".to_owned(),
        )
    });
}
