//! # KAS003 · RHK yang diintervensi milik orang lain
//!
//! ## Apa
//! Kode RHK atasan yang diacu tidak ada di SKP atasan langsung, tetapi ada di SKP orang lain: atasan
//! lama, ketua tim, atasan dua tingkat di atas, atau rekan.
//!
//! ## Mengapa
//! RHK pegawai hanya boleh menginduk pada RHK atasan langsung pada jabatan itu, atau pada RHK ketua
//! tim (pemberi tugas) yang disebut namanya. Melompati atasan langsung memutus cascading.
//!
//! ## Dasar
//! SKP disusun dengan memperhatikan SKP atasan langsung (PP 30/2019); PermenPANRB 8/2021 dan 6/2022
//! merinci bahwa rencana hasil kerja menginduk pada rencana hasil kerja pimpinan yang diintervensi.
//! Setelah mutasi disusun SKP baru pada jabatan yang baru.
//!
//! ## Contoh
//! Staf seksi mengacu `K1`, RHK kepala dinas, sedangkan atasan langsungnya kepala seksi yang RHK-nya
//! `K1.2`.
//!
//! ## Perbaikan
//! Ganti dengan kode RHK atasan langsung. Bila pemilik RHK itu memang ketua tim atau pemberi tugas,
//! isi kolom nip_pemberi_tugas dengan NIP-nya.

use crate::base::text::shorten;
use crate::check::phrases;
use crate::check::{Check, Context, Sink};
use crate::finding::Level;
use crate::model::{BrokenLink, PegawaiId, RhkId};

/// KAS003.
pub static CHECK: Check = Check {
    kode: "KAS003",
    judul: "RHK yang diintervensi milik orang lain",
    tingkat: Level::Galat,
    acuan: "PP 30/2019 (SKP disusun dengan memperhatikan SKP atasan langsung); PermenPANRB 8/2021 dan 6/2022 (penyusunan SKP)",
    source: include_str!("kas003_induk_milik_orang_lain.rs"),
    run,
};

fn run(ctx: &Context<'_>, sink: &mut Sink<'_>) {
    for (id, _, r) in ctx.rhk() {
        for link in &r.tautan {
            let Err(BrokenLink::MilikOrangLain(other)) = &link.ke else {
                continue;
            };
            let (hubungan, saran) = relation(ctx, id, other.pegawai);
            sink.add(
                format!(
                    "\"{}\" yang diacu {} adalah RHK {}, {hubungan}, bukan RHK atasan langsung.",
                    shorten(&link.kode, 70),
                    phrases::rhk(r),
                    phrases::orang(ctx.data, other.pegawai)
                ),
                saran,
            )
            .about(id)
            .at(link.at);
        }
    }
}

/// What the owner is to the person, and what follows from it.
fn relation(ctx: &Context<'_>, id: RhkId, owner: PegawaiId) -> (&'static str, String) {
    let me = id.pegawai;
    let s = &ctx.susunan;
    let posting = ctx.data.rhk(id).posting;
    let boss = match posting {
        Some(posting) => s.atasan(me, posting),
        None => s.atasan_terakhir(me),
    };
    let boss_name = boss.map_or_else(|| "atasan langsung".to_owned(), |b| ctx.data.pegawai(b).nama.to_string());
    let own = format!("Ganti dengan RHK {boss_name} yang didukung.");
    if owner == me {
        return ("dirinya sendiri", own);
    }
    if s.semua_atasan(me).contains(&owner) {
        return (
            "atasan pada jabatan lain",
            format!(
                "SKP pada jabatan ini menginduk pada RHK {boss_name}. Periksa juga kolom mulai bila RHK ini milik jabatan lama."
            ),
        );
    }
    let mut above = boss;
    for _ in 0..4 {
        above = above.and_then(|a| s.atasan_terakhir(a));
        if above == Some(owner) {
            return (
                "pimpinan di atas atasan langsung",
                format!("Acu RHK {boss_name} yang diturunkan dari RHK itu; jangan melompati atasan langsung."),
            );
        }
    }
    let gives_tasks = ctx.data.pegawai(me).rhk.iter().any(|r| {
        r.nip_pemberi_tugas
            .get()
            .is_some_and(|nip| **nip == *ctx.data.pegawai(owner).nip)
    });
    let as_team = format!(
        "Ganti dengan RHK {boss_name}; bila {} ketua tim atau pemberi tugasnya, isi nip_pemberi_tugas dengan NIP {}.",
        ctx.data.pegawai(owner).nama,
        ctx.data.pegawai(owner).nip
    );
    if gives_tasks {
        return ("pemberi tugas pada RHK lain", as_team);
    }
    if s.atasan_terakhir(owner) == Some(me) {
        return ("bawahannya", own);
    }
    if boss.is_some() && s.atasan_terakhir(owner) == boss {
        return ("rekan satu atasan", as_team);
    }
    ("orang lain", as_team)
}
