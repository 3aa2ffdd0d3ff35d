//! # IDN004 · NIP tidak ada di tabel pegawai
//!
//! ## Apa
//! Baris SKP, realisasi, perilaku, penilaian, pengecualian, atau sebuah formulir menyebut NIP yang
//! tidak ada di tabel pegawai.
//!
//! ## Mengapa
//! Baris-baris itu tidak dihitung untuk siapa pun. Sering kali NIP orang itu di tabel pegawailah
//! yang salah, sehingga ia sendiri belum dapat dinilai.
//!
//! ## Dasar
//! Tabel pegawai menentukan siapa yang dinilai; tabel lain dihubungkan lewat NIP.
//!
//! ## Contoh
//! SKP memuat 199103222020121002, sedangkan di tabel pegawai NIP itu tertulis 17 angka.
//!
//! ## Perbaikan
//! Tambahkan orang itu ke tabel pegawai, atau perbaiki NIP di salah satu tabel.

use crate::check::{Check, Context, Sink, cell_words};
use crate::finding::Level;
use crate::problem::ProblemKind;

/// IDN004.
pub static CHECK: Check = Check {
    kode: "IDN004",
    judul: "NIP tidak ada di tabel pegawai",
    tingkat: Level::Galat,
    acuan: "Tata berkas masukan skp (docs/panduan)",
    source: include_str!("idn004_nip_tanpa_pegawai.rs"),
    run,
};

fn run(ctx: &Context<'_>, sink: &mut Sink<'_>) {
    for p in ctx.problems(ProblemKind::PersonUnknown) {
        let nip = p.nip.as_deref().unwrap_or_default();
        let kind = p.at.and_then(|at| ctx.tabel(at)).map_or("ini", |t| t.jenis.as_str());
        let rows = p.detail.as_deref().unwrap_or("1");
        let message = format!("NIP {nip} di tabel {kind} tidak ada di tabel pegawai; {rows} barisnya tidak dihitung.");
        let remedy = "Tambahkan orang ini ke tabel pegawai, atau perbaiki NIP-nya di salah satu tabel.";
        cell_words::complete(sink.add(message, remedy), p);
    }
}
