//! # STR017 · angka dapat dibaca dua cara
//!
//! ## Apa
//! Sebuah angka tertulis dengan titik atau koma yang dapat berarti desimal atau ribuan, dan sel
//! lain di kolomnya tidak memutuskan.
//!
//! ## Mengapa
//! 1.234 dapat berarti seribu dua ratus tiga puluh empat atau satu koma dua; menebak berarti
//! menilai orang dengan angka yang salah.
//!
//! ## Dasar
//! Tanda desimal diputuskan per kolom, dari sel teks yang hanya dapat dibaca satu cara.
//!
//! ## Contoh
//! Kolom target yang hanya berisi 1.234.
//!
//! ## Perbaikan
//! Tulis angkanya tanpa pemisah ribuan (1234), atau dengan desimal yang jelas (1,23).

use crate::check::{Check, Context, Sink, cell_words};
use crate::finding::Level;
use crate::problem::ProblemKind;

/// STR017.
pub static CHECK: Check = Check {
    kode: "STR017",
    judul: "angka dapat dibaca dua cara",
    tingkat: Level::Galat,
    acuan: "Tata berkas masukan skp (docs/panduan)",
    source: include_str!("str017_angka_rancu.rs"),
    run,
};

fn run(ctx: &Context<'_>, sink: &mut Sink<'_>) {
    for p in ctx.problems(ProblemKind::NumberAmbiguous) {
        let place = cell_words::at_place(ctx, p);
        let message = format!(
            "{place} berisi \"{}\", yang dapat dibaca sebagai ribuan atau sebagai pecahan desimal.",
            cell_words::tertulis(ctx, p)
        );
        cell_words::complete(sink.add(message, "Tulis tanpa pemisah ribuan (1234), atau dengan desimal yang jelas (1,23); lebih aman lagi, ketik sebagai angka di Excel."), p);
    }
}
