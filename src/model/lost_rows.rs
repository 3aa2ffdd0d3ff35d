//! What stands in rows that join nobody, because their NIP cannot be read or has a slip in it: nobody is told that it is
//! missing.

use std::collections::{BTreeMap, BTreeSet};

use super::assemble::plan_key;
use super::{Data, PegawaiId, RencanaHasilKerja, RhkId, Text};
use crate::base::origin::Origin;
use crate::base::text::match_key;

/// An RHK as lost rows name it: whose it may be, `None` where nobody knows, and the key of its code, or of its text where it
/// has no code there, empty where they say neither.
type NamedRhk = (Option<PegawaiId>, Text);

/// What such rows say, as far as others are told of its absence.
#[derive(Debug, Default)]
pub struct LostRows {
    /// NIPs that others write, and that may be those of rows which say who there is and cannot be read; told there.
    pub strangers: BTreeSet<Text>,
    /// RHK of which rows of `skp` are lost, and where the first of these stands.
    pub(super) plans: BTreeMap<NamedRhk, Origin>,
    /// The same by the key of their text, for those who name them by it.
    pub(super) texts: BTreeMap<NamedRhk, Origin>,
    /// RHK of which rows of `realisasi` are lost.
    pub(super) realisasi: BTreeSet<NamedRhk>,
    /// What lost rows of `skp` name in `kode_rhk_atasan`, and in whose SKP: `None` where nobody knows.
    pub(super) links: BTreeSet<(Text, Option<PegawaiId>)>,
}

/// The keys by which rows may name an RHK.
fn keys(rhk: &RencanaHasilKerja) -> [Text; 2] {
    [match_key(&rhk.kode), plan_key(&rhk.rhk)]
}

fn first(rows: &BTreeMap<NamedRhk, Origin>, id: PegawaiId, key: &Text) -> Option<Origin> {
    let of = |owner| rows.get(&(owner, key.clone())).copied();
    of(Some(id)).or_else(|| of(None))
}

impl LostRows {
    /// Where the first row stands that may be of somebody's RHK with this code.
    #[must_use]
    pub fn plan(&self, id: PegawaiId, kode: &str) -> Option<Origin> {
        first(&self.plans, id, &match_key(kode))
    }

    /// The same by its text.
    #[must_use]
    pub fn plan_of_text(&self, id: PegawaiId, text: &str) -> Option<Origin> {
        first(&self.texts, id, &plan_key(text))
    }

    /// Whether a lost row names this sasaran.
    #[must_use]
    pub fn name_sasaran(&self, kode: &str) -> bool {
        let key = match_key(kode);
        let mut from = self.links.range((key.clone(), None)..);
        from.next().is_some_and(|(named, _)| *named == key)
    }
}

impl Data {
    /// Whether rows of `skp` that may be of this RHK are lost.
    #[must_use]
    pub fn has_lost_plan(&self, id: RhkId) -> bool {
        let lost = &self.lost_rows.plans;
        !lost.is_empty() && self.named_by(id, |named| lost.contains_key(named))
    }

    /// Whether rows of `realisasi` that may be of this RHK are lost.
    #[must_use]
    pub fn has_lost_realisasi(&self, id: RhkId) -> bool {
        let lost = &self.lost_rows.realisasi;
        !lost.is_empty() && self.named_by(id, |named| lost.contains(named))
    }

    /// Whether a lost row of `skp` may support this RHK.
    #[must_use]
    pub fn may_be_supported(&self, id: RhkId) -> bool {
        let lost = &self.lost_rows.links;
        let by = |key: Text| lost.contains(&(key.clone(), None)) || lost.contains(&(key, Some(id.pegawai)));
        !lost.is_empty() && keys(self.rhk(id)).into_iter().any(by)
    }

    fn named_by(&self, id: RhkId, is_lost: impl Fn(&NamedRhk) -> bool) -> bool {
        let named = keys(self.rhk(id)).into_iter().chain([Text::default()]);
        named.map(|key| (Some(id.pegawai), key)).any(|named| is_lost(&named))
    }
}
