//! # TGT058 · kinerja tambahan tanpa surat keputusan
//!
//! ## Apa
//! RHK tambahan tidak mencantumkan nomor surat keputusan.
//!
//! ## Mengapa
//! Kinerja tambahan disepakati dan dituangkan dalam surat keputusan; tanpa itu poinnya tidak dapat
//! dipertanggungjawabkan.
//!
//! ## Dasar
//! Kinerja tambahan disepakati, berada di luar tugas pokok, dan ditetapkan dalam surat keputusan
//! (PermenPANRB 8/2021 dan 6/2022).
//!
//! ## Contoh
//! RHK tambahan "Panitia HUT" dengan kolom nomor_sk kosong.
//!
//! ## Perbaikan
//! Isi nomor surat keputusannya. Bila tidak ada, bicarakan dengan atasan apakah tugas ini memang
//! kinerja tambahan.

use crate::check::{Check, Context, Sink};
use crate::check::{majority::Majority, phrases};
use crate::finding::Level;
use crate::model::Sumber;
use crate::model::vocab::JenisRhk;
use crate::table::JenisTabel;

/// TGT058.
pub static CHECK: Check = Check {
    kode: "TGT058",
    judul: "kinerja tambahan tanpa surat keputusan",
    tingkat: Level::Peringatan,
    acuan: "PermenPANRB 8/2021 dan 6/2022 (kinerja tambahan)",
    source: include_str!("tgt058_tambahan_tanpa_sk.rs"),
    run,
};

fn run(ctx: &Context<'_>, sink: &mut Sink<'_>) {
    let mut lipat = Majority::kolom(JenisTabel::Skp, "nomor_sk");
    for (id, p, r) in ctx.rhk() {
        // The official form has no place for it.
        if r.jenis.get() == Some(&JenisRhk::Tambahan) && p.sumber != Sumber::Formulir {
            lipat.lihat(r.nomor_sk.at, r.nomor_sk.is_empty().then_some(id));
        }
    }
    lipat.tell(
        ctx,
        sink,
        |sink, at, id| {
            sink.add(
                format!(
                    "Kinerja tambahan {} belum mencantumkan nomor surat keputusan.",
                    phrases::rhk(ctx.data.rhk(*id))
                ),
                "Isi nomor surat keputusannya. Bila tidak ada, bicarakan dengan atasan apakah tugas ini memang kinerja tambahan.",
            )
            .about(*id)
            .at(at)
            .harapan("nomor surat keputusan");
        },
        |sink, b| {
            sink.add(
                format!(
                    "Tabel ini tidak punya kolom nomor_sk, padahal ada {} kinerja tambahan.",
                    b.jumlah
                ),
                "Tambahkan kolom nomor_sk dan isi nomor surat keputusan setiap kinerja tambahan.",
            )
            .di(&b);
        },
    );
}
