//! Which of several units of one name somebody works in: by his own row, by what he leads, or by his atasan.

use hashbrown::{HashMap, HashSet};

use super::namesakes::{ByName, UnitAbove, Ways};
use crate::base::ids::PegawaiId;
use crate::model::assemble::people::People;
use crate::model::assemble::unit_key;
use crate::model::{Posting, Text, Unit};

/// Looks up who works where.
pub(super) struct UnitFinder<'a> {
    people: &'a People,
    above: &'a ByName,
    ways: &'a Ways,
    by_nip: HashMap<&'a str, &'a Posting>,
    /// Rows of `unit` by the NIP of their head: the unit and the one above it.
    led: HashMap<&'a str, Vec<(Text, Option<Text>)>>,
}

impl<'a> UnitFinder<'a> {
    pub fn new(people: &'a People, units: &'a [Unit], above: &'a ByName, ways: &'a Ways) -> Self {
        let valid = people.all.iter().filter(|p| p.nip_valid);
        let mut led: HashMap<&str, Vec<(Text, Option<Text>)>> = HashMap::new();
        for unit in units {
            if let Some(nip) = unit.nip_pimpinan.get() {
                let row = (unit_key(&unit.unit_kerja), unit.unit_induk.as_deref().map(unit_key));
                led.entry(nip).or_default().push(row);
            }
        }
        Self {
            people,
            above,
            ways,
            by_nip: valid.filter_map(|p| Some((&*p.nip, p.last_posting()?))).collect(),
            led,
        }
    }

    /// Everybody's postings in a name of several units, and which of them each is in, if it can be told.
    pub fn all(&self) -> Vec<(PegawaiId, usize, Option<usize>)> {
        let mut own = Vec::new();
        for (i, person) in self.people.all.iter().enumerate() {
            for (n, posting) in person.posting.iter().enumerate() {
                let key = unit_key(&posting.unit_kerja);
                if let Some(all) = self.above.get(&key) {
                    let nip = person.nip_valid.then_some(&*person.nip);
                    own.push((PegawaiId::at(i), n, self.which(&key, all, nip, posting)));
                }
            }
        }
        own
    }

    /// Goes from the row to the atasan, and on to his, until one of them tells.
    fn which(&self, key: &Text, all: &[UnitAbove], nip: Option<&'a str>, posting: &'a Posting) -> Option<usize> {
        let mut known: HashSet<&str> = nip.into_iter().collect();
        let (mut nip, mut posting) = (nip, Some(posting));
        loop {
            let own = posting.filter(|p| unit_key(&p.unit_kerja) == *key);
            if let Some(found) = own.and_then(|p| by_row(all, p, self.ways)) {
                return Some(found);
            }
            if let Some(found) = nip.and_then(|nip| self.by_led(key, all, nip)) {
                return Some(found);
            }
            if own.is_none()
                && let Some(found) = posting.and_then(|p| by_place(all, &unit_key(&p.unit_kerja), self.ways))
            {
                return Some(found);
            }
            let atasan: &'a str = posting?.nip_atasan.get()?;
            if !known.insert(atasan) {
                return None;
            }
            nip = Some(atasan);
            posting = self.by_nip.get(atasan).copied();
        }
    }

    /// The only unit of the name that somebody leads, or the one below the only one above that he leads.
    fn by_led(&self, key: &Text, all: &[UnitAbove], nip: &str) -> Option<usize> {
        let rows = self.led.get(nip)?;
        let of_name = rows.iter().filter(|(unit, _)| unit == key);
        let induk = of_name.filter_map(|(_, induk)| place(all, induk.as_ref()?));
        only(induk).or_else(|| only(rows.iter().filter_map(|(unit, _)| place(all, unit))))
    }
}

/// By the unit above that the row itself names, or another that stands above only one of them.
fn by_row(all: &[UnitAbove], posting: &Posting, ways: &Ways) -> Option<usize> {
    by_place(all, &unit_key(posting.detail.unit_induk.as_deref()?), ways)
}

/// The one of the units above that this is, or that lies on the way up from here, or else the only one that is below it,
/// where what is above all of them is known.
fn by_place(all: &[UnitAbove], unit: &Text, ways: &Ways) -> Option<usize> {
    if unit.is_empty() {
        return None;
    }
    let below = || {
        all.iter()
            .all(|a| ways.is_known(&a.key))
            .then(|| only((0..all.len()).filter(|&i| ways.leads(&all[i].key, unit))))
    };
    place(all, unit)
        .or_else(|| only((0..all.len()).filter(|&i| ways.leads(unit, &all[i].key))))
        .or_else(|| below().flatten())
}

fn place(all: &[UnitAbove], key: &Text) -> Option<usize> {
    all.iter().position(|a| a.key == *key)
}

/// The one place that all of these are.
fn only(mut places: impl Iterator<Item = usize>) -> Option<usize> {
    let first = places.next()?;
    places.all(|other| other == first).then_some(first)
}
