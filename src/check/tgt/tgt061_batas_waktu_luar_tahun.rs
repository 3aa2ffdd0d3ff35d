//! # TGT061 · batas waktu di luar tahun yang dinilai
//!
//! ## Apa
//! Batas waktu sebuah indikator jatuh sebelum atau sesudah tahun yang dinilai.
//!
//! ## Mengapa
//! Hasil yang jatuh tempo di tahun lain bukan bagian dari SKP tahun ini; sering terjadi bila SKP
//! tahun lalu disalin.
//!
//! ## Dasar
//! Setiap RHK punya paling sedikit satu indikator dengan target, pada aspek kuantitas, kualitas,
//! waktu, dan/atau biaya, dan memenuhi SMART: spesifik, terukur, realistis, memiliki batas waktu,
//! menyesuaikan kondisi (PermenPANRB 8/2021 dan 6/2022).
//!
//! ## Contoh
//! Tahun 2025, batas waktu 31/12/2024.
//!
//! ## Perbaikan
//! Perbaiki tahunnya, atau pindahkan RHK itu ke SKP tahun yang benar.

use crate::check::{Check, Context, Sink};
use crate::check::{majority::Majority, phrases};
use crate::finding::Level;
use crate::table::JenisTabel;

/// TGT061.
pub static CHECK: Check = Check {
    kode: "TGT061",
    judul: "batas waktu di luar tahun yang dinilai",
    tingkat: Level::Peringatan,
    acuan: "PermenPANRB 8/2021 dan 6/2022 (rencana hasil kerja dan indikator memenuhi SMART)",
    source: include_str!("tgt061_batas_waktu_luar_tahun.rs"),
    run,
};

fn run(ctx: &Context<'_>, sink: &mut Sink<'_>) {
    let tahun = ctx.data.periode.tahun();
    let mut lipat = Majority::mayoritas(JenisTabel::Skp, "batas_waktu");
    for (id, _, r) in ctx.rhk() {
        // The first row of an RHK that is off speaks for the others: they were copied together.
        let given = || {
            r.indikator
                .iter()
                .filter_map(|i| i.batas_waktu.get().map(|d| (*d, i.batas_waktu.at)))
        };
        let off = given().find(|(d, _)| d.year() != tahun);
        if let Some((_, at)) = off.or_else(|| given().next()) {
            lipat.lihat(at, off.map(|(d, _)| (id, d)));
        }
    }
    lipat.tell(
        ctx,
        sink,
        |sink, at, (id, d)| {
            sink.add(
                format!(
                    "Batas waktu {} ({}) tidak di tahun {tahun}.",
                    phrases::rhk(ctx.data.rhk(*id)),
                    phrases::tanggal(*d)
                ),
                "Perbaiki tahunnya, atau pindahkan RHK ini ke SKP tahun yang benar.",
            )
            .about(*id)
            .at(at)
            .harapan(format!("tanggal di tahun {tahun}"));
        },
        |sink, b| {
            sink.add(
                format!(
                    "Batas waktu {} RHK tidak di tahun {tahun}, misalnya {}.",
                    b.berapa(),
                    phrases::tanggal(b.contoh.1)
                ),
                format!("Periksa apakah --tahun {tahun} benar dan apakah SKP ini memang SKP tahun {tahun}."),
            )
            .di(&b);
        },
    );
}
