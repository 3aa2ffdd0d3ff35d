//! Rows with a NIP that nobody of the list has, beside the rows of somebody whose NIP is nearly the same.

use std::collections::{BTreeMap, BTreeSet};

use hashbrown::HashMap;

use super::gathered::named;
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
    for ((nip, _), (_, rows)) in &people.asing {
        *rows_of.entry(*nip).or_default() += rows;
    }
    let tables: BTreeSet<usize> = people.asing.keys().map(|(_, table)| *table).collect();
    // By the problem that tells of them: in how many rows the NIP stands, and beside whose.
    let mut told: BTreeMap<usize, (u32, Vec<RowsAround>)> = BTreeMap::new();
    for table in tables {
        let l = &table_rows[table];
        if !JOINED.contains(&l.table.jenis) {
            continue;
        }
        for (row, beside) in around(people, l) {
            let Some(line) = l.at_number(row) else { continue };
            let cell = line.cell(Key::Nip);
            let NipRead::Valid(unknown) = nip::read(cell.value) else {
                continue;
            };
            let alone = rows_of.get(&unknown) == Some(&1);
            for (place, id) in candidates(beside, alone) {
                let is_slip = matches!(nip::read_text(&people.get(id).nip), NipRead::Valid(own) if is_slip(unknown, own));
                if !is_slip || place != WhereAround::Both && is_said_again(people, l, &line, place) {
                    continue;
                }
                lose(people, id, &line, cell.at, owned);
                let Some(&(problem, rows)) = people.asing.get(&(unknown, table)) else {
                    continue;
                };
                let owner = people.get(id);
                let near = RowsAround {
                    place,
                    nip: owner.nip.clone(),
                    nama: owner.nama.clone(),
                };
                let (_, all) = told.entry(problem).or_insert((rows, Vec::new()));
                if !all.contains(&near) {
                    all.push(near);
                }
            }
        }
    }
    for (problem, (rows, near)) in told {
        ctx.problems[problem].fact = PersonUnknown {
            near,
            ..PersonUnknown::in_rows(rows)
        }
        .into();
    }
}

/// Whose a row may be: of whom it stands in the midst, or beside whom, where it is `alone` with its NIP.
fn candidates(Around { above, below }: Around, alone: bool) -> impl Iterator<Item = (WhereAround, PegawaiId)> {
    let places = if above == below {
        [(WhereAround::Both, above), (WhereAround::Both, None)]
    } else {
        [(WhereAround::Above, above), (WhereAround::Below, below)]
    };
    let counts = move |place| alone || place == WhereAround::Both;
    places
        .into_iter()
        .filter_map(move |(place, id)| Some((place, id.filter(|_| counts(place))?)))
}

/// Whether one slip of the pen makes one of the other: a digit, or two that changed places. Most are told from each other
/// before all slips are tried.
fn is_slip(written: Nip, own: Nip) -> bool {
    written.unlike_digits(own) <= 2 && !nip::meant(&written.to_string(), |n| n == own.number()).is_empty()
}

/// What tells the rows of one person apart, beside the RHK.
const TELLING_APART: [Key; 4] = [Key::Indikator, Key::Aspek, Key::Periode, Key::Penilai];

/// Rows of one person that are looked through: hardly anybody has more.
const COMPARED: u32 = 200;

/// Whether a row next to this one, of the person on this side, is for the same as this.
fn is_said_again(people: &People, table: &TableRows<'_>, row: &Line<'_, '_>, place: WhereAround) -> bool {
    let key = |row: &Line<'_, '_>| (named(row), TELLING_APART.map(|key| match_key(&row.cell(key).value.written())));
    let (own, number) = (key(row), row.number());
    let mut whose = None;
    let numbers: Vec<u32> = match place {
        WhereAround::Below => (number.saturating_add(1)..=number.saturating_add(COMPARED)).collect(),
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
