//! # STR003 · berkas mengembang tidak wajar
//!
//! ## Apa
//! Isi berkas, bila dibuka, jauh lebih besar daripada ukurannya: pola berkas yang dibuat untuk
//! melumpuhkan komputer.
//!
//! ## Mengapa
//! Membukanya dapat menghabiskan memori dan menghentikan pekerjaan lain.
//!
//! ## Dasar
//! Tata berkas masukan: isi berkas menentukan, bukan nama belakangnya; yang tidak terbaca disebut,
//! tidak dilewati diam-diam.
//!
//! ## Contoh
//! Berkas 400 KB yang isinya menjadi 4 GB.
//!
//! ## Perbaikan
//! Jangan dipakai. Minta ulang berkas dari sumbernya, atau salin datanya ke buku kerja baru.

use crate::check::{Check, Context, Sink, files};
use crate::finding::Level;
use crate::problem::ProblemKind;

/// STR003.
pub static CHECK: Check = Check {
    kode: "STR003",
    judul: "berkas mengembang tidak wajar",
    tingkat: Level::Galat,
    acuan: "Tata berkas masukan skp (docs/panduan)",
    source: include_str!("str003_berkas_mengembang.rs"),
    run,
};

fn run(ctx: &Context<'_>, sink: &mut Sink<'_>) {
    files::report(ctx, sink, ProblemKind::FileBomb);
}
