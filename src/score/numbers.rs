//! The second pass in the numeric regimes: nilai SKP and perilaku of one person, weighted, and the band
//! that the printed nilai kinerja lies in.

use crate::base::figure::{Decimal, Fraction, with_comma};
use crate::model::vocab::{Predikat, StatusPegawai, Word};
use crate::model::{Pegawai, Posting};
use crate::rules::Numerik;
use crate::score::findings::{IdeWithoutRecommendation, JenisJabatanEmpty, NilaiDitetapkanKosong};
use crate::score::kaskade::OwnValue;
use crate::score::notes::NeededTable;
use crate::score::person::FirstPass;
use crate::score::result::{HasilPegawai, Reason};
use crate::score::trace::{Silent, Step, Trace};
use crate::score::worker::Worker;
use crate::score::{perilaku, skp};
use crate::table::TableKind;

/// A predikat, and by numbers the nilai kinerja that it is the band of.
#[derive(Clone, Copy)]
pub(super) struct PredikatMark {
    pub predikat: Predikat,
    pub nilai: Option<Decimal>,
}

/// Predikat and nilai kinerja of somebody who may be rated; the parts of it go into `hasil`.
pub(super) fn mark<T: Trace>(
    k: &mut Worker<'_, T>,
    aturan: &Numerik,
    pegawai: &Pegawai,
    posting: Option<&Posting>,
    start: &mut FirstPass,
    all: &[Box<[OwnValue]>],
    hasil: &mut HasilPegawai,
) -> Option<PredikatMark> {
    let Some(posting) = posting else {
        k.catatan.because(Reason::DataPegawaiTidakLengkap);
        k.catatan.table(NeededTable::Pegawai);
        return None;
    };
    if let Some(StatusPegawai::TugasBelajar | StatusPegawai::PenugasanKhusus) = posting.detail.status.get() {
        // Its RHK decide nothing; they are weighted for show, without notes or steps.
        skp::skp(&mut Worker::new(k.data, k.aturan, k.run, Silent), aturan, pegawai, start, all);
        return set(k, aturan, pegawai, posting);
    }
    jenis_jabatan(k, pegawai, start, aturan);
    // What half of somebody's rows come to is no figure of his.
    let half_skp =
        pegawai.incomplete.has(TableKind::Skp) || pegawai.incomplete.has(TableKind::Realisasi) || pegawai.has_lost_post();
    let half_perilaku = pegawai.incomplete.has(TableKind::Perilaku);
    if half_skp || half_perilaku {
        k.catatan.because(Reason::BarisTidakTerhubung);
    }
    let mut nilai = skp::skp(k, aturan, pegawai, start, all);
    if half_skp {
        nilai = skp::NilaiSkp::default();
        unused(k, "Nilai SKP");
    }
    hasil.nilai_kinerja_utama = nilai.utama;
    hasil.nilai_kinerja_tambahan = nilai.tambahan;
    hasil.nilai_skp = nilai.skp;
    if start.term.section.len() > 1 {
        k.aturan.khusus.posting_terakhir.used(&mut k.usage);
    }
    if pegawai.posting.iter().any(|p| p.plt) {
        k.aturan.khusus.plt.used(&mut k.usage);
    }
    hasil.nilai_perilaku = perilaku::nilai(k, pegawai, posting, &aturan.perilaku).filter(|_| !half_perilaku);
    if half_perilaku {
        unused(k, "Nilai perilaku");
    }
    let kinerja = kinerja(k, aturan, hasil, posting)?;
    predikat(k, aturan, posting, kinerja)
}

/// Says of a figure that it comes from a part of the rows.
fn unused<T: Trace>(k: &mut Worker<'_, T>, what: &str) {
    k.trace
        .leaf(|| Step::new(format!("{what} tidak dipakai")).catatan("baru dari sebagian barisnya"));
}

/// The kind of post chooses the rule: in 8/2021 of every posting that counts, elsewhere of the last.
fn jenis_jabatan<T: Trace>(k: &mut Worker<'_, T>, pegawai: &Pegawai, start: &FirstPass, aturan: &Numerik) {
    let all = aturan.konversi.is_some();
    let counted = start
        .term
        .computed()
        .map(|b| b.posting)
        .filter(|i| all && Some(*i) != start.latest);
    for i in counted.chain(start.latest) {
        let posting = &pegawai.posting[i];
        let field = &posting.jenis_jabatan;
        if field.get().is_some() {
            continue;
        }
        k.catatan.because(Reason::DataPegawaiTidakLengkap);
        if field.is_empty() {
            k.catatan.fact(posting.jenis_jabatan_at(), || JenisJabatanEmpty);
        }
    }
}

