//! Which cells of an `.xls` (BIFF8) are struck out, wholly by their font or in part by the runs of a rich text.
//!
//! calamine tells neither. So where a font of the workbook has a stroke, and only there, this walks over its records once more.
//! What cannot be read is passed over: whoever reads the workbook tells it.

use std::collections::HashMap;

use super::{SharedStrikes, StruckCells, StruckRecords, TextRun, cut_runs};
use crate::input::biff::{BEGIN, BOUND_SHEET, BiffRecords, CELLS_OF_ONE, END, MULTIPLE, number};

pub(in crate::input) const FONT: u16 = 0x0031;
pub(in crate::input) const STYLE: u16 = 0x00E0;
const SHARED_TEXTS: u16 = 0x00FC;
const MORE_TEXTS: u16 = 0x003C;
const SHARED_TEXT: u16 = 0x00FD;
/// The version that a BIFF8 stream begins with; older ones write their texts otherwise.
pub(in crate::input) const BIFF8: u64 = 0x0600;
/// The bit of a font that strikes out.
const STROKE: u64 = 0x0008;

/// What of the fonts and shared texts of a workbook is struck out.
pub struct RecordStrikes<'a> {
    stream: &'a [u8],
    strokes: StruckRecords,
    /// Where the sheets begin, those of charts among them.
    sheets: Vec<u64>,
}

impl<'a> RecordStrikes<'a> {
    /// Looks at the fonts and the shared texts; `None` where no font has a stroke.
    pub fn of(stream: &'a [u8]) -> Option<Self> {
        let (mut fonts, mut styles, mut sheets) = (Vec::new(), Vec::new(), Vec::new());
        let mut texts: Vec<&[u8]> = Vec::new();
        let mut in_texts = false;
        for (kind, data) in BiffRecords::new(stream) {
            in_texts = kind == SHARED_TEXTS || (in_texts && kind == MORE_TEXTS);
            match kind {
                BEGIN if number(data, 0, 2) != BIFF8 => return None,
                FONT => fonts.push(number(data, 2, 2) & STROKE != 0),
                STYLE => styles.push(number(data, 0, 2)),
                BOUND_SHEET => sheets.push(number(data, 0, 4)),
                END => break,
                _ if in_texts => texts.push(data),
                _ => {}
            }
        }
        if !fonts.contains(&true) {
            return None;
        }
        let is_struck = |font: u64| {
            // There is no font of the number 4: the fifth is called 5.
            let place = if font > 4 { font - 1 } else { font };
            usize::try_from(place).is_ok_and(|place| fonts.get(place) == Some(&true))
        };
        Some(Self {
            stream,
            strokes: StruckRecords {
                styles: styles.into_iter().map(is_struck).collect(),
                rich: rich_texts(&texts, is_struck),
            },
            sheets,
        })
    }

    /// The struck cells of every sheet, in the order in which the workbook lists them.
    pub fn cells(&self) -> Vec<StruckCells> {
        let all = self.sheets.iter();
        all.map(|&start| {
            let start = usize::try_from(start).unwrap_or(usize::MAX);
            self.stream
                .get(start..)
                .map(|records| self.sheet(records))
                .unwrap_or_default()
        })
        .collect()
    }

