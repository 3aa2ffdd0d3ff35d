//! The package of the user's workbook: its parts by name, their relationships, and whether it may be changed at
//! all.

use std::collections::HashSet;
use std::io::Read;

use super::LeftOut;
use super::edits::{Edit, edited, elements};
use crate::base::ids::wide;
use crate::input::guard::{self, Zip, key};
use crate::input::package::{self, Package};
use crate::input::{Limits, package::Relationship};

/// Bytes of a part that is kept with all its elements; notes of some ten thousand cells.
const SMALL_PART: u64 = 16 << 20;
/// Bytes of all drawings of notes together.
const DRAWINGS: u64 = 64 << 20;
/// Bytes in which a part says what it is.
const BEGINNING: u64 = 4 << 10;

/// Name space of the strict form of the format.
const STRICT: &[u8] = b"purl.oclc.org/ooxml";

/// A workbook that may be changed.
#[derive(Debug)]
pub struct Book<'b> {
    /// The archive.
    pub zip: Zip<'b>,
    /// Which part is which sheet.
    pub package: Package,
    /// Names of all parts, as [`key`]s; new ones too.
    names: HashSet<String>,
}

/// A relationship that is to be.
#[derive(Debug)]
pub struct NewRelation {
    /// Its id.
    pub id: String,
    /// Its kind, the last word of the long name.
    pub kind: &'static str,
    /// The part it leads to.
    pub target: String,
}

const RELATIONS: &str = "http://schemas.openxmlformats.org/package/2006/relationships";
/// How the long names of relationships begin.
pub const OFFICE: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

impl<'b> Book<'b> {
    /// Opens a workbook, unless changing it would break it.
    pub fn open(bytes: &'b [u8]) -> Result<Self, LeftOut> {
        let mut zip = guard::open(bytes, &Limits::default()).map_err(|_| LeftOut::Odd("zip-nya tidak dapat dibuka"))?;
        let names: HashSet<String> = zip.file_names_raw().map(|n| key(&String::from_utf8_lossy(n))).collect();
        if names.iter().any(|n| n.starts_with("_xmlsignatures/")) {
            return Err(LeftOut::Signed);
        }
        if names.iter().any(|n| n.contains("threadedcomments/")) {
            return Err(LeftOut::Threaded);
        }
        let package = Package::of(&mut zip);
        let mut book = Self { zip, package, names };
        let workbook = book.package.workbook.clone();
        let index = book.find(&workbook).ok_or(LeftOut::Odd("daftar lembarnya tidak ditemukan"))?;
        let beginning = book.beginning(index)?;
        if memchr::memmem::find(&beginning, STRICT).is_some() {
            return Err(LeftOut::Strict);
        }
        Ok(book)
    }

    /// A part by its name, in whatever letter case.
    pub fn find(&self, part: &str) -> Option<usize> {
        package::index_of(&self.zip, part)
    }

    /// The name of a part as it is written.
    pub fn name(&self, index: usize) -> String {
        let name = self.zip.name_for_index(index).and_then(Result::ok);
        name.map(std::borrow::Cow::into_owned).unwrap_or_default()
    }

    fn beginning(&mut self, index: usize) -> Result<Vec<u8>, LeftOut> {
        self.bytes(index, BEGINNING, false)
    }

    fn bytes(&mut self, index: usize, most: u64, whole: bool) -> Result<Vec<u8>, LeftOut> {
        let damaged = LeftOut::Odd("ada bagiannya yang rusak");
        let Ok(part) = self.zip.by_index(index) else {
            return Err(damaged);
        };
        let mut bytes = Vec::with_capacity(usize::try_from(part.size().min(most)).unwrap_or(0) + 1);
        let read = part.take(most + u64::from(whole)).read_to_end(&mut bytes);
        if read.is_err() && whole {
            return Err(damaged);
        }
        if whole && wide(bytes.len()) > most {
            return Err(LeftOut::Odd("ada bagiannya yang terlalu besar"));
        }
        Ok(bytes)
    }

    /// The text of a sheet; its size was judged when it was read.
    pub fn sheet(&mut self, index: usize) -> Result<Vec<u8>, LeftOut> {
        let bytes = self.bytes(index, Limits::default().unpacked_bytes, true)?;
        utf8(bytes)
    }

