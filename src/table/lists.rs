//! Lists that name only people who are known from other tables of the run: an attendance list, TPP, DUK,
//! an old copy. They add nobody and no posting, and are passed over with a note (`masukan.md` 2b.4).

use hashbrown::HashSet;

use super::findings::ListPassedOver;
use super::{DataTable, Key, RowList, TableKind, TableRow, Tables, person};
use crate::base::origin::Origin;
use crate::base::text::{Text, match_key};
use crate::contract::tables::Need;
use crate::finding::Noted;
use crate::input::{Inputs, Sheet, Value};

/// Takes such lists out of the tables.
pub(super) fn pass_over(inputs: &Inputs, found: &mut Tables) {
    restated(inputs, found);
    let pegawai = |i: &usize| found.tables[*i].jenis == TableKind::Pegawai;
    let incomplete = |i: &usize| found.tables[*i].is_list_of_names();
    // One that says whose atasan is who, or the kind of the post, is more than a list, unless a whole one
    // says the same people.
    let whole = (0..found.tables.len()).any(|i| pegawai(&i) && !incomplete(&i));
    let lists: Vec<usize> = (0..found.tables.len())
        .filter(|i| incomplete(i) && (whole || !says_posts(&found.tables[*i])))
        .collect();
    if !lists.is_empty() {
        leave_out(inputs, found, lists);
    }
}

/// Takes these out, as far as they name people whom others name.
fn leave_out(inputs: &Inputs, found: &mut Tables, incomplete: Vec<usize>) {
    let (mut known, mut posted): (HashSet<String>, HashSet<String>) = (HashSet::new(), HashSet::new());
    // Of whom the unit is told elsewhere.
    let mut placed: HashSet<String> = HashSet::new();
    for (i, table) in found.tables.iter().enumerate() {
        // A form says who somebody is and in which post.
        if let Some(nip) = form_nip(inputs, table) {
            if table.formulir.as_ref().is_some_and(|f| f.pegawai.unit_kerja.is_some()) {
                placed.insert(nip.clone());
            }
            posted.insert(nip.clone());
            known.insert(nip);
        }
        let names_people = match table.jenis {
            TableKind::Pegawai => !incomplete.contains(&i),
            TableKind::Penilaian | TableKind::LaporanSkp => table.column(Key::Nama).is_some(),
            _ => false,
        };
        if names_people {
            known.extend(nips(inputs, table));
            let unit = table.column(Key::UnitKerja).is_some() || !table.units.is_empty();
            if unit || table.sources.iter().any(|(key, _)| *key == Key::UnitKerja) {
                placed.extend(nips(inputs, table));
            }
        }
        if names_people && table.jenis == TableKind::Pegawai {
            posted.extend(nips(inputs, table));
        }
    }
    if known.is_empty() {
        return;
    }
    for i in incomplete.into_iter().rev() {
        let (mut listed, mut others) = (0, 0);
        let known = if says_posts(&found.tables[i]) { &posted } else { &known };
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
            // Who is not known yet stands here; for the others it is no posting, unless only it tells their unit.
            let tells_unit = found.tables[i].column(Key::UnitKerja).is_some();
            leave_others(inputs, found, i, if tells_unit { &placed } else { known });
            continue;
        }
        let table = found.tables.remove(i);
        forget(found, &table);
        found.problems.push(passed_over(table.rows.len(), 0, &table));
    }
}

fn passed_over(rows: usize, others: usize, table: &DataTable) -> Noted {
    let at = Origin::new(table.sheet, table.header.0, table.cols.0);
    let unread = None;
    Noted::new(ListPassedOver { rows, others, unread }).at(at)
}

/// Takes the rows of known people out of a list.
fn leave_others(inputs: &Inputs, found: &mut Tables, i: usize, known: &HashSet<String>) {
    let col = nip_column(&found.tables[i]);
    let table = &mut found.tables[i];
    let sheet = inputs.sheet(table.sheet);
    let before = table.rows.len();
    table
        .rows
        .retain(|&r| nip_of(sheet, r, col).is_none_or(|nip| !known.contains(&nip)));
    let left = table.rows.len();
    if left < before {
        found.problems.push(passed_over(before - left, left, &found.tables[i]));
    }
}

