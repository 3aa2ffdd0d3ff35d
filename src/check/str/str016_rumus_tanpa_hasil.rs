//! # STR016 · rumus belum dihitung
//!
//! ## Apa
//! Sel berisi rumus yang hasilnya tidak tersimpan di berkas.
//!
//! ## Mengapa
//! `skp` membaca hasil yang tersimpan dan tidak menghitung rumus; sel ini tidak kosong, tetapi
//! isinya tidak diketahui.
//!
//! ## Dasar
//! Berkas buatan program (ekspor aplikasi, skrip) sering menyimpan rumus tanpa hasil.
//!
//! ## Contoh
//! =SUM(D2:D5) dari ekspor aplikasi yang belum pernah dibuka di Excel.
//!
//! ## Perbaikan
//! Buka berkasnya di Excel atau LibreOffice, simpan, lalu jalankan lagi.

use crate::check::{Check, Context, Sink, cell_words};
use crate::finding::Level;
use crate::problem::ProblemKind;

/// STR016.
pub static CHECK: Check = Check {
    kode: "STR016",
    judul: "rumus belum dihitung",
    tingkat: Level::Galat,
    acuan: "Tata berkas masukan skp (docs/panduan)",
    source: include_str!("str016_rumus_tanpa_hasil.rs"),
    run,
};

fn run(ctx: &Context<'_>, sink: &mut Sink<'_>) {
    for p in ctx.problems(ProblemKind::ValueUncomputed) {
        let place = cell_words::at_place(ctx, p);
        let message = format!("{place} berisi rumus yang hasilnya belum tersimpan di berkas.");
        cell_words::complete(
            sink.add(
                message,
                "Buka berkas ini di Excel atau LibreOffice, simpan, lalu jalankan lagi.",
            ),
            p,
        );
    }
}
