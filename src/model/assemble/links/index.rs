//! What resolving looks up: everybody's RHK by code and text, the sasaran, who stands on a cycle.

use std::sync::Arc;

use hashbrown::HashMap;
use thin_vec::ThinVec;

use super::is_sentence;
use crate::base::ids::{PegawaiId, RhkNo, SasaranId, index, short};
use crate::model::assemble::keys::Keys;
use crate::model::assemble::plan_key;
use crate::model::{Data, Pegawai, RencanaHasilKerja, RhkId, Text};

/// What is known of everybody before links are resolved. Codes and texts share the numbers of `keys`.
pub(super) struct LinkIndex {
    pub keys: Keys,
    pub by_code: Carried,
    pub by_text: Carried,
    /// The only person whose RHK has the code; `None` when there are several.
    pub sole: HashMap<u32, Option<RhkId>>,
    /// (unit, code, sasaran), sorted.
    pub sasaran: Vec<(u32, u32, SasaranId)>,
    /// Atasan of each person's last posting.
    pub atasan: Vec<Option<PegawaiId>>,
    /// Members of the cycle a person lies on.
    pub cycle: HashMap<PegawaiId, Arc<ThinVec<PegawaiId>>>,
    /// A cell's codes, split once for each distinct cell text.
    pub split: HashMap<usize, Arc<[Text]>>,
}

impl LinkIndex {
    pub fn new(data: &Data) -> Self {
        let mut keys = Keys::default();
        let mut sole = HashMap::new();
        let by_code = Carried::new(data, |id, no, rhk| {
            let key = keys.of(&rhk.kode);
            sole.entry(key)
                .and_modify(|known: &mut Option<RhkId>| *known = known.filter(|k| k.pegawai == id))
                .or_insert(Some(RhkId { pegawai: id, rhk: no }));
            key
        });
        let by_text = |r: &RencanaHasilKerja| r.tautan_text || r.kode_atasan.as_deref().is_some_and(is_sentence);
        let texts = data.pegawai.iter().any(|p| p.rhk.iter().any(by_text));
        let by_text = if texts {
            Carried::new(data, |_, _, rhk| keys.of(&plan_key(&rhk.rhk)))
        } else {
            Carried::default()
        };
        let mut sasaran: Vec<_> = SasaranId::each(&data.sasaran)
            .map(|(i, s)| (keys.of(&s.unit_kerja), keys.of(&s.kode), i))
            .collect();
        sasaran.sort_unstable();
        let named = |p: &Pegawai| data.find(p.last_posting()?.nip_atasan.get()?);
        let atasan: Vec<_> = data.pegawai.iter().map(named).collect();
        let cycle = cycles(&atasan);
        Self {
            keys,
            by_code,
            by_text,
            sole,
            sasaran,
            atasan,
            cycle,
            split: HashMap::new(),
        }
    }
}

/// Everybody's RHK by a number that each has: those of a person stand together, by number.
#[derive(Default)]
pub(super) struct Carried {
    all: Vec<(u32, RhkNo)>,
    /// Per person, and once more: where theirs begin.
    first: Vec<u32>,
}

impl Carried {
    fn new(data: &Data, mut key: impl FnMut(PegawaiId, RhkNo, &RencanaHasilKerja) -> u32) -> Self {
        let mut all = Vec::with_capacity(data.pegawai.iter().map(|p| p.rhk.len()).sum());
        let mut first = Vec::with_capacity(data.pegawai.len() + 1);
        for (id, pegawai) in data.all() {
            let from = all.len();
            first.push(short(from));
            all.extend(RhkNo::each(&pegawai.rhk).map(|(no, rhk)| (key(id, no, rhk), no)));
            all[from..].sort_unstable();
        }
        first.push(short(all.len()));
        Self { all, first }
    }

    /// The RHK of a person that have this number.
    pub fn of(&self, person: PegawaiId, key: u32) -> impl Iterator<Item = RhkNo> + '_ {
        let own = match self.first.get(person.index()..person.index() + 2) {
            Some(&[from, to]) => &self.all[index(from)..index(to)],
            _ => &[],
        };
        let start = own.partition_point(|&(k, _)| k < key);
        own[start..].iter().take_while(move |&&(k, _)| k == key).map(|&(_, rhk)| rhk)
    }
}

/// People on a cycle of atasan, each with the members in order from the first in the data. Every
/// person has at most one atasan here (of the last posting), so one walk finds them all.
fn cycles(atasan: &[Option<PegawaiId>]) -> HashMap<PegawaiId, Arc<ThinVec<PegawaiId>>> {
    let mut walked_by = vec![None; atasan.len()];
    let mut found = HashMap::new();
    for start in (0..atasan.len()).map(PegawaiId::at) {
        let mut at = Some(start);
        while let Some(p) = at {
            let mark = &mut walked_by[p];
            if mark.is_some() {
                if *mark == Some(start) && atasan[p] != Some(p) {
                    let mut members = vec![p];
                    members.extend(std::iter::successors(atasan[p], |q| atasan[*q]).take_while(|&q| q != p));
                    let first = members.iter().enumerate().min_by_key(|(_, q)| **q).map_or(0, |(i, _)| i);
                    members.rotate_left(first);
                    let shared = Arc::new(members.iter().copied().collect::<ThinVec<_>>());
                    for &m in &members {
                        found.insert(m, shared.clone());
                    }
                } else if *mark == Some(start) {
                    found.insert(p, Arc::new([p].into_iter().collect()));
                }
                break;
            }
            *mark = Some(start);
            at = atasan[p];
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ids(all: &[Option<u32>]) -> Vec<Option<PegawaiId>> {
        all.iter().map(|x| x.map(PegawaiId)).collect()
    }

    #[test]
    fn cycles_are_found_and_what_hangs_below_is_not_on_them() {
        // 0 → 1 → 2 → 0, 3 → 0, 4 → none, 5 → 5
        let found = cycles(&ids(&[Some(1), Some(2), Some(0), Some(0), None, Some(5)]));
        let members = |n: u32| found.get(&PegawaiId(n)).map(|m| m.iter().map(|p| p.0).collect::<Vec<u32>>());
        for n in 0..3 {
            assert_eq!(members(n), Some(vec![0, 1, 2]));
        }
        assert_eq!(members(3), None);
        assert_eq!(members(4), None);
        assert_eq!(members(5), Some(vec![5]));
    }
}
