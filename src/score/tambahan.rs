//! Points of a kinerja tambahan (`aturan.md` 1.5): `pct/100 × lingkup/100 × nilai`, each task
//! rounded, their sum capped per posting.

use crate::base::figure::{Decimal, Fraction, with_comma};
use crate::model::vocab::Predikat;
use crate::model::{Indikator, RencanaHasilKerja};
use crate::rules::{Konversi, Tambahan, Usage};
use crate::score::result::{HasilIndikator, HasilRhk, Reason};
use crate::score::trace::{Step, Trace};
use crate::score::worker::Worker;

/// Points of one task; `None` while its nilai or its lingkup is not known. `konversi` is that of a JPT,
/// whose nilai come from it; `None` for everybody else.
pub fn poin<T: Trace>(
    k: &mut Worker<'_, T>,
    aturan: &Tambahan,
    konversi: Option<&Konversi>,
    rhk: &RencanaHasilKerja,
    hasil: &HasilRhk,
) -> Option<Decimal> {
    let Some(lingkup) = rhk.detail.lingkup.or_default(1).and_then(|l| aturan.lingkup(l)) else {
        k.catatan.because(Reason::RhkTidakLengkap);
        return None;
    };
    let (nilai, kategori) = (hasil.nilai?, kategori(&mut k.usage, konversi, rhk, hasil)?);
    let percent = aturan.persen_tambahan.used(&mut k.usage).untuk(kategori);
    let digits = k.aturan.pembulatan.pembulatan_nilai.used(&mut k.usage).tertimbang;
    let factor = *lingkup.used(&mut k.usage);
    let poin = Fraction::from(percent)
        .times(Fraction::from(factor))
        .and_then(|x| x.times(Fraction::from(nilai)))
        .and_then(|x| x.per(Fraction::int(10_000)))
        .and_then(|x| x.round(digits));
    let poin = k.exact(poin, rhk.at)?;
    let label = k.aturan.label(kategori);
    k.trace.leaf(|| {
        Step::new(format!("Poin kinerja tambahan RHK {} ({label})", rhk.kode))
            .formula(format!(
                "{} / 100 × {} / 100 × {}",
                with_comma(percent),
                with_comma(factor),
                with_comma(nilai)
            ))
            .angka(Some(poin))
            .rounded(digits)
            .cell(rhk.detail.lingkup.at(rhk.at))
            .basis(&aturan.persen_tambahan)
    });
    Some(poin)
}

/// Kategori of a task. Of a JPT whose every IKI is right on a target that is the maximum attainable it
/// is Sangat Baik, as its nilai says (8/2021 Lampiran p. 93 (i)), though its capaian is that of Baik.
fn kategori(usage: &mut Usage, konversi: Option<&Konversi>, rhk: &RencanaHasilKerja, hasil: &HasilRhk) -> Option<Predikat> {
    let by_capaian = hasil.kategori?;
    let Some(konversi) = konversi else { return Some(by_capaian) };
    let full = |(ind, h): (&Indikator, &HasilIndikator)| {
        let on_target = |c| konversi.jpt_baik.when(usage, |b| b.holds(c)).is_some();
        h.capaian.is_some_and(on_target) && ind.detail.target_maksimal.or_default(false) == Some(true)
    };
    let all = !hasil.indikator.is_empty() && rhk.indikator.iter().zip(&hasil.indikator).all(full);
    Some(if all { Predikat::SangatBaik } else { by_capaian })
}
