//! # KAS007 · atasan adalah dirinya sendiri
//!
//! ## Apa
//! NIP atasan sama dengan NIP pegawai itu sendiri, atau ia tertulis sebagai pemberi tugas bagi RHK-
//! nya sendiri.
//!
//! ## Mengapa
//! Tidak ada orang yang menilai dirinya sendiri; kaskade berhenti di sini.
//!
//! ## Dasar
//! Pejabat penilai kinerja adalah atasan langsung (PP 30/2019).
//!
//! ## Contoh
//! Kolom nip dan nip_atasan pada satu baris berisi angka yang sama karena salah salin.
//!
//! ## Perbaikan
//! Isi NIP atasan langsung yang sebenarnya.

use crate::check::phrases;
use crate::check::{Check, Context, Sink};
use crate::finding::Level;

/// KAS007.
pub static CHECK: Check = Check {
    kode: "KAS007",
    judul: "atasan adalah dirinya sendiri",
    tingkat: Level::Galat,
    acuan: "PP 30/2019 (SKP disusun dengan memperhatikan SKP atasan langsung); PermenPANRB 8/2021 dan 6/2022 (penyusunan SKP)",
    source: include_str!("kas007_atasan_diri_sendiri.rs"),
    run,
};

fn run(ctx: &Context<'_>, sink: &mut Sink<'_>) {
    for (id, p) in ctx.data.semua().filter(|(_, p)| p.nip_sah) {
        for (_, x) in p.posting_berlaku() {
            if x.nip_atasan.get().is_some_and(|nip| *nip == p.nip) {
                sink.add(
                    format!("NIP atasan {} sama dengan NIP-nya sendiri.", p.nama),
                    "Isi NIP atasan langsung yang sebenarnya.",
                )
                .pegawai(id)
                .at(x.nip_atasan.at);
            }
        }
        for r in &p.rhk {
            if r.nip_pemberi_tugas.get().is_some_and(|nip| *nip == p.nip) {
                sink.add(
                    format!("Pemberi tugas {} tertulis {} sendiri.", phrases::rhk(r), p.nama),
                    "Isi NIP ketua tim atau pemberi tugas, atau kosongkan bila RHK ini menginduk pada atasan langsung.",
                )
                .pegawai(id)
                .rhk(r.kode.clone())
                .at(r.nip_pemberi_tugas.at);
            }
        }
    }
}
