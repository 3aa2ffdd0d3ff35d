//! The kinds of value a parameter can have, how each is shown, and what each must satisfy by
//! itself. What must hold between parameters (bands without a hole) is in `validate.rs`.

mod consequences;
mod conversion;
mod distribution;
mod numeric;
mod qualitative;
mod standing;

use serde::Deserialize;
use serde::de::DeserializeOwned;

pub use consequences::{DaftarJenisPegawai, PerJenjang, PerPredikat, PitaTukin, TindakLanjut, TukinNilai};
pub use conversion::{BobotKelompok, Calculation, KelompokJpt, MatriksAspek, MatriksLine, Segment};
pub use distribution::{ArtiTerbesar, AturanKelompok, Batas, BatasPersen, DaftarBatas, Klasifikasi, Pengelompokan};
pub use numeric::{
    BatasJabatan, BobotPenilai, BobotSkp, DaftarAspek, IdeBaru, Pita, SatuanProporsi, TambahanMethod, WajibKepemimpinan,
};
pub use qualitative::{
    Ambang, AmbangCapaian, AmbangOrganisasi, AmbangPerilaku, AmbangRating, Kuadran, KuadranRow, RatingOrganisasi, UmpanBalikWords,
};
pub use standing::{BatasIpk, DaftarPredikat, DaftarStatus, FinalFor, HasilFinal, IpkAkreditasi, PanduanIpk};

use crate::base::figure::{Decimal, with_comma};
use crate::base::text::is_blank;
use crate::model::vocab::{
    AspekPerilaku, JenisJabatan, JenisPegawai, Kelompok, Predikat, PredikatOrganisasi, Rating, StatusPegawai, Word,
};

/// What every kind of parameter value can do.
pub trait ParameterValue: Clone + DeserializeOwned {
    /// The value in words and figures of the reader.
    fn display(&self) -> String;
    /// What the value must satisfy by itself; `Err` says what is wrong, in Indonesian.
    fn validate(&self) -> Result<(), String> {
        Ok(())
    }
    /// Whether an agency may give another value. A rule in words may not be reworded, since the
    /// engine would go on doing what it does; its acuan and keyakinan may be given.
    const REPLACEABLE: bool = true;
}

fn hundred() -> Decimal {
    Decimal::ONE_HUNDRED
}

/// Weights must be non-negative and sum to 100; a table of zeros is refused with the rest.
fn sums_to_100(section: &[(&str, Decimal)]) -> Result<(), String> {
    for (nama, b) in section {
        if b.is_sign_negative() && !b.is_zero() {
            return Err(format!("bobot {nama} tidak boleh negatif ({})", with_comma(*b)));
        }
    }
    let mut count = Decimal::ZERO;
    for (_, b) in section {
        count = count.checked_add(*b).ok_or("bobot terlalu besar")?;
    }
    if count == hundred() {
        Ok(())
    } else {
        let details = section
            .iter()
            .map(|(n, b)| format!("{n} {}", with_comma(*b)))
            .collect::<Vec<_>>()
            .join(" + ");
        Err(format!("jumlah bobot harus 100, sekarang {} ({details})", with_comma(count)))
    }
}

fn persen(nama: &str, b: Decimal) -> Result<(), String> {
    if b < Decimal::ZERO || b > hundred() {
        return Err(format!("{nama} harus antara 0 dan 100, sekarang {}", with_comma(b)));
    }
    Ok(())
}

/// A rule in words, a kind of its own beside the figures: the code that follows it notes its use, the steps of
/// `jelaskan` and the sheet Aturan cite it, and no agency may word it otherwise. One that no code notes is
/// documentation and belongs in `docs/` (`tests/it/rule_sets.rs` holds that).
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(transparent)]
pub struct Provision(pub String);

impl ParameterValue for Provision {
    const REPLACEABLE: bool = false;
    fn display(&self) -> String {
        self.0.clone()
    }
    fn validate(&self) -> Result<(), String> {
        if is_blank(&self.0) {
            return Err("ketentuan tidak boleh kosong".into());
        }
        Ok(())
    }
}

impl ParameterValue for Decimal {
    fn display(&self) -> String {
        with_comma(*self)
    }
    fn validate(&self) -> Result<(), String> {
        if *self < Self::ZERO {
            return Err(format!("angka tidak boleh negatif ({})", with_comma(*self)));
        }
        Ok(())
    }
}

/// A whole number of months, days or years.
impl ParameterValue for u8 {
    fn display(&self) -> String {
        self.to_string()
    }
}

impl ParameterValue for bool {
    fn display(&self) -> String {
        if *self { "ya" } else { "tidak" }.to_owned()
    }
}

/// A day of the year.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct HariTahun {
    /// Day, 1–31.
    pub hari: u8,
    /// Month, 1–12.
    pub bulan: u8,
}

