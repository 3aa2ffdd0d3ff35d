//! Colours of cells: their fill, and the letters of a sign that stands alone in one. An umpan balik may be given as a colour
//! (PermenPANRB 6/2022, note *** of the filled forms, p. 194).
//!
//! A file is read without them. Only where a colour could say something, and whoever knows the tables says where, it is looked
//! at once more ([`look`]). A [`Sheet`](super::Sheet) keeps the few that do ([`Tints`]).

pub(super) mod html;
pub mod look;
pub(super) mod ods;
pub(super) mod xls;
pub(super) mod xlsb;
pub(super) mod xlsx;

use std::collections::HashMap;

use crate::base::origin::SheetId;

/// A colour: red, green and blue, each a byte.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Rgb(pub u32);

impl Rgb {
    /// `RRGGBB`, or `AARRGGBB` with an opacity, which is nothing on a sheet.
    pub(super) fn hex(text: &str) -> Option<Self> {
        let text = text.trim().trim_start_matches('#');
        let digits = match text.len() {
            6 => text,
            8 => text.get(2..)?,
            _ => return None,
        };
        u32::from_str_radix(digits, 16).ok().map(Self)
    }

    /// Red, green, blue.
    #[must_use]
    pub fn parts(self) -> [u8; 3] {
        let [_, red, green, blue] = self.0.to_be_bytes();
        [red, green, blue]
    }

    pub(super) fn of(parts: [u8; 3]) -> Self {
        Self(u32::from_be_bytes([0, parts[0], parts[1], parts[2]]))
    }

    /// As good as the paper.
    fn is_white(self) -> bool {
        self.parts().iter().all(|&part| part >= 0xFA)
    }

    /// As good as the ink that everybody writes with.
    fn is_black(self) -> bool {
        self.parts().iter().all(|&part| part <= 0x30)
    }

    /// Nearer to white or, below nought, to black, by so many thousandths of the way.
    pub(super) fn shaded(self, thousandths: i64) -> Self {
        let by = thousandths.clamp(-1000, 1000);
        Self::of(self.parts().map(|part| {
            let part = i64::from(part);
            let shaded = if by < 0 {
                part * (1000 + by) / 1000
            } else {
                part + (255 - part) * by / 1000
            };
            u8::try_from(shaded).unwrap_or(u8::MAX)
        }))
    }
}

/// How a cell is coloured.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Paint {
    /// Its fill, where that is no white.
    pub fill: Option<Rgb>,
    /// Its letters, where they are neither black nor white.
    pub ink: Option<Rgb>,
}

impl Paint {
    pub(super) fn new(fill: Option<Rgb>, ink: Option<Rgb>) -> Self {
        Self {
            fill: fill.filter(|c| !c.is_white()),
            ink: ink.filter(|c| !c.is_white() && !c.is_black()),
        }
    }

    pub(super) fn is_plain(self) -> bool {
        self == Self::default()
    }
}

/// Coloured cells of a file that are kept at once; beyond that none is looked at.
const PAINTED: usize = 4_000_000;

/// The coloured cells of some rows of a sheet.
#[derive(Debug, Default)]
pub struct Paints {
    /// Row, column, and which of the paints; in order.
    cells: Vec<(u32, u16, u16)>,
    kinds: Vec<Paint>,
    numbers: HashMap<[Option<Rgb>; 2], u16>,
}

impl Paints {
    /// A cell has it. Cells come in the order of the sheet.
    pub(super) fn mark(&mut self, row: u32, col: u16, paint: Paint) {
        let in_order = self.cells.last().is_none_or(|&(r, c, _)| (r, c) < (row, col));
        if paint.is_plain() || !in_order || self.cells.len() >= PAINTED {
            return;
        }
        let next = u16::try_from(self.kinds.len()).ok();
        let Some(number) = self.numbers.get(&[paint.fill, paint.ink]).copied().or(next) else {
            return;
        };
        if Some(number) == next {
            self.kinds.push(paint);
            self.numbers.insert([paint.fill, paint.ink], number);
        }
        self.cells.push((row, col, number));
    }

    /// The coloured cells of a row from one column to another.
    pub fn in_row(&self, row: u32, (left, right): (u16, u16)) -> impl Iterator<Item = (u16, Paint)> {
        let from = self.cells.partition_point(|&(r, c, _)| (r, c) < (row, left));
        let here = self.cells[from..]
            .iter()
            .take_while(move |&&(r, c, _)| r == row && c <= right);
        here.map(|&(_, col, number)| (col, self.kinds[usize::from(number)]))
    }

    /// How a cell is coloured.
    #[must_use]
    pub fn get(&self, row: u32, col: u16) -> Paint {
        let found = self.cells.binary_search_by_key(&(row, col), |&(r, c, _)| (r, c));
        found.map_or_else(|_| Paint::default(), |i| self.kinds[usize::from(self.cells[i].2)])
    }
}

/// The rows and columns of a sheet whose colours are wanted.
#[derive(Debug)]
pub struct PaintWish<'a> {
    /// The sheet.
    pub sheet: SheetId,
    /// Its name in the file.
    pub name: &'a str,
    /// First and last of the rows.
    pub rows: (u32, u32),
    /// First and last of the columns.
    pub cols: (u16, u16),
}

