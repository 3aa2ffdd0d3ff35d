//! One name under several units above: each is a unit of its own, named with the one above it.

use std::sync::Arc;

use hashbrown::{HashMap, HashSet};

use super::heads;
use super::resolve::UnitFinder;
use crate::base::ids::PegawaiId;
use crate::base::origin::Origin;
use crate::finding::Noted;
use crate::model::assemble::ctx::Ctx;
use crate::model::assemble::people::People;
use crate::model::assemble::unit_key;
use crate::model::findings::{Namesake, UnitNamesakes};
use crate::model::{Text, Unit};

/// A unit above, and the first cell that says it.
#[derive(Debug, Clone)]
pub(super) struct UnitAbove {
    pub key: Text,
    pub name: Text,
    /// The unit below it, as it is written there.
    pub unit: Text,
    pub at: Origin,
    /// Rows of `unit` say it.
    pub by_table: bool,
    /// People's rows say it.
    pub by_people: bool,
}

/// The units above each name, by the name's key.
pub(super) type ByName = HashMap<Text, Vec<UnitAbove>>;

/// Units that were named apart: by the key of their new name the key of the one they share.
#[derive(Debug, Default)]
pub(in crate::model::assemble) struct Namesakes {
    shared: HashMap<Text, Text>,
}

impl Namesakes {
    /// The unit of this name that somebody works in.
    pub fn own(&self, people: &People, id: PegawaiId, name: Text) -> Text {
        if self.shared.is_empty() {
            return name;
        }
        let key = unit_key(&name);
        let own = people.all[id.index()].last_posting().map(|p| &p.unit_kerja);
        own.filter(|unit| self.shared.get(&unit_key(unit)) == Some(&key))
            .map_or(name, Text::clone)
    }

    /// The unit of this name that somebody's atasan works in.
    pub fn of_atasan(&self, people: &People, id: PegawaiId, name: Text) -> Text {
        let nip = (people.all[id.index()].last_posting()).and_then(|p| p.nip_atasan.get());
        let atasan = nip.filter(|_| !self.shared.is_empty()).and_then(|nip| people.named(nip));
        match atasan {
            Some(atasan) => self.own(people, atasan, name),
            None => name,
        }
    }
}

/// Whether what stands above a name makes it several units: rows of people contradict each other, or rows of `unit` do. Of
/// one in each two spellings of one office are as likely.
pub(super) fn are_several(all: &[UnitAbove]) -> bool {
    all.iter().filter(|a| a.by_table).count() > 1 || all.iter().filter(|a| a.by_people).count() > 1
}

/// Tells units of one name apart. Whose row does not say which is his stays in the name that they share, and is told.
pub(super) fn tell_apart(ctx: &mut Ctx<'_>, people: &mut People, units: &mut [Unit]) -> Namesakes {
    let mut above = said(people, units);
    let ways = Ways::of(&above);
    for all in above.values_mut() {
        let nearest: Vec<UnitAbove> = (all.iter())
            .filter(|a| !all.iter().any(|b| a.key != b.key && ways.leads(&b.key, &a.key)))
            .cloned()
            .collect();
        *all = nearest;
    }
    heads::add(ctx, people, units, &mut above);
    above.retain(|_, all| are_several(all));
    let mut namesakes = Namesakes::default();
    if above.is_empty() {
        return namesakes;
    }
    let own = UnitFinder::new(people, units, &above, &ways).all();
    name_apart(ctx, people, &above, own, &mut namesakes);
    for unit in units.iter_mut() {
        let key = unit_key(&unit.unit_kerja);
        if !above.contains_key(&key) {
            continue;
        }
        let shown = unit.unit_induk.as_deref().unwrap_or("induk tidak ditulis");
        unit.unit_kerja = apart(&unit.unit_kerja, shown);
        namesakes.shared.insert(unit_key(&unit.unit_kerja), key);
    }
    tell(ctx, &above);
    namesakes
}

