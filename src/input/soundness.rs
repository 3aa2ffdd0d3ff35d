//! A walk over the tags of an XML part, before calamine reads it: what it would read as something
//! else without a word is refused, and what it does not tell is noted.
//!
//! calamine does not compare closing tags with opening ones, so a lost tag is a lost cell; it takes
//! a style or an index of a shared text that is no number for 0, and only the first piece of a
//! figure that an entity or a comment parts. No program writes such parts; a damaged file has them,
//! and a wrong figure is worse than none.

use super::sheet::Merge;
use crate::base::origin::a1;
use crate::base::tags::is_on;
use crate::base::tags::{Attributes, attribute, end_of_tag, local};

/// Why a part is refused.
const UNBALANCED: &str = "ada tanda buka atau tutup yang hilang";
const ATTRIBUTES: &str = "alamat, gaya, atau jenis sebuah sel tidak tertulis sebagaimana mestinya";
const INDEX: &str = "nomor teks sebuah sel bukan bilangan";
const FIGURE: &str = "angka sebuah sel terpotong oleh tanda lain";
const NO_FIGURE: &str = "angka sebuah sel bukan angka";
const TWICE: &str = "sebuah sel mempunyai dua nilai";
const UTF_16: &str = "tertulis dalam UTF-16, yang tidak dibaca";
const ENDLESS: &str = "ada tanda yang tidak berakhir";
const DEEP: &str = "unsur di dalam unsur terlalu dalam";

/// More than any tag or figure.
const LONG: usize = 1 << 20;
/// Elements inside elements.
const DEPTH: usize = 10_000;
/// Merged areas of one sheet.
const MERGES: usize = 1 << 20;

/// The walk: give it the part chunk by chunk.
#[derive(Debug, Default)]
pub struct Walk {
    /// A formula without a stored result was seen.
    pub uncomputed: bool,
    /// The sheet's `dimension` is none that calamine can read.
    pub odd_dimension: bool,
    /// Merged areas.
    pub merges: Vec<Merge>,
    /// A font or a run of text with a stroke through it was seen.
    pub struck: bool,
    /// Names of the elements that are open.
    open: Vec<Name>,
    cell: Option<CellTag>,
    /// Inside the `v` of a cell.
    in_value: bool,
    /// What the end of the last chunk cut.
    rest: Vec<u8>,
}

/// An element's name, as far as it is compared: its first bytes and its length.
type Name = (u64, usize);

fn name_of(name: &[u8]) -> Name {
    let first = name.iter().take(8).fold(0, |n, &b| n << 8 | u64::from(b));
    (first, name.len())
}

#[derive(Debug, Clone, Copy)]
struct CellTag {
    kind: PartKind,
    formula: bool,
    value: bool,
    /// A `v` has been.
    valued: bool,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum PartKind {
    /// Index of a shared text.
    Index,
    /// Figure.
    Figure,
    /// Yes or no, error: plain ASCII.
    Plain,
    /// Text, which may hold anything.
    Free,
}

impl Walk {
    /// Walks on.
    pub fn chunk(&mut self, chunk: &[u8]) -> Result<(), &'static str> {
        if self.open.is_empty() && (chunk.starts_with(b"\xff\xfe") || chunk.starts_with(b"\xfe\xff")) {
            return Err(UTF_16);
        }
        let joined;
        let text = if self.rest.is_empty() {
            chunk
        } else {
            joined = [std::mem::take(&mut self.rest).as_slice(), chunk].concat();
            joined.as_slice()
        };
        let mut at = 0;
        while let Some(found) = memchr::memchr(b'<', &text[at..]) {
            let start = at + found;
            if self.cell.is_none()
                && let Some(end) = sound_cell(&text[start..])
            {
                at = start + end;
                continue;
            }
            let Some(end) = end_of_tag(&text[start..]) else {
                return self.keep(if self.in_value { at } else { start }, text);
            };
            let tag = &text[start + 1..start + end];
            if self.in_value {
                self.value(&text[at..start], tag)?;
            }
            self.tag(tag)?;
            at = start + end + 1;
        }
        self.keep(if self.in_value { at } else { text.len() }, text)
    }

