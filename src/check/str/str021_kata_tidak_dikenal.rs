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

use crate::check::{Check, Konteks, Sink, lapor};
use crate::finding::Tingkat;
use crate::problem::ProblemKind;

/// STR021.
pub static CHECK: Check = Check {
    kode: "STR021",
    judul: "kata di luar daftar",
    tingkat: Tingkat::Galat,
    acuan: "Tata berkas masukan skp (docs/panduan)",
    source: include_str!("str021_kata_tidak_dikenal.rs"),
    run,
};

fn run(ctx: &Konteks<'_>, sink: &mut Sink<'_>) {
    for p in ctx.problems(ProblemKind::WordUnknown) {
        let place = lapor::tempat(ctx, p);
        let message = format!(
            "{place} berisi \"{}\", yang tidak ada dalam daftar kata kolom ini.",
            lapor::tertulis(ctx, p)
        );
        let remedy = match p.detail.as_deref() {
            Some(near) => format!("Mungkin maksudnya \"{near}\"; tulis demikian bila benar."),
            None => "Ganti dengan salah satu kata yang diterima.".to_owned(),
        };
        lapor::lengkapi(sink.add(message, remedy), p);
    }
}
