//! Figures as Indonesian staff write them: `1.234,56`, `12 dokumen`, `80 – 90 %`, `≥ 85`,
//! `Rp 1.250.000.000` (`masukan.md` section 2).
//!
//! A figure that can be read two ways (`1.234`) is settled by the other text cells of its column,
//! and by nothing else: see [`Evidence`]. What they cannot settle is [`Fault::Ambiguous`].

use crate::base::figure::{Desimal, from_f64};

/// The decimal mark of a column.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Mark {
    /// `98,5`
    Comma,
    /// `98.5`
    Point,
}

/// What the text cells of a column say about its decimal mark.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Evidence {
    comma: bool,
    point: bool,
}

impl Evidence {
    /// Takes a text cell of the column into account: every figure in it with a separator that can
    /// be read in one way only.
    pub fn add(&mut self, text: &str) {
        if !text.bytes().any(|b| matches!(b, b'.' | b',')) {
            return;
        }
        // Only what is a figure speaks: "Laporan v1.25 tersusun" says nothing of decimals.
        if read(text, None).is_err_and(|f| f == Fault::NotFigure) {
            return;
        }
        for token in text.split(|c: char| !(c.is_ascii_digit() || matches!(c, '.' | ','))) {
            let token = token.trim_matches(['.', ',']);
            if !token.bytes().any(|b| matches!(b, b'.' | b',')) {
                continue;
            }
            match (digits_of(token, Mark::Comma), digits_of(token, Mark::Point)) {
                (Some(_), None) => self.comma = true,
                (None, Some(_)) => self.point = true,
                _ => {}
            }
        }
    }

    /// The mark, when all that speaks agrees.
    pub const fn mark(self) -> Option<Mark> {
        match (self.comma, self.point) {
            (true, false) => Some(Mark::Comma),
            (false, true) => Some(Mark::Point),
            _ => None,
        }
    }
}

/// A figure or a bound.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Shape {
    /// One figure.
    Single(Desimal),
    /// From–to, as written.
    Range(Desimal, Desimal),
    /// At least.
    AtLeast(Desimal),
    /// At most.
    AtMost(Desimal),
}

/// A figure with the unit that stands in its cell.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Figure {
    /// The figure.
    pub shape: Shape,
    /// Its unit: `%`, `Rp`, `dokumen`.
    pub unit: Option<String>,
}

/// Why a text gives no figure.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fault {
    /// Not a figure at all (a text target, which 6/2022 allows).
    NotFigure,
    /// Can be read two ways.
    Ambiguous,
    /// More digits than can be computed exactly: over 15 before the mark or 18 in all.
    TooLong,
}

/// A number cell: the shortest decimal that prints it.
///
/// # Errors
/// [`Fault::TooLong`] outside the exact range, [`Fault::NotFigure`] for NaN.
pub fn from_number(value: f64) -> Result<Desimal, Fault> {
    if !value.is_finite() {
        return Err(Fault::NotFigure);
    }
    from_f64(value).ok_or(Fault::TooLong).and_then(within)
}

/// At most 15 digits before the mark and 18 in all: two such figures can be divided, multiplied
/// by 100 and rounded in 128 bits.
fn within(d: Desimal) -> Result<Desimal, Fault> {
    let d = d.normalize();
    let digits = d.mantissa().unsigned_abs().checked_ilog10().map_or(1, |n| n + 1);
    if digits > 18 || d.scale() > 18 || digits.saturating_sub(d.scale()) > 15 {
        return Err(Fault::TooLong);
    }
    Ok(d)
}

