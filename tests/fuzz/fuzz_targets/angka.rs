//! A figure is read the same way twice, whatever blanks stand around it.
#![no_main]

use libfuzzer_sys::fuzz_target;
use skp::model::read::number::{DecimalMark, read};

fuzz_target!(|text: &str| {
    for mark in [None, Some(DecimalMark::Comma), Some(DecimalMark::Point)] {
        let first = format!("{:?}", read(text, mark));
        assert_eq!(first, format!("{:?}", read(text, mark)));
    }
});
