//! # STR024 · unit tertulis dua kali dengan isi berbeda
//!
//! ## Apa
//! Satu unit kerja punya dua baris di tabel unit dengan unit induk, pimpinan, atau predikat
//! organisasi yang berbeda. Baris pertama yang dipakai.
//!
//! ## Mengapa
//! Distribusi predikat bergantung pada predikat organisasi; isi yang berbeda membuat hasilnya
//! tidak pasti.
//!
//! ## Dasar
//! Satu unit satu baris; nama unit dicocokkan tanpa membedakan huruf besar-kecil dan spasi.
//!
//! ## Contoh
//! Bidang Layanan ada di baris 4 (Baik) dan baris 9 (Istimewa).
//!
//! ## Perbaikan
//! Hapus baris yang salah.

use crate::check::{Check, Context, Sink, cell_words};
use crate::finding::Level;
use crate::problem::ProblemKind;

/// STR024.
pub static CHECK: Check = Check {
    kode: "STR024",
    judul: "unit tertulis dua kali dengan isi berbeda",
    tingkat: Level::Galat,
    acuan: "Tata berkas masukan skp (docs/panduan)",
    source: include_str!("str024_unit_ganda.rs"),
    run,
};

fn run(ctx: &Context<'_>, sink: &mut Sink<'_>) {
    for p in ctx.problems(ProblemKind::UnitDoubled) {
        let place = cell_words::at_place(ctx, p);
        let first = p.other.map(|o| format!(" (sel {})", o.a1())).unwrap_or_default();
        let message = format!(
            "{place} menyebut unit \"{}\" sekali lagi dengan isi yang berbeda; yang dipakai baris pertamanya{first}.",
            cell_words::tertulis(ctx, p)
        );
        cell_words::complete(
            sink.add(
                message,
                "Hapus baris yang salah, sehingga setiap unit hanya punya satu baris.",
            ),
            p,
        );
    }
}
