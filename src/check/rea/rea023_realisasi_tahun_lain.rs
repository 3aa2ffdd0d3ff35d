//! # REA023 · data tahun lain dilewati
//!
//! ## Apa
//! Baris realisasi, atau sebuah formulir, adalah untuk tahun atau periode di luar yang dinilai.
//! Semuanya dilewati.
//!
//! ## Mengapa
//! Hanya realisasi tahun yang dinilai yang dihitung; tahun lain tidak boleh menimpanya.
//!
//! ## Dasar
//! Periode adalah bagian dari setiap kunci: hasil tahun lain tidak tercampur.
//!
//! ## Contoh
//! Menilai 2025, tetapi ada baris realisasi periode 2024.
//!
//! ## Perbaikan
//! Tidak perlu diperbaiki bila memang data tahun lalu. Bila salah tulis, perbaiki periodenya; bila
//! salah tahun, jalankan dengan --tahun yang benar.

use crate::check::{Check, Konteks, Sink, lapor};
use crate::finding::Tingkat;
use crate::problem::ProblemKind;

/// REA023.
pub static CHECK: Check = Check {
    kode: "REA023",
    judul: "data tahun lain dilewati",
    tingkat: Tingkat::Catatan,
    acuan: "Tata berkas masukan skp (docs/panduan)",
    source: include_str!("rea023_realisasi_tahun_lain.rs"),
    run,
};

fn run(ctx: &Konteks<'_>, sink: &mut Sink<'_>) {
    for p in ctx.problems(ProblemKind::RealisasiOtherYear) {
        let rows = p.detail.as_deref().unwrap_or("1");
        let message = format!(
            "{} dan yang sejenisnya ({rows} baris) untuk \"{}\", di luar {} yang dinilai; dilewati.",
            lapor::tempat(ctx, p),
            lapor::tertulis(ctx, p),
            ctx.data.periode
        );
        let remedy = "Biarkan bila memang data periode lain; bila salah tulis, perbaiki periodenya; bila salah tahun, jalankan dengan --tahun yang benar.";
        lapor::lengkapi(sink.add(message, remedy), p);
    }
}
