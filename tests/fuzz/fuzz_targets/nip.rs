//! A NIP that is read has 18 digits.
#![no_main]

use libfuzzer_sys::fuzz_target;
use skp::model::read::nip::{NipRead, read_text};

fuzz_target!(|text: &str| {
    if let NipRead::Valid(nip) = read_text(text) {
        let nip = format!("{nip}");
        assert!(nip.len() == 18 && nip.bytes().all(|b| b.is_ascii_digit()));
    }
});
