//! What an xlsx package holds: which part is which sheet, where styles and shared texts are. calamine
//! knows, but does not tell; we need it to look at a sheet's XML before calamine reads it, and to
//! put aside what would stop it although it holds no data.

use std::collections::{BTreeMap, HashMap, HashSet};
use std::io::{Cursor, Read, Write};

use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

use super::guard::{Zip, damaged, key};
use super::refusal::Refusal;
use super::soundness::Seen;
use crate::base::ids::wide;
use crate::base::origin::a1;
use crate::base::tags::{Tag, TagKind, Tags};

/// Bytes of `workbook.xml` or a relationship part, at most.
const SMALL_PART: u64 = 16 << 20;
/// Bytes of a part that is looked at once more.
const LARGE_PART: u64 = 2 << 30;

/// Where calamine looks for these parts, whatever the relationships say.
const STRINGS: &str = "xl/sharedstrings.xml";
const STYLES: &str = "xl/styles.xml";

/// A workbook's parts, names of parts as [`key`]s. Partial when the package is odd: whoever reads
/// the sheets tells what is missing.
#[derive(Debug, Default)]
pub struct Package {
    /// The part that lists the sheets.
    pub workbook: String,
    /// Sheets in order, those without cells (charts, macros) left out.
    pub sheets: Vec<SheetPart>,
    /// The shared texts.
    pub strings: Option<String>,
    /// The styles.
    pub styles: Option<String>,
    /// Days are counted from 1904.
    pub since_1904: bool,
    /// A sheet that is listed and has no part, or a part that no sheet of the list has: in words.
    pub lost: Option<String>,
    /// calamine stumbles over the list of sheets, or does not find a part where it stands.
    pub is_odd: bool,
}

/// A sheet of cells.
#[derive(Debug)]
pub struct SheetPart {
    /// Its name.
    pub name: String,
    /// Its part.
    pub part: String,
    /// `hidden`, `veryHidden`, or anything else for a visible one.
    pub state: String,
}

impl Package {
    /// Looks at the list of sheets and the relationships.
    pub fn of(zip: &mut Zip<'_>) -> Self {
        let mut package = Self {
            workbook: relationships(zip, "_rels/.rels")
                .into_iter()
                .find(|r| r.kind.ends_with("/officeDocument"))
                .map_or_else(
                    || "xl/workbook.xml".to_owned(),
                    |r| r.target.trim_start_matches('/').to_owned(),
                ),
            ..Self::default()
        };
        let (folder, name) = package.workbook.rsplit_once('/').unwrap_or(("", package.workbook.as_str()));
        let relations: HashMap<String, (String, String)> = relationships(zip, &format!("{folder}/_rels/{name}.rels"))
            .into_iter()
            .map(|r| {
                let part = match r.target.strip_prefix('/') {
                    Some(absolute) => absolute.to_owned(),
                    None => format!("{folder}/{}", r.target),
                };
                (r.id, (r.kind, key(&part)))
            })
            .collect();
        let of_kind = |kind: &str| {
            relations
                .values()
                .find(|(k, _)| k.ends_with(kind))
                .map(|(_, part)| part.clone())
        };
        let (strings, styles) = (of_kind("/sharedStrings"), of_kind("/styles"));
        let mut is_odd = strings.as_deref().is_some_and(|s| s != STRINGS) || styles.as_deref().is_some_and(|s| s != STYLES);
        let (mut sheets, mut since_1904, mut lost) = (Vec::new(), false, None);
        let mut without_part: Vec<String> = Vec::new();
        let mut listed: HashSet<String> = HashSet::new();
        let workbook = package.workbook.clone();
        elements(zip, &workbook, |element| match element.local_name().as_ref() {
            "sheet" => {
                let attribute = |name| attribute(element, name).unwrap_or_default();
                let state = attribute("state");
                is_odd |= !["", "visible", "hidden", "veryHidden"].contains(&state.as_str());
                listed.insert(attribute("id"));
                match relations.get(&attribute("id")) {
                    Some((kind, part)) if kind.ends_with("/worksheet") => sheets.push(SheetPart {
                        name: attribute("name"),
                        part: part.clone(),
                        state,
                    }),
                    // Charts and dialogs are no sheets of cells, and calamine passes over them.
                    Some((kind, _)) if kind.ends_with("/chartsheet") || kind.ends_with("/dialogsheet") => {}
                    Some((kind, _)) if kind.to_lowercase().ends_with("macrosheet") => is_odd = true,
                    // What is listed as a sheet, and is none by its relationship, is a sheet that nobody finds.
                    Some(_) => lost = lost.take().or_else(|| Some(attribute("name"))),
                    None if attribute("id").is_empty() => {
                        is_odd = true;
                        without_part.push(attribute("name"));
                    }
                    None => lost = lost.take().or_else(|| Some(attribute("name"))),
                }
            }
            "workbookPr" => since_1904 |= attribute(element, "date1904").is_some_and(|v| v == "1" || v == "true"),
            _ => {}
        });
        package.sheets = sheets;
        // An old module never had a part; a sheet that lost its link left one behind.
        let known = |part: &str| relations.values().any(|(_, p)| p == part);
        let is_orphan = |part: &str| is_numbered_sheet(part) && !package.sheets.iter().any(|s| s.part == part);
        let orphan = part_names(zip).find(|part| is_orphan(part) && (!without_part.is_empty() || !known(part)));
        if orphan.is_some() && !without_part.is_empty() {
            lost = lost.or_else(|| without_part.pop());
        }
        // A relationship that no listed sheet uses: the sheet was taken off the list. No program leaves one.
        let unlisted = relations
            .iter()
            .find(|(id, (kind, _))| kind.ends_with("/worksheet") && !listed.contains(*id))
            .map(|(_, (_, part))| part.clone());
        let unnamed = unlisted.or(orphan);
        package.lost = match (lost, unnamed) {
            (Some(name), _) => Some(format!("isi lembar {name} tidak ada")),
            (None, Some(part)) => Some(format!(
                "lembar {} ada di dalamnya, tetapi tidak tercantum pada daftar lembarnya",
                last_of(&part)
            )),
            (None, None) => None,
        };
        package.since_1904 = since_1904;
        package.strings = strings;
        package.styles = styles;
        package.is_odd = is_odd;
        package
    }

