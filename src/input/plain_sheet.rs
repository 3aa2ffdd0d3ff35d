//! The cells of a worksheet as spreadsheet programs write them, read straight from its bytes: a third of what a parser for any
//! XML costs, and reading is the larger part of a run.
//!
//! Only the plainest shape is read here: rows of cells with an address, figures in the formats of figures, texts of the shared list
//! or in place. **Anything else** (a formula, a date, rich text, an odd attribute, a comment, a cell without an address …) gives the
//! whole sheet back unread (`None`), and calamine reads it from its start, as it reads everything else. What is read here is what
//! calamine would have read: `tests` below compares them on every workbook of the fixtures, `tests/fuzz` on bent ones.

use crate::base::ids::wide;
use std::borrow::Cow;
use std::io::Read;

use calamine::{ExcelDateTime, ExcelDateTimeType};
use memchr::memmem;

use super::calamine_values::moment;
use super::sheet::Value;
use super::soundness::Walk;
use crate::base::origin::a1;

/// Bytes unpacked at a time, and the most that one row or what stands before the first one may take.
const CHUNK: usize = 256 << 10;
const LONGEST: usize = 8 << 20;
/// More digits than a figure has in any program; the parser below takes any number.
const DIGITS: usize = 64;

/// Rows and columns that a sheet of Excel has.
const ROWS: u32 = 1 << 20;
const COLS: u16 = 1 << 14;

/// What a style makes of a figure.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Style {
    /// A figure, or one shown as per cent.
    Figure {
        /// Per cent.
        percent: bool,
    },
    /// A day or a time of day.
    Moment,
    /// A duration, or not certain.
    Other,
}

/// The styles of a workbook.
#[derive(Debug, Default)]
pub struct SheetStyles {
    /// By number.
    pub all: Vec<Style>,
    /// Days are counted from 1904.
    pub since_1904: bool,
}

/// What a number format shows, where that is beyond doubt: figures are digits, marks and `%` only, and what begins with a part of a
/// day is one.
pub fn style(format: Option<&str>) -> Style {
    match format {
        Some("General") => Style::Figure { percent: false },
        Some(code) if !code.is_empty() && code.bytes().all(|b| b"0#?.,% @-()".contains(&b)) => Style::Figure {
            percent: code.contains('%'),
        },
        Some(code) if code.starts_with(['d', 'm', 'y', 'h', 's']) => Style::Moment,
        _ => Style::Other,
    }
}

/// The shared texts of a workbook, one behind the other.
#[derive(Debug, Default)]
pub struct SharedTexts {
    bytes: String,
    ends: Vec<usize>,
    /// Numbers of the texts that are not of the plainest shape, in order: a sheet that shows one is not read here.
    odd: Vec<usize>,
}

impl SharedTexts {
    /// Reads the part that holds them; `None` where it is no list of texts.
    pub fn read(part: &str) -> Option<Self> {
        if part.contains("<!") {
            return None;
        }
        let mut texts = Self::default();
        let mut at = Cursor(&part[part.find("<sst")?..]);
        at.tag(b"<sst")?;
        at.blanks();
        while at.take(b"</sst>").is_none() {
            let start = at.0;
            if let Some(text) = at.shared() {
                texts.bytes.push_str(&text);
            } else {
                texts.odd.push(texts.ends.len());
                let item = start.strip_prefix("<si>")?;
                let (inside, behind) = item.split_once("</si>")?;
                if inside.contains("<si") {
                    return None;
                }
                at = Cursor(behind);
            }
            texts.ends.push(texts.bytes.len());
            at.blanks();
        }
        Some(texts)
    }

    fn get(&self, i: usize) -> Option<&str> {
        if self.odd.binary_search(&i).is_ok() {
            return None;
        }
        let start = if i == 0 { 0 } else { *self.ends.get(i - 1)? };
        self.bytes.get(start..*self.ends.get(i)?)
    }
}