/// What rows say: the units above each name.
fn said(people: &People, units: &[Unit]) -> ByName {
    let mut above = ByName::new();
    let mut known: HashSet<(Text, Text, bool)> = HashSet::new();
    let of_units = units.iter().map(|u| (&u.unit_kerja, &u.unit_induk, u.at, true));
    let postings = people.all.iter().flat_map(|p| &p.posting);
    let of_people = postings.map(|p| (&p.unit_kerja, &p.detail.unit_induk, p.at, false));
    for (unit, induk, at, by_table) in of_units.chain(of_people) {
        let Some(induk) = induk else { continue };
        if unit.is_empty() || !known.insert((unit.clone(), induk.clone(), by_table)) {
            continue;
        }
        let (name, key) = (unit_key(unit), unit_key(induk));
        // An office that stands above itself says nothing.
        if key.is_empty() || key == name {
            continue;
        }
        let all = above.entry(name).or_default();
        let by_people = !by_table;
        if let Some(known) = all.iter_mut().find(|a| a.key == key) {
            known.by_people |= by_people;
        } else {
            let (name, unit) = (induk.clone(), unit.clone());
            all.push(UnitAbove {
                key,
                name,
                unit,
                at,
                by_table,
                by_people,
            });
        }
    }
    above
}

/// Which unit stands above which, as far as rows say it.
pub(super) struct Ways(HashMap<Text, Vec<Text>>);

impl Ways {
    fn of(above: &ByName) -> Self {
        let keys = |all: &Vec<UnitAbove>| all.iter().map(|a| a.key.clone()).collect();
        Self(above.iter().map(|(name, all)| (name.clone(), keys(all))).collect())
    }

    /// Whether anything is said to stand above a unit.
    pub fn is_known(&self, unit: &Text) -> bool {
        self.0.contains_key(unit)
    }

    /// Whether the way up from a unit leads to another.
    pub fn leads(&self, from: &Text, to: &Text) -> bool {
        let mut known: HashSet<&Text> = HashSet::new();
        let mut next = vec![from];
        while let Some(unit) = next.pop() {
            for up in self.0.get(unit).into_iter().flatten() {
                if up == to {
                    return true;
                }
                if known.insert(up) {
                    next.push(up);
                }
            }
        }
        false
    }
}

/// Gives the people of shared names their unit, and tells whose it is not known.
fn name_apart(
    ctx: &mut Ctx<'_>,
    people: &mut People,
    above: &ByName,
    own: Vec<(PegawaiId, usize, Option<usize>)>,
    namesakes: &mut Namesakes,
) {
    let mut names: HashMap<(Text, usize), Text> = HashMap::new();
    let mut unclear: Vec<(Text, Origin, Text, usize)> = Vec::new();
    for (id, posting, which) in own {
        let posting = &mut people.get(id).posting[posting];
        let key = unit_key(&posting.unit_kerja);
        let Some(which) = which else {
            match unclear.iter_mut().find(|(known, ..)| *known == key) {
                Some((.., others)) => *others += 1,
                None => unclear.push((key, posting.at, posting.unit_kerja.clone(), 0)),
            }
            continue;
        };
        let Some(one) = above.get(&key).and_then(|all| all.get(which)) else {
            continue;
        };
        let name = (names.entry((key.clone(), which))).or_insert_with(|| apart(&posting.unit_kerja, &one.name));
        posting.unit_kerja = name.clone();
        if posting.detail.unit_induk.as_ref() != Some(&one.name) {
            Arc::make_mut(&mut posting.detail).unit_induk = Some(one.name.clone());
        }
        namesakes.shared.insert(unit_key(name), key);
    }
    for (key, at, unit, others) in unclear {
        let all = above.get(&key).into_iter().flatten();
        let above = all.map(|a| (a.name.clone(), a.at)).collect();
        let what = Namesake::Unclear { unit, above, others };
        ctx.problems.push(Noted::new(UnitNamesakes { what }).at(at));
    }
}

/// A unit named with the one above it.
fn apart(unit: &str, above: &str) -> Text {
    format!("{unit} ({above})").into()
}

/// Tells which names are several units, once.
fn tell(ctx: &mut Ctx<'_>, above: &ByName) {
    let mut all: Vec<(Origin, &Vec<UnitAbove>)> = (above.values())
        .filter_map(|all| Some((all.iter().map(|a| a.at).min()?, all)))
        .collect();
    all.sort_by_key(|(at, _)| *at);
    let Some(&(at, first)) = all.first() else { return };
    let unit = first[0].unit.clone();
    let above = first.iter().map(|a| a.name.clone()).collect();
    let others = all.len() - 1;
    let what = Namesake::Apart { unit, above, others };
    ctx.problems.push(Noted::new(UnitNamesakes { what }).at(at));
}
