//! Dates and periods.
#![no_main]

use libfuzzer_sys::fuzz_target;
use skp::input::Value;
use skp::model::read::{date, periode, title, unclear_part};

fuzz_target!(|text: &str| {
    let _ = date::read_text(text);
    let _ = periode::read(Value::Text(text));
    let _ = title::in_line(text);
    let _ = title::in_line_of(text, Some(2025));
    let _ = unclear_part::is_unclear_part(text);
    for year in [None, Some(2025)] {
        if let Some((first, last)) = periode::days_in(text, year) {
            assert!(first <= last);
        }
    }
});
