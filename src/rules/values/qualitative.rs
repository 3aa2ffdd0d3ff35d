//! Values of the qualitative regime: ratings and quadrant, and what an agency may add to them.

use std::collections::BTreeMap;

use serde::Deserialize;

use super::{ParameterValue, butuh_perbaikan, join_with, merge, persen};
use crate::base::figure::{Decimal, with_comma};
use crate::base::text::match_key;
use crate::model::Text;
use crate::model::vocab::{Predikat, PredikatOrganisasi, Rating, Word};

/// Shares (per cent) at which umpan balik of the RHK make a rating.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AmbangRating {
    /// More than this per cent above (and none of those that must not be below is): di atas.
    pub di_atas: Decimal,
    /// More than this per cent below: di bawah.
    pub di_bawah: Decimal,
    /// More than this per cent at or above, and `utama_di_bawah` holds: sesuai.
    pub sesuai: Decimal,
    /// Sesuai only while the RHK utama below are less than this per cent of the RHK utama.
    pub utama_di_bawah: Decimal,
}

impl ParameterValue for AmbangRating {
    fn display(&self) -> String {
        format!(
            "> {}% di atas dan tidak ada RHK utama di bawah: di atas; > {}% di bawah: di bawah; > {}% sesuai atau di atas \
             dan < {}% RHK utama di bawah: sesuai; selain itu keputusan penilai",
            with_comma(self.di_atas),
            with_comma(self.di_bawah),
            with_comma(self.sesuai),
            with_comma(self.utama_di_bawah)
        )
    }
    fn validate(&self) -> Result<(), String> {
        persen("di_atas", self.di_atas)?;
        persen("di_bawah", self.di_bawah)?;
        persen("sesuai", self.sesuai)?;
        persen("utama_di_bawah", self.utama_di_bawah)
    }
}

/// Shares (per cent) at which the seven values make a rating of perilaku: each is "more than".
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AmbangPerilaku {
    /// More than this per cent above and none below: di atas; none below: sesuai.
    pub di_atas: Decimal,
    /// More than this per cent below: di bawah; fewer than that: the penilai decides.
    pub di_bawah: Decimal,
}

impl ParameterValue for AmbangPerilaku {
    fn display(&self) -> String {
        format!(
            "tidak ada nilai di bawah: > {}% di atas: di atas, selebihnya sesuai; > {}% di bawah: di bawah; \
             selain itu keputusan penilai",
            with_comma(self.di_atas),
            with_comma(self.di_bawah)
        )
    }
    fn validate(&self) -> Result<(), String> {
        persen("di_atas", self.di_atas)?;
        persen("di_bawah", self.di_bawah)
    }
}

/// What an agency's words and symbols of umpan balik mean, by their key (blanks, letter case and the
/// variants of a symbol do not count).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct UmpanBalikWords(Vec<(Text, Text, Rating)>);

impl UmpanBalikWords {
    /// The rating of an umpan balik, if all of it is one of the words.
    pub fn rating(&self, words: &str) -> Option<Rating> {
        let key = feedback_key(words);
        self.0.iter().find(|(k, ..)| *k == key).map(|(.., r)| *r)
    }
}

/// The key under which two umpan balik are the same words: without what only changes how a symbol is
/// drawn (variation selectors, skin tones).
fn feedback_key(words: &str) -> Text {
    let plain: String = words
        .chars()
        .filter(|c| !matches!(c, '\u{fe0e}' | '\u{fe0f}' | '\u{1f3fb}'..='\u{1f3ff}'))
        .collect();
    match_key(plain.trim_end_matches(['.', '!']))
}

impl<'de> Deserialize<'de> for UmpanBalikWords {
    fn deserialize<D: serde::Deserializer<'de>>(d: D) -> Result<Self, D::Error> {
        let table = BTreeMap::<String, Rating>::deserialize(d)?;
        Ok(Self(
            table
                .into_iter()
                .map(|(words, rating)| (feedback_key(&words), words.into(), rating))
                .collect(),
        ))
    }
}

