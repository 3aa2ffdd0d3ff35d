//! The distribution rules of a rule set as plain bounds in persons.

use std::fmt;
use std::sync::Arc;

use crate::base::figure::Decimal;
use crate::model::Text;
use crate::model::vocab::{Predikat, PredikatOrganisasi, Word};
use crate::rules::values::{ArtiTerbesar, Batas, BatasPersen};
use crate::rules::{Aturan, Parameter, RegimeRules, Usage};

/// A rule: a set of predikat and what holds for their sum.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BoundRule {
    /// One bit a predikat, by [`super::at_place`].
    pub(super) set: u8,
    /// The bound.
    pub condition: Condition,
    /// How it is told, which every unit under it shares.
    pub words: RuleWords,
}

/// The words of a rule.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RuleWords {
    /// Labels of the predikat counted together.
    pub kelompok: Arc<[&'static str]>,
    /// `<= 20%`, `>= 60%`, `>= 1 orang`, `terbesar`.
    pub batas: Text,
    /// The regulation it stands in.
    pub acuan: Text,
}

/// The bound of a rule.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Condition {
    /// At most this per cent of N.
    PalingBanyakPersen(Decimal),
    /// At least this per cent of N.
    PalingSedikitPersen(Decimal),
    /// At least so many people.
    PalingSedikitOrang(u32),
    /// More than half of N.
    LebihDariSetengah,
    /// At least as many as each other predikat.
    Terbesar,
}

/// As JSON says it: `<= 20%`, `>= 1 orang`, `> 50%`, `terbesar`.
impl fmt::Display for Condition {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::PalingBanyakPersen(p) => write!(f, "<= {}%", p.normalize()),
            Self::PalingSedikitPersen(p) => write!(f, ">= {}%", p.normalize()),
            Self::PalingSedikitOrang(n) => write!(f, ">= {n} orang"),
            Self::LebihDariSetengah => f.write_str("> 50%"),
            Self::Terbesar => f.write_str("terbesar"),
        }
    }
}

impl Condition {
    /// Upper bound in persons: the most `x` with `100·x ≤ persen·n`.
    pub fn most(self, n: u32) -> Option<u32> {
        match self {
            Self::PalingBanyakPersen(p) => Some(section(p, n, false)),
            _ => None,
        }
    }

    /// Lower bound in persons: the fewest `x` with `100·x ≥ persen·n`.
    pub fn least(self, n: u32) -> Option<u32> {
        match self {
            Self::PalingSedikitPersen(p) => Some(section(p, n, true)),
            Self::PalingSedikitOrang(persons) => Some(persons),
            Self::LebihDariSetengah => Some(n / 2 + 1),
            Self::PalingBanyakPersen(_) | Self::Terbesar => None,
        }
    }
}

/// `persen` of `n`, rounded down or up on integers. Per cents are 0–100 (checked on loading), so
/// the result is at most `n`.
fn section(persen: Decimal, n: u32, to_upper: bool) -> u32 {
    let persen = persen.normalize();
    let per = 10_i128.pow(persen.scale()) * 100;
    // A mantissa has 96 bits and n 32: the product has at most 128 with room for the sign only
    // because a per cent is at most 100, that is at most 10^30.
    let upper = persen.mantissa() * i128::from(n);
    let hasil = if to_upper { (upper + per - 1) / per } else { upper / per };
    u32::try_from(hasil).unwrap_or(n)
}

impl BoundRule {
    /// A rule over these predikat.
    pub fn new(aturan: &Aturan, kelompok: &[Predikat], condition: Condition, acuan: &str) -> Self {
        let counted = Predikat::ALL.iter().filter(|p| kelompok.contains(p));
        Self {
            set: kelompok.iter().fold(0, |s, p| s | 1 << super::at_place(*p)),
            condition,
            words: RuleWords {
                kelompok: counted.map(|p| aturan.label(*p)).collect(),
                batas: condition.to_string().into(),
                acuan: acuan.into(),
            },
        }
    }

    /// Whether the predikat is counted.
    pub const fn holds(&self, predikat: Predikat) -> bool {
        self.set & (1 << super::at_place(predikat)) != 0
    }

    /// Whether counts of `n` people in all satisfy the rule.
    pub(super) fn obeys(&self, count: &super::PredikatCounts, n: u32) -> bool {
        let has: u32 = self.members().map(|p| count[super::at_place(p)]).sum();
        match self.condition {
            Condition::Terbesar => count.iter().all(|other| *other <= has),
            s => s.most(n).is_none_or(|b| has <= b) && s.least(n).is_none_or(|b| has >= b),
        }
    }

    /// The predikat counted together, best first.
    pub fn members(&self) -> impl Iterator<Item = Predikat> + '_ {
        Predikat::ALL.iter().copied().filter(|p| self.holds(*p))
    }
}

/// The rules for a unit. `None` when none apply: in 6/2022 the predikat organisasi must be known.
pub fn bound_rules(aturan: &Aturan, organisasi: Option<PredikatOrganisasi>, usage: &mut Usage) -> Option<Vec<BoundRule>> {
    match &aturan.content {
        RegimeRules::Numerik(n) => {
            let d = &n.distribusi;
            let k = d.klasifikasi.used(usage);
            let mut all = Vec::new();
            for (kelompok, share) in [
                (&k.di_atas, &d.distribusi_di_atas),
                (&k.sesuai, &d.distribusi_sesuai),
                (&k.di_bawah, &d.distribusi_di_bawah),
            ] {
                all.extend(persen(aturan, kelompok, share, usage));
            }
            Some(all)
        }
        RegimeRules::Kualitatif(k) => {
            let d = &k.distribusi;
            let record = d.untuk(organisasi?);
            let daftar = record.used(usage);
            Some(
                daftar
                    .0
                    .iter()
                    .map(|a| {
                        let condition = match a.batas {
                            Batas::PalingBanyakPersen(p) => Condition::PalingBanyakPersen(p),
                            Batas::PalingSedikitPersen(p) => Condition::PalingSedikitPersen(p),
                            Batas::PalingSedikitOrang(n) => Condition::PalingSedikitOrang(n),
                            Batas::Terbesar => match d.arti_terbesar.used(usage) {
                                ArtiTerbesar::Terbanyak => Condition::Terbesar,
                                ArtiTerbesar::LebihDariSetengah => Condition::LebihDariSetengah,
                            },
                        };
                        let acuan = a.acuan.as_deref().unwrap_or(&record.acuan);
                        BoundRule::new(aturan, &a.kelompok, condition, acuan)
                    })
                    .collect(),
            )
        }
    }
}

/// A share with a lower and an upper bound is two rules, the lower first.
fn persen(
    aturan: &Aturan,
    kelompok: &[Predikat],
    p: &Parameter<BatasPersen>,
    usage: &mut Usage,
) -> impl Iterator<Item = BoundRule> {
    let batas = p.used(usage);
    let lower = batas.paling_sedikit.map(Condition::PalingSedikitPersen);
    let upper = batas.paling_banyak.map(Condition::PalingBanyakPersen);
    let both = lower.into_iter().chain(upper);
    both.map(|condition| BoundRule::new(aturan, kelompok, condition, &p.acuan))
}
