//! The law as data: every number with its dates, `acuan` and `keyakinan`, in `data/*.toml`.
//!
//! # How to read a parameter
//!
//! ```
//! # use skp::rules::{Aturan, Usage};
//! let periode = "2021-S2".parse().unwrap();
//! let aturan = Aturan::for_period(periode).unwrap();           // or Aturan::load("pp-30-2019", periode)
//! let mut usage = Usage::new();
//! // The value, noting that this run leans on it (do so wherever a figure enters a result):
//! let batas = *aturan.capaian.batas_atas.used(&mut usage);
//! // Only to show it, with `.acuan`, `.keyakinan`, `.key` beside:
//! assert_eq!(batas, *aturan.capaian.batas_atas.shown());
//! // What depends on the regime:
//! if let Some(numerik) = aturan.numerik() {
//!     let bobot = numerik.kinerja.bobot_atasan_saja.used(&mut usage);
//!     assert_eq!(bobot.to_string(), "70/30");
//!     // 8/2021 has `konversi` (1.3–1.5); pp-30-2019 by itself has none (1.6).
//!     assert!(numerik.konversi.is_some());
//! }
//! // At the end of the run: keys of the asumsi parameters it leaned on, sorted.
//! let asumsi = aturan.asumsi(&usage);
//! # assert!(asumsi.is_empty());
//! ```
//!
//! [`Usage`] is a few machine words: hand `&mut` down, keep one a thread, [`Usage::merge`]
//! at the end. A rule in words ([`values::Provision`]) is a parameter too: use it where the rule is
//! applied, so that the run can say that it leaned on an assumption without a number.

mod error;
mod load;
pub mod parameter;
mod parse;
mod sections;
#[cfg(test)]
mod tests;
mod validate;
pub mod values;

use std::path::{Path, PathBuf};

use jiff::civil::Date;

pub use error::AturanError;
pub(crate) use error::translate;
pub use parameter::{Parameter, ParameterFacts, Usage};
pub use sections::{
    Action, AngkaKredit, Capaian, DistribusiNumerik, DistribusiOrganisasi, Jadwal, Kelompok, Khusus, Kinerja, Konversi,
    Kualitatif, Numerik, Pembulatan, Perilaku, PerilakuNumerik, PredikatNumerik, RatingKualitatif, RegimeRules, Tambahan,
};

use crate::model::Periode;
use crate::model::vocab::Predikat;

/// The built-in rule sets: id and text, oldest first.
const BUILT_IN: [(&str, &str); 3] = [
    ("pp-30-2019", include_str!("data/pp-30-2019.toml")),
    ("permenpanrb-8-2021", include_str!("data/permenpanrb-8-2021.toml")),
    ("permenpanrb-6-2022", include_str!("data/permenpanrb-6-2022.toml")),
];

/// A year after every record.
const FARTHEST_TAHUN: i16 = 9998;

/// How sure a parameter is (`aturan.md`, opening table).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, serde::Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Keyakinan {
    /// Read in the regulation's own words.
    Teks,
    /// Several independent secondary sources agree.
    Sekunder,
    /// Follows from an example or the text by arithmetic.
    Tafsir,
    /// Nobody's text was seen: an agency must confirm it.
    Asumsi,
}

impl Keyakinan {
    /// The word of the rule files.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Teks => "teks",
            Self::Sekunder => "sekunder",
            Self::Tafsir => "tafsir",
            Self::Asumsi => "asumsi",
        }
    }
}

/// Which way of arriving at a predikat.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, serde::Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Rezim {
    /// Figures, weights, bands.
    #[default]
    Numerik,
    /// Two ratings and the quadrant.
    Kualitatif,
}

impl Rezim {
    /// The label of a predikat.
    pub fn label(self, predikat: Predikat) -> &'static str {
        use crate::model::vocab::Word;
        match self {
            Self::Kualitatif => predikat.by_ratings(),
            Self::Numerik => predikat.as_str(),
        }
    }

    /// The word of the rule files.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Numerik => "numerik",
            Self::Kualitatif => "kualitatif",
        }
    }
}

/// A rule set, complete: what it extends is merged in, and everything about it has been checked.
#[derive(Debug, Clone)]
pub struct Aturan {
    /// `pp-30-2019`, `permenpanrb-8-2021`, `permenpanrb-6-2022` or an agency's own.
    pub id: String,
    /// Title.
    pub judul: String,
    /// Regime.
    pub rezim: Rezim,
    /// Ids of the sets it extends, nearest first.
    pub memperluas: Vec<String>,
    /// In force from.
    pub mulai: Date,
    /// In force until.
    pub selesai: Option<Date>,
    /// Periods that lie wholly within take it by themselves; `None` = by name only.
    pub automatic: Option<(Date, Option<Date>)>,
    /// The regulation.
    pub acuan: String,
    /// What else to know.
    pub catatan: Option<String>,
    /// The file, for an agency's own.
    pub file: Option<PathBuf>,
    /// Capaian and kategori.
    pub capaian: Capaian,
    /// Rounding after capaian.
    pub pembulatan: Pembulatan,
    /// Aspek of perilaku.
    pub perilaku: Perilaku,
    /// Transfers and other special cases.
    pub khusus: Khusus,
    /// Dates and terms.
    pub jadwal: Jadwal,
    /// Angka kredit.
    pub angka_kredit: AngkaKredit,
    /// What follows from a predikat, and the agency's tukin table.
    pub tindak_lanjut: Action,
    /// How people are counted together.
    pub kelompok: Kelompok,
    /// What depends on the regime.
    pub content: RegimeRules,
}

