//! Colours of the cells of an `.xls` (BIFF8): its palette, its styles, and the style of each cell.

use super::{Paint, PaintWish, Paints, Rgb, by_number, paint_of};
use crate::input::biff::{BEGIN, BOUND_SHEET, BiffRecords, CELLS_OF_ONE, END, MULTIPLE, number};
use crate::input::strike::xls::{BIFF8, FONT, STYLE};
use crate::input::xls_book;

const PALETTE: u16 = 0x0092;
const BLANK: u16 = 0x0201;
const BLANKS: u16 = 0x00BE;
/// The pattern that is the colour and nothing else.
const SOLID: u64 = 1;

/// The coloured cells of some rows.
pub fn paints(bytes: &[u8], wishes: &[&PaintWish<'_>]) -> Vec<Paints> {
    let Ok(records) = xls_book::judge(bytes) else {
        return Vec::new();
    };
    of_records(&records.stream, wishes)
}

fn of_records(stream: &[u8], wishes: &[&PaintWish<'_>]) -> Vec<Paints> {
    let (mut fonts, mut styles, mut palette) = (Vec::new(), Vec::new(), Vec::new());
    let mut sheets: Vec<(u64, String)> = Vec::new();
    for (kind, data) in BiffRecords::new(stream) {
        match kind {
            BEGIN if number(data, 0, 2) != BIFF8 => return Vec::new(),
            FONT => fonts.push(number(data, 4, 2)),
            STYLE => styles.push((number(data, 0, 2), number(data, 14, 4), number(data, 18, 2))),
            PALETTE => {
                let own = data.get(2..).unwrap_or_default().chunks_exact(4);
                palette = own.map(|c| Rgb::of([c[0], c[1], c[2]])).collect();
            }
            BOUND_SHEET => sheets.push((number(data, 0, 4), name(data))),
            END => break,
            _ => {}
        }
    }
    let paint = |(font, border, fill): (u64, u64, u64)| {
        // There is no font of the number 4: the fifth is called 5.
        let font = usize::try_from(if font > 4 { font - 1 } else { font }).unwrap_or(usize::MAX);
        let ink = fonts.get(font).and_then(|&c| by_number(c, &palette));
        let is_solid = border >> 26 == SOLID;
        Paint::new(is_solid.then(|| by_number(fill & 0x7F, &palette)).flatten(), ink)
    };
    let styles: Vec<Paint> = styles.into_iter().map(paint).collect();
    let of_wish = |wish: &&PaintWish<'_>| {
        let start = sheets.iter().find(|(_, name)| name == wish.name)?.0;
        let records = stream.get(usize::try_from(start).ok()?..)?;
        Some(sheet(records, &styles, wish))
    };
    wishes.iter().map(|wish| of_wish(wish).unwrap_or_default()).collect()
}

/// The name of a sheet: its length, the width of its letters, the letters.
fn name(data: &[u8]) -> String {
    let letters = data.get(8..).unwrap_or_default();
    let length = usize::try_from(number(data, 6, 1)).unwrap_or(0);
    let units: Vec<u16> = if number(data, 7, 1) & 1 == 0 {
        letters.iter().map(|&b| u16::from(b)).take(length).collect()
    } else {
        let pairs = letters.chunks_exact(2).map(|b| u16::from_le_bytes([b[0], b[1]]));
        pairs.take(length).collect()
    };
    String::from_utf16_lossy(&units)
}

fn sheet(records: &[u8], styles: &[Paint], wish: &PaintWish<'_>) -> Paints {
    let mut found = Paints::default();
    let mut depth = 0_u32;
    for (kind, data) in BiffRecords::new(records) {
        let mut mark = |col: u64, style: u64| {
            if let (Ok(row), Ok(col)) = (u32::try_from(number(data, 0, 2)), u16::try_from(col))
                && wish.has_cell(row, col)
            {
                found.mark(row, col, paint_of(styles, style));
            }
        };
        match kind {
            BEGIN => depth += 1,
            END if depth <= 1 => break,
            END => depth -= 1,
            MULTIPLE | BLANKS => {
                // Row, first column, a style of each (and a figure), last column.
                let width = if kind == MULTIPLE { 6 } else { 2 };
                let cells = data.get(4..data.len().saturating_sub(2)).unwrap_or_default();
                for (col, cell) in (number(data, 2, 2)..).zip(cells.chunks_exact(width)) {
                    mark(col, number(cell, 0, 2));
                }
            }
            _ if kind == BLANK || CELLS_OF_ONE.contains(&kind) => mark(number(data, 2, 2), number(data, 4, 2)),
            _ => {}
        }
    }
    found
}
