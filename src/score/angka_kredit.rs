//! Angka kredit of a JF (Peraturan BKN 3/2023; `aturan.md` 3): `bulan/12 × pct × koefisien`, the
//! sum over his JF postings of their months, rounded once.

use crate::base::figure::{Desimal, Exact, Rasio, with_comma};
use crate::model::Pegawai;
use crate::model::vocab::{Predikat, StatusPegawai, Word};
use crate::score::findings::{AngkaKreditMantanJf, AngkaKreditTugasBelajar};
use crate::score::posting::Masa;
use crate::score::trace::{Step, Trace};
use crate::score::worker::Worker;

/// The angka kredit of the months in a JF posting, also where the last posting is none (told). `None`
/// without such months, for whom the rule set does not count any, for tugas belajar (told), and where
/// the jenjang of a posting is not known (told by a check): a sum without it would be a guess.
pub fn angka_kredit<T: Trace>(
    k: &mut Worker<'_, T>,
    pegawai: &Pegawai,
    masa: &Masa,
    terakhir: usize,
    predikat: Predikat,
) -> Option<Desimal> {
    let aturan = &k.aturan.angka_kredit;
    let terhitung = || {
        let months = masa.bagian.iter().filter(|b| b.bulan > 0);
        months.filter(|b| pegawai.posting[b.posting].fungsional())
    };
    terhitung().next()?;
    if !aturan.angka_kredit_untuk.used(&mut k.pakai).0.contains(&pegawai.jenis()) {
        return None;
    }
    let last = &pegawai.posting[terakhir];
    if last.status.get() == Some(&StatusPegawai::TugasBelajar) {
        aturan.tanpa_tugas_belajar.used(&mut k.pakai);
        k.catatan.fact(last.status.at, || AngkaKreditTugasBelajar {
            jabatan: last.jabatan.to_string(),
        });
        return None;
    }
    let pct = aturan.persen_angka_kredit.used(&mut k.pakai).untuk(predikat);
    let setahun = i64::from(*aturan.bulan_setahun.used(&mut k.pakai));
    let koefisien = aturan.koefisien_angka_kredit.used(&mut k.pakai);
    let digits = k.aturan.pembulatan.pembulatan_angka_kredit.used(&mut k.pakai).0;
    let mut sum: Exact<Rasio> = Ok(Rasio::ZERO);
    for b in terhitung() {
        let jenjang = pegawai.posting[b.posting].jenjang_jf()?;
        sum = sum.and_then(|s| {
            let bagian = Rasio::from(koefisien.untuk(jenjang)).times(Rasio::int(i64::from(b.bulan)))?;
            s.plus(bagian)
        });
    }
    if !last.fungsional() {
        k.catatan.fact(last.at, || {
            let posts = terhitung().map(|b| format!("{} {} bulan", pegawai.posting[b.posting].jabatan, b.bulan));
            AngkaKreditMantanJf {
                jabatan: posts.collect::<Vec<_>>().join(", "),
            }
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
                let jenjang = pegawai.posting[b.posting].jenjang_jf()?;
                Some(format!(
                    "{} / {setahun} × {}% × {} ({})",
                    b.bulan,
                    with_comma(pct),
                    with_comma(koefisien.untuk(jenjang)),
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
