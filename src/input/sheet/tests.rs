//! Sheets as built, against a list of what was put in.

use std::collections::BTreeMap;

use jiff::civil::date;
use proptest::prelude::*;

use super::*;

type Cells = BTreeMap<(u32, u16), Value<'static>>;

fn sheet_of(cells: &Cells) -> Sheet {
    let mut builder = SheetBuilder::new(FileId(0), None);
    for (&(row, col), &value) in cells {
        assert!(builder.push(row, col, value));
        assert!(!builder.push(row, col, value), "the same cell twice");
        assert!(row == 0 || !builder.push(row - 1, 0, value), "a row that is over");
    }
    assert_eq!(builder.cell_count(), cells.len());
    builder.finish()
}

/// What a sheet says of itself is what was put in, in all the ways of asking.
fn holds(sheet: &Sheet, cells: &Cells) {
    let mut by_row: BTreeMap<u32, Vec<(u16, Value<'_>)>> = BTreeMap::new();
    for (&(row, col), &value) in cells {
        by_row.entry(row).or_default().push((col, value));
    }
    assert_eq!(sheet.row_count(), by_row.len());
    assert!(sheet.rows().map(|r| r.number()).eq(by_row.keys().copied()));
    for (i, (&number, here)) in by_row.iter().enumerate() {
        assert_eq!(sheet.index_of(number), Some(i));
        if !by_row.contains_key(&(number + 1)) {
            assert_eq!(sheet.index_of(number + 1), None);
        }
        let row = sheet.row_at(i);
        assert_eq!(row.cells().len(), here.len());
        assert!(row.cells().eq(here.iter().copied()));
        assert!(row.cells().rev().eq(here.iter().rev().copied()));
        for (lo, hi) in [(0, u16::MAX), (1, 3), (2, 2), (3, 1), (5, 900)] {
            let within: Vec<_> = here.iter().copied().filter(|(col, _)| (lo..=hi).contains(col)).collect();
            assert_eq!(row.cells_in(lo, hi).collect::<Vec<_>>(), within);
        }
        for col in here.iter().flat_map(|&(col, _)| [col.saturating_sub(1), col, col + 1]) {
            let value = cells.get(&(number, col)).copied();
            assert_eq!(row.get(col), value.unwrap_or(Value::Empty));
            assert_eq!(sheet.at(number, col), value.unwrap_or(Value::Empty));
            let filled = row.filled(col);
            assert_eq!(filled.map(|cell| cell.value()), value);
            let text = filled.and_then(|cell| cell.text());
            assert_eq!(
                text.map(|(_, text)| Value::Text(text)),
                value.filter(|v| matches!(v, Value::Text(_)))
            );
        }
    }
}

/// Cells are told apart where they hold something else, and texts have the same number where they are the same.
fn tells_apart(sheet: &Sheet, cells: &Cells) {
    let mut told: BTreeMap<Vec<u64>, Value<'_>> = BTreeMap::new();
    let mut numbers: BTreeMap<&str, u32> = BTreeMap::new();
    for (&(number, col), &value) in cells {
        let row = sheet.row_at(sheet.index_of(number).unwrap());
        let mut key = Vec::new();
        row.tell_apart(col, &mut key);
        assert_eq!(*told.entry(key).or_insert(value), value);
        if let Some((no, text)) = row.filled(col).and_then(|cell| cell.text()) {
            assert_eq!(*numbers.entry(text).or_insert(no), no);
        }
    }
    let texts: std::collections::BTreeSet<&str> = sheet.texts().collect();
    assert_eq!(sheet.texts().count(), texts.len());
    assert!(texts.iter().eq(numbers.keys()));
}

const TEXTS: [&str; 8] = [
    "198704062013042004",
    "198704062013042005",
    "kuantitas",
    "kualitas",
    "x",
    " ",
    "Terwujudnya layanan arsip yang baik",
    "Terwujudnya layanan kapal yang baik",
];

fn value() -> impl Strategy<Value = Value<'static>> {
    let number = |percent| {
        prop_oneof![Just(0.0), Just(-0.0), Just(12.5), -1e9..1e9].prop_map(move |value| Value::Number { value, percent })
    };
    prop_oneof![
        8 => proptest::sample::select(&TEXTS[..]).prop_map(Value::Text),
        2 => number(false),
        1 => number(true),
        1 => (0.0..2.0).prop_map(Value::Clock),
        1 => (1_i8..=12).prop_map(|month| Value::Date(date(2025, month, 1))),
        1 => any::<bool>().prop_map(Value::Bool),
        1 => Just(Value::Error(CellError::NA)),
        1 => Just(Value::Uncomputed),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    /// Close together, and far from each other.
    #[test]
    fn any_sheet_holds_what_was_put_in(
        near in proptest::collection::btree_map((0..600_u32, 0..6_u16), value(), 0..2_000),
        far in proptest::collection::btree_map((0..1_048_576_u32, 0..1_000_u16), value(), 0..60),
    ) {
        for cells in [&near, &far, &near.iter().chain(&far).map(|(&at, &value)| (at, value)).collect()] {
            let sheet = sheet_of(cells);
            holds(&sheet, cells);
            tells_apart(&sheet, cells);
        }
    }
}

#[test]
fn columns_of_a_block_hold_one_word_few_or_as_many_as_rows() {
    let own: Vec<String> = (0..600).map(|i| format!("teks {i}")).collect();
    let mut builder = SheetBuilder::new(FileId(0), None);
    for (row, own) in (0..).zip(&own) {
        assert!(builder.push(row, 0, Value::Text("tetap")));
        assert!(builder.push(row, 1, Value::Text(TEXTS[index(row) % 7])));
        assert!(builder.push(row, 2, Value::Text(own)));
        assert!(row % 9 > 0 || builder.push(row, 7, Value::Text(own)));
    }
    let sheet = builder.finish();
    for (row, own) in (0..).zip(&own) {
        assert_eq!(sheet.at(row, 0), Value::Text("tetap"));
        assert_eq!(sheet.at(row, 1), Value::Text(TEXTS[index(row) % 7]));
        assert_eq!(sheet.at(row, 2), Value::Text(own));
        assert_eq!(sheet.at(row, 3), Value::Empty);
        assert_eq!(sheet.at(row, 7), if row % 9 > 0 { Value::Empty } else { Value::Text(own) });
    }
}

#[test]
fn rows_alike_share_their_columns() {
    let mut b = SheetBuilder::new(FileId(0), None);
    let rows: [&[u16]; 6] = [&[0, 1, 2], &[0, 2], &[0, 1], &[0, 2], &[1], &[0, 1, 2]];
    for (row, cols) in (0..).zip(rows) {
        for &col in cols {
            assert!(b.push(row, col, Value::Clock(0.5)));
        }
    }
    let s = b.finish();
    assert_eq!(s.shapes.cols, [0, 1, 2, 0, 2, 0, 1, 1]);
    assert_eq!(s.numbers, [0.5; 3], "equal figures of a column are kept once a block");
}
