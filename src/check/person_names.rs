//! Who is meant by a name alone: the one person of the run who has it, titles and degrees aside.

use hashbrown::HashMap;

use crate::model::read::name::key;
use crate::model::{Data, PegawaiId};

/// The people of a run by their names; nobody where several have one.
#[derive(Debug, Default)]
pub struct PersonNames(HashMap<String, Option<PegawaiId>>);

impl PersonNames {
    /// Of everybody in the data.
    pub fn of(data: &Data) -> Self {
        let mut names = HashMap::new();
        for (id, p) in data.all() {
            let entry = names.entry(key(&p.nama)).or_insert(Some(id));
            if *entry != Some(id) {
                *entry = None;
            }
        }
        names.remove("");
        Self(names)
    }

    /// The one who is called so.
    pub fn find(&self, name: &str) -> Option<PegawaiId> {
        *self.0.get(&key(name))?
    }
}
