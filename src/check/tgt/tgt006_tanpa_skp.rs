//! # TGT006 · pegawai tanpa SKP
//!
//! ## Apa
//! Seorang pegawai tidak mempunyai satu pun rencana hasil kerja (utama) pada masa penilaian.
//!
//! ## Mengapa
//! Tanpa SKP tidak ada yang dapat dinilai. Orangnya tetap tercantum sebagai belum dapat dinilai.
//!
//! ## Dasar
//! Setiap pegawai wajib menyusun SKP.
//!
//! ## Contoh
//! Pegawai ada di tabel pegawai, tidak ada barisnya di tabel skp.
//!
//! ## Perbaikan
//! Tambahkan SKP-nya, atau catat pegawai itu di tabel pengecualian beserta alasannya.

use crate::check::{Check, Context, Sink, fact_words};
use crate::finding::Level;
use crate::score::FactKind;

/// TGT006.
pub static CHECK: Check = Check {
    kode: "TGT006",
    judul: "pegawai tanpa SKP",
    tingkat: Level::Galat,
    acuan: "PP 30/2019 Pasal 9; PermenPANRB 6/2022 (setiap pegawai menyusun SKP)",
    source: include_str!("tgt006_tanpa_skp.rs"),
    run,
};

fn run(ctx: &Context<'_>, sink: &mut Sink<'_>) {
    fact_words::tell_each(ctx, sink, FactKind::TanpaSkp, |s| {
        (
            format!("{orang} belum mempunyai SKP pada masa penilaian ini.", orang = s.orang),
            "Tambahkan SKP-nya ke tabel skp, atau catat pegawai ini di tabel pengecualian beserta alasannya.".to_owned(),
        )
    });
}
