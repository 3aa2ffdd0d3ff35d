//! How to read, and within which bounds.

use std::path::PathBuf;

use super::skip::Skip;
use crate::base::workbook_file::EXCEL_ROWS;

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
