//! # IDN002 · NIP salah bentuk
//!
//! ## Apa
//! Isi sel NIP bukan NIP yang mungkin: jumlah angkanya bukan 18, tanggal lahirnya tidak ada di
//! kalender, bulan pengangkatan, angka jenis kelamin, atau nomor urutnya salah, atau ada huruf di
//! tempat angka.
//!
//! ## Mengapa
//! NIP menghubungkan seseorang dengan SKP, realisasi, perilaku, dan atasannya. Dengan NIP yang
//! salah, data orang itu tidak dapat dihubungkan; skp tidak menebak angka yang benar.
//!
//! ## Dasar
//! NIP PNS: 8 angka tanggal lahir, 6 angka tahun dan bulan pengangkatan, 1 angka jenis kelamin, 3
//! angka nomor urut. NI PPPK: angka 13–14 berisi 21 ke atas. Spasi, apostrof, dan awalan `NIP.`
//! tidak apa-apa.
//!
//! ## Contoh
//! `19800101200501100` hanya 17 angka; `19800101200501100O` berakhir dengan huruf O.
//!
//! ## Perbaikan
//! Cocokkan dengan SK atau SIASN, lalu perbaiki selnya. Tuliskan sebagai Teks.

use crate::check::{Check, Context, Sink, cell_words};
use crate::finding::Level;
use crate::problem::ProblemKind;

/// IDN002.
pub static CHECK: Check = Check {
    kode: "IDN002",
    judul: "NIP salah bentuk",
    tingkat: Level::Galat,
    acuan: "Tata berkas masukan skp (docs/panduan)",
    source: include_str!("idn002_nip_salah_bentuk.rs"),
    run,
};

fn run(ctx: &Context<'_>, sink: &mut Sink<'_>) {
    for p in ctx.problems(ProblemKind::NipMalformed) {
        let part = p.detail.as_deref().unwrap_or("bukan 18 angka");
        let message = format!(
            "{} berisi NIP \"{}\" yang tidak dapat dipakai: {part}.",
            cell_words::at_place(ctx, p),
            cell_words::tertulis(ctx, p)
        );
        let remedy = "Cocokkan dengan SK atau SIASN, lalu tulis NIP 18 angka sebagai Teks.";
        cell_words::complete(sink.add(message, remedy), p);
    }
}
