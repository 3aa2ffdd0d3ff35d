//! # HSL006 · predikat tanpa rating
//!
//! ## Apa
//! Hanya predikat yang ditulis, tanpa rating apa pun. Predikat itu dipakai, tetapi tidak dapat diuji
//! dengan kuadran.
//!
//! ## Mengapa
//! Tanpa rating tidak tampak dari mana predikat itu datang.
//!
//! ## Dasar
//! Kuadran predikat kinerja.
//!
//! ## Contoh
//! hasil_akhir Baik, hasil_kerja dan perilaku_kerja kosong.
//!
//! ## Perbaikan
//! Tambahkan rating hasil kerja dan perilaku kerja bila ada.

use crate::check::{Check, Context, Sink, fact_words};
use crate::finding::Level;
use crate::score::FactKind;

/// HSL006.
pub static CHECK: Check = Check {
    kode: "HSL006",
    judul: "predikat tanpa rating",
    tingkat: Level::Catatan,
    acuan: "SE MenPANRB 3/2023 (kuadran predikat)",
    source: include_str!("hsl006_predikat_tanpa_rating.rs"),
    run,
};

fn run(ctx: &Context<'_>, sink: &mut Sink<'_>) {
    fact_words::tell_each(ctx, sink, FactKind::PredikatTanpaRating, |s| {
        (
            format!(
                "Predikat {orang} ({rincian}) dipakai sebagaimana ditulis; tanpa rating, predikat itu tidak dapat diuji.",
                orang = s.orang,
                rincian = s.rincian
            ),
            "Tambahkan hasil_kerja dan perilaku_kerja di tabel penilaian bila ada.".to_owned(),
        )
    });
}
