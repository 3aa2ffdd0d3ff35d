//! The rules of a group's distribution as formulas: bounds in persons from N and the law's per cents.

use super::numbers::bound;
use crate::model::vocab::{Predikat, Word as _};
use crate::rules::values::{ArtiTerbesar, Batas, BatasPersen};
use crate::rules::{Aturan, Parameter, RegimeRules};
use crate::score::HasilUnit;

/// A rule over some predikat.
pub(super) struct GroupRule {
    /// The predikat counted together.
    pub members: Vec<Predikat>,
    /// What holds for them.
    pub limit: Limit,
}

/// What a rule says; a text is a formula for a number of people.
pub(super) enum Limit {
    /// At most.
    Most(String),
    /// At least.
    Least(String),
    /// At least as many as each other predikat.
    Largest,
}

/// The rules of a unit's group, in the order of the engine's; `n`: the cell with the group's size.
pub(super) fn rules(aturan: &Aturan, unit: &HasilUnit, n: &str) -> Vec<GroupRule> {
    let mut all = Vec::new();
    match &aturan.content {
        RegimeRules::Numerik(x) => {
            let (d, k) = (&x.distribusi, &x.distribusi.klasifikasi.shown());
            shares(&k.di_atas, &d.distribusi_di_atas, n, &mut all);
            shares(&k.sesuai, &d.distribusi_sesuai, n, &mut all);
            shares(&k.di_bawah, &d.distribusi_di_bawah, n, &mut all);
        }
        RegimeRules::Kualitatif(q) => {
            let Some(organisation) = unit.kelompok.predikat_organisasi else {
                return all;
            };
            let p = q.distribusi.untuk(organisation);
            for (i, rule) in p.shown().0.iter().enumerate() {
                let name = bound(p.key, i);
                let limit = match rule.batas {
                    Batas::PalingBanyakPersen(_) => Limit::Most(most(&name, n)),
                    Batas::PalingSedikitPersen(_) => Limit::Least(least(&name, n)),
                    Batas::PalingSedikitOrang(_) => Limit::Least(name),
                    Batas::Terbesar => match q.distribusi.arti_terbesar.shown() {
                        ArtiTerbesar::Terbanyak => Limit::Largest,
                        ArtiTerbesar::LebihDariSetengah => Limit::Least(format!("INT({n}/2)+1")),
                    },
                };
                all.push(GroupRule {
                    members: rule.kelompok.clone(),
                    limit,
                });
            }
        }
    }
    all
}

fn shares(members: &[Predikat], p: &Parameter<BatasPersen>, n: &str, all: &mut Vec<GroupRule>) {
    let mut push = |limit| {
        all.push(GroupRule {
            members: members.to_vec(),
            limit,
        });
    };
    if p.shown().paling_sedikit.is_some() {
        push(Limit::Least(least(&format!("{}_sedikit", p.key), n)));
    }
    if p.shown().paling_banyak.is_some() {
        push(Limit::Most(most(&format!("{}_banyak", p.key), n)));
    }
}

/// Whole people within a per cent.
fn most(share: &str, n: &str) -> String {
    format!("INT({share}*{n}/100)")
}

/// Whole people that make up a per cent.
fn least(share: &str, n: &str) -> String {
    format!("-INT(-{share}*{n}/100)")
}

/// Whether a rule holds; `count` gives the cell with the count of a predikat.
pub(super) fn holds(rule: &GroupRule, count: &dyn Fn(Predikat) -> String) -> String {
    let cells: Vec<String> = rule.members.iter().map(|&p| count(p)).collect();
    let sum = cells.join("+");
    match &rule.limit {
        Limit::Most(limit) => format!("{sum}<={limit}"),
        Limit::Least(limit) => format!("{sum}>={limit}"),
        Limit::Largest => {
            let others = Predikat::ALL.iter().filter(|p| !rule.members.contains(p));
            let each: Vec<String> = others.map(|&p| format!("{sum}>={}", count(p))).collect();
            format!("AND({})", each.join(","))
        }
    }
}

/// The least and the most allowed of these predikat together, as formulas for a number of people.
pub(super) fn limits(rules: &[GroupRule], members: &[Predikat]) -> (Option<String>, Option<String>) {
    let of = |rule: &&GroupRule| rule.members == members;
    let (mut low, mut high): (Option<String>, Option<String>) = (None, None);
    for rule in rules.iter().filter(of) {
        match &rule.limit {
            Limit::Least(x) => {
                low = Some(match low {
                    None => x.clone(),
                    Some(l) => format!("IF({x}>{l},{x},{l})"),
                });
            }
            Limit::Most(x) => {
                high = Some(match high {
                    None => x.clone(),
                    Some(h) => format!("IF({x}<{h},{x},{h})"),
                });
            }
            Limit::Largest => {}
        }
    }
    (low, high)
}

/// What is allowed of these predikat together, as the cells say it: "≤ 7", "≥ 1", "23–26"; `None`
/// where no rule gives a number.
pub(super) fn range(rules: &[GroupRule], members: &[Predikat]) -> Option<String> {
    Some(match limits(rules, members) {
        (None, None) => return None,
        (None, Some(h)) => format!("\"≤ \"&{h}"),
        (Some(l), None) => format!("\"≥ \"&{l}"),
        (Some(l), Some(h)) => {
            format!("IF({l}={h},\"= \"&{l},IF({l}>{h},\"≥ \"&{l}&\", ≤ \"&{h},{l}&\"–\"&{h}))")
        }
    })
}
