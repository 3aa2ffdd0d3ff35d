//! Columns whose heading nobody knows, told by the other tables of the run: the codes of RHK that another
//! table names, the NIP of people who are known; and columns that are swapped by the same evidence. What
//! cannot be told from one table alone is settled here, once all of them are found.

use std::any::Any;

use hashbrown::HashSet;

use super::findings::{ColumnByContent, ColumnDerived, ColumnMissing, ColumnsSwapped};
use super::settle::nip_owner;
use super::{DataTable, Key, TableColumn, TableKind, Tables, person};
use crate::base::origin::Origin;
use crate::base::text::{Text, fold, is_blank, match_key};
use crate::finding::Noted;
use crate::input::{Inputs, Value};

/// So many rows of a column are looked at.
const PROBE: usize = 500;

/// Settles the columns of all tables by what the others say.
pub(super) fn settle(inputs: &Inputs, found: &mut Tables) {
    nip_owner::among(inputs, found);
    columns(inputs, found);
    beside_codes(found);
}

/// A plan without codes beside one with them takes the codes of the RHK that both have.
fn beside_codes(found: &mut Tables) {
    let has_codes = |t: &DataTable| t.jenis == TableKind::Skp && t.column(Key::KodeRhk).is_some();
    if !found.tables.iter().any(has_codes) {
        return;
    }
    for problem in &mut found.problems {
        let fact: &dyn Any = problem.fact.as_ref();
        if let Some(derived) = fact.downcast_ref::<ColumnDerived>()
            && derived.table == TableKind::Skp.as_str()
            && derived.columns.contains(&Key::KodeRhk)
        {
            problem.fact = ColumnDerived {
                columns: derived.columns.clone(),
                table: derived.table,
                beside: true,
            }
            .into();
        }
    }
}

fn columns(inputs: &Inputs, found: &mut Tables) {
    swapped_nips(inputs, found);
    swapped_codes(inputs, found);
    let lacks =
        |t: &DataTable, kind, key| t.jenis == kind && t.column(key).is_none() && t.columns.iter().any(TableColumn::is_unread);
    let codes: Vec<usize> = (0..found.tables.len())
        .filter(|&i| {
            [TableKind::Skp, TableKind::Realisasi]
                .iter()
                .any(|&k| lacks(&found.tables[i], k, Key::KodeRhk))
        })
        .collect();
    for i in codes {
        let known = known_codes(inputs, found, i);
        take(inputs, found, i, Key::KodeRhk, |t| known.contains(&match_key(t)));
    }
    let heads: Vec<usize> = (0..found.tables.len())
        .filter(|&i| lacks(&found.tables[i], TableKind::Pegawai, Key::NipAtasan))
        .collect();
    if !heads.is_empty() {
        let known: HashSet<String> = (found.tables.iter().filter(|t| t.jenis == TableKind::Pegawai))
            .flat_map(|t| texts(inputs, t, Key::Nip).filter_map(digits))
            .collect();
        for i in heads {
            take(inputs, found, i, Key::NipAtasan, |t| {
                digits(t).is_some_and(|n| known.contains(&n))
            });
        }
    }
}

fn digits(text: &str) -> Option<String> {
    person::nip_in(text).map(|n| n.chars().filter(char::is_ascii_digit).collect())
}

/// The texts of a column.
fn column_texts<'a>(inputs: &'a Inputs, table: &'a DataTable, col: u16) -> impl Iterator<Item = &'a str> + use<'a> {
    let sheet = inputs.sheet(table.sheet);
    table
        .rows
        .each()
        .take(PROBE)
        .filter_map(move |r| match sheet.row(r.index).get(col) {
            v if v.is_blank() => None,
            Value::Text(t) => Some(t),
            // A figure is a code, too; it stands for no text that is looked for.
            _ => Some(""),
        })
}

fn texts<'a>(inputs: &'a Inputs, table: &'a DataTable, key: Key) -> impl Iterator<Item = &'a str> + use<'a> {
    let col = table.column(key).map(|c| c.col);
    col.into_iter().flat_map(move |c| column_texts(inputs, table, c))
}

/// The codes of RHK that other tables name, and that this one names as those of an atasan.
fn known_codes(inputs: &Inputs, found: &Tables, own: usize) -> HashSet<Text> {
    let mut known = HashSet::new();
    for (i, table) in found.tables.iter().enumerate() {
        let keys: &[Key] = match table.jenis {
            TableKind::Realisasi if i != own => &[Key::KodeRhk],
            TableKind::Skp if i != own => &[Key::KodeRhk, Key::KodeRhkAtasan],
            TableKind::Skp => &[Key::KodeRhkAtasan],
            _ => continue,
        };
        for &key in keys {
            let parts = texts(inputs, table, key).flat_map(|t| t.split([';', ',', '\n']));
            known.extend(parts.filter(|t| !is_blank(t)).map(match_key));
        }
    }
    known
}

