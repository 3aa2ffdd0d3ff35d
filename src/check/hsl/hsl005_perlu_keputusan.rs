//! # HSL005 · perlu keputusan penilai
//!
//! ## Apa
//! Rating tidak dapat diusulkan dari data: umpan baliknya berimbang, belum lengkap, atau tidak
//! terbaca.
//!
//! ## Mengapa
//! Aplikasi mengusulkan, pejabat penilai memutuskan; yang berimbang tidak dibulatkan ke mana pun.
//!
//! ## Dasar
//! Pejabat penilai menetapkan rating (PermenPANRB 6/2022).
//!
//! ## Contoh
//! Dua RHK sesuai dan dua di bawah ekspektasi.
//!
//! ## Perbaikan
//! Pejabat penilai menetapkan hasil_kerja dan perilaku_kerja di tabel penilaian.

use crate::check::{Check, Context, Sink, fact_words};
use crate::finding::Level;
use crate::score::FactKind;

/// HSL005.
pub static CHECK: Check = Check {
    kode: "HSL005",
    judul: "perlu keputusan penilai",
    tingkat: Level::Peringatan,
    acuan: "SE MenPANRB 3/2023 (kuadran predikat)",
    source: include_str!("hsl005_perlu_keputusan.rs"),
    run,
};

fn run(ctx: &Context<'_>, sink: &mut Sink<'_>) {
    fact_words::tell_each(ctx, sink, FactKind::PerluKeputusan, |s| {
        (
            format!(
                "{orang} menunggu keputusan pejabat penilai: {rincian}.",
                orang = s.orang,
                rincian = s.rincian
            ),
            "Pejabat penilai menetapkan ratingnya di tabel penilaian (hasil_kerja, perilaku_kerja).".to_owned(),
        )
    });
}