    /// Whether a part (by [`key`]) matters for the cells. What does not may be damaged.
    pub fn needs(&self, part: &str) -> bool {
        let workbook = key(&self.workbook);
        let (folder, name) = workbook.rsplit_once('/').unwrap_or(("", &workbook));
        [STRINGS, STYLES, "_rels/.rels", &workbook].contains(&part)
            || [&self.strings, &self.styles]
                .into_iter()
                .any(|known| known.as_deref() == Some(part))
            || part == format!("{folder}/_rels/{name}.rels")
            || self.sheets.iter().any(|s| s.part == part)
    }

    /// Whether calamine can read the package as it is.
    pub fn is_plain(&self, seen: &BTreeMap<String, Seen>) -> bool {
        !self.is_odd && !self.sheets.iter().any(|s| seen.get(&s.part).is_some_and(|s| s.odd_dimension))
    }

    /// The package with nothing in it but cells, texts and styles, each where calamine looks for
    /// it: without the sheets that have no cells and the dimensions that nobody can read.
    pub fn reduced(&self, zip: &mut Zip<'_>, seen: &BTreeMap<String, Seen>) -> Result<Vec<u8>, Refusal> {
        let broken = |e: zip::result::ZipError| damaged("isinya rusak").because(&e);
        let mut out = ZipWriter::new(Cursor::new(Vec::new()));
        let options = SimpleFileOptions::default();
        let put = |out: &mut ZipWriter<Cursor<Vec<u8>>>, name: &str, text: &str| {
            out.start_file(name, options).map_err(broken)?;
            out.write_all(text.as_bytes()).map_err(|e| broken(e.into()))
        };
        let (mut list, mut relations) = (String::new(), String::new());
        let mut done = HashSet::new();
        for (n, sheet) in self.sheets.iter().enumerate() {
            let state = if sheet.state.to_lowercase().contains("hidden") {
                " state=\"hidden\""
            } else {
                ""
            };
            list += &format!(
                "<sheet name=\"{}\" sheetId=\"{}\"{state} r:id=\"r{n}\"/>",
                escape(&sheet.name),
                n + 1
            );
            relations += &format!(
                "<Relationship Id=\"r{n}\" Type=\"{OFFICE}/worksheet\" Target=\"/{}\"/>",
                escape(&sheet.part)
            );
            if !done.insert(&sheet.part) {
                continue;
            }
            let missing = || damaged(format!("isi lembar {} tidak ada", sheet.name));
            let index = index_of(zip, &sheet.part).ok_or_else(missing)?;
            if seen.get(&sheet.part).is_some_and(|s| s.odd_dimension) {
                let mut xml = Vec::new();
                zip.by_index(index)
                    .map_err(broken)?
                    .read_to_end(&mut xml)
                    .map_err(|e| broken(e.into()))?;
                out.start_file(sheet.part.as_str(), options.compression_level(Some(1)))
                    .map_err(broken)?;
                let (before, after) = without_dimension(&xml);
                out.write_all(before)
                    .and_then(|()| out.write_all(after))
                    .map_err(|e| broken(e.into()))?;
            } else {
                out.raw_copy_file_rename(zip.by_index_raw(index).map_err(broken)?, sheet.part.as_str())
                    .map_err(broken)?;
            }
        }
        for (part, name) in [
            (self.strings.as_deref().unwrap_or(STRINGS), "xl/sharedStrings.xml"),
            (self.styles.as_deref().unwrap_or(STYLES), STYLES),
        ] {
            if let Some(index) = index_of(zip, part) {
                out.raw_copy_file_rename(zip.by_index_raw(index).map_err(broken)?, name)
                    .map_err(broken)?;
            }
        }
        let since_1904 = if self.since_1904 { "<workbookPr date1904=\"1\"/>" } else { "" };
        put(
            &mut out,
            "xl/workbook.xml",
            &format!("<workbook xmlns=\"{MAIN}\" xmlns:r=\"{OFFICE}\">{since_1904}<sheets>{list}</sheets></workbook>"),
        )?;
        put(
            &mut out,
            "xl/_rels/workbook.xml.rels",
            &format!("<Relationships>{relations}</Relationships>"),
        )?;
        let root = format!("<Relationship Id=\"r\" Type=\"{OFFICE}/officeDocument\" Target=\"xl/workbook.xml\"/>");
        put(&mut out, "_rels/.rels", &format!("<Relationships>{root}</Relationships>"))?;
        Ok(out.finish().map_err(broken)?.into_inner())
    }
}

