//! Values of the distribution, of both regimes.

use serde::Deserialize;

use super::{ParameterValue, butuh_perbaikan, join_with, merge, persen, without_repeats};
use crate::base::figure::{Decimal, with_comma};
use crate::model::vocab::{Predikat, Word};

/// Which people are counted together.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Pengelompokan {
    /// By the unit that the pejabat penilai leads.
    Penilai,
    /// By unit kerja.
    #[default]
    Unit,
    /// By the unit above, with its predikat organisasi.
    Induk,
}

impl Pengelompokan {
    /// The word of rule files, `--kelompok` and JSON.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Penilai => "penilai",
            Self::Unit => "unit",
            Self::Induk => "induk",
        }
    }
}

impl ParameterValue for Pengelompokan {
    fn display(&self) -> String {
        match self {
            Self::Penilai => "per unit yang dipimpin pejabat penilai",
            Self::Unit => "per unit kerja",
            Self::Induk => "per unit induk",
        }
        .to_owned()
    }
}

/// What `largest group` means.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ArtiTerbesar {
    /// At least as large as each other predikat; a tie will do.
    Terbanyak,
    /// More than half.
    LebihDariSetengah,
}

impl ParameterValue for ArtiTerbesar {
    fn display(&self) -> String {
        match self {
            Self::Terbanyak => "sekurang-kurangnya sebanyak setiap predikat lain (boleh sama)",
            Self::LebihDariSetengah => "lebih dari 50% pegawai yang dinilai",
        }
        .to_owned()
    }
}

/// Which predikat count as above, at and below expectation (PP 30/2019).
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Klasifikasi {
    /// Di atas ekspektasi.
    pub di_atas: Vec<Predikat>,
    /// Sesuai ekspektasi.
    pub sesuai: Vec<Predikat>,
    /// Di bawah ekspektasi.
    pub di_bawah: Vec<Predikat>,
}

impl ParameterValue for Klasifikasi {
    fn display(&self) -> String {
        format!(
            "di atas ekspektasi: {}; sesuai: {}; di bawah: {}",
            merge(self.di_atas.iter().map(|p| p.as_str())),
            merge(self.sesuai.iter().map(|p| p.as_str())),
            merge(self.di_bawah.iter().map(|p| p.as_str()))
        )
    }
    fn validate(&self) -> Result<(), String> {
        for (nama, daftar) in [
            ("di_atas", &self.di_atas),
            ("sesuai", &self.sesuai),
            ("di_bawah", &self.di_bawah),
        ] {
            if daftar.is_empty() {
                return Err(format!("klasifikasi `{nama}` kosong"));
            }
        }
        let all: Vec<Predikat> = [&self.di_atas, &self.sesuai, &self.di_bawah]
            .into_iter()
            .flatten()
            .copied()
            .collect();
        without_repeats(&all)?;
        match Predikat::ALL.iter().find(|p| !all.contains(p)) {
            Some(p) => Err(format!("predikat {p} tidak masuk klasifikasi mana pun")),
            None => Ok(()),
        }
    }
}

/// Bounds of a share, per cent of N.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct BatasPersen {
    /// At least.
    pub paling_sedikit: Option<Decimal>,
    /// At most.
    pub paling_banyak: Option<Decimal>,
}

impl ParameterValue for BatasPersen {
    fn display(&self) -> String {
        let lower = self.paling_sedikit.map(|b| format!("≥ {}%", with_comma(b)));
        let upper = self.paling_banyak.map(|b| format!("≤ {}%", with_comma(b)));
        join_with(lower.into_iter().chain(upper), " dan ")
    }
    fn validate(&self) -> Result<(), String> {
        for b in [self.paling_sedikit, self.paling_banyak].into_iter().flatten() {
            persen("batas", b)?;
        }
        match (self.paling_sedikit, self.paling_banyak) {
            (None, None) => Err("perlu `paling_sedikit`, `paling_banyak`, atau keduanya".into()),
            (Some(b), Some(a)) if b > a => Err(format!(
                "batas bawah {}% di atas batas atas {}%",
                with_comma(b),
                with_comma(a)
            )),
            _ => Ok(()),
        }
    }
}

