//! Whether somebody whom another table names is probably one of the list of people, whose NIP is written otherwise there.

use std::collections::BTreeMap;

use hashbrown::HashMap;

use crate::base::ids::PegawaiId;
use crate::model::Pegawai;
use crate::model::read::name::{is_another, key};
use crate::model::read::nip::{Nip, NipRead, read_text};

/// So many people of one name, or born on one day, are looked at.
const LOOKED_AT: usize = 50;

/// So many digits of the NIP of one person are unlike, where a day or a month of birth is written otherwise.
const UNLIKE: usize = 4;

/// The day of birth: what a NIP begins with.
const BIRTH: usize = 8;

/// The list of people by their names and by the days on which they were born.
#[derive(Debug, Default)]
pub(super) struct ListedNames {
    by_name: HashMap<String, Vec<PegawaiId>>,
    by_birth: BTreeMap<String, Vec<PegawaiId>>,
    unreadable: Vec<PegawaiId>,
}

impl ListedNames {
    /// Of all who are known so far.
    pub fn of(people: &[Pegawai]) -> Self {
        let mut all = Self::default();
        for (id, person) in (0..).map(PegawaiId::at).zip(people) {
            all.by_name.entry(key(&person.nama)).or_default().push(id);
            if let Some(birth) = birth(&person.nip) {
                all.by_birth.entry(birth).or_default().push(id);
            }
            if !person.nip_valid && !person.nama.is_empty() {
                all.unreadable.push(id);
            }
        }
        all
    }

    /// Who of them this one probably is: he has the same name, or nearly so and was born on the same day or has no NIP that
    /// can be read. Two people of one name whose NIP have little in common are two.
    pub fn likely(&self, people: &[Pegawai], nip: Nip, nama: &str) -> Option<PegawaiId> {
        let same_name = || self.by_name.get(&key(nama)).into_iter().flatten().take(LOOKED_AT);
        let is_near = |id: &&PegawaiId| match read_text(&people[**id].nip) {
            NipRead::Valid(own) => people[**id].defects.shared || nip.unlike_digits(own) <= UNLIKE,
            _ => true,
        };
        let day = birth(&nip.to_string());
        let same_day = || {
            let all = day.as_ref().and_then(|b| self.by_birth.get(b));
            all.into_iter().flatten().take(LOOKED_AT)
        };
        let is_spelling = |id: &&PegawaiId| !is_another(nama, &people[**id].nama);
        let unreadable = || self.unreadable.iter().take(LOOKED_AT);
        let mut alike = same_day().chain(unreadable());
        alike.find(is_spelling).or_else(|| same_name().find(is_near)).copied()
    }
}

/// The day of birth in a NIP, also in one of which only a part can be read.
fn birth(nip: &str) -> Option<String> {
    let digits: String = nip.chars().filter(char::is_ascii_digit).take(BIRTH).collect();
    (digits.len() == BIRTH).then_some(digits)
}
