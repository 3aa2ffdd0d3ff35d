//! Colours of the cells of an xlsx: its styles, its theme, and the style of each cell.

use super::{Paint, PaintWish, Paints, Rgb, THEME, by_number, paint_of};
use crate::base::tags::{Tag, TagKind, Tags};
use crate::input::guard::Zip;
use crate::input::package::{self, CellPlaces, Package};

/// The theme, where programs put it.
const THEME_PART: &str = "xl/theme/theme1.xml";

/// The coloured cells of some rows.
pub fn paints(zip: &mut Zip<'_>, wishes: &[&PaintWish<'_>]) -> Vec<Paints> {
    let package = Package::of(zip);
    let styles = package.styles.as_deref().and_then(|part| package::whole(zip, part));
    let theme = package::small(zip, THEME_PART);
    let styles = styles_of(&styles.unwrap_or_default(), &theme_of(&theme));
    let mut found = Vec::new();
    for wish in wishes {
        let mut walk = PaintedCells {
            styles: &styles,
            wish,
            places: CellPlaces::default(),
            found: Paints::default(),
        };
        let part = package.sheets.iter().find(|s| s.name == wish.name);
        if let Some(sheet) = part.filter(|_| styles.iter().any(|style| !style.is_plain())) {
            package::each_tag(zip, &sheet.part, |_, tag| walk.tag(tag));
        }
        found.push(walk.found);
    }
    found
}

struct PaintedCells<'a> {
    styles: &'a [Paint],
    wish: &'a PaintWish<'a>,
    places: CellPlaces,
    found: Paints,
}

impl PaintedCells<'_> {
    fn tag(&mut self, tag: &Tag<'_>) {
        match (tag.local(), tag.kind) {
            (b"row", _) => self.places.pass(tag),
            (b"c", TagKind::Open | TagKind::Empty) => {
                // An address costs more to read than the row that it stands in.
                if !self.wish.has(self.places.row()) {
                    return;
                }
                let (row, col) = self.places.cell(tag);
                if self.wish.has_cell(row, col) {
                    let style = tag.attribute(b"s").and_then(|s| s.parse().ok());
                    self.found.mark(row, col, paint_of(self.styles, style.unwrap_or(0)));
                }
            }
            _ => {}
        }
    }
}

/// The colours of a theme, in the order in which styles count them.
fn theme_of(xml: &[u8]) -> Vec<Rgb> {
    const NAMES: [&[u8]; 12] = [
        b"lt1",
        b"dk1",
        b"lt2",
        b"dk2",
        b"accent1",
        b"accent2",
        b"accent3",
        b"accent4",
        b"accent5",
        b"accent6",
        b"hlink",
        b"folHlink",
    ];
    let mut colours = THEME.map(Rgb).to_vec();
    let mut at = None;
    for tag in Tags::of(xml).filter(|tag| tag.kind != TagKind::Close) {
        if let Some(named) = NAMES.iter().position(|name| *name == tag.local()) {
            at = Some(named);
        }
        let says = match tag.local() {
            b"srgbClr" => tag.attribute(b"val"),
            b"sysClr" => tag.attribute(b"lastClr"),
            _ => continue,
        };
        // The first colour behind a name is its own; what follows belongs to fills and lines of the theme.
        if let (Some(at), Some(colour)) = (at.take(), says.and_then(Rgb::hex)) {
            colours[at] = colour;
        }
    }
    colours
}

/// A colour of a style.
#[derive(Debug, Clone, Copy)]
enum StyleColour {
    Rgb(Rgb),
    Number(u64),
    Theme(usize, i64),
}

impl StyleColour {
    fn of(tag: &Tag<'_>) -> Option<Self> {
        let said = |name: &[u8]| tag.attribute(name);
        if let Some(rgb) = said(b"rgb") {
            return Rgb::hex(rgb).map(Self::Rgb);
        }
        if let Some(theme) = said(b"theme") {
            let tint = said(b"tint").map_or(0, thousandths);
            return theme.parse().ok().map(|theme| Self::Theme(theme, tint));
        }
        said(b"indexed").and_then(|n| n.parse().ok()).map(Self::Number)
    }

    fn colour(self, palette: &[Rgb], theme: &[Rgb]) -> Option<Rgb> {
        match self {
            Self::Rgb(rgb) => Some(rgb),
            Self::Number(n) => by_number(n, palette),
            Self::Theme(at, tint) => Some(theme.get(at)?.shaded(tint)),
        }
    }
}

/// `-0.249977111117893` → -249.
fn thousandths(text: &str) -> i64 {
    let (sign, text) = text.strip_prefix('-').map_or((1, text), |rest| (-1, rest));
    let (whole, fraction) = text.split_once('.').unwrap_or((text, ""));
    let digits: String = fraction.chars().chain("000".chars()).take(3).collect();
    let read = |digits: &str| digits.parse::<i64>().ok().filter(|n| *n <= 1000).unwrap_or(0);
    sign * (read(whole) * 1000 + read(&digits))
}

