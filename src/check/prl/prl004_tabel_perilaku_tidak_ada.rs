//! # PRL004 · tidak ada tabel perilaku
//!
//! ## Apa
//! Tidak ada tabel perilaku di seluruh masukan, padahal penilaian memerlukannya.
//!
//! ## Mengapa
//! Dikatakan sekali untuk seluruh masukan, bukan sekali per orang.
//!
//! ## Dasar
//! Nilai kinerja menggabungkan SKP dan perilaku.
//!
//! ## Contoh
//! Hanya tabel pegawai, skp dan realisasi yang diberikan.
//!
//! ## Perbaikan
//! Sertakan berkas dengan tabel perilaku.

use crate::check::{Check, Context, Sink, fact_words};
use crate::finding::Level;
use crate::table::JenisTabel;

/// PRL004.
pub static CHECK: Check = Check {
    kode: "PRL004",
    judul: "tidak ada tabel perilaku",
    tingkat: Level::Galat,
    acuan: "Masukan skp (tabel perilaku)",
    source: include_str!("prl004_tabel_perilaku_tidak_ada.rs"),
    run,
};

fn run(ctx: &Context<'_>, sink: &mut Sink<'_>) {
    fact_words::tabel_kurang(
        ctx,
        sink,
        JenisTabel::Perilaku,
        "menunggu penilaian perilakunya",
        "Sertakan berkas yang berisi tabel perilaku (kolom nip, aspek, penilai, nilai).",
    );
}
