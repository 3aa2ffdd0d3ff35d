//! OpenDocument spreadsheets, streamed from `content.xml` with quick-xml.
//!
//! Not with calamine: its reader expands repeated rows, never ends on a content cut off inside a
//! table, and tells neither merged areas nor per cents, both of which stand in the file.

use std::collections::HashSet;
use std::io::{BufRead, BufReader};

use jiff::civil::Date;
use memchr::memmem;
use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};

use super::calamine_values::duration;
use super::filling::{Bounds, Filling, Sheets};
use super::findings::{FileEmpty, FileEncrypted, FileTooLarge};
use super::guard::{self, damaged};
use super::options::{Limits, ReadOptions};
use super::package::attribute;
use super::refusal::Refusal;
use super::scan::{Unpacked, scan};
use super::sheet::{CellError, Merge, Value};
use super::strike::ods::{StruckColumns, StruckStyles};
use super::strike::{Stretches, Strike};
use crate::base::ids::wide;
use crate::base::origin::FileId;

/// Blanks written as a count (`<text:s text:c="…"/>`), at most.
const BLANKS: usize = 1_000;
/// Elements whose cells are no cells of a sheet: old versions, pictures, notes.
pub(super) const PASSED_OVER: [&str; 5] = ["tracked-changes", "shapes", "dde-links", "annotation", "forms"];

/// Reads all sheets.
pub fn read(bytes: &[u8], id: FileId, options: &ReadOptions) -> Result<Sheets, Refusal> {
    let mut zip = guard::open(bytes, &options.limits)?;
    // First, since what is encrypted is no XML.
    if is_encrypted(&mut zip) {
        return Err(Refusal::new(FileEncrypted));
    }
    let unpacked = Unpacked::new(wide(bytes.len()), &options.limits);
    let seen = scan(&zip, &unpacked, false, |part| part == "content.xml")?;
    let unpacked = seen.values().map(|s| s.bytes).sum();
    let bounds = Bounds::new(id, &options.limits).repeating(unpacked);
    let mut styles = StruckStyles::shared(&mut zip);
    let content = zip
        .by_name("content.xml")
        .map_err(|e| damaged("bagian content.xml tidak ada atau rusak").because(&e))?;
    let mut parser = Parser::new(BufReader::with_capacity(64 << 10, content));
    let mut all: Sheets = (Vec::new(), Vec::new());
    let mut hidden_styles = HashSet::new();
    let mut style = None;
    loop {
        match parser.next()? {
            OdsStep::Open(element) => match element.local_name().as_ref() {
                "style" => {
                    style = attribute(&element, "name");
                    styles.begin(&element);
                }
                "text-properties" => styles.properties(&element),
                "table-properties" if attribute(&element, "display").as_deref() == Some("false") => {
                    hidden_styles.extend(style.take());
                }
                "table" => {
                    let name = attribute(&element, "name").unwrap_or_default();
                    let hidden = attribute(&element, "style-name").is_some_and(|s| hidden_styles.contains(&s));
                    let mut into = Filling::new(&bounds, all.0.len(), Some(&name));
                    into.set_hidden(hidden);
                    table(&mut parser, &mut into, &styles, &options.limits)?;
                    let (sheet, problems) = into.finish();
                    all.0.push(sheet);
                    all.1.extend(problems);
                    if all.0.len() > options.limits.sheets {
                        return Err(Refusal::new(FileTooLarge {
                            detail: format!("{} lembar", all.0.len()),
                        }));
                    }
                }
                name if PASSED_OVER.contains(&name) => parser.skip()?,
                _ => {}
            },
            OdsStep::End if all.0.is_empty() => {
                return Err(Refusal::new(FileEmpty {
                    detail: "buku kerja tanpa lembar kerja".into(),
                }));
            }
            OdsStep::End => return Ok(all),
            OdsStep::Close(_) | OdsStep::Text(_) => {}
        }
    }
}

