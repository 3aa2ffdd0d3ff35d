//! # KAS009 · jabatan atasan lebih rendah daripada bawahannya
//!
//! ## Apa
//! Atasan langsung memegang jabatan struktural yang lebih rendah daripada bawahan yang dinilainya.
//!
//! ## Mengapa
//! Biasanya NIP atasan dan bawahan tertukar, atau jenis_jabatan salah diisi.
//!
//! ## Dasar
//! Pejabat penilai kinerja adalah atasan langsung (PP 30/2019).
//!
//! ## Contoh
//! Seorang administrator (kepala bidang) mencantumkan pengawas (kepala seksi) sebagai atasannya.
//!
//! ## Perbaikan
//! Periksa nip_atasan dan jenis_jabatan keduanya.

use crate::check::phrases;
use crate::check::{Check, Context, Sink};
use crate::finding::Level;
use crate::model::vocab::JenisJabatan;

/// KAS009.
pub static CHECK: Check = Check {
    kode: "KAS009",
    judul: "jabatan atasan lebih rendah daripada bawahannya",
    tingkat: Level::Peringatan,
    acuan: "PP 30/2019 (SKP disusun dengan memperhatikan SKP atasan langsung); PermenPANRB 8/2021 dan 6/2022 (penyusunan SKP)",
    source: include_str!("kas009_atasan_lebih_rendah.rs"),
    run,
};

/// Rank among the structural posts; a JF and the head of a unit mandiri stand beside them.
const fn tingkat(jenis: JenisJabatan) -> Option<u8> {
    match jenis {
        JenisJabatan::JptUtama => Some(6),
        JenisJabatan::JptMadya => Some(5),
        JenisJabatan::JptPratama => Some(4),
        JenisJabatan::Administrator => Some(3),
        JenisJabatan::Pengawas => Some(2),
        JenisJabatan::Pelaksana => Some(1),
        JenisJabatan::UnitMandiri | JenisJabatan::Fungsional => None,
    }
}

fn run(ctx: &Context<'_>, sink: &mut Sink<'_>) {
    for (id, p) in ctx.data.semua() {
        let Some((i, x)) = p.posting_berlaku().next_back() else {
            continue;
        };
        let Some(boss) = ctx.susunan.atasan(id, i).filter(|b| *b != id) else {
            continue;
        };
        let Some(own) = x.jenis_jabatan.get().copied() else { continue };
        // Somebody who stands in as Plt leads by that post: the highest of the postings counts.
        let postings = &ctx.data.pegawai(boss).posting;
        let kinds: Vec<_> = postings.iter().filter_map(|b| b.jenis_jabatan.get().copied()).collect();
        let ranks: Option<Vec<u8>> = kinds.iter().map(|k| tingkat(*k)).collect();
        let (Some(mine), Some(highest)) = (tingkat(own), ranks.and_then(|r| r.into_iter().max())) else {
            continue;
        };
        if highest < mine {
            let theirs = kinds
                .into_iter()
                .max_by_key(|k| tingkat(*k))
                .map_or("", crate::model::vocab::Word::as_str);
            sink.add(
                format!(
                    "Atasan {} ({own}) adalah {} yang jabatannya lebih rendah ({theirs}).",
                    p.nama,
                    phrases::orang(ctx.data, boss)
                ),
                "Periksa apakah NIP atasan dan bawahan tertukar, atau jenis_jabatan salah diisi.",
            )
            .pegawai(id)
            .at(x.nip_atasan.at);
        }
    }
}
