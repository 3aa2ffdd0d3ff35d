//! # HSL003 · ide baru tanpa rekomendasi atasan
//!
//! ## Apa
//! Pegawai ditandai mempunyai ide baru, tetapi rekomendasi atasannya tidak dicatat.
//!
//! ## Mengapa
//! Ide baru membuka predikat Sangat Baik; penetapannya oleh pimpinan unit atas rekomendasi atasan.
//!
//! ## Dasar
//! PP 30/2019 Pasal 41 ayat (5).
//!
//! ## Contoh
//! ide_baru = ya, rekomendasi_ide kosong.
//!
//! ## Perbaikan
//! Isi rekomendasi_ide dengan nomor atau tanggal rekomendasinya.

use crate::check::{Check, Context, Sink, fact_words};
use crate::finding::Level;
use crate::score::FactKind;

/// HSL003.
pub static CHECK: Check = Check {
    kode: "HSL003",
    judul: "ide baru tanpa rekomendasi atasan",
    tingkat: Level::Peringatan,
    acuan: "PP 30/2019 Pasal 41 ayat (5)",
    source: include_str!("hsl003_ide_tanpa_rekomendasi.rs"),
    run,
};

fn run(ctx: &Context<'_>, sink: &mut Sink<'_>) {
    fact_words::tell_each(ctx, sink, FactKind::IdeTanpaRekomendasi, |s| {
        (
            format!(
                "{orang} ditandai mempunyai ide baru, tetapi rekomendasi atasannya tidak dicatat.",
                orang = s.orang
            ),
            "Isi rekomendasi_ide dengan nomor atau tanggal rekomendasi atasan, atau kosongkan ide_baru.".to_owned(),
        )
    });
}
