//! # KAS012 · RHK atasan yang tidak didukung siapa pun
//!
//! ## Apa
//! Sebuah RHK utama milik pegawai yang punya bawahan tidak diintervensi oleh satu RHK bawahan pun.
//!
//! ## Mengapa
//! Pimpinan mencapai hasil melalui timnya. RHK yang tidak didukung siapa pun sering berarti pekerjaan
//! itu lupa dibagi, atau kode tautan bawahan salah.
//!
//! ## Dasar
//! Dialog kinerja dan matriks peran hasil membagi setiap hasil kerja pimpinan kepada timnya
//! (PermenPANRB 8/2021 dan 6/2022).
//!
//! ## Contoh
//! Kepala bidang punya tiga RHK; bawahannya hanya mendukung dua di antaranya.
//!
//! ## Perbaikan
//! Bagi RHK itu kepada bawahan lewat dialog kinerja, atau pastikan memang dikerjakan sendiri.

use crate::check::phrases;
use crate::check::{Check, Context, Sink};
use crate::finding::Level;
use crate::model::RhkId;
use crate::model::vocab::JenisRhk;

/// KAS012.
pub static CHECK: Check = Check {
    kode: "KAS012",
    judul: "RHK atasan yang tidak didukung siapa pun",
    tingkat: Level::Peringatan,
    acuan: "PP 30/2019 (SKP disusun dengan memperhatikan SKP atasan langsung); PermenPANRB 8/2021 dan 6/2022 (penyusunan SKP)",
    source: include_str!("kas012_rhk_tak_didukung.rs"),
    run,
};

fn run(ctx: &Context<'_>, sink: &mut Sink<'_>) {
    for (id, p) in ctx.data.semua() {
        let bawahan = ctx.susunan.bawahan(id);
        // Where no bawahan names any link, the column is missing: KAS001 says so.
        let linked = bawahan
            .iter()
            .filter(|b| ctx.data.pegawai(**b).rhk.iter().any(|r| !r.tautan.is_empty()))
            .count();
        if linked == 0 {
            continue;
        }
        for (rhk, r) in (0u32..).zip(&p.rhk) {
            let rid = RhkId { pegawai: id, rhk };
            if r.jenis.get() != Some(&JenisRhk::Utama) || !ctx.susunan.pendukung(rid).is_empty() {
                continue;
            }
            // Of a former post: those who carried it may have moved on.
            if r.posting
                .is_some_and(|i| p.posting_berlaku().next_back().is_some_and(|(last, _)| last != i))
            {
                continue;
            }
            sink.add(
                format!(
                    "{} milik {} tidak didukung oleh satu pun dari {} bawahannya.",
                    phrases::rhk(r),
                    p.nama,
                    bawahan.len()
                ),
                "Bagi RHK ini kepada bawahan lewat dialog kinerja, atau pastikan memang dikerjakan sendiri.",
            )
            .about(rid)
            .at(r.rhk_at);
        }
    }
}
