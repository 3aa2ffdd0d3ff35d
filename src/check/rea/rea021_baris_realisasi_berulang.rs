//! # REA021 · baris realisasi yang sama tertulis dua kali
//!
//! ## Apa
//! Dua baris realisasi yang isinya sama persis. Satu yang dihitung.
//!
//! ## Mengapa
//! Biasanya sisa salin-tempel, atau berkas yang sama terbaca dua kali.
//!
//! ## Dasar
//! Satu indikator satu realisasi tiap periode.
//!
//! ## Contoh
//! Baris 40 dan 41 memuat periode, realisasi, dan bukti yang sama.
//!
//! ## Perbaikan
//! Hapus salah satunya; periksa juga apakah berkas yang sama ikut dua kali.

use crate::check::{Check, Context, Sink, cell_words};
use crate::finding::Level;
use crate::problem::ProblemKind;
use crate::table::JenisTabel;

/// REA021.
pub static CHECK: Check = Check {
    kode: "REA021",
    judul: "baris realisasi yang sama tertulis dua kali",
    tingkat: Level::Peringatan,
    acuan: "Tata berkas masukan skp (docs/panduan)",
    source: include_str!("rea021_baris_realisasi_berulang.rs"),
    run,
};

fn run(ctx: &Context<'_>, sink: &mut Sink<'_>) {
    for p in ctx.problems(ProblemKind::RowRepeated) {
        if p.at
            .and_then(|at| ctx.tabel(at))
            .is_none_or(|t| t.jenis != JenisTabel::Realisasi)
        {
            continue;
        }
        let message = format!(
            "{} mengulang baris realisasi {}; satu baris yang dihitung.",
            cell_words::at_place(ctx, p),
            cell_words::sel(ctx, p.other)
        );
        let remedy = "Hapus salah satu baris yang sama itu; periksa juga apakah berkas yang sama ikut dua kali.";
        cell_words::complete(sink.add(message, remedy), p);
    }
}
