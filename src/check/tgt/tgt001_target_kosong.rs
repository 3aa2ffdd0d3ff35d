//! # TGT001 · target belum diisi
//!
//! ## Apa
//! Sebuah indikator tidak mempunyai target, padahal aturan penilaian yang dipakai menghitung capaian
//! dari target.
//!
//! ## Mengapa
//! Angka tidak pernah ditebak: tanpa ini capaian tidak ada, dan tidak pernah dianggap 0 atau 100.
//!
//! ## Dasar
//! Capaian = realisasi / target × 100 (PermenPANRB 8/2021, Lampiran hlm. 91). Tanpa target tidak ada
//! pembanding.
//!
//! ## Contoh
//! Kolom target kosong pada indikator "Jumlah laporan".
//!
//! ## Perbaikan
//! Isi target indikator itu sesuai SKP yang sudah ditetapkan.

use crate::check::{Check, Context, Sink, fact_words};
use crate::finding::Level;
use crate::score::FactKind;

/// TGT001.
pub static CHECK: Check = Check {
    kode: "TGT001",
    judul: "target belum diisi",
    tingkat: Level::Galat,
    acuan: "PermenPANRB 8/2021, Lampiran (capaian IKI)",
    source: include_str!("tgt001_target_kosong.rs"),
    run,
};

fn run(ctx: &Context<'_>, sink: &mut Sink<'_>) {
    fact_words::tell_each(ctx, sink, FactKind::TargetKosong, |s| {
        (
            format!(
                "Target {indikator} pada {rhk} milik {orang} belum diisi, jadi capaiannya tidak dapat dihitung.",
                orang = s.orang,
                rhk = s.rhk,
                indikator = s.indikator
            ),
            "Isi target indikator itu sesuai SKP yang ditetapkan.".to_owned(),
        )
    });
}
