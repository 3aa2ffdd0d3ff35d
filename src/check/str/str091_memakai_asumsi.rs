//! # STR091 · perhitungan memakai asumsi
//!
//! ## Apa
//! Perhitungan ini memakai parameter yang teks peraturannya belum dilihat: nilainya asumsi dan perlu
//! ditegaskan instansi.
//!
//! ## Mengapa
//! Supaya hasil tidak dianggap lebih pasti daripada dasarnya. Angka dapat berubah bila instansi
//! menetapkan nilai lain.
//!
//! ## Dasar
//! Setiap parameter aturan mencantumkan acuan dan keyakinan; yang berkeyakinan asumsi disebut bila
//! dipakai.
//!
//! ## Contoh
//! Pembobotan penilai 60/20/20 pada aturan pp-30-2019.
//!
//! ## Perbaikan
//! Periksa dengan skp aturan tampil ID. Bila instansi punya ketentuan sendiri, tulis di berkas aturan
//! instansi (memperluas = ID) dan pakai dengan --aturan.

use crate::check::{Check, Context, Sink};
use crate::finding::Level;
use crate::score::Status;

/// STR091.
pub static CHECK: Check = Check {
    kode: "STR091",
    judul: "perhitungan memakai asumsi",
    tingkat: Level::Catatan,
    acuan: "Parameter aturan dengan keyakinan asumsi (skp aturan tampil ID)",
    source: include_str!("str091_memakai_asumsi.rs"),
    run,
};

fn run(ctx: &Context<'_>, sink: &mut Sink<'_>) {
    let used = &ctx.scores.asumsi;
    // Without a result nothing leans on them.
    let scored = ctx.scores.pegawai.iter().any(|p| p.status == Status::Dinilai);
    if used.is_empty() || !scored {
        return;
    }
    sink.add(
        format!(
            "Perhitungan ini memakai {} parameter asumsi yang perlu ditegaskan instansi: {}.",
            used.len(),
            used.join(", ")
        ),
        format!(
            "Periksa dengan skp aturan tampil {}. Bila instansi punya ketentuan sendiri, tulis di berkas aturan instansi dan pakai --aturan.",
            ctx.aturan.id
        ),
    );
}
