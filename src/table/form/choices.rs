//! Choices that a form prints, each in a cell of its own: which of them are not struck out. And the choice that the heading
//! of the curve tells.

use std::ops::Range;

use super::Entry;
use crate::base::origin::{Origin, SheetId};
use crate::base::text::{fold, fold_words, is_blank};
use crate::contract::tick;
use crate::contract::vocab::{Predikat, PredikatOrganisasi, Rating, Word};
use crate::input::sheet::Row;
use crate::input::{Sheet, Strike, Value};
use crate::table::form_words::{self, FormLine, unnumbered};

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
    let text = match tick::boxes(text).as_deref() {
        None => unnumbered(text),
        Some(&[(_, choice)]) => unnumbered(choice),
        Some(_) => return None,
    };
    match line {
        FormLine::RatingWork | FormLine::RatingConduct => of::<Rating>(text),
        FormLine::Mark => of::<Predikat>(text),
        FormLine::Organisation => of::<PredikatOrganisasi>(text),
        _ => None,
    }
}

/// Whether a cell is one of the choices of a line.
pub fn is_choice(line: FormLine, value: Value<'_>) -> bool {
    choice(line, value).is_some()
}

/// Whether a text is a rating, or all of them side by side in one cell.
pub(super) fn is_rating(line: FormLine, text: &str) -> bool {
    let folded = fold(text);
    let begins = ["diatas", "sesuai", "dibawah"].iter().any(|w| folded.starts_with(w));
    is_choice(line, Value::Text(text)) || (begins && folded.ends_with("ekspektasi"))
}

