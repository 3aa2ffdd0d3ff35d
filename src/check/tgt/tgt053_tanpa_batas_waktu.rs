//! # TGT053 · RHK tanpa batas waktu
//!
//! ## Apa
//! Sebuah RHK utama tidak punya batas_waktu dan tidak punya indikator aspek waktu.
//!
//! ## Mengapa
//! Tanpa batas waktu tidak terlihat kapan hasil harus diserahkan, sehingga keterlambatan tidak pernah
//! tampak.
//!
//! ## Dasar
//! Setiap RHK punya paling sedikit satu indikator dengan target, pada aspek kuantitas, kualitas,
//! waktu, dan/atau biaya, dan memenuhi SMART: spesifik, terukur, realistis, memiliki batas waktu,
//! menyesuaikan kondisi (PermenPANRB 8/2021 dan 6/2022).
//!
//! ## Contoh
//! RHK dengan indikator kuantitas dan kualitas saja, kolom batas_waktu kosong.
//!
//! ## Perbaikan
//! Isi batas_waktu, atau tambahkan indikator aspek waktu.

use crate::check::{Check, Context, Sink};
use crate::check::{majority::Majority, phrases};
use crate::finding::Level;
use crate::model::Sumber;
use crate::model::vocab::Aspek;
use crate::table::JenisTabel;

/// TGT053.
pub static CHECK: Check = Check {
    kode: "TGT053",
    judul: "RHK tanpa batas waktu",
    tingkat: Level::Peringatan,
    acuan: "PermenPANRB 8/2021 dan 6/2022 (rencana hasil kerja dan indikator memenuhi SMART)",
    source: include_str!("tgt053_tanpa_batas_waktu.rs"),
    run,
};

fn run(ctx: &Context<'_>, sink: &mut Sink<'_>) {
    let mut lipat = Majority::mayoritas(JenisTabel::Skp, "batas_waktu");
    for (id, p, r) in ctx.rhk_utama() {
        let (Sumber::Pegawai | Sumber::Lain, Some(first)) = (p.sumber, r.indikator.first()) else {
            continue;
        };
        let timed = r
            .indikator
            .iter()
            .any(|i| !i.batas_waktu.is_empty() || i.aspek.get() == Some(&Aspek::Waktu));
        lipat.lihat(first.batas_waktu.at, (!timed).then_some(id));
    }
    lipat.tell(
        ctx,
        sink,
        |sink, at, id| {
            sink.add(
                format!("{} belum punya batas waktu.", phrases::rhk(ctx.data.rhk(*id))),
                "Isi batas_waktu, atau tambahkan indikator aspek waktu.",
            )
            .about(*id)
            .at(at);
        },
        |sink, b| {
            let finding = sink
                .add(
                    format!("{} RHK utama belum punya batas waktu.", b.berapa()),
                    "Isi kolom batas_waktu, atau tambahkan indikator aspek waktu.",
                )
                .di(&b);
            // The column is optional: without it the agency may keep its deadlines elsewhere.
            if b.tanpa_kolom {
                finding.tingkat(Level::Catatan);
            }
        },
    );
}
