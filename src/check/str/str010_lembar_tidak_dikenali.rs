//! # STR010 · lembar berisi NIP tetapi tabelnya tidak dikenali
//!
//! ## Apa
//! Sebuah lembar memuat NIP, tetapi kepala kolomnya tidak cocok dengan jenis tabel mana pun.
//! Lembar tanpa NIP (petunjuk, daftar pilihan) dilewati tanpa temuan; `skp baca` menyebutnya.
//!
//! ## Mengapa
//! Bisa jadi data penilaian yang tertinggal karena nama kolomnya lain.
//!
//! ## Dasar
//! Jenis tabel dikenali dari nama kolom, dalam 30 baris pertama.
//!
//! ## Contoh
//! Lembar "Realisasi TW4" yang baris kepalanya terhapus.
//!
//! ## Perbaikan
//! Bila lembar itu masukan, perbaiki kepala kolomnya; bila bukan, biarkan.

use crate::check::{Check, Context, Sink};
use crate::finding::Level;
use crate::problem::ProblemKind;

/// STR010.
pub static CHECK: Check = Check {
    kode: "STR010",
    judul: "lembar berisi NIP tetapi tabelnya tidak dikenali",
    tingkat: Level::Peringatan,
    acuan: "Tata berkas masukan skp (docs/panduan)",
    source: include_str!("str010_lembar_tidak_dikenali.rs"),
    run,
};

fn run(ctx: &Context<'_>, sink: &mut Sink<'_>) {
    for p in ctx.problems(ProblemKind::SheetNotRecognised) {
        let Some(at) = p.at else { continue };
        let sheet = ctx.inputs.sheet(at.sheet);
        let name = sheet
            .name
            .as_deref()
            .map_or_else(|| "Berkas ini".to_owned(), |n| format!("Lembar \"{n}\""));
        sink.add(
            format!("{name} memuat NIP, tetapi tidak ada tabel yang dikenali di dalamnya; isinya tidak ikut dihitung."),
            "Bila lembar itu memang masukan, beri kepala kolom yang dikenal (lihat skp template); bila bukan, abaikan saja.",
        )
        .at_place(at);
    }
}
