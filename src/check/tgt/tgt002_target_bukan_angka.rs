//! # TGT002 · target berupa kata dalam penilaian angka
//!
//! ## Apa
//! Target sebuah indikator berupa kata-kata, padahal aturan penilaian yang dipakai menghitung angka.
//!
//! ## Mengapa
//! Angka tidak pernah ditebak: tanpa ini capaian tidak ada, dan tidak pernah dianggap 0 atau 100.
//!
//! ## Dasar
//! PP 30/2019 dan PermenPANRB 8/2021 menilai dengan angka; target berupa kalimat hanya dikenal di
//! PermenPANRB 6/2022.
//!
//! ## Contoh
//! Target "tersusunnya laporan" pada penilaian pp-30-2019.
//!
//! ## Perbaikan
//! Tulis target sebagai angka dan satuan (misalnya 4 laporan), atau pakai --aturan
//! permenpanrb-6-2022.

use crate::check::{Check, Context, Sink, fact_words};
use crate::finding::Level;
use crate::score::FactKind;

/// TGT002.
pub static CHECK: Check = Check {
    kode: "TGT002",
    judul: "target berupa kata dalam penilaian angka",
    tingkat: Level::Galat,
    acuan: "PermenPANRB 8/2021, Lampiran (capaian IKI)",
    source: include_str!("tgt002_target_bukan_angka.rs"),
    run,
};

fn run(ctx: &Context<'_>, sink: &mut Sink<'_>) {
    fact_words::tell_each(ctx, sink, FactKind::TargetTeks, |s| {
        (
            format!(
                "Target {indikator} pada {rhk} milik {orang} berupa kata \"{rincian}\", bukan angka.",
                orang = s.orang,
                rhk = s.rhk,
                indikator = s.indikator,
                rincian = s.rincian
            ),
            "Tulis target sebagai angka dan satuan (misalnya 4 laporan), atau pakai --aturan permenpanrb-6-2022.".to_owned(),
        )
    });
}
