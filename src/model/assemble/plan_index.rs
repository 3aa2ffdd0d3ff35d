//! Where RHK and indicators are found again by their keys.

use hashbrown::HashMap;

use crate::model::vocab::Aspek;

/// Where RHK and indicators are found again by their keys.
#[derive(Debug, Default)]
pub(super) struct Rencana {
    /// (person, code, posting) → RHK.
    by_posting: HashMap<(u32, u32, Option<usize>), u32>,
    /// (person, code) → the RHK that appeared last.
    latest: HashMap<(u32, u32), u32>,
    /// (person, RHK, aspek, number) → indicator.
    indikator: HashMap<(u32, u32, Option<Aspek>, u32), u32>,
}

impl Rencana {
    /// Remembers an RHK.
    pub fn add_rhk(&mut self, id: u32, key: u32, posting: Option<usize>, rhk: u32) {
        self.by_posting.insert((id, key, posting), rhk);
        self.latest.insert((id, key), rhk);
    }

    /// Remembers an indicator; of two with one key the first counts.
    pub fn add_indikator(&mut self, key: (u32, u32, Option<Aspek>, u32), i: u32) {
        self.indikator.entry(key).or_insert(i);
    }

    /// The RHK of a code in a posting.
    pub fn in_posting(&self, id: u32, key: u32, posting: Option<usize>) -> Option<u32> {
        self.by_posting.get(&(id, key, posting)).copied()
    }

    /// The RHK of a code that appeared last.
    pub fn latest(&self, id: u32, key: u32) -> Option<u32> {
        self.latest.get(&(id, key)).copied()
    }

    /// The indicator of an RHK.
    pub fn indikator(&self, id: u32, rhk: u32, aspek: Option<Aspek>, no: u32) -> Option<u32> {
        self.indikator.get(&(id, rhk, aspek, no)).copied()
    }
}