/// Reads a text cell, with the mark of its column where that is known.
///
/// # Errors
/// [`Fault`].
pub fn read(text: &str, mark: Option<Mark>) -> Result<Figure, Fault> {
    let text = crate::base::text::clean(text);
    let text = text.trim_start_matches(['\'', '’']).trim();
    let (bound, rest) = take_bound(text);
    let (currency, rest) = take_currency(rest);
    let (first, rest) = take_number(rest, mark)?;
    let (low, high, unit, tail) = match take_range(rest, mark)? {
        Some((unit, second, tail)) => (first, Some(second), unit, tail),
        None => (first, None, None, rest),
    };
    let behind = take_unit(tail)?;
    let unit = match (currency, unit, behind) {
        (true, None, None) => Some("Rp".to_owned()),
        (true, None, Some(u)) => Some(format!("Rp {u}")),
        (false, Some(a), Some(b)) if !same_unit(&a, &b) => return Err(Fault::NotFigure),
        (false, a, b) => b.or(a),
        (true, Some(_), _) => return Err(Fault::NotFigure),
    };
    let shape = match (bound, high) {
        (None, None) => Shape::Single(low),
        (None, Some(high)) => Shape::Range(low, high),
        (Some(Bound::Least), None) => Shape::AtLeast(low),
        (Some(Bound::Most), None) => Shape::AtMost(low),
        (Some(_), Some(_)) => return Err(Fault::NotFigure),
    };
    Ok(Figure { shape, unit })
}

#[derive(Debug, Clone, Copy)]
enum Bound {
    Least,
    Most,
}

fn take_bound(text: &str) -> (Option<Bound>, &str) {
    // A bare < or > is no bound one can reach, so it stays text.
    const WORDS: [(&str, Bound); 18] = [
        ("≥", Bound::Least),
        (">=", Bound::Least),
        ("=>", Bound::Least),
        ("≤", Bound::Most),
        ("<=", Bound::Most),
        ("=<", Bound::Most),
        ("minimal", Bound::Least),
        ("min.", Bound::Least),
        ("min", Bound::Least),
        ("paling sedikit", Bound::Least),
        ("paling rendah", Bound::Least),
        ("sekurang-kurangnya", Bound::Least),
        ("maksimal", Bound::Most),
        ("maks.", Bound::Most),
        ("maks", Bound::Most),
        ("paling banyak", Bound::Most),
        ("paling tinggi", Bound::Most),
        ("paling lama", Bound::Most),
    ];
    for (word, bound) in WORDS {
        if let Some(rest) = strip_prefix_ci(text, word) {
            return (Some(bound), rest.trim_start());
        }
    }
    (None, text)
}

fn take_currency(text: &str) -> (bool, &str) {
    for word in ["Rp.", "Rp", "IDR"] {
        if let Some(rest) = strip_prefix_ci(text, word) {
            let rest = rest.trim_start();
            if rest.starts_with(|c: char| c.is_ascii_digit() || c == '-') {
                return (true, rest);
            }
        }
    }
    (false, text)
}

fn strip_prefix_ci<'a>(text: &'a str, prefix: &str) -> Option<&'a str> {
    let head = text.get(..prefix.len())?;
    head.eq_ignore_ascii_case(prefix).then(|| &text[prefix.len()..])
}

fn take_number(text: &str, mark: Option<Mark>) -> Result<(Desimal, &str), Fault> {
    let (negative, body) = match text.strip_prefix(['-', '−']) {
        Some(rest) => (true, rest),
        None => (false, text.strip_prefix('+').unwrap_or(text)),
    };
    let end = body
        .find(|c: char| !(c.is_ascii_digit() || matches!(c, '.' | ',')))
        .unwrap_or(body.len());
    let (token, mut rest) = body.split_at(end);
    let bare = token.trim_end_matches(['.', ',']);
    let cut = &token[bare.len()..];
    match cut {
        "" => {}
        // "Rp 1.000,-"
        "," if rest.starts_with('-') => rest = rest.trim_start_matches('-'),
        // A full stop at the very end; "1. Laporan" is a list, not a figure.
        "." if rest.is_empty() => {}
        _ => return Err(Fault::NotFigure),
    }
    if bare.is_empty() || !bare.starts_with(|c: char| c.is_ascii_digit()) {
        return Err(Fault::NotFigure);
    }
    let digits = match (digits_of(bare, Mark::Comma), digits_of(bare, Mark::Point)) {
        (None, None) => return Err(Fault::NotFigure),
        (Some(d), None) | (None, Some(d)) => d,
        (Some(a), Some(b)) if a == b => a,
        (Some(comma), Some(point)) => match mark {
            Some(Mark::Comma) => comma,
            Some(Mark::Point) => point,
            None => return Err(Fault::Ambiguous),
        },
    };
    if digits.len() > 30 {
        return Err(Fault::TooLong);
    }
    let value = digits.parse::<Desimal>().map_err(|_| Fault::TooLong).and_then(within)?;
    Ok((if negative { -value } else { value }, rest))
}

