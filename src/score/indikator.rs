//! An indicator: its target and realisasi looked at, its capaian computed, or the reason why not.

use crate::base::figure::{Decimal, with_comma};
use crate::base::ids::IndikatorNo;
use crate::base::origin::Origin;
use crate::base::text::is_blank;
use crate::finding::Fact;
use crate::model::read::measure::{self, SatuanLikeness};
use crate::model::read::{date, number};
use crate::model::vocab::{Arah, Word};
use crate::model::{Indikator, Realisasi, RhkId, State, Target, TargetNilai};
use crate::score::capaian::TargetFault;
use crate::score::capaian::{self, Benchmark, Capaian};
use crate::score::findings::{
    AngkaDiLuarJangkauan, RealisasiImplausible, RealisasiKosong, RealisasiMixed, RealisasiTwoFigures, SatuanDiffers, SatuanOther,
    TargetImplausible, TargetInWords, TargetKosong, TargetOtherSatuan, TargetTwoFigures, TargetZero,
};
use crate::score::notes::NeededTable;
use crate::score::realisasi::{self, MissingRealisasi, YearlyRealisasi};
use crate::score::result::{HasilIndikator, NilaiRealisasi, Reason};
use crate::score::trace::{Step, Trace, display};
use crate::score::worker::Worker;
use crate::table::TableKind;

/// Which indicator.
#[derive(Debug, Clone, Copy)]
pub struct IndikatorId {
    /// Its RHK.
    pub rhk: RhkId,
    /// Its index there.
    pub index: IndikatorNo,
}

/// What is asked of an indicator.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum IndikatorNeed {
    /// No capaian: 6/2022 by itself. The realisasi is only combined for show.
    None,
    /// A capaian for show, where it can be had: nothing waits for it, so what is missing is no fault.
    Shown,
    /// A capaian; what is missing is in the way.
    Due,
}

/// Computes one indicator. Where its capaian is not due, neither a missing figure nor words are in the way.
pub fn indikator<T: Trace>(k: &mut Worker<'_, T>, place: IndikatorId, ind: &Indikator, need: IndikatorNeed) -> HasilIndikator {
    let count = need == IndikatorNeed::Due;
    k.trace.begin();
    let mut hasil = HasilIndikator {
        index: place.index,
        aspek: ind.aspek.get().copied(),
        no: ind.no,
        realisasi: None,
        capaian: None,
        kategori: None,
        kept_nilai: None,
    };
    if ind.doubled {
        k.catatan.because(Reason::BarisGanda);
    }
    let target = match need {
        IndikatorNeed::Due => target(k, place, ind),
        IndikatorNeed::Shown => {
            below_zero(k, place, ind);
            k.quietly(|k| target(k, place, ind))
        }
        IndikatorNeed::None => {
            below_zero(k, place, ind);
            None
        }
    };
    let whole_year = whole_year(k, place, ind, count);
    hasil.realisasi = whole_year.map(|s| match s {
        YearlyRealisasi::Angka(x) => NilaiRealisasi::Angka(x.into()),
        YearlyRealisasi::Text(row) => NilaiRealisasi::Text(row.written.clone()),
    });
    let arah = arah(k, ind, target, count);
    let mut counted = None;
    if let (Some(t), Some(YearlyRealisasi::Angka(r)), Some(arah), false) = (target, whole_year, arah, ind.doubled) {
        let compute = |k: &mut Worker<'_, T>| {
            if !satuan_fits(k, place, ind) {
                return None;
            }
            let capaian = capaian::compute(&k.aturan.capaian, r, t, arah, &mut k.usage);
            k.exact(capaian, ind.at)
        };
        counted = if count { compute(k) } else { k.quietly(compute) };
        hasil.capaian = counted.map(|c| c.nilai);
        hasil.kategori = hasil.capaian.and_then(|c| pita(k, c));
    }
    let (aturan, out) = (k.aturan, &hasil);
    k.trace.end(|| {
        let nama = ind.aspek.get().map_or("tanpa aspek", |a| a.as_str());
        let mut step = Step::new(format!(
            "{} {nama} {}",
            if need == IndikatorNeed::None {
                "Indikator"
            } else {
                "Capaian indikator"
            },
            ind.no
        ))
        .angka(out.capaian)
        .cell(ind.target_at());
        if let (Some(c), Some(t), Some(YearlyRealisasi::Angka(r))) = (counted, target, whole_year) {
            step = steps(step, aturan, &c, t, &display(r));
        } else if need != IndikatorNeed::None {
            step = step.catatan("capaian tidak dapat dihitung");
        }
        if let Some(kategori) = out.kategori {
            step.hasil = step.hasil.map(|h| format!("{h} ({})", aturan.label(kategori)));
        }
        step
    });
    hasil
}

