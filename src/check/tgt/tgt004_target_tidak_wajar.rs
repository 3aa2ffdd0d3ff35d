//! # TGT004 · target negatif atau rentang terbalik
//!
//! ## Apa
//! Target negatif, atau batas bawah rentangnya lebih besar daripada batas atas.
//!
//! ## Mengapa
//! Angka tidak pernah ditebak: tanpa ini capaian tidak ada, dan tidak pernah dianggap 0 atau 100.
//!
//! ## Dasar
//! PermenPANRB 8/2021, Lampiran (target berupa rentang).
//!
//! ## Contoh
//! Target 90–80.
//!
//! ## Perbaikan
//! Tulis rentang dari yang kecil ke yang besar (80–90), dan target sebagai angka positif.

use crate::check::{Check, Context, Sink, fact_words};
use crate::finding::Level;
use crate::score::FactKind;

/// TGT004.
pub static CHECK: Check = Check {
    kode: "TGT004",
    judul: "target negatif atau rentang terbalik",
    tingkat: Level::Galat,
    acuan: "PermenPANRB 8/2021, Lampiran (capaian IKI)",
    source: include_str!("tgt004_target_tidak_wajar.rs"),
    run,
};

fn run(ctx: &Context<'_>, sink: &mut Sink<'_>) {
    fact_words::tell_each(ctx, sink, FactKind::TargetTidakWajar, |s| {
        (
            format!(
                "Target \"{rincian}\" pada {indikator}, {rhk} milik {orang}, tidak dapat dihitung: negatif, atau batas bawahnya lebih besar daripada batas atas.",
                orang = s.orang,
                rhk = s.rhk,
                indikator = s.indikator,
                rincian = s.rincian
            ),
            "Tulis rentang dari yang kecil ke yang besar, dan target sebagai angka positif.".to_owned(),
        )
    });
}
