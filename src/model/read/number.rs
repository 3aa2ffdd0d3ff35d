//! Figures as Indonesian staff write them: `1.234,56`, `12 dokumen`, `80 – 90 %`, `≥ 85`,
//! `Rp 1,25 Miliar`, `10 hari kerja berdasarkan …` (`masukan.md` sections 2 and 2b.10).
//!
//! A figure that can be read two ways (`1.234`) is settled by money or a power of ten beside it, by
//! the other text cells of its column, and by nothing else: see [`Evidence`]. What they cannot settle
//! is [`NumberFault::Ambiguous`]; a cell with two different figures is [`NumberFault::TwoFigures`].

use std::borrow::Cow;

use super::{date, measure, prose};
use crate::base::figure::{Decimal, from_f64};
use crate::base::ids::short;

/// The decimal mark of a column.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DecimalMark {
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
    /// Takes a text cell of the column into account: the figures in it with a separator that can be
    /// read in one way only. What is no figure ("Laporan v1.25 tersusun") says nothing of decimals.
    pub fn add(&mut self, text: &str) {
        if !text.bytes().any(|b| matches!(b, b'.' | b',')) {
            return;
        }
        let mut told = Self::default();
        let read = parse(text, None, &mut told);
        if read.is_ok() || read.is_err_and(|f| f == NumberFault::Ambiguous) {
            self.comma |= told.comma;
            self.point |= told.point;
        }
    }

    /// The mark, when all that speaks agrees.
    pub const fn mark(self) -> Option<DecimalMark> {
        match (self.comma, self.point) {
            (true, false) => Some(DecimalMark::Comma),
            (false, true) => Some(DecimalMark::Point),
            _ => None,
        }
    }
}

/// A figure or a bound.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FigureShape {
    /// One figure.
    Single(Decimal),
    /// From–to, as written.
    Range(Decimal, Decimal),
    /// At least.
    AtLeast(Decimal),
    /// At most.
    AtMost(Decimal),
}

impl FigureShape {
    /// The same with every figure changed.
    fn map(self, change: impl Fn(Decimal) -> Result<Decimal, NumberFault>) -> Result<Self, NumberFault> {
        Ok(match self {
            Self::Single(d) => Self::Single(change(d)?),
            Self::Range(lo, hi) => Self::Range(change(lo)?, change(hi)?),
            Self::AtLeast(d) => Self::AtLeast(change(d)?),
            Self::AtMost(d) => Self::AtMost(change(d)?),
        })
    }

    /// The largest figure in it.
    pub fn largest(self) -> Decimal {
        match self {
            Self::Single(d) | Self::AtLeast(d) | Self::AtMost(d) => d,
            Self::Range(lo, hi) => lo.max(hi),
        }
    }
}

/// A figure with the unit that stands in its cell.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MeasuredFigure {
    /// The figure.
    pub shape: FigureShape,
    /// Its unit: `%`, `Rp`, `dokumen`, `hari kerja`.
    pub unit: Option<String>,
    /// A power of ten was written out (`juta`): the figure is in full.
    pub powered: bool,
}

impl MeasuredFigure {
    /// The figure in the unit of its column, where that is `juta rupiah` and the cell writes its power
    /// of ten out itself.
    ///
    /// # Errors
    /// [`NumberFault::TooLong`].
    pub fn in_unit(mut self, column: &str) -> Result<Self, NumberFault> {
        if !(self.powered || self.unit.as_deref().is_some_and(|u| matches!(u, "M" | "T"))) {
            return Ok(self);
        }
        let of_column = measure::of(column);
        // "1,25 M" is metres, but not where the column is money
        if !self.powered && of_column.kind == measure::SatuanKind::Money {
            let power = if self.unit.as_deref() == Some("M") { 9 } else { 12 };
            let unit = Decimal::from(10_u64.pow(power));
            self.shape = self
                .shape
                .map(|d| d.checked_mul(unit).ok_or(NumberFault::TooLong).and_then(within))?;
            (self.powered, self.unit) = (true, Some("Rp".to_owned()));
        }
        if self.powered && of_column.power > 0 {
            let unit = Decimal::from(10_u64.pow(of_column.power));
            self.shape = self.shape.map(|d| within(d / unit))?;
            let own = self.unit.as_deref().map_or(of_column.kind, |u| measure::of(u).kind);
            if own == of_column.kind {
                self.unit = Some(column.to_owned());
            }
        }
        Ok(self)
    }
}

/// Why a text gives no figure.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NumberFault {
    /// Not a figure at all (a text target, which 6/2022 allows).
    NotFigure,
    /// Can be read two ways.
    Ambiguous,
    /// Two different figures: `100% (12 dokumen)`.
    TwoFigures,
    /// A time of day or a duration: `00:20:00`.
    Clock,
    /// More digits than can be computed exactly: over 15 before the mark or 18 in all.
    TooLong,
}

