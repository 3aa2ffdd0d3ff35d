//! Angka kredit of a JF (Peraturan BKN 3/2023; `aturan.md` 3): `bulan/12 × pct × koefisien`, the
//! sum over his JF postings of their months, rounded once.

use crate::base::figure::{Desimal, Exact, Rasio, with_comma};
use crate::model::Pegawai;
use crate::model::vocab::{JenisJabatan, Predikat, Word};
use crate::score::posting::Masa;
use crate::score::trace::{Step, Trace};
use crate::score::worker::Worker;

/// The angka kredit; `None` for everybody whose last posting is no JF with a known jenjang, and for
/// somebody of whose earlier JF posting the jenjang is not known: a sum without it would be a guess.
pub fn angka_kredit<T: Trace>(
    k: &mut Worker<'_, T>,
    pegawai: &Pegawai,
    masa: &Masa,
    terakhir: usize,
    predikat: Predikat,
) -> Option<Desimal> {
    let jf = |i: usize| pegawai.posting[i].jenis_jabatan.get() == Some(&JenisJabatan::Fungsional);
    if !jf(terakhir) || pegawai.posting[terakhir].jenjang.get().is_none() {
        return None;
    }
    let aturan = &k.aturan.angka_kredit;
    let pct = aturan.persen_angka_kredit.used(&mut k.pakai).untuk(predikat);
    let setahun = i64::from(*aturan.bulan_setahun.used(&mut k.pakai));
    let koefisien = aturan.koefisien_angka_kredit.used(&mut k.pakai);
    let digits = k.aturan.pembulatan.pembulatan_angka_kredit.used(&mut k.pakai).0;
    let terhitung = || masa.bagian.iter().filter(|b| b.bulan > 0 && jf(b.posting));
    let mut sum: Exact<Rasio> = Ok(Rasio::ZERO);
    for b in terhitung() {
        let jenjang = *pegawai.posting[b.posting].jenjang.get()?;
        sum = sum.and_then(|s| {
            let bagian = Rasio::from(koefisien.untuk(jenjang)).times(Rasio::int(i64::from(b.bulan)))?;
            s.plus(bagian)
        });
    }
    let nilai = sum
        .and_then(|s| s.times(Rasio::from(pct)))
        .and_then(|s| s.per(Rasio::int(setahun * 100)))
        .and_then(|s| s.round(digits));
    let nilai = k.exact(nilai, pegawai.at)?;
    k.trace.leaf(|| {
        let bagian: Vec<String> = terhitung()
            .filter_map(|b| {
                let jenjang = pegawai.posting[b.posting].jenjang.get()?;
                Some(format!(
                    "{} / {setahun} × {}% × {} ({})",
                    b.bulan,
                    with_comma(pct),
                    with_comma(koefisien.untuk(*jenjang)),
                    jenjang.as_str()
                ))
            })
            .collect();
        Step::new("Angka kredit")
            .rumus(bagian.join(" + "))
            .angka(Some(nilai))
            .bulat(digits)
            .sel(pegawai.posting[terakhir].jenjang.at)
            .dasar(&aturan.koefisien_angka_kredit)
    });
    Some(nilai)
}
