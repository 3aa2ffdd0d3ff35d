//! # STR001 · berkas tidak dapat dibuka
//!
//! ## Apa
//! Berkas atau folder yang disebut tidak ada, tidak boleh dibaca, atau sedang dikunci program
//! lain.
//!
//! ## Mengapa
//! Isinya tidak ikut dihitung; semua orang di dalamnya akan tampak tidak punya data.
//!
//! ## Dasar
//! Tata berkas masukan: isi berkas menentukan, bukan nama belakangnya; yang tidak terbaca disebut,
//! tidak dilewati diam-diam.
//!
//! ## Contoh
//! `skp nilai rekap.xlsx` padahal berkasnya bernama `rekap 2025.xlsx`.
//!
//! ## Perbaikan
//! Periksa nama dan letak berkas; bila masih terbuka di Excel, tutup dulu.

use crate::check::{Check, Context, Sink, files};
use crate::finding::Level;
use crate::problem::ProblemKind;

/// STR001.
pub static CHECK: Check = Check {
    kode: "STR001",
    judul: "berkas tidak dapat dibuka",
    tingkat: Level::Galat,
    acuan: "Tata berkas masukan skp (docs/panduan)",
    source: include_str!("str001_berkas_tidak_dapat_dibuka.rs"),
    run,
};

fn run(ctx: &Context<'_>, sink: &mut Sink<'_>) {
    files::report(ctx, sink, ProblemKind::FileUnreadable);
}