    /// The text of any other part.
    pub fn text(&mut self, index: usize) -> Result<Vec<u8>, LeftOut> {
        let bytes = self.bytes(index, SMALL_PART, true)?;
        utf8(bytes)
    }

    /// The texts of all drawings of notes and controls.
    pub fn drawings(&mut self) -> Result<Vec<Vec<u8>>, LeftOut> {
        let mut left = DRAWINGS;
        let mut texts = Vec::new();
        for index in 0..self.zip.len() {
            if key(&self.name(index))
                .rsplit_once('.')
                .is_some_and(|(_, ending)| ending == "vml")
            {
                let text = self.bytes(index, left, true)?;
                left -= wide(text.len());
                texts.push(text);
            }
        }
        Ok(texts)
    }

    /// The name of the part with the relationships of another part.
    pub fn relations_name(&self, index: usize) -> String {
        let name = self.name(index);
        let (folder, file) = name.rsplit_once(['/', '\\']).unwrap_or(("", &name));
        format!("{folder}/_rels/{file}.rels").trim_start_matches('/').to_owned()
    }

    /// The relationships of a part, their targets as [`key`]s of parts.
    pub fn relations(&mut self, index: usize) -> Vec<Relationship> {
        let part = self.relations_name(index);
        let from = self.name(index);
        let mut found = package::relationships(&mut self.zip, &part);
        for relation in &mut found {
            relation.target = resolved(&from, &relation.target);
        }
        found
    }

    /// A name for a new part: the first free one of `xl/comments1.xml`, `xl/comments2.xml` …
    pub fn new_name(&mut self, before: &str, ending: &str) -> String {
        let mut names = (1_u32..).map(|n| format!("{before}{n}{ending}"));
        names.find(|name| self.names.insert(key(name))).unwrap_or_default()
    }

    /// A name for new styles. Many readers look for them in one place, whatever the relationships say.
    pub fn styles_name(&mut self) -> String {
        let usual = "xl/styles.xml";
        if self.names.insert(key(usual)) {
            usual.to_owned()
        } else {
            self.new_name("xl/styles", ".xml")
        }
    }
}

/// Parts that are not UTF-8 are not ours to cut.
fn utf8(bytes: Vec<u8>) -> Result<Vec<u8>, LeftOut> {
    let beginning = bytes.get(..bytes.len().min(100)).unwrap_or_default().to_ascii_lowercase();
    let declared = memchr::memmem::find(&beginning, b"encoding=").map(|at| &beginning[at + 10..]);
    let is_other = declared.is_some_and(|d| !d.starts_with(b"utf-8") && !d.starts_with(b"us-ascii"));
    if is_other || bytes.starts_with(b"\xff\xfe") || bytes.starts_with(b"\xfe\xff") {
        return Err(LeftOut::Odd("ada bagiannya yang bukan UTF-8"));
    }
    Ok(bytes)
}

/// The part that a relationship of `from` leads to, as a [`key`].
fn resolved(from: &str, target: &str) -> String {
    if target.starts_with('/') {
        return key(target);
    }
    let folder = from.rsplit_once(['/', '\\']).map_or("", |f| f.0);
    let mut parts: Vec<&str> = folder.split(['/', '\\']).filter(|p| !p.is_empty()).collect();
    for step in target.split(['/', '\\']) {
        match step {
            "" | "." => {}
            ".." => drop(parts.pop()),
            name => parts.push(name),
        }
    }
    key(&parts.join("/"))
}

/// A part of relationships with more of them.
pub fn with_relations(old: Option<&[u8]>, new: &[NewRelation]) -> Result<Vec<u8>, LeftOut> {
    let one = |p: &str| {
        let all = new.iter().map(|r| {
            format!(
                "<{p}Relationship Id=\"{}\" Type=\"{OFFICE}/{}\" Target=\"/{}\"/>",
                r.id, r.kind, r.target
            )
        });
        all.collect::<String>()
    };
    let Some(old) = old else {
        let begin = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
        return Ok(format!("{begin}<Relationships xmlns=\"{RELATIONS}\">{}</Relationships>", one("")).into_bytes());
    };
    let all = elements(old, 0).ok_or(LeftOut::Odd("tautan antarbagiannya rusak"))?;
    edited(old, vec![all[0].append(&one(&all[0].prefix()))])
}

