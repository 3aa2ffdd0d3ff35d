//! What is told of a table: columns that are missing, doubled or told by their content, rows passed over.

use super::Finder;
use crate::base::origin::Origin;
use crate::base::text::shorten;
use crate::contract::tables::Need;
use crate::finding::Noted;
use crate::table::findings::{
    ColumnByContent, ColumnDerived, ColumnDoubled, ColumnMissing, MarkAmbiguous, MarkOfOthers, MarkUnread, NipBehindAtasan,
    NipByContent, RowsSkipped, SampleOverwritten,
};
use crate::table::header::Header;
use crate::table::layout::MeaningSource;
use crate::table::rows::reason;
use crate::table::{Key, Skipped, TableKind, row_list, settle};

/// Columns of words: one of nothing but figures is none of them.
const WORDS: [Key; 9] = [
    Key::Aspek,
    Key::Rhk,
    Key::Indikator,
    Key::Nama,
    Key::Jabatan,
    Key::JenisJabatan,
    Key::UnitKerja,
    Key::Sasaran,
    Key::Alasan,
];

impl Finder<'_> {
    /// The headings that nobody understood and that may be this column, as many as a sentence holds.
    fn unread(&self, header: &Header, key: Key) -> Vec<String> {
        let rows = || settle::probe(self.sheet, header, self.sheet.row_count());
        let figures = |col: u16| WORDS.contains(&key) && settle::all_look(rows(), col, settle::figure);
        let unread = header.columns.iter().filter(|c| c.is_unread());
        let may_be = unread.filter(|c| !figures(c.col));
        may_be.take(5).map(|c| shorten(&c.written, 40)).collect()
    }

    /// What is missing, doubled or overwritten. `units_above`: rows between the people name their units.
    pub(super) fn problems_of(
        &mut self,
        header: &Header,
        sources: &[(Key, MeaningSource)],
        units_above: bool,
        sections: bool,
        overwritten: &[usize],
    ) {
        let row = self.sheet.row_at(header.last).number();
        let top = self.sheet.row_at(header.first).number();
        let corner = Origin::new(self.id, row, header.span().0);
        let told = |key: Key| sources.iter().any(|(k, _)| *k == key) || (units_above && key == Key::UnitKerja);
        for &key in header.missing.iter().filter(|&&k| !told(k)) {
            self.problems.push(
                Noted::new(ColumnMissing {
                    column: key.name(),
                    table: header.jenis.as_str(),
                    near: header.nearly(key),
                    unread: self.unread(header, key),
                })
                .at(corner),
            );
        }
        if let Some(doubtful) = &header.doubtful_nip {
            let written = header
                .columns
                .iter()
                .find(|c| c.col == doubtful.col)
                .map(|c| c.written.clone());
            let fact = NipBehindAtasan {
                written: written.unwrap_or_default(),
                before: doubtful.before.clone(),
                theirs: doubtful.theirs,
            };
            self.problems
                .push(Noted::new(fact).at(Origin::new(self.id, top, doubtful.col)));
        }
        for &(col, key) in &header.by_content {
            let at = Origin::new(self.id, top, col);
            let written = header.columns.iter().find(|c| c.col == col).map(|c| c.written.clone());
            let written = written.unwrap_or_default();
            self.problems.push(match key {
                Key::Nip => Noted::new(NipByContent { written }).at(at),
                _ => Noted::new(ColumnByContent {
                    written,
                    column: key.name(),
                })
                .at(at),
            });
        }
        self.tell_marks(header, top);
        // What the contract wants, and can be told without its column.
        let derived: Vec<Key> = header
            .jenis
            .columns()
            .iter()
            .filter(|c| c.need == Need::Derived && !header.has(c.key) && !told(c.key))
            .filter(|c| !(c.key == Key::Jenis && sections))
            .filter(|c| !(c.key == Key::Aspek && header.columns.iter().any(|h| h.facet.aspek.is_some())))
            .map(|c| c.key)
            .collect();
        if !derived.is_empty() {
            let table = header.jenis.as_str();
            self.problems.push(
                Noted::new(ColumnDerived {
                    columns: derived,
                    table,
                    beside: false,
                })
                .at(corner),
            );
        }
        for &(later, earlier, key) in &header.ambiguous {
            let (first, second) = (Origin::new(self.id, top, earlier), Origin::new(self.id, top, later));
            self.problems.push(
                Noted::new(MarkAmbiguous {
                    mark: key,
                    first,
                    second,
                })
                .at(second),
            );
        }
        for &(later, earlier, key) in &header.doubled {
            let (first, second) = (Origin::new(self.id, top, earlier), Origin::new(self.id, top, later));
            let column = key.name();
            let disputed = header.columns.iter().any(|c| c.col == earlier && c.disputed);
            let fact = ColumnDoubled {
                column,
                first,
                second,
                disputed,
            };
            self.problems.push(Noted::new(fact).at(second));
        }
        if let Some(&first) = overwritten.first() {
            let at = Origin::new(self.id, self.sheet.row_at(first).number(), header.span().0);
            self.problems
                .push(Noted::new(SampleOverwritten { rows: overwritten.len() }).at(at));
        }
    }

    /// Columns that may hold marks and are not read; `top`: the first row of the header.
    fn tell_marks(&mut self, header: &Header, top: u32) {
        for unread in &header.marks_unread {
            let at = Origin::new(self.id, top, unread.col);
            let written = header.columns.iter().find(|c| c.col == unread.col).map(|c| c.written.clone());
            let fact = MarkUnread {
                written: written.unwrap_or_default(),
                lacking: unread.lacking.clone(),
                near: unread.near,
                no_words: unread.no_words,
            };
            self.problems.push(Noted::new(fact).at(at));
        }
        for &col in &header.marks_of_others {
            let written = header.columns.iter().find(|c| c.col == col).map(|c| c.written.clone());
            let fact = MarkOfOthers {
                written: written.unwrap_or_default(),
                beside_posts: header.jenis == TableKind::Pegawai && header.complete(),
                title: None,
            };
            self.problems.push(Noted::new(fact).at(Origin::new(self.id, top, col)));
        }
    }

    /// One problem a reason, at its first row.
    pub(super) fn tell_skipped(&mut self, header: &Header, skipped: &[Skipped]) {
        // A section row is understood, not passed over; and the numbers under the header of an
        // official form are part of the form.
        let mut told: Vec<&'static str> = vec![reason::SECTION, reason::UNIT, reason::PERIOD, reason::SAMPLE, reason::RULE];
        if header.jenis.is_form() {
            told.push(reason::NUMBERING);
        }
        for first in skipped {
            if told.contains(&first.reason) {
                continue;
            }
            told.push(first.reason);
            let rows: Vec<u32> = skipped
                .iter()
                .filter(|s| s.reason == first.reason)
                .map(|s| s.row + 1)
                .collect();
            self.problems.push(
                Noted::new(RowsSkipped {
                    reason: first.reason,
                    rows: row_list(&rows),
                })
                .at(Origin::new(self.id, first.row, header.span().0)),
            );
        }
    }
}
