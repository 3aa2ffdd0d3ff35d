//! # KAS022 · kode RHK atasan menunjuk lebih dari satu RHK
//!
//! ## Apa
//! Atasan punya beberapa RHK dengan kode (pada formulir: teks) yang sama pada masa itu, sehingga
//! tidak jelas mana yang didukung.
//!
//! ## Mengapa
//! Tautan yang bermakna ganda tidak ditebak: nilai kaskade tidak langsung bergantung padanya.
//!
//! ## Dasar
//! SKP disusun dengan memperhatikan SKP atasan langsung (PP 30/2019); PermenPANRB 8/2021 dan 6/2022
//! merinci bahwa rencana hasil kerja menginduk pada rencana hasil kerja pimpinan yang diintervensi.
//!
//! ## Contoh
//! Atasan yang mutasi punya `K1` di dua jabatannya; RHK bawahan mengacu `K1` tanpa keterangan.
//!
//! ## Perbaikan
//! Beri kode yang berbeda pada RHK atasan, atau isi kolom mulai supaya jelas milik jabatan yang mana.

use crate::base::text::shorten;
use crate::check::phrases;
use crate::check::{Check, Context, Sink};
use crate::finding::Level;
use crate::model::BrokenLink;

/// KAS022.
pub static CHECK: Check = Check {
    kode: "KAS022",
    judul: "kode RHK atasan menunjuk lebih dari satu RHK",
    tingkat: Level::Galat,
    acuan: "PP 30/2019 (SKP disusun dengan memperhatikan SKP atasan langsung); PermenPANRB 8/2021 dan 6/2022 (penyusunan SKP)",
    source: include_str!("kas022_induk_rancu.rs"),
    run,
};

fn run(ctx: &Context<'_>, sink: &mut Sink<'_>) {
    for (id, _, r) in ctx.rhk() {
        for link in &r.tautan {
            let Err(BrokenLink::Rancu(all)) = &link.ke else { continue };
            let owner = all
                .first()
                .map_or_else(String::new, |x| format!(" milik {}", phrases::orang(ctx.data, x.pegawai)));
            sink.add(
                format!(
                    "\"{}\" yang diacu {} cocok dengan {} RHK{owner}.",
                    shorten(&link.kode, 70),
                    phrases::rhk(r),
                    all.len()
                ),
                "Beri kode yang berbeda pada RHK atasan, atau isi kolom mulai pada SKP atasan supaya jelas milik jabatan yang mana.",
            )
            .about(id)
            .at(link.at);
        }
    }
}
