//! Values of the numeric regime: bands, weights, perilaku, kinerja tambahan, postings.

use std::collections::BTreeMap;

use serde::Deserialize;

use super::{ParameterValue, merge, sums_to_100, without_repeats};
use crate::base::figure::{Decimal, compare, with_comma};
use crate::model::vocab::{AspekPerilaku, JenisJabatan, PenilaiKind, Predikat, Word};

/// A band: from `dari` on, up to but without `sebelum`; only the highest has `sampai` (with it).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Pita {
    /// Lower bound, belongs to the band.
    pub dari: Decimal,
    /// Upper bound, does not belong to the band.
    pub sebelum: Option<Decimal>,
    /// Upper bound of the highest band, belongs to it.
    pub sampai: Option<Decimal>,
}

impl Pita {
    /// Whether the figure lies in the band.
    pub fn holds(&self, x: Decimal) -> bool {
        compare(x, self.dari).is_ge()
            && self.sebelum.is_none_or(|b| compare(x, b).is_lt())
            && self.sampai.is_none_or(|b| compare(x, b).is_le())
    }
}

impl ParameterValue for Pita {
    fn display(&self) -> String {
        let dari = with_comma(self.dari);
        match (self.sebelum, self.sampai) {
            (Some(b), _) => format!("{dari} ≤ x < {}", with_comma(b)),
            (_, Some(b)) => format!("{dari} ≤ x ≤ {}", with_comma(b)),
            _ => format!("x ≥ {dari}"),
        }
    }
    fn validate(&self) -> Result<(), String> {
        match (self.sebelum, self.sampai) {
            (Some(b), None) if b > self.dari => Ok(()),
            (None, Some(b)) if b >= self.dari => Ok(()),
            (Some(_), None) | (None, Some(_)) => Err("batas atas pita di bawah batas bawahnya".into()),
            _ => Err("pita perlu tepat satu batas atas: `sebelum` (tidak termasuk) atau `sampai` (termasuk)".into()),
        }
    }
}

/// What becomes of a nilai in the band of Sangat Baik without ide baru.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct IdeBaru {
    /// Whether Sangat Baik wants an ide baru at all.
    pub wajib: bool,
    /// Predikat without it.
    pub tanpa: Predikat,
}

impl ParameterValue for IdeBaru {
    fn display(&self) -> String {
        if self.wajib {
            format!("wajib untuk Sangat Baik; tanpa ide baru menjadi {}", self.tanpa)
        } else {
            "tidak disyaratkan".to_owned()
        }
    }
}

/// Weights of SKP and perilaku, per cent.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct BobotSkp {
    /// Nilai SKP.
    pub skp: Decimal,
    /// Nilai perilaku.
    pub perilaku: Decimal,
}

/// As in JSON: `70/30`.
impl std::fmt::Display for BobotSkp {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}/{}", self.skp.normalize(), self.perilaku.normalize())
    }
}

impl ParameterValue for BobotSkp {
    fn display(&self) -> String {
        format!("SKP {}% + perilaku {}%", with_comma(self.skp), with_comma(self.perilaku))
    }
    fn validate(&self) -> Result<(), String> {
        sums_to_100(&[("skp", self.skp), ("perilaku", self.perilaku)])
    }
}

/// Weights of those who rate perilaku, per cent.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct BobotPenilai {
    /// Atasan langsung.
    pub atasan: Decimal,
    /// Rekan setingkat.
    pub rekan: Decimal,
    /// Bawahan langsung.
    pub bawahan: Decimal,
}

impl BobotPenilai {
    /// Weight of a source.
    pub const fn untuk(&self, source: PenilaiKind) -> Decimal {
        match source {
            PenilaiKind::Atasan => self.atasan,
            PenilaiKind::Rekan => self.rekan,
            PenilaiKind::Bawahan => self.bawahan,
        }
    }
}

