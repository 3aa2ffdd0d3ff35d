//! All that was read in a run: files, and sheets of cells.

use super::sheet::{Sheet, Value};
use super::strike::Strike;
use super::tint::Tint;
use crate::base::ids::short;
use crate::base::origin::{FileId, Origin, SheetId};
use crate::base::text::Text;
use crate::finding::Noted;

/// What a file turned out to be, by its bytes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FileFormat {
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
    /// Records of an interface.
    Json,
}

impl FileFormat {
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
            Self::Json => "json",
        }
    }
}

/// One input file, read or not.
#[derive(Debug, Clone)]
pub struct InputFile {
    /// Path as the user gave it (or folder + name for a file found in a folder).
    pub path: Text,
    /// Hex SHA-256 of its bytes; empty when they could not be read, and see [`ReadOptions::fingerprints`](super::ReadOptions::fingerprints).
    pub sha256: String,
    /// What it was recognised as; `None` when it is no table at all.
    pub format: Option<FileFormat>,
    /// Text encoding, for delimited text and HTML: `UTF-8`, `UTF-16LE`, `windows-1252` …
    pub encoding: Option<&'static str>,
    /// Delimiter, for delimited text.
    pub delimiter: Option<char>,
    /// Modification time, for the report's reproducible date.
    pub modified: Option<std::time::SystemTime>,
    /// True when the user named this file; false when it was found in a named folder.
    pub named: bool,
}

#[cfg(test)]
impl InputFile {
    /// A workbook that was named and read.
    pub fn workbook(path: &str) -> Self {
        Self {
            path: path.into(),
            sha256: String::new(),
            format: Some(FileFormat::Xlsx),
            encoding: None,
            delimiter: None,
            modified: None,
            named: true,
        }
    }
}

/// All that was read in a run.
#[derive(Debug, Default)]
pub struct Inputs {
    /// Files in the order of reading (as given; folders by name).
    pub files: Vec<InputFile>,
    /// Sheets of all files; [`SheetId`] is the index.
    pub sheets: Vec<Sheet>,
    /// What could not be read.
    pub problems: Vec<Noted>,
    /// The sheet that was taken over from elsewhere, the last one: no input that people stand in.
    pub adopted: Option<SheetId>,
}

impl Inputs {
    /// The file of the adopted sheet.
    #[must_use]
    pub fn adopted_file(&self) -> Option<FileId> {
        self.adopted.map(|id| self.sheet(id).file)
    }

    /// The sheet.
    #[must_use]
    pub fn sheet(&self, id: SheetId) -> &Sheet {
        &self.sheets[id]
    }

    /// The file.
    #[must_use]
    pub fn file(&self, id: FileId) -> &InputFile {
        &self.files[id]
    }

    /// What is struck out in a cell.
    #[must_use]
    pub fn strike(&self, at: Origin) -> Option<&Strike> {
        self.sheet(at.sheet()).strike(at.row(), at.col())
    }

    /// The colour of a cell that may say something; see [`tint`](super::tint).
    #[must_use]
    pub fn tint(&self, at: Origin) -> Option<Tint> {
        self.sheet(at.sheet()).tint(at.row(), at.col())
    }

    /// Takes over one sheet of another set, with its file; gives its number here.
    pub fn adopt(&mut self, mut other: Self, sheet: SheetId) -> SheetId {
        let mut sheet = other.sheets.swap_remove(sheet.index());
        let file = other.files.swap_remove(sheet.file.index());
        sheet.file = FileId(short(self.files.len()));
        self.files.push(file);
        self.sheets.push(sheet);
        let id = SheetId(short(self.sheets.len() - 1));
        self.adopted = Some(id);
        id
    }

    /// The value in a cell, as it stands in the file.
    #[must_use]
    pub fn value(&self, at: Origin) -> Value<'_> {
        self.sheet(at.sheet()).at(at.row(), at.col())
    }
}
