//! # TGT022 · isi RHK berbeda antarbaris
//!
//! ## Apa
//! Baris berikutnya dari sebuah RHK menyebut jenis, teks, kode RHK atasan, pemberi tugas, metode
//! kaskade, atau lingkup yang lain daripada baris pertamanya.
//!
//! ## Mengapa
//! Hal-hal itu milik RHK, bukan milik indikator, dan diambil dari baris pertama; isian yang lain
//! itu tidak dipakai. Mungkin kodenya tertukar dengan RHK lain.
//!
//! ## Dasar
//! Yang menjadi milik RHK ditulis di baris pertamanya; baris berikutnya boleh kosong.
//!
//! ## Contoh
//! Baris pertama RHK 2 berjenis utama, baris ketiganya tambahan.
//!
//! ## Perbaikan
//! Samakan isinya, atau kosongkan di baris berikutnya. Bila memang RHK lain, beri kode_rhk yang
//! lain.

use crate::check::{Check, Context, Sink, cell_words};
use crate::finding::Level;
use crate::problem::ProblemKind;

/// TGT022.
pub static CHECK: Check = Check {
    kode: "TGT022",
    judul: "isi RHK berbeda antarbaris",
    tingkat: Level::Galat,
    acuan: "Tata berkas masukan skp (docs/panduan)",
    source: include_str!("tgt022_rhk_tidak_seragam.rs"),
    run,
};

fn run(ctx: &Context<'_>, sink: &mut Sink<'_>) {
    for p in ctx.problems(ProblemKind::RhkInconsistent) {
        let message = format!(
            "{} berisi \"{}\", lain daripada baris pertama RHK {} ({}); yang dipakai baris pertama.",
            cell_words::at_place(ctx, p),
            cell_words::tertulis(ctx, p),
            p.kode_rhk.as_deref().unwrap_or_default(),
            cell_words::sel(ctx, p.other)
        );
        let remedy = "Samakan dengan baris pertamanya atau kosongkan; bila memang RHK lain, beri kode_rhk yang lain.";
        cell_words::complete(sink.add(message, remedy), p);
    }
}
