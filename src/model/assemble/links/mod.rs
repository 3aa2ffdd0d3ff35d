//! The cascade resolved: every code of `kode_rhk_atasan` (in a form: the text of the intervened RHK)
//! to the RHK or sasaran it names, or to the reason why it names none (`aturan.md` section 4).
//!
//! * The code is looked up in the SKP of `nip_pemberi_tugas` where given, else of the atasan of the
//!   posting the RHK belongs to; for JPT and unit mandiri first among the unit's and its induk's sasaran.
//! * Only RHK utama count, and only those of a posting at the same time.
//! * What is not found there is looked for among those it may have been taken from, to name them.

mod index;
mod nearest;

use std::sync::Arc;

use jiff::civil::Date;
use smallvec::{SmallVec, smallvec};

use super::plan_key;
use crate::base::few::Few;
use crate::base::ids::{RhkNo, SasaranId};
use crate::base::text::{is_dash, shorten};
use crate::model::vocab::JenisRhk;
use crate::model::{BrokenLink, Data, PegawaiId, Posting, RencanaHasilKerja, RhkId, Tautan, TautanTarget, Text, Unit};
use index::LinkIndex;
use nearest::{CANDIDATES, nearest_code, without_number};
pub(super) use nearest::{bare, nearest_text};

/// Fills [`RencanaHasilKerja::tautan`] of everybody.
pub(super) fn resolve(data: &mut Data) {
    let mut index = LinkIndex::new(data);
    let mut found: Vec<Few<Tautan>> = Vec::new();
    for id in (0..data.pegawai.len()).map(PegawaiId::at) {
        let mut resolver = Resolver { data, index: &mut index };
        let own = RhkNo::each(&data.pegawai(id).rhk);
        found.extend(own.map(|(no, rhk)| resolver.links(RhkId { pegawai: id, rhk: no }, rhk)));
        // Nobody's links depend on links: each person's are put where they belong before the next one's are looked for.
        for (rhk, links) in data.pegawai[id].rhk.iter_mut().zip(found.drain(..)) {
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
        BrokenLink::Tambahan(_) | BrokenLink::PostingOther(_) | BrokenLink::Ambiguous(_) | BrokenLink::InLostRow(_) => false,
    }
}

/// The codes that lead nowhere and are no longer told one by one, as one link.
fn together(codes: &[Text], why: BrokenLink) -> Tautan {
    let kode = match codes {
        [one] => one.clone(),
        _ => format!("{} ({} kode)", shorten(&codes.join(", "), NAMED), codes.len()).into(),
    };
    let to = Err(match why {
        // That nobody else has them either is not known of all of them.
        BrokenLink::NoSuchKode(_) | BrokenLink::OfSomebodyElse(_) => BrokenLink::NoSuchKode(None),
        why => why,
    });
    Tautan { kode, to }
}

/// One person's links are resolved by what is known of everybody.
struct Resolver<'d> {
    data: &'d Data,
    index: &'d mut LinkIndex,
}

