//! Where a table says the unit without a column for it: a section row over the people, or a line of
//! its title.

use super::Key;
use super::form::Entry;
use super::layout::MeaningSource;
use crate::base::origin::{Origin, SheetId};
use crate::base::text::{fold_words, is_blank};
use crate::contract::heading::look_up_named;
use crate::input::{Sheet, Value};

/// What a label of a title line says: the unit, or the one above.
fn unit_label(label: &str) -> Option<Key> {
    let mut buffer = String::new();
    let hits = look_up_named(label, &mut buffer);
    [Key::UnitKerja, Key::UnitInduk].into_iter().find(|key| {
        hits.iter()
            .filter(|h| matches!(h.key, Key::UnitKerja | Key::UnitInduk))
            .min_by_key(|h| h.rank.class())
            .is_some_and(|h| h.key == *key)
    })
}

/// The unit that a row between people names: behind its number or label, without a count of heads.
pub(super) fn in_section(text: &str) -> Option<&str> {
    let name = match text.split_once(':') {
        Some((label, rest)) if unit_label(label).is_some() => rest.trim(),
        Some(_) => return None,
        None => super::form_words::unnumbered(text.trim()),
    };
    let counted = |inner: &str| {
        let words = fold_words(inner);
        let (count, what) = words.split_once(' ').unwrap_or((&words, ""));
        count.bytes().all(|b| b.is_ascii_digit()) && !count.is_empty() && matches!(what, "" | "orang" | "pegawai" | "org")
    };
    let name = match name.strip_suffix(')').and_then(|n| n.rsplit_once('(')) {
        Some((before, inner)) if counted(inner) => before.trim_end(),
        _ => name,
    };
    super::rows::is_unit_name(name).then_some(name)
}

/// The unit and the unit above that the lines over a table tell. `any`: a line that is nothing but the
/// name of a unit counts, too (perjanjian kinerja).
pub(super) fn in_title(
    sheet: &Sheet,
    id: SheetId,
    rows: std::ops::Range<usize>,
    (lo, hi): (u16, u16),
    any: bool,
) -> Vec<(Key, MeaningSource)> {
    let mut found: Vec<(Key, MeaningSource)> = Vec::new();
    let mut add = |key: Key, entry: Entry| {
        if !found.iter().any(|(k, _)| *k == key) {
            found.push((key, MeaningSource::Cell(entry)));
        }
    };
    let from = rows.start.max(rows.end.saturating_sub(30));
    let mut instansi = false;
    for i in from..rows.end {
        let row = sheet.row_at(i);
        let cells: Vec<(u16, &str)> = row
            .cells_in(lo, hi)
            .filter_map(|(c, v)| match v {
                Value::Text(t) if !is_blank(t) => Some((c, t)),
                _ => None,
            })
            .collect();
        let at = |col| Origin::new(id, row.number(), col);
        let Some(&(col, text)) = cells.first() else { continue };
        if std::mem::take(&mut instansi) && cells.len() == 1 && !text.contains(':') && !is_period(text) {
            // e-Kinerja "Rekap Penilaian": the line below "3013 - Kementerian …" is the unit.
            add(
                Key::UnitKerja,
                Entry {
                    at: at(col),
                    section: None,
                },
            );
            continue;
        }
        instansi = cells.len() == 1 && begins_with_a_code(text);
        if let Some((label, rest)) = text.split_once(':') {
            let value = if is_blank(rest) {
                cells.get(1).map(|&(c, t)| (c, t.trim_start_matches(':').trim()))
            } else {
                Some((col, rest.trim()))
            };
            if let (Some(key), Some((c, value))) = (unit_label(label), value)
                && !matches!(fold_words(value).as_str(), "" | "all" | "semua")
            {
                add(
                    key,
                    Entry {
                        at: at(c),
                        section: Some(value.into()),
                    },
                );
            }
        } else if let [_, (c, value), ..] = cells[..]
            && value.starts_with(':')
            && let Some(key) = unit_label(text)
        {
            let value = value.trim_start_matches(':').trim();
            add(
                key,
                Entry {
                    at: at(c),
                    section: Some(value.into()),
                },
            );
        } else if any && cells.len() == 1 && super::rows::is_unit_name(text) {
            add(
                Key::UnitKerja,
                Entry {
                    at: at(col),
                    section: None,
                },
            );
        }
    }
    found
}

/// `0810000 - Pemerintah Kab. …`
fn begins_with_a_code(text: &str) -> bool {
    text.trim_start().split_once(" - ").is_some_and(|(code, name)| {
        code.len() >= 3 && code.bytes().all(|b| b.is_ascii_digit()) && name.chars().any(char::is_alphabetic)
    })
}

fn is_period(text: &str) -> bool {
    let words = fold_words(text);
    ["periode", "tahun", "bulan"].iter().any(|w| words.starts_with(w))
}
