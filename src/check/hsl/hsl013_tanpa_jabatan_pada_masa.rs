//! # HSL013 · tidak ada jabatan pada masa penilaian
//!
//! ## Apa
//! Semua jabatan seorang pegawai di luar masa penilaian, atau terlalu singkat untuk mendapat satu
//! bulan pun.
//!
//! ## Mengapa
//! Tanpa masa jabatan tidak ada bulan yang dapat dinilai.
//!
//! ## Dasar
//! Bulan milik jabatan dengan hari terbanyak; jabatan tanpa bulan tidak dihitung.
//!
//! ## Contoh
//! mulai 2024-01-01, selesai 2024-12-31 pada penilaian 2025.
//!
//! ## Perbaikan
//! Perbaiki tanggal mulai dan selesai, atau pilih tahun yang benar dengan --tahun.

use crate::check::{Check, Context, Sink, fact_words};
use crate::finding::Level;
use crate::score::FactKind;

/// HSL013.
pub static CHECK: Check = Check {
    kode: "HSL013",
    judul: "tidak ada jabatan pada masa penilaian",
    tingkat: Level::Galat,
    acuan: "PP 30/2019 (penilaian proporsional)",
    source: include_str!("hsl013_tanpa_jabatan_pada_masa.rs"),
    run,
};

fn run(ctx: &Context<'_>, sink: &mut Sink<'_>) {
    fact_words::tell_each(ctx, sink, FactKind::TanpaPosting, |s| {
        (
            format!(
                "Tidak ada jabatan {orang} yang jatuh pada masa penilaian ini.",
                orang = s.orang
            ),
            "Perbaiki tanggal mulai dan selesai di tabel pegawai, atau pilih tahun yang benar dengan --tahun.".to_owned(),
        )
    });
}
