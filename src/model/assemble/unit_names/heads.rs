//! Two who lead one name at one time: two units, where their atasan work in different ones; else it is told.

use hashbrown::HashMap;
use jiff::civil::Date;

use super::namesakes::{ByName, UnitAbove, are_several};
use crate::base::ids::PegawaiId;
use crate::base::text::fold_words;
use crate::finding::Noted;
use crate::model::assemble::ctx::Ctx;
use crate::model::assemble::people::People;
use crate::model::assemble::unit_key;
use crate::model::findings::{Namesake, UnitNamesakes};
use crate::model::vocab::StatusPegawai;
use crate::model::{Periode, Posting, Text, Unit};

/// Adds the units above that the atasan of those who lead one name tell.
pub(super) fn add(ctx: &mut Ctx<'_>, people: &People, units: &[Unit], above: &mut ByName) {
    let mut heads: HashMap<Text, Vec<(PegawaiId, &Posting)>> = HashMap::new();
    for (i, person) in people.all.iter().enumerate() {
        for (_, posting) in person.current_posting().filter(|(_, p)| leads(p, ctx.periode)) {
            let of_unit = heads.entry(unit_key(&posting.unit_kerja)).or_default();
            of_unit.push((PegawaiId::at(i), posting));
        }
    }
    let mut told = Vec::new();
    for (name, all) in heads {
        if above.get(&name).is_some_and(|known| are_several(known)) {
            continue;
        }
        let Some(other) = all.iter().find(|(id, p)| *id != all[0].0 && overlap(all[0].1, p)) else {
            continue;
        };
        let mut said: Vec<UnitAbove> = Vec::new();
        for (_, posting) in &all {
            if let Some(unit) = unit_of_atasan(people, units, posting) {
                let key = unit_key(&unit);
                if key != name && !key.is_empty() && !said.iter().any(|a| a.key == key) {
                    said.push(UnitAbove {
                        key,
                        name: unit,
                        unit: posting.unit_kerja.clone(),
                        at: posting.at,
                        by_table: false,
                        by_people: true,
                    });
                }
            }
        }
        if said.len() == all.len() {
            // What a row of `unit` says of one of them stays.
            for known in above.remove(&name).into_iter().flatten().filter(|a| a.by_table) {
                if !said.iter().any(|a| a.key == known.key) {
                    said.push(known);
                }
            }
            above.insert(name, said);
        } else {
            told.push((all[0].1.unit_kerja.clone(), all[0].1.at, other.1.at));
        }
    }
    told.sort_by_key(|(_, at, _)| *at);
    for (unit, first, at) in told {
        let what = Namesake::TwoHeads { unit, first };
        ctx.problems.push(Noted::new(UnitNamesakes { what }).at(at));
    }
}

/// Whether a post is that of who leads the unit, in the period.
fn leads(posting: &Posting, periode: Periode) -> bool {
    const HEAD: &str = "kepala ";
    let begins = (posting.jabatan.get(..HEAD.len())).is_some_and(|begin| begin.eq_ignore_ascii_case(HEAD));
    if !begins || posting.plt || posting.unit_kerja.is_empty() || !posting.touches(periode) {
        return false;
    }
    let jabatan = fold_words(&posting.jabatan);
    let unit = fold_words(&posting.unit_kerja);
    let rest = jabatan.strip_prefix(HEAD).and_then(|rest| rest.strip_prefix(&*unit));
    let status = &posting.detail.status.state;
    rest.is_some_and(|rest| rest.is_empty() || rest.starts_with(' ')) && status.get().is_none_or(|s| *s == StatusPegawai::Aktif)
}

fn overlap(a: &Posting, b: &Posting) -> bool {
    let from = |p: &Posting| p.mulai.get().copied().unwrap_or(Date::MIN);
    let to = |p: &Posting| p.selesai.get().copied().unwrap_or(Date::MAX);
    from(a) <= to(b) && from(b) <= to(a)
}

/// The unit that the atasan of a post works in, or leads.
fn unit_of_atasan(people: &People, units: &[Unit], posting: &Posting) -> Option<Text> {
    let nip = posting.nip_atasan.get()?;
    if let Some(atasan) = people.named(nip) {
        return people.all[atasan.index()].last_posting().map(|p| p.unit_kerja.clone());
    }
    let mut led = units.iter().filter(|u| u.nip_pimpinan.get() == Some(nip));
    let only = led.next()?;
    led.next().is_none().then(|| only.unit_kerja.clone())
}