impl ParameterValue for UmpanBalikWords {
    fn display(&self) -> String {
        merge(self.0.iter().map(|(_, words, rating)| format!("\"{words}\" → {rating}")))
    }
    fn validate(&self) -> Result<(), String> {
        if self.0.is_empty() {
            return Err("tabel belum berisi; tulis misalnya { \"bagus\" = \"sesuai ekspektasi\" }".into());
        }
        for (i, (key, words, rating)) in self.0.iter().enumerate() {
            if key.is_empty() {
                return Err(format!("kata \"{words}\" kosong setelah dirapikan"));
            }
            if let Some((_, other, _)) = self.0[..i].iter().find(|(k, _, r)| k == key && r != rating) {
                return Err(format!("\"{words}\" dan \"{other}\" dibaca sama, tetapi ratingnya berlainan"));
            }
            if Rating::ALL.iter().any(|r| r != rating && **key == *match_key(r.as_str())) {
                return Err(format!("\"{words}\" sudah berupa rating dan tidak dapat berarti {rating}"));
            }
        }
        Ok(())
    }
}

/// One row of the quadrant: predikat by rating perilaku.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct KuadranRow {
    /// Perilaku di bawah ekspektasi.
    pub di_bawah: Predikat,
    /// Perilaku sesuai ekspektasi.
    pub sesuai: Predikat,
    /// Perilaku di atas ekspektasi.
    pub di_atas: Predikat,
}

