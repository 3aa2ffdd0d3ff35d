//! # HSL007 · belum dinilai pejabat penilai
//!
//! ## Apa
//! Pejabat penilai belum memberi rating, dan tidak ada data lain untuk mengusulkannya.
//!
//! ## Mengapa
//! Yang belum dinilai tidak dianggap Baik.
//!
//! ## Dasar
//! Pejabat penilai menetapkan rating (PermenPANRB 6/2022).
//!
//! ## Contoh
//! Baris unduhan e-Kinerja dengan hasil_kerja kosong atau "-".
//!
//! ## Perbaikan
//! Mintakan penilaian kepada pejabat penilainya, lalu unduh ulang.

use crate::check::{Check, Context, Sink, fact_words};
use crate::finding::Level;
use crate::score::FactKind;

/// HSL007.
pub static CHECK: Check = Check {
    kode: "HSL007",
    judul: "belum dinilai pejabat penilai",
    tingkat: Level::Peringatan,
    acuan: "SE MenPANRB 3/2023 (kuadran predikat)",
    source: include_str!("hsl007_belum_dinilai.rs"),
    run,
};

fn run(ctx: &Context<'_>, sink: &mut Sink<'_>) {
    fact_words::tell_each(ctx, sink, FactKind::BelumDinilai, |s| {
        (
            format!(
                "{orang} belum dinilai: {rincian} masih kosong.",
                orang = s.orang,
                rincian = s.rincian
            ),
            "Mintakan penilaian kepada pejabat penilainya.".to_owned(),
        )
    });
}
