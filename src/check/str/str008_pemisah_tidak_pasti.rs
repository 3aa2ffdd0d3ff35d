//! # STR008 · pemisah kolom tidak dapat dipastikan
//!
//! ## Apa
//! Berkas teks dapat dibaca dengan lebih dari satu pemisah kolom, dan kepala tabelnya tidak
//! memutuskan.
//!
//! ## Mengapa
//! Pemisah yang salah menggeser isi ke kolom lain; menebak berarti menilai orang dengan angka yang
//! salah.
//!
//! ## Dasar
//! Tata berkas masukan: isi berkas menentukan, bukan nama belakangnya; yang tidak terbaca disebut,
//! tidak dilewati diam-diam.
//!
//! ## Contoh
//! Berkas CSV tanpa baris kepala, berisi titik koma dan koma.
//!
//! ## Perbaikan
//! Sebutkan pemisahnya dengan --pemisah, misalnya --pemisah ";", atau simpan sebagai .xlsx.

use crate::check::{Check, Context, Sink, files};
use crate::finding::Level;
use crate::problem::ProblemKind;

/// STR008.
pub static CHECK: Check = Check {
    kode: "STR008",
    judul: "pemisah kolom tidak dapat dipastikan",
    tingkat: Level::Galat,
    acuan: "Tata berkas masukan skp (docs/panduan)",
    source: include_str!("str008_pemisah_tidak_pasti.rs"),
    run,
};

fn run(ctx: &Context<'_>, sink: &mut Sink<'_>) {
    files::report(ctx, sink, ProblemKind::DelimiterAmbiguous);
}
