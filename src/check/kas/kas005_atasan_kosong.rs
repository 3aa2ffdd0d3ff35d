//! # KAS005 · atasan langsung tidak diisi
//!
//! ## Apa
//! Baris pegawai tidak memuat NIP atasan langsung, padahal ia bukan JPT atau pimpinan unit kerja
//! mandiri.
//!
//! ## Mengapa
//! Pejabat penilai adalah atasan langsung. Tanpa NIP-nya tidak diketahui siapa yang menilai dan RHK
//! siapa yang didukung.
//!
//! ## Dasar
//! Pejabat penilai kinerja adalah atasan langsung, paling rendah pejabat pengawas atau pejabat lain
//! yang diberi pendelegasian (PP 30/2019).
//!
//! ## Contoh
//! Kolom nip_atasan seorang pelaksana kosong.
//!
//! ## Perbaikan
//! Isi kolom nip_atasan dengan NIP 18 angka atasan langsung, dalam format Teks.

use crate::check::{Check, Context, Sink};
use crate::check::{majority::Majority, phrases};
use crate::finding::Level;
use crate::model::Sumber;
use crate::table::JenisTabel;

/// KAS005.
pub static CHECK: Check = Check {
    kode: "KAS005",
    judul: "atasan langsung tidak diisi",
    tingkat: Level::Galat,
    acuan: "PP 30/2019 (SKP disusun dengan memperhatikan SKP atasan langsung); PermenPANRB 8/2021 dan 6/2022 (penyusunan SKP)",
    source: include_str!("kas005_atasan_kosong.rs"),
    run,
};

fn run(ctx: &Context<'_>, sink: &mut Sink<'_>) {
    let mut lipat = Majority::kolom(JenisTabel::Pegawai, "nip_atasan");
    for (id, p) in ctx.data.semua() {
        if p.sumber == Sumber::Lain {
            continue; // there is no pegawai table: told once elsewhere
        }
        for (i, x) in p.posting_berlaku() {
            if !phrases::boleh_tanpa_atasan(ctx.data, id, i) {
                lipat.lihat(x.nip_atasan.at, x.nip_atasan.is_empty().then_some((id, i)));
            }
        }
    }
    lipat.tell(
        ctx,
        sink,
        |sink, at, (id, i)| {
            let p = ctx.data.pegawai(*id);
            let x = &p.posting[*i];
            sink.add(
                format!("NIP atasan langsung {} ({}) tidak diisi.", p.nama, x.jabatan),
                "Isi NIP atasan langsung, 18 angka, dengan format kolom Teks.",
            )
            .pegawai(*id)
            .at(at)
            .harapan("NIP atasan langsung");
        },
        |sink, b| {
            sink.add(
                format!(
                    "Tabel ini tidak punya kolom nip_atasan, jadi atasan {} pegawai tidak diketahui.",
                    b.berapa()
                ),
                "Tambahkan kolom nip_atasan; tanpa itu kaskade dan pejabat penilai tidak dapat diperiksa.",
            )
            .di(&b);
        },
    );
}
