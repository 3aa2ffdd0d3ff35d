//! # STR014 · baris dilewati karena bukan data
//!
//! ## Apa
//! Baris di dalam atau di bawah tabel dilewati karena bukan data: baris nomor kolom, baris contoh,
//! kepala yang berulang, jumlah, judul, keterangan, atau blok tanda tangan.
//!
//! ## Mengapa
//! Supaya terlihat bila sebuah baris data keliru dianggap bukan data.
//!
//! ## Dasar
//! Tidak ada baris yang hilang diam-diam: yang dilewati disebut dengan alasannya.
//!
//! ## Contoh
//! Baris JUMLAH di bawah daftar pegawai.
//!
//! ## Perbaikan
//! Tidak perlu apa-apa bila memang bukan data; bila data, isi NIP-nya atau hapus kata "contoh"
//! atau "jumlah" di depannya.

use crate::check::{Check, Context, Sink};
use crate::finding::Level;
use crate::problem::ProblemKind;

/// STR014.
pub static CHECK: Check = Check {
    kode: "STR014",
    judul: "baris dilewati karena bukan data",
    tingkat: Level::Catatan,
    acuan: "Tata berkas masukan skp (docs/panduan)",
    source: include_str!("str014_baris_dilewati.rs"),
    run,
};

fn run(ctx: &Context<'_>, sink: &mut Sink<'_>) {
    for p in ctx.problems(ProblemKind::RowsSkipped) {
        let (Some(at), Some(reason), Some(rows)) = (p.at, p.detail.as_deref(), p.written.as_deref()) else {
            continue;
        };
        sink.add(
            format!("Dilewati sebagai {reason}: baris {rows}."),
            "Tidak perlu apa-apa bila memang bukan data. Bila data, lengkapi NIP-nya atau ubah tulisan di awal barisnya.",
        )
        .at_place(at);
    }
}
