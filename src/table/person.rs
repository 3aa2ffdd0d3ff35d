//! Where a table names people: which column really holds the NIP, and a name and a NIP in one cell.

use crate::input::Value;
use crate::input::sheet::Row;

/// Blanks, full stops, hyphens and slashes between the parts of a NIP, and what copying leaves.
fn between(c: char) -> bool {
    c.is_whitespace() || matches!(c, '.' | '-' | '/' | '\'' | '’') || crate::base::text::is_invisible(c)
}

/// The part of a text that is a NIP: 18 digits, as people write them, that begin like a birth date.
/// Longer runs of digits are none.
#[must_use]
pub fn nip_in(text: &str) -> Option<&str> {
    let mut from = 0;
    while let Some(found) = text[from..].find(|c: char| c.is_ascii_digit()) {
        let start = from + found;
        let (mut digits, mut end) = (0_usize, start);
        let mut head = [b'0'; 6];
        for (at, c) in text[start..].char_indices() {
            if c.is_ascii_digit() {
                if let Some(slot) = head.get_mut(digits) {
                    *slot = u8::try_from(c).unwrap_or(b'0');
                }
                digits += 1;
                end = start + at + 1;
                if digits > 18 {
                    break;
                }
            } else if digits == 18 || !between(c) {
                break;
            }
        }
        let month = (head[4] - b'0') * 10 + head[5] - b'0';
        if digits == 18 && matches!(&head[..2], b"19" | b"20") && (1..=12).contains(&month) {
            return Some(&text[start..end]);
        }
        from = end.max(start + 1);
    }
    None
}

/// The cell holds a NIP and nothing else but "NIP." before it.
#[must_use]
pub fn is_nip(value: Value<'_>) -> bool {
    let Value::Text(text) = value else { return false };
    text.len() <= 60
        && nip_in(text).is_some_and(|nip| {
            let rest = text.replacen(nip, "", 1);
            matches!(
                crate::base::text::fold(&rest).as_str(),
                "" | "nip" | "ni" | "nipppk" | "nippppk" | "nippk" | "nipbaru"
            )
        })
}

/// The text says a name, and nothing that is meant for a NIP.
#[must_use]
pub fn is_name_alone(text: &str) -> bool {
    text.chars().any(char::is_alphabetic) && text.chars().filter(|c| c.is_numeric()).count() < 8
}

/// The name that stands with a NIP in one cell: the first line or part that has a letter and is no
/// label of the NIP.
#[must_use]
pub fn name_beside(text: &str) -> &str {
    let nip = nip_in(text).unwrap_or("");
    text.split(['\n', '\r', '/', '|', ';', '(', '['])
        .flat_map(|line| match line.find(nip).filter(|_| !nip.is_empty()) {
            Some(at) => [&line[..at], &line[at + nip.len()..]],
            None => [line, ""],
        })
        .map(without_label)
        .find(|part| part.chars().any(char::is_alphabetic))
        .unwrap_or("")
}

/// Without "NIP." at its end or beginning, and marks between name and NIP.
fn without_label(part: &str) -> &str {
    let marks = |c: char| c.is_whitespace() || matches!(c, ':' | ',' | '-' | '–' | ')' | ']' | '.' | '\'');
    let mut part = part.trim_matches(|c: char| marks(c) && c != '.').trim_start_matches('.');
    for label in ["NI PPPK", "NIPPPK", "NIP PPPK", "NIP BARU", "NIP", "NI"] {
        let word = part.trim_end_matches(marks);
        if let Some(at) = word.len().checked_sub(label.len())
            && word.is_char_boundary(at)
            && word[at..].eq_ignore_ascii_case(label)
            && !word[..at].ends_with(char::is_alphanumeric)
        {
            part = word[..at].trim_end_matches(|c: char| marks(c) && c != '.');
            break;
        }
    }
    part
}

/// How many cells of a column hold a NIP, and how many are filled, among these rows.
pub fn count<'a>(rows: impl Iterator<Item = Row<'a>>, col: u16) -> (usize, usize) {
    let (mut nips, mut filled) = (0, 0);
    for row in rows {
        let value = row.get(col);
        if !value.is_blank() {
            filled += 1;
            nips += usize::from(is_nip(value));
        }
    }
    (nips, filled)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_nip_is_eighteen_digits_that_begin_like_a_date() {
        assert_eq!(nip_in("Ani\nNIP. 19870406 201304 2 004"), Some("19870406 201304 2 004"));
        assert_eq!(nip_in("198704062013042004"), Some("198704062013042004"));
        assert_eq!(nip_in("1987.0406-2013/042004"), Some("1987.0406-2013/042004"));
        for text in [
            "09 Agustus 2025 23:59:01",
            "2025-08-09 235901",
            "3201012345678901",
            "1234567890123456789",
            "480031127",
            "",
        ] {
            assert_eq!(nip_in(text), None, "{text}");
        }
        assert!(is_nip(Value::Text("NIP. 198704062013042004")));
        assert!(!is_nip(Value::Text("Ani 198704062013042004")));
    }

    #[test]
    fn a_name_beside_its_nip() {
        for text in [
            "Lintang Kertapati\nNIP. 19870406 201304 2 004",
            "Lintang Kertapati / 198704062013042004",
            "198704062013042004\nLintang Kertapati",
            "Lintang Kertapati (NIP 198704062013042004)",
            "Lintang Kertapati [198704062013042004]",
            "Lintang Kertapati, NIP: 198704062013042004",
            "Lintang Kertapati 198704062013042004",
            "Lintang Kertapati - NIP 198704062013042004",
        ] {
            assert_eq!(name_beside(text), "Lintang Kertapati", "{text}");
        }
        assert_eq!(name_beside("dr. Ani, M.Kes.\nNIP 198704062013042004"), "dr. Ani, M.Kes.");
        assert_eq!(name_beside("Dani\n198704062013042004"), "Dani");
    }

    proptest::proptest! {
        #[test]
        fn no_text_panics(text in "\\PC{0,60}|[0-9 .A-Z\\n/]{0,40}") {
            let _ = (nip_in(&text), name_beside(&text), is_nip(Value::Text(&text)));
        }
    }
}