/// The token as a plain decimal (`1234.56`) if it can be read with this decimal mark.
fn digits_of(token: &str, mark: Mark) -> Option<String> {
    let (decimal, group) = match mark {
        Mark::Comma => (',', '.'),
        Mark::Point => ('.', ','),
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

/// Unit between the two figures, the second figure, what is left.
type RangeTail<'a> = (Option<String>, Desimal, &'a str);

fn take_range(text: &str, mark: Option<Mark>) -> Result<Option<RangeTail<'_>>, Fault> {
    let middle_end = text
        .char_indices()
        .find(|&(i, c)| matches!(c, '-' | '–' | '—' | '−' | '~') || c.is_ascii_digit() || range_word(&text[i..]).is_some())
        .map(|(i, _)| i);
    let Some(at) = middle_end else { return Ok(None) };
    let (middle, rest) = text.split_at(at);
    let rest = match range_word(rest) {
        Some(after) => after,
        None => match rest.strip_prefix(['-', '–', '—', '−', '~']) {
            Some(after) => after,
            None => return Ok(None),
        },
    };
    let (_, rest) = take_currency(rest.trim_start());
    if !rest.starts_with(|c: char| c.is_ascii_digit()) {
        return Ok(None);
    }
    let unit = take_unit(middle)?;
    let (second, tail) = take_number(rest, mark)?;
    Ok(Some((unit, second, tail)))
}

/// `s.d.`, `s/d`, `sampai (dengan)`, `hingga` as words of their own.
fn range_word(text: &str) -> Option<&str> {
    for word in ["s.d.", "s.d", "s/d", "sd.", "sd", "sampai dengan", "sampai", "hingga"] {
        if let Some(rest) = strip_prefix_ci(text, word)
            && rest.trim_start().starts_with(|c: char| c.is_ascii_digit())
        {
            return Some(rest);
        }
    }
    None
}

/// The unit behind a figure, or an error when what stands there makes it no figure: a further
/// number, a date, a formula.
fn take_unit(text: &str) -> Result<Option<String>, Fault> {
    let mut text = text.trim();
    // "12 (dua belas) dokumen"
    if let Some(inner) = text.strip_prefix('(') {
        match inner.split_once(')') {
            Some((words, rest)) if !words.bytes().any(|b| b.is_ascii_digit()) => {
                text = if rest.trim().is_empty() { "" } else { rest.trim() };
                if text.is_empty() && words.trim() == "%" {
                    text = "%";
                }
            }
            _ => return Err(Fault::NotFigure),
        }
    }
    let text = text.trim_end_matches(['.', ',', ';', ':']).trim_end();
    let mut chars = text.chars();
    match chars.next() {
        None => return Ok(None),
        Some('%') => return Ok(Some("%".to_owned())),
        Some('e' | 'E')
            if chars
                .as_str()
                .trim_start_matches(['+', '-'])
                .starts_with(|c: char| c.is_ascii_digit()) =>
        {
            return Err(Fault::NotFigure);
        }
        Some('/') if chars.as_str().starts_with(char::is_alphabetic) => {}
        Some('‰' | '°') => {}
        Some(c) if c.is_alphabetic() => {}
        Some(_) => return Err(Fault::NotFigure),
    }
    if text.split(' ').any(|w| w.starts_with(|c: char| c.is_ascii_digit())) {
        return Err(Fault::NotFigure);
    }
    if ["persen", "prosen", "percent", "pct"]
        .iter()
        .any(|w| text.eq_ignore_ascii_case(w))
    {
        return Ok(Some("%".to_owned()));
    }
    Ok(Some(text.to_owned()))
}

fn same_unit(a: &str, b: &str) -> bool {
    a.to_lowercase() == b.to_lowercase()
}

#[cfg(test)]
#[path = "number_tests.rs"]
mod tests;
