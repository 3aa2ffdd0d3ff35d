//! What is told of a plan only because another row of it could not be joined: the rows below the first row of an RHK
//! leave blank what that one says, and realisasi are for indicators that stand in it.

use std::any::Any;
use std::collections::BTreeSet;

use hashbrown::HashMap;
use smallvec::SmallVec;

use crate::base::ids::PegawaiId;
use crate::base::origin::Origin;
use crate::base::text::{clean, match_key};
use crate::finding::Noted;
use crate::model::assemble::ctx::Ctx;
use crate::model::assemble::people::People;
use crate::model::assemble::row_at;
use crate::model::assemble::rows::{Line, TableRows};
use crate::model::findings::{RealisasiUnknown, ValueMissing};
use crate::model::unknown_plan::UnknownPlan;
use crate::model::vocab::Aspek;
use crate::model::{State, Text};
use crate::table::{Key, TableKind};

/// An RHK as its lost rows say it.
#[derive(Default)]
struct LostRhk {
    rhk: bool,
    jenis: bool,
    kode_atasan: bool,
    /// The aspek of their indicators, each once.
    aspek: SmallVec<[Option<Aspek>; 4]>,
}

impl LostRhk {
    fn add(&mut self, row: &Line<'_, '_>) {
        let fills = |key: Key| !row.cell(key).says_nothing();
        self.rhk |= fills(Key::Rhk);
        self.jenis |= fills(Key::Jenis);
        self.kode_atasan |= fills(Key::KodeRhkAtasan);
        let aspek = aspek_of(row);
        if !self.aspek.contains(&aspek) {
            self.aspek.push(aspek);
        }
    }

    /// Whether that is what is missing: a cell that the first row of an RHK fills for all of its rows, or what a
    /// realisasi is for.
    fn has(&self, problem: &Noted, table_rows: &[TableRows<'_>]) -> bool {
        let fact: &dyn Any = problem.fact.as_ref();
        if let Some(missing) = fact.downcast_ref::<ValueMissing>() {
            return self.rhk && missing.column == Key::Rhk.name() || self.jenis && missing.column == Key::Jenis.name();
        }
        match fact.downcast_ref::<RealisasiUnknown>().map(|f| &f.what) {
            Some(UnknownPlan::Rhk) => true,
            Some(UnknownPlan::Indikator(_)) => {
                let realisasi = problem.at.and_then(|at| row_at(table_rows, at));
                realisasi.is_some_and(|row| self.aspek.contains(&aspek_of(&row)))
            }
            _ => false,
        }
    }
}

/// The aspek of a row of plans or realisasi.
pub(super) fn aspek_of(row: &Line<'_, '_>) -> Option<Aspek> {
    Ctx::word_silent(row.cell(Key::Aspek))
}

/// Takes back what these rows of `skp`, of whom they are probably, say themselves.
pub(super) fn take_back<'a>(ctx: &mut Ctx<'a>, people: &mut People, table_rows: &[TableRows<'a>], lost: &[(PegawaiId, Origin)]) {
    let mut said: HashMap<(Text, Text), LostRhk> = HashMap::new();
    let mut owners = BTreeSet::new();
    for &(id, at) in lost {
        let Some(row) = row_at(table_rows, at).filter(|row| row.jenis() == TableKind::Skp) else {
            continue;
        };
        let kode = match_key(&clean(&row.cell(Key::KodeRhk).value.written()));
        if !kode.is_empty() {
            owners.insert(id);
            said.entry((people.get(id).nip.clone(), kode)).or_default().add(&row);
        }
    }
    if said.is_empty() {
        return;
    }
    let of = |nip: &Text, kode: &Text| said.get(&(nip.clone(), match_key(kode)));
    ctx.problems.retain(|p| {
        let said = p.nip.as_ref().zip(p.kode_rhk.as_ref()).and_then(|(nip, kode)| of(nip, kode));
        !said.is_some_and(|said| said.has(p, table_rows))
    });
    for id in owners {
        let person = people.get(id);
        for rhk in &mut person.rhk {
            if rhk.names_none() && of(&person.nip, &rhk.kode).is_some_and(|said| said.kode_atasan) {
                rhk.detail_mut().kode_atasan_cell.state = State::Faulty;
            }
        }
    }
}
