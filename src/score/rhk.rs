//! Own nilai of a rencana hasil kerja, before any cascade weighting: the weighted mean of
//! PP 30/2019 (`aturan.md` 1.6), or the conversion per kind of post of 8/2021 (1.3, 1.4).

use crate::base::figure::{Decimal, Exact, Fraction, with_comma};
use crate::base::ids::IndikatorNo;
use crate::model::vocab::{Aspek, JenisJabatan, Predikat, Word};
use crate::model::{RencanaHasilKerja, RhkId};
use crate::rules::Konversi;
use crate::rules::RegimeRules;
use crate::score::findings::{BobotTidakSah, TargetKosong};
use crate::score::indikator::{self, IndikatorId, IndikatorNeed};
use crate::score::result::{HasilIndikator, HasilRhk, Reason};
use crate::score::trace::{Step, Trace, display};
use crate::score::worker::{Worker, weighted_average};

/// By which rule the own nilai of an RHK is had.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Method {
    /// PP 30/2019 on its own: weighted mean of the capaian.
    RataRata,
    /// 8/2021, JPT and pimpinan unit mandiri: interpolation per IKI.
    Interpolated,
    /// 8/2021, JA and JF: kategori per aspek, combined by a table.
    Matriks,
    /// 6/2022: no figure is computed.
    NoFigure,
    /// 6/2022 with an agency's thresholds: the mean of the capaian, to be rated.
    Ambang,
    /// The same where nothing waits for it: computed for show, and what is missing is no fault.
    Shown,
    /// jenis_jabatan is not known, so the rule is not.
    Unknown,
}

impl Method {
    /// The rule for a post.
    pub fn of(aturan: &crate::rules::Aturan, jenis: Option<JenisJabatan>) -> Self {
        match &aturan.content {
            RegimeRules::Kualitatif(q) if q.rating.ambang_capaian.is_some() => Self::Ambang,
            RegimeRules::Kualitatif(_) => Self::NoFigure,
            RegimeRules::Numerik(n) if n.konversi.is_none() => Self::RataRata,
            RegimeRules::Numerik(_) => match jenis {
                Some(j) if j.jpt_or_mandiri() => Self::Interpolated,
                Some(_) => Self::Matriks,
                None => Self::Unknown,
            },
        }
    }
}

impl Method {
    /// An agency's thresholds are due only where the rating waits for them.
    pub fn or_shown(self, due: impl FnOnce() -> bool) -> Self {
        if self == Self::Ambang && !due() { Self::Shown } else { self }
    }

    /// What is asked of an indicator.
    const fn need(self) -> IndikatorNeed {
        match self {
            Self::NoFigure => IndikatorNeed::None,
            Self::Shown => IndikatorNeed::Shown,
            _ => IndikatorNeed::Due,
        }
    }
}

/// Computes an RHK with its indicators.
pub fn rhk<T: Trace>(k: &mut Worker<'_, T>, id: RhkId, rhk: &RencanaHasilKerja, method: Method) -> HasilRhk {
    k.trace.begin();
    let mut hasil = HasilRhk {
        id,
        jenis: rhk.jenis.get().copied(),
        mulai: None,
        nilai: None,
        weighted_nilai: None,
        kategori: None,
        umpan_balik: None,
        kata_umpan_balik: None,
        indikator: Vec::with_capacity(rhk.indikator.len()),
    };
    if rhk.doubled {
        k.catatan.because(Reason::BarisGanda);
    }
    let need = method.need();
    let due = need == IndikatorNeed::Due;
    if due && rhk.jenis.get().is_none() {
        k.catatan.because(Reason::RhkTidakLengkap);
    }
    for (index, ind) in IndikatorNo::each(&rhk.indikator) {
        hasil
            .indikator
            .push(indikator::indikator(k, IndikatorId { rhk: id, index }, ind, need));
    }
    if due && hasil.indikator.is_empty() {
        k.catatan.because(Reason::TargetTidakDapatDihitung);
        k.catatan.fact_rhk(rhk.at, id, || TargetKosong);
    }
    let mut catatan = None;
    match method {
        Method::RataRata => of_average(k, id, rhk, &mut hasil),
        Method::Ambang | Method::Shown => {
            let average = average_capaian(&hasil.indikator);
            hasil.nilai = average.and_then(|r| k.exact(r.and_then(|x| x.round(2)), rhk.at));
        }
        Method::Interpolated => interpolation(k, rhk, &mut hasil),
        Method::Matriks => catatan = matriks(k, rhk, &mut hasil),
        Method::NoFigure | Method::Unknown => {}
    }
    let (aturan, out) = (k.aturan, &hasil);
    k.trace.end(|| steps(aturan, rhk, out, method, catatan));
    hasil
}

