//! Values about people's standing: whom the planning of kinerja does not apply to, and tugas belajar.

use serde::Deserialize;

use super::{ParameterValue, butuh_perbaikan, merge, without_repeats};
use crate::base::figure::{Decimal, with_comma};
use crate::base::text::is_blank;
use crate::model::vocab::{Akreditasi, JenisJabatan, JenjangStudi, Predikat, StatusPegawai, Word};

/// A list of predikat.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(transparent)]
pub struct DaftarPredikat(pub Vec<Predikat>);

impl ParameterValue for DaftarPredikat {
    fn display(&self) -> String {
        merge(self.0.iter().map(|p| butuh_perbaikan(*p)))
    }
    fn validate(&self) -> Result<(), String> {
        if self.0.is_empty() {
            return Err("sebutkan paling sedikit satu predikat".into());
        }
        without_repeats(&self.0)
    }
}

/// A list of statuses; being in service is not among them.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(transparent)]
pub struct DaftarStatus(pub Vec<StatusPegawai>);

impl ParameterValue for DaftarStatus {
    fn display(&self) -> String {
        merge(self.0.iter().map(|s| s.as_str()))
    }
    fn validate(&self) -> Result<(), String> {
        if self.0.contains(&StatusPegawai::Aktif) {
            return Err("pegawai aktif selalu dinilai".into());
        }
        without_repeats(&self.0)
    }
}

/// Whose result is final, and who evaluates them: nobody is above him to whom they could object.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(transparent)]
pub struct HasilFinal(pub Vec<FinalFor>);

/// The kinds of post of one line.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FinalFor {
    /// Who.
    pub jenis_jabatan: Vec<JenisJabatan>,
    /// Who evaluates them.
    pub penilai: String,
    /// Others may evaluate them too, and then the result is not final.
    #[serde(default)]
    pub bersyarat: bool,
}

impl HasilFinal {
    /// What is said of a kind of post.
    pub fn entry(&self, jenis: JenisJabatan) -> Option<&FinalFor> {
        self.0.iter().find(|entry| entry.jenis_jabatan.contains(&jenis))
    }
}

impl ParameterValue for HasilFinal {
    fn display(&self) -> String {
        merge(self.0.iter().map(|entry| {
            let posts = merge(entry.jenis_jabatan.iter().map(|j| j.as_str()));
            let when = if entry.bersyarat { "bila dievaluasi" } else { "dievaluasi" };
            format!("{posts} ({when} {})", entry.penilai)
        }))
    }
    fn validate(&self) -> Result<(), String> {
        if self
            .0
            .iter()
            .any(|entry| entry.jenis_jabatan.is_empty() || is_blank(&entry.penilai))
        {
            return Err("sebutkan jenis_jabatan dan penilainya".into());
        }
        without_repeats(
            &self
                .0
                .iter()
                .flat_map(|entry| entry.jenis_jabatan.clone())
                .collect::<Vec<_>>(),
        )
    }
}

/// From which IPK on each predikat is guided to; below the last: Kurang.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct BatasIpk {
    /// Sangat Baik.
    pub sangat_baik: Decimal,
    /// Baik.
    pub baik: Decimal,
    /// Butuh Perbaikan.
    pub butuh_perbaikan: Decimal,
}

impl BatasIpk {
    fn predikat(&self, ipk: Decimal) -> Predikat {
        if ipk >= self.sangat_baik {
            Predikat::SangatBaik
        } else if ipk >= self.baik {
            Predikat::Baik
        } else if ipk >= self.butuh_perbaikan {
            Predikat::Cukup
        } else {
            Predikat::Kurang
        }
    }
}

/// The same for each accreditation.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct IpkAkreditasi {
    /// A.
    pub a: BatasIpk,
    /// B.
    pub b: BatasIpk,
    /// C.
    pub c: BatasIpk,
    /// Abroad.
    pub luar_negeri: BatasIpk,
}

impl IpkAkreditasi {
    const fn batas(&self, akreditasi: Akreditasi) -> &BatasIpk {
        match akreditasi {
            Akreditasi::A => &self.a,
            Akreditasi::B => &self.b,
            Akreditasi::C => &self.c,
            Akreditasi::LuarNegeri => &self.luar_negeri,
        }
    }
}

/// The law's guidance by IPK: by level of study and accreditation.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PanduanIpk {
    /// The highest IPK there is.
    pub paling_tinggi: Decimal,
    /// S1.
    pub s1: IpkAkreditasi,
    /// Profesi, S2, S3.
    pub lanjut: IpkAkreditasi,
}

impl PanduanIpk {
    /// The predikat that the guidance names.
    pub fn predikat(&self, jenjang: JenjangStudi, akreditasi: Akreditasi, ipk: Decimal) -> Predikat {
        let table = match jenjang {
            JenjangStudi::S1 => &self.s1,
            JenjangStudi::Profesi | JenjangStudi::S2 | JenjangStudi::S3 => &self.lanjut,
        };
        table.batas(akreditasi).predikat(ipk)
    }

    fn rows(&self) -> impl Iterator<Item = (&'static str, Akreditasi, &BatasIpk)> {
        [("S1", &self.s1), ("profesi, S2, S3", &self.lanjut)]
            .into_iter()
            .flat_map(|(level, table)| Akreditasi::ALL.iter().map(move |&a| (level, a, table.batas(a))))
    }
}

impl ParameterValue for PanduanIpk {
    fn display(&self) -> String {
        merge(self.rows().map(|(level, akreditasi, b)| {
            format!(
                "{level} akreditasi {akreditasi}: ≥ {} Sangat Baik, ≥ {} Baik, ≥ {} Butuh Perbaikan",
                with_comma(b.sangat_baik),
                with_comma(b.baik),
                with_comma(b.butuh_perbaikan)
            )
        }))
    }
    fn validate(&self) -> Result<(), String> {
        for (level, akreditasi, b) in self.rows() {
            let rises = Decimal::ZERO < b.butuh_perbaikan && b.butuh_perbaikan < b.baik && b.baik < b.sangat_baik;
            if !rises || b.sangat_baik > self.paling_tinggi {
                return Err(format!(
                    "{level} akreditasi {akreditasi}: batas IPK harus naik dan paling tinggi {}",
                    with_comma(self.paling_tinggi)
                ));
            }
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn d(text: &str) -> Decimal {
        text.parse().unwrap_or_default()
    }

    #[test]
    fn the_bounds_belong_to_the_better_predikat() {
        let b = BatasIpk {
            sangat_baik: d("3.51"),
            baik: d("3.01"),
            butuh_perbaikan: d("2.76"),
        };
        for (ipk, predikat) in [
            ("4", Predikat::SangatBaik),
            ("3.51", Predikat::SangatBaik),
            ("3.50", Predikat::Baik),
            ("3.01", Predikat::Baik),
            ("3.00", Predikat::Cukup),
            ("2.76", Predikat::Cukup),
            ("2.75", Predikat::Kurang),
            ("0", Predikat::Kurang),
        ] {
            assert_eq!(b.predikat(d(ipk)), predikat, "{ipk}");
        }
    }
}
