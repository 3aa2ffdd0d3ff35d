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

use crate::base::text::{match_key, shorten};
use crate::check::majority::Majority;
use crate::check::phrases;
use crate::check::{Check, Context, Sink};
use crate::finding::Level;
use crate::model::{RhkId, TautanKe};
use crate::table::JenisTabel;

/// KAS017.
pub static CHECK: Check = Check {
    kode: "KAS017",
    judul: "RHK disalin persis dari atasan",
    tingkat: Level::Peringatan,
    acuan: "PP 30/2019 (SKP disusun dengan memperhatikan SKP atasan langsung); PermenPANRB 8/2021 dan 6/2022 (penyusunan SKP)",
    source: include_str!("kas017_salin_atasan.rs"),
    run,
};

fn run(ctx: &Context<'_>, sink: &mut Sink<'_>) {
    let mut lipat = Majority::mayoritas(JenisTabel::Skp, "rhk");
    for (id, _, r) in ctx.rhk_utama().filter(|(_, _, r)| !r.rhk.is_empty()) {
        let parents: Vec<RhkId> = r
            .tautan
            .iter()
            .filter_map(|t| match t.ke {
                Ok(TautanKe::Rhk(to)) => Some(to),
                _ => None,
            })
            .collect();
        if !parents.is_empty() {
            let copied = parents.into_iter().find(|to| same(&r.rhk, &ctx.data.rhk(*to).rhk));
            lipat.lihat(r.rhk_at, copied.map(|to| (id, to)));
        }
    }
    lipat.tell(
        ctx,
        sink,
        |sink, at, (id, to)| {
            sink.add(
                format!(
                    "Teks RHK {} sama persis dengan RHK {} milik {}.",
                    ctx.data.rhk(*id).kode,
                    ctx.data.rhk(*to).kode,
                    phrases::orang(ctx.data, to.pegawai)
                ),
                "Tulis bagian yang dikerjakan pegawai ini sendiri: hasil apa yang ia serahkan supaya RHK atasan tercapai.",
            )
            .about(*id)
            .at(at);
        },
        |sink, b| {
            sink.add(
                format!(
                    "Teks {} RHK sama persis dengan RHK atasan yang didukungnya; misalnya \"{}\".",
                    b.berapa(),
                    shorten(&ctx.data.rhk(b.contoh.0).rhk, 70)
                ),
                "Tulis bagian yang dikerjakan tiap pegawai: hasil apa yang ia serahkan supaya RHK atasan tercapai.",
            )
            .di(&b);
        },
    );
}

/// Texts of very unlike length cannot be equal: the key is only made for the rest.
fn same(a: &str, b: &str) -> bool {
    a == b || (a.len().abs_diff(b.len()) < 40 && match_key(a) == match_key(b))
}
