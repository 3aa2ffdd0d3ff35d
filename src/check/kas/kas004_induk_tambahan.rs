//! # KAS004 · RHK yang diintervensi adalah kinerja tambahan
//!
//! ## Apa
//! RHK atasan yang diacu ada, tetapi jenisnya tambahan.
//!
//! ## Mengapa
//! Kinerja tambahan adalah tugas di luar tugas pokok atasan; ia tidak diturunkan kepada bawahan. Yang
//! diintervensi harus RHK utama.
//!
//! ## Dasar
//! SKP disusun dengan memperhatikan SKP atasan langsung (PP 30/2019); PermenPANRB 8/2021 dan 6/2022
//! merinci bahwa rencana hasil kerja menginduk pada rencana hasil kerja pimpinan yang diintervensi.
//!
//! ## Contoh
//! RHK bawahan mengacu `T1`, kinerja tambahan kepala seksi sebagai panitia.
//!
//! ## Perbaikan
//! Acu RHK utama atasan. Bila `T1` sebenarnya tugas pokok, atasan mengubah jenisnya menjadi utama.

use crate::check::phrases;
use crate::check::{Check, Context, Sink};
use crate::finding::Level;
use crate::model::BrokenLink;

/// KAS004.
pub static CHECK: Check = Check {
    kode: "KAS004",
    judul: "RHK yang diintervensi adalah kinerja tambahan",
    tingkat: Level::Galat,
    acuan: "PP 30/2019 (SKP disusun dengan memperhatikan SKP atasan langsung); PermenPANRB 8/2021 dan 6/2022 (penyusunan SKP)",
    source: include_str!("kas004_induk_tambahan.rs"),
    run,
};

fn run(ctx: &Context<'_>, sink: &mut Sink<'_>) {
    for (id, _, r) in ctx.rhk() {
        for link in &r.tautan {
            let Err(BrokenLink::Tambahan(other)) = &link.ke else {
                continue;
            };
            sink.add(
                format!(
                    "{} mengacu {} milik {}, yang merupakan kinerja tambahan.",
                    phrases::rhk(r),
                    phrases::rhk(ctx.data.rhk(*other)),
                    phrases::orang(ctx.data, other.pegawai)
                ),
                "Acu RHK utama atasan. Bila RHK itu sebenarnya tugas pokok, minta atasan mengubah jenisnya menjadi utama.",
            )
            .about(id)
            .at(link.at);
        }
    }
}
