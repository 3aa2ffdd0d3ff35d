//! Runs of digits that are a NIP, however it is written.

use crate::base::text::is_invisible;

use super::{KEPT, Mask};

/// A run of so many digits is a NIP, well written or not.
pub(super) const NIP_DIGITS: usize = 15;
/// Digits of a whole one.
const WHOLE: usize = 18;
/// Signs between two groups of a whole NIP, at most.
const BETWEEN: usize = 3;

impl Mask {
    /// Masks runs of digits that are a NIP: 15 or more, blanks within allowed; 18 that begin with two
    /// dates, whatever signs part them; or what a NIP column holds.
    pub(super) fn digits(&self, text: &str) -> String {
        let chars: Vec<(usize, char)> = text.char_indices().collect();
        let mut out = String::with_capacity(text.len());
        let mut i = 0;
        while i < chars.len() {
            let (start, c) = chars[i];
            if digit(c).is_none() {
                out.push(c);
                i += 1;
                continue;
            }
            let text_to = |end: usize| &text[start..chars.get(end).map_or(text.len(), |x| x.0)];
            let (plain, plain_end) = run(&chars, i, 1, usize::MAX, |c| c == ' ');
            let (narrow, narrow_end) = run(&chars, i, 1, usize::MAX, is_separator);
            let (whole, whole_end) = run(&chars, i, BETWEEN, WHOLE, is_separator);
            i = if plain.len() >= NIP_DIGITS {
                out.push_str(&stars(text_to(plain_end), KEPT));
                plain_end
            } else if looks_like_nip(&whole) {
                out.push_str(&stars(text_to(whole_end), KEPT));
                whole_end
            } else if self.numbers.contains(&narrow) {
                out.push_str(&stars(text_to(narrow_end), 0));
                narrow_end
            } else {
                let end = (i..chars.len()).find(|&j| digit(chars[j].1).is_none()).unwrap_or(chars.len());
                out.push_str(text_to(end));
                end
            };
        }
        out
    }
}

/// A digit, a full-width one as its plain form.
fn digit(c: char) -> Option<char> {
    match c {
        '0'..='9' => Some(c),
        '\u{ff10}'..='\u{ff19}' => char::from_u32(u32::from(c) - 0xfee0),
        _ => None,
    }
}

fn is_separator(c: char) -> bool {
    matches!(c, '.' | '-' | '/' | '_' | '\'') || c.is_whitespace() || is_invisible(c)
}

/// Letters and digits become stars but for the last `keep` digits.
pub(super) fn stars(text: &str, keep: usize) -> String {
    let mut left = text.chars().filter(|c| digit(*c).is_some()).count();
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        let stays = !c.is_alphanumeric() || (digit(c).is_some() && left <= keep);
        out.push(if stays { c } else { '*' });
        left -= usize::from(digit(c).is_some());
    }
    out
}

/// The digits of a run that begins at `from` and may have up to `between` separators inside, and its end. It ends
/// with the group in which it has `at_most` of them.
fn run(chars: &[(usize, char)], from: usize, between: usize, at_most: usize, separator: fn(char) -> bool) -> (String, usize) {
    let mut digits = String::new();
    let mut end = from;
    while let Some(&(_, c)) = chars.get(end) {
        if let Some(c) = digit(c) {
            digits.push(c);
            end += 1;
            continue;
        }
        let signs = chars[end..]
            .iter()
            .take(between + 1)
            .take_while(|(_, c)| separator(*c))
            .count();
        let goes_on = (1..=between).contains(&signs) && chars.get(end + signs).is_some_and(|(_, c)| digit(*c).is_some());
        if !goes_on || digits.len() >= at_most {
            break;
        }
        end += signs;
    }
    (digits, end)
}

/// 18 digits, a birthday and a month of entry in front.
fn looks_like_nip(digits: &str) -> bool {
    let number = |from: usize, to: usize| digits.get(from..to).and_then(|d| d.parse::<u32>().ok()).unwrap_or(0);
    digits.len() == 18
        && (1900..2100).contains(&number(0, 4))
        && (1..=12).contains(&number(4, 6))
        && (1..=31).contains(&number(6, 8))
        && (1900..2100).contains(&number(8, 12))
        && (1..=12).contains(&number(12, 14))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_nip_is_found_whatever_stands_in_it_and_beside_it() {
        let mask = Mask {
            on: true,
            ..Mask::default()
        };
        for text in [
            "19800101 200501 1 001",
            "1. 19800101 200501 1 001, 2.",
            "19800101 200501 1 001 12",
            "19800101_200501_1_001",
            "19800101  200501 - 1 - 001",
            "19800101\n200501\u{a0}1\u{200b}001",
            "SKP19800101.200501.1.001.pdf",
            "\u{ff11}9800101 200501 1 001",
        ] {
            let masked = mask.digits(text);
            assert!(masked.contains("********"), "{text} → {masked}");
        }
        for text in [
            "2025-01-01 s.d. 2025-12-31",
            "01/01/2025 - 31/12/2025",
            "Rp 1.250.000.000",
            "1 2 3 4 5 6 7 8",
        ] {
            assert_eq!(mask.digits(text), text);
        }
    }
}
