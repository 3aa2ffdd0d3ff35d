//! # REA007 · umpan balik satu RHK berbeda-beda
//!
//! ## Apa
//! Satu RHK mempunyai umpan balik yang berlainan untuk periode yang sama.
//!
//! ## Mengapa
//! Tidak ada aturan yang mengatakan mana yang menang; memilih salah satu berarti menebak.
//!
//! ## Dasar
//! Rating hasil kerja ditetapkan pejabat penilai.
//!
//! ## Contoh
//! Indikator kuantitas "di atas", indikator waktu "di bawah", keduanya untuk setahun.
//!
//! ## Perbaikan
//! Samakan umpan balik RHK itu, atau tetapkan rating hasil kerja di tabel penilaian.

use crate::check::{Check, Context, Sink, fact_words};
use crate::finding::Level;
use crate::score::FactKind;

/// REA007.
pub static CHECK: Check = Check {
    kode: "REA007",
    judul: "umpan balik satu RHK berbeda-beda",
    tingkat: Level::Galat,
    acuan: "PermenPANRB 6/2022 dan SE MenPANRB 3/2023 (umpan balik dan rating)",
    source: include_str!("rea007_umpan_balik_berbeda.rs"),
    run,
};

fn run(ctx: &Context<'_>, sink: &mut Sink<'_>) {
    fact_words::tell_each(ctx, sink, FactKind::UmpanBalikBeda, |s| {
        (
            format!(
                "Umpan balik {rhk} milik {orang} berbeda-beda ({rincian}).",
                orang = s.orang,
                rhk = s.rhk,
                rincian = s.rincian
            ),
            "Samakan umpan balik RHK itu, atau tetapkan hasil_kerja di tabel penilaian.".to_owned(),
        )
    });
}
