//! # IDN005 · baris yang sama tertulis dua kali
//!
//! ## Apa
//! Dua baris tabel unit atau pengecualian untuk unit atau orang yang sama. Satu yang dihitung, yang
//! pertama.
//!
//! ## Mengapa
//! Baris berulang biasanya sisa salin-tempel; bila kelak hanya satu yang diperbarui, isinya akan
//! berselisih.
//!
//! ## Dasar
//! Satu unit dan satu orang cukup satu baris.
//!
//! ## Contoh
//! Pengecualian untuk NIP yang sama di baris 3 dan 9.
//!
//! ## Perbaikan
//! Hapus salah satunya.

use crate::check::{Check, Context, Sink, cell_words};
use crate::finding::Level;
use crate::problem::ProblemKind;
use crate::table::JenisTabel;

/// IDN005.
pub static CHECK: Check = Check {
    kode: "IDN005",
    judul: "baris yang sama tertulis dua kali",
    tingkat: Level::Peringatan,
    acuan: "Tata berkas masukan skp (docs/panduan)",
    source: include_str!("idn005_baris_berulang.rs"),
    run,
};

fn run(ctx: &Context<'_>, sink: &mut Sink<'_>) {
    for p in ctx.problems(ProblemKind::RowRepeated) {
        let skp = [JenisTabel::Skp, JenisTabel::Realisasi];
        if p.at.and_then(|at| ctx.tabel(at)).is_some_and(|t| skp.contains(&t.jenis)) {
            continue;
        }
        let message = format!(
            "{} mengulang {}; satu baris yang dihitung.",
            cell_words::at_place(ctx, p),
            cell_words::sel(ctx, p.other)
        );
        cell_words::complete(sink.add(message, "Hapus salah satu baris yang sama itu."), p);
    }
}
