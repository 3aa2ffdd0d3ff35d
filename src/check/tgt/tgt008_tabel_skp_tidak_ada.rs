//! # TGT008 · tidak ada tabel skp
//!
//! ## Apa
//! Aturan penilaian yang dipakai memerlukan SKP, tetapi tidak ada tabel skp di seluruh masukan.
//!
//! ## Mengapa
//! Dikatakan sekali untuk seluruh masukan, bukan sekali per orang.
//!
//! ## Dasar
//! Nilai SKP dihitung dari rencana hasil kerja.
//!
//! ## Contoh
//! Hanya tabel pegawai dan perilaku yang diberikan dengan --aturan pp-30-2019.
//!
//! ## Perbaikan
//! Sertakan berkas dengan tabel skp, atau pakai aturan kualitatif bila rating sudah ditetapkan
//! penilai.

use crate::check::{Check, Context, Sink, fact_words};
use crate::finding::Level;
use crate::table::JenisTabel;

/// TGT008.
pub static CHECK: Check = Check {
    kode: "TGT008",
    judul: "tidak ada tabel skp",
    tingkat: Level::Galat,
    acuan: "Masukan skp (tabel skp)",
    source: include_str!("tgt008_tabel_skp_tidak_ada.rs"),
    run,
};

fn run(ctx: &Context<'_>, sink: &mut Sink<'_>) {
    fact_words::tabel_kurang(
        ctx,
        sink,
        JenisTabel::Skp,
        "belum dapat dinilai karena itu",
        "Sertakan berkas yang berisi tabel skp (kolom nip, kode_rhk, jenis, rhk, aspek, indikator, target).",
    );
}
