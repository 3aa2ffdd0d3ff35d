//! # HSL012 · angka di luar jangkauan hitungan
//!
//! ## Apa
//! Sebuah angka terlalu besar atau terlalu halus untuk dihitung dengan tepat.
//!
//! ## Mengapa
//! Hitungan di sini selalu tepat; daripada memberi angka yang kira-kira, lebih baik mengatakan tidak
//! bisa.
//!
//! ## Dasar
//! Pembulatan hanya pada tahap yang disebut aturan.
//!
//! ## Contoh
//! Target 0,0000000000000000001.
//!
//! ## Perbaikan
//! Periksa apakah angkanya salah ketik; pakai satuan yang lebih besar atau lebih kecil.

use crate::check::{Check, Konteks, Sink, fakta};
use crate::finding::Tingkat;
use crate::score::JenisFakta;

/// HSL012.
pub static CHECK: Check = Check {
    kode: "HSL012",
    judul: "angka di luar jangkauan hitungan",
    tingkat: Tingkat::Galat,
    acuan: "Hitungan tepat (tanpa pembulatan diam-diam)",
    source: include_str!("hsl012_angka_di_luar_jangkauan.rs"),
    run,
};

fn run(ctx: &Konteks<'_>, sink: &mut Sink<'_>) {
    fakta::katakan(ctx, sink, JenisFakta::AngkaDiLuarJangkauan, |s| {
        (
            format!(
                "Ada angka milik {orang} yang di luar jangkauan hitungan tepat.",
                orang = s.orang
            ),
            "Periksa apakah angka itu salah ketik; pakai satuan yang lebih besar atau lebih kecil.".to_owned(),
        )
    });
}
