//! The part that holds what the notes of a sheet say: ours put behind those that are there, and added to the text
//! of a note that stands at the same cell; what an earlier copy said is taken away.

use std::collections::{HashMap, HashSet};
use std::ops::Range;

use quick_xml::escape::{escape, unescape};

use super::edits::{Edit, Element, edited, elements, within};
use super::{LeftOut, own_notes};
use crate::base::origin::a1;
use crate::base::visible::visible;

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

/// A comments part, and what became of its notes.
#[derive(Debug)]
pub struct Comments {
    /// The part.
    pub text: Vec<u8>,
    /// Which of the wanted notes are new at their cells, in their order.
    pub fresh: Vec<bool>,
    /// Cells that have no note any more, 0-based row and column: what an earlier run said was all there was.
    pub emptied: HashSet<(u32, u32)>,
    /// Notes of an earlier run that none takes the place of.
    pub stale: usize,
    /// Notes of an earlier run that somebody has written into: they are his now.
    pub kept: usize,
}

/// Whether a part may hold notes of an earlier run.
pub fn may_be_ours(part: &[u8]) -> bool {
    memchr::memmem::find(part, b"Perbaikan: ").is_some()
}

/// Adds notes, and takes away what an earlier run said. Where anything changes, the author is named.
pub fn extend(old: Option<&[u8]>, notes: &[Note<'_>], author: &str) -> Result<Comments, LeftOut> {
    let broken = || LeftOut::Odd("bagian catatannya rusak");
    let text = old.unwrap_or(EMPTY.as_bytes());
    let all = elements(text, 5).ok_or_else(broken)?;
    let list = all.iter().find(|e| e.depth == 1 && e.is("commentList")).ok_or_else(broken)?;
    let authors = all.iter().find(|e| e.depth == 1 && e.is("authors")).ok_or_else(broken)?;
    let p = list.prefix();
    let mut after = Comments {
        text: Vec::new(),
        fresh: Vec::with_capacity(notes.len()),
        emptied: HashSet::new(),
        stale: 0,
        kept: 0,
    };
    let mut edits = Vec::new();
    // A second note at a cell is none that any program shows.
    let mut there: HashSet<String> = HashSet::new();
    let wanted: HashMap<&str, &Note<'_>> = notes.iter().map(|note| (note.cell.as_str(), note)).collect();
    for comment in all.iter().filter(|e| e.depth == 2 && e.is("comment")) {
        let cell = comment.tag.attribute(b"ref").unwrap_or_default();
        let cell = cell.replace('$', "").to_uppercase();
        let is_first = there.insert(cell.clone());
        let note = wanted.get(cell.as_str()).filter(|_| is_first);
        let old = OldNote::of(text, &all, comment);
        match (old.ours, note) {
            (_, Some(note)) => old.say(&mut edits, note)?,
            (Some(0), None) if is_first => {
                edits.push(Edit::replace(comment.whole.clone(), ""));
                after.emptied.extend(a1(&cell).map(|(row, col)| (row, u32::from(col))));
                after.stale += 1;
            }
            (Some(from), None) => {
                old.cut(&mut edits, from);
                after.stale += 1;
            }
            (None, None) => {}
        }
        after.kept += usize::from(old.ours.is_none() && own_notes::has_traces(&old.words));
    }
    let mut new = String::new();
    let written = |e: &Element<'_>| text[e.inner.clone()].to_vec();
    let names: Vec<Vec<u8>> = all.iter().filter(|e| e.depth == 2 && e.is("author")).map(written).collect();
    let number = names.iter().position(|n| n == author.as_bytes()).unwrap_or(names.len());
    for note in notes {
        let is_fresh = !there.contains(&note.cell);
        after.fresh.push(is_fresh);
        if is_fresh {
            let (run, cell) = (run(&p, &escaped(note)), &note.cell);
            new.push_str(&format!(
                "<{p}comment ref=\"{cell}\" authorId=\"{number}\"><{p}text>{run}</{p}text></{p}comment>"
            ));
        }
    }
    if !new.is_empty() {
        edits.push(list.append(&new));
    }
    if !edits.is_empty() && number == names.len() {
        edits.push(authors.append(&format!("<{p}author>{author}</{p}author>")));
    }
    after.text = edited(text, edits)?;
    Ok(after)
}

fn escaped(note: &Note<'_>) -> String {
    escape(&*visible(note.text)).into_owned()
}

/// Words in the type that Excel gives to notes.
fn run(p: &str, words: &str) -> String {
    format!(
        "<{p}r><{p}rPr><{p}sz val=\"9\"/><{p}color indexed=\"81\"/><{p}rFont val=\"Tahoma\"/><{p}family val=\"2\"/></{p}rPr>\
         <{p}t xml:space=\"preserve\">{words}</{p}t></{p}r>"
    )
}

/// A note that is there.
struct OldNote<'e> {
    comment: &'e Element<'e>,
    all: &'e [Element<'e>],
    /// Each piece of its text: all that goes with it, its letters, and where they begin in `words`.
    pieces: Vec<(Range<usize>, &'e Element<'e>, usize)>,
    /// What it says.
    words: String,
    /// Where in `words` begins what an earlier run said.
    ours: Option<usize>,
}

