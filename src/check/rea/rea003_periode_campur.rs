//! # REA003 · periode realisasi bercampur
//!
//! ## Apa
//! Realisasi satu indikator ditulis dalam satuan waktu yang berbeda-beda, misalnya semester dan
//! triwulan.
//!
//! ## Mengapa
//! Semester 1 sudah memuat triwulan 1 dan 2; menjumlahkan keduanya menghitung hasil yang sama dua
//! kali.
//!
//! ## Dasar
//! Realisasi berkala digabung menurut akumulasi dari periode yang sejenis.
//!
//! ## Contoh
//! Baris 2025-S1 dan 2025-TW1 untuk indikator yang sama.
//!
//! ## Perbaikan
//! Pakai satu jenis periode saja, atau satu baris untuk setahun.

use crate::check::{Check, Context, Sink, fact_words};
use crate::finding::Level;
use crate::score::FactKind;

/// REA003.
pub static CHECK: Check = Check {
    kode: "REA003",
    judul: "periode realisasi bercampur",
    tingkat: Level::Galat,
    acuan: "Masukan skp (tabel realisasi)",
    source: include_str!("rea003_periode_campur.rs"),
    run,
};

fn run(ctx: &Context<'_>, sink: &mut Sink<'_>) {
    fact_words::tell_each(ctx, sink, FactKind::RealisasiCampur, |s| {
        (
            format!(
                "Realisasi {indikator} pada {rhk} milik {orang} memakai periode yang bercampur ({rincian}), jadi tidak dapat digabung.",
                orang = s.orang,
                rhk = s.rhk,
                indikator = s.indikator,
                rincian = s.rincian
            ),
            "Pakai satu jenis periode (semua triwulan, atau semua semester), atau tulis satu baris untuk setahun.".to_owned(),
        )
    });
}
