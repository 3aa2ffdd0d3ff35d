//! What went wrong on the way from bytes to the model, as plain facts.
//!
//! Input, table and model record a [`Problem`]; they do not word it. `check/` has one file per
//! finding code that turns the facts of one [`ProblemKind`] into findings with message, remedy
//! and acuan. So the words of a code stand in one place, and reading stays free of them.

use std::sync::Arc;

use crate::base::origin::{FileId, Origin};

/// A fact about something that could not be read or does not fit.
#[derive(Debug, Clone)]
pub struct Problem {
    /// What happened.
    pub kind: ProblemKind,
    /// The file, when the problem is of a whole file (otherwise `at` tells it).
    pub file: Option<FileId>,
    /// The cell.
    pub at: Option<Origin>,
    /// A second cell that belongs to it (the other one of a doubled row).
    pub other: Option<Origin>,
    /// The value as written.
    pub written: Option<Box<str>>,
    /// What was expected, in words.
    pub expected: Option<Box<str>>,
    /// A detail for the message: which part is wrong, the nearest allowed word, a count.
    pub detail: Option<Box<str>>,
    /// The person it is about, when known.
    pub nip: Option<Arc<str>>,
    /// The RHK it is about.
    pub kode_rhk: Option<Arc<str>>,
}

impl Problem {
    /// A problem of this kind with nothing else known yet.
    #[must_use]
    pub fn new(kind: ProblemKind) -> Self {
        Self {
            kind,
            file: None,
            at: None,
            other: None,
            written: None,
            expected: None,
            detail: None,
            nip: None,
            kode_rhk: None,
        }
    }

    /// About a whole file.
    #[must_use]
    pub fn in_file(mut self, file: FileId) -> Self {
        self.file = Some(file);
        self
    }

    /// At a cell.
    #[must_use]
    pub fn at(mut self, at: Origin) -> Self {
        self.at = Some(at);
        self
    }

    /// With a second cell.
    #[must_use]
    pub fn and(mut self, other: Origin) -> Self {
        self.other = Some(other);
        self
    }

    /// With the value as written.
    #[must_use]
    pub fn written(mut self, text: impl Into<Box<str>>) -> Self {
        self.written = Some(text.into());
        self
    }

    /// With what was expected.
    #[must_use]
    pub fn expected(mut self, text: impl Into<Box<str>>) -> Self {
        self.expected = Some(text.into());
        self
    }

    /// With a detail for the message.
    #[must_use]
    pub fn detail(mut self, text: impl Into<Box<str>>) -> Self {
        self.detail = Some(text.into());
        self
    }

    /// About this person.
    #[must_use]
    pub fn nip(mut self, nip: impl Into<Arc<str>>) -> Self {
        self.nip = Some(nip.into());
        self
    }

    /// About this RHK.
    #[must_use]
    pub fn rhk(mut self, kode: impl Into<Arc<str>>) -> Self {
        self.kode_rhk = Some(kode.into());
        self
    }
}

/// The kinds of problem; each is told by exactly one finding code in `check/`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ProblemKind {
    // ── files (input) ──
    /// Does not exist, no permission, or another I/O error; detail says which.
    FileUnreadable,
    /// Protected by a password.
    FileEncrypted,
    /// A zip that would unpack to far too much.
    FileBomb,
    /// Damaged: truncated, broken XML, a part missing.
    FileDamaged,
    /// Too many rows, columns or cells.
    FileTooLarge,
    /// A workbook without sheets, or an empty file.
    FileEmpty,
    /// The content is no table of any known format.
    FileNotTable,
    /// An answer of a web site instead of the download: an error page, a page for signing in.
    FileErrorPage,
    /// Written by this program, and no input; detail is what it is.
    FileOwn,
    /// Equals another input byte by byte; detail is that one's path.
    FileCopy,
    /// A file or sheet that the user wanted left out.
    Skipped,
    /// A wish to leave something out that nothing fits; `written` is the wish.
    SkipUnused,
    /// A filled cell far outside any table was left out.
    CellBeyond,
    /// The delimiter or the encoding cannot be told.
    DelimiterAmbiguous,
    // ── tables ──
    /// No table was recognised in a sheet that holds NIPs.
    SheetNotRecognised,
    /// No table was recognised in any sheet of a file that the user named.
    FileNotRecognised,
    /// Sheet is hidden; it was read.
    SheetHidden,
    /// A column that must be there is missing; detail is its name.
    ColumnMissing,
    /// Two columns of one table mean the same.
    ColumnDoubled,
    /// Rows were passed over as no data; detail is why and how many.
    RowsSkipped,
    // ── values ──
    /// `#N/A` and the like.
    ValueError,
    /// A formula without stored result.
    ValueUncomputed,
    /// A figure that can be read two ways (`1.234`).
    NumberAmbiguous,
    /// Not a figure where one is needed.
    NumberUnreadable,
    /// 0,85 % or 85 %?
    PercentAmbiguous,
    /// A time of day, a duration or a date where a figure with a unit belongs; expected is the unit.
    ClockCell,
    /// Not a date.
    DateUnreadable,
    /// A word outside its vocabulary; detail is the nearest allowed word.
    WordUnknown,
    /// Read as another label of the vocabulary, with doubt ("Perlu Perbaikan").
    WordDoubtful,
    /// A code of `jenis_jabatan` that nobody has explained; nothing depends on it.
    PostCode,
    /// An obligatory cell is empty; detail is the column.
    ValueMissing,
    // ── identity ──
    /// NIP stored as a number, already rounded.
    NipNumber,
    /// NIP of the wrong form; detail names which part.
    NipMalformed,
    /// The same NIP twice with overlapping periods.
    PersonDoubled,
    /// A NIP in a data table that is in no pegawai row; detail is how many rows of the table.
    PersonUnknown,
    /// The same unit twice with unlike content; `other` is the row that counts.
    UnitDoubled,
    // ── SKP, realisasi, perilaku rows ──
    /// Two skp rows for one indicator that differ.
    SkpDoubled,
    /// Two rows that are equal: one counts.
    RowRepeated,
    /// A later row of an RHK says something else than its first.
    RhkInconsistent,
    /// Realisasi rows doubled for one period.
    RealisasiDoubled,
    /// Realisasi for an RHK or indicator that does not exist.
    RealisasiUnknown,
    /// A yearly realisasi row of a code that stands in the SKP of two postings.
    RealisasiTwoPostings,
    /// Realisasi of another year: ignored. Told once a table and year; detail is how many rows.
    RealisasiOtherYear,
    /// One-sided target against `arah`.
    TargetContradictsArah,
    /// `mulai` of an SKP row lies in no posting.
    PostingUnknown,
}
