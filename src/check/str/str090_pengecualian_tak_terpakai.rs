//! # STR090 · pengecualian kebijakan tidak mengenai apa pun
//!
//! ## Apa
//! Sebuah pengecualian di `skp.toml` tidak cocok dengan satu temuan pun pada pemeriksaan ini.
//!
//! ## Mengapa
//! Pengecualian yang tertinggal menyembunyikan kesalahan baru di kemudian hari: orang mengira
//! masih ada alasannya, padahal keadaannya sudah lain.
//!
//! ## Dasar
//! Tata kelola `skp.toml`; tidak ada pasal yang mengaturnya.
//!
//! ## Contoh
//! Pengecualian `KAS002` untuk NIP yang SKP-nya sudah diperbaiki.
//!
//! ## Perbaikan
//! Hapus pengecualian itu dari `skp.toml`, atau perbaiki kode, NIP, atau nama unitnya.

use crate::check::{Check, Context, Sink};
use crate::finding::Level;

/// STR090.
pub static CHECK: Check = Check {
    kode: "STR090",
    judul: "pengecualian kebijakan tidak mengenai apa pun",
    tingkat: Level::Peringatan,
    acuan: "Kebijakan instansi (skp.toml)",
    source: include_str!("str090_pengecualian_tak_terpakai.rs"),
    run,
};

/// Found while the policy is applied, after all other checks: see [`report`].
fn run(_: &Context<'_>, _: &mut Sink<'_>) {}

/// Tells of one exception that matched nothing.
pub fn report(sink: &mut Sink<'_>, file: &str, named: &str) {
    sink.add(
        format!("Pengecualian di {file} untuk {named} tidak mengenai temuan mana pun."),
        "Hapus pengecualian itu, atau perbaiki kode, NIP, atau nama unit yang disebutnya.",
    );
}
