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

use crate::check::{Check, Konteks, Sink, fakta};
use crate::finding::Tingkat;
use crate::score::JenisFakta;

/// TGT004.
pub static CHECK: Check = Check {
    kode: "TGT004",
    judul: "target negatif atau rentang terbalik",
    tingkat: Tingkat::Galat,
    acuan: "PermenPANRB 8/2021, Lampiran (capaian IKI)",
    source: include_str!("tgt004_target_tidak_wajar.rs"),
    run,
};

fn run(ctx: &Konteks<'_>, sink: &mut Sink<'_>) {
    fakta::katakan(ctx, sink, JenisFakta::TargetTidakWajar, |s| {
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
