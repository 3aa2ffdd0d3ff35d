//! Several parts of a year that a text names together: `SEMESTER I DAN II`, `TW I-III`, `TRIWULAN 1, 2, 3 & 4`.

use super::date::month;
use super::periode::{PeriodePart, part_of};

/// What stands between a word and the one before it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Joint {
    /// Nothing that joins them.
    None,
    /// `I - III`
    Span,
    /// `I, II`, `I & II`
    List,
    /// `I/II`: one of them, and nobody has chosen.
    Choice,
}

impl Joint {
    /// What the signs between two words say.
    pub fn of(between: &str) -> Self {
        let has = |signs: &[char]| between.contains(signs);
        if has(&['-', '–', '—', '−']) {
            Self::Span
        } else if has(&[',', '&', '+', ';']) {
            Self::List
        } else if has(&['/']) {
            Self::Choice
        } else {
            Self::None
        }
    }
}

/// Whether a text may name several parts: only then is it looked at twice.
pub fn may_be_several(words: &[String], signs: &[Joint]) -> bool {
    words.len() > 1 && (signs.iter().any(|j| *j != Joint::None) || words.iter().any(|w| is_and(w)))
}

/// The words of a text in which parts that are named together are one span from the first to the last (`tw i sd tw iii`).
/// Those that are no span, and a choice, are left without their numbers: a part that nobody can tell.
pub fn as_spans(words: &[String], signs: &[Joint]) -> Vec<String> {
    let mut out: Vec<String> = Vec::with_capacity(words.len() + 2);
    let mut at = 0;
    while let Some(word) = words.get(at) {
        let Some((unit, first, used)) = numbered(&words[at..]) else {
            out.push(word.clone());
            at += 1;
            continue;
        };
        let named = Chain::from(words, signs, (unit, first), at + used);
        match named.numbers.as_slice() {
            // "TRIWULAN I/II/III/IV" is the line of the official form.
            [_] => out.extend(words[at..named.end].iter().cloned()),
            [1, 2, 3, 4] if named.choice => out.extend(words[at..named.end].iter().cloned()),
            [first, .., last] if named.is_span() => {
                out.extend([
                    unit.to_owned(),
                    first.to_string(),
                    "sd".into(),
                    unit.to_owned(),
                    last.to_string(),
                ]);
            }
            _ => out.push(unnumbered(unit).to_owned()),
        }
        at = named.end;
    }
    out
}

/// Parts of one kind that stand together.
struct Chain {
    numbers: Vec<u8>,
    /// Two numbers with the sign of a span between them.
    span: bool,
    choice: bool,
    /// Behind the last of their words.
    end: usize,
}

impl Chain {
    fn from(words: &[String], signs: &[Joint], (unit, first): (&'static str, u8), mut end: usize) -> Self {
        let (mut numbers, mut span, mut choice) = (vec![first], false, false);
        loop {
            let and = words.get(end).is_some_and(|w| is_and(w));
            let mut at = end + usize::from(and);
            let joint = if and {
                Joint::List
            } else {
                signs.get(at).copied().unwrap_or(Joint::None)
            };
            if joint == Joint::None {
                break;
            }
            at += usize::from(words.get(at).is_some_and(|w| w == "ke"));
            let Some(word) = words.get(at) else { break };
            let again = numbered(&words[at..])
                .filter(|(u, ..)| *u == unit)
                .map(|(_, n, used)| (n, used));
            let bare = || numbered(&[unit.to_owned(), word.clone()]).map(|(_, n, _)| (n, 1));
            let Some((n, used)) = again.or_else(bare) else { break };
            // "SEMESTER I, 2 JANUARI"
            if words.get(at + used).is_some_and(|w| month(w).is_some()) {
                break;
            }
            numbers.push(n);
            span |= joint == Joint::Span;
            choice |= joint == Joint::Choice;
            end = at + used;
        }
        Self {
            numbers,
            span,
            choice,
            end,
        }
    }

    fn is_span(&self) -> bool {
        let listed = self.numbers.windows(2).all(|pair| pair[0] + 1 == pair[1]);
        let ends = matches!(self.numbers[..], [first, last] if self.span && first < last);
        !self.choice && (listed || ends)
    }
}

/// A part of the year that is numbered: its kind, its number, and how many words say it. A single letter may be anything.
fn numbered(words: &[String]) -> Option<(&'static str, u8, usize)> {
    let (word, rest) = words.split_first().filter(|(word, _)| word.len() > 1)?;
    let filler = usize::from(rest.first().is_some_and(|w| w == "ke"));
    let (part, used) = part_of(word, rest.get(filler).map(String::as_str))?;
    // How many words say it: a month by its number, or a part with its number in the same word.
    let taken = if used == 0 { 1 } else { 1 + filler + used };
    match part {
        PeriodePart::Semester(n) => Some(("semester", n, taken)),
        PeriodePart::Quarter(n) => Some(("triwulan", n, taken)),
        PeriodePart::Month(n) if used == 1 => Some(("bulan", n, taken)),
        PeriodePart::Month(_) => None,
    }
}

/// The word for a part of which the number is not told.
fn unnumbered(unit: &'static str) -> &'static str {
    if unit == "bulan" { "bulanan" } else { unit }
}

fn is_and(word: &str) -> bool {
    matches!(word, "dan" | "serta")
}

#[cfg(test)]
mod tests {
    use super::super::periode::words;

    #[test]
    fn parts_that_are_named_together_are_a_span() {
        for (text, expected) in [
            ("SEMESTER I DAN II 2025", "semester 1 sd semester 2 2025"),
            ("SMT KE-1 & KE-2", "semester 1 sd semester 2"),
            ("TW I-III", "triwulan 1 sd triwulan 3"),
            ("TRIWULAN 1, 2, 3 & 4", "triwulan 1 sd triwulan 4"),
            ("TW1 + TW2", "triwulan 1 sd triwulan 2"),
            ("BULAN 1 - 12", "bulan 1 sd bulan 12"),
            // No span, and a choice: a part that nobody can tell.
            ("TW I DAN III", "triwulan"),
            ("SEMESTER I/II 2025", "semester 2025"),
            ("BULAN 2 DAN 5", "bulanan"),
            // Left as they stand.
            ("TRIWULAN I/II/III/IV-AKHIR", "triwulan i ii iii iv akhir"),
            ("TRIWULAN II (APRIL - JUNI)", "triwulan ii april juni"),
            ("TW I s.d. IV", "tw i s d iv"),
            ("SEMESTER I, 2 JANUARI 2025", "semester i 2 januari 2025"),
            ("TW 1 - 2025", "tw 1 2025"),
            ("1 Januari - 31 Desember", "1 januari 31 desember"),
        ] {
            assert_eq!(words(text).join(" "), expected, "{text}");
        }
    }
}
