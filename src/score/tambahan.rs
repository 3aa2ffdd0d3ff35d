//! Points of a kinerja tambahan (`aturan.md` 1.5): `pct/100 × lingkup/100 × nilai`, each task
//! rounded, their sum capped per posting.

use crate::base::figure::{Desimal, Rasio, with_comma};
use crate::model::RencanaHasilKerja;
use crate::rules::Tambahan;
use crate::score::result::{HasilRhk, Reason};
use crate::score::trace::{Step, Trace};
use crate::score::worker::Worker;

/// Points of one task; `None` while its nilai or its lingkup is not known.
pub fn poin<T: Trace>(k: &mut Worker<'_, T>, aturan: &Tambahan, rhk: &RencanaHasilKerja, hasil: &HasilRhk) -> Option<Desimal> {
    let Some(lingkup) = rhk.lingkup.or_default(1).and_then(|l| aturan.lingkup(l)) else {
        k.catatan.sebab(Reason::RhkTidakLengkap);
        return None;
    };
    let (nilai, kategori) = (hasil.nilai?, hasil.kategori?);
    let pct = aturan.persen_tambahan.used(&mut k.pakai).untuk(kategori);
    let digits = k.aturan.pembulatan.pembulatan_nilai.used(&mut k.pakai).tertimbang;
    let faktor = *lingkup.used(&mut k.pakai);
    let poin = Rasio::from(pct)
        .times(Rasio::from(faktor))
        .and_then(|x| x.times(Rasio::from(nilai)))
        .and_then(|x| x.per(Rasio::int(10_000)))
        .and_then(|x| x.round(digits));
    let poin = k.exact(poin, rhk.at)?;
    let label = k.aturan.label(kategori);
    k.trace.leaf(|| {
        Step::new(format!("Poin kinerja tambahan RHK {} ({label})", rhk.kode))
            .rumus(format!(
                "{} / 100 × {} / 100 × {}",
                with_comma(pct),
                with_comma(faktor),
                with_comma(nilai)
            ))
            .angka(Some(poin))
            .bulat(digits)
            .sel(rhk.lingkup.at)
            .dasar(&aturan.persen_tambahan)
    });
    Some(poin)
}