/// The one unread column whose cells are known, most of them, is taken for the missing one.
fn take(inputs: &Inputs, found: &mut Tables, i: usize, key: Key, known: impl Fn(&str) -> bool) {
    let table = &found.tables[i];
    let fits = |c: &&TableColumn| {
        let (mut filled, mut hits) = (0, 0);
        for text in column_texts(inputs, table, c.col) {
            filled += 1;
            hits += usize::from(known(text));
        }
        hits > 0 && hits * 2 >= filled
    };
    let mut fitting = table.columns.iter().filter(|c| c.is_unread()).filter(fits).map(|c| c.col);
    let (Some(col), None) = (fitting.next(), fitting.next()) else {
        return;
    };
    drop(fitting);
    let at = Origin::new(table.sheet, table.header.0, col);
    let (sheet, header) = (table.sheet, table.header.1);
    let mut written = Text::new();
    for column in found.tables[i].columns.iter_mut().filter(|c| c.col == col) {
        column.key = Some(key);
        written = column.written.clone();
    }
    // That it is missing was said before.
    let of_table = |p: &Noted| p.at.is_some_and(|at| at.sheet() == sheet && at.row() == header);
    found.problems.retain_mut(|p| {
        if !of_table(p) {
            return true;
        }
        let fact: &dyn Any = p.fact.as_ref();
        if let Some(missing) = fact.downcast_ref::<ColumnMissing>() {
            return missing.column != key.name();
        }
        if let Some(derived) = fact.downcast_ref::<ColumnDerived>() {
            let rest: Vec<Key> = derived.columns.iter().copied().filter(|c| *c != key).collect();
            let (table, beside) = (derived.table, derived.beside);
            if rest.is_empty() {
                return false;
            }
            p.fact = ColumnDerived {
                columns: rest,
                table,
                beside,
            }
            .into();
        }
        true
    });
    let column = key.name();
    found.problems.push(Noted::new(ColumnByContent { written, column }).at(at));
}

/// Tells two swapped columns and reads them rightly.
fn swap(found: &mut Tables, table: usize, keys: (Key, Key)) {
    let table = &mut found.tables[table];
    let place = |key| table.columns.iter().position(|c| c.key == Some(key) && c.facet.is_plain());
    let (Some(first), Some(second)) = (place(keys.0), place(keys.1)) else {
        return;
    };
    let at = |column: &TableColumn| Origin::new(table.sheet, table.header.1, column.col);
    let cells = (at(&table.columns[first]), at(&table.columns[second]));
    table.columns[first].key = Some(keys.1);
    table.columns[second].key = Some(keys.0);
    found
        .problems
        .push(Noted::new(ColumnsSwapped { columns: keys, cells }).at(cells.0));
}

/// Under `nip` stand the NIP of the atasan, and under `nip_atasan` those of the people: the first repeats
/// itself or is blank, the second is each row's own.
fn swapped_nips(inputs: &Inputs, found: &mut Tables) {
    for i in 0..found.tables.len() {
        let table = &found.tables[i];
        let of = |key| table.column(key).map(|c| c.col);
        let (TableKind::Pegawai, Some(nip), Some(head), Some(name)) =
            (table.jenis, of(Key::Nip), of(Key::NipAtasan), of(Key::Nama))
        else {
            continue;
        };
        let sheet = inputs.sheet(table.sheet);
        let texts = |col| {
            table.rows.each().map(move |row| match sheet.row(row.index).get(col) {
                Value::Text(t) => t,
                _ => "",
            })
        };
        // A table as it should be is done with here: its first NIP of an atasan stands there twice, or not at all.
        let mut heads: HashSet<String> = HashSet::new();
        let each_its_own = table.rows.len() > 1 && texts(head).all(|t| digits(t).is_some_and(|n| heads.insert(n)));
        if !each_its_own {
            continue;
        }
        let listed: Vec<String> = texts(nip).filter_map(digits).collect();
        let twice = listed.iter().collect::<HashSet<_>>().len() < listed.len();
        let blank = table.rows.each().any(|row| sheet.row(row.index).get(nip).is_blank());
        // Those whom the first column names stand in the second one.
        let known = listed.iter().all(|n| heads.contains(n));
        let names: HashSet<String> = texts(name).map(fold).collect();
        if (blank || twice) && known && names.len() == table.rows.len() {
            swap(found, i, (Key::Nip, Key::NipAtasan));
        }
    }
}

/// Under `kode_rhk` stand the codes of the atasan: an RHK without one, though each has one under
/// `kode_rhk_atasan`.
fn swapped_codes(inputs: &Inputs, found: &mut Tables) {
    for i in 0..found.tables.len() {
        let table = &found.tables[i];
        let of = |key| table.column(key).map(|c| c.col);
        let (TableKind::Skp, Some(code), Some(above), Some(rhk)) =
            (table.jenis, of(Key::KodeRhk), of(Key::KodeRhkAtasan), of(Key::Rhk))
        else {
            continue;
        };
        let sheet = inputs.sheet(table.sheet);
        let (mut without, mut each, mut rows) = (false, true, 0);
        for row in table.rows.each() {
            let row = sheet.row(row.index);
            if row.get(rhk).is_blank() {
                continue;
            }
            rows += 1;
            without |= row.get(code).is_blank();
            each &= !row.get(above).is_blank();
        }
        if rows > 1 && without && each {
            swap(found, i, (Key::KodeRhk, Key::KodeRhkAtasan));
        }
    }
}
