//! # IDN001 · NIP tersimpan sebagai angka
//!
//! ## Apa
//! Sel NIP berisi bilangan, bukan teks. Excel hanya menyimpan 15 angka dari sebuah bilangan, jadi
//! tiga angka terakhir NIP sudah hilang.
//!
//! ## Mengapa
//! NIP yang dibulatkan bisa cocok dengan orang lain yang lahir di hari yang sama. Karena itu NIP
//! seperti ini tidak pernah ditebak kembali, dan barisnya tidak dihubungkan dengan siapa pun.
//!
//! ## Dasar
//! NIP terdiri atas 18 angka; angka terakhirnya nomor urut yang membedakan orang.
//!
//! ## Contoh
//! `1,98001E+17` atau `198001012005011000` padahal NIP sebenarnya 198001012005011001.
//!
//! ## Perbaikan
//! Format kolom NIP sebagai Teks, lalu isi lagi NIP-nya dari sumber aslinya (SIASN, SK). Mengubah
//! format saja tidak mengembalikan angka yang hilang.

use crate::check::{Check, Context, Sink, cell_words};
use crate::finding::Level;
use crate::problem::ProblemKind;

/// IDN001.
pub static CHECK: Check = Check {
    kode: "IDN001",
    judul: "NIP tersimpan sebagai angka",
    tingkat: Level::Galat,
    acuan: "Tata berkas masukan skp (docs/panduan)",
    source: include_str!("idn001_nip_tersimpan_angka.rs"),
    run,
};

fn run(ctx: &Context<'_>, sink: &mut Sink<'_>) {
    for p in ctx.problems(ProblemKind::NipNumber) {
        let message = format!(
            "{} menyimpan NIP sebagai angka ({}); angka-angka terakhirnya sudah dibulatkan Excel.",
            cell_words::at_place(ctx, p),
            cell_words::tertulis(ctx, p)
        );
        let remedy = "Format kolom NIP sebagai Teks, lalu ketik ulang atau salin NIP 18 angka dari sumber aslinya; yang hilang tidak dapat ditebak.";
        cell_words::complete(sink.add(message, remedy), p);
    }
}
