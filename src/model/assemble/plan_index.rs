//! Where RHK and indicators are found again by their keys.

use hashbrown::HashMap;
use smallvec::SmallVec;

use crate::base::ids::{IndikatorNo, PegawaiId, PostingNo, RhkNo};
use crate::model::Indikator;
use crate::model::vocab::Aspek;

/// Where RHK and indicators are found again by their keys.
#[derive(Debug, Default)]
pub(super) struct PlanIndex {
    /// How many people stand before these.
    before: usize,
    /// Codes and postings of the first RHK of each person, by [`RhkNo`].
    first: Vec<SmallVec<[RhkPlace; 4]>>,
    /// (person, code, posting) → RHK, of those that stand beyond [`NEAR`].
    by_posting: HashMap<(PegawaiId, RhkPlace), RhkNo>,
    /// (person, code) → the last of these.
    latest: HashMap<(PegawaiId, u32), RhkNo>,
    /// (person, RHK, aspek, number) → indicator, of those that stand beyond [`NEAR`] in their list.
    indikator: HashMap<(PegawaiId, RhkNo, Option<Aspek>, u32), IndikatorNo>,
}

/// So many RHK or indicators are looked through one by one: hardly a person or an RHK has more.
const NEAR: usize = 16;

/// What an RHK is found by.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
struct RhkPlace {
    /// The key of its code.
    key: u32,
    posting: Option<PostingNo>,
}

impl RhkPlace {
    fn new(key: u32, posting: Option<usize>) -> Self {
        let posting = posting.map(PostingNo::at);
        Self { key, posting }
    }
}

impl PlanIndex {
    /// Of people from this one on.
    pub fn from(first: usize) -> Self {
        Self {
            before: first,
            ..Self::default()
        }
    }

    /// Remembers the next RHK of a person.
    pub fn add_rhk(&mut self, id: PegawaiId, key: u32, posting: Option<usize>, rhk: RhkNo) {
        let place = RhkPlace::new(key, posting);
        if rhk.index() >= NEAR {
            self.by_posting.insert((id, place), rhk);
            self.latest.insert((id, key), rhk);
            return;
        }
        let no = id.index() - self.before;
        if self.first.len() <= no {
            self.first.resize_with(no + 1, SmallVec::new);
        }
        self.first[no].push(place);
    }

    /// Remembers an indicator; of two with one key the first counts.
    pub fn add_indikator(&mut self, key: (PegawaiId, RhkNo, Option<Aspek>, u32), i: IndikatorNo) {
        if i.index() >= NEAR {
            self.indikator.entry(key).or_insert(i);
        }
    }

    /// The RHK of a code in a posting.
    pub fn in_posting(&self, id: PegawaiId, key: u32, posting: Option<usize>) -> Option<RhkNo> {
        let wanted = RhkPlace::new(key, posting);
        let near = self.near(id).iter().position(|place| *place == wanted);
        near.map(RhkNo::at).or_else(|| self.by_posting.get(&(id, wanted)).copied())
    }

    /// The RHK of a code that appeared last.
    pub fn latest(&self, id: PegawaiId, key: u32) -> Option<RhkNo> {
        let beyond = self.latest.get(&(id, key)).copied();
        beyond.or_else(|| self.near(id).iter().rposition(|place| place.key == key).map(RhkNo::at))
    }

    fn near(&self, id: PegawaiId) -> &[RhkPlace] {
        self.first.get(id.index() - self.before).map_or(&[], SmallVec::as_slice)
    }

    /// The indicator of an RHK, whose list this is.
    pub fn indikator(
        &self,
        (id, rhk): (PegawaiId, RhkNo),
        list: &[Indikator],
        aspek: Option<Aspek>,
        no: u32,
    ) -> Option<IndikatorNo> {
        let named = |i: &Indikator| i.no == no && i.aspek.get().copied() == aspek;
        match list.iter().take(NEAR).position(named) {
            Some(place) => Some(IndikatorNo::at(place)),
            None if list.len() > NEAR => self.indikator.get(&(id, rhk, aspek, no)).copied(),
            None => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_rhk_is_found_by_its_code_beyond_the_first_ones_too() {
        let (a, b) = (PegawaiId(0), PegawaiId(5));
        let mut index = PlanIndex::default();
        // Each code twice: in the first posting, then in the second.
        let codes = 40_u32;
        for no in 0..2 * codes {
            index.add_rhk(b, no % codes, Some(usize::from(no >= codes)), RhkNo(no));
        }
        for key in 0..codes {
            assert_eq!(index.in_posting(b, key, Some(0)), Some(RhkNo(key)));
            assert_eq!(index.in_posting(b, key, Some(1)), Some(RhkNo(key + codes)));
            assert_eq!(index.in_posting(b, key, None), None);
            assert_eq!(index.latest(b, key), Some(RhkNo(key + codes)));
            assert_eq!(index.latest(a, key), None);
        }
        index.add_rhk(a, 7, None, RhkNo(0));
        index.add_rhk(a, 7, Some(1), RhkNo(1));
        assert_eq!(index.in_posting(a, 7, None), Some(RhkNo(0)));
        assert_eq!(index.latest(a, 7), Some(RhkNo(1)));
        assert_eq!(index.latest(a, 8), None);
    }
}