/// Kategori of a printed capaian: rounded for banding, then looked up (`aturan.md` 1.1, 1.2).
fn pita<T: Trace>(k: &mut Worker<'_, T>, capaian: Decimal) -> Option<crate::model::vocab::Predikat> {
    let aturan = &k.aturan.capaian;
    let digits = aturan.pembulatan_pita.used(&mut k.usage).0;
    let rounded = if capaian.scale() <= digits {
        capaian
    } else {
        crate::base::figure::Fraction::from(capaian).round(digits).ok()?
    };
    aturan.kategori(rounded, &mut k.usage)
}

/// The target as a figure that a capaian can be had from.
fn target<T: Trace>(k: &mut Worker<'_, T>, place: IndikatorId, ind: &Indikator) -> Option<TargetNilai> {
    let fact: Option<Box<dyn Fact>> = match &ind.target.state {
        State::Given(Target {
            nilai: Some(t), written, ..
        }) => {
            let fault = match capaian::check_target(*t) {
                Ok(()) => return Some(*t),
                Err(TargetFault::Zero) => {
                    k.aturan.capaian.target_kosong.used(&mut k.usage);
                    TargetZero.into()
                }
                Err(TargetFault::Odd) => {
                    k.aturan.capaian.angka_tidak_wajar.used(&mut k.usage);
                    let written = written.to_string();
                    TargetImplausible { written }.into()
                }
            };
            Some(fault)
        }
        State::Given(t) => {
            let written = t.written.to_string();
            Some(if two_figures(&written) {
                TargetTwoFigures { written }.into()
            } else {
                let day = match date::read_text(&written) {
                    date::DateRead::Given(day) => Some(day.strftime("%-d-%-m-%Y").to_string()),
                    _ => None,
                };
                TargetInWords { written, day }.into()
            })
        }
        State::Empty => {
            k.aturan.capaian.target_kosong.used(&mut k.usage);
            Some(TargetKosong.into())
        }
        // A fact of reading tells it.
        State::Faulty => None,
    };
    k.catatan.because(Reason::TargetTidakDapatDihitung);
    if let Some(fact) = fact {
        k.catatan.fact_indicator(ind.target_at(), (place.rhk, place.index), || fact);
    }
    None
}

/// What cannot be a figure because it is two.
fn two_figures(written: &str) -> bool {
    number::read(written, None) == Err(number::NumberFault::TwoFigures)
}

/// `Januari: 5 berkas, Februari: 7`: a list whose every entry is a figure with words before it. How many there are,
/// where not all are one figure.
fn listed_figures(written: &str) -> Option<usize> {
    let figure = |entry: &str| {
        let behind = entry.rsplit_once(':').map_or(entry, |(_, behind)| behind);
        let from = behind.find(|c: char| c.is_ascii_digit())?;
        number::read(&behind[from..], None).ok().map(|f| f.shape)
    };
    let entries = written
        .split(['\n', ';'])
        .flat_map(|line| line.split(", "))
        .flat_map(|part| part.split(" dan "));
    let figures: Vec<_> = entries.filter(|e| !is_blank(e)).map(figure).collect::<Option<_>>()?;
    figures.windows(2).any(|pair| pair[0] != pair[1]).then_some(figures.len())
}

/// Where nothing is computed a target or realisasi below zero is told all the same, and is in the way
/// of nothing.
fn below_zero<T: Trace>(k: &mut Worker<'_, T>, place: IndikatorId, ind: &Indikator) {
    let whose = (place.rhk, place.index);
    if let Some(Target {
        nilai: Some(nilai),
        written,
        ..
    }) = ind.target.get()
        && nilai.negative()
    {
        k.catatan.fact_indicator(ind.target_at(), whose, || TargetImplausible {
            written: written.to_string(),
        });
    }
    for row in &ind.realisasi {
        if let State::Given(Some(figure)) = &row.nilai
            && figure.is_sign_negative()
            && !figure.is_zero()
        {
            k.catatan
                .fact_indicator(row.at, whose, || RealisasiImplausible { why: why_not(row) });
        }
    }
}

