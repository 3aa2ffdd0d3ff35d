//! # STR020 · tanggal tidak terbaca
//!
//! ## Apa
//! Sel yang harus berisi tanggal berisi sesuatu yang bukan tanggal, atau tanggal yang tidak
//! mungkin.
//!
//! ## Mengapa
//! Tanggal menentukan masa jabatan dan periode; tanpa itu bulan-bulan seseorang tidak dapat
//! dibagi.
//!
//! ## Dasar
//! Dibaca: tanggal Excel, 2025-03-01, 01/03/2025 (hari dulu), 1 Maret 2025.
//!
//! ## Contoh
//! 31 Februari 2025, atau "awal tahun".
//!
//! ## Perbaikan
//! Tulis tanggalnya lengkap, misalnya 01/03/2025.

use crate::check::{Check, Context, Sink, cell_words};
use crate::finding::Level;
use crate::problem::ProblemKind;

/// STR020.
pub static CHECK: Check = Check {
    kode: "STR020",
    judul: "tanggal tidak terbaca",
    tingkat: Level::Galat,
    acuan: "Tata berkas masukan skp (docs/panduan)",
    source: include_str!("str020_tanggal_tidak_terbaca.rs"),
    run,
};

fn run(ctx: &Context<'_>, sink: &mut Sink<'_>) {
    for p in ctx.problems(ProblemKind::DateUnreadable) {
        let place = cell_words::at_place(ctx, p);
        let why = p.detail.as_deref().map(|d| format!(": {d}")).unwrap_or_default();
        let message = format!(
            "{place} berisi \"{}\", yang tidak dapat dipakai sebagai tanggal{why}.",
            cell_words::tertulis(ctx, p)
        );
        cell_words::complete(
            sink.add(
                message,
                "Tulis tanggalnya lengkap, hari lebih dulu, misalnya 01/03/2025 atau 1 Maret 2025.",
            ),
            p,
        );
    }
}
