//! The engine's proposal of a rating in 6/2022: from umpan balik per RHK, or from the seven
//! BerAKHLAK values (`aturan.md` 2). It proposes; the pejabat penilai decides.
//!
//! Only counting and reading stand here; who decides is in [`super::kualitatif`].

use crate::base::figure::Decimal;
use crate::base::origin::Origin;
use crate::model::skp::UmpanBalik;
use crate::model::vocab::{AspekPerilaku, JenisRhk, PenilaiKind, Rating};
use crate::model::{NilaiPerilaku, Pegawai, Periode, RencanaHasilKerja, Scale, State};
use crate::rules::RatingKualitatif;
use crate::rules::values::{AmbangPerilaku, AmbangRating};

/// Why an RHK or a value has no rating that could be counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NoRating {
    /// Nothing is given.
    Missing(Origin),
    /// Unlike ones are given; one of the cells.
    Unlike(Origin),
    /// A figure where a rating is due.
    Figure(Origin),
    /// Words, symbols or stars that are no rating, and that no agency's table translates.
    Words(Origin),
    /// A cell that cannot be read; a problem of reading tells it.
    Unreadable,
}

/// What one cell gives.
type RatingMark = Result<Rating, NoRating>;

/// The umpan balik of an RHK that count: the yearly ones, else those of the last period that has
/// any. Pooled over its indicators; empty cells are passed over.
pub fn current_umpan_balik(rhk: &RencanaHasilKerja, periode: Periode) -> impl Iterator<Item = &UmpanBalik> {
    let given = || rhk.umpan_balik.iter().filter(|u| u.says());
    let yearly = given().any(|u| u.periode == periode);
    let last = given()
        .filter(|u| u.periode.within(periode))
        .map(|u| u.periode.last_bulan())
        .max();
    let counts = move |u: &&UmpanBalik| {
        if yearly {
            u.periode == periode
        } else {
            u.periode.within(periode) && Some(u.periode.last_bulan()) == last
        }
    };
    // A cell beside one with words is coloured for some other reason.
    let written = given().filter(counts).any(|u| u.colour().is_none());
    given().filter(counts).filter(move |u| !written || u.colour().is_none())
}

/// Rating of an RHK by its umpan balik.
pub fn umpan_balik(rhk: &RencanaHasilKerja, periode: Periode, rules: &RatingKualitatif) -> RatingMark {
    let cells = current_umpan_balik(rhk, periode).map(|u| {
        (
            u.content.at,
            match &u.content.state {
                State::Given(said) => rules.rating_of(said).ok_or(NoRating::Words(u.content.at)),
                _ => Err(NoRating::Unreadable),
            },
        )
    });
    // Where a form has an open cell for it, that is where it is missing.
    let open = rhk.umpan_balik.iter().rfind(|u| !u.says());
    alike(cells, open.map_or(rhk.at, |u| u.content.at))
}

/// The one rating that all cells agree on.
fn alike(cells: impl Iterator<Item = (Origin, RatingMark)>, at: Origin) -> RatingMark {
    let mut found = Err(NoRating::Missing(at));
    for (cell, mark) in cells {
        match (found, mark?) {
            (Ok(r), rating) if r != rating => return Err(NoRating::Unlike(cell)),
            (_, rating) => found = Ok(rating),
        }
    }
    found
}

/// The atasan's rows for a value.
pub fn atasan_rows(pegawai: &Pegawai, aspek: AspekPerilaku) -> impl Iterator<Item = &NilaiPerilaku> {
    pegawai
        .perilaku
        .iter()
        .filter(move |r| r.aspek.get() == Some(&aspek) && !r.nilai.is_empty())
        .filter(|r| by_atasan(r))
}

/// Whether a row is the atasan's, or may be.
pub fn by_atasan(row: &NilaiPerilaku) -> bool {
    row.penilai
        .or_default(PenilaiKind::Atasan)
        .is_none_or(|s| s == PenilaiKind::Atasan)
}

