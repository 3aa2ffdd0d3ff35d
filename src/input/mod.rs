//! Bytes → sheets of cells. Knows files and cells, and no word of the civil service.
//!
//! [`read`] takes paths (files and folders) and gives [`Inputs`]: every file with its hash and
//! what it was recognised as, every sheet as a compact [`Sheet`], and the problems of files that
//! could not be read. A file's kind is decided by its content, never by its extension.
//!
//! Files may be hostile: every reader works inside [`Limits`], and a file that is refused is a
//! [`Noted`] of its own while the others are read. A workbook that is damaged in one place is
//! refused whole: half of a data set would look like people without targets.

mod answer;
mod biff;
mod copies;
mod csv;
mod csv_blocks;
mod detect;
mod dialect;
mod encoding;
mod ends;
mod file;
mod filling;
pub mod findings;
pub(crate) mod guard;
mod html;
mod json;
mod legacy;
mod ods;
mod own;
pub(crate) mod package;
mod plain_book;
mod plain_sheet;
mod scan;
pub mod sheet;
mod skip;
mod soundness;
mod squeeze_xls;
pub mod strike;
mod strike_html;
mod strike_ods;
mod strike_xls;
mod strike_xlsb;
mod strike_xlsx;
pub mod tint;
mod tint_html;
mod tint_ods;
mod tint_xls;
mod tint_xlsb;
mod tint_xlsx;
mod walk;
mod xlsb;
mod xlsx;

use std::collections::HashSet;
use std::path::PathBuf;

use crate::base::file_names::file_name;
use crate::base::ids::short;
use crate::base::origin::{FileId, Origin, SheetId};
use crate::base::output_file::InputPath;
use crate::base::text::Text;
use crate::base::workbook_file::EXCEL_ROWS;
use crate::finding::Noted;
pub use answer::table_endings;
pub use file::fingerprint;
use findings::SkipUnused;
pub use own::is_own_file;
pub use sheet::{CellError, Sheet, SheetBuilder, Value};
pub use skip::Skip;
pub use strike::{Strike, StruckText};
pub use tint::{PaintWish, Paints, Rgb, Tint, Tints};

/// Bounds that keep a hostile file from taking the machine. The defaults leave room for an
/// instansi of some hundred thousand pegawai.
#[derive(Debug, Clone, Copy)]
pub struct Limits {
    /// Largest file, in bytes on disk.
    pub file_bytes: u64,
    /// Most bytes a zipped workbook may unpack to.
    pub unpacked_bytes: u64,
    /// A zip that unpacks to more than this many times its size is a bomb (above a floor of 32 MiB).
    pub ratio: u64,
    /// Rows of a sheet; those of Excel.
    pub rows: u32,
    /// Columns of a sheet. Excel has 16,384, but no table of people does.
    pub cols: u16,
    /// Filled cells of one file.
    pub cells: usize,
    /// Bytes of distinct text in one sheet.
    pub text_bytes: usize,
    /// Characters of one cell; those of Excel, which our report must hold, too.
    pub cell_chars: usize,
    /// Sheets of one workbook.
    pub sheets: usize,
}

impl Default for Limits {
    fn default() -> Self {
        Self {
            file_bytes: 2 << 30,
            unpacked_bytes: 2 << 30,
            ratio: 100,
            rows: EXCEL_ROWS,
            cols: 1_000,
            cells: 100_000_000,
            text_bytes: 1 << 30,
            cell_chars: 32_767,
            sheets: 2_000,
        }
    }
}

/// How to read.
#[derive(Clone, Copy)]
pub struct ReadOptions<'a> {
    /// Delimiter the user forces for delimited text (`--pemisah`); ASCII.
    pub delimiter: Option<char>,
    /// Is this cell text the name of a known column? Decides between delimiters; input itself
    /// knows no such word.
    pub known_header: &'a (dyn Fn(&str) -> bool + Sync),
    /// Files and sheets to leave out (`--lewati`).
    pub skip: &'a [Skip],
    /// Files that the run writes, links followed: no inputs, although they lie among them.
    pub not_input: &'a [PathBuf],
    /// Read what this program wrote, too: the one sheet of a report that is filled in and read back.
    pub own: bool,
    /// Something will name the fingerprints of the files; where nothing does, a large text is read without one.
    pub fingerprints: bool,
    /// Tell what a library says, too, in its own language (`--rinci`).
    pub verbose: bool,
    /// Told which file is being read, by its path; from any thread.
    pub watch: &'a (dyn Fn(&str) + Sync),
    /// Bounds.
    pub limits: Limits,
    /// Leave every sheet of a workbook to calamine: for comparing with what is read without it.
    pub by_calamine: bool,
}