/// Gives every filled cell of a sheet to `push`; `None` where the sheet is not of the plainest shape or `push` gives up. What
/// stands before and behind the rows is walked over; the rows are sound by the grammar here.
pub fn cells(
    mut part: impl Read,
    walk: &mut Walk,
    texts: &SharedTexts,
    styles: &SheetStyles,
    mut push: impl FnMut(u32, u32, Value<'_>) -> Option<()>,
) -> Option<()> {
    let mut buffer = Vec::with_capacity(CHUNK * 2);
    let mut in_rows = false;
    let tail = 'rows: loop {
        let before = buffer.len();
        part.by_ref().take(wide(CHUNK)).read_to_end(&mut buffer).ok()?;
        if buffer.len() == before || buffer.len() > LONGEST {
            return None;
        }
        if !in_rows {
            let Some(start) = memmem::find(&buffer, b"<sheetData>") else {
                continue;
            };
            let head = start + b"<sheetData>".len();
            walk_over(&buffer[..head], walk)?;
            buffer.drain(..head);
            in_rows = true;
        }
        // Up to the end of the last whole row; behind the last one there is none.
        let end = memmem::rfind(&buffer, b"</row>").map_or(0, |row| row + b"</row>".len());
        let mut rows = Cursor(std::str::from_utf8(&buffer[..end]).ok()?);
        while !rows.0.is_empty() {
            if rows.0.starts_with(CLOSE) {
                break 'rows end - rows.0.len();
            }
            row(&mut rows, texts, styles, &mut push)?;
            rows.blanks();
        }
        if buffer[end..].trim_ascii_start().starts_with(CLOSE.as_bytes()) {
            break end;
        }
        buffer.drain(..end);
    };
    buffer.drain(..tail);
    loop {
        walk.chunk(&buffer).ok()?;
        buffer.clear();
        if part.by_ref().take(wide(CHUNK)).read_to_end(&mut buffer).ok()? == 0 {
            return walk.finish().ok();
        }
    }
}

/// What ends the rows.
const CLOSE: &str = "</sheetData>";

/// What stands before the first row, with no comment or the like in it.
fn walk_over(head: &[u8], walk: &mut Walk) -> Option<()> {
    if memmem::find(head, b"<!").is_some() {
        return None;
    }
    walk.chunk(head).ok()
}

/// Whether what stands before the first row is sound and short, so that calamine may be asked for the styles there.
pub fn head_is_sound(part: impl Read) -> bool {
    let mut start = Vec::new();
    let mut walk = Walk::default();
    let head = part
        .take(wide(CHUNK))
        .read_to_end(&mut start)
        .ok()
        .and_then(|_| memmem::find(&start, b"<sheetData>"));
    head.and_then(|head| walk_over(&start[..head], &mut walk)).is_some() && !walk.odd_dimension
}

