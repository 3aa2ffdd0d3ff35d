//! Choices that a form prints, each in a cell of its own: which of them are not struck out. And the choice that the heading
//! of the curve tells.

use std::ops::Range;

use super::form::Entry;
use super::form_words::{self, FormLine, unnumbered};
use crate::base::origin::{Origin, SheetId};
use crate::base::text::{fold, fold_words};
use crate::contract::vocab::{Predikat, PredikatOrganisasi, Rating, Word};
use crate::input::{Sheet, Strike, Value};

/// The place of a choice in the vocabulary of a line.
fn choice(line: FormLine, value: Value<'_>) -> Option<usize> {
    fn of<W: Word>(text: &str) -> Option<usize> {
        let word = W::named(&fold_words(text))?;
        W::ALL.iter().position(|w| *w == word)
    }
    let Value::Text(text) = value else { return None };
    if text.len() > 60 || !text.contains(char::is_alphabetic) {
        return None;
    }
    let text = unnumbered(text);
    match line {
        FormLine::RatingWork | FormLine::RatingConduct => of::<Rating>(text),
        FormLine::Mark => of::<Predikat>(text),
        FormLine::Organisation => of::<PredikatOrganisasi>(text),
        _ => None,
    }
}

/// Whether a cell is one of the choices of a line.
pub(super) fn is_choice(line: FormLine, value: Value<'_>) -> bool {
    choice(line, value).is_some()
}

/// The choices of a line that begin in this cell, side by side or one below the other: the one that is not struck out; where
/// several are left, all of them as one text. `None` where no second choice stands there.
pub(super) fn in_cells(
    sheet: &Sheet,
    id: SheetId,
    line: FormLine,
    (row, col): (usize, u16),
    end: usize,
    last: u16,
) -> Option<Entry> {
    let first = sheet.row_at(row);
    let mut taken = vec![choice(line, first.get(col))?];
    let mut cells = vec![(row, col)];
    let mut is_new = |value: Value<'_>| {
        let place = choice(line, value).filter(|place| !taken.contains(place));
        taken.extend(place);
        place.is_some()
    };
    // Below a row of several labels each of them has its own.
    let labels = row.checked_sub(1).map(|above| sheet.row_at(above));
    let is_line = |value: Value<'_>| matches!(value, Value::Text(t) if form_words::line(t).is_some());
    for (c, value) in first.cells_in(col.saturating_add(1), last) {
        if labels.is_some_and(|labels| is_line(labels.get(c))) {
            break;
        }
        let between = matches!(value, Value::Text(t) if !t.contains(char::is_alphanumeric));
        if between {
            continue;
        }
        if !is_new(value) {
            break;
        }
        cells.push((row, c));
    }
    let beside = cells.len() > 1;
    for r in row + 1..end {
        let below = sheet.row_at(r);
        if beside || below.cells_in(0, last).any(|(_, v)| is_line(v)) || !is_new(below.get(col)) {
            break;
        }
        cells.push((r, col));
    }
    if cells.len() < 2 {
        return None;
    }
    let at = |&(r, c): &(usize, u16)| Origin::new(id, sheet.row_at(r).number(), c);
    let left_of = |&(r, c): &(usize, u16)| left_of(sheet.strike(sheet.row_at(r).number(), c));
    let whole = |at: Origin| Entry { at, section: None };
    // A stroke that ends inside a choice is told from its own cell.
    if let Some(half) = cells.iter().find(|cell| left_of(cell).is_none()) {
        return Some(whole(at(half)));
    }
    let left: Vec<_> = cells.iter().filter(|cell| left_of(cell) == Some(true)).collect();
    match left.as_slice() {
        [] => Some(whole(at(&cells[0]))),
        [one] => Some(whole(at(one))),
        several => {
            let texts = several.iter().map(|&&(r, c)| sheet.row_at(r).get(c).written());
            Some(Entry {
                at: at(several[0]),
                section: Some(texts.collect::<Vec<_>>().join(" / ").into()),
            })
        }
    }
}

/// Whether a choice is left; `None` where it is struck out in part. Its running number does not count.
fn left_of(strike: Option<&Strike>) -> Option<bool> {
    let text = match strike {
        None => return Some(true),
        Some(Strike::Whole) => return Some(false),
        Some(Strike::Part(text)) => text,
    };
    let pieces = text.pieces(0..text.text().len());
    let kept: String = pieces.filter(|(_, is_struck)| !is_struck).map(|(piece, _)| piece).collect();
    match fold(unnumbered(&kept)) {
        kept if kept.is_empty() => Some(false),
        kept => (kept == fold(unnumbered(text.text()))).then_some(true),
    }
}

/// The predikat organisasi in the heading of the curve, "KURVA DISTRIBUSI … DENGAN CAPAIAN KINERJA ORGANISASI BAIK"; `None`
/// where curves of several are printed.
pub(super) fn curve(sheet: &Sheet, id: SheetId, cols: (u16, u16), rows: Range<usize>) -> Option<Entry> {
    const BEFORE: &str = "organisasi";
    let mut found: Option<(PredikatOrganisasi, Entry)> = None;
    for row in rows.map(|r| sheet.row_at(r)) {
        for (col, value) in row.cells_in(cols.0, cols.1) {
            let Value::Text(text) = value else { continue };
            if form_words::line(text).is_none_or(|l| l.0 != FormLine::Curve) || !fold(text).contains("kinerjaorganisasi") {
                continue;
            }
            let Some(at) = text.to_ascii_lowercase().rfind(BEFORE) else {
                continue;
            };
            let behind = text[at + BEFORE.len()..].trim_matches(|c: char| !c.is_alphabetic());
            let Some(predikat) = PredikatOrganisasi::named(&fold_words(behind)) else {
                continue;
            };
            if found.as_ref().is_some_and(|(known, _)| *known != predikat) {
                return None;
            }
            let at = Origin::new(id, row.number(), col);
            let entry = || {
                (
                    predikat,
                    Entry {
                        at,
                        section: Some(behind.into()),
                    },
                )
            };
            found.get_or_insert_with(entry);
        }
    }
    found.map(|(_, entry)| entry)
}
