//! # STR006 · berkas kosong
//!
//! ## Apa
//! Berkas tidak berisi apa-apa, atau buku kerja tanpa lembar.
//!
//! ## Mengapa
//! Biasanya penyimpanan atau pengiriman gagal, dan data yang dimaksud tertinggal.
//!
//! ## Dasar
//! Tata berkas masukan: isi berkas menentukan, bukan nama belakangnya; yang tidak terbaca disebut,
//! tidak dilewati diam-diam.
//!
//! ## Contoh
//! Berkas 0 bita setelah disalin dari flashdisk.
//!
//! ## Perbaikan
//! Periksa apakah berkas yang benar yang dipilih; bila ya, unduh atau simpan ulang.

use crate::check::{Check, Context, Sink, files};
use crate::finding::Level;
use crate::problem::ProblemKind;

/// STR006.
pub static CHECK: Check = Check {
    kode: "STR006",
    judul: "berkas kosong",
    tingkat: Level::Galat,
    acuan: "Tata berkas masukan skp (docs/panduan)",
    source: include_str!("str006_berkas_kosong.rs"),
    run,
};

fn run(ctx: &Context<'_>, sink: &mut Sink<'_>) {
    files::report(ctx, sink, ProblemKind::FileEmpty);
}
