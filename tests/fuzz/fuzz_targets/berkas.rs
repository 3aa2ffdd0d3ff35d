//! Any bytes are read or refused; a refused file gives nothing, a read one keeps its order, and its colours can be
//! looked at.
#![no_main]

use libfuzzer_sys::fuzz_target;
use skp::base::origin::SheetId;
use skp::input::tint::PaintWish;
use skp::input::tint::look::of_bytes;
use skp::input::{ReadOptions, read_bytes};

fuzz_target!(|bytes: &[u8]| {
    let inputs = read_bytes("x", bytes, &ReadOptions::default());
    assert!(!inputs.sheets.is_empty() || !inputs.problems.is_empty());
    for sheet in &inputs.sheets {
        let rows: Vec<u32> = sheet.rows().map(|r| r.number()).collect();
        assert!(rows.is_sorted_by(|a, b| a < b));
    }
    let wishes: Vec<PaintWish<'_>> = (0..)
        .map(SheetId)
        .zip(&inputs.sheets)
        .map(|(sheet, s)| PaintWish {
            sheet,
            name: s.name.as_deref().unwrap_or_default(),
            rows: (0, 200),
            cols: (0, 20),
        })
        .collect();
    if let Some(format) = inputs.files.first().and_then(|f| f.format) {
        let _ = of_bytes(bytes, format, &wishes.iter().collect::<Vec<_>>());
    }
});
