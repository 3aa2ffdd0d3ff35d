//! Who stands under whom, and which RHK carries which: the links of the data set turned around.
//!
//! Built once from [`Data`]; checks, the cascade tree and the list of who waits for whom read it.

use hashbrown::HashMap;
use thin_vec::ThinVec;

use crate::base::ids::{RhkNo, index, short};

use super::{Data, PegawaiId, RhkId, TautanTarget};

/// The data set's links, turned around.
#[derive(Debug, Default)]
pub struct Hierarchy {
    /// Person after person, posting after posting: the atasan, where the NIP is somebody in the data.
    atasan: Vec<Option<PegawaiId>>,
    /// Per person, and once more: where theirs begin in `atasan`.
    first: Vec<u32>,
    /// Per person: index of the last posting that counts.
    latest: Vec<Option<u32>>,
    /// Per person: whose last posting hangs on them, in order of the data. Most have none.
    bawahan: Vec<ThinVec<PegawaiId>>,
    /// Per person: whose other postings (earlier, Plt) hang on them and the last does not.
    other_bawahan: Vec<ThinVec<PegawaiId>>,
    /// RHK that link to RHK: those of each stand together, person after person, RHK after RHK.
    supporter: Vec<RhkId>,
    /// Per RHK, and once more: where those that link to it begin in `supporter`.
    first_supporter: Vec<u32>,
    /// Per person, and once more: where their RHK begin in `first_supporter`.
    first_rhk: Vec<u32>,
    /// Per sasaran: which RHK link to it.
    carrier: Vec<Vec<RhkId>>,
    /// Cycles of atasan, each in order from its first member in the data.
    cycle: Vec<Vec<PegawaiId>>,
    /// The cycle that somebody is a member of.
    in_cycle: HashMap<PegawaiId, usize>,
}

impl Hierarchy {
    /// Turns the links around; linear in people, RHK and links.
    pub fn new(data: &Data) -> Self {
        let n = data.pegawai.len();
        let mut s = Self {
            atasan: Vec::with_capacity(n),
            first: Vec::with_capacity(n + 1),
            latest: Vec::with_capacity(n),
            bawahan: vec![ThinVec::new(); n],
            other_bawahan: vec![ThinVec::new(); n],
            supporter: Vec::new(),
            first_supporter: Vec::new(),
            first_rhk: Vec::with_capacity(n + 1),
            carrier: vec![Vec::new(); data.sasaran.len()],
            cycle: Vec::new(),
            in_cycle: HashMap::new(),
        };
        for (id, p) in data.all() {
            let from = s.atasan.len();
            s.first.push(short(from));
            let named = p.posting.iter().map(|x| x.nip_atasan.get());
            s.atasan.extend(named.map(|nip| data.find(nip?)));
            let atasan = &s.atasan[from..];
            let latest = p.last_posting_no();
            let last = latest.and_then(|i| atasan[i]);
            if let Some(a) = last.filter(|a| *a != id) {
                s.bawahan[a].push(id);
            }
            for other in atasan.iter().flatten().filter(|a| **a != id && Some(**a) != last) {
                let list = &mut s.other_bawahan[*other];
                if list.last() != Some(&id) {
                    list.push(id);
                }
            }
            s.latest.push(latest.map(short));
        }
        s.first.push(short(s.atasan.len()));
        s.turn_links(data);
        s.find_cycles();
        s
    }

    /// Counts first how many link to each RHK, so that each has its stretch of one list.
    fn turn_links(&mut self, data: &Data) {
        let mut all = 0;
        for p in &data.pegawai {
            self.first_rhk.push(short(all));
            all += p.rhk.len();
        }
        self.first_rhk.push(short(all));
        let mut next = vec![0_u32; all];
        for (_, to) in links(data) {
            if let TautanTarget::Rhk(to) = to
                && let Some(place) = self.place(to)
            {
                next[place] += 1;
            }
        }
        self.first_supporter.reserve_exact(all + 1);
        let mut sum = 0;
        for count in &mut next {
            self.first_supporter.push(sum);
            sum += std::mem::replace(count, sum);
        }
        self.first_supporter.push(sum);
        let nobody = RhkId {
            pegawai: PegawaiId(0),
            rhk: RhkNo(0),
        };
        self.supporter = vec![nobody; index(sum)];
        for (from, to) in links(data) {
            match to {
                TautanTarget::Rhk(to) => {
                    if let Some(place) = self.place(to) {
                        self.supporter[index(next[place])] = from;
                        next[place] += 1;
                    }
                }
                TautanTarget::Sasaran(i) => {
                    if let Some(list) = self.carrier.get_mut(i.index()) {
                        list.push(from);
                    }
                }
            }
        }
    }

    /// Where an RHK stands among those of everybody.
    fn place(&self, rhk: RhkId) -> Option<usize> {
        let i = rhk.pegawai.index();
        let &[from, to] = self.first_rhk.get(i..i + 2)? else {
            return None;
        };
        let place = index(from) + rhk.rhk.index();
        (place < index(to)).then_some(place)
    }

    /// Everybody has at most one atasan, so a walk upwards either ends or runs into itself.
    fn find_cycles(&mut self) {
        let n = self.latest.len();
        let (mut walk_of, mut path) = (vec![usize::MAX; n], Vec::new());
        for start in 0..n {
            path.clear();
            let mut at = start;
            let closed = loop {
                if walk_of[at] != usize::MAX {
                    break walk_of[at] == start;
                }
                walk_of[at] = start;
                path.push(at);
                match self.last_atasan(PegawaiId::at(at)) {
                    Some(next) => at = next.index(),
                    None => break false,
                }
            };
            let Some(from) = path.iter().position(|x| *x == at).filter(|_| closed) else {
                continue;
            };
            let mut members: Vec<PegawaiId> = path[from..].iter().map(|i| PegawaiId::at(*i)).collect();
            let first = members.iter().enumerate().min_by_key(|(_, m)| **m).map_or(0, |(i, _)| i);
            members.rotate_left(first);
            for m in &members {
                self.in_cycle.insert(*m, self.cycle.len());
            }
            self.cycle.push(members);
        }
    }

