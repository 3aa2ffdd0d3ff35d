//! # TGT052 · target tanpa satuan
//!
//! ## Apa
//! Target berupa angka, tetapi satuannya tidak ada di kolom satuan maupun di sel target.
//!
//! ## Mengapa
//! Angka tanpa satuan tidak dapat dicocokkan dengan realisasi: 12 dokumen, 12 bulan, atau 12 persen?
//!
//! ## Dasar
//! Setiap RHK punya paling sedikit satu indikator dengan target, pada aspek kuantitas, kualitas,
//! waktu, dan/atau biaya, dan memenuhi SMART: spesifik, terukur, realistis, memiliki batas waktu,
//! menyesuaikan kondisi (PermenPANRB 8/2021 dan 6/2022).
//!
//! ## Contoh
//! Target `12`, kolom satuan kosong.
//!
//! ## Perbaikan
//! Isi satuan: dokumen, orang, persen, bulan, …

use crate::check::{Check, Context, Sink};
use crate::check::{majority::Majority, phrases};
use crate::finding::Level;
use crate::table::JenisTabel;

/// TGT052.
pub static CHECK: Check = Check {
    kode: "TGT052",
    judul: "target tanpa satuan",
    tingkat: Level::Peringatan,
    acuan: "PermenPANRB 8/2021 dan 6/2022 (rencana hasil kerja dan indikator memenuhi SMART)",
    source: include_str!("tgt052_target_tanpa_satuan.rs"),
    run,
};

fn run(ctx: &Context<'_>, sink: &mut Sink<'_>) {
    let mut lipat = Majority::mayoritas(JenisTabel::Skp, "satuan");
    for (id, _, r) in ctx.rhk() {
        for i in &r.indikator {
            let Some(target) = i.target.get().filter(|t| t.nilai.is_some()) else {
                continue;
            };
            let none = i.satuan.is_empty() && target.satuan.is_none();
            lipat.lihat(i.target.at, none.then(|| (id, target.tertulis.clone())));
        }
    }
    lipat.tell(
        ctx,
        sink,
        |sink, at, (id, target)| {
            sink.add(
                format!("Target {target} pada {} tidak punya satuan.", phrases::rhk(ctx.data.rhk(*id))),
                "Isi satuannya: dokumen, orang, persen, bulan, dan sebagainya.",
            )
            .about(*id)
            .at(at);
        },
        |sink, b| {
            sink.add(
                format!("{} target berupa angka tidak punya satuan.", b.berapa()),
                "Isi kolom satuan: dokumen, orang, persen, bulan, dan sebagainya.",
            )
            .di(&b);
        },
    );
}
