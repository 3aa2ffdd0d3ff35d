//! The distribution rules of a rule set as plain bounds in persons.

use std::fmt;

use crate::base::figure::Desimal;
use crate::model::Text;
use crate::model::vocab::{Predikat, PredikatOrganisasi, Word};
use crate::rules::values::{ArtiTerbesar, Batas, BatasPersen};
use crate::rules::{Aturan, Isi, Parameter, Usage};

/// A rule: a set of predikat and what holds for their sum.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BoundRule {
    /// One bit a predikat, by [`super::at_place`].
    pub(super) set: u8,
    /// The bound.
    pub syarat: Condition,
    /// The regulation it stands in.
    pub acuan: Text,
}

/// The bound of a rule.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Condition {
    /// At most this per cent of N.
    PalingBanyakPersen(Desimal),
    /// At least this per cent of N.
    PalingSedikitPersen(Desimal),
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
    pub fn paling_banyak(self, n: u32) -> Option<u32> {
        match self {
            Self::PalingBanyakPersen(p) => Some(bagian(p, n, false)),
            _ => None,
        }
    }

    /// Lower bound in persons: the fewest `x` with `100·x ≥ persen·n`.
    pub fn paling_sedikit(self, n: u32) -> Option<u32> {
        match self {
            Self::PalingSedikitPersen(p) => Some(bagian(p, n, true)),
            Self::PalingSedikitOrang(orang) => Some(orang),
            Self::LebihDariSetengah => Some(n / 2 + 1),
            Self::PalingBanyakPersen(_) | Self::Terbesar => None,
        }
    }
}

/// `persen` of `n`, rounded down or up on integers. Per cents are 0–100 (checked on loading), so
/// the result is at most `n`.
fn bagian(persen: Desimal, n: u32, ke_atas: bool) -> u32 {
    let persen = persen.normalize();
    let per = 10_i128.pow(persen.scale()) * 100;
    // A mantissa has 96 bits and n 32: the product has at most 128 with room for the sign only
    // because a per cent is at most 100, that is at most 10^30.
    let atas = persen.mantissa() * i128::from(n);
    let hasil = if ke_atas { (atas + per - 1) / per } else { atas / per };
    u32::try_from(hasil).unwrap_or(n)
}

impl BoundRule {
    /// A rule over these predikat.
    pub fn new(kelompok: &[Predikat], syarat: Condition, acuan: &str) -> Self {
        Self {
            acuan: acuan.into(),
            set: kelompok.iter().fold(0, |s, p| s | 1 << super::at_place(*p)),
            syarat,
        }
    }

    /// Whether the predikat is counted.
    pub const fn memuat(&self, predikat: Predikat) -> bool {
        self.set & (1 << super::at_place(predikat)) != 0
    }

    /// Whether counts of `n` people in all satisfy the rule.
    pub(super) fn patuh(&self, jumlah: &super::Counts, n: u32) -> bool {
        let ada: u32 = self.anggota().map(|p| jumlah[super::at_place(p)]).sum();
        match self.syarat {
            Condition::Terbesar => jumlah.iter().all(|lain| *lain <= ada),
            s => s.paling_banyak(n).is_none_or(|b| ada <= b) && s.paling_sedikit(n).is_none_or(|b| ada >= b),
        }
    }

    /// The predikat counted together, best first.
    pub fn anggota(&self) -> impl Iterator<Item = Predikat> + '_ {
        Predikat::ALL.iter().copied().filter(|p| self.memuat(*p))
    }
}

/// The rules for a unit. `None` when none apply: in 6/2022 the predikat organisasi must be known.
pub fn kaidah(aturan: &Aturan, organisasi: Option<PredikatOrganisasi>, pemakaian: &mut Usage) -> Option<Vec<BoundRule>> {
    match &aturan.isi {
        Isi::Numerik(n) => {
            let d = &n.distribusi;
            let k = d.klasifikasi.used(pemakaian);
            let mut semua = Vec::new();
            persen(&k.di_atas, &d.distribusi_di_atas, pemakaian, &mut semua);
            persen(&k.sesuai, &d.distribusi_sesuai, pemakaian, &mut semua);
            persen(&k.di_bawah, &d.distribusi_di_bawah, pemakaian, &mut semua);
            Some(semua)
        }
        Isi::Kualitatif(k) => {
            let d = &k.distribusi;
            let record = d.untuk(organisasi?);
            let daftar = record.used(pemakaian);
            Some(
                daftar
                    .0
                    .iter()
                    .map(|a| {
                        let syarat = match a.batas {
                            Batas::PalingBanyakPersen(p) => Condition::PalingBanyakPersen(p),
                            Batas::PalingSedikitPersen(p) => Condition::PalingSedikitPersen(p),
                            Batas::PalingSedikitOrang(n) => Condition::PalingSedikitOrang(n),
                            Batas::Terbesar => match d.arti_terbesar.used(pemakaian) {
                                ArtiTerbesar::Terbanyak => Condition::Terbesar,
                                ArtiTerbesar::LebihDariSetengah => Condition::LebihDariSetengah,
                            },
                        };
                        let acuan = a.acuan.as_deref().unwrap_or(&record.acuan);
                        BoundRule::new(&a.kelompok, syarat, acuan)
                    })
                    .collect(),
            )
        }
    }
}

/// A share with a lower and an upper bound is two rules, the lower first.
fn persen(kelompok: &[Predikat], p: &Parameter<BatasPersen>, pemakaian: &mut Usage, ke: &mut Vec<BoundRule>) {
    let batas = p.used(pemakaian);
    ke.extend(
        batas
            .paling_sedikit
            .map(|b| BoundRule::new(kelompok, Condition::PalingSedikitPersen(b), &p.acuan)),
    );
    ke.extend(
        batas
            .paling_banyak
            .map(|b| BoundRule::new(kelompok, Condition::PalingBanyakPersen(b), &p.acuan)),
    );
}
