//! NIP and NI PPPK: cleaned of what typing and pasting leave behind, never repaired.
//!
//! | digits | PNS | PPPK |
//! |---|---|---|
//! | 1–8 | birth date | birth date |
//! | 9–12 | year of TMT CPNS | year of the first contract |
//! | 13–14 | month of TMT CPNS, 01–12 | number of the contract, 21 onwards |
//! | 15 | sex, 1 or 2 | sex, 1 or 2 |
//! | 16–18 | serial, 001 onwards | serial, 001 onwards |

use std::fmt;

use jiff::civil::Date;

use crate::base::text::{is_dash, is_invisible};
use crate::base::visible::visible;
use crate::input::Value;

/// A NIP that can be read: 18 digits as a number, which is what people are joined by.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Nip(u64);

impl Nip {
    /// The 18 digits as a whole number.
    pub const fn number(self) -> u64 {
        self.0
    }

    /// In how many of its digits it differs from another.
    pub fn unlike_digits(self, other: Self) -> usize {
        let digit = |number: u64, at: u32| number / 10_u64.pow(at) % 10;
        (0..18).filter(|&at| digit(self.0, at) != digit(other.0, at)).count()
    }
}

impl fmt::Display for Nip {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:018}", self.0)
    }
}

/// What a NIP cell gave.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NipRead {
    /// Nothing, or a dash.
    Blank,
    /// A NIP.
    Valid(Nip),
    /// A number (or a text of one in scientific form): digits were lost before we saw it.
    Number,
    /// Which part is wrong.
    Wrong(NipFault),
    /// `#N/A`, a formula without result, or a kind of value that is never a NIP.
    NotText,
}

/// Which part of a NIP is wrong.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NipFault {
    /// So many digits instead of 18.
    Length(usize),
    /// A letter O or l where a digit belongs.
    LookAlike(char),
    /// Something else that is no digit.
    Foreign(char),
    /// `.0` (or `,0`) behind the digits.
    DecimalTail,
    /// Digits 1–8 are no date.
    Birth,
    /// Digits 9–12 are no year after the birth.
    Year,
    /// Digits 13–14 are neither a month nor a number of a contract.
    Month,
    /// Digit 15 is not 1 or 2.
    Sex,
    /// Digits 16–18 are 000: a number rounded by a spreadsheet, kept as text.
    Serial,
}

impl fmt::Display for NipFault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Length(n) => write!(f, "berisi {n} angka, seharusnya 18"),
            Self::LookAlike(c) => write!(f, "berisi huruf \"{c}\" di tempat angka"),
            Self::Foreign(c) => write!(f, "berisi \"{}\" yang bukan angka", visible(&c.to_string())),
            Self::DecimalTail => f.write_str("berakhir dengan \".0\", sisa dari sel yang pernah berformat angka"),
            Self::Birth => f.write_str("angka 1–8 bukan tanggal lahir yang ada di kalender"),
            Self::Year => f.write_str("angka 9–12 bukan tahun pengangkatan yang mungkin"),
            Self::Month => f.write_str("angka 13–14 bukan bulan pengangkatan 01–12 (PPPK: 21 ke atas)"),
            Self::Sex => f.write_str("angka ke-15 bukan 1 (pria) atau 2 (wanita)"),
            Self::Serial => f.write_str("nomor urut 000: angka di belakangnya hilang karena pernah disimpan sebagai bilangan"),
        }
    }
}

/// Reads a NIP cell. Numbers are never a NIP: 18 digits do not fit a spreadsheet's number.
pub fn read(value: Value<'_>) -> NipRead {
    match value {
        Value::Empty => NipRead::Blank,
        Value::Text(text) => read_text(text),
        // So few digits were not rounded: they are no NIP for another reason.
        Value::Number { value, .. } if (0.0..1e15).contains(&value) && value.fract() == 0.0 => {
            match read_text(&format!("{value}")) {
                NipRead::Wrong(fault) => NipRead::Wrong(fault),
                _ => NipRead::Number,
            }
        }
        Value::Number { .. } => NipRead::Number,
        Value::Date(_) | Value::Clock(_) | Value::Bool(_) | Value::Error(_) | Value::Uncomputed => NipRead::NotText,
    }
}

