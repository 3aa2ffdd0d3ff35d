//! Identity blocks: who is rated and by whom, under titles or by labels that say it themselves.

use std::ops::Range;

use super::{Formulir, Identity, Reader, head, label, name_and_nip};
use crate::base::origin::SheetId;
use crate::input::{Sheet, Value};
use crate::table::Entry;
use crate::table::form_words::{self, FormField, Who};

/// An identity block's title.
#[derive(Debug, Clone, Copy)]
pub(super) struct IdentityBlock {
    pub(super) row: usize,
    /// First column that belongs to it (its NO, if that stands to the left).
    start: u16,
    pub(super) who: Who,
}

impl Reader<'_> {
    pub(super) fn blocks(&self, rows: Range<usize>) -> Vec<IdentityBlock> {
        let mut blocks = Vec::new();
        for row in rows {
            let mut before: Option<(u16, bool)> = None;
            for (col, value) in self.cells(row) {
                let Value::Text(t) = value else { continue };
                let name = label(t);
                let who = form_words::block_title(t);
                if let Some(who) = who {
                    let start = before.filter(|b| b.1).map_or(col, |b| b.0);
                    blocks.push(IdentityBlock { row, start, who });
                }
                before = Some((col, name == "no"));
            }
        }
        blocks
    }

    /// A row of identity: one label for each block, beside what is filled in. Several in one block are
    /// the headings of a list.
    fn is_identity(&self, row: usize, starts: &[u16]) -> bool {
        let labels: Vec<u16> = self
            .cells(row)
            .filter(|(_, v)| matches!(v, Value::Text(t) if form_words::field(&label(head(t).0)).is_some()))
            .map(|(c, _)| c)
            .collect();
        let of_block = |i: usize| {
            let end = starts.get(i + 1).copied().unwrap_or(u16::MAX);
            labels.iter().filter(|&&c| c >= starts[i] && c < end).count()
        };
        !labels.is_empty() && (0..starts.len()).all(|i| of_block(i) <= 1)
    }

    /// Reads the identity blocks of a form.
    pub(super) fn identities(&self, rows: Range<usize>, form: &mut Formulir) {
        let blocks = self.blocks(rows.clone());
        let titled = blocks.iter().any(|b| b.who == Who::Pegawai);
        for row in rows {
            for (col, value) in self.cells(row) {
                let Value::Text(text) = value else { continue };
                if titled {
                    self.titled(&blocks, row, col, text, form);
                } else {
                    self.untitled(row, col, text, form);
                }
            }
        }
        for identity in [&mut form.pegawai, &mut form.penilai] {
            self.split_name(identity);
        }
    }

    /// A label under the title of a block: the nearest one above and to the left.
    fn titled(&self, blocks: &[IdentityBlock], row: usize, col: u16, text: &str, form: &mut Formulir) {
        let above = blocks.iter().filter(|b| b.row < row && b.start <= col);
        let Some(block) = above.max_by_key(|b| (b.row, b.start)) else {
            return;
        };
        let identity = match block.who {
            Who::Pegawai => &mut form.pegawai,
            Who::Penilai => &mut form.penilai,
            Who::Lain => return,
        };
        let beside = blocks.iter().filter(|b| b.row == block.row && b.start > block.start);
        let end = beside.map(|b| b.start - 1).min().unwrap_or(self.cols.1);
        let field = label(head(text).0);
        let Some(meaning) = form_words::field(&field) else { return };
        if !identity
            .slot(meaning)
            .is_some_and(|slot| slot.is_none() || field == "unitkerja")
        {
            return;
        }
        let entry = self.filled(row, col, text, end);
        let is_nrp = |number: &Entry| field.contains("nrp") && self.is_other_number(number, field == "nrp");
        if entry.as_ref().is_some_and(is_nrp) {
            identity.nrp = entry;
        } else if let Some(slot) = identity.slot(meaning) {
            *slot = entry;
        }
    }

    /// The number of somebody of TNI or Polri, who may be penilai: no NIP, and no faulty one. Under `NIP/NRP` a number
    /// of nearly 18 digits is a faulty NIP.
    fn is_other_number(&self, entry: &Entry, nrp_only: bool) -> bool {
        let written = entry.on(self.sheet).written();
        let most = if nrp_only { 17 } else { 14 };
        (5..=most).contains(&written.chars().filter(char::is_ascii_digit).count())
    }

    /// A name and a NIP in one cell are two entries.
    fn split_name(&self, identity: &mut Identity) {
        let ((Some(both), None) | (None, Some(both))) = (&identity.nama, &identity.nip) else {
            return;
        };
        if let Some((nama, nip)) = name_and_nip(both.at, both.on(self.sheet)) {
            identity.nama = Some(nama);
            identity.nip = Some(nip);
        }
    }

    /// A form without titles over its identity: the labels say themselves whose they are.
    fn untitled(&self, row: usize, col: u16, text: &str, form: &mut Formulir) {
        let field = label(head(text).0);
        let mut own = field.as_str();
        for word in [
            "pejabatpenilaikinerja",
            "pejabatpenilai",
            "atasanlangsung",
            "penilai",
            "atasan",
        ] {
            if let Some(at) = own.find(word) {
                own = if at == 0 { &own[word.len()..] } else { &own[..at] };
                break;
            }
        }
        let of_rater = own.len() < field.len();
        let identity = if of_rater { &mut form.penilai } else { &mut form.pegawai };
        let meaning = if own.is_empty() && of_rater {
            Some(FormField::Nama)
        } else {
            form_words::field(own)
        };
        if let Some(slot) = meaning.and_then(|f| identity.slot(f))
            && slot.is_none()
        {
            *slot = self.filled(row, col, text, self.cols.1);
        }
    }
}

/// The row behind the identity block at the top of a form, if there is one: what is filled in there
/// is no heading, even where the table follows without a blank row.
pub fn after_identity(sheet: &Sheet, rows: Range<usize>, cols: (u16, u16)) -> Option<usize> {
    let reader = Reader::new(sheet, SheetId(0), cols);
    let blocks = reader.blocks(rows.clone());
    let mut end = None;
    // Somebody else's identity begins another form.
    let rated = blocks.iter().find(|b| b.who == Who::Pegawai).map(|b| b.row);
    let other = |b: &&IdentityBlock| b.who == Who::Pegawai && rated.is_some_and(|r| r < b.row);
    let until = blocks.iter().find(other).map_or(rows.end, |b| b.row);
    for title in blocks.iter().filter(|b| b.who != Who::Lain && b.row < until).map(|b| b.row) {
        let starts: Vec<u16> = blocks.iter().filter(|b| b.row == title).map(|b| b.start).collect();
        let mut row = title + 1;
        while row < rows.end && reader.is_identity(row, &starts) {
            row += 1;
        }
        if row > title + 1 {
            end = Some(row.max(end.unwrap_or(0)));
        }
    }
    end
}

/// The row behind an identity block whose title stands in the first of these rows.
pub fn identity_at(sheet: &Sheet, rows: Range<usize>, cols: (u16, u16)) -> Option<usize> {
    let titles = Reader::new(sheet, SheetId(0), cols).blocks(rows.start..rows.end.min(rows.start + 1));
    titles
        .iter()
        .any(|b| b.who != Who::Lain)
        .then(|| after_identity(sheet, rows, cols))?
}
