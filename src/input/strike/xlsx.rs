//! Which cells of an xlsx are struck out, wholly by their font or in part by the runs of a rich text.
//!
//! calamine gives a text without its runs, and a cell without its font. So where the first look at the parts
//! ([`Walk`](super::soundness::Walk)) has met a stroke, and only there, this walks over them once more.

use std::collections::HashMap;

use super::{SharedStrikes, Strike, StruckCells, TextRun, strike_of};
use crate::base::tags::{Tag, TagKind, Tags, is_on};
use crate::input::guard::Zip;
use crate::input::package::{self, CellPlaces, Package};

/// What of the texts and fonts of a workbook is struck out.
pub struct BookStrikes {
    /// By number of the style: its font has a stroke.
    styles: Vec<bool>,
    /// The shared texts that have runs, by their number.
    rich: HashMap<u32, Vec<TextRun>>,
}

impl BookStrikes {
    /// Looks at the styles and the shared texts.
    pub fn of(zip: &mut Zip<'_>, package: &Package) -> Self {
        let mut part = |name: &Option<String>| name.as_deref().and_then(|name| package::whole(zip, name)).unwrap_or_default();
        Self {
            styles: struck_styles(&part(&package.styles)),
            rich: rich_texts(&part(&package.strings)),
        }
    }

    /// Nothing that a cell may refer to is struck out.
    pub fn refer_to_none(&self) -> bool {
        !self.styles.contains(&true) && !self.rich.values().flatten().any(|run| run.is_struck == Some(true))
    }

    /// The cells of a sheet. What cannot be read is passed over: whoever reads the sheet tells it.
    pub fn cells(&self, zip: &mut Zip<'_>, part: &str) -> StruckCells {
        let mut walk = SheetStrikes::new(self);
        package::each_tag(zip, part, |before, tag| walk.tag(before, tag));
        walk.found
    }
}

/// By number of the style of a cell: whether its font has a stroke.
fn struck_styles(xml: &[u8]) -> Vec<bool> {
    let (mut fonts, mut styles): (Vec<bool>, Vec<bool>) = (Vec::new(), Vec::new());
    // The fonts of conditional formats stand elsewhere.
    let mut list: &[u8] = b"";
    for tag in Tags::of(xml) {
        match (tag.local(), tag.kind) {
            (b"fonts" | b"cellXfs", TagKind::Open) => list = tag.local(),
            (b"fonts" | b"cellXfs", _) => list = b"",
            (_, TagKind::Close) => {}
            (b"font", _) if list == b"fonts" => fonts.push(false),
            (b"strike", _) if list == b"fonts" => {
                if let Some(font) = fonts.last_mut() {
                    *font = is_on(tag.attributes);
                }
            }
            (b"xf", _) if list == b"cellXfs" => {
                let font = tag.attribute(b"fontId").and_then(|n| n.parse::<usize>().ok());
                styles.push(font.is_some_and(|font| fonts.get(font) == Some(&true)));
            }
            _ => {}
        }
    }
    styles
}

/// The shared texts that are made of runs.
fn rich_texts(xml: &[u8]) -> HashMap<u32, Vec<TextRun>> {
    let mut found = HashMap::new();
    let mut runs = TextRuns::default();
    let (mut number, mut end) = (0, 0);
    for tag in Tags::of(xml) {
        runs.tag(&xml[end..tag.start], &tag);
        end = tag.end;
        if tag.local() == b"si" && tag.kind != TagKind::Open {
            let all = std::mem::take(&mut runs).all;
            if all.iter().any(|run| run.is_struck.is_some()) {
                found.insert(number, all);
            }
            number += 1;
        }
    }
    found
}

/// The runs of a text being read.
#[derive(Default)]
struct TextRuns {
    all: Vec<TextRun>,
    /// The font of the run at hand has or has not a stroke.
    is_struck: Option<bool>,
    in_text: bool,
    /// Inside the reading aid of a text, which is no part of it.
    phonetic: bool,
}

impl TextRuns {
    fn tag(&mut self, before: &[u8], tag: &Tag<'_>) {
        match (tag.local(), tag.kind) {
            (b"rPh", kind) => self.phonetic = kind == TagKind::Open,
            (b"r", TagKind::Open) => self.is_struck = None,
            (b"rPr", TagKind::Open | TagKind::Empty) => self.is_struck = Some(false),
            (b"strike", TagKind::Open | TagKind::Empty) => self.is_struck = Some(is_on(tag.attributes)),
            (b"t", TagKind::Open) => self.in_text = true,
            (b"t", TagKind::Close) if std::mem::take(&mut self.in_text) && !self.phonetic => {
                let written = String::from_utf8_lossy(before);
                let text = quick_xml::escape::unescape(&written).unwrap_or_else(|_| written.as_ref().into());
                self.all.push(TextRun {
                    text: text.replace("_x000D_", ""),
                    is_struck: self.is_struck,
                });
            }
            _ => {}
        }
    }
}

/// A walk over a sheet.
struct SheetStrikes<'b> {
    book: &'b BookStrikes,
    found: StruckCells,
    shared: SharedStrikes,
    places: CellPlaces,
    cell: Option<StyledCell>,
    runs: TextRuns,
}

struct StyledCell {
    row: u32,
    col: u16,
    font: bool,
    shared: bool,
    value: Option<String>,
}

