//! What follows from a predikat: figures per predikat and jenjang, tindak lanjut.

use serde::Deserialize;

use super::{ParameterValue, butuh_perbaikan, merge, without_repeats};
use crate::base::figure::{Decimal, with_comma};
use crate::base::text::is_blank;
use crate::model::vocab::{JenisPegawai, Jenjang, Predikat, Word};

/// A figure for each predikat or kategori.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PerPredikat {
    /// Sangat Baik.
    pub sangat_baik: Decimal,
    /// Baik.
    pub baik: Decimal,
    /// Cukup, in 6/2022 Butuh Perbaikan.
    #[serde(alias = "butuh_perbaikan")]
    pub cukup: Decimal,
    /// Kurang.
    pub kurang: Decimal,
    /// Sangat Kurang.
    pub sangat_kurang: Decimal,
}

impl PerPredikat {
    /// The figure of a predikat.
    pub const fn untuk(&self, predikat: Predikat) -> Decimal {
        match predikat {
            Predikat::SangatBaik => self.sangat_baik,
            Predikat::Baik => self.baik,
            Predikat::Cukup => self.cukup,
            Predikat::Kurang => self.kurang,
            Predikat::SangatKurang => self.sangat_kurang,
        }
    }
}

impl ParameterValue for PerPredikat {
    fn display(&self) -> String {
        merge(Predikat::ALL.iter().map(|&p| {
            let nama = if p == Predikat::Cukup {
                "Cukup/Butuh Perbaikan"
            } else {
                p.as_str()
            };
            format!("{nama} {}", with_comma(self.untuk(p)))
        }))
    }
    fn validate(&self) -> Result<(), String> {
        for &p in Predikat::ALL {
            self.untuk(p).validate()?;
        }
        Ok(())
    }
}

/// Per cent of tukin by bands of nilai kinerja, an agency's own table, from the lowest band up.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(transparent)]
pub struct TukinNilai(pub Vec<PitaTukin>);

/// A band: from a nilai on, up to the next band.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PitaTukin {
    /// Nilai kinerja from here on.
    pub dari: Decimal,
    /// Per cent of tukin.
    pub persen: Decimal,
}

impl TukinNilai {
    /// The per cent of a nilai; `None` below the lowest band.
    pub fn untuk(&self, nilai: Decimal) -> Option<Decimal> {
        self.0.iter().rfind(|p| p.dari <= nilai).map(|p| p.persen)
    }
}

impl ParameterValue for TukinNilai {
    fn display(&self) -> String {
        merge(
            self.0
                .iter()
                .map(|p| format!("nilai ≥ {}: {}%", with_comma(p.dari), with_comma(p.persen))),
        )
    }
    fn validate(&self) -> Result<(), String> {
        if self.0.first().is_none_or(|p| p.dari != Decimal::ZERO) {
            return Err("pita pertama harus `dari = 0`".into());
        }
        if self.0.windows(2).any(|w| w[1].dari <= w[0].dari) {
            return Err("pita harus urut menurut `dari`, dari yang terendah".into());
        }
        for p in &self.0 {
            p.persen.validate()?;
        }
        Ok(())
    }
}

/// Kinds of employee that a rule is for.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(transparent)]
pub struct DaftarJenisPegawai(pub Vec<JenisPegawai>);

impl ParameterValue for DaftarJenisPegawai {
    fn display(&self) -> String {
        merge(self.0.iter().map(|j| j.as_str()))
    }
    fn validate(&self) -> Result<(), String> {
        if self.0.is_empty() {
            return Err("daftar jenis pegawai kosong".into());
        }
        without_repeats(&self.0)
    }
}

/// A figure for each jenjang of a JF.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PerJenjang {
    /// Pemula.
    pub pemula: Decimal,
    /// Terampil.
    pub terampil: Decimal,
    /// Mahir.
    pub mahir: Decimal,
    /// Penyelia.
    pub penyelia: Decimal,
    /// Ahli pertama.
    pub ahli_pertama: Decimal,
    /// Ahli muda.
    pub ahli_muda: Decimal,
    /// Ahli madya.
    pub ahli_madya: Decimal,
    /// Ahli utama.
    pub ahli_utama: Decimal,
}

