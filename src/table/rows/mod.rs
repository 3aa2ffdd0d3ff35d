//! Which rows below a header are data.
//!
//! The common row, one whose NIP cell holds a NIP, is told at a glance. All others are looked at
//! closely: numbering, sample, repeated header, section, total, heading; and what stands at the
//! foot of the table is judged when the foot is known (signatures, notes).

mod cells;
mod form;
mod nip;
mod sample;
mod signature;
mod somebody;
mod summary;

use super::form_words::unnumbered;
use super::header::{Header, may_be_header};
use super::pairs::NipsAbove;
use super::{Key, Section, TableColumn, TableKind, merge_over, person};
use crate::base::text::fold_into;
use crate::contract::tables::Need;
use crate::contract::unit_words::begins_a_unit;
use crate::input::sheet::{Merge, Row};
use crate::input::{Sheet, Value};
pub use cells::is_unit_name;
pub(super) use cells::section_of;
use cells::{
    is_ordinal_mark, is_ordinal_number, is_rule, is_sample, is_total, names_a_group, names_a_post, names_a_post_and_nobody,
    ordinal,
};
use nip::digits_of;
pub use nip::{is_surely_nip, looks_like_nip};
pub use signature::{has_signature, is_signature, opens_signature};
pub use summary::{heads_counts, is_count, names_a_mark};

/// Reasons for passing over a row, in the user's words.
pub mod reason {
    /// `1 2 3` under the header.
    pub const NUMBERING: &str = "baris nomor kolom";
    /// A filled example.
    pub const SAMPLE: &str = "baris contoh";
    /// A row of a form that nobody has filled in: dashes, "(dapat ditambahkan pada tahun berjalan)".
    pub const UNFILLED: &str = "baris formulir yang belum diisi";
    /// The header once more.
    pub const REPEATED: &str = "kepala tabel berulang";
    /// UTAMA / TAMBAHAN.
    pub const SECTION: &str = "baris bagian (UTAMA/TAMBAHAN)";
    /// JUMLAH, TOTAL …
    pub const TOTAL: &str = "baris jumlah";
    /// A heading between the rows.
    pub const HEADING: &str = "judul di antara baris";
    /// A heading that names the unit of the people below it.
    pub const UNIT: &str = "baris nama unit kerja";
    /// A heading that names the period of the rows below it.
    pub const PERIOD: &str = "baris nama periode";
    /// "Mengetahui … NIP. …".
    pub const SIGNATURE: &str = "blok tanda tangan";
    /// A line drawn with signs between rows.
    pub const RULE: &str = "baris garis";
    /// A line of words below the table.
    pub const NOTE: &str = "keterangan di bawah tabel";
}

/// What a row is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RowKind {
    /// Nothing in the columns of the table.
    Blank,
    /// Surely data: it has a NIP, or (in a table without) what it must have.
    Strong,
    /// Data, unless it turns out to stand at the foot of the table. `true`: one cell only, and
    /// not in a place where one cell alone says anything.
    Loose(bool),
    /// A sample row with somebody's own NIP or name: data, and a fault.
    Overwritten,
    /// Not data, with its reason.
    Skip(&'static str),
    /// A section row.
    Section(Section),
    /// Two of its cells name columns: perhaps the header of the next table.
    PerhapsHeader,
    /// In a form: the table is over (perilaku, ratings, lampiran).
    FormEnd,
}

/// A filled cell of a row, with its column.
type FilledCell<'a> = (u16, Value<'a>);

/// What the rows of a table are compared with.
#[derive(Debug)]
pub struct Shape<'a> {
    sheet: &'a Sheet,
    header: &'a Header,
    band: (u16, u16),
    form: bool,
    /// The row above, in a form, was one that nobody has filled in.
    under_unfilled: bool,
    /// A total stands above, and nobody below it.
    under_total: bool,
    /// The heading of a table of counts stands above, and nobody below it.
    under_counts: bool,
    rhk: Option<u16>,
    indikator: Option<u16>,
    /// Columns of a form that say something of an indicator.
    work: Vec<u16>,
    nip: Option<u16>,
    /// The column that holds name and NIP.
    both: Option<u16>,
    /// Its NIPs stand above the names.
    nips_above: Option<NipsAbove>,
    no: Option<u16>,
    nama: Option<u16>,
    known: Vec<u16>,
    must: Vec<u16>,
    /// Vertical merges in the table's columns, by column and top.
    merges: &'a [Merge],
    buffer: String,
}