impl PaintWish<'_> {
    pub(super) fn has(&self, row: u32) -> bool {
        (self.rows.0..=self.rows.1).contains(&row)
    }

    pub(super) fn has_cell(&self, row: u32, col: u16) -> bool {
        self.has(row) && (self.cols.0..=self.cols.1).contains(&col)
    }
}

/// Of the styles of a workbook, by number: how they colour a cell.
pub(super) fn paint_of(paints: &[Paint], style: u64) -> Paint {
    usize::try_from(style)
        .ok()
        .and_then(|style| paints.get(style))
        .copied()
        .unwrap_or_default()
}

/// The colours of Excel that are called by a number from 8 on, unless a workbook has its own.
const PALETTE: [u32; 56] = [
    0x00_0000, 0xFF_FFFF, 0xFF_0000, 0x00_FF00, 0x00_00FF, 0xFF_FF00, 0xFF_00FF, 0x00_FFFF, 0x80_0000, 0x00_8000, 0x00_0080,
    0x80_8000, 0x80_0080, 0x00_8080, 0xC0_C0C0, 0x80_8080, 0x99_99FF, 0x99_3366, 0xFF_FFCC, 0xCC_FFFF, 0x66_0066, 0xFF_8080,
    0x00_66CC, 0xCC_CCFF, 0x00_0080, 0xFF_00FF, 0xFF_FF00, 0x00_FFFF, 0x80_0080, 0x80_0000, 0x00_8080, 0x00_00FF, 0x00_CCFF,
    0xCC_FFFF, 0xCC_FFCC, 0xFF_FF99, 0x99_CCFF, 0xFF_99CC, 0xCC_99FF, 0xFF_CC99, 0x33_66FF, 0x33_CCCC, 0x99_CC00, 0xFF_CC00,
    0xFF_9900, 0xFF_6600, 0x66_6699, 0x96_9696, 0x00_3366, 0x33_9966, 0x00_3300, 0x33_3300, 0x99_3300, 0x99_3366, 0x33_3399,
    0x33_3333,
];

/// The colours of a theme where a workbook has none of its own: light, dark, light, dark, six accents, two of links.
pub(super) const THEME: [u32; 12] = [
    0xFF_FFFF, 0x00_0000, 0xE7_E6E6, 0x44_546A, 0x44_72C4, 0xED_7D31, 0xA5_A5A5, 0xFF_C000, 0x5B_9BD5, 0x70_AD47, 0x05_63C1,
    0x95_4F72,
];

/// A colour by its number. `own` is the palette of the workbook: from 8 on in binary ones, from 0 on in the others.
pub(super) fn by_number(number: u64, own: &[Rgb]) -> Option<Rgb> {
    let at = usize::try_from(number).ok()?;
    // The first eight stand there twice.
    let at = if at < 8 { at } else { at - 8 };
    own.get(at).copied().or_else(|| PALETTE.get(at).copied().map(Rgb))
}

/// A cell whose colour may say something.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Tint {
    /// The colour.
    pub colour: Rgb,
    /// Every cell that could say something by its colour has this one: then it is likelier to belong to the form.
    pub everywhere: bool,
}

/// The cells of a sheet whose colour may say something.
#[derive(Debug, Default)]
pub struct Tints(Vec<((u32, u16), Tint)>);

impl Tints {
    /// These cells.
    #[must_use]
    pub fn new(mut cells: Vec<((u32, u16), Tint)>) -> Self {
        cells.sort_by_key(|(at, _)| *at);
        cells.dedup_by_key(|(at, _)| *at);
        Self(cells)
    }

    /// There is none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The colour of a cell that may say something.
    #[must_use]
    pub fn get(&self, row: u32, col: u16) -> Option<Tint> {
        let found = self.0.binary_search_by_key(&(row, col), |(at, _)| *at).ok()?;
        Some(self.0[found].1)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn colours_by_number_and_shade() {
        assert_eq!(by_number(10, &[]), Some(Rgb(0xFF_0000)));
        assert_eq!(by_number(2, &[]), Some(Rgb(0xFF_0000)));
        assert_eq!(by_number(10, &[Rgb(1), Rgb(2), Rgb(3)]), Some(Rgb(3)));
        assert_eq!(by_number(64, &[]), None, "that of the system");
        assert_eq!(Rgb::hex("FF00B050"), Some(Rgb(0x00_B050)));
        assert_eq!(Rgb::hex("#00b050"), Some(Rgb(0x00_B050)));
        assert_eq!(Rgb::hex("é0b05"), None);
        assert_eq!(Rgb(0x00_8040).shaded(1000), Rgb(0xFF_FFFF));
        assert_eq!(Rgb(0x00_8040).shaded(-500), Rgb(0x00_4020));
    }

    #[test]
    fn white_fills_and_black_letters_are_none() {
        assert!(Paint::new(Some(Rgb(0xFF_FFFF)), Some(Rgb(0))).is_plain());
        let mut paints = Paints::default();
        let green = Paint::new(Some(Rgb(0x00_B050)), None);
        paints.mark(2, 1, green);
        paints.mark(1, 1, green);
        paints.mark(2, 4, Paint::new(None, Some(Rgb(0xFF_0000))));
        assert_eq!(paints.get(2, 1), green);
        assert_eq!(paints.get(1, 1), Paint::default(), "not in the order of a sheet");
        assert_eq!(paints.get(2, 4).ink, Some(Rgb(0xFF_0000)));
    }
}
