use crate::base::text::match_key;
use crate::check::phrases;
use crate::check::{Check, CheckRun, Context, PersonWalk};
use crate::code;
use crate::model::{Indikator, PegawaiId, Target, TargetNilai, Text};

/// Target sama persis pada semua bawahan.
pub static CHECK: Check = Check {
    code: code!(TGT055),
    run: CheckRun::Together(run),
};

/// Fewer people may well share one piece of work.
const PERSON: usize = 5;

fn run<'c>(ctx: &'c Context<'c>) -> Option<PersonWalk<'c>> {
    PersonWalk::each(move |(boss, p), sink| {
        let team = ctx.hierarchy.bawahan(boss);
        if team.len() < PERSON {
            return;
        }
        let mut plans = team.iter().map(|b| plan(ctx, *b)).filter(|plan| !plan.is_empty());
        let Some(first) = plans.next() else { return };
        let mut count = 1;
        if !plans.all(|plan| {
            count += 1;
            plan == first
        }) || count < PERSON
        {
            return;
        }
        let Some(at) = team
            .iter()
            .flat_map(|b| &ctx.data.pegawai(*b).rhk)
            .flat_map(|r| &r.indikator)
            .map(Indikator::target_at)
            .next()
        else {
            return;
        };
        sink.add(
            format!(
                "{count} bawahan {} memuat {} indikator dengan target yang seluruhnya sama.",
                phrases::persons(ctx.data, boss),
                first.len()
            ),
            format!(
                "{} menyepakati target per orang dalam dialog kinerja. Bila tugasnya memang sama persis, catat pengecualian di skp.toml.",
                p.nama
            ),
        )
        .pegawai(boss)
        .at(at);
    })
}

/// Indikator and targets of a person, sorted.
fn plan(ctx: &Context<'_>, id: PegawaiId) -> Vec<(Text, Aim)> {
    let mut plan: Vec<_> = ctx
        .data
        .pegawai(id)
        .rhk
        .iter()
        .flat_map(|r| &r.indikator)
        .filter_map(|i| Some((match_key(i.indikator.as_ref()?), aim(i.target.get()?))))
        .collect();
    plan.sort_unstable();
    plan
}

/// What a target says: its figure, or where it has none its words.
type Aim = (Option<TargetNilai>, Option<Text>);

fn aim(target: &Target) -> Aim {
    let words = target.nilai.is_none().then(|| match_key(&target.written));
    (target.nilai, words)
}
