//! # STR004 · berkas rusak atau tidak lengkap
//!
//! ## Apa
//! Berkas terpotong, ada bagian yang hilang, atau susunannya rusak.
//!
//! ## Mengapa
//! Bagian yang tidak terbaca dapat memuat orang atau angka yang lalu hilang dari hasil.
//!
//! ## Dasar
//! Tata berkas masukan: isi berkas menentukan, bukan nama belakangnya; yang tidak terbaca disebut,
//! tidak dilewati diam-diam.
//!
//! ## Contoh
//! Unduhan yang terputus di tengah jalan; CSV dengan tanda kutip yang tidak ditutup.
//!
//! ## Perbaikan
//! Buka di Excel dan simpan ulang sebagai .xlsx; bila tidak bisa dibuka, unduh atau minta ulang.

use crate::check::{Check, Context, Sink, files};
use crate::finding::Level;
use crate::problem::ProblemKind;

/// STR004.
pub static CHECK: Check = Check {
    kode: "STR004",
    judul: "berkas rusak atau tidak lengkap",
    tingkat: Level::Galat,
    acuan: "Tata berkas masukan skp (docs/panduan)",
    source: include_str!("str004_berkas_rusak.rs"),
    run,
};

fn run(ctx: &Context<'_>, sink: &mut Sink<'_>) {
    files::report(ctx, sink, ProblemKind::FileDamaged);
}
