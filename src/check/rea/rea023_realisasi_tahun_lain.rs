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

use crate::check::{Check, Context, Sink, cell_words};
use crate::finding::Level;
use crate::problem::ProblemKind;

/// REA023.
pub static CHECK: Check = Check {
    kode: "REA023",
    judul: "data tahun lain dilewati",
    tingkat: Level::Catatan,
    acuan: "Tata berkas masukan skp (docs/panduan)",
    source: include_str!("rea023_realisasi_tahun_lain.rs"),
    run,
};

fn run(ctx: &Context<'_>, sink: &mut Sink<'_>) {
    for p in ctx.problems(ProblemKind::RealisasiOtherYear) {
        let rows = p.detail.as_deref().unwrap_or("1");
        let message = format!(
            "{} dan yang sejenisnya ({rows} baris) untuk \"{}\", di luar {} yang dinilai; dilewati.",
            cell_words::at_place(ctx, p),
            cell_words::tertulis(ctx, p),
            ctx.data.periode
        );
        let remedy = "Biarkan bila memang data periode lain; bila salah tulis, perbaiki periodenya; bila salah tahun, jalankan dengan --tahun yang benar.";
        cell_words::complete(sink.add(message, remedy), p);
    }
}
