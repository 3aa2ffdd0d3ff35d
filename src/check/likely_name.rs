//! The name that somebody may have meant where he wrote one that nobody knows.

use crate::base::text::match_key;

/// From this likeness on a name is offered as the one that is meant.
const LIKE: f64 = 0.75;
/// Comparisons of names in a run at most: two lists that have nothing in common must not cost their product.
pub const COMPARISONS: usize = 1_000_000;

/// The name most like this key.
pub fn likely<'n>(key: &str, names: impl Iterator<Item = &'n str>) -> Option<&'n str> {
    names
        .map(|name| (strsim::normalized_damerau_levenshtein(&match_key(name), key), name))
        .filter(|(likeness, _)| *likeness >= LIKE)
        .max_by(|a, b| a.0.total_cmp(&b.0))
        .map(|(_, name)| name)
}