    fn keep(&mut self, from: usize, text: &[u8]) -> Result<(), &'static str> {
        if text.len() - from > LONG {
            return Err(ENDLESS);
        }
        self.rest = text[from..].to_vec();
        Ok(())
    }

    /// Nothing follows.
    pub fn finish(&self) -> Result<(), &'static str> {
        if self.open.is_empty() && self.rest.is_empty() {
            Ok(())
        } else {
            Err(UNBALANCED)
        }
    }

    /// The text of a value, and the tag behind it.
    fn value(&mut self, written: &[u8], tag: &[u8]) -> Result<(), &'static str> {
        let Some(cell) = &mut self.cell else { return Ok(()) };
        cell.value |= !written.is_empty();
        match cell.kind {
            PartKind::Free => Ok(()),
            _ if tag.first() != Some(&b'/') => Err(FIGURE),
            PartKind::Index if !written.iter().all(u8::is_ascii_digit) => Err(INDEX),
            _ if written.contains(&b'&') => Err(FIGURE),
            // calamine takes it for a text: 1 2.3 is none that anybody typed.
            PartKind::Figure if !is_figure(written) => Err(NO_FIGURE),
            _ => Ok(()),
        }
    }

    /// A tag without its brackets.
    fn tag(&mut self, tag: &[u8]) -> Result<(), &'static str> {
        match tag.first() {
            None => Err(UNBALANCED),
            Some(b'?' | b'!') => Ok(()),
            Some(b'/') => self.close(tag[1..].trim_ascii_end()),
            Some(_) => self.open(tag),
        }
    }

    fn close(&mut self, name: &[u8]) -> Result<(), &'static str> {
        if self.open.pop() != Some(name_of(name)) {
            return Err(UNBALANCED);
        }
        match local(name) {
            b"v" => self.in_value = false,
            b"c" => {
                if let Some(cell) = self.cell.take() {
                    self.uncomputed |= cell.formula && !cell.value;
                }
            }
            _ => {}
        }
        Ok(())
    }

    fn open(&mut self, tag: &[u8]) -> Result<(), &'static str> {
        let (tag, is_empty) = match tag {
            [inner @ .., b'/'] => (inner, true),
            _ => (tag, false),
        };
        let end = tag.iter().position(u8::is_ascii_whitespace).unwrap_or(tag.len());
        let (name, attributes) = tag.split_at(end);
        if !is_empty {
            if self.open.len() >= DEPTH {
                return Err(DEEP);
            }
            self.open.push(name_of(name));
        }
        match local(name) {
            b"c" => {
                let kind = kind_of(attributes).ok_or(ATTRIBUTES)?;
                self.cell = (!is_empty).then_some(CellTag {
                    kind,
                    formula: false,
                    value: false,
                    valued: false,
                });
            }
            b"v" => {
                self.in_value = !is_empty && self.cell.is_some();
                // calamine would take the last of them, another reader the first.
                if let Some(cell) = &mut self.cell
                    && std::mem::replace(&mut cell.valued, true)
                {
                    return Err(TWICE);
                }
            }
            b"f" | b"is" => {
                if let Some(cell) = &mut self.cell {
                    cell.formula |= local(name) == b"f";
                    cell.value |= local(name) == b"is";
                }
            }
            b"strike" => self.struck |= is_on(attributes),
            b"dimension" => self.odd_dimension = attribute(attributes, b"ref").is_none_or(|area| !is_area(area)),
            b"mergeCell" if self.merges.len() < MERGES => self.merges.extend(attribute(attributes, b"ref").and_then(merged)),
            _ => {}
        }
        Ok(())
    }
}

