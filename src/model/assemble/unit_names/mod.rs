//! Names of units, once all rows are read: spellings of one name become one, and one name under several units above becomes
//! several.

mod heads;
mod namesakes;
mod resolve;

use std::sync::Arc;

use hashbrown::HashMap;

use super::ctx::Ctx;
use super::people::People;
use super::unit_key;
use crate::base::text::matches;
use crate::model::{Sasaran, Text, Unit};

pub(super) use namesakes::Namesakes;

/// Settles the names of units wherever they stand.
pub(super) fn settle(ctx: &mut Ctx<'_>, people: &mut People, units: &mut [Unit], sasaran: &mut [Sasaran]) -> Namesakes {
    one_spelling(people, units, sasaran);
    namesakes::tell_apart(ctx, people, units)
}

/// Names that differ by nothing but punctuation are spelled as the first of them; letter case and blanks never count.
fn one_spelling(people: &mut People, units: &mut [Unit], sasaran: &mut [Sasaran]) {
    let mut spellings = Spellings::default();
    for unit in units {
        spellings.settle(&mut unit.unit_kerja);
        if let Some(induk) = &mut unit.unit_induk {
            spellings.settle(induk);
        }
    }
    for posting in people.all.iter_mut().flat_map(|p| p.posting.iter_mut()) {
        spellings.settle(&mut posting.unit_kerja);
        if let Some(induk) = &posting.detail.unit_induk
            && let Some(spelled) = spellings.other(induk)
        {
            Arc::make_mut(&mut posting.detail).unit_induk = Some(spelled);
        }
    }
    for row in sasaran {
        spellings.settle(&mut row.unit_kerja);
    }
}

/// How names were spelled first.
#[derive(Default)]
struct Spellings {
    first: HashMap<Text, Text>,
    /// By the name as written: another spelling of it that came before.
    known: HashMap<Text, Option<Text>>,
}

impl Spellings {
    fn settle(&mut self, name: &mut Text) {
        if let Some(spelled) = self.other(name) {
            *name = spelled;
        }
    }

    /// The spelling that came before this one, if it is another.
    fn other(&mut self, name: &Text) -> Option<Text> {
        if name.is_empty() {
            return None;
        }
        if let Some(known) = self.known.get(name) {
            return known.clone();
        }
        let first = self.first.entry(unit_key(name)).or_insert_with(|| name.clone());
        let other = (!matches(first, name)).then(|| first.clone());
        self.known.insert(name.clone(), other.clone());
        other
    }
}
