//! Tags of an XML text as bytes: where they end, what they are called, what their attributes say.
//! For walks that must keep every byte they do not mean to change, and must not cost what a parser costs.

use memchr::memmem;

/// Where the tag, comment or section at the beginning of `text` ends: its last byte.
pub fn end_of_tag(text: &[u8]) -> Option<usize> {
    let special = [(b"<!--".as_slice(), b"-->".as_slice()), (b"<![CDATA[", b"]]>")];
    // Nearly every tag shows by its second byte that it is neither.
    let may_be = matches!(text, [_] | [] | [_, b'!', ..]);
    for (begin, end) in special.into_iter().filter(|_| may_be) {
        if text.starts_with(begin) {
            return Some(memmem::find(&text[begin.len()..], end)? + begin.len() + 2);
        }
        // Too short to tell.
        if text.len() < begin.len() && begin.starts_with(text) {
            return None;
        }
    }
    // A `>` inside quotes ends nothing.
    let mut at = 1;
    loop {
        let mark = at + memchr::memchr3(b'>', b'"', b'\'', &text[at..])?;
        match text[mark] {
            b'>' => return Some(mark),
            quote => at = mark + 2 + memchr::memchr(quote, &text[mark + 1..])?,
        }
    }
}

/// A name without its prefix.
pub fn local(name: &[u8]) -> &[u8] {
    memchr::memchr(b':', name).map_or(name, |colon| &name[colon + 1..])
}

/// Attributes of a tag, as they are written. Ends early where they are not well-formed.
pub struct Attributes<'a>(pub &'a [u8]);

impl<'a> Iterator for Attributes<'a> {
    /// `None` for what is no attribute.
    type Item = Option<(&'a [u8], &'a [u8])>;

    fn next(&mut self) -> Option<Self::Item> {
        let text = self.0.trim_ascii_start();
        if text.is_empty() {
            return None;
        }
        self.0 = b"";
        let read = || {
            let equals = memchr::memchr(b'=', text)?;
            let value = text[equals + 1..].trim_ascii_start();
            let quote = *value.first().filter(|q| matches!(q, b'"' | b'\''))?;
            let close = memchr::memchr(quote, &value[1..])?;
            Some((text[..equals].trim_ascii_end(), &value[1..=close], &value[close + 2..]))
        };
        Some(read().map(|(name, value, rest)| {
            self.0 = rest;
            (name, value)
        }))
    }
}

/// An attribute by its name as written, as text.
pub fn attribute<'a>(attributes: &'a [u8], wanted: &[u8]) -> Option<&'a str> {
    let found = Attributes(attributes).flatten().find(|(name, _)| *name == wanted)?;
    std::str::from_utf8(found.1).ok()
}

/// What a tag does.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TagKind {
    /// `<a>`
    Open,
    /// `</a>`
    Close,
    /// `<a/>`
    Empty,
}

/// A tag in a text.
#[derive(Debug, Clone, Copy)]
pub struct Tag<'a> {
    /// Its first byte.
    pub start: usize,
    /// The byte behind it.
    pub end: usize,
    /// What it does.
    pub kind: TagKind,
    /// Its name, prefix included.
    pub name: &'a [u8],
    /// Its attributes as written.
    pub attributes: &'a [u8],
}

impl<'a> Tag<'a> {
    /// Its name without prefix.
    pub fn local(&self) -> &'a [u8] {
        local(self.name)
    }

    /// Its prefix with the colon; empty without one.
    pub fn prefix(&self) -> &'a [u8] {
        &self.name[..self.name.len() - self.local().len()]
    }

    /// Where the value of an attribute stands in the text.
    pub fn value_of(&self, wanted: &[u8]) -> Option<std::ops::Range<usize>> {
        let first = self.start + 1 + self.name.len();
        let mut rest = Attributes(self.attributes);
        while let Some((name, value)) = rest.next()? {
            let end = first + self.attributes.len() - rest.0.len() - 1;
            if name == wanted {
                return Some(end - value.len()..end);
            }
        }
        None
    }

    /// An attribute by its name as written.
    pub fn attribute(&self, wanted: &[u8]) -> Option<&'a str> {
        attribute(self.attributes, wanted)
    }
}

/// The tags of a whole text in order; comments, instructions and sections are passed over. Ends early where a
/// tag has no end.
#[derive(Debug, Clone)]
pub struct Tags<'a> {
    text: &'a [u8],
    at: usize,
}

impl<'a> Tags<'a> {
    /// The tags of `text`.
    pub fn of(text: &'a [u8]) -> Self {
        Self { text, at: 0 }
    }
}

impl<'a> Iterator for Tags<'a> {
    type Item = Tag<'a>;

    fn next(&mut self) -> Option<Tag<'a>> {
        loop {
            let start = self.at + memchr::memchr(b'<', &self.text[self.at..])?;
            let last = start + end_of_tag(&self.text[start..])?;
            self.at = last + 1;
            let inner = &self.text[start + 1..last];
            let (kind, inner) = match inner {
                [] | [b'?' | b'!', ..] => continue,
                [b'/', name @ ..] => (TagKind::Close, name),
                [inner @ .., b'/'] => (TagKind::Empty, inner),
                _ => (TagKind::Open, inner),
            };
            let name_end = inner.iter().position(u8::is_ascii_whitespace).unwrap_or(inner.len());
            let (name, attributes) = inner.split_at(name_end);
            return Some(Tag {
                start,
                end: last + 1,
                kind,
                name,
                attributes,
            });
        }
    }
}

/// Whether the tag of these attributes turns something on: `<strike/>`, and not `<strike val="0"/>`.
pub fn is_on(attributes: &[u8]) -> bool {
    !matches!(attribute(attributes, b"val"), Some("0" | "false" | "off"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tags_are_found_and_nothing_else() {
        let text = br#"<?xml version="1.0"?><!-- <a> --><x:a b='1 > 0' c="2"><![CDATA[<b>]]><d/></x:a ><e"#;
        let found: Vec<_> = Tags::of(text)
            .map(|t| (t.kind, String::from_utf8_lossy(t.local()).into_owned(), t.start, t.end))
            .collect();
        let at = |needle: &str| memmem::find(text, needle.as_bytes()).unwrap();
        let expected = [
            (TagKind::Open, "a".to_owned(), at("<x:a"), at("<![CDATA")),
            (TagKind::Empty, "d".to_owned(), at("<d/>"), at("</x:a")),
            (TagKind::Close, "a".to_owned(), at("</x:a"), at("<e")),
        ];
        assert_eq!(found, expected);
        let first = Tags::of(text).next().unwrap();
        assert_eq!((first.prefix(), first.attribute(b"c")), (b"x:".as_slice(), Some("2")));
        assert_eq!(first.attribute(b"b"), Some("1 > 0"));
        assert_eq!(first.value_of(b"b").map(|r| &text[r]), Some(b"1 > 0".as_slice()));
        assert_eq!(first.value_of(b"c").map(|r| &text[r]), Some(b"2".as_slice()));
        assert_eq!(first.value_of(b"d"), None);
    }
}
