//! A sheet being filled by a reader, held inside the bounds.

use std::sync::atomic::{AtomicU64, AtomicUsize, Ordering};

use super::findings::{CellBeyond, FileBomb, FileTooLarge};
use super::guard::damaged;
use super::options::Limits;
use super::refusal::Refusal;
use super::sheet::{Merge, Sheet, SheetBuilder, Value};
use super::strike::Strike;
use crate::base::ids::short;
use crate::base::origin::{FileId, Origin, SheetId, column_letters};
use crate::finding::Noted;

/// Sheets of one file, and what was odd in them.
pub type Sheets = (Vec<Sheet>, Vec<Noted>);

/// Filled cells a small file may repeat by a count, and the bytes that allow one more: what is
/// read stays in proportion to what is written.
const REPEATS: u64 = 50_000;
const BYTES_A_REPEAT: u64 = 8;
/// Cells told one by one before the file is refused.
const TOLD: usize = 50;
/// Bytes of a cell outside the bounds that are shown.
const SHOWN: usize = 200;

/// What all sheets of a file share: the file, the bounds and the count of cells.
#[derive(Debug)]
pub struct Bounds<'a> {
    /// The file.
    pub id: FileId,
    /// The bounds.
    pub limits: &'a Limits,
    cells: AtomicUsize,
    /// Cells that may still be written by a count instead of one by one.
    repeats: AtomicU64,
}

impl<'a> Bounds<'a> {
    /// Bounds of a file of which nothing has been read.
    pub fn new(id: FileId, limits: &'a Limits) -> Self {
        Self {
            id,
            limits,
            cells: AtomicUsize::new(0),
            repeats: AtomicU64::new(REPEATS),
        }
    }

    /// Lets as many cells be repeated as a file of this size may have.
    pub fn repeating(self, unpacked: u64) -> Self {
        self.repeats.fetch_add(unpacked / BYTES_A_REPEAT, Ordering::Relaxed);
        self
    }
}

/// A sheet being filled.
#[derive(Debug)]
pub struct Filling<'a> {
    bounds: &'a Bounds<'a>,
    id: SheetId,
    name: Option<&'a str>,
    sheet: SheetBuilder,
    counted: usize,
    /// The first filled cell outside the bounds.
    beyond: Option<Noted>,
    /// How many there are.
    outside: u32,
    problems: Vec<Noted>,
}

impl<'a> Filling<'a> {
    /// An empty sheet; `index` counts the sheets of its file.
    pub fn new(bounds: &'a Bounds<'a>, index: usize, name: Option<&'a str>) -> Self {
        Self {
            bounds,
            id: SheetId(short(index)),
            name,
            sheet: SheetBuilder::new(bounds.id, name.map(Into::into)),
            counted: 0,
            beyond: None,
            outside: 0,
            problems: Vec::new(),
        }
    }

    /// Marks the sheet as hidden.
    pub fn set_hidden(&mut self, hidden: bool) {
        self.sheet.set_hidden(hidden);
    }

    /// Adds a merged area, if it lies inside the bounds and is more than a cell.
    pub fn merge(&mut self, merge: Merge) {
        let limits = self.bounds.limits;
        if merge.bottom < limits.rows && merge.right < limits.cols && (merge.top, merge.left) != (merge.bottom, merge.right) {
            self.sheet.merge(merge);
        }
    }

    /// Adds a cell. Filled cells outside the bounds are told once and left out; an error means
    /// that the whole file is refused.
    pub fn push(&mut self, row: u32, col: u32, value: Value<'_>) -> Result<(), Refusal> {
        let limits = self.bounds.limits;
        if matches!(value, Value::Empty | Value::Text("")) {
            return Ok(());
        }
        let within = u16::try_from(col).unwrap_or(u16::MAX);
        if row >= limits.rows || within >= limits.cols {
            self.beyond(row, within, value);
            return Ok(());
        }
        if let Value::Text(text) = value
            && text.len() > limits.cell_chars
            && text.chars().count() > limits.cell_chars
        {
            return self.too_long(row, within);
        }
        if !self.sheet.push(row, within, value) {
            let cell = format!("{}{}", column_letters(within), row + 1);
            return Err(damaged(format!(
                "{}sel {cell} tertulis dua kali atau tidak berurutan",
                self.place()
            )));
        }
        if self.sheet.cell_count().is_multiple_of(4096) {
            self.count()?;
        }
        Ok(())
    }