/// Why a realisasi is no figure that can be computed with.
fn why_not(row: &Realisasi) -> String {
    match &row.nilai {
        State::Given(Some(_)) => format!("bernilai negatif ({})", row.written),
        _ => match number::read(&row.written, None) {
            Ok(_) => format!("sebuah rentang atau batas, bukan satu angka (\"{}\")", row.written),
            Err(number::NumberFault::Clock) => format!("berupa jam, bukan angka dengan satuan targetnya (\"{}\")", row.written),
            Err(_) if matches!(date::read_text(&row.written), date::DateRead::Given(_)) => {
                format!("berupa tanggal, bukan angka (\"{}\")", row.written)
            }
            Err(_) if row.written.bytes().any(|b| b.is_ascii_digit()) => super::findings::not_a_figure(&row.written),
            Err(_) => format!("berupa kata, bukan angka (\"{}\")", row.written),
        },
    }
}

/// The direction, unless its cell is unreadable and nothing else says it.
fn arah<T: Trace>(k: &mut Worker<'_, T>, ind: &Indikator, target: Option<TargetNilai>, count: bool) -> Option<Arah> {
    let arah = ind.detail.arah.or_default(Arah::Naik);
    if arah.is_some() || !count {
        return arah;
    }
    if matches!(target, Some(TargetNilai::AtLeast(_) | TargetNilai::AtMost(_))) {
        return Some(Arah::Naik); // the sign decides, see `capaian::patokan`
    }
    k.catatan.because(Reason::TargetTidakDapatDihitung);
    None
}

fn whole_year<'i, T: Trace>(
    k: &mut Worker<'_, T>,
    place: IndikatorId,
    ind: &'i Indikator,
    count: bool,
) -> Option<YearlyRealisasi<'i>> {
    let periode = k.data.periode;
    let mixed = |yearly| {
        let periods: Vec<String> = realisasi::periods(ind, periode).map(|p| p.to_string()).collect();
        let periode = periods.join(", ");
        RealisasiMixed { periode, yearly }
    };
    let found = realisasi::whole_year(ind, periode, &mut k.trace);
    if let (Ok(_), Some(row)) = (&found, realisasi::mixed(ind, periode)) {
        k.catatan
            .fact_indicator(row.periode_at(), (place.rhk, place.index), || mixed(true));
    }
    let missing = match found {
        Ok(YearlyRealisasi::Text(row)) if count => MissingRealisasi::Implausible(row),
        Ok(whole_year) => return Some(whole_year),
        Err(missing) => missing,
    };
    let (reason, fact): (_, Option<(Box<dyn Fact>, Origin)>) = match missing {
        MissingRealisasi::Doubled => (Some(Reason::BarisGanda), None),
        MissingRealisasi::Mixed(row) => (
            Some(Reason::RealisasiTidakDapatDihitung),
            Some((mixed(false).into(), row.periode_at())),
        ),
        // What follows is in the way only where a figure is computed.
        _ if !count => (None, None),
        // It may stand in a row that could not be joined.
        MissingRealisasi::Empty(None) if k.data.has_lost_realisasi(place.rhk) => (Some(Reason::BarisTidakTerhubung), None),
        MissingRealisasi::Empty(row) => {
            k.aturan.capaian.realisasi_kosong.used(&mut k.usage);
            let at = row.map_or(ind.at, |r| r.at);
            k.catatan.because(Reason::RealisasiKosong);
            let pegawai = k.data.pegawai(place.rhk.pegawai);
            if k.run.unread(pegawai, TableKind::Realisasi) {
                return None;
            }
            if !k.run.has_realisasi {
                k.catatan.table(NeededTable::Realisasi);
                return None;
            }
            (None, Some((RealisasiKosong { others: 0 }.into(), at)))
        }
        MissingRealisasi::Unreadable | MissingRealisasi::Akumulasi => (Some(Reason::RealisasiTidakDapatDihitung), None),
        MissingRealisasi::Implausible(row) => {
            let text = row.nilai.get() == Some(&None);
            let entries = listed_figures(&row.written).filter(|_| text);
            let fact = if text && (entries.is_some() || two_figures(&row.written)) {
                let written = row.written.to_string();
                RealisasiTwoFigures { written, entries }.into()
            } else {
                k.aturan.capaian.angka_tidak_wajar.used(&mut k.usage);
                RealisasiImplausible { why: why_not(row) }.into()
            };
            (Some(Reason::RealisasiTidakDapatDihitung), Some((fact, row.at)))
        }
        MissingRealisasi::Outside(row) => (
            Some(Reason::AngkaDiLuarJangkauan),
            Some((AngkaDiLuarJangkauan.into(), row.at)),
        ),
    };
    if let Some(reason) = reason {
        k.catatan.because(reason);
    }
    if let Some((fact, at)) = fact {
        k.catatan.fact_indicator(at, (place.rhk, place.index), || fact);
    }
    None
}

