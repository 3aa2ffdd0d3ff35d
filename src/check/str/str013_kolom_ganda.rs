//! # STR013 · dua kolom berarti sama
//!
//! ## Apa
//! Dua kolom dalam satu tabel dibaca sebagai kolom yang sama. Yang pertama dipakai, yang kedua
//! diabaikan.
//!
//! ## Mengapa
//! Bila isinya berbeda, nilai seseorang bergantung pada letak kolom.
//!
//! ## Dasar
//! Satu arti satu kolom; nama lain yang diterima ada di panduan masukan.
//!
//! ## Contoh
//! Kolom NIP (lama) dan NIP BARU berdampingan.
//!
//! ## Perbaikan
//! Hapus salah satu, atau ganti namanya dengan nama yang tidak dikenal (misalnya NIP lama).

use crate::check::{Check, Context, Sink};
use crate::finding::Level;
use crate::problem::ProblemKind;

/// STR013.
pub static CHECK: Check = Check {
    kode: "STR013",
    judul: "dua kolom berarti sama",
    tingkat: Level::Galat,
    acuan: "Tata berkas masukan skp (docs/panduan)",
    source: include_str!("str013_kolom_ganda.rs"),
    run,
};

fn run(ctx: &Context<'_>, sink: &mut Sink<'_>) {
    for p in ctx.problems(ProblemKind::ColumnDoubled) {
        let (Some(at), Some(other), Some(column)) = (p.at, p.other, p.detail.as_deref()) else {
            continue;
        };
        sink.add(
            format!(
                "Kolom di sel {} dan {} sama-sama berarti {column}; yang dipakai kolom pertama ({}).",
                other.a1(),
                at.a1(),
                other.a1()
            ),
            "Hapus salah satu kolom, atau ganti judul kolom yang tidak dipakai.",
        )
        .at(at);
    }
}
