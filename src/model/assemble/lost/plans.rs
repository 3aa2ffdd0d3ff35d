//! What is told of a plan only because another row of it could not be joined: the rows below the first row of an RHK
//! leave blank what that one says, and realisasi are for indicators that stand in it.

use std::any::Any;

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
use crate::table::Key;

/// Takes back what these rows of `skp`, of whom they are probably, say themselves.
pub(super) fn take_back<'a>(ctx: &mut Ctx<'a>, people: &mut People, table_rows: &[TableRows<'a>], lost: &[(PegawaiId, Origin)]) {
    for &(id, at) in lost {
        let Some(row) = row_at(table_rows, at) else { continue };
        let kode = code(&row);
        if kode.is_empty() {
            continue;
        }
        let person = people.get(id);
        let nip = person.nip.clone();
        let is_of = |p: &Noted| p.nip.as_ref() == Some(&nip) && p.kode_rhk.as_deref().is_some_and(|k| match_key(k) == kode);
        ctx.problems
            .retain(|p| !(is_of(p) && (stands_in(&row, p) || is_for(&row, p, table_rows))));
        for rhk in person.rhk.iter_mut().filter(|r| match_key(&r.kode) == kode) {
            if rhk.names_none() && !row.cell(Key::KodeRhkAtasan).says_nothing() {
                rhk.detail_mut().kode_atasan_cell.state = State::Faulty;
            }
        }
    }
}

/// The code of its RHK, as codes are compared.
fn code(row: &Line<'_, '_>) -> Text {
    match_key(&clean(&row.cell(Key::KodeRhk).value.written()))
}

/// Whether a cell is missing that the first row of an RHK fills for all of its rows, and this row fills it.
fn stands_in(row: &Line<'_, '_>, problem: &Noted) -> bool {
    let fact: &dyn Any = problem.fact.as_ref();
    fact.downcast_ref::<ValueMissing>().is_some_and(|f| {
        [Key::Rhk, Key::Jenis]
            .iter()
            .any(|k| k.name() == f.column && !row.cell(*k).says_nothing())
    })
}

/// Whether a realisasi is for something that this row has.
fn is_for(row: &Line<'_, '_>, problem: &Noted, table_rows: &[TableRows<'_>]) -> bool {
    let fact: &dyn Any = problem.fact.as_ref();
    let Some(RealisasiUnknown { what }) = fact.downcast_ref::<RealisasiUnknown>() else {
        return false;
    };
    match what {
        UnknownPlan::Rhk => true,
        UnknownPlan::Indikator(_) => {
            let of = |line: &Line<'_, '_>| Ctx::word_silent::<Aspek>(line.cell(Key::Aspek));
            let realisasi = problem.at.and_then(|at| row_at(table_rows, at));
            realisasi.is_some_and(|line| of(&line) == of(row))
        }
        UnknownPlan::RhkText { .. } | UnknownPlan::IndikatorText { .. } | UnknownPlan::Which { .. } => false,
    }
}
