//! # STR021 · kata di luar daftar
//!
//! ## Apa
//! Sel berisi kata yang tidak ada dalam daftar kata untuk kolom itu.
//!
//! ## Mengapa
//! Kata menentukan rumus dan predikat; kata yang tidak dikenal tidak boleh ditebak artinya.
//!
//! ## Dasar
//! Daftar kata tiap kolom ada di panduan masukan; huruf besar-kecil dan spasi tidak dibedakan.
//!
//! ## Contoh
//! Jenis jabatan "Fungsionl".
//!
//! ## Perbaikan
//! Ganti dengan kata dari daftar; temuan menyebut kata yang paling dekat.

use crate::check::{Check, Context, Sink, cell_words};
use crate::finding::Level;
use crate::problem::ProblemKind;

/// STR021.
pub static CHECK: Check = Check {
    kode: "STR021",
    judul: "kata di luar daftar",
    tingkat: Level::Galat,
    acuan: "Tata berkas masukan skp (docs/panduan)",
    source: include_str!("str021_kata_tidak_dikenal.rs"),
    run,
};

fn run(ctx: &Context<'_>, sink: &mut Sink<'_>) {
    for p in ctx.problems(ProblemKind::WordUnknown) {
        let place = cell_words::at_place(ctx, p);
        let message = format!(
            "{place} berisi \"{}\", yang tidak ada dalam daftar kata kolom ini.",
            cell_words::tertulis(ctx, p)
        );
        let remedy = match p.detail.as_deref() {
            Some(near) => format!("Mungkin maksudnya \"{near}\"; tulis demikian bila benar."),
            None => "Ganti dengan salah satu kata yang diterima.".to_owned(),
        };
        cell_words::complete(sink.add(message, remedy), p);
    }
}
