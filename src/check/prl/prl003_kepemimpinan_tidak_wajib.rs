//! # PRL003 · kepemimpinan dinilai padahal tidak wajib
//!
//! ## Apa
//! Aspek kepemimpinan dinilai untuk orang yang tidak memimpin; nilainya tidak ikut dihitung.
//!
//! ## Mengapa
//! Kepemimpinan hanya bagi JPT, pimpinan unit mandiri, administrator, pengawas, dan JF yang ditandai
//! memimpin.
//!
//! ## Dasar
//! PP 30/2019: aspek kepemimpinan hanya bagi yang memimpin.
//!
//! ## Contoh
//! Pelaksana dengan kepemimpinan 90.
//!
//! ## Perbaikan
//! Hapus nilainya, atau isi kepemimpinan = ya bila ia JF yang memimpin tim.

use crate::check::{Check, Context, Sink, fact_words};
use crate::finding::Level;
use crate::score::FactKind;

/// PRL003.
pub static CHECK: Check = Check {
    kode: "PRL003",
    judul: "kepemimpinan dinilai padahal tidak wajib",
    tingkat: Level::Peringatan,
    acuan: "PP 30/2019 (aspek kepemimpinan)",
    source: include_str!("prl003_kepemimpinan_tidak_wajib.rs"),
    run,
};

fn run(ctx: &Context<'_>, sink: &mut Sink<'_>) {
    fact_words::tell_each(ctx, sink, FactKind::KepemimpinanTidakWajib, |s| {
        (
            format!(
                "Kepemimpinan dinilai untuk {orang}, padahal tidak wajib bagi jabatannya; nilainya tidak ikut dihitung.",
                orang = s.orang
            ),
            "Hapus nilai itu, atau isi kepemimpinan = ya di tabel pegawai bila ia pejabat fungsional yang memimpin.".to_owned(),
        )
    });
}
