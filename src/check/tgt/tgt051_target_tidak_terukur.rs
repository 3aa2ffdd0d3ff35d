//! # TGT051 · target tidak terukur
//!
//! ## Apa
//! Target berisi kata yang tidak dapat dibuktikan tercapai atau tidak, seperti optimal atau sesuai
//! kebutuhan, tanpa angka.
//!
//! ## Mengapa
//! Pada akhir tahun tidak ada yang dapat memastikan target itu tercapai.
//!
//! ## Dasar
//! Setiap RHK punya paling sedikit satu indikator dengan target, pada aspek kuantitas, kualitas,
//! waktu, dan/atau biaya, dan memenuhi SMART: spesifik, terukur, realistis, memiliki batas waktu,
//! menyesuaikan kondisi (PermenPANRB 8/2021 dan 6/2022). Target berupa kalimat boleh pada PermenPANRB
//! 6/2022, asal keberhasilannya dapat dibuktikan.
//!
//! ## Contoh
//! Target "sesuai kebutuhan".
//!
//! ## Perbaikan
//! Tulis ukuran yang dapat dibuktikan: jumlah, mutu, atau tanggal.

use crate::base::text::match_key;
use crate::check::phrases;
use crate::check::{Check, Context, Sink};
use crate::finding::Level;
use crate::rules::Rezim;

/// TGT051.
pub static CHECK: Check = Check {
    kode: "TGT051",
    judul: "target tidak terukur",
    tingkat: Level::Peringatan,
    acuan: "PermenPANRB 8/2021 dan 6/2022 (rencana hasil kerja dan indikator memenuhi SMART)",
    source: include_str!("tgt051_target_tidak_terukur.rs"),
    run,
};

/// Words that promise nothing, as a whole target.
const KABUR: &[&str] = &[
    "optimal",
    "maksimal",
    "baik",
    "lancar",
    "sesuai kebutuhan",
    "seperlunya",
    "secukupnya",
    "sesuai kondisi",
    "sebanyak-banyaknya",
    "semaksimal mungkin",
    "seoptimal mungkin",
    "tercapai",
    "terlaksana",
    "ada",
    "-",
    "n/a",
];

fn run(ctx: &Context<'_>, sink: &mut Sink<'_>) {
    if ctx.aturan.rezim != Rezim::Kualitatif {
        return;
    }
    for (id, _, r) in ctx.rhk() {
        for i in &r.indikator {
            let Some(target) = i.target.get().filter(|t| t.nilai.is_none()) else {
                continue;
            };
            let words = match_key(&target.tertulis);
            if KABUR.contains(&words.trim_end_matches('.')) {
                sink.add(
                    format!(
                        "Target \"{}\" pada {} tidak dapat dibuktikan.",
                        target.tertulis,
                        phrases::rhk(r)
                    ),
                    "Tulis ukuran yang dapat dibuktikan: jumlah, mutu, atau tanggal.",
                )
                .about(id)
                .at(i.target.at)
                .harapan("angka dengan satuan, atau ukuran keberhasilan yang jelas");
            }
        }
    }
}
