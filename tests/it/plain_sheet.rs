//! What is read of a workbook without calamine is what calamine would have read: on every workbook at hand, and on bent ones.

use std::fs;
use std::io::{Cursor, Read, Write};
use std::path::{Path, PathBuf};

use proptest::prelude::*;
use skp::input::{Inputs, ReadOptions, read_bytes};
use zip::write::SimpleFileOptions;
use zip::{ZipArchive, ZipWriter};

/// Everything that a file gave, as text.
fn told(inputs: &Inputs) -> String {
    let mut told = String::new();
    for sheet in &inputs.sheets {
        told.push_str(&format!("{:?} {} {:?}\n", sheet.name, sheet.hidden, sheet.merges));
        for row in sheet.rows() {
            told.push_str(&format!("{} {:?}\n", row.number(), row.cells().collect::<Vec<_>>()));
        }
    }
    told + &format!("{:?}", inputs.problems)
}

fn both(bytes: &[u8]) -> (String, String) {
    let with = |by_calamine| {
        let options = ReadOptions {
            by_calamine,
            ..ReadOptions::default()
        };
        told(&read_bytes("x.xlsx", bytes, &options))
    };
    (with(false), with(true))
}

fn workbooks(folder: &Path, found: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            workbooks(&path, found);
        } else if path.extension().is_some_and(|e| e == "xlsx" || e == "xlsm") {
            found.push(path);
        }
    }
}

fn fixtures() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures")
}

#[test]
fn every_workbook_at_hand_is_read_alike() {
    let mut found = Vec::new();
    workbooks(&fixtures(), &mut found);
    // A folder of workbooks elsewhere, to compare them, too.
    if let Some(more) = std::env::var_os("SKP_BUKU_KERJA") {
        workbooks(Path::new(&more), &mut found);
    }
    assert!(found.len() > 20, "{}", found.len());
    for path in found {
        let (own, calamine) = both(&fs::read(&path).unwrap());
        assert!(own == calamine, "{}", path.display());
    }
}

/// The workbook with one of its parts bent.
fn with_part(bytes: &[u8], name: &str, bend: impl Fn(String) -> String) -> Vec<u8> {
    let mut from = ZipArchive::new(Cursor::new(bytes)).unwrap();
    let mut to = ZipWriter::new(Cursor::new(Vec::new()));
    for i in 0..from.len() {
        let mut part = from.by_index(i).unwrap();
        let part_name = part.name().unwrap().into_owned();
        let mut text = Vec::new();
        part.read_to_end(&mut text).unwrap();
        if part_name == name {
            text = bend(String::from_utf8(text).unwrap()).into_bytes();
        }
        to.start_file(part_name, SimpleFileOptions::default()).unwrap();
        to.write_all(&text).unwrap();
    }
    to.finish().unwrap().into_inner()
}

/// What may stand in a sheet where it is bent: pieces that programs write, and pieces that none should.
const PIECES: [&str; 34] = [
    "",
    "<v>1</v>",
    "<v>",
    "</v>",
    "<c r=\"A1\"/>",
    "</c>",
    "<row r=\"3\">",
    "</row>",
    "<row/>",
    "<is><t>a</t></is>",
    "<f>A1</f>",
    " t=\"s\"",
    " t=\"n\"",
    " t=\"str\"",
    " t=\"b\"",
    " t=\"inlineStr\"",
    " s=\"1\"",
    " s=\"999\"",
    " s=\"\"",
    " r=\"B7\"",
    "&amp;",
    "&#49;",
    "<!-- -->",
    "<![CDATA[x]]>",
    "_x000D_",
    "\r\n",
    "  ",
    "</sheetData>",
    "<sheetData>",
    "1e5",
    "-",
    "45000.5",
    "\u{a0}",
    ">",
];

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn bent_workbooks_are_read_alike(
        cuts in prop::collection::vec((0.0..1.0f64, 0usize..40, prop::sample::select(&PIECES[..])), 1..4),
        strings in any::<bool>(),
    ) {
        let bytes = fs::read(fixtures().join("dinas/dinas.xlsx")).unwrap();
        let part = if strings { "xl/sharedStrings.xml" } else { "xl/worksheets/sheet1.xml" };
        let bent = with_part(&bytes, part, |mut text| {
            for (place, length, piece) in &cuts {
                #[allow(clippy::as_conversions, clippy::cast_possible_truncation, clippy::cast_sign_loss, clippy::cast_precision_loss)] // a place in a text
                let from = text.floor_char_boundary((place * text.len() as f64) as usize);
                let to = text.floor_char_boundary((from + length).min(text.len()));
                text.replace_range(from..to.max(from), piece);
            }
            text
        });
        let (own, calamine) = both(&bent);
        prop_assert_eq!(own, calamine);
    }
}
