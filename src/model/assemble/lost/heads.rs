//! A NIP that nobody has, told once: with the row without a NIP that it may belong to, or for all tables together.

use std::any::Any;
use std::collections::{BTreeMap, BTreeSet};

use hashbrown::HashMap;

use super::{remove, table_of_nip, text_of};
use crate::base::origin::Origin;
use crate::finding::Noted;
use crate::model::assemble::ctx::Ctx;
use crate::model::assemble::people::People;
use crate::model::assemble::row_at;
use crate::model::assemble::rows::TableRows;
use crate::model::findings::{HeadWithoutNip, PersonUnknown, ValueMissing};
use crate::model::read::name::is_another;
use crate::model::vocab::JenisJabatan;
use crate::model::{Pegawai, Text};
use crate::table::{Key, TableKind};

/// So many rows without a NIP and NIPs of nobody are looked at: of more, nobody can tell which is whose.
const LOOKED_AT: usize = 20;

/// Where one row of `pegawai` has no NIP and only its person can be whom others name as their atasan, the empty cell is the
/// fault: told there, and not at each of them. Gives these NIPs. `known`: those that are told with another row already.
pub(super) fn without_nip(
    ctx: &mut Ctx<'_>,
    people: &People,
    table_rows: &[TableRows<'_>],
    known: &BTreeSet<Text>,
) -> BTreeSet<Text> {
    let is_open = |at: &Origin| table_of_nip(table_rows, *at).is_some_and(|t| table_rows[t].table.jenis == TableKind::Pegawai);
    let open: Vec<(usize, Origin)> = (ctx.problems.iter().enumerate())
        .filter(|(_, p)| p.kode() == "STR023")
        .filter_map(|(i, p)| Some((i, p.at.filter(is_open)?)))
        .take(LOOKED_AT + 1)
        .collect();
    if open.is_empty() || open.len() > LOOKED_AT {
        return BTreeSet::new();
    }
    let named = people.named_heads(&people.numbers()).into_iter();
    let heads: HashMap<Text, usize> = (named.map(|(nip, count)| (text_of(nip), count)))
        .filter(|(nip, _)| !known.contains(nip))
        .collect();
    if heads.len() > LOOKED_AT {
        return BTreeSet::new();
    }
    let mut fits: Vec<(usize, &Pegawai, &Text)> = Vec::new();
    for &(problem, at) in &open {
        let row = |p: &&Pegawai| !p.nip_valid && (p.at.sheet(), p.at.row()) == (at.sheet(), at.row());
        let Some(person) = people.all.iter().find(row) else { continue };
        fits.extend(
            heads
                .keys()
                .filter(|nip| may_lead(people, person, nip))
                .map(|nip| (problem, person, nip)),
        );
    }
    let mut strangers = BTreeSet::new();
    let mut told = Vec::new();
    for &(problem, person, nip) in &fits {
        if fits.iter().filter(|(p, _, n)| *p == problem || *n == nip).count() == 1 {
            told.push((problem, person.nama.clone(), nip.clone()));
        }
    }
    for (problem, nama, nip) in told {
        let count = heads.get(&nip).copied().unwrap_or_default();
        let unknown = |p: &&Noted| p.kode() == "IDN004" && p.nip.as_ref() == Some(&nip);
        let rows = ctx
            .problems
            .iter()
            .filter(unknown)
            .filter_map(|p| Some(rows_of(p)?.rows))
            .sum();
        let head = HeadWithoutNip {
            nama,
            nip: nip.clone(),
            count,
            rows,
        };
        ctx.problems[problem].fact = ValueMissing {
            column: Key::Nip.name(),
            head: Some(Box::new(head)),
        }
        .into();
        strangers.insert(nip);
    }
    let is_told = |p: &Noted| p.kode() == "IDN004" && p.nip.as_ref().is_some_and(|nip| strangers.contains(nip));
    ctx.problems.retain(|p| !is_told(p));
    strangers
}

/// Whether somebody may be whom others name by this NIP: he does not name it himself, his post is one that leads, and no
/// other name stands beside it.
fn may_lead(people: &People, person: &Pegawai, nip: &Text) -> bool {
    let leads = |p: &Pegawai| {
        (p.posting.iter()).all(|x| x.nip_atasan.get() != Some(nip) && x.jenis_jabatan.get() != Some(&JenisJabatan::Pelaksana))
    };
    let mut beside = people
        .all
        .iter()
        .flat_map(|p| &p.posting)
        .filter(|x| x.nip_atasan.get() == Some(nip));
    leads(person)
        && !person.nama.is_empty()
        && beside.all(|x| {
            x.detail
                .nama_atasan
                .as_deref()
                .is_none_or(|nama| !is_another(nama, &person.nama))
        })
}

fn rows_of(p: &Noted) -> Option<&PersonUnknown> {
    let fact: &dyn Any = p.fact.as_ref();
    fact.downcast_ref()
}

/// Of one NIP that no row of `pegawai` has it is told once in which tables it stands.
pub(super) fn told_once(ctx: &mut Ctx<'_>, table_rows: &[TableRows<'_>]) {
    let mut first: HashMap<Text, usize> = HashMap::new();
    let mut elsewhere: BTreeMap<usize, BTreeMap<&'static str, u32>> = BTreeMap::new();
    let mut gone = Vec::new();
    for (i, p) in ctx.problems.iter().enumerate() {
        let (Some(fact), Some(nip)) = (rows_of(p).filter(|f| f.near.is_empty() && f.stands.is_none()), &p.nip) else {
            continue;
        };
        let Some(row) = p.at.and_then(|at| row_at(table_rows, at)) else {
            continue;
        };
        match first.get(nip) {
            None => drop(first.insert(nip.clone(), i)),
            Some(&at) => {
                *elsewhere.entry(at).or_default().entry(row.jenis().as_str()).or_default() += fact.rows;
                gone.push(i);
            }
        }
    }
    for (i, tables) in elsewhere {
        let Some(rows) = rows_of(&ctx.problems[i]).map(|f| f.rows) else {
            continue;
        };
        ctx.problems[i].fact = PersonUnknown {
            elsewhere: tables.into_iter().collect(),
            ..PersonUnknown::in_rows(rows)
        }
        .into();
    }
    remove(&mut ctx.problems, gone);
}
