//! What stands around a figure: "paling sedikit", "Rp", a unit.

use super::NumberFault;
use crate::base::figure::Decimal;
use crate::model::read::prose;

/// Which side a bound leaves open.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::model::read) enum OpenSide {
    /// At least.
    Least,
    /// At most.
    Most,
}

/// Takes signs and words of a bound, and words that only lead in ("Rata-rata 2 jam"), off the front.
pub(super) fn take_lead(text: &str) -> (Option<OpenSide>, &str) {
    let mut bound = None;
    let mut rest = text;
    // Nearly every figure begins with a digit.
    while !rest.starts_with(|c: char| c.is_ascii_digit()) {
        if let Some((found, after)) = prose::bound(rest)
            && bound.is_none_or(|b| b == found)
        {
            bound = Some(found);
            rest = after.trim_start_matches([' ', ':']);
        } else if let Some(after) = prose::lead_in(rest) {
            rest = after;
        } else {
            break;
        }
    }
    (bound, rest)
}

pub(super) fn take_currency(text: &str) -> (bool, &str) {
    for word in ["Rp.", "Rp", "IDR"] {
        if let Some(rest) = strip_prefix_ci(text, word) {
            let rest = rest.trim_start();
            if rest.starts_with(|c: char| c.is_ascii_digit() || matches!(c, '-' | '−')) {
                return (true, rest);
            }
        }
    }
    (false, text)
}

pub(in crate::model::read) fn strip_prefix_ci<'a>(text: &'a str, prefix: &str) -> Option<&'a str> {
    let head = text.get(..prefix.len())?;
    head.eq_ignore_ascii_case(prefix).then(|| &text[prefix.len()..])
}

/// Takes a whole word (or words) off the front; what is left has no blank in front.
pub(in crate::model::read) fn strip_word<'a>(text: &'a str, word: &str) -> Option<&'a str> {
    let rest = strip_prefix_ci(text, word)?;
    (!rest.starts_with(char::is_alphanumeric)).then(|| rest.trim_start())
}

/// The unit behind a figure with a bound that stands behind it ("3 hari maksimal"), or an error when
/// what stands there makes it no figure: a further number, a date, a formula.
pub(super) fn take_unit(text: &str, shown: [Option<Decimal>; 2]) -> Result<(Option<String>, Option<OpenSide>), NumberFault> {
    let text = text.trim();
    if text.is_empty() {
        return Ok((None, None));
    }
    if let Some(scale) = prose::scale(text) {
        return Ok((Some(scale), None));
    }
    let mut chars = text.chars();
    match chars.next() {
        Some('%' | '‰' | '°' | '(' | '[' | ';' | ':' | ',' | '.' | '"' | '*') => {}
        Some('e' | 'E')
            if chars
                .as_str()
                .trim_start_matches(['+', '-'])
                .starts_with(|c: char| c.is_ascii_digit()) =>
        {
            return Err(NumberFault::NotFigure);
        }
        // "2 x 24 jam" is for somebody else to multiply
        Some('x' | 'X' | '×') if chars.as_str().trim_start().starts_with(|c: char| c.is_ascii_digit()) => {
            return Err(NumberFault::TwoFigures);
        }
        Some('/') if chars.as_str().starts_with(char::is_alphabetic) => {}
        Some('/') => {
            let rest = chars.as_str().trim_start();
            let end = rest.find(|c: char| !c.is_ascii_digit()).unwrap_or(rest.len());
            // "12/14 dokumen", but neither "12/2025" nor "31/12/2025"
            let proportion = (1..=3).contains(&end) && !rest[end..].starts_with('/');
            return Err(if proportion {
                NumberFault::TwoFigures
            } else {
                NumberFault::NotFigure
            });
        }
        Some(c) if c.is_alphabetic() => {}
        Some(c) if c.is_ascii_digit() => return Err(NumberFault::TwoFigures),
        _ => return Err(NumberFault::NotFigure),
    }
    let (unit, tail) = prose::unit(text);
    if unit.as_deref().is_some_and(prose::is_month) {
        return Err(NumberFault::NotFigure);
    }
    let Some(tail) = tail else { return Ok((unit, None)) };
    if prose::second_figure(tail, shown) {
        return Err(NumberFault::TwoFigures);
    }
    let behind = prose::bound_behind(tail);
    Ok((unit, behind))
}
