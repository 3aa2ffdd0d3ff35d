//! A choice made by striking out what does not apply (PermenPANRB 6/2022, Anak Lampiran 4–6: "~~DIATAS EKSPEKTASI/~~ SESUAI
//! EKSPEKTASI/ ~~DIBAWAH EKSPEKTASI~~").
//!
//! What is left must be one choice, whole. Where a stroke ends inside a choice, or leaves several or none, nobody guesses.

use super::word::{RatingWord, WordRead, read_rating};
use crate::base::text::fold_words;
use crate::input::{Strike, StruckText, Value};

/// What a struck cell says.
#[derive(Debug, PartialEq, Eq)]
pub enum ChoiceRead<T> {
    /// What is left reads as a cell without strokes would.
    Left(WordRead<T>),
    /// Everything is struck out.
    Nothing,
    /// Several choices are left.
    Several(Vec<String>),
    /// A choice is struck out in part.
    Half(String),
}

/// Reads a cell, or the part of it that is `value`, against a vocabulary.
pub fn read<T: RatingWord>(strike: &Strike, value: Value<'_>) -> ChoiceRead<T> {
    let (text, part) = match (strike, value) {
        (Strike::Whole, _) => return ChoiceRead::Nothing,
        (Strike::Part(text), Value::Text(part)) => (text, part),
        (Strike::Part(_), other) => return ChoiceRead::Left(read_rating(other)),
    };
    let choices = choices(text, part);
    let is_word = |t: &str| {
        matches!(
            read_rating::<T>(Value::Text(bare(t))),
            WordRead::Given(_) | WordRead::Doubtful(_)
        )
    };
    let (last, others) = match choices.split_last() {
        Some((last, others)) => (Some(last), others),
        None => (None, choices.as_slice()),
    };
    // "DI ATAS/ SESUAI/ DI BAWAH EKSPEKTASI": the last word belongs to each.
    let shared = |choice: &StruckChoice| {
        let ends = |c: &StruckChoice| c.whole().ends_with(SHARED);
        last.is_some_and(|l| std::ptr::eq(l, choice)) && ends(choice) && !others.is_empty() && !others.iter().any(ends)
    };
    let mut left: Vec<String> = Vec::new();
    for choice in &choices {
        let (kept, gone): (Vec<_>, Vec<_>) = choice.stretches.iter().partition(|s| !s.is_struck);
        match (kept.as_slice(), gone.as_slice()) {
            (_, []) => left.push(choice.written()),
            ([], _) => {}
            // "~~SESUAI EKSPEKTASI~~ DI ATAS EKSPEKTASI": mended by hand, each of them whole.
            (kept, gone) if kept.iter().chain(gone).all(|s| is_word(&s.text)) => {
                left.extend(kept.iter().map(|s| bare(&s.text).to_owned()));
            }
            ([kept], [gone]) if shared(choice) && fold_words(&kept.text) == SHARED && is_word(&gone.text) => {}
            _ => return ChoiceRead::Half(choice.written()),
        }
    }
    match left.as_slice() {
        [] => ChoiceRead::Nothing,
        // A label may hold a stroke itself ("KURANG/ MISCONDUCT"), so what is left is read as one first.
        _ => match read_rating::<T>(Value::Text(bare(&left.join("/ ")))) {
            WordRead::Unknown(_) | WordRead::Blank if left.len() > 1 => ChoiceRead::Several(left),
            read => ChoiceRead::Left(read),
        },
    }
}

/// A text of which a part is struck out, without that part. Errors: the word in which a stroke ends.
pub fn without_struck(strike: &Strike, part: &str) -> Result<String, String> {
    let Strike::Part(text) = strike else {
        return Ok(String::new());
    };
    let mut left = String::new();
    let mut before: Option<(char, bool)> = None;
    for (piece, is_struck) in text.pieces(within(text, part)) {
        let (first, last) = (piece.chars().next(), piece.chars().next_back());
        if let (Some((letter, was_struck)), Some(first)) = (before, first)
            && letter.is_alphanumeric()
            && first.is_alphanumeric()
            && was_struck != is_struck
        {
            return Err(part.trim().to_owned());
        }
        if !is_struck {
            left.push_str(piece);
        }
        before = last.map(|c| (c, is_struck));
    }
    Ok(left)
}