/// One row with its cells.
fn row(
    at: &mut Cursor<'_>,
    texts: &SharedTexts,
    styles: &SheetStyles,
    push: &mut impl FnMut(u32, u32, Value<'_>) -> Option<()>,
) -> Option<()> {
    let mut number = None;
    let is_empty = at.attributes(b"<row", |name, value| {
        if name == "r" {
            let is_number = (1..=7).contains(&value.len()) && value.bytes().all(|b| b.is_ascii_digit());
            number = is_number.then(|| value.parse::<u32>().ok()).flatten();
        }
        true
    })?;
    number.filter(|&n| n > 0)?;
    if is_empty {
        return Some(());
    }
    loop {
        at.blanks();
        if at.take(b"</row>").is_some() {
            return Some(());
        }
        cell(at, texts, styles, push)?;
    }
}

/// One cell.
fn cell(
    at: &mut Cursor<'_>,
    texts: &SharedTexts,
    styles: &SheetStyles,
    push: &mut impl FnMut(u32, u32, Value<'_>) -> Option<()>,
) -> Option<()> {
    let (mut address, mut style, mut kind) = (None, None, None);
    let is_empty = at.attributes(b"<c", |name, value| {
        let into = match name {
            "r" => &mut address,
            "s" => &mut style,
            "t" => &mut kind,
            _ => return false,
        };
        into.replace(value).is_none()
    })?;
    let address = address.filter(|a| !a.bytes().any(|b| b.is_ascii_lowercase()))?;
    let (row, col) = a1(address).filter(|&(row, col)| row < ROWS && col < COLS)?;
    let style = match style {
        // As programs write them; what else a number may look like is not guessed at.
        Some(s) if s.len() <= 5 && s.bytes().all(|b| b.is_ascii_digit()) => Some(s.parse::<usize>().ok()?),
        Some(_) => return None,
        None => None,
    };
    if is_empty || at.take(b"</c>").is_some() {
        return Some(());
    }
    let col = u32::from(col);
    match kind {
        None | Some("n") => {
            let value = figure(at.value()?)?;
            // Without a style a figure is never a date, and the first style tells whether it is per cent.
            let value = match (style, styles.all.get(style.unwrap_or(0))) {
                (_, Some(&Style::Figure { percent })) => Value::Number { value, percent },
                (None, None) => Value::Number { value, percent: false },
                (Some(_), Some(Style::Moment)) => {
                    moment(ExcelDateTime::new(value, ExcelDateTimeType::DateTime, styles.since_1904))
                }
                _ => return None,
            };
            push(row, col, value)?;
        }
        Some("s") => {
            let index = at.value()?;
            let is_index = (1..=9).contains(&index.len()) && index.bytes().all(|b| b.is_ascii_digit());
            let index = is_index.then(|| index.parse().ok()).flatten()?;
            push(row, col, Value::Text(texts.get(index)?))?;
        }
        Some("inlineStr") => {
            at.take(b"<is>")?;
            let text = at.text()?;
            at.take(b"</is>")?;
            push(row, col, Value::Text(&text))?;
        }
        Some(_) => return None,
    }
    at.take(b"</c>")
}

/// A finite figure, written as programs write them.
fn figure(written: &str) -> Option<f64> {
    let plain = |b: u8| b.is_ascii_digit() || matches!(b, b'.' | b'-' | b'+' | b'e' | b'E');
    let starts = written
        .strip_prefix('-')
        .unwrap_or(written)
        .starts_with(|c: char| c.is_ascii_digit());
    let is_plain =
        starts && written.len() <= DIGITS && written.bytes().all(plain) && written.ends_with(|c: char| c.is_ascii_digit());
    is_plain.then(|| written.parse::<f64>().ok())?.filter(|f| f.is_finite())
}

/// The rest of a text.
struct Cursor<'a>(&'a str);

impl<'a> Cursor<'a> {
    /// Passes `wanted`, if it stands here. Its length is known when this is compiled, so it is compared in one step.
    fn take<const N: usize>(&mut self, wanted: &[u8; N]) -> Option<()> {
        if self.0.as_bytes().first_chunk() != Some(wanted) {
            return None;
        }
        self.0 = self.0.get(N..)?;
        Some(())
    }

    fn blanks(&mut self) {
        self.0 = self.0.trim_ascii_start();
    }

    /// Passes a tag that opens, with any attributes.
    fn tag<const N: usize>(&mut self, open: &[u8; N]) -> Option<()> {
        self.attributes(open, |_, _| true).filter(|is_empty| !is_empty).map(|_| ())
    }

    /// Passes a tag whose attributes are all `good`; whether it is empty.
    fn attributes<const N: usize>(&mut self, open: &[u8; N], mut good: impl FnMut(&'a str, &'a str) -> bool) -> Option<bool> {
        self.take(open)?;
        loop {
            let rest = self.0.trim_ascii_start();
            match rest.as_bytes() {
                [b'>', ..] => {
                    self.0 = &rest[1..];
                    return Some(false);
                }
                [b'/', b'>', ..] => {
                    self.0 = &rest[2..];
                    return Some(true);
                }
                // A blank before each attribute.
                _ if rest.len() == self.0.len() => return None,
                _ => {}
            }
            // Names and values are a few bytes long: searching for their ends would cost more than walking there.
            let bytes = rest.as_bytes();
            let name = bytes.iter().position(|&b| !b.is_ascii_alphanumeric() && b != b':')?;
            if name == 0 || bytes[name..].first_chunk() != Some(b"=\"") {
                return None;
            }
            let from = name + 2;
            let end = from + bytes[from..].iter().position(|b| matches!(b, b'"' | b'<' | b'&'))?;
            if bytes[end] != b'"' || !good(&rest[..name], &rest[from..end]) {
                return None;
            }
            self.0 = &rest[end + 1..];
        }
    }

    /// `<si>…</si>` with one plain text.
    fn shared(&mut self) -> Option<Cow<'a, str>> {
        self.take(b"<si>")?;
        let text = self.text()?;
        self.take(b"</si>")?;
        Some(text)
    }

    /// `<v>…</v>`, a few bytes
    fn value(&mut self) -> Option<&'a str> {
        self.take(b"<v>")?;
        let end = self.0.bytes().position(|b| b == b'<')?;
        self.before(end, b"</v>")
    }

    /// `<t>…</t>`, its entities resolved. Blanks at its ends count only where it says so.
    fn text(&mut self) -> Option<Cow<'a, str>> {
        let mut keeps = false;
        let is_empty = self.attributes(b"<t", |name, value| {
            keeps = (name, value) == ("xml:space", "preserve");
            keeps
        })?;
        if is_empty {
            return Some("".into());
        }
        let text = self.until(b"</t>")?;
        let bytes = text.as_bytes();
        let is_odd = |b: &u8| matches!(b, b'\r' | b'_' | b'&' | b']');
        let text = if bytes.iter().fold(false, |any, b| any | is_odd(b)) {
            unusual(text)?
        } else {
            text.into()
        };
        let is_blank = |b: Option<&u8>| matches!(b, Some(b' ' | b'\t' | b'\n'));
        let bytes = text.as_bytes();
        Some(if keeps || !is_blank(bytes.first()) && !is_blank(bytes.last()) {
            text
        } else {
            text.trim_matches([' ', '\t', '\n']).to_owned().into()
        })
    }

    /// What stands before a closing tag, with no other tag between.
    fn until<const N: usize>(&mut self, close: &[u8; N]) -> Option<&'a str> {
        self.before(memchr::memchr(b'<', self.0.as_bytes())?, close)
    }

    /// The text up to this place, where a closing tag stands.
    fn before<const N: usize>(&mut self, end: usize, close: &[u8; N]) -> Option<&'a str> {
        let (text, behind) = self.0.split_at(end);
        self.0 = behind;
        self.take(close)?;
        Some(text)
    }
}

