//! # KAS015 · pimpinan unit tanpa indikator anggaran
//!
//! ## Apa
//! SKP JPT yang memimpin unit, atau pimpinan unit kerja mandiri, tidak memuat satu pun indikator
//! dengan perspektif anggaran.
//!
//! ## Mengapa
//! Pimpinan unit bertanggung jawab atas penggunaan anggaran; harus ada ukurannya di SKP.
//!
//! ## Dasar
//! JPT yang memimpin unit dan pimpinan unit kerja mandiri memuat paling sedikit satu indikator tugas
//! dan fungsi dan satu indikator penggunaan anggaran (PermenPANRB 8/2021 dan 6/2022, penyusunan SKP
//! JPT).
//!
//! ## Contoh
//! Kepala dinas dengan perspektif penerima layanan dan proses bisnis saja.
//!
//! ## Perbaikan
//! Tambahkan indikator penggunaan anggaran (misalnya persentase realisasi anggaran) dengan perspektif
//! anggaran.

use crate::check::heads::{self, Measures};
use crate::check::{Check, Context, Sink};
use crate::finding::Level;

/// KAS015.
pub static CHECK: Check = Check {
    kode: "KAS015",
    judul: "pimpinan unit tanpa indikator anggaran",
    tingkat: Level::Peringatan,
    acuan: "PermenPANRB 8/2021 dan 6/2022 (penyusunan SKP JPT dan pimpinan unit mandiri)",
    source: include_str!("kas015_jpt_tanpa_anggaran.rs"),
    run,
};

fn run(ctx: &Context<'_>, sink: &mut Sink<'_>) {
    for (id, at) in heads::tanpa(ctx, Measures::Anggaran) {
        sink.add(
            format!(
                "SKP {} belum memuat indikator penggunaan anggaran (perspektif anggaran).",
                ctx.data.pegawai(id).nama
            ),
            "Tambahkan indikator penggunaan anggaran, misalnya persentase realisasi anggaran, dengan perspektif anggaran.",
        )
        .pegawai(id)
        .at(at);
    }
}
