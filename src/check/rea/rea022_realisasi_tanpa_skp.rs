//! # REA022 · realisasi untuk RHK atau indikator yang tidak ada
//!
//! ## Apa
//! Baris realisasi menyebut kode RHK, aspek, atau nomor indikator yang tidak ada di SKP orang itu.
//!
//! ## Mengapa
//! Realisasi itu tidak dihitung. Bila kodenya salah tulis, RHK yang sebenarnya tampak tanpa
//! realisasi.
//!
//! ## Dasar
//! Realisasi dihubungkan dengan SKP lewat NIP, kode_rhk, aspek, dan no_indikator.
//!
//! ## Contoh
//! Realisasi untuk KEU-D, padahal SKP hanya memuat KEU-1 sampai KEU-3.
//!
//! ## Perbaikan
//! Perbaiki kodenya, tambahkan indikatornya ke SKP, atau hapus barisnya.

use crate::check::{Check, Context, Sink, cell_words};
use crate::finding::Level;
use crate::problem::ProblemKind;

/// REA022.
pub static CHECK: Check = Check {
    kode: "REA022",
    judul: "realisasi untuk RHK atau indikator yang tidak ada",
    tingkat: Level::Peringatan,
    acuan: "Tata berkas masukan skp (docs/panduan)",
    source: include_str!("rea022_realisasi_tanpa_skp.rs"),
    run,
};

fn run(ctx: &Context<'_>, sink: &mut Sink<'_>) {
    for p in ctx.problems(ProblemKind::RealisasiUnknown) {
        let kode = p.kode_rhk.as_deref().unwrap_or_default();
        let what = match p.detail.as_deref() {
            Some("kode_rhk") | None => format!("RHK {kode}"),
            Some(indikator) => format!("{indikator} aspek \"{}\" pada RHK {kode}", cell_words::tertulis(ctx, p)),
        };
        let message = format!(
            "{} adalah realisasi untuk {what}, yang tidak ada di SKP; tidak dihitung.",
            cell_words::at_place(ctx, p)
        );
        let remedy = "Perbaiki kode RHK, aspek, atau nomor indikatornya, atau tambahkan indikator itu ke SKP.";
        cell_words::complete(sink.add(message, remedy), p);
    }
}