/// Reads a NIP written as text.
pub fn read_text(text: &str) -> NipRead {
    // The common case first: 18 plain digits.
    if let Ok(digits) = <&[u8; 18]>::try_from(text.as_bytes())
        && digits.iter().all(u8::is_ascii_digit)
    {
        return verify(*digits);
    }
    let body = strip_wrapping(text);
    if body.is_empty() || is_dash(body) {
        return NipRead::Blank;
    }
    let mut digits = [b'0'; 18];
    let mut count = 0_usize;
    let mut rest = body.chars();
    while let Some(c) = rest.next() {
        let digit = match c {
            '0'..='9' => digit_from(c, '0'),
            '\u{ff10}'..='\u{ff19}' => digit_from(c, '\u{ff10}'),
            c if is_filler(c) => continue,
            // ".000" behind 15 digits is a serial in dotted writing
            '.' | ',' if count > 0 && count != 15 && is_zeros(rest.as_str()) => return NipRead::Wrong(NipFault::DecimalTail),
            // Marks between the parts, never behind the last: `19870406.201304.2.004`.
            '.' | '-' | '/' | '‐' | '‑' | '–' if count > 0 && rest.as_str().starts_with(is_part) => continue,
            _ if is_scientific(body) => return NipRead::Number,
            'O' | 'o' | 'l' | 'I' | 'i' | '|' => return NipRead::Wrong(NipFault::LookAlike(c)),
            c => return NipRead::Wrong(NipFault::Foreign(c)),
        };
        if let Some(slot) = digits.get_mut(count) {
            *slot = b'0' + digit;
        }
        count += 1;
    }
    if count == 18 {
        verify(digits)
    } else {
        NipRead::Wrong(NipFault::Length(count))
    }
}

/// The value of a digit of a script with this zero.
fn digit_from(c: char, zero: char) -> u8 {
    u8::try_from(u32::from(c) - u32::from(zero)).unwrap_or(0)
}

/// One zero or more, and nothing else.
fn is_zeros(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|b| b == b'0')
}

/// What may follow a mark between two parts: a digit, or a blank before one.
fn is_part(c: char) -> bool {
    c.is_ascii_digit() || c.is_whitespace()
}

/// Blanks between the parts, zero-width characters.
fn is_filler(c: char) -> bool {
    c.is_whitespace() || is_invisible(c)
}

/// What a NIP may be called in its own cell, longer names first.
const PREFIXES: [&str; 10] = [
    "NIP/NI PPPK",
    "NIP/NIPPPK",
    "NIP/NRP",
    "NIP BARU",
    "NIPPPK",
    "NIPPK",
    "NI PPPK",
    "NIP",
    "N.I.P",
    "NI",
];

/// Takes off `="…"`, apostrophes and a leading "NIP." or "NI PPPK :".
fn strip_wrapping(text: &str) -> &str {
    let mut body = text.trim_matches(is_filler);
    if let Some(inner) = body.strip_prefix("=\"").and_then(|b| b.strip_suffix('"')) {
        body = inner;
    }
    body = body.trim_matches(|c: char| is_filler(c) || matches!(c, '\'' | '’' | '‘' | '`' | '"'));
    // The full stop of a sentence, the comma of a list.
    body = body.trim_end_matches(|c: char| is_filler(c) || matches!(c, '.' | ',' | ';'));
    for prefix in PREFIXES {
        if let Some(head) = body.get(..prefix.len())
            && head.eq_ignore_ascii_case(prefix)
        {
            return body[prefix.len()..]
                .trim_start_matches(|c: char| is_filler(c) || matches!(c, '.' | ':' | '\'' | '=' | '-' | '–'));
        }
    }
    body
}

