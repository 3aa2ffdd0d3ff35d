//! # KAS017 · RHK disalin persis dari atasan
//!
//! ## Apa
//! Teks RHK bawahan sama kata demi kata dengan teks RHK atasan yang diintervensinya.
//!
//! ## Mengapa
//! RHK bawahan seharusnya menjelaskan bagiannya sendiri dari hasil atasan. Teks yang sama tidak
//! menunjukkan siapa mengerjakan apa.
//!
//! ## Dasar
//! SKP disusun dengan memperhatikan SKP atasan langsung (PP 30/2019); PermenPANRB 8/2021 dan 6/2022
//! merinci bahwa rencana hasil kerja menginduk pada rencana hasil kerja pimpinan yang diintervensi.
//!
//! ## Contoh
//! Kepala bidang dan kepala seksi sama-sama menulis "Meningkatnya mutu layanan pendidikan dasar".
//!
//! ## Perbaikan
//! Tulis ulang RHK bawahan: hasil apa yang ia serahkan supaya RHK atasan tercapai.

use crate::check::kata;
use crate::check::{Check, Konteks, Sink};
use crate::finding::Tingkat;
use crate::model::TautanKe;
use crate::model::unit::kunci;

/// KAS017.
pub static CHECK: Check = Check {
    kode: "KAS017",
    judul: "RHK disalin persis dari atasan",
    tingkat: Tingkat::Peringatan,
    acuan: "PP 30/2019 (SKP disusun dengan memperhatikan SKP atasan langsung); PermenPANRB 8/2021 dan 6/2022 (penyusunan SKP)",
    source: include_str!("kas017_salin_atasan.rs"),
    run,
};

fn run(ctx: &Konteks<'_>, sink: &mut Sink<'_>) {
    for (id, _, r) in ctx.rhk_utama() {
        if r.rhk.is_empty() {
            continue;
        }
        let copied = r.tautan.iter().find_map(|t| match t.ke {
            // Texts of unlike length cannot be equal: the key is only made for the rest.
            Ok(TautanKe::Rhk(to)) if same(&r.rhk, &ctx.data.rhk(to).rhk) => Some(to),
            _ => None,
        });
        if let Some(to) = copied {
            sink.add(
                format!(
                    "Teks RHK {} sama persis dengan RHK {} milik {}.",
                    r.kode,
                    ctx.data.rhk(to).kode,
                    kata::orang(ctx.data, to.pegawai)
                ),
                "Tulis bagian yang dikerjakan pegawai ini sendiri: hasil apa yang ia serahkan supaya RHK atasan tercapai.",
            )
            .tentang(id)
            .at(r.rhk_at);
        }
    }
}

fn same(a: &str, b: &str) -> bool {
    a == b || (a.len().abs_diff(b.len()) < 40 && kunci(a) == kunci(b))
}
