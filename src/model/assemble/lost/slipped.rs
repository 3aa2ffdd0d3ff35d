//! Rows with a NIP that nobody of the list has, beside the rows of somebody whose NIP is nearly the same.

use hashbrown::HashMap;

use super::unnamed::{Around, around};
use super::{JOINED, lose};
use crate::base::ids::PegawaiId;
use crate::base::origin::Origin;
use crate::base::text::match_key;
use crate::model::assemble::ctx::Ctx;
use crate::model::assemble::people::People;
use crate::model::assemble::rows::{Line, TableRows};
use crate::model::findings::{PersonUnknown, RowsAround, WhereAround};
use crate::model::read::nip::{self, Nip, NipRead};
use crate::table::Key;

/// Those are probably his: he waits, and where their NIP is told to be unknown, so is that. Before anything else that was
/// told is taken back.
///
/// In the midst of his rows any such row is. Beside them it may as well be the first of somebody else's, who was born a day
/// later: there it is his only where no other row has that NIP, and none of his next to it says the same.
pub(super) fn rows(ctx: &mut Ctx<'_>, people: &mut People, table_rows: &[TableRows<'_>], owned: &mut Vec<(PegawaiId, Origin)>) {
    let mut rows_of: HashMap<Nip, u32> = HashMap::new();
    let mut tables: Vec<usize> = Vec::new();
    for ((nip, table), (_, rows)) in &people.asing {
        *rows_of.entry(*nip).or_default() += rows;
        tables.push(*table);
    }
    tables.sort_unstable();
    tables.dedup();
    for table in tables {
        let l = &table_rows[table];
        if !JOINED.contains(&l.table.jenis) {
            continue;
        }
        for (row, Around { above, below }) in around(people, l) {
            let Some(line) = l.at_number(row) else { continue };
            let cell = line.cell(Key::Nip);
            let NipRead::Valid(unknown) = nip::read(cell.value) else {
                continue;
            };
            let beside = if above == below {
                [above.map(|id| (WhereAround::Both, id)), None]
            } else {
                let alone = rows_of.get(&unknown) == Some(&1);
                [(WhereAround::Above, above), (WhereAround::Below, below)].map(|(place, id)| Some((place, id.filter(|_| alone)?)))
            };
            for (place, id) in beside.into_iter().flatten() {
                let is_slip = matches!(nip::read_text(&people.get(id).nip), NipRead::Valid(own) if is_slip(unknown, own));
                if !is_slip || place != WhereAround::Both && is_said_again(people, l, &line, place) {
                    continue;
                }
                let owner = people.get(id);
                let near = RowsAround {
                    place,
                    nip: owner.nip.clone(),
                    nama: owner.nama.clone(),
                };
                lose(people, id, &line, cell.at, owned);
                if let Some(&(told, rows)) = people.asing.get(&(unknown, table)) {
                    let problem = &mut ctx.problems[told];
                    let fact: &dyn std::any::Any = problem.fact.as_ref();
                    let mut all = fact
                        .downcast_ref()
                        .map_or_else(Vec::new, |known: &PersonUnknown| known.near.clone());
                    if !all.contains(&near) {
                        all.push(near);
                    }
                    problem.fact = PersonUnknown { rows, near: all }.into();
                }
            }
        }
    }
}

/// Whether one slip of the pen makes one of the other: a digit, or two that changed places. Most are told from each other
/// before all slips are tried.
fn is_slip(written: Nip, own: Nip) -> bool {
    written.unlike_digits(own) <= 2 && !nip::meant(&written.to_string(), |n| n == own.number()).is_empty()
}

/// What tells the rows of one person apart.
const TELLING_APART: [Key; 5] = [Key::KodeRhk, Key::Indikator, Key::Aspek, Key::Periode, Key::Penilai];

/// Rows of one person that are looked through: hardly anybody has more.
const COMPARED: u32 = 200;

/// Whether a row next to this one, of the person on this side, is for the same as this.
fn is_said_again(people: &People, table: &TableRows<'_>, row: &Line<'_, '_>, place: WhereAround) -> bool {
    let key = |row: &Line<'_, '_>| TELLING_APART.map(|key| match_key(&row.cell(key).value.written()));
    let (own, number) = (key(row), row.number());
    let mut whose = None;
    let numbers: Vec<u32> = match place {
        WhereAround::Below => (number + 1..=number + COMPARED).collect(),
        _ => (number.saturating_sub(COMPARED)..number).rev().collect(),
    };
    for beside in numbers.into_iter().filter_map(|number| table.at_number(number)) {
        let Some(id) = people.known(beside.cell(Key::Nip)) else {
            continue;
        };
        if *whose.get_or_insert(id) != id {
            return false;
        }
        if key(&beside) == own {
            return true;
        }
    }
    false
}
