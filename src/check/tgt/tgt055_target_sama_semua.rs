//! # TGT055 · target sama persis pada semua bawahan
//!
//! ## Apa
//! Lima bawahan atau lebih dari satu atasan memuat indikator dan target yang seluruhnya sama.
//!
//! ## Mengapa
//! Target yang disalin tidak memperhitungkan beban dan peran masing-masing, dan penilaian tidak dapat
//! membedakan siapa melampaui dan siapa tertinggal.
//!
//! ## Dasar
//! Target disepakati dalam dialog kinerja antara atasan dan tiap pegawai (PermenPANRB 8/2021 dan
//! 6/2022).
//!
//! ## Contoh
//! Tujuh staf satu seksi semuanya menargetkan 12 laporan, 100 persen, 12 bulan.
//!
//! ## Perbaikan
//! Sepakati target per orang dalam dialog kinerja; bila tugasnya memang sama persis, biarkan dan
//! catat pengecualian di skp.toml.

use crate::base::text::match_key;
use crate::check::phrases;
use crate::check::{Check, Context, Sink};
use crate::finding::Level;
use crate::model::{PegawaiId, Text};

/// TGT055.
pub static CHECK: Check = Check {
    kode: "TGT055",
    judul: "target sama persis pada semua bawahan",
    tingkat: Level::Peringatan,
    acuan: "PermenPANRB 8/2021 dan 6/2022 (dialog kinerja: pembagian peran dan target)",
    source: include_str!("tgt055_target_sama_semua.rs"),
    run,
};

/// Fewer people may well share one piece of work.
const ORANG: usize = 5;

fn run(ctx: &Context<'_>, sink: &mut Sink<'_>) {
    for (boss, p) in ctx.data.semua() {
        let team = ctx.susunan.bawahan(boss);
        if team.len() < ORANG {
            continue;
        }
        let mut plans = team.iter().map(|b| plan(ctx, *b)).filter(|plan| !plan.is_empty());
        let Some(first) = plans.next() else { continue };
        let mut count = 1;
        if !plans.all(|plan| {
            count += 1;
            plan == first
        }) || count < ORANG
        {
            continue;
        }
        let Some(at) = team
            .iter()
            .flat_map(|b| &ctx.data.pegawai(*b).rhk)
            .flat_map(|r| &r.indikator)
            .map(|i| i.target.at)
            .next()
        else {
            continue;
        };
        sink.add(
            format!(
                "{count} bawahan {} memuat {} indikator dengan target yang seluruhnya sama.",
                phrases::orang(ctx.data, boss),
                first.len()
            ),
            format!(
                "{} menyepakati target per orang dalam dialog kinerja. Bila tugasnya memang sama persis, catat pengecualian di skp.toml.",
                p.nama
            ),
        )
        .pegawai(boss)
        .at(at);
    }
}

/// Indikator and targets of a person, sorted.
fn plan(ctx: &Context<'_>, id: PegawaiId) -> Vec<(Text, Text)> {
    let mut plan: Vec<_> = ctx
        .data
        .pegawai(id)
        .rhk
        .iter()
        .flat_map(|r| &r.indikator)
        .filter_map(|i| Some((match_key(i.indikator.get()?), match_key(&i.target.get()?.tertulis))))
        .collect();
    plan.sort_unstable();
    plan
}
