//! # STR018 · bukan angka
//!
//! ## Apa
//! Sel yang harus berisi angka berisi sesuatu yang tidak dapat dibaca sebagai angka.
//!
//! ## Mengapa
//! Tanpa angka, indikator atau orang itu belum dapat dinilai.
//!
//! ## Dasar
//! Angka boleh disertai satuan (12 dokumen), persen, rentang (80 - 90), dan Rp.
//!
//! ## Contoh
//! Realisasi berisi "dua belas".
//!
//! ## Perbaikan
//! Tulis angkanya dengan angka; keterangan ditulis di kolom lain.

use crate::check::{Check, Context, Sink, cell_words};
use crate::finding::Level;
use crate::problem::ProblemKind;

/// STR018.
pub static CHECK: Check = Check {
    kode: "STR018",
    judul: "bukan angka",
    tingkat: Level::Galat,
    acuan: "Tata berkas masukan skp (docs/panduan)",
    source: include_str!("str018_bukan_angka.rs"),
    run,
};

fn run(ctx: &Context<'_>, sink: &mut Sink<'_>) {
    for p in ctx.problems(ProblemKind::NumberUnreadable) {
        let place = cell_words::at_place(ctx, p);
        let why = p.detail.as_deref().map(|d| format!(" ({d})")).unwrap_or_default();
        let message = format!(
            "{place} berisi \"{}\", yang tidak dapat dibaca sebagai angka{why}.",
            cell_words::tertulis(ctx, p)
        );
        cell_words::complete(
            sink.add(
                message,
                "Tulis angkanya dengan angka, misalnya 12 atau 98,5; keterangan ditulis di kolom lain.",
            ),
            p,
        );
    }
}
