//! The part that holds what the notes of a sheet say: ours put behind those that are there, and added to the text
//! of a note that stands at the same cell.

use std::collections::HashMap;

use quick_xml::escape::escape;

use super::LeftOut;
use super::edits::{Edit, Element, edited, elements, within};
use crate::base::visible::visible;

/// Who writes our notes.
const AUTHOR: &str = "skp";

const EMPTY: &str = concat!(
    "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n",
    "<comments xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\">",
    "<authors/><commentList/></comments>"
);

/// A note that is to be.
#[derive(Debug)]
pub struct Note<'a> {
    /// Its cell, `C5`.
    pub cell: String,
    /// What it says.
    pub text: &'a str,
}

/// A comments part, and which of the notes are new at their cells.
#[derive(Debug)]
pub struct Comments {
    /// The part.
    pub text: Vec<u8>,
    /// In the order of the notes.
    pub fresh: Vec<bool>,
}

/// Adds notes.
pub fn extend(old: Option<&[u8]>, notes: &[Note<'_>]) -> Result<Comments, LeftOut> {
    let broken = || LeftOut::Odd("bagian catatannya rusak");
    let text = old.unwrap_or(EMPTY.as_bytes());
    let all = elements(text, 4).ok_or_else(broken)?;
    let list = all.iter().find(|e| e.depth == 1 && e.is("commentList")).ok_or_else(broken)?;
    let authors = all.iter().find(|e| e.depth == 1 && e.is("authors")).ok_or_else(broken)?;
    let p = list.prefix();
    let written = |e: &Element<'_>| text[e.inner.clone()].to_vec();
    let names: Vec<Vec<u8>> = all.iter().filter(|e| e.depth == 2 && e.is("author")).map(written).collect();
    let mut edits = Vec::new();
    let author = names.iter().position(|n| n == AUTHOR.as_bytes()).unwrap_or_else(|| {
        edits.push(authors.append(&format!("<{p}author>{AUTHOR}</{p}author>")));
        names.len()
    });
    let mut there: HashMap<String, usize> = HashMap::new();
    for (i, comment) in all.iter().enumerate().filter(|(_, e)| e.depth == 2 && e.is("comment")) {
        let cell = comment.tag.attribute(b"ref").unwrap_or_default();
        there.entry(cell.replace('$', "").to_uppercase()).or_insert(i);
    }
    let (mut new, mut fresh) = (String::new(), Vec::with_capacity(notes.len()));
    for note in notes {
        let words = escape(&*visible(note.text)).into_owned();
        let known = there.get(&note.cell);
        fresh.push(known.is_none());
        if let Some(&i) = known {
            add(&mut edits, text, &all, i, &words)?;
        } else {
            let (run, cell) = (run(&p, &words), &note.cell);
            new.push_str(&format!(
                "<{p}comment ref=\"{cell}\" authorId=\"{author}\"><{p}text>{run}</{p}text></{p}comment>"
            ));
        }
    }
    if !new.is_empty() {
        edits.push(list.append(&new));
    }
    Ok(Comments {
        text: edited(text, edits)?,
        fresh,
    })
}

/// Words in the type that Excel gives to notes.
fn run(p: &str, words: &str) -> String {
    format!(
        "<{p}r><{p}rPr><{p}sz val=\"9\"/><{p}color indexed=\"81\"/><{p}rFont val=\"Tahoma\"/><{p}family val=\"2\"/></{p}rPr>\
         <{p}t xml:space=\"preserve\">{words}</{p}t></{p}r>"
    )
}

/// Adds words to the text of a note that is there, once.
fn add(edits: &mut Vec<Edit>, part: &[u8], all: &[Element<'_>], comment: usize, words: &str) -> Result<(), LeftOut> {
    let comment = &all[comment];
    if memchr::memmem::find(&part[comment.inner.clone()], words.as_bytes()).is_some() {
        return Ok(());
    }
    let p = comment.prefix();
    let Some(text) = within(all, comment).iter().find(|e| e.depth == 3 && e.is("text")) else {
        return Err(LeftOut::Odd("bagian catatannya rusak"));
    };
    let mut last = None;
    for piece in within(all, text) {
        if piece.is("t") {
            // Plain text becomes the first run; text before runs is not what programs expect.
            edits.push(Edit::insert(piece.whole.start, format!("<{p}r>")));
            edits.push(Edit::insert(piece.whole.end, format!("</{p}r>")));
        }
        if piece.is("t") || piece.is("r") {
            last = Some(piece.whole.end);
        }
    }
    edits.push(match last {
        Some(end) => Edit::insert(end, run(&p, &format!("\n\n{words}"))),
        None => text.prepend(&run(&p, words)),
    });
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn with(old: Option<&str>, notes: &[(&str, &str)]) -> (String, Vec<bool>) {
        let notes: Vec<Note<'_>> = notes
            .iter()
            .map(|(cell, text)| Note {
                cell: (*cell).to_owned(),
                text,
            })
            .collect();
        let comments = extend(old.map(str::as_bytes), &notes).unwrap();
        (String::from_utf8(comments.text).unwrap(), comments.fresh)
    }

    #[test]
    fn a_new_part_says_what_the_notes_say() {
        let (text, fresh) = with(None, &[("B2", "a < b\u{1}"), ("C5", "c")]);
        assert_eq!(fresh, [true, true]);
        assert!(text.contains("<authors><author>skp</author></authors>"));
        assert!(text.contains("<comment ref=\"B2\" authorId=\"0\"><text><r>"));
        assert!(text.contains("a &lt; b\u{2401}</t>"), "{text}");
    }

    #[test]
    fn notes_that_are_there_stay_and_take_more() {
        let old = "<x:comments xmlns:x='m'><x:authors><x:author>Ani</x:author></x:authors><x:commentList>\
            <x:comment ref='B2' authorId='0'><x:text><x:t>tanya Budi</x:t></x:text></x:comment>\
            <x:comment ref='B3' authorId='0'><x:text><x:r><x:t>satu</x:t></x:r><x:phoneticPr/></x:text></x:comment>\
            <x:comment ref='B4' authorId='0'><x:text/></x:comment></x:commentList></x:comments>";
        let (text, fresh) = with(Some(old), &[("B2", "dua"), ("B3", "tiga"), ("B4", "empat"), ("B5", "lima")]);
        assert_eq!(fresh, [false, false, false, true]);
        assert!(text.contains("<x:author>Ani</x:author><x:author>skp</x:author>"));
        assert!(text.contains("<x:r><x:t>tanya Budi</x:t></x:r><x:r><x:rPr>"), "{text}");
        assert!(text.contains("\n\ndua</x:t></x:r></x:text>"));
        assert!(text.contains("<x:r><x:t>satu</x:t></x:r><x:r>") && text.contains("tiga</x:t></x:r><x:phoneticPr/>"));
        assert!(text.contains("empat</x:t></x:r></x:text></x:comment><x:comment ref=\"B5\" authorId=\"1\">"));
        let (again, fresh) = with(Some(&text), &[("B2", "dua"), ("B5", "lima")]);
        assert_eq!((again, fresh), (text, vec![false, false]));
    }
}
