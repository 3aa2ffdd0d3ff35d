//! # HSL001 · predikat yang ditulis bukan sel kuadran
//!
//! ## Apa
//! Predikat yang ditulis penilai tidak sama dengan sel kuadran dari kedua ratingnya. Sel kuadran yang
//! dipakai.
//!
//! ## Mengapa
//! Predikat bukan pilihan bebas: ia mengikuti dari rating hasil kerja dan rating perilaku.
//!
//! ## Dasar
//! Kuadran predikat kinerja (PermenPANRB 6/2022, SE MenPANRB 3/2023).
//!
//! ## Contoh
//! Hasil kerja sesuai, perilaku sesuai, ditulis Sangat Baik.
//!
//! ## Perbaikan
//! Perbaiki predikatnya, atau rating yang mendasarinya.

use crate::check::{Check, Context, Sink, fact_words};
use crate::finding::Level;
use crate::score::FactKind;

/// HSL001.
pub static CHECK: Check = Check {
    kode: "HSL001",
    judul: "predikat yang ditulis bukan sel kuadran",
    tingkat: Level::Galat,
    acuan: "SE MenPANRB 3/2023 (kuadran predikat)",
    source: include_str!("hsl001_predikat_bukan_kuadran.rs"),
    run,
};

fn run(ctx: &Context<'_>, sink: &mut Sink<'_>) {
    fact_words::tell_each(ctx, sink, FactKind::PredikatBedaKuadran, |s| {
        (
            format!("Predikat {orang} {rincian}.", orang = s.orang, rincian = s.rincian),
            "Perbaiki predikat yang ditulis, atau rating yang mendasarinya; laporan memakai sel kuadran.".to_owned(),
        )
    });
}
