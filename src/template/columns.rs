//! What a column of the empty workbook is: note, sample, and what a cell may hold. The columns
//! themselves are in [`super::daftar`].

use crate::model::vocab::Word;

use super::Bentuk;

/// What a cell of a column may hold.
#[derive(Debug, Clone, Copy)]
pub(super) enum Isi {
    /// Any text.
    Text,
    /// A NIP: text-formatted, 18 digits.
    Nip,
    /// Text-formatted, so that Excel makes no number or date of it.
    Kode,
    /// A date.
    Tanggal,
    /// A figure between these.
    Angka(f64, f64),
    /// A figure, range or text.
    Bebas,
    /// One of these words.
    Pilihan(fn() -> Vec<&'static str>),
}

/// A column.
#[derive(Debug, Clone, Copy)]
pub(super) struct Kolom {
    /// Canonical name.
    pub(super) nama: &'static str,
    /// A row is of no use without it.
    pub(super) wajib: bool,
    /// Width in characters.
    pub(super) lebar: u32,
    pub(super) isi: Isi,
    /// What the sample row shows; dates in ISO form.
    pub(super) sampel: &'static str,
    /// The note on the header.
    pub(super) catatan: &'static str,
    /// The workbooks that have it.
    pub(super) untuk: &'static [Bentuk],
}

/// A sheet.
#[derive(Debug, Clone)]
pub(super) struct Lembar {
    pub(super) nama: &'static str,
    /// One line for the guide.
    pub(super) guna: &'static str,
    pub(super) kolom: Vec<Kolom>,
}

/// Every kind of workbook.
pub(super) const SEMUA: &[Bentuk] = &[Bentuk::Kualitatif, Bentuk::Numerik30, Bentuk::Numerik8];

/// An obligatory column.
pub(super) const fn wajib(nama: &'static str, lebar: u32, isi: Isi, sampel: &'static str, catatan: &'static str) -> Kolom {
    Kolom {
        nama,
        wajib: true,
        lebar,
        isi,
        sampel,
        catatan,
        untuk: SEMUA,
    }
}

/// A column that may stay empty.
pub(super) const fn boleh(nama: &'static str, lebar: u32, isi: Isi, sampel: &'static str, catatan: &'static str) -> Kolom {
    Kolom {
        wajib: false,
        ..wajib(nama, lebar, isi, sampel, catatan)
    }
}

impl Kolom {
    /// Only in these workbooks.
    pub(super) const fn untuk(self, untuk: &'static [Bentuk]) -> Self {
        Self { untuk, ..self }
    }
}

/// The words of a vocabulary.
pub(super) fn kata<W: Word>() -> Vec<&'static str> {
    W::ALL.iter().map(|w| w.as_str()).collect()
}

/// The sheets of a kind of workbook.
pub(super) fn lembar(bentuk: Bentuk) -> Vec<Lembar> {
    super::sheets::LEMBAR
        .iter()
        .map(|&(nama, guna, kolom)| Lembar {
            nama,
            guna,
            kolom: kolom.iter().filter(|k| k.untuk.contains(&bentuk)).copied().collect(),
        })
        // A sheet of which only the NIP is left is of no use in this workbook (`penilaian`).
        .filter(|l| l.kolom.len() > 1)
        .collect()
}
