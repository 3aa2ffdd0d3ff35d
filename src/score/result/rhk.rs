//! Results of RHK and indicators.

use std::borrow::Cow;

use jiff::civil::Date;

use crate::base::figure::{Decimal, Fraction, KeptFraction};
use crate::base::ids::IndikatorNo;
use crate::model::vocab::{Predikat, Rating};
use crate::model::{PegawaiId, RhkId, Text};

/// Results of the RHK of everybody. They are most of what a run computes, and what hangs on a person alone can do without
/// them, so that they are kept apart.
#[derive(Debug, Default)]
pub struct RhkResults(Vec<Box<[HasilRhk]>>);

impl RhkResults {
    /// Room for so many people.
    pub(in crate::score) fn of(people: usize) -> Self {
        Self(Vec::with_capacity(people))
    }

    /// Those of the next person.
    pub(in crate::score) fn push(&mut self, rhk: Vec<HasilRhk>) {
        self.0.push(rhk.into_boxed_slice());
    }

    /// Those of the people that follow.
    pub(in crate::score) fn append(&mut self, next: Self) {
        self.0.extend(next.0);
    }

    /// The RHK of a person's postings that count.
    pub fn of_person(&self, id: PegawaiId) -> &[HasilRhk] {
        &self.0[id]
    }

    /// Person by person, in the order of [`crate::model::Data::pegawai`].
    pub fn by_person(&self) -> impl Iterator<Item = &[HasilRhk]> {
        self.0.iter().map(|of| &**of)
    }

    /// All of them.
    pub fn all(&self) -> impl Iterator<Item = &HasilRhk> {
        self.0.iter().flatten()
    }
}

impl FromIterator<Vec<HasilRhk>> for RhkResults {
    fn from_iter<I: IntoIterator<Item = Vec<HasilRhk>>>(people: I) -> Self {
        Self(people.into_iter().map(Vec::into_boxed_slice).collect())
    }
}

/// Result of an RHK.
#[derive(Debug, Clone)]
pub struct HasilRhk {
    /// Which.
    pub id: RhkId,
    /// `utama` or `tambahan`; `null` if unreadable.
    pub jenis: Option<crate::model::vocab::JenisRhk>,
    /// Posting it belongs to, where there are several.
    pub mulai: Option<Date>,
    /// Own nilai, 2 decimals.
    pub nilai: Option<Decimal>,
    /// Weighted nilai (8/2021 JA/JF; of a tambahan its points), 2 decimals.
    pub weighted_nilai: Option<Decimal>,
    /// Kategori of the RHK where the rule set has one.
    pub kategori: Option<Predikat>,
    /// Umpan balik that counts (6/2022).
    pub umpan_balik: Option<Rating>,
    /// Umpan balik that counts where it is no rating, as written.
    pub kata_umpan_balik: Option<Text>,
    /// Indicators.
    pub indikator: Vec<HasilIndikator>,
}

/// Result of an indicator.
#[derive(Debug, Clone)]
pub struct HasilIndikator {
    /// Index in [`crate::model::RencanaHasilKerja::indikator`].
    pub index: IndikatorNo,
    /// Aspek.
    pub aspek: Option<crate::model::vocab::Aspek>,
    /// Number within the aspek.
    pub no: u32,
    /// Combined realisasi of the year, or the text; `null` when missing.
    pub realisasi: Option<NilaiRealisasi>,
    /// Capaian in per cent, rounded by the rule set, 0–120.
    pub capaian: Option<Decimal>,
    /// Kategori of the capaian.
    pub kategori: Option<Predikat>,
    /// See [`HasilIndikator::nilai`]: few have one, and there are millions of indicators.
    pub kept_nilai: Option<Box<Decimal>>,
}

impl HasilIndikator {
    /// Nilai of the indicator (8/2021 JPT), 2 decimals.
    pub fn nilai(&self) -> Option<Decimal> {
        self.kept_nilai.as_deref().copied()
    }
}

/// The year's realisasi of an indicator. A figure is kept as a fraction (a mean of periods is not
/// rounded, `aturan.md` 1.7) and printed as the shortest decimal.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum NilaiRealisasi {
    /// A figure.
    Angka(KeptFraction),
    /// Words, which only 6/2022 allows.
    Text(Text),
}

impl NilaiRealisasi {
    /// In digits, or as written.
    pub fn words(&self) -> Cow<'_, str> {
        match self {
            Self::Angka(r) => Cow::Owned(shortest(r.get())),
            Self::Text(t) => Cow::Borrowed(t),
        }
    }
}

/// A fraction as the shortest decimal that is exactly it (`12`, `0.125`); one that has no end
/// (a mean of three) with six decimals.
pub fn shortest(r: Fraction) -> String {
    let (numer, denom) = r.parts();
    if denom == 1 {
        return numer.to_string();
    }
    let mut rest = denom;
    let (mut twos, mut fives) = (0_u32, 0_u32);
    while rest % 2 == 0 {
        rest /= 2;
        twos += 1;
    }
    while rest % 5 == 0 {
        rest /= 5;
        fives += 1;
    }
    let digits = if rest == 1 { twos.max(fives) } else { 6 };
    r.round(digits)
        .map_or_else(|_| format!("{numer}/{denom}"), |d| d.normalize().to_string())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_fraction_is_shown_as_its_shortest_decimal() {
        for (n, d, text) in [
            (12, 1, "12"),
            (1, 8, "0.125"),
            (3, 5, "0.6"),
            (1, 20, "0.05"),
            (1, 40, "0.025"),
            (7, 250, "0.028"),
            (1, 100, "0.01"),
            (10, 3, "3.333333"),
            (1, 6, "0.166667"),
            (1, 15, "0.066667"),
            (1, 1_000_000_000, "0.000000001"),
        ] {
            assert_eq!(shortest(Fraction::new(n, d).unwrap()), text, "{n}/{d}");
        }
    }
}
