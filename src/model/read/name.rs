//! Whether two names can be spellings of one: titles, degrees, abbreviations, order, letter case and the spellings of the old
//! orthography do not count. Told apart are only names that cannot be one.

use crate::base::text::{fold_words, is_blank};

/// Titles before a name and degrees behind it that have three letters or more; shorter words decide nothing.
const TITLES: [&str; 51] = [
    "prof", "drs", "dra", "drg", "drh", "dokter", "haji", "hajah", "hajjah", "kyai", "ustadz", "raden", "tubagus", "bapak",
    "bpk", "ibu", "sdr", "sdri", "saudara", "pak", "spd", "mpd", "ssos", "skom", "mkom", "sip", "map", "msi", "skm", "mkes",
    "skep", "ners", "amd", "amk", "amkeb", "amg", "str", "sst", "stp", "sik", "apt", "sfarm", "sag", "mag", "mhum", "msc", "mph",
    "phd", "lc", "spog", "plt",
];

/// Ways to write Muhammad.
const SPELLINGS: [&str; 12] = [
    "mohd",
    "muhd",
    "moh",
    "muh",
    "moch",
    "much",
    "mohamad",
    "mohammad",
    "mochamad",
    "mochammad",
    "muhamad",
    "muchamad",
];

/// The words of a name as they are compared: those that a spelling of it must have, and those besides.
#[derive(Debug, Default)]
struct NameWords {
    own: Vec<String>,
    others: Vec<String>,
}

impl NameWords {
    fn of(name: &str) -> Self {
        let mut words = Self::default();
        for (i, part) in name.split(',').enumerate() {
            for written in part.split_whitespace() {
                let of_name = i == 0 && !is_degree(written);
                for word in fold_words(written).split(' ').filter(|w| !w.is_empty()) {
                    let decides = of_name && word.len() > 2 && !TITLES.contains(&word) && word.chars().all(char::is_alphabetic);
                    if decides {
                        words.own.push(sound(word));
                    } else {
                        words.others.push(sound(word));
                    }
                }
            }
        }
        words
    }

    /// Whether each of these words may be one of the other name's.
    fn is_within(&self, other: &Self) -> bool {
        let has = |word: &String| other.own.iter().chain(&other.others).any(|w| may_be_one(word, w));
        self.own.iter().all(has)
    }
}

/// `S.Sos`, `A.Md.Kep.`: short pieces with points between them.
fn is_degree(written: &str) -> bool {
    let inner = written.trim_end_matches('.');
    inner.contains('.') && inner.split('.').all(|piece| piece.chars().count() <= 3)
}

/// A word by its sound: the old orthography as the new one, doubled letters once, without `h`.
fn sound(word: &str) -> String {
    if SPELLINGS.contains(&word) {
        return sound("muhammad");
    }
    let mut text = word.to_owned();
    for (old, new) in [
        ("oe", "u"),
        ("dj", "j"),
        ("tj", "c"),
        ("ph", "f"),
        ("v", "f"),
        ("y", "i"),
        ("q", "k"),
        ("h", ""),
    ] {
        text = text.replace(old, new);
    }
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        if !out.ends_with(c) {
            out.push(c);
        }
    }
    out
}

/// Whether two words are one with a slip in it, or one is short for the other.
fn may_be_one(a: &str, b: &str) -> bool {
    let (short, long) = if a.len() <= b.len() { (a, b) } else { (b, a) };
    let most = match long.chars().count() {
        0..=4 => 0,
        5..=7 => 1,
        _ => 2,
    };
    long.starts_with(short) || strsim::damerau_levenshtein(short, long) <= most
}

/// The words of a name that a spelling of it has, in order of the alphabet; empty where nothing tells it.
#[must_use]
pub fn key(name: &str) -> String {
    let mut own = NameWords::of(name).own;
    own.sort_unstable();
    own.concat()
}

/// Whether these cannot be spellings of one name.
#[must_use]
pub fn is_another(a: &str, b: &str) -> bool {
    if a == b || is_blank(a) || is_blank(b) {
        return false;
    }
    let (a, b) = (NameWords::of(a), NameWords::of(b));
    let joined = |words: &NameWords| words.own.concat();
    !a.is_within(&b) && !b.is_within(&a) && !may_be_one(&joined(&a), &joined(&b))
}

#[cfg(test)]
mod tests {
    use super::{is_another, key};

    #[test]
    fn spellings_of_one_name() {
        for (a, b) in [
            ("Siti Aminah, S.Pd., M.Pd.", "SITI AMINAH"),
            ("Drs. H. Budi Santoso, M.Si", "budi santoso"),
            ("BUDI SANTOSO SE MM", "Budi Santoso, S.E., M.M."),
            ("Budi Santoso SPd", "Budi Santoso"),
            ("Aminah, Siti", "Siti Aminah"),
            ("St. Aminah", "Siti Aminah"),
            ("Moh. Yusuf", "Muhammad Yusuf"),
            ("M. Yusuf", "Muhammad Jusuf"),
            ("A. Yani", "Ahmad Yani"),
            ("Abdurrahman Wahid", "Abdul Rahman Wahid"),
            ("Soekarno Djati", "Sukarno Jati"),
            ("Sri Wahyuni", "Sri Wahyuni Handayani"),
            ("Nur Hayati", "Nurhayati"),
            ("Budi Santoso", "Budi Santosa"),
            ("Budi S.", "Budi Santoso"),
            ("Siti Aminah", "-"),
            ("", "Siti Aminah"),
            ("Ir. Li", "Budi Santoso"),
        ] {
            assert!(!is_another(a, b) && !is_another(b, a), "{a} / {b}");
        }
    }

    #[test]
    fn titles_and_degrees_are_no_part_of_a_name() {
        for name in [
            "AHMAD  FAUZI",
            "Drs. H. Ahmad Fauzi, M.Si.",
            "Dr. Ir. Ahmad Fauzi, S.T., M.T.",
            "Ahmad Fauzi S.Sos M.Si.",
        ] {
            assert_eq!(key(name), key("Ahmad Fauzi"), "{name}");
        }
        assert_ne!(key("Ahmad Fauzi"), key("Ahmad Yani"));
        assert_eq!(key("H."), "");
    }

    #[test]
    fn names_that_cannot_be_one() {
        for (a, b) in [
            ("Budi Santoso, S.E.", "Siti Aminah, S.E."),
            ("Siti Aminah", "Siti Rahayu"),
            ("Ahmad Fauzi", "Ahmad Yani"),
            ("Muhammad Iqbal", "Moh. Yusuf"),
            ("Ani", "Dani"),
            ("Joko", "Budi Santoso"),
            ("Drs. Budi Santoso", "Drs. Anton Wijaya"),
        ] {
            assert!(is_another(a, b) && is_another(b, a), "{a} / {b}");
        }
    }
}
