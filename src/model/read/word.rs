//! Words of closed vocabularies, ya/tidak, and "belum dinilai".

use super::choice::{bare, is_separator};
use super::compound;
use crate::base::text::{fold, fold_words, is_blank};
use crate::contract::{facet, tick};
use crate::input::Value;
use crate::model::vocab::{Predikat, PredikatOrganisasi, Word};

/// What a cell gave against a vocabulary.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum WordRead<T> {
    /// Nothing, or a dash.
    Blank,
    /// A word of the vocabulary.
    Given(T),
    /// Read as this word, with doubt.
    Doubtful(T),
    /// Not in the vocabulary; the nearest allowed word, if one is near.
    Unknown(Option<&'static str>),
    /// An error value, a date or another thing that is no word.
    NotText,
}

/// A text cell, or a whole number as its digits (rating codes 1, 2, 3).
fn as_text(value: Value<'_>) -> Result<std::borrow::Cow<'_, str>, ()> {
    match value {
        Value::Empty => Ok("".into()),
        Value::Text(t) => Ok(t.into()),
        Value::Number { value, percent: false } => crate::base::figure::from_f64(value).map(|d| d.to_string().into()).ok_or(()),
        Value::Bool(true) => Ok("true".into()),
        Value::Bool(false) => Ok("false".into()),
        Value::Number { .. } | Value::Date(_) | Value::Clock(_) | Value::Error(_) | Value::Uncomputed => Err(()),
    }
}

/// Reads a cell against a vocabulary.
pub fn read<T: Word>(value: Value<'_>) -> WordRead<T> {
    // Most columns are blank in most rows.
    if matches!(value, Value::Empty) {
        return WordRead::Blank;
    }
    let Ok(text) = as_text(value) else {
        return WordRead::NotText;
    };
    // As the contract spells it: no folding needed.
    if let Some(&word) = T::ALL.iter().find(|w| w.as_str() == text) {
        return WordRead::Given(word);
    }
    let folded = fold_words(&text);
    if folded.is_empty() {
        return WordRead::Blank;
    }
    if let Some(word) = T::named(&folded) {
        return WordRead::Given(word);
    }
    // "Administrator (Eselon III)": the hint does not count.
    if let Some((before, _)) = text.split_once('(')
        && let Some(word) = T::named(&fold_words(before))
    {
        return WordRead::Given(word);
    }
    // "1. Berorientasi Pelayanan"
    if let Some((number, rest)) = text.split_once(['.', ')'])
        && rest.len() > 3
        && facet::is_ordinal_word(&fold(number))
        && let Some(word) = T::named(&fold_words(rest))
    {
        return WordRead::Given(word);
    }
    WordRead::Unknown(nearest::<T>(&folded))
}

/// The allowed word nearest to a folded one, if no more than a third of it has to change.
pub fn nearest<T: Word>(folded: &str) -> Option<&'static str> {
    T::ALL
        .iter()
        .flat_map(|w| {
            std::iter::once(fold_words(w.as_str()))
                .chain(w.aliases().iter().map(|a| (*a).to_owned()))
                .map(move |spelling| (distance(&spelling, folded), w.as_str(), spelling.len()))
        })
        .filter(|&(d, _, len)| len > 2 && d <= (len / 3).max(1))
        .min_by_key(|&(d, _, _)| d)
        .map(|(_, word, _)| word)
}

/// Edit distance in characters. Texts beyond 200 characters are compared by their beginning.
pub fn distance(a: &str, b: &str) -> usize {
    let head = |text: &str| -> Vec<char> { text.chars().take(200).collect() };
    strsim::generic_levenshtein(&head(a), &head(b))
}

/// The vocabularies that know words for "not rated yet" and a doubtful label.
pub trait RatingWord: Word {
    /// What "Perlu Perbaikan" is read as, with a warning.
    fn needs_perbaikan() -> Option<Self> {
        None
    }
}

impl RatingWord for crate::model::vocab::Rating {}
impl RatingWord for Predikat {
    fn needs_perbaikan() -> Option<Self> {
        Some(Self::Cukup)
    }
}
impl RatingWord for PredikatOrganisasi {
    fn needs_perbaikan() -> Option<Self> {
        Some(Self::ButuhPerbaikan)
    }
}

