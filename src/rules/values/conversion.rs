//! Values of the conversion of 8/2021: pieces, groups, the table that combines aspek.

use serde::Deserialize;

use super::{ParameterValue, join_with, merge, sums_to_100, without_repeats};
use crate::base::figure::{Decimal, Fraction, with_comma};
use crate::base::ids::short;
use crate::model::vocab::{Kelompok, Predikat, Word};

/// A straight piece of the conversion of capaian (whole per cent) into nilai: from
/// (`dari`, `nilai_dari`) to (`sampai`, `nilai_sampai`), both ends in the piece.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Segment {
    /// Lowest capaian, whole per cent.
    pub dari: u32,
    /// Highest capaian, whole per cent.
    pub sampai: u32,
    /// Nilai at `dari`.
    pub nilai_dari: Decimal,
    /// Nilai at `sampai`.
    pub nilai_sampai: Decimal,
}

impl Segment {
    /// Whether the capaian lies in the piece.
    pub fn holds(&self, c: Decimal) -> bool {
        let whole = |n: u32| Fraction::int(i64::from(n));
        (whole(self.dari)..=whole(self.sampai)).contains(&Fraction::from(c))
    }

    /// `nilai_dari + (nilai_sampai − nilai_dari) / (sampai − dari) × (c − dari)`, exact, unrounded.
    pub fn nilai(&self, c: Decimal) -> crate::base::figure::Exact<Fraction> {
        let start = Fraction::from(self.nilai_dari);
        if self.nilai_sampai == self.nilai_dari {
            return Ok(start);
        }
        let naik = Fraction::from(self.nilai_sampai).minus(start)?;
        let width = Fraction::int(i64::from(self.sampai - self.dari));
        let distance = Fraction::from(c).minus(Fraction::int(i64::from(self.dari)))?;
        start.plus(naik.times(distance)?.per(width)?)
    }
}

impl ParameterValue for Segment {
    fn display(&self) -> String {
        let Self {
            dari,
            sampai,
            nilai_dari,
            nilai_sampai,
        } = self;
        let (n1, n2) = (with_comma(*nilai_dari), with_comma(*nilai_sampai));
        if nilai_dari == nilai_sampai {
            format!("capaian {dari}–{sampai}: nilai {n1}")
        } else {
            format!(
                "capaian {dari}–{sampai}: {n1} + {}/{} × (capaian − {dari}), sampai {n2}",
                with_comma(*nilai_sampai - *nilai_dari),
                sampai - dari
            )
        }
    }
    fn validate(&self) -> Result<(), String> {
        if self.sampai < self.dari {
            return Err(format!("`sampai` ({}) di bawah `dari` ({})", self.sampai, self.dari));
        }
        if self.nilai_sampai < self.nilai_dari {
            return Err("nilai turun padahal capaian naik".into());
        }
        if self.sampai == self.dari && self.nilai_sampai != self.nilai_dari {
            return Err("satu capaian mempunyai dua nilai".into());
        }
        self.nilai_dari.validate()
    }
}

/// Weights of the two groups of a JPT's IKI, and which kelompok belong to which.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct BobotKelompok {
    /// Group 1.
    pub pertama: Decimal,
    /// Group 2.
    pub kedua: Decimal,
}

impl ParameterValue for BobotKelompok {
    fn display(&self) -> String {
        format!(
            "kelompok 1: {}%, kelompok 2: {}%",
            with_comma(self.pertama),
            with_comma(self.kedua)
        )
    }
    fn validate(&self) -> Result<(), String> {
        sums_to_100(&[("pertama", self.pertama), ("kedua", self.kedua)])
    }
}

/// Which kelompok make up group 1 and group 2 of a JPT's IKI.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct KelompokJpt {
    /// Group 1.
    pub pertama: Vec<Kelompok>,
    /// Group 2.
    pub kedua: Vec<Kelompok>,
}

impl KelompokJpt {
    /// True for group 1. Every kelompok is in exactly one (checked on loading).
    pub fn pertama(&self, kelompok: Kelompok) -> bool {
        self.pertama.contains(&kelompok)
    }
}

