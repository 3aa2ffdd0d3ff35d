//! Control characters of other people's files made visible. A terminal obeys them, XML cannot hold
//! them, and a reader must see that they are there.

use std::borrow::Cow;
use std::io::{self, Write};

/// A text without a character that a terminal would obey or XML cannot hold, but line breaks and
/// tabs: C0 as its picture (`␛`), C1, the two that are no characters and those that turn the direction
/// of what follows as `�`. A carriage return is a line break, as is what old programs broke lines with.
pub fn visible(text: &str) -> Cow<'_, str> {
    if is_plain(text) {
        return Cow::Borrowed(text);
    }
    let mut seen = String::with_capacity(text.len() + 8);
    let mut chars = text.chars().peekable();
    while let Some(c) = chars.next() {
        match c {
            '\r' if chars.peek() == Some(&'\n') => {}
            '\r' | '\u{b}' | '\u{c}' | '\u{85}' => seen.push('\n'),
            c => seen.push(shown(c)),
        }
    }
    Cow::Owned(seen)
}

/// Nothing to change. Most texts are known by their bytes, which are gone through to the end, many at a time.
fn is_plain(text: &str) -> bool {
    !text.bytes().fold(false, |any, b| any | (b < b' ' || is_suspect(b))) || !text.chars().any(|c| c == '\r' || is_hidden(c))
}

/// A byte that a hidden character begins with: DEL, C1, the directions, the two that are no characters.
const fn is_suspect(byte: u8) -> bool {
    matches!(byte, 0x7f | 0xc2 | 0xe2 | 0xef)
}

/// Whether a terminal would obey it, or a reader be misled by it, or XML cannot hold it: control characters, what
/// turns the direction of a text (a name ending in "xslx" that shows as "xlsx"), and what is no character. Line breaks
/// and tabs are none of them.
pub const fn is_hidden(c: char) -> bool {
    match c {
        '\n' | '\t' | '\r' => false,
        '\0'..='\u{1f}' | '\u{7f}'..='\u{9f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{fffe}' | '\u{ffff}' => {
            true
        }
        _ => false,
    }
}

fn shown(c: char) -> char {
    match c {
        '\n' | '\t' => c,
        '\0'..='\u{1f}' => char::from_u32(0x2400 + u32::from(c)).unwrap_or('\u{fffd}'),
        '\u{7f}' => '\u{2421}',
        c if is_hidden(c) => '\u{fffd}',
        c => c,
    }
}

/// [`visible`] for what is about to go to a terminal, in which our own colours stand.
pub fn on_screen(text: &str) -> Cow<'_, str> {
    if is_plain(text) {
        return Cow::Borrowed(text);
    }
    let mut seen = String::with_capacity(text.len() + 8);
    let mut rest = text;
    while let Some(at) = rest.find('\u{1b}') {
        let (before, escape) = rest.split_at(at);
        seen.push_str(&visible(before));
        let length = colour(escape).unwrap_or(0);
        if length == 0 {
            seen.push(shown('\u{1b}'));
        } else {
            seen.push_str(&escape[..length]);
        }
        rest = &escape[length.max(1)..];
    }
    seen.push_str(&visible(rest));
    Cow::Owned(seen)
}

/// Length of the escape sequence at the beginning, where it only sets colour or weight.
fn colour(escape: &str) -> Option<usize> {
    let arguments = escape.strip_prefix("\u{1b}[")?;
    let end = arguments.find(|c: char| !c.is_ascii_digit() && c != ';')?;
    arguments[end..].starts_with('m').then_some(end + 3)
}

/// A writer of text (CSV, JSON, dot) through which no hidden character passes, line ends excepted.
#[derive(Debug)]
pub struct Guarded<W> {
    inner: W,
    /// The beginning of a character that the end of a piece cut.
    cut: Vec<u8>,
}

impl<W: Write> Guarded<W> {
    /// Guards `inner`.
    pub const fn new(inner: W) -> Self {
        Self { inner, cut: Vec::new() }
    }
}

