//! A part of a package with pieces of it replaced: everything else stays byte for byte.

use std::borrow::Cow;
use std::io::{self, Write};
use std::ops::Range;

use super::LeftOut;
use crate::base::tags::{Tag, TagKind, Tags};
use crate::finding::Level;

/// One replacement.
#[derive(Debug)]
pub struct Edit {
    /// What goes.
    pub old: Range<usize>,
    /// What comes.
    pub new: New,
}

/// What comes.
#[derive(Debug)]
pub enum New {
    /// Text as it is.
    Text(Cow<'static, str>),
    /// The number of the style that is the first one with the fill of a level, or without ours.
    Style(u32, Option<Level>),
}

impl Edit {
    /// Something new before the byte `at`.
    pub fn insert(at: usize, text: impl Into<Cow<'static, str>>) -> Self {
        Self::replace(at..at, text)
    }

    /// Something else instead.
    pub fn replace(old: Range<usize>, text: impl Into<Cow<'static, str>>) -> Self {
        let new = New::Text(text.into());
        Self { old, new }
    }

    /// An attribute with a value, whether the tag has it or not.
    pub fn attribute(tag: &Tag<'_>, name: &str, value: &str) -> Self {
        match tag.value_of(name.as_bytes()) {
            Some(old) => Self::replace(old, value.to_owned()),
            None => Self::insert(after_name(tag), format!(" {name}=\"{value}\"")),
        }
    }
}

/// Where the name of a tag ends.
pub fn after_name(tag: &Tag<'_>) -> usize {
    tag.start + 1 + tag.name.len()
}

/// Writes a text with its edits, which are in the order of the text and meet nowhere.
pub fn write(text: &[u8], edits: &[Edit], style: impl Fn(u32, Option<Level>) -> u32, out: &mut dyn Write) -> io::Result<()> {
    let mut at = 0;
    for edit in edits {
        let kept = text.get(at..edit.old.start).ok_or(io::ErrorKind::InvalidInput)?;
        out.write_all(kept)?;
        match &edit.new {
            New::Text(new) => out.write_all(new.as_bytes())?,
            New::Style(base, level) => write!(out, "{}", style(*base, *level))?,
        }
        at = edit.old.end;
    }
    out.write_all(text.get(at..).ok_or(io::ErrorKind::InvalidInput)?)
}

/// A text with edits that name no style.
pub fn edited(text: &[u8], mut edits: Vec<Edit>) -> Result<Vec<u8>, LeftOut> {
    edits.sort_by_key(|e| e.old.start);
    let mut out = Vec::with_capacity(text.len() + 1024);
    // Writing into a vector fails only where edits meet.
    write(text, &edits, |base, _| base, &mut out).map_err(|_| LeftOut::Odd("isinya tidak dapat ditambah"))?;
    Ok(out)
}

/// An element of a small part.
#[derive(Debug, Clone)]
pub struct Element<'a> {
    /// Elements around it.
    pub depth: usize,
    /// Its first tag.
    pub tag: Tag<'a>,
    /// What stands in it; empty for `<a/>`.
    pub inner: Range<usize>,
    /// All of it.
    pub whole: Range<usize>,
}

impl Element<'_> {
    /// Something new behind the last thing in it.
    pub fn append(&self, new: &str) -> Edit {
        self.open_at(self.inner.end, new)
    }

    /// Something new before the first thing in it.
    pub fn prepend(&self, new: &str) -> Edit {
        self.open_at(self.inner.start, new)
    }

    fn open_at(&self, at: usize, new: &str) -> Edit {
        if self.tag.kind == TagKind::Empty {
            let name = String::from_utf8_lossy(self.tag.name);
            Edit::replace(self.tag.end - 2..self.tag.end, format!(">{new}</{name}>"))
        } else {
            Edit::insert(at, new.to_owned())
        }
    }

    /// Its prefix with the colon, for elements put beside or into it.
    pub fn prefix(&self) -> String {
        String::from_utf8_lossy(self.tag.prefix()).into_owned()
    }

    /// Whether it is called so, whatever its prefix.
    pub fn is(&self, name: &str) -> bool {
        self.tag.local() == name.as_bytes()
    }
}

/// The elements of a part down to a depth (the root has none around it), in order; `None` where tags are not
/// closed as they were opened, or there is more or less than one root.
pub fn elements(text: &[u8], deep: usize) -> Option<Vec<Element<'_>>> {
    let mut found: Vec<Element<'_>> = Vec::new();
    // Names of open elements, and where they are kept.
    let mut open: Vec<(&[u8], Option<usize>)> = Vec::new();
    let mut end = 0;
    for tag in Tags::of(text) {
        end = tag.end;
        if tag.kind == TagKind::Close {
            let (name, kept) = open.pop()?;
            if name != tag.name.trim_ascii_end() {
                return None;
            }
            if let Some(element) = kept.map(|i| &mut found[i]) {
                element.inner.end = tag.start;
                element.whole.end = tag.end;
            }
            continue;
        }
        let depth = open.len();
        let kept = (depth <= deep).then_some(found.len());
        if kept.is_some() {
            found.push(Element {
                depth,
                tag,
                inner: tag.end..tag.end,
                whole: tag.start..tag.end,
            });
        }
        if tag.kind == TagKind::Open {
            open.push((tag.name, kept));
        }
    }
    let roots = found.iter().filter(|e| e.depth == 0).count();
    let no_tag_left = memchr::memchr(b'<', &text[end..]).is_none();
    (open.is_empty() && roots == 1 && no_tag_left).then_some(found)
}

/// The elements inside another one, of those that [`elements`] kept.
pub fn within<'e, 'a>(all: &'e [Element<'a>], outer: &Element<'_>) -> &'e [Element<'a>] {
    let first = all.partition_point(|e| e.whole.start <= outer.whole.start);
    let end = all.partition_point(|e| e.whole.start < outer.whole.end);
    &all[first..end.max(first)]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn elements_are_kept_to_a_depth_and_take_more() {
        let text = b"<?xml?><x:a><b n='1'><c/></b><d /></x:a>";
        let found = elements(text, 1).unwrap();
        let names: Vec<_> = found.iter().map(|e| String::from_utf8_lossy(e.tag.local())).collect();
        assert_eq!(names, ["a", "b", "d"]);
        assert_eq!(found[0].prefix(), "x:");
        let edits = vec![found[2].append("<e/>"), found[1].prepend("<f/>"), found[0].append("<g/>")];
        let after = String::from_utf8(edited(text, edits).unwrap()).unwrap();
        assert_eq!(after, "<?xml?><x:a><b n='1'><f/><c/></b><d ><e/></d><g/></x:a>");
        assert!(edited(text, vec![found[2].append("<e/>"), found[2].append("<f/>")]).is_err());
        let attribute = |name| Edit::attribute(&found[1].tag, name, "2");
        assert_eq!(
            edited(b"<?xml?><x:a><b n='1'>", vec![attribute("n")]).unwrap(),
            b"<?xml?><x:a><b n='2'>"
        );
        assert_eq!(
            edited(b"<?xml?><x:a><b n='1'>", vec![attribute("m")]).unwrap(),
            b"<?xml?><x:a><b m=\"2\" n='1'>"
        );
    }

    #[test]
    fn what_is_not_whole_is_nothing() {
        for text in ["", "<a>", "<a></b>", "<a/><b/>", "<a></a><!-- ", "</a>"] {
            assert!(elements(text.as_bytes(), 9).is_none(), "{text}");
        }
    }
}
