//! `skp baca` as a table: a row per column of a table recognised.

use std::borrow::Cow;

use super::{Cell, Kind, ReportRow, Table, col};
use crate::base::ids::wide;
use crate::report::json::{ReadFile, ReadTable, Reading1};

/// A column of a table of a file.
pub struct ReadRow<'a> {
    file: &'a ReadFile<'a>,
    table: &'a ReadTable<'a>,
    number: u32,
    written: &'a Cow<'a, str>,
    canonical: String,
}

impl ReportRow for ReadRow<'_> {}

/// All columns, understood ones first.
pub fn rows<'a>(reading: &'a Reading1<'a>) -> Vec<ReadRow<'a>> {
    let mut rows = Vec::new();
    for file in &reading.masukan {
        for table in &file.tabel {
            let known = table.kolom.iter().map(|k| (&k.tertulis, k.read_as()));
            let unknown = table.tidak_dikenal.iter().map(|u| (u, String::new()));
            for (number, (written, canonical)) in (1_u32..).zip(known.chain(unknown)) {
                rows.push(ReadRow {
                    file,
                    table,
                    number,
                    written,
                    canonical,
                });
            }
        }
    }
    rows
}

/// The columns.
pub fn table<'a>() -> Table<ReadRow<'a>> {
    Table {
        intro: Vec::new(),
        columns: vec![
            col("berkas", "Berkas", 30.0, Kind::Line, |r: &ReadRow<'a>| {
                Cell::word(r.file.berkas)
            }),
            col("lembar", "Lembar", 20.0, Kind::Line, |r| {
                Cell::word(r.table.lembar.as_deref().unwrap_or_default())
            }),
            col("jenis", "Tabel", 14.0, Kind::Line, |r| Cell::word(r.table.jenis)),
            col("baris_kepala", "Baris kepala", 8.0, Kind::Count, |r| {
                Cell::count(r.table.baris_kepala)
            }),
            col("baris", "Baris", 8.0, Kind::Count, |r| Cell::Count(wide(r.table.baris))),
            col("dilewati", "Dilewati", 8.0, Kind::Count, |r| {
                Cell::Count(wide(r.table.dilewati))
            }),
            col("kolom", "Kolom", 8.0, Kind::Count, |r| Cell::count(r.number)),
            col("tertulis", "Tertulis", 30.0, Kind::Line, |r| Cell::word(&**r.written)),
            col("kanonik", "Dibaca sebagai", 20.0, Kind::Line, |r| Cell::word(&*r.canonical)),
        ],
        frozen: 1,
        data_order: &[],
    }
}
