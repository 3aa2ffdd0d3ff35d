//! # HSL015 · tidak ada tabel pegawai
//!
//! ## Apa
//! Tidak ada tabel pegawai di seluruh masukan, padahal aturan numerik memerlukan jabatannya.
//!
//! ## Mengapa
//! Dikatakan sekali untuk seluruh masukan, bukan sekali per orang.
//!
//! ## Dasar
//! Rumus dan aspek perilaku bergantung pada jenis jabatan.
//!
//! ## Contoh
//! Hanya tabel skp dan realisasi yang diberikan.
//!
//! ## Perbaikan
//! Sertakan berkas dengan tabel pegawai.

use crate::check::{Check, Context, Sink, fact_words};
use crate::finding::Level;
use crate::table::JenisTabel;

/// HSL015.
pub static CHECK: Check = Check {
    kode: "HSL015",
    judul: "tidak ada tabel pegawai",
    tingkat: Level::Galat,
    acuan: "Masukan skp (tabel pegawai)",
    source: include_str!("hsl015_tabel_pegawai_tidak_ada.rs"),
    run,
};

fn run(ctx: &Context<'_>, sink: &mut Sink<'_>) {
    fact_words::tabel_kurang(
        ctx,
        sink,
        JenisTabel::Pegawai,
        "tidak diketahui jabatannya",
        "Sertakan berkas yang berisi tabel pegawai (kolom nip, nama, jabatan, jenis_jabatan, unit_kerja).",
    );
}
