//! Which cells of an `.xlsb` are struck out, wholly by their font or in part by the runs of a rich text.
//!
//! calamine tells neither. So where a font of the workbook has a stroke, and only there, this walks over its records once more.
//! What cannot be read is passed over: whoever reads the workbook tells it.

use std::collections::HashMap;

use super::{SharedStrikes, StruckCells, StruckRecords, TextRun, cut_runs};
use crate::input::biff::number;
use crate::input::guard::Zip;
use crate::input::xlsb::{each, wide};

// Where calamine, too, looks for them.
pub(in crate::input) const STYLES: &str = "xl/styles.bin";
const SHARED: &str = "xl/sharedStrings.bin";

pub(in crate::input) const FONTS: u16 = 0x0263;
pub(in crate::input) const FONTS_END: u16 = 0x0264;
pub(in crate::input) const FONT: u16 = 0x002B;
/// The bit of a font that strikes out.
const STROKE: u64 = 0x0008;
/// The styles of cells; those of the named styles stand in another list.
pub(in crate::input) const CELL_STYLES: u16 = 0x0269;
pub(in crate::input) const CELL_STYLES_END: u16 = 0x026A;
pub(in crate::input) const STYLE: u16 = 0x002F;
const TEXT: u16 = 0x0013;
/// The bit of a text that has runs.
const RICH: u8 = 0x01;
pub(in crate::input) const ROW: u16 = 0x0000;
const SHARED_TEXT: u16 = 0x0007;
/// Stretches of text in a font of their own that are kept of a workbook; a form has some dozens.
const RUNS: usize = 1 << 18;
/// Rows, and the cells with something in them: figures, errors, yes and no, texts, and formulas of each.
pub(in crate::input) const CELLS: [u16; 11] = [ROW, 2, 3, 4, 5, 6, SHARED_TEXT, 8, 9, 10, 11];

/// What of the fonts and shared texts of a workbook is struck out; `None` where no font has a stroke.
pub fn strokes(zip: &mut Zip<'_>) -> Option<StruckRecords> {
    let (mut fonts, mut styles) = (Vec::new(), Vec::new());
    let mut list = 0;
    let parts = [FONTS, FONTS_END, FONT, CELL_STYLES, CELL_STYLES_END, STYLE];
    // What was read before a part breaks off counts.
    let _ = each(zip, STYLES, &parts, |kind, data| match kind {
        FONTS | FONTS_END | CELL_STYLES | CELL_STYLES_END => list = kind,
        FONT if list == FONTS => fonts.push(number(data, 2, 2) & STROKE != 0),
        STYLE if list == CELL_STYLES => styles.push(number(data, 4, 2)),
        _ => {}
    });
    if !fonts.contains(&true) {
        return None;
    }
    let is_struck = |font: u64| usize::try_from(font).is_ok_and(|font| fonts.get(font) == Some(&true));
    let (mut rich, mut count, mut room) = (HashMap::new(), 0, RUNS);
    let _ = each(zip, SHARED, &[TEXT], |_, data| {
        let runs = rich_text(data, is_struck).filter(|runs| runs.len() <= room);
        if let Some(runs) = runs {
            room -= runs.len();
            rich.insert(count, runs);
        }
        count += 1;
    });
    Some(StruckRecords {
        styles: styles.into_iter().map(is_struck).collect(),
        rich,
    })
}

/// A text with its runs; `None` where it has none.
fn rich_text(data: &[u8], is_struck: impl Fn(u64) -> bool) -> Option<Vec<TextRun>> {
    let (_, mut rest) = data.split_first().filter(|(first, _)| *first & RICH != 0)?;
    let letters = wide(&mut rest)?;
    // The number of runs, then where each begins and its font. There are no more of them than letters.
    let many = usize::try_from(number(rest, 0, 4)).ok()?.min(letters.len());
    let runs = rest.get(4..)?.chunks_exact(4).take(many);
    let fonts = runs.map(|run| {
        let from = usize::try_from(number(run, 0, 2)).unwrap_or(usize::MAX);
        (from, is_struck(number(run, 2, 2)))
    });
    Some(cut_runs(&letters, fonts))
}

/// The cells of a sheet.
pub fn cells(book: &StruckRecords, zip: &mut Zip<'_>, part: &str) -> StruckCells {
    let mut found = StruckCells::default();
    let mut shared = SharedStrikes::default();
    let mut row = None;
    let _ = each(zip, part, &CELLS, |kind, data| {
        if kind == ROW {
            row = u32::try_from(number(data, 0, 4)).ok();
            return;
        }
        let text = u32::try_from(number(data, 8, 4)).ok().filter(|_| kind == SHARED_TEXT);
        let strike = book.of_cell(number(data, 4, 3), text, &mut shared, &mut found);
        if let (Some(row), Ok(col), Some(strike)) = (row, u16::try_from(number(data, 0, 4)), strike) {
            found.mark(row, col, strike);
        }
    });
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_is_cut_where_its_fonts_change_and_a_broken_one_is_passed_over() {
        let letters: Vec<u8> = "AB/C".encode_utf16().flat_map(u16::to_le_bytes).collect();
        let item = [&[1, 4, 0, 0, 0][..], &letters, &[2, 0, 0, 0, 0, 0, 1, 0, 3, 0, 0, 0]].concat();
        let read = |data: &[u8]| {
            let runs = rich_text(data, |font| font == 1)?;
            Some(runs.into_iter().map(|run| (run.text, run.is_struck)).collect::<Vec<_>>())
        };
        let whole = vec![
            (String::new(), None),
            ("AB/".to_owned(), Some(true)),
            ("C".to_owned(), Some(false)),
        ];
        assert_eq!(read(&item), Some(whole));
        assert_eq!(read(&[&[0], &item[1..]].concat()), None, "a plain text");
        for length in 0..item.len() {
            read(&item[..length]);
        }
        let one = [1, 1, 0, 0, 0, 65, 0, 255, 255, 255, 255];
        let many = [&one[..], &[0; 4000]].concat();
        assert_eq!(read(&many).unwrap().len(), 2, "no more runs than letters");
    }
}
