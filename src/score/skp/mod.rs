//! Nilai SKP of one posting, and the proportional figure over the postings (`aturan.md` 1.3–1.7, 1.9).

mod poin;
mod utama;

use crate::base::figure::{Decimal, Fraction, with_comma};
use crate::model::Pegawai;
use crate::model::vocab::{JenisJabatan, JenisRhk};
use crate::rules::Numerik;
use crate::rules::values::{BatasJabatan, PembulatanNilai, SatuanProporsi, TambahanMethod};
use crate::score::findings::{PostingWithoutSkp, TanpaSkp};
use crate::score::kaskade::OwnValue;
use crate::score::person::FirstPass;
use crate::score::posting::PostingShare;
use crate::score::result::{HasilRhk, Reason};
use crate::score::rhk::Method;
use crate::score::trace::{Step, Trace};
use crate::score::worker::{Worker, weighted_average};
use crate::table::TableKind;
use poin::Poin;
use utama::Utama;

/// The three figures of an SKP, as far as they can be had.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct NilaiSkp {
    /// Nilai kinerja utama.
    pub utama: Option<Decimal>,
    /// Nilai kinerja tambahan.
    pub tambahan: Option<Decimal>,
    /// Nilai SKP.
    pub skp: Option<Decimal>,
}

/// Hands that many steps of one posting share.
struct Frame<'r> {
    numerik: &'r Numerik,
    digits: PembulatanNilai,
    pegawai: &'r Pegawai,
    all: &'r [Box<[OwnValue]>],
}

/// The figures over all postings that count.
pub fn skp<T: Trace>(
    k: &mut Worker<'_, T>,
    numerik: &Numerik,
    pegawai: &Pegawai,
    start: &mut FirstPass,
    all: &[Box<[OwnValue]>],
) -> NilaiSkp {
    let digits = *k.aturan.pembulatan.pembulatan_nilai.used(&mut k.usage);
    let frame = Frame {
        numerik,
        digits,
        pegawai,
        all,
    };
    let FirstPass { term, rhk, place, .. } = start;
    let mut section: Vec<(PostingShare, NilaiSkp)> = Vec::with_capacity(term.section.len());
    for b in term.computed() {
        let nilai = one_posting(k, &frame, b, rhk, place);
        section.push((*b, nilai));
    }
    match section.as_slice() {
        [] => NilaiSkp::default(),
        // One posting: Σ nilai × bulan / Σ bulan is the nilai itself.
        [(_, only)] => *only,
        _ => proportional(k, &frame, &section),
    }
}

/// Σ nilai × bulan / Σ bulan, for each of the three figures.
fn proportional<T: Trace>(k: &mut Worker<'_, T>, r: &Frame<'_>, section: &[(PostingShare, NilaiSkp)]) -> NilaiSkp {
    k.aturan.khusus.proporsional.used(&mut k.usage);
    k.aturan.khusus.pembagian_bulan.used(&mut k.usage);
    let satuan = match k.aturan.khusus.satuan_proporsi.used(&mut k.usage) {
        SatuanProporsi::Bulan => "bulan",
        SatuanProporsi::Hari => "hari",
    };
    let mut single = |title: &str, digits: u32, pick: fn(&NilaiSkp) -> Option<Decimal>| -> Option<Decimal> {
        let all: Option<Vec<(Decimal, u32)>> = section.iter().map(|(b, n)| Some((pick(n)?, b.share))).collect();
        let all = all?;
        let mean = weighted_average(all.iter().map(|&(x, w)| Ok((Fraction::from(x), Fraction::int(i64::from(w))))));
        let nilai = k.exact(mean.and_then(|m| m.round(digits)), r.pegawai.at)?;
        let aturan = k.aturan;
        k.trace.leaf(|| {
            let upper: Vec<String> = all.iter().map(|(x, w)| format!("{} × {w}", with_comma(*x))).collect();
            let lower: u32 = all.iter().map(|(_, w)| w).sum();
            Step::new(format!("{title} proporsional"))
                .formula(format!("({}) / {lower} {satuan}", upper.join(" + ")))
                .angka(Some(nilai))
                .rounded(digits)
                .basis(&aturan.khusus.proporsional)
        });
        Some(nilai)
    };
    NilaiSkp {
        utama: single("Nilai kinerja utama", r.digits.utama, |n| n.utama),
        tambahan: single("Nilai kinerja tambahan", r.digits.tambahan, |n| n.tambahan),
        skp: single("Nilai SKP", r.digits.skp, |n| n.skp),
    }
}

