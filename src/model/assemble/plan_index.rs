//! Where RHK and indicators are found again by their keys.

use hashbrown::HashMap;

use crate::base::ids::{IndikatorNo, PegawaiId, RhkNo};
use crate::model::Indikator;
use crate::model::vocab::Aspek;

/// Where RHK and indicators are found again by their keys.
#[derive(Debug, Default)]
pub(super) struct PlanIndex {
    /// (person, code, posting) → RHK.
    by_posting: HashMap<(PegawaiId, u32, Option<usize>), RhkNo>,
    /// (person, code) → the RHK that appeared last.
    latest: HashMap<(PegawaiId, u32), RhkNo>,
    /// (person, RHK, aspek, number) → indicator, of those that stand beyond [`NEAR`] in their list.
    indikator: HashMap<(PegawaiId, RhkNo, Option<Aspek>, u32), IndikatorNo>,
}

/// So many indicators are looked through one by one: hardly an RHK has more.
const NEAR: usize = 16;

impl PlanIndex {
    /// Remembers an RHK.
    pub fn add_rhk(&mut self, id: PegawaiId, key: u32, posting: Option<usize>, rhk: RhkNo) {
        self.by_posting.insert((id, key, posting), rhk);
        self.latest.insert((id, key), rhk);
    }

    /// Remembers an indicator; of two with one key the first counts.
    pub fn add_indikator(&mut self, key: (PegawaiId, RhkNo, Option<Aspek>, u32), i: IndikatorNo) {
        if i.index() >= NEAR {
            self.indikator.entry(key).or_insert(i);
        }
    }

    /// The RHK of a code in a posting.
    pub fn in_posting(&self, id: PegawaiId, key: u32, posting: Option<usize>) -> Option<RhkNo> {
        self.by_posting.get(&(id, key, posting)).copied()
    }

    /// The RHK of a code that appeared last.
    pub fn latest(&self, id: PegawaiId, key: u32) -> Option<RhkNo> {
        self.latest.get(&(id, key)).copied()
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
