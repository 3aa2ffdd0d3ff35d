//! The way from the counts to a lawful distribution: who changes from which group to which.

use super::super::result::Move;
use super::PredikatCounts;
use crate::model::vocab::{Predikat, Word};
use crate::rules::Aturan;

/// How many people leave their group. The sums are equal, so as many arrive.
pub(super) fn how_many(dari: PredikatCounts, to: PredikatCounts) -> u32 {
    dari.iter().zip(to).map(|(a, b)| a.saturating_sub(b)).sum()
}

/// Steps between neighbouring predikat that the shortest way takes in all.
pub(super) fn distance(dari: PredikatCounts, to: PredikatCounts) -> u64 {
    let mut difference = 0_i64;
    let mut distance = 0;
    for (a, b) in dari.iter().zip(to) {
        difference += i64::from(*a) - i64::from(b);
        distance += difference.unsigned_abs();
    }
    distance
}

/// The shortest way, best predikat first: the best who leave take the best places that open.
pub(super) fn steps(dari: PredikatCounts, to: PredikatCounts, aturan: &Aturan) -> Vec<Move> {
    let mut step = Vec::new();
    let mut blank: Vec<(Predikat, u32)> = Predikat::ALL
        .iter()
        .map(|&p| (p, to[p.ordinal()].saturating_sub(dari[p.ordinal()])))
        .collect();
    for &origin in Predikat::ALL {
        let mut rest = dari[origin.ordinal()].saturating_sub(to[origin.ordinal()]);
        for (target, tempat) in &mut blank {
            let n = rest.min(*tempat);
            if n == 0 {
                continue;
            }
            step.push(Move {
                dari: aturan.label(origin),
                to: aturan.label(*target),
                count: n,
                nearest: Vec::new(),
            });
            rest -= n;
            *tempat -= n;
        }
    }
    step
}
