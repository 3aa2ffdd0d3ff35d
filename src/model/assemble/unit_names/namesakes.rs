//! One name under several units above: each is a unit of its own, named with the one above it.

use std::sync::Arc;

use hashbrown::{HashMap, HashSet};

use super::heads;
use super::resolve::UnitFinder;
use crate::base::ids::PegawaiId;
use crate::base::origin::Origin;
use crate::contract::unit_words::may_be_one;
use crate::finding::Noted;
use crate::model::assemble::ctx::Ctx;
use crate::model::assemble::people::People;
use crate::model::assemble::unit_key;
use crate::model::findings::{Namesake, UnitNamesakes};
use crate::model::{Periode, Text, Unit};

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
    /// So many people's rows say it.
    pub people: usize,
}

/// The units above each name, by the name's key.
pub(super) type ByName = HashMap<Text, Vec<UnitAbove>>;

/// Where one of [`ByName`] is kept.
type PlaceAbove = (Text, usize);

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

/// Whether what stands above a name makes it several units: rows of `unit` say so, or each row of its people does, two at least
/// for each. Offices that may be one written in two ways make it none.
fn are_several(all: &[UnitAbove], complete: bool) -> bool {
    let said = |test: fn(&UnitAbove) -> bool| {
        let those: Vec<&UnitAbove> = all.iter().filter(|a| test(a)).collect();
        let apart = |i: usize| those[i + 1..].iter().all(|b| !may_be_one(&those[i].name, &b.name));
        those.len() > 1 && (0..those.len()).all(apart)
    };
    let by_people = || complete && all.iter().all(|a| a.people > 1) && said(|a| a.people > 0);
    said(|a| a.by_table) || by_people()
}

/// Tells units of one name apart. Whose row does not say which is his stays in the name that they share, and is told.
pub(super) fn tell_apart(ctx: &mut Ctx<'_>, people: &mut People, units: &mut [Unit]) -> Namesakes {
    let (mut above, incomplete) = said(people, units, ctx.periode);
    let ways = Ways::of(&above);
    for all in above.values_mut() {
        let nearest: Vec<UnitAbove> = (all.iter())
            .filter(|a| !all.iter().any(|b| a.key != b.key && ways.leads(&b.key, &a.key)))
            .cloned()
            .collect();
        *all = nearest;
    }
    above.retain(|name, all| are_several(all, !incomplete.contains(name)));
    heads::tell(ctx, people, &above);
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
        let Some(induk) = &unit.unit_induk else { continue };
        unit.unit_kerja = Unit::named_apart(&unit.unit_kerja, induk);
        namesakes.shared.insert(unit_key(&unit.unit_kerja), key);
    }
    tell(ctx, &above);
    namesakes
}

/// What rows say: the units above each name, and the names of which a row says none. Of people where they are now.
fn said(people: &People, units: &[Unit], periode: Periode) -> (ByName, HashSet<Text>) {
    let mut above = ByName::new();
    let mut incomplete = HashSet::new();
    // By what is written: names are far fewer than people.
    let mut known: HashMap<(Text, Option<Text>), Option<PlaceAbove>> = HashMap::new();
    let of_units = units.iter().map(|u| (&u.unit_kerja, &u.unit_induk, u.at, true));
    let now = (people.all.iter()).filter_map(|p| p.last_posting().filter(|p| !p.plt && p.touches(periode)));
    let of_people = now.map(|p| (&p.unit_kerja, &p.detail.unit_induk, p.at, false));
    for (unit, induk, at, by_table) in of_units.chain(of_people) {
        if unit.is_empty() {
            continue;
        }
        let place = known
            .entry((unit.clone(), induk.clone()))
            .or_insert_with(|| place_above(&mut above, &mut incomplete, (unit, induk.as_ref()), at));
        if let Some((name, at)) = place
            && let Some(one) = above.get_mut(name).and_then(|all| all.get_mut(*at))
        {
            one.by_table |= by_table;
            one.people += usize::from(!by_table);
        }
    }
    (above, incomplete)
}

/// Where it is kept that one unit stands above another; nowhere where that says nothing.
fn place_above(
    above: &mut ByName,
    incomplete: &mut HashSet<Text>,
    (unit, induk): (&Text, Option<&Text>),
    at: Origin,
) -> Option<PlaceAbove> {
    let name = unit_key(unit);
    // An office that stands above itself says nothing.
    let key = induk
        .map(|induk| unit_key(induk))
        .filter(|key| !key.is_empty() && *key != name);
    let Some((key, induk)) = key.zip(induk) else {
        incomplete.insert(name);
        return None;
    };
    let all = above.entry(name.clone()).or_default();
    let place = all.iter().position(|a| a.key == key).unwrap_or_else(|| {
        all.push(UnitAbove {
            key,
            name: induk.clone(),
            unit: unit.clone(),
            at,
            by_table: false,
            people: 0,
        });
        all.len() - 1
    });
    Some((name, place))
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
            if !posting.touches(ctx.periode) {
                continue;
            }
            match unclear.iter_mut().find(|(known, ..)| *known == key) {
                Some((.., others)) => *others += 1,
                None => unclear.push((key, posting.at, posting.unit_kerja.clone(), 0)),
            }
            continue;
        };
        let Some(one) = above.get(&key).and_then(|all| all.get(which)) else {
            continue;
        };
        let name = (names.entry((key.clone(), which))).or_insert_with(|| Unit::named_apart(&posting.unit_kerja, &one.name));
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
