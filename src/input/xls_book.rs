//! A look through the records of an `.xls` before calamine reads it: calamine allocates the
//! bounding box of every sheet, and memory that cannot be had ends the process.

use crate::base::ids::wide;
use std::io::{self, Cursor, Read, Write};
use std::path::PathBuf;

use super::biff::{BOUND_SHEET, BiffRecords, CELLS_OF_ONE, END, MULTIPLE, number};
use super::findings::{FileEncrypted, FileTooLarge};
use super::guard::damaged;
use super::refusal::Refusal;
use super::squeeze_xls::{Squeeze, squeeze_sheet};

/// Cells of all bounding boxes together. At some 90 bytes each this is 450 MB.
const CELLS: u64 = 5_000_000;
/// So many they may be in any file; a larger one may have one for every four of its bytes.
const CELLS_OF_SMALL: u64 = 500_000;
const BYTES_OF_CELL: u64 = 4;
/// Cells of one declared dimension; a whole sheet of 65,536 × 256 is written by some.
const DECLARED: u64 = 20_000_000;
/// Bytes walked through; many sheets may point to the same records.
const WALKED: usize = 512 << 20;

/// The records of a workbook.
pub(super) struct BookRecords {
    /// All of them, one behind the other.
    pub stream: Vec<u8>,
    /// Where the stream stands in the file.
    pub path: PathBuf,
    /// Each sheet, those of charts among them: where it begins, and its rows and columns where far cells part them.
    pub sheets: Vec<(usize, Option<Squeeze>)>,
}

/// Refuses a workbook whose sheets would not fit; gives its records.
pub(super) fn judge(bytes: &[u8]) -> Result<BookRecords, Refusal> {
    let (path, stream) = workbook_stream(bytes)?;
    let mut starts = Vec::new();
    for record in BiffRecords::new(&stream) {
        match record {
            (FILE_PASS, _) => return Err(encrypted()),
            (BOUND_SHEET, data) => starts.push(usize::try_from(number(data, 0, 4)).unwrap_or(usize::MAX)),
            (END, _) => break,
            _ => {}
        }
    }
    let most = CELLS.min(CELLS_OF_SMALL.max(wide(bytes.len()) / BYTES_OF_CELL));
    let (mut cells, mut walked) = (0_u64, 0);
    let mut sheets = Vec::new();
    for start in starts {
        let records = stream.get(start..).ok_or_else(|| damaged("isi sebuah lembar tidak ada"))?;
        let (seen, bytes) = sheet(records)?;
        let squeeze = seen.squeeze();
        cells = cells.saturating_add(squeeze.as_ref().map_or(seen.area(), Squeeze::area));
        walked += bytes;
        if cells > most || walked > WALKED {
            let detail = "sel-selnya terlalu banyak atau terlalu terpencar untuk format .xls; simpan sebagai .xlsx".into();
            return Err(Refusal::new(FileTooLarge { detail }));
        }
        sheets.push((start, squeeze));
    }
    Ok(BookRecords { stream, path, sheets })
}

/// The file with those sheets squeezed; `None` where there is none.
pub(super) fn squeezed(bytes: &[u8], book: &BookRecords) -> Result<Option<Vec<u8>>, Refusal> {
    let mut stream = None;
    let mut done: Vec<usize> = Vec::new();
    for (start, squeeze) in &book.sheets {
        let Some(squeeze) = squeeze else { continue };
        // Two sheets may stand on the same records.
        if !done.contains(start) {
            done.push(*start);
            let stream = stream.get_or_insert_with(|| book.stream.clone());
            squeeze_sheet(&book.stream[*start..], &mut stream[*start..], squeeze);
        }
    }
    let written = stream.map(|stream| written(bytes, book, &stream)).transpose();
    written.map_err(|e| damaged("wadah OLE rusak").because(&e))
}

/// The file with another stream of records, as long as the old one.
fn written(bytes: &[u8], book: &BookRecords, stream: &[u8]) -> io::Result<Vec<u8>> {
    let mut file = cfb::CompoundFile::open(Cursor::new(bytes.to_vec()))?;
    let mut into = file.open_stream(&book.path)?;
    into.write_all(stream)?;
    into.flush()?;
    drop(into);
    Ok(file.into_inner().into_inner())
}

fn encrypted() -> Refusal {
    Refusal::new(FileEncrypted)
}