/// The one word that begins with these letters (`SB`): what a short form may mean, never what it is read as.
fn by_initials<T: Word>(folded: &str) -> Option<&'static str> {
    let initials = |w: &T| {
        fold_words(w.as_str())
            .split(' ')
            .filter_map(|w| w.chars().next())
            .collect::<String>()
    };
    let mut found = T::ALL.iter().filter(|w| initials(w) == folded);
    found.next().filter(|_| found.next().is_none()).map(|w| w.as_str())
}

/// Reads a rating or predikat: "belum dinilai" and its like are blank, blanks inside do not count, a
/// leading "1 - " and a trailing "(Kuadran I)" are no part of the label (`aturan.md` section 2).
pub fn read_rating<T: RatingWord>(value: Value<'_>) -> WordRead<T> {
    if let Value::Text(text) = value
        && let Some(ticked) = by_box(text)
    {
        return ticked;
    }
    if let Value::Text(text) = value
        && !is_plain(text)
        && T::named(&fold_words(text)).is_none()
        && let Some(read) = compound::read(text)
    {
        return read;
    }
    match (read::<T>(value), value) {
        (WordRead::Unknown(near), Value::Text(text)) => {
            let label = bare_label(text);
            match read_label(label) {
                // What is near is judged as it is written.
                WordRead::Unknown(_) if label == text => WordRead::Unknown(near.or_else(|| by_initials::<T>(&fold(text)))),
                read => read,
            }
        }
        (other, _) => other,
    }
}

/// Most texts are words and nothing else.
fn is_plain(text: &str) -> bool {
    text.bytes().all(|b| b.is_ascii_alphabetic() || b == b' ')
}

/// The choice whose box is ticked, where each has a box: "☐ DI ATAS ☑ SESUAI ☐ DI BAWAH".
fn by_box<T: RatingWord>(text: &str) -> Option<WordRead<T>> {
    if is_plain(text) {
        return None;
    }
    let mut ticked = None;
    for (is_ticked, choice) in tick::boxes(text)? {
        let WordRead::Given(word) = read::<T>(Value::Text(bare(choice))) else {
            return None;
        };
        if is_ticked && ticked.replace(word).is_some() {
            return None;
        }
    }
    Some(ticked.map_or(WordRead::Blank, WordRead::Given))
}

fn read_label<T: RatingWord>(label: &str) -> WordRead<T> {
    let direct = read::<T>(Value::Text(label));
    let WordRead::Unknown(near) = direct else {
        return direct;
    };
    // "SANGAT BAIK/ BAIK/ …": the form's choice, and nobody has chosen
    if is_open_choice::<T>(label) {
        return WordRead::Blank;
    }
    match fold(label).as_str() {
        "belumdinilai" | "belumadanilai" | "belumadapenilaian" | "tidakmembuatskp" | "null" => WordRead::Blank,
        "perluperbaikan" => T::needs_perbaikan().map_or(WordRead::Unknown(near), WordRead::Doubtful),
        folded => {
            let spelled = |w: &T, known: &str| fold(w.as_str()) == known || w.aliases().iter().any(|a| fold(a) == known);
            let known = T::ALL.iter().find(|w| spelled(w, folded));
            known.map_or(WordRead::Unknown(near), |&w| WordRead::Given(w))
        }
    }
}

/// A label without the number before it and the quadrant behind it.
fn bare_label(text: &str) -> &str {
    let text = text.trim();
    let behind = text.trim_start_matches(|c: char| c.is_ascii_digit()).trim_start();
    let label = match behind.strip_prefix(['-', '–', '—', '.', ')']) {
        Some(label) if behind.len() < text.len() => label.trim_start(),
        _ => text,
    };
    match label.rsplit_once('(') {
        Some((before, inside)) if fold_words(inside).starts_with("kuadran") => before.trim_end(),
        _ => label,
    }
}

