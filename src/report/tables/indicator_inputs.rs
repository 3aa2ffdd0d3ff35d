//! What the formulas of Rincian read or pass through: columns that stand there only with `--rumus`.

use super::indicators::IndicatorRow;
use super::{Cell, Col, Kind, col};
use crate::base::figure::{Decimal, Fraction};
use crate::model::TargetNilai;
use crate::rules::{RegimeRules, Usage};
use crate::run::Run;

impl IndicatorRow<'_> {
    /// The target as a figure.
    pub fn target(&self) -> Option<TargetNilai> {
        self.indicator?.target.get()?.nilai
    }

    /// Whether the nilai of the RHK comes from its aspek, combined by the table of 8/2021: not from
    /// the nilai of each indicator, which only a JPT has.
    pub fn combines_aspek(&self) -> bool {
        let converted = self.run.aturan.numerik().is_some_and(|n| n.konversi.is_some());
        converted && self.rhk.nilai.is_some() && self.rhk.indikator.iter().all(|i| i.kept_nilai.is_none())
    }

    /// Whether it is the first row of its aspek in an RHK whose aspek combine.
    pub fn begins_aspek(&self) -> bool {
        let aspek = self.result.and_then(|i| i.aspek);
        let mut before = self.rhk.indikator.iter().take(self.indicator_no);
        self.combines_aspek() && aspek.is_some() && before.all(|i| i.aspek != aspek)
    }

    /// Mean capaian of the aspek, rounded as it is banded; on the first row of the aspek.
    fn capaian_aspek(&self) -> Option<Decimal> {
        if !self.begins_aspek() {
            return None;
        }
        let aspek = self.result?.aspek;
        let same = self.rhk.indikator.iter().filter(|i| i.aspek == aspek);
        let mean = Fraction::mean(same.filter_map(|i| i.capaian).map(Fraction::from)).ok()?;
        mean.round(self.run.aturan.capaian.pembulatan_pita.shown().0).ok()
    }

    fn kategori_aspek(&self) -> &'static str {
        let rules = &self.run.aturan;
        let kategori = self
            .capaian_aspek()
            .and_then(|c| rules.capaian.kategori(c, &mut Usage::new()));
        kategori.map_or("", |k| rules.label(k))
    }
}

/// The columns of this run.
pub fn columns<'a>(run: &Run) -> Vec<Col<IndicatorRow<'a>>> {
    let RegimeRules::Numerik(n) = &run.aturan.content else {
        return Vec::new();
    };
    let combined = n.konversi.is_some();
    let weighted = !combined && any_weight(run);
    let all = vec![
        col("target_angka", "Target (angka)", 11.0, Kind::AsIs, |r: &IndicatorRow<'a>| {
            Cell::figure(r.target().map(|t| match t {
                TargetNilai::Single(x) | TargetNilai::AtLeast(x) | TargetNilai::AtMost(x) | TargetNilai::Range(x, _) => x,
            }))
        }),
        col(
            "target_sampai",
            "Target sampai",
            11.0,
            Kind::AsIs,
            |r: &IndicatorRow<'a>| match r.target() {
                Some(TargetNilai::Range(_, hi)) => Cell::Figure(hi),
                _ => Cell::Empty,
            },
        ),
        col("bobot", "Bobot (%)", 9.0, Kind::AsIs, |r: &IndicatorRow<'a>| {
            Cell::figure(r.indicator.and_then(|i| i.detail.bobot.get().copied()))
        })
        .shown_if(weighted),
        col(
            "capaian_aspek",
            "Capaian aspek (%)",
            10.0,
            Kind::AsIs,
            |r: &IndicatorRow<'a>| Cell::figure(r.capaian_aspek()),
        )
        .shown_if(combined),
        col(
            "kategori_aspek",
            "Kategori aspek",
            15.0,
            Kind::Predikat,
            |r: &IndicatorRow<'a>| Cell::word(r.kategori_aspek()),
        )
        .shown_if(combined),
        col(
            "kategori_rhk",
            "Kategori RHK",
            15.0,
            Kind::Predikat,
            |r: &IndicatorRow<'a>| Cell::word(r.rhk.kategori.map_or("", |k| r.run.aturan.label(k))),
        ),
    ];
    all.into_iter().map(|c| c.screen().only_on_sheet()).collect()
}

fn any_weight(run: &Run) -> bool {
    let rhk = run.data.pegawai.iter().flat_map(|p| &p.rhk);
    rhk.flat_map(|r| &r.indikator).any(|i| i.detail.bobot.get().is_some())
}
