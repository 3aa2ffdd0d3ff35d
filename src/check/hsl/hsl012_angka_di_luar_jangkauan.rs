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

use crate::check::{Check, Context, Sink, fact_words};
use crate::finding::Level;
use crate::score::FactKind;

/// HSL012.
pub static CHECK: Check = Check {
    kode: "HSL012",
    judul: "angka di luar jangkauan hitungan",
    tingkat: Level::Galat,
    acuan: "Hitungan tepat (tanpa pembulatan diam-diam)",
    source: include_str!("hsl012_angka_di_luar_jangkauan.rs"),
    run,
};

fn run(ctx: &Context<'_>, sink: &mut Sink<'_>) {
    fact_words::tell_each(ctx, sink, FactKind::AngkaDiLuarJangkauan, |s| {
        (
            format!(
                "Ada angka milik {orang} yang di luar jangkauan hitungan tepat.",
                orang = s.orang
            ),
            "Periksa apakah angka itu salah ketik; pakai satuan yang lebih besar atau lebih kecil.".to_owned(),
        )
    });
}
