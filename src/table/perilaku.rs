//! What stands beside the values in a wide table of perilaku: the marks of the person as a whole, as in `penilaian`, and
//! marks of a value whose heading names none.

use super::header::{Header, UnreadMarks};
use super::settle::{self, Looks};
use super::{Key, TableColumn, TableKind};
use crate::contract::facet;
use crate::contract::heading::look_up;
use crate::contract::mark_words::says_nothing_else;
use crate::contract::vocab::{AspekPerilaku, PenilaiKind, Word as _};
use crate::input::Sheet;

/// How a value's name is nearly a heading.
const NEAR: f64 = 0.7;

/// Names the marks of the person as a whole, and tells the columns of values that nobody knows.
pub(super) fn read(sheet: &Sheet, header: &mut Header, end: usize) {
    let told: Vec<&'static str> = header.columns.iter().filter_map(|c| c.facet.aspek).collect();
    if header.jenis != TableKind::Perilaku || told.is_empty() {
        return;
    }
    let last = header.last;
    let all = |col: u16, looks: Looks| settle::all_look(settle::probe_below(sheet, last, end), col, looks);
    let marks: [(Key, Looks); 3] = [
        (Key::HasilKerja, settle::mark),
        (Key::PerilakuKerja, settle::mark),
        (Key::HasilAkhir, settle::predikat),
    ];
    for (key, looks) in marks {
        let fits = |c: &&TableColumn| match named(c, key) {
            HeadingSays::Wholly => !all(c.col, settle::figure),
            HeadingSays::InPart => all(c.col, looks),
            HeadingSays::Not => false,
        };
        let mut found = header.columns.iter().filter(fits).map(|c| c.col);
        let (Some(col), None) = (found.next(), found.next()) else {
            continue;
        };
        drop(found);
        for column in header.columns.iter_mut().filter(|c| c.col == col) {
            if named(column, key) != HeadingSays::Wholly {
                header.by_content.push((col, key));
            }
            column.key = Some(key);
            column.facet = facet::Facet::default();
        }
    }
    for column in header.columns.iter_mut().filter(|c| c.is_unread()) {
        let near = nearest(&column.written).filter(|value| !told.contains(value));
        let marks = |value| settle::mark(value) || (near.is_some() && settle::figure(value));
        let filled = settle::probe_below(sheet, last, end).any(|row| !row.get(column.col).is_blank());
        let mut cells = settle::probe_below(sheet, last, end).map(|row| row.get(column.col));
        if filled && cells.all(|v| v.is_blank() || marks(v)) {
            column.surpassed = Some(Key::Aspek);
            header.marks_unread.push(UnreadMarks {
                near,
                ..UnreadMarks::of(column.col, vec![Key::Nilai])
            });
        }
    }
}

/// How well a heading names a mark of the person as a whole.
#[derive(PartialEq, Eq)]
enum HeadingSays {
    /// In so many words.
    Wholly,
    /// So that only the cells can tell.
    InPart,
    /// Not at all.
    Not,
}

fn named(column: &TableColumn, key: Key) -> HeadingSays {
    let rest = facet::without_period(&column.written);
    // Of a part of the year, or of another rater; a year is compared where it is known which one is asked for.
    let (said, _) = facet::split(&[column.written.as_str().into()]);
    let part = said
        .period
        .is_some_and(|p| &*p == facet::UNCLEAR || p.contains(char::is_alphabetic));
    if part || said.penilai.is_some_and(|p| p != PenilaiKind::Atasan.as_str()) {
        return HeadingSays::Not;
    }
    let mut buffer = String::new();
    let bare = column.key == Some(Key::Nilai) && column.facet.aspek.is_none() && column.facet.tick.is_none();
    let unread = column.is_unread();
    let mut hit = || look_up(&column.written, &mut buffer).iter().any(|hit| hit.key == key);
    if unread && hit() {
        HeadingSays::Wholly
    } else if key == Key::PerilakuKerja
        && (bare || (unread && rest.split(' ').any(|w| w == "perilaku") && says_nothing_else(&rest)))
    {
        HeadingSays::InPart
    } else {
        HeadingSays::Not
    }
}

/// The value or aspek whose name a heading nearly is.
fn nearest(heading: &str) -> Option<&'static str> {
    let words = facet::without_ordinals(heading);
    let likeness = |value: &AspekPerilaku| strsim::normalized_damerau_levenshtein(&words, &value.as_str().replace('_', " "));
    let values = AspekPerilaku::ALL.iter().map(|value| (likeness(value), value.as_str()));
    let best = values.max_by(|a, b| a.0.total_cmp(&b.0))?;
    (best.0 >= NEAR).then_some(best.1)
}