    fn sheet(&self, records: &[u8]) -> StruckCells {
        let mut found = StruckCells::default();
        let mut shared = SharedStrikes::default();
        let mut depth = 0_u32;
        for (kind, data) in BiffRecords::new(records) {
            let at = |col: u64| Some((u32::try_from(number(data, 0, 2)).ok()?, u16::try_from(col).ok()?));
            match kind {
                BEGIN => depth += 1,
                END if depth <= 1 => break,
                END => depth -= 1,
                MULTIPLE => {
                    // Row, first column, a style and a figure of each, last column.
                    let cells = data.get(4..data.len().saturating_sub(2)).unwrap_or_default();
                    for (col, cell) in (number(data, 2, 2)..).zip(cells.chunks_exact(6)) {
                        let strike = self.strokes.of_cell(number(cell, 0, 2), None, &mut shared, &mut found);
                        if let (Some(strike), Some((row, col))) = (strike, at(col)) {
                            found.mark(row, col, strike);
                        }
                    }
                }
                _ if CELLS_OF_ONE.contains(&kind) => {
                    let text = u32::try_from(number(data, 6, 4)).ok().filter(|_| kind == SHARED_TEXT);
                    let strike = self.strokes.of_cell(number(data, 4, 2), text, &mut shared, &mut found);
                    if let (Some(strike), Some((row, col))) = (strike, at(number(data, 2, 2))) {
                        found.mark(row, col, strike);
                    }
                }
                _ => {}
            }
        }
        found
    }
}

/// The shared texts that are made of runs. They go on from record to record.
fn rich_texts(records: &[&[u8]], is_struck: impl Fn(u64) -> bool) -> HashMap<u32, Vec<TextRun>> {
    let mut found = HashMap::new();
    let mut rest = UnreadRecords { records, at: 0 };
    let many = rest.number(8).map_or(0, |both| both >> 32);
    for text in 0..many {
        let Some(runs) = rest.text(&is_struck) else { break };
        if let (false, Ok(text)) = (runs.is_empty(), u32::try_from(text)) {
            found.insert(text, runs);
        }
    }
    found
}

/// What is left to read of a record and those that continue it.
struct UnreadRecords<'a> {
    records: &'a [&'a [u8]],
    at: usize,
}

