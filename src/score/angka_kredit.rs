//! Angka kredit of a JF (Peraturan BKN 3/2023; `aturan.md` 3): `bulan/12 × pct × koefisien`, the
//! sum over his JF postings of their months, rounded once.

use crate::base::figure::{Decimal, Exact, Fraction, with_comma};
use crate::model::Pegawai;
use crate::model::vocab::{Predikat, StatusPegawai, Word};
use crate::score::findings::{AngkaKreditOfFormerJf, AngkaKreditOfOtherStatus, AngkaKreditOfTugasBelajar};
use crate::score::posting::{PostingShare, Term};
use crate::score::trace::{Step, Trace};
use crate::score::worker::Worker;

/// A JF posting with its months: "Guru Ahli Muda 6 bulan".
fn months_of(pegawai: &Pegawai, section: &PostingShare) -> String {
    format!("{} {} bulan", pegawai.posting[section.posting].jabatan, section.bulan)
}

/// The angka kredit of the months in a JF posting, also where the last posting is none (told). `None`
/// without such months, for whom the rule set does not count any, for tugas belajar (told), and where
/// the jenjang of a posting is not known (told by a check): a sum without it would be a guess.
pub fn angka_kredit<T: Trace>(
    k: &mut Worker<'_, T>,
    pegawai: &Pegawai,
    term: &Term,
    latest: usize,
    predikat: Predikat,
) -> Option<Decimal> {
    let aturan = &k.aturan.angka_kredit;
    let counted = || {
        let months = term.section.iter().filter(|b| b.bulan > 0);
        months.filter(|b| pegawai.posting[b.posting].fungsional())
    };
    counted().next()?;
    if !aturan.angka_kredit_untuk.used(&mut k.usage).0.contains(&pegawai.jenis()) {
        return None;
    }
    let last = &pegawai.posting[latest];
    if last.detail.status.get() == Some(&StatusPegawai::TugasBelajar) {
        aturan.tanpa_tugas_belajar.used(&mut k.usage);
        let before = counted().filter(|b| pegawai.posting[b.posting].detail.status != last.detail.status);
        let before: Vec<String> = before.map(|b| months_of(pegawai, b)).collect();
        k.catatan.fact(last.detail.status.at(last.at), || AngkaKreditOfTugasBelajar {
            // His post as JF, which need not be the last.
            jabatan: counted()
                .next_back()
                .map_or(&last.jabatan, |b| &pegawai.posting[b.posting].jabatan)
                .to_string(),
            before: before.join(", "),
        });
        return None;
    }
    let percent = aturan.persen_angka_kredit.used(&mut k.usage).untuk(predikat);
    let whole_year = i64::from(*aturan.bulan_setahun.used(&mut k.usage));
    let koefisien = aturan.koefisien_angka_kredit.used(&mut k.usage);
    let digits = k.aturan.pembulatan.pembulatan_angka_kredit.used(&mut k.usage).0;
    let mut sum: Exact<Fraction> = Ok(Fraction::ZERO);
    for b in counted() {
        let jenjang = pegawai.posting[b.posting].jenjang_jf()?;
        sum = sum.and_then(|s| {
            let section = Fraction::from(koefisien.untuk(jenjang)).times(Fraction::int(i64::from(b.bulan)))?;
            s.plus(section)
        });
    }
    if !last.fungsional() {
        k.catatan.fact(last.at, || {
            let posts = counted().map(|b| months_of(pegawai, b));
            AngkaKreditOfFormerJf {
                jabatan: posts.collect::<Vec<_>>().join(", "),
            }
        });
    }
    // The status of the last posting holds for the year (`aturan.md` 6): what an earlier row says otherwise is told.
    for b in counted() {
        let posting = &pegawai.posting[b.posting];
        let standing =
            (posting.detail.status.get()).filter(|s| !matches!(s, StatusPegawai::Aktif | StatusPegawai::PenugasanKhusus));
        let jenis = (posting.jenis()).filter(|jenis| !aturan.angka_kredit_untuk.shown().0.contains(jenis));
        let said = standing.map(|s| format!("berstatus {}", s.as_str().replace('_', " ")));
        if let Some(said) = said.or_else(|| Some(format!("sebagai {}", jenis?.as_str()))) {
            let at = if standing.is_some() {
                posting.detail.status.at(posting.at)
            } else {
                posting.at
            };
            k.catatan.fact(at, || AngkaKreditOfOtherStatus {
                months: months_of(pegawai, b),
                said,
            });
        }
    }
    let nilai = sum
        .and_then(|s| s.times(Fraction::from(percent)))
        .and_then(|s| s.per(Fraction::int(whole_year * 100)))
        .and_then(|s| s.round(digits));
    let nilai = k.exact(nilai, pegawai.at)?;
    k.trace.leaf(|| {
        let section: Vec<String> = counted()
            .filter_map(|b| {
                let jenjang = pegawai.posting[b.posting].jenjang_jf()?;
                Some(format!(
                    "{} / {whole_year} × {}% × {} ({})",
                    b.bulan,
                    with_comma(percent),
                    with_comma(koefisien.untuk(jenjang)),
                    jenjang.as_str()
                ))
            })
            .collect();
        Step::new("Angka kredit")
            .formula(section.join(" + "))
            .angka(Some(nilai))
            .rounded(digits)
            .cell(pegawai.posting[latest].detail.jenjang.at(pegawai.posting[latest].at))
            .basis(&aturan.koefisien_angka_kredit)
    });
    Some(nilai)
}
