//! # STR009 · tidak ada tabel yang dikenali di berkas
//!
//! ## Apa
//! Berkas terbaca, tetapi tidak satu pun lembarnya memuat tabel yang dikenali dari kepala
//! kolomnya.
//!
//! ## Mengapa
//! Data yang dimaksud tidak ikut dihitung.
//!
//! ## Dasar
//! Jenis tabel dikenali dari nama kolom, dalam 30 baris pertama.
//!
//! ## Contoh
//! Lembar yang kolomnya bernama A, B, C, atau yang kepala kolomnya terhapus.
//!
//! ## Perbaikan
//! Bandingkan dengan `skp template`; beri kepala kolom yang dikenal (misalnya NIP, Nama, Jabatan,
//! Jenis Jabatan, Unit Kerja).

use crate::check::{Check, Context, Sink};
use crate::finding::Level;
use crate::problem::ProblemKind;

/// STR009.
pub static CHECK: Check = Check {
    kode: "STR009",
    judul: "tidak ada tabel yang dikenali di berkas",
    tingkat: Level::Galat,
    acuan: "Tata berkas masukan skp (docs/panduan)",
    source: include_str!("str009_tanpa_tabel.rs"),
    run,
};

fn run(ctx: &Context<'_>, sink: &mut Sink<'_>) {
    for p in ctx.problems(ProblemKind::FileNotRecognised) {
        let Some(file) = p.file else { continue };
        sink.add(
            format!("Tidak ada tabel yang dikenali di berkas \"{}\".", ctx.inputs.file(file).path),
            "Beri tabelnya kepala kolom yang dikenal, misalnya NIP, Nama, Jabatan; contohnya dibuat oleh skp template. \
             Jalankan skp baca untuk melihat apa yang terbaca.",
        )
        .file(file);
    }
}