impl<'a> Shape<'a> {
    /// The shape of the table under `header`, whose cells lie in the columns `band`.
    pub fn new(sheet: &'a Sheet, header: &'a Header, band: (u16, u16), merges: &'a [Merge]) -> Self {
        let of = |key: Key| header.columns.iter().find(|c| c.key == Some(key)).map(|c| c.col);
        let must = header
            .jenis
            .columns()
            .iter()
            .filter(|c| c.need == Need::Must)
            .filter_map(|c| of(c.key))
            .collect();
        let known = header
            .columns
            .iter()
            .filter(|c| c.key.is_some_and(|k| k != Key::No))
            .map(|c| c.col)
            .collect();
        let both = of(Key::NamaNip).filter(|_| of(Key::Nip).is_none());
        Self {
            sheet,
            header,
            band,
            form: header.jenis.is_form(),
            under_unfilled: false,
            under_total: false,
            under_counts: false,
            rhk: of(Key::Rhk),
            indikator: of(Key::Indikator),
            work: [Key::Indikator, Key::Target, Key::Realisasi, Key::UmpanBalik]
                .into_iter()
                .filter_map(of)
                .collect(),
            nip: of(Key::Nip).or_else(|| of(Key::NamaNip)),
            both,
            nips_above: both.and_then(|col| NipsAbove::of(sheet, header, col, sheet.row_count())),
            no: of(Key::No),
            nama: of(Key::Nama),
            known,
            must,
            merges,
            buffer: String::new(),
        }
    }

