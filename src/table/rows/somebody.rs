//! Whose a row is: it has a NIP, bears somebody's number, or goes with the row above or below.

use super::nip::digits_of;
use super::{Shape, is_ordinal_number, is_signature};
use crate::input::Value;
use crate::input::sheet::Row;
use crate::table::pairs::has_rows_of_one_person;
use crate::table::{Pair, person};

impl<'a> Shape<'a> {
    /// The row has a NIP, faulty or not, which is no line of a signature; or it is one more row of somebody.
    pub(super) fn is_somebody(&self, row: Row<'_>, nip: u16) -> bool {
        let value = row.get(nip);
        (digits_of(value) >= 8 && (!is_signature(value) || self.says_more(row) || self.goes_on(row, nip)))
            || self.under_merge(row.number(), nip)
            || (self.nip_of_the_row_above(row) && self.under_a_filled_row(row))
            || self.sheet.index_of(row.number()).is_some_and(|i| self.pair_of(i).is_some())
    }

    /// Two cells of known columns hold something that is no line of a signature: "NIP. 1970…" in the
    /// NIP column of a filled row is a person.
    fn says_more(&self, row: Row<'_>) -> bool {
        let said = |&&c: &&u16| {
            let value = row.get(c);
            Some(c) != self.nip && !value.is_blank() && !is_signature(value)
        };
        self.known.iter().filter(said).count() >= 2
    }

    /// The row names somebody, and bears a number or, where nobody does, stands right below somebody's: whoever signs stands apart.
    fn goes_on(&self, row: Row<'_>, nip: u16) -> bool {
        let named = self.nama.is_some_and(|c| !row.get(c).is_blank() && !is_signature(row.get(c)));
        let numbered = |row: Row<'_>| self.no.is_some_and(|c| is_ordinal_number(row.get(c)));
        let goes_with = |above: Row<'_>| digits_of(above.get(nip)) >= 8 && (!numbered(above) || is_signature(above.get(nip)));
        named && (numbered(row) || self.row_above(row).is_some_and(goes_with))
    }

    /// The row right above, where it is none of the header.
    fn row_above(&self, row: Row<'_>) -> Option<Row<'a>> {
        let index = self.sheet.index_of(row.number())?.checked_sub(1)?;
        let above = self.sheet.row_at(index);
        (index > self.header.last && above.number() + 1 == row.number()).then_some(above)
    }

    /// The digits of the row's NIP.
    pub fn nip_digits(&self, row: Row<'_>) -> Option<String> {
        let Value::Text(text) = row.get(self.nip?) else { return None };
        let nip = person::nip_in(text)?;
        Some(nip.chars().filter(char::is_ascii_digit).collect())
    }

    /// In a table of names with the NIP below: the row says a NIP, and no name. What it says alone is of no name above it.
    pub fn nip_of_the_row_above(&self, row: Row<'_>) -> bool {
        let Some(col) = self.both.filter(|_| self.nips_above.is_none()) else {
            return false;
        };
        let says_more = |row: Row<'_>| self.known.iter().any(|&c| c != col && !row.get(c).is_blank());
        person::is_nip(row.get(col)) && (!says_more(row) || self.row_above(row).is_none_or(says_more))
    }

    /// In a table of NIPs with the names below: the row says the name of the NIP above it.
    pub fn is_name_of_the_row_above(&self, index: usize) -> bool {
        let Some((pairs, above)) = self.nips_above.as_ref().zip(index.checked_sub(1)) else {
            return false;
        };
        above > self.header.last && pairs.go_together(self.sheet.row_at(above), self.sheet.row_at(index))
    }

    /// What of a row with a NIP stands in the next one.
    pub fn pair_of(&self, index: usize) -> Option<Pair> {
        let named = index + 1 < self.sheet.row_count() && self.is_name_of_the_row_above(index + 1);
        named.then_some(Pair::NameBelow)
    }

    /// The second row of somebody says something of its own, in a table where people have more rows than one.
    pub fn says_more_of_a_pair(&self, row: Row<'_>) -> bool {
        let said = |&c: &u16| Some(c) != self.nip && !row.get(c).is_blank();
        has_rows_of_one_person(self.header.jenis) && self.known.iter().any(said)
    }

    /// The row right above says more than a name: no signature goes on here.
    fn under_a_filled_row(&self, row: Row<'_>) -> bool {
        self.row_above(row)
            .is_some_and(|above| self.known.iter().filter(|&&c| !above.get(c).is_blank()).count() >= 2)
    }
}
