//! Cells that look like a NIP.

use crate::input::Value;

/// A text of 15 to 30 characters that begins with a digit (an apostrophe or `="` before it).
pub fn looks_like_nip(value: Value<'_>) -> bool {
    let Value::Text(t) = value else { return false };
    (15..=30).contains(&t.len())
        && t.trim_start_matches(['\'', '=', '"', ' ', '\u{a0}'])
            .starts_with(|c: char| c.is_ascii_digit())
}

/// A text that is nothing but a NIP, as far as its form tells: digits, with at most blanks and
/// marks between them, that begin with a birth date. A date with a time of day is none.
pub fn is_surely_nip(value: Value<'_>) -> bool {
    let Value::Text(text) = value else { return false };
    if !looks_like_nip(value) || text.contains(|c: char| c.is_alphabetic() || c == ':') {
        return false;
    }
    let digits: String = text.chars().filter(char::is_ascii_digit).collect();
    let part = |range: std::ops::Range<usize>| digits.get(range).and_then(|d| d.parse::<u32>().ok()).unwrap_or(0);
    (17..=19).contains(&digits.len())
        && (1940..=2012).contains(&part(0..4))
        && (1..=12).contains(&part(4..6))
        && (1..=31).contains(&part(6..8))
}

/// How many digits a cell has; a number counts as many.
pub(super) fn digits_of(value: Value<'_>) -> usize {
    match value {
        Value::Number { value, .. } if value.abs() >= 1e8 => 15,
        Value::Text(t) => t.chars().filter(|c| c.is_numeric()).count(),
        // A NIP cell with an error or an uncomputed formula is a row all the same.
        Value::Error(_) | Value::Uncomputed => 18,
        _ => 0,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_time_is_no_nip() {
        for nip in [
            "198704062013042004",
            "19870406 201304 2 004",
            "'198704062013042004",
            "19870406.201304.2.004",
        ] {
            assert!(is_surely_nip(Value::Text(nip)), "{nip}");
        }
        for other in [
            "09 Agustus 2025 23:59:01",
            "2025-08-09 23:59:01.000000",
            "20250809235901000",
            "Rekam 2025-08-09 235901",
            "3201011203870001",
            "021-345678901234567",
        ] {
            assert!(!is_surely_nip(Value::Text(other)), "{other}");
        }
    }
}