fn is_encrypted(zip: &mut guard::Zip<'_>) -> bool {
    let mut manifest = Vec::new();
    zip.by_name("META-INF/manifest.xml").is_ok_and(|part| {
        std::io::Read::read_to_end(&mut std::io::Read::take(part, 16 << 20), &mut manifest).is_ok()
            && memmem::find(&manifest, b"encryption-data").is_some()
    })
}

/// What the parser gives: elements (empty ones opened and closed) and text.
enum OdsStep {
    Open(BytesStart<'static>),
    Close(String),
    Text(String),
    End,
}

struct Parser<R> {
    reader: Reader<R>,
    buffer: Vec<u8>,
}

impl<R: BufRead> Parser<R> {
    fn new(input: R) -> Self {
        let mut reader = Reader::from_reader(input);
        let config = reader.config_mut();
        config.check_end_names = false;
        config.expand_empty_elements = true;
        Self {
            reader,
            buffer: Vec::new(),
        }
    }

    fn next(&mut self) -> Result<OdsStep, Refusal> {
        loop {
            self.buffer.clear();
            let event = self.reader.read_event_into(&mut self.buffer);
            return Ok(match event.map_err(|e| damaged("isinya rusak").because(&e))? {
                Event::Start(e) => OdsStep::Open(e.into_owned()),
                Event::End(e) => OdsStep::Close(e.local_name().as_ref().to_owned()),
                Event::Text(t) => OdsStep::Text(t.xml10_content().into_owned()),
                Event::CData(t) => OdsStep::Text(t.xml10_content().into_owned()),
                Event::GeneralRef(e) => OdsStep::Text(entity(&e)),
                Event::Eof => OdsStep::End,
                _ => continue,
            });
        }
    }

    /// Passes over the rest of the element that was just opened.
    fn skip(&mut self) -> Result<(), Refusal> {
        let mut depth = 1_u64;
        while depth > 0 {
            match self.next()? {
                OdsStep::Open(_) => depth += 1,
                OdsStep::Close(_) => depth -= 1,
                OdsStep::Text(_) => {}
                OdsStep::End => return Err(cut_off()),
            }
        }
        Ok(())
    }
}

/// A character or one of the five entities of XML; anything else as it is written.
fn entity(name: &quick_xml::events::BytesRef<'_>) -> String {
    if let Ok(Some(c)) = name.resolve_char_ref() {
        return c.to_string();
    }
    let name: &str = name.as_ref();
    match quick_xml::escape::resolve_xml_entity(name) {
        Some(text) => text.to_owned(),
        None => format!("&{name};"),
    }
}

fn cut_off() -> Refusal {
    damaged("isinya terpotong di tengah tabel")
}

/// Reads the rows of a table. Groups of rows, header rows and the like are only opened and closed.
fn table<R: BufRead>(
    parser: &mut Parser<R>,
    into: &mut Filling<'_>,
    styles: &StruckStyles,
    limits: &Limits,
) -> Result<(), Refusal> {
    let mut row = 0_u32;
    let mut columns = styles.columns();
    loop {
        match parser.next()? {
            OdsStep::Open(e) if e.local_name().as_ref() == "table-column" => {
                columns.add(&e, count(&e, "number-columns-repeated"));
            }
            OdsStep::Open(e) if e.local_name().as_ref() == "table-row" => {
                let repeated = count(&e, "number-rows-repeated");
                columns.begin_row(&e);
                let cells = cells(parser, row, into, &columns, limits)?;
                if cells.is_empty() {
                    row = row.saturating_add(repeated);
                    continue;
                }
                let width = cells
                    .iter()
                    .map(|c| u64::from(c.repeated.min(u32::from(limits.cols))))
                    .sum::<u64>();
                into.repeat(width * u64::from(repeated.min(limits.rows)) - wide(cells.len()))?;
                for _ in 0..repeated {
                    for cell in &cells {
                        for col in cell.col..cell.col.saturating_add(cell.repeated) {
                            into.push(row, col, cell.content.value())?;
                            if let Some(strike) = &cell.strike {
                                into.strike(row, col, strike.clone());
                            }
                            if col >= u32::from(limits.cols) {
                                break;
                            }
                        }
                    }
                    row = row.saturating_add(1);
                    if row > limits.rows {
                        break;
                    }
                }
            }
            OdsStep::Open(e) if PASSED_OVER.contains(&e.local_name().as_ref()) => parser.skip()?,
            OdsStep::Close(name) if name == "table" => return Ok(()),
            OdsStep::End => return Err(cut_off()),
            _ => {}
        }
    }
}

struct OdsCell {
    col: u32,
    repeated: u32,
    content: OdsContent,
    strike: Option<Strike>,
}

enum OdsContent {
    Text(String),
    Number(f64, bool),
    Date(Date),
    Clock(f64),
    Bool(bool),
    Error(CellError),
    Uncomputed,
}

impl OdsContent {
    fn value(&self) -> Value<'_> {
        match self {
            Self::Text(text) => Value::Text(text),
            Self::Number(value, percent) => Value::Number {
                value: *value,
                percent: *percent,
            },
            Self::Date(date) => Value::Date(*date),
            Self::Clock(days) => Value::Clock(*days),
            Self::Bool(value) => Value::Bool(*value),
            Self::Error(error) => Value::Error(*error),
            Self::Uncomputed => Value::Uncomputed,
        }
    }
}

