//! Realisasi so far from its target that one of the two looks like a slip.

use super::{Context, Sink, phrases};
use crate::base::figure::{Decimal, Fraction, with_comma};
use crate::model::TargetNilai;
use crate::model::read::measure::{self, SatuanLikeness};
use crate::model::vocab::Arah;
use crate::score::NilaiRealisasi;

/// How far is far, and how it is said.
#[derive(Debug)]
pub struct FarOff {
    /// The figure of the target that realisasi is held against; `None` for a target that cannot tell.
    pub bound: fn(TargetNilai) -> Option<Decimal>,
    /// Whether a realisasi above 0 is too far from a target above 0.
    pub far: fn(reached: Fraction, target: Fraction) -> bool,
    /// The words between realisasi and target.
    pub says: &'static str,
    /// What to do about it, in a numeric rule set.
    pub advice: &'static str,
    /// The same in 6/2022, which computes no capaian.
    pub advice_by_ratings: &'static str,
}

impl FarOff {
    /// Looks at every indicator where more is better.
    pub fn look(&self, ctx: &Context<'_>, sink: &mut Sink<'_>) {
        for h in ctx.scores.pegawai.iter().flat_map(|p| &p.rhk) {
            let r = ctx.data.rhk(h.id);
            for result in &h.indikator {
                let (Some(i), Some(NilaiRealisasi::Angka(reached))) = (r.indikator.get(result.index.index()), &result.realisasi)
                else {
                    continue;
                };
                let reached = reached.get();
                let target = i.target.get().and_then(|t| t.nilai).and_then(self.bound);
                let Some(target) = target.filter(|t| *t > Decimal::ZERO) else {
                    continue;
                };
                // Figures of two measures are not held against each other: that they are two is told.
                let unit = i.target.get().and_then(|t| t.satuan.as_ref()).or_else(|| i.satuan.get());
                let fits = |other: &str| {
                    unit.is_none_or(|unit| {
                        matches!(
                            measure::compare(unit, other),
                            SatuanLikeness::Same | SatuanLikeness::OtherWord
                        )
                    })
                };
                if !i.realisasi.iter().filter_map(|x| x.satuan.as_deref()).all(fits) {
                    continue;
                }
                if reached <= Fraction::ZERO
                    || i.detail.arah.or_default(Arah::Naik) != Some(Arah::Naik)
                    || !(self.far)(reached, Fraction::from(target))
                {
                    continue;
                }
                // The yearly row where there is one, else the last that was added to it.
                let yearly = i.realisasi.iter().find(|x| x.periode() == ctx.data.periode);
                let row = yearly.or_else(|| i.realisasi.last());
                let shown = result.realisasi.as_ref().map_or_else(String::new, ToString::to_string);
                sink.add(
                    format!(
                        "Realisasi {} pada {} {} target {}.",
                        shown.replace('.', ","),
                        phrases::rhk(r),
                        self.says,
                        with_comma(target)
                    ),
                    if ctx.aturan.kualitatif().is_some() {
                        self.advice_by_ratings
                    } else {
                        self.advice
                    },
                )
                .about(h.id)
                .at(row.map_or(i.at, |x| x.at));
            }
        }
    }
}
