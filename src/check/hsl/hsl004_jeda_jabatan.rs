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

use crate::check::{Check, Konteks, Sink, fakta};
use crate::finding::Tingkat;
use crate::score::JenisFakta;

/// HSL004.
pub static CHECK: Check = Check {
    kode: "HSL004",
    judul: "jeda di antara dua jabatan",
    tingkat: Tingkat::Peringatan,
    acuan: "PP 30/2019 (penilaian proporsional bagi pegawai yang pindah)",
    source: include_str!("hsl004_jeda_jabatan.rs"),
    run,
};

fn run(ctx: &Konteks<'_>, sink: &mut Sink<'_>) {
    fakta::katakan(ctx, sink, JenisFakta::JedaPosting, |s| {
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
