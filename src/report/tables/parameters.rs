//! Parameters of a rule set, and the sets there are.

use super::{Cell, Kind, Look, ReportRow, Table, col};
use crate::report::aturan::{automatic, in_force};
use crate::rules::{Aturan, ParameterFacts};
use crate::score::Scores;

/// A parameter, and whether a run leaned on it.
pub struct ParameterRow<'a> {
    p: ParameterFacts<'a>,
    used: bool,
    assumed: bool,
}

impl<'a> ParameterRow<'a> {
    /// A parameter as such, or as a run used it.
    pub fn new(p: ParameterFacts<'a>, scores: Option<&Scores>) -> Self {
        Self {
            used: scores.is_some_and(|s| p.used(&s.usage)),
            assumed: scores.is_some_and(|s| s.asumsi.iter().any(|k| k == p.key)),
            p,
        }
    }

    fn mark(&self) -> Look {
        if self.assumed { Look::Highlight } else { Look::Plain }
    }
}

impl ReportRow for ParameterRow<'_> {}

/// The columns; `title` stands above them on a sheet.
pub fn table<'a>(title: String) -> Table<ParameterRow<'a>> {
    Table {
        intro: vec![
            title,
            "Keyakinan: teks = dibaca dari bunyi peraturan · sekunder = beberapa sumber lain sepakat · tafsir = dari contoh atau hitungan · asumsi = belum ada sumber, perlu ditegaskan instansi.".to_owned(),
        ],
        columns: vec![
            col("bagian", "Bagian", 22.0, Kind::Line, |r: &ParameterRow<'a>| Cell::Term {
                code: r.p.section.into(),
                words: r.p.section.replace('_', " ").into(),
            }),
            col("kunci", "Parameter", 30.0, Kind::Line, |r: &ParameterRow<'a>| Cell::word(r.p.key)).looks(ParameterRow::mark),
            col("nilai", "Nilai", 62.0, Kind::Wrap, |r: &ParameterRow<'a>| Cell::word(&*r.p.nilai)),
            col("keyakinan", "Keyakinan", 13.0, Kind::Line, |r: &ParameterRow<'a>| Cell::word(r.p.keyakinan.as_str())).looks(ParameterRow::mark),
            col("dipakai", "Dipakai", 20.0, Kind::Line, |r: &ParameterRow<'a>| {
                Cell::word(match (r.assumed, r.used) {
                    (true, _) => "▲ asumsi dipakai",
                    (_, true) => "ya",
                    _ => "",
                })
            })
            .looks(ParameterRow::mark)
            .only_on_sheet(),
            col("acuan", "Acuan", 46.0, Kind::Wrap, |r: &ParameterRow<'a>| Cell::word(r.p.acuan)),
            col("mulai", "Sejak", 12.0, Kind::Line, |r: &ParameterRow<'a>| Cell::word(r.p.mulai.to_string())),
            col("selesai", "Sampai", 12.0, Kind::Line, |r: &ParameterRow<'a>| {
                Cell::word(r.p.selesai.map(|d| d.to_string()).unwrap_or_default())
            }),
            col("catatan", "Catatan", 46.0, Kind::Wrap, |r: &ParameterRow<'a>| Cell::word(r.p.catatan.unwrap_or_default())),
            col("asal", "Asal", 20.0, Kind::Line, |r: &ParameterRow<'a>| Cell::word(r.p.origin)),
        ],
        frozen: 2,
        data_order: &[],
    }
}

impl ReportRow for &Aturan {}

/// The sets there are.
pub fn sets<'a>() -> Table<&'a Aturan> {
    Table {
        intro: Vec::new(),
        columns: vec![
            col("id", "id", 24.0, Kind::Line, |a: &&'a Aturan| Cell::word(&*a.id)),
            col("judul", "aturan", 60.0, Kind::Wrap, |a| Cell::word(&*a.judul)),
            col("rezim", "rezim", 12.0, Kind::Line, |a| Cell::word(a.rezim.as_str())),
            col("memperluas", "memperluas", 24.0, Kind::Line, |a| {
                Cell::word(a.memperluas.join(", "))
            }),
            col("berlaku", "berlaku", 24.0, Kind::Line, |a| Cell::word(in_force(a))),
            col("dipakai_untuk", "dipakai untuk", 30.0, Kind::Line, |a| {
                Cell::word(automatic(a))
            }),
            col("acuan", "acuan", 40.0, Kind::Wrap, |a| Cell::word(&*a.acuan)),
        ],
        frozen: 1,
        data_order: &[],
    }
}
