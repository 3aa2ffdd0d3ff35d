//! What the template makes is read back as it was meant.

use super::*;
use crate::base::output_file::OutputError;
use crate::model::Periode;
use crate::table::{self, TableKind};

const IDS: [&str; 3] = ["permenpanrb-6-2022", "pp-30-2019", "permenpanrb-8-2021"];

fn written(set: RuleSet, path: &Path, overwrite: bool) -> Result<(), WorkbookError> {
    let mut outputs = Outputs::new(overwrite);
    write(set, &Prefilled::default(), &mut outputs, path)?;
    Ok(outputs.publish()?)
}

fn of(id: &str) -> RuleSet {
    RuleSet::of(&Aturan::load(id, Periode::Tahun(2025)).unwrap())
}

#[test]
fn the_rule_set_decides_the_columns() {
    assert_eq!(IDS.map(of), [RuleSet::Qualitative, RuleSet::Numeric30, RuleSet::Numeric8]);
    let has = |set, sheet: &str, column: &str| {
        sheets(set)
            .iter()
            .any(|s| s.kind.name == sheet && s.columns.iter().any(|(k, _)| k.name() == column))
    };
    assert!(has(RuleSet::Qualitative, "realisasi", "umpan_balik") && !has(RuleSet::Numeric8, "realisasi", "umpan_balik"));
    assert!(has(RuleSet::Numeric30, "skp", "bobot") && !has(RuleSet::Numeric8, "skp", "bobot"));
    assert!(has(RuleSet::Numeric8, "skp", "metode_kaskade") && !has(RuleSet::Qualitative, "skp", "metode_kaskade"));
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
        let sheets = sheets(of(id));
        assert_eq!(tables.tables.len(), sheets.len());
        for (table, sheet) in tables.tables.iter().zip(&sheets) {
            assert_eq!(table.jenis.as_str(), sheet.kind.name);
            assert!(table.rows.is_empty(), "{id} {}", sheet.kind.name);
            assert_eq!(table.skipped.len(), 1, "the sample row");
            let names: Vec<_> = table.columns.iter().map(|c| c.key.map(Key::name)).collect();
            let expected: Vec<_> = std::iter::once("no")
                .chain(sheet.columns.iter().map(|(k, _)| k.name()))
                .map(Some)
                .collect();
            assert_eq!(names, expected, "{id} {}", sheet.kind.name);
        }
        let kinds: Vec<TableKind> = tables.tables.iter().map(|t| t.jenis).collect();
        assert_eq!(kinds.contains(&TableKind::Penilaian), id == "permenpanrb-6-2022");
    }
}

#[test]
fn an_existing_workbook_stays_and_the_bytes_are_the_same_every_time() {
    let dir = tempfile::tempdir().unwrap();
    let (a, b) = (dir.path().join("a.xlsx"), dir.path().join("b.xlsx"));
    written(RuleSet::Qualitative, &a, false).unwrap();
    written(RuleSet::Qualitative, &b, false).unwrap();
    let first = std::fs::read(&a).unwrap();
    assert!(first == std::fs::read(&b).unwrap());
    assert!(matches!(
        written(RuleSet::Numeric30, &a, false),
        Err(WorkbookError::Output(OutputError::Exists(_)))
    ));
    assert!(first == std::fs::read(&a).unwrap());
    written(RuleSet::Numeric30, &a, true).unwrap();
    assert!(first != std::fs::read(&a).unwrap());
}
