//! # TGT007 · masa jabatan tanpa SKP
//!
//! ## Apa
//! Pegawai yang pindah jabatan tidak mempunyai RHK utama untuk salah satu jabatannya.
//!
//! ## Mengapa
//! Nilai SKP orang yang pindah dihitung proporsional menurut bulan pada setiap jabatan; bulan tanpa
//! SKP tidak boleh hilang diam-diam.
//!
//! ## Dasar
//! Setelah pindah, SKP baru disusun di jabatan yang baru; nilainya digabung secara proporsional.
//!
//! ## Contoh
//! Pindah 1 Juli, SKP hanya untuk jabatan kedua.
//!
//! ## Perbaikan
//! Tambahkan SKP jabatan itu (isi kolom mulai dengan tanggal mulai jabatannya).

use crate::check::{Check, Context, Sink, fact_words};
use crate::finding::Level;
use crate::score::FactKind;

/// TGT007.
pub static CHECK: Check = Check {
    kode: "TGT007",
    judul: "masa jabatan tanpa SKP",
    tingkat: Level::Galat,
    acuan: "PP 30/2019 (penilaian proporsional bagi pegawai yang pindah)",
    source: include_str!("tgt007_jabatan_tanpa_skp.rs"),
    run,
};

fn run(ctx: &Context<'_>, sink: &mut Sink<'_>) {
    fact_words::tell_each(ctx, sink, FactKind::PostingTanpaSkp, |s| {
        (
            format!(
                "{orang} belum mempunyai RHK utama untuk salah satu jabatannya tahun ini: {rincian}.",
                orang = s.orang,
                rincian = s.rincian
            ),
            "Tambahkan SKP jabatan itu; isi kolom mulai pada tabel skp dengan tanggal mulai jabatannya.".to_owned(),
        )
    });
}
