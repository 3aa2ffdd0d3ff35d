//! Sheets → tables: which rectangle of which sheet is what, found by its header.
//!
//! A [`Table`] is a view: it names the columns and the data rows of a [`Sheet`](crate::input::Sheet)
//! and copies nothing. What was passed over is kept with its reason, for `skp baca`.

use std::sync::Arc;

use crate::input::{Inputs, Value};
use crate::origin::{Origin, SheetId};
use crate::problem::Problem;

/// The kinds of table (`masukan.md` section 1 and 3–4).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum JenisTabel {
    /// A row per pegawai and posting.
    Pegawai,
    /// Units.
    Unit,
    /// Sasaran of units.
    Sasaran,
    /// A row per indicator.
    Skp,
    /// Realisasi.
    Realisasi,
    /// Perilaku.
    Perilaku,
    /// Ratings set by the penilai; also the e-Kinerja "Laporan Penilaian SKP".
    Penilaian,
    /// People rightly without a result.
    Pengecualian,
    /// e-Kinerja "Laporan SKP".
    LaporanSkp,
    /// Official form, planning.
    FormulirSkp,
    /// Official form, evaluation.
    FormulirEvaluasi,
}

impl JenisTabel {
    /// All kinds, in the order of the contract.
    pub const ALL: [Self; 11] = [
        Self::Pegawai,
        Self::Unit,
        Self::Sasaran,
        Self::Skp,
        Self::Realisasi,
        Self::Perilaku,
        Self::Penilaian,
        Self::Pengecualian,
        Self::LaporanSkp,
        Self::FormulirSkp,
        Self::FormulirEvaluasi,
    ];

    /// The word of the contract.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Pegawai => "pegawai",
            Self::Unit => "unit",
            Self::Sasaran => "sasaran",
            Self::Skp => "skp",
            Self::Realisasi => "realisasi",
            Self::Perilaku => "perilaku",
            Self::Penilaian => "penilaian",
            Self::Pengecualian => "pengecualian",
            Self::LaporanSkp => "laporan_skp",
            Self::FormulirSkp => "formulir_skp",
            Self::FormulirEvaluasi => "formulir_evaluasi",
        }
    }
}

/// A column of a table.
#[derive(Debug, Clone)]
pub struct Column {
    /// Column in the sheet.
    pub col: u16,
    /// Header as the file writes it; levels joined with " / ".
    pub written: Arc<str>,
    /// Canonical name (`nip_atasan`), or `None` when not understood.
    pub canonical: Option<&'static str>,
}

/// A row that is no data.
#[derive(Debug, Clone)]
pub struct Skipped {
    /// 0-based row number in the sheet.
    pub row: u32,
    /// Why, in the user's words: "baris nomor kolom", "baris contoh", "JUMLAH" …
    pub reason: &'static str,
}

/// A data row of a table.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct TableRow {
    /// Index for [`Sheet::row_at`](crate::input::Sheet::row_at): the row's place among non-empty rows.
    pub index: u32,
    /// Set by an "A. UTAMA" / "B. TAMBAHAN" row above: `jenis` for rows that do not say it.
    pub section: Option<Section>,
}

/// Section of an skp table.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Section {
    /// Below "UTAMA".
    Utama,
    /// Below "TAMBAHAN".
    Tambahan,
}

/// A recognised table: a view on a sheet.
#[derive(Debug, Clone)]
pub struct Table {
    /// Kind.
    pub jenis: JenisTabel,
    /// The sheet it stands in.
    pub sheet: SheetId,
    /// First and last header row, 0-based.
    pub header: (u32, u32),
    /// First and last column (side-by-side tables share rows).
    pub cols: (u16, u16),
    /// Columns, left to right.
    pub columns: Vec<Column>,
    /// Data rows in file order.
    pub rows: Vec<TableRow>,
    /// Non-blank rows between header and last data row that are no data.
    pub skipped: Vec<Skipped>,
    /// Title and meta lines above the header, for the report and for periods.
    pub meta: Vec<Box<str>>,
}

impl Table {
    /// The column with this canonical name.
    pub fn column(&self, canonical: &str) -> Option<&Column> {
        self.columns.iter().find(|c| c.canonical == Some(canonical))
    }

    /// The value of a data row in a sheet column, and the cell it really stands in: under a
    /// vertical merge that is the merge's first cell.
    pub fn cell<'a>(&self, inputs: &'a Inputs, row: TableRow, col: u16) -> (Value<'a>, Origin) {
        let sheet = inputs.sheet(self.sheet);
        let line = sheet.row_at(row.index as usize);
        let at = Origin::new(self.sheet, line.number(), col);
        let value = line.get(col);
        if !matches!(value, Value::Empty) || sheet.merges.is_empty() {
            return (value, at);
        }
        match sheet
            .merges
            .iter()
            .find(|m| m.left == col && m.top < at.row && at.row <= m.bottom)
        {
            Some(m) => (sheet.at(m.top, col), Origin::new(self.sheet, m.top, col)),
            None => (value, at),
        }
    }
}

/// What was recognised in a run.
#[derive(Debug, Default)]
pub struct Tables {
    /// Tables in order of file, sheet, place.
    pub tables: Vec<Table>,
    /// What did not fit.
    pub problems: Vec<Problem>,
}

impl Tables {
    /// The table a cell belongs to (by sheet, columns and rows).
    pub fn at(&self, at: Origin) -> Option<&Table> {
        self.tables
            .iter()
            .filter(|t| t.sheet == at.sheet && (t.cols.0..=t.cols.1).contains(&at.col) && t.header.0 <= at.row)
            .max_by_key(|t| t.header.0)
    }
}
