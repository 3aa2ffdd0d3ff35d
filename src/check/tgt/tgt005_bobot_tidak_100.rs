//! # TGT005 · bobot indikator tidak lengkap atau tidak 100
//!
//! ## Apa
//! Indikator sebuah RHK diberi bobot, tetapi tidak semuanya, atau jumlahnya bukan 100, atau ada yang
//! negatif.
//!
//! ## Mengapa
//! Rata-rata tertimbang dengan bobot yang tidak genap 100 menggeser nilai tanpa alasan; semua bobot 0
//! membuat pembaginya 0.
//!
//! ## Dasar
//! Rata-rata tertimbang capaian menurut bobot; tanpa bobot semua indikator sama berat (aturan
//! pp-30-2019).
//!
//! ## Contoh
//! Bobot 60 dan 30, indikator ketiga kosong.
//!
//! ## Perbaikan
//! Isi bobot pada setiap indikator RHK itu sampai jumlahnya tepat 100, atau kosongkan semuanya.

use crate::check::{Check, Context, Sink, fact_words};
use crate::finding::Level;
use crate::score::FactKind;

/// TGT005.
pub static CHECK: Check = Check {
    kode: "TGT005",
    judul: "bobot indikator tidak lengkap atau tidak 100",
    tingkat: Level::Galat,
    acuan: "PP 30/2019 (nilai kinerja); parameter nilai_rhk",
    source: include_str!("tgt005_bobot_tidak_100.rs"),
    run,
};

fn run(ctx: &Context<'_>, sink: &mut Sink<'_>) {
    fact_words::tell_each(ctx, sink, FactKind::BobotTidakSah, |s| {
        (
            format!(
                "Bobot indikator {rhk} milik {orang} adalah {rincian}; harus terisi semua dan berjumlah 100.",
                orang = s.orang,
                rhk = s.rhk,
                rincian = s.rincian
            ),
            "Isi bobot setiap indikator RHK itu sampai jumlahnya 100, atau kosongkan semuanya.".to_owned(),
        )
    });
}
