//! CAPAIAN KINERJA ORGANISASI: what forms say of the unit of the penilai, or of the person's own.

use hashbrown::{HashMap, HashSet};

use super::{Forms, entry};
use crate::base::ids::PegawaiId;
use crate::base::origin::Origin;
use crate::finding::Noted;
use crate::model::assemble::ctx::Ctx;
use crate::model::assemble::people::People;
use crate::model::assemble::unit_key;
use crate::model::assemble::unit_names::Namesakes;
use crate::model::findings::{CurveUnlike, UnitDoubled};
use crate::model::vocab::{PredikatOrganisasi, Word as _};
use crate::model::{Field, State, Text, Unit};
use crate::table::form::Formulir;

/// What a form or list says of a unit: whose it is, the unit of his penilai, his own, the predikat.
pub(in crate::model::assemble) type Organisasi = (PegawaiId, Text, Text, Field<PredikatOrganisasi>);

impl Forms {
    /// CAPAIAN KINERJA ORGANISASI becomes the predikat of the unit that the penilai leads (PermenPANRB
    /// 6/2022 p. 94 g), or of the person's own where nobody of the data works in that one. A table
    /// `unit` that says it already stands. `listed`: what lists of people say of the units these work in,
    /// and documents of the penilai's, in the same order.
    pub fn settle(
        self,
        ctx: &mut Ctx<'_>,
        people: &People,
        listed: Vec<Organisasi>,
        (units, namesakes): (&mut Vec<Unit>, &Namesakes),
    ) {
        let mut staffed: HashSet<Text> = HashSet::new();
        let of_penilai = listed.iter().any(|(_, of_penilai, ..)| !of_penilai.is_empty());
        if of_penilai || !self.organisations.is_empty() {
            staffed.extend(people.all.iter().flat_map(|p| &p.posting).map(|p| unit_key(&p.unit_kerja)));
        }
        let mut seen: HashMap<Text, usize> = HashMap::new();
        for (i, unit) in units.iter().enumerate() {
            seen.entry(unit_key(&unit.unit_kerja)).or_insert(i);
        }
        for (id, of_penilai, own, predikat) in self.organisations.into_iter().chain(listed) {
            let of_penilai = namesakes.of_atasan(people, id, of_penilai);
            let name = if !of_penilai.is_empty() && staffed.contains(&unit_key(&of_penilai)) {
                of_penilai
            } else {
                namesakes.own(people, id, own)
            };
            if name.is_empty() {
                continue;
            }
            let at = predikat.at;
            let i = *seen.entry(unit_key(&name)).or_insert_with(|| {
                units.push(Unit {
                    at,
                    unit_kerja: name.clone(),
                    unit_induk: None,
                    nip_pimpinan: Field::empty(at),
                    predikat_organisasi: Field::empty(at),
                    capaian: Field::empty(at),
                    tahun_predikat: Field::empty(at),
                });
                units.len() - 1
            });
            let first = &mut units[i];
            let differs = first.predikat_organisasi.state != predikat.state;
            // A table says what held last year, and the forms something else: that is this year's.
            let late = differs && first.year_before(ctx.periode.tahun()) && predikat.get().is_some();
            if first.predikat_organisasi.is_empty() || late {
                first.predikat_organisasi = predikat;
                first.tahun_predikat = Field::empty(at);
            } else if differs {
                let first = first.predikat_organisasi.at;
                let mut noted = Noted::new(UnitDoubled {
                    counts: first,
                    of_years: false,
                })
                .at(at);
                noted.written = Some(name.as_str().into());
                ctx.problems.push(noted);
            }
        }
    }
}

/// CAPAIAN KINERJA ORGANISASI; where it stands open, what the heading of the curve says.
pub(super) fn organisasi<'a>(ctx: &mut Ctx<'a>, form: &'a Formulir, first: Origin) -> Field<PredikatOrganisasi> {
    let typed = ctx.rating::<PredikatOrganisasi>(entry(ctx, form.organisasi.as_ref(), first));
    let Some(curve) = &form.curve else { return typed };
    let cell = entry(ctx, Some(curve), first);
    let of_curve = Ctx::word_silent::<PredikatOrganisasi>(cell);
    match (&typed.state, of_curve) {
        (State::Empty, Some(predikat)) => Field::given(predikat, cell.at),
        (State::Given(typed_word), Some(predikat)) if *typed_word != predikat => {
            ctx.note(
                cell,
                CurveUnlike {
                    typed: typed.at,
                    says: typed_word.as_str(),
                },
            );
            typed
        }
        _ => typed,
    }
}
