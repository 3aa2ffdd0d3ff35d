//! Places to tick: a sign in a cell of its own, or a box before (or behind) each choice of a list.

use crate::base::text::{clean, is_dash};

/// Words that say that a place to tick is not ticked.
const NO: [&str; 5] = ["0", "tidak", "no", "false", "salah"];

/// A tick is any sign but a dash, a nought, an empty box and a no.
#[must_use]
pub fn is_tick(text: &str) -> bool {
    let sign = clean(text);
    if let Some(ticked) = box_alone(&sign) {
        return ticked;
    }
    !sign.is_empty() && !is_dash(&sign) && !is_no(&sign)
}

/// Whether a text can be nothing but a sign: a box, or one to three characters that say "ticked" or not.
#[must_use]
pub fn is_sign(text: &str) -> bool {
    let sign = clean(text);
    box_alone(&sign).is_some() || is_no(&sign) || matches!(sign.as_ref(), "v" | "V" | "x" | "X" | "1" | "ya" | "Ya" | "YA")
}

fn is_no(sign: &str) -> bool {
    NO.contains(&sign.to_lowercase().as_str())
}

/// A text that is one box and nothing else: whether it is ticked.
fn box_alone(sign: &str) -> Option<bool> {
    box_at(sign)
        .filter(|&(_, length)| length == sign.len())
        .map(|(ticked, _)| ticked)
}

/// A box at the beginning of a text: whether it is ticked, and how many bytes it takes.
fn box_at(text: &str) -> Option<(bool, usize)> {
    let first = text.chars().next()?;
    match first {
        '☐' | '□' | '◻' | '▢' | '○' | '◯' | '❏' | '❑' => return Some((false, first.len_utf8())),
        '☑' | '☒' | '✓' | '✔' | '√' | '✅' | '●' | '◉' | '■' | '◼' | '▣' | '⊠' => {
            return Some((true, first.len_utf8()));
        }
        '(' | '[' => {}
        _ => return None,
    }
    let close = if first == '(' { ')' } else { ']' };
    let (inside, _) = text[1..].split_once(close)?;
    let ticked = match inside.trim() {
        "" => false,
        "v" | "V" | "x" | "X" | "√" | "✓" | "✔" | "*" => true,
        _ => return None,
    };
    Some((ticked, inside.len() + 2))
}

/// The choices of a text in which each has its box, with whether that is ticked; `None` where there is no box.
#[must_use]
pub fn boxes(text: &str) -> Option<Vec<(bool, &str)>> {
    let mut marks: Vec<(usize, usize, bool)> = Vec::new();
    let mut at = 0;
    while let Some(c) = text[at..].chars().next() {
        match box_at(&text[at..]) {
            Some((ticked, length)) => {
                marks.push((at, at + length, ticked));
                at += length;
            }
            None => at += c.len_utf8(),
        }
    }
    let (first, last) = (marks.first()?, marks.last()?);
    let blank = |t: &str| !t.contains(char::is_alphanumeric);
    let before = blank(&text[..first.0]);
    if !before && !blank(&text[last.1..]) {
        return None;
    }
    let choice = |i: usize| {
        let part = if before {
            marks[i].1..marks.get(i + 1).map_or(text.len(), |m| m.0)
        } else {
            i.checked_sub(1).map_or(0, |b| marks[b].1)..marks[i].0
        };
        (marks[i].2, text[part].trim())
    };
    Some((0..marks.len()).map(choice).filter(|(_, t)| !blank(t)).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_choice_has_its_box() {
        let all = |t| boxes(t).unwrap_or_default();
        assert_eq!(all("☐ A  ☑ B\n☐ C"), [(false, "A"), (true, "B"), (false, "C")]);
        assert_eq!(all("( ) A (V) B"), [(false, "A"), (true, "B")]);
        assert_eq!(all("A [x] / B [ ]"), [(true, "A"), (false, "/ B")]);
        assert_eq!(boxes("KURANG (MISCONDUCT)"), None);
        assert_eq!(boxes("A ☑ B ☐ C"), None, "before or behind?");
        assert!(!is_tick("❏") && !is_tick("[ ]") && !is_tick("Tidak") && is_tick("☒") && is_tick("(x)") && is_tick("B"));
        assert!(is_sign("√") && is_sign("( )") && is_sign("V") && !is_sign("BAIK") && !is_sign("/"));
    }

    proptest::proptest! {
        #[test]
        fn no_text_panics(text in "[A-C ()\\[\\]xV☐☑é]{0,20}") {
            let _ = (boxes(&text), is_sign(&text), is_tick(&text));
        }
    }
}
