//! Results of units: counts, groups, the distribution.

use std::ops::Deref;

use super::Tally;
use crate::base::figure::Decimal;
use crate::model::{PegawaiId, Text};
use crate::rules::values::Pengelompokan;
use crate::score::distribusi::RuleWords;

/// Result of a unit.
#[derive(Debug, Clone)]
pub struct HasilUnit {
    /// Unit kerja.
    pub unit_kerja: Text,
    /// The unit above.
    pub unit_induk: Option<Text>,
    /// Its own predikat organisasi, as known.
    pub predikat_organisasi: Option<crate::model::vocab::PredikatOrganisasi>,
    /// People, excepted ones included.
    pub count: u32,
    /// People scored.
    pub dinilai: u32,
    /// Mean nilai kinerja over the people scored, 2 decimals.
    pub average_nilai: Option<Decimal>,
    /// People scored per predikat, best first; serialised under the rule set's labels.
    pub predikat: Tally,
    /// The distribution check of the group that stands at this unit, which may hold others than
    /// those who work here; `None` where nothing can be checked.
    pub distribusi: Option<Distribusi>,
    /// Who works here, in order of the data.
    pub members: Vec<PegawaiId>,
    /// Who counts together here in the distribution.
    pub kelompok: UnitGroup,
}

impl HasilUnit {
    /// Its name in a sentence or a table; whose rows name no unit stand together.
    #[must_use]
    pub fn name(&self) -> &str {
        if self.unit_kerja.is_empty() {
            "(tanpa unit kerja)"
        } else {
            &self.unit_kerja
        }
    }
}

/// The people counted together in a unit's distribution (`aturan.md` 2, "Whose group").
#[derive(Debug, Clone, Default)]
pub struct UnitGroup {
    /// By what people are counted together.
    pub basis: Pengelompokan,
    /// How many are scored: the N of every share.
    pub n: u32,
    /// They, in order of the data.
    pub members: Vec<PegawaiId>,
    /// They, per predikat, best first, under the rule set's labels.
    pub predikat: Tally,
    /// They and those who are not scored yet, for whoever asks what a rating would change.
    pub with_open: Vec<PegawaiId>,
    /// The predikat organisasi that the pattern goes by.
    pub predikat_organisasi: Option<crate::model::vocab::PredikatOrganisasi>,
    /// The unit above it is taken from, where this one has none.
    pub organisasi_source: Option<Text>,
    /// The year that it is of, where that is not the assessed one.
    pub organisasi_year: Option<i16>,
}

/// A unit's distribution against the law's bounds.
#[derive(Debug, Clone)]
pub struct Distribusi {
    /// People counted: those scored.
    pub n: u32,
    /// They, per predikat, best first.
    pub predikat: Tally,
    /// All rules hold.
    pub sesuai: bool,
    /// Some whole-person distribution at this N satisfies all rules.
    pub possible: bool,
    /// Fewest people that would have to change group; `None` when impossible.
    pub least_moves: Option<u32>,
    /// All rules, satisfied ones too.
    pub aturan: Vec<AturanDistribusi>,
    /// One cheapest way: how many from which predikat to which. Advice only; none for a small group.
    pub moves: Vec<Move>,
    /// Fewer people than `ukuran_terkecil`: what deviates is a note.
    pub small: bool,
}

impl Distribusi {
    /// The group deviates though it need not, and is large enough for that to mean something.
    pub const fn deviates(&self) -> bool {
        !self.sesuai && self.possible && !self.small
    }
}

/// One rule of a distribution in persons, which reads as if its words stood here.
#[derive(Debug, Clone)]
pub struct AturanDistribusi {
    /// What it says.
    pub words: RuleWords,
    /// How many there are.
    pub count: u32,
    /// Upper bound in persons.
    pub most: Option<u32>,
    /// Lower bound in persons.
    pub least: Option<u32>,
    /// Over the upper bound by so many.
    pub excess: Option<u32>,
    /// Under the lower bound (or short of being the largest) by so many.
    pub lacking: Option<u32>,
}

impl Deref for AturanDistribusi {
    type Target = RuleWords;

    fn deref(&self) -> &RuleWords {
        &self.words
    }
}

/// A step of the cheapest way to a fitting distribution.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Move {
    /// From this predikat.
    pub from: &'static str,
    /// To this one.
    pub to: &'static str,
    /// So many people.
    pub count: u32,
    /// Who stands nearest to the boundary, by nilai (numeric sets), nearest first.
    pub nearest: Vec<PegawaiIdSer>,
}

/// A person in advice: index in the data, not part of any output by itself.
pub type PegawaiIdSer = u32;