/// The end of a cell that is written as programs write nearly all of them, and so is sound by itself: an
/// address, a style, an index of a shared text or a figure. Nothing is left open by it and nothing noted, so the
/// walk may leap over it; whatever else stands here is walked through tag by tag.
fn sound_cell(text: &[u8]) -> Option<usize> {
    let digits = |from: usize, most: usize| {
        let n = text[from..].iter().take(most + 1).take_while(|b| b.is_ascii_digit()).count();
        (1..=most).contains(&n).then_some(from + n)
    };
    let mut at = passed(text, 0, b"<c r=\"")?;
    let letters = text[at..].iter().take(4).take_while(|b| b.is_ascii_uppercase()).count();
    if !(1..=3).contains(&letters) {
        return None;
    }
    at = passed(text, digits(at + letters, 7)?, b"\"")?;
    if let Some(style) = passed(text, at, b" s=\"") {
        at = passed(text, digits(style, 6)?, b"\"")?;
    }
    if let Some(end) = passed(text, at, b"/>") {
        return Some(end);
    }
    let shared = passed(text, at, b" t=\"s\"");
    let from = passed(text, shared.unwrap_or(at), b"><v>")?;
    let end = from + memchr::memchr(b'<', text.get(from..)?)?;
    let mut value = text[from..end].iter();
    let sound = match shared {
        Some(_) => value.all(u8::is_ascii_digit),
        None => value.all(|b| b.is_ascii_digit() || *b == b'.') || is_figure(&text[from..end]),
    };
    sound.then(|| passed(text, end, b"</v></c>"))?
}

/// Where `wanted` ends, if it stands at this place. Its length is known when this is compiled, so it is compared in
/// one step.
fn passed<const N: usize>(text: &[u8], from: usize, wanted: &[u8; N]) -> Option<usize> {
    (text.get(from..)?.first_chunk() == Some(wanted)).then_some(from + N)
}

/// The kind of a cell with these attributes; `None` when one that matters is not as it must be.
fn kind_of(attributes: &[u8]) -> Option<PartKind> {
    let mut kind = PartKind::Figure;
    for attribute in Attributes(attributes) {
        let (name, value) = attribute?;
        match name {
            b"r" => {
                let letters = value.iter().take_while(|b| b.is_ascii_alphabetic()).count();
                let digits = &value[letters..];
                let is_address = (1..=3).contains(&letters) && (1..=7).contains(&digits.len());
                if !is_address || !digits.iter().all(u8::is_ascii_digit) {
                    return None;
                }
            }
            b"s" if value.is_empty() || value.len() > 6 || !value.iter().all(u8::is_ascii_digit) => return None,
            b"t" => {
                kind = match value {
                    b"s" => PartKind::Index,
                    b"n" => PartKind::Figure,
                    b"b" | b"e" => PartKind::Plain,
                    _ => PartKind::Free,
                }
            }
            _ => {}
        }
    }
    Some(kind)
}

/// Whether a figure is written, or nothing.
fn is_figure(written: &[u8]) -> bool {
    let written = written.trim_ascii();
    let plain = |b: &u8| b.is_ascii_digit() || matches!(b, b'.' | b'-' | b'+' | b'e' | b'E');
    written.is_empty() || (written.iter().all(plain) && str::from_utf8(written).is_ok_and(|t| t.parse::<f64>().is_ok()))
}

/// Whether calamine takes this for the cells a sheet has.
fn is_area(text: &str) -> bool {
    match text.split_once(':') {
        None => a1(text).is_some(),
        Some((from, to)) => matches!((a1(from), a1(to)), (Some(from), Some(to)) if from.0 <= to.0 && from.1 <= to.1),
    }
}

/// `B2:D9` → the area; `None` for a single cell or nonsense.
fn merged(text: &str) -> Option<Merge> {
    let (from, to) = text.split_once(':')?;
    let ((top, left), (bottom, right)) = (a1(from)?, a1(to)?);
    (top <= bottom && left <= right && (top, left) != (bottom, right)).then_some(Merge {
        top,
        left,
        bottom,
        right,
    })
}

