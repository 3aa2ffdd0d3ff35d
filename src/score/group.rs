//! Whose group somebody counts in for the distribution (`aturan.md` 2 "Whose group"; 6/2022 Lampiran
//! p. 94 g): the unit that his pejabat penilai leads. So a head counts with his peers under their
//! own penilai, never in the unit that he leads himself.

use std::cell::RefCell;

use hashbrown::{HashMap, HashSet};

use super::result::HasilPegawai;
use crate::base::text::{is_blank, match_key};
use crate::model::vocab::PredikatOrganisasi;
use crate::model::{Data, PegawaiId, Text, Unit};
use crate::rules::values::Pengelompokan;

/// Who leads which unit, and which unit stands above which.
pub(super) struct Groups<'a> {
    data: &'a Data,
    asked: Pengelompokan,
    /// Rows of the `unit` table by the NIP of their head.
    led: HashMap<&'a str, Vec<&'a Unit>>,
    /// The unit above, by key, as people's own rows say it: for units that the table does not name.
    above: HashMap<Text, &'a Text>,
    /// What [`Self::nearest_above`] found, by key.
    nearest: RefCell<HashMap<Text, Option<(PredikatOrganisasi, Text)>>>,
    /// The head of the whole data set, who has no peers in it.
    head: Option<PegawaiId>,
}

impl<'a> Groups<'a> {
    /// Looks at the units and the people once.
    pub(super) fn new(data: &'a Data, people: &[HasilPegawai], asked: Pengelompokan) -> Self {
        let mut led: HashMap<&str, Vec<&Unit>> = HashMap::new();
        for unit in &data.unit {
            if let Some(nip) = unit.nip_pimpinan.get() {
                led.entry(nip).or_default().push(unit);
            }
        }
        let mut above = HashMap::new();
        for pegawai in &data.pegawai {
            if let Some(posting) = pegawai.last_posting()
                && let Some(induk) = posting.detail.unit_induk.as_ref().filter(|u| !is_blank(u))
                && data.unit(&posting.unit_kerja).is_none()
            {
                above.entry(match_key(&posting.unit_kerja)).or_insert(induk);
            }
        }
        let mut groups = Self {
            data,
            asked,
            led,
            above,
            nearest: RefCell::default(),
            head: None,
        };
        if asked == Pengelompokan::Penilai {
            groups.head = groups.sole_head(people);
        }
        groups
    }

    /// By what people are counted together. Where no unit has a head in the data the penilai cannot
    /// tell, and it is the unit kerja.
    pub(super) fn basis(&self) -> Pengelompokan {
        match self.asked {
            Pengelompokan::Penilai if self.led.is_empty() => Pengelompokan::Unit,
            asked => asked,
        }
    }

    /// The unit in whose group a person counts; `None` for the head of the data set.
    pub(super) fn of(&self, p: &HasilPegawai) -> Option<Text> {
        match self.asked {
            Pengelompokan::Unit => Some(p.unit_kerja.clone()),
            Pengelompokan::Induk => Some(self.above(&p.unit_kerja).unwrap_or_else(|| p.unit_kerja.clone())),
            Pengelompokan::Penilai => self.by_penilai(p),
        }
    }

    fn by_penilai(&self, p: &HasilPegawai) -> Option<Text> {
        if let Some(units) = self.led_by_atasan(p) {
            return Some(self.one_of(units, p));
        }
        if !self.heads_own_unit(p) {
            return Some(p.unit_kerja.clone());
        }
        if let Some(atasan) = self.atasan(p) {
            return Some(self.unit_of(atasan));
        }
        if self.head == Some(p.id) {
            return None;
        }
        self.above(&p.unit_kerja)
    }

    /// Of several units that the atasan leads: the person's own, else the one the atasan works in.
    fn one_of(&self, units: &[&'a Unit], p: &HasilPegawai) -> Text {
        if let [only] = units {
            return only.unit_kerja.clone();
        }
        let own = match_key(&p.unit_kerja);
        if let Some(unit) = units.iter().find(|u| match_key(&u.unit_kerja) == own) {
            return unit.unit_kerja.clone();
        }
        match (self.atasan(p), units.first()) {
            (Some(atasan), _) => self.unit_of(atasan),
            // He is not in the data himself: of his units the first that the table names.
            (None, Some(first)) => first.unit_kerja.clone(),
            (None, None) => p.unit_kerja.clone(),
        }
    }

    fn led_by_atasan(&self, p: &HasilPegawai) -> Option<&[&'a Unit]> {
        let nip = p.nip_atasan.as_ref().filter(|nip| **nip != p.nip)?;
        self.led.get(&**nip).map(Vec::as_slice)
    }

    fn heads_own_unit(&self, p: &HasilPegawai) -> bool {
        let Some(units) = self.led.get(&*p.nip) else { return false };
        let own = match_key(&p.unit_kerja);
        units.iter().any(|u| match_key(&u.unit_kerja) == own)
    }

    fn atasan(&self, p: &HasilPegawai) -> Option<PegawaiId> {
        self.data.find(p.nip_atasan.as_ref()?).filter(|id| *id != p.id)
    }

    /// Unit kerja of somebody's last posting.
    fn unit_of(&self, id: PegawaiId) -> Text {
        let posting = self.data.pegawai(id).last_posting();
        posting.map_or_else(|| "".into(), |x| x.unit_kerja.clone())
    }

    /// Who heads his unit and has nobody above him in the data, if there is one such person only:
    /// of several each has the others for peers. Whose atasan is only missing in his row has a unit of
    /// the data above his own.
    fn sole_head(&self, people: &[HasilPegawai]) -> Option<PegawaiId> {
        let mut heads = people
            .iter()
            .filter(|p| self.heads_own_unit(p) && self.led_by_atasan(p).is_none() && self.atasan(p).is_none());
        let first = heads.next()?;
        if heads.next().is_some() {
            return None;
        }
        // Without a unit above he counts nowhere anyhow.
        let above = match_key(&self.above(&first.unit_kerja)?);
        let led = self.data.unit(&above).is_some_and(|u| u.nip_pimpinan.get().is_some());
        let below_others = led || people.iter().any(|p| match_key(&p.unit_kerja) == above);
        (!below_others).then_some(first.id)
    }

    /// The unit one step above.
    pub(super) fn above(&self, unit: &str) -> Option<Text> {
        let induk = match self.data.unit(unit) {
            Some(row) => row.unit_induk.as_ref(),
            None => self.above.get(&match_key(unit)).copied(),
        };
        induk.filter(|u| !is_blank(u)).cloned()
    }

    /// Predikat organisasi of the nearest unit above that has one (`aturan.md` 2), with its name, for a unit that
    /// has none itself. A cell that cannot be read is not nothing: there the search ends.
    pub(super) fn nearest_above(&self, unit: &str) -> Option<(PredikatOrganisasi, Text)> {
        let mut known = self.nearest.borrow_mut();
        let mut walked: HashSet<Text> = HashSet::new();
        let mut key = match_key(unit);
        let mut above = self.above(unit);
        // What lies above a unit lies above all those below it, too: no part of a chain is walked twice.
        let found = loop {
            if let Some(found) = known.get(&key) {
                break found.clone();
            }
            if !walked.insert(key) {
                break None;
            }
            let Some(name) = above else { break None };
            if let Some(row) = self.data.unit(&name)
                && !row.predikat_organisasi.is_empty()
            {
                break row.organisasi(self.data.periode.tahun()).map(|p| (p, name));
            }
            key = match_key(&name);
            above = self.above(&name);
        };
        known.extend(walked.into_iter().map(|key| (key, found.clone())));
        found
    }
}
