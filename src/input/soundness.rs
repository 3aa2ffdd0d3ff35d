//! Cells that calamine would read as something else without a word. It takes a style or an index
//! of a shared text that is no number for 0, and only the first piece of a figure that an entity
//! or a comment parts. No program writes such cells; a damaged file has them, and a wrong figure
//! is worse than none.

use memchr::memmem;

/// Why a sheet is refused.
const ATTRIBUTES: &str = "alamat, gaya, atau jenis sebuah sel tidak tertulis sebagaimana mestinya";
const INDEX: &str = "nomor teks sebuah sel bukan bilangan";
const FIGURE: &str = "angka sebuah sel terpotong oleh tanda lain";

/// Looks at the cells of a sheet, chunk by chunk.
#[derive(Debug)]
pub struct Cells {
    /// `<c`, with the prefix of the sheet's namespace.
    open: Vec<u8>,
    /// `<v`, likewise.
    value: Vec<u8>,
}

impl Default for Cells {
    fn default() -> Self {
        Self {
            open: b"<c".to_vec(),
            value: b"<v".to_vec(),
        }
    }
}

impl Cells {
    /// Takes the prefix from the sheet's first element.
    pub fn begin(&mut self, head: &[u8]) {
        let head = &head[..head.len().min(2048)];
        let prefix = memmem::find(head, b":worksheet")
            .and_then(|end| memchr::memrchr(b'<', &head[..end]).map(|start| &head[start + 1..end]));
        if let Some(prefix) = prefix {
            self.open = [b"<", prefix, b":c"].concat();
            self.value = [b"<", prefix, b":v"].concat();
        }
    }

    /// Looks through `text`; from where to look again when more is there. `whole`: nothing follows.
    pub fn look(&self, text: &[u8], whole: bool) -> Result<usize, &'static str> {
        let open = memmem::Finder::new(&self.open);
        let mut at = 0;
        while let Some(found) = open.find(&text[at..]) {
            let start = at + found;
            match self.cell(&text[start..]) {
                Looked::Sound(length) => at = start + length,
                Looked::Cut if whole => break,
                Looked::Cut => return Ok(start),
                Looked::Unsound(why) => return Err(why),
            }
        }
        Ok(at.max(text.len().saturating_sub(self.open.len())))
    }

    fn cell(&self, text: &[u8]) -> Looked {
        let Some(&next) = text.get(self.open.len()) else {
            return Looked::Cut;
        };
        if !matches!(next, b' ' | b'>' | b'/' | b'\n' | b'\r' | b'\t') {
            return Looked::Sound(self.open.len()); // <cols>, <cfRule>
        }
        let Some(end) = memchr::memchr(b'>', text) else {
            return Looked::Cut;
        };
        let Some(kind) = attributes(&text[self.open.len()..end]) else {
            return Looked::Unsound(ATTRIBUTES);
        };
        if kind == Kind::Free || text[end - 1] == b'/' {
            return Looked::Sound(end + 1);
        }
        // A cell ends before the next one begins; in between there is at most a formula.
        let rest = &text[end + 1..];
        let value = if rest.starts_with(&self.value) {
            0
        } else {
            let Some(close) = memmem::find(rest, b"</").filter(|_| !rest.starts_with(b"<f")).or_else(|| {
                let formula = memmem::find(rest, b"</f>")? + 4;
                Some(formula + memmem::find(&rest[formula..], b"</")?)
            }) else {
                return if rest.len() > LONG {
                    Looked::Sound(end + 1)
                } else {
                    Looked::Cut
                };
            };
            match memmem::rfind(&rest[..close], &self.value) {
                Some(value) => value,
                None => return Looked::Sound(end + 1),
            }
        };
        let rest = &rest[value..];
        let Some(begin) = memchr::memchr(b'>', rest) else {
            return Looked::Cut;
        };
        if rest[begin - 1] == b'/' {
            return Looked::Sound(end + 1);
        }
        let written = &rest[begin + 1..];
        let Some(close) = memchr::memchr(b'<', written) else {
            return if written.len() > LONG {
                Looked::Unsound(FIGURE)
            } else {
                Looked::Cut
            };
        };
        match written.get(close + 1) {
            None => return Looked::Cut,
            Some(b'/') => {}
            Some(_) => return Looked::Unsound(FIGURE),
        }
        let written = &written[..close];
        if kind == Kind::Index && !written.iter().all(u8::is_ascii_digit) {
            Looked::Unsound(INDEX)
        } else if written.contains(&b'&') {
            Looked::Unsound(FIGURE)
        } else {
            Looked::Sound(end + 1)
        }
    }
}