/// The filled cells of a row; merged areas go to the sheet at once.
fn cells<R: BufRead>(
    parser: &mut Parser<R>,
    row: u32,
    into: &mut Filling<'_>,
    styles: &StruckColumns<'_>,
    limits: &Limits,
) -> Result<Vec<OdsCell>, Refusal> {
    let mut cells = Vec::new();
    let mut col = 0_u32;
    loop {
        match parser.next()? {
            OdsStep::Open(e) if matches!(e.local_name().as_ref(), "table-cell" | "covered-table-cell") => {
                let repeated = count(&e, "number-columns-repeated");
                let (across, down) = (count(&e, "number-columns-spanned"), count(&e, "number-rows-spanned"));
                if across > 1 || down > 1 {
                    let short = |n: u32| u16::try_from(n).unwrap_or(u16::MAX);
                    into.merge(Merge {
                        top: row,
                        left: short(col),
                        bottom: row.saturating_add(down - 1),
                        right: short(col.saturating_add(across - 1)),
                    });
                }
                let font = styles.strikes(&e, col);
                let mut stretches = styles.any().then(Stretches::default);
                let text = text(parser, styles, font, stretches.as_mut())?;
                if let Some(content) = content(&e, text) {
                    let strike = match stretches.and_then(Stretches::finish) {
                        None if font => Some(Strike::Whole),
                        strike => strike,
                    };
                    cells.push(OdsCell {
                        col,
                        repeated,
                        content,
                        strike,
                    });
                    if cells.len() > usize::from(limits.cols) * 2 {
                        return Err(Refusal::new(FileTooLarge {
                            detail: format!("lebih dari {} kolom", limits.cols),
                        }));
                    }
                }
                col = col.saturating_add(repeated);
            }
            OdsStep::Close(name) if name == "table-row" => return Ok(cells),
            OdsStep::End => return Err(cut_off()),
            _ => {}
        }
    }
}

