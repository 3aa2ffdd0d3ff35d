//! Realisasi so far from its target that one of the two looks like a slip.

use super::{Context, PersonWalk, Sink, phrases};
use crate::base::figure::{Decimal, Fraction, with_comma};
use crate::model::read::measure::{self, SatuanLikeness};
use crate::model::vocab::Arah;
use crate::model::{Indikator, RencanaHasilKerja, RhkId, TargetNilai};
use crate::score::realisasi::{YearlyRealisasi, whole_year};
use crate::score::result::shortest;
use crate::score::trace::Silent;

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
    pub fn look<'c>(&'static self, ctx: &'c Context<'c>) -> Option<PersonWalk<'c>> {
        PersonWalk::each(move |(id, p), sink| {
            if !p.rhk.iter().flat_map(|r| &r.indikator).any(|i| self.is_far(ctx, i).is_some()) {
                return;
            }
            // Only RHK of postings that count are told.
            for h in ctx.scores.first_pass(ctx.data, ctx.aturan, id) {
                // A part of the figures is not all of them.
                if ctx.data.has_lost_realisasi(h.id) {
                    continue;
                }
                let r = ctx.data.rhk(h.id);
                for i in &r.indikator {
                    if let Some(pair) = self.is_far(ctx, i) {
                        self.tell(ctx, sink, (h.id, r, i), pair);
                    }
                }
            }
        })
    }

    /// The year's realisasi and the target, where they are too far from each other.
    fn is_far(&self, ctx: &Context<'_>, i: &Indikator) -> Option<(Fraction, Decimal)> {
        let target = i.target.get().and_then(|t| t.nilai).and_then(self.bound)?;
        if target <= Decimal::ZERO || i.detail.arah.or_default(Arah::Naik) != Some(Arah::Naik) {
            return None;
        }
        let Ok(YearlyRealisasi::Angka(reached)) = whole_year(i, ctx.data.periode, &mut Silent) else {
            return None;
        };
        if reached <= Fraction::ZERO || !(self.far)(reached, Fraction::from(target)) {
            return None;
        }
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
        let all_fit = i.realisasi.iter().filter_map(|x| x.satuan.as_deref()).all(fits);
        all_fit.then_some((reached, target))
    }

    fn tell(
        &self,
        ctx: &Context<'_>,
        sink: &mut Sink<'_>,
        (id, r, i): (RhkId, &RencanaHasilKerja, &Indikator),
        (reached, target): (Fraction, Decimal),
    ) {
        // The yearly row where there is one, else the last that was added to it.
        let yearly = i.realisasi.iter().find(|x| x.periode() == ctx.data.periode);
        let row = yearly.or_else(|| i.realisasi.last());
        sink.add(
            format!(
                "Realisasi {} pada {} {} target {}.",
                shortest(reached).replace('.', ","),
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
        .about(id)
        .at(row.map_or(i.at, |x| x.at));
    }
}
