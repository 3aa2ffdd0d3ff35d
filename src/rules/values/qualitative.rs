//! Values of the qualitative regime: ratings and quadrant.

use serde::Deserialize;

use super::{IsiParameter, butuh_perbaikan, join_with, merge, persen};
use crate::base::figure::{Desimal, with_comma};
use crate::model::vocab::{Predikat, PredikatOrganisasi, Rating, Word};

/// Shares (per cent) at which umpan balik or values make a rating: each is "more than".
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AmbangRating {
    /// More than this per cent above (and none of those that must not be below is): di atas.
    pub di_atas: Desimal,
    /// More than this per cent below: di bawah.
    pub di_bawah: Desimal,
    /// More than this per cent at or above: sesuai.
    pub sesuai: Desimal,
}

impl IsiParameter for AmbangRating {
    fn display(&self) -> String {
        format!(
            "> {}% di atas (tanpa yang di bawah): di atas; > {}% di bawah: di bawah; > {}% sesuai atau di atas: sesuai; selain itu keputusan penilai",
            with_comma(self.di_atas),
            with_comma(self.di_bawah),
            with_comma(self.sesuai)
        )
    }
    fn periksa(&self) -> Result<(), String> {
        persen("di_atas", self.di_atas)?;
        persen("di_bawah", self.di_bawah)?;
        persen("sesuai", self.sesuai)
    }
}

/// One row of the quadrant: predikat by rating perilaku.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct BarisKuadran {
    /// Perilaku di bawah ekspektasi.
    pub di_bawah: Predikat,
    /// Perilaku sesuai ekspektasi.
    pub sesuai: Predikat,
    /// Perilaku di atas ekspektasi.
    pub di_atas: Predikat,
}

impl BarisKuadran {
    const fn sel(self, perilaku: Rating) -> Predikat {
        match perilaku {
            Rating::DiBawah => self.di_bawah,
            Rating::Sesuai => self.sesuai,
            Rating::DiAtas => self.di_atas,
        }
    }
}

/// The quadrant: rows by rating hasil kerja.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Kuadran {
    /// Hasil kerja di atas ekspektasi.
    pub di_atas: BarisKuadran,
    /// Hasil kerja sesuai ekspektasi.
    pub sesuai: BarisKuadran,
    /// Hasil kerja di bawah ekspektasi.
    pub di_bawah: BarisKuadran,
}

impl Kuadran {
    /// The cell.
    pub const fn predikat(&self, hasil_kerja: Rating, perilaku: Rating) -> Predikat {
        match hasil_kerja {
            Rating::DiAtas => self.di_atas.sel(perilaku),
            Rating::Sesuai => self.sesuai.sel(perilaku),
            Rating::DiBawah => self.di_bawah.sel(perilaku),
        }
    }
}

impl IsiParameter for Kuadran {
    fn display(&self) -> String {
        join_with(
            Rating::ALL.iter().map(|&h| {
                let sel = merge(
                    Rating::ALL
                        .iter()
                        .map(|&p| format!("{p} → {}", butuh_perbaikan(self.predikat(h, p)))),
                );
                format!("hasil kerja {h}: perilaku {sel}")
            }),
            "; ",
        )
    }
}

/// Rating of a unit's head by the predikat organisasi.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RatingOrganisasi {
    /// Istimewa.
    pub istimewa: Rating,
    /// Baik.
    pub baik: Rating,
    /// Butuh Perbaikan.
    pub butuh_perbaikan: Rating,
    /// Kurang.
    pub kurang: Rating,
    /// Sangat Kurang.
    pub sangat_kurang: Rating,
}

impl RatingOrganisasi {
    /// The rating.
    pub const fn untuk(&self, organisasi: PredikatOrganisasi) -> Rating {
        match organisasi {
            PredikatOrganisasi::Istimewa => self.istimewa,
            PredikatOrganisasi::Baik => self.baik,
            PredikatOrganisasi::ButuhPerbaikan => self.butuh_perbaikan,
            PredikatOrganisasi::Kurang => self.kurang,
            PredikatOrganisasi::SangatKurang => self.sangat_kurang,
        }
    }
}

impl IsiParameter for RatingOrganisasi {
    fn display(&self) -> String {
        merge(PredikatOrganisasi::ALL.iter().map(|&o| format!("{o} → {}", self.untuk(o))))
    }
}

/// An agency's own thresholds from capaian (per cent) to a rating.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AmbangCapaian {
    /// From this capaian on: di atas ekspektasi.
    pub di_atas: Desimal,
    /// From this capaian on: sesuai ekspektasi; below: di bawah.
    pub sesuai: Desimal,
}

impl AmbangCapaian {
    /// The rating of a capaian.
    pub fn rating(&self, capaian: Desimal) -> Rating {
        if capaian >= self.di_atas {
            Rating::DiAtas
        } else if capaian >= self.sesuai {
            Rating::Sesuai
        } else {
            Rating::DiBawah
        }
    }
}

impl IsiParameter for AmbangCapaian {
    fn display(&self) -> String {
        format!(
            "capaian ≥ {}: di atas ekspektasi; ≥ {}: sesuai; di bawahnya: di bawah ekspektasi",
            with_comma(self.di_atas),
            with_comma(self.sesuai)
        )
    }
    fn periksa(&self) -> Result<(), String> {
        if self.sesuai <= Desimal::ZERO || self.di_atas <= self.sesuai {
            return Err("ambang harus naik: 0 < `sesuai` < `di_atas`".into());
        }
        Ok(())
    }
}
