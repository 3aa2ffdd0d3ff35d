//! One walk over the XML of a sheet: which bytes must change so that the marked cells have other styles, and what
//! has to be known to lay notes beside them. Cells that carry a mark and are not there (a missing target is a
//! blank cell) are put where they belong, in the style of their row or column.

use std::collections::BTreeMap;
use std::ops::Range;

use super::LeftOut;
use super::edits::{Edit, New, after_name};
use super::layout::{Layout, from_characters, from_points};
use super::marks::Mark;
use super::styles::OldFill;
use crate::base::origin::{a1, column_letters};
use crate::base::tags::{Tag, TagKind, Tags};
use crate::base::workbook_file::EXCEL_COLUMNS;
use crate::finding::Level;

/// Elements of a sheet that stand behind `legacyDrawing`.
const BEHIND_NOTES: [&[u8]; 8] = [
    b"legacyDrawingHF",
    b"drawingHF",
    b"picture",
    b"oleObjects",
    b"controls",
    b"webPublishItems",
    b"tableParts",
    b"extLst",
];

/// What must change in a sheet.
#[derive(Debug)]
pub struct SheetPlan {
    /// Edits in the order of the text.
    pub edits: Vec<Edit>,
    /// Relationship of the drawing that holds notes and form controls, where there is one.
    pub drawing: Option<String>,
    /// Where the element that names it belongs, where there is none; and the prefix of elements here.
    pub drawing_place: (usize, String),
    /// Widths and heights.
    pub layout: Layout,
    /// The highest number of a style that is used, whether there is one or not.
    pub highest_style: u32,
    /// Cells that lose the fill of an earlier run.
    pub cleared: usize,
    /// Cells that keep it: what was below it is not known.
    pub covered: usize,
}

/// The highest number of a style that a sheet without marks uses.
pub fn highest_style(text: &[u8]) -> u32 {
    styles(text).max().unwrap_or(0)
}

/// The styles that a sheet names.
pub fn styles(text: &[u8]) -> impl Iterator<Item = u32> {
    let styled = Tags::of(text).filter(|t| t.kind != TagKind::Close);
    let of = |tag: Tag<'_>| match tag.local() {
        b"c" | b"row" => number(&tag, b"s"),
        b"col" => number(&tag, b"style"),
        _ => None,
    };
    styled.filter_map(of)
}

/// Walks over a sheet. `earlier`: styles with the fill of an earlier run.
///
/// # Errors
/// Rows or cells that are not in order: nobody can tell which of them is meant.
pub fn plan(text: &[u8], marks: &[Mark], earlier: &BTreeMap<u32, OldFill>) -> Result<SheetPlan, LeftOut> {
    let mut walk = RowWalk {
        marks,
        earlier,
        cleared: 0,
        covered: 0,
        edits: Vec::new(),
        layout: Layout::default(),
        column_styles: Vec::new(),
        row: None,
        next_row: 0,
        prefix: String::new(),
        highest_style: 0,
    };
    let (mut drawing, mut place, mut depth) = (None, None, 0_usize);
    let mut in_data = false;
    // Form controls stand in a choice of two forms, both behind the notes.
    let mut choice = None;
    for tag in Tags::of(text) {
        if tag.kind == TagKind::Close {
            depth = depth.saturating_sub(1);
        }
        if in_data && depth >= 2 {
            walk.data(&tag)?;
        } else if depth == 1 {
            match (tag.local(), tag.kind) {
                (b"sheetData", TagKind::Open) => {
                    in_data = true;
                    walk.prefix = String::from_utf8_lossy(tag.prefix()).into_owned();
                }
                (b"sheetData", TagKind::Close) => {
                    in_data = false;
                    walk.rows_before(u32::MAX, tag.start);
                }
                (b"sheetData", TagKind::Empty) => walk.empty_data(&tag),
                (b"sheetFormatPr", TagKind::Open | TagKind::Empty) => walk.defaults(&tag),
                (b"legacyDrawing", TagKind::Open | TagKind::Empty) => drawing = relation_of(&tag),
                (b"AlternateContent", TagKind::Open) => choice = Some(tag.start),
                (b"AlternateContent", TagKind::Close) => choice = None,
                (name, TagKind::Open | TagKind::Empty) if BEHIND_NOTES.contains(&name) => place = place.or(Some(tag.start)),
                _ => {}
            }
        } else if choice.is_some() && place.is_none() && BEHIND_NOTES.contains(&tag.local()) {
            place = choice;
        } else if depth == 2 && tag.local() == b"col" && tag.kind != TagKind::Close {
            walk.column(&tag);
        } else if depth == 0 && tag.kind == TagKind::Close && place.is_none() {
            place = Some(tag.start);
        }
        if tag.kind == TagKind::Open {
            depth += 1;
        }
    }
    if !walk.marks.is_empty() {
        return Err(LeftOut::Odd("daftar selnya tidak ditemukan"));
    }
    let place = place.ok_or(LeftOut::Odd("lembarnya tidak lengkap"))?;
    walk.layout.columns.sort_unstable();
    Ok(SheetPlan {
        edits: walk.edits,
        drawing,
        drawing_place: (place, walk.prefix),
        layout: walk.layout,
        highest_style: walk.highest_style,
        cleared: walk.cleared,
        covered: walk.covered,
    })
}

