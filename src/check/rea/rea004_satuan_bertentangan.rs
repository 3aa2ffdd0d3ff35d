//! # REA004 · satuan realisasi bertentangan dengan target
//!
//! ## Apa
//! Satuan realisasi tidak mungkin sama dengan satuan target, misalnya persen terhadap dokumen atau
//! hari terhadap bulan.
//!
//! ## Mengapa
//! 85 % dan 85 dokumen adalah dua hal; membandingkannya memberi angka yang tampak benar tetapi salah.
//!
//! ## Dasar
//! Realisasi dibandingkan dengan target dalam satuan yang sama.
//!
//! ## Contoh
//! Target 12 dokumen, realisasi 85 %.
//!
//! ## Perbaikan
//! Tulis realisasi dengan satuan targetnya, atau perbaiki satuan target.

use crate::check::{Check, Context, Sink, fact_words};
use crate::finding::Level;
use crate::score::FactKind;

/// REA004.
pub static CHECK: Check = Check {
    kode: "REA004",
    judul: "satuan realisasi bertentangan dengan target",
    tingkat: Level::Galat,
    acuan: "PermenPANRB 8/2021, Lampiran (capaian IKI)",
    source: include_str!("rea004_satuan_bertentangan.rs"),
    run,
};

fn run(ctx: &Context<'_>, sink: &mut Sink<'_>) {
    fact_words::tell_each(ctx, sink, FactKind::SatuanBeda, |s| {
        (
            format!(
                "Satuan {indikator} pada {rhk} milik {orang} bertentangan: {rincian}.",
                orang = s.orang,
                rhk = s.rhk,
                indikator = s.indikator,
                rincian = s.rincian
            ),
            "Tulis realisasi dengan satuan targetnya, atau perbaiki satuan target.".to_owned(),
        )
    });
}