/// More than any figure or formula; what is longer is left to the reader.
const LONG: usize = 64 << 10;

enum Looked {
    /// Go on after so many bytes.
    Sound(usize),
    /// More is needed to tell.
    Cut,
    Unsound(&'static str),
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kind {
    /// Index of a shared text.
    Index,
    /// Figure, yes or no, error: plain ASCII.
    Plain,
    /// Text, which may hold anything.
    Free,
}

/// The kind of a cell with these attributes; `None` when one that matters is not as it must be.
fn attributes(mut text: &[u8]) -> Option<Kind> {
    let mut kind = Kind::Plain;
    loop {
        text = text.trim_ascii_start();
        let Some(equals) = memchr::memchr(b'=', text) else {
            return Some(kind);
        };
        let name = text[..equals].trim_ascii_end();
        let value = text[equals + 1..].trim_ascii_start();
        let quote = *value.first().filter(|q| matches!(q, b'"' | b'\''))?;
        let close = memchr::memchr(quote, &value[1..])?;
        let (value, rest) = (&value[1..=close], &value[close + 2..]);
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
                    b"s" => Kind::Index,
                    b"n" | b"b" | b"e" => Kind::Plain,
                    _ => Kind::Free,
                }
            }
            _ => {}
        }
        text = rest;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn looked(xml: &str) -> Result<(), &'static str> {
        for step in [1, 5, 1000] {
            let mut cells = Cells::default();
            cells.begin(xml.as_bytes());
            let mut rest: Vec<u8> = Vec::new();
            let mut chunks = xml.as_bytes().chunks(step).peekable();
            while let Some(chunk) = chunks.next() {
                rest.extend_from_slice(chunk);
                let keep = cells.look(&rest, chunks.peek().is_none())?;
                rest.drain(..keep);
            }
        }
        Ok(())
    }

    #[test]
    fn what_programs_write_is_sound() {
        for cell in [
            r#"<c r="A1" s="12" t="s"><v>3</v></c>"#,
            r"<c><v>1.5E3</v></c>",
            r#"<c r="A1" t="s"></c><c r="B1"/>"#,
            r#"<c r="A1"><f>"a"&amp;B1</f><v>7</v></c>"#,
            r#"<c r="A1" t="str"><f>x</f><v>a &amp; b</v></c>"#,
            r#"<c r="A1" t="inlineStr"><is><t>a &lt; b</t></is></c>"#,
            r"<c r='A1' t='e'><f>1/0</f><v>#DIV/0!</v></c>",
            r#"<c r="A1" t="b"> <v xml:space="preserve">1</v> </c>"#,
            r#"<c r="A1"><v/></c><cols/><x:worksheet><x:c r="A1" t="s"><x:v>1</x:v></x:c>"#,
        ] {
            assert_eq!(looked(cell), Ok(()), "{cell}");
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
            (r#"<c r="A1"><v><![CDATA[12]]></v></c>"#, FIGURE),
            (r#"<c r="A1" t="n"><f>a&amp;b</f><v>&#49;</v></c>"#, FIGURE),
            (r#"<c r="A1" s="&#49;"><v>1</v></c>"#, ATTRIBUTES),
            (r#"<c r="A1" s="1x"><v>1</v></c>"#, ATTRIBUTES),
            (r#"<c r="A&#49;"><v>1</v></c>"#, ATTRIBUTES),
            (r#"<c r="A99999999"><v>1</v></c>"#, ATTRIBUTES),
            (r#"<x:worksheet><x:c r="A1" t="s"><x:v>a</x:v></x:c>"#, INDEX),
        ] {
            assert_eq!(looked(cell), Err(why), "{cell}");
        }
    }
}