/// Rating of a BerAKHLAK value by the atasan's rows.
pub fn nilai_perilaku(pegawai: &Pegawai, aspek: AspekPerilaku, rules: &RatingKualitatif) -> RatingMark {
    let at = pegawai.perilaku.first().map_or(pegawai.at, |r| r.at);
    let figure = |r: &&NilaiPerilaku| match r.nilai.state {
        State::Given(Scale::Angka(x)) => rules.rating_of_perilaku(x).is_none(),
        _ => false,
    };
    if let Some(row) = atasan_rows(pegawai, aspek).find(figure) {
        return Err(NoRating::Figure(row.nilai_at()));
    }
    let cells = atasan_rows(pegawai, aspek).map(|r| {
        let mark = match &r.nilai.state {
            _ if r.penilai.is_faulty() => Err(NoRating::Unreadable),
            State::Given(Scale::Rating(rating)) => Ok(*rating),
            State::Given(Scale::Angka(x)) => rules.rating_of_perilaku(*x).ok_or(NoRating::Figure(r.nilai_at())),
            State::Given(Scale::Words(words)) => rules.translate(words).ok_or(NoRating::Words(r.nilai_at())),
            State::Given(Scale::Colour(colour)) => rules.rating_of_colour(colour).ok_or(NoRating::Words(r.nilai_at())),
            _ => Err(NoRating::Unreadable),
        };
        (r.nilai_at(), mark)
    });
    alike(cells, at)
}

/// How many are above, at and below, and how many of the RHK utama are below.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct RatingCounts {
    /// Di atas ekspektasi.
    pub above: u32,
    /// Sesuai ekspektasi.
    pub at: u32,
    /// Di bawah ekspektasi.
    pub below: u32,
    /// RHK utama among them.
    pub utama: u32,
    /// RHK utama di bawah ekspektasi.
    pub utama_below: u32,
}

impl RatingCounts {
    /// Counts one RHK.
    pub fn add(&mut self, rating: Rating, jenis: JenisRhk) {
        let utama = u32::from(matches!(jenis, JenisRhk::Utama));
        self.utama += utama;
        match rating {
            Rating::DiAtas => self.above += 1,
            Rating::Sesuai => self.at += 1,
            Rating::DiBawah => {
                self.below += 1;
                self.utama_below += utama;
            }
        }
    }

    /// All of them.
    pub const fn total(&self) -> u32 {
        self.above + self.at + self.below
    }

    /// Whether more than so many per cent of the total are at or above.
    pub fn mostly_at_least(&self, ambang: &AmbangRating) -> bool {
        more_than(self.above + self.at, ambang.sesuai, self.total())
    }

    /// Whether the RHK utama below are only a small part of the RHK utama; never where there are none.
    pub fn few_utama_below(&self, ambang: &AmbangRating) -> bool {
        hundredfold(self.utama_below) < ambang.utama_di_bawah * Decimal::from(self.utama)
    }

    /// The rating of hasil kerja by the law's order (2) to (5); `None` = the penilai must decide.
    pub fn hasil_kerja(&self, ambang: &AmbangRating) -> Option<Rating> {
        if more_than(self.above, ambang.di_atas, self.total()) && self.utama_below == 0 {
            Some(Rating::DiAtas)
        } else if more_than(self.below, ambang.di_bawah, self.total()) {
            Some(Rating::DiBawah)
        } else if self.mostly_at_least(ambang) && self.few_utama_below(ambang) {
            Some(Rating::Sesuai)
        } else {
            None
        }
    }

    /// Counts one BerAKHLAK value.
    pub fn add_value(&mut self, rating: Rating) {
        match rating {
            Rating::DiAtas => self.above += 1,
            Rating::Sesuai => self.at += 1,
            Rating::DiBawah => self.below += 1,
        }
    }

    /// The rating of perilaku by the order (2) to (5); `None` = the penilai must decide.
    pub fn perilaku(&self, ambang: &AmbangPerilaku) -> Option<Rating> {
        if self.below > 0 {
            more_than(self.below, ambang.di_bawah, self.total()).then_some(Rating::DiBawah)
        } else if more_than(self.above, ambang.di_atas, self.total()) {
            Some(Rating::DiAtas)
        } else {
            Some(Rating::Sesuai)
        }
    }
}

fn hundredfold(count: u32) -> Decimal {
    // Both sides of a comparison stay far below 28 digits: per cents are at most 100, counts fit 32 bits.
    Decimal::from(count) * Decimal::ONE_HUNDRED
}

fn more_than(count: u32, percent: Decimal, total: u32) -> bool {
    hundredfold(count) > percent * Decimal::from(total)
}

#[cfg(test)]
mod tests {
    use super::super::uji::{g, rhk};
    use super::*;
    use crate::model::skp::UmpanBalikContent;

    fn rules() -> RatingKualitatif {
        let aturan = crate::rules::Aturan::load("permenpanrb-6-2022", Periode::Tahun(2025)).unwrap();
        aturan.kualitatif().unwrap().rating.clone()
    }

