//! One person's result, step by step: the same code that scores everybody, with somebody listening.

use crate::base::figure::{Decimal, Fraction, with_comma};
use crate::model::vocab::{Predikat, Rating, Word};
use crate::model::{Data, Pegawai, PegawaiId};
use crate::rules::values::ParameterValue;
use crate::rules::{Aturan, Kualitatif, Numerik, RegimeRules, Usage};
use crate::score::kaskade::OwnValues;
use crate::score::person;
use crate::score::result::{HasilPegawai, HasilRhk, Status};
use crate::score::run::{self, ScoreOptions};
use crate::score::studi;
use crate::score::trace::{Recorder, Step, Trace};
use crate::score::worker::{RunFacts, Worker};

/// How a person's result came about.
#[derive(Debug, Clone)]
pub struct Explanation {
    /// The result.
    pub hasil: HasilPegawai,
    /// Those of the RHK of the postings that count.
    pub rhk: Vec<HasilRhk>,
    /// The steps, in the order they were taken.
    pub step: Vec<Step>,
    /// What separates the person from the next better predikat; `None` for the best one and for
    /// somebody without a result.
    pub next: Option<Distance>,
}

/// The way to the next better predikat.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Distance {
    /// Its label.
    pub next_predikat: &'static str,
    /// What would lead there, each by itself enough.
    pub runs: Vec<String>,
}

/// Scores one person again and keeps every step.
pub fn explain(data: &Data, aturan: &Aturan, options: &ScoreOptions, id: PegawaiId) -> Explanation {
    let run = RunFacts::new(data, aturan, options, &mut Usage::new());
    // Others' own nilai count only where the rule set weights by them.
    let all: OwnValues = if run::cascaded(data, aturan) {
        run::own_nilai(data, aturan, &run, options)
    } else {
        Vec::new()
    };
    let pegawai = data.pegawai(id);
    let mut k = Worker::new(data, aturan, &run, Recorder::default());
    let (start, _) = person::start(&mut k, id, pegawai);
    let (hasil, rhk) = person::end(&mut k, id, pegawai, start, &all);
    let next = distance(aturan, &run, pegawai, &hasil);
    if hasil.status() == Status::Dinilai {
        k.trace.leaf(|| afterwards(aturan, pegawai));
    }
    Explanation {
        step: k.trace.steps(),
        next,
        hasil,
        rhk,
    }
}

/// What follows the evaluation: terms for the document and for an objection, where the result is not final (6/2022 Lampiran
/// p. 90 no. 12).
fn afterwards(aturan: &Aturan, pegawai: &Pegawai) -> Step {
    let mut step = Step::new("Sesudah evaluasi");
    let jenis = pegawai.last_posting().and_then(|x| x.jenis_jabatan.get());
    let rules = aturan.jadwal.hasil_final.as_ref();
    let entry = rules
        .zip(jenis)
        .and_then(|(rules, jenis)| Some((rules, rules.shown().entry(*jenis)?)));
    let told = entry.map(|(rules, entry)| {
        let title = if entry.bersyarat {
            format!(
                "Hasil evaluasi bersifat final bila evaluasinya dilakukan oleh {}",
                entry.penilai
            )
        } else {
            format!("Hasil evaluasi bersifat final: evaluasinya dilakukan oleh {}", entry.penilai)
        };
        Step::new(title).hasil("tidak dapat diajukan keberatan").basis(rules)
    });
    let certain = entry.is_some_and(|(_, entry)| !entry.bersyarat);
    let due = aturan.jadwal.after().filter(|due| !(certain && due.of_objection));
    let terms = due.map(|due| {
        let term = Step::new(due.what)
            .hasil(format!("paling lama {} {}", due.term.shown().display(), due.since))
            .basis(due.term);
        if due.of_objection && entry.is_some() {
            term.catatan("hanya bila hasilnya tidak final")
        } else {
            term
        }
    });
    step.anak = told.into_iter().chain(terms).collect();
    step
}

/// "Why not Baik?"
fn distance(aturan: &Aturan, run: &RunFacts, pegawai: &Pegawai, hasil: &HasilPegawai) -> Option<Distance> {
    if hasil.status() != Status::Dinilai {
        return None;
    }
    let predikat = hasil.predikat()?;
    let better = *Predikat::ALL.iter().rev().find(|p| **p < predikat)?;
    let (next_predikat, runs) = match &aturan.content {
        RegimeRules::Numerik(n) => (better, angka(n, run, hasil, better)?),
        // What the law leaves is between two, by the penilai: no rating leads from one to a better one.
        RegimeRules::Kualitatif(_) if pegawai.last_posting().is_some_and(studi::not_finished) => return None,
        RegimeRules::Kualitatif(q) => rating(aturan, q, hasil, predikat)?,
    };
    Some(Distance {
        next_predikat: aturan.label(next_predikat),
        runs,
    })
}

