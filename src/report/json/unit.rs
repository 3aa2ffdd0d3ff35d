//! A unit's result with its distribution, in `skp.hasil/1`.

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::{Serialize, Serializer};

use super::{Figure, MaskedWords};
use crate::model::vocab::Word;
use crate::report::mask::Mask;
use crate::score::{AturanDistribusi, Distribusi, HasilUnit, Tally, UnitGroup};

/// A unit with its counts and, where it can be checked, its distribution.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "Unit")]
#[allow(clippy::struct_field_names)] // the keys of the contract
pub struct UnitView<'a> {
    unit_kerja: MaskedWords<'a>,
    unit_induk: Option<MaskedWords<'a>>,
    predikat_organisasi: Option<&'static str>,
    jumlah: u32,
    dinilai: u32,
    rata_rata_nilai: Option<Figure>,
    /// People scored per predikat, best first, in the words of the rule set.
    #[schemars(with = "BTreeMap<String, u32>")]
    predikat: TallyView,
    distribusi: Option<Distribution<'a>>,
}

impl<'a> UnitView<'a> {
    /// The view of a unit's result.
    pub fn new(u: &'a HasilUnit, mask: &'a Mask) -> Self {
        Self {
            unit_kerja: mask.text(&u.unit_kerja),
            unit_induk: u.unit_induk.as_deref().map(|n| mask.text(n)),
            predikat_organisasi: u.predikat_organisasi.map(Word::as_str),
            jumlah: u.count,
            dinilai: u.dinilai,
            rata_rata_nilai: u.average_nilai.map(Figure),
            predikat: TallyView(u.predikat),
            distribusi: u.distribusi.as_ref().map(|d| Distribution::new(&u.kelompok, d, mask)),
        }
    }
}

/// Counts under their labels, in order.
#[derive(Debug)]
struct TallyView(Tally);

impl Serialize for TallyView {
    fn serialize<S: Serializer>(&self, s: S) -> Result<S::Ok, S::Error> {
        s.collect_map(self.0.iter())
    }
}

#[derive(Debug, Serialize, JsonSchema)]
struct Distribution<'a> {
    /// `penilai`, `unit` or `induk`
    kelompok_dasar: &'static str,
    /// People counted: those scored.
    n: u32,
    #[schemars(with = "BTreeMap<String, u32>")]
    predikat: TallyView,
    /// The unit above whose predikat organisasi the pattern goes by.
    #[serde(skip_serializing_if = "Option::is_none")]
    predikat_organisasi_dari: Option<MaskedWords<'a>>,
    /// The year that it is of, where that is not the assessed one.
    #[serde(skip_serializing_if = "Option::is_none")]
    predikat_organisasi_tahun: Option<i16>,
    sesuai: bool,
    mungkin: bool,
    pindah_minimal: Option<u32>,
    aturan: Vec<Bound<'a>>,
}

impl<'a> Distribution<'a> {
    fn new(group: &'a UnitGroup, d: &'a Distribusi, mask: &'a Mask) -> Self {
        Self {
            kelompok_dasar: group.basis.as_str(),
            n: d.n,
            predikat: TallyView(d.predikat),
            predikat_organisasi_dari: group.organisasi_source.as_deref().map(|u| mask.text(u)),
            predikat_organisasi_tahun: group.organisasi_year,
            sesuai: d.sesuai,
            mungkin: d.possible,
            pindah_minimal: d.least_moves,
            aturan: d.aturan.iter().map(Bound::new).collect(),
        }
    }
}

#[derive(Debug, Serialize, JsonSchema)]
struct Bound<'a> {
    kelompok: &'a [&'static str],
    /// `<= 20%`, `>= 1 orang`, `terbesar`
    batas: &'a str,
    jumlah: u32,
    #[serde(skip_serializing_if = "Option::is_none")]
    paling_banyak: Option<u32>,
    #[serde(skip_serializing_if = "Option::is_none")]
    paling_sedikit: Option<u32>,
    #[serde(skip_serializing_if = "Option::is_none")]
    lebih: Option<u32>,
    #[serde(skip_serializing_if = "Option::is_none")]
    kurang: Option<u32>,
}

impl<'a> Bound<'a> {
    fn new(a: &'a AturanDistribusi) -> Self {
        Self {
            kelompok: &a.kelompok,
            batas: &a.batas,
            jumlah: a.count,
            paling_banyak: a.most,
            paling_sedikit: a.least,
            lebih: a.excess,
            kurang: a.lacking,
        }
    }
}
