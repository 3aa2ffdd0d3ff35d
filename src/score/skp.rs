//! Nilai SKP of one posting, and the proportional figure over the postings (`aturan.md` 1.3–1.7, 1.9).

use crate::base::figure::{Decimal, Fraction, with_comma};
use crate::model::Pegawai;
use crate::model::vocab::{JenisJabatan, JenisRhk, Kelompok};
use crate::rules::values::{BatasJabatan, PembulatanNilai, SatuanProporsi, TambahanMethod};
use crate::rules::{Konversi, Numerik};
use crate::score::findings::{PostingWithoutSkp, TanpaSkp};
use crate::score::kaskade::{self, OwnValue};
use crate::score::person::FirstPass;
use crate::score::posting::PostingShare;
use crate::score::result::{HasilRhk, Reason};
use crate::score::rhk::Method;
use crate::score::tambahan;
use crate::score::trace::{Step, Trace, display};
use crate::score::worker::{Worker, weighted_average};

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

/// Adds up the RHK utama of a posting.
struct Utama {
    method: Method,
    count: u32,
    failed: bool,
    sum: Fraction,
    /// JPT: sum and count of the IKI of group 1 and 2.
    kelompok: [(Decimal, u32); 2],
}

impl Utama {
    fn new(method: Method) -> Self {
        Self {
            method,
            count: 0,
            failed: false,
            sum: Fraction::ZERO,
            kelompok: [(Decimal::ZERO, 0); 2],
        }
    }

    fn push_more<T: Trace>(
        &mut self,
        k: &mut Worker<'_, T>,
        r: &Frame<'_>,
        data: &crate::model::RencanaHasilKerja,
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
    fn iki<T: Trace>(
        &mut self,
        k: &mut Worker<'_, T>,
        konversi: &Konversi,
        data: &crate::model::RencanaHasilKerja,
        hasil: &HasilRhk,
    ) {
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

    fn nilai<T: Trace>(&self, k: &mut Worker<'_, T>, r: &Frame<'_>) -> Option<Decimal> {
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

/// Adds up the kinerja tambahan of a posting.
struct Poin {
    method: Method,
    count: u32,
    failed: bool,
    sum: Option<Fraction>,
}

impl Poin {
    fn new(method: Method) -> Self {
        Self {
            method,
            count: 0,
            failed: false,
            sum: None,
        }
    }

    fn push_more<T: Trace>(
        &mut self,
        k: &mut Worker<'_, T>,
        r: &Frame<'_>,
        data: &crate::model::RencanaHasilKerja,
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

    fn nilai<T: Trace>(&self, k: &mut Worker<'_, T>, r: &Frame<'_>) -> Option<Decimal> {
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