/// What is rated in this cell, by the rating behind its colon or in the next cell: "a. Hasil Kerja : Sesuai Ekspektasi", which
/// without one is the heading of a part of the form. With the column of the rating, and the part of its cell that is meant.
pub fn rated_beside(row: Row<'_>, col: u16, text: &str, last: u16) -> Option<(FormLine, u16, Option<Box<str>>)> {
    let (label, behind) = text.split_once([':', '=']).unwrap_or((text, ""));
    let line = form_words::rated(label)?;
    if !is_blank(behind) {
        return is_rating(line, behind).then(|| (line, col, Some(behind.trim().into())));
    }
    let value = |(col, value)| {
        let Value::Text(text) = value else { return None };
        Some((col, text.trim_start_matches([':', '=', ' ']).trim())).filter(|(_, text)| !text.is_empty())
    };
    let (col, text) = row.cells_in(col + 1, last).find_map(value)?;
    is_rating(line, text).then(|| (line, col, Some(text.into())))
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
    let mut found = Choices {
        begins_beside: col == 0 || !sheet.row_at(row).get(col - 1).is_blank(),
        ..Choices::default()
    };
    found.take_beside(sheet, line, (row, col), last);
    found.take_below(sheet, line, row + 1..end, last);
    if found.cells.len() < 2 {
        return None;
    }
    let cells = found.possible();
    let at = |&(r, c): &(usize, u16)| Origin::new(id, sheet.row_at(r).number(), c);
    let left_of = |&(r, c): &(usize, u16)| left_of(sheet.strike(sheet.row_at(r).number(), c));
    let whole = |at: Origin| Entry { at, section: None };
    // A stroke that ends inside a choice is told from its own cell.
    if let Some(half) = cells.iter().find(|cell| left_of(cell).is_none()) {
        return Some(whole(at(half)));
    }
    let left: Vec<_> = cells.iter().filter(|cell| left_of(cell) == Some(true)).collect();
    match left.as_slice() {
        [] => Some(whole(at(cells.first()?))),
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

/// A cell that is a line of the form itself.
fn is_line(value: Value<'_>) -> bool {
    matches!(value, Value::Text(t) if form_words::line(t).is_some())
}

/// The choices of a line, and the signs beside them.
#[derive(Debug, Default, Clone)]
struct Choices {
    cells: Vec<(usize, u16)>,
    /// Their places in the vocabulary.
    taken: Vec<usize>,
    /// In the order of the cells: a sign and whether it says "ticked", or `None` for a choice.
    items: Vec<Option<bool>>,
    /// Where in `items` the rows below the first begin.
    rows: Vec<usize>,
    /// Signs under choices and boxes in their cells, by choice.
    own: Vec<(usize, bool)>,
    /// Right beside the label or at the edge, so that no sign can stand before the first choice.
    begins_beside: bool,
}

impl Choices {
    /// Takes the choices that stand side by side, from this cell on.
    fn take_beside(&mut self, sheet: &Sheet, line: FormLine, (row, col): (usize, u16), last: u16) {
        let labels = row.checked_sub(1).map(|above| sheet.row_at(above));
        for (c, value) in sheet.row_at(row).cells_in(col, last) {
            // Below a row of several labels each of them has its own.
            let of_another = c > col && labels.is_some_and(|labels| is_line(labels.get(c)));
            if of_another || !self.take(line, value, (row, c)) {
                return;
            }
        }
    }

    /// Takes what goes on below: under choices that stand side by side their signs, else one more choice a row.
    fn take_below(&mut self, sheet: &Sheet, line: FormLine, rows: Range<usize>, last: u16) {
        let beside = self.cells.len() > 1;
        for r in rows {
            let mut cells = sheet.row_at(r).cells_in(0, last).filter(|(_, v)| !v.is_blank());
            let mut more = self.clone();
            let goes_on = if beside {
                cells.all(|(c, value)| more.sign_under(c, value))
            } else {
                more.rows.push(more.items.len());
                cells.all(|(c, value)| !is_line(value) && more.take(line, value, (r, c)))
            };
            let one_more = more.cells.len() == self.cells.len() + 1;
            if goes_on {
                *self = more;
            }
            if beside || !goes_on || !one_more {
                return;
            }
        }
    }

    /// Takes a choice, its sign, or what stands between two; false for anything else.
    fn take(&mut self, line: FormLine, value: Value<'_>, at: (usize, u16)) -> bool {
        if let Some(place) = choice(line, value) {
            if self.taken.contains(&place) {
                return false;
            }
            self.own.extend(own_box(value).map(|ticked| (self.cells.len(), ticked)));
            self.taken.push(place);
            self.cells.push(at);
            self.items.push(None);
            return true;
        }
        let between = || matches!(value, Value::Text(t) if !t.contains(char::is_alphanumeric)) && !self.cells.is_empty();
        match sign(value) {
            Some(ticked) => self.items.push(Some(ticked)),
            None => return between(),
        }
        true
    }

    /// Takes the sign under a choice.
    fn sign_under(&mut self, col: u16, value: Value<'_>) -> bool {
        let choice = self.cells.iter().position(|&(_, c)| c == col);
        self.own.extend(choice.zip(sign(value)));
        choice.is_some() && sign(value).is_some()
    }

    /// Those that are ticked; all of them where none is. A sign between two choices, of which nothing tells whose it is, is
    /// both's.
    fn possible(&self) -> Vec<(usize, u16)> {
        let mut ticked: Vec<usize> = self.own.iter().filter(|own| own.1).map(|own| own.0).collect();
        let mut starts = vec![0];
        starts.extend(&self.rows);
        let mut choice = 0;
        for (i, &start) in starts.iter().enumerate() {
            let end = starts.get(i + 1).copied().unwrap_or(self.items.len());
            let row = &self.items[start..end];
            let (before, behind) = match (row.first(), row.last()) {
                (Some(Some(_)), _) => (true, false),
                (_, Some(Some(_))) => (false, true),
                _ => (!self.begins_beside, true),
            };
            for item in row {
                match item {
                    None => choice += 1,
                    Some(true) => {
                        ticked.extend(before.then_some(choice));
                        ticked.extend(choice.checked_sub(1).filter(|_| behind));
                    }
                    Some(false) => {}
                }
            }
        }
        let of = |(i, cell): (usize, &(usize, u16))| ticked.contains(&i).then_some(*cell);
        let found: Vec<_> = self.cells.iter().enumerate().filter_map(of).collect();
        if found.is_empty() { self.cells.clone() } else { found }
    }
}

/// A cell that is nothing but a sign: whether it says "ticked".
fn sign(value: Value<'_>) -> Option<bool> {
    match value {
        Value::Text(text) => tick::is_sign(text).then(|| tick::is_tick(text)),
        Value::Bool(ticked) => Some(ticked),
        _ => None,
    }
}

/// The box in the cell of a choice.
fn own_box(value: Value<'_>) -> Option<bool> {
    let Value::Text(text) = value else { return None };
    tick::boxes(text)?.first().map(|b| b.0)
}

/// Whether a choice is left; `None` where it is struck out in part. Its running number does not count.
fn left_of(strike: Option<&Strike>) -> Option<bool> {
    let text = match strike {
        None => return Some(true),
        Some(Strike::Whole) => return Some(false),
        Some(Strike::Part(text)) => text,
    };
    match fold(unnumbered(&text.left())) {
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
