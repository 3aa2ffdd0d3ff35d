//! The RHK and the indicator of a realisasi by their texts, in a table without codes.

use hashbrown::HashMap;

use super::ctx::Ctx;
use super::links::nearest_text;
use super::people::People;
use super::rows::{InputCell, Line};
use super::{is_named, plan_key};
use crate::base::ids::{IndikatorNo, PegawaiId, RhkNo};
use crate::model::findings::RealisasiUnknown;
use crate::model::unknown_plan::UnknownPlan;
use crate::model::{Field, Pegawai, Text};
use crate::table::Key;

/// The RHK of everybody by the words of their texts.
#[derive(Debug)]
pub(super) struct PlanTexts {
    /// (person, key of the text) → the RHK that appeared last.
    by_text: HashMap<(PegawaiId, u32), RhkNo>,
}

impl PlanTexts {
    /// Of all people.
    pub fn of(ctx: &mut Ctx<'_>, people: &People) -> Self {
        let mut by_text = HashMap::new();
        for (id, person) in (0..).map(PegawaiId::at).zip(&people.all) {
            for (no, rhk) in RhkNo::each(&person.rhk) {
                by_text.insert((id, ctx.key(&plan_key(&rhk.rhk))), no);
            }
        }
        Self { by_text }
    }

    /// The code of the RHK whose text a cell holds: as the official forms are linked, by its words. Faulty, and told
    /// with the nearest text, where the person has no such RHK.
    pub fn code<'a>(&self, ctx: &mut Ctx<'a>, person: &Pegawai, id: PegawaiId, cell: InputCell<'a>) -> Field<Text> {
        let text = ctx.lines(cell);
        let Some(text) = text.get() else {
            return text;
        };
        let key = ctx.key(&plan_key(text));
        if let Some(&no) = self.by_text.get(&(id, key)) {
            return Field::given(person.rhk[no].kode.clone(), cell.at);
        }
        let near = nearest_text(text, person.rhk.iter().map(|r| &r.rhk));
        let what = UnknownPlan::RhkText { near };
        ctx.note(cell, RealisasiUnknown { what });
        Field::faulty(cell.at)
    }
}

/// The indicator that a row without an aspek is for: by its text, or the only one that the RHK has.
pub(super) fn indikator<'a>(ctx: &mut Ctx<'a>, person: &Pegawai, line: &Line<'a, '_>, rhk: RhkNo) -> Option<IndikatorNo> {
    let list = &person.rhk[rhk].indikator;
    let (cell, attained) = (line.cell(Key::Indikator), line.cell(Key::Realisasi));
    if let Some(text) = ctx.lines(cell).get() {
        let wanted = plan_key(text);
        let texts = || list.iter().filter_map(|i| i.indikator.as_ref());
        let found = list.iter().position(|i| is_named(i, &wanted));
        if found.is_none() {
            let near = nearest_text(text, texts());
            let what = UnknownPlan::IndikatorText { near };
            ctx.note(cell, RealisasiUnknown { what });
            ctx.figure(attained, line.mark(attained));
        }
        return found.map(IndikatorNo::at);
    }
    match list.len() {
        1 => Some(IndikatorNo::at(0)),
        // A row that only carries umpan balik needs no indicator.
        _ if attained.value.is_blank() => None,
        of => {
            let what = UnknownPlan::Which { of };
            ctx.note(attained, RealisasiUnknown { what });
            ctx.figure(attained, line.mark(attained));
            None
        }
    }
}