/// What was seen in one part.
#[derive(Debug, Default, Clone)]
pub struct Seen {
    /// Bytes, unpacked.
    pub bytes: u64,
    /// There may be a formula without a result: worth a second pass.
    pub uncomputed: bool,
    /// The sheet's `dimension` is none that calamine can read.
    pub odd_dimension: bool,
    /// Merged areas.
    pub merges: Vec<Merge>,
    /// A font or a run of text has a stroke through it.
    pub struck: bool,
}

impl Seen {
    /// What a walk over a whole part has told.
    pub fn of(walk: Walk, bytes: u64) -> Self {
        Self {
            bytes,
            uncomputed: walk.uncomputed,
            odd_dimension: walk.odd_dimension,
            merges: walk.merges,
            struck: walk.struck,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn walked(xml: &str) -> Result<Walk, &'static str> {
        let mut last = Ok(Walk::default());
        for step in [1, 2, 3, 7, 1000] {
            let mut walk = Walk::default();
            for chunk in xml.as_bytes().chunks(step) {
                walk.chunk(chunk)?;
            }
            walk.finish()?;
            last = Ok(walk);
        }
        last
    }

    #[test]
    fn a_leap_over_a_cell_is_the_walk_through_it() {
        let leaps = [
            r#"<c r="A1"/>"#,
            r#"<c r="XFD1048576" s="12"/>"#,
            r#"<c r="B7" s="1" t="s"><v>17</v></c>"#,
            r#"<c r="B7"><v>-1.5E-3</v></c>"#,
            r#"<c r="B7" t="s"><v></v></c>"#,
        ];
        for cell in leaps {
            assert_eq!(sound_cell(cell.as_bytes()), Some(cell.len()), "{cell}");
            let walked_through = walked(&cell.replacen("<c ", "<c  ", 1));
            assert!(walked_through.is_ok_and(|w| !w.uncomputed && w.merges.is_empty()), "{cell}");
            for cut in 1..cell.len() {
                assert_eq!(sound_cell(&cell.as_bytes()[..cut]), None, "{}", &cell[..cut]);
            }
        }
        for cell in [
            r#"<c r="A1" t="s"><v>1x</v></c>"#,
            r#"<c r="A1"><v>1&#50;</v></c>"#,
            r#"<c r="A1"><v>1<!-- 2 -->3</v></c>"#,
            r#"<c r="A1" s=""><v>1</v></c>"#,
            r#"<c r="A99999999"><v>1</v></c>"#,
            r#"<c r="ABCD1"><v>1</v></c>"#,
            r#"<c r="A1" cm="1"><v>1</v></c>"#,
            r#"<c r="A1"><v>1 2</v></c>"#,
            r#"<c r="A1"><f>1</f><v>1</v></c>"#,
            r#"<c r="A1"><v>1</v><v>1</v></c>"#,
            r#"<c r="A1"></c>"#,
            r#"<c r="A1" t="b"><v>1</v></c>"#,
        ] {
            assert_eq!(sound_cell(cell.as_bytes()), None, "{cell}");
        }
    }

    #[test]
    fn what_programs_write_is_sound() {
        for cell in [
            r#"<c r="A1" s="12" t="s"><v>3</v></c>"#,
            r"<c><v>1.5E3</v></c>",
            r#"<c r="A1"><v> -1.5e-3 </v></c><c r="B1"><v>9.9999999999999998E+307</v></c>"#,
            r#"<c r="A1" t="s"></c><c r="B1"/>"#,
            r#"<c r="A1"><f>"a"&amp;B1</f><v>7</v></c>"#,
            r#"<c r="A1" t="str"><f>x</f><v>a &amp; b</v></c>"#,
            r#"<c r="A1" t="inlineStr"><is><t>a &lt; b</t></is></c>"#,
            r#"<c r="A1" t="inlineStr"><is><t><![CDATA[<b>]]></t></is></c>"#,
            r"<c r='A1' t='e'><f>1/0</f><v>#DIV/0!</v></c>",
            r#"<c r="A1" t="b"> <v xml:space="preserve">1</v> </c>"#,
            r#"<c r="A1"><v/></c><cols/><x:a><x:c r="A1" t="s"><x:v>1</x:v></x:c></x:a>"#,
            r#"<?xml version="1.0"?><!-- <c> --><a b="1 > 0"/>"#,
        ] {
            let walk = walked(cell).map(|w| w.uncomputed);
            assert_eq!(walk, Ok(false), "{cell}");
        }
    }

    #[test]
    fn what_would_be_misread_is_refused() {
        for (cell, why) in [
            (r#"<c r="A1" t="s"><v>&#49;2</v></c>"#, INDEX),
            (r#"<c r="A1" t="s"><v>1x</v></c>"#, INDEX),
            (r#"<c r="A1" t="s"><v>-1</v></c>"#, INDEX),
            (r#"<c r="A1"><v>1&#50;</v></c>"#, FIGURE),
            (r#"<c r="A1"><v>1<!-- 2 -->3</v></c>"#, FIGURE),
            ("<c r=\"A1\"><v>1\u{a0}2.3</v></c>", NO_FIGURE),
            (r#"<c r="A1" t="n"><v>12 dokumen</v></c>"#, NO_FIGURE),
            (r#"<c r="A1"><v>1.2.3</v></c>"#, NO_FIGURE),
            (r#"<c r="A1"><v><![CDATA[12]]></v></c>"#, FIGURE),
            (r#"<c r="A1" t="n"><f>a&amp;b</f><v>&#49;</v></c>"#, FIGURE),
            (r#"<c r="A1" s="&#49;"><v>1</v></c>"#, ATTRIBUTES),
            (r#"<c r="A1" s="1x"><v>1</v></c>"#, ATTRIBUTES),
            (r#"<c r="A&#49;"><v>1</v></c>"#, ATTRIBUTES),
            (r#"<c r="A99999999"><v>1</v></c>"#, ATTRIBUTES),
            (r#"<x:c r="A1" t="s"><x:v>a</x:v></x:c>"#, INDEX),
            (r#"<c r="A1"><v>1</v><v>2</v></c>"#, TWICE),
            (r#"<c r="A1"><v/><v>2</v></c>"#, TWICE),
            ("\u{feff}<a>", UNBALANCED),
            (r#"<row><c r="A1">12</v></c></row>"#, UNBALANCED),
            (r"<row><v>12</v></c></row>", UNBALANCED),
            (r"<si><t>a</t></si><t>b</t></si>", UNBALANCED),
            (r"<sst><si><t>a</t></si>", UNBALANCED),
        ] {
            assert_eq!(walked(cell).map(|_| ()), Err(why), "{cell}");
        }
    }

    #[test]
    fn formulas_merges_and_dimensions_are_noted() {
        let sheet = r#"<worksheet><dimension ref="A1:B9"/><sheetData><c r="A1"><f>B1+1</f><v>2</v></c><c><f t="shared" si="0"/><v>3</v></c></sheetData><mergeCells count="2"><mergeCell ref="A1:B2"/><mergeCell x='1' ref='C3:C3'/></mergeCells></worksheet>"#;
        let walk = walked(sheet).unwrap();
        assert!(!walk.uncomputed && !walk.odd_dimension);
        let merge = Merge {
            top: 0,
            left: 0,
            bottom: 1,
            right: 1,
        };
        assert_eq!(walk.merges, [merge]);
        for open in ["<f>B1</f>", "<f>B1</f><v></v>", "<f>B1</f><v/>", "<f si='1'/>"] {
            let xml = sheet.replace("<f>B1+1</f><v>2</v>", open);
            assert!(walked(&xml).unwrap().uncomputed, "{open}");
        }
        for odd in ["1:9", "A:C", "", "#REF!", "B2:A1", "A1:B2:C3"] {
            assert!(walked(&sheet.replace("A1:B9", odd)).unwrap().odd_dimension, "{odd}");
        }
    }
}
