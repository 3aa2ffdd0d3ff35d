//! The distribution of predikat within a unit against the law's bounds, in whole persons
//! (`aturan.md` 1.8 and 2): counts, over and under, whether any distribution can fit, the fewest
//! people that would have to change group, and one such way. It advises; it changes no rating.

mod bounds;
mod moves;
mod shorten;
mod tree;

pub use bounds::{BoundRule, Condition, RuleWords, bound_rules};

use super::result::{AturanDistribusi, Distribusi, Tally};
use crate::model::vocab::{Predikat, Word};
use crate::rules::Aturan;

/// People per predikat, best first (the order of [`Predikat::ALL`]).
pub type PredikatCounts = [u32; 5];

/// Where a predikat stands in [`PredikatCounts`].
pub const fn at_place(predikat: Predikat) -> usize {
    predikat.ordinal()
}

/// Checks a unit's counts. `None` when nobody is counted: there is nothing to check.
/// By what they are grouped, from where the predikat organisasi is, and who stands nearest to a
/// boundary is filled in by [`super::unit`], which knows the people.
pub fn periksa(count: PredikatCounts, bound_rules: &[BoundRule], aturan: &Aturan) -> Option<Distribusi> {
    let n: u32 = count.iter().try_fold(0_u32, |a, b| a.checked_add(*b))?;
    if n == 0 {
        return None;
    }
    let daftar: Vec<AturanDistribusi> = bound_rules.iter().map(|k| measure(k, count, n)).collect();
    let sesuai = daftar
        .iter()
        .all(|a| a.excess.unwrap_or(0) == 0 && a.lacking.unwrap_or(0) == 0);
    let best = if sesuai {
        Some(count)
    } else {
        tree::nearest(count, bound_rules).map(|x| shorten::shorten(count, x, bound_rules))
    };
    Some(Distribusi {
        n,
        predikat: Tally::new(aturan.rezim, count),
        small: false,
        sesuai,
        possible: best.is_some(),
        least_moves: best.map(|x| moves::how_many(count, x)),
        aturan: daftar,
        moves: best.map(|x| moves::steps(count, x, aturan)).unwrap_or_default(),
    })
}

/// One rule in persons.
fn measure(bound_rules: &BoundRule, count: PredikatCounts, n: u32) -> AturanDistribusi {
    let has: u32 = bound_rules.members().map(|p| count[at_place(p)]).sum();
    let mut hasil = AturanDistribusi {
        words: bound_rules.words.clone(),
        count: has,
        most: None,
        least: None,
        excess: None,
        lacking: None,
    };
    if let Some(upper) = bound_rules.condition.most(n) {
        hasil.most = Some(upper);
        hasil.excess = Some(has.saturating_sub(upper));
    } else if let Some(lower) = bound_rules.condition.least(n) {
        hasil.least = Some(lower);
        hasil.lacking = Some(lower.saturating_sub(has));
    } else {
        let highest = Predikat::ALL
            .iter()
            .filter(|p| !bound_rules.holds(**p))
            .map(|p| count[at_place(*p)])
            .max()
            .unwrap_or(0);
        hasil.lacking = Some(highest.saturating_sub(has));
    }
    hasil
}

#[cfg(test)]
mod tests;
