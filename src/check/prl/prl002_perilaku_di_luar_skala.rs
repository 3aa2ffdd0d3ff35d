//! # PRL002 · nilai perilaku di luar skala
//!
//! ## Apa
//! Nilai perilaku di luar 0–120, berupa kata dalam penilaian angka, atau berupa angka dalam penilaian
//! dengan rating.
//!
//! ## Mengapa
//! Nilai yang salah bentuk tidak dibulatkan dan tidak diterjemahkan.
//!
//! ## Dasar
//! Skala 0–120 (asumsi, perlu ditegaskan instansi); PermenPANRB 6/2022 memakai rating, bukan angka.
//!
//! ## Contoh
//! komitmen 125; akuntabel 90 pada 6/2022.
//!
//! ## Perbaikan
//! Tulis angka 0–120 (aturan numerik) atau rating di atas/sesuai/di bawah ekspektasi (6/2022).

use crate::check::{Check, Context, Sink, fact_words};
use crate::finding::Level;
use crate::score::FactKind;

/// PRL002.
pub static CHECK: Check = Check {
    kode: "PRL002",
    judul: "nilai perilaku di luar skala",
    tingkat: Level::Galat,
    acuan: "PP 30/2019 (penilaian perilaku kerja)",
    source: include_str!("prl002_perilaku_di_luar_skala.rs"),
    run,
};

fn run(ctx: &Context<'_>, sink: &mut Sink<'_>) {
    fact_words::tell_each(ctx, sink, FactKind::PerilakuDiLuarSkala, |s| {
        if s.kualitatif {
            (
                format!(
                    "Aspek perilaku {} untuk {} berupa angka; angka bukan rating.",
                    s.rincian, s.orang
                ),
                "Tulis rating: di atas, sesuai, atau di bawah ekspektasi.".to_owned(),
            )
        } else {
            (
                format!("Perilaku {}: {}; harus angka 0–120.", s.orang, s.rincian),
                "Tulis nilai perilaku sebagai angka antara 0 dan 120.".to_owned(),
            )
        }
    });
}
