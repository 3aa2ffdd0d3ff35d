//! Delimited text: every line that holds anything but blanks, quotes and delimiters is a row or
//! part of one, and rows are physical lines.
#![no_main]

use libfuzzer_sys::fuzz_target;
use skp::input::{ReadOptions, read_bytes};

fuzz_target!(|text: &str| {
    let known = |name: &str| matches!(name, "nip" | "nama" | "a" | "b");
    let options = ReadOptions {
        known_header: &known,
        ..ReadOptions::default()
    };
    let text = format!("nip;nama\n{text}");
    let inputs = read_bytes("x.csv", text.as_bytes(), &options);
    // Bytes that look like UTF-16 may end their lines with CR alone, whatever the first line does.
    let lines = text.split(['\n', '\r']).count();
    for sheet in &inputs.sheets {
        for row in sheet.rows() {
            assert!((row.number() as usize) < lines);
            assert!(row.cells().len() > 0);
        }
    }
});
