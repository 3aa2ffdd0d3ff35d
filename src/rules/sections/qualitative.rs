//! Sections of the qualitative regime.

use serde::Deserialize;
use toml::Spanned;

use super::FileSection;
use crate::base::figure::Decimal;
use crate::model::skp::{CellColour, UmpanBalikContent};
use crate::model::vocab::{PredikatOrganisasi, Rating};
use crate::rules::load::{Builder, History, RuleFile};
use crate::rules::parameter::{Parameter, ParameterFacts};
use crate::rules::values::{
    AmbangCapaian, AmbangOrganisasi, AmbangPerilaku, AmbangRating, ArtiTerbesar, DaftarBatas, DaftarPredikat, Kuadran,
    PanduanIpk, Pita, Provision, RatingOrganisasi, UmpanBalikWords,
};

section! {
    /// Ratings and quadrant (`aturan.md` 2).
    RatingKualitatif, RatingSection = "rating"
    must {
        /// Rating hasil kerja from umpan balik per RHK.
        rating_hasil_kerja: AmbangRating,
        /// Rating perilaku from the seven values.
        rating_perilaku: AmbangPerilaku,
        /// Figures that a row of perilaku may hold; none of them is a rating.
        skala_perilaku: Pita,
        /// Who decides where several could.
        urutan_penentu: Provision,
        /// Head of a unit, by predikat organisasi.
        rating_pimpinan: RatingOrganisasi,
        /// The quadrant.
        kuadran: Kuadran,
        /// What the law leaves for tugas belajar that was not finished.
        predikat_tidak_lulus: DaftarPredikat,
        /// Guidance by IPK for tugas belajar, shown and never a mark.
        panduan_ipk: PanduanIpk,
    }
    may {
        /// Rating from capaian: an agency's own thresholds, no default.
        ambang_capaian: AmbangCapaian,
        /// Rating of a BerAKHLAK value from a figure: an agency's own thresholds, no default.
        ambang_perilaku: AmbangCapaian,
        /// Predikat organisasi from the organisation's capaian: an agency's own thresholds, no default.
        ambang_organisasi: AmbangOrganisasi,
        /// What an agency's words and symbols of umpan balik mean, no default.
        kata_umpan_balik: UmpanBalikWords,
    }
}

impl RatingKualitatif {
    /// The rating that an agency's table gives for words or symbols of an umpan balik.
    pub fn translate(&self, words: &str) -> Option<Rating> {
        self.kata_umpan_balik.as_ref()?.nilai.rating(words)
    }

    /// The rating that an umpan balik is, or that an agency's table gives for it.
    pub fn rating_of(&self, said: &UmpanBalikContent) -> Option<Rating> {
        match said {
            UmpanBalikContent::Rating(rating) => Some(*rating),
            UmpanBalikContent::Words(words) => self.translate(words),
            UmpanBalikContent::Colour(colour) => self.rating_of_colour(colour),
        }
    }

    /// The rating that an agency's table gives for a colour.
    pub fn rating_of_colour(&self, colour: &CellColour) -> Option<Rating> {
        self.kata_umpan_balik.as_ref()?;
        colour.words().find_map(|words| self.translate(&words))
    }

    /// The rating that an agency's thresholds give for a figure of perilaku on the scale. Whoever takes it notes
    /// `ambang_perilaku`; so it is with the words of [`Self::translate`].
    pub fn rating_of_perilaku(&self, angka: Decimal) -> Option<Rating> {
        let on_scale = self.skala_perilaku.nilai.holds(angka);
        let ambang = self.ambang_perilaku.as_ref().filter(|_| on_scale)?;
        Some(ambang.nilai.rating(angka))
    }
}

section! {
    /// Distribution by predikat organisasi (`aturan.md` 2).
    DistribusiOrganisasi, DistribusiOrganisasiSection = "distribusi_organisasi"
    must {
        /// Organisasi Istimewa.
        organisasi_istimewa: DaftarBatas,
        /// Organisasi Baik.
        organisasi_baik: DaftarBatas,
        /// Organisasi Butuh Perbaikan.
        organisasi_butuh_perbaikan: DaftarBatas,
        /// Organisasi Kurang.
        organisasi_kurang: DaftarBatas,
        /// Organisasi Sangat Kurang.
        organisasi_sangat_kurang: DaftarBatas,
        /// What "largest group" means.
        arti_terbesar: ArtiTerbesar,
    }
    may {}
}

impl DistribusiOrganisasi {
    /// The rules under a predikat organisasi.
    pub const fn untuk(&self, organisasi: PredikatOrganisasi) -> &Parameter<DaftarBatas> {
        match organisasi {
            PredikatOrganisasi::Istimewa => &self.organisasi_istimewa,
            PredikatOrganisasi::Baik => &self.organisasi_baik,
            PredikatOrganisasi::ButuhPerbaikan => &self.organisasi_butuh_perbaikan,
            PredikatOrganisasi::Kurang => &self.organisasi_kurang,
            PredikatOrganisasi::SangatKurang => &self.organisasi_sangat_kurang,
        }
    }
}

/// What only the qualitative set has.
#[derive(Debug, Clone)]
pub struct Kualitatif {
    /// Ratings and quadrant.
    pub rating: RatingKualitatif,
    /// Distribution.
    pub distribusi: DistribusiOrganisasi,
}
