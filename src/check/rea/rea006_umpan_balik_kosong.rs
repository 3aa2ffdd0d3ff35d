//! # REA006 · RHK tanpa umpan balik
//!
//! ## Apa
//! Rating hasil kerja harus diusulkan dari umpan balik, tetapi sebuah RHK tidak mempunyainya.
//!
//! ## Mengapa
//! Usulan rating memerlukan umpan balik setiap RHK; yang kosong tidak dianggap sesuai ekspektasi.
//!
//! ## Dasar
//! Umpan balik berkelanjutan diberikan atas setiap hasil kerja (PermenPANRB 6/2022).
//!
//! ## Contoh
//! Empat RHK, tiga yang berumpan balik, dan penilai belum menetapkan rating.
//!
//! ## Perbaikan
//! Isi umpan balik RHK itu, atau tetapkan rating hasil kerja di tabel penilaian.

use crate::check::{Check, Context, Sink, fact_words};
use crate::finding::Level;
use crate::score::FactKind;

/// REA006.
pub static CHECK: Check = Check {
    kode: "REA006",
    judul: "RHK tanpa umpan balik",
    tingkat: Level::Galat,
    acuan: "PermenPANRB 6/2022 dan SE MenPANRB 3/2023 (umpan balik dan rating)",
    source: include_str!("rea006_umpan_balik_kosong.rs"),
    run,
};

fn run(ctx: &Context<'_>, sink: &mut Sink<'_>) {
    fact_words::tell_each(ctx, sink, FactKind::UmpanBalikKosong, |s| {
        (
            format!(
                "{rhk} milik {orang} belum berumpan balik, jadi rating hasil kerjanya belum dapat diusulkan.",
                orang = s.orang,
                rhk = s.rhk
            ),
            "Isi umpan_balik RHK itu di tabel realisasi, atau tetapkan hasil_kerja di tabel penilaian.".to_owned(),
        )
    });
}