    fn rating(c: char) -> Rating {
        match c {
            'A' => Rating::DiAtas,
            'S' => Rating::Sesuai,
            _ => Rating::DiBawah,
        }
    }

    fn proposed(utama: &str, tambahan: &str) -> Option<Rating> {
        let mut counts = RatingCounts::default();
        for (all, jenis) in [(utama, JenisRhk::Utama), (tambahan, JenisRhk::Tambahan)] {
            all.chars().for_each(|c| counts.add(rating(c), jenis));
        }
        counts.hasil_kerja(rules().rating_hasil_kerja.shown())
    }

    #[test]
    fn the_order_of_the_law_decides() {
        assert_eq!(proposed("AAS", ""), Some(Rating::DiAtas));
        assert_eq!(proposed("AS", ""), Some(Rating::Sesuai)); // exactly half above is not more than half
        assert_eq!(proposed("AAB", ""), Some(Rating::Sesuai)); // an RHK utama below
        assert_eq!(proposed("AA", "B"), Some(Rating::DiAtas)); // a tambahan below does not count against it
        assert_eq!(proposed("BBS", ""), Some(Rating::DiBawah));
        assert_eq!(proposed("BS", ""), None); // exactly half below
        assert_eq!(proposed("SSB", ""), Some(Rating::Sesuai));
        assert_eq!(proposed("B", "A"), None);
    }

    #[test]
    fn sesuai_needs_fewer_than_half_of_the_utama_below() {
        assert_eq!(proposed("BB", "SSS"), None); // 3 of 5 at least sesuai, and every utama below
        assert_eq!(proposed("BS", "SS"), None); // exactly half of them
        assert_eq!(proposed("BSS", "S"), Some(Rating::Sesuai));
        assert_eq!(proposed("ABB", "AA"), None);
        assert_eq!(proposed("", "SSS"), None); // no RHK utama
        assert_eq!(proposed("", "AAA"), Some(Rating::DiAtas));
        assert_eq!(proposed("", "BB"), Some(Rating::DiBawah));
    }

    #[test]
    fn a_value_below_is_never_silently_sesuai() {
        let rules = rules();
        let proposed = |values: &str| {
            let mut counts = RatingCounts::default();
            values.chars().for_each(|c| counts.add_value(rating(c)));
            counts.perilaku(rules.rating_perilaku.shown())
        };
        assert_eq!(proposed("AAAASSS"), Some(Rating::DiAtas));
        assert_eq!(proposed("AAASSSS"), Some(Rating::Sesuai));
        assert_eq!(proposed("SSSSSSB"), None);
        assert_eq!(proposed("AAAAAAB"), None);
        assert_eq!(proposed("BBBSSSS"), None);
        assert_eq!(proposed("BBBBAAA"), Some(Rating::DiBawah));
    }

    fn with(rows: &[(&str, &str)]) -> RencanaHasilKerja {
        let mut r = rhk("1", JenisRhk::Utama, vec![]);
        r.umpan_balik = rows
            .iter()
            .map(|(periode, content)| UmpanBalik {
                periode: periode.parse().unwrap(),
                content: match *content {
                    "A" | "S" | "B" => g(UmpanBalikContent::Rating(rating(content.chars().next().unwrap()))),
                    words => g(UmpanBalikContent::Words(words.into())),
                },
            })
            .collect();
        r
    }

    #[test]
    fn umpan_balik_is_the_yearly_one_else_that_of_the_last_period_that_has_any() {
        use Rating::{DiAtas, Sesuai};
        let (p, rules) = (Periode::Tahun(2025), rules());
        let read = |rows: &[(&str, &str)]| umpan_balik(&with(rows), p, &rules);
        assert_eq!(read(&[("2025-TW1", "B"), ("2025", "A"), ("2025-TW4", "S")]), Ok(DiAtas));
        assert_eq!(read(&[("2025-TW1", "B"), ("2025-TW3", "S")]), Ok(Sesuai));
        assert!(matches!(read(&[("2025", "A"), ("2025", "S")]), Err(NoRating::Unlike(_))));
        assert!(matches!(read(&[("2025", "S"), ("2025", "bagus")]), Err(NoRating::Words(_))));
        assert_eq!(read(&[("2025-TW1", "bagus"), ("2025-TW4", "S")]), Ok(Sesuai)); // prose of a period that does not count
        assert!(matches!(read(&[]), Err(NoRating::Missing(_))));
    }
}