    /// The sheet.
    pub fn sheet(&self) -> &'a Sheet {
        self.sheet
    }

    /// The columns of the table.
    pub fn band(&self) -> (u16, u16) {
        self.band
    }

    /// The table has a NIP column, which tells data from other rows.
    pub fn has_nip(&self) -> bool {
        self.nip.is_some()
    }

    /// What the row is. `fresh`: no data row has come since the header (or its repetition).
    pub fn kind(&mut self, row: Row<'_>, fresh: bool) -> RowKind {
        let (lo, hi) = self.band;
        // At a glance: a row with a NIP is data, but for a sample, which says so in front.
        if self.nip == Some(lo) && looks_like_nip(row.get(lo)) {
            self.found_somebody();
            return RowKind::Strong;
        }
        let mut cells = row.cells_in(lo, hi).filter(|(_, v)| !v.is_blank());
        let Some(first) = cells.next() else {
            return RowKind::Blank;
        };
        if let Some(nip) = self.nip {
            let value = if first.0 == nip { first.1 } else { row.get(nip) };
            if looks_like_nip(value) && (first.0 == nip || matches!(first.1, Value::Number { .. })) {
                self.found_somebody();
                return RowKind::Strong;
            }
            if looks_like_nip(value) && !is_sample(first.1) && Some(first.0) != self.no {
                self.found_somebody();
                return RowKind::Strong;
            }
        }
        let second = cells.next();
        let count = usize::from(second.is_some()) + 1 + cells.count();
        if count > 1 && is_rule(first.1) && row.cells_in(lo, hi).all(|(_, v)| v.is_blank() || is_rule(v)) {
            return RowKind::Skip(reason::RULE);
        }
        self.closely(row, first, second, count, fresh)
    }

    fn found_somebody(&mut self) {
        (self.under_total, self.under_counts) = (false, false);
    }

    fn closely(
        &mut self,
        row: Row<'_>,
        first: FilledCell<'_>,
        second: Option<FilledCell<'_>>,
        count: usize,
        fresh: bool,
    ) -> RowKind {
        if is_sample(first.1) || (Some(first.0) == self.no && second.is_some_and(|s| is_sample(s.1))) {
            return if self.is_overwritten(row) {
                RowKind::Overwritten
            } else {
                RowKind::Skip(reason::SAMPLE)
            };
        }
        if self.form
            && let Some(kind) = self.of_form(row, first, second, count)
        {
            return kind;
        }
        if self.repeats_header(row, count) {
            return RowKind::Skip(reason::REPEATED);
        }
        if fresh && self.is_numbering(row, count) {
            return RowKind::Skip(reason::NUMBERING);
        }
        if count <= 3
            && let Some(section) = section_of(self.joined(row))
        {
            return RowKind::Section(section);
        }
        let nobody = self.nip.is_none_or(|c| digits_of(row.get(c)) < 8);
        if nobody && self.nip.is_some() && count <= 8 && self.heads_counts(row) {
            self.under_counts = true;
            return RowKind::Skip(reason::TOTAL);
        }
        if may_be_header(row, self.band, &mut self.buffer) {
            return RowKind::PerhapsHeader;
        }
        if nobody && (self.totals(first) || self.counts(row, first, count)) {
            self.under_total = true;
            return RowKind::Skip(reason::TOTAL);
        }
        if self.nip.is_none() && self.form {
            return self.data_of_form(row, first, count);
        }
        self.data(row, first, second, count)
    }

    /// A row of a list that is none of the table's own lines: somebody's, a heading, or what only the foot can tell.
    fn data(&self, row: Row<'_>, first: FilledCell<'_>, second: Option<FilledCell<'_>>, count: usize) -> RowKind {
        if let Some(nip) = self.nip {
            if self.is_somebody(row, nip) {
                return RowKind::Strong;
            }
            // "I | SEKRETARIAT"
            let numbered_unit = || {
                // Where names of units stand under NIP, or under name and NIP in one, and behind the number of a person, only the
                // word for a unit or for a group tells it from a name.
                let lettered = is_ordinal_mark(first.1);
                let unit = |col: u16, t: &str| {
                    let named = Some(col) == self.both || col == nip;
                    if named || !lettered {
                        let heading = begins_a_unit(t) || names_a_group(t);
                        heading && person::nip_in(t).is_none() && (named || Some(col) == self.nama)
                    } else {
                        (is_unit_name(t) || names_a_group(t) || names_a_post(t)) && row.get(nip).is_blank()
                    }
                };
                let unit = matches!(second, Some((col, Value::Text(t))) if unit(col, t));
                count == 2 && (lettered || is_ordinal_number(first.1)) && unit
            };
            let heads = || self.names_unit_of_the_rows_below(row, first) || self.heads_under_the_post(first);
            if (count == 1 && heads()) || numbered_unit() {
                return RowKind::Loose(true);
            }
        } else if self.must.iter().all(|&c| !row.get(c).is_blank()) && count >= 2 && !has_signature(row, self.band) {
            return RowKind::Strong;
        }
        let heading = count == 1
            && matches!(first.1, Value::Text(_))
            && (!self.known.contains(&first.0) || Some(first.0) == self.nip || self.spread(row.number(), first.0));
        RowKind::Loose(heading)
    }

    /// In a list of people: a row without a number that has nothing but the name of a unit, of a group or of a post, where
    /// the others have theirs.
    fn names_unit_of_the_rows_below(&self, row: Row<'_>, first: (u16, Value<'_>)) -> bool {
        let Value::Text(text) = first.1 else { return false };
        let unit = || begins_a_unit(unnumbered(text)) || names_a_group(text) || names_a_post_and_nobody(text);
        Some(first.0) == self.nama && self.no.is_none_or(|c| row.get(c).is_blank()) && unit()
    }

    /// Where each has a name of his own: a unit, a group or a post alone under the heading of the post is nobody's.
    fn heads_under_the_post(&self, first: (u16, Value<'_>)) -> bool {
        let Value::Text(text) = first.1 else { return false };
        let posts = self
            .header
            .columns
            .iter()
            .any(|c| c.key == Some(Key::Jabatan) && c.col == first.0);
        let named = self.nama.is_some_and(|col| col != first.0) || self.both.is_some_and(|col| col != first.0);
        posts && named && (begins_a_unit(unnumbered(text)) || names_a_group(text) || names_a_post(text))
    }

    fn is_filled(&self, row: Row<'_>, key: Key) -> bool {
        let of = |c: &&TableColumn| c.key == Some(key);
        self.header.columns.iter().filter(of).any(|c| !row.get(c.col).is_blank())
    }

    /// A row of a table of sasaran says a sasaran, or an indicator with its target; what follows the last
    /// one (programmes with their money, the two who sign) does not.
    pub fn belongs(&self, row: Row<'_>) -> bool {
        let filled = |key| self.is_filled(row, key);
        self.header.jenis != TableKind::Sasaran || filled(Key::Sasaran) || (filled(Key::Indikator) && filled(Key::Target))
    }

    /// A merge that comes down from a row above covers this cell.
    pub fn under_merge(&self, row: u32, col: u16) -> bool {
        merge_over(self.merges, row, col).is_some()
    }

    /// The cell is merged over three columns or more: a heading, not a value.
    fn spread(&self, row: u32, col: u16) -> bool {
        self.sheet
            .merges
            .iter()
            .any(|m| m.top == row && m.left == col && m.right - m.left >= 2)
    }

    /// Most cells say what the header says in the same column.
    fn repeats_header(&self, row: Row<'_>, count: usize) -> bool {
        let (lo, hi) = self.band;
        (self.header.first..=self.header.last).any(|level| {
            let head = self.sheet.row_at(level);
            let same = row
                .cells_in(lo, hi)
                .filter(|&(col, value)| match (value, head.get(col)) {
                    (Value::Text(a), Value::Text(b)) => {
                        let (a, b) = (a.trim(), b.trim());
                        !a.is_empty() && a.eq_ignore_ascii_case(b)
                    }
                    _ => false,
                })
                .count();
            same * 5 >= count * 3 && (same >= 2 || (same == count && head.cells_in(lo, hi).len() == 1))
        })
    }

    /// `1 2 3`, `(1) (2)`, `5=3x4`, `a b c`: rising from left to right.
    fn is_numbering(&self, row: Row<'_>, count: usize) -> bool {
        if count < 2 || count * 2 < self.header.columns.len() {
            return false;
        }
        let (lo, hi) = self.band;
        let mut last = 0;
        row.cells_in(lo, hi).filter(|(_, v)| !v.is_blank()).all(|(_, value)| {
            let number = ordinal(value);
            let rises = number.is_some_and(|n| n > last);
            last = number.unwrap_or(last);
            rises
        })
    }

    /// The texts of a row, folded, as one.
    fn joined(&mut self, row: Row<'_>) -> &str {
        let (lo, hi) = self.band;
        self.buffer.clear();
        for (_, value) in row.cells_in(lo, hi) {
            if let Value::Text(t) = value {
                if t.len() + self.buffer.len() > 200 {
                    break;
                }
                fold_into(t, &mut self.buffer);
            }
        }
        &self.buffer
    }

    /// The row heads a table of counts, of which no column is one of people.
    fn heads_counts(&self, row: Row<'_>) -> bool {
        let (lo, hi) = self.band;
        let cells: Vec<FilledCell<'_>> = row.cells_in(lo, hi).filter(|(_, v)| !v.is_blank()).collect();
        summary::opens(&cells)
    }

    /// How many of what, below a total or by the words of a mark: `Sangat Baik | 2`, `PNS | 14`, `Baik : 3 orang`.
    fn counts(&self, row: Row<'_>, first: FilledCell<'_>, count: usize) -> bool {
        if self.nip.is_none() || count > 8 {
            return false;
        }
        if let (1, Value::Text(text)) = (count, first.1) {
            let counted = summary::counted_in(text).is_some_and(|what| self.under_total || names_a_mark(what));
            return counted || summary::is_in_a_line(text) || (self.under_counts && names_a_mark(text));
        }
        let (lo, hi) = self.band;
        let cells: Vec<FilledCell<'_>> = row.cells_in(lo, hi).filter(|(_, v)| !v.is_blank()).collect();
        let of_a_few = cells.len() == 2 && matches!(first.1, Value::Text(_)) && self.under_total;
        summary::counted(&cells).is_some_and(|what| of_a_few || self.under_counts || names_a_mark(what))
    }

    /// A total says so in its first cell: with the word alone, or with words after it where no
    /// text of the data stands ("Jumlah dokumen …" is an indikator).
    fn totals(&mut self, (col, value): FilledCell<'_>) -> bool {
        let Value::Text(text) = value else { return false };
        if text.len() > 80 || self.form {
            return false;
        }
        self.buffer.clear();
        fold_into(text, &mut self.buffer);
        let free = Some(col) == self.nip || Some(col) == self.nama || !self.known.contains(&col);
        is_total(&self.buffer, self.nip.is_some() && free)
    }
}
