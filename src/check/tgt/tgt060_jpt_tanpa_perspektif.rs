//! # TGT060 · indikator pimpinan tanpa perspektif
//!
//! ## Apa
//! Indikator JPT atau pimpinan unit mandiri tidak menyebut perspektifnya: penerima layanan, proses
//! bisnis, penguatan internal, atau anggaran.
//!
//! ## Mengapa
//! SKP pimpinan disusun menurut perspektif; tanpa itu tidak dapat diperiksa apakah anggaran dan tugas
//! fungsi sudah terukur.
//!
//! ## Dasar
//! Format SKP JPT dan pimpinan unit mandiri memuat kolom perspektif (PermenPANRB 8/2021 dan 6/2022).
//!
//! ## Contoh
//! Kepala dinas dengan kolom perspektif kosong pada dua indikator.
//!
//! ## Perbaikan
//! Isi perspektif setiap indikator.

use crate::check::{Check, Context, Sink};
use crate::check::{majority::Majority, phrases};
use crate::finding::Level;
use crate::model::vocab::JenisRhk;
use crate::table::JenisTabel;

/// TGT060.
pub static CHECK: Check = Check {
    kode: "TGT060",
    judul: "indikator pimpinan tanpa perspektif",
    tingkat: Level::Peringatan,
    acuan: "PermenPANRB 8/2021 dan 6/2022 (SKP JPT dan pimpinan unit mandiri)",
    source: include_str!("tgt060_jpt_tanpa_perspektif.rs"),
    run,
};

fn run(ctx: &Context<'_>, sink: &mut Sink<'_>) {
    let mut lipat = Majority::kolom(JenisTabel::Skp, "perspektif");
    for (id, p) in ctx.data.semua() {
        let head = p
            .posting_terakhir()
            .is_some_and(|x| x.jenis_jabatan.get().is_some_and(|j| j.jpt_atau_mandiri()));
        if !head {
            continue;
        }
        let all = || {
            p.rhk
                .iter()
                .filter(|r| r.jenis.get() != Some(&JenisRhk::Tambahan))
                .flat_map(|r| &r.indikator)
        };
        let without: Vec<_> = all().filter(|i| i.perspektif.is_empty()).collect();
        if let Some(first) = without.first().copied().or_else(|| all().next()) {
            lipat.lihat(first.perspektif.at, (!without.is_empty()).then_some((id, without.len())));
        }
    }
    lipat.tell(
        ctx,
        sink,
        |sink, at, (id, n)| {
            sink.add(
                format!("{n} indikator {} belum menyebut perspektif.", phrases::orang(ctx.data, *id)),
                "Isi perspektif setiap indikator pimpinan: penerima layanan, proses bisnis, penguatan internal, atau anggaran.",
            )
            .pegawai(*id)
            .at(at)
            .harapan("penerima_layanan, proses_bisnis, penguatan_internal, atau anggaran");
        },
        |sink, b| {
            sink.add(
                format!(
                    "Tabel ini tidak punya kolom perspektif, padahal memuat SKP {} JPT atau pimpinan unit mandiri.",
                    b.jumlah
                ),
                "Tambahkan kolom perspektif dan isi untuk setiap indikator pimpinan.",
            )
            .di(&b);
        },
    );
}
