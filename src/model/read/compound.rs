//! A mark with something beside it in its cell: its figure on some scale (`100 (Baik)`), its short form (`B (Baik)`), its code or
//! quadrant. The word counts where nothing there says another one.

use super::word::{RatingWord, WordRead};
use crate::base::text::fold_words;
use crate::contract::facet;
use crate::contract::mark_words::is_proposed;

/// Words that only name the figure beside them.
const NAMES_A_FIGURE: [&str; 5] = ["nilai", "skor", "angka", "poin", "kuadran"];

/// The word of a cell that holds it and nothing but figures and short forms beside it; [`WordRead::Unknown`] where these, or
/// another word, contradict it. `None` where the cell is no such one.
pub(super) fn read<T: RatingWord>(text: &str) -> Option<WordRead<T>> {
    // On which scale a figure is, and from which end that counts, the cell does not say.
    let has_figure = text.contains(|c: char| c.is_ascii_digit());
    let is_other = |c: char| c.is_alphanumeric() && !(c.is_alphabetic() || c.is_ascii_digit());
    let runs: Vec<String> = text
        .split(|c: char| !(c.is_alphabetic() || c.is_whitespace() || c == '_'))
        .map(fold_words)
        .filter(|words| !words.is_empty())
        .collect();
    let count = runs.len() + usize::from(has_figure);
    if count < 2 || text.contains(is_other) {
        return None;
    }
    let mut word: Option<T> = None;
    let (mut same, mut beside) = (true, Vec::new());
    for words in &runs {
        if let Some(found) = T::named(words) {
            same &= word.replace(found).is_none_or(|before| before == found);
        } else if let Some(short) = facet::short_form(words).and_then(|w| T::named(&fold_words(w))) {
            beside.push(short);
        } else if let Some(code) = quadrant(words) {
            beside.extend(T::named(&code));
        } else if words.split(' ').all(is_proposed) {
            word?;
            return Some(WordRead::Unknown(None));
        } else if !NAMES_A_FIGURE.contains(&words.as_str()) {
            return None;
        }
    }
    let word = word?;
    // Three choices and more are the list of the form.
    if !same {
        return (count == 2).then_some(WordRead::Unknown(None));
    }
    Some(if beside.iter().all(|said| *said == word) {
        WordRead::Given(word)
    } else {
        WordRead::Unknown(None)
    })
}

/// `kuadran ii`: its number.
fn quadrant(words: &str) -> Option<String> {
    facet::ordinal(words.strip_prefix("kuadran ")?).map(|n| n.to_string())
}

#[cfg(test)]
mod tests {
    use super::super::word::read_rating;
    use super::*;
    use crate::input::Value;
    use crate::model::vocab::{Predikat, Rating};

    #[test]
    fn the_word_counts_where_nothing_beside_it_says_another() {
        let predikat = |t: &str| read_rating::<Predikat>(Value::Text(t));
        for t in [
            "100 (Baik)",
            "Baik (100)",
            "90.5 (Baik)",
            "100,00 (Baik)",
            "B (Baik)",
            "Baik (B)",
            "Baik / 90",
            "Baik 90",
            "90 Baik",
            "Baik - 90",
            "90 / Baik",
            "Baik; 90,5",
            "2 (Baik)",
            "Baik (2)",
            "Baik (76-90)",
            "Baik 90%",
            "Baik (Nilai: 90)",
            "Baik (Kuadran II)",
            "Baik (kuadran 2)",
            "1. Baik",
            "B / Baik",
            "Baik.",
            "Baik (5%)",
        ] {
            assert_eq!(predikat(t), WordRead::Given(Predikat::Baik), "{t}");
        }
        for t in [
            "Baik (SB)",
            "K (Baik)",
            "Baik (Sangat Baik)",
            "Sangat Baik / Baik",
            "Baik (usulan)",
            "Baik (draft)",
            "Baik (Kuadran I)",
            "90",
            "90 - 100",
            "B+",
        ] {
            assert!(matches!(predikat(t), WordRead::Unknown(_)), "{t}");
        }
        assert_eq!(predikat("SANGAT BAIK/ BAIK/ CUKUP/ KURANG"), WordRead::Blank);
        let rating = |t: &str| read_rating::<Rating>(Value::Text(t));
        for t in [
            "100 (Sesuai Ekspektasi)",
            "2 (Sesuai Ekspektasi)",
            "Sesuai Ekspektasi (SE)",
            "1. Sesuai Ekspektasi",
            "Sesuai (5)",
            // Whether one is the best or the last of three the cell does not say.
            "1 (Sesuai Ekspektasi)",
            "3 - Sesuai Ekspektasi",
        ] {
            assert_eq!(rating(t), WordRead::Given(Rating::Sesuai), "{t}");
        }
        assert!(matches!(rating("Sesuai Ekspektasi (DAE)"), WordRead::Unknown(_)));
    }

    proptest::proptest! {
        #[test]
        fn no_text_panics(text in "[0-9A-C .,()/%é½²-]{0,20}") {
            let _ = read::<Predikat>(&text);
        }
    }
}
