//! Exact figures: what stands between a cell and a predikat is never a binary float.
//!
//! Two types, each with one job:
//! * [`Decimal`]: a figure somebody can see, read from a cell or rounded at a stage of the law;
//! * [`Fraction`]: an exact fraction *inside* a stage, where dividing must not lose anything.
//!
//! A stage takes `Decimal`s, computes in `Fraction`, and rounds once, half up, to a `Decimal`
//! (`aturan.md` 1.7, "Exactness").

use std::cmp::Ordering;

use num_rational::Ratio;
use num_traits::{CheckedAdd, CheckedDiv, CheckedMul, CheckedSub, Signed, Zero};

use super::ids::index;

/// A decimal figure: at most 28 digits, no binary fraction.
pub use rust_decimal::Decimal;

/// An exact fraction. Every operation is checked; overflow is an error that a caller turns into
/// a finding, never a wrong figure.
///
/// Figures of a real SKP are small: they stay as they come (`SMALL`), because finding the greatest common
/// divisor costs more than all else. What is not small is kept in lowest terms, so that nothing overflows that need
/// not. The denominator is positive, and two fractions are equal where their values are.
#[derive(Debug, Clone, Copy)]
pub struct Fraction(Ratio<i128>);

/// Numerators and denominators below this are not reduced: a product of two, and a sum, is far from 128 bits.
const SMALL: i128 = 1 << 40;

/// The powers of ten that a decimal can have below its line.
const TENS: [i128; 29] = {
    let mut tens = [1; 29];
    let mut n = 1;
    while n < tens.len() {
        tens[n] = 10 * tens[n - 1];
        n += 1;
    }
    tens
};

/// A [`Fraction`] to keep: a small one, which nearly all are, takes half the room.
#[derive(Debug, Clone)]
pub struct KeptFraction(FractionRoom);

#[derive(Debug, Clone)]
enum FractionRoom {
    Narrow(i64, u32),
    Wide(Box<Fraction>),
}

impl KeptFraction {
    /// The fraction.
    pub fn get(&self) -> Fraction {
        match &self.0 {
            FractionRoom::Narrow(numer, denom) => Fraction(Ratio::new_raw((*numer).into(), (*denom).into())),
            FractionRoom::Wide(fraction) => **fraction,
        }
    }
}

impl PartialEq for KeptFraction {
    fn eq(&self, other: &Self) -> bool {
        self.get() == other.get()
    }
}

impl Eq for KeptFraction {}

impl From<Fraction> for KeptFraction {
    fn from(fraction: Fraction) -> Self {
        let (numer, denom) = fraction.as_is();
        Self(match (numer.try_into(), denom.try_into()) {
            (Ok(numer), Ok(denom)) => FractionRoom::Narrow(numer, denom),
            _ => FractionRoom::Wide(Box::new(fraction)),
        })
    }
}

/// Greatest common divisor by Stein's method.
const fn gcd(mut a: u64, mut b: u64) -> u64 {
    if a == 0 || b == 0 {
        return a | b;
    }
    let shift = (a | b).trailing_zeros();
    a >>= a.trailing_zeros();
    loop {
        b >>= b.trailing_zeros();
        if a > b {
            (a, b) = (b, a);
        }
        b -= a;
        if b == 0 {
            return a << shift;
        }
    }
}

/// Product; `None` on overflow. Two factors of 64 bits cannot, and need no check.
fn mul(a: i128, b: i128) -> Option<i128> {
    match (i64::try_from(a), i64::try_from(b)) {
        (Ok(a), Ok(b)) => Some(i128::from(a) * i128::from(b)),
        _ => i128::checked_mul(a, b),
    }
}

/// `numer / denom`; `denom` is positive.
fn fraction(numer: i128, denom: i128) -> Fraction {
    if denom == 1 || (denom < SMALL && -SMALL < numer && numer < SMALL) {
        return Fraction(Ratio::new_raw(numer, denom));
    }
    lowest(numer, denom)
}

