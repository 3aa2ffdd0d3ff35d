//! The cascade resolved: every code of `kode_rhk_atasan` (in a form: the text of the intervened RHK)
//! to the RHK or sasaran it names, or to the reason why it names none (`aturan.md` section 4).
//!
//! * The code is looked up in the SKP of `nip_pemberi_tugas` where given, else of the atasan of the
//!   posting the RHK belongs to; for JPT and unit mandiri first among the unit's and its induk's sasaran.
//! * Only RHK utama count, and only those of a posting at the same time.
//! * What is not found there is looked for among those it may have been taken from, to name them.

mod nearest;

use hashbrown::HashMap;
use std::sync::Arc;

use jiff::civil::Date;
use smallvec::{SmallVec, smallvec};

use super::ctx::push_tight;
use super::keys::Keys;
use super::plan_key;
use crate::base::ids::{RhkNo, SasaranId};
use crate::base::origin::Origin;
use crate::base::text::{is_dash, shorten};
use crate::model::vocab::JenisRhk;
use crate::model::{BrokenLink, Data, PegawaiId, Posting, RencanaHasilKerja, RhkId, Tautan, TautanTarget, Text};
use nearest::{CANDIDATES, nearest_code, without_number};
pub(super) use nearest::{bare, nearest_text};

/// Fills [`RencanaHasilKerja::tautan`] of everybody.
pub(super) fn resolve(data: &mut Data) {
    let mut links: Vec<Vec<Box<[Tautan]>>> = Vec::with_capacity(data.pegawai.len());
    {
        let mut resolver = Resolver::new(data);
        for (id, pegawai) in data.all() {
            links.push(
                RhkNo::each(&pegawai.rhk)
                    .map(|(no, rhk)| resolver.links(RhkId { pegawai: id, rhk: no }, rhk).into_boxed_slice())
                    .collect(),
            );
        }
    }
    for (pegawai, links) in data.pegawai.iter_mut().zip(links) {
        for (rhk, links) in pegawai.rhk.iter_mut().zip(links) {
            rhk.tautan = links;
        }
    }
}

/// Links of an RHK that lead nowhere and are kept one by one. A cell of a hundred codes that nobody has would
/// otherwise be a hundred findings, and a file of such cells many times its own size of them.
const SINGLY: usize = 8;
/// Letters of the codes that are named together.
const NAMED: usize = 60;

/// Whether the code names no RHK that the atasan has.
fn leads_nowhere(why: &BrokenLink) -> bool {
    match why {
        BrokenLink::NoSuchKode(_)
        | BrokenLink::OfSomebodyElse(_)
        | BrokenLink::AtasanWithoutNip
        | BrokenLink::NoSuchAtasan(_)
        | BrokenLink::Oneself
        | BrokenLink::Cyclic(_) => true,
        BrokenLink::Tambahan(_) | BrokenLink::PostingOther(_) | BrokenLink::Ambiguous(_) => false,
    }
}

/// The codes that lead nowhere and are no longer told one by one, as one link.
fn together(codes: &[Text], at: Origin, why: BrokenLink) -> Tautan {
    let kode = match codes {
        [one] => one.clone(),
        _ => format!("{} ({} kode)", shorten(&codes.join(", "), NAMED), codes.len()).into(),
    };
    let to = Err(match why {
        // That nobody else has them either is not known of all of them.
        BrokenLink::NoSuchKode(_) | BrokenLink::OfSomebodyElse(_) => BrokenLink::NoSuchKode(None),
        why => why,
    });
    Tautan { kode, at, to }
}

struct Resolver<'d> {
    data: &'d Data,
    keys: Keys,
    /// (person, code or text, RHK), sorted. Codes and texts share the numbers of `keys`.
    by_code: Vec<(PegawaiId, u32, RhkNo)>,
    by_text: Vec<(PegawaiId, u32, RhkNo)>,
    /// The only person whose RHK has the code; `None` when there are several.
    sole: HashMap<u32, Option<RhkId>>,
    /// (unit, code, sasaran), sorted.
    sasaran: Vec<(u32, u32, SasaranId)>,
    /// Atasan of each person's last posting.
    atasan: Vec<Option<PegawaiId>>,
    /// Members of the cycle a person lies on.
    cycle: HashMap<PegawaiId, Arc<[PegawaiId]>>,
    /// A cell's codes, split once for each distinct cell text.
    split: HashMap<usize, Arc<[Text]>>,
}