    /// The atasan in one posting, where the NIP is somebody in the data (the person too, when
    /// the row says so).
    pub fn atasan(&self, pegawai: PegawaiId, posting: usize) -> Option<PegawaiId> {
        self.of_postings(pegawai).get(posting).copied().flatten()
    }

    /// The atasan of each posting.
    fn of_postings(&self, pegawai: PegawaiId) -> &[Option<PegawaiId>] {
        let i = pegawai.index();
        match self.first.get(i..i + 2) {
            Some(&[from, to]) => &self.atasan[index(from)..index(to)],
            _ => &[],
        }
    }

    /// The atasan in the last posting that counts.
    pub fn last_atasan(&self, pegawai: PegawaiId) -> Option<PegawaiId> {
        let posting = self.latest.get(pegawai.index()).copied().flatten()?;
        self.atasan(pegawai, index(posting))
    }

    /// The atasan of all postings, Plt too, each once, by posting.
    pub fn all_atasan(&self, pegawai: PegawaiId) -> Vec<PegawaiId> {
        let mut all = Vec::new();
        for a in self.of_postings(pegawai).iter().flatten() {
            if !all.contains(a) {
                all.push(*a);
            }
        }
        all
    }

    /// Bawahan langsung by their last posting, in order of the data; never the person.
    pub fn bawahan(&self, pegawai: PegawaiId) -> &[PegawaiId] {
        self.bawahan.get(pegawai.index()).map_or(&[], ThinVec::as_slice)
    }

    /// Bawahan of an earlier or Plt posting only.
    pub fn other_bawahan(&self, pegawai: PegawaiId) -> &[PegawaiId] {
        self.other_bawahan.get(pegawai.index()).map_or(&[], ThinVec::as_slice)
    }

    /// The RHK that carry this one, in order of the data.
    pub fn supporter(&self, rhk: RhkId) -> &[RhkId] {
        let bounds = self.place(rhk).and_then(|i| self.first_supporter.get(i..i + 2));
        match bounds {
            Some(&[from, to]) => &self.supporter[index(from)..index(to)],
            _ => &[],
        }
    }

    /// The RHK that carry a sasaran (index in [`Data::sasaran`]).
    pub fn carrier(&self, sasaran: usize) -> &[RhkId] {
        self.carrier.get(sasaran).map_or(&[], Vec::as_slice)
    }

    /// Cycles of atasan; one person who is their own atasan is a cycle of one.
    pub fn cycle(&self) -> &[Vec<PegawaiId>] {
        &self.cycle
    }

    /// The cycle the person is a member of.
    pub fn cycle_of(&self, pegawai: PegawaiId) -> Option<&[PegawaiId]> {
        let i = self.in_cycle.get(&pegawai)?;
        self.cycle.get(*i).map(Vec::as_slice)
    }

    /// Where trees begin: people without an atasan in the data, and of a cycle its first member,
    /// in order of the data. Everybody hangs on exactly one of them.
    pub fn root(&self) -> impl Iterator<Item = PegawaiId> + '_ {
        (0..self.latest.len()).map(PegawaiId::at).filter(|p| match self.cycle_of(*p) {
            Some(members) => members.first() == Some(p),
            None => self.last_atasan(*p).is_none(),
        })
    }
}

/// The links of the period's RHK that lead somewhere, each with the RHK that it is of.
fn links(data: &Data) -> impl Iterator<Item = (RhkId, TautanTarget)> + '_ {
    data.all().flat_map(|(pegawai, p)| {
        let current = RhkNo::each(&p.rhk).filter(|(_, r)| p.has_current(r));
        current.flat_map(move |(rhk, r)| {
            let from = RhkId { pegawai, rhk };
            r.tautan.iter().filter_map(move |link| Some((from, *link.to.as_ref().ok()?)))
        })
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn with_atasan(atasan: &[Option<u32>]) -> Hierarchy {
        let mut s = Hierarchy {
            atasan: atasan.iter().map(|a| a.map(PegawaiId)).collect(),
            first: (0..=short(atasan.len())).collect(),
            latest: vec![Some(0); atasan.len()],
            ..Hierarchy::default()
        };
        s.find_cycles();
        s
    }

    fn members(s: &Hierarchy) -> Vec<Vec<u32>> {
        s.cycle().iter().map(|l| l.iter().map(|p| p.0).collect()).collect()
    }

    #[test]
    fn a_cycle_is_found_once_and_only_its_members_are_in_it() {
        // 3 → 1 → 2 → 1; 0 stands above nobody; 4 hangs on the cycle through 3; 5 on itself
        let s = with_atasan(&[None, Some(2), Some(1), Some(1), Some(3), Some(5)]);
        assert_eq!(members(&s), [vec![1, 2], vec![5]]);
        assert!(s.cycle_of(PegawaiId(3)).is_none());
        assert_eq!(s.root().map(|p| p.0).collect::<Vec<_>>(), [0, 1, 5]);
    }

    #[test]
    fn a_chain_has_one_root_and_no_cycle() {
        let s = with_atasan(&[Some(1), Some(2), None]);
        assert!(s.cycle().is_empty());
        assert_eq!(s.root().map(|p| p.0).collect::<Vec<_>>(), [2]);
    }
}
