//! # REA008 · tidak ada tabel realisasi
//!
//! ## Apa
//! Tidak ada tabel realisasi di seluruh masukan, padahal penilaian memerlukannya.
//!
//! ## Mengapa
//! Dikatakan sekali untuk seluruh masukan, bukan sekali per indikator.
//!
//! ## Dasar
//! Capaian dihitung dari realisasi; usulan rating dari umpan balik di tabel realisasi.
//!
//! ## Contoh
//! Hanya tabel pegawai, skp dan perilaku yang diberikan.
//!
//! ## Perbaikan
//! Sertakan berkas dengan tabel realisasi.

use crate::check::{Check, Context, Sink, fact_words};
use crate::finding::Level;
use crate::table::JenisTabel;

/// REA008.
pub static CHECK: Check = Check {
    kode: "REA008",
    judul: "tidak ada tabel realisasi",
    tingkat: Level::Galat,
    acuan: "Masukan skp (tabel realisasi)",
    source: include_str!("rea008_tabel_realisasi_tidak_ada.rs"),
    run,
};

fn run(ctx: &Context<'_>, sink: &mut Sink<'_>) {
    fact_words::tabel_kurang(
        ctx,
        sink,
        JenisTabel::Realisasi,
        "menunggu realisasi atau umpan baliknya",
        "Sertakan berkas yang berisi tabel realisasi (kolom nip, kode_rhk, aspek, realisasi, umpan_balik).",
    );
}