/// `xl/worksheets/sheet7.xml`: the name that programs give to the part of a sheet.
fn is_numbered_sheet(part: &str) -> bool {
    part.rsplit_once("/worksheets/sheet")
        .and_then(|(_, name)| name.strip_suffix(".xml"))
        .is_some_and(|n| !n.is_empty() && n.bytes().all(|b| b.is_ascii_digit()))
}

/// A part's name without its folders.
fn last_of(part: &str) -> &str {
    part.rsplit('/').next().unwrap_or(part)
}

const OFFICE: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const MAIN: &str = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";

fn escape(text: &str) -> std::borrow::Cow<'_, str> {
    quick_xml::escape::escape(text)
}

/// A sheet's XML on both sides of its `dimension`.
fn without_dimension(xml: &[u8]) -> (&[u8], &[u8]) {
    let Some((from, to)) = dimension(xml) else { return (xml, b"") };
    (&xml[..from], &xml[to..])
}

/// Where the `dimension` element stands before the cells.
fn dimension(xml: &[u8]) -> Option<(usize, usize)> {
    let cells = memchr::memmem::find(xml, b"sheetData").unwrap_or(xml.len());
    let name = memchr::memmem::find(&xml[..cells], b"dimension")?;
    let from = memchr::memrchr(b'<', &xml[..name])?;
    let close = name + memchr::memchr(b'>', &xml[name..])?;
    if xml[close - 1] == b'/' {
        return Some((from, close + 1));
    }
    let end = close + memchr::memmem::find(&xml[close..cells], b"dimension>")?;
    Some((from, end + b"dimension>".len()))
}

/// A relationship of a package.
pub struct Relationship {
    /// Its id.
    pub id: String,
    /// Its type, a long name.
    pub kind: String,
    /// The part it leads to.
    pub target: String,
}

/// The relationships in a part; those that can be read.
pub fn relationships(zip: &mut Zip<'_>, part: &str) -> Vec<Relationship> {
    let mut found = Vec::new();
    elements(zip, part, |element| {
        if element.local_name().as_ref() == "Relationship"
            && let (Some(id), Some(kind), Some(target)) = (
                attribute(element, "Id"),
                attribute(element, "Type"),
                attribute(element, "Target"),
            )
        {
            found.push(Relationship { id, kind, target });
        }
    });
    found
}

/// An attribute by its local name, unescaped.
pub fn attribute(element: &BytesStart<'_>, name: &str) -> Option<String> {
    element
        .attributes()
        .flatten()
        .find(|a| a.key.local_name().as_ref() == name)
        .and_then(|a| {
            a.normalized_value(quick_xml::XmlVersion::Explicit1_0)
                .ok()
                .map(std::borrow::Cow::into_owned)
        })
}

/// An attribute of a part's first element, as far as it stands in its first 64 KiB.
pub fn root_attribute(zip: &mut Zip<'_>, part: &str, name: &str) -> Option<String> {
    let mut bytes = Vec::new();
    let index = index_of(zip, part)?;
    // A part that breaks later than its first element still tells it.
    let _ = zip.by_index(index).ok()?.take(64 << 10).read_to_end(&mut bytes);
    let mut reader = Reader::from_reader(bytes.as_slice());
    let mut buffer = Vec::new();
    loop {
        buffer.clear();
        match reader.read_event_into(&mut buffer) {
            Ok(Event::Start(e) | Event::Empty(e)) => return attribute(&e, name),
            Ok(Event::Eof) | Err(_) => return None,
            Ok(_) => {}
        }
    }
}

