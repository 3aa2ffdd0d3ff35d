//! Cells → values, pure and without a guess: NIP, figures, dates, words, periods.
//!
//! Every reader answers with what it saw (a value, nothing, or *why not*); recording problems and
//! keeping origins is the work of [`super::build()`].

pub mod date;
pub mod nip;
pub mod number;
pub mod periode;
pub mod word;

use std::borrow::Cow;

/// Zero-width characters that copy-and-paste leaves behind.
const fn is_zero_width(c: char) -> bool {
    matches!(c, '\u{200b}'..='\u{200f}' | '\u{feff}' | '\u{2060}' | '\u{00ad}')
}

/// A text with its blanks cleaned: zero-width characters gone, every run of blanks (NBSP and line
/// breaks included) one space, none at the ends. Borrowed when nothing had to change.
pub fn clean(text: &str) -> Cow<'_, str> {
    tidy(text, false)
}

/// Like [`clean`], but line breaks stay (as `\n`): for texts that are lists.
pub fn clean_lines(text: &str) -> Cow<'_, str> {
    tidy(text, true)
}

fn tidy(text: &str, lines: bool) -> Cow<'_, str> {
    if is_tidy(text) {
        return Cow::Borrowed(text);
    }
    let mut out = String::with_capacity(text.len());
    let mut pending: Option<char> = None;
    for c in text.chars() {
        if is_zero_width(c) {
            continue;
        }
        if c.is_whitespace() || c.is_control() {
            let newline = lines && matches!(c, '\n' | '\r' | '\u{85}' | '\u{2028}');
            pending = Some(if newline || pending == Some('\n') { '\n' } else { ' ' });
        } else {
            if let Some(blank) = pending.take().filter(|_| !out.is_empty()) {
                out.push(blank);
            }
            out.push(c);
        }
    }
    Cow::Owned(out)
}

/// ASCII without control characters, double blanks or blanks at the ends.
fn is_tidy(text: &str) -> bool {
    let bytes = text.as_bytes();
    let mut before = b' ';
    for &b in bytes {
        if !(0x20..0x7f).contains(&b) || (b == b' ' && before == b' ') {
            return false;
        }
        before = b;
    }
    before != b' ' || bytes.is_empty()
}

/// A dash that stands for "nothing" in columns where it can be no value.
pub fn is_dash(text: &str) -> bool {
    matches!(text, "-" | "–" | "—" | "--" | "−")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn blanks_of_every_kind_become_one_space() {
        assert_eq!(clean(" Bidang\u{a0}\u{a0}SMP\n\u{200b}"), "Bidang SMP");
        assert_eq!(clean_lines("a \r\n b"), "a\nb");
        assert!(matches!(clean("Bidang SMP"), Cow::Borrowed(_)));
        assert_eq!(clean("  "), "");
    }
}