impl<'b> SheetStrikes<'b> {
    fn new(book: &'b BookStrikes) -> Self {
        Self {
            book,
            found: StruckCells::default(),
            shared: SharedStrikes::default(),
            places: CellPlaces::default(),
            cell: None,
            runs: TextRuns::default(),
        }
    }

    fn tag(&mut self, before: &[u8], tag: &Tag<'_>) {
        match (tag.local(), tag.kind) {
            (b"row", _) => self.places.pass(tag),
            (b"c", TagKind::Open | TagKind::Empty) => {
                let (row, col) = self.places.cell(tag);
                let style = tag.attribute(b"s").map_or(Some(0), |s| s.parse::<usize>().ok());
                self.cell = (tag.kind == TagKind::Open).then(|| StyledCell {
                    row,
                    col,
                    font: style.is_some_and(|s| self.book.styles.get(s) == Some(&true)),
                    shared: tag.attribute(b"t") == Some("s"),
                    value: None,
                });
                self.runs = TextRuns::default();
            }
            (b"c", TagKind::Close) => self.end_cell(),
            (b"v", TagKind::Close) => {
                if let Some(cell) = &mut self.cell {
                    cell.value = std::str::from_utf8(before).ok().map(|v| v.trim().to_owned());
                }
            }
            _ if self.cell.is_some() => self.runs.tag(before, tag),
            _ => {}
        }
    }

    fn end_cell(&mut self) {
        let Some(cell) = self.cell.take() else { return };
        let number = cell
            .value
            .as_deref()
            .filter(|_| cell.shared)
            .and_then(|v| v.parse::<u32>().ok());
        let whole = || cell.font.then_some(Strike::Whole);
        let strike = match number.and_then(|number| Some((number, self.book.rich.get(&number)?))) {
            Some((number, runs)) => self.shared.of(number, runs, cell.font, &mut self.found),
            None if number.is_none() && !self.runs.all.is_empty() => {
                strike_of(&self.runs.all, cell.font).map(|s| self.found.add(s))
            }
            _ if cell.value.as_deref().is_some_and(|v| !v.is_empty()) => whole().map(|s| self.found.add(s)),
            _ => None,
        };
        if let Some(strike) = strike {
            self.found.mark(cell.row, cell.col, strike);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const STYLES: &str = r#"<styleSheet><fonts count="3"><font/><font><b/><strike/></font><font><strike val="0"/></font></fonts>
        <cellXfs><xf fontId="0"/><xf fontId="1"/><xf fontId="2"/></cellXfs><dxfs><dxf><font><strike/></font></dxf></dxfs></styleSheet>"#;
    const SHARED: &str = r"<sst><si><t>BAIK</t></si><si><r><rPr><strike/></rPr><t>ISTIMEWA/ </t></r><r><rPr><b/></rPr><t>BAIK</t></r></si>
        <si><r><t>A </t></r><r><rPr><b/></rPr><t>&amp; B</t></r></si><si/></sst>";

    fn book() -> BookStrikes {
        BookStrikes {
            styles: struck_styles(STYLES.as_bytes()),
            rich: rich_texts(SHARED.as_bytes()),
        }
    }

    fn found(rows: &str) -> Vec<String> {
        let book = book();
        let mut walk = SheetStrikes::new(&book);
        let xml = format!("<worksheet><sheetData>{rows}</sheetData></worksheet>");
        let mut end = 0;
        for tag in Tags::of(xml.as_bytes()) {
            walk.tag(&xml.as_bytes()[end..tag.start], &tag);
            end = tag.end;
        }
        let show = |strike: &Strike| match strike {
            Strike::Whole => "seluruhnya".to_owned(),
            Strike::Part(text) => text
                .pieces(0..text.text().len())
                .map(|(piece, is_struck)| if is_struck { format!("~{piece}~") } else { piece.to_owned() })
                .collect(),
        };
        walk.found
            .in_rows(0..=u32::MAX)
            .map(|(row, col, strike)| format!("{row} {col} {}", show(strike)))
            .collect()
    }

    #[test]
    fn the_font_of_a_cell_and_the_runs_of_a_text() {
        assert_eq!(book().styles, [false, true, false]);
        let rows = r#"<row r="2"><c r="A2" t="s"><v>0</v></c><c r="B2" s="1" t="s"><v>0</v></c><c r="C2" t="s"><v>1</v></c>
            <c r="D2" s="1"/><c r="E2" s="1"><v></v></c><c r="F2" s="1"><v>85</v></c><c r="G2" s="2"><v>85</v></c></row>
            <row><c t="s" s="1"><v>2</v></c><c t="s"><v>2</v></c><c t="s" s="1"><v>1</v></c></row>
            <row r="9"><c r="A9" t="inlineStr"><is><r><rPr><strike/></rPr><t>x</t></r><r><t>/y</t></r></is></c>
            <c r="B9" s="1" t="inlineStr"><is><t>x</t></is></c><c r="C9" s="1" t="str"><f>A1</f><v>z</v></c></row>"#;
        assert_eq!(
            found(rows),
            [
                "1 1 seluruhnya",
                "1 2 ~ISTIMEWA/ ~BAIK",
                "1 5 seluruhnya",
                "2 0 ~A ~& B",
                "2 2 ~ISTIMEWA/ ~BAIK",
                "8 0 ~x~/y",
                "8 1 seluruhnya",
                "8 2 seluruhnya",
            ]
        );
    }
}
