//! # STR012 · kolom wajib tidak ada
//!
//! ## Apa
//! Tabel dikenali, tetapi salah satu kolom yang harus ada tidak ditemukan di kepalanya.
//!
//! ## Mengapa
//! Tanpa kolom itu isian wajib semua baris dianggap kosong, dan hasilnya tidak dapat dihitung.
//!
//! ## Dasar
//! Kolom wajib tiap jenis tabel ada di panduan masukan; huruf besar-kecil, spasi, dan tanda baca
//! tidak dibedakan.
//!
//! ## Contoh
//! Tabel pegawai tanpa kolom Jenis Jabatan.
//!
//! ## Perbaikan
//! Tambahkan kolomnya, atau perbaiki namanya; `skp baca` menunjukkan kolom yang tidak dikenal
//! beserta nama terdekatnya.

use crate::check::{Check, Context, Sink};
use crate::finding::Level;
use crate::problem::ProblemKind;
use crate::table::columns::nearest;

/// STR012.
pub static CHECK: Check = Check {
    kode: "STR012",
    judul: "kolom wajib tidak ada",
    tingkat: Level::Galat,
    acuan: "Tata berkas masukan skp (docs/panduan)",
    source: include_str!("str012_kolom_wajib_tidak_ada.rs"),
    run,
};

fn run(ctx: &Context<'_>, sink: &mut Sink<'_>) {
    for p in ctx.problems(ProblemKind::ColumnMissing) {
        let (Some(at), Some(column)) = (p.at, p.detail.as_deref()) else {
            continue;
        };
        let table = ctx.tables.at(at);
        // A column with a slip of the pen in its name is the likeliest reason.
        let slip = table.and_then(|t| {
            t.columns
                .iter()
                .find(|c| c.canonical.is_none() && nearest(&c.written, t.jenis) == Some(column))
        });
        let kind = table.map_or("", |t| t.jenis.as_str());
        let remedy = match slip {
            Some(c) => format!(
                "Kolom \"{}\" mungkin yang dimaksud; ganti namanya menjadi {column}.",
                c.written
            ),
            None => format!("Tambahkan kolom {column} di baris kepala tabel ini, lalu isi untuk setiap baris."),
        };
        sink.add(
            format!("Tabel {kind} ini tidak punya kolom {column}, padahal kolom itu wajib."),
            remedy,
        )
        .at_place(at)
        .harapan(format!("kolom {column}"));
    }
}
