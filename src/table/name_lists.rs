//! Sheets in which nothing is of ours but who is meant: a list for signatures, a roll of days, bank accounts. Of
//! people who are all known they are passed over with a note, as other lists are; of others they stay a warning
//! that says how many stand nowhere else.

use std::any::Any;

use hashbrown::HashSet;

use super::findings::{FileNotRecognised, ListPassedOver, SheetNotRecognised};
use super::nearest::HEADER_ROWS;
use super::settle::looks;
use super::{Key, TableKind, Tables, lists, person};
use crate::base::origin::{Origin, SheetId};
use crate::contract::heading::look_up;
use crate::finding::Noted;
use crate::input::{Inputs, Sheet, Value};

/// What is said of a person and is no more than who he is.
const OF_A_PERSON: [Key; 9] = [
    Key::No,
    Key::Nip,
    Key::Nama,
    Key::NamaNip,
    Key::BukanNip,
    Key::Golongan,
    Key::JenisPegawai,
    Key::Jabatan,
    Key::UnitKerja,
];

/// A sheet that names people below a heading, and no more that is known.
pub(super) struct NameList {
    at: (u32, u16),
    /// Headings that say something else.
    unread: Vec<String>,
    nips: HashSet<String>,
    rows: usize,
}

/// A heading that names people, and the column of their NIP.
struct Heading {
    index: usize,
    at: (u32, u16),
    nip: u16,
    unread: Vec<String>,
}

/// Reads a sheet as such a list.
pub(super) fn read(sheet: &Sheet) -> Option<NameList> {
    let heading = (0..sheet.row_count().min(HEADER_ROWS)).find_map(|i| heading(sheet, i))?;
    let (mut nips, mut rows) = (HashSet::new(), 0);
    for row in (heading.index + 1..sheet.row_count()).map(|i| sheet.row_at(i)) {
        let rates = |v| looks::predikat(v) || looks::mark(v) || looks::aspek(v);
        if row.cells().any(|(_, v)| rates(v)) {
            return None;
        }
        let Value::Text(text) = row.get(heading.nip) else { continue };
        let Some(found) = person::nip_in(text) else { continue };
        rows += 1;
        nips.insert(lists::digits(found));
    }
    // Several rows of one person say something of him, whatever their headings are.
    (!nips.is_empty() && nips.len() == rows).then_some(NameList {
        at: heading.at,
        unread: heading.unread,
        nips,
        rows,
    })
}

fn heading(sheet: &Sheet, index: usize) -> Option<Heading> {
    let row = sheet.row_at(index);
    let mut buffer = String::new();
    let (mut nip, mut unread, mut first) = (None, Vec::new(), None);
    for (col, value) in row.cells().filter(|(_, v)| !v.is_blank()) {
        first.get_or_insert(col);
        let hits = match value {
            Value::Text(text) => look_up(text, &mut buffer),
            // The days of a month.
            _ => &[],
        };
        if hits.iter().any(|h| matches!(h.key, Key::Nip | Key::NamaNip)) {
            nip.get_or_insert(col);
        } else if hits.is_empty() {
            unread.push(value.written());
        } else if !hits.iter().any(|h| OF_A_PERSON.contains(&h.key)) {
            return None;
        }
    }
    Some(Heading {
        index,
        at: (row.number(), first?),
        nip: nip?,
        unread,
    })
}

/// Says of the sheets without a table what is known of their people once all tables are.
pub(super) fn settle(inputs: &Inputs, sheets: Vec<(SheetId, NameList)>, found: &mut Tables) {
    if sheets.is_empty() || found.tables.is_empty() {
        return;
    }
    let known = known(inputs, found);
    for (id, list) in sheets {
        let strangers = list.nips.iter().filter(|nip| !known.contains(*nip)).count();
        let of_sheet = |p: &Noted| {
            let fact: &dyn Any = p.fact.as_ref();
            p.at.is_some_and(|at| at.sheet() == id) && fact.is::<SheetNotRecognised>()
        };
        if strangers > 0 {
            for problem in found.problems.iter_mut().filter(|p| of_sheet(p)) {
                let fact: &dyn Any = problem.fact.as_ref();
                if let Some(SheetNotRecognised { nearest, .. }) = fact.downcast_ref() {
                    let nearest = nearest.clone();
                    problem.fact = SheetNotRecognised { nearest, strangers }.into();
                }
            }
            continue;
        }
        let file = inputs.sheet(id).file;
        let of_file = |p: &Noted| {
            let fact: &dyn Any = p.fact.as_ref();
            p.file == Some(file) && fact.is::<FileNotRecognised>()
        };
        found.problems.retain(|p| !of_sheet(p) && !of_file(p));
        let at = Origin::new(id, list.at.0, list.at.1);
        let fact = ListPassedOver {
            rows: list.rows,
            others: 0,
            unread: Some(list.unread),
        };
        found.problems.push(Noted::new(fact).at(at));
    }
}

/// Whom the tables of the run name.
fn known(inputs: &Inputs, found: &Tables) -> HashSet<String> {
    let mut known = HashSet::new();
    for table in &found.tables {
        if table.formulir.is_some() {
            known.extend(lists::form_nip(inputs, table));
        } else if matches!(table.jenis, TableKind::Pegawai | TableKind::LaporanSkp)
            || table.column(Key::Nama).is_some()
            || table.column(Key::NamaNip).is_some()
        {
            known.extend(lists::nips(inputs, table));
        }
    }
    known
}
