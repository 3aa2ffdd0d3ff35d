//! The way from the counts to a lawful distribution: who changes from which group to which.

use super::super::result::Move;
use super::PredikatCounts;
use crate::model::vocab::{Predikat, Word};
use crate::rules::Aturan;

/// How many people leave their group. The sums are equal, so as many arrive.
pub(super) fn how_many(from: PredikatCounts, to: PredikatCounts) -> u32 {
    from.iter().zip(to).map(|(a, b)| a.saturating_sub(b)).sum()
}

/// Steps between neighbouring predikat that the shortest way takes in all.
pub(super) fn distance(from: PredikatCounts, to: PredikatCounts) -> u64 {
    let mut difference = 0_i64;
    let mut distance = 0;
    for (a, b) in from.iter().zip(to) {
        difference += i64::from(*a) - i64::from(b);
        distance += difference.unsigned_abs();
    }
    distance
}

/// The shortest way, best predikat first: the best who leave take the best places that open.
pub(super) fn steps(from: PredikatCounts, to: PredikatCounts, aturan: &Aturan) -> Vec<Move> {
    let mut step = Vec::new();
    let mut blank: Vec<(Predikat, u32)> = Predikat::ALL
        .iter()
        .map(|&p| (p, to[p.ordinal()].saturating_sub(from[p.ordinal()])))
        .collect();
    for &origin in Predikat::ALL {
        let mut rest = from[origin.ordinal()].saturating_sub(to[origin.ordinal()]);
        for (target, free) in &mut blank {
            let n = rest.min(*free);
            if n == 0 {
                continue;
            }
            step.push(Move {
                from: aturan.label(origin),
                to: aturan.label(*target),
                count: n,
                nearest: Vec::new(),
            });
            rest -= n;
            *free -= n;
        }
    }
    step
}
