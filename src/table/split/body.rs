//! The rows of a table while they are read: what is surely data, what waits for the foot of the table.

use hashbrown::HashMap;

use crate::base::ids::RowNo;
use crate::base::text::fold_words;
use crate::input::{Sheet, Value};
use crate::table::rows::{Shape, has_signature, opens_signature, reason};
use crate::table::{Pair, RowList, Section, Skipped, TableRow};

/// The rows of a table while they are read.
#[derive(Debug, Default)]
pub(super) struct Body {
    rows: RowList,
    skipped: Vec<(usize, &'static str)>,
    pub(super) section: Option<Section>,
    /// Sample rows with somebody's own NIP or name.
    pub(super) overwritten: Vec<usize>,
    /// Rows since the last sure one: (row, a blank row before it, heading, section then in force).
    pending: Vec<Pending>,
}

#[derive(Debug, Clone, Copy)]
pub(super) struct Pending {
    index: usize,
    gap: bool,
    heading: bool,
    section: Option<Section>,
}

fn table_row(index: usize, section: Option<Section>) -> TableRow {
    TableRow {
        index: RowNo::at(index),
        section,
        pair: None,
    }
}

impl Body {
    pub(super) fn strong(&mut self, index: usize, pair: Option<Pair>) {
        self.settle();
        self.rows.push(TableRow {
            pair,
            ..table_row(index, self.section)
        });
    }

    /// Rows are waiting that came after a blank row.
    pub(super) fn after_gap(&self) -> bool {
        !self.pending.is_empty()
    }

    /// What came before a sure row was in the middle of the table.
    fn settle(&mut self) {
        for p in std::mem::take(&mut self.pending) {
            if p.heading {
                self.skipped.push((p.index, reason::HEADING));
            } else {
                self.rows.push(table_row(p.index, p.section));
            }
        }
    }

    pub(super) fn loose(&mut self, index: usize, gap: bool, heading: bool) {
        self.pending.push(Pending {
            index,
            gap,
            heading,
            section: self.section,
        });
    }

    pub(super) fn skip(&mut self, index: usize, reason: &'static str) {
        self.skipped.push((index, reason));
    }

    /// A sample row of a list of people whose person stands in a row of his own, too, is a sample: nobody is lost by it. In
    /// the tables of what he plans and does each row says something else.
    pub(super) fn samples(&mut self, sheet: &Sheet, shape: &Shape<'_>) {
        if self.overwritten.is_empty() || !shape.lists_people() {
            return;
        }
        let mut others: HashMap<String, usize> = HashMap::new();
        for row in self.rows.each() {
            if let Some(nip) = shape.nip_digits(sheet.row(row.index)) {
                *others.entry(nip).or_default() += 1;
            }
        }
        let again = |i: &usize| {
            shape
                .nip_digits(sheet.row_at(*i))
                .is_some_and(|n| others.get(&n).is_some_and(|&n| n > 1))
        };
        let marked = self.overwritten.len();
        let (samples, kept): (Vec<usize>, Vec<usize>) = std::mem::take(&mut self.overwritten).into_iter().partition(again);
        // Where one person has several marked rows they are his data.
        if samples.len() > 1 || marked > samples.len() {
            self.overwritten = samples.into_iter().chain(kept).collect();
            self.overwritten.sort_unstable();
            return;
        }
        self.overwritten = kept;
        for i in samples {
            self.rows.retain(|r| r.index.index() != i);
            self.skipped.push((i, reason::SAMPLE));
        }
    }

    /// The row holds the NIP of the name directly above it: one row of data. False where there is no
    /// such name.
    pub(super) fn join_above(&mut self, index: usize, sheet: &Sheet) -> bool {
        let above = |i: usize| i + 1 == index && sheet.row_at(i).number() + 1 == sheet.row_at(index).number();
        let Some(pending) = self.pending.last().copied().filter(|p| above(p.index)) else {
            return false;
        };
        self.pending.pop();
        self.settle();
        self.rows.push(TableRow {
            pair: Some(Pair::NipBelow),
            ..table_row(pending.index, pending.section)
        });
        true
    }

    pub(super) fn section(&mut self, index: usize, section: Section) {
        self.settle();
        self.section = Some(section);
        self.skipped.push((index, reason::SECTION));
    }