/// Three words of the vocabulary or more with something between them that parts choices.
fn is_open_choice<T: Word>(text: &str) -> bool {
    let parts = || text.split(is_separator).map(bare).filter(|part| !is_blank(part));
    let known = |part: &str| matches!(read::<T>(Value::Text(part)), WordRead::Given(_));
    parts().count() >= 3 && parts().all(known)
}

/// Reads ya/tidak: also TRUE/FALSE, V/X, 1/0, a tick.
pub fn read_bool(value: Value<'_>) -> WordRead<bool> {
    match value {
        Value::Bool(b) => return WordRead::Given(b),
        Value::Text("ya") => return WordRead::Given(true),
        Value::Text("tidak") => return WordRead::Given(false),
        _ => {}
    }
    let Ok(text) = as_text(value) else {
        return WordRead::NotText;
    };
    if matches!(text.trim(), "✓" | "✔" | "√" | "☑") {
        return WordRead::Given(true);
    }
    if matches!(text.trim(), "✗" | "✘" | "×") {
        return WordRead::Given(false);
    }
    match fold_words(&text).as_str() {
        "" => WordRead::Blank,
        "ya" | "y" | "iya" | "yes" | "true" | "benar" | "v" | "1" => WordRead::Given(true),
        "tidak" | "t" | "tdk" | "bukan" | "no" | "n" | "false" | "salah" | "x" | "0" => WordRead::Given(false),
        other => WordRead::Unknown(["ya", "tidak"].into_iter().find(|w| distance(w, other) <= 1)),
    }
}

