//! Lists that name only people who are known from other tables of the run: an attendance list, TPP, DUK,
//! an old copy. They add nobody and no posting, and are passed over with a note (`masukan.md` 2b.4).

use hashbrown::HashSet;

use super::findings::ListPassedOver;
use super::{Key, Table, TableKind, Tables, person};
use crate::base::origin::Origin;
use crate::contract::tables::Need;
use crate::finding::Noted;
use crate::input::{Inputs, Value};

/// Takes such lists out of the tables.
pub(super) fn pass_over(inputs: &Inputs, found: &mut Tables) {
    let incomplete: Vec<usize> = (0..found.tables.len()).filter(|&i| is_list(&found.tables[i])).collect();
    if incomplete.is_empty() {
        return;
    }
    let mut known: HashSet<String> = HashSet::new();
    for (i, table) in found.tables.iter().enumerate() {
        let names_people = match table.jenis {
            TableKind::Pegawai => !incomplete.contains(&i),
            TableKind::Penilaian | TableKind::LaporanSkp => table.column(Key::Nama).is_some(),
            _ => false,
        };
        if names_people {
            known.extend(nips(inputs, table));
        }
    }
    if known.is_empty() {
        return;
    }
    for i in incomplete.into_iter().rev() {
        let listed = {
            let mut own = nips(inputs, &found.tables[i]).peekable();
            own.peek().is_some() && own.all(|n| known.contains(&n))
        };
        if !listed {
            continue;
        }
        let table = found.tables.remove(i);
        let inside = |at: Option<Origin>| {
            at.is_some_and(|at| {
                at.sheet == table.sheet && at.row >= table.header.0 && (table.cols.0..=table.cols.1).contains(&at.col)
            })
        };
        found.problems.retain(|p| !inside(p.at));
        found
            .problems
            .push(Noted::new(ListPassedOver { rows: table.rows.len() }).at(Origin::new(
                table.sheet,
                table.header.0,
                table.cols.0,
            )));
    }
}

/// A table of people that lacks what makes a posting.
fn is_list(table: &Table) -> bool {
    table.jenis == TableKind::Pegawai
        && TableKind::Pegawai
            .columns()
            .iter()
            .any(|c| c.need == Need::Must && !matches!(c.key, Key::Nip | Key::Nama) && table.column(c.key).is_none())
}

/// The readable NIPs of a table, as digits.
fn nips<'a>(inputs: &'a Inputs, table: &'a Table) -> impl Iterator<Item = String> + 'a {
    let sheet = inputs.sheet(table.sheet);
    let col = table.column(Key::Nip).or_else(|| table.column(Key::NamaNip)).map(|c| c.col);
    table.rows.iter().filter_map(move |r| {
        let Value::Text(text) = sheet.row_at(r.index as usize).get(col?) else {
            return None;
        };
        let nip = person::nip_in(text)?;
        Some(nip.chars().filter(char::is_ascii_digit).collect())
    })
}