fn workbook_stream(bytes: &[u8]) -> Result<(PathBuf, Vec<u8>), Refusal> {
    let broken = |e: std::io::Error| damaged("wadah OLE rusak").because(&e);
    let mut file = cfb::CompoundFile::open(Cursor::new(bytes)).map_err(broken)?;
    for name in ["Workbook", "Book"] {
        let path = file
            .walk()
            .find(|e| e.is_stream() && e.name().eq_ignore_ascii_case(name))
            .map(|e| e.path().to_owned());
        if let Some(path) = path {
            let mut stream = Vec::new();
            // A stream cannot be longer than the file that holds it, whatever it declares.
            let opened = file.open_stream(&path).map_err(broken)?;
            opened.take(wide(bytes.len())).read_to_end(&mut stream).map_err(broken)?;
            return Ok((path, stream));
        }
    }
    Err(damaged("buku kerja di dalamnya tidak ada"))
}

/// What follows is encrypted.
const FILE_PASS: u16 = 0x002F;
const DIMENSIONS: u16 = 0x0200;
/// The rows and columns that cells of a sheet stand in.
#[derive(Default)]
struct SeenCells {
    rows: Vec<bool>,
    cols: Vec<bool>,
    cells: u64,
}

impl SeenCells {
    fn cell(&mut self, row: u64, cols: (u64, u64)) {
        let mark = |seen: &mut Vec<bool>, at: u64| {
            // Two bytes in the record.
            let at = usize::try_from(at).unwrap_or(0);
            if seen.len() <= at {
                seen.resize(at + 1, false);
            }
            seen[at] = true;
        };
        mark(&mut self.rows, row);
        for col in cols.0..=cols.1.max(cols.0) {
            mark(&mut self.cols, col);
            self.cells += 1;
        }
    }

    /// Cells of the bounding box.
    fn area(&self) -> u64 {
        let span = |seen: &[bool]| wide(seen.len() - seen.iter().position(|s| *s).unwrap_or(seen.len()));
        span(&self.rows) * span(&self.cols)
    }

    fn squeeze(&self) -> Option<Squeeze> {
        Squeeze::worth_it(self.area(), self.cells).then(|| Squeeze::of(&self.rows, &self.cols))
    }
}

/// The cells of a sheet, and bytes walked.
fn sheet(stream: &[u8]) -> Result<(SeenCells, usize), Refusal> {
    let mut seen = SeenCells::default();
    let mut records = BiffRecords::of_sheet(stream);
    for (kind, data) in records.by_ref() {
        match kind {
            DIMENSIONS => declared(data)?,
            MULTIPLE => {
                let last = number(data, data.len().saturating_sub(2), 2);
                seen.cell(number(data, 0, 2), (number(data, 2, 2), last));
            }
            _ if CELLS_OF_ONE.contains(&kind) => {
                let col = number(data, 2, 2);
                seen.cell(number(data, 0, 2), (col, col));
            }
            _ => {}
        }
    }
    Ok((seen, records.place()))
}

/// calamine reserves memory for the declared dimensions, too.
fn declared(data: &[u8]) -> Result<(), Refusal> {
    let (first_row, last_row, first_col, last_col) = if data.len() == 10 {
        (number(data, 0, 2), number(data, 2, 2), number(data, 4, 2), number(data, 6, 2))
    } else {
        (
            number(data, 0, 4),
            number(data, 4, 4),
            number(data, 8, 2),
            number(data, 10, 2),
        )
    };
    if last_row == 0 || last_col == 0 {
        return Ok(());
    }
    let first_col = if first_col > 0xFF || last_col < first_col {
        0
    } else {
        first_col
    };
    if last_row < first_row || (last_row - first_row).saturating_mul(last_col - first_col) > DECLARED {
        return Err(damaged("ukuran lembar yang tertulis di dalamnya tidak mungkin"));
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn record(kind: u16, data: &[u8]) -> Vec<u8> {
        let length = u16::try_from(data.len()).unwrap();
        [&kind.to_le_bytes(), &length.to_le_bytes(), data].concat()
    }

    #[test]
    fn two_distant_cells_span_a_large_box() {
        let near = record(0x0203, &[0, 0, 0, 0, 0, 0]);
        let far = record(0x0203, &[0xff, 0xff, 0xff, 0x00, 0, 0]);
        let (seen, _) = sheet(&[near.clone(), far, record(END, &[])].concat()).unwrap();
        assert_eq!(seen.area(), 65_536 * 256);
        assert_eq!(seen.squeeze().unwrap().area(), 4);
        let (seen, _) = sheet(&near).unwrap();
        assert!(seen.area() == 1 && seen.squeeze().is_none());
        let dimensions = [0, 0, 0, 0, 0xff, 0xff, 0xff, 0xff, 0, 0, 0xff, 0xff, 0, 0];
        assert_eq!(declared(&dimensions).unwrap_err().fact.code().kode, "STR004");
    }
}
