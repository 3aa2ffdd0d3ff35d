//! Among the lawful distributions that move as few people, one with the shortest way: nobody is
//! sent two predikat away where a neighbour would do.
//!
//! [`super::tree`] gives the fewest people exactly, and some distribution that needs no more. From
//! there people are exchanged along every direction that takes at most two people from or to each
//! predikat, in strides that begin at N and are halved, as long as the way grows shorter. Brute
//! force finds no shorter one for N ≤ 40 under any rule table of the tests.

use super::PredikatCounts;
use super::bounds::BoundRule;
use super::moves::{distance, how_many};

/// Directions: at most two people to or from each predikat, as many out as in. One is not enough: with
/// a largest group, two predikat may each have to give one to a third.
fn arah() -> impl Iterator<Item = [i64; 5]> {
    (0..5_i64.pow(5))
        .map(|kode| std::array::from_fn(|i| kode / [1, 5, 25, 125, 625][i] % 5 - 2))
        .filter(|d: &[i64; 5]| d.iter().sum::<i64>() == 0 && *d != [0; 5])
}

/// `x` with `k` people exchanged along `arah`; `None` where there are not so many.
fn shift(x: PredikatCounts, arah: [i64; 5], k: i64) -> Option<PredikatCounts> {
    let mut hasil = x;
    for (h, d) in hasil.iter_mut().zip(arah) {
        *h = u32::try_from(i64::from(*h) + d * k).ok()?;
    }
    Some(hasil)
}

/// A distribution as lawful and as cheap as `ke`, with the shortest way from `dari` that is found.
pub(super) fn shorten(from: PredikatCounts, to: PredikatCounts, bound_rules: &[BoundRule]) -> PredikatCounts {
    let n: u32 = to.iter().sum();
    let biaya = how_many(from, to);
    // Whoever moves takes a step at least.
    if distance(from, to) == u64::from(biaya) {
        return to;
    }
    let valid = |x: &PredikatCounts| how_many(from, *x) == biaya && bound_rules.iter().all(|k| k.obeys(x, n));
    let arah: Vec<[i64; 5]> = arah().collect();
    let mut best = to;
    let mut step = i64::from(n).cast_unsigned().next_power_of_two().cast_signed();
    while step > 0 {
        let shorter = arah
            .iter()
            .filter_map(|d| shift(best, *d, step))
            .find(|x| distance(from, *x) < distance(from, best) && valid(x));
        match shorter {
            Some(x) => best = x,
            None => step /= 2,
        }
    }
    best
}
