//! Rincian: a row per indicator; an RHK without any has one too.

use super::{Cell, Kind, ReportRow, Table, col};
use crate::model::vocab::Word;
use crate::model::{Indikator, RencanaHasilKerja};
use crate::rules::Rezim;
use crate::run::Run;
use crate::score::{HasilIndikator, HasilPegawai, HasilRhk, NilaiRealisasi};

/// An indicator with its RHK and person.
pub struct IndicatorRow<'a> {
    /// The run.
    pub run: &'a Run,
    /// Index of the person in the result.
    pub person: usize,
    /// Index of the RHK in the person's result.
    pub rhk_no: usize,
    /// Index of the indicator in the RHK's result; 0 where it has none.
    pub indicator_no: usize,
    p: &'a HasilPegawai,
    /// The RHK's result.
    pub rhk: &'a HasilRhk,
    /// The RHK as planned.
    pub plan: &'a RencanaHasilKerja,
    /// The indicator's result.
    pub result: Option<&'a HasilIndikator>,
    /// The indicator as planned.
    pub indicator: Option<&'a Indikator>,
}

impl ReportRow for IndicatorRow<'_> {}

impl IndicatorRow<'_> {
    fn realisasi(&self) -> Cell<'_> {
        match self.result.and_then(|i| i.realisasi.as_ref()) {
            None => Cell::Empty,
            Some(NilaiRealisasi::Text(text)) => Cell::prose(&**text),
            // Written as a number, so that staff and formulas can compute with it.
            Some(NilaiRealisasi::Angka(figure)) => Cell::Fraction(figure.get()),
        }
    }
}

/// How many rows there are.
pub fn count(run: &Run) -> usize {
    run.rhk().all().map(|r| r.indikator.len().max(1)).sum()
}

/// All rows, person by person.
pub fn rows(run: &Run) -> impl Iterator<Item = IndicatorRow<'_>> {
    let people = run.scores.pegawai.iter().zip(run.rhk().by_person());
    people.enumerate().flat_map(move |(person, (p, rhk))| {
        rhk.iter().enumerate().flat_map(move |(rhk_no, rhk)| {
            let plan = run.data.rhk(rhk.id);
            let none = rhk.indikator.is_empty().then_some(None);
            none.into_iter()
                .chain(rhk.indikator.iter().map(Some))
                .enumerate()
                .map(move |(indicator_no, result)| IndicatorRow {
                    run,
                    person,
                    rhk_no,
                    indicator_no,
                    p,
                    rhk,
                    plan,
                    result,
                    indicator: result.and_then(|i| plan.indikator.get(i.index.index())),
                })
        })
    })
}

/// The table for this run.
pub fn table<'a>(run: &Run) -> Table<IndicatorRow<'a>> {
    let numeric = run.aturan.rezim == Rezim::Numerik;
    let any = |test: fn(&HasilRhk) -> bool| run.rhk().all().any(test);
    Table {
        intro: Vec::new(),
        columns: vec![
            col("nip", "NIP", 20.0, Kind::Code, |r: &IndicatorRow<'a>| Cell::nip(&*r.p.nip)),
            col("nama", "Nama", 22.0, Kind::Wrap, |r: &IndicatorRow<'a>| {
                Cell::name(&*r.p.nama)
            }),
            col("unit_kerja", "Unit kerja", 20.0, Kind::Wrap, |r: &IndicatorRow<'a>| {
                Cell::prose(&*r.p.unit_kerja)
            }),
            col("kode_rhk", "Kode RHK", 10.0, Kind::Code, |r: &IndicatorRow<'a>| {
                Cell::prose(&*r.plan.kode)
            }),
            col("jenis", "Jenis", 11.0, Kind::Line, |r: &IndicatorRow<'a>| {
                Cell::word(r.rhk.jenis.map_or("", Word::as_str))
            }),
            col("rhk", "Rencana hasil kerja", 36.0, Kind::Wrap, |r: &IndicatorRow<'a>| {
                Cell::prose(&*r.plan.rhk)
            }),
            col("aspek", "Aspek", 12.0, Kind::Line, |r: &IndicatorRow<'a>| {
                Cell::word(r.result.and_then(|i| i.aspek).map_or("", Word::as_str))
            }),
            col("no", "No", 5.0, Kind::Count, |r: &IndicatorRow<'a>| {
                Cell::count(r.result.map(|i| i.no))
            }),
            col("indikator", "Indikator", 32.0, Kind::Wrap, |r: &IndicatorRow<'a>| {
                Cell::prose(r.indicator.and_then(|p| p.indikator.as_deref()).unwrap_or_default())
            }),
            col("target", "Target", 12.0, Kind::Code, |r: &IndicatorRow<'a>| {
                Cell::prose(r.indicator.and_then(|i| i.target.get()).map_or("", |t| &*t.written))
            }),
            col("satuan", "Satuan", 12.0, Kind::Line, |r: &IndicatorRow<'a>| {
                Cell::prose(r.indicator.and_then(|p| p.satuan.get()).map_or("", |t| &**t))
            }),
            col("realisasi", "Realisasi", 11.0, Kind::AsIs, IndicatorRow::realisasi),
            col("capaian", "Capaian (%)", 10.0, Kind::Figure, |r: &IndicatorRow<'a>| {
                Cell::figure(r.result.and_then(|i| i.capaian))
            })
            .shown_if(numeric),
            col("kategori", "Kategori", 15.0, Kind::Predikat, |r: &IndicatorRow<'a>| {
                Cell::word(r.result.and_then(|i| i.kategori).map_or("", |k| r.run.aturan.label(k)))
            })
            .shown_if(numeric),
            col(
                "nilai_indikator",
                "Nilai indikator",
                10.0,
                Kind::Figure,
                |r: &IndicatorRow<'a>| Cell::figure(r.result.and_then(HasilIndikator::nilai)),
            )
            .shown_if(numeric && any(|r| r.indikator.iter().any(|i| i.kept_nilai.is_some()))),
            col("nilai_rhk", "Nilai RHK", 10.0, Kind::Figure, |r: &IndicatorRow<'a>| {
                Cell::figure(r.rhk.nilai)
            })
            .shown_if(numeric),
            col(
                "nilai_tertimbang",
                "Nilai tertimbang RHK",
                11.5,
                Kind::Figure,
                |r: &IndicatorRow<'a>| Cell::figure(r.rhk.weighted_nilai),
            )
            .shown_if(numeric && any(|r| r.weighted_nilai.is_some())),
            col(
                "umpan_balik",
                "Umpan balik RHK",
                20.0,
                Kind::Line,
                |r: &IndicatorRow<'a>| match (r.rhk.umpan_balik, &r.rhk.kata_umpan_balik) {
                    (Some(rating), _) => Cell::word(rating.as_str()),
                    (None, Some(words)) => Cell::prose(&**words),
                    (None, None) => Cell::Empty,
                },
            )
            .shown_if(!numeric),
            col("mulai", "Jabatan sejak", 12.0, Kind::Line, |r: &IndicatorRow<'a>| {
                Cell::word(r.rhk.mulai.map(|d| d.strftime("%d/%m/%Y").to_string()).unwrap_or_default())
            })
            .shown_if(any(|r| r.mulai.is_some())),
        ],
        frozen: 2,
        data_order: &[],
    }
}
