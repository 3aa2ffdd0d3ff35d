//! Nilai kinerja tambahan of a posting: the sum of its poin, or the mean of its tasks (`aturan.md` 1.5).

use crate::base::figure::{Decimal, Fraction, with_comma};
use crate::model::RencanaHasilKerja;
use crate::rules::values::TambahanMethod;
use crate::score::result::HasilRhk;
use crate::score::rhk::Method;
use crate::score::skp::Frame;
use crate::score::tambahan;
use crate::score::trace::{Step, Trace};
use crate::score::worker::Worker;

/// Adds up the kinerja tambahan of a posting.
pub(super) struct Poin {
    method: Method,
    pub(super) count: u32,
    failed: bool,
    sum: Option<Fraction>,
}

impl Poin {
    pub(super) fn new(method: Method) -> Self {
        Self {
            method,
            count: 0,
            failed: false,
            sum: None,
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
        let aturan = &r.numerik.tambahan;
        let figure = match aturan.kinerja_tambahan.used(&mut k.usage) {
            TambahanMethod::Tambah => {
                let konversi = r.numerik.konversi.as_ref().filter(|_| self.method == Method::Interpolated);
                hasil.weighted_nilai = tambahan::poin(k, aturan, konversi, data, hasil);
                hasil.weighted_nilai
            }
            TambahanMethod::Bobot { .. } => hasil.nilai,
        };
        let sum = self.sum.unwrap_or(Fraction::ZERO);
        match figure.and_then(|x| k.exact(sum.plus(Fraction::from(x)), data.at)) {
            Some(s) => self.sum = Some(s),
            None => self.failed = true,
        }
    }

    pub(super) fn nilai<T: Trace>(&self, k: &mut Worker<'_, T>, r: &Frame<'_>) -> Option<Decimal> {
        if self.failed {
            return None;
        }
        let Some(sum) = self.sum else { return Some(Decimal::ZERO) };
        let aturan = &r.numerik.tambahan;
        let digits = r.digits.tambahan;
        let (raw, cap) = match aturan.kinerja_tambahan.used(&mut k.usage) {
            TambahanMethod::Tambah => (sum.round(digits), true),
            TambahanMethod::Bobot { .. } => (
                sum.per(Fraction::int(i64::from(self.count))).and_then(|m| m.round(digits)),
                false,
            ),
        };
        let full = k.exact(raw, r.pegawai.at)?;
        let limit = aturan.batas_tambahan.when(&mut k.usage, |&b| cap && full > b);
        let nilai = limit.copied().unwrap_or(full);
        k.trace.leaf(|| {
            let step = Step::new("Nilai kinerja tambahan").angka(Some(nilai)).rounded(digits);
            let step = if cap {
                step.formula(format!("jumlah poin {} tugas", self.count))
                    .basis(&aturan.batas_tambahan)
            } else {
                step.formula(format!("rata-rata {} tugas", self.count))
                    .basis(&aturan.kinerja_tambahan)
            };
            if nilai < full {
                step.catatan(format!("{} dibatasi paling tinggi {}", with_comma(full), with_comma(nilai)))
            } else {
                step
            }
        });
        Some(nilai)
    }
}