/// Whether the units of target and realisasi can be the same; another word for it is only remarked.
fn satuan_fits<T: Trace>(k: &mut Worker<'_, T>, place: IndikatorId, ind: &Indikator) -> bool {
    let in_cell = ind.target.get().and_then(|t| t.satuan.as_ref());
    if let (Some(cell), Some(column)) = (in_cell, ind.satuan.get())
        && measure::compare(cell, column) == SatuanLikeness::Contradict
    {
        k.catatan
            .fact_indicator(ind.target_at(), (place.rhk, place.index), || TargetOtherSatuan {
                satuan: format!("target \"{cell}\", kolom satuan \"{column}\""),
            });
        k.catatan.because(Reason::TargetTidakDapatDihitung);
        return false;
    }
    let Some(target_satuan) = in_cell.or_else(|| ind.satuan.get()) else {
        return true;
    };
    let wanted = ind
        .target
        .get()
        .and_then(|t| t.nilai)
        .map(largest)
        .filter(|t| *t > Decimal::ZERO);
    for row in &ind.realisasi {
        let (at, whose) = (row.at, (place.rhk, place.index));
        let Some(satuan) = &row.detail.satuan else {
            let figures = wanted.zip(row.nilai.get().copied().flatten());
            if figures.is_some_and(|(target, reached)| measure::is_of_other_power(target_satuan, target, reached)) {
                let satuan = format!("target \"{target_satuan}\", realisasi \"{}\" tanpa satuan", row.written);
                k.catatan.fact_indicator(at, whose, || SatuanDiffers { satuan });
                k.catatan.because(Reason::RealisasiTidakDapatDihitung);
                return false;
            }
            continue;
        };
        let both = || format!("target \"{target_satuan}\", realisasi \"{satuan}\"");
        match measure::compare(target_satuan, satuan) {
            SatuanLikeness::Same => {}
            SatuanLikeness::OtherWord => k.catatan.fact_indicator(at, whose, || SatuanOther { satuan: both() }),
            // "12 dokumen/bulan" against "12 dokumen": nobody guesses of how many months.
            SatuanLikeness::Contradict | SatuanLikeness::Rate => {
                k.catatan.fact_indicator(at, whose, || SatuanDiffers { satuan: both() });
                k.catatan.because(Reason::RealisasiTidakDapatDihitung);
                return false;
            }
        }
    }
    true
}

fn steps(step: Step, aturan: &crate::rules::Aturan, c: &Capaian, target: TargetNilai, r: &str) -> Step {
    let a = &aturan.capaian;
    let upper = *a.batas_atas.shown();
    let raw = display(c.raw);
    let step = match (c.yardstick, c.arah) {
        (Benchmark::WithinRange, _) => step
            .formula(format!("{r} berada di dalam rentang target {} = {raw}", target_words(target)))
            .basis(&a.capaian_dalam_rentang),
        (Benchmark::Against(t), Arah::Naik) => step
            .formula(format!("{r} / {} × 100 = {raw}", with_comma(t)))
            .basis(&a.rumus_naik),
        (Benchmark::Against(t), Arah::Turun) => step
            .formula(format!("(1 + (1 − {r} / {})) × 100 = {raw}", with_comma(t)))
            .basis(&a.rumus_turun),
    };
    let mut catatan = Vec::new();
    if let (TargetNilai::Range(..), Benchmark::Against(t)) = (target, c.yardstick) {
        catatan.push(format!(
            "target {}: realisasi di luar rentang, pembandingnya {}",
            target_words(target),
            with_comma(t)
        ));
    }
    if c.nilai == upper && c.raw > crate::base::figure::Fraction::from(upper) {
        catatan.push(format!("dibatasi paling tinggi {}", with_comma(upper)));
    } else if c.nilai == *a.batas_bawah.shown() && c.raw < crate::base::figure::Fraction::from(c.nilai) {
        catatan.push(format!("dibatasi paling rendah {}", with_comma(c.nilai)));
    }
    let step = step.rounded(a.pembulatan_capaian.shown().0);
    if catatan.is_empty() {
        step
    } else {
        step.catatan(catatan.join("; "))
    }
}

/// The largest figure of a target.
fn largest(target: TargetNilai) -> Decimal {
    match target {
        TargetNilai::Single(d) | TargetNilai::Range(_, d) | TargetNilai::AtLeast(d) | TargetNilai::AtMost(d) => d,
    }
}

fn target_words(target: TargetNilai) -> String {
    match target {
        TargetNilai::Single(x) => with_comma(x),
        TargetNilai::Range(lo, hi) => format!("{}–{}", with_comma(lo), with_comma(hi)),
        TargetNilai::AtLeast(x) => format!("≥ {}", with_comma(x)),
        TargetNilai::AtMost(x) => format!("≤ {}", with_comma(x)),
    }
}
