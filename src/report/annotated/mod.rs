//! The annotated original (`--anotasi`): a copy of the user's own workbook in which the cells with findings are
//! filled and carry notes. Parts that need no change are copied as they are packed; in the others only what must
//! change does. What could not be changed safely is not changed at all: [`LeftOut`] says why.

mod book;
mod comments;
mod edits;
mod layout;
mod marks;
mod own_notes;
mod shapes;
mod sheet;
mod styles;

use std::collections::{BTreeMap, BTreeSet, HashSet};
use std::io::{self, Cursor, Seek, Write};

use rayon::prelude::*;
use zip::write::SimpleFileOptions;
use zip::{ZipArchive, ZipWriter};

use book::{Book, NewRelation, OFFICE};
use edits::{Edit, New};
pub use marks::{Mark, SheetMarks, of_run};
use sheet::SheetPlan;

use crate::base::first_error::FirstError;
use crate::base::ids::wide;
use crate::base::origin::column_letters;
use crate::base::own::author_of;
use crate::finding::Level;
use crate::input::fingerprint;
use crate::input::guard::Zip;

/// Why there is no annotated copy of a file; said behind its name.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum LeftOut {
    /// No workbook of the newer kind.
    #[error("berkas {0} tidak dapat diberi catatan sel; simpan dulu sebagai .xlsx di Excel atau LibreOffice")]
    Format(&'static str),
    /// It was not read.
    #[error("tidak dibaca sebagai masukan; sebabnya ada di daftar temuan")]
    NotRead,
    /// Other bytes than those that were read.
    #[error("isinya berubah sejak dibaca; jalankan lagi")]
    Changed,
    /// It cannot be read a second time.
    #[error("tidak dapat dibuka lagi; jalankan lagi selagi berkasnya ada di tempat itu")]
    Gone,
    /// Comments with answers, which Excel keeps twice.
    #[error(
        "berisi komentar dengan balasan (threaded comments), yang dapat rusak bila ditambah catatan; hapus komentarnya atau ubah menjadi catatan (Notes)"
    )]
    Threaded,
    /// Any change makes a signature void.
    #[error("bertanda tangan digital, dan tanda tangannya batal bila isinya ditambah; pakai salinan tanpa tanda tangan")]
    Signed,
    /// The strict form of the format.
    #[error("disimpan sebagai Strict Open XML; simpan dulu sebagai Buku Kerja Excel (.xlsx) biasa")]
    Strict,
    /// Nothing that a program writes, or more than can be held.
    #[error("susunannya tidak lazim ({0}); buka dan simpan ulang di Excel, lalu jalankan lagi")]
    Odd(&'static str),
}

/// Content types of parts we may add.
const COMMENTS_TYPE: &str = "application/vnd.openxmlformats-officedocument.spreadsheetml.comments+xml";
const STYLES_TYPE: &str = "application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml";
/// The part that lists content types.
const TYPES: &str = "[Content_Types].xml";

/// An annotated copy, ready to be written.
#[derive(Debug)]
pub struct Annotated<'b> {
    /// The original.
    zip: Zip<'b>,
    /// Parts that change, packed.
    changed: BTreeMap<usize, Vec<u8>>,
    /// New parts, packed.
    added: Vec<Vec<u8>>,
    /// What became of the notes and fills of an earlier run.
    pub earlier: OldMarks,
}

/// What became of the notes and fills that an earlier run left in a workbook.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct OldMarks {
    /// Notes that are gone.
    pub notes: usize,
    /// Notes that somebody has written into, which stay.
    pub kept_notes: usize,
    /// Cells that have no fill any more.
    pub cleared: usize,
    /// Cells that keep it: what was below it is not known.
    pub covered: usize,
}

impl Annotated<'_> {
    /// Whether nothing in it differs from the original.
    pub fn is_same(&self) -> bool {
        self.changed.is_empty() && self.added.is_empty()
    }
}

/// A part before it is packed.
struct Part {
    /// Its place in the archive; a new one has none.
    index: Option<usize>,
    name: String,
    text: Vec<u8>,
    edits: Vec<Edit>,
}

impl Part {
    fn whole(index: Option<usize>, name: String, text: Vec<u8>) -> Self {
        Self {
            index,
            name,
            text,
            edits: Vec::new(),
        }
    }
}

/// A sheet with marks.
struct Marked<'m> {
    index: usize,
    marks: &'m [Mark],
    text: Vec<u8>,
    plan: SheetPlan,
}

