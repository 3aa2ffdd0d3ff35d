//! The rows of an official form: those that nobody has filled in, and the lines that end its table.

use super::cells::{is_bracketed, is_heading_of_numbers, section_of};
use super::signature::{has_signature, opens_signature};
use super::{FilledCell, RowKind, Shape, reason};
use crate::base::text::fold;
use crate::input::Value;
use crate::input::sheet::Row;
use crate::table::Key;
use crate::table::form::{begins_at, choices, form_field, rating_row};
use crate::table::form_words::{self, FormField, Who, ends_table, is_placeholder, line};

impl Shape<'_> {
    /// What a line of a form is that no list has; `None` where it may be data.
    pub(super) fn of_form(
        &mut self,
        row: Row<'_>,
        first: FilledCell<'_>,
        second: Option<FilledCell<'_>>,
        count: usize,
    ) -> Option<RowKind> {
        // "B. TAMBAHAN" beside the headings once more, on a new page
        if let Value::Text(t) = first.1
            && let Some(section) = section_of(&fold(t))
        {
            self.under_unfilled = false;
            return Some(RowKind::Section(section));
        }
        let ends = ends_form(first, second) && (count <= 4 || has_choice(row, self.band, first.1));
        let rated = |(col, value): FilledCell<'_>| matches!(value, Value::Text(t) if choices::rated_beside(row, col, t, self.band.1).is_some());
        // "HASIL KERJA | PERILAKU KERJA | PREDIKAT KINERJA": their ratings stand below
        let heading = |(_, value): FilledCell<'_>| matches!(value, Value::Text(t) if form_words::rated(t).is_some());
        let heads = (heading(first) || second.is_some_and(heading)) && rating_row::heads(row, self.band).is_some();
        // "1 | RATING HASIL KERJA | SESUAI EKSPEKTASI": numbered as the RHK are
        if ends
            || heads
            || rated(first)
            || second.is_some_and(rated)
            || second.is_some_and(|(_, label)| has_choice(row, self.band, label))
        {
            return Some(RowKind::FormEnd);
        }
        if self.begins_form(row, first, second) {
            return Some(RowKind::FormEnd);
        }
        // On a new page; a heading of the RHK would be taken for one that nobody has written.
        if self.repeats_header(row, count) {
            self.under_unfilled = false;
            return Some(RowKind::Skip(reason::REPEATED));
        }
        // The headings of a table of another kind.
        if self.numbers_another(row) {
            return Some(RowKind::FormEnd);
        }
        if is_bracketed(first.1) && self.is_numbering(row, count) {
            return Some(RowKind::Skip(reason::NUMBERING));
        }
        if self.under_unfilled && self.is_of_signature(row) {
            self.under_unfilled = false;
            return Some(RowKind::Loose(false));
        }
        self.unfilled(row).then_some(RowKind::Skip(reason::UNFILLED))
    }

    /// Whether somebody else's form begins here. Its title or a label of the identity block stands in one of the first cells.
    fn begins_form(&self, row: Row<'_>, first: FilledCell<'_>, second: Option<FilledCell<'_>>) -> bool {
        let opens = |(_, value): FilledCell<'_>| {
            let Value::Text(text) = value else { return false };
            // Every row is asked: almost all are done with before anything is folded.
            match text.chars().find(|c| c.is_alphabetic()).map(|c| c.to_ascii_lowercase()) {
                Some('n') => form_field(text) == Some(FormField::Nama),
                Some('a'..='d' | 'i' | 'p' | 'y') => {
                    form_words::block_title(text) == Some(Who::Pegawai) || form_words::is_form_title(text)
                }
                Some('e' | 'f' | 'h' | 'r' | 's') => form_words::is_form_title(text),
                _ => false,
            }
        };
        let index = || self.sheet.index_of(row.number());
        (opens(first) || second.is_some_and(opens)) && index().is_some_and(|i| begins_at(self.sheet, i, self.band))
    }

    /// A row of a form that is none of its own lines: an RHK or an indicator, a heading, a signature.
    pub(super) fn data_of_form(&mut self, row: Row<'_>, first: FilledCell<'_>, count: usize) -> RowKind {
        let says = self.known.iter().any(|&c| !row.get(c).is_blank());
        if !says || (count == 1 && self.spread(row.number(), first.0)) {
            RowKind::Loose(true)
        } else if self.is_of_signature(row) {
            RowKind::Loose(false)
        } else {
            RowKind::Strong
        }
    }

    fn is_of_signature(&mut self, row: Row<'_>) -> bool {
        has_signature(row, self.band) || opens_signature(row, self.band, &mut self.buffer)
    }

    /// A row whose running number says "NO": the header of a table of another kind.
    pub fn numbers_another(&self, row: Row<'_>) -> bool {
        self.no.is_some_and(|c| is_heading_of_numbers(row.get(c)))
    }

    /// A row of a form that is data wherever it stands: a number with its RHK, or an indicator
    /// with aspek or target.
    pub fn sure_in_form(&self, row: Row<'_>) -> bool {
        let filled = |key| self.is_filled(row, key);
        self.form
            && ((filled(Key::No) && filled(Key::Rhk)) || (filled(Key::Indikator) && (filled(Key::Aspek) || filled(Key::Target))))
            && !has_signature(row, self.band)
    }

    /// A row of a form that nobody has filled in: its RHK is a placeholder, or under such a row its
    /// indicator is, or it holds dashes only.
    fn unfilled(&mut self, row: Row<'_>) -> bool {
        let open = |c: u16| matches!(row.get(c), Value::Text(t) if is_placeholder(t));
        let filled = |c: u16| !row.get(c).is_blank() && !open(c);
        let dashes = || self.known.iter().any(|&c| !row.get(c).is_blank() && open(c));
        let says = self.work.iter().any(|&c| filled(c));
        let rhk = self.rhk.map_or(Value::Empty, |c| row.get(c));
        self.under_unfilled = match rhk {
            Value::Text(t) if !rhk.is_blank() => {
                // One in words is the template's with all of its row, sample target included; dashes
                // beside an indicator are somebody's slip, and are shown as they are.
                is_placeholder(t) && (!says || t.contains(char::is_alphabetic))
            }
            v if !v.is_blank() => false,
            _ if self.under_unfilled => !self.indikator.is_some_and(filled),
            _ => !says && dashes(),
        };
        self.under_unfilled
    }
}

/// In a form: the table is over (perilaku, ratings, notes, lampiran). The line says so in its first
/// cell, or behind a heading "NO"; an RHK that begins with the same word has its number before it.
fn ends_form(first: FilledCell<'_>, second: Option<FilledCell<'_>>) -> bool {
    match (first.1, second) {
        (Value::Text(no), Some((_, Value::Text(t)))) if fold(no) == "no" => ends_table(t),
        (Value::Text(t), _) => ends_table(t),
        _ => false,
    }
}

/// Beside a line of ratings stands one that may be chosen: however many cells there are, it is no RHK.
fn has_choice(row: Row<'_>, (lo, hi): (u16, u16), label: Value<'_>) -> bool {
    let Value::Text(text) = label else { return false };
    let line = line(text).map(|l| l.0);
    line.is_some_and(|line| row.cells_in(lo, hi).any(|(_, v)| choices::is_choice(line, v)))
}
