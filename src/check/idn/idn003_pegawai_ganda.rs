//! # IDN003 · pegawai tertulis dua kali
//!
//! ## Apa
//! Satu NIP mempunyai dua baris pegawai yang masanya bertindihan. Baris Plt, Plh, atau Pjb tidak
//! dihitung.
//!
//! ## Mengapa
//! Beberapa baris untuk satu NIP berarti mutasi, dan tiap jabatan dinilai menurut bulannya. Bila
//! masanya bertindihan, tidak jelas jabatan mana yang berlaku, sehingga pegawai itu belum dapat
//! dinilai.
//!
//! ## Dasar
//! Nilai SKP setelah mutasi dihitung proporsional menurut masa tiap jabatan; satu hari hanya milik
//! satu jabatan definitif.
//!
//! ## Contoh
//! Dua baris untuk NIP yang sama tanpa mulai dan selesai; atau jabatan kedua mulai 30/06/2025
//! padahal yang pertama selesai 30/06/2025.
//!
//! ## Perbaikan
//! Hapus baris yang berlebih; bila memang mutasi, isi mulai dan selesai agar masanya bersambung
//! tanpa bertindihan. Jabatan Plt ditandai plt = ya.

use crate::check::{Check, Context, Sink, cell_words, phrases};
use crate::finding::Level;
use crate::problem::ProblemKind;

/// IDN003.
pub static CHECK: Check = Check {
    kode: "IDN003",
    judul: "pegawai tertulis dua kali",
    tingkat: Level::Galat,
    acuan: "PP 30/2019 (satu hasil penilaian untuk satu pegawai); Tata berkas masukan skp (docs/panduan)",
    source: include_str!("idn003_pegawai_ganda.rs"),
    run,
};

fn run(ctx: &Context<'_>, sink: &mut Sink<'_>) {
    for p in ctx.problems(ProblemKind::PersonDoubled) {
        let name = p
            .nip
            .as_deref()
            .and_then(|nip| ctx.data.find(nip))
            .map_or_else(|| "Pegawai ini".to_owned(), |id| phrases::orang(ctx.data, id));
        let message = format!(
            "{name} tertulis dua kali untuk masa yang bertindihan: {} dan {}.",
            cell_words::sel(ctx, p.other),
            cell_words::sel(ctx, p.at)
        );
        let remedy = "Hapus baris yang berlebih, atau isi mulai dan selesai kedua jabatan agar tidak bertindihan; baris Plt diberi plt = ya.";
        cell_words::complete(sink.add(message, remedy), p);
    }
}