/// Two choices or more, and nothing else, in one text.
pub fn several<T: RatingWord>(text: &str) -> Option<Vec<String>> {
    let choices: Vec<&str> = text.split(is_separator).map(bare).filter(|c| !c.is_empty()).collect();
    let is_word = |t: &&str| matches!(read_rating::<T>(Value::Text(t)), WordRead::Given(_));
    (choices.len() > 1 && choices.iter().all(is_word)).then(|| choices.into_iter().map(str::to_owned).collect())
}

/// Where a part stands in its cell; one that is not found there is read with all that stands around it.
fn within(text: &StruckText, part: &str) -> std::ops::Range<usize> {
    let (all, part) = (text.text(), part.trim());
    all.rfind(part).map_or(0..all.len(), |from| from..from + part.len())
}

/// What stands behind every one of the three ratings.
const SHARED: &str = "ekspektasi";

/// What stands between two separators, cut where a stroke begins or ends.
#[derive(Debug, Default)]
struct StruckChoice {
    stretches: Vec<Stretch>,
}

#[derive(Debug)]
struct Stretch {
    text: String,
    is_struck: bool,
}

impl StruckChoice {
    /// As it is written, strokes left aside.
    fn written(&self) -> String {
        let all: String = self.stretches.iter().map(|s| s.text.as_str()).collect();
        bare(&all).to_owned()
    }

    fn whole(&self) -> String {
        fold_words(&self.written())
    }
}

/// The choices of a text; those in which nothing can be read left out.
fn choices(text: &StruckText, part: &str) -> Vec<StruckChoice> {
    let mut choices = vec![StruckChoice::default()];
    for (piece, is_struck) in text.pieces(within(text, part)) {
        for (i, stretch) in piece.split(is_separator).enumerate() {
            if i > 0 {
                choices.push(StruckChoice::default());
            }
            if bare(stretch).chars().any(char::is_alphanumeric)
                && !is_mark(stretch)
                && let Some(choice) = choices.last_mut()
            {
                choice.stretches.push(Stretch {
                    text: stretch.to_owned(),
                    is_struck,
                });
            }
        }
    }
    choices.retain(|c| !c.stretches.is_empty());
    choices
}

/// What stands between two choices.
pub const fn is_separator(c: char) -> bool {
    matches!(c, '/' | '\n' | '\r' | ',' | ';' | '|' | '•')
}

/// A choice without what surrounds it: blanks, the stars of a footnote, "a." or "2)" before it.
pub(super) fn bare(text: &str) -> &str {
    let text = text.trim_matches(|c: char| c.is_whitespace() || matches!(c, '*' | '/' | '-' | '–' | ':' | '.' | '\u{a0}'));
    match text.split_once(['.', ')']) {
        Some((mark, rest)) if is_number(mark) => rest.trim_start(),
        _ => text,
    }
}

/// "2." or "b)" alone, beside a choice that has the stroke.
fn is_mark(text: &str) -> bool {
    text.trim().strip_suffix(['.', ')']).is_some_and(is_number)
}

