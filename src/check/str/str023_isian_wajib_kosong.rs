//! # STR023 · isian wajib kosong
//!
//! ## Apa
//! Sebuah baris data tidak mengisi kolom yang wajib.
//!
//! ## Mengapa
//! Baris tanpa isian itu tidak dapat dihubungkan dengan orang atau RHK-nya, atau tidak dapat
//! dihitung.
//!
//! ## Dasar
//! Kolom wajib tiap jenis tabel ada di panduan masukan.
//!
//! ## Contoh
//! Baris realisasi tanpa kode_rhk.
//!
//! ## Perbaikan
//! Isi selnya; bila barisnya tidak dipakai, hapus seluruh barisnya.

use crate::check::{Check, Context, Sink, cell_words};
use crate::finding::Level;
use crate::problem::ProblemKind;

/// STR023.
pub static CHECK: Check = Check {
    kode: "STR023",
    judul: "isian wajib kosong",
    tingkat: Level::Galat,
    acuan: "Tata berkas masukan skp (docs/panduan)",
    source: include_str!("str023_isian_wajib_kosong.rs"),
    run,
};

fn run(ctx: &Context<'_>, sink: &mut Sink<'_>) {
    for p in ctx.problems(ProblemKind::ValueMissing) {
        let place = cell_words::at_place(ctx, p);
        let column = p.detail.as_deref().unwrap_or("wajib");
        let message = format!("{place} kosong, padahal isian {column} wajib ada di setiap baris.");
        cell_words::complete(
            sink.add(message, "Isi sel itu; bila barisnya tidak dipakai, hapus seluruh barisnya."),
            p,
        );
    }
}
