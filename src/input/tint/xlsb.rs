//! Colours of the cells of an `.xlsb`: its styles, and the style of each cell.

use super::{Paint, PaintWish, Paints, Rgb, THEME, by_number, paint_of};
use crate::input::biff::number;
use crate::input::guard::Zip;
use crate::input::strike::xlsb::{CELL_STYLES, CELL_STYLES_END, CELLS, FONT, FONTS, FONTS_END, ROW, STYLE, STYLES};
use crate::input::xlsb::{each, parts};

const FILLS: u16 = 0x025B;
const FILLS_END: u16 = 0x025C;
const FILL: u16 = 0x002D;
/// A cell with nothing but a style.
const BLANK: u16 = 0x0001;
/// The pattern that is the colour and nothing else.
const SOLID: u64 = 1;

/// The coloured cells of some rows.
pub fn paints(zip: &mut Zip<'_>, wishes: &[&PaintWish<'_>]) -> Vec<Paints> {
    let parts = parts(zip);
    let styles = styles_of(zip);
    let mut wanted = CELLS.to_vec();
    wanted.push(BLANK);
    let mut all = Vec::new();
    for wish in wishes {
        let mut found = Paints::default();
        let part = parts.get(wish.name).filter(|_| styles.iter().any(|style| !style.is_plain()));
        if let Some(part) = part {
            let mut row = None;
            // What was read before a part breaks off counts.
            let _ = each(zip, part, &wanted, |kind, data| {
                if kind == ROW {
                    row = u32::try_from(number(data, 0, 4)).ok().filter(|&row| wish.has(row));
                } else if let (Some(row), Ok(col)) = (row, u16::try_from(number(data, 0, 4)))
                    && wish.has_cell(row, col)
                {
                    found.mark(row, col, paint_of(&styles, number(data, 4, 3)));
                }
            });
        }
        all.push(found);
    }
    all
}

/// How each style colours a cell.
fn styles_of(zip: &mut Zip<'_>) -> Vec<Paint> {
    let (mut fonts, mut fills, mut styles) = (Vec::new(), Vec::new(), Vec::new());
    let mut list = 0;
    let records = [
        FONTS,
        FONTS_END,
        FONT,
        FILLS,
        FILLS_END,
        FILL,
        CELL_STYLES,
        CELL_STYLES_END,
        STYLE,
    ];
    let _ = each(zip, STYLES, &records, |kind, data| match kind {
        FONT if list == FONTS => fonts.push(colour(data.get(12..).unwrap_or_default())),
        FILL if list == FILLS => {
            let is_solid = number(data, 0, 4) == SOLID;
            fills.push(colour(data.get(4..).unwrap_or_default()).filter(|_| is_solid));
        }
        STYLE if list == CELL_STYLES => styles.push((number(data, 4, 2), number(data, 6, 2))),
        FONT | FILL | STYLE => {}
        _ => list = kind,
    });
    let of = |all: &[Option<Rgb>], at: u64| usize::try_from(at).ok().and_then(|at| all.get(at).copied().flatten());
    let paint = |(font, fill): (u64, u64)| Paint::new(of(&fills, fill), of(&fonts, font));
    styles.into_iter().map(paint).collect()
}

/// A colour: how it is told, its number, a shade, red, green, blue.
fn colour(data: &[u8]) -> Option<Rgb> {
    const BY_NUMBER: u64 = 1;
    const BY_VALUE: u64 = 2;
    const BY_THEME: u64 = 3;
    let told = number(data, 0, 1);
    let at = number(data, 1, 1);
    match told >> 1 {
        BY_NUMBER => by_number(at, &[]),
        BY_VALUE => Some(Rgb::of([*data.get(4)?, *data.get(5)?, *data.get(6)?])),
        BY_THEME => {
            let shade = i16::from_le_bytes([*data.get(2)?, *data.get(3)?]);
            let plain = THEME.get(usize::try_from(at).ok()?).copied().map(Rgb)?;
            Some(plain.shaded(i64::from(shade) * 1000 / 32_767))
        }
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_colour_is_told_in_three_ways() {
        assert_eq!(colour(&[5, 0, 0, 0, 0, 0xB0, 0x50, 0xFF]), Some(Rgb(0x00_B050)));
        assert_eq!(colour(&[2, 13, 0, 0, 0, 0, 0, 0]), Some(Rgb(0xFF_FF00)));
        assert_eq!(colour(&[7, 9, 0, 0, 0, 0, 0, 0]), Some(Rgb(0x70_AD47)));
        assert_eq!(colour(&[0, 0, 0, 0, 0, 0, 0, 0]), None);
        assert_eq!(colour(&[5, 0]), None);
    }
}