impl PerJenjang {
    /// The figure of a jenjang.
    pub const fn untuk(&self, jenjang: Jenjang) -> Decimal {
        match jenjang {
            Jenjang::Pemula => self.pemula,
            Jenjang::Terampil => self.terampil,
            Jenjang::Mahir => self.mahir,
            Jenjang::Penyelia => self.penyelia,
            Jenjang::AhliPertama => self.ahli_pertama,
            Jenjang::AhliMuda => self.ahli_muda,
            Jenjang::AhliMadya => self.ahli_madya,
            Jenjang::AhliUtama => self.ahli_utama,
        }
    }
}

impl ParameterValue for PerJenjang {
    fn display(&self) -> String {
        merge(Jenjang::ALL.iter().map(|&j| format!("{j} {}", with_comma(self.untuk(j)))))
    }
    fn validate(&self) -> Result<(), String> {
        match Jenjang::ALL.iter().find(|&&j| self.untuk(j) <= Decimal::ZERO) {
            Some(j) => Err(format!("koefisien {j} harus lebih dari 0")),
            None => Ok(()),
        }
    }
}

/// What follows from a predikat or nilai of one year.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TindakLanjut {
    /// For these people; empty = for all.
    #[serde(default)]
    pub untuk: Vec<JenisPegawai>,
    /// For these predikat; empty = whatever the predikat.
    #[serde(default)]
    pub predikat: Vec<Predikat>,
    /// For nilai kinerja from here on.
    pub nilai_dari: Option<Decimal>,
    /// For nilai kinerja below this.
    pub nilai_sebelum: Option<Decimal>,
    /// Years running that it takes; this run knows only one of them.
    pub tahun: Option<u8>,
    /// Months allowed.
    pub bulan: Option<u8>,
    /// What it is, one sentence for the report.
    pub uraian: String,
    /// The same in two or three words; where it is not given, those of its key.
    #[serde(default)]
    pub sebutan: Option<String>,
}

impl TindakLanjut {
    /// Whether this year's result of such a person meets it. Without a nilai (6/2022) one that asks for
    /// a nilai never does. One that takes years running does not where the data hold last year's predikat
    /// (`earlier`) and it was another; where they do not, its own words say that the year must be looked at.
    pub fn in_force(&self, jenis: JenisPegawai, predikat: Predikat, earlier: Option<Predikat>, nilai: Option<Decimal>) -> bool {
        let running = self.tahun.is_some_and(|t| t > 1);
        let meets = |p: &Predikat| self.predikat.is_empty() || self.predikat.contains(p);
        (self.untuk.is_empty() || self.untuk.contains(&jenis))
            && meets(&predikat)
            && (!running || earlier.as_ref().is_none_or(meets))
            && self.nilai_dari.is_none_or(|b| nilai.is_some_and(|n| n >= b))
            && self.nilai_sebelum.is_none_or(|b| nilai.is_some_and(|n| n < b))
    }
}

impl ParameterValue for TindakLanjut {
    fn display(&self) -> String {
        let mut condition = Vec::new();
        if !self.untuk.is_empty() {
            condition.push(format!("bagi {}", merge(self.untuk.iter().map(|j| j.as_str()))));
        }
        if !self.predikat.is_empty() {
            condition.push(format!(
                "predikat {}",
                merge(self.predikat.iter().map(|&p| butuh_perbaikan(p)))
            ));
        }
        condition.extend(self.nilai_dari.map(|n| format!("nilai ≥ {}", with_comma(n))));
        condition.extend(self.nilai_sebelum.map(|n| format!("nilai < {}", with_comma(n))));
        condition.extend(self.tahun.map(|n| format!("{n} tahun")));
        condition.extend(self.bulan.map(|n| format!("tenggat {n} bulan")));
        format!("{} ({})", self.uraian, condition.join("; "))
    }
    fn validate(&self) -> Result<(), String> {
        if is_blank(&self.uraian) {
            return Err("`uraian` kosong".into());
        }
        if self.predikat.is_empty() && self.nilai_dari.is_none() && self.nilai_sebelum.is_none() {
            return Err("tindak lanjut perlu syarat: `predikat`, `nilai_dari` atau `nilai_sebelum`".into());
        }
        without_repeats(&self.untuk)?;
        without_repeats(&self.predikat)
    }
}
