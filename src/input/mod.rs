//! Bytes → sheets of cells. Knows files and cells, and no word of the civil service.
//!
//! [`read`] takes paths (files and folders) and gives [`Inputs`]: every file with its hash and
//! what it was recognised as, every sheet as a compact [`Sheet`], and the problems of files that
//! could not be read. A file's kind is decided by its content, never by its extension.

pub mod sheet;

use std::sync::Arc;

use crate::origin::{FileId, Origin, SheetId};
use crate::problem::Problem;
pub use sheet::{CellError, Sheet, SheetBuilder, Value};

/// What a file turned out to be, by its bytes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Format {
    /// Excel 2007 and later, also `.xlsm`.
    Xlsx,
    /// Excel binary workbook.
    Xlsb,
    /// Excel 97–2003.
    Xls,
    /// OpenDocument spreadsheet.
    Ods,
    /// An HTML table, whatever its name says.
    Html,
    /// Delimited text.
    Csv,
}

impl Format {
    /// The word used in `skp.baca/1`.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Xlsx => "xlsx",
            Self::Xlsb => "xlsb",
            Self::Xls => "xls",
            Self::Ods => "ods",
            Self::Html => "html",
            Self::Csv => "csv",
        }
    }
}

/// One input file, read or not.
#[derive(Debug, Clone)]
pub struct InputFile {
    /// Path as the user gave it (or folder + name for a file found in a folder).
    pub path: Arc<str>,
    /// Hex SHA-256 of its bytes; empty when they could not be read.
    pub sha256: String,
    /// What it was recognised as; `None` when it is no table at all.
    pub format: Option<Format>,
    /// Text encoding, for delimited text and HTML: `UTF-8`, `UTF-16LE`, `windows-1252` …
    pub encoding: Option<&'static str>,
    /// Delimiter, for delimited text.
    pub delimiter: Option<char>,
    /// Modification time, for the report's reproducible date.
    pub modified: Option<std::time::SystemTime>,
    /// True when the user named this file; false when it was found in a named folder.
    pub named: bool,
}

/// All that was read in a run.
#[derive(Debug, Default)]
pub struct Inputs {
    /// Files in the order of reading (as given; folders by name).
    pub files: Vec<InputFile>,
    /// Sheets of all files; [`SheetId`] is the index.
    pub sheets: Vec<Sheet>,
    /// What could not be read.
    pub problems: Vec<Problem>,
}

impl Inputs {
    /// The sheet.
    #[must_use]
    pub fn sheet(&self, id: SheetId) -> &Sheet {
        &self.sheets[id.0 as usize]
    }

    /// The file.
    #[must_use]
    pub fn file(&self, id: FileId) -> &InputFile {
        &self.files[id.0 as usize]
    }

    /// The value in a cell, as it stands in the file.
    #[must_use]
    pub fn value(&self, at: Origin) -> Value<'_> {
        self.sheet(at.sheet).at(at.row, at.col)
    }
}
