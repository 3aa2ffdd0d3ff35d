//! Temuan: a row per finding, the same columns on the sheet and in CSV; the sheet adds the way to
//! the cell and to whom it belongs.

use super::{Cell, Kind, Look, Place, ReportRow, Table, col};
use crate::finding::{Finding, Level};
use crate::report::words::count;
use crate::run::Run;

/// A finding and the person it is about.
pub struct FindingRow<'a> {
    f: &'a Finding,
    /// Name of the person, and their unit where the finding names none.
    name: &'a str,
    unit: &'a str,
}

impl<'a> FindingRow<'a> {
    /// A finding of the run.
    pub fn new(run: &'a Run, f: &'a Finding) -> Self {
        let person = f
            .nip
            .as_deref()
            .and_then(|nip| run.data.find(nip))
            .map(|id| &run.scores.pegawai[id]);
        Self {
            f,
            name: person.map_or("", |p| &p.nama),
            unit: f
                .unit_kerja
                .as_deref()
                .or_else(|| person.map(|p| &*p.unit_kerja))
                .unwrap_or_default(),
        }
    }
}

impl ReportRow for FindingRow<'_> {}

/// All findings, the worst level first, else in their order.
pub fn worst_first(run: &Run) -> Vec<&Finding> {
    let mut all: Vec<&Finding> = run.findings.iter().collect();
    all.sort_by_key(|f| f.level);
    all
}

/// The table for this run.
pub fn table<'a>(run: &Run) -> Table<FindingRow<'a>> {
    let of = |level| count(run.findings.iter().filter(|f| f.level == level).count());
    Table {
        intro: vec![
            format!(
                "Temuan: {} galat, {} peringatan, {} catatan",
                of(Level::Galat),
                of(Level::Peringatan),
                of(Level::Catatan)
            ),
            "✗ galat harus diperbaiki · ▲ peringatan perlu dilihat · ● catatan untuk diketahui. Klik \"Ke sel\" untuk melihat selnya di lembar masukan.".to_owned(),
        ],
        columns: vec![
            col("kode", "Kode", 9.0, Kind::Line, |r: &FindingRow<'a>| Cell::word(r.f.kode)),
            col("tingkat", "Tingkat", 14.0, Kind::Line, |r: &FindingRow<'a>| Cell::Term {
                code: r.f.level.as_str().into(),
                words: r.f.level.marked().into(),
            })
            .looks(|r| Look::Level(r.f.level)),
            col("nama", "Nama", 22.0, Kind::Wrap, |r: &FindingRow<'a>| Cell::name(r.name)),
            col("unit_kerja", "Unit kerja", 22.0, Kind::Wrap, |r: &FindingRow<'a>| Cell::prose(r.unit)),
            col("pesan", "Apa yang keliru", 50.0, Kind::Wrap, |r: &FindingRow<'a>| Cell::prose(&*r.f.message)),
            col("saran", "Cara memperbaiki", 46.0, Kind::Wrap, |r: &FindingRow<'a>| Cell::prose(&*r.f.advice)),
            col("tautan", "Ke sel", 20.0, Kind::Line, |r: &FindingRow<'a>| match r.f.at {
                None => Cell::Empty,
                Some(at) => Cell::Link {
                    to: Place::Input(at),
                    text: match r.f.sheet_name() {
                        Some(sheet) => format!("{sheet}!{}", at.a1()).into(),
                        None => at.a1().into(),
                    },
                },
            })
            .only_on_sheet(),
            col("nilai", "Tertulis", 22.0, Kind::Wrap, |r: &FindingRow<'a>| Cell::prose(r.f.nilai.as_deref().unwrap_or_default())),
            col("nip", "NIP", 20.0, Kind::Code, |r: &FindingRow<'a>| Cell::nip(r.f.nip.as_deref().unwrap_or_default())).screen(),
            col("acuan", "Dasar", 30.0, Kind::Wrap, |r: &FindingRow<'a>| Cell::word(&*r.f.acuan)).screen(),
            col("berkas", "Berkas", 24.0, Kind::Line, |r: &FindingRow<'a>| Cell::word(r.f.file().unwrap_or_default())).screen(),
            col("lembar", "Lembar", 16.0, Kind::Line, |r: &FindingRow<'a>| Cell::prose(r.f.sheet_name().unwrap_or_default())).screen(),
            col("sel", "Sel", 8.0, Kind::Line, |r: &FindingRow<'a>| Cell::word(r.f.cell().unwrap_or_default())).screen(),
            col("kolom", "Kolom", 18.0, Kind::Line, |r: &FindingRow<'a>| Cell::prose(r.f.column().unwrap_or_default())).screen(),
            col("harapan", "Seharusnya", 28.0, Kind::Wrap, |r: &FindingRow<'a>| Cell::prose(r.f.expected.as_deref().unwrap_or_default())).screen(),
            col("kode_rhk", "Kode RHK", 11.0, Kind::Code, |r: &FindingRow<'a>| Cell::prose(r.f.kode_rhk.as_deref().unwrap_or_default())).screen(),
        ],
        frozen: 2,
        data_order: &[
            "kode",
            "tingkat",
            "pesan",
            "saran",
            "acuan",
            "berkas",
            "lembar",
            "sel",
            "kolom",
            "nilai",
            "harapan",
            "nip",
            "kode_rhk",
            "unit_kerja",
        ],
    }
}