/// Mean of the printed capaian, unrounded; `None` while one is missing.
fn average_capaian(indikator: &[HasilIndikator]) -> Option<Exact<Fraction>> {
    if indikator.is_empty() {
        return None;
    }
    let mut sum = Decimal::ZERO;
    for i in indikator {
        sum = sum.checked_add(i.capaian?)?;
    }
    Some(average(sum, indikator.len()))
}

fn average(sum: Decimal, count: usize) -> Exact<Fraction> {
    if count == 1 {
        return Ok(sum.into());
    }
    Fraction::from(sum).per(Fraction::int(i64::try_from(count).unwrap_or(i64::MAX)))
}

/// Kategori of a mean of capaian: rounded again, then looked up (`aturan.md` 1.1).
fn kategori<T: Trace>(k: &mut Worker<'_, T>, mean: Fraction) -> Option<Predikat> {
    let digits = k.aturan.capaian.pembulatan_pita.used(&mut k.usage).0;
    k.aturan.capaian.kategori(mean.round(digits).ok()?, &mut k.usage)
}

/// PP 30/2019: `bobot` of every indicator, or equal weights.
fn of_average<T: Trace>(k: &mut Worker<'_, T>, id: RhkId, rhk: &RencanaHasilKerja, hasil: &mut HasilRhk) {
    let weighted = rhk.indikator.iter().any(|i| !i.detail.bobot.is_empty());
    if weighted && !valid_bobot(rhk) {
        // The other weights may stand in the rows that could not be joined.
        if k.data.has_lost_plan(id) {
            return;
        }
        k.catatan.because(Reason::BobotTidakSah);
        // What is wrong in a cell or its column is told there.
        if rhk.indikator.iter().any(|i| i.detail.bobot.is_faulty()) {
            return;
        }
        let at = rhk.indikator.first().map_or(rhk.at, |i| i.detail.bobot.at(i.at));
        k.catatan.fact_rhk(at, id, || {
            let parts = rhk
                .indikator
                .iter()
                .map(|i| i.detail.bobot.get().map_or_else(|| "(kosong)".to_owned(), |b| with_comma(*b)));
            BobotTidakSah {
                bobot: parts.collect::<Vec<_>>().join(" + "),
            }
        });
        return;
    }
    let mean = if weighted {
        let all = hasil.indikator.iter().all(|i| i.capaian.is_some());
        all.then(|| {
            let pairs = rhk.indikator.iter().zip(&hasil.indikator);
            weighted_average(
                pairs.filter_map(|(i, h)| Some(Ok((Fraction::from(h.capaian?), Fraction::from(*i.detail.bobot.get()?))))),
            )
        })
    } else {
        average_capaian(&hasil.indikator)
    };
    let Some(mean) = mean.and_then(|m| k.exact(m, rhk.at)) else {
        return;
    };
    if let RegimeRules::Numerik(n) = &k.aturan.content {
        n.kinerja.nilai_rhk.used(&mut k.usage);
    }
    let digits = k.aturan.pembulatan.pembulatan_nilai.used(&mut k.usage).rhk;
    hasil.nilai = k.exact(mean.round(digits), rhk.at);
    // The band is taken from the printed nilai (`aturan.md` 1.6).
    hasil.kategori = hasil.nilai.and_then(|printed| kategori(k, Fraction::from(printed)));
}

/// On every indicator, none negative, and 100 in all.
fn valid_bobot(rhk: &RencanaHasilKerja) -> bool {
    let mut sum = Decimal::ZERO;
    for i in &rhk.indikator {
        match i.detail.bobot.get() {
            Some(b) if !b.is_sign_negative() || b.is_zero() => match sum.checked_add(*b) {
                Some(s) => sum = s,
                None => return false,
            },
            _ => return false,
        }
    }
    sum == Decimal::ONE_HUNDRED
}