/// `1.98E+17`, `1,98001E17`.
fn is_scientific(text: &str) -> bool {
    let Some((mantissa, exponent)) = text.split_once(['e', 'E']) else {
        return false;
    };
    let exponent = exponent.trim_start_matches(['+', '-']);
    !exponent.is_empty()
        && exponent.bytes().all(|b| b.is_ascii_digit())
        && mantissa.bytes().any(|b| b.is_ascii_digit())
        && mantissa.bytes().all(|b| b.is_ascii_digit() || matches!(b, b'.' | b','))
}

fn verify(digits: [u8; 18]) -> NipRead {
    let part = |from: usize, to: usize| digits[from..to].iter().fold(0_u64, |n, d| n * 10 + u64::from(d - b'0'));
    let small = |from, to| i16::try_from(part(from, to)).unwrap_or(i16::MAX);
    let tiny = |from, to| i8::try_from(part(from, to)).unwrap_or(i8::MAX);
    // The serial first: a rounded number may look right everywhere else, and its remedy is another.
    let fault = if part(15, 18) == 0 {
        Some(NipFault::Serial)
    } else if !(1900..=2099).contains(&part(0, 4)) || Date::new(small(0, 4), tiny(4, 6), tiny(6, 8)).is_err() {
        Some(NipFault::Birth)
    } else if part(8, 12) <= part(0, 4) || part(8, 12) > 2099 {
        Some(NipFault::Year)
    } else if !matches!(part(12, 14), 1..=12 | 21..=99) {
        Some(NipFault::Month)
    } else if !matches!(digits[14], b'1' | b'2') {
        Some(NipFault::Sex)
    } else {
        None
    };
    fault.map_or_else(|| NipRead::Valid(Nip(part(0, 18))), NipRead::Wrong)
}

