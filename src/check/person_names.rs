//! Who is meant by a name alone: the one person of the run who has it, titles and degrees aside.

use hashbrown::HashMap;

use crate::base::text::fold_words;
use crate::model::{Data, PegawaiId};

/// What may stand before a name.
const TITLES: [&str; 16] = [
    "prof", "dr", "drs", "dra", "drg", "drh", "ir", "h", "hj", "apt", "ns", "kh", "bdn", "bapak", "ibu", "sdr",
];

/// The people of a run by their names; nobody where several have one.
#[derive(Debug, Default)]
pub struct PersonNames(HashMap<String, Option<PegawaiId>>);

impl PersonNames {
    /// Of everybody in the data.
    pub fn of(data: &Data) -> Self {
        let mut names = HashMap::new();
        for (id, p) in data.all() {
            let entry = names.entry(bare(&p.nama)).or_insert(Some(id));
            if *entry != Some(id) {
                *entry = None;
            }
        }
        names.remove("");
        Self(names)
    }

    /// The one who is called so.
    pub fn find(&self, name: &str) -> Option<PegawaiId> {
        *self.0.get(&bare(name))?
    }
}

/// Whether two names may be one person's: equal, or one the beginning of the other (degrees without a comma before them).
pub fn may_be_one(a: &str, b: &str) -> bool {
    let (a, b) = (bare(a), bare(b));
    let (short, long) = if a.len() <= b.len() { (a, b) } else { (b, a) };
    long.strip_prefix(&short)
        .is_some_and(|rest| rest.is_empty() || rest.starts_with(' '))
}

/// A name without titles before it and degrees behind it, folded.
fn bare(name: &str) -> String {
    let name = name.split(',').next().unwrap_or(name);
    let mut words: Vec<&str> = name.split_whitespace().collect();
    // "S.Sos", "M.Si."
    let is_title = |w: &&str| w.trim_end_matches('.').contains('.');
    while words.len() > 1 && words.last().is_some_and(is_title) {
        words.pop();
    }
    let folded = fold_words(&words.join(" "));
    let mut words: Vec<&str> = folded.split(' ').collect();
    let titles = words.iter().take_while(|w| TITLES.contains(w)).count();
    words.drain(..titles.min(words.len() - 1));
    words.join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn titles_and_degrees_are_no_part_of_a_name() {
        for name in [
            "Ahmad Fauzi",
            "AHMAD  FAUZI",
            "Drs. H. Ahmad Fauzi, M.Si.",
            "Dr. Ir. Ahmad Fauzi, S.T., M.T.",
            "Ahmad Fauzi S.Sos M.Si.",
        ] {
            assert_eq!(bare(name), "ahmad fauzi", "{name}");
        }
        assert_eq!(bare("Moh. Ali"), "moh ali");
        assert_eq!(bare("H."), "h");
        assert!(may_be_one("Budiarti SE", "Budiarti") && !may_be_one("Budiarti", "Budi"));
    }
}
