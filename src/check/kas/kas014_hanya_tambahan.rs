//! # KAS014 · SKP yang hanya berisi kinerja tambahan
//!
//! ## Apa
//! Semua RHK seorang pegawai berjenis tambahan; tidak ada satu pun RHK utama.
//!
//! ## Mengapa
//! SKP memuat kinerja utama; kinerja tambahan hanya pelengkap. Dengan aturan angka, nilai kinerja
//! utama tidak dapat dihitung.
//!
//! ## Dasar
//! SKP memuat kinerja utama yang harus dicapai seorang PNS setiap tahun; selain itu SKP dapat memuat
//! kinerja tambahan (PP 30/2019 Pasal 9).
//!
//! ## Contoh
//! Pegawai dengan dua RHK, keduanya kepanitiaan berjenis tambahan.
//!
//! ## Perbaikan
//! Tambahkan RHK utama dari tugas pokok, atau perbaiki kolom jenis.

use crate::check::{Check, Context, Sink};
use crate::finding::Level;
use crate::model::vocab::JenisRhk;

/// KAS014.
pub static CHECK: Check = Check {
    kode: "KAS014",
    judul: "SKP yang hanya berisi kinerja tambahan",
    tingkat: Level::Peringatan,
    acuan: "PP 30/2019 Pasal 9 ayat (1) dan (2)",
    source: include_str!("kas014_hanya_tambahan.rs"),
    run,
};

fn run(ctx: &Context<'_>, sink: &mut Sink<'_>) {
    for (id, p) in ctx.data.semua() {
        let Some(first) = p.rhk.first() else { continue };
        if p.rhk.iter().all(|r| r.jenis.get() == Some(&JenisRhk::Tambahan)) {
            sink.add(
                format!(
                    "SKP {} hanya berisi {} kinerja tambahan, tanpa satu pun RHK utama.",
                    p.nama,
                    p.rhk.len()
                ),
                "Tambahkan RHK utama dari tugas pokoknya, atau perbaiki kolom jenis.",
            )
            .pegawai(id)
            .at(first.jenis.at);
        }
    }
}
