//! Of two columns of one mark the one that was decided upon in the end counts; whether a changed one does is not guessed.

use super::{Looks, all_look, mark, predikat, probe, rating};
use crate::base::text::fold_words;
use crate::contract::facet;
use crate::contract::mark_words::{MarkStage, stage};
use crate::input::Sheet;
use crate::table::contents::says_now;
use crate::table::header::Header;
use crate::table::{Key, TableColumn};

/// Settles the marks of which a heading says that they are final, or that they were changed.
pub(super) fn settle(sheet: &Sheet, header: &mut Header, end: usize) {
    for (later, earlier, key) in std::mem::take(&mut header.ambiguous) {
        match (is_final(header, later), is_final(header, earlier)) {
            (true, false) => choose(header, key, later, earlier),
            (false, true) => choose(header, key, earlier, later),
            _ => header.ambiguous.push((later, earlier, key)),
        }
    }
    for key in [Key::HasilAkhir, Key::HasilKerja, Key::PerilakuKerja] {
        let mut taken = header.columns.iter().filter(|c| c.key == Some(key) && c.facet.tick.is_none());
        let (Some(mark), None) = (taken.next(), taken.next()) else {
            continue;
        };
        let mut rivals = header.columns.iter().filter(|c| rivals(sheet, header, end, mark, c));
        let (Some(rival), None) = (rivals.next(), rivals.next()) else {
            continue;
        };
        let (mark, rival) = (mark.col, rival.col);
        match (is_final(header, rival), is_final(header, mark)) {
            (true, false) => choose(header, key, rival, mark),
            (false, true) => {}
            _ => header.ambiguous.push((rival.max(mark), rival.min(mark), key)),
        }
    }
}

/// A column that nobody read holds the same mark at another stage, and says something else of somebody.
fn rivals(sheet: &Sheet, header: &Header, end: usize, mark: &TableColumn, other: &TableColumn) -> bool {
    if !other.is_unread() || stage(&other.written).is_none() || !says_now(&other.written) {
        return false;
    }
    let period = facet::split(&[other.written.as_str().into()]).0.period;
    if period.is_some() && period != mark.facet.period {
        return false;
    }
    let looks: Looks = if mark.key == Some(Key::HasilAkhir) { predikat } else { rated };
    let differs = || {
        probe(sheet, header, end).any(|row| {
            let said = |col: u16| fold_words(&row.get(col).written());
            !row.get(other.col).is_blank() && said(other.col) != said(mark.col)
        })
    };
    all_look(probe(sheet, header, end), other.col, looks) && differs()
}

fn rated(value: crate::input::Value<'_>) -> bool {
    rating(value) || mark(value)
}

fn is_final(header: &Header, col: u16) -> bool {
    let column = header.columns.iter().find(|c| c.col == col);
    column.is_some_and(|c| stage(&c.written) == Some(MarkStage::Final))
}

/// The mark stands in this column and not in the other one.
pub(super) fn choose(header: &mut Header, key: Key, chosen: u16, other: u16) {
    let of = |col: u16| header.columns.iter().find(|c| c.col == col);
    // Of two that were doubtful the first one has the facet.
    let facet = [chosen, other]
        .into_iter()
        .filter_map(of)
        .find(|c| c.key == Some(key))
        .map(|c| c.facet.clone());
    for column in &mut header.columns {
        if column.col == chosen {
            column.key = Some(key);
            column.surpassed = None;
            column.facet = facet.clone().unwrap_or_default();
        } else if column.col == other {
            column.key = None;
            column.surpassed = Some(key);
        }
    }
}
