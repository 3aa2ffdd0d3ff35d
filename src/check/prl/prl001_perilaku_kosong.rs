//! # PRL001 · aspek perilaku belum dinilai atasan
//!
//! ## Apa
//! Sebuah aspek perilaku yang wajib belum diberi nilai (atau rating) oleh atasan.
//!
//! ## Mengapa
//! Aspek yang kosong tidak boleh hilang dari pembagi.
//!
//! ## Dasar
//! Nilai perilaku adalah rata-rata aspek yang wajib; rating perilaku diusulkan dari tujuh nilai
//! BerAKHLAK.
//!
//! ## Contoh
//! Aspek kerja_sama kosong.
//!
//! ## Perbaikan
//! Isi nilai aspek itu di tabel perilaku, atau tetapkan rating perilaku di tabel penilaian (6/2022).

use crate::check::{Check, Context, Sink, fact_words};
use crate::finding::Level;
use crate::score::FactKind;

/// PRL001.
pub static CHECK: Check = Check {
    kode: "PRL001",
    judul: "aspek perilaku belum dinilai atasan",
    tingkat: Level::Galat,
    acuan: "PP 30/2019 (penilaian perilaku kerja)",
    source: include_str!("prl001_perilaku_kosong.rs"),
    run,
};

fn run(ctx: &Context<'_>, sink: &mut Sink<'_>) {
    fact_words::tell_each(ctx, sink, FactKind::PerilakuKosong, |s| {
        (
            format!(
                "Aspek perilaku {rincian} untuk {orang} belum dinilai atasan (atau nilainya saling berbeda).",
                orang = s.orang,
                rincian = s.rincian
            ),
            "Isi satu nilai dari atasan untuk aspek itu di tabel perilaku.".to_owned(),
        )
    });
}
