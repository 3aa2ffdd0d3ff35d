//! # REA002 · realisasi negatif atau bukan angka
//!
//! ## Apa
//! Realisasi sebuah indikator negatif, atau berupa kata-kata dalam penilaian angka.
//!
//! ## Mengapa
//! Angka tidak pernah ditebak: tanpa ini capaian tidak ada, dan tidak pernah dianggap 0 atau 100.
//!
//! ## Dasar
//! Capaian = realisasi / target × 100.
//!
//! ## Contoh
//! Realisasi "selesai" untuk target 4 laporan.
//!
//! ## Perbaikan
//! Tulis realisasi sebagai angka dengan satuan yang sama dengan targetnya.

use crate::check::{Check, Context, Sink, fact_words};
use crate::finding::Level;
use crate::score::FactKind;

/// REA002.
pub static CHECK: Check = Check {
    kode: "REA002",
    judul: "realisasi negatif atau bukan angka",
    tingkat: Level::Galat,
    acuan: "PermenPANRB 8/2021, Lampiran (capaian IKI)",
    source: include_str!("rea002_realisasi_tidak_wajar.rs"),
    run,
};

fn run(ctx: &Context<'_>, sink: &mut Sink<'_>) {
    fact_words::tell_each(ctx, sink, FactKind::RealisasiTidakWajar, |s| {
        (
            format!(
                "Realisasi {indikator} pada {rhk} milik {orang} bukan angka yang dapat dihitung (negatif, atau berupa kata).",
                orang = s.orang,
                rhk = s.rhk,
                indikator = s.indikator
            ),
            "Tulis realisasi sebagai angka yang tidak negatif, dengan satuan yang sama dengan targetnya.".to_owned(),
        )
    });
}
