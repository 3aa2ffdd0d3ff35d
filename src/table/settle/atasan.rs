//! Columns of the atasan that their headings leave open: a bare "NIP" behind his name, and his name and NIP in one cell.

use super::{SOMEBODY_ELSE, probe};
use crate::base::text::{fold, fold_words};
use crate::input::{Sheet, Value};
use crate::table::header::Header;
use crate::table::{Key, TableColumn, person};

/// Settles both.
pub(super) fn settle(sheet: &Sheet, header: &mut Header, end: usize) {
    let told = [Key::NipAtasan, Key::NamaAtasan]
        .into_iter()
        .all(|key| header.jenis.column(key).is_some());
    if told {
        nip_behind_name(header);
        in_one_cell(sheet, header, end);
    }
}

/// The column names the atasan, or says nothing else that is known.
fn is_of_atasan(column: &TableColumn) -> bool {
    let says = || fold_words(&column.written).split(' ').any(|w| SOMEBODY_ELSE.contains(&w));
    column.key == Some(Key::NamaAtasan) || (column.key.is_none() && says())
}

/// "NIP" right behind the name of the atasan is his, beside one of the person.
fn nip_behind_name(header: &mut Header) {
    if header.has(Key::NipAtasan) {
        return;
    }
    let doubled = |col: u16| header.doubled.iter().any(|&(later, _, k)| k == Key::Nip && later == col);
    let is_nip = |c: &TableColumn| c.key == Some(Key::Nip) || c.surpassed == Some(Key::Nip) || doubled(c.col);
    let nips: Vec<usize> = (0..header.columns.len()).filter(|&i| is_nip(&header.columns[i])).collect();
    let behind = |i: &usize| i.checked_sub(1).is_some_and(|before| is_of_atasan(&header.columns[before]));
    let bare = |i: &usize| fold(&header.columns[*i].written) == "nip";
    let (theirs, own): (Vec<usize>, Vec<usize>) = nips.into_iter().partition(|i| behind(i) && bare(i));
    // Without another one it may be anybody's.
    let (&[theirs], &[own]) = (&theirs[..], &own[..]) else {
        return;
    };
    for (i, key) in [(theirs, Key::NipAtasan), (own, Key::Nip)] {
        header.columns[i].key = Some(key);
        header.columns[i].surpassed = None;
    }
    header.doubled.retain(|d| d.2 != Key::Nip);
}

/// "Ahmad Fauzi / 197001011995031001" under a heading about the atasan.
fn in_one_cell(sheet: &Sheet, header: &mut Header, end: usize) {
    let is_candidate = |c: &TableColumn| c.key == Some(Key::NipAtasan) || is_of_atasan(c);
    let holds_both = |c: &&TableColumn| {
        let (mut both, mut filled) = (0, 0);
        for row in probe(sheet, header, end) {
            let value = row.get(c.col);
            filled += usize::from(!value.is_blank());
            both += usize::from(matches!(value, Value::Text(t) if person::nip_in(t).is_some() && !person::is_nip(value)));
        }
        both > 0 && both * 3 >= filled * 2
    };
    let mut found = header.columns.iter().filter(|c| is_candidate(c)).filter(holds_both);
    let (Some(col), None) = (found.next().map(|c| c.col), found.next()) else {
        return;
    };
    if header.columns.iter().any(|c| c.key == Some(Key::NipAtasan) && c.col != col) {
        return;
    }
    for column in header.columns.iter_mut().filter(|c| c.col == col) {
        column.key = Some(Key::NamaAtasan);
    }
    header.atasan_in_one = Some(col);
}
