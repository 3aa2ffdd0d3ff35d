//! Numbers for texts that match after cleaning: equal numbers, equal texts.

use hashbrown::HashMap;

use crate::base::ids::short;
use crate::base::text::matched;
use crate::model::Text;

/// Texts by their [`matched`] form; a text seen before is found by its address.
#[derive(Debug, Default)]
pub(super) struct Keys {
    by_address: HashMap<usize, u32>,
    by_key: HashMap<String, u32>,
    /// Keeps the texts alive, so that no address is ever used for another text.
    kept: Vec<Text>,
}

impl Keys {
    /// The number of a text, new if it was never seen.
    pub fn of(&mut self, text: &Text) -> u32 {
        let address = text.as_ptr().addr();
        if let Some(&known) = self.by_address.get(&address) {
            return known;
        }
        let next = short(self.by_key.len());
        let id = *self.by_key.entry_ref(&*matched(text)).or_insert(next);
        self.by_address.insert(address, id);
        self.kept.push(text.clone());
        id
    }

    /// The number of a text, if one like it was seen.
    pub fn find(&self, text: &str) -> Option<u32> {
        self.by_key.get(&*matched(text)).copied()
    }
}