/// `numer / denom` in lowest terms; `denom` is positive.
fn lowest(numer: i128, denom: i128) -> Fraction {
    if denom == 1 {
        return Fraction(Ratio::new_raw(numer, 1));
    }
    let (Ok(n), Ok(d)) = (u64::try_from(numer.unsigned_abs()), u64::try_from(denom)) else {
        return Fraction(Ratio::new(numer, denom));
    };
    let g = gcd(n, d);
    if g == 1 {
        return Fraction(Ratio::new_raw(numer, denom));
    }
    let n = i128::from(n / g);
    Fraction(Ratio::new_raw(if numer < 0 { -n } else { n }, i128::from(d / g)))
}

impl PartialEq for Fraction {
    fn eq(&self, other: &Self) -> bool {
        self.cmp(other).is_eq()
    }
}

impl Eq for Fraction {}

impl Ord for Fraction {
    fn cmp(&self, other: &Self) -> Ordering {
        let ((numer, denom), (other_numer, other_denom)) = (self.as_is(), other.as_is());
        match (mul(numer, other_denom), mul(other_numer, denom)) {
            (Some(left), Some(right)) => left.cmp(&right),
            _ => self.0.cmp(&other.0),
        }
    }
}

impl PartialOrd for Fraction {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

/// The figure does not fit the exact arithmetic (more than about 38 digits), or a divisor was 0.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum FigureError {
    /// Numerator or denominator left the range of 128 bits.
    #[error("angka di luar jangkauan hitungan")]
    Overflow,
    /// Division by zero.
    #[error("pembagi nol")]
    DivideByZero,
}

/// Result of an exact operation.
pub type Exact<T> = Result<T, FigureError>;

impl Fraction {
    /// Zero.
    pub const ZERO: Self = Self(Ratio::new_raw(0, 1));
    /// One.
    pub const ONE: Self = Self(Ratio::new_raw(1, 1));
    /// One hundred, for per cents.
    pub const HUNDRED: Self = Self(Ratio::new_raw(100, 1));

    /// A whole number.
    #[must_use]
    #[expect(clippy::as_conversions, reason = "wider, and `From` is not const")]
    pub const fn int(n: i64) -> Self {
        Self(Ratio::new_raw(n as i128, 1))
    }

    /// `numer / denom`.
    ///
    /// # Errors
    /// [`FigureError::DivideByZero`] when `denom` is 0.
    pub fn new(numer: i128, denom: i128) -> Exact<Self> {
        if denom == 0 {
            return Err(FigureError::DivideByZero);
        }
        if numer == i128::MIN || denom == i128::MIN {
            return Err(FigureError::Overflow);
        }
        Ok(Self(Ratio::new(numer, denom)))
    }

    /// Sum.
    ///
    /// # Errors
    /// [`FigureError::Overflow`].
    pub fn plus(self, other: Self) -> Exact<Self> {
        self.sum(*other.0.numer(), *other.0.denom())
            .or_else(|| self.lowest().0.checked_add(&other.lowest().0).map(Self))
            .ok_or(FigureError::Overflow)
    }

    /// Difference.
    ///
    /// # Errors
    /// [`FigureError::Overflow`].
    pub fn minus(self, other: Self) -> Exact<Self> {
        let negative = other.0.numer().checked_neg();
        negative
            .and_then(|n| self.sum(n, *other.0.denom()))
            .or_else(|| self.lowest().0.checked_sub(&other.lowest().0).map(Self))
            .ok_or(FigureError::Overflow)
    }

    /// Product.
    ///
    /// # Errors
    /// [`FigureError::Overflow`].
    pub fn times(self, other: Self) -> Exact<Self> {
        self.product(*other.0.numer(), *other.0.denom())
            .or_else(|| self.lowest().0.checked_mul(&other.lowest().0).map(Self))
            .ok_or(FigureError::Overflow)
    }