/// Annotates a workbook in memory.
///
/// # Errors
/// It cannot be done without risk for what the workbook holds.
pub fn annotate<'b>(bytes: &'b [u8], sheets: &[SheetMarks]) -> Result<Annotated<'b>, LeftOut> {
    let mut book = Book::open(bytes)?;
    let mut marked = planned(&mut book, sheets)?;
    let mut parts = Vec::new();
    let mut types: Vec<(String, &str)> = Vec::new();

    let styles = with_styles(&mut book, &marked, &mut parts, &mut types)?;
    let mut earlier = OldMarks::default();
    let author = author_of(&fingerprint(bytes));
    let drawn = with_notes(&mut book, &mut marked, &author, &mut parts, &mut types, &mut earlier)?;
    if !types.is_empty() || drawn {
        let index = book.find(TYPES).ok_or(LeftOut::Odd("daftar jenis bagiannya tidak ada"))?;
        let text = book::with_types(&book.text(index)?, &types, drawn)?;
        parts.push(Part::whole(Some(index), book.name(index), text));
    }
    for sheet in marked {
        earlier.cleared += sheet.plan.cleared;
        earlier.covered += sheet.plan.covered;
        if sheet.plan.edits.is_empty() {
            continue;
        }
        let name = book.name(sheet.index);
        parts.push(Part {
            index: Some(sheet.index),
            name,
            text: sheet.text,
            edits: sheet.plan.edits,
        });
    }
    let style = |base, level| styles.get(&(base, level)).copied().unwrap_or(base);
    let packed: Vec<(Option<usize>, io::Result<Vec<u8>>)> =
        parts.into_par_iter().map(|part| (part.index, packed(&part, style))).collect();
    let mut annotated = Annotated {
        zip: book.zip,
        changed: BTreeMap::new(),
        added: Vec::new(),
        earlier,
    };
    for (index, part) in packed {
        let part = part.map_err(|_| LeftOut::Odd("ada bagiannya yang tidak dapat dimampatkan"))?;
        match index {
            Some(index) => drop(annotated.changed.insert(index, part)),
            None => annotated.added.push(part),
        }
    }
    Ok(annotated)
}

/// Walks over the sheets that have marks, or something of an earlier run.
fn planned<'m>(book: &mut Book<'_>, sheets: &'m [SheetMarks]) -> Result<Vec<Marked<'m>>, LeftOut> {
    let mut texts = Vec::new();
    let mut seen = HashSet::new();
    for sheet in sheets.iter().filter(|s| !s.marks.is_empty()) {
        let lost = LeftOut::Odd("lembarnya tidak ditemukan di dalamnya");
        let part = book
            .package
            .sheets
            .iter()
            .find(|p| *p.name == *sheet.name)
            .map(|p| p.part.clone());
        let index = part.and_then(|p| book.find(&p)).ok_or(lost)?;
        if !seen.insert(index) {
            return Err(LeftOut::Odd("dua lembarnya memakai satu bagian"));
        }
        texts.push((index, sheet.marks.as_slice(), book.sheet(index)?));
    }
    let styles = book.package.styles.clone().and_then(|part| book.find(&part));
    let earlier = styles.map(|i| book.text(i)).transpose()?;
    let earlier = earlier.map(|text| styles::marked_earlier(&text)).unwrap_or_default();
    let others: Vec<String> = book.package.sheets.iter().map(|p| p.part.clone()).collect();
    for index in others.iter().filter_map(|part| book.find(part)).collect::<Vec<_>>() {
        if !seen.insert(index) {
            continue;
        }
        let said = comments_of(book, index).and_then(|part| book.find(&part));
        // What cannot be read here is needed for nothing.
        let has_notes = said
            .and_then(|i| book.text(i).ok())
            .is_some_and(|part| comments::may_be_ours(&part));
        if has_notes || !earlier.is_empty() {
            let text = book.sheet(index)?;
            if has_notes || sheet::styles(&text).any(|style| earlier.contains_key(&style)) {
                texts.push((index, [].as_slice(), text));
            }
        }
    }
    let plan = |(index, marks, text): (usize, &'m [Mark], Vec<u8>)| {
        let plan = sheet::plan(&text, marks, &earlier)?;
        Ok(Marked {
            index,
            marks,
            text,
            plan,
        })
    };
    texts.into_par_iter().map(plan).collect()
}

/// The part with the notes of a sheet.
fn comments_of(book: &mut Book<'_>, sheet: usize) -> Option<String> {
    let relations = book.relations(sheet);
    let comments = relations.into_iter().find(|r| r.kind.ends_with("/comments"));
    comments.map(|r| r.target)
}

