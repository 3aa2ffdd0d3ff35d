//! What the scoring meets about one person: reasons why there is no result, and facts for the checks.

use crate::base::origin::Origin;
use crate::model::RhkId;
use crate::score::result::{Fact, FactKind, Reason};
use crate::table::JenisTabel;

/// Reasons and facts of one person.
#[derive(Debug, Clone, Default)]
pub struct Notes {
    sebab: Vec<Reason>,
    fakta: Vec<Fact>,
    diam: bool,
    kurang: [bool; NeededTable::ALL.len()],
}

/// A table that a result needs and the whole run lacks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NeededTable {
    /// `skp` (or a form).
    Skp,
    /// `realisasi` (or a form).
    Realisasi,
    /// `perilaku` (or a form).
    Perilaku,
    /// `pegawai`: posts, without which no numeric rule can be chosen.
    Pegawai,
}

impl NeededTable {
    /// All of them.
    pub const ALL: [Self; 4] = [Self::Skp, Self::Realisasi, Self::Perilaku, Self::Pegawai];

    /// As a table kind.
    pub const fn jenis(self) -> JenisTabel {
        match self {
            Self::Skp => JenisTabel::Skp,
            Self::Realisasi => JenisTabel::Realisasi,
            Self::Perilaku => JenisTabel::Perilaku,
            Self::Pegawai => JenisTabel::Pegawai,
        }
    }
}

impl Notes {
    /// Whether nothing stands in the way of a result.
    pub fn bersih(&self) -> bool {
        self.sebab.is_empty()
    }

    /// Whether this reason stands.
    pub fn ada(&self, sebab: Reason) -> bool {
        self.sebab.contains(&sebab)
    }

    /// There is no result for this reason.
    pub fn sebab(&mut self, sebab: Reason) {
        if !self.diam && !self.sebab.contains(&sebab) {
            self.sebab.push(sebab);
        }
    }

    /// There is no result because the whole run lacks a table; said once for the run.
    pub fn tabel(&mut self, tabel: NeededTable) {
        if !self.diam {
            self.kurang[tabel as usize] = true;
        }
    }

    /// A fact for the checks.
    pub fn fakta(&mut self, jenis: FactKind, at: Origin, rincian: impl FnOnce() -> String) {
        self.fakta_rhk(jenis, at, None, None, rincian);
    }

    /// A fact about an RHK or one of its indicators.
    pub fn fakta_rhk(
        &mut self,
        jenis: FactKind,
        at: Origin,
        rhk: Option<RhkId>,
        indikator: Option<u32>,
        rincian: impl FnOnce() -> String,
    ) {
        if !self.diam {
            self.fakta.push(Fact {
                jenis,
                at: Some(at),
                rhk,
                indikator,
                rincian: rincian(),
            });
        }
    }

    /// From here on nothing is noted (what is computed only for somebody else), or again.
    pub fn diam(&mut self, diam: bool) {
        self.diam = diam;
    }

    /// Forgets what was noted: somebody excepted, or whose result comes from elsewhere.
    pub fn forget(&mut self) {
        self.sebab.clear();
        self.fakta.clear();
        self.kurang = [false; NeededTable::ALL.len()];
    }

    /// Reasons (sorted, each once), facts in the order they were met, and the tables waited for.
    pub fn selesai(mut self) -> (Vec<Reason>, Vec<Fact>, [bool; NeededTable::ALL.len()]) {
        self.sebab.sort_unstable();
        (self.sebab, self.fakta, self.kurang)
    }
}
