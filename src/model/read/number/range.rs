//! Two figures as a range: "80 – 90", "80 s.d. 90", "antara 80 dan 90".

use super::around::{strip_prefix_ci, take_currency, take_unit};
use super::digits::{Number, take_number};
use super::{DecimalMark, Evidence, NumberFault};
use crate::model::read::prose;

/// The second figure of a range.
pub(super) struct Range<'a> {
    /// The unit between the two.
    pub(super) unit: Option<String>,
    pub(super) second: Number,
    pub(super) tail: &'a str,
}

pub(super) const DASHES: [char; 5] = ['-', '–', '—', '−', '~'];

pub(super) fn take_range<'a>(
    text: &'a str,
    mark: Option<DecimalMark>,
    currency: bool,
    told: &mut Evidence,
) -> Result<Option<Range<'a>>, NumberFault> {
    let middle_end = text
        .char_indices()
        .find(|&(i, c)| DASHES.contains(&c) || c.is_ascii_digit() || range_word(&text[i..]).is_some())
        .map(|(i, _)| i);
    let Some(at) = middle_end else { return Ok(None) };
    let (middle, rest) = text.split_at(at);
    let rest = match range_word(rest) {
        Some(after) => after,
        None => match rest.strip_prefix(DASHES) {
            Some(after) => after,
            None => return Ok(None),
        },
    };
    // "85% berdasarkan survei SMP-1": a dash in prose joins no figures.
    if !middle.is_empty() && prose::unit(middle).1.is_some() {
        return Ok(None);
    }
    let (rupiah, rest) = take_currency(rest.trim_start());
    if !rest.starts_with(|c: char| c.is_ascii_digit()) {
        return Ok(None);
    }
    let (unit, _) = take_unit(middle, [None, None])?;
    let (second, tail) = take_number(rest, mark, currency || rupiah, told)?;
    Ok(Some(Range { unit, second, tail }))
}

/// `s.d.`, `s/d`, `sampai (dengan)`, `hingga` as words of their own.
pub(super) fn range_word(text: &str) -> Option<&str> {
    for word in ["s.d.", "s.d", "s/d", "sd.", "sd", "sampai dengan", "sampai", "hingga"] {
        if let Some(rest) = strip_prefix_ci(text, word) {
            let next = take_currency(rest.trim_start()).1;
            if next.starts_with(|c: char| c.is_ascii_digit()) {
                return Some(rest);
            }
        }
    }
    None
}
