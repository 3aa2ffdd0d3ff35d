//! # STR015 · sel berisi kesalahan Excel
//!
//! ## Apa
//! Sel berisi nilai kesalahan seperti #N/A, #REF!, atau #DIV/0!.
//!
//! ## Mengapa
//! Nilainya tidak ada; menganggapnya 0 atau kosong akan mengubah hasil orang itu.
//!
//! ## Dasar
//! Sel yang salah bukan sel kosong dan bukan angka.
//!
//! ## Contoh
//! VLOOKUP ke lembar yang sudah dihapus menghasilkan #REF!.
//!
//! ## Perbaikan
//! Perbaiki rumusnya di Excel, atau tulis nilainya langsung.

use crate::check::{Check, Context, Sink, cell_words};
use crate::finding::Level;
use crate::problem::ProblemKind;

/// STR015.
pub static CHECK: Check = Check {
    kode: "STR015",
    judul: "sel berisi kesalahan Excel",
    tingkat: Level::Galat,
    acuan: "Tata berkas masukan skp (docs/panduan)",
    source: include_str!("str015_sel_galat.rs"),
    run,
};

fn run(ctx: &Context<'_>, sink: &mut Sink<'_>) {
    for p in ctx.problems(ProblemKind::ValueError) {
        let place = cell_words::at_place(ctx, p);
        let message = format!(
            "{place} berisi kesalahan {}, jadi nilainya tidak diketahui.",
            cell_words::tertulis(ctx, p)
        );
        cell_words::complete(
            sink.add(
                message,
                "Perbaiki rumusnya di Excel, atau tulis nilainya langsung, lalu simpan.",
            ),
            p,
        );
    }
}
