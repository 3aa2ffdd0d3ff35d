//! What the scoring meets about one person: reasons why there is no result, and facts for the checks.

use std::any::Any;

use thin_vec::ThinVec;

use crate::base::ids::IndikatorNo;
use crate::base::origin::Origin;
use crate::finding::{Fact, Noted};
use crate::model::{Data, PegawaiId, RhkId};
use crate::score::findings::{NoPegawaiTable, NoPerilakuTable, NoRealisasiTable, NoSkpTable, NoUmpanBalikColumn};
use crate::score::result::Reason;
use crate::table::TableKind;

/// Reasons and facts of one person.
#[derive(Debug, Clone, Default)]
pub struct Notes {
    reasons: Vec<Reason>,
    facts: Vec<Noted>,
    silent: bool,
    lacking: [bool; NeededTable::ALL.len()],
}

crate::base::ids::listed! {
    /// A table, or a column of one, that a result needs and the whole run lacks.
    #[derive(Debug, Clone, Copy, PartialEq, Eq)]
    pub enum NeededTable {
        /// `skp` (or a form).
        Skp,
        /// `realisasi` (or a form).
        Realisasi,
        /// `perilaku` (or a form).
        Perilaku,
        /// The column `umpan_balik` of the table realisasi.
        UmpanBalik,
        /// `pegawai`: posts, without which no numeric rule can be chosen.
        Pegawai,
    }
}

crate::base::ids::ordinal!(NeededTable);

/// What a run holds of plans and marks, where that is one kind of official file only.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum OnlyHeld {
    /// The e-Kinerja "Laporan SKP": how far planning has come.
    Planning,
    /// Forms of plans, no evaluation.
    PlanForms,
}

impl OnlyHeld {
    /// Of this run.
    pub fn of(data: &Data) -> Option<Self> {
        let none = |kinds: &[TableKind]| !kinds.iter().any(|&k| data.has(k));
        let tables = [
            TableKind::Skp,
            TableKind::Realisasi,
            TableKind::Perilaku,
            TableKind::Penilaian,
        ];
        if !none(&tables) || data.has(TableKind::FormulirEvaluasi) {
            None
        } else if data.has(TableKind::FormulirSkp) {
            Some(Self::PlanForms)
        } else {
            data.has(TableKind::LaporanSkp).then_some(Self::Planning)
        }
    }
}

impl NeededTable {
    /// The fact that it is not there and that so many people wait for it.
    pub fn missing(self, pegawai: u32, data: &Data, held: Option<OnlyHeld>) -> Box<dyn Fact> {
        match self {
            Self::Skp => NoSkpTable {
                pegawai,
                there: data.has(TableKind::Skp),
                planning: held == Some(OnlyHeld::Planning),
            }
            .into(),
            Self::Realisasi => NoRealisasiTable {
                pegawai,
                plan_forms: held == Some(OnlyHeld::PlanForms),
            }
            .into(),
            Self::Perilaku => NoPerilakuTable {
                pegawai,
                plan_forms: held == Some(OnlyHeld::PlanForms),
            }
            .into(),
            Self::UmpanBalik => NoUmpanBalikColumn { pegawai }.into(),
            Self::Pegawai => NoPegawaiTable { pegawai }.into(),
        }
    }
}

impl Notes {
    /// Whether nothing stands in the way of a result.
    pub fn clean(&self) -> bool {
        self.reasons.is_empty()
    }

    /// Whether this reason stands.
    pub fn has(&self, reason: Reason) -> bool {
        self.reasons.contains(&reason)
    }

    /// There is no result for this reason.
    pub fn because(&mut self, reason: Reason) {
        if !self.silent && !self.reasons.contains(&reason) {
            self.reasons.push(reason);
        }
    }

    /// There is no result because the whole run lacks a table; said once for the run.
    pub fn table(&mut self, table: NeededTable) {
        if !self.silent {
            self.lacking[table.ordinal()] = true;
        }
    }

    /// A fact about the person, met at a cell.
    pub fn fact<F: Into<Box<dyn Fact>>>(&mut self, at: Origin, fact: impl FnOnce() -> F) {
        if !self.silent {
            self.facts.push(Noted::new(fact()).at(at));
        }
    }

    /// A fact about the person that adds to one of its kind at the same cell, where there is one.
    pub fn gather<F: Fact + 'static>(&mut self, at: Origin, add: impl FnOnce(&mut F), fact: impl FnOnce() -> F) {
        if self.silent {
            return;
        }
        let known = self.facts.iter_mut().filter(|f| f.at == Some(at)).find_map(|f| {
            let fact: &mut dyn Any = f.fact.as_mut();
            fact.downcast_mut::<F>()
        });
        match known {
            Some(known) => add(known),
            None => self.facts.push(Noted::new(fact()).at(at)),
        }
    }

    /// Where all `of` things of a person lack the same, the first says it for the others: one finding for one
    /// form that is not there.
    pub fn fold<F: Fact + 'static>(&mut self, of: usize, tell: impl FnOnce(&mut F, usize)) {
        let is = |f: &Noted| {
            let fact: &dyn Any = f.fact.as_ref();
            fact.is::<F>()
        };
        let count = self.facts.iter().filter(|f| is(f)).count();
        if count < 2 || count != of {
            return;
        }
        let mut first = true;
        self.facts.retain(|f| !is(f) || std::mem::take(&mut first));
        let kept = self.facts.iter_mut().find_map(|f| {
            let fact: &mut dyn Any = f.fact.as_mut();
            fact.downcast_mut::<F>()
        });
        if let Some(kept) = kept {
            tell(kept, count - 1);
        }
    }

    /// A fact about an RHK.
    pub fn fact_rhk<F: Into<Box<dyn Fact>>>(&mut self, at: Origin, rhk: RhkId, fact: impl FnOnce() -> F) {
        if !self.silent {
            self.facts.push(Noted {
                rhk: Some(rhk),
                ..Noted::new(fact()).at(at)
            });
        }
    }

    /// A fact about an indicator: its index in the RHK.
    pub fn fact_indicator<F: Into<Box<dyn Fact>>>(
        &mut self,
        at: Origin,
        (rhk, indikator): (RhkId, IndikatorNo),
        fact: impl FnOnce() -> F,
    ) {
        if !self.silent {
            self.facts.push(Noted {
                rhk: Some(rhk),
                indikator: Some(indikator),
                ..Noted::new(fact()).at(at)
            });
        }
    }

    /// From here on nothing is noted (what is computed only for somebody else), or again; gives how it was.
    pub fn silent(&mut self, silent: bool) -> bool {
        std::mem::replace(&mut self.silent, silent)
    }

    /// Forgets what was noted: somebody excepted, or whose result comes from elsewhere.
    pub fn forget(&mut self) {
        self.reasons.clear();
        self.facts.clear();
        self.lacking = [false; NeededTable::ALL.len()];
    }

    /// Reasons (sorted, each once), facts about this person in the order they were met, and the tables
    /// waited for.
    pub fn selesai(mut self, id: PegawaiId) -> (Vec<Reason>, ThinVec<Noted>, [bool; NeededTable::ALL.len()]) {
        self.reasons.sort_unstable();
        self.reasons.shrink_to_fit();
        let mut facts = ThinVec::with_capacity(self.facts.len());
        facts.extend(self.facts.into_iter().map(|mut f| {
            f.pegawai = Some(id);
            f
        }));
        (self.reasons, facts, self.lacking)
    }
}
