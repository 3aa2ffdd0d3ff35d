//! # TGT021 · baris SKP yang sama tertulis dua kali
//!
//! ## Apa
//! Dua baris SKP yang isinya sama persis. Satu yang dihitung.
//!
//! ## Mengapa
//! Biasanya sisa salin-tempel, atau berkas yang sama terbaca dua kali.
//!
//! ## Dasar
//! Satu indikator satu baris.
//!
//! ## Contoh
//! Baris 12 dan 13 memuat aspek, indikator, dan target yang sama.
//!
//! ## Perbaikan
//! Hapus salah satunya; periksa juga apakah berkas yang sama ikut dua kali.

use crate::check::{Check, Context, Sink, cell_words};
use crate::finding::Level;
use crate::problem::ProblemKind;
use crate::table::JenisTabel;

/// TGT021.
pub static CHECK: Check = Check {
    kode: "TGT021",
    judul: "baris SKP yang sama tertulis dua kali",
    tingkat: Level::Peringatan,
    acuan: "Tata berkas masukan skp (docs/panduan)",
    source: include_str!("tgt021_baris_skp_berulang.rs"),
    run,
};

fn run(ctx: &Context<'_>, sink: &mut Sink<'_>) {
    for p in ctx.problems(ProblemKind::RowRepeated) {
        if p.at.and_then(|at| ctx.tabel(at)).is_none_or(|t| t.jenis != JenisTabel::Skp) {
            continue;
        }
        let message = format!(
            "{} mengulang baris SKP {}; satu baris yang dihitung.",
            cell_words::at_place(ctx, p),
            cell_words::sel(ctx, p.other)
        );
        let remedy = "Hapus salah satu baris yang sama itu; periksa juga apakah berkas yang sama ikut dua kali.";
        cell_words::complete(sink.add(message, remedy), p);
    }
}
