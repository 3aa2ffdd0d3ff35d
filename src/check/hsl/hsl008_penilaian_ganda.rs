//! # HSL008 · dua baris penilaian yang berbeda
//!
//! ## Apa
//! Ada beberapa baris penilaian untuk orang, periode dan jabatan yang sama, dan isinya berbeda.
//!
//! ## Mengapa
//! Memilih salah satu berarti menebak nilai seseorang.
//!
//! ## Dasar
//! Satu penilaian per orang dan periode; setelah pindah yang dipakai baris jabatan terakhir.
//!
//! ## Contoh
//! Dua baris 2025, satu sesuai dan satu di atas ekspektasi.
//!
//! ## Perbaikan
//! Hapus baris yang tidak berlaku, atau isi periodenya.

use crate::check::{Check, Context, Sink, fact_words};
use crate::finding::Level;
use crate::score::FactKind;

/// HSL008.
pub static CHECK: Check = Check {
    kode: "HSL008",
    judul: "dua baris penilaian yang berbeda",
    tingkat: Level::Galat,
    acuan: "Masukan skp (tabel penilaian)",
    source: include_str!("hsl008_penilaian_ganda.rs"),
    run,
};

fn run(ctx: &Context<'_>, sink: &mut Sink<'_>) {
    fact_words::tell_each(ctx, sink, FactKind::PenilaianGanda, |s| {
        (
            format!(
                "{orang} mempunyai beberapa baris penilaian untuk periode ini dan isinya berbeda.",
                orang = s.orang
            ),
            "Sisakan satu baris yang berlaku, atau isi periode dan tanggal SKP-nya.".to_owned(),
        )
    });
}
