//! Figures as Indonesian staff write them: `1.234,56`, `12 dokumen`, `80 – 90 %`, `≥ 85`,
//! `Rp 1,25 Miliar`, `10 hari kerja berdasarkan …` (`masukan.md` sections 2 and 2b.10).
//!
//! A figure that can be read two ways (`1.234`) is settled by money or a power of ten beside it, by
//! the other text cells of its column, and by nothing else: see [`Evidence`]. What they cannot settle
//! is [`NumberFault::Ambiguous`]; a cell with two different figures is [`NumberFault::TwoFigures`].

mod around;
mod digits;
mod range;

use std::borrow::Cow;

use super::{date, measure, prose};
use crate::base::figure::{Decimal, from_f64};
use crate::base::ids::short;
pub(super) use around::{OpenSide, strip_word};
use around::{take_currency, take_lead, take_unit};
use digits::{Number, plain_digits, take_number};
use range::take_range;

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
    let text = below_zero(text);
    let text = text.as_ref();
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

/// A figure in brackets and nothing else, as accounts write one below zero, with its sign.
fn below_zero(text: &str) -> Cow<'_, str> {
    let inside = text.strip_prefix('(').and_then(|t| t.strip_suffix(')'));
    let is_figure = |t: &&str| {
        t.starts_with(|c: char| c.is_ascii_digit()) && t.bytes().all(|b| b.is_ascii_digit() || matches!(b, b'.' | b',' | b'%'))
    };
    inside
        .filter(is_figure)
        .map_or(Cow::Borrowed(text), |t| Cow::Owned(format!("-{t}")))
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

#[cfg(test)]
mod tests;