impl ParameterValue for HariTahun {
    fn display(&self) -> String {
        format!("tanggal {} bulan {}", self.hari, self.bulan)
    }
    fn validate(&self) -> Result<(), String> {
        let bulan = i8::try_from(self.bulan).unwrap_or(0);
        let hari = i8::try_from(self.hari).unwrap_or(0);
        jiff::civil::Date::new(2023, bulan, hari)
            .map(|_| ())
            .map_err(|_| format!("tanggal {}-{} tidak ada", self.hari, self.bulan))
    }
}

/// A term in days, or in working days.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Tenggat {
    /// How many.
    pub hari: u8,
    /// Only working days count.
    #[serde(default)]
    pub kerja: bool,
}

impl ParameterValue for Tenggat {
    fn display(&self) -> String {
        format!("{} hari{}", self.hari, if self.kerja { " kerja" } else { "" })
    }
    fn validate(&self) -> Result<(), String> {
        if self.hari == 0 {
            return Err("tenggat 0 hari".into());
        }
        Ok(())
    }
}

/// Decimals to round to, half up.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(transparent)]
pub struct Angka(pub u32);

impl ParameterValue for Angka {
    fn display(&self) -> String {
        if self.0 == 0 {
            "bilangan bulat".to_owned()
        } else {
            format!("{} angka di belakang koma", self.0)
        }
    }
    fn validate(&self) -> Result<(), String> {
        if self.0 > 6 {
            return Err(format!("pembulatan paling halus 6 angka di belakang koma, bukan {}", self.0));
        }
        Ok(())
    }
}

/// Decimals of every stage between capaian and nilai kinerja.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PembulatanNilai {
    /// Nilai of an IKI (8/2021 JPT).
    pub iki: u32,
    /// Nilai of an RHK.
    pub rhk: u32,
    /// Nilai tertimbang, and the points of each kinerja tambahan.
    pub tertimbang: u32,
    /// Nilai kinerja utama.
    pub utama: u32,
    /// Nilai kinerja tambahan.
    pub tambahan: u32,
    /// Nilai SKP (per posting and proportional).
    pub skp: u32,
    /// Nilai perilaku.
    pub perilaku: u32,
    /// Nilai kinerja.
    pub kinerja: u32,
    /// Mean nilai of a unit.
    pub rata_rata_unit: u32,
}

impl ParameterValue for PembulatanNilai {
    fn display(&self) -> String {
        let Self {
            iki,
            rhk,
            tertimbang,
            utama,
            tambahan,
            skp,
            perilaku,
            kinerja,
            rata_rata_unit,
        } = self;
        format!(
            "angka di belakang koma: IKI {iki}, RHK {rhk}, tertimbang {tertimbang}, kinerja utama {utama}, kinerja tambahan {tambahan}, \
             SKP {skp}, perilaku {perilaku}, nilai kinerja {kinerja}, rata-rata unit {rata_rata_unit}"
        )
    }
    fn validate(&self) -> Result<(), String> {
        for angka in [
            self.iki,
            self.rhk,
            self.tertimbang,
            self.utama,
            self.tambahan,
            self.skp,
            self.perilaku,
            self.kinerja,
            self.rata_rata_unit,
        ] {
            Angka(angka).validate()?;
        }
        Ok(())
    }
}

/// Cukup goes by another name in the rule set that most agencies use.
fn butuh_perbaikan(p: Predikat) -> &'static str {
    match p {
        Predikat::Cukup => "Butuh Perbaikan/Cukup",
        other => other.as_str(),
    }
}

fn merge<S: AsRef<str>>(word: impl IntoIterator<Item = S>) -> String {
    join_with(word, ", ")
}

fn join_with<S: AsRef<str>>(word: impl IntoIterator<Item = S>, separator: &str) -> String {
    let mut text = String::new();
    for k in word {
        if !text.is_empty() {
            text.push_str(separator);
        }
        text.push_str(k.as_ref());
    }
    text
}

fn without_repeats<W: Word>(word: &[W]) -> Result<(), String> {
    match word.iter().enumerate().find(|(i, k)| word[..*i].contains(k)) {
        Some((_, k)) => Err(format!("{} ditulis dua kali", k.as_str())),
        None => Ok(()),
    }
}

macro_rules! words_from_file {
    ($($jenis:ty),+) => {$(
        impl<'de> Deserialize<'de> for $jenis {
            fn deserialize<D: serde::Deserializer<'de>>(d: D) -> Result<Self, D::Error> {
                let text = String::deserialize(d)?;
                let small = text.to_lowercase();
                Self::ALL
                    .iter()
                    .copied()
                    .find(|w| w.as_str().to_lowercase() == small || w.aliases().contains(&small.as_str()))
                    .ok_or_else(|| serde::de::Error::custom(format!(
                        "\"{text}\" bukan {}; yang dikenal: {}",
                        Self::NAME,
                        merge(Self::ALL.iter().map(|w| w.as_str()))
                    )))
            }
        }
    )+};
}

words_from_file!(
    JenisPegawai,
    Predikat,
    PredikatOrganisasi,
    Rating,
    JenisJabatan,
    AspekPerilaku,
    Kelompok,
    StatusPegawai
);
