//! Any bytes are read or refused; a refused file gives nothing, a read one keeps its order.
#![no_main]

use libfuzzer_sys::fuzz_target;
use skp::input::{ReadOptions, read_bytes};

fuzz_target!(|bytes: &[u8]| {
    let inputs = read_bytes("x", bytes, &ReadOptions::default());
    assert!(!inputs.sheets.is_empty() || !inputs.problems.is_empty());
    for sheet in &inputs.sheets {
        let rows: Vec<u32> = sheet.rows().map(|r| r.number()).collect();
        assert!(rows.is_sorted_by(|a, b| a < b));
    }
});
