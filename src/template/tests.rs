//! What the template makes is read back as it was meant.

use super::*;
use crate::base::output_file::OutputError;
use crate::model::Periode;
use crate::table::{self, JenisTabel};

const IDS: [&str; 3] = ["permenpanrb-6-2022", "pp-30-2019", "permenpanrb-8-2021"];

fn written(bentuk: Bentuk, path: &Path, overwrite: bool) -> Result<(), WorkbookError> {
    let mut outputs = Outputs::new(overwrite);
    write(bentuk, &mut outputs, path)?;
    Ok(outputs.publish()?)
}

fn of(id: &str) -> Bentuk {
    Bentuk::of(&Aturan::load(id, Periode::Tahun(2025)).unwrap())
}

#[test]
fn the_rule_set_decides_the_columns() {
    assert_eq!(IDS.map(of), [Bentuk::Kualitatif, Bentuk::Numerik30, Bentuk::Numerik8]);
    let has = |bentuk, sheet: &str, column: &str| {
        columns::lembar(bentuk)
            .iter()
            .any(|l| l.nama == sheet && l.kolom.iter().any(|k| k.nama == column))
    };
    assert!(has(Bentuk::Kualitatif, "realisasi", "umpan_balik") && !has(Bentuk::Numerik8, "realisasi", "umpan_balik"));
    assert!(has(Bentuk::Numerik30, "skp", "bobot") && !has(Bentuk::Numerik8, "skp", "bobot"));
    assert!(has(Bentuk::Numerik8, "skp", "metode_kaskade") && !has(Bentuk::Kualitatif, "skp", "metode_kaskade"));
}

#[test]
fn every_sheet_is_read_back_without_a_problem() {
    for id in IDS {
        let dir = tempfile::tempdir().unwrap();
        let path = dir.path().join("kosong.xlsx");
        written(of(id), &path, false).unwrap();
        let inputs = crate::input::read(&[path], &crate::input::ReadOptions::default());
        assert!(inputs.problems.is_empty(), "{:?}", inputs.problems);
        let tables = table::recognise(&inputs);
        assert!(tables.problems.is_empty(), "{id}: {:?}", tables.problems);
        let sheets = columns::lembar(of(id));
        assert_eq!(tables.tables.len(), sheets.len());
        for (table, sheet) in tables.tables.iter().zip(&sheets) {
            assert_eq!(table.jenis.as_str(), sheet.nama);
            assert!(table.rows.is_empty(), "{id} {}", sheet.nama);
            assert_eq!(table.skipped.len(), 1, "the sample row");
            let names: Vec<_> = table.columns.iter().map(|c| c.canonical).collect();
            let expected: Vec<_> = std::iter::once("no")
                .chain(sheet.kolom.iter().map(|k| k.nama))
                .map(Some)
                .collect();
            assert_eq!(names, expected, "{id} {}", sheet.nama);
        }
        let kinds: Vec<JenisTabel> = tables.tables.iter().map(|t| t.jenis).collect();
        assert_eq!(kinds.contains(&JenisTabel::Penilaian), id == "permenpanrb-6-2022");
    }
}

#[test]
fn an_existing_workbook_stays_and_the_bytes_are_the_same_every_time() {
    let dir = tempfile::tempdir().unwrap();
    let (a, b) = (dir.path().join("a.xlsx"), dir.path().join("b.xlsx"));
    written(Bentuk::Kualitatif, &a, false).unwrap();
    written(Bentuk::Kualitatif, &b, false).unwrap();
    let first = std::fs::read(&a).unwrap();
    assert!(first == std::fs::read(&b).unwrap());
    assert!(matches!(
        written(Bentuk::Numerik30, &a, false),
        Err(WorkbookError::Output(OutputError::Exists(_)))
    ));
    assert!(first == std::fs::read(&a).unwrap());
    written(Bentuk::Numerik30, &a, true).unwrap();
    assert!(first != std::fs::read(&a).unwrap());
}