/// The names of all parts, as [`key`]s.
pub fn part_names<'z>(zip: &'z Zip<'_>) -> impl Iterator<Item = String> + 'z {
    (0..zip.len()).filter_map(|i| zip.name_for_index(i).and_then(Result::ok).map(|n| key(&n)))
}

pub fn index_of(zip: &Zip<'_>, part: &str) -> Option<usize> {
    let wanted = key(part);
    (0..zip.len()).find(|&i| zip.name_for_index(i).and_then(Result::ok).is_some_and(|n| key(&n) == wanted))
}

/// Bytes of a part unpacked at a time, and the most that one tag and the text before it may take.
const CHUNK: usize = 256 << 10;
const LONGEST: usize = 8 << 20;

/// Calls `f` for each tag of a part, with the text before it, until the part ends or breaks. The part was unpacked before and
/// found bearable, or it is cut off at [`LARGE_PART`].
pub(super) fn each_tag(zip: &mut Zip<'_>, part: &str, mut f: impl FnMut(&[u8], &Tag<'_>)) {
    let opened = index_of(zip, part).and_then(|i| zip.by_index(i).ok());
    let Some(part) = opened else { return };
    let mut part = part.take(LARGE_PART);
    let mut buffer = Vec::with_capacity(CHUNK * 2);
    loop {
        let before = buffer.len();
        let read = part.by_ref().take(wide(CHUNK)).read_to_end(&mut buffer);
        if read.is_err() || buffer.len() == before || buffer.len() > LONGEST {
            return;
        }
        let mut end = 0;
        for tag in Tags::of(&buffer) {
            f(&buffer[end..tag.start], &tag);
            end = tag.end;
        }
        buffer.drain(..end);
    }
}

/// Where the cells of a sheet stand as its tags go by: where their address says, or behind the cell before.
#[derive(Debug, Default)]
pub(super) struct CellPlaces {
    row: u32,
    col: u16,
}

impl CellPlaces {
    /// A row begins or ends; other tags change nothing.
    pub(super) fn pass(&mut self, tag: &Tag<'_>) {
        match (tag.local(), tag.kind) {
            (b"row", TagKind::Open) => {
                let number = tag.attribute(b"r").and_then(|r| r.parse::<u32>().ok());
                self.row = number.map_or(self.row, |r| r.saturating_sub(1));
                self.col = 0;
            }
            (b"row", TagKind::Close) => self.row = self.row.saturating_add(1),
            _ => {}
        }
    }

    /// The row at hand.
    pub(super) fn row(&self) -> u32 {
        self.row
    }

    /// Where the cell of a tag stands.
    pub(super) fn cell(&mut self, tag: &Tag<'_>) -> (u32, u16) {
        let (row, col) = tag.attribute(b"r").and_then(a1).unwrap_or((self.row, self.col));
        self.col = col.saturating_add(1);
        (row, col)
    }
}

/// A part; it was unpacked before and found bearable, or it is cut off at [`LARGE_PART`].
pub(super) fn whole(zip: &mut Zip<'_>, part: &str) -> Option<Vec<u8>> {
    let index = index_of(zip, part)?;
    let mut bytes = Vec::new();
    zip.by_index(index).ok()?.take(LARGE_PART).read_to_end(&mut bytes).ok()?;
    Some(bytes)
}

/// Calls `f` for each element of a part, until the part ends or breaks.
fn elements(zip: &mut Zip<'_>, part: &str, f: impl FnMut(&BytesStart<'_>)) {
    each_element(&small(zip, part), f);
}

/// The beginning of a part, which is all of it where it is no larger than such parts are; nothing where it cannot be had.
pub(super) fn small(zip: &mut Zip<'_>, part: &str) -> Vec<u8> {
    let mut bytes = Vec::new();
    if let Some(index) = index_of(zip, part)
        && let Ok(part) = zip.by_index(index)
    {
        // Bytes that cannot be had are elements that are not seen.
        let _ = part.take(SMALL_PART).read_to_end(&mut bytes);
    }
    bytes
}

/// Calls `f` for each element of an XML, until it ends or breaks.
pub(super) fn each_element(xml: &[u8], mut f: impl FnMut(&BytesStart<'_>)) {
    let mut reader = Reader::from_reader(xml);
    reader.config_mut().check_end_names = false;
    let mut buffer = Vec::new();
    loop {
        buffer.clear();
        match reader.read_event_into(&mut buffer) {
            Ok(Event::Start(e) | Event::Empty(e)) => f(&e),
            Ok(Event::Eof) | Err(_) => return,
            Ok(_) => {}
        }
    }
}