fn one_posting<T: Trace>(
    k: &mut Worker<'_, T>,
    r: &Frame<'_>,
    section: &PostingShare,
    rhk: &mut [HasilRhk],
    place: &[Option<usize>],
) -> NilaiSkp {
    k.trace.begin();
    let posting = &r.pegawai.posting[section.posting];
    let method = Method::of(k.aturan, posting.jenis_jabatan.get().copied());
    let mut utama = Utama::new(method);
    let mut poin = Poin::new(method);
    let blank = r.pegawai.rhk.is_empty();
    for (hasil, _) in rhk.iter_mut().zip(place).filter(|(_, l)| **l == Some(section.posting)) {
        let data = &r.pegawai.rhk[hasil.id.rhk];
        match hasil.jenis {
            Some(JenisRhk::Utama) => utama.push_more(k, r, data, hasil),
            Some(JenisRhk::Tambahan) => poin.push_more(k, r, data, hasil),
            None => utama.failed = true,
        }
    }
    if utama.count == 0 && !utama.failed {
        without_skp(k, r, section, blank);
    }
    let nilai_utama = utama.nilai(k, r);
    let nilai_tambahan = poin.nilai(k, r);
    let skp = merge(
        k,
        r,
        nilai_utama,
        nilai_tambahan,
        poin.count > 0,
        posting.jenis_jabatan.get().copied(),
    );
    let several = k.data.periode;
    k.trace.end(|| {
        Step::new(format!(
            "SKP {} di {} ({} bulan dari {several})",
            posting.jabatan, posting.unit_kerja, section.bulan
        ))
        .angka(skp)
        .cell(posting.at)
    });
    NilaiSkp {
        utama: nilai_utama,
        tambahan: nilai_tambahan,
        skp,
    }
}

/// A posting that has months and no RHK utama (`aturan.md` 1.9).
fn without_skp<T: Trace>(k: &mut Worker<'_, T>, r: &Frame<'_>, section: &PostingShare, none_at_all: bool) {
    if r.pegawai.incomplete.has(TableKind::Skp) {
        // It may stand in the rows that could not be joined.
        k.catatan.because(Reason::BarisTidakTerhubung);
        return;
    }
    k.catatan.because(Reason::TanpaSkp);
    if !k.run.has_skp {
        k.catatan.table(super::notes::NeededTable::Skp);
        return;
    }
    let posting = &r.pegawai.posting[section.posting];
    if none_at_all {
        k.catatan.fact(posting.at, || TanpaSkp);
    } else {
        k.catatan.fact(posting.at, || PostingWithoutSkp {
            jabatan: format!("{} di {} ({} bulan)", posting.jabatan, posting.unit_kerja, section.bulan),
        });
    }
}

/// Nilai SKP from its two parts, capped.
fn merge<T: Trace>(
    k: &mut Worker<'_, T>,
    r: &Frame<'_>,
    utama: Option<Decimal>,
    tambahan: Option<Decimal>,
    has_tambahan: bool,
    jenis: Option<JenisJabatan>,
) -> Option<Decimal> {
    let (u, t) = (utama?, tambahan?);
    let kinerja = &r.numerik.kinerja;
    kinerja.nilai_skp.used(&mut k.usage);
    let sum = match r.numerik.tambahan.kinerja_tambahan.used(&mut k.usage) {
        TambahanMethod::Tambah => Fraction::from(u).plus(Fraction::from(t)),
        TambahanMethod::Bobot { utama, tambahan } if has_tambahan => weighted_average([
            Ok((Fraction::from(u), Fraction::from(*utama))),
            Ok((Fraction::from(t), Fraction::from(*tambahan))),
        ]),
        TambahanMethod::Bobot { .. } => Ok(Fraction::from(u)),
    };
    let rounded = sum.and_then(|s| s.round(r.digits.skp));
    let full = k.exact(rounded, r.pegawai.at)?;
    let of_post = |limits: &BatasJabatan| limits.0.get(&jenis?).copied().filter(|&b| full > b);
    let own = kinerja.batas_nilai_skp_jabatan.as_ref();
    let own = own.and_then(|p| p.when(&mut k.usage, |l| of_post(l).is_some()).and_then(of_post));
    let general = kinerja.batas_nilai_skp.when(&mut k.usage, |&b| full > b).copied();
    let nilai = own.into_iter().chain(general).fold(full, Decimal::min);
    k.trace.leaf(|| {
        let formula = match r.numerik.tambahan.kinerja_tambahan.shown() {
            TambahanMethod::Bobot { utama, tambahan } if has_tambahan => format!(
                "{} / 100 × {} + {} / 100 × {}",
                with_comma(*utama),
                with_comma(u),
                with_comma(*tambahan),
                with_comma(t)
            ),
            _ => format!("{} + {}", with_comma(u), with_comma(t)),
        };
        let step = Step::new("Nilai SKP")
            .formula(formula)
            .angka(Some(nilai))
            .rounded(r.digits.skp)
            .basis(&kinerja.nilai_skp);
        if nilai < full {
            step.catatan(format!("{} dibatasi paling tinggi {}", with_comma(full), with_comma(nilai)))
        } else {
            step
        }
    });
    Some(nilai)
}
