//! The drawing (VML) that Excel wants for each note: a box that is hidden until the cell is pointed at. Form
//! controls of the sheet stand in the same part and stay as they are.

use std::collections::HashSet;

use super::LeftOut;
use super::edits::{Edit, edited};
use super::layout::Layout;
use crate::base::tags::{Attributes, Tag, TagKind, Tags};

/// Numbers in a block of shape identifiers.
const BLOCK: usize = 1_024;
/// Pixels a note is wide.
const WIDTH: u32 = 340;
/// Characters in a line of a note of that width, about.
const LINE: usize = 48;

/// The shape that boxes of notes are made after, as every program writes it.
const NOTE_KIND: &str = "_x0000_t202";
const NOTE_TYPE: &str = concat!(
    "<v:shapetype id=\"_x0000_t202\" coordsize=\"21600,21600\" o:spt=\"202\" path=\"m,l,21600r21600,l21600,xe\">",
    "<v:stroke joinstyle=\"miter\"/><v:path gradientshapeok=\"t\" o:connecttype=\"rect\"/></v:shapetype>"
);
const BEGIN: &str = concat!(
    "<xml xmlns:v=\"urn:schemas-microsoft-com:vml\" xmlns:o=\"urn:schemas-microsoft-com:office:office\" ",
    "xmlns:x=\"urn:schemas-microsoft-com:office:excel\">"
);
/// The three name spaces, and the prefixes that they have here and nearly everywhere.
const SPACES: [(&str, &str); 3] = [
    ("v", "urn:schemas-microsoft-com:vml"),
    ("o", "urn:schemas-microsoft-com:office:office"),
    ("x", "urn:schemas-microsoft-com:office:excel"),
];

/// A box for a note: its cell, and what the note says.
#[derive(Debug)]
pub struct NoteBox<'a> {
    /// 0-based row and column.
    pub cell: (u32, u32),
    /// What the note says; it makes the box high enough.
    pub text: &'a str,
}

/// The blocks of identifiers that a part has taken.
pub fn blocks(part: &[u8]) -> Vec<usize> {
    let maps = Tags::of(part).filter(|t| t.kind != TagKind::Close && t.local() == b"idmap");
    let data = maps.filter_map(|t| t.attribute(b"data"));
    data.flat_map(|d| d.split(',').filter_map(|n| n.trim().parse().ok()))
        .collect()
}

/// A part without the boxes of the notes at some cells.
pub fn without(part: &[u8], cells: &HashSet<(u32, u32)>) -> Result<Vec<u8>, LeftOut> {
    let mut edits = Vec::new();
    let mut shape = None;
    let (mut row, mut col, mut is_note) = (None, None, false);
    for tag in Tags::of(part) {
        let number = || {
            let rest = &part[tag.end..];
            let digits = std::str::from_utf8(&rest[..memchr::memchr(b'<', rest)?]).ok()?;
            digits.trim().parse::<u32>().ok()
        };
        match (tag.local(), tag.kind) {
            (b"shape", TagKind::Open) => (shape, row, col, is_note) = (Some(tag.start), None, None, false),
            (b"ClientData", TagKind::Open) => is_note = tag.attribute(b"ObjectType") == Some("Note"),
            (b"Row", TagKind::Open) => row = number(),
            (b"Column", TagKind::Open) => col = number(),
            (b"shape", TagKind::Close) => {
                let cell = row.zip(col).filter(|cell| is_note && cells.contains(cell));
                if let (Some(start), Some(_)) = (shape.take(), cell) {
                    edits.push(Edit::replace(start..tag.end, ""));
                }
            }
            _ => {}
        }
    }
    edited(part, edits)
}

