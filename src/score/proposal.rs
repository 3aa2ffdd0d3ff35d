//! The engine's proposal of a rating in 6/2022: from umpan balik per RHK, or from the seven
//! BerAKHLAK values (`aturan.md` 2). It proposes; the pejabat penilai decides.

use crate::base::figure::Desimal;
use crate::base::origin::Origin;
use crate::model::vocab::{AspekPerilaku, JenisRhk, Rating, SumberPenilai};
use crate::model::{Pegawai, Periode, RencanaHasilKerja, Skala, State};
use crate::rules::values::AmbangRating;

/// Why an RHK or a value has no rating that could be counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TanpaRating {
    /// Nothing is given.
    Kosong(Origin),
    /// Unlike ones are given.
    Beda(Origin),
    /// A figure where a rating is due.
    Angka(Origin),
    /// A cell that cannot be read; a problem of reading tells it.
    TidakTerbaca,
}

/// Umpan balik of an RHK: from the yearly row, else the last period that has one. Pooled over its
/// indicators; empty cells are passed over.
pub fn umpan_balik(rhk: &RencanaHasilKerja, periode: Periode) -> Result<Rating, TanpaRating> {
    let given = || rhk.umpan_balik.iter().filter(|u| !u.rating.is_empty());
    let yearly = given().any(|u| u.periode == periode);
    let inside = |p: Periode| {
        p.tahun() == periode.tahun() && p.bulan_awal() >= periode.bulan_awal() && p.bulan_akhir() <= periode.bulan_akhir()
    };
    let last = given().filter(|u| inside(u.periode)).map(|u| u.periode.bulan_akhir()).max();
    let chosen = given().filter(|u| {
        if yearly {
            u.periode == periode
        } else {
            inside(u.periode) && Some(u.periode.bulan_akhir()) == last
        }
    });
    alike(chosen.map(|u| (u.rating.at, u.rating.get().copied())), rhk.at)
}

/// The one rating that all cells agree on.
fn alike(cells: impl Iterator<Item = (Origin, Option<Rating>)>, at: Origin) -> Result<Rating, TanpaRating> {
    let mut found = Err(TanpaRating::Kosong(at));
    for (cell, rating) in cells {
        let Some(rating) = rating else {
            return Err(TanpaRating::TidakTerbaca);
        };
        match found {
            Ok(r) if r != rating => return Err(TanpaRating::Beda(cell)),
            _ => found = Ok(rating),
        }
    }
    found
}

/// Rating of a BerAKHLAK value by the atasan's rows.
pub fn nilai_perilaku(pegawai: &Pegawai, aspek: AspekPerilaku) -> Result<Rating, TanpaRating> {
    let at = pegawai.perilaku.first().map_or(pegawai.at, |r| r.at);
    let rows = || {
        pegawai
            .perilaku
            .iter()
            .filter(move |r| r.aspek.get() == Some(&aspek) && !r.nilai.is_empty())
            .filter(|r| {
                r.penilai
                    .or_default(SumberPenilai::Atasan)
                    .is_none_or(|s| s == SumberPenilai::Atasan)
            })
    };
    if let Some(row) = rows().find(|r| matches!(r.nilai.state, State::Given(Skala::Angka(_)))) {
        return Err(TanpaRating::Angka(row.nilai.at));
    }
    let cells = rows().map(|r| {
        let rating = match r.nilai.state {
            // Whose row it is cannot be read: it may be the atasan's.
            _ if r.penilai.is_faulty() => None,
            State::Given(Skala::Rating(rating)) => Some(rating),
            _ => None,
        };
        (r.nilai.at, rating)
    });
    alike(cells, at)
}

/// A rating to be counted: an RHK's or a value's.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Item {
    /// Its rating.
    pub rating: Rating,
    /// It must not be below for the whole to be above: an RHK utama, any value.
    pub penentu: bool,
}

/// Whether an RHK is one that must not be below.
pub const fn penentu(jenis: JenisRhk) -> bool {
    matches!(jenis, JenisRhk::Utama)
}

/// How many are above, at and below.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Hitung {
    /// Di atas ekspektasi.
    pub di_atas: u32,
    /// Sesuai ekspektasi.
    pub sesuai: u32,
    /// Di bawah ekspektasi.
    pub di_bawah: u32,
    /// One that must not be below is.
    pub penentu_di_bawah: bool,
}