impl KuadranRow {
    const fn cell(self, perilaku: Rating) -> Predikat {
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
    pub di_atas: KuadranRow,
    /// Hasil kerja sesuai ekspektasi.
    pub sesuai: KuadranRow,
    /// Hasil kerja di bawah ekspektasi.
    pub di_bawah: KuadranRow,
}

impl Kuadran {
    /// The cell.
    pub const fn predikat(&self, hasil_kerja: Rating, perilaku: Rating) -> Predikat {
        match hasil_kerja {
            Rating::DiAtas => self.di_atas.cell(perilaku),
            Rating::Sesuai => self.sesuai.cell(perilaku),
            Rating::DiBawah => self.di_bawah.cell(perilaku),
        }
    }
}

impl ParameterValue for Kuadran {
    fn display(&self) -> String {
        join_with(
            Rating::ALL.iter().map(|&h| {
                let cell = merge(
                    Rating::ALL
                        .iter()
                        .map(|&p| format!("{p} → {}", butuh_perbaikan(self.predikat(h, p)))),
                );
                format!("hasil kerja {h}: perilaku {cell}")
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

impl ParameterValue for RatingOrganisasi {
    fn display(&self) -> String {
        merge(PredikatOrganisasi::ALL.iter().map(|&o| format!("{o} → {}", self.untuk(o))))
    }
}

/// An agency's own thresholds from a figure to a rating: of capaian (per cent), or of a mark of perilaku.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(try_from = "ThresholdsFile")]
pub struct AmbangCapaian {
    /// Di atas ekspektasi.
    pub di_atas: Ambang,
    /// Sesuai ekspektasi; below it: di bawah.
    pub sesuai: Ambang,
}

/// Where a rating begins.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Ambang {
    /// The figure.
    pub angka: Decimal,
    /// Only above it, not at it.
    pub more_than: bool,
}

impl Ambang {
    /// From a figure on, or above one; exactly one of the two.
    const fn of(at: Option<Decimal>, above: Option<Decimal>) -> Option<Self> {
        match (at, above) {
            (Some(angka), None) => Some(Self { angka, more_than: false }),
            (None, Some(angka)) => Some(Self { angka, more_than: true }),
            _ => None,
        }
    }

    /// Whether there is room between this bound and a higher one. From the same figure on there is only
    /// where the figure itself belongs below.
    fn below(self, higher: Self) -> bool {
        self.angka < higher.angka || (self.angka == higher.angka && !self.more_than && higher.more_than)
    }

    /// Whether a figure reaches it.
    pub fn reached(self, angka: Decimal) -> bool {
        if self.more_than {
            angka > self.angka
        } else {
            angka >= self.angka
        }
    }

    fn display(self) -> String {
        format!("{} {}", if self.more_than { ">" } else { "≥" }, with_comma(self.angka))
    }
}

/// As the file writes it: each rating begins at a figure, or above one.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct ThresholdsFile {
    di_atas: Option<Decimal>,
    di_atas_lebih_dari: Option<Decimal>,
    sesuai: Option<Decimal>,
    sesuai_lebih_dari: Option<Decimal>,
}

impl TryFrom<ThresholdsFile> for AmbangCapaian {
    type Error = &'static str;

    fn try_from(b: ThresholdsFile) -> Result<Self, Self::Error> {
        let one = Ambang::of;
        let di_atas = one(b.di_atas, b.di_atas_lebih_dari).ok_or("perlu tepat satu dari `di_atas` dan `di_atas_lebih_dari`")?;
        let sesuai = one(b.sesuai, b.sesuai_lebih_dari).ok_or("perlu tepat satu dari `sesuai` dan `sesuai_lebih_dari`")?;
        Ok(Self { di_atas, sesuai })
    }
}

impl AmbangCapaian {
    /// The rating of a figure.
    pub fn rating(&self, angka: Decimal) -> Rating {
        if self.di_atas.reached(angka) {
            Rating::DiAtas
        } else if self.sesuai.reached(angka) {
            Rating::Sesuai
        } else {
            Rating::DiBawah
        }
    }
}

impl ParameterValue for AmbangCapaian {
    fn display(&self) -> String {
        format!(
            "{}: di atas ekspektasi; {}: sesuai; di bawahnya: di bawah ekspektasi",
            self.di_atas.display(),
            self.sesuai.display()
        )
    }
    fn validate(&self) -> Result<(), String> {
        if self.sesuai.angka <= Decimal::ZERO || !self.sesuai.below(self.di_atas) {
            return Err("ambang harus naik: 0 < `sesuai` < `di_atas`".into());
        }
        Ok(())
    }
}

/// An agency's own thresholds from the organisation's capaian to its predikat: where each begins, from
/// the best; below the last it is Sangat Kurang.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(try_from = "OrganisasiFile")]
pub struct AmbangOrganisasi {
    bounds: [(PredikatOrganisasi, Ambang); 4],
}

/// As the file writes it: each predikat begins at a figure, or above one.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct OrganisasiFile {
    istimewa: Option<Decimal>,
    istimewa_lebih_dari: Option<Decimal>,
    baik: Option<Decimal>,
    baik_lebih_dari: Option<Decimal>,
    butuh_perbaikan: Option<Decimal>,
    butuh_perbaikan_lebih_dari: Option<Decimal>,
    kurang: Option<Decimal>,
    kurang_lebih_dari: Option<Decimal>,
}

impl TryFrom<OrganisasiFile> for AmbangOrganisasi {
    type Error = String;

    fn try_from(f: OrganisasiFile) -> Result<Self, Self::Error> {
        let one = |key: &str, at, above| {
            Ambang::of(at, above).ok_or_else(|| format!("perlu tepat satu dari `{key}` dan `{key}_lebih_dari`"))
        };
        Ok(Self {
            bounds: [
                (
                    PredikatOrganisasi::Istimewa,
                    one("istimewa", f.istimewa, f.istimewa_lebih_dari)?,
                ),
                (PredikatOrganisasi::Baik, one("baik", f.baik, f.baik_lebih_dari)?),
                (
                    PredikatOrganisasi::ButuhPerbaikan,
                    one("butuh_perbaikan", f.butuh_perbaikan, f.butuh_perbaikan_lebih_dari)?,
                ),
                (PredikatOrganisasi::Kurang, one("kurang", f.kurang, f.kurang_lebih_dari)?),
            ],
        })
    }
}

impl AmbangOrganisasi {
    /// The predikat of a capaian.
    pub fn predikat(&self, capaian: Decimal) -> PredikatOrganisasi {
        let reached = self.bounds.iter().find(|(_, bound)| bound.reached(capaian));
        reached.map_or(PredikatOrganisasi::SangatKurang, |(predikat, _)| *predikat)
    }
}

impl ParameterValue for AmbangOrganisasi {
    fn display(&self) -> String {
        let parts = self
            .bounds
            .iter()
            .map(|(predikat, bound)| format!("{}: {predikat}", bound.display()));
        format!(
            "{}; di bawahnya: {}",
            join_with(parts, "; "),
            PredikatOrganisasi::SangatKurang
        )
    }
    fn validate(&self) -> Result<(), String> {
        let falling = self.bounds.windows(2).all(|w| w[1].1.below(w[0].1));
        if !falling || self.bounds[3].1.angka <= Decimal::ZERO {
            return Err("ambang harus turun: `istimewa` > `baik` > `butuh_perbaikan` > `kurang` > 0".into());
        }
        Ok(())
    }
}
