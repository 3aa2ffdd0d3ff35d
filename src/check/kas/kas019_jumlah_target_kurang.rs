use crate::base::figure::{Decimal, Fraction, with_comma};
use crate::check::{Check, CheckRun, Context, PersonWalk, walk};
use crate::check::{measures, phrases};
use crate::code;
use crate::model::vocab::{Arah, Aspek, MetodeKaskade};
use crate::model::{Indikator, RencanaHasilKerja, RhkId, TargetNilai};
use std::collections::{BTreeMap, BTreeSet};

/// Jumlah target bawahan tidak mencapai target atasan.
pub static CHECK: Check = Check {
    code: code!(KAS019),
    run: CheckRun::Together(run),
};

fn run<'c>(ctx: &'c Context<'c>) -> Option<PersonWalk<'c>> {
    PersonWalk::each(move |person, sink| {
        for (id, _, r) in walk::rhk_utama(person) {
            let carriers: BTreeSet<RhkId> = ctx
                .hierarchy
                .supporter(id)
                .iter()
                .copied()
                .filter(|c| ctx.data.rhk(*c).detail.method.or_default(MetodeKaskade::Langsung) == Some(MetodeKaskade::Langsung))
                .collect();
            if carriers.is_empty() || is_partial(ctx, id, &carriers) {
                continue;
            }
            let own = quantities(r);
            if own.is_empty() {
                continue;
            }
            let below: Vec<BTreeMap<String, Decimal>> = carriers.iter().map(|c| quantities(ctx.data.rhk(*c))).collect();
            for (satuan, target) in own {
                let parts: Vec<Decimal> = below.iter().filter_map(|q| q.get(&satuan).copied()).collect();
                // One of several who names the unit alone carries another part of the RHK than the others.
                if parts.is_empty() || (parts.len() == 1 && carriers.len() > 1) {
                    continue;
                }
                let sum = parts.iter().try_fold(Decimal::ZERO, |a, b| a.checked_add(*b));
                let Some(sum) = sum.filter(|s| Fraction::from(*s) < Fraction::from(target)) else {
                    continue;
                };
                let at = r
                    .indikator
                    .iter()
                    .find(|i| i.aspek.get() == Some(&Aspek::Kuantitas))
                    .map_or(r.rhk_at(), Indikator::target_at);
                sink.add(
                    format!(
                        "Target {} adalah {} {satuan}, tetapi target {} RHK bawahan yang mendukungnya langsung berjumlah {} {satuan} \
                         (kurang {}).",
                        phrases::rhk(r),
                        with_comma(target),
                        parts.len(),
                        with_comma(sum),
                        with_comma(target - sum)
                    ),
                    "Tambah target bawahan, libatkan bawahan lain, atau sesuaikan target atasan.",
                )
                .about(id)
                .at(at)
                .expected(format!(
                    "jumlah target bawahan paling sedikit {} {satuan}",
                    with_comma(target)
                ));
            }
        }
    })
}

/// Whether others may carry it, or more of it, in rows whose NIP cannot be read.
fn is_partial(ctx: &Context<'_>, id: RhkId, carriers: &BTreeSet<RhkId>) -> bool {
    ctx.data.may_be_supported(id)
        || carriers.iter().any(|c| ctx.data.has_lost_plan(*c))
        || phrases::has_unread(ctx, ctx.hierarchy.bawahan(id.pegawai))
}

/// Sums of kuantitas targets by satuan, of those that can be added up.
fn quantities(r: &RencanaHasilKerja) -> BTreeMap<String, Decimal> {
    let mut by_unit: BTreeMap<String, Decimal> = BTreeMap::new();
    for i in &r.indikator {
        if i.aspek.get() != Some(&Aspek::Kuantitas) || i.detail.arah.or_default(Arah::Naik) != Some(Arah::Naik) {
            continue;
        }
        let (Some(target), Some(satuan)) = (i.target.get(), i.satuan.get()) else {
            continue;
        };
        let Some(TargetNilai::Single(n) | TargetNilai::AtLeast(n)) = target.nilai else {
            continue;
        };
        if !measures::summable(satuan) {
            continue;
        }
        let sum = by_unit.entry(measures::satuan(satuan)).or_default();
        *sum = sum.checked_add(n).unwrap_or(Decimal::MAX);
    }
    by_unit
}
