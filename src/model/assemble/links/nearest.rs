//! The texts of RHK as they are compared: without what copying puts around them, and which is nearest.

use crate::base::text::{fold, is_blank, match_key};
use crate::model::Text;
use crate::model::read::word::distance;

/// The text of an RHK without what copying puts around it: a number or "RHK:" before it, quotation marks,
/// punctuation and an open bracket behind it.
pub(in crate::model::assemble) fn bare(text: &str) -> &str {
    let around = |c: char| c.is_whitespace() || matches!(c, '"' | '\'' | '“' | '”' | '‘' | '’' | '«' | '»');
    let behind = |c: char| around(c) || matches!(c, '.' | ';' | ',' | '(' | '-' | '–' | ':');
    let text = without_number(text.trim_matches(around).trim_end_matches(behind));
    let labelled = text.split_once(':').filter(|(label, rest)| {
        let label = fold(label);
        !is_blank(rest) && label.len() <= 30 && (label.starts_with("rhk") || label.starts_with("rencanahasilkerja"))
    });
    let bare = labelled.map_or(text, |(_, rest)| rest).trim_matches(around);
    if bare.is_empty() { text } else { bare }
}

/// Takes off the number of a list: `1. `, `a) `, `- `.
pub(super) fn without_number(line: &str) -> &str {
    let line = line.trim().trim_start_matches(['-', '•', '–']).trim_start();
    match line.split_once(['.', ')']) {
        Some((n, rest)) if n.len() <= 2 && rest.starts_with(' ') && n.chars().all(char::is_alphanumeric) => rest.trim_start(),
        _ => line,
    }
}

/// At most so many candidates are compared: an atasan has a handful of RHK.
pub(super) const CANDIDATES: usize = 200;

pub(super) fn nearest_code<'t>(kode: &str, all: impl Iterator<Item = &'t Text>) -> Option<Text> {
    let wanted = kode.to_lowercase();
    all.take(CANDIDATES)
        .map(|c| (distance(&wanted, &c.to_lowercase()), c))
        .filter(|(d, _)| *d <= (wanted.chars().count() / 3).max(1))
        .min_by_key(|(d, _)| *d)
        .map(|(_, c)| c.clone())
}

/// The text with most of its letter triples in common, if that is at least two in five.
pub(in crate::model::assemble) fn nearest_text<'t>(text: &str, all: impl Iterator<Item = &'t Text>) -> Option<Text> {
    let wanted = triples(text);
    all.take(CANDIDATES)
        .map(|t| {
            let other = triples(t);
            let shared = wanted.iter().filter(|x| other.binary_search(x).is_ok()).count();
            // Dice's measure in thousandths: whole numbers, so that ties are ties.
            (2000 * shared / (wanted.len() + other.len()).max(1), t)
        })
        .filter(|(d, _)| *d >= 400)
        .max_by(|a, b| a.0.cmp(&b.0).then(b.1.cmp(a.1)))
        .map(|(_, t)| t.clone())
}

fn triples(text: &str) -> Vec<[char; 3]> {
    let letters: Vec<char> = match_key(text).chars().take(500).collect();
    let mut all: Vec<[char; 3]> = letters.windows(3).map(|w| [w[0], w[1], w[2]]).collect();
    all.sort_unstable();
    all.dedup();
    all
}