impl Default for ReadOptions<'_> {
    fn default() -> Self {
        Self {
            delimiter: None,
            known_header: &|_| false,
            skip: &[],
            not_input: &[],
            own: false,
            fingerprints: true,
            verbose: false,
            watch: &|_| {},
            limits: Limits::default(),
            by_calamine: false,
        }
    }
}

impl std::fmt::Debug for ReadOptions<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("ReadOptions")
            .field("delimiter", &self.delimiter)
            .field("limits", &self.limits)
            .finish_non_exhaustive()
    }
}

/// Reads files and folders. Never fails: what cannot be read is a [`Noted`], and its
/// [`InputFile`] is in the list all the same.
///
/// Folders are read whole, by name, without hidden files and Excel's lock files (`~$…`). A path
/// that comes twice is read once. Files are read by as many threads as the machine has (two
/// sheets of a single workbook likewise), in an order of results that does not depend on them.
#[must_use]
pub fn read(paths: &[PathBuf], options: &ReadOptions) -> Inputs {
    let found = walk::find(paths, options.not_input);
    let files = file::read_all(&found, options);
    let used: HashSet<usize> = files.iter().flat_map(|f| f.skips.iter().copied()).collect();
    let mut inputs = gather(files);
    let unused = options.skip.iter().enumerate().filter(|(i, _)| !used.contains(i));
    let told: Vec<Noted> = unused.map(|(_, skip)| skip_unused(&inputs, &skip.written)).collect();
    inputs.problems.extend(told);
    inputs
}

/// Names offered for one that nothing has, at most.
const OFFERED: usize = 8;

fn skip_unused(inputs: &Inputs, written: &str) -> Noted {
    let mut names: Vec<String> = inputs.files.iter().map(|f| file_name(&f.path).to_owned()).collect();
    for sheet in &inputs.sheets {
        if let Some(name) = &sheet.name {
            names.push(format!("{}:{name}", names[sheet.file]));
        }
    }
    // The nearest first; of equally near ones in the order of reading.
    names.sort_by_key(|n| strsim::damerau_levenshtein(&n.to_lowercase(), &written.to_lowercase()));
    names.truncate(OFFERED);
    Noted::new(SkipUnused { names }).written(written)
}

/// The files behind the paths, as [`read`] would read them: no output may be one of them.
#[must_use]
pub fn files(paths: &[PathBuf]) -> Vec<InputPath> {
    walk::find(paths, &[])
        .into_iter()
        .map(|f| InputPath {
            path: f.path,
            named: f.named,
        })
        .collect()
}

/// Reads one file that is in memory already, as if the user had named it `name`.
#[must_use]
pub fn read_bytes(name: &str, bytes: &[u8], options: &ReadOptions) -> Inputs {
    gather(vec![file::read_memory(name, bytes, options)])
}

/// `B2` → row 1, column 1; `None` for anything that is no cell of a sheet of Excel.
pub(crate) fn a1(text: &str) -> Option<(u32, u16)> {
    let bytes = text.as_bytes();
    let letters = bytes.iter().position(|b| !b.is_ascii_alphabetic())?;
    let (name, number) = bytes.split_at(letters);
    if !(1..=3).contains(&letters) || number.len() > 7 {
        return None;
    }
    let col = (name.iter()).fold(0, |n, b| n * 26 + u16::from(b.to_ascii_uppercase() - b'A') + 1);
    let row = number
        .iter()
        .try_fold(0, |n, b| b.is_ascii_digit().then(|| n * 10 + u32::from(b - b'0')))?;
    Some((row.checked_sub(1)?, col - 1))
}

/// Files as read → one set, in which every sheet has a number of its own.
fn gather(files: Vec<file::Read1>) -> Inputs {
    let mut inputs = Inputs::default();
    for read in files {
        let sheets_before = short(inputs.sheets.len());
        inputs.files.push(read.file);
        inputs.sheets.extend(read.sheets);
        inputs.problems.extend(read.problems.into_iter().map(|mut problem| {
            // A reader counts the sheets of its own file from 0.
            if let Some(at) = &mut problem.at {
                *at = at.in_sheet(SheetId(at.sheet().0 + sheets_before));
            }
            problem
        }));
    }
    inputs
}

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
    /// Hex SHA-256 of its bytes; empty when they could not be read, and see [`ReadOptions::fingerprints`].
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

    /// The colour of a cell that may say something; see [`tint`].
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