/// Reads the mark of a row as Plt, Plh or Pjb: ya/tidak, which of them it is, or the flag of e-Kinerja, of which 0 alone is
/// definitive.
pub fn read_plt(value: Value<'_>) -> WordRead<bool> {
    if let Value::Number { value, .. } = value {
        return WordRead::Given(value != 0.0);
    }
    let read = read_bool(value);
    let (WordRead::Unknown(_), Ok(text)) = (&read, as_text(value)) else {
        return read;
    };
    match fold_words(&text).as_str() {
        "plt" | "plh" | "pjb" | "pj" | "pjs" | "pelaksana tugas" | "pelaksana harian" | "penjabat" | "penjabat sementara"
        | "2" | "3" => WordRead::Given(true),
        "definitif" | "null" => WordRead::Given(false),
        _ => read,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::vocab::{Aspek, JenisJabatan, Rating};

    fn text<T: Word>(t: &str) -> WordRead<T> {
        read(Value::Text(t))
    }

    #[test]
    fn aliases_case_and_punctuation() {
        for t in [
            "jpt_pratama",
            "JPT Pratama",
            "Pejabat Pimpinan Tinggi Pratama",
            "Eselon II.b",
            "ESELON II/B",
            "JPT-Pratama (eselon II)",
        ] {
            assert_eq!(text(t), WordRead::Given(JenisJabatan::JptPratama), "{t}");
        }
        assert_eq!(text("Staf"), WordRead::Given(JenisJabatan::Pelaksana));
        assert_eq!(text("JF"), WordRead::Given(JenisJabatan::Fungsional));
        assert_eq!(text(" Kuantitas\u{a0}"), WordRead::Given(Aspek::Kuantitas));
        assert_eq!(text::<Aspek>(" - "), WordRead::Blank);
    }

    #[test]
    fn an_unknown_word_names_the_nearest() {
        assert_eq!(text::<Aspek>("kuantitass"), WordRead::Unknown(Some("kuantitas")));
        assert_eq!(text::<JenisJabatan>("pengawass"), WordRead::Unknown(Some("pengawas")));
        assert_eq!(text::<Aspek>("zzzzzzzz"), WordRead::Unknown(None));
        assert_eq!(
            text::<JenisJabatan>("III/a"),
            WordRead::Unknown(None),
            "a golongan is no eselon"
        );
    }

    #[test]
    fn labels_of_ratings() {
        let rating = |t: &str| read_rating::<Rating>(Value::Text(t));
        assert_eq!(rating("DIATAS EKSPEKTASI"), WordRead::Given(Rating::DiAtas));
        assert_eq!(rating("di  bawah\u{a0}ekspektasi"), WordRead::Given(Rating::DiBawah));
        assert_eq!(rating("Belum dinilai"), WordRead::Blank);
        assert_eq!(rating("-"), WordRead::Blank);
        assert_eq!(
            read_rating::<Rating>(Value::Number {
                value: 2.0,
                percent: false
            }),
            WordRead::Given(Rating::Sesuai)
        );
        let predikat = |t: &str| read_rating::<Predikat>(Value::Text(t));
        for t in ["Butuh Perbaikan", "CUKUP", "Cukup/Butuh Perbaikan", "Butuh Perbaikan / Cukup"] {
            assert_eq!(predikat(t), WordRead::Given(Predikat::Cukup), "{t}");
        }
        for t in ["Kurang/Misconduct", "Kurang (Misconduct)", "Buruk", "kurang "] {
            assert_eq!(predikat(t), WordRead::Given(Predikat::Kurang), "{t}");
        }
        assert_eq!(predikat("Sangat Buruk"), WordRead::Given(Predikat::SangatKurang));
        assert_eq!(predikat("Perlu Perbaikan"), WordRead::Doubtful(Predikat::Cukup));
        assert_eq!(predikat("Tidak membuat SKP"), WordRead::Blank);
        assert!(matches!(predikat("Sedang"), WordRead::Unknown(_)));
    }

    #[test]
    fn numbers_before_labels_and_quadrants_behind_them_do_not_count() {
        let predikat = |t: &str| read_rating::<Predikat>(Value::Text(t));
        for (t, wanted) in [
            ("KURANG / MISONDUCT", Predikat::Kurang),
            ("Kurang/Misonduct", Predikat::Kurang),
            ("kurangmisconduct", Predikat::Kurang),
            ("butuhperbaikan", Predikat::Cukup),
            ("BUTUH PERBAIKAN (CUKUP)", Predikat::Cukup),
            ("1 - Sangat Baik", Predikat::SangatBaik),
            ("2 – Baik", Predikat::Baik),
            ("2. Baik", Predikat::Baik),
            ("5 - Sangat Kurang (Kuadran V)", Predikat::SangatKurang),
            ("SANGAT KURANG (KUADRAN V)", Predikat::SangatKurang),
            ("4-Kurang / Misconduct (kuadran IV)", Predikat::Kurang),
            ("Butuh Perbaikan (Cukup) (Kuadran III)", Predikat::Cukup),
        ] {
            assert_eq!(predikat(t), WordRead::Given(wanted), "{t}");
        }
        assert_eq!(predikat("3 - Perlu Perbaikan"), WordRead::Doubtful(Predikat::Cukup));
        assert_eq!(predikat("0 - Belum Ada Penilaian"), WordRead::Blank);
        let rating = |t: &str| read_rating::<Rating>(Value::Text(t));
        assert_eq!(rating("1 - Di Atas Ekspektasi"), WordRead::Given(Rating::DiAtas));
        assert_eq!(rating("dibawahekspektasi"), WordRead::Given(Rating::DiBawah));
        let organisasi = |t: &str| read_rating::<PredikatOrganisasi>(Value::Text(t));
        assert_eq!(organisasi("1 - Istimewa"), WordRead::Given(PredikatOrganisasi::Istimewa));
        assert!(matches!(predikat("90 - 100"), WordRead::Unknown(_)));
    }

    #[test]
    fn yes_and_no() {
        for t in ["ya", "YA", "V", "true", "✓", "1"] {
            assert_eq!(read_bool(Value::Text(t)), WordRead::Given(true), "{t}");
        }
        for t in ["tidak", "X", "FALSE", "0"] {
            assert_eq!(read_bool(Value::Text(t)), WordRead::Given(false), "{t}");
        }
        assert_eq!(read_bool(Value::Bool(true)), WordRead::Given(true));
        assert_eq!(read_bool(Value::Text("tidk")), WordRead::Unknown(Some("tidak")));
    }

    #[test]
    fn distances() {
        assert_eq!(distance("kuantitas", "kualitas"), 2);
        assert_eq!(distance("", "abc"), 3);
    }
}