/// Which known NIPs a text that is none may mean: letters read as the digits they look like, words around
/// 18 digits left out, one digit typed too much, too little, wrongly or before its neighbour.
pub fn meant(text: &str, known: impl Fn(u64) -> bool) -> Vec<u64> {
    let body = strip_wrapping(text);
    let body = body.strip_suffix(".0").or_else(|| body.strip_suffix(",0")).unwrap_or(body);
    let plain = |c: char| c.is_ascii_digit().then_some(c);
    let alike = |c: char| match c {
        'O' | 'o' => Some('0'),
        'l' | 'I' | 'i' | '|' => Some('1'),
        c => plain(c),
    };
    let number = |digits: &[u8]| std::str::from_utf8(digits).ok().and_then(|d| d.parse::<u64>().ok());
    let read = [
        body.chars().filter_map(alike).collect::<String>(),
        body.chars().filter_map(plain).collect(),
    ];
    let whole = read.iter().filter(|d| d.len() == 18).filter_map(|d| number(d.as_bytes()));
    let found: Vec<u64> = whole.filter(|&n| known(n)).take(1).collect();
    if !found.is_empty() {
        return found;
    }
    let digits = read[0].as_bytes();
    let mut found = std::collections::BTreeSet::new();
    let mut try_out = |digits: Vec<u8>| found.extend(number(&digits).filter(|&n| digits.len() == 18 && known(n)));
    match digits.len() {
        17 => {
            for (at, digit) in (0..=17).flat_map(|at| (b'0'..=b'9').map(move |d| (at, d))) {
                try_out([&digits[..at], &[digit], &digits[at..]].concat());
            }
        }
        18 => {
            for at in 0..18 {
                for digit in b'0'..=b'9' {
                    let mut other = digits.to_vec();
                    other[at] = digit;
                    try_out(other);
                }
                if at > 0 {
                    let mut other = digits.to_vec();
                    other.swap(at - 1, at);
                    try_out(other);
                }
            }
        }
        19 => (0..19).for_each(|at| try_out([&digits[..at], &digits[at + 1..]].concat())),
        _ => {}
    }
    found.into_iter().collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn valid(text: &str) -> String {
        match read_text(text) {
            NipRead::Valid(nip) => nip.to_string(),
            other => panic!("{text}: {other:?}"),
        }
    }

    #[test]
    fn what_typing_leaves_behind_is_cleaned() {
        for text in [
            "198001012005011001",
            "19800101 200501 1 001",
            " '198001012005011001",
            "19800101\u{a0}200501\u{200b}1 001\u{feff}",
            "１９８００１０１２００５０１１００１",
            "NIP. 19800101 200501 1 001",
            "nip: 198001012005011001",
            "NIP/NRP : 198001012005011001",
            "NIP - 19800101 200501 1 001",
            "19800101.200501.1.001",
            "19800101-200501-1-001",
            "19800101 - 200501 - 1 - 001",
            "19800101/200501/1/001",
            "19800101–200501–1–001",
            "=\"198001012005011001\"",
        ] {
            assert_eq!(valid(text), "198001012005011001", "{text}");
        }
    }

    #[test]
    fn pppk_numbers_are_valid() {
        assert_eq!(valid("199203042023211012"), "199203042023211012");
        assert_eq!(valid("NI PPPK 199203042023212012"), "199203042023212012");
    }

    #[test]
    fn the_wrong_part_is_named() {
        let wrong = |t: &str| match read_text(t) {
            NipRead::Wrong(f) => f,
            other => panic!("{t}: {other:?}"),
        };
        assert_eq!(wrong("19800101200501100"), NipFault::Length(17));
        assert_eq!(wrong("1980010120050110011"), NipFault::Length(19));
        assert_eq!(wrong("198013012005011001"), NipFault::Birth);
        assert_eq!(wrong("198002302005011001"), NipFault::Birth);
        assert_eq!(wrong("198001011975011001"), NipFault::Year);
        assert_eq!(wrong("198001012005131001"), NipFault::Month);
        assert_eq!(wrong("198001012005001001"), NipFault::Month);
        assert_eq!(wrong("198001012005013001"), NipFault::Sex);
        assert_eq!(wrong("198001012005011000"), NipFault::Serial);
        assert_eq!(wrong("19800101200501100O"), NipFault::LookAlike('O'));
        assert_eq!(wrong("l98001012005011001"), NipFault::LookAlike('l'));
        assert_eq!(wrong("198001012005011001.0"), NipFault::DecimalTail);
        assert_eq!(wrong("19800101.200501.1.000"), NipFault::Serial);
        assert_eq!(wrong("19800101-200501-1-01"), NipFault::Length(17));
        assert_eq!(wrong("198001012005011001-"), NipFault::Foreign('-'));
        assert_eq!(wrong("198001012005011001/198001012005011002"), NipFault::Length(36));
    }

    #[test]
    fn a_number_is_never_repaired() {
        let n = Value::Number {
            value: 198_001_012_005_011_001.0,
            percent: false,
        };
        assert_eq!(read(n), NipRead::Number);
        let short = |value: f64| read(Value::Number { value, percent: false });
        assert!(matches!(short(78_010_123.0), NipRead::Wrong(_)), "a NIP lama, an NRP");
        assert_eq!(short(1.98e17), NipRead::Number);
        assert_eq!(read_text("1.98001E+17"), NipRead::Number);
        assert_eq!(read_text("1,98E17"), NipRead::Number);
        assert_eq!(read_text(" - "), NipRead::Blank);
    }

    proptest::proptest! {
        #[test]
        fn no_text_panics(text in ".{0,40}") {
            let _ = read_text(&text);
        }

        #[test]
        fn marks_between_the_parts_change_nothing(mark in proptest::sample::select(vec![".", "-", "/", " ", " - ", ""])) {
            let text = ["19800101", "200501", "1", "001"].join(mark);
            proptest::prop_assert_eq!(valid(&text), "198001012005011001");
        }

        #[test]
        fn blanks_anywhere_change_nothing(cuts in proptest::collection::vec(0_usize..18, 0..5)) {
            let mut text = String::from("198001012005011001");
            let mut cuts = cuts;
            cuts.sort_unstable_by(|a, b| b.cmp(a));
            for cut in cuts {
                text.insert(cut, '\u{a0}');
            }
            proptest::prop_assert_eq!(valid(&text), "198001012005011001");
        }
    }
}