/// A number cell: the shortest decimal that prints it.
///
/// # Errors
/// [`NumberFault::TooLong`] outside the exact range, [`NumberFault::NotFigure`] for NaN.
pub fn from_number(value: f64) -> Result<Decimal, NumberFault> {
    if !value.is_finite() {
        return Err(NumberFault::NotFigure);
    }
    from_f64(value).ok_or(NumberFault::TooLong).and_then(within)
}

/// At most 15 digits before the mark and 18 in all: two such figures can be divided, multiplied
/// by 100 and rounded in 128 bits.
fn within(d: Decimal) -> Result<Decimal, NumberFault> {
    let d = d.normalize();
    let digits = d.mantissa().unsigned_abs().checked_ilog10().map_or(1, |n| n + 1);
    if digits > 18 || d.scale() > 18 || digits.saturating_sub(d.scale()) > 15 {
        return Err(NumberFault::TooLong);
    }
    Ok(d)
}

/// Reads a text cell, with the mark of its column where that is known.
///
/// # Errors
/// [`NumberFault`].
pub fn read(text: &str, mark: Option<DecimalMark>) -> Result<MeasuredFigure, NumberFault> {
    parse(text, mark, &mut Evidence::default())
}

/// What most cells hold: digits, with one mark that can only be a decimal one (`82`, `97,5`), and perhaps a per cent
/// sign behind them. `None` for all else, which the long way reads; of these it reads the same.
fn plain_figure(text: &str, told: &mut Evidence) -> Option<MeasuredFigure> {
    let (digits, unit) = match text.strip_suffix('%') {
        Some(digits) => (digits, Some("%".to_owned())),
        None => (text, None),
    };
    if !(1..=15).contains(&digits.len()) {
        return None;
    }
    let (mut number, mut mark) = (0_i64, None);
    for (i, b) in digits.bytes().enumerate() {
        match b {
            b'0'..=b'9' => number = number * 10 + i64::from(b - b'0'),
            b',' | b'.' if mark.is_none() && i > 0 && i + 1 < digits.len() => mark = Some((i, b)),
            _ => return None,
        }
    }
    let scale = match mark {
        None => 0,
        // One group of three may be thousands.
        Some((at, _)) if at <= 3 && digits.len() - at == 4 && !digits.starts_with('0') => return None,
        Some((at, b)) => {
            told.comma |= b == b',';
            told.point |= b == b'.';
            short(digits.len() - at - 1)
        }
    };
    Some(MeasuredFigure {
        shape: FigureShape::Single(Decimal::new(number, scale).normalize()),
        unit,
        powered: false,
    })
}

fn parse(text: &str, mark: Option<DecimalMark>, told: &mut Evidence) -> Result<MeasuredFigure, NumberFault> {
    if let Some(figure) = plain_figure(text, told) {
        return Ok(figure);
    }
    read_whole(text, mark, told)
}

/// The long way, for figures written in any way there is.
fn read_whole(text: &str, mark: Option<DecimalMark>, told: &mut Evidence) -> Result<MeasuredFigure, NumberFault> {
    let text = plain_digits(crate::base::text::clean(text));
    let text = text.trim_start_matches(['\'', '’']).trim();
    if let Some(rest) = nothing(text) {
        return Ok(MeasuredFigure {
            shape: FigureShape::Single(Decimal::ZERO),
            unit: prose::unit(rest).0,
            powered: false,
        });
    }
    if is_clock(text) {
        return Err(NumberFault::Clock);
    }
    let (mut bound, rest) = take_lead(text);
    let (currency, rest) = take_currency(rest);
    let (first, rest) = take_number(rest, mark, currency, told)?;
    let (low, high, first_unit, tail) = match take_range(rest, mark, currency, told)? {
        Some(range) => (first, Some(range.second), range.unit, range.tail),
        None => (first, None, None, rest),
    };
    if bound.is_none() && high.is_none() && is_date(text) {
        return Err(NumberFault::NotFigure);
    }
    let shown = [Some(low.value), high.map(|h| h.value)];
    let (unit, behind) = take_unit(tail, shown)?;
    if let (None, None, Some(b)) = (bound, high, behind) {
        bound = Some(b);
    }
    let unit = match (currency || low.money || high.is_some_and(|h| h.money), first_unit, unit) {
        (true, ..) => Some("Rp".to_owned()),
        (false, Some(a), Some(b)) if measure::compare(&a, &b) != measure::SatuanLikeness::Same => {
            return Err(NumberFault::TwoFigures);
        }
        (false, a, b) => b.or(a),
    };
    let shape = match (bound, high) {
        (None, None) => FigureShape::Single(low.full()?),
        // "1 – 1,5 miliar": the power behind the second belongs to both.
        (None, Some(high)) => {
            let power = if low.power == 0 { high.power } else { low.power };
            FigureShape::Range(Number { power, ..low }.full()?, high.full()?)
        }
        (Some(OpenSide::Least), None) => FigureShape::AtLeast(low.full()?),
        (Some(OpenSide::Most), None) => FigureShape::AtMost(low.full()?),
        (Some(_), Some(_)) => return Err(NumberFault::TwoFigures),
    };
    Ok(MeasuredFigure {
        shape,
        unit,
        powered: low.power > 0 || high.is_some_and(|h| h.power > 0),
    })
}