impl ParameterValue for KelompokJpt {
    fn display(&self) -> String {
        format!(
            "kelompok 1: {}; kelompok 2: {}",
            merge(self.pertama.iter().map(|k| k.as_str())),
            merge(self.kedua.iter().map(|k| k.as_str()))
        )
    }
    fn validate(&self) -> Result<(), String> {
        let all: Vec<Kelompok> = self.pertama.iter().chain(&self.kedua).copied().collect();
        without_repeats(&all)?;
        match Kelompok::ALL.iter().find(|k| !all.contains(k)) {
            Some(k) => Err(format!("kelompok {} tidak ada di kelompok 1 maupun 2", k.as_str())),
            None => Ok(()),
        }
    }
}

/// One line of the table that combines the kategori of an RHK's aspek.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct MatriksLine {
    /// Kategori of the RHK.
    pub kategori: Predikat,
    /// Its nilai.
    pub nilai: Decimal,
    /// Any one of these suffices; empty = whatever is left (last line only).
    pub bila: Vec<Calculation>,
}

/// A condition on how many aspek have a kategori.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Calculation {
    /// The kategori counted.
    pub kategori: Predikat,
    /// At least so many.
    pub paling_sedikit: Option<u32>,
    /// Fewer than so many.
    pub kurang_dari: Option<u32>,
}

/// The table that combines aspek, tested from the first line on.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(transparent)]
pub struct MatriksAspek(pub Vec<MatriksLine>);

impl MatriksAspek {
    /// Kategori and nilai of an RHK from the kategori of its aspek (two or more).
    pub fn merge(&self, aspek: &[Predikat]) -> Option<(Predikat, Decimal)> {
        let has = |h: &Calculation| {
            let n = short(aspek.iter().filter(|&&k| k == h.kategori).count());
            h.paling_sedikit.is_none_or(|b| n >= b) && h.kurang_dari.is_none_or(|b| n < b)
        };
        self.0
            .iter()
            .find(|b| b.bila.is_empty() || b.bila.iter().any(has))
            .map(|b| (b.kategori, b.nilai))
    }

    /// Nilai of an RHK whose kategori is known (one aspek only).
    pub fn nilai(&self, kategori: Predikat) -> Option<Decimal> {
        self.0.iter().find(|b| b.kategori == kategori).map(|b| b.nilai)
    }
}

impl ParameterValue for MatriksAspek {
    fn display(&self) -> String {
        join_with(
            self.0.iter().map(|b| {
                let bila = join_with(
                    b.bila.iter().map(|h| match (h.paling_sedikit, h.kurang_dari) {
                        (Some(n), _) => format!("{} ≥ {n}", h.kategori),
                        (_, Some(n)) => format!("{} < {n}", h.kategori),
                        _ => h.kategori.to_string(),
                    }),
                    " atau ",
                );
                let bila = if bila.is_empty() { "selain itu".to_owned() } else { bila };
                format!("{} = {} bila {bila}", b.kategori, with_comma(b.nilai))
            }),
            "; ",
        )
    }
    fn validate(&self) -> Result<(), String> {
        let kategori: Vec<Predikat> = self.0.iter().map(|b| b.kategori).collect();
        without_repeats(&kategori)?;
        if let Some(k) = Predikat::ALL.iter().find(|k| !kategori.contains(k)) {
            return Err(format!("matriks tidak mempunyai baris {k}"));
        }
        for (i, b) in self.0.iter().enumerate() {
            if b.bila.is_empty() != (i + 1 == self.0.len()) {
                return Err("hanya baris terakhir matriks yang tanpa syarat (`bila = []`)".into());
            }
            if b.bila.iter().any(|h| h.paling_sedikit.is_some() == h.kurang_dari.is_some()) {
                return Err(format!(
                    "syarat baris {} perlu tepat satu dari `paling_sedikit` dan `kurang_dari`",
                    b.kategori
                ));
            }
            b.nilai.validate()?;
        }
        Ok(())
    }
}
