//! The law as data: every number with its `acuan` and `keyakinan`, in `data/*.toml`.

use crate::model::vocab::Predikat;

/// How sure a parameter is (`aturan.md`, opening table).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, serde::Serialize, serde::Deserialize)]
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

/// Which way of arriving at a predikat.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Rezim {
    /// Figures, weights, bands.
    Numerik,
    /// Two ratings and the quadrant.
    Kualitatif,
}

/// A rule set, complete: what it extends is merged in.
#[derive(Debug)]
pub struct Aturan {
    /// `pp-30-2019`, `permenpanrb-8-2021`, `permenpanrb-6-2022` or an agency's own.
    pub id: String,
    /// Regime.
    pub rezim: Rezim,
}

impl Aturan {
    /// Label of a predikat in this rule set (Cukup, or Butuh Perbaikan).
    pub fn label(&self, predikat: Predikat) -> &'static str {
        use crate::model::vocab::Word;
        match (self.rezim, predikat) {
            (Rezim::Kualitatif, Predikat::Cukup) => "Butuh Perbaikan",
            _ => predikat.as_str(),
        }
    }
}
