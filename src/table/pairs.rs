//! Name and NIP of a person in two rows of one column: which of them comes first, and which rows go together.

use super::header::Header;
use super::rows::section_of;
use super::{Key, TableKind, person, settle};
use crate::base::text::{fold, fold_words};
use crate::contract::facet;
use crate::contract::heading::is_known_header;
use crate::contract::unit_words::begins_a_unit;
use crate::input::sheet::Row;
use crate::input::{Sheet, Value};

/// What stands in a row next to a row of data, where name and NIP stand below each other.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Pair {
    /// The next row holds the NIP of this one.
    NipBelow,
    /// The next row holds the name of this one.
    NameBelow,
    /// The row above holds the NIP of this one.
    NipAbove,
}

/// Whether each person has more rows than one in tables of this kind.
pub(super) fn has_rows_of_one_person(kind: TableKind) -> bool {
    matches!(kind, TableKind::Skp | TableKind::Realisasi | TableKind::Perilaku)
}

/// The columns of a table that tell which rows go together.
#[derive(Debug)]
pub(super) struct NipsAbove {
    /// The column of NIPs and names.
    col: u16,
    no: Option<u16>,
    /// What else the table says.
    others: Vec<u16>,
    marks: Vec<u16>,
    several: bool,
}

impl NipsAbove {
    /// A column whose first person is a NIP with the name in the row below, as nearly all of them are. Where both rows say
    /// something of somebody who may have more rows, the heading tells the order.
    pub fn of(sheet: &Sheet, header: &Header, col: u16, end: usize) -> Option<Self> {
        let known = header.columns.iter().filter(|c| c.col != col);
        let of = |is_such: fn(Key) -> bool| known.clone().filter(move |c| c.key.is_some_and(is_such)).map(|c| c.col);
        let found = Self {
            col,
            no: of(|k| k == Key::No).next(),
            others: of(|k| k != Key::No).collect(),
            marks: of(facet::is_mark).collect(),
            several: has_rows_of_one_person(header.jenis),
        };
        let (mut nips, mut named, mut spoken) = (0_usize, 0_usize, false);
        let mut above: Option<Row<'_>> = None;
        for row in settle::probe_below(sheet, header.last, end) {
            let value = row.get(col);
            if person::is_nip(value) {
                nips += 1;
                above = Some(row);
                continue;
            }
            if let Some(nip) = above.take() {
                if found.go_together(nip, row) {
                    named += 1;
                    spoken |= found.several && found.says_more(row);
                }
            } else if nips == 0 && is_name(value) {
                return None;
            }
        }
        let heading = header.columns.iter().find(|c| c.col == col);
        let words = heading.map(|c| fold_words(&c.written)).unwrap_or_default();
        let place = |word: &str| words.split(' ').position(|w| w == word);
        let told = || place("nip").zip(place("nama")).is_some_and(|(nip, name)| nip < name);
        (named > 0 && named * 2 >= nips && (!spoken || told())).then_some(found)
    }

    /// The second of these rows, directly below the first, holds the name of its NIP, and nothing of another person.
    pub fn go_together(&self, nip: Row<'_>, name: Row<'_>) -> bool {
        let numbered = |row: Row<'_>| self.no.is_some_and(|c| !row.get(c).is_blank());
        let marked = || self.marks.iter().any(|&c| !name.get(c).is_blank());
        name.number() == nip.number() + 1
            && person::is_nip(nip.get(self.col))
            && is_name(name.get(self.col))
            && !numbered(name)
            && (self.several || !self.says_more(name) || (numbered(nip) && !marked()))
    }

    /// The row says something besides.
    fn says_more(&self, row: Row<'_>) -> bool {
        self.others.iter().any(|&c| !row.get(c).is_blank())
    }
}

/// Words that may be somebody's name: no heading, no section, no unit, no figure.
fn is_name(value: Value<'_>) -> bool {
    let Value::Text(text) = value else { return false };
    text.chars().any(char::is_alphabetic)
        && !text.contains(|c: char| c.is_ascii_digit() || c == ':')
        && !is_known_header(text)
        && section_of(&fold(text)).is_none()
        && !begins_a_unit(text)
}
