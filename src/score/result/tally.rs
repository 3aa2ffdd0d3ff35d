//! How many people have each predikat.

use crate::model::vocab::{Predikat, Word};
use crate::rules::Rezim;
use crate::score::distribusi::PredikatCounts;

/// People per predikat, best first, under the rule set's labels.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Tally {
    rezim: Rezim,
    counts: PredikatCounts,
}

impl Tally {
    /// These counts, in the words of a rule set of this kind.
    pub const fn new(rezim: Rezim, counts: PredikatCounts) -> Self {
        Self { rezim, counts }
    }

    /// The counts alone.
    pub const fn counts(self) -> PredikatCounts {
        self.counts
    }

    /// The label and count of the n-th.
    pub fn get(self, n: usize) -> Option<(&'static str, u32)> {
        self.iter().nth(n)
    }

    /// Each label with its count.
    pub fn iter(self) -> impl Iterator<Item = (&'static str, u32)> {
        let labels = Predikat::ALL.iter().map(move |&p| self.rezim.label(p));
        labels.zip(self.counts)
    }
}
