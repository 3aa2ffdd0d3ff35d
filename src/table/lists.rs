//! Lists that name only people who are known from other tables of the run: an attendance list, TPP, DUK,
//! an old copy. They add nobody and no posting, and are passed over with a note (`masukan.md` 2b.4).

use hashbrown::HashSet;

use super::findings::ListPassedOver;
use super::{Key, Table, TableKind, TableRow, Tables, person};
use crate::base::origin::Origin;
use crate::contract::tables::Need;
use crate::finding::Noted;
use crate::input::{Inputs, Sheet, Value};

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
        let (mut listed, mut others) = (0, 0);
        for nip in nips(inputs, &found.tables[i]) {
            if known.contains(&nip) {
                listed += 1;
            } else {
                others += 1;
            }
        }
        if listed == 0 {
            continue;
        }
        if others > 0 {
            // Who is not known yet stands here; for the others it is no posting.
            leave_others(inputs, found, i, &known, (listed, others));
            continue;
        }
        let table = found.tables.remove(i);
        let inside = |at: Option<Origin>| {
            at.is_some_and(|at| {
                at.sheet == table.sheet && at.row >= table.header.0 && (table.cols.0..=table.cols.1).contains(&at.col)
            })
        };
        found.problems.retain(|p| !inside(p.at));
        found.problems.push(passed_over(table.rows.len(), 0, &table));
    }
}

fn passed_over(rows: usize, others: usize, table: &Table) -> Noted {
    let at = Origin::new(table.sheet, table.header.0, table.cols.0);
    Noted::new(ListPassedOver { rows, others }).at(at)
}

/// Takes the rows of known people out of a list.
fn leave_others(inputs: &Inputs, found: &mut Tables, i: usize, known: &HashSet<String>, (listed, others): (usize, usize)) {
    let col = nip_column(&found.tables[i]);
    let table = &mut found.tables[i];
    let sheet = inputs.sheet(table.sheet);
    table
        .rows
        .retain(|r| nip_of(sheet, r, col).is_none_or(|nip| !known.contains(&nip)));
    found.problems.push(passed_over(listed, others, &found.tables[i]));
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
    let (sheet, col) = (inputs.sheet(table.sheet), nip_column(table));
    table.rows.iter().filter_map(move |r| nip_of(sheet, r, col))
}

fn nip_column(table: &Table) -> Option<u16> {
    table.column(Key::Nip).or_else(|| table.column(Key::NamaNip)).map(|c| c.col)
}

fn nip_of(sheet: &Sheet, row: &TableRow, col: Option<u16>) -> Option<String> {
    let Value::Text(text) = sheet.row(row.index).get(col?) else {
        return None;
    };
    let nip = person::nip_in(text)?;
    Some(nip.chars().filter(char::is_ascii_digit).collect())
}
