//! # TGT023 · arah berlawanan dengan target
//!
//! ## Apa
//! Target ditulis dengan ≥ (paling sedikit) tetapi arahnya turun, atau dengan ≤ (paling banyak)
//! tetapi arahnya naik.
//!
//! ## Mengapa
//! Arah menentukan rumus capaian. Yang dipakai adalah tanda pada targetnya.
//!
//! ## Dasar
//! Makin besar makin baik adalah kondisi normal, makin kecil makin baik kondisi khusus; target satu
//! sisi sudah mengatakan yang mana.
//!
//! ## Contoh
//! Target `≤ 10` hari dengan arah naik.
//!
//! ## Perbaikan
//! Sesuaikan kolom arah dengan tanda pada target, atau perbaiki tandanya.

use crate::check::{Check, Context, Sink, cell_words};
use crate::finding::Level;
use crate::problem::ProblemKind;

/// TGT023.
pub static CHECK: Check = Check {
    kode: "TGT023",
    judul: "arah berlawanan dengan target",
    tingkat: Level::Peringatan,
    acuan: "PermenPANRB 8/2021 Lampiran (kondisi normal dan kondisi khusus)",
    source: include_str!("tgt023_arah_berlawanan_target.rs"),
    run,
};

fn run(ctx: &Context<'_>, sink: &mut Sink<'_>) {
    for p in ctx.problems(ProblemKind::TargetContradictsArah) {
        let message = format!(
            "{} berisi target \"{}\", tetapi arahnya \"{}\"; yang dipakai tanda pada target.",
            cell_words::at_place(ctx, p),
            cell_words::tertulis(ctx, p),
            p.detail.as_deref().unwrap_or_default()
        );
        let remedy = "Isi arah = turun untuk target paling banyak (≤), arah = naik untuk target paling sedikit (≥).";
        cell_words::complete(sink.add(message, remedy), p);
    }
}