    /// Judges the rows at the foot. `until`: rows from here on belong to the next table.
    pub(super) fn close(&mut self, shape: &Shape<'_>, until: usize, next: bool) {
        let (sheet, band, has_nip) = (shape.sheet(), shape.band(), shape.has_nip());
        let sure = |i: usize| shape.sure_in_form(sheet.row_at(i));
        let mut pending = std::mem::take(&mut self.pending);
        self.rows.retain(|r| (r.index.index()) < until);
        self.skipped.retain(|s| s.0 < until);
        pending.retain(|p| p.index < until);
        let mut buffer = String::new();
        // Without "NIP." it is one where nothing but names and lines stand below its first line.
        let bare_signature = |buffer: &mut String| {
            let first = pending
                .iter()
                .position(|p| opens_signature(sheet.row_at(p.index), band, buffer));
            first.is_some_and(|i| {
                pending[i..]
                    .iter()
                    .all(|p| cells(sheet, p.index, band) <= 2 && !sure(p.index))
            })
        };
        let signed =
            pending.iter().any(|p| has_signature(sheet.row_at(p.index), band)) || (has_nip && bare_signature(&mut buffer));
        if signed {
            let after = pending.iter().rposition(|p| sure(p.index)).map_or(0, |i| i + 1);
            let opens =
                |p: &Pending, buffer: &mut String| p.gap || p.heading || opens_signature(sheet.row_at(p.index), band, buffer);
            let start = pending[after..]
                .iter()
                .position(|p| opens(p, &mut buffer) || has_signature(sheet.row_at(p.index), band))
                .map_or(pending.len(), |i| after + i);
            for p in pending.split_off(start) {
                self.skipped.push((p.index, reason::SIGNATURE));
            }
        } else if next {
            // Lines directly above the next header, back to a blank row, are its titles; above
            // that only lines of one cell are.
            let block = pending.iter().rposition(|p| p.gap);
            if let Some(start) = block
                && pending[start..].iter().all(|p| cells(sheet, p.index, band) <= 2)
            {
                pending.truncate(start);
            }
            while pending.last().is_some_and(|p| p.heading) {
                pending.pop();
            }
        } else {
            // A line of one cell below a blank row is a note; where no NIP tells rows, it may as
            // well be data, and stays.
            let note = |p: &Pending| {
                p.heading || (has_nip && p.gap && cells(sheet, p.index, band) == 1) || !shape.belongs(sheet.row_at(p.index))
            };
            let foot = pending.iter().rposition(|p| !note(p)).map_or(0, |i| i + 1);
            let legend = pending.iter().position(|p| begins_a_legend(sheet, p.index, band));
            let foot = legend
                .filter(|&i| {
                    has_nip
                        && pending[i..]
                            .iter()
                            .all(|p| cells(sheet, p.index, band) <= 3 && !sure(p.index))
                })
                .map_or(foot, |i| i.min(foot));
            for p in pending.split_off(foot) {
                self.skipped.push((p.index, reason::NOTE));
            }
        }
        self.pending = pending;
        self.settle();
    }

    pub(super) fn into_rows(mut self, sheet: &Sheet) -> (RowList, Vec<Skipped>) {
        self.skipped.sort_unstable();
        let skipped = self
            .skipped
            .into_iter()
            .map(|(i, reason)| Skipped {
                row: sheet.row_at(i).number(),
                reason,
            })
            .collect();
        (self.rows, skipped)
    }
}

/// `Keterangan:`, `Sumber: e-Kinerja`: below it the words of a list are explained, in as many columns as that takes.
fn begins_a_legend(sheet: &Sheet, index: usize, (lo, hi): (u16, u16)) -> bool {
    let mut filled = sheet.row_at(index).cells_in(lo, hi).filter(|(_, v)| !v.is_blank());
    let Some((_, Value::Text(text))) = filled.next() else {
        return false;
    };
    let words = fold_words(text);
    let first = words.split(' ').next().unwrap_or("");
    matches!(first, "keterangan" | "ket" | "catatan" | "legenda" | "sumber" | "dicetak")
}

/// Cells of a row that say something.
fn cells(sheet: &Sheet, index: usize, (lo, hi): (u16, u16)) -> usize {
    sheet.row_at(index).cells_in(lo, hi).filter(|(_, v)| !v.is_blank()).count()
}
