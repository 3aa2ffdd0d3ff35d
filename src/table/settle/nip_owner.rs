//! The only NIP of a list, behind the name of the atasan: whose it is the rows settle, or the other tables, where they say who
//! has which NIP (`evidence`). Where neither does, it is nobody's: a mark never goes to the wrong person.

use std::any::Any;

use hashbrown::{HashMap, HashSet};

use super::{SOMEBODY_ELSE, probe};
use crate::base::origin::Origin;
use crate::base::text::{Text, fold, fold_words};
use crate::finding::Noted;
use crate::input::{Inputs, Sheet, Value};
use crate::table::findings::NipBehindAtasan;
use crate::table::header::Header;
use crate::table::{DataTable, Key, TableColumn, Tables, lists, person};

/// Words beside NIP that say that it is the person's own.
const OWN: [&str; 9] = [
    "pegawai",
    "dinilai",
    "asn",
    "pns",
    "ybs",
    "bersangkutan",
    "bawahan",
    "karyawan",
    "guru",
];

/// What a heading says of the atasan.
const OF_ATASAN: [Key; 3] = [Key::NamaAtasan, Key::JabatanAtasan, Key::UnitAtasan];

/// A column of NIP that may be the atasan's.
#[derive(Debug, Clone)]
pub struct DoubtfulNip {
    /// The column.
    pub col: u16,
    /// The heading before it.
    pub before: Text,
    /// The rows settle that it is the atasan's.
    pub theirs: bool,
}

/// Looks for such a column.
pub(super) fn settle(sheet: &Sheet, header: &Header, end: usize) -> Option<DoubtfulNip> {
    let columns = &header.columns;
    let at = columns.iter().position(|c| c.key == Some(Key::Nip))?;
    let before = &columns[at.checked_sub(1)?];
    let next_is_name = columns.get(at + 1).is_some_and(|c| c.key == Some(Key::Nama));
    let says = |c: &TableColumn, words: &[&str]| fold_words(&c.written).split(' ').any(|w| words.contains(&w));
    let behind = before
        .key
        .map_or_else(|| says(before, &SOMEBODY_ELSE), |key| OF_ATASAN.contains(&key));
    let name = columns.iter().find(|c| c.key == Some(Key::Nama))?.col;
    let atasan = columns
        .iter()
        .find(|c| c.key == Some(Key::NamaAtasan))
        .map_or(before.col, |c| c.col);
    if !behind || next_is_name || header.has(Key::NipAtasan) || says(&columns[at], &OWN) {
        return None;
    }
    let col = columns[at].col;
    let theirs = match by_rows(sheet, header, end, (name, atasan, col)) {
        Some(false) => return None,
        said => said.is_some(),
    };
    Some(DoubtfulNip {
        col,
        before: before.written.clone(),
        theirs,
    })
}

/// Whether the NIP is the atasan's: one atasan beside several NIP has none of them, and one NIP beside several names is none
/// of theirs. `None` where each row has another atasan, or neither is so but for slips.
fn by_rows(sheet: &Sheet, header: &Header, end: usize, (name, atasan, nip): (u16, u16, u16)) -> Option<bool> {
    let (mut of_atasan, mut of_nip) = (TextGroups::new(), TextGroups::new());
    for row in probe(sheet, header, end) {
        let Some(digits) = digits_in(row.get(nip)) else { continue };
        let (person, head) = (bare_name(row.get(name)), bare_name(row.get(atasan)));
        if head.is_empty() {
            return Some(false);
        }
        of_atasan.entry(head).or_default().insert(digits.clone());
        of_nip.entry(digits).or_default().insert(person);
    }
    let more = |beside: &TextGroups| beside.values().map(|group| group.len() - 1).sum::<usize>();
    decide(more(&of_atasan), more(&of_nip)).map(|own| !own)
}

/// What stands beside each text.
type TextGroups = HashMap<String, HashSet<String>>;

/// Of two sides the one that three times as much speaks for.
fn decide(for_it: usize, against: usize) -> Option<bool> {
    if for_it > against * 3 {
        Some(true)
    } else if against > for_it * 3 {
        Some(false)
    } else {
        None
    }
}