fn konversi<'a, T>(k: &Worker<'a, T>) -> Option<&'a Konversi> {
    match &k.aturan.content {
        RegimeRules::Numerik(n) => n.konversi.as_ref(),
        RegimeRules::Kualitatif(_) => None,
    }
}

/// 8/2021 Lampiran p. 93: nilai of each IKI; the RHK's is their mean, for show and for tambahan.
fn interpolation<T: Trace>(k: &mut Worker<'_, T>, rhk: &RencanaHasilKerja, hasil: &mut HasilRhk) {
    let Some(konversi) = konversi(k) else { return };
    let digits = *k.aturan.pembulatan.pembulatan_nilai.used(&mut k.usage);
    for (ind, h) in rhk.indikator.iter().zip(&mut hasil.indikator) {
        let Some(capaian) = h.capaian else { continue };
        let maximum = match ind.detail.target_maksimal.or_default(false) {
            Some(ya) => ya,
            None if konversi.jpt_baik.when(&mut k.usage, |b| b.holds(capaian)).is_some() => {
                k.catatan.because(Reason::RhkTidakLengkap);
                continue;
            }
            None => false,
        };
        let raw = konversi.nilai_jpt(capaian, maximum, &mut k.usage);
        let nilai = raw.map(|m| m.and_then(|x| x.round(digits.iki)));
        let nilai = nilai.and_then(|n| k.exact(n, ind.at));
        h.kept_nilai = nilai.map(Box::new);
        let (aspek, no) = (h.aspek, h.no);
        k.trace.leaf(|| {
            let nama = aspek.map_or("tanpa aspek", Aspek::as_str);
            let step = Step::new(format!("Nilai IKI {nama} {no}")).angka(nilai).rounded(digits.iki);
            let segment = konversi.segment_for(capaian);
            if maximum && konversi.jpt_baik.shown().holds(capaian) {
                return step
                    .formula(format!("capaian {} dengan target maksimal", with_comma(capaian)))
                    .cell(ind.detail.target_maksimal.at(ind.at))
                    .basis(&konversi.jpt_target_maksimal);
            }
            match segment {
                Some(s) => step.formula(segment_formula(s.shown(), capaian)).basis(s),
                None => step,
            }
        });
    }
    let mut sum = Decimal::ZERO;
    let mut complete = !hasil.indikator.is_empty();
    for i in &hasil.indikator {
        match i.nilai().and_then(|n| sum.checked_add(n)) {
            Some(s) => sum = s,
            None => complete = false,
        }
    }
    if complete {
        hasil.nilai = k.exact(average(sum, hasil.indikator.len()).and_then(|m| m.round(digits.rhk)), rhk.at);
    }
    if let Some(Ok(mean)) = average_capaian(&hasil.indikator) {
        hasil.kategori = kategori(k, mean);
    }
}

fn segment_formula(s: &crate::rules::values::Segment, capaian: Decimal) -> String {
    if s.nilai_dari == s.nilai_sampai {
        return format!("capaian {} → {}", with_comma(capaian), with_comma(s.nilai_dari));
    }
    format!(
        "{} + ({} − {}) / {} × ({} − {})",
        with_comma(s.nilai_dari),
        with_comma(s.nilai_sampai),
        with_comma(s.nilai_dari),
        s.sampai - s.dari,
        with_comma(capaian),
        s.dari
    )
}

