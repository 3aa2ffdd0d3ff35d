//! The digits of one number: blanks, marks and powers of ten between and behind them.

use std::borrow::Cow;

use super::{DecimalMark, Evidence, NumberFault, strip_word, within};
use crate::base::figure::Decimal;
use crate::model::read::measure;

/// Full-width digits as plain ones, and a fraction that is one sign (`½`, `1½`) in decimals.
pub(super) fn plain_digits(text: Cow<'_, str>) -> Cow<'_, str> {
    let wide = |c: char| ('\u{ff10}'..='\u{ff19}').contains(&c);
    if text.is_ascii() {
        return text;
    }
    if let Some(decimals) = fraction_in_decimals(&text) {
        return Cow::Owned(decimals);
    }
    if !text.contains(wide) {
        return text;
    }
    let plain = |c: char| {
        if wide(c) {
            char::from_u32(u32::from(c) - 0xfee0).unwrap_or(c)
        } else {
            c
        }
    };
    Cow::Owned(text.chars().map(plain).collect())
}

/// `1½ hari` as `1,5 hari`; behind a figure with a separator of its own nobody knows what the sign means.
fn fraction_in_decimals(text: &str) -> Option<String> {
    const FRACTIONS: [(char, &str); 3] = [('½', ",5"), ('¼', ",25"), ('¾', ",75")];
    let ((before, behind), decimals) = FRACTIONS
        .iter()
        .find_map(|&(sign, decimals)| Some((text.split_once(sign)?, decimals)))?;
    let lead = before.trim_end().trim_end_matches(|c: char| c.is_ascii_digit());
    let whole = &before.trim_end()[lead.len()..];
    if lead.ends_with(['.', ',']) {
        return None;
    }
    Some(format!(
        "{lead}{}{decimals}{behind}",
        if whole.is_empty() { "0" } else { whole }
    ))
}

/// Thousands set apart by blanks or apostrophes (`1 250 000`, `1'250'000`): the digits, and what stands
/// behind them. Of one group only with money, as `12 345` may be two figures.
pub(super) fn spaced(text: &str, currency: bool) -> Option<(String, &str)> {
    let digits = |t: &str| t.bytes().take_while(u8::is_ascii_digit).count();
    let first = digits(text);
    if !(1..=3).contains(&first) {
        return None;
    }
    let next = |rest: &'_ str| -> Option<usize> {
        let group = rest.strip_prefix([' ', '\'', '’']).filter(|g| digits(g) == 3)?;
        Some(rest.len() - group.len())
    };
    next(&text[first..])?;
    let (mut whole, mut rest, mut groups) = (text[..first].to_owned(), &text[first..], 0);
    while let Some(group) = next(rest).map(|mark| &rest[mark..]) {
        whole.push_str(&group[..3]);
        rest = &group[3..];
        groups += 1;
    }
    (groups > 1 || (groups == 1 && currency)).then_some((whole, rest))
}

/// A figure with what stands directly behind it.
#[derive(Debug, Clone, Copy)]
pub(super) struct Number {
    pub(super) value: Decimal,
    /// Its power of ten: 6 for `juta`.
    pub(super) power: u32,
    /// `rupiah` behind it.
    pub(super) money: bool,
}

impl Number {
    /// Multiplied out.
    pub(super) fn full(self) -> Result<Decimal, NumberFault> {
        if self.power == 0 {
            return Ok(self.value);
        }
        let unit = Decimal::from(10_u64.pow(self.power));
        self.value.checked_mul(unit).ok_or(NumberFault::TooLong).and_then(within)
    }
}