/// In figures: what nilai kinerja lacks, and which nilai SKP or perilaku alone would supply it.
fn angka(n: &Numerik, run: &RunFacts, hasil: &HasilPegawai, better: Predikat) -> Option<Vec<String>> {
    let nilai = hasil.nilai_kinerja()?;
    let (_, band) = n.predikat.pita().into_iter().find(|(p, _)| *p == better)?;
    let target = band.shown().dari;
    let mut runs = Vec::new();
    let lacking = target.checked_sub(nilai)?;
    if lacking > Decimal::ZERO {
        runs.push(format!(
            "nilai kinerja {} perlu menjadi paling sedikit {}: kurang {}",
            with_comma(nilai),
            with_comma(target),
            with_comma(lacking)
        ));
        let bobot = run.bobot?;
        let (skp, perilaku) = (hasil.nilai_skp?, hasil.nilai_perilaku?);
        let batas = *n.kinerja.batas_nilai_skp.shown();
        for (nama, w, other_w, other, now) in [
            ("nilai SKP", bobot.skp, bobot.perilaku, perilaku, skp),
            ("nilai perilaku", bobot.perilaku, bobot.skp, skp, perilaku),
        ] {
            let Some(need) = needs(target, w, other_w, other) else {
                continue;
            };
            runs.push(if need > batas {
                format!(
                    "{nama} saja tidak cukup: perlu {}, di atas {}",
                    with_comma(need),
                    with_comma(batas)
                )
            } else {
                format!(
                    "dengan {nama} paling sedikit {} (sekarang {})",
                    with_comma(need),
                    with_comma(now)
                )
            });
        }
    }
    if better == Predikat::SangatBaik && n.predikat.ide_baru.shown().wajib {
        runs.push("Sangat Baik juga memerlukan ide baru yang ditetapkan pimpinan unit atas rekomendasi atasan".to_owned());
    }
    Some(runs)
}

/// The smallest two-decimal figure with weight `w` that brings the rounded nilai kinerja to `target`.
fn needs(target: Decimal, w: Decimal, other_w: Decimal, other: Decimal) -> Option<Decimal> {
    // Rounded half up, nilai kinerja reaches `target` from half a hundredth below it on.
    let half = Fraction::new(1, 200).ok()?;
    let sum = Fraction::from(target)
        .minus(half)
        .and_then(|t| t.times(Fraction::HUNDRED))
        .ok()?;
    let rest = Fraction::from(other_w)
        .times(Fraction::from(other))
        .and_then(|o| sum.minus(o))
        .ok()?;
    let exact = rest.per(Fraction::from(w)).ok()?;
    let rounded = exact.round(2).ok()?;
    if Fraction::from(rounded) < exact {
        rounded.checked_add(Decimal::new(1, 2))
    } else {
        Some(rounded)
    }
}

/// In ratings: which other ratings lead to a better predikat, the fewest changes first.
fn rating(aturan: &Aturan, q: &Kualitatif, hasil: &HasilPegawai, now: Predikat) -> Option<(Predikat, Vec<String>)> {
    let (h0, p0) = (hasil.rating_hasil_kerja?, hasil.rating_perilaku?);
    let kuadran = q.rating.kuadran.shown();
    let mut ways: Vec<(Predikat, usize, String)> = Vec::new();
    for &h in Rating::ALL.iter().filter(|h| **h <= h0) {
        for &p in Rating::ALL.iter().filter(|p| **p <= p0) {
            let there = kuadran.predikat(h, p);
            if there >= now {
                continue;
            }
            let steps = (h0.ordinal() - h.ordinal()) + (p0.ordinal() - p.ordinal());
            let mut changes = Vec::new();
            if h != h0 {
                changes.push(format!("hasil kerja {h}"));
            }
            if p != p0 {
                changes.push(format!("perilaku kerja {p}"));
            }
            ways.push((
                there,
                steps,
                format!("rating {} → {}", changes.join(" dan "), aturan.label(there)),
            ));
        }
    }
    // The next better predikat that can be had, by the fewest changes.
    let next = ways.iter().map(|(p, _, _)| *p).max()?;
    let fewest = ways.iter().filter(|(p, _, _)| *p == next).map(|(_, s, _)| *s).min()?;
    let runs = ways
        .into_iter()
        .filter(|(p, s, _)| *p == next && *s == fewest)
        .map(|(_, _, text)| text)
        .collect();
    Some((next, runs))
}

#[cfg(test)]
mod tests {
    use super::super::uji::d;
    use super::*;

    #[test]
    fn what_is_needed_is_the_smallest_figure_that_rounds_there() {
        // 0.7 × S + 0.3 × 90 ≥ 89.995 → S ≥ 89.9928… → 90.00 (89.99 gives 89.993 → 89.99).
        assert_eq!(needs(d("90"), d("70"), d("30"), d("90")), Some(d("90")));
        // 0.7 × S + 0.3 × 100 ≥ 89.995 → S ≥ 85.707… → 85.71.
        assert_eq!(needs(d("90"), d("70"), d("30"), d("100")), Some(d("85.71")));
        assert_eq!(needs(d("90"), d("30"), d("70"), d("100")), Some(d("66.65")));
    }
}
