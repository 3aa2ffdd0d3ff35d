//! Nilai kinerja utama of a posting: the mean of its RHK utama, of a JPT by the two groups of IKI (`aturan.md` 1.3–1.6).

use crate::base::figure::{Decimal, Fraction, with_comma};
use crate::model::RencanaHasilKerja;
use crate::model::vocab::Kelompok;
use crate::rules::Konversi;
use crate::score::kaskade;
use crate::score::result::{HasilRhk, Reason};
use crate::score::rhk::Method;
use crate::score::skp::Frame;
use crate::score::trace::{Step, Trace, display};
use crate::score::worker::{Worker, weighted_average};

/// Adds up the RHK utama of a posting.
pub(super) struct Utama {
    method: Method,
    pub(super) count: u32,
    pub(super) failed: bool,
    sum: Fraction,
    /// JPT: sum and count of the IKI of group 1 and 2.
    kelompok: [(Decimal, u32); 2],
}

impl Utama {
    pub(super) fn new(method: Method) -> Self {
        Self {
            method,
            count: 0,
            failed: false,
            sum: Fraction::ZERO,
            kelompok: [(Decimal::ZERO, 0); 2],
        }
    }

    pub(super) fn push_more<T: Trace>(
        &mut self,
        k: &mut Worker<'_, T>,
        r: &Frame<'_>,
        data: &RencanaHasilKerja,
        hasil: &mut HasilRhk,
    ) {
        self.count += 1;
        let figure = match (self.method, &r.numerik.konversi) {
            (Method::Interpolated, Some(konversi)) => {
                self.iki(k, konversi, data, hasil);
                return;
            }
            (Method::Matriks, Some(konversi)) => {
                hasil.weighted_nilai = kaskade::weighted(k, konversi, data, hasil, r.all);
                hasil.weighted_nilai
            }
            _ => hasil.nilai,
        };
        match figure.and_then(|x| k.exact(self.sum.plus(Fraction::from(x)), data.at)) {
            Some(s) => self.sum = s,
            None => self.failed = true,
        }
    }

    /// The nilai of each IKI goes to the group of its kelompok (`aturan.md` 1.3).
    fn iki<T: Trace>(&mut self, k: &mut Worker<'_, T>, konversi: &Konversi, data: &RencanaHasilKerja, hasil: &HasilRhk) {
        if hasil.indikator.is_empty() || data.doubled {
            self.failed = true;
        }
        let kelompok_jpt = konversi.kelompok_jpt.used(&mut k.usage);
        for (ind, h) in data.indikator.iter().zip(&hasil.indikator) {
            let Some(kelompok) = ind.detail.kelompok.or_default(Kelompok::PerjanjianKinerja) else {
                k.catatan.because(Reason::RhkTidakLengkap);
                self.failed = true;
                continue;
            };
            let (sum, n) = &mut self.kelompok[usize::from(!kelompok_jpt.pertama(kelompok))];
            *n += 1;
            match h.nilai().and_then(|x| sum.checked_add(x)) {
                Some(s) => *sum = s,
                None => self.failed = true,
            }
        }
    }

    pub(super) fn nilai<T: Trace>(&self, k: &mut Worker<'_, T>, r: &Frame<'_>) -> Option<Decimal> {
        if self.failed || self.count == 0 {
            return None;
        }
        let kinerja = &r.numerik.kinerja;
        kinerja.nilai_kinerja_utama.used(&mut k.usage);
        if let (Method::Interpolated, Some(konversi)) = (self.method, &r.numerik.konversi) {
            return self.nilai_jpt(k, r, konversi);
        }
        let n = self.count;
        let mean = self
            .sum
            .per(Fraction::int(i64::from(n)))
            .and_then(|m| m.round(r.digits.utama));
        let nilai = k.exact(mean, r.pegawai.at)?;
        k.trace.leaf(|| {
            Step::new("Nilai kinerja utama")
                .formula(format!("{} / {n} RHK utama", display(self.sum)))
                .angka(Some(nilai))
                .rounded(r.digits.utama)
                .basis(&kinerja.nilai_kinerja_utama)
        });
        Some(nilai)
    }

    /// 60 % of the mean of group 1 and 40 % of group 2; 100 % of the only one present.
    fn nilai_jpt<T: Trace>(&self, k: &mut Worker<'_, T>, r: &Frame<'_>, konversi: &Konversi) -> Option<Decimal> {
        let both = self.kelompok.iter().all(|(_, n)| *n > 0);
        let weights = konversi.bobot_kelompok_jpt.used_if(&mut k.usage, both);
        let pairs = || {
            self.kelompok
                .into_iter()
                .zip([weights.pertama, weights.kedua])
                .filter(|((_, n), _)| *n > 0)
        };
        let mean = weighted_average(pairs().map(|((sum, n), w)| {
            let mean = Fraction::from(sum).per(Fraction::int(i64::from(n)))?;
            Ok((mean, if both { Fraction::from(w) } else { Fraction::ONE }))
        }));
        let nilai = k.exact(mean.and_then(|m| m.round(r.digits.utama)), r.pegawai.at)?;
        k.trace.leaf(|| {
            let section: Vec<String> = pairs()
                .map(|((sum, n), w)| {
                    let mean = format!("{} / {n} IKI", with_comma(sum));
                    if both {
                        format!("{} / 100 × ({mean})", with_comma(w))
                    } else {
                        mean
                    }
                })
                .collect();
            let step = Step::new("Nilai kinerja utama (JPT/pimpinan unit mandiri)")
                .formula(section.join(" + "))
                .angka(Some(nilai))
                .rounded(r.digits.utama);
            if both {
                step.basis(&konversi.bobot_kelompok_jpt)
            } else {
                step.basis(&konversi.kelompok_jpt)
                    .catatan("hanya satu kelompok yang ada: dihitung 100%")
            }
        });
        Some(nilai)
    }
}