    /// Quotient.
    ///
    /// # Errors
    /// [`FigureError::DivideByZero`], [`FigureError::Overflow`].
    pub fn per(self, other: Self) -> Exact<Self> {
        if other.0.is_zero() {
            return Err(FigureError::DivideByZero);
        }
        let (n, d) = (*other.0.numer(), *other.0.denom());
        let turned = if n < 0 {
            n.checked_neg().zip(d.checked_neg())
        } else {
            Some((n, d))
        };
        turned
            .and_then(|(n, d)| self.product(d, n))
            .or_else(|| self.lowest().0.checked_div(&other.lowest().0).map(Self))
            .ok_or(FigureError::Overflow)
    }

    /// `self + n/d` the straight way; `None` where that overflows.
    fn sum(self, n: i128, d: i128) -> Option<Self> {
        let (own, own_d) = self.as_is();
        if own_d == d {
            return i128::checked_add(own, n).map(|n| fraction(n, d));
        }
        let numer = i128::checked_add(mul(own, d)?, mul(n, own_d)?)?;
        Some(fraction(numer, mul(own_d, d)?))
    }

    /// `self × n/d` the straight way, `d` positive; `None` where that overflows.
    fn product(self, n: i128, d: i128) -> Option<Self> {
        let (own, own_d) = self.as_is();
        Some(fraction(mul(own, n)?, mul(own_d, d)?))
    }

    /// `self / whole × 100`: the same as dividing and multiplying, in one step.
    ///
    /// # Errors
    /// [`FigureError::DivideByZero`], [`FigureError::Overflow`].
    pub fn percent_of(self, whole: Self) -> Exact<Self> {
        let ((n, d), (whole_n, whole_d)) = (self.as_is(), whole.as_is());
        if whole_n > 0
            && let Some(numer) = mul(n, whole_d).and_then(|n| mul(n, 100))
            && let Some(denom) = mul(d, whole_n)
        {
            return Ok(fraction(numer, denom));
        }
        self.per(whole)?.times(Self::HUNDRED)
    }

    /// Mean of the figures; an empty list has none (`DivideByZero`), never 0.
    ///
    /// # Errors
    /// [`FigureError::DivideByZero`] for an empty list, [`FigureError::Overflow`].
    pub fn mean(figures: impl IntoIterator<Item = Self>) -> Exact<Self> {
        let mut sum = Self::ZERO;
        let mut count = 0_i64;
        for figure in figures {
            sum = sum.plus(figure)?;
            count += 1;
        }
        sum.per(Self::int(count))
    }

    /// Rounds half up (away from zero on the positive axis; the law knows no negative results)
    /// to `digits` decimals.
    ///
    /// # Errors
    /// [`FigureError::Overflow`].
    pub fn round(self, digits: u32) -> Exact<Decimal> {
        let scale = *TENS.get(index(digits)).ok_or(FigureError::Overflow)?;
        let (numer, denom) = self.as_is();
        // floor(x * scale + 1/2) on integers: (2 * n * scale + d) div_floor (2 * d)
        let doubled = mul(numer, 2 * scale)
            .and_then(|n| i128::checked_add(n, denom))
            .ok_or(FigureError::Overflow)?;
        let divisor = mul(denom, 2).ok_or(FigureError::Overflow)?;
        if let (Ok(doubled), Ok(divisor)) = (i64::try_from(doubled), i64::try_from(divisor)) {
            let (mut rounded, mut digits) = (doubled.div_euclid(divisor), digits);
            while digits > 0 && rounded % 10 == 0 {
                rounded /= 10;
                digits -= 1;
            }
            return Ok(Decimal::new(rounded, digits));
        }
        let rounded = doubled.div_euclid(divisor);
        Decimal::try_from_i128_with_scale(rounded, digits)
            .map(|d| d.normalize())
            .map_err(|_| FigureError::Overflow)
    }

    /// True below zero.
    #[must_use]
    pub fn is_negative(self) -> bool {
        self.0.is_negative()
    }

    /// True at zero.
    #[must_use]
    pub fn is_zero(self) -> bool {
        self.0.is_zero()
    }

    /// Numerator and (positive) denominator in lowest terms.
    #[must_use]
    pub fn parts(self) -> (i128, i128) {
        self.lowest().as_is()
    }

    /// The same in lowest terms.
    fn lowest(self) -> Self {
        let (numer, denom) = self.as_is();
        lowest(numer, denom)
    }