/// The relationship that a tag names.
fn relation_of(tag: &Tag<'_>) -> Option<String> {
    let named = crate::base::tags::Attributes(tag.attributes).flatten();
    let mut ids = named.filter(|(name, _)| crate::base::tags::local(name) == b"id");
    ids.next().map(|(_, id)| String::from_utf8_lossy(id).into_owned())
}

fn number<T: std::str::FromStr>(tag: &Tag<'_>, name: &[u8]) -> Option<T> {
    tag.attribute(name)?.trim().parse().ok()
}

fn yes(tag: &Tag<'_>, name: &[u8]) -> bool {
    matches!(tag.attribute(name), Some("1" | "true"))
}

struct RowWalk<'m> {
    /// Marks that are still to come, by row and column.
    marks: &'m [Mark],
    earlier: &'m BTreeMap<u32, OldFill>,
    cleared: usize,
    covered: usize,
    edits: Vec<Edit>,
    layout: Layout,
    /// Columns from–to with a style of their own.
    column_styles: Vec<(u32, u32, u32)>,
    row: Option<EditedRow>,
    /// 0-based number of a row that does not say its own.
    next_row: u32,
    prefix: String,
    highest_style: u32,
}

struct EditedRow {
    number: u32,
    style: Option<u32>,
    next_col: u32,
}

