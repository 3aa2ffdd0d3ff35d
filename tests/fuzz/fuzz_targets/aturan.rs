//! A rule file given by the user is taken or refused with a reason.
#![no_main]

use libfuzzer_sys::fuzz_target;
use skp::model::periode::Periode;
use skp::rules::Aturan;

fuzz_target!(|text: &str| {
    let _ = Aturan::from_text("x.toml", text, Periode::Tahun(2025));
});