/// The paragraphs of the cell that was just opened; and where it is struck out, under a font that has a stroke or not.
fn text<R: BufRead>(
    parser: &mut Parser<R>,
    styles: &StruckColumns<'_>,
    font: bool,
    mut stretches: Option<&mut Stretches>,
) -> Result<String, Refusal> {
    let mut text = String::new();
    let mut paragraphs = 0;
    // Of every element that is open: whether its text is struck out.
    let mut open: Vec<bool> = Vec::new();
    let mut add = |more: &str, is_struck: bool, text: &mut String| {
        text.push_str(more);
        if let Some(stretches) = &mut stretches {
            stretches.push(more, is_struck);
        }
    };
    loop {
        match parser.next()? {
            OdsStep::Open(e) => {
                let outer = open.last().copied().unwrap_or(font);
                let mut is_struck = outer;
                match e.local_name().as_ref() {
                    name if PASSED_OVER.contains(&name) => {
                        parser.skip()?;
                        continue;
                    }
                    "p" | "h" => {
                        if paragraphs > 0 {
                            add("\n", outer, &mut text);
                        }
                        paragraphs += 1;
                    }
                    "s" => {
                        let blanks = usize::try_from(count(&e, "c")).unwrap_or(BLANKS).min(BLANKS);
                        add(&" ".repeat(blanks), outer, &mut text);
                    }
                    "tab" => add("\t", outer, &mut text),
                    "line-break" => add("\n", outer, &mut text),
                    "span" => is_struck = styles.of_span(&e).unwrap_or(outer),
                    _ => {}
                }
                open.push(is_struck);
            }
            OdsStep::Close(_) if open.is_empty() => return Ok(text),
            OdsStep::Close(_) => {
                open.pop();
            }
            // Between paragraphs there is only the layout of the XML.
            OdsStep::Text(t) => {
                if let Some(&is_struck) = open.last() {
                    add(&t, is_struck, &mut text);
                }
            }
            OdsStep::End => return Err(cut_off()),
        }
    }
}

/// What a cell holds, by its declared type; `None` when it is empty.
fn content(cell: &BytesStart<'_>, text: String) -> Option<OdsContent> {
    let own = |name: &str| attribute(cell, name);
    let mut kind = None;
    let mut is_error = false;
    for a in cell.attributes().flatten() {
        let (key, value) = (a.key.as_ref(), a.value.as_ref());
        match (key.rsplit(':').next(), value) {
            (Some("value-type"), "error") => is_error = true,
            (Some("value-type"), value) if kind.is_none() => kind = Some(value.to_owned()),
            _ => {}
        }
    }
    if is_error || (own("formula").is_some() && (text.starts_with("Err:") || text.starts_with('#'))) {
        return Some(OdsContent::Error(error(&text)));
    }
    match kind.as_deref() {
        Some(kind @ ("float" | "currency" | "percentage")) => {
            let value = own("value").and_then(|v| v.parse::<f64>().ok()).filter(|v| v.is_finite());
            Some(value.map_or(OdsContent::Error(CellError::Num), |v| {
                OdsContent::Number(v, kind == "percentage")
            }))
        }
        Some("boolean") => Some(OdsContent::Bool(own("boolean-value")?.eq_ignore_ascii_case("true"))),
        Some("date") => {
            let date = own("date-value").and_then(|d| d.get(..10)?.parse().ok());
            Some(date.map_or(OdsContent::Text(text), OdsContent::Date))
        }
        Some("time") => {
            let days = own("time-value").and_then(|t| duration(&t));
            Some(days.map_or(OdsContent::Text(text), OdsContent::Clock))
        }
        Some(_) => {
            let text = own("string-value").filter(|_| text.is_empty()).unwrap_or(text);
            (!text.is_empty()).then_some(OdsContent::Text(text))
        }
        None if own("formula").is_some() => Some(OdsContent::Uncomputed),
        None => (!text.is_empty()).then_some(OdsContent::Text(text)),
    }
}

fn error(text: &str) -> CellError {
    CellError::from_text(text).unwrap_or(CellError::Other)
}

/// A count in an attribute; 1 where there is none.
fn count(element: &BytesStart<'_>, name: &str) -> u32 {
    attribute(element, name)
        .and_then(|n| n.trim().parse::<u64>().ok())
        .map_or(1, |n| u32::try_from(n).unwrap_or(u32::MAX).max(1))
}
