//! # STR011 · lembar tersembunyi ikut dibaca
//!
//! ## Apa
//! Sebuah lembar disembunyikan di buku kerja; isinya tetap dibaca.
//!
//! ## Mengapa
//! Isi yang tidak terlihat dapat ikut menentukan hasil tanpa disadari.
//!
//! ## Dasar
//! Semua lembar dibaca; yang tersembunyi disebut namanya.
//!
//! ## Contoh
//! Lembar "arsip 2024" yang disembunyikan masih memuat realisasi lama.
//!
//! ## Perbaikan
//! Tampilkan lembarnya di Excel dan periksa; hapus bila tidak dipakai.

use crate::check::{Check, Context, Sink};
use crate::finding::Level;
use crate::problem::ProblemKind;

/// STR011.
pub static CHECK: Check = Check {
    kode: "STR011",
    judul: "lembar tersembunyi ikut dibaca",
    tingkat: Level::Catatan,
    acuan: "Tata berkas masukan skp (docs/panduan)",
    source: include_str!("str011_lembar_tersembunyi.rs"),
    run,
};

fn run(ctx: &Context<'_>, sink: &mut Sink<'_>) {
    for p in ctx.problems(ProblemKind::SheetHidden) {
        let Some(at) = p.at else { continue };
        let name = ctx.inputs.sheet(at.sheet).name.as_deref().unwrap_or("(tanpa nama)");
        sink.add(
            format!("Lembar \"{name}\" disembunyikan di buku kerja, tetapi tetap dibaca."),
            "Tampilkan lembar itu di Excel dan periksa isinya; hapus bila tidak dipakai lagi.",
        )
        .at_place(at);
    }
}
