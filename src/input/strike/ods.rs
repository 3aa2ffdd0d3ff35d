//! Which styles of an OpenDocument strike out what they are given to, and which of them a cell has: its own, else that of
//! its row, else that of its column.

use std::collections::HashMap;
use std::io::Read;

use quick_xml::events::BytesStart;

use crate::input::guard::Zip;
use crate::input::package::{self, attribute};

/// Bytes of the part with the named styles that are looked at.
const STYLES: u64 = 16 << 20;
const LINE: &[u8] = b"text-line-through";

/// Styles that say something of a stroke, by family and name: whether they strike out.
#[derive(Default)]
pub struct StruckStyles {
    known: HashMap<(Box<str>, Box<str>), bool>,
    /// The style whose properties follow.
    at: Option<(Box<str>, Box<str>)>,
}

impl StruckStyles {
    /// The named styles of a document, which its own build upon.
    pub fn shared(zip: &mut Zip<'_>) -> Self {
        let mut found = Self::default();
        let mut xml = Vec::new();
        let Ok(part) = zip.by_name("styles.xml") else {
            return found;
        };
        // A part that breaks off has told what it has told.
        let _ = part.take(STYLES).read_to_end(&mut xml);
        if memchr::memmem::find(&xml, LINE).is_none() {
            return found;
        }
        package::each_element(&xml, |e| match e.local_name().as_ref() {
            "style" => found.begin(e),
            "text-properties" => found.properties(e),
            _ => {}
        });
        found
    }

    /// A style begins; it has what its parent has.
    pub fn begin(&mut self, style: &BytesStart<'_>) {
        let own = |name| attribute(style, name).map(String::into_boxed_str);
        self.at = own("family").zip(own("name"));
        if self.known.is_empty() {
            return;
        }
        let parent = self
            .at
            .as_ref()
            .and_then(|(family, _)| Some((family.clone(), own("parent-style-name")?)));
        if let (Some(&has), Some(at)) = (parent.and_then(|p| self.known.get(&p)), &self.at) {
            self.known.insert(at.clone(), has);
        }
    }

    /// What the style at hand says of its text.
    pub fn properties(&mut self, element: &BytesStart<'_>) {
        let says = ["text-line-through-style", "text-line-through-type"]
            .into_iter()
            .find_map(|name| attribute(element, name));
        if let (Some(line), Some(at)) = (says, &self.at) {
            let strikes = line != "none";
            // Nearly every document says of some style that it does not; that alone is nothing to look for.
            if strikes || !self.known.is_empty() {
                self.known.insert(at.clone(), strikes);
            }
        }
    }

    fn strikes(&self, family: &str, element: &BytesStart<'_>, name: &str) -> Option<bool> {
        let style = attribute(element, name)?;
        self.known.get(&(family.into(), style.into())).copied()
    }

    /// The columns of a table of which nothing is known.
    pub fn columns(&self) -> StruckColumns<'_> {
        StruckColumns {
            styles: self,
            columns: Vec::new(),
            row: None,
        }
    }
}

/// The columns of a table, and the row at hand.
pub struct StruckColumns<'s> {
    styles: &'s StruckStyles,
    /// The column behind the last one of a stretch, and whether its cells are struck out.
    columns: Vec<(u32, bool)>,
    row: Option<bool>,
}

/// Columns that are told one by one, at most; no sheet that is read has more.
const COLUMNS: usize = 1_000;

impl StruckColumns<'_> {
    /// Some style of the document strikes out.
    pub fn any(&self) -> bool {
        !self.styles.known.is_empty()
    }

    fn of_cell(&self, element: &BytesStart<'_>, name: &str) -> Option<bool> {
        let has = attribute(element, name).is_some();
        has.then(|| self.styles.strikes("table-cell", element, name).unwrap_or(false))
    }

    /// So many columns more.
    pub fn add(&mut self, column: &BytesStart<'_>, repeated: u32) {
        if self.any() && self.columns.len() < COLUMNS {
            let from = self.columns.last().map_or(0, |c| c.0);
            let strikes = self.of_cell(column, "default-cell-style-name").unwrap_or(false);
            self.columns.push((from.saturating_add(repeated), strikes));
        }
    }

    /// A row begins.
    pub fn begin_row(&mut self, row: &BytesStart<'_>) {
        self.row = if self.any() {
            self.of_cell(row, "default-cell-style-name")
        } else {
            None
        };
    }

    /// Whether the font of a cell has a stroke.
    pub fn strikes(&self, cell: &BytesStart<'_>, col: u32) -> bool {
        if !self.any() {
            return false;
        }
        let of_column = || {
            let at = self.columns.partition_point(|c| c.0 <= col);
            self.columns.get(at).is_some_and(|c| c.1)
        };
        self.of_cell(cell, "style-name").or(self.row).unwrap_or_else(of_column)
    }

    /// What a stretch of text says of a stroke; `None` where it leaves it as it is.
    pub fn of_span(&self, span: &BytesStart<'_>) -> Option<bool> {
        if !self.any() {
            return None;
        }
        self.styles.strikes("text", span, "style-name")
    }
}
