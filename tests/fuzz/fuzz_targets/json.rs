//! Records of an interface: any text that begins as JSON is a sheet or a refusal, and its rows are in order.
#![no_main]

use libfuzzer_sys::fuzz_target;
use skp::input::{ReadOptions, read_bytes};

fuzz_target!(|text: &str| {
    for text in [format!("{{\"data\":[{text}"), format!("[{{{text}")] {
        let inputs = read_bytes("x.json", text.as_bytes(), &ReadOptions::default());
        assert!(!inputs.sheets.is_empty() || !inputs.problems.is_empty());
        for sheet in &inputs.sheets {
            let rows: Vec<u32> = sheet.rows().map(|r| r.number()).collect();
            assert!(rows.is_sorted_by(|a, b| a < b));
        }
    }
});
