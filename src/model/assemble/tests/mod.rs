//! Tests of the builders on small tables written inline.
//!
//! A table is its columns and rows with `|` between the cells. `n:12.5` is a number, `p:0.85` a
//! number shown as per cent, `d:2025-01-31` a date, `#N/A` an error value, `rumus` a formula
//! without result; everything else is text.

mod forms;
mod kaskade;
mod people;
mod plans;
mod properties;
mod stretches;

use super::{BuildError, PeriodChoice, build};
use crate::base::origin::{FileId, SheetId};
use crate::input::sheet::Merge;
use crate::input::{CellError, FileFormat, InputFile, Inputs, Sheet, SheetBuilder, Value};
use crate::model::{Data, Pegawai};
use crate::table::{DataTable, TableColumn, TableKind, TableRow, Tables};

/// A run's tables.
#[derive(Default)]
pub struct Run {
    pub(super) inputs: Inputs,
    tables: Tables,
    choice: PeriodChoice,
}

/// Columns every pegawai table of these tests has.
pub const PEGAWAI: &str = "nip|nama|jabatan|jenis_jabatan|unit_kerja|nip_atasan|mulai|selesai|plt";
pub const SKP: &str = "nip|kode_rhk|jenis|rhk|kode_rhk_atasan|aspek|indikator|target|satuan";
pub const REALISASI: &str = "nip|kode_rhk|aspek|periode|realisasi|umpan_balik";

/// Three valid NIPs.
pub const A: &str = "198001012005011001";
pub const B: &str = "198502022010012002";
pub const C: &str = "199003032015011003";

impl Run {
    pub fn new() -> Self {
        let mut run = Self::default();
        run.choice.tahun = Some(2025);
        run
    }

    pub fn of(periode: crate::model::Periode) -> Self {
        let mut run = Self::default();
        run.choice.periode = Some(periode);
        run
    }

    pub fn without_year() -> Self {
        Self::default()
    }

    /// A sheet with one table whose header is in the first row.
    pub fn table(self, jenis: TableKind, columns: &str, rows: &[&str]) -> Self {
        self.sheet(jenis, columns, rows, FileFormat::Xlsx, &[], &[])
    }

    pub fn sheet(
        mut self,
        jenis: TableKind,
        columns: &str,
        rows: &[&str],
        format: FileFormat,
        merges: &[Merge],
        meta: &[&str],
    ) -> Self {
        let n = u32::try_from(self.inputs.sheets.len()).unwrap();
        self.inputs.files.push(InputFile {
            path: format!("{}-{n}", jenis.as_str()).into(),
            sha256: String::new(),
            format: Some(format),
            encoding: None,
            delimiter: None,
            modified: None,
            named: true,
        });
        let mut sheet = SheetBuilder::new(FileId(n), Some(jenis.as_str().into()));
        for m in merges {
            sheet.merge(*m);
        }
        fill(&mut sheet, 0, columns);
        for (row, line) in (1..).zip(rows) {
            fill(&mut sheet, row, line);
        }
        let sheet: Sheet = sheet.finish();
        let table_columns: Vec<TableColumn> = (0..)
            .zip(columns.split('|'))
            .map(|(col, name)| TableColumn {
                col,
                written: name.into(),
                key: crate::table::Key::named(name),
                facet: crate::table::Facet::default(),
                surpassed: None,
                disputed: false,
            })
            .collect();
        self.tables.tables.push(DataTable {
            jenis,
            sheet: SheetId(n),
            header: (0, 0),
            cols: (0, u16::try_from(table_columns.len() - 1).unwrap()),
            columns: table_columns,
            rows: (1..sheet.row_count())
                .map(|index| TableRow {
                    index: crate::base::ids::RowNo::at(index),
                    section: None,
                    pair: None,
                })
                .collect(),
            skipped: Vec::new(),
            sources: Vec::new(),
            slices: Vec::new(),
            meta: meta.iter().map(|m| (*m).into()).collect(),
            formulir: None,
            merges: merges.into(),
            units: Box::default(),
            periods: Box::default(),
        });
        self.inputs.sheets.push(sheet);
        self
    }

    /// A sheet as it stands in a file, for the recognition to find out what it is.
    pub fn raw(mut self, rows: &[&str], merges: &[Merge]) -> Self {
        let n = u32::try_from(self.inputs.sheets.len()).unwrap();
        self.inputs.files.push(InputFile::workbook(&format!("berkas-{n}.xlsx")));
        let mut sheet = SheetBuilder::new(FileId(n), Some("Sheet1".into()));
        for m in merges {
            sheet.merge(*m);
        }
        for (row, line) in (0..).zip(rows) {
            fill(&mut sheet, row, line);
        }
        self.inputs.sheets.push(sheet.finish());
        self.tables = crate::table::recognise(&self.inputs);
        self
    }

    /// The rows of its tables.
    pub fn rows(&self) -> Vec<super::rows::TableRows<'_>> {
        let tables = self.tables.tables.iter();
        tables.map(|t| super::rows::TableRows::new(&self.inputs, t)).collect()
    }

    pub fn build(&self) -> Result<Data, BuildError> {
        build(&self.inputs, &self.tables, &self.choice)
    }

    pub fn data(&self) -> Data {
        self.build().unwrap()
    }
}

fn fill(sheet: &mut SheetBuilder, row: u32, line: &str) {
    for (col, cell) in (0..).zip(line.split('|')) {
        let value = if let Some(n) = cell.strip_prefix("n:") {
            Value::Number {
                value: n.parse().unwrap(),
                percent: false,
            }
        } else if let Some(n) = cell.strip_prefix("p:") {
            Value::Number {
                value: n.parse().unwrap(),
                percent: true,
            }
        } else if let Some(d) = cell.strip_prefix("d:") {
            Value::Date(d.parse().unwrap())
        } else {
            match cell {
                "" => Value::Empty,
                "#N/A" => Value::Error(CellError::NA),
                "rumus" => Value::Uncomputed,
                text => Value::Text(text),
            }
        };
        assert!(sheet.push(row, col, value));
    }
}

/// Codes of what was noted, with their cells, in order.
pub fn problems(data: &Data) -> Vec<(&'static str, String)> {
    data.problems
        .iter()
        .map(|p| (p.kode(), p.at.map_or_else(String::new, crate::base::origin::Origin::a1)))
        .collect()
}

pub fn person<'d>(data: &'d Data, nip: &str) -> &'d Pegawai {
    data.pegawai(data.find(nip).unwrap())
}
