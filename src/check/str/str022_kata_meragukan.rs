//! # STR022 · kata dibaca sebagai kata lain
//!
//! ## Apa
//! Sel berisi sebutan yang bukan sebutan peraturan, tetapi biasa dipakai; dibaca sebagai kata yang
//! paling lazim dimaksud.
//!
//! ## Mengapa
//! Sebutan yang beragam membuat satu predikat tampak sebagai dua.
//!
//! ## Dasar
//! Sebutan resmi ada dalam PermenPANRB 6/2022 dan PP 30/2019.
//!
//! ## Contoh
//! Predikat "Perlu Perbaikan" dibaca sebagai Butuh Perbaikan.
//!
//! ## Perbaikan
//! Ganti dengan sebutan resmi supaya tidak ada keraguan.

use crate::check::{Check, Context, Sink, cell_words};
use crate::finding::Level;
use crate::model::vocab::Predikat;
use crate::problem::ProblemKind;

/// STR022.
pub static CHECK: Check = Check {
    kode: "STR022",
    judul: "kata dibaca sebagai kata lain",
    tingkat: Level::Peringatan,
    acuan: "Tata berkas masukan skp (docs/panduan)",
    source: include_str!("str022_kata_meragukan.rs"),
    run,
};

fn run(ctx: &Context<'_>, sink: &mut Sink<'_>) {
    for p in ctx.problems(ProblemKind::WordDoubtful) {
        let place = cell_words::at_place(ctx, p);
        let read = match p.detail.as_deref() {
            // The vocabulary has one word for both regimes; the rule set in use says which.
            Some("Cukup") => ctx.aturan.label(Predikat::Cukup),
            Some(word) => word,
            None => "kata resmi yang terdekat",
        };
        let message = format!("{place} berisi \"{}\"; dibaca sebagai {read}.", cell_words::tertulis(ctx, p));
        cell_words::complete(sink.add(message, format!("Tulis \"{read}\" supaya tidak ada keraguan.")), p);
    }
}