impl<'e> OldNote<'e> {
    fn of(part: &'e [u8], all: &'e [Element<'e>], comment: &'e Element<'e>) -> Self {
        let mut old = Self {
            comment,
            all,
            pieces: Vec::new(),
            words: String::new(),
            ours: None,
        };
        let mut run = None;
        let mut is_read = true;
        for piece in within(all, comment) {
            let own = match (piece.depth, piece.is("r"), piece.is("t")) {
                (4, true, _) => {
                    run = Some(piece.whole.clone());
                    continue;
                }
                (4, _, true) => Some(piece.whole.clone()),
                // Not the reading aid of a phonetic run.
                (5, _, true) => run.clone().filter(|run| run.end >= piece.whole.end),
                _ => None,
            };
            let Some(own) = own else { continue };
            let letters = std::str::from_utf8(&part[piece.inner.clone()])
                .ok()
                .and_then(|t| unescape(t).ok());
            is_read &= letters.is_some();
            old.pieces.push((own, piece, old.words.len()));
            old.words.push_str(&letters.unwrap_or_default());
        }
        old.ours = own_notes::begins_at(&old.words).filter(|_| is_read);
        old
    }

    /// Takes away what stands behind `from` letters.
    fn cut(&self, edits: &mut Vec<Edit>, from: usize) {
        let ends = self.pieces.iter().skip(1).map(|p| p.2).chain([self.words.len()]);
        let mut gone = 0;
        for ((whole, piece, begin), end) in self.pieces.iter().zip(ends) {
            if *begin >= from {
                // A run goes once, however many texts are in it.
                if whole.end > gone {
                    edits.push(Edit::replace(whole.clone(), ""));
                    gone = whole.end;
                }
            } else if end > from {
                let left = escape(&self.words[*begin..from]).into_owned();
                edits.push(Edit::replace(piece.inner.clone(), left));
            }
        }
    }

    /// Says a note behind what somebody wrote, once, and instead of what an earlier run said.
    fn say(&self, edits: &mut Vec<Edit>, note: &Note<'_>) -> Result<(), LeftOut> {
        let known = visible(note.text);
        let is_said = match self.ours {
            Some(from) => self.words[from..].trim() == known.trim(),
            None => self.words.contains(&*known),
        };
        if is_said {
            return Ok(());
        }
        let (p, words) = (self.comment.prefix(), escaped(note));
        let Some(text) = within(self.all, self.comment).iter().find(|e| e.depth == 3 && e.is("text")) else {
            return Err(LeftOut::Odd("bagian catatannya rusak"));
        };
        let mut last = None;
        for (whole, piece, _) in self.pieces.iter().filter(|p| self.ours.is_none_or(|from| p.2 < from)) {
            // Plain text becomes the first run; text before runs is not what programs expect.
            if piece.depth == 4 {
                edits.push(Edit::insert(whole.start, format!("<{p}r>")));
                edits.push(Edit::insert(whole.end, format!("</{p}r>")));
            }
            last = Some(whole.end);
        }
        edits.push(match last {
            Some(end) => Edit::insert(end, run(&p, &format!("\n\n{words}"))),
            None => text.prepend(&run(&p, &words)),
        });
        // Behind what comes in its place: edits at one place are made in this order.
        if let Some(from) = self.ours {
            self.cut(edits, from);
        }
        Ok(())
    }
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
        let comments = extend(old.map(str::as_bytes), &notes, "skp").unwrap();
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
    const OLD: &str = "KAS001 (galat)\nSalah.\nPerbaikan: isi.\nDasar: hlm. 5";

    #[test]
    fn what_an_earlier_run_said_goes_and_nothing_else() {
        let plain = format!("<text><t>{OLD}</t></text>");
        let behind = format!("<text><r><t>tanya Budi</t></r><r><t>\n\n{OLD}</t></r></text>");
        let joined = format!("<text><t>tanya &amp; Budi\n\n{}</t></text>", OLD.replace('\n', "&#10;"));
        let answered = format!("<text><t>{OLD}\n\nsudah</t></text>");
        let of = |text: &str| {
            format!(
                "<comments><authors><author> </author></authors><commentList><comment ref='B2'>{text}</comment>\
                 <comment ref='C9'><text><t>lain</t></text></comment></commentList></comments>"
            )
        };
        for (text, gone, left) in [
            (&plain, (1, 0, true), "<commentList><comment ref='C9'>"),
            (&behind, (1, 0, false), "<r><t>tanya Budi</t></r></text>"),
            (&joined, (1, 0, false), "<text><t>tanya &amp; Budi</t></text>"),
            (&answered, (0, 1, false), "sudah</t></text>"),
        ] {
            let after = extend(Some(of(text).as_bytes()), &[], "skp").unwrap();
            let written = String::from_utf8(after.text).unwrap();
            assert!(written.contains(left) && written.contains("<t>lain</t>"), "{written}");
            assert_eq!((after.stale, after.kept, after.emptied.contains(&(1, 1))), gone, "{text}");
            assert_eq!(written.contains("KAS001"), gone.1 == 1);
        }
        let new = OLD.replace("KAS001", "HSL001");
        for (text, left) in [
            (&plain, "<text><r>"),
            (&behind, "tanya Budi</t></r><r>"),
            (&joined, "Budi</t></r><r>"),
        ] {
            let (written, fresh) = with(Some(&of(text)), &[("B2", &new)]);
            assert!(
                written.contains(left) && written.contains("HSL001") && !written.contains("KAS001"),
                "{written}"
            );
            assert_eq!(fresh, [false]);
            assert_eq!(with(Some(&written), &[("B2", &new)]).0, written);
            assert_eq!(with(Some(&of(text)), &[("B2", OLD)]).0, of(text));
        }
    }
}
