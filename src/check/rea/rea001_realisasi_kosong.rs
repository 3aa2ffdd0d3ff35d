//! # REA001 · realisasi belum diisi
//!
//! ## Apa
//! Realisasi sebuah indikator tidak ada untuk masa penilaian ini.
//!
//! ## Mengapa
//! Satu indikator tanpa realisasi tidak boleh hilang dari pembagi: kalau begitu satu indikator yang
//! terisi menentukan seluruh tahun.
//!
//! ## Dasar
//! Capaian = realisasi / target × 100; periode yang tidak diisi bukan 0 dan bukan 100.
//!
//! ## Contoh
//! Baris realisasi ada, kolom realisasi kosong.
//!
//! ## Perbaikan
//! Isi realisasinya. Bila memang nihil, tulis 0.

use crate::check::{Check, Context, Sink, fact_words};
use crate::finding::Level;
use crate::score::FactKind;

/// REA001.
pub static CHECK: Check = Check {
    kode: "REA001",
    judul: "realisasi belum diisi",
    tingkat: Level::Galat,
    acuan: "PermenPANRB 8/2021, Lampiran (capaian IKI)",
    source: include_str!("rea001_realisasi_kosong.rs"),
    run,
};

fn run(ctx: &Context<'_>, sink: &mut Sink<'_>) {
    fact_words::tell_each(ctx, sink, FactKind::RealisasiKosong, |s| {
        (
            format!(
                "Realisasi {indikator} pada {rhk} milik {orang} belum ada.",
                orang = s.orang,
                rhk = s.rhk,
                indikator = s.indikator
            ),
            "Isi realisasinya di tabel realisasi; bila memang nihil, tulis 0.".to_owned(),
        )
    });
}
