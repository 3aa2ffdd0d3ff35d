//! # REA020 · realisasi satu periode tertulis dua kali
//!
//! ## Apa
//! Dua baris realisasi untuk indikator dan periode yang sama dengan isi berbeda. Periode kosong
//! berarti setahun, sama seperti 2025.
//!
//! ## Mengapa
//! Tidak jelas angka mana yang benar, jadi pemiliknya belum dapat dinilai.
//!
//! ## Dasar
//! Satu indikator satu realisasi tiap periode.
//!
//! ## Contoh
//! Periode 2025 dua kali: 12 dan 3.
//!
//! ## Perbaikan
//! Hapus baris yang salah; bila keduanya bagian dari setahun, isi periodenya (2025-S1, 2025-S2) dan
//! akumulasi = jumlah.

use crate::check::{Check, Context, Sink, cell_words};
use crate::finding::Level;
use crate::problem::ProblemKind;

/// REA020.
pub static CHECK: Check = Check {
    kode: "REA020",
    judul: "realisasi satu periode tertulis dua kali",
    tingkat: Level::Galat,
    acuan: "Tata berkas masukan skp (docs/panduan)",
    source: include_str!("rea020_realisasi_ganda.rs"),
    run,
};

fn run(ctx: &Context<'_>, sink: &mut Sink<'_>) {
    for p in ctx.problems(ProblemKind::RealisasiDoubled) {
        let message = format!(
            "{} adalah realisasi kedua untuk indikator dan periode yang sama pada RHK {}; yang pertama di {}.",
            cell_words::at_place(ctx, p),
            p.kode_rhk.as_deref().unwrap_or_default(),
            cell_words::sel(ctx, p.other)
        );
        let remedy = "Hapus baris yang salah; bila keduanya bagian dari setahun, isi periodenya masing-masing dan pilih akumulasi yang sesuai.";
        cell_words::complete(sink.add(message, remedy), p);
    }
}
