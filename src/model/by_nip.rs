//! People found by their NIP.

use std::hash::BuildHasher;

use hashbrown::{DefaultHashBuilder, HashTable};

use super::{Pegawai, PegawaiId};

/// People by NIP. Each is kept as his place alone: the NIP stands with the person.
#[derive(Debug)]
pub(super) struct ByNip {
    all: HashTable<PegawaiId>,
    hash: DefaultHashBuilder,
}

impl ByNip {
    /// Of those whose NIP could be read.
    pub fn new(people: &[Pegawai]) -> Self {
        let mut all = HashTable::with_capacity(people.len());
        let hash = DefaultHashBuilder::default();
        for (id, p) in PegawaiId::each(people).filter(|(_, p)| p.nip_valid) {
            let same = |other: &PegawaiId| people[*other].nip == p.nip;
            all.entry(hash.hash_one(&*p.nip), same, |other| hash.hash_one(&*people[*other].nip))
                .insert(id);
        }
        Self { all, hash }
    }

    /// The person of a NIP; of several the last. `people` are those of [`ByNip::new`].
    pub fn find(&self, people: &[Pegawai], nip: &str) -> Option<PegawaiId> {
        let named = |id: &PegawaiId| &*people[*id].nip == nip;
        self.all.find(self.hash.hash_one(nip), named).copied()
    }
}