/// Full-width digits as plain ones, and a fraction that is one sign (`½`, `1½`) in decimals.
fn plain_digits(text: Cow<'_, str>) -> Cow<'_, str> {
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
fn spaced(text: &str, currency: bool) -> Option<(String, &str)> {
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

/// "Nihil", with what there is none of behind it.
fn nothing(text: &str) -> Option<&str> {
    let rest = strip_word(text, "nihil").or_else(|| strip_word(text, "nol"))?;
    (!rest.bytes().any(|b| b.is_ascii_digit())).then(|| rest.trim_start_matches(['.', ' ']))
}

/// `00:20`, `1:30:00`: a clock. `1:20` may be a proportion and is none.
fn is_clock(text: &str) -> bool {
    let mut parts = text.split(':');
    let (Some(hour), Some(minute), third, None) = (parts.next(), parts.next(), parts.next(), parts.next()) else {
        return false;
    };
    let two = |t: &str| t.len() == 2 && t.bytes().all(|b| b.is_ascii_digit()) && t < "60";
    (1..=3).contains(&hour.len())
        && hour.bytes().all(|b| b.is_ascii_digit())
        && two(minute)
        && match third {
            Some(second) => two(second.get(..2).unwrap_or(second)),
            None => hour.len() <= 2 && hour.starts_with('0'),
        }
}

/// Something with separators that reads as a date.
fn is_date(text: &str) -> bool {
    text.bytes().any(|b| matches!(b, b'/' | b'-' | b' '))
        && text.len() <= 40
        && matches!(date::read_text(text), date::DateRead::Given(_))
}

/// Which side a bound leaves open.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum OpenSide {
    /// At least.
    Least,
    /// At most.
    Most,
}

/// Takes signs and words of a bound, and words that only lead in ("Rata-rata 2 jam"), off the front.
fn take_lead(text: &str) -> (Option<OpenSide>, &str) {
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

fn take_currency(text: &str) -> (bool, &str) {
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

pub(super) fn strip_prefix_ci<'a>(text: &'a str, prefix: &str) -> Option<&'a str> {
    let head = text.get(..prefix.len())?;
    head.eq_ignore_ascii_case(prefix).then(|| &text[prefix.len()..])
}

/// Takes a whole word (or words) off the front; what is left has no blank in front.
pub(super) fn strip_word<'a>(text: &'a str, word: &str) -> Option<&'a str> {
    let rest = strip_prefix_ci(text, word)?;
    (!rest.starts_with(char::is_alphanumeric)).then(|| rest.trim_start())
}

/// A figure with what stands directly behind it.
#[derive(Debug, Clone, Copy)]
struct Number {
    value: Decimal,
    /// Its power of ten: 6 for `juta`.
    power: u32,
    /// `rupiah` behind it.
    money: bool,
}

impl Number {
    /// Multiplied out.
    fn full(self) -> Result<Decimal, NumberFault> {
        if self.power == 0 {
            return Ok(self.value);
        }
        let unit = Decimal::from(10_u64.pow(self.power));
        self.value.checked_mul(unit).ok_or(NumberFault::TooLong).and_then(within)
    }
}

fn take_number<'a>(
    text: &'a str,
    mark: Option<DecimalMark>,
    currency: bool,
    told: &mut Evidence,
) -> Result<(Number, &'a str), NumberFault> {
    let (negative, body) = match text.strip_prefix(['-', '−']) {
        Some(rest) => (true, rest),
        None => (false, text.strip_prefix('+').unwrap_or(text)),
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
fn take_power(text: &str, currency: bool) -> (u32, bool, &str) {
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
fn digits_of(token: &str, mark: DecimalMark) -> Option<String> {
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

/// The second figure of a range.
struct Range<'a> {
    /// The unit between the two.
    unit: Option<String>,
    second: Number,
    tail: &'a str,
}

const DASHES: [char; 5] = ['-', '–', '—', '−', '~'];

fn take_range<'a>(
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
fn range_word(text: &str) -> Option<&str> {
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

/// The unit behind a figure with a bound that stands behind it ("3 hari maksimal"), or an error when
/// what stands there makes it no figure: a further number, a date, a formula.
fn take_unit(text: &str, shown: [Option<Decimal>; 2]) -> Result<(Option<String>, Option<OpenSide>), NumberFault> {
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

#[cfg(test)]
#[path = "number_tests.rs"]
mod tests;
