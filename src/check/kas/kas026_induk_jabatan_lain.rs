//! # KAS026 · RHK atasan dari masa jabatan yang lain
//!
//! ## Apa
//! RHK yang diacu memang milik atasan langsung, tetapi dari jabatannya pada waktu lain: masa itu
//! tidak bertemu dengan masa jabatan pegawai ini.
//!
//! ## Mengapa
//! Pegawai mendukung hasil kerja atasan pada masa ia bekerja di bawahnya. RHK atasan dari jabatan
//! lama atau jabatan barunya bukan bagian dari masa itu.
//!
//! ## Dasar
//! RHK menginduk pada RHK atasan langsung pada masa itu; setelah mutasi disusun SKP baru (PermenPANRB
//! 8/2021 dan 6/2022).
//!
//! ## Contoh
//! Atasan pindah bidang pada Juli; staf yang mulai Agustus mengacu RHK atasan dari jabatannya
//! Januari–Juni.
//!
//! ## Perbaikan
//! Acu RHK atasan dari jabatannya pada masa yang sama, atau perbaiki kolom mulai.

use crate::check::phrases;
use crate::check::{Check, Context, Sink};
use crate::finding::Level;
use crate::model::BrokenLink;

/// KAS026.
pub static CHECK: Check = Check {
    kode: "KAS026",
    judul: "RHK atasan dari masa jabatan yang lain",
    tingkat: Level::Galat,
    acuan: "PP 30/2019 (SKP disusun dengan memperhatikan SKP atasan langsung); PermenPANRB 8/2021 dan 6/2022 (penyusunan SKP)",
    source: include_str!("kas026_induk_jabatan_lain.rs"),
    run,
};

fn run(ctx: &Context<'_>, sink: &mut Sink<'_>) {
    for (id, _, r) in ctx.rhk() {
        for link in &r.tautan {
            let Err(BrokenLink::PostingLain(other)) = &link.ke else {
                continue;
            };
            sink.add(
                format!(
                    "{} mengacu {} milik {} dari masa jabatan yang tidak bertemu dengan masa jabatan pegawai ini.",
                    phrases::rhk(r),
                    phrases::rhk(ctx.data.rhk(*other)),
                    phrases::orang(ctx.data, other.pegawai)
                ),
                "Acu RHK atasan dari jabatannya pada masa yang sama, atau perbaiki kolom mulai pada SKP.",
            )
            .about(id)
            .at(link.at);
        }
    }
}
