//! What many rows have alike, kept once for all of them.

use std::hash::Hash;
use std::sync::Arc;

use hashbrown::HashSet;

use crate::model::{IndikatorAim, IndikatorDetail, PerilakuDetail, PostingDetail, RealisasiDetail, RhkDetail};

/// Details seen so far.
#[derive(Debug, Default)]
pub(super) struct Kept {
    pub aim: SharedValues<IndikatorAim>,
    pub indikator: SharedValues<IndikatorDetail>,
    pub perilaku: SharedValues<PerilakuDetail>,
    pub posting: SharedValues<PostingDetail>,
    pub rhk: SharedValues<RhkDetail>,
    pub realisasi: SharedValues<RealisasiDetail>,
}

/// Values of a kind, each once. So many are looked for at most: rows that are all unlike share nothing.
const MOST: usize = 1 << 16;

#[derive(Debug)]
pub(super) struct SharedValues<T> {
    all: HashSet<Arc<T>>,
    /// The one given last: the row above often says the same.
    last: Option<Arc<T>>,
}

impl<T> Default for SharedValues<T> {
    fn default() -> Self {
        Self {
            all: HashSet::new(),
            last: None,
        }
    }
}

impl<T: Eq + Hash> SharedValues<T> {
    /// The value, the same one for equal values.
    pub fn share(&mut self, value: T) -> Arc<T> {
        if let Some(last) = self.last.as_ref().filter(|last| ***last == value) {
            return last.clone();
        }
        let shared = if let Some(known) = self.all.get(&value) {
            known.clone()
        } else {
            let new = Arc::new(value);
            if self.all.len() < MOST {
                self.all.insert(new.clone());
            }
            new
        };
        self.last = Some(shared.clone());
        shared
    }
}