/// One rule of the distribution under a predikat organisasi.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(try_from = "AturanKelompokFile")]
pub struct AturanKelompok {
    /// Predikat counted together.
    pub kelompok: Vec<Predikat>,
    /// The rule.
    pub batas: Batas,
    /// Where it stands, if elsewhere than the rest of the record.
    pub acuan: Option<String>,
}

/// The bound of a distribution rule.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Batas {
    /// At most this per cent of N.
    PalingBanyakPersen(Decimal),
    /// At least this per cent of N.
    PalingSedikitPersen(Decimal),
    /// At least so many people.
    PalingSedikitOrang(u32),
    /// The largest group; what that means is [`ArtiTerbesar`].
    Terbesar,
}

/// As the file writes it: exactly one of the bounds.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct AturanKelompokFile {
    kelompok: Vec<Predikat>,
    paling_banyak_persen: Option<Decimal>,
    paling_sedikit_persen: Option<Decimal>,
    paling_sedikit_orang: Option<u32>,
    terbesar: Option<bool>,
    acuan: Option<String>,
}

impl TryFrom<AturanKelompokFile> for AturanKelompok {
    type Error = &'static str;

    fn try_from(b: AturanKelompokFile) -> Result<Self, Self::Error> {
        let batas = match (
            b.paling_banyak_persen,
            b.paling_sedikit_persen,
            b.paling_sedikit_orang,
            b.terbesar,
        ) {
            (Some(p), None, None, None) => Batas::PalingBanyakPersen(p),
            (None, Some(p), None, None) => Batas::PalingSedikitPersen(p),
            (None, None, Some(n), None) => Batas::PalingSedikitOrang(n),
            (None, None, None, Some(true)) => Batas::Terbesar,
            _ => {
                return Err(
                    "tiap aturan distribusi perlu tepat satu dari `paling_banyak_persen`, `paling_sedikit_persen`, \
                            `paling_sedikit_orang`, `terbesar = true`",
                );
            }
        };
        Ok(Self {
            kelompok: b.kelompok,
            batas,
            acuan: b.acuan,
        })
    }
}

/// All rules under one predikat organisasi.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(transparent)]
pub struct DaftarBatas(pub Vec<AturanKelompok>);

impl ParameterValue for DaftarBatas {
    fn display(&self) -> String {
        join_with(
            self.0.iter().map(|a| {
                let nama = join_with(a.kelompok.iter().map(|&p| butuh_perbaikan(p)), " + ");
                match a.batas {
                    Batas::PalingBanyakPersen(b) => format!("{nama} ≤ {}%", with_comma(b)),
                    Batas::PalingSedikitPersen(b) => format!("{nama} ≥ {}%", with_comma(b)),
                    Batas::PalingSedikitOrang(n) => format!("{nama} ≥ {n} orang"),
                    Batas::Terbesar => format!("{nama} kelompok terbesar"),
                }
            }),
            "; ",
        )
    }
    fn validate(&self) -> Result<(), String> {
        if self.0.iter().filter(|a| a.batas == Batas::Terbesar).count() > 1 {
            return Err("hanya satu kelompok dapat menjadi `terbesar`".into());
        }
        // The solver of the distribution counts on groups that form a tree.
        let set_of = |a: &AturanKelompok| a.kelompok.iter().fold(0_u8, |s, &p| s | 1 << p.ordinal());
        for (i, a) in self.0.iter().enumerate() {
            for b in &self.0[..i] {
                let (x, y) = (set_of(a), set_of(b));
                if x & y != 0 && x & y != x && x & y != y {
                    return Err("kelompok distribusi harus terpisah atau yang satu berada di dalam yang lain".into());
                }
            }
        }
        for a in &self.0 {
            if a.kelompok.is_empty() {
                return Err("aturan distribusi tanpa `kelompok`".into());
            }
            without_repeats(&a.kelompok)?;
            match a.batas {
                Batas::PalingBanyakPersen(b) | Batas::PalingSedikitPersen(b) => persen("batas", b)?,
                Batas::Terbesar if a.kelompok.len() != 1 => {
                    return Err("`terbesar` hanya untuk satu predikat".into());
                }
                Batas::PalingSedikitOrang(_) | Batas::Terbesar => {}
            }
        }
        Ok(())
    }
}
