//! Dates and periods.
#![no_main]

use libfuzzer_sys::fuzz_target;
use skp::input::Value;
use skp::model::read::{date, periode};

fuzz_target!(|text: &str| {
    let _ = date::read_text(text);
    let _ = periode::read(Value::Text(text));
    let _ = periode::in_line(text);
    let _ = periode::days_in(text);
});
