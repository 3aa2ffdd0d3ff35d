//! # KAS016 · pimpinan unit tanpa indikator tugas dan fungsi
//!
//! ## Apa
//! SKP JPT yang memimpin unit, atau pimpinan unit kerja mandiri, hanya memuat indikator anggaran;
//! tidak ada satu pun dari tugas dan fungsi unitnya.
//!
//! ## Mengapa
//! Anggaran adalah alat. Hasil unit terlihat dari indikator tugas dan fungsinya.
//!
//! ## Dasar
//! JPT yang memimpin unit dan pimpinan unit kerja mandiri memuat paling sedikit satu indikator tugas
//! dan fungsi dan satu indikator penggunaan anggaran (PermenPANRB 8/2021 dan 6/2022, penyusunan SKP
//! JPT).
//!
//! ## Contoh
//! Kepala UPT yang satu-satunya indikatornya "Persentase realisasi anggaran".
//!
//! ## Perbaikan
//! Tambahkan indikator dari tugas dan fungsi unit dengan perspektif penerima layanan, proses bisnis,
//! atau penguatan internal.

use crate::check::heads::{self, Measures};
use crate::check::{Check, Context, Sink};
use crate::finding::Level;

/// KAS016.
pub static CHECK: Check = Check {
    kode: "KAS016",
    judul: "pimpinan unit tanpa indikator tugas dan fungsi",
    tingkat: Level::Peringatan,
    acuan: "PermenPANRB 8/2021 dan 6/2022 (penyusunan SKP JPT dan pimpinan unit mandiri)",
    source: include_str!("kas016_jpt_tanpa_tugas_fungsi.rs"),
    run,
};

fn run(ctx: &Context<'_>, sink: &mut Sink<'_>) {
    for (id, at) in heads::tanpa(ctx, Measures::TugasFungsi) {
        sink.add(
            format!(
                "SKP {} belum memuat indikator tugas dan fungsi unitnya.",
                ctx.data.pegawai(id).nama
            ),
            "Tambahkan indikator tugas dan fungsi dengan perspektif penerima layanan, proses bisnis, atau penguatan internal.",
        )
        .pegawai(id)
        .at(at);
    }
}
