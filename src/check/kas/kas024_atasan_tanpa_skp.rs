//! # KAS024 · atasan belum punya SKP
//!
//! ## Apa
//! Pegawai mengacu RHK atasan, tetapi atasan (atau pemberi tugas) itu belum punya satu RHK pun dalam
//! data.
//!
//! ## Mengapa
//! Semua tautan bawahannya menggantung: bawahan menunggu SKP atasan disusun lebih dahulu.
//!
//! ## Dasar
//! SKP disusun dengan memperhatikan SKP atasan langsung (PP 30/2019); PermenPANRB 8/2021 dan 6/2022
//! merinci bahwa rencana hasil kerja menginduk pada rencana hasil kerja pimpinan yang diintervensi.
//!
//! ## Contoh
//! Kepala seksi belum menyerahkan SKP; keempat stafnya sudah mengacu RHK-nya.
//!
//! ## Perbaikan
//! Atasan menyusun SKP lebih dahulu, atau sertakan berkas SKP-nya.

use crate::check::phrases;
use crate::check::{Check, Context, Sink};
use crate::finding::Level;
use crate::model::{BrokenLink, PegawaiId};

/// KAS024.
pub static CHECK: Check = Check {
    kode: "KAS024",
    judul: "atasan belum punya SKP",
    tingkat: Level::Galat,
    acuan: "PP 30/2019 (SKP disusun dengan memperhatikan SKP atasan langsung); PermenPANRB 8/2021 dan 6/2022 (penyusunan SKP)",
    source: include_str!("kas024_atasan_tanpa_skp.rs"),
    run,
};

fn run(ctx: &Context<'_>, sink: &mut Sink<'_>) {
    for (id, p) in ctx.data.semua() {
        // One finding per person and atasan: every RHK of theirs waits for the same thing.
        let mut told: Vec<(PegawaiId, usize, crate::base::origin::Origin)> = Vec::new();
        for r in &p.rhk {
            for link in &r.tautan {
                if !matches!(link.ke, Err(BrokenLink::KodeTidakAda(_))) {
                    continue;
                }
                let owner = match r.nip_pemberi_tugas.get() {
                    Some(nip) => ctx.data.find(nip),
                    None => match r.posting {
                        Some(i) => ctx.susunan.atasan(id, i),
                        None => ctx.susunan.atasan_terakhir(id),
                    },
                };
                let Some(owner) = owner.filter(|o| ctx.data.pegawai(*o).rhk.is_empty()) else {
                    continue;
                };
                match told.iter_mut().find(|(o, ..)| *o == owner) {
                    Some((_, n, _)) => *n += 1,
                    None => told.push((owner, 1, link.at)),
                }
            }
        }
        let jpt = p
            .posting_terakhir()
            .is_some_and(|x| x.jenis_jabatan.get().is_some_and(|j| j.jpt_atau_mandiri()));
        if jpt {
            continue; // looked up among the sasaran first: KAS002
        }
        for (owner, n, at) in told {
            sink.add(
                format!(
                    "{n} tautan RHK {} mengacu SKP {}, yang belum punya satu RHK pun dalam data.",
                    p.nama,
                    phrases::orang(ctx.data, owner)
                ),
                format!(
                    "{} menyusun SKP lebih dahulu, atau sertakan berkas SKP-nya.",
                    ctx.data.pegawai(owner).nama
                ),
            )
            .pegawai(id)
            .at(at);
        }
    }
}
