//! A cell in which nothing can be seen is empty: in every column, for every check.

use std::fs;
use std::path::{Path, PathBuf};

use skp::model::PeriodChoice;
use skp::run::{Request, Run};

use crate::support::files::rust_files;

/// What copying from web pages and PDF leaves in a cell that looks empty.
const INVISIBLE: &str = "\u{200e}\u{ad}\u{200f}\u{a0}\u{200b}";

fn base(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures/check/_dasar").join(name)
}

/// The findings of a folder, in which `table` has `text` in the given cell of the text file.
fn told(folder: &Path, table: &str, (row, col): (usize, usize), text: &str, aturan: &str) -> Vec<String> {
    let file = folder.join(table);
    let original = fs::read_to_string(&file).unwrap();
    let mut lines: Vec<Vec<&str>> = original.lines().map(|l| l.split(',').collect()).collect();
    lines[row][col] = text;
    fs::write(&file, lines.iter().map(|l| l.join(",")).collect::<Vec<_>>().join("\n")).unwrap();
    let run = Run::new(&Request {
        masukan: vec![folder.to_owned()],
        periode: PeriodChoice {
            tahun: Some(2025),
            periode: None,
        },
        aturan: Some(aturan.into()),
        ..Request::default()
    })
    .unwrap();
    fs::write(file, original).unwrap();
    run.findings
        .iter()
        .map(|f| format!("{} {:?} {}", f.kode, f.cell(), f.message))
        .collect()
}

#[test]
fn a_cell_in_which_nothing_can_be_seen_is_empty() {
    let mut columns = 0;
    for (name, aturan) in [("numerik", "permenpanrb-8-2021"), ("kualitatif", "permenpanrb-6-2022")] {
        let folder = tempfile::tempdir().unwrap();
        for entry in fs::read_dir(base(name)).unwrap() {
            let path = entry.unwrap().path();
            fs::copy(&path, folder.path().join(path.file_name().unwrap())).unwrap();
        }
        for entry in fs::read_dir(base(name)).unwrap() {
            let path = entry.unwrap().path();
            let table = path.file_name().unwrap().to_str().unwrap();
            let head = fs::read_to_string(&path).unwrap().lines().next().unwrap().to_owned();
            assert!(!head.contains('"'), "{table}: this test splits lines by hand");
            for (col, column) in head.split(',').enumerate() {
                let empty = told(folder.path(), table, (1, col), "", aturan);
                let invisible = told(folder.path(), table, (1, col), INVISIBLE, aturan);
                assert_eq!(invisible, empty, "{name} {table} {column}");
                columns += 1;
            }
        }
    }
    assert!(columns > 40, "only {columns} columns were tried");
}

/// `trim` knows no invisible characters: a second definition of blank, and of the ends of a text.
#[test]
fn what_is_blank_is_said_in_one_place() {
    let mut wrong = Vec::new();
    let mut read = 0;
    for path in rust_files("src") {
        if path.ends_with("base/text.rs") {
            continue;
        }
        read += 1;
        let source = fs::read_to_string(&path).unwrap();
        let code = source.split("#[cfg(test)]\nmod ").next().unwrap_or_default();
        for (n, line) in (1..).zip(code.lines()) {
            let again = [
                ".trim().is_empty()",
                "is_dash(t.trim())",
                "all(char::is_whitespace)",
                "\\u{200b}",
            ];
            if again.iter().any(|a| line.contains(a)) && !line.trim_start().starts_with("//") {
                wrong.push(format!("{}:{n}: {}", path.display(), line.trim()));
            }
        }
    }
    assert!(read > 100);
    assert!(wrong.is_empty(), "base::text says what is blank:\n{}", wrong.join("\n"));
}