/// Tugas belajar and penugasan khusus: the nilai set from other material (`aturan.md` 1.9).
fn set<T: Trace>(k: &mut Worker<'_, T>, aturan: &Numerik, pegawai: &Pegawai, posting: &Posting) -> Option<PredikatMark> {
    k.aturan.khusus.nilai_ditetapkan.used(&mut k.usage);
    // What is due of others is not due here (a doubled realisasi decides nothing); doubts about the
    // person's own rows stay.
    let data = k.catatan.has(Reason::DataPegawaiTidakLengkap);
    k.catatan.forget();
    if pegawai.defects.doubled {
        k.catatan.because(Reason::BarisGanda);
    }
    if data {
        k.catatan.because(Reason::DataPegawaiTidakLengkap);
    }
    let away = posting.away();
    let field = &away.nilai_ditetapkan;
    let digits = k.aturan.pembulatan.pembulatan_nilai.used(&mut k.usage).kinerja;
    let scale = &aturan.perilaku.skala_perilaku;
    let on_scale = |x: &Decimal| scale.when(&mut k.usage, |s| !s.holds(*x)).is_none();
    let Some(angka) = field.get().copied().filter(on_scale) else {
        k.catatan.because(Reason::NilaiDitetapkanKosong);
        if !field.is_faulty() {
            k.catatan.fact(field.at, || NilaiDitetapkanKosong);
        }
        return None;
    };
    let nilai = k.exact(Fraction::from(angka).round(digits), field.at)?;
    let (aturan_run, status) = (k.aturan, posting.detail.status.get().copied());
    k.trace.leaf(|| {
        Step::new("Nilai kinerja yang ditetapkan")
            .formula(format!("status {}", status.map_or("", |s| s.as_str())))
            .angka(Some(nilai))
            .rounded(digits)
            .cell(field.at)
            .cell(away.sumber_nilai.at)
            .basis(&aturan_run.khusus.nilai_ditetapkan)
    });
    predikat(k, aturan, posting, nilai)
}

/// Nilai kinerja = weighted SKP + perilaku (PP 30/2019 Pasal 41).
fn kinerja<T: Trace>(k: &mut Worker<'_, T>, aturan: &Numerik, hasil: &HasilPegawai, posting: &Posting) -> Option<Decimal> {
    let (skp, perilaku) = (hasil.nilai_skp?, hasil.nilai_perilaku?);
    let bobot = k.run.bobot?;
    let digits = k.aturan.pembulatan.pembulatan_nilai.used(&mut k.usage).kinerja;
    let sum = Fraction::from(bobot.skp)
        .times(Fraction::from(skp))
        .and_then(|s| s.plus(Fraction::from(bobot.perilaku).times(Fraction::from(perilaku))?))
        .and_then(|s| s.per(Fraction::HUNDRED))
        .and_then(|s| s.round(digits));
    let nilai = k.exact(sum, posting.at)?;
    k.trace.leaf(|| {
        let source = if bobot == *aturan.kinerja.bobot_dengan_rekan_bawahan.shown() {
            &aturan.kinerja.bobot_dengan_rekan_bawahan
        } else {
            &aturan.kinerja.bobot_atasan_saja
        };
        Step::new("Nilai kinerja")
            .formula(format!(
                "{}% × {} + {}% × {}",
                with_comma(bobot.skp),
                with_comma(skp),
                with_comma(bobot.perilaku),
                with_comma(perilaku)
            ))
            .angka(Some(nilai))
            .rounded(digits)
            .basis(source)
    });
    Some(nilai)
}

/// Predikat by the bands; Sangat Baik also wants an ide baru.
fn predikat<T: Trace>(k: &mut Worker<'_, T>, aturan: &Numerik, posting: &Posting, nilai: Decimal) -> Option<PredikatMark> {
    let field = &posting.detail.ide_baru;
    let at = field.at(posting.at);
    let bands = &aturan.predikat;
    let known = field.or_default(false);
    if known.is_none() {
        // An unreadable mark is in the way only where it would decide.
        let mut probe = k.usage;
        if bands.predikat(nilai, true, &mut probe) != bands.predikat(nilai, false, &mut probe) {
            k.catatan.because(Reason::DataPegawaiTidakLengkap);
        }
    }
    let ide = known == Some(true);
    if ide && posting.detail.rekomendasi_ide.is_empty() {
        k.catatan.fact(at, || IdeWithoutRecommendation);
    }
    let predikat = bands.predikat(nilai, ide, &mut k.usage)?;
    let aturan_run = k.aturan;
    k.trace.leaf(|| {
        let pita = bands.pita().into_iter().find(|(_, p)| p.shown().holds(nilai));
        let mut step = Step::new("Predikat kinerja pegawai")
            .hasil(aturan_run.label(predikat))
            .cell(at);
        if let Some((band, p)) = pita {
            step = step
                .formula(format!("{} berada di pita {}", with_comma(nilai), aturan_run.label(band)))
                .basis(p);
            if band != predikat {
                step = step.catatan("tanpa ide baru yang ditetapkan pimpinan unit, nilai setinggi ini menjadi Baik");
            }
        }
        step
    });
    Some(PredikatMark {
        predikat,
        nilai: Some(nilai),
    })
}