/// How many bytes at the beginning are no part of a hidden character.
fn plain_bytes(data: &[u8]) -> usize {
    /// Bytes that are looked at together: nearly all of a document is plain.
    const TOGETHER: usize = 64;
    let is_plain = |b: &u8| *b >= b' ' && !is_suspect(*b) || matches!(b, b'\n' | b'\r' | b'\t');
    // What stands in most of a document, told by fewer comparisons.
    let is_usual = |b: &u8| (b' '..0x7f).contains(b) || *b == b'\n';
    let all_plain = |bytes: &&[u8]| {
        bytes.iter().fold(true, |all, b| all & is_usual(b)) || bytes.iter().fold(true, |all, b| all & is_plain(b))
    };
    let plain = TOGETHER * data.chunks_exact(TOGETHER).take_while(all_plain).count();
    plain + data[plain..].iter().take_while(|b| is_plain(b)).count()
}

impl<W: Write> Write for Guarded<W> {
    fn write(&mut self, data: &[u8]) -> io::Result<usize> {
        let mut rest = data;
        while !rest.is_empty() {
            if self.cut.is_empty() {
                let plain = plain_bytes(rest);
                self.inner.write_all(&rest[..plain])?;
                rest = &rest[plain..];
            }
            let Some((byte, after)) = rest.split_first() else { break };
            rest = after;
            self.cut.push(*byte);
            let length = match self.cut[0] {
                0xc2 => 2,
                0xe2 | 0xef => 3,
                _ => 1,
            };
            if self.cut.len() == length {
                let text = String::from_utf8_lossy(&self.cut);
                for c in text.chars().map(shown) {
                    self.inner.write_all(c.encode_utf8(&mut [0; 4]).as_bytes())?;
                }
                self.cut.clear();
            }
        }
        Ok(data.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        self.inner.write_all(&std::mem::take(&mut self.cut))?;
        self.inner.flush()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_terminal_obeys_is_shown() {
        assert_eq!(
            visible("Ani\u{1b}]0;x\u{7}\u{9b}2J\0\u{7f}\u{fffe}"),
            "Ani␛]0;x␇\u{fffd}2J␀␡\u{fffd}"
        );
        assert_eq!(visible("a\u{202e}b\u{2066}c – “d”"), "a\u{fffd}b\u{fffd}c – “d”");
        assert_eq!(visible("a\r\nb\rc\u{b}d\u{85}e\tf"), "a\nb\nc\nd\ne\tf");
        assert!(matches!(visible("Siti Nuraini"), Cow::Borrowed(_)));
        assert_eq!(visible("Café\u{a0}ﬁ"), "Café\u{a0}ﬁ");
    }

    #[test]
    fn only_colours_reach_the_screen() {
        assert_eq!(on_screen("\u{1b}[1;31mgalat\u{1b}[0m: é"), "\u{1b}[1;31mgalat\u{1b}[0m: é");
        assert_eq!(on_screen("\u{1b}[2Jx\u{1b}]0;t\u{7}\u{1b}"), "␛[2Jx␛]0;t␇␛");
    }

    #[test]
    fn a_guarded_writer_cuts_nothing_in_two() {
        let text = "nip;nama\r\nAni –\u{202e} \u{1b}]0;\u{9b}\u{7} é ﬁ \u{ffff}\u{a0};\u{7f}\n";
        for step in [1, 2, 3, 100] {
            let mut writer = Guarded::new(Vec::new());
            for piece in text.as_bytes().chunks(step) {
                writer.write_all(piece).unwrap();
            }
            writer.flush().unwrap();
            let wanted = "nip;nama\r\nAni –\u{fffd} ␛]0;\u{fffd}␇ é ﬁ \u{fffd}\u{a0};␡\n";
            assert_eq!(String::from_utf8(writer.inner).unwrap(), wanted, "{step}");
        }
    }
}
