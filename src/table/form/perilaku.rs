//! Perilaku below the table of an evaluation: its values, each with the cell of its umpan balik.

use std::ops::Range;

use super::lines::LineAt;
use super::{Formulir, Reader, label};
use crate::base::origin::Origin;
use crate::base::text::fold;
use crate::contract::vocab::{AspekPerilaku, Word as _};
use crate::input::Value;
use crate::table::Entry;
use crate::table::form_words::FormLine;

impl Reader<'_> {
    /// `lines`: those of the rows.
    pub(super) fn perilaku(&self, rows: Range<usize>, lines: &[LineAt<'_>], form: &mut Formulir) {
        let mut umpan_balik: Option<u16> = None;
        let first = form.perilaku.len();
        for row in rows {
            if lines.iter().any(|l| l.row == row && l.line != FormLine::Conduct) {
                continue;
            }
            let mut named: Option<u16> = None;
            for (col, value) in self.cells(row) {
                let Value::Text(t) = value else { continue };
                let name = label(t.lines().next().unwrap_or(t));
                if name.starts_with("umpanbalik") {
                    umpan_balik = Some(col);
                } else if is_aspek(&name) && named.is_none() {
                    named = Some(col);
                    let first = t
                        .lines()
                        .next()
                        .unwrap_or(t)
                        .trim_start_matches(|c: char| c.is_ascii_digit() || c == '.');
                    form.perilaku.push((
                        Entry {
                            at: self.at(row, col),
                            section: Some(first.trim().into()),
                        },
                        None,
                    ));
                }
            }
            // The umpan balik stands in the row of the value or in one below it.
            let Some(last) = form.perilaku.last_mut() else { continue };
            if last.1.is_some() {
                continue;
            }
            let aspek = last.0.at.col();
            last.1 = self
                .cells(row)
                .filter(|&(c, _)| umpan_balik.map_or(c > aspek, |u| c == u))
                .filter(|(_, v)| umpan_balik.is_some() || !matches!(v, Value::Text(t) if label(t).starts_with("ekspektasi")))
                .last()
                .and_then(|(c, v)| self.entry(row, c, v));
        }
        // An open cell stands beside its value.
        for (name, value) in &mut form.perilaku[first..] {
            if let (None, Some(col)) = (&value, umpan_balik) {
                let at = Origin::new(name.at.sheet(), name.at.row(), col);
                *value = Some(Entry { at, section: None });
            }
        }
    }
}

/// Whether a folded text is a value of BerAKHLAK or an aspek of PP 30/2019.
fn is_aspek(folded: &str) -> bool {
    AspekPerilaku::ALL.iter().any(|a| fold(a.as_str()) == folded)
}
