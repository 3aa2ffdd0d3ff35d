//! A sheet whose cells are written, with what the library is to be given last.

use rust_xlsxwriter::{Format, Worksheet};

use super::{SheetResult, note};
use crate::base::workbook_file::EXCEL_ROWS;
use crate::report::form::wrapping::height;

/// Rows that the highest note covers at most.
const ROWS_OF_A_NOTE: u32 = 25;

/// A sheet whose cells are written.
pub struct FilledSheet {
    /// The sheet.
    pub ws: Worksheet,
    /// What it still lacks.
    pub given_last: GivenLast,
}

/// Heights and notes of a sheet. The library keeps a height in 217 bytes and a note in 4 kB until the workbook is saved, so
/// that it is given them when all sheets are filled and the run is gone.
pub struct GivenLast {
    streamed: bool,
    heights: Vec<(u32, u32)>,
    notes: Vec<(u32, u16, String)>,
    /// Row after the last one where that has a height or a level, see [`GivenLast::end_rows`].
    open_end: Option<u32>,
}

impl From<Worksheet> for FilledSheet {
    fn from(ws: Worksheet) -> Self {
        let given_last = GivenLast::new(false);
        Self { ws, given_last }
    }
}

impl FilledSheet {
    /// The whole sheet.
    pub fn complete(mut self) -> SheetResult<Worksheet> {
        let given = &self.given_last;
        let lowest = given.notes.iter().map(|(row, ..)| row + ROWS_OF_A_NOTE).max();
        let end = if given.streamed { lowest.unwrap_or(0) } else { EXCEL_ROWS };
        for &(row, points) in given.heights.iter().filter(|(row, _)| *row < end) {
            self.ws.set_row_height(row, points)?;
        }
        for (row, col, text) in self.given_last.notes {
            self.ws.insert_note(row, col, &note(&text))?;
        }
        Ok(self.ws)
    }
}

impl GivenLast {
    /// Nothing yet of a sheet that is streamed, or not.
    pub fn new(streamed: bool) -> Self {
        Self {
            streamed,
            heights: Vec::new(),
            notes: Vec::new(),
            open_end: None,
        }
    }

    /// A row is written, and so many points high. The library writes a streamed row out when the next one begins, as high as
    /// rows are by then: each row of such a sheet must come here. It is told the heights once more in the end, since where a
    /// note stands depends on them.
    pub fn end_row(&mut self, ws: &mut Worksheet, row: u32, points: u32) {
        // Behind the last row that a sheet can have no other begins.
        let last = self.streamed && row + 1 >= EXCEL_ROWS;
        let points = if last { height(1) } else { points };
        if self.streamed {
            ws.set_default_row_height(points);
        }
        self.open_end = None;
        if points > height(1) {
            self.heights.push((row, points));
            self.open_end = Some(row + 1);
        }
    }

    /// The same of a row that has a level or a format of its own, which the library keeps with its height.
    pub fn end_own_row(&mut self, ws: &mut Worksheet, row: u32, points: u32) -> SheetResult<()> {
        self.end_row(ws, row, points);
        if self.streamed {
            ws.set_default_row_height(height(1)).set_row_height(row, points)?;
            self.open_end = Some(row + 1);
        }
        Ok(())
    }

    /// Ends the rows of a sheet. The library writes the last row of a streamed one once more without cells where that has a
    /// height or a level (0.102), which Excel may take for damage; with an empty row begun behind it, it does not.
    pub fn end_rows(&mut self, ws: &mut Worksheet) -> SheetResult<()> {
        if !self.streamed {
            return Ok(());
        }
        if let Some(row) = self.open_end.filter(|row| *row < EXCEL_ROWS) {
            ws.write_blank(row, 0, &Format::new())?.clear_cell(row, 0);
        }
        ws.set_default_row_height(height(1));
        Ok(())
    }

    /// Rows with a height of their own.
    pub fn heights(&self) -> usize {
        self.heights.len()
    }

    /// A note on a cell, unless there are so many already.
    pub fn note(&mut self, (row, col): (u32, u16), most: usize, text: impl FnOnce() -> String) {
        if self.notes.len() < most {
            self.notes.push((row, col, text()));
        }
    }
}