/// The posts are told: by the atasan, or by post and kind.
fn says_posts(table: &DataTable) -> bool {
    let has = |key| table.column(key).is_some();
    has(Key::NipAtasan) || (has(Key::Jabatan) && has(Key::JenisJabatan))
}

/// A DUK beside the table of people: no atasan, the same post in the same unit, and columns that say more
/// of somebody. Its rows are no postings of their own.
fn restated(inputs: &Inputs, found: &mut Tables) {
    let keys = |t: &DataTable| -> HashSet<Key> { t.columns.iter().filter_map(|c| c.key).collect() };
    let pegawai = |t: &DataTable| t.jenis == TableKind::Pegawai;
    if !found.tables.iter().any(|t| pegawai(t) && t.column(Key::NipAtasan).is_none()) {
        return;
    }
    let mut posts: HashSet<[Text; 3]> = HashSet::new();
    let mut said: HashSet<Key> = HashSet::new();
    for table in found
        .tables
        .iter()
        .filter(|t| pegawai(t) && t.column(Key::NipAtasan).is_some())
    {
        posts.extend(table.rows.each().filter_map(|r| post_of(inputs, table, r)));
        said.extend(keys(table));
    }
    if posts.is_empty() {
        return;
    }
    for i in (0..found.tables.len()).rev() {
        let table = &found.tables[i];
        if !pegawai(table)
            || table.column(Key::NipAtasan).is_some()
            || keys(table).iter().all(|k| said.contains(k) || *k == Key::No)
        {
            continue;
        }
        let before = table.rows.len();
        let kept: RowList = (table.rows.each())
            .filter(|&r| post_of(inputs, table, r).is_none_or(|p| !posts.contains(&p)))
            .collect();
        let (passed, left) = (before - kept.len(), kept.len());
        if passed == 0 {
            continue;
        }
        found.tables[i].rows = kept;
        let note = passed_over(passed, left, &found.tables[i]);
        if left == 0 {
            let table = found.tables.remove(i);
            forget(found, &table);
        }
        found.problems.push(note);
    }
}

/// NIP, post and unit of a row.
fn post_of(inputs: &Inputs, table: &DataTable, row: TableRow) -> Option<[Text; 3]> {
    let sheet = inputs.sheet(table.sheet);
    let nip = nip_of(sheet, row, nip_column(table))?;
    let text = |key| {
        let col = table.column(key)?.col;
        match sheet.row(row.index).get(col) {
            Value::Text(t) => Some(match_key(t)),
            _ => None,
        }
    };
    Some([nip.into(), text(Key::Jabatan)?, text(Key::UnitKerja)?])
}

/// Drops what was said of a table that is none.
fn forget(found: &mut Tables, table: &DataTable) {
    found.problems.retain(|p| !p.at.is_some_and(|at| table.covers(at)));
}

impl DataTable {
    /// A table of people that lacks what makes a posting: it does not say who there is.
    pub fn is_list_of_names(&self) -> bool {
        self.jenis == TableKind::Pegawai
            && TableKind::Pegawai
                .columns()
                .iter()
                .any(|c| c.need == Need::Must && !matches!(c.key, Key::Nip | Key::Nama) && self.column(c.key).is_none())
    }
}

/// The readable NIPs of a table, as digits.
pub(super) fn nips<'a>(inputs: &'a Inputs, table: &'a DataTable) -> impl Iterator<Item = String> + 'a {
    let (sheet, col) = (inputs.sheet(table.sheet), nip_column(table));
    table.rows.each().filter_map(move |r| nip_of(sheet, r, col))
}

/// The NIP of whom a form is about, as digits.
pub(super) fn form_nip(inputs: &Inputs, table: &DataTable) -> Option<String> {
    let entry = table.formulir.as_ref()?.pegawai.nip.as_ref()?;
    person::nip_in(&entry.value(inputs).written()).map(digits)
}

fn nip_column(table: &DataTable) -> Option<u16> {
    table.column(Key::Nip).or_else(|| table.column(Key::NamaNip)).map(|c| c.col)
}

fn nip_of(sheet: &Sheet, row: TableRow, col: Option<u16>) -> Option<String> {
    let Value::Text(text) = sheet.row(row.index).get(col?) else {
        return None;
    };
    let nip = person::nip_in(text)?;
    Some(digits(nip))
}

/// A NIP without what stands between its digits.
pub(super) fn digits(nip: &str) -> String {
    nip.chars().filter(char::is_ascii_digit).collect()
}
