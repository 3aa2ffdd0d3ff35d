//! # KAS020 · batas waktu lebih lambat daripada batas waktu atasan
//!
//! ## Apa
//! Batas waktu RHK bawahan jatuh setelah batas waktu RHK atasan yang didukungnya.
//!
//! ## Mengapa
//! Hasil bawahan datang terlambat untuk dipakai atasan.
//!
//! ## Dasar
//! Target waktu bagian dari SMART; hasil bawahan mendukung hasil atasan pada waktunya (PermenPANRB
//! 8/2021 dan 6/2022).
//!
//! ## Contoh
//! RHK atasan selesai 30/06/2025, RHK bawahan yang mendukungnya 31/12/2025.
//!
//! ## Perbaikan
//! Majukan batas waktu bawahan, atau sesuaikan batas waktu atasan.

use crate::check::phrases;
use crate::check::{Check, Context, Sink};
use crate::finding::Level;
use crate::model::{RencanaHasilKerja, TautanKe};
use jiff::civil::Date;

/// KAS020.
pub static CHECK: Check = Check {
    kode: "KAS020",
    judul: "batas waktu lebih lambat daripada batas waktu atasan",
    tingkat: Level::Peringatan,
    acuan: "PP 30/2019 (SKP disusun dengan memperhatikan SKP atasan langsung); PermenPANRB 8/2021 dan 6/2022 (penyusunan SKP)",
    source: include_str!("kas020_batas_waktu_lewat_atasan.rs"),
    run,
};

fn run(ctx: &Context<'_>, sink: &mut Sink<'_>) {
    for (id, _, r) in ctx.rhk_utama() {
        let Some((mine, at)) = last(r) else { continue };
        let parents = r.tautan.iter().filter_map(|t| match t.ke {
            Ok(TautanKe::Rhk(to)) => Some(to),
            _ => None,
        });
        // Carrying several, it is late only when it is later than the latest of them.
        let latest = parents.filter_map(|to| last(ctx.data.rhk(to)).map(|(d, _)| (d, to))).max();
        if let Some((theirs, to)) = latest.filter(|(theirs, _)| mine > *theirs) {
            sink.add(
                format!(
                    "Batas waktu {} ({}) lebih lambat daripada batas waktu RHK {} milik {} ({}).",
                    phrases::rhk(r),
                    phrases::tanggal(mine),
                    ctx.data.rhk(to).kode,
                    phrases::orang(ctx.data, to.pegawai),
                    phrases::tanggal(theirs)
                ),
                "Majukan batas waktu RHK ini, atau sesuaikan batas waktu RHK atasan.",
            )
            .about(id)
            .at(at)
            .harapan(format!("paling lambat {}", phrases::tanggal(theirs)));
        }
    }
}

/// The latest deadline of an RHK and its cell.
fn last(r: &RencanaHasilKerja) -> Option<(Date, crate::base::origin::Origin)> {
    r.indikator
        .iter()
        .filter_map(|i| i.batas_waktu.get().map(|d| (*d, i.batas_waktu.at)))
        .max_by_key(|(d, _)| *d)
}
