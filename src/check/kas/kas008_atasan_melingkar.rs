//! # KAS008 · urutan atasan berputar
//!
//! ## Apa
//! Bila ditelusuri ke atas, urutan atasan kembali ke orang yang sama: A di bawah B, B di bawah C, C
//! di bawah A.
//!
//! ## Mengapa
//! Tidak ada puncak: sasaran unit tidak pernah sampai kepada mereka, dan nilai kaskade tidak langsung
//! tidak dapat dihitung.
//!
//! ## Dasar
//! Pejabat penilai kinerja adalah atasan langsung (PP 30/2019).
//!
//! ## Contoh
//! Kepala seksi menulis stafnya sebagai atasan, sedangkan staf itu menulis kepala seksi sebagai
//! atasan.
//!
//! ## Perbaikan
//! Perbaiki nip_atasan salah satu dari mereka: biasanya yang jabatannya paling tinggi.

use crate::check::phrases;
use crate::check::{Check, Context, Sink};
use crate::finding::Level;
use crate::model::BrokenLink;

/// KAS008.
pub static CHECK: Check = Check {
    kode: "KAS008",
    judul: "urutan atasan berputar",
    tingkat: Level::Galat,
    acuan: "PP 30/2019 (SKP disusun dengan memperhatikan SKP atasan langsung); PermenPANRB 8/2021 dan 6/2022 (penyusunan SKP)",
    source: include_str!("kas008_atasan_melingkar.rs"),
    run,
};

/// Names of a long circle that are told.
const NAMA: usize = 5;

fn run(ctx: &Context<'_>, sink: &mut Sink<'_>) {
    for members in ctx.susunan.lingkar().iter().filter(|m| m.len() > 1) {
        let mut names: Vec<String> = members.iter().take(NAMA).map(|m| phrases::orang(ctx.data, *m)).collect();
        if members.len() > NAMA {
            names.push(format!("{} orang lagi", members.len() - NAMA));
        }
        let names = names.join(" → ");
        for m in members {
            let Some(x) = ctx.data.pegawai(*m).posting_terakhir() else {
                continue;
            };
            sink.add(
                format!("Urutan atasan berputar: {names} → kembali ke awal."),
                "Perbaiki nip_atasan salah satu dari mereka, biasanya yang jabatannya paling tinggi.",
            )
            .pegawai(*m)
            .at(x.nip_atasan.at);
        }
    }
    // Who hangs below a circle without being in it has broken links all the same.
    for (id, p) in ctx.data.semua().filter(|(id, _)| ctx.susunan.lingkar_dari(*id).is_none()) {
        let below = p
            .rhk
            .iter()
            .flat_map(|r| &r.tautan)
            .find(|t| matches!(t.ke, Err(BrokenLink::Melingkar(_))));
        if let Some(link) = below {
            sink.add(
                format!("RHK {} tidak sampai ke puncak: urutan atasan di atasnya berputar.", p.nama),
                "Perbaiki nip_atasan di lingkaran itu (lihat temuan KAS008 yang menyebut namanya); SKP pegawai ini sendiri tidak perlu diubah.",
            )
            .pegawai(id)
            .at(link.at);
        }
    }
}
