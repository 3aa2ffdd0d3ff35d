//! # STR005 · berkas terlalu besar
//!
//! ## Apa
//! Baris, kolom, sel, atau tabel di dalam berkas melampaui batas baca.
//!
//! ## Mengapa
//! Yang di luar batas tidak dibaca, jadi hasilnya tidak lengkap.
//!
//! ## Dasar
//! Tata berkas masukan: isi berkas menentukan, bukan nama belakangnya; yang tidak terbaca disebut,
//! tidak dilewati diam-diam.
//!
//! ## Contoh
//! Lembar dengan isi di kolom XFD karena kolom diwarnai sampai ujung.
//!
//! ## Perbaikan
//! Pecah menjadi beberapa berkas, atau hapus baris dan kolom kosong di luar tabel, lalu simpan.

use crate::check::{Check, Context, Sink, files};
use crate::finding::Level;
use crate::problem::ProblemKind;

/// STR005.
pub static CHECK: Check = Check {
    kode: "STR005",
    judul: "berkas terlalu besar",
    tingkat: Level::Galat,
    acuan: "Tata berkas masukan skp (docs/panduan)",
    source: include_str!("str005_berkas_terlalu_besar.rs"),
    run,
};

fn run(ctx: &Context<'_>, sink: &mut Sink<'_>) {
    files::report(ctx, sink, ProblemKind::FileTooLarge);
}