impl<'d> Resolver<'d> {
    fn new(data: &'d Data) -> Self {
        let mut keys = Keys::default();
        let (mut by_code, mut by_text, mut sole) = (Vec::new(), Vec::new(), HashMap::new());
        let texts = data.pegawai.iter().any(|p| p.rhk.iter().any(|r| r.tautan_text));
        for (id, pegawai) in data.all() {
            for (i, rhk) in RhkNo::each(&pegawai.rhk) {
                let key = keys.of(&rhk.kode);
                by_code.push((id, key, i));
                let this = RhkId { pegawai: id, rhk: i };
                sole.entry(key)
                    .and_modify(|known: &mut Option<RhkId>| *known = known.filter(|k| k.pegawai == id))
                    .or_insert(Some(this));
                if texts {
                    let key = keys.of(&plan_key(&rhk.rhk));
                    by_text.push((id, key, i));
                }
            }
        }
        by_code.sort_unstable();
        by_text.sort_unstable();
        let mut sasaran: Vec<_> = SasaranId::each(&data.sasaran)
            .map(|(i, s)| (keys.of(&s.unit_kerja), keys.of(&s.kode), i))
            .collect();
        sasaran.sort_unstable();
        let atasan: Vec<_> = data
            .all()
            .map(|(_, p)| {
                p.last_posting()
                    .and_then(|x| x.nip_atasan.get())
                    .and_then(|nip| data.find(nip))
            })
            .collect();
        let cycle = cycles(&atasan);
        Self {
            data,
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

    fn links(&mut self, id: RhkId, rhk: &RencanaHasilKerja) -> Vec<Tautan> {
        let Some(written) = rhk.kode_atasan.get() else {
            return Vec::new();
        };
        let codes: Arc<[Text]> = if rhk.tautan_text {
            self.texts_in(id, rhk, written).into()
        } else {
            let address = written.as_ptr().addr();
            let split = self.split.entry(address);
            split.or_insert_with(|| codes_in(written).map(Into::into).collect()).clone()
        };
        let at = rhk.kode_atasan_at();
        let mut links = Vec::new();
        let mut nowhere = 0;
        let mut rest: Vec<Text> = Vec::new();
        let mut why = None;
        for kode in codes.iter().cloned() {
            let to = self.link(id, rhk, &kode);
            match &to {
                Err(broken) if leads_nowhere(broken) && nowhere == SINGLY => {
                    why.get_or_insert_with(|| broken.clone());
                    rest.push(kode);
                }
                _ => {
                    nowhere += usize::from(to.as_ref().is_err_and(leads_nowhere));
                    push_tight(&mut links, Tautan { kode, at, to });
                }
            }
        }
        links.extend(why.map(|why| together(&rest, at, why)));
        links
    }

    /// A form's cell is one text; where that matches nothing, each of its lines is one.
    fn texts_in(&self, id: RhkId, rhk: &RencanaHasilKerja, written: &Text) -> Vec<Text> {
        let lines: Vec<Text> = written
            .split('\n')
            .map(without_number)
            .filter(|l| !l.is_empty())
            .map(Into::into)
            .collect();
        if lines.len() < 2 || self.link(id, rhk, written).is_ok() {
            return vec![written.clone()];
        }
        if lines.iter().any(|l| self.link(id, rhk, l).is_ok()) {
            lines
        } else {
            vec![written.clone()]
        }
    }

    fn link(&self, id: RhkId, rhk: &RencanaHasilKerja, kode: &str) -> Result<TautanTarget, BrokenLink> {
        let data = self.data;
        let pegawai = data.pegawai(id.pegawai);
        let posting = rhk
            .posting
            .and_then(|i| pegawai.posting.get(i))
            .or_else(|| pegawai.last_posting());
        let key = if rhk.tautan_text {
            self.keys.find(&plan_key(kode))
        } else {
            self.keys.find(kode)
        };
        let head = posting
            .and_then(|p| p.jenis_jabatan.get())
            .is_some_and(|j| j.jpt_or_mandiri());
        if head && let Some(i) = posting.zip(key).and_then(|(p, k)| self.sasaran_of(p, k)) {
            return Ok(TautanTarget::Sasaran(i));
        }
        let given_task = !rhk.detail.nip_pemberi_tugas.is_empty();
        let nip = if given_task {
            rhk.detail.nip_pemberi_tugas.get()
        } else {
            posting.and_then(|p| p.nip_atasan.get())
        };
        let nearest_sasaran = || posting.filter(|_| head).and_then(|p| self.nearest_sasaran(p, kode));
        let Some(nip) = nip else {
            // The head of the data set answers to nobody in it: then only the sasaran were looked through.
            let unreadable = if given_task {
                !rhk.detail.nip_pemberi_tugas.is_empty()
            } else {
                posting.is_some_and(|p| p.nip_atasan.is_faulty())
            };
            return Err(if head && !unreadable && !self.sasaran.is_empty() {
                BrokenLink::NoSuchKode(nearest_sasaran())
            } else {
                BrokenLink::AtasanWithoutNip
            });
        };
        let Some(atasan) = data.find(nip) else {
            return Err(BrokenLink::NoSuchAtasan(nip.clone()));
        };
        if atasan == id.pegawai {
            return Err(BrokenLink::Oneself);
        }
        if !given_task && let Some(members) = self.cycle.get(&atasan) {
            return Err(BrokenLink::Cyclic(members.clone()));
        }
        let span = self.span(posting);
        match self.find_in(atasan, key, rhk.tautan_text, span) {
            Some(found) => found,
            None => Err(self.elsewhere(id, key, atasan, rhk.tautan_text).map_or_else(
                || BrokenLink::NoSuchKode(self.nearest(atasan, kode, rhk.tautan_text).or_else(nearest_sasaran)),
                BrokenLink::OfSomebodyElse,
            )),
        }
    }

    /// The atasan's RHK with this code or text; `None` when there is none.
    fn find_in(
        &self,
        atasan: PegawaiId,
        key: Option<u32>,
        text: bool,
        span: (Date, Date),
    ) -> Option<Result<TautanTarget, BrokenLink>> {
        let overlap = |r: &RhkId| {
            let owner = self.data.pegawai(r.pegawai);
            let (from, to) = self.span(self.data.rhk(*r).posting.and_then(|i| owner.posting.get(i)));
            let (from, to) = (from.max(span.0), to.min(span.1));
            from.until(to).map_or(0, |s| i64::from(s.get_days()) + 1)
        };
        let (mut first, mut first_inside) = (None, None);
        // The same code in two of the atasan's postings: the one that shares most of the time.
        let (mut most, mut best) = (0, SmallVec::<[RhkId; 1]>::new());
        for r in self.carried(atasan, key?, text) {
            first.get_or_insert(r);
            let days = overlap(&r);
            if days <= 0 {
                continue;
            }
            first_inside.get_or_insert(r);
            if self.data.rhk(r).jenis.get() == Some(&JenisRhk::Tambahan) {
                continue;
            }
            if days > most {
                (most, best) = (days, smallvec![r]);
            } else if days == most {
                best.push(r);
            }
        }
        Some(match (best[..].as_ref(), first_inside) {
            ([one], _) => Ok(TautanTarget::Rhk(*one)),
            ([], None) => Err(BrokenLink::PostingOther(first?)),
            ([], Some(inside)) => Err(BrokenLink::Tambahan(inside)),
            _ => Err(BrokenLink::Ambiguous(best.into_vec())),
        })
    }

    fn carried(&self, person: PegawaiId, key: u32, text: bool) -> impl Iterator<Item = RhkId> + '_ {
        let list = if text { &self.by_text } else { &self.by_code };
        let start = list.partition_point(|&(p, k, _)| (p, k) < (person, key));
        list[start..]
            .iter()
            .take_while(move |&&(p, k, _)| (p, k) == (person, key))
            .map(move |&(_, _, rhk)| RhkId { pegawai: person, rhk })
    }

    /// Somebody else from whom the code may have been taken: a former atasan, the atasan where a
    /// pemberi tugas is named, those above, and at last the only person in the data who has it.
    fn elsewhere(&self, id: RhkId, key: Option<u32>, asked: PegawaiId, text: bool) -> Option<RhkId> {
        let key = key?;
        let pegawai = self.data.pegawai(id.pegawai);
        let own = pegawai
            .posting
            .iter()
            .rev()
            .take(CANDIDATES)
            .filter_map(|p| p.nip_atasan.get());
        let given = pegawai
            .rhk
            .iter()
            .take(CANDIDATES)
            .filter_map(|r| r.detail.nip_pemberi_tugas.get());
        let named = own.chain(given).filter_map(|nip| self.data.find(nip));
        let above = std::iter::successors(Some(asked), |p| self.atasan[*p]).skip(1).take(10);
        named
            .chain(above)
            .filter(|&p| p != asked && p != id.pegawai)
            .find_map(|p| self.carried(p, key, text).next())
            .or_else(|| {
                self.sole
                    .get(&key)
                    .copied()
                    .flatten()
                    .filter(|r| !text && r.pegawai != id.pegawai && r.pegawai != asked)
            })
    }

    fn span(&self, posting: Option<&Posting>) -> (Date, Date) {
        let (start, end) = (self.data.periode.start(), self.data.periode.end());
        match posting {
            None => (start, end),
            Some(p) => (
                p.mulai.get().copied().unwrap_or(start).max(start),
                p.selesai.get().copied().unwrap_or(end).min(end),
            ),
        }
    }

    /// Keys of the unit of a posting and of its induk.
    fn units(&self, posting: &Posting) -> [Option<u32>; 2] {
        let induk = posting
            .detail
            .unit_induk
            .as_deref()
            .or_else(|| self.data.unit(&posting.unit_kerja).and_then(|u| u.unit_induk.as_deref()));
        [self.keys.find(&posting.unit_kerja), induk.and_then(|u| self.keys.find(u))]
    }

    fn sasaran_of(&self, posting: &Posting, key: u32) -> Option<SasaranId> {
        self.units(posting).into_iter().flatten().find_map(|unit| {
            let i = self.sasaran.partition_point(|&(u, k, _)| (u, k) < (unit, key));
            self.sasaran
                .get(i)
                .filter(|&&(u, k, _)| (u, k) == (unit, key))
                .map(|&(_, _, s)| s)
        })
    }

    fn nearest_sasaran(&self, posting: &Posting, kode: &str) -> Option<Text> {
        let units = self.units(posting);
        let all = self
            .sasaran
            .iter()
            .filter(|&&(u, _, _)| units.contains(&Some(u)))
            .map(|&(_, _, i)| &self.data.sasaran[i].kode);
        nearest_code(kode, all)
    }

    fn nearest(&self, atasan: PegawaiId, kode: &str, text: bool) -> Option<Text> {
        let rhk = &self.data.pegawai(atasan).rhk;
        if text {
            nearest_text(kode, rhk.iter().map(|r| &r.rhk))
        } else {
            nearest_code(kode, rhk.iter().map(|r| &r.kode))
        }
    }
}

/// Codes of a cell: `;`, `,` or a line break between them.
pub(super) fn codes_in(written: &str) -> impl Iterator<Item = &str> {
    written
        .split([';', ',', '\n'])
        .map(str::trim)
        .filter(|c| !c.is_empty() && !is_dash(c))
}

/// People on a cycle of atasan, each with the members in order from the first in the data. Every
/// person has at most one atasan here (of the last posting), so one walk finds them all.
fn cycles(atasan: &[Option<PegawaiId>]) -> HashMap<PegawaiId, Arc<[PegawaiId]>> {
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
                    let shared: Arc<[PegawaiId]> = members.as_slice().into();
                    for &m in &members {
                        found.insert(m, shared.clone());
                    }
                } else if *mark == Some(start) {
                    found.insert(p, Arc::from([p]));
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

    #[test]
    fn codes_are_split_at_every_separator() {
        let codes: Vec<_> = codes_in("A1; A2,A3\nA4 ;").collect();
        assert_eq!(codes, ["A1", "A2", "A3", "A4"]);
        assert_eq!(without_number("1. Meningkatnya mutu"), "Meningkatnya mutu");
    }

    #[test]
    fn the_nearest_is_named_only_when_near() {
        let all: Vec<Text> = ["RHK-01", "RHK-12"].into_iter().map(Into::into).collect();
        assert_eq!(nearest_code("RHK-O1", all.iter()).as_deref(), Some("RHK-01"));
        assert_eq!(nearest_code("XYZ-99", all.iter()), None);
        let texts: Vec<Text> = [
            "Meningkatnya kualitas layanan pendidikan dasar",
            "Tersusunnya laporan keuangan",
        ]
        .into_iter()
        .map(Into::into)
        .collect();
        assert_eq!(
            nearest_text("Meningkatkan kualitas layanan pendidikan dasar", texts.iter()).as_deref(),
            Some("Meningkatnya kualitas layanan pendidikan dasar")
        );
        assert_eq!(nearest_text("Kegiatan lain", texts.iter()), None);
    }
}
