//! # TGT024 · mulai SKP di luar semua jabatan
//!
//! ## Apa
//! Kolom mulai pada baris SKP menunjuk hari yang tidak termasuk satu pun jabatan pegawai itu.
//!
//! ## Mengapa
//! RHK itu tidak menjadi milik jabatan mana pun, jadi tidak ikut dihitung.
//!
//! ## Dasar
//! Setelah mutasi disusun SKP baru pada jabatan baru; kolom mulai mengatakan RHK milik jabatan yang
//! mana.
//!
//! ## Contoh
//! Jabatan berlangsung 01/01–30/06 dan 01/07–30/11, mulai pada SKP 31/12/2025.
//!
//! ## Perbaikan
//! Isi mulai dengan tanggal di dalam masa jabatannya (misalnya tanggal mulainya), atau kosongkan
//! bila untuk jabatan terakhir.

use crate::check::{Check, Context, Sink, cell_words};
use crate::finding::Level;
use crate::problem::ProblemKind;

/// TGT024.
pub static CHECK: Check = Check {
    kode: "TGT024",
    judul: "mulai SKP di luar semua jabatan",
    tingkat: Level::Galat,
    acuan: "PP 30/2019 (setelah mutasi disusun SKP pada jabatan baru); Tata berkas masukan skp (docs/panduan)",
    source: include_str!("tgt024_mulai_di_luar_jabatan.rs"),
    run,
};

fn run(ctx: &Context<'_>, sink: &mut Sink<'_>) {
    for p in ctx.problems(ProblemKind::PostingUnknown) {
        let message = format!(
            "{} berisi {}, tanggal yang tidak termasuk satu pun jabatan pegawai ini; RHK {} tidak ikut dihitung.",
            cell_words::at_place(ctx, p),
            cell_words::tertulis(ctx, p),
            p.kode_rhk.as_deref().unwrap_or_default()
        );
        let remedy = "Isi mulai dengan tanggal di dalam masa jabatannya, atau kosongkan bila RHK itu untuk jabatan terakhir.";
        cell_words::complete(sink.add(message, remedy), p);
    }
}