impl Resolver<'_> {
    fn links(&mut self, id: RhkId, rhk: &RencanaHasilKerja) -> Few<Tautan> {
        let Some(written) = &rhk.kode_atasan else {
            return Few::new();
        };
        let codes: Arc<[Text]> = if rhk.tautan_text {
            self.texts_in(id, rhk, written).into()
        } else {
            let address = written.as_ptr().addr();
            let split = self.index.split.entry(address);
            split.or_insert_with(|| codes_in(written).map(Into::into).collect()).clone()
        };
        // Where codes are asked for, the sentence of the RHK itself says which is meant, too.
        if !rhk.tautan_text && is_sentence(written) && !codes.iter().any(|kode| self.link(id, rhk, kode, false).is_ok()) {
            let texts = self.texts_in(id, rhk, written).into_iter();
            return texts
                .map(|kode| Tautan {
                    to: self.link(id, rhk, &kode, true),
                    kode,
                })
                .collect();
        }
        let mut links = Few::new();
        let mut nowhere = 0;
        let mut rest: Vec<Text> = Vec::new();
        let mut why = None;
        for kode in codes.iter().cloned() {
            let to = self.link(id, rhk, &kode, rhk.tautan_text);
            match &to {
                Err(broken) if leads_nowhere(broken) && nowhere == SINGLY => {
                    why.get_or_insert_with(|| broken.clone());
                    rest.push(kode);
                }
                _ => {
                    nowhere += usize::from(to.as_ref().is_err_and(leads_nowhere));
                    links.push(Tautan { kode, to });
                }
            }
        }
        if let Some(why) = why {
            links.push(together(&rest, why));
        }
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
        if lines.len() < 2 || self.link(id, rhk, written, true).is_ok() {
            return vec![written.clone()];
        }
        if lines.iter().any(|l| self.link(id, rhk, l, true).is_ok()) {
            lines
        } else {
            vec![written.clone()]
        }
    }

    /// What a code leads to, or where `text` says so the text of an RHK.
    fn link(&self, id: RhkId, rhk: &RencanaHasilKerja, kode: &str, text: bool) -> Result<TautanTarget, BrokenLink> {
        let data = self.data;
        let pegawai = data.pegawai(id.pegawai);
        let posting = rhk
            .posting()
            .and_then(|i| pegawai.posting.get(i))
            .or_else(|| pegawai.last_posting());
        let key = if text {
            self.index.keys.find(&plan_key(kode))
        } else {
            self.index.keys.find(kode)
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
            return Err(if head && !unreadable && !self.index.sasaran.is_empty() {
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
        if !given_task && let Some(members) = self.index.cycle.get(&atasan) {
            return Err(BrokenLink::Cyclic(members.clone()));
        }
        // What is of a posting outside the period is held against the days of the postings themselves.
        let within = !posting.is_some_and(|p| p.outside);
        let span = self.span(posting, within);
        match self.find_in(atasan, key, text, (span, within)) {
            Some(found) => found,
            None => Err(self.elsewhere(id, key, atasan, text).map_or_else(
                || BrokenLink::NoSuchKode(self.nearest(atasan, kode, text).or_else(nearest_sasaran)),
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
        (span, within): ((Date, Date), bool),
    ) -> Option<Result<TautanTarget, BrokenLink>> {
        let overlap = |r: &RhkId| {
            let owner = self.data.pegawai(r.pegawai);
            let (from, to) = self.span(self.data.rhk(*r).posting().and_then(|i| owner.posting.get(i)), within);
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
            _ => Err(BrokenLink::Ambiguous(best.into_iter().collect())),
        })
    }

    fn carried(&self, person: PegawaiId, key: u32, text: bool) -> impl Iterator<Item = RhkId> + '_ {
        let list = if text { &self.index.by_text } else { &self.index.by_code };
        list.of(person, key).map(move |rhk| RhkId { pegawai: person, rhk })
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
        let above = std::iter::successors(Some(asked), |p| self.index.atasan[*p]).skip(1).take(10);
        named
            .chain(above)
            .filter(|&p| p != asked && p != id.pegawai)
            .find_map(|p| self.carried(p, key, text).next())
            .or_else(|| {
                self.index
                    .sole
                    .get(&key)
                    .copied()
                    .flatten()
                    .filter(|r| !text && r.pegawai != id.pegawai && r.pegawai != asked)
            })
    }

    /// The days of a posting, those of the period only where it is asked so.
    fn span(&self, posting: Option<&Posting>, within: bool) -> (Date, Date) {
        let (start, end) = (self.data.periode.start(), self.data.periode.end());
        match posting {
            None => (start, end),
            Some(p) if !within => (
                p.mulai.get().copied().unwrap_or(Date::MIN),
                p.selesai.get().copied().unwrap_or(Date::MAX),
            ),
            Some(p) => (
                p.mulai.get().copied().unwrap_or(start).max(start),
                p.selesai.get().copied().unwrap_or(end).min(end),
            ),
        }
    }

    /// Keys of the unit of a posting, by the name that it shares with others, too, and of its induk.
    fn units(&self, posting: &Posting) -> [Option<u32>; 3] {
        let induk = posting
            .detail
            .unit_induk
            .as_deref()
            .or_else(|| self.data.unit(&posting.unit_kerja).and_then(|u| u.unit_induk.as_deref()));
        let shared = induk.and_then(|above| Unit::shared_name(&posting.unit_kerja, above));
        [
            self.index.keys.find(&posting.unit_kerja),
            shared.and_then(|name| self.index.keys.find(name)),
            induk.and_then(|u| self.index.keys.find(u)),
        ]
    }

    fn sasaran_of(&self, posting: &Posting, key: u32) -> Option<SasaranId> {
        self.units(posting).into_iter().flatten().find_map(|unit| {
            let i = self.index.sasaran.partition_point(|&(u, k, _)| (u, k) < (unit, key));
            self.index
                .sasaran
                .get(i)
                .filter(|&&(u, k, _)| (u, k) == (unit, key))
                .map(|&(_, _, s)| s)
        })
    }

    fn nearest_sasaran(&self, posting: &Posting, kode: &str) -> Option<Text> {
        let units = self.units(posting);
        let all = self
            .index
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

/// Whether a cell holds a sentence, and no codes: two words of it are longer than what codes are made of.
pub(super) fn is_sentence(written: &str) -> bool {
    let is_long = |word: &&str| word.chars().filter(|c| c.is_alphabetic()).count() >= 4;
    written.contains(' ') && written.split(' ').filter(is_long).nth(1).is_some()
}

/// Codes of a cell: `;`, `,` or a line break between them.
pub(super) fn codes_in(written: &str) -> impl Iterator<Item = &str> {
    written
        .split([';', ',', '\n'])
        .map(str::trim)
        .filter(|c| !c.is_empty() && !is_dash(c))
}

#[cfg(test)]
mod tests {
    use super::*;

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
