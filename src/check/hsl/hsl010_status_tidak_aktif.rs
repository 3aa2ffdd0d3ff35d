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

use crate::check::{Check, Context, Sink, fact_words};
use crate::finding::Level;
use crate::score::FactKind;

/// HSL010.
pub static CHECK: Check = Check {
    kode: "HSL010",
    judul: "status pegawai tidak aktif tanpa pengecualian",
    tingkat: Level::Peringatan,
    acuan: "PP 30/2019 (penilaian kinerja)",
    source: include_str!("hsl010_status_tidak_aktif.rs"),
    run,
};

fn run(ctx: &Context<'_>, sink: &mut Sink<'_>) {
    fact_words::tell_each(ctx, sink, FactKind::StatusTidakAktif, |s| {
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
