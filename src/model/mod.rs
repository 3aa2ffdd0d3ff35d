//! The regulation's nouns as types: people with their postings, plans, results and ratings.
//!
//! [`Data`] is one run's data set, built once from the tables of all files and never changed after.
//! People are in a fixed order (first appearance), and whatever belongs to a person hangs on them.

pub mod assemble;
mod by_nip;
pub mod field;
pub mod findings;
pub mod hierarchy;
pub mod kalibrasi;
pub mod kaskade;
pub mod lost_rows;
pub mod pegawai;
pub mod periode;
pub mod read;
pub mod skp;
pub mod unit;
pub mod unknown_plan;

use std::sync::Arc;

use hashbrown::HashMap;

pub use assemble::{BuildError, PeriodChoice, build, period_of};
pub use field::{Field, RowField, State};
pub use hierarchy::Hierarchy;
pub use kaskade::{BrokenLink, RhkId, Tautan, TautanTarget};
pub use lost_rows::LostRows;
pub use pegawai::{
    Away, Defects, LaporanSkp, Lost, NamedBy, NamedPenilai, NilaiPerilaku, Pegawai, Pengecualian, Penilaian, PerilakuDetail,
    Posting, PostingDetail, Scale, Source,
};
pub use periode::Periode;
pub use skp::{
    Indikator, IndikatorAim, IndikatorDetail, Realisasi, RealisasiDetail, RencanaHasilKerja, RhkDetail, Target, TargetNilai,
};
pub use unit::{Sasaran, Unit};

pub use crate::contract::vocab;

use by_nip::ByNip;

use crate::base::origin::Origin;
use crate::finding::Noted;
use crate::model::findings::NumberUnreadable;
use crate::table::TableKind;

pub use crate::base::ids::PegawaiId;
pub use crate::base::text::Text;

/// One run's data set.
#[derive(Debug)]
pub struct Data {
    /// The period assessed.
    pub periode: Periode,
    /// Everybody, once each, in order of first appearance.
    pub pegawai: Vec<Pegawai>,
    /// Rows of the `unit` table.
    pub unit: Vec<Unit>,
    /// Rows of the `sasaran` table.
    pub sasaran: Vec<Sasaran>,
    /// The table kinds that were seen anywhere in the run.
    pub present: Vec<TableKind>,
    /// Kinds of tables that stand in the run and cannot be joined with anybody; told for the table.
    pub lost: Lost,
    /// What rows say that join nobody by their NIP; told where they stand.
    pub lost_rows: LostRows,
    /// Cells that are no figure, in rows of plans, realisasi and perilaku that match nobody.
    pub loose_words: Vec<Origin>,
    /// Whatever names a year is of another one than asked; told for the run.
    pub other_year: bool,
    /// Forms were passed over, because they are for other periods; told for each of them.
    pub other_forms: bool,
    /// A table or form of the run has a column for the umpan balik.
    pub has_umpan_balik: bool,
    /// What did not fit while building.
    pub problems: Vec<Noted>,
    by_nip: ByNip,
    by_unit: HashMap<Text, usize>,
}

impl Data {
    /// From here on a link to an RHK tambahan of the pimpinan is a link like any other: the rule set says
    /// so. As read it is a broken one.
    pub fn tambahan_may_be_intervened(&mut self) {
        let links = self
            .pegawai
            .iter_mut()
            .flat_map(|p| &mut p.rhk)
            .flat_map(|r| r.tautan.iter_mut());
        for link in links {
            if let Err(BrokenLink::Tambahan(id)) = link.to {
                link.to = Ok(TautanTarget::Rhk(id));
            }
        }
    }

    /// A colour that every open cell of its column has says something all the same where somebody knows what. Of the marks of
    /// perilaku it is forgotten where nobody does.
    pub fn take_colours(&mut self, is_known: impl Fn(&skp::UmpanBalikContent) -> bool) {
        let all = self
            .pegawai
            .iter_mut()
            .flat_map(|p| &mut p.rhk)
            .flat_map(|r| &mut r.umpan_balik);
        for said in all.filter(|u| u.colour().is_some() && !u.says()) {
            if let State::Given(content) = &mut said.content.state
                && is_known(content)
                && let skp::UmpanBalikContent::Colour(colour) = content
            {
                colour.tint.everywhere = false;
            }
        }
        for mark in self.pegawai.iter_mut().flat_map(|p| &mut p.perilaku) {
            let State::Given(Scale::Colour(colour)) = &mark.nilai.state else {
                continue;
            };
            if colour.tint.everywhere {
                let mut known = colour.clone();
                known.tint.everywhere = false;
                let is_known = is_known(&skp::UmpanBalikContent::Colour(known.clone()));
                let detail = Arc::make_mut(&mut mark.detail);
                detail.nilai.state = if is_known {
                    State::Given(Scale::Colour(known))
                } else {
                    State::Empty
                };
            }
        }
    }

    /// The rule set counts: words in place of a figure are a fault where a row matches nobody, too, and has no
    /// indicator that would tell it.
    pub fn figures_are_due(&mut self) {
        let loose = std::mem::take(&mut self.loose_words);
        self.problems
            .extend(loose.into_iter().map(|at| Noted::new(NumberUnreadable { why: None }).at(at)));
    }

    /// Puts a data set together. People whose NIP could not be read are not found by NIP.
    #[must_use]
    pub fn new(
        periode: Periode,
        mut pegawai: Vec<Pegawai>,
        unit: Vec<Unit>,
        sasaran: Vec<Sasaran>,
        present: Vec<TableKind>,
        problems: Vec<Noted>,
    ) -> Self {
        let by_unit = unit
            .iter()
            .enumerate()
            .map(|(i, u)| (crate::base::text::match_key(&u.unit_kerja), i))
            .collect();
        for p in &mut pegawai {
            p.place_in(periode);
        }
        Self {
            by_nip: ByNip::new(&pegawai),
            periode,
            pegawai,
            unit,
            sasaran,
            present,
            lost: Lost::default(),
            lost_rows: LostRows::default(),
            loose_words: Vec::new(),
            other_year: false,
            other_forms: false,
            has_umpan_balik: true,
            problems,
            by_unit,
        }
    }

    /// The person.
    #[must_use]
    pub fn pegawai(&self, id: PegawaiId) -> &Pegawai {
        &self.pegawai[id]
    }

    /// Everybody with their id.
    pub fn all(&self) -> impl Iterator<Item = (PegawaiId, &Pegawai)> {
        (0u32..).map(PegawaiId).zip(&self.pegawai)
    }

    /// The person with this (cleaned, 18-digit) NIP.
    #[must_use]
    pub fn find(&self, nip: &str) -> Option<PegawaiId> {
        self.by_nip.find(&self.pegawai, nip)
    }

    /// The RHK.
    #[must_use]
    pub fn rhk(&self, id: RhkId) -> &RencanaHasilKerja {
        &self.pegawai(id.pegawai).rhk[id.rhk]
    }

    /// The `unit` row of a unit kerja, matched after cleaning.
    #[must_use]
    pub fn unit(&self, unit_kerja: &str) -> Option<&Unit> {
        self.by_unit
            .get(&*crate::base::text::matched(unit_kerja))
            .map(|&i| &self.unit[i])
    }

    /// Whether a table of this kind was in the run at all.
    #[must_use]
    pub fn has(&self, jenis: TableKind) -> bool {
        self.present.contains(&jenis)
    }
}
