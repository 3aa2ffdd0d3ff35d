//! The name that somebody may have meant where he wrote one that nobody knows.

use crate::base::text::match_key;

/// From this likeness on a name is offered as the one that is meant.
const LIKE: f64 = 0.75;
/// Pairs of letters compared for one check at most: two lists of long names that have nothing in common must not cost
/// their product. A tenth of a second for each thirty million.
const LETTERS: usize = 100_000_000;

/// Names that somebody may have meant.
#[derive(Debug)]
pub struct LikelyNames<'n> {
    names: Vec<Likely<'n>>,
    left: usize,
}

#[derive(Debug)]
struct Likely<'n> {
    name: &'n str,
    key: Box<str>,
    counts: LetterCounts,
}

/// How often each letter is in a name, and how many there are. What two names do not share is the least that they can
/// differ by, and costs nothing to know.
#[derive(Debug, Clone, Copy)]
struct LetterCounts {
    counts: [u16; 32],
    letters: usize,
}

impl LetterCounts {
    fn of(key: &str) -> Self {
        let mut counted = Self {
            counts: [0; 32],
            letters: 0,
        };
        for c in key.chars() {
            let count = &mut counted.counts[usize::try_from(u32::from(c) % 32).unwrap_or(0)];
            *count = count.saturating_add(1);
            counted.letters += 1;
        }
        counted
    }

    /// Whether names with these letters may be as like as it takes.
    fn may_be_like(&self, other: &Self) -> bool {
        let shared: usize = self
            .counts
            .iter()
            .zip(other.counts)
            .map(|(a, b)| usize::from(*a.min(&b)))
            .sum();
        let most = self.letters.max(other.letters);
        most - shared.min(most) <= most / 4
    }
}

impl<'n> LikelyNames<'n> {
    /// The names that may be offered.
    pub fn of(names: impl Iterator<Item = &'n str>) -> Self {
        let likely = |name: &'n str| {
            let key = match_key(name);
            let counts = LetterCounts::of(&key);
            Likely {
                name,
                key: (&*key).into(),
                counts,
            }
        };
        Self {
            names: names.map(likely).collect(),
            left: LETTERS,
        }
    }

    /// The name most like this key; none once too much was compared.
    pub fn likely(&mut self, key: &str) -> Option<&'n str> {
        let own = LetterCounts::of(key);
        let mut best: Option<(f64, &'n str)> = None;
        for other in self.names.iter().filter(|other| other.counts.may_be_like(&own)) {
            self.left = self.left.saturating_sub(own.letters * other.counts.letters);
            if self.left == 0 {
                return None;
            }
            let likeness = strsim::normalized_damerau_levenshtein(&other.key, key);
            if likeness >= LIKE && best.is_none_or(|(b, _)| likeness >= b) {
                best = Some((likeness, other.name));
            }
        }
        best.map(|(_, name)| name)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_nearest_is_offered_and_nothing_that_is_far() {
        let mut names = LikelyNames::of(["Bidang Umum", "Bidang Hukum", "Dinas"].into_iter());
        assert_eq!(names.likely(&match_key("Bidang Umun")), Some("Bidang Umum"));
        assert_eq!(names.likely(&match_key("Bidang Hukm")), Some("Bidang Hukum"));
        assert_eq!(names.likely(&match_key("Sekretariat Daerah")), None);
    }

    #[test]
    fn names_that_are_like_share_enough_letters() {
        let names = [
            "bidangumum",
            "bidanghukum",
            "umumbidang",
            "dinas",
            "dinasarsip",
            "",
            "aaaaaaaa",
            "aaaaaabb",
        ];
        for a in names {
            for b in names {
                let like = strsim::normalized_damerau_levenshtein(a, b) >= LIKE;
                assert!(!like || LetterCounts::of(a).may_be_like(&LetterCounts::of(b)), "{a} {b}");
            }
        }
    }

    #[test]
    fn long_lists_cost_no_product() {
        let names: Vec<String> = (0..4000).map(|i| format!("Subbagian Umum dan Kepegawaian {i:05}")).collect();
        let mut likely = LikelyNames::of(names.iter().map(String::as_str));
        let found = (0..4000).filter(|i| likely.likely(&format!("subbagianumumdankepegawain{i:05}")).is_some());
        assert!((1..4000).contains(&found.count()));
    }
}
