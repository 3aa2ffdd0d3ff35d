//! Capaian of an indicator in per cent (`aturan.md` 1.1; PermenPANRB 8/2021 Lampiran p. 91, 100).

use crate::base::figure::{Decimal, Exact, Fraction};
use crate::model::TargetNilai;
use crate::model::vocab::Arah;
use crate::rules::Capaian as AturanCapaian;
use crate::rules::Usage;

/// What the realisasi is measured against.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Benchmark {
    /// This figure: the target, or the end of the range that the realisasi passed.
    Against(Decimal),
    /// Nothing: the realisasi lies inside the range.
    WithinRange,
}

/// A capaian before and after cap, floor and rounding.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Capaian {
    /// What it was measured against.
    pub yardstick: Benchmark,
    /// Direction that was used.
    pub arah: Arah,
    /// As computed.
    pub raw: Fraction,
    /// Capped, floored and rounded: the printed figure.
    pub nilai: Decimal,
}

/// A target that no realisasi can be measured against.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TargetFault {
    /// It is 0.
    Zero,
    /// Negative, the lower bound above the upper, or a divisor of 0 in a range.
    Odd,
}

/// Why a target gives no capaian, whatever the realisasi; `Ok` otherwise.
///
/// # Errors
/// Which of the two faults.
pub fn check_target(target: TargetNilai) -> Result<(), TargetFault> {
    let positive = |x: Decimal| {
        if x.is_zero() {
            Err(TargetFault::Zero)
        } else if x.is_sign_negative() {
            Err(TargetFault::Odd)
        } else {
            Ok(())
        }
    };
    match target {
        TargetNilai::Single(x) | TargetNilai::AtLeast(x) | TargetNilai::AtMost(x) => positive(x),
        TargetNilai::Range(lo, hi) => {
            if lo > hi || (lo.is_sign_negative() && !lo.is_zero()) {
                return Err(TargetFault::Odd);
            }
            // Only `hi` can become the divisor when `lo` is 0: no realisasi lies below 0.
            positive(hi)
        }
    }
}

/// What the realisasi is measured against, and in which direction. The sign of a one-sided target
/// wins over `arah`; that they contradict is a finding of its own.
pub fn yardstick(realisasi: Fraction, target: TargetNilai, arah: Arah) -> (Benchmark, Arah) {
    match target {
        TargetNilai::Single(x) => (Benchmark::Against(x), arah),
        TargetNilai::AtLeast(x) => (Benchmark::Against(x), Arah::Naik),
        TargetNilai::AtMost(x) => (Benchmark::Against(x), Arah::Turun),
        TargetNilai::Range(lo, hi) => {
            if realisasi > Fraction::from(hi) {
                (Benchmark::Against(hi), arah)
            } else if realisasi < Fraction::from(lo) {
                (Benchmark::Against(lo), arah)
            } else {
                (Benchmark::WithinRange, arah)
            }
        }
    }
}

/// Computes the capaian. The target has passed [`check_target`] and the realisasi is not negative.
///
/// # Errors
/// [`crate::base::figure::FigureError`] when the figures leave the exact range.
pub fn compute(
    aturan: &AturanCapaian,
    realisasi: Fraction,
    target: TargetNilai,
    arah: Arah,
    usage: &mut Usage,
) -> Exact<Capaian> {
    if matches!(target, TargetNilai::AtLeast(_) | TargetNilai::AtMost(_)) {
        aturan.target_satu_sisi.used(usage);
    }
    if matches!(target, TargetNilai::Range(..)) {
        aturan.rumus_rentang.used(usage);
    }
    let (yardstick, arah) = yardstick(realisasi, target, arah);
    let raw = match yardstick {
        Benchmark::WithinRange => Fraction::from(*aturan.capaian_dalam_rentang.used(usage)),
        Benchmark::Against(t) => {
            let persen = realisasi.percent_of(Fraction::from(t))?;
            match arah {
                Arah::Naik => {
                    aturan.rumus_naik.used(usage);
                    persen
                }
                // (1 + (1 − r/t)) × 100 = 200 − r/t × 100
                Arah::Turun => {
                    aturan.rumus_turun.used(usage);
                    Fraction::HUNDRED.plus(Fraction::HUNDRED)?.minus(persen)?
                }
            }
        }
    };
    let nilai = if let Some(&upper) = aturan.batas_atas.when(usage, |&b| raw > Fraction::from(b)) {
        upper
    } else if let Some(&lower) = aturan.batas_bawah.when(usage, |&b| raw < Fraction::from(b)) {
        lower
    } else {
        raw.round(aturan.pembulatan_capaian.used(usage).0)?
    };
    Ok(Capaian {
        yardstick,
        arah,
        raw,
        nilai,
    })
}

#[cfg(test)]
mod tests {
    use super::super::uji::d;
    use super::*;
    use crate::rules::Aturan;

    #[test]
    fn the_ends_of_a_range_lie_within_it() {
        let range = TargetNilai::Range(d("80"), d("90"));
        let at = |x: i64| yardstick(Fraction::int(x), range, Arah::Naik).0;
        assert_eq!([at(80), at(85), at(90)], [Benchmark::WithinRange; 3]);
        assert_eq!((at(79), at(91)), (Benchmark::Against(d("80")), Benchmark::Against(d("90"))));
    }

    #[test]
    fn only_what_a_target_asks_for_counts_as_used() {
        let aturan = Aturan::latest("pp-30-2019").unwrap();
        let used = |target| {
            let mut usage = Usage::new();
            compute(&aturan.capaian, Fraction::int(90), target, Arah::Naik, &mut usage).unwrap();
            let all = aturan.used(&usage);
            ["target_satu_sisi", "rumus_rentang", "capaian_dalam_rentang"].map(|k| all.iter().any(|p| p.key == k))
        };
        assert_eq!(used(TargetNilai::Single(d("100"))), [false, false, false]);
        assert_eq!(used(TargetNilai::AtLeast(d("100"))), [true, false, false]);
        assert_eq!(used(TargetNilai::Range(d("80"), d("100"))), [false, true, true]);
        assert_eq!(used(TargetNilai::Range(d("95"), d("100"))), [false, true, false]);
    }

    #[test]
    fn a_capaian_right_at_a_limit_is_not_limited() {
        let aturan = Aturan::latest("pp-30-2019").unwrap();
        let used = |realisasi: i64, arah| {
            let mut usage = Usage::new();
            let target = TargetNilai::Single(d("100"));
            compute(&aturan.capaian, Fraction::int(realisasi), target, arah, &mut usage).unwrap();
            let all = aturan.used(&usage);
            ["batas_atas", "batas_bawah"].map(|k| all.iter().any(|p| p.key == k))
        };
        assert_eq!(used(120, Arah::Naik), [false, false]);
        assert_eq!(used(121, Arah::Naik), [true, false]);
        assert_eq!(used(200, Arah::Turun), [false, false]);
        assert_eq!(used(201, Arah::Turun), [false, true]);
    }
}
