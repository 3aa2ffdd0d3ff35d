//! # KAS023 · ketua tim atau pemberi tugas tidak ada dalam data
//!
//! ## Apa
//! Kolom nip_pemberi_tugas sebuah RHK berisi NIP yang tidak ada di antara pegawai yang dibaca.
//!
//! ## Mengapa
//! RHK itu menginduk pada SKP ketua tim; tanpa datanya tautan tidak dapat diperiksa.
//!
//! ## Dasar
//! RHK dapat menginduk pada RHK ketua tim atau pemberi tugas yang disebut namanya (PermenPANRB
//! 6/2022).
//!
//! ## Contoh
//! nip_pemberi_tugas menunjuk ketua tim di unit lain yang berkasnya tidak disertakan.
//!
//! ## Perbaikan
//! Sertakan berkas ketua tim itu, perbaiki NIP-nya, atau kosongkan bila RHK menginduk pada atasan
//! langsung.

use crate::check::phrases;
use crate::check::{Check, Context, Sink};
use crate::finding::Level;

/// KAS023.
pub static CHECK: Check = Check {
    kode: "KAS023",
    judul: "ketua tim atau pemberi tugas tidak ada dalam data",
    tingkat: Level::Galat,
    acuan: "PP 30/2019 (SKP disusun dengan memperhatikan SKP atasan langsung); PermenPANRB 8/2021 dan 6/2022 (penyusunan SKP)",
    source: include_str!("kas023_pemberi_tugas_tidak_ada.rs"),
    run,
};

fn run(ctx: &Context<'_>, sink: &mut Sink<'_>) {
    for (id, _, r) in ctx.rhk() {
        let Some(nip) = r.nip_pemberi_tugas.get().filter(|nip| ctx.data.find(nip).is_none()) else {
            continue;
        };
        sink.add(
            format!("Pemberi tugas {} dengan NIP {nip} tidak ada dalam data yang dibaca.", phrases::rhk(r)),
            "Sertakan berkas yang memuat pemberi tugas itu, perbaiki NIP-nya, atau kosongkan bila RHK ini menginduk pada atasan langsung.",
        )
        .about(id)
        .at(r.nip_pemberi_tugas.at)
        .nilai(&**nip);
    }
}