/// Adds the styles that the marked cells need; gives their numbers.
fn with_styles(
    book: &mut Book<'_>,
    marked: &[Marked<'_>],
    parts: &mut Vec<Part>,
    types: &mut Vec<(String, &str)>,
) -> Result<BTreeMap<(u32, Option<Level>), u32>, LeftOut> {
    let mut wanted: Vec<(u32, Option<Level>)> = Vec::new();
    let mut known = BTreeSet::new();
    for edit in marked.iter().flat_map(|m| &m.plan.edits) {
        if let New::Style(base, level) = edit.new
            && known.insert((base, level))
        {
            wanted.push((base, level));
        }
    }
    if wanted.is_empty() {
        return Ok(BTreeMap::new());
    }
    let index = book.package.styles.clone().and_then(|part| book.find(&part));
    let old = index.map(|i| book.text(i)).transpose()?;
    let mut highest = marked.iter().map(|m| m.plan.highest_style).max().unwrap_or(0);
    if old.is_none() {
        // Without styles any number means nothing, on the other sheets too.
        for sheet in book.package.sheets.iter().map(|s| s.part.clone()).collect::<Vec<_>>() {
            if let Some(other) = book.find(&sheet).filter(|i| !marked.iter().any(|m| m.index == *i)) {
                highest = highest.max(sheet::highest_style(&book.sheet(other)?));
            }
        }
    }
    let styles = styles::extend(old.as_deref(), &wanted, highest)?;
    let name = match index {
        Some(index) => book.name(index),
        None => new_styles(book, parts, types)?,
    };
    parts.push(Part::whole(index, name, styles.text));
    Ok(styles.numbers)
}

/// A name for the styles of a workbook that has none, known to the workbook.
fn new_styles(book: &mut Book<'_>, parts: &mut Vec<Part>, types: &mut Vec<(String, &str)>) -> Result<String, LeftOut> {
    let odd = LeftOut::Odd("daftar lembarnya tidak ditemukan");
    let workbook = book.find(&book.package.workbook.clone()).ok_or(odd)?;
    let name = book.styles_name();
    let relations = book.relations(workbook);
    let relation = NewRelation {
        id: book::free_id(&relations, "skpStyles"),
        kind: "styles",
        target: name.clone(),
    };
    add_relations(book, workbook, &[relation], parts)?;
    types.push((name.clone(), STYLES_TYPE));
    Ok(name)
}

fn add_relations(book: &mut Book<'_>, of: usize, new: &[NewRelation], parts: &mut Vec<Part>) -> Result<(), LeftOut> {
    let name = book.relations_name(of);
    let index = book.find(&name);
    let old = index.map(|i| book.text(i)).transpose()?;
    let text = book::with_relations(old.as_deref(), new)?;
    let name = index.map_or(name, |i| book.name(i));
    parts.push(Part::whole(index, name, text));
    Ok(())
}

/// Adds the notes of all sheets; says whether a new drawing came with them.
fn with_notes(
    book: &mut Book<'_>,
    marked: &mut [Marked<'_>],
    author: &str,
    parts: &mut Vec<Part>,
    types: &mut Vec<(String, &str)>,
    earlier: &mut OldMarks,
) -> Result<bool, LeftOut> {
    let taken = book.drawings()?.iter().flat_map(|d| shapes::blocks(d)).max().unwrap_or(0);
    // A number that no program gives is a trap for those who count on from it.
    let mut block = if taken < 1 << 20 { taken + 1 } else { 1 };
    let mut seen = HashSet::new();
    let mut drawn = false;
    for sheet in marked {
        let told: Vec<&Mark> = sheet.marks.iter().filter(|m| m.note.is_some()).collect();
        let notes: Vec<comments::Note<'_>> = told
            .iter()
            .map(|m| comments::Note {
                cell: format!("{}{}", column_letters(m.col), m.row + 1),
                text: m.note.as_deref().unwrap_or_default(),
            })
            .collect();
        let said = comments_of(book, sheet.index);
        if notes.is_empty() && said.is_none() {
            continue;
        }
        let relations = book.relations(sheet.index);
        let mut new = Vec::new();
        // What the notes say.
        let index = said
            .map(|part| book.find(&part).ok_or(LeftOut::Odd("bagian catatannya hilang")))
            .transpose()?;
        let old = index.map(|i| book.text(i)).transpose()?;
        if notes.is_empty() && !old.as_deref().is_some_and(comments::may_be_ours) {
            continue;
        }
        let comments = comments::extend(old.as_deref(), &notes, author)?;
        earlier.notes += comments.stale;
        earlier.kept_notes += comments.kept;
        let name = if let Some(index) = index {
            book.name(index)
        } else {
            let name = book.new_name("xl/comments", ".xml");
            types.push((name.clone(), COMMENTS_TYPE));
            new.push(NewRelation {
                id: book::free_id(&relations, "skpNotes"),
                kind: "comments",
                target: name.clone(),
            });
            name
        };
        if old.as_ref() != Some(&comments.text) {
            parts.push(Part::whole(index, name, comments.text));
        }
        // Their boxes.
        let cells = told.iter().zip(&notes).zip(&comments.fresh).filter(|(_, fresh)| **fresh);
        let boxes: Vec<shapes::NoteBox<'_>> = cells
            .map(|((mark, note), _)| shapes::NoteBox {
                cell: (mark.row, u32::from(mark.col)),
                text: note.text,
            })
            .collect();
        let drawing = match &sheet.plan.drawing {
            None => None,
            Some(id) => {
                let lost = LeftOut::Odd("gambar catatannya hilang");
                let part = relations.iter().find(|r| r.id == *id).map(|r| r.target.clone());
                Some(part.and_then(|part| book.find(&part)).ok_or(lost)?)
            }
        };
        for index in index.into_iter().chain(drawing) {
            if !seen.insert(index) {
                return Err(LeftOut::Odd("dua lembarnya memakai satu bagian"));
            }
        }
        let mut old = drawing.map(|i| book.text(i)).transpose()?;
        let has_gone = !comments.emptied.is_empty() && old.is_some();
        if has_gone {
            old = old.map(|part| shapes::without(&part, &comments.emptied)).transpose()?;
        }
        let text = match old {
            Some(old) if boxes.is_empty() && has_gone => old,
            _ if boxes.is_empty() => continue,
            old => shapes::extend(old.as_deref(), &boxes, &sheet.plan.layout, &mut block)?,
        };
        let name = if let Some(index) = drawing {
            book.name(index)
        } else {
            drawn = true;
            let name = book.new_name("xl/drawings/vmlDrawing", ".vml");
            let id = book::free_id(&relations, "skpShapes");
            let (place, prefix) = &sheet.plan.drawing_place;
            let tag = format!("<{prefix}legacyDrawing xmlns:r=\"{OFFICE}\" r:id=\"{id}\"/>");
            // Behind all cells, so behind all other edits.
            sheet.plan.edits.push(Edit::insert(*place, tag));
            new.push(NewRelation {
                id,
                kind: "vmlDrawing",
                target: name.clone(),
            });
            name
        };
        parts.push(Part::whole(drawing, name, text));
        if !new.is_empty() {
            add_relations(book, sheet.index, &new, parts)?;
        }
    }
    Ok(drawn)
}

/// A part as an archive of its own, so that several can be packed at once.
fn packed(part: &Part, style: impl Fn(u32, Option<Level>) -> u32) -> io::Result<Vec<u8>> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    let large = wide(part.text.len()) >= u64::from(u32::MAX) / 2;
    // The quickest level: packing is most of what a copy costs, and a tenth more bytes is little beside the original.
    let options = SimpleFileOptions::default().compression_level(Some(1)).large_file(large);
    zip.start_file(part.name.as_str(), options)?;
    edits::write(&part.text, &part.edits, style, &mut zip)?;
    Ok(zip.finish()?.into_inner())
}

impl Annotated<'_> {
    /// Writes the copy: parts in the order of the original, each changed one in its place, new ones behind.
    pub fn write(self, out: impl Write + Seek) -> io::Result<()> {
        // An archive that is dropped unfinished says so on stderr by itself.
        let mut out = FirstError::new(out);
        let written = self.write_parts(ZipWriter::new(&mut out));
        out.result(written)?
    }

    fn write_parts(mut self, mut copy: ZipWriter<impl Write + Seek>) -> io::Result<()> {
        copy.set_raw_comment(self.zip.comment().into())?;
        for index in 0..self.zip.len() {
            match self.changed.remove(&index) {
                Some(part) => put(&mut copy, &part)?,
                None => copy.raw_copy_file(self.zip.by_index_raw(index)?)?,
            }
        }
        for part in &self.added {
            put(&mut copy, part)?;
        }
        copy.finish()?.flush()
    }
}

fn put(copy: &mut ZipWriter<impl Write + Seek>, packed: &[u8]) -> io::Result<()> {
    let mut archive = ZipArchive::new(Cursor::new(packed))?;
    Ok(copy.raw_copy_file(archive.by_index_raw(0)?)?)
}