impl Aturan {
    /// The rule set for a period (`aturan.md` section 0).
    ///
    /// # Errors
    /// [`AturanError::PeriodeUnsupported`] for 2021 as a whole, 2021-S1, 2020 and before.
    pub fn for_period(periode: Periode) -> Result<Self, AturanError> {
        let (start, end) = (periode.start(), periode.end());
        for (id, _) in BUILT_IN {
            let aturan = Self::load(id, periode)?;
            if let Some((dari, sampai)) = aturan.automatic
                && start >= dari
                && sampai.is_none_or(|s| end <= s)
            {
                return Ok(aturan);
            }
        }
        Err(AturanError::PeriodeUnsupported(periode))
    }

    /// A rule set by name: a built-in id, or the path of an agency's `.toml`. Where a parameter has
    /// several dated records, the one in force on the last day of `periode` counts.
    ///
    /// # Errors
    /// [`AturanError`] with file, line and reason.
    pub fn load(name: &str, periode: Periode) -> Result<Self, AturanError> {
        let at = periode.end();
        if let Some(aturan) = load::built_in(name, at) {
            return aturan;
        }
        let path = Path::new(name);
        if path.extension().is_some_and(|e| e.eq_ignore_ascii_case("toml")) || path.is_file() {
            return load::file(path, at);
        }
        Err(AturanError::Unknown {
            id: name.to_owned(),
            available: list_of_ids(),
        })
    }

    /// A rule file, whatever it is called, as it stands today.
    ///
    /// # Errors
    /// [`AturanError`] with file, line and reason.
    pub fn from_file(path: &Path) -> Result<Self, AturanError> {
        load::file(path, Periode::Tahun(FARTHEST_TAHUN).end())
    }

    /// A rule file given as text, under a name for messages. It may extend built-in sets only.
    ///
    /// # Errors
    /// [`AturanError`] with line and reason.
    pub fn from_text(name: &str, text: &str, periode: Periode) -> Result<Self, AturanError> {
        load::text(name, text, periode.end())
    }

    /// A rule set by name as it stands today: of several dated records the newest.
    ///
    /// # Errors
    /// As [`Aturan::load`].
    pub fn latest(name: &str) -> Result<Self, AturanError> {
        Self::load(name, Periode::Tahun(FARTHEST_TAHUN))
    }

    /// The built-in sets as they stand today, oldest first.
    ///
    /// # Errors
    /// None in a program whose tests pass: the files are part of it.
    pub fn all_built_in() -> Result<Vec<Self>, AturanError> {
        Self::built_in().map(Self::latest).collect()
    }

    /// Ids of the built-in sets, oldest first.
    pub fn built_in() -> impl Iterator<Item = &'static str> {
        BUILT_IN.iter().map(|(id, _)| *id)
    }

    /// What only the numeric sets have.
    pub const fn numerik(&self) -> Option<&Numerik> {
        match &self.content {
            RegimeRules::Numerik(n) => Some(n),
            RegimeRules::Kualitatif(_) => None,
        }
    }

    /// What only the qualitative set has.
    pub const fn kualitatif(&self) -> Option<&Kualitatif> {
        match &self.content {
            RegimeRules::Kualitatif(k) => Some(k),
            RegimeRules::Numerik(_) => None,
        }
    }

    /// Label of a predikat in this rule set (Cukup, or Butuh Perbaikan).
    pub fn label(&self, predikat: Predikat) -> &'static str {
        self.rezim.label(predikat)
    }

    /// All parameters, in the order of the computation.
    pub fn parameter(&self) -> Vec<ParameterFacts<'_>> {
        let mut all = Vec::new();
        self.capaian.list(&mut all);
        self.pembulatan.list(&mut all);
        self.perilaku.list(&mut all);
        self.content.list(&mut all);
        self.khusus.list(&mut all);
        self.angka_kredit.list(&mut all);
        self.tindak_lanjut.list(&mut all);
        self.kelompok.list(&mut all);
        self.jadwal.list(&mut all);
        all
    }

    /// The parameters a run leaned on, in the order of the computation (the Aturan sheet).
    pub fn used(&self, usage: &Usage) -> Vec<ParameterFacts<'_>> {
        let mut all = self.parameter();
        all.retain(|p| p.used(usage));
        all
    }

    /// Keys of the `asumsi` parameters a run leaned on, sorted (JSON `aturan.asumsi`).
    pub fn asumsi(&self, usage: &Usage) -> Vec<String> {
        let mut key: Vec<String> = self
            .used(usage)
            .iter()
            .filter(|p| p.keyakinan == Keyakinan::Asumsi)
            .map(|p| p.key.to_owned())
            .collect();
        key.sort_unstable();
        key
    }
}

/// The built-in ids for a message.
fn list_of_ids() -> String {
    Aturan::built_in().collect::<Vec<_>>().join(", ")
}
