//! Colours of the cells of an OpenDocument: a cell has its own style, else that of its row, else that of its column.

use std::collections::HashMap;

use super::{Paint, PaintWish, Paints, Rgb};
use crate::base::tags::{Attributes, Tag, TagKind, local};
use crate::input::guard::Zip;
use crate::input::ods::PASSED_OVER;
use crate::input::package;

/// Columns that are told one by one, at most; no sheet that is read has more.
const COLUMNS: usize = 1_000;

/// The coloured cells of some rows.
pub fn paints(zip: &mut Zip<'_>, wishes: &[&PaintWish<'_>]) -> Vec<Paints> {
    let mut styles = OdsPaints::default();
    package::each_tag(zip, "styles.xml", |_, tag| styles.tag(tag));
    let mut walk = PaintedTables {
        styles,
        wishes,
        found: wishes.iter().map(|_| Paints::default()).collect(),
        at: None,
        passed_over: 0,
        row: 0,
        rows: 1,
        col: 0,
        of_row: None,
        columns: Vec::new(),
    };
    package::each_tag(zip, "content.xml", |_, tag| walk.tag(tag));
    walk.found
}

fn said<'a>(tag: &Tag<'a>, wanted: &str) -> Option<&'a str> {
    let found = Attributes(tag.attributes)
        .flatten()
        .find(|(name, _)| local(name) == wanted.as_bytes())?;
    std::str::from_utf8(found.1).ok()
}

fn times(tag: &Tag<'_>, name: &str) -> u32 {
    said(tag, name).and_then(|n| n.parse().ok()).map_or(1, |n: u32| n.max(1))
}

/// The styles of cells, by name.
#[derive(Default)]
struct OdsPaints {
    known: HashMap<Box<str>, Paint>,
    /// The style whose properties follow.
    at: Option<Box<str>>,
}

impl OdsPaints {
    fn tag(&mut self, tag: &Tag<'_>) {
        if tag.kind == TagKind::Close {
            return;
        }
        match tag.local() {
            b"style" => {
                let is_of_cells = said(tag, "family") == Some("table-cell");
                self.at = said(tag, "name").filter(|_| is_of_cells).map(Into::into);
                let parent = said(tag, "parent-style-name").and_then(|p| self.known.get(p)).copied();
                if let (Some(at), Some(paint)) = (&self.at, parent) {
                    self.known.insert(at.clone(), paint);
                }
            }
            b"table-cell-properties" => {
                if let Some(fill) = said(tag, "background-color") {
                    self.set(|paint| Paint::new(Rgb::hex(fill), paint.ink));
                }
            }
            b"text-properties" => {
                if let Some(ink) = said(tag, "color") {
                    self.set(|paint| Paint::new(paint.fill, Rgb::hex(ink)));
                }
            }
            _ => {}
        }
    }

    fn set(&mut self, change: impl FnOnce(Paint) -> Paint) {
        if let Some(at) = &self.at {
            let paint = self.known.entry(at.clone()).or_default();
            *paint = change(*paint);
        }
    }
}

struct PaintedTables<'a> {
    styles: OdsPaints,
    wishes: &'a [&'a PaintWish<'a>],
    found: Vec<Paints>,
    /// The wishes of the table at hand.
    at: Option<Vec<usize>>,
    /// Elements that are open inside one whose cells are no cells of a sheet.
    passed_over: u32,
    row: u32,
    rows: u32,
    col: u32,
    of_row: Option<Paint>,
    /// The column behind the last one of a stretch, and how its cells are coloured.
    columns: Vec<(u32, Paint)>,
}

impl PaintedTables<'_> {
    fn tag(&mut self, tag: &Tag<'_>) {
        let name = tag.local();
        if self.passed_over > 0 || PASSED_OVER.iter().any(|p| p.as_bytes() == name) {
            match tag.kind {
                TagKind::Open => self.passed_over += 1,
                TagKind::Close => self.passed_over = self.passed_over.saturating_sub(1),
                TagKind::Empty => {}
            }
            return;
        }
        match (name, tag.kind) {
            (b"table", TagKind::Open) => {
                let name = said(tag, "name").map(|n| quick_xml::escape::unescape(n).unwrap_or_else(|_| n.into()));
                let named = |wish: &PaintWish<'_>| name.as_deref() == Some(wish.name);
                let all = self.wishes.iter().enumerate();
                self.at = Some(all.filter(|(_, wish)| named(wish)).map(|(i, _)| i).collect());
                self.columns.clear();
                self.row = 0;
            }
            (b"table", TagKind::Close) => self.at = None,
            (b"table-column", TagKind::Open | TagKind::Empty) if self.columns.len() < COLUMNS => {
                let from = self.columns.last().map_or(0, |c| c.0);
                let behind = from.saturating_add(times(tag, "number-columns-repeated"));
                let paint = self.paint(tag, "default-cell-style-name").unwrap_or_default();
                self.columns.push((behind, paint));
            }
            (b"table-row", TagKind::Open) => {
                self.rows = times(tag, "number-rows-repeated");
                self.of_row = self.paint(tag, "default-cell-style-name");
                self.col = 0;
            }
            (b"table-row", TagKind::Close) => self.row = self.row.saturating_add(self.rows),
            (b"table-cell" | b"covered-table-cell", TagKind::Open | TagKind::Empty) => self.cell(tag),
            _ if self.at.is_none() => self.styles.tag(tag),
            _ => {}
        }
    }

    fn paint(&self, tag: &Tag<'_>, name: &str) -> Option<Paint> {
        let style = said(tag, name)?;
        Some(self.styles.known.get(style).copied().unwrap_or_default())
    }

    fn cell(&mut self, tag: &Tag<'_>) {
        let repeated = times(tag, "number-columns-repeated");
        let from = self.col;
        self.col = from.saturating_add(repeated);
        let Some(at) = &self.at else { return };
        let own = self.paint(tag, "style-name").or(self.of_row);
        for &i in at {
            let wish = self.wishes[i];
            let last = self.row.saturating_add(self.rows - 1).min(wish.rows.1);
            for row in self.row.max(wish.rows.0)..=last {
                for col in wish.cols.0..=wish.cols.1 {
                    let at = u32::from(col);
                    if !(from..self.col).contains(&at) {
                        continue;
                    }
                    let of_column = || {
                        let i = self.columns.partition_point(|c| c.0 <= at);
                        self.columns.get(i).map_or_else(Paint::default, |c| c.1)
                    };
                    self.found[i].mark(row, col, own.unwrap_or_else(of_column));
                }
                // Rows that are written by a count have nothing of their own, so they are data of nobody.
                if self.rows > 1 {
                    break;
                }
            }
        }
    }
}