impl RowWalk<'_> {
    fn defaults(&mut self, tag: &Tag<'_>) {
        if let Some(width) = number(tag, b"defaultColWidth") {
            self.layout.column = from_characters(width);
        }
        if let Some(height) = number(tag, b"defaultRowHeight") {
            self.layout.row = from_points(height);
        }
    }

    fn column(&mut self, tag: &Tag<'_>) {
        let (Some(from), Some(to)) = (number::<u32>(tag, b"min"), number::<u32>(tag, b"max")) else {
            return;
        };
        if from == 0 || self.layout.columns.len() >= usize::from(EXCEL_COLUMNS) {
            return;
        }
        let (from, to) = (from - 1, to.saturating_sub(1));
        let width = if yes(tag, b"hidden") {
            Some(0)
        } else {
            number(tag, b"width").map(from_characters)
        };
        self.layout.columns.extend(width.map(|w| (from, to, w)));
        let style: Option<u32> = number(tag, b"style");
        self.seen_style(style);
        self.column_styles.extend(style.map(|s| (from, to, s)));
    }

    /// A tag inside `sheetData`.
    fn data(&mut self, tag: &Tag<'_>) -> Result<(), LeftOut> {
        match (tag.local(), tag.kind) {
            (b"row", TagKind::Open | TagKind::Empty) => self.open_row(tag),
            (b"row", TagKind::Close) => {
                self.cells_before(u32::MAX, tag.start);
                self.row = None;
                Ok(())
            }
            (b"c", TagKind::Open | TagKind::Empty) => self.cell(tag),
            _ => Ok(()),
        }
    }

    fn open_row(&mut self, tag: &Tag<'_>) -> Result<(), LeftOut> {
        let written: Option<u32> = tag.attribute(b"r").map(|r| r.trim().parse().unwrap_or(0));
        let number_of = written.map_or(Some(self.next_row), |r: u32| r.checked_sub(1));
        let row = number_of
            .filter(|r| *r >= self.next_row)
            .ok_or(LeftOut::Odd("baris-barisnya tidak berurutan"))?;
        self.next_row = row + 1;
        self.rows_before(row, tag.start);
        let hidden = yes(tag, b"hidden").then_some(0);
        let height = hidden.or_else(|| number(tag, b"ht").map(from_points));
        self.layout.rows.extend(height.map(|h| (row, h)));
        let style = number(tag, b"s");
        self.seen_style(style);
        self.row = Some(EditedRow {
            number: row,
            style: style.filter(|_| yes(tag, b"customFormat")),
            next_col: 0,
        });
        if tag.kind == TagKind::Empty {
            if self.marks.first().is_some_and(|m| m.row == row) {
                let name = String::from_utf8_lossy(tag.name).into_owned();
                self.edits.push(Edit::replace(tag.end - 2..tag.end, ">"));
                self.cells_before(u32::MAX, tag.end);
                self.edits.push(Edit::insert(tag.end, format!("</{name}>")));
            }
            self.row = None;
        }
        Ok(())
    }

    fn cell(&mut self, tag: &Tag<'_>) -> Result<(), LeftOut> {
        let disordered = LeftOut::Odd("sel-selnya tidak berurutan");
        let Some(row) = &mut self.row else { return Ok(()) };
        let col = match tag.attribute(b"r") {
            None => row.next_col,
            Some(r) => match a1(r.trim()) {
                Some((at, col)) if at == row.number && u32::from(col) >= row.next_col => u32::from(col),
                _ => return Err(disordered),
            },
        };
        row.next_col = col + 1;
        let base = number(tag, b"s");
        let earlier = base.and_then(|base| self.earlier.get(&base));
        let number_of_row = row.number;
        self.seen_style(base);
        self.cells_before(col, tag.start);
        if let Some(mark) = self
            .marks
            .first()
            .filter(|m| m.row == number_of_row && u32::from(m.col) == col)
        {
            let level = mark.level;
            self.marks = &self.marks[1..];
            // One that is marked so already keeps its style.
            if earlier.is_none_or(|fill| fill.level != level) {
                self.restyle(tag, base.unwrap_or(0), Some(level));
            }
        } else if let (Some(base), Some(fill)) = (base, earlier) {
            if fill.covers {
                self.covered += 1;
            } else {
                self.cleared += 1;
                self.restyle(tag, base, None);
            }
        }
        Ok(())
    }

    fn seen_style(&mut self, style: Option<u32>) {
        self.highest_style = self.highest_style.max(style.unwrap_or(0));
    }

    fn restyle(&mut self, tag: &Tag<'_>, base: u32, level: Option<Level>) {
        if let Some(old) = tag.value_of(b"s") {
            self.style(old, base, level);
        } else {
            let at = after_name(tag);
            self.edits.push(Edit::insert(at, " s=\""));
            self.style(at..at, 0, level);
            self.edits.push(Edit::insert(at, "\""));
        }
    }

    fn style(&mut self, old: Range<usize>, base: u32, level: Option<Level>) {
        let new = New::Style(base, level);
        self.edits.push(Edit { old, new });
    }

    /// Puts the marked cells of this row that stand before a column, and are not there, at `at`.
    fn cells_before(&mut self, col: u32, at: usize) {
        let Some(row) = &self.row else { return };
        let (number, style) = (row.number, row.style);
        while let Some((mark, rest)) = self.marks.split_first() {
            if mark.row != number || u32::from(mark.col) >= col {
                return;
            }
            self.marks = rest;
            let of_column = self.column_styles.iter().find(|c| (c.0..=c.1).contains(&u32::from(mark.col)));
            let base = style.or(of_column.map(|c| c.2)).unwrap_or(0);
            let (prefix, address) = (&self.prefix, format!("{}{}", column_letters(mark.col), number + 1));
            self.edits.push(Edit::insert(at, format!("<{prefix}c r=\"{address}\" s=\"")));
            self.style(at..at, base, Some(mark.level));
            self.edits.push(Edit::insert(at, "\"/>"));
        }
    }

    /// Puts the rows of marked cells that stand before a row, and are not there, at `at`.
    fn rows_before(&mut self, row: u32, at: usize) {
        while let Some(number) = self.marks.first().map(|m| m.row).filter(|r| *r < row) {
            let prefix = self.prefix.clone();
            self.edits
                .push(Edit::insert(at, format!("<{prefix}row r=\"{}\">", number + 1)));
            self.row = Some(EditedRow {
                number,
                style: None,
                next_col: 0,
            });
            self.cells_before(u32::MAX, at);
            self.row = None;
            self.edits.push(Edit::insert(at, format!("</{prefix}row>")));
        }
    }

    fn empty_data(&mut self, tag: &Tag<'_>) {
        self.prefix = String::from_utf8_lossy(tag.prefix()).into_owned();
        if self.marks.is_empty() {
            return;
        }
        let name = String::from_utf8_lossy(tag.name).into_owned();
        self.edits.push(Edit::replace(tag.end - 2..tag.end, ">"));
        self.rows_before(u32::MAX, tag.end);
        self.edits.push(Edit::insert(tag.end, format!("</{name}>")));
    }
}