/// An id that none of the relationships has.
pub fn free_id(taken: &[Relationship], wanted: &str) -> String {
    let free = |id: &String| !taken.iter().any(|r| r.id.eq_ignore_ascii_case(id));
    let numbered = (1_u32..).map(|n| format!("{wanted}{n}"));
    std::iter::once(wanted.to_owned())
        .chain(numbered)
        .find(free)
        .unwrap_or_default()
}

/// The list of content types with those of new parts; `drawings`: there is a new drawing of notes.
pub fn with_types(old: &[u8], new: &[(String, &str)], drawings: bool) -> Result<Vec<u8>, LeftOut> {
    let all = elements(old, 1).ok_or(LeftOut::Odd("daftar jenis bagiannya rusak"))?;
    let p = all[0].prefix();
    let mut added = String::new();
    let is_vml = |e: &super::edits::Element<'_>| {
        e.is("Default") && e.tag.attribute(b"Extension").is_some_and(|x| x.eq_ignore_ascii_case("vml"))
    };
    let mut edits: Vec<Edit> = Vec::new();
    if drawings && !all.iter().any(is_vml) {
        let kind = "application/vnd.openxmlformats-officedocument.vmlDrawing";
        let default = format!("<{p}Default Extension=\"vml\" ContentType=\"{kind}\"/>");
        match all.iter().rev().find(|e| e.depth == 1 && e.is("Default")) {
            Some(last) => edits.push(Edit::insert(last.whole.end, default)),
            None => added.push_str(&default),
        }
    }
    for (name, kind) in new {
        added.push_str(&format!("<{p}Override PartName=\"/{name}\" ContentType=\"{kind}\"/>"));
    }
    if !added.is_empty() {
        edits.push(all[0].append(&added));
    }
    edited(old, edits)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn targets_lead_to_parts() {
        let from = "xl/worksheets/sheet1.xml";
        assert_eq!(resolved(from, "../comments1.xml"), "xl/comments1.xml");
        assert_eq!(resolved(from, "/xl/Drawings/vmlDrawing1.vml"), "xl/drawings/vmldrawing1.vml");
        assert_eq!(resolved(from, "./../../../a.xml"), "a.xml");
        assert_eq!(resolved("a.xml", "b/c.xml"), "b/c.xml");
    }

    #[test]
    fn types_and_relations_take_more() {
        let types = b"<Types><Default Extension=\"xml\" ContentType=\"a\"/><Override PartName=\"/b\" ContentType=\"c\"/></Types>";
        let new = with_types(types, &[("xl/comments1.xml".to_owned(), "d")], true).unwrap();
        let text = String::from_utf8(new).unwrap();
        assert!(text.starts_with("<Types><Default Extension=\"xml\" ContentType=\"a\"/><Default Extension=\"vml\""));
        assert!(text.ends_with("<Override PartName=\"/xl/comments1.xml\" ContentType=\"d\"/></Types>"));
        assert_eq!(with_types(text.as_bytes(), &[], true).unwrap(), text.as_bytes());
        let relation = NewRelation {
            id: "a".to_owned(),
            kind: "comments",
            target: "xl/comments1.xml".to_owned(),
        };
        let new = with_relations(Some(b"<Relationships/>"), &[relation]).unwrap();
        let text = String::from_utf8(new).unwrap();
        assert!(
            text.contains("/comments\" Target=\"/xl/comments1.xml\"/></Relationships>"),
            "{text}"
        );
    }

    #[test]
    fn other_encodings_are_left_alone() {
        assert!(utf8(b"<?xml version='1.0' encoding='UTF-8'?><a/>".to_vec()).is_ok());
        assert!(utf8(b"<?xml version='1.0' encoding='ISO-8859-1'?><a/>".to_vec()).is_err());
        assert!(utf8(b"\xff\xfe<".to_vec()).is_err());
    }
}