/// How each style colours a cell.
fn styles_of(xml: &[u8], theme: &[Rgb]) -> Vec<Paint> {
    let (mut fonts, mut fills): (Vec<Option<StyleColour>>, Vec<Option<StyleColour>>) = (Vec::new(), Vec::new());
    let (mut styles, mut palette): (Vec<[usize; 2]>, Vec<Rgb>) = (Vec::new(), Vec::new());
    // The fonts and fills of conditional formats stand elsewhere.
    let mut list: &[u8] = b"";
    let mut is_solid = false;
    for tag in Tags::of(xml) {
        match (tag.local(), tag.kind) {
            (b"fonts" | b"fills" | b"cellXfs", TagKind::Open) => list = tag.local(),
            (b"fonts" | b"fills" | b"cellXfs", _) => list = b"",
            (_, TagKind::Close) => {}
            (b"font", _) if list == b"fonts" => fonts.push(None),
            (b"color", _) if list == b"fonts" => {
                if let Some(font) = fonts.last_mut() {
                    *font = StyleColour::of(&tag);
                }
            }
            (b"fill", _) if list == b"fills" => fills.push(None),
            (b"patternFill", _) if list == b"fills" => is_solid = tag.attribute(b"patternType") == Some("solid"),
            (b"fgColor", _) if list == b"fills" && is_solid => {
                if let Some(fill) = fills.last_mut() {
                    *fill = StyleColour::of(&tag);
                }
            }
            (b"xf", _) if list == b"cellXfs" => {
                let number = |name: &[u8]| tag.attribute(name).and_then(|n| n.parse().ok()).unwrap_or(usize::MAX);
                styles.push([number(b"fontId"), number(b"fillId")]);
            }
            (b"rgbColor", _) => palette.extend(tag.attribute(b"rgb").and_then(Rgb::hex)),
            _ => {}
        }
    }
    // In a list of the workbook's own the first eight stand twice.
    let palette = palette.get(8..).unwrap_or_default();
    let colour = |said: Option<&Option<StyleColour>>| said.copied().flatten()?.colour(palette, theme);
    let paint = |[font, fill]: [usize; 2]| Paint::new(colour(fills.get(fill)), colour(fonts.get(font)));
    styles.into_iter().map(paint).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    const STYLES: &str = r#"<styleSheet><fonts><font><color theme="1"/></font><font><color rgb="FFFF0000"/></font></fonts>
        <fills><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill>
        <fill><patternFill patternType="solid"><fgColor rgb="FF00B050"/><bgColor indexed="64"/></patternFill></fill>
        <fill><patternFill patternType="solid"><fgColor indexed="13"/></patternFill></fill>
        <fill><patternFill patternType="solid"><fgColor theme="4" tint="0.5999"/></patternFill></fill>
        <fill><patternFill patternType="lightUp"><fgColor rgb="FF00B050"/></patternFill></fill></fills>
        <cellStyleXfs><xf fontId="1" fillId="2"/></cellStyleXfs>
        <cellXfs><xf fontId="0" fillId="0"/><xf fontId="0" fillId="2"/><xf fontId="1" fillId="3"/><xf fontId="0" fillId="4"/>
        <xf fontId="0" fillId="1"/><xf fontId="0" fillId="5"/><xf/></cellXfs>
        <dxfs><dxf><fill><patternFill patternType="solid"><fgColor rgb="FFFF0000"/></patternFill></fill></dxf></dxfs></styleSheet>"#;

    #[test]
    fn the_fill_and_the_letters_of_each_style() {
        let theme = theme_of(
            br#"<a:clrScheme><a:accent1><a:srgbClr val="00FF00"/></a:accent1><x><a:srgbClr val="123456"/></x></a:clrScheme>"#,
        );
        let read: Vec<[Option<u32>; 2]> = styles_of(STYLES.as_bytes(), &theme)
            .into_iter()
            .map(|p| [p.fill.map(|c| c.0), p.ink.map(|c| c.0)])
            .collect();
        assert_eq!(
            read,
            [
                [None, None],
                [Some(0x00_B050), None],
                [Some(0xFF_FF00), Some(0xFF_0000)],
                [Some(0x98_FF98), None],
                [None, None],
                [None, None],
                [None, None],
            ]
        );
    }

    #[test]
    fn cells_with_and_without_an_address() {
        let styles = styles_of(STYLES.as_bytes(), &theme_of(b""));
        let wish = PaintWish {
            sheet: crate::base::origin::SheetId(0),
            name: "A",
            rows: (1, 2),
            cols: (0, 3),
        };
        let mut walk = PaintedCells {
            styles: &styles,
            wish: &wish,
            places: CellPlaces::default(),
            found: Paints::default(),
        };
        let xml = br#"<sheetData><row r="1"><c r="A1" s="1"/></row><row r="2"><c r="B2" s="1"/><c s="2"><v>1</v></c><c r="D2" s="99"/><c r="E2" s="1"/></row>
            <row><c s="1"/></row></sheetData>"#;
        Tags::of(xml).for_each(|tag| walk.tag(&tag));
        let fill = |row, col| walk.found.get(row, col).fill.map(|c| c.0);
        assert_eq!([fill(0, 0), fill(1, 1), fill(1, 2)], [None, Some(0x00_B050), Some(0xFF_FF00)]);
        assert_eq!([fill(1, 3), fill(1, 4), fill(2, 0)], [None, None, Some(0x00_B050)]);
    }
}