    /// Numerator and (positive) denominator as they are kept.
    const fn as_is(self) -> (i128, i128) {
        (*self.0.numer(), *self.0.denom())
    }
}

impl From<Decimal> for Fraction {
    fn from(d: Decimal) -> Self {
        // A mantissa has 96 bits and a scale at most 28: both fit, so this cannot overflow.
        fraction(d.mantissa(), TENS[index(d.scale())])
    }
}

impl From<i64> for Fraction {
    fn from(n: i64) -> Self {
        Self::int(n)
    }
}

/// How two figures stand to each other, in a few steps where both are as small as those of an SKP are.
#[must_use]
pub fn compare(a: Decimal, b: Decimal) -> Ordering {
    let (more_a, more_b) = (b.scale().saturating_sub(a.scale()), a.scale().saturating_sub(b.scale()));
    match (i64::try_from(a.mantissa()), i64::try_from(b.mantissa())) {
        // 63 bits times 60 at most.
        (Ok(m), Ok(n)) if more_a.max(more_b) <= 18 => {
            let (m, n) = (i128::from(m) * TENS[index(more_a)], i128::from(n) * TENS[index(more_b)]);
            m.cmp(&n)
        }
        _ => a.cmp(&b),
    }
}

/// The decimal an Excel number stands for: the shortest that prints it (`aturan.md` 1.7).
/// `None` for what is no figure (infinite, NaN) or needs more than 28 digits.
#[must_use]
pub fn from_f64(value: f64) -> Option<Decimal> {
    if !value.is_finite() {
        return None;
    }
    // `{}` of a float is the shortest text that reads back as the same float.
    let text = format!("{value}");
    if text.trim_start_matches('-').len() > 29 {
        return None;
    }
    text.parse::<Decimal>().ok().map(|d| d.normalize())
}

