//! # REA055 · persen atau indeks dijumlahkan antarperiode
//!
//! ## Apa
//! Indikator bersatuan persen, indeks, atau nilai diisi per bulan, triwulan, atau semester dengan
//! akumulasi jumlah.
//!
//! ## Mengapa
//! Persen dan indeks adalah keadaan, bukan jumlah. Memotong 96 persen menjadi 8 persen per bulan lalu
//! menjumlahkannya memberi angka yang tidak pernah diukur.
//!
//! ## Dasar
//! Realisasi diukur dengan membandingkannya dengan target menurut satuannya (PP 30/2019; PermenPANRB
//! 8/2021).
//!
//! ## Contoh
//! Target indeks 3,6; realisasi tiap triwulan 0,9 dengan akumulasi jumlah.
//!
//! ## Perbaikan
//! Isi keadaan pada akhir tiap periode, dan pilih akumulasi akhir (atau rata_rata).

use crate::check::{Check, Context, Sink};
use crate::check::{measures, phrases};
use crate::finding::Level;
use crate::model::vocab::Akumulasi;

/// REA055.
pub static CHECK: Check = Check {
    kode: "REA055",
    judul: "persen atau indeks dijumlahkan antarperiode",
    tingkat: Level::Peringatan,
    acuan: "PP 30/2019 (pelaksanaan, pemantauan, dan pengukuran kinerja)",
    source: include_str!("rea055_persen_dijumlah.rs"),
    run,
};

fn run(ctx: &Context<'_>, sink: &mut Sink<'_>) {
    for (id, _, r) in ctx.rhk() {
        for i in &r.indikator {
            if i.akumulasi.get() != Some(&Akumulasi::Jumlah) {
                continue;
            }
            let periodic = i.realisasi.iter().filter(|x| x.periode != ctx.data.periode).count();
            let Some(satuan) = i.satuan.get().filter(|s| periodic >= 2 && measures::keadaan(s)) else {
                continue;
            };
            sink.add(
                format!(
                    "Realisasi {} bersatuan {satuan} dijumlahkan dari {periodic} periode.",
                    phrases::rhk(r)
                ),
                "Isi keadaan pada akhir tiap periode, dan pilih akumulasi akhir (atau rata_rata).",
            )
            .about(id)
            .at(i.akumulasi.at)
            .harapan("akhir atau rata_rata");
        }
    }
}
