use crate::base::text::{Text, match_key, shorten};
use crate::check::phrases;
use crate::check::{Check, CheckRun, Context, PersonWalk};
use crate::code;
use crate::model::PegawaiId;
use crate::model::vocab::JenisRhk;
use std::collections::BTreeSet;

/// RHK sama persis pada semua bawahan.
pub static CHECK: Check = Check {
    code: code!(KAS018),
    run: CheckRun::Together(run),
};

fn run<'c>(ctx: &'c Context<'c>) -> Option<PersonWalk<'c>> {
    PersonWalk::each(move |(boss, p), sink| {
        let team: Vec<PegawaiId> = ctx
            .hierarchy
            .bawahan(boss)
            .iter()
            .copied()
            .filter(|b| utama(ctx, *b).next().is_some())
            .collect();
        if team.len() < 3 {
            return;
        }
        let posts: BTreeSet<Text> = team
            .iter()
            .filter_map(|b| ctx.data.pegawai(*b).last_posting())
            .map(|x| match_key(&x.jabatan))
            .collect();
        // People of one and the same post (teachers of a school) rightly have the same work.
        if posts.len() < 2 {
            return;
        }
        let mut sets = team
            .iter()
            .map(|b| utama(ctx, *b).map(|r| match_key(&r.rhk)).collect::<BTreeSet<_>>());
        let Some(first) = sets.next() else { return };
        if !sets.all(|s| s == first) {
            return;
        }
        let Some(example) = utama(ctx, team[0]).next() else { return };
        sink.add(
            format!(
                "Seluruh RHK utama {} bawahan {} sama persis ({} RHK, misalnya \"{}\").",
                team.len(),
                phrases::persons(ctx.data, boss),
                first.len(),
                shorten(&example.rhk, 70)
            ),
            format!(
                "{} membagi peran lewat dialog kinerja; sesuaikan RHK masing-masing bawahan.",
                p.nama
            ),
        )
        .pegawai(boss)
        .at(example.rhk_at());
    })
}

fn utama<'a>(ctx: &Context<'a>, id: PegawaiId) -> impl Iterator<Item = &'a crate::model::RencanaHasilKerja> {
    ctx.data
        .pegawai(id)
        .rhk
        .iter()
        .filter(|r| r.jenis.get() == Some(&JenisRhk::Utama) && !r.rhk.is_empty())
}