/// A figure as staff write it: decimal comma, no thousands mark (`97,89`).
#[must_use]
pub fn with_comma(d: Decimal) -> String {
    let Ok(mut mantissa) = i64::try_from(d.mantissa()) else {
        return d.normalize().to_string().replace('.', ",");
    };
    let mut decimals = index(d.scale());
    while decimals > 0 && mantissa % 10 == 0 {
        mantissa /= 10;
        decimals -= 1;
    }
    let mut text = mantissa.to_string();
    if decimals > 0 {
        // A digit before the comma, at least.
        let sign = usize::from(mantissa < 0);
        let missing = (sign + decimals + 1).saturating_sub(text.len());
        text.insert_str(sign, &"0000000000000000000000000000"[..missing]);
        text.insert(text.len() - decimals, ',');
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_kept_fraction_is_the_same_and_takes_half_the_room() {
        let bounds = [
            0,
            1,
            i128::from(u32::MAX),
            1 << 32,
            i128::from(i64::MAX),
            i128::from(i64::MAX) + 1,
            1 << 100,
        ];
        for (numer, denom) in bounds.into_iter().flat_map(|n| [(n, 1), (-n, 3), (7, n.max(1))]) {
            let fraction = Fraction::new(numer, denom).unwrap();
            assert_eq!(KeptFraction::from(fraction).get(), fraction);
        }
        assert_eq!((size_of::<Fraction>(), size_of::<Option<KeptFraction>>()), (32, 16));
    }

    #[test]
    fn fractions_are_equal_where_their_values_are() {
        let half = Fraction::from(Decimal::new(50, 2));
        assert_eq!((half.as_is(), half.parts()), ((50, 100), (1, 2)));
        assert_eq!(half, Fraction::new(1, 2).unwrap());
        assert_eq!(KeptFraction::from(half), Fraction::new(1, 2).unwrap().into());
        // What is no longer small is brought to lowest terms, and so overflows no sooner.
        let large = (0..40).try_fold(half, |x, _| x.times(Fraction::new(50, 100)?)).unwrap();
        assert_eq!(large.parts(), (1, 1 << 41));
        assert_eq!(half.plus(Fraction::new(i128::MAX / 2, 2).unwrap()).unwrap().parts().1, 1);
    }

    #[test]
    fn rounds_half_up_on_exact_ties() {
        let tie = Fraction::new(175, 2).unwrap(); // 87.5
        assert_eq!(tie.round(0).unwrap(), Decimal::from(88));
        let third = Fraction::new(200, 3).unwrap();
        assert_eq!(third.round(2).unwrap().to_string(), "66.67");
        assert_eq!(Fraction::new(1, 200).unwrap().round(2).unwrap().to_string(), "0.01");
    }

    #[test]
    fn the_quick_way_gives_what_the_general_one_gives() {
        let parts: [i128; 12] = [-7, -1, 0, 1, 2, 3, 10, 99, 120, 1 << 40, i128::from(u64::MAX), 1 << 70];
        let all: Vec<Fraction> = parts
            .iter()
            .flat_map(|n| parts.iter().filter(|d| **d > 0).map(|d| Fraction::new(*n, *d).unwrap()))
            .collect();
        for a in &all {
            for b in &all {
                assert_eq!(a.plus(*b).ok(), a.0.checked_add(&b.0).map(Fraction), "{a:?} + {b:?}");
                assert_eq!(a.minus(*b).ok(), a.0.checked_sub(&b.0).map(Fraction), "{a:?} - {b:?}");
                assert_eq!(a.times(*b).ok(), a.0.checked_mul(&b.0).map(Fraction), "{a:?} * {b:?}");
                assert_eq!(a.cmp(b), a.0.cmp(&b.0), "{a:?} {b:?}");
                if !b.is_zero() {
                    let general = a.per(*b).and_then(|x| x.times(Fraction::HUNDRED));
                    if general.is_ok() {
                        assert_eq!(a.percent_of(*b), general);
                    }
                    assert_eq!(a.per(*b).ok(), a.0.checked_div(&b.0).map(Fraction), "{a:?} / {b:?}");
                }
            }
            if let (Ok(two), Ok(none)) = (a.round(2), a.round(0)) {
                let half = Fraction::new(1, 200).unwrap();
                let down = a.minus(Fraction::from(two)).unwrap();
                assert!(down < half && down >= half.times(Fraction::int(-1)).unwrap(), "{a:?} → {two}");
                assert_eq!(none.scale(), 0);
                assert_eq!(two, two.normalize());
            }
        }
    }

    #[test]
    fn figures_compare_as_decimals_do() {
        let parts = [0, 1, 9, 10, 100, 9789, i64::MAX.into(), i128::from(i64::MAX) + 1, 1 << 90];
        let all = || {
            let digits = [0, 1, 2, 18, 19, 28];
            let both = parts.into_iter().flat_map(|m| [m, -m]);
            both.flat_map(move |m| digits.map(|s| Decimal::from_i128_with_scale(m, s)))
        };
        for (a, b) in all().flat_map(|a| all().map(move |b| (a, b))) {
            assert_eq!(compare(a, b), a.cmp(&b), "{a} {b}");
        }
    }

    #[test]
    fn a_figure_is_written_with_a_comma() {
        let parts = [
            0,
            1,
            9,
            10,
            12,
            100,
            105,
            9789,
            120_000,
            i64::MAX.into(),
            i128::from(i64::MAX) + 1,
            1 << 90,
        ];
        for (mantissa, scale) in parts.into_iter().flat_map(|m| (0..=28).flat_map(move |s| [(m, s), (-m, s)])) {
            let figure = Decimal::from_i128_with_scale(mantissa, scale);
            assert_eq!(with_comma(figure), figure.normalize().to_string().replace('.', ","));
        }
    }

    #[test]
    fn an_excel_number_is_its_shortest_decimal() {
        assert_eq!(from_f64(0.85).unwrap().to_string(), "0.85");
        assert_eq!(from_f64(89.999_999_999_999_99).unwrap().to_string(), "89.99999999999999");
        assert_eq!(from_f64(f64::NAN), None);
    }

    #[test]
    fn an_empty_mean_is_an_error_not_zero() {
        assert_eq!(Fraction::mean([]), Err(FigureError::DivideByZero));
    }
}
