//! What the SKP of a head of unit must measure (`aturan.md` 4): shared by two checks.

use hashbrown::HashSet;

use super::Context;
use crate::base::origin::Origin;
use crate::model::PegawaiId;
use crate::model::vocab::{JenisRhk, Perspektif};

/// What must be measured.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Measures {
    /// Use of the budget: perspektif anggaran.
    Anggaran,
    /// Tugas dan fungsi: any other perspektif.
    TugasFungsi,
}

/// JPT who lead a unit, and heads of a unit mandiri, whose SKP lacks the measure; with the cell to
/// point at. Whose SKP gives no perspektif at all cannot be judged: that is a finding of its own.
pub fn tanpa(ctx: &Context<'_>, measure: Measures) -> Vec<(PegawaiId, Origin)> {
    let leaders: HashSet<&str> = ctx
        .data
        .unit
        .iter()
        .filter_map(|u| u.nip_pimpinan.get().map(|n| &**n))
        .collect();
    let mut without = Vec::new();
    for (id, p) in ctx.data.all() {
        let Some(jenis) = p.posting_terakhir().and_then(|x| x.jenis_jabatan.get()) else {
            continue;
        };
        // A JPT without a unit (staf ahli) is none; known only where the unit table names leaders.
        let mandiri = *jenis == crate::model::vocab::JenisJabatan::UnitMandiri;
        if !jenis.jpt_or_mandiri() || !(mandiri || leaders.is_empty() || leaders.contains(&*p.nip)) {
            continue;
        }
        let mut given = p
            .rhk
            .iter()
            .filter(|r| r.jenis.get() != Some(&JenisRhk::Tambahan))
            .flat_map(|r| &r.indikator)
            .filter_map(|i| i.perspektif.get().map(|w| (*w, i.perspektif.at)))
            .peekable();
        let Some((_, at)) = given.peek().copied() else { continue };
        let there = given.any(|(w, _)| (w == Perspektif::Anggaran) == (measure == Measures::Anggaran));
        if !there {
            without.push((id, at));
        }
    }
    without
}