fn digits_in(value: Value<'_>) -> Option<String> {
    match value {
        Value::Text(text) => person::nip_in(text).map(lists::digits),
        _ => None,
    }
}

/// A name without what stands behind a comma.
fn bare_name(value: Value<'_>) -> String {
    let written = value.written();
    fold(written.split(',').next().unwrap_or_default())
}

/// Settles those columns that the other tables tell, and takes nobody's NIP from the others.
pub(in crate::table) fn among(inputs: &Inputs, found: &mut Tables) {
    let fact = |p: &Noted| {
        let fact: &dyn Any = p.fact.as_ref();
        fact.downcast_ref::<NipBehindAtasan>().cloned()
    };
    let doubtful: Vec<(usize, Origin, NipBehindAtasan)> = (found.problems.iter().enumerate())
        .filter_map(|(i, p)| Some((i, p.at?, fact(p)?)))
        .collect();
    if doubtful.is_empty() {
        return;
    }
    let is_doubtful = |table: &DataTable| doubtful.iter().any(|(_, at, _)| of_table(table, *at));
    let known = known(inputs, found.tables.iter().filter(|t| !is_doubtful(t)));
    let mut told = Vec::new();
    for (i, at, fact) in doubtful {
        let Some(table) = found.tables.iter_mut().find(|t| of_table(t, at)) else {
            told.push(i);
            continue;
        };
        let theirs = if fact.theirs {
            Some(true)
        } else {
            by_names(inputs, table, &known, at.col())
        };
        let key = match theirs {
            Some(false) => {
                told.push(i);
                continue;
            }
            Some(true) => Some(Key::NipAtasan),
            None => None,
        };
        for column in table.columns.iter_mut().filter(|c| c.col == at.col()) {
            column.key = key;
            column.surpassed = Some(Key::Nip).filter(|_| key.is_none());
        }
        let theirs = theirs.is_some();
        found.problems[i].fact = NipBehindAtasan { theirs, ..fact }.into();
    }
    let mut place = 0;
    found.problems.retain(|_| {
        place += 1;
        !told.contains(&(place - 1))
    });
}

fn of_table(table: &DataTable, at: Origin) -> bool {
    table.sheet == at.sheet() && table.header.0 == at.row() && table.columns.iter().any(|c| c.col == at.col())
}

/// The names that stand beside each NIP in these tables.
fn known<'t>(inputs: &Inputs, tables: impl Iterator<Item = &'t DataTable>) -> TextGroups {
    let mut known = TextGroups::new();
    for table in tables {
        for keys in [(Key::Nip, Key::Nama), (Key::NipAtasan, Key::NamaAtasan)] {
            let (Some(nip), Some(name)) = (table.column(keys.0), table.column(keys.1)) else {
                continue;
            };
            let sheet = inputs.sheet(table.sheet);
            for row in table.rows.each().map(|r| sheet.row(r.index)) {
                let name = bare_name(row.get(name.col));
                if let Some(digits) = digits_in(row.get(nip.col)).filter(|_| !name.is_empty()) {
                    known.entry(digits).or_default().insert(name);
                }
            }
        }
    }
    known
}

/// Whether the NIP is the atasan's, by whom other tables name beside it.
fn by_names(inputs: &Inputs, table: &DataTable, known: &TextGroups, nip: u16) -> Option<bool> {
    let before = table.columns.iter().rev().find(|c| c.col < nip)?.col;
    let atasan = table.column(Key::NamaAtasan).map_or(before, |c| c.col);
    let name = table.column(Key::Nama)?.col;
    let sheet = inputs.sheet(table.sheet);
    let (mut own, mut theirs) = (0, 0);
    for row in table.rows.each().map(|r| sheet.row(r.index)) {
        let Some(names) = digits_in(row.get(nip)).and_then(|digits| known.get(&digits)) else {
            continue;
        };
        own += usize::from(names.contains(&bare_name(row.get(name))));
        theirs += usize::from(names.contains(&bare_name(row.get(atasan))));
    }
    decide(own, theirs).map(|own| !own)
}
