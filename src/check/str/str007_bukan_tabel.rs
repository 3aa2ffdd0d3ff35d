//! # STR007 · berkas bukan tabel
//!
//! ## Apa
//! Isi berkas bukan buku kerja dan bukan tabel, apa pun nama belakangnya. Di dalam folder, berkas
//! seperti ini hanya dicatat.
//!
//! ## Mengapa
//! Nama belakang dapat menipu: PDF yang dinamai .xlsx tidak dapat dibaca sebagai tabel.
//!
//! ## Dasar
//! Tata berkas masukan: isi berkas menentukan, bukan nama belakangnya; yang tidak terbaca disebut,
//! tidak dilewati diam-diam.
//!
//! ## Contoh
//! Surat pengantar .docx di folder yang sama dengan SKP.
//!
//! ## Perbaikan
//! Pakai berkas .xlsx, .xls, .ods, atau .csv; bila aslinya PDF atau Word, salin tabelnya ke Excel.

use crate::check::{Check, Context, Sink, files};
use crate::finding::Level;
use crate::problem::ProblemKind;

/// STR007.
pub static CHECK: Check = Check {
    kode: "STR007",
    judul: "berkas bukan tabel",
    tingkat: Level::Galat,
    acuan: "Tata berkas masukan skp (docs/panduan)",
    source: include_str!("str007_bukan_tabel.rs"),
    run,
};

fn run(ctx: &Context<'_>, sink: &mut Sink<'_>) {
    files::report(ctx, sink, ProblemKind::FileNotTable);
}
