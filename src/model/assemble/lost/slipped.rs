//! Rows with a NIP that nobody of the list has, in the midst of the rows of somebody whose NIP is nearly the same.

use std::collections::BTreeSet;

use super::unnamed::owners_around;
use super::{JOINED, lose};
use crate::base::ids::PegawaiId;
use crate::base::origin::Origin;
use crate::model::assemble::ctx::Ctx;
use crate::model::assemble::people::People;
use crate::model::assemble::rows::TableRows;
use crate::model::findings::PersonUnknown;
use crate::model::read::nip::{self, Nip, NipRead};
use crate::table::Key;

/// Those are probably his: he waits, and where their NIP is told to be unknown, so is that. Before anything else that was
/// told is taken back.
pub(super) fn rows(ctx: &mut Ctx<'_>, people: &mut People, table_rows: &[TableRows<'_>], owned: &mut Vec<(PegawaiId, Origin)>) {
    let tables: BTreeSet<usize> = people.asing.keys().map(|(_, table)| *table).collect();
    for table in tables {
        let l = &table_rows[table];
        if !JOINED.contains(&l.table.jenis) {
            continue;
        }
        let mut around: Vec<(u32, PegawaiId)> = owners_around(people, l).into_iter().collect();
        around.sort_unstable();
        for (row, id) in around {
            let Some(line) = l.at_number(row) else { continue };
            let cell = line.cell(Key::Nip);
            let NipRead::Valid(unknown) = nip::read(cell.value) else {
                continue;
            };
            let owner = people.get(id);
            let NipRead::Valid(own) = nip::read_text(&owner.nip) else {
                continue;
            };
            if !is_slip(unknown, own) {
                continue;
            }
            let near = (owner.nip.clone(), owner.nama.clone());
            lose(people, id, &line, cell.at, owned);
            if let Some(&(told, rows)) = people.asing.get(&(unknown, table)) {
                let near = Some(near);
                ctx.problems[told].fact = PersonUnknown { rows, near }.into();
            }
        }
    }
}

/// Whether one slip of the pen makes one of the other: a digit, or two that changed places. Most are told from each other
/// before all slips are tried.
fn is_slip(written: Nip, own: Nip) -> bool {
    written.unlike_digits(own) <= 2 && !nip::meant(&written.to_string(), |n| n == own.number()).is_empty()
}
