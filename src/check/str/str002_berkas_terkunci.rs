//! # STR002 · berkas terkunci kata sandi
//!
//! ## Apa
//! Buku kerja dilindungi kata sandi untuk membuka.
//!
//! ## Mengapa
//! Isinya tidak dapat dibaca tanpa kata sandi, dan `skp` tidak pernah meminta kata sandi.
//!
//! ## Dasar
//! Tata berkas masukan: isi berkas menentukan, bukan nama belakangnya; yang tidak terbaca disebut,
//! tidak dilewati diam-diam.
//!
//! ## Contoh
//! Berkas dari bagian kepegawaian yang disandikan sebelum dikirim lewat surel.
//!
//! ## Perbaikan
//! Buka di Excel, kosongkan kata sandinya (Berkas › Info › Proteksi Buku Kerja), lalu simpan.

use crate::check::{Check, Context, Sink, files};
use crate::finding::Level;
use crate::problem::ProblemKind;

/// STR002.
pub static CHECK: Check = Check {
    kode: "STR002",
    judul: "berkas terkunci kata sandi",
    tingkat: Level::Galat,
    acuan: "Tata berkas masukan skp (docs/panduan)",
    source: include_str!("str002_berkas_terkunci.rs"),
    run,
};

fn run(ctx: &Context<'_>, sink: &mut Sink<'_>) {
    files::report(ctx, sink, ProblemKind::FileEncrypted);
}