/// A text with signs that may mean another one. Line breaks of other systems and `_x000D_` are resolved by whoever knows how.
fn unusual(text: &str) -> Option<Cow<'_, str>> {
    if text.contains('\r') || text.contains("_x") {
        return None;
    }
    let text: Cow<'_, str> = if text.contains('&') {
        let text = resolved(text)?;
        if text.contains("_x") {
            return None;
        }
        text.into()
    } else {
        text.into()
    };
    (!text.contains("]]>")).then_some(text)
}

/// The five entities that XML knows by itself.
fn resolved(text: &str) -> Option<String> {
    let mut pieces = text.split('&');
    let mut out = pieces.next()?.to_owned();
    for piece in pieces {
        let (name, rest) = piece.split_once(';')?;
        out.push(match name {
            "amp" => '&',
            "lt" => '<',
            "gt" => '>',
            "quot" => '"',
            "apos" => '\'',
            _ => return None,
        });
        out.push_str(rest);
    }
    Some(out)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(rows: &str) -> Option<Vec<String>> {
        let texts = SharedTexts::read(
            r#"<?xml version="1.0"?><sst count="3"><si><t>satu</t></si><si><r><t>du</t></r><r><t>a</t></r></si><si><t xml:space="preserve"> a &amp; b </t></si></sst>"#,
        )
        .unwrap();
        let styles = SheetStyles {
            all: ["General", "0.0%", "dd/mm/yyyy", "[h]:mm"].map(|f| style(Some(f))).to_vec(),
            since_1904: false,
        };
        let xml = format!("<worksheet><cols><col min=\"1\"/></cols><sheetData>{rows}</sheetData></worksheet>");
        let mut found = Vec::new();
        cells(xml.as_bytes(), &mut Walk::default(), &texts, &styles, |row, col, value| {
            found.push(format!("{row} {col} {value:?}"));
            Some(())
        })?;
        Some(found)
    }

    #[test]
    fn cells_of_the_plainest_shape_are_read() {
        let found = read(
            r#"<row r="2" spans="1:4"><c r="A2" t="s"><v>0</v></c><c r="B2" s="1"><v>0.85</v></c> <c r="C2" s="2"><v>45658</v></c><c r="D2"/></row>
               <row r="3"/><row r="4"><c r="A4"></c><c r="AA4" t="inlineStr"><is><t>x &lt; y</t></is></c><c r="AB4" t="s"><v>2</v></c></row>"#,
        );
        assert_eq!(
            found.unwrap(),
            [
                r#"1 0 Text("satu")"#,
                "1 1 Number { value: 0.85, percent: true }",
                "1 2 Date(2025-01-01)",
                r#"3 26 Text("x < y")"#,
                r#"3 27 Text(" a & b ")"#,
            ]
        );
        assert_eq!(read("").unwrap(), Vec::<String>::new());
    }

    #[test]
    fn every_other_shape_is_given_back() {
        for cell in [
            r#"<c r="A1" t="s"><v>1</v></c>"#,
            r#"<c r="A1" t="s"><v>3</v></c>"#,
            r#"<c r="A1" t="s"><v>-1</v></c>"#,
            r#"<c r="A1"><f>1+1</f><v>2</v></c>"#,
            r#"<c r="A1" t="b"><v>1</v></c>"#,
            r#"<c r="A1" t="e"><v>#N/A</v></c>"#,
            r#"<c r="A1" t="str"><v>a</v></c>"#,
            r#"<c r="A1" s="3"><v>1</v></c>"#,
            r#"<c r="A1" s="4"><v>1</v></c>"#,
            r#"<c r="A1"><v>1</v><v>2</v></c>"#,
            r#"<c r="A1"><v>1e999</v></c>"#,
            r#"<c r="A1"><v>0x1</v></c>"#,
            r#"<c r="A1"><v>inf</v></c>"#,
            r#"<c r="A1"><v> 1</v></c>"#,
            r#"<c r="A1"><v/></c>"#,
            r#"<c r="a1"><v>1</v></c>"#,
            r#"<c r="XFE1"><v>1</v></c>"#,
            r#"<c r="A1" r="B1"><v>1</v></c>"#,
            r#"<c r="A1" cm="1"><v>1</v></c>"#,
            r"<c r='A1'><v>1</v></c>",
            "<c><v>1</v></c>",
            r#"<c r="A1" t="inlineStr"><is><r><t>a</t></r></is></c>"#,
            r#"<c r="A1" t="inlineStr"><is><t>a_x000D_</t></is></c>"#,
            r#"<c r="A1" t="inlineStr"><is><t>&#65;</t></is></c>"#,
            r#"<!-- --><c r="A1"><v>1</v></c>"#,
            r#"<x:c r="A1"><x:v>1</x:v></x:c>"#,
        ] {
            assert_eq!(read(&format!("<row r=\"1\">{cell}</row>")), None, "{cell}");
        }
        for row in [
            r#"<row><c r="A1"/></row>"#,
            r#"<row r="x"/>"#,
            r#"<row r="1"><c r="A1"/>"#,
            "<c/>",
        ] {
            assert_eq!(read(row), None, "{row}");
        }
    }

    #[test]
    fn a_sheet_may_be_longer_than_what_is_unpacked_at_a_time() {
        let mut rows = String::new();
        for r in 1..=20_000 {
            rows += &format!("<row r=\"{r}\"><c r=\"A{r}\"><v>{r}</v></c></row>");
        }
        assert!(rows.len() > 3 * CHUNK);
        let found = read(&rows).unwrap();
        assert_eq!(
            (found.len(), found[19_999].as_str()),
            (20_000, "19999 0 Number { value: 20000.0, percent: false }")
        );
    }
}
