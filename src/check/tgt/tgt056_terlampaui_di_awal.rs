//! # TGT056 · target setahun sudah terlampaui pada periode pertama
//!
//! ## Apa
//! Realisasi periode pertama saja sudah lebih besar daripada target setahun.
//!
//! ## Mengapa
//! Biasanya target terlalu rendah, atau realisasi setahun terisi di periode pertama. Persen dan
//! indeks tidak diperiksa: nilainya memang dapat tinggi sejak awal.
//!
//! ## Dasar
//! Setiap RHK punya paling sedikit satu indikator dengan target, pada aspek kuantitas, kualitas,
//! waktu, dan/atau biaya, dan memenuhi SMART: spesifik, terukur, realistis, memiliki batas waktu,
//! menyesuaikan kondisi (PermenPANRB 8/2021 dan 6/2022). Target harus menantang dan realistis.
//!
//! ## Contoh
//! Target setahun 12 dokumen; realisasi triwulan I sudah 15.
//!
//! ## Perbaikan
//! Periksa realisasi periode pertama. Bila benar, sepakati kembali targetnya dengan atasan.

use crate::base::figure::{Rasio, with_comma};
use crate::check::{Check, Context, Sink};
use crate::check::{measures, phrases};
use crate::finding::Level;
use crate::model::vocab::{Akumulasi, Arah};
use crate::model::{Periode, TargetNilai};

/// TGT056.
pub static CHECK: Check = Check {
    kode: "TGT056",
    judul: "target setahun sudah terlampaui pada periode pertama",
    tingkat: Level::Peringatan,
    acuan: "PermenPANRB 8/2021 dan 6/2022 (rencana hasil kerja dan indikator memenuhi SMART)",
    source: include_str!("tgt056_terlampaui_di_awal.rs"),
    run,
};

fn run(ctx: &Context<'_>, sink: &mut Sink<'_>) {
    if !matches!(ctx.data.periode, Periode::Tahun(_)) {
        return;
    }
    for (id, _, r) in ctx.rhk() {
        for i in &r.indikator {
            let Some(TargetNilai::Tunggal(target) | TargetNilai::Minimal(target)) = i.target.get().and_then(|t| t.nilai) else {
                continue;
            };
            let state = i.satuan.get().is_none_or(|s| measures::keadaan(s));
            let mean = i.akumulasi.or_default(Akumulasi::Akhir) == Some(Akumulasi::RataRata);
            if state || mean || i.arah.or_default(Arah::Naik) != Some(Arah::Naik) || target.is_zero() {
                continue;
            }
            let first = i
                .realisasi
                .iter()
                .filter(|x| x.periode.bulan_awal() == 1 && x.periode.jumlah_bulan() <= 6)
                .find_map(|x| x.nilai.get().copied().flatten().map(|n| (x, n)));
            let Some((row, reached)) = first.filter(|(_, n)| Rasio::from(*n) > Rasio::from(target)) else {
                continue;
            };
            sink.add(
                format!(
                    "Target setahun {} pada {} sudah terlampaui pada {}: realisasinya {}.",
                    with_comma(target),
                    phrases::rhk(r),
                    row.periode,
                    with_comma(reached)
                ),
                "Periksa realisasi periode pertama itu. Bila benar, sepakati kembali targetnya dengan atasan.",
            )
            .about(id)
            .at(row.nilai.at);
        }
    }
}
