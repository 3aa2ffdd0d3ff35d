//! # HSL002 · rating yang ditetapkan berbeda dari usulan
//!
//! ## Apa
//! Rating yang ditetapkan penilai berbeda dari yang diberikan umpan balik, nilai perilaku, atau
//! predikat organisasi. Rating penilai yang berlaku.
//!
//! ## Mengapa
//! Keputusan tetap pada pejabat penilai; bedanya patut dapat dijelaskan.
//!
//! ## Dasar
//! Pejabat penilai menetapkan rating (PermenPANRB 6/2022).
//!
//! ## Contoh
//! Umpan balik seluruh RHK sesuai, rating hasil kerja di atas ekspektasi.
//!
//! ## Perbaikan
//! Pastikan rating itu disengaja dan ada alasannya.

use crate::check::{Check, Context, Sink, fact_words};
use crate::finding::Level;
use crate::score::FactKind;

/// HSL002.
pub static CHECK: Check = Check {
    kode: "HSL002",
    judul: "rating yang ditetapkan berbeda dari usulan",
    tingkat: Level::Peringatan,
    acuan: "SE MenPANRB 3/2023 (kuadran predikat)",
    source: include_str!("hsl002_rating_beda_usulan.rs"),
    run,
};

fn run(ctx: &Context<'_>, sink: &mut Sink<'_>) {
    fact_words::tell_each(ctx, sink, FactKind::RatingBedaUsulan, |s| {
        (
            format!(
                "Untuk {orang}: {rincian}. Yang ditetapkan penilai yang berlaku.",
                orang = s.orang,
                rincian = s.rincian
            ),
            "Pastikan perbedaan itu disengaja dan alasannya tercatat.".to_owned(),
        )
    });
}
