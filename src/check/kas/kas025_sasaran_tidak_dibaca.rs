//! # KAS025 · tautan pimpinan ke sasaran unit tidak dapat diperiksa
//!
//! ## Apa
//! SKP JPT atau pimpinan unit mandiri mengacu kode sasaran, tetapi tabel sasaran (perjanjian kinerja
//! atau renstra) tidak ada di antara berkas yang dibaca.
//!
//! ## Mengapa
//! Puncak kaskade tidak dapat dicocokkan dengan janji unit. Pemeriksaan lain tetap berjalan.
//!
//! ## Dasar
//! SKP pejabat pimpinan tinggi disusun berdasarkan perjanjian kinerja unit kerja yang dipimpinnya (PP
//! 30/2019).
//!
//! ## Contoh
//! SKP kepala dinas mengacu `SS1`, dan tidak ada lembar sasaran.
//!
//! ## Perbaikan
//! Sertakan tabel sasaran: kode, unit_kerja, sasaran.

use crate::check::phrases;
use crate::check::{Check, Context, Sink};
use crate::finding::Level;
use crate::table::JenisTabel;

/// KAS025.
pub static CHECK: Check = Check {
    kode: "KAS025",
    judul: "tautan pimpinan ke sasaran unit tidak dapat diperiksa",
    tingkat: Level::Catatan,
    acuan: "PP 30/2019 (SKP pejabat pimpinan tinggi disusun berdasarkan perjanjian kinerja unit kerja yang dipimpinnya)",
    source: include_str!("kas025_sasaran_tidak_dibaca.rs"),
    run,
};

fn run(ctx: &Context<'_>, sink: &mut Sink<'_>) {
    if ctx.data.ada(JenisTabel::Sasaran) {
        return;
    }
    let mut broken = ctx
        .rhk_utama()
        .filter(|(id, _, _)| !phrases::wajib_menginduk(ctx.data, *id))
        .filter_map(|(_, _, r)| r.tautan.iter().find(|t| t.ke.is_err()));
    let Some(first) = broken.next() else { return };
    let count = 1 + broken.count();
    sink.add(
        format!("{count} RHK pimpinan mengacu sasaran unit, tetapi tabel sasaran tidak ada dalam data."),
        "Sertakan tabel sasaran (kode, unit_kerja, sasaran) bila kaskade dari perjanjian kinerja hendak diperiksa.",
    )
    .at(first.at);
}
