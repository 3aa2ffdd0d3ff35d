//! # REA005 · satuan realisasi ditulis dengan kata lain
//!
//! ## Apa
//! Satuan realisasi ditulis dengan kata yang berbeda dari satuan target; nilainya tetap dihitung.
//!
//! ## Mengapa
//! Biasanya hanya beda sebutan (dokumen dan laporan), tetapi patut dilihat sekali.
//!
//! ## Dasar
//! Realisasi dibandingkan dengan target dalam satuan yang sama.
//!
//! ## Contoh
//! Target 12 dokumen, realisasi 12 laporan.
//!
//! ## Perbaikan
//! Samakan kata satuannya bila maksudnya sama; bila bukan, perbaiki angkanya.

use crate::check::{Check, Context, Sink, fact_words};
use crate::finding::Level;
use crate::score::FactKind;

/// REA005.
pub static CHECK: Check = Check {
    kode: "REA005",
    judul: "satuan realisasi ditulis dengan kata lain",
    tingkat: Level::Peringatan,
    acuan: "PermenPANRB 8/2021, Lampiran (capaian IKI)",
    source: include_str!("rea005_satuan_lain_kata.rs"),
    run,
};

fn run(ctx: &Context<'_>, sink: &mut Sink<'_>) {
    fact_words::tell_each(ctx, sink, FactKind::SatuanLain, |s| {
        (
            format!(
                "Satuan {indikator} pada {rhk} milik {orang} ditulis berbeda: {rincian}. Nilainya tetap dihitung.",
                orang = s.orang,
                rhk = s.rhk,
                indikator = s.indikator,
                rincian = s.rincian
            ),
            "Samakan kata satuannya bila maksudnya sama; bila bukan, perbaiki angkanya.".to_owned(),
        )
    });
}
