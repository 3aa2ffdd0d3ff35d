//! Capaian of an indicator in per cent (`aturan.md` 1.1; PermenPANRB 8/2021 Lampiran p. 91, 100).

use crate::base::figure::{Desimal, Exact, Rasio};
use crate::model::TargetNilai;
use crate::model::vocab::Arah;
use crate::rules::Capaian as AturanCapaian;
use crate::rules::Usage;

/// What the realisasi is measured against.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Benchmark {
    /// This figure: the target, or the end of the range that the realisasi passed.
    Terhadap(Desimal),
    /// Nothing: the realisasi lies inside the range.
    DalamRentang,
}

/// A capaian before and after cap, floor and rounding.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Capaian {
    /// What it was measured against.
    pub patokan: Benchmark,
    /// Direction that was used.
    pub arah: Arah,
    /// As computed.
    pub mentah: Rasio,
    /// Capped, floored and rounded: the printed figure.
    pub nilai: Desimal,
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
    let positive = |x: Desimal| {
        if x.is_zero() {
            Err(TargetFault::Zero)
        } else if x.is_sign_negative() {
            Err(TargetFault::Odd)
        } else {
            Ok(())
        }
    };
    match target {
        TargetNilai::Tunggal(x) | TargetNilai::Minimal(x) | TargetNilai::Maksimal(x) => positive(x),
        TargetNilai::Rentang(lo, hi) => {
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
pub fn patokan(realisasi: Rasio, target: TargetNilai, arah: Arah) -> (Benchmark, Arah) {
    match target {
        TargetNilai::Tunggal(x) => (Benchmark::Terhadap(x), arah),
        TargetNilai::Minimal(x) => (Benchmark::Terhadap(x), Arah::Naik),
        TargetNilai::Maksimal(x) => (Benchmark::Terhadap(x), Arah::Turun),
        TargetNilai::Rentang(lo, hi) => {
            if realisasi > Rasio::from(hi) {
                (Benchmark::Terhadap(hi), arah)
            } else if realisasi < Rasio::from(lo) {
                (Benchmark::Terhadap(lo), arah)
            } else {
                (Benchmark::DalamRentang, arah)
            }
        }
    }
}

/// Computes the capaian. The target has passed [`check_target`] and the realisasi is not negative.
///
/// # Errors
/// [`crate::base::figure::FigureError`] when the figures leave the exact range.
pub fn compute(aturan: &AturanCapaian, realisasi: Rasio, target: TargetNilai, arah: Arah, pakai: &mut Usage) -> Exact<Capaian> {
    if matches!(target, TargetNilai::Minimal(_) | TargetNilai::Maksimal(_)) {
        aturan.target_satu_sisi.used(pakai);
    }
    if matches!(target, TargetNilai::Rentang(..)) {
        aturan.rumus_rentang.used(pakai);
    }
    let (patokan, arah) = patokan(realisasi, target, arah);
    let mentah = match patokan {
        Benchmark::DalamRentang => Rasio::from(*aturan.capaian_dalam_rentang.used(pakai)),
        Benchmark::Terhadap(t) => {
            let persen = realisasi.percent_of(Rasio::from(t))?;
            match arah {
                Arah::Naik => {
                    aturan.rumus_naik.used(pakai);
                    persen
                }
                // (1 + (1 − r/t)) × 100 = 200 − r/t × 100
                Arah::Turun => {
                    aturan.rumus_turun.used(pakai);
                    Rasio::HUNDRED.plus(Rasio::HUNDRED)?.minus(persen)?
                }
            }
        }
    };
    let (atas, bawah) = (aturan.batas_atas.nilai, aturan.batas_bawah.nilai);
    let nilai = if mentah > Rasio::from(atas) {
        *aturan.batas_atas.used(pakai)
    } else if mentah < Rasio::from(bawah) {
        *aturan.batas_bawah.used(pakai)
    } else {
        mentah.round(aturan.pembulatan_capaian.used(pakai).0)?
    };
    Ok(Capaian {
        patokan,
        arah,
        mentah,
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
        let rentang = TargetNilai::Rentang(d("80"), d("90"));
        let di = |x: i64| patokan(Rasio::int(x), rentang, Arah::Naik).0;
        assert_eq!([di(80), di(85), di(90)], [Benchmark::DalamRentang; 3]);
        assert_eq!((di(79), di(91)), (Benchmark::Terhadap(d("80")), Benchmark::Terhadap(d("90"))));
    }

    #[test]
    fn a_capaian_right_at_a_limit_is_not_limited() {
        let aturan = Aturan::latest("pp-30-2019").unwrap();
        let dipakai = |realisasi: i64, arah| {
            let mut pakai = Usage::new();
            let target = TargetNilai::Tunggal(d("100"));
            compute(&aturan.capaian, Rasio::int(realisasi), target, arah, &mut pakai).unwrap();
            let semua = aturan.dipakai(&pakai);
            ["batas_atas", "batas_bawah"].map(|k| semua.iter().any(|p| p.kunci == k))
        };
        assert_eq!(dipakai(120, Arah::Naik), [false, false]);
        assert_eq!(dipakai(121, Arah::Naik), [true, false]);
        assert_eq!(dipakai(200, Arah::Turun), [false, false]);
        assert_eq!(dipakai(201, Arah::Turun), [false, true]);
    }
}