/// Adds boxes. `block`: the first block of identifiers that no part of the workbook has taken; it comes back
/// behind those that this part takes now.
pub fn extend(old: Option<&[u8]>, shapes: &[NoteBox<'_>], layout: &Layout, block: &mut usize) -> Result<Vec<u8>, LeftOut> {
    let taken: Vec<usize> = (0..shapes.len().div_ceil(BLOCK - 1)).map(|n| *block + n).collect();
    let first = *block;
    *block += taken.len();
    let mut boxes = String::new();
    for (i, shape) in shapes.iter().enumerate() {
        let id = (first + i / (BLOCK - 1)) * BLOCK + i % (BLOCK - 1) + 1;
        boxes.push_str(&one(id, i + 1, shape, layout));
    }
    let list = taken.iter().map(usize::to_string).collect::<Vec<_>>().join(",");
    let Some(old) = old else {
        let map = layout_of(&list);
        return Ok(format!("{BEGIN}{map}{NOTE_TYPE}{boxes}</xml>").into_bytes());
    };
    let odd = || LeftOut::Odd("gambar catatannya tidak lazim");
    let root = Tags::of(old).next().filter(|t| t.kind == TagKind::Open).ok_or_else(odd)?;
    let close = format!("</{}>", String::from_utf8_lossy(root.name));
    let end = memchr::memmem::rfind(old, close.as_bytes()).ok_or_else(odd)?;
    let prefixes = prefixes(&root).ok_or_else(odd)?;
    let here = |text: &str| with_prefixes(text, &prefixes);
    let mut edits = Vec::new();
    let map = Tags::of(old).find(|t| t.kind != TagKind::Close && t.local() == b"idmap");
    match map.and_then(|t| t.value_of(b"data")) {
        Some(data) => edits.push(Edit::insert(data.end, format!(",{list}"))),
        None => edits.push(Edit::insert(root.end, here(&layout_of(&list)))),
    }
    let known = Tags::of(old).any(|t| t.local() == b"shapetype" && t.attribute(b"id") == Some(NOTE_KIND));
    let kind = if known { "" } else { NOTE_TYPE };
    edits.push(Edit::insert(end, here(&format!("{kind}{boxes}"))));
    edited(old, edits)
}

fn layout_of(blocks: &str) -> String {
    format!("<o:shapelayout v:ext=\"edit\"><o:idmap v:ext=\"edit\" data=\"{blocks}\"/></o:shapelayout>")
}

/// What the name spaces are called in a part, in the order of [`SPACES`]; `None` where one has no name, or that of
/// another one.
fn prefixes(root: &Tag<'_>) -> Option<[String; 3]> {
    let named = |space: &str| {
        let mut all = Attributes(root.attributes).flatten();
        let (name, _) = all.find(|(name, value)| name.starts_with(b"xmlns:") && *value == space.as_bytes())?;
        Some(String::from_utf8_lossy(&name[6..]).into_owned())
    };
    let found = [named(SPACES[0].1)?, named(SPACES[1].1)?, named(SPACES[2].1)?];
    let is_swapped = |(here, (usual, _)): (&String, &(&str, &str))| here != usual && SPACES.iter().any(|(p, _)| here == p);
    (!found.iter().zip(&SPACES).any(is_swapped)).then_some(found)
}

/// Our elements under the names that the name spaces have in a part.
fn with_prefixes(text: &str, prefixes: &[String; 3]) -> String {
    let mut text = text.to_owned();
    for (here, (usual, _)) in prefixes.iter().zip(&SPACES).filter(|(here, (usual, _))| here != usual) {
        for before in ["<", "</", " "] {
            text = text.replace(&format!("{before}{usual}:"), &format!("{before}{here}:"));
        }
    }
    text
}

fn one(id: usize, order: usize, shape: &NoteBox<'_>, layout: &Layout) -> String {
    let lines: usize = shape.text.lines().map(|l| 1 + l.chars().count() / LINE).sum();
    let height = u32::try_from(lines).unwrap_or(20).clamp(4, 22) * 18 + 12;
    let (row, col) = shape.cell;
    let anchor = layout.anchor(shape.cell, (WIDTH, height));
    format!(
        "<v:shape id=\"_x0000_s{id}\" type=\"#{NOTE_KIND}\" style='position:absolute;margin-left:60pt;margin-top:2pt;\
         width:{}pt;height:{}pt;z-index:{order};visibility:hidden' fillcolor=\"#ffffe1\" o:insetmode=\"auto\">\
         <v:fill color2=\"#ffffe1\"/><v:shadow on=\"t\" color=\"black\" obscured=\"t\"/><v:path o:connecttype=\"none\"/>\
         <v:textbox style='mso-direction-alt:auto'><div style='text-align:left'></div></v:textbox>\
         <x:ClientData ObjectType=\"Note\"><x:MoveWithCells/><x:SizeWithCells/><x:Anchor>{anchor}</x:Anchor>\
         <x:AutoFill>False</x:AutoFill><x:Row>{row}</x:Row><x:Column>{col}</x:Column></x:ClientData></v:shape>",
        WIDTH * 3 / 4,
        height * 3 / 4
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shape(row: u32) -> NoteBox<'static> {
        NoteBox {
            cell: (row, 2),
            text: "KAS001 (galat)\nsalah",
        }
    }

    #[test]
    fn a_new_part_has_a_box_for_each_note() {
        let shapes: Vec<NoteBox<'_>> = (0..1_100).map(shape).collect();
        let mut block = 3;
        let part = extend(None, &shapes, &Layout::default(), &mut block).unwrap();
        assert_eq!((block, blocks(&part)), (5, vec![3, 4]));
        let ids: Vec<String> = Tags::of(&part)
            .filter(|t| t.kind == TagKind::Open && t.name == b"v:shape")
            .filter_map(|t| t.attribute(b"id").map(str::to_owned))
            .collect();
        assert_eq!(ids.len(), 1_100);
        assert_eq!((ids[0].as_str(), ids[1_023].as_str()), ("_x0000_s3073", "_x0000_s4097"));
    }

    #[test]
    fn boxes_of_notes_that_went_go_and_no_others() {
        let part = extend(None, &[shape(4), shape(5)], &Layout::default(), &mut 1).unwrap();
        let button = String::from_utf8(part).unwrap().replacen("\"Note\"", "\"Button\"", 1);
        let after = without(button.as_bytes(), &[(4, 2), (5, 2), (9, 9)].into()).unwrap();
        let after = String::from_utf8(after).unwrap();
        assert!(after.contains("Button") && after.contains("<x:Row>4</x:Row>") && !after.contains("<x:Row>5</x:Row>"));
        assert!(after.ends_with("</v:shape></xml>"), "{after}");
    }

    #[test]
    fn what_is_drawn_already_stays() {
        let old = format!(
            "{}\r\n <o:shapelayout v:ext=\"edit\"><o:idmap v:ext=\"edit\" data=\"1\"/></o:shapelayout><v:shape id=\"_x0000_s1025\"><br>x</v:shape></xml>",
            BEGIN.replace('"', "'")
        );
        let mut block = 2;
        let part = extend(Some(old.as_bytes()), &[shape(4)], &Layout::default(), &mut block).unwrap();
        let text = String::from_utf8(part).unwrap();
        assert!(text.contains("data=\"1,2\"") && text.contains("<v:shape id=\"_x0000_s1025\"><br>x</v:shape><v:shapetype"));
        assert!(text.contains("<v:shape id=\"_x0000_s2049\"") && text.ends_with("</v:shape></xml>"));
        // Other names for the same name spaces, as Python's XML writer gives them.
        let renamed = with_prefixes(&old, &["ns1".to_owned(), "ns0".to_owned(), "ns2".to_owned()])
            .replace("xmlns:v=", "xmlns:ns1=")
            .replace("xmlns:o=", "xmlns:ns0=")
            .replace("xmlns:x=", "xmlns:ns2=");
        let part = extend(Some(renamed.as_bytes()), &[shape(4)], &Layout::default(), &mut block).unwrap();
        let text = String::from_utf8(part).unwrap();
        assert!(
            text.contains("<ns1:shape id=\"_x0000_s3073\"")
                && text.contains("ns0:insetmode")
                && text.contains("<ns2:Row>4</ns2:Row>")
        );
        assert!(!text.contains("<v:") && !text.contains(" o:"), "{text}");
        assert!(extend(Some(b"<xml></xml>"), &[shape(4)], &Layout::default(), &mut block).is_err());
        assert!(extend(Some(b""), &[shape(4)], &Layout::default(), &mut block).is_err());
    }
}