    /// Marks what is struck out in a cell.
    pub fn strike(&mut self, row: u32, col: u32, strike: Strike) {
        if let Ok(col) = u16::try_from(col)
            && row < self.bounds.limits.rows
            && col < self.bounds.limits.cols
        {
            self.sheet.strike(row, col, strike);
        }
    }

    /// Takes up filled cells that the file writes by a count: a few bytes can say millions.
    pub fn repeat(&mut self, cells: u64) -> Result<(), Refusal> {
        let left = &self.bounds.repeats;
        if left
            .fetch_update(Ordering::Relaxed, Ordering::Relaxed, |left| left.checked_sub(cells))
            .is_ok()
        {
            return Ok(());
        }
        let detail = format!(
            "{}baris atau kolom berisi yang diulang-ulang menjadi terlalu banyak sel",
            self.place()
        );
        Err(Refusal::new(FileBomb { detail }))
    }

    fn place(&self) -> String {
        self.name.map(|n| format!("lembar {n}: ")).unwrap_or_default()
    }

    /// The count of a file's cells is shared between the threads that read its sheets.
    fn count(&mut self) -> Result<(), Refusal> {
        let limits = self.bounds.limits;
        let new = self.sheet.cell_count() - self.counted;
        self.counted += new;
        let all = self.bounds.cells.fetch_add(new, Ordering::Relaxed) + new;
        if all > limits.cells {
            return Err(Refusal::new(FileTooLarge {
                detail: format!("lebih dari {} sel terisi", limits.cells),
            }));
        }
        if self.sheet.text_bytes() > limits.text_bytes {
            let detail = format!("{}teksnya lebih dari {} MB", self.place(), limits.text_bytes >> 20);
            return Err(Refusal::new(FileTooLarge { detail }));
        }
        Ok(())
    }

    /// A text that no spreadsheet could hold, nor our report: told, and left out.
    fn too_long(&mut self, row: u32, col: u16) -> Result<(), Refusal> {
        let detail = format!(
            "teksnya lebih dari {} huruf, melebihi yang dapat ditampung sebuah sel",
            self.bounds.limits.cell_chars
        );
        if self.problems.len() >= TOLD {
            return Err(Refusal::new(FileTooLarge {
                detail: format!("{}banyak sel: {detail}", self.place()),
            }));
        }
        self.tell(row, col, detail);
        Ok(())
    }

    fn beyond(&mut self, row: u32, col: u16, value: Value<'_>) {
        self.outside = self.outside.saturating_add(1);
        if self.beyond.is_none() && !value.is_blank() {
            let at = Origin::new(self.id, row, col);
            let problem = Noted::new(CellBeyond { others: 0 }).in_file(self.bounds.id).at(at);
            let mut written = value.written();
            written.truncate(written.floor_char_boundary(SHOWN));
            self.beyond = Some(problem.written(written));
        }
    }

    fn tell(&mut self, row: u32, col: u16, detail: String) {
        let at = Origin::new(self.id, row, col);
        self.problems
            .push(Noted::new(FileTooLarge { detail }).in_file(self.bounds.id).at(at));
    }

    /// Gives the sheet up; it will be read again in another way.
    pub fn abandon(self) {
        self.bounds.cells.fetch_sub(self.counted, Ordering::Relaxed);
    }

    /// The sheet, and what was odd in it.
    pub fn finish(mut self) -> (Sheet, Vec<Noted>) {
        if let Some(mut beyond) = self.beyond.take() {
            let others = self.outside - 1;
            beyond.fact = CellBeyond { others }.into();
            self.problems.push(beyond);
        }
        (self.sheet.finish(), self.problems)
    }
}