/// 8/2021: kategori per aspek (several indicators of one: the mean of their capaian first), combined
/// by the table. Gives the kategori for the explanation.
fn matriks<T: Trace>(k: &mut Worker<'_, T>, rhk: &RencanaHasilKerja, hasil: &mut HasilRhk) -> Option<Vec<&'static str>> {
    let konversi = konversi(k)?;
    let mut sums = [(Decimal::ZERO, 0_usize, None); Aspek::ALL.len()];
    let mut complete = !hasil.indikator.is_empty();
    for (ind, h) in rhk.indikator.iter().zip(&hasil.indikator) {
        let Some(aspek) = ind.aspek.get() else {
            k.catatan.because(Reason::RhkTidakLengkap);
            complete = false;
            continue;
        };
        let (sum, count, last) = &mut sums[aspek.ordinal()];
        *count += 1;
        *last = h.kategori;
        match h.capaian.and_then(|c| sum.checked_add(c)) {
            Some(s) => *sum = s,
            None => complete = false,
        }
    }
    if !complete {
        return None;
    }
    let mut aspek = [Predikat::SangatKurang; Aspek::ALL.len()];
    let mut n = 0;
    for (nama, (sum, count, only)) in Aspek::ALL.iter().zip(sums).filter(|(_, (_, count, _))| *count > 0) {
        let mean = k.exact(average(sum, count), rhk.at)?;
        // The mean of one capaian is that capaian, whose kategori is known.
        let hasil = if count == 1 { only } else { kategori(k, mean) }?;
        aspek[n] = hasil;
        n += 1;
        let aturan = k.aturan;
        k.trace.leaf(|| {
            Step::new(format!("Aspek {}", nama.as_str()))
                .formula(if count == 1 {
                    format!("capaian {}", display(mean))
                } else {
                    format!(
                        "rata-rata capaian {count} indikator: {} / {count} = {}",
                        with_comma(sum),
                        display(mean)
                    )
                })
                .hasil(aturan.label(hasil))
                .rounded(aturan.capaian.pembulatan_pita.shown().0)
                .basis(aturan.capaian.pita()[hasil.ordinal()].1)
        });
    }
    let aspek = &aspek[..n];
    let (kategori, nilai) = if let [only] = aspek {
        konversi.satu_aspek.used(&mut k.usage);
        (*only, konversi.matriks_aspek.used(&mut k.usage).nilai(*only)?)
    } else {
        if n != 3 {
            konversi.matriks_aspek_lain.used(&mut k.usage);
        }
        konversi.matriks_aspek.used(&mut k.usage).merge(aspek)?
    };
    hasil.kategori = Some(kategori);
    hasil.nilai = Some(nilai);
    T::ACTIVE.then(|| aspek.iter().map(|p| p.as_str()).collect())
}

fn steps(
    aturan: &crate::rules::Aturan,
    rhk: &RencanaHasilKerja,
    hasil: &HasilRhk,
    method: Method,
    aspek: Option<Vec<&'static str>>,
) -> Step {
    let jenis = hasil.jenis.map_or("tanpa jenis", |j| j.as_str());
    let digits = aturan.pembulatan.pembulatan_nilai.shown().rhk;
    let text = if rhk.rhk.is_empty() {
        String::new()
    } else {
        format!(": {}", rhk.rhk)
    };
    let mut step = Step::new(format!("RHK {} ({jenis}){text}", rhk.kode))
        .cell(rhk.at)
        .angka(hasil.nilai);
    let RegimeRules::Numerik(n) = &aturan.content else {
        if method == Method::NoFigure {
            step.catatan = Some("tidak dihitung sebagai angka dalam rezim ini".to_owned());
        }
        return step;
    };
    if hasil.nilai.is_none() {
        return step.catatan("nilai RHK belum dapat dihitung");
    }
    match (method, &n.konversi) {
        (Method::RataRata, _) => {
            let section: Vec<String> = rhk
                .indikator
                .iter()
                .zip(&hasil.indikator)
                .filter_map(|(i, h)| {
                    let capaian = with_comma(h.capaian?);
                    Some(
                        i.detail
                            .bobot
                            .get()
                            .map_or_else(|| capaian.clone(), |b| format!("{} × {capaian}", with_comma(*b))),
                    )
                })
                .collect();
            let divisor = if rhk.indikator.iter().any(|i| !i.detail.bobot.is_empty()) {
                100
            } else {
                section.len()
            };
            step = step
                .formula(format!("({}) / {divisor}", section.join(" + ")))
                .rounded(digits)
                .basis(&n.kinerja.nilai_rhk);
        }
        (Method::Interpolated, Some(_)) => {
            let section: Vec<String> = hasil.indikator.iter().filter_map(|h| h.nilai().map(with_comma)).collect();
            step = step
                .formula(format!("({}) / {}", section.join(" + "), section.len()))
                .rounded(digits)
                .basis(&n.kinerja.nilai_rhk);
        }
        (Method::Matriks, Some(konversi)) => {
            let kategori = hasil.kategori.map_or("", |p| aturan.label(p));
            let aspek = aspek.unwrap_or_default();
            step = step.formula(format!("{} → {kategori}", aspek.join(" + ")));
            step = if aspek.len() == 1 {
                step.basis(&konversi.satu_aspek)
            } else {
                step.basis(&konversi.matriks_aspek)
            };
        }
        _ => {}
    }
    step
}
