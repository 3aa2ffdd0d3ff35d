//! # HSL014 · menunggu nilai RHK atasan
//!
//! ## Apa
//! RHK bermetode tidak langsung memerlukan nilai RHK atasan yang diintervensi, dan nilai itu belum
//! ada.
//!
//! ## Mengapa
//! Nilai RHK atasan ikut menentukan nilai tertimbang; tanpa itu pegawainya menunggu.
//!
//! ## Dasar
//! PermenPANRB 8/2021: 80 % nilai sendiri ditambah bagian menurut kategori RHK atasan.
//!
//! ## Contoh
//! RHK atasan yang realisasinya belum diisi.
//!
//! ## Perbaikan
//! Lengkapi dahulu RHK atasan yang disebut.

use crate::check::{Check, Context, Sink, fact_words};
use crate::finding::Level;
use crate::score::FactKind;

/// HSL014.
pub static CHECK: Check = Check {
    kode: "HSL014",
    judul: "menunggu nilai RHK atasan",
    tingkat: Level::Peringatan,
    acuan: "PermenPANRB 8/2021, Lampiran (kaskade tidak langsung)",
    source: include_str!("hsl014_menunggu_atasan.rs"),
    run,
};

fn run(ctx: &Context<'_>, sink: &mut Sink<'_>) {
    fact_words::tell_each(ctx, sink, FactKind::MenungguAtasan, |s| {
        (
            format!(
                "{rhk} milik {orang} menunggu nilai {rincian}.",
                orang = s.orang,
                rhk = s.rhk,
                rincian = s.rincian
            ),
            "Lengkapi dahulu RHK atasan itu; bila kaskadenya langsung, isi metode_kaskade = langsung.".to_owned(),
        )
    });
}
