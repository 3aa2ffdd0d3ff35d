//! The numbers of the rules as formulas of the workbook read them, under the table of parameters.

use super::{Cell, Kind, ReportRow, Table, col};
use crate::base::figure::Decimal;

/// One number or word.
#[derive(Debug, Clone, PartialEq)]
pub struct NumberRow {
    /// Section of the rule set.
    pub section: &'static str,
    /// Name under which formulas know it; rows that follow each other under one name are a list.
    pub name: String,
    /// The value.
    pub value: NumberValue,
}

/// What a formula reads.
#[derive(Debug, Clone, PartialEq)]
pub enum NumberValue {
    /// A number of the law.
    Figure(Decimal),
    /// A word it is looked up by or gives.
    Word(String),
}

impl ReportRow for NumberRow {}

/// The columns; they stand under those of the parameters.
pub fn table() -> Table<NumberRow> {
    Table {
        intro: vec![
            "Angka yang dibaca rumus di lembar lain: ubah kolom Nilai di sini dan seluruh laporan menghitung ulang".to_owned(),
        ],
        columns: vec![
            col("bagian", "Bagian", 22.0, Kind::Line, |r: &NumberRow| {
                Cell::Word(r.section.replace('_', " ").into())
            }),
            col("nama", "Nama di rumus", 30.0, Kind::Line, |r: &NumberRow| {
                Cell::word(&*r.name)
            }),
            col("nilai", "Nilai", 62.0, Kind::AsIs, |r: &NumberRow| match &r.value {
                NumberValue::Figure(d) => Cell::Figure(*d),
                NumberValue::Word(w) => Cell::word(&**w),
            }),
        ],
        frozen: 0,
        data_order: &[],
    }
}
