//! # HSL004 · jeda di antara dua jabatan
//!
//! ## Apa
//! Di antara dua jabatan seorang pegawai ada hari yang tidak tercakup jabatan mana pun.
//!
//! ## Mengapa
//! Hanya bulan yang tercakup yang ikut dihitung; jeda sering hanya salah ketik tanggal.
//!
//! ## Dasar
//! Nilai proporsional menurut bulan pada setiap jabatan.
//!
//! ## Contoh
//! Jabatan pertama selesai 31 Maret, jabatan kedua mulai 1 Juni.
//!
//! ## Perbaikan
//! Perbaiki tanggal mulai atau selesai bila jeda itu tidak benar-benar ada.

use crate::check::{Check, Context, Sink, fact_words};
use crate::finding::Level;
use crate::score::FactKind;

/// HSL004.
pub static CHECK: Check = Check {
    kode: "HSL004",
    judul: "jeda di antara dua jabatan",
    tingkat: Level::Peringatan,
    acuan: "PP 30/2019 (penilaian proporsional bagi pegawai yang pindah)",
    source: include_str!("hsl004_jeda_jabatan.rs"),
    run,
};

fn run(ctx: &Context<'_>, sink: &mut Sink<'_>) {
    fact_words::tell_each(ctx, sink, FactKind::JedaPosting, |s| {
        (
            format!(
                "Jabatan {orang} tidak bersambung ({rincian}); hari di antaranya tidak ikut dihitung.",
                orang = s.orang,
                rincian = s.rincian
            ),
            "Perbaiki tanggal mulai atau selesai di tabel pegawai bila jeda itu tidak benar-benar ada.".to_owned(),
        )
    });
}
