//! # TGT020 · indikator tertulis dua kali
//!
//! ## Apa
//! Dua baris SKP untuk indikator yang sama (NIP, kode RHK, aspek, dan nomor indikator sama) tetapi
//! isinya berbeda.
//!
//! ## Mengapa
//! Tidak jelas target mana yang berlaku, jadi RHK itu dan pemiliknya belum dapat dinilai.
//!
//! ## Dasar
//! Satu indikator satu baris; beberapa indikator dalam satu aspek dibedakan dengan no_indikator 1,
//! 2, dan seterusnya.
//!
//! ## Contoh
//! Aspek kuantitas RHK LYN-1 ada dua: target 500 di baris 279, target 450 di baris 280.
//!
//! ## Perbaikan
//! Hapus baris yang salah. Bila memang dua indikator, beri no_indikator yang berbeda di SKP dan di
//! realisasi.

use crate::check::{Check, Context, Sink, cell_words};
use crate::finding::Level;
use crate::problem::ProblemKind;

/// TGT020.
pub static CHECK: Check = Check {
    kode: "TGT020",
    judul: "indikator tertulis dua kali",
    tingkat: Level::Galat,
    acuan: "Tata berkas masukan skp (docs/panduan)",
    source: include_str!("tgt020_indikator_ganda.rs"),
    run,
};

fn run(ctx: &Context<'_>, sink: &mut Sink<'_>) {
    for p in ctx.problems(ProblemKind::SkpDoubled) {
        let message = format!(
            "{} berbeda dengan {}, padahal keduanya untuk indikator yang sama pada RHK {}.",
            cell_words::at_place(ctx, p),
            cell_words::sel(ctx, p.other),
            p.kode_rhk.as_deref().unwrap_or_default()
        );
        let remedy = "Hapus baris yang salah; bila memang dua indikator, beri no_indikator yang berbeda di SKP dan di realisasi.";
        cell_words::complete(sink.add(message, remedy), p);
    }
}
