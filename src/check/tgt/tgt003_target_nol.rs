//! # TGT003 · target bernilai 0
//!
//! ## Apa
//! Target sebuah indikator adalah 0.
//!
//! ## Mengapa
//! Realisasi tidak dapat dibagi 0. Banyak aplikasi diam-diam memberi 100 % di sini; itu nilai yang
//! tidak pernah diraih siapa pun.
//!
//! ## Dasar
//! Capaian = realisasi / target × 100 (PermenPANRB 8/2021, Lampiran hlm. 91).
//!
//! ## Contoh
//! Target 0 pengaduan.
//!
//! ## Perbaikan
//! Ganti dengan ukuran yang dapat dibandingkan, misalnya target rentang 0–2 dengan arah turun, atau
//! persentase pengaduan yang selesai.

use crate::check::{Check, Context, Sink, fact_words};
use crate::finding::Level;
use crate::score::FactKind;

/// TGT003.
pub static CHECK: Check = Check {
    kode: "TGT003",
    judul: "target bernilai 0",
    tingkat: Level::Galat,
    acuan: "PermenPANRB 8/2021, Lampiran (capaian IKI)",
    source: include_str!("tgt003_target_nol.rs"),
    run,
};

fn run(ctx: &Context<'_>, sink: &mut Sink<'_>) {
    fact_words::tell_each(ctx, sink, FactKind::TargetNol, |s| {
        (
            format!(
                "Target {indikator} pada {rhk} milik {orang} bernilai 0; realisasi tidak dapat dibandingkan dengan 0.",
                orang = s.orang,
                rhk = s.rhk,
                indikator = s.indikator
            ),
            "Ganti dengan target yang dapat dibandingkan, misalnya rentang 0–2 dengan arah turun.".to_owned(),
        )
    });
}
