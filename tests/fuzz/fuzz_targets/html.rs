//! HTML, however wild, is a sheet or a refusal.
#![no_main]

use libfuzzer_sys::fuzz_target;
use skp::input::{ReadOptions, read_bytes};

fuzz_target!(|text: &str| {
    let html = format!("<table><tr><td>{text}");
    let inputs = read_bytes("x.xls", html.as_bytes(), &ReadOptions::default());
    for merge in inputs.sheets.iter().flat_map(|s| &s.merges) {
        assert!(merge.top <= merge.bottom && merge.left <= merge.right);
    }
});