fn is_number(text: &str) -> bool {
    text.chars().count() <= 2 && text.chars().all(char::is_alphanumeric)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::input::strike::Stretches;
    use crate::model::vocab::{Predikat, Rating};

    /// `~` begins and ends a stroke.
    fn cell<T: RatingWord>(marked: &str, part: &str) -> ChoiceRead<T> {
        let mut text = Stretches::default();
        for (i, piece) in marked.split('~').enumerate() {
            text.push(piece, i % 2 == 1);
        }
        let strike = text.finish().unwrap();
        let whole = marked.replace('~', "");
        read(&strike, Value::Text(if part.is_empty() { &whole } else { part }))
    }

    #[test]
    fn what_is_left_is_the_choice() {
        for text in [
            "~DIATAS EKSPEKTASI/~ SESUAI EKSPEKTASI/ ~DIBAWAH EKSPEKTASI~**",
            "~DIATAS EKSPEKTASI~/ SESUAI EKSPEKTASI~/ DIBAWAH EKSPEKTASI**~",
            "~DI ATAS EKSPEKTASI~\nSESUAI EKSPEKTASI\n~DI BAWAH EKSPEKTASI~",
            "~DI ATAS~ / SESUAI / ~DI BAWAH~ EKSPEKTASI",
            "~DI ATAS~ / SESUAI / ~DI BAWAH EKSPEKTASI~",
            "1. ~DI ATAS~\n2. SESUAI\n3. ~DI BAWAH~",
            "~Di Atas~   Sesuai   ~Di Bawah~",
            "~DI BAWAH EKSPEKTASI~ SESUAI EKSPEKTASI",
        ] {
            assert_eq!(
                cell::<Rating>(text, ""),
                ChoiceRead::Left(WordRead::Given(Rating::Sesuai)),
                "{text}"
            );
        }
        for (text, wanted) in [
            (
                "~SANGAT BAIK/ BAIK/ BUTUH PERBAIKAN/~ KURANG(MISCONDUCT)/ ~SANGAT KURANG~",
                Predikat::Kurang,
            ),
            (
                "~SANGAT BAIK/ BAIK/ BUTUH PERBAIKAN/~ KURANG/ MISCONDUCT/ ~SANGAT KURANG~",
                Predikat::Kurang,
            ),
            ("~SANGAT BAIK~ /BAIK/ ~CUKUP~/~KURANG~/~SANGAT KURANG~", Predikat::Baik),
            (
                "~SANGAT BAIK, BAIK,~ CUKUP/BUTUH PERBAIKAN~, KURANG, SANGAT KURANG~",
                Predikat::Cukup,
            ),
        ] {
            assert_eq!(
                cell::<Predikat>(text, ""),
                ChoiceRead::Left(WordRead::Given(wanted)),
                "{text}"
            );
        }
        let labelled = "RATING HASIL KERJA: ~DI ATAS EKSPEKTASI/~ SESUAI EKSPEKTASI";
        let part = "DI ATAS EKSPEKTASI/ SESUAI EKSPEKTASI";
        assert_eq!(
            cell::<Rating>(labelled, part),
            ChoiceRead::Left(WordRead::Given(Rating::Sesuai))
        );
    }

    #[test]
    fn what_is_not_one_whole_choice_is_none() {
        fn several<T>(words: &[&str]) -> ChoiceRead<T> {
            ChoiceRead::Several(words.iter().map(|w| (*w).to_owned()).collect())
        }
        fn half<T>(word: &str) -> ChoiceRead<T> {
            ChoiceRead::Half(word.to_owned())
        }
        assert_eq!(cell::<Rating>("~DI ATAS/ SESUAI/ DI BAWAH~ **", ""), ChoiceRead::Nothing);
        assert_eq!(
            cell::<Rating>("~DI ATAS~/ SESUAI/ DI BAWAH", ""),
            several(&["SESUAI", "DI BAWAH"])
        );
        assert_eq!(cell::<Predikat>("SANGAT ~BAIK~/ ~BAIK~/ KURANG", ""), half("SANGAT BAIK"));
        assert_eq!(cell::<Predikat>("~SANGAT~ BAIK/ KURANG", ""), half("SANGAT BAIK"));
        assert_eq!(
            cell::<Rating>("~DI ATAS EKSPEKTASI~/ SESUAI ~EKSPEKTASI/ DI BAWAH EKSPEKTASI~", ""),
            half("SESUAI EKSPEKTASI")
        );
        assert_eq!(
            cell::<Rating>("~DI ATAS EKS~PEKTASI/ SESUAI EKSPEKTASI", ""),
            half("DI ATAS EKSPEKTASI")
        );
        assert_eq!(cell::<Rating>("DI ATAS ~EKSPEKTASI~", ""), half("DI ATAS EKSPEKTASI"));
        assert!(matches!(
            cell::<Rating>("~SESUAI~/ baik sekali", ""),
            ChoiceRead::Left(WordRead::Unknown(_))
        ));
    }

    proptest::proptest! {
        #[test]
        fn no_text_panics(marked in "[A-Z/ ~*é\n]{0,30}", part in "[A-Z/ é]{0,8}") {
            let mut text = Stretches::default();
            for (i, piece) in marked.split('~').enumerate() {
                text.push(piece, i % 2 == 1);
            }
            if let Some(strike) = text.finish() {
                let _ = read::<Rating>(&strike, Value::Text(&part));
            }
        }
    }
}
