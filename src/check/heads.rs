//! What the SKP of a head of unit must measure (`aturan.md` 4): shared by the checks of it.

use hashbrown::HashSet;

use super::Context;
use crate::base::origin::Origin;
use crate::model::PegawaiId;
use crate::model::vocab::{JenisRhk, Perspektif};
use crate::table::TableKind;

/// The perspektif that the indicators of a head measure.
#[derive(Debug)]
pub struct HeadMeasures {
    /// The head.
    pub id: PegawaiId,
    /// The cell to point at: the first perspektif.
    pub at: Origin,
    /// The perspektif that are given.
    pub given: HashSet<Perspektif>,
    /// Every indicator of an RHK utama names its perspektif.
    pub complete: bool,
}

impl HeadMeasures {
    /// Whether there is an indicator of tugas dan fungsi: any perspektif but anggaran.
    pub fn tugas_fungsi(&self) -> bool {
        self.given.iter().any(|w| *w != Perspektif::Anggaran)
    }
}

/// JPT who lead a unit, and heads of a unit mandiri, with what their SKP measures. Whose SKP gives no
/// perspektif at all cannot be judged: that is a finding of its own.
pub fn measures(ctx: &Context<'_>) -> Vec<HeadMeasures> {
    let leaders: HashSet<&str> = ctx
        .data
        .unit
        .iter()
        .filter_map(|u| u.nip_pimpinan.get().map(|n| &**n))
        .collect();
    let mut heads = Vec::new();
    for (id, p) in ctx.data.all() {
        let Some(jenis) = p.last_posting().and_then(|x| x.jenis_jabatan.get()) else {
            continue;
        };
        // What the rows measure that may be his and cannot be joined is not known.
        if p.incomplete.has(TableKind::Skp) {
            continue;
        }
        // A JPT without a unit (staf ahli) is none; known only where the unit table names leaders.
        let mandiri = *jenis == crate::model::vocab::JenisJabatan::UnitMandiri;
        if !jenis.jpt_or_mandiri() || !(mandiri || leaders.is_empty() || leaders.contains(&*p.nip)) {
            continue;
        }
        let indicators = || {
            p.rhk
                .iter()
                .filter(|r| r.jenis.get() != Some(&JenisRhk::Tambahan))
                .flat_map(|r| &r.indikator)
        };
        let Some(first) = indicators().find(|i| i.detail.perspektif.get().is_some()) else {
            continue;
        };
        heads.push(HeadMeasures {
            id,
            at: first.detail.perspektif.at(first.at),
            given: indicators().filter_map(|i| i.detail.perspektif.get().copied()).collect(),
            complete: indicators().all(|i| i.detail.perspektif.get().is_some()),
        });
    }
    heads
}