pub(super) fn take_number<'a>(
    text: &'a str,
    mark: Option<DecimalMark>,
    currency: bool,
    told: &mut Evidence,
) -> Result<(Number, &'a str), NumberFault> {
    let (negative, body) = match text.strip_prefix(['-', '−']) {
        Some(rest) => (true, rest),
        None => match strip_word(text, "minus") {
            Some(rest) => (true, rest),
            None => (false, text.strip_prefix('+').unwrap_or(text)),
        },
    };
    let spaced = spaced(body, currency);
    let (token, mut rest) = if let Some((whole, rest)) = &spaced {
        (whole.as_str(), *rest)
    } else {
        let end = body
            .find(|c: char| !(c.is_ascii_digit() || matches!(c, '.' | ',')))
            .unwrap_or(body.len());
        body.split_at(end)
    };
    let bare = token.trim_end_matches(['.', ',']);
    let cut = &token[bare.len()..];
    match cut {
        // "Rp 1.000,-"
        "," | "." if rest.starts_with(['-', '–']) => rest = rest.trim_start_matches(['-', '–']),
        // A comma before words, a full stop at the very end; "1. Laporan" is a list.
        "" | "," => {}
        "." if rest.is_empty() => {}
        _ => return Err(NumberFault::NotFigure),
    }
    if bare.is_empty() || !bare.starts_with(|c: char| c.is_ascii_digit()) {
        return Err(NumberFault::NotFigure);
    }
    let (power, money, rest) = take_power(rest, currency);
    let readings = if bare.bytes().all(|b| b.is_ascii_digit()) {
        (Some(Cow::Borrowed(bare)), None)
    } else {
        let read = |mark| digits_of(bare, mark).map(Cow::Owned);
        (read(DecimalMark::Comma), read(DecimalMark::Point))
    };
    let digits = match readings {
        (None, None) => return Err(NumberFault::NotFigure),
        (Some(d), None) => {
            told.comma |= bare.contains([',', '.']);
            d
        }
        (None, Some(d)) => {
            told.point |= bare.contains([',', '.']);
            d
        }
        (Some(a), Some(b)) if a == b => a,
        // Nobody writes rupiah, or millions of them, with three decimals behind a point.
        (Some(comma), Some(_)) if (currency || money || power > 0) && !bare.contains(',') => {
            told.comma = true;
            comma
        }
        (Some(comma), Some(point)) => match mark {
            Some(DecimalMark::Comma) => comma,
            Some(DecimalMark::Point) => point,
            None => return Err(NumberFault::Ambiguous),
        },
    };
    if digits.len() > 30 {
        return Err(NumberFault::TooLong);
    }
    let value = digits.parse::<Decimal>().map_err(|_| NumberFault::TooLong).and_then(within)?;
    let value = if negative { -value } else { value };
    Ok((Number { value, power, money }, rest))
}

/// `juta`, `jt rupiah`, `M` (with money) behind a figure.
pub(super) fn take_power(text: &str, currency: bool) -> (u32, bool, &str) {
    let word = |text: &str| {
        let from = text.len() - text.trim_start().len();
        let end = text[from..]
            .find(|c: char| !c.is_alphabetic())
            .map_or(text.len(), |i| from + i);
        (from, end)
    };
    let (from, end) = word(text);
    if from == end || end - from > 12 {
        return (0, false, text);
    }
    let first = text[from..end].to_lowercase();
    let after = &text[end..];
    let (from, end) = word(after);
    let second_is_money = end - from <= 6 && measure::is_money(&after[from..end].to_lowercase());
    match measure::power(&first, currency || second_is_money) {
        Some(power) if second_is_money => (power, true, &after[end..]),
        Some(power) => (power, false, after),
        None => (0, measure::is_money(&first), text),
    }
}

/// The token as a plain decimal (`1234.56`) if it can be read with this decimal mark.
pub(super) fn digits_of(token: &str, mark: DecimalMark) -> Option<String> {
    let (decimal, group) = match mark {
        DecimalMark::Comma => (',', '.'),
        DecimalMark::Point => ('.', ','),
    };
    let (whole, fraction) = match token.split_once(decimal) {
        Some((whole, fraction)) => (whole, Some(fraction)),
        None => (token, None),
    };
    let is_digits = |s: &str| !s.is_empty() && s.bytes().all(|b| b.is_ascii_digit());
    if fraction.is_some_and(|f| !is_digits(f)) {
        return None;
    }
    let mut out = String::with_capacity(token.len());
    if whole.contains(group) {
        let mut groups = whole.split(group);
        let first = groups
            .next()
            .filter(|g| is_digits(g) && g.len() <= 3 && !g.starts_with('0'))?;
        out.push_str(first);
        for g in groups {
            if g.len() != 3 || !is_digits(g) {
                return None;
            }
            out.push_str(g);
        }
    } else if is_digits(whole) {
        out.push_str(whole);
    } else {
        return None;
    }
    if let Some(fraction) = fraction {
        out.push('.');
        out.push_str(fraction);
    }
    Some(out)
}
