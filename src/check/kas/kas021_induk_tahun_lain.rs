//! # KAS021 · RHK yang diintervensi tampak dari tahun lain
//!
//! ## Apa
//! Semua batas waktu RHK atasan yang diintervensi jatuh di tahun lain daripada tahun yang dinilai.
//!
//! ## Mengapa
//! SKP atasan yang terbaca mungkin SKP tahun lalu; bawahan menginduk pada rencana yang sudah lewat.
//!
//! ## Dasar
//! SKP disusun setiap tahun dan bawahan menginduk pada SKP atasan tahun yang sama (PP 30/2019).
//!
//! ## Contoh
//! Tahun yang dinilai 2025, batas waktu RHK atasan 31/12/2024.
//!
//! ## Perbaikan
//! Sertakan SKP atasan tahun ini, atau perbaiki batas waktunya.

use crate::check::phrases;
use crate::check::{Check, Context, Sink};
use crate::finding::Level;
use crate::model::{RencanaHasilKerja, TautanKe};

/// KAS021.
pub static CHECK: Check = Check {
    kode: "KAS021",
    judul: "RHK yang diintervensi tampak dari tahun lain",
    tingkat: Level::Peringatan,
    acuan: "PP 30/2019 (SKP disusun dengan memperhatikan SKP atasan langsung); PermenPANRB 8/2021 dan 6/2022 (penyusunan SKP)",
    source: include_str!("kas021_induk_tahun_lain.rs"),
    run,
};

fn run(ctx: &Context<'_>, sink: &mut Sink<'_>) {
    let tahun = ctx.data.periode.tahun();
    for (id, _, r) in ctx.rhk_utama() {
        for link in &r.tautan {
            let Ok(TautanKe::Rhk(to)) = link.ke else { continue };
            if let Some(other) = tahun_lain(ctx.data.rhk(to), tahun) {
                sink.add(
                    format!(
                        "{} mengintervensi RHK {} milik {} yang seluruh batas waktunya di tahun {other}, bukan {tahun}.",
                        phrases::rhk(r),
                        ctx.data.rhk(to).kode,
                        phrases::orang(ctx.data, to.pegawai)
                    ),
                    format!("Sertakan SKP atasan tahun {tahun}, atau perbaiki batas waktunya bila salah tulis."),
                )
                .about(id)
                .at(link.at);
            }
        }
    }
}

/// The year all deadlines lie in, where it is one and not the year assessed.
fn tahun_lain(r: &RencanaHasilKerja, tahun: i16) -> Option<i16> {
    let mut years = r.indikator.iter().filter_map(|i| i.batas_waktu.get()).map(|d| d.year());
    let first = years.next().filter(|y| *y != tahun)?;
    years.all(|y| y == first).then_some(first)
}