impl Hitung {
    /// Counts.
    pub fn dari(butir: impl Iterator<Item = Item>) -> Self {
        let mut h = Self::default();
        for b in butir {
            match b.rating {
                Rating::DiAtas => h.di_atas += 1,
                Rating::Sesuai => h.sesuai += 1,
                Rating::DiBawah => {
                    h.di_bawah += 1;
                    h.penentu_di_bawah |= b.penentu;
                }
            }
        }
        h
    }

    /// All of them.
    pub const fn jumlah(&self) -> u32 {
        self.di_atas + self.sesuai + self.di_bawah
    }

    /// The rating by the law's order (2) to (5); `None` = the penilai must decide.
    pub fn rating(&self, ambang: &AmbangRating) -> Option<Rating> {
        let n = Desimal::from(self.jumlah());
        let lebih = |count: u32, persen: Desimal| {
            // Both sides stay far below 28 digits: persen is at most 100, counts fit 32 bits.
            Desimal::from(count) * Desimal::ONE_HUNDRED > persen * n
        };
        if lebih(self.di_atas, ambang.di_atas) && !self.penentu_di_bawah {
            Some(Rating::DiAtas)
        } else if lebih(self.di_bawah, ambang.di_bawah) {
            Some(Rating::DiBawah)
        } else if lebih(self.di_atas + self.sesuai, ambang.sesuai) {
            Some(Rating::Sesuai)
        } else {
            None
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::uji::{d, g, rhk};
    use super::*;
    use crate::model::skp::UmpanBalik;

    const AMBANG: fn() -> AmbangRating = || AmbangRating {
        di_atas: d("50"),
        di_bawah: d("50"),
        sesuai: d("50"),
    };

    fn propose(utama: &str, tambahan: &str) -> Option<Rating> {
        let rating = |c| match c {
            'A' => Rating::DiAtas,
            'S' => Rating::Sesuai,
            _ => Rating::DiBawah,
        };
        let butir = utama
            .chars()
            .map(|c| (c, true))
            .chain(tambahan.chars().map(|c| (c, false)))
            .map(|(c, penentu)| Item {
                rating: rating(c),
                penentu,
            });
        Hitung::dari(butir).rating(&AMBANG())
    }

    #[test]
    fn the_order_of_the_law_decides() {
        assert_eq!(propose("AAS", ""), Some(Rating::DiAtas));
        assert_eq!(propose("AS", ""), Some(Rating::Sesuai)); // exactly half above is not more than half
        assert_eq!(propose("AAB", ""), Some(Rating::Sesuai)); // an RHK utama below
        assert_eq!(propose("AA", "B"), Some(Rating::DiAtas)); // a tambahan below does not count against it
        assert_eq!(propose("BBS", ""), Some(Rating::DiBawah));
        assert_eq!(propose("BS", ""), None); // exactly half below
        assert_eq!(propose("SSB", ""), Some(Rating::Sesuai));
        assert_eq!(propose("B", "A"), None);
    }

    fn dengan(rows: &[(&str, Option<Rating>)]) -> RencanaHasilKerja {
        let mut r = rhk("1", JenisRhk::Utama, vec![]);
        r.umpan_balik = rows
            .iter()
            .map(|(p, x)| UmpanBalik {
                periode: p.parse().unwrap(),
                rating: x.map_or_else(super::super::uji::e, g),
            })
            .collect();
        r
    }

    #[test]
    fn umpan_balik_is_the_yearly_one_else_the_last() {
        use Rating::{DiAtas, DiBawah, Sesuai};
        let p = Periode::Tahun(2025);
        let r = dengan(&[
            ("2025-TW1", Some(DiBawah)),
            ("2025", Some(DiAtas)),
            ("2025-TW4", Some(Sesuai)),
        ]);
        assert_eq!(umpan_balik(&r, p), Ok(DiAtas));
        let r = dengan(&[("2025-TW1", Some(DiBawah)), ("2025-TW3", Some(Sesuai)), ("2025-TW4", None)]);
        assert_eq!(umpan_balik(&r, p), Ok(Sesuai));
        let r = dengan(&[("2025", Some(DiAtas)), ("2025", None), ("2025", Some(Sesuai))]);
        assert!(matches!(umpan_balik(&r, p), Err(TanpaRating::Beda(_))));
        assert!(matches!(umpan_balik(&dengan(&[]), p), Err(TanpaRating::Kosong(_))));
    }
}