impl ParameterValue for BobotPenilai {
    fn display(&self) -> String {
        format!(
            "atasan {}%, rekan {}%, bawahan {}%",
            with_comma(self.atasan),
            with_comma(self.rekan),
            with_comma(self.bawahan)
        )
    }
    fn validate(&self) -> Result<(), String> {
        sums_to_100(&[("atasan", self.atasan), ("rekan", self.rekan), ("bawahan", self.bawahan)])?;
        // The atasan alone must be able to give a mark: renormalising over him divides by his weight.
        if self.atasan.is_zero() {
            return Err("bobot atasan tidak boleh 0: penilaian atasan selalu ada".into());
        }
        Ok(())
    }
}

/// A limit for some kinds of post, an agency's own.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(transparent)]
pub struct BatasJabatan(pub BTreeMap<JenisJabatan, Decimal>);

impl ParameterValue for BatasJabatan {
    fn display(&self) -> String {
        merge(self.0.iter().map(|(j, b)| format!("{j} {}", with_comma(*b))))
    }
    fn validate(&self) -> Result<(), String> {
        if self.0.is_empty() {
            return Err("batas per jabatan kosong".into());
        }
        for b in self.0.values() {
            b.validate()?;
        }
        Ok(())
    }
}

/// Aspek of perilaku in their order.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(transparent)]
pub struct DaftarAspek(pub Vec<AspekPerilaku>);

impl ParameterValue for DaftarAspek {
    fn display(&self) -> String {
        merge(self.0.iter().map(|a| a.as_str()))
    }
    fn validate(&self) -> Result<(), String> {
        // Kepemimpinan is due of some only: by itself it would leave the others without any mean.
        if self.0.iter().all(|a| *a == AspekPerilaku::Kepemimpinan) {
            return Err("daftar aspek perilaku kosong: perlu paling sedikit satu aspek selain kepemimpinan".into());
        }
        without_repeats(&self.0)
    }
}

/// Whose perilaku includes kepemimpinan.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct WajibKepemimpinan {
    /// These always.
    pub jenis_jabatan: Vec<JenisJabatan>,
    /// These only when marked `kepemimpinan` = ya.
    pub bila_ditandai: Vec<JenisJabatan>,
}

impl WajibKepemimpinan {
    /// Whether it is due for this post.
    pub fn untuk(&self, jenis: JenisJabatan, marked: bool) -> bool {
        self.jenis_jabatan.contains(&jenis) || (marked && self.bila_ditandai.contains(&jenis))
    }
}

impl ParameterValue for WajibKepemimpinan {
    fn display(&self) -> String {
        format!(
            "{}; bila ditandai kepemimpinan = ya: {}",
            merge(self.jenis_jabatan.iter().map(|j| j.as_str())),
            merge(self.bila_ditandai.iter().map(|j| j.as_str()))
        )
    }
    fn validate(&self) -> Result<(), String> {
        without_repeats(&self.jenis_jabatan)?;
        without_repeats(&self.bila_ditandai)
    }
}

/// How kinerja tambahan counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(tag = "cara", rename_all = "snake_case", deny_unknown_fields)]
pub enum TambahanMethod {
    /// Points on top of kinerja utama.
    Tambah,
    /// A split, per cent.
    Bobot {
        /// Kinerja utama.
        utama: Decimal,
        /// Kinerja tambahan.
        tambahan: Decimal,
    },
}

impl ParameterValue for TambahanMethod {
    fn display(&self) -> String {
        match self {
            Self::Tambah => "ditambahkan pada kinerja utama".to_owned(),
            Self::Bobot { utama, tambahan } => {
                format!(
                    "kinerja utama {}% + kinerja tambahan {}%",
                    with_comma(*utama),
                    with_comma(*tambahan)
                )
            }
        }
    }
    fn validate(&self) -> Result<(), String> {
        match self {
            Self::Tambah => Ok(()),
            Self::Bobot { utama, tambahan } => sums_to_100(&[("utama", *utama), ("tambahan", *tambahan)]),
        }
    }
}

/// In what a posting's part of the year is measured.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum SatuanProporsi {
    /// Months; a month belongs to the posting with more of its days.
    Bulan,
    /// Days.
    Hari,
}

impl ParameterValue for SatuanProporsi {
    fn display(&self) -> String {
        match self {
            Self::Bulan => "bulan",
            Self::Hari => "hari",
        }
        .to_owned()
    }
}
