//! The nearest lawful distribution, exactly.
//!
//! Wanted: whole numbers `x` with the same sum as the counts `c` that satisfy all rules and for
//! which the number of people who leave their group, `Σ max(0, c − x)`, is least.
//!
//! The groups of the rules lie within one another or apart (checked on loading), so they form a tree with the
//! predikat as leaves and all people as root. Going up, the least cost of a subtree as a
//! function of its total `s` keeps one simple form: on `[lo, hi]` it begins at `biaya`, falls by 1 a person for
//! `turun` people (those who may stay), then is level. Sums of such functions and bounds on
//! them have that form again, so one walk up the tree gives the exact least cost and one walk down the
//! distribution, whatever N.
//!
//! "Largest group" is the one rule that is no bound on a sum. With its size `t` fixed it is a bound on each other
//! predikat. Moving `t` away from its count by `d` costs at least `d` people, so
//! `t` is tried outwards from its count until `d` reaches the best cost found: exact again.

use super::bounds::{BoundRule, Condition};
use super::{PredikatCounts, at_place};
use crate::base::ids::index;
use crate::model::vocab::{Predikat, Word};

/// All five predikat.
const ALL: u8 = 0b1_1111;

/// A group with its bounds, and the groups right within it.
#[derive(Debug)]
struct GroupNode {
    set: u8,
    lo: i64,
    hi: i64,
    anak: Vec<usize>,
}

/// Least cost of a subtree by its total.
#[derive(Debug, Clone, Copy)]
struct SearchState {
    lo: i64,
    hi: i64,
    biaya: i64,
    turun: i64,
}

impl SearchState {
    /// Bounded from outside; `None` when nothing is left.
    fn limit(self, lo: i64, hi: i64) -> Option<Self> {
        let (lower, upper) = (self.lo.max(lo), self.hi.min(hi));
        if lower > upper {
            return None;
        }
        let forward = (lower - self.lo).min(self.turun);
        Some(Self {
            lo: lower,
            hi: upper,
            biaya: self.biaya - forward,
            turun: (self.turun - forward).min(upper - lower),
        })
    }
}

/// The tree of groups; children stand before their parents, the root last.
struct GroupTree {
    node: Vec<GroupNode>,
}

impl GroupTree {
    fn new(bound_rules: &[BoundRule], n: u32) -> Self {
        let total = i64::from(n);
        let mut node: Vec<GroupNode> = Predikat::ALL
            .iter()
            .map(|p| 1 << at_place(*p))
            .chain([ALL])
            .map(|set| GroupNode {
                set,
                lo: if set == ALL { total } else { 0 },
                hi: total,
                anak: Vec::new(),
            })
            .collect();
        for k in bound_rules {
            let lo = k.condition.least(n).map_or(0, i64::from);
            let hi = k.condition.most(n).map_or(total, i64::from);
            if let Some(s) = node.iter_mut().find(|s| s.set == k.set) {
                s.lo = s.lo.max(lo);
                s.hi = s.hi.min(hi);
            } else {
                node.push(GroupNode {
                    set: k.set,
                    lo,
                    hi,
                    anak: Vec::new(),
                });
            }
        }
        node.sort_by_key(|s| (s.set.count_ones(), s.set));
        // The parent of a group is the smallest one that holds it: the first after it.
        for i in 0..node.len() {
            let set = node[i].set;
            if let Some(induk) = (i + 1..node.len()).find(|&j| node[j].set & set == set) {
                node[induk].anak.push(i);
            }
        }
        Self { node }
    }

    /// Upwards: the state of every group, or `None` when no distribution fits.
    fn naik(&self, has: &[i64; 5], most: &[(i64, i64); 5], to: &mut Vec<SearchState>) -> Option<()> {
        to.clear();
        for s in &self.node {
            let condition = if s.set.is_power_of_two() {
                let i = index(s.set.trailing_zeros());
                SearchState {
                    lo: 0,
                    hi: i64::MAX,
                    biaya: has[i],
                    turun: has[i],
                }
                .limit(most[i].0, most[i].1)?
            } else {
                s.anak.iter().map(|&a| to[a]).fold(
                    SearchState {
                        lo: 0,
                        hi: 0,
                        biaya: 0,
                        turun: 0,
                    },
                    |x, y| SearchState {
                        lo: x.lo + y.lo,
                        hi: x.hi + y.hi,
                        biaya: x.biaya + y.biaya,
                        turun: x.turun + y.turun,
                    },
                )
            };
            to.push(condition.limit(s.lo, s.hi)?);
        }
        Some(())
    }

    /// Downwards: a distribution of the least cost.
    fn turun(&self, condition: &[SearchState]) -> Option<PredikatCounts> {
        let mut content = vec![0_i64; self.node.len()];
        let mut hasil = [0; 5];
        *content.last_mut()? = condition.last()?.lo;
        for i in (0..self.node.len()).rev() {
            let s = &self.node[i];
            if s.set.is_power_of_two() {
                hasil[index(s.set.trailing_zeros())] = u32::try_from(content[i]).ok()?;
                continue;
            }
            let mut rest = content[i];
            for &a in &s.anak {
                content[a] = condition[a].lo;
                rest -= condition[a].lo;
            }
            // First those who may stay where they are, then whoever there is room for.
            for &a in &s.anak {
                let moved = rest.min(condition[a].turun);
                content[a] += moved;
                rest -= moved;
            }
            for &a in &s.anak {
                let moved = rest.min(condition[a].hi - content[a]);
                content[a] += moved;
                rest -= moved;
            }
        }
        Some(hasil)
    }
}

/// A lawful distribution that fewest people have to change group for. `None` when none is lawful.
pub(super) fn nearest(count: PredikatCounts, bound_rules: &[BoundRule]) -> Option<PredikatCounts> {
    let n: u32 = count.iter().sum();
    let total = i64::from(n);
    let has = count.map(i64::from);
    let tree = GroupTree::new(bound_rules, n);
    let largest = bound_rules
        .iter()
        .find(|k| k.condition == Condition::Terbesar)
        .map(|k| index(k.set.trailing_zeros()));
    let mut kerja = Vec::new();
    let Some(g) = largest.filter(|&g| g < 5) else {
        tree.naik(&has, &[(0, total); 5], &mut kerja)?;
        return tree.turun(&kerja);
    };
    let bounds_for = |t: i64| {
        let mut batas = [(0, t); 5];
        batas[g] = (t, t);
        batas
    };
    let mut best: Option<(i64, i64)> = None;
    for distance in 0..=total {
        if best.is_some_and(|(biaya, _)| distance >= biaya) {
            break;
        }
        for t in [has[g] + distance, has[g] - distance] {
            if !(0..=total).contains(&t) || (distance == 0 && best.is_some()) {
                continue;
            }
            if tree.naik(&has, &bounds_for(t), &mut kerja).is_none() {
                continue;
            }
            let biaya = kerja.last().map_or(i64::MAX, |k| k.biaya);
            if best.is_none_or(|(b, _)| biaya < b) {
                best = Some((biaya, t));
            }
        }
    }
    let (_, t) = best?;
    tree.naik(&has, &bounds_for(t), &mut kerja)?;
    tree.turun(&kerja)
}