impl UnreadRecords<'_> {
    /// Whether the record at hand has been read; the next one, if any, is at hand then.
    fn turn(&mut self) -> bool {
        let read = self.records.first().is_some_and(|record| self.at >= record.len());
        if read {
            self.records = &self.records[1..];
            self.at = 0;
        }
        read
    }

    fn byte(&mut self) -> Option<u8> {
        while self.turn() {}
        let byte = *self.records.first()?.get(self.at)?;
        self.at += 1;
        Some(byte)
    }

    /// A little-endian number of at most eight bytes.
    fn number(&mut self, bytes: u32) -> Option<u64> {
        let mut read = 0;
        for place in 0..bytes {
            read |= u64::from(self.byte()?) << (8 * place);
        }
        Some(read)
    }

    /// A text with its runs; none where it has no runs.
    fn text(&mut self, is_struck: impl Fn(u64) -> bool) -> Option<Vec<TextRun>> {
        let letters = self.number(2)?;
        let mut kind = self.byte()?;
        let runs = if kind & 8 == 0 { 0 } else { self.number(2)? };
        let added = if kind & 4 == 0 { 0 } else { self.number(4)? };
        let mut units = Vec::new();
        for _ in 0..letters {
            // Where a text goes on in the next record, that one begins with its own width of letters.
            while self.turn() {
                kind = self.byte()?;
            }
            let unit = self.number(if kind & 1 == 0 { 1 } else { 2 })?;
            if runs > 0 {
                units.push(u16::try_from(unit).unwrap_or_default());
            }
        }
        let mut fonts = Vec::new();
        for _ in 0..runs {
            let from = usize::try_from(self.number(2)?).unwrap_or(usize::MAX);
            fonts.push((from, is_struck(self.number(2)?)));
        }
        for _ in 0..added {
            self.byte()?;
        }
        Some(if runs == 0 { Vec::new() } else { cut_runs(&units, fonts) })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::input::strike::Strike;

    fn record(kind: u16, data: &[u8]) -> Vec<u8> {
        let length = u16::try_from(data.len()).unwrap();
        [&kind.to_le_bytes(), &length.to_le_bytes(), data].concat()
    }

    fn begin() -> Vec<u8> {
        record(BEGIN, &[0, 6, 5, 0, 0, 0, 0, 0])
    }

    fn font(is_struck: bool) -> Vec<u8> {
        record(FONT, &[200, 0, if is_struck { 8 } else { 0 }, 0])
    }

    /// Six fonts of which the last, called 6, has a stroke; two styles; texts that go on in a second record; one sheet.
    fn workbook(cells: &[Vec<u8>]) -> Vec<u8> {
        let fonts = [false, false, false, false, false, true].map(font).concat();
        let styles = [record(STYLE, &[5, 0]), record(STYLE, &[6, 0])].concat();
        // "BAIK", plain; "ISTIMEWA/ BAIK" with runs, which breaks off behind "ISTIM" and goes on in wide letters.
        let mut texts = vec![2, 0, 0, 0, 2, 0, 0, 0, 4, 0, 0];
        texts.extend(b"BAIK");
        texts.extend([14, 0, 8, 2, 0]);
        texts.extend(b"ISTIM");
        let mut more = vec![1];
        more.extend("EWA/ BAIK".encode_utf16().flat_map(u16::to_le_bytes));
        more.extend([0, 0, 6, 0, 9, 0, 0, 0]);
        let globals = |start: u32| {
            let sheet = [&start.to_le_bytes()[..], &[0, 0, 1, 0], b"A"].concat();
            let parts = [
                begin(),
                fonts.clone(),
                styles.clone(),
                record(BOUND_SHEET, &sheet),
                record(SHARED_TEXTS, &texts),
                record(MORE_TEXTS, &more),
                record(END, &[]),
            ];
            parts.concat()
        };
        let start = u32::try_from(globals(0).len()).unwrap();
        [globals(start), begin(), cells.concat(), record(END, &[])].concat()
    }

    fn shared(row: u8, col: u8, style: u8, text: u8) -> Vec<u8> {
        record(SHARED_TEXT, &[row, 0, col, 0, style, 0, text, 0, 0, 0])
    }

    #[test]
    fn the_font_of_a_cell_and_the_runs_of_a_text() {
        let figures = record(MULTIPLE, &[3, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 0, 0, 0, 0, 0, 1, 0]);
        let stream = workbook(&[
            shared(1, 0, 0, 0),
            shared(1, 1, 1, 0),
            shared(1, 2, 0, 1),
            figures,
            record(0x0203, &[4, 0, 2, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0]),
        ]);
        let found = RecordStrikes::of(&stream).unwrap().cells();
        let show = |strike: &Strike| match strike {
            Strike::Whole => "seluruhnya".to_owned(),
            Strike::Part(text) => format!("{} → {}", text.text(), text.left()),
        };
        let cells: Vec<String> = found[0]
            .in_rows(0..=9)
            .map(|(row, col, strike)| format!("{row} {col} {}", show(strike)))
            .collect();
        assert_eq!(
            cells,
            [
                "1 1 seluruhnya",
                "1 2 ISTIMEWA/ BAIK →  BAIK",
                "3 1 seluruhnya",
                "4 2 seluruhnya"
            ]
        );
    }

    #[test]
    fn a_workbook_without_a_stroke_is_not_walked_and_a_broken_one_gives_what_it_can() {
        let plain = [begin(), font(false), record(END, &[])].concat();
        assert!(RecordStrikes::of(&plain).is_none());
        let older = [record(BEGIN, &[0, 5, 5, 0]), font(true), record(END, &[])].concat();
        assert!(RecordStrikes::of(&older).is_none());
        let whole = workbook(&[shared(1, 2, 1, 1)]);
        for length in 0..whole.len() {
            if let Some(book) = RecordStrikes::of(&whole[..length]) {
                drop(book.cells());
            }
        }
        let lost = [
            begin(),
            font(true),
            record(BOUND_SHEET, &[255, 255, 255, 255]),
            record(END, &[]),
        ]
        .concat();
        assert!(RecordStrikes::of(&lost).unwrap().cells()[0].is_empty());
    }
}
