//! # HSL011 · jenis jabatan belum diisi
//!
//! ## Apa
//! jenis_jabatan kosong, padahal rumus dan aspek perilaku bergantung padanya.
//!
//! ## Mengapa
//! JPT, pejabat administrasi dan pejabat fungsional dihitung dengan rumus yang berbeda; memilih salah
//! satu berarti menebak.
//!
//! ## Dasar
//! PermenPANRB 8/2021 hlm. 93 dan seterusnya; PP 30/2019 (aspek kepemimpinan).
//!
//! ## Contoh
//! Kolom jenis_jabatan kosong.
//!
//! ## Perbaikan
//! Isi jenis_jabatan (misalnya jpt_pratama, administrator, pengawas, pelaksana, fungsional).

use crate::check::{Check, Context, Sink, fact_words};
use crate::finding::Level;
use crate::score::FactKind;

/// HSL011.
pub static CHECK: Check = Check {
    kode: "HSL011",
    judul: "jenis jabatan belum diisi",
    tingkat: Level::Galat,
    acuan: "PermenPANRB 8/2021, Lampiran (konversi menurut jenis jabatan)",
    source: include_str!("hsl011_jenis_jabatan_kosong.rs"),
    run,
};

fn run(ctx: &Context<'_>, sink: &mut Sink<'_>) {
    fact_words::tell_each(ctx, sink, FactKind::JenisJabatanKosong, |s| {
        (
            format!(
                "Jenis jabatan {orang} belum diisi, jadi rumus penilaiannya tidak dapat dipilih.",
                orang = s.orang
            ),
            "Isi jenis_jabatan: jpt_pratama, administrator, pengawas, pelaksana, fungsional, atau yang sesuai.".to_owned(),
        )
    });
}
