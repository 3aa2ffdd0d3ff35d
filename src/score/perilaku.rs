//! Nilai perilaku as a figure (`aturan.md` 1.7): per aspek the weighted mean of the sources that
//! rated it, several raters of one source averaged first; then the mean over the aspek that are due.

use crate::base::figure::{Decimal, Fraction, with_comma};
use crate::model::vocab::{AspekPerilaku, JenisJabatan, PenilaiKind, Word};
use crate::model::{NilaiPerilaku, Pegawai, Posting, Scale, State};
use crate::rules::values::WajibKepemimpinan;
use crate::rules::{PerilakuNumerik, Usage};
use crate::score::findings::{KepemimpinanNotDue, PerilakuKosong, PerilakuOffScale};
use crate::score::notes::NeededTable;
use crate::score::result::Reason;
use crate::score::trace::{Step, Trace, display};
use crate::score::worker::{Worker, weighted_average};
use crate::table::TableKind;

/// Whether kepemimpinan is due for the post; `None` where that cannot be told.
fn kepemimpinan(required: &WajibKepemimpinan, posting: &Posting) -> Option<bool> {
    let jenis: JenisJabatan = *posting.jenis_jabatan.get()?;
    match posting.detail.kepemimpinan.or_default(false) {
        Some(marked) => Some(required.untuk(jenis, marked)),
        // An unreadable mark matters only for those who go by it.
        None if required.untuk(jenis, true) == required.untuk(jenis, false) => Some(required.untuk(jenis, false)),
        None => None,
    }
}

/// Nilai perilaku by the post of the last posting.
pub fn nilai<T: Trace>(k: &mut Worker<'_, T>, pegawai: &Pegawai, posting: &Posting, aturan: &PerilakuNumerik) -> Option<Decimal> {
    let leads = kepemimpinan(aturan.wajib_kepemimpinan.used(&mut k.usage), posting);
    if leads.is_none() && posting.jenis_jabatan.get().is_some() {
        k.catatan.because(Reason::DataPegawaiTidakLengkap);
    }
    k.trace.begin();
    let all_aspek = k.aturan.perilaku.aspek_perilaku.used(&mut k.usage);
    let mut valid = leads.is_some() && readable_row(k, pegawai);
    let (mut sum, mut count) = (Fraction::ZERO, 0);
    for &aspek in &all_aspek.0 {
        if aspek == AspekPerilaku::Kepemimpinan && leads != Some(true) {
            if leads == Some(false) {
                not_due(k, pegawai);
            }
            continue;
        }
        match one_aspek(k, pegawai, aspek, aturan) {
            Some(x) => {
                count += 1;
                match k.exact(sum.plus(x), pegawai.at) {
                    Some(s) => sum = s,
                    None => valid = false,
                }
            }
            None => valid = false,
        }
    }
    aturan.nilai_perilaku.used(&mut k.usage);
    let digits = k.aturan.pembulatan.pembulatan_nilai.used(&mut k.usage).perilaku;
    let hasil = if valid {
        k.exact(sum.per(Fraction::int(count)).and_then(|m| m.round(digits)), pegawai.at)
    } else {
        None
    };
    k.trace.end(|| {
        let step = Step::new("Nilai perilaku")
            .angka(hasil)
            .rounded(digits)
            .basis(&aturan.nilai_perilaku);
        if hasil.is_some() {
            step.formula(format!("{} / {count} aspek", display(sum)))
        } else {
            step.catatan("perilaku belum lengkap")
        }
    });
    hasil
}

/// A row whose aspek or rater cannot be read might belong to any aspek: nobody's mean is sure then.
fn readable_row<T: Trace>(k: &mut Worker<'_, T>, pegawai: &Pegawai) -> bool {
    let ambiguous = |r: &NilaiPerilaku| {
        let of_others = r.aspek.get().is_some_and(|a| !AspekPerilaku::NUMERIK.contains(a));
        !of_others && (r.aspek.get().is_none() || r.penilai.is_faulty())
    };
    let valid = !pegawai.perilaku.iter().any(ambiguous);
    if !valid {
        k.catatan.because(Reason::PerilakuTidakLengkap);
    }
    valid
}

/// Kepemimpinan given for somebody who has none: told, and left out.
fn not_due<T: Trace>(k: &mut Worker<'_, T>, pegawai: &Pegawai) {
    for row in &pegawai.perilaku {
        if row.aspek.get() == Some(&AspekPerilaku::Kepemimpinan) && !row.nilai.is_empty() {
            k.catatan.fact(row.nilai_at(), || KepemimpinanNotDue);
        }
    }
}

fn one_aspek<T: Trace>(
    k: &mut Worker<'_, T>,
    pegawai: &Pegawai,
    aspek: AspekPerilaku,
    aturan: &PerilakuNumerik,
) -> Option<Fraction> {
    let mut sources = [(Decimal::ZERO, 0_u32); PenilaiKind::ALL.len()];
    let mut valid = true;
    let off_scale = |x, usage: &mut Usage| aturan.skala_perilaku.when(usage, |scale| !scale.holds(x));
    let rows = || pegawai.perilaku.iter().filter(move |r| r.aspek.get() == Some(&aspek));
    for row in rows() {
        let source = row.penilai.or_default(PenilaiKind::Atasan);
        let angka = match &row.nilai.state {
            State::Empty => continue,
            State::Given(Scale::Angka(x)) if off_scale(*x, &mut k.usage).is_none() => *x,
            State::Given(scale) => {
                k.catatan.because(Reason::PerilakuTidakLengkap);
                k.catatan.fact(row.nilai_at(), || PerilakuOffScale {
                    aspek: match scale {
                        Scale::Angka(x) => format!("{} bernilai {}", aspek.as_str(), with_comma(*x)),
                        Scale::Rating(r) => format!("{} berisi kata \"{r}\"", aspek.as_str()),
                        Scale::Words(w) => format!("{} berisi kata \"{w}\"", aspek.as_str()),
                        Scale::Colour(c) => format!("{} berisi {c}", aspek.as_str()),
                    },
                });
                valid = false;
                continue;
            }
            State::Faulty => {
                k.catatan.because(Reason::PerilakuTidakLengkap);
                valid = false;
                continue;
            }
        };
        let Some(source) = source else {
            valid = false;
            continue;
        };
        let (sum, count) = &mut sources[source.ordinal()];
        *count += 1;
        match sum.checked_add(angka) {
            Some(s) => *sum = s,
            None => valid = false,
        }
    }
    if sources[PenilaiKind::Atasan.ordinal()].1 == 0 {
        blank(k, pegawai, aspek, aturan, valid);
        return None;
    }
    if !valid {
        return None;
    }
    let given = |s: PenilaiKind| sources[s.ordinal()].1 > 0;
    let bobot = aturan.bobot(given(PenilaiKind::Rekan), given(PenilaiKind::Bawahan));
    let present = || PenilaiKind::ALL.iter().zip(&sources).filter(|(_, (_, n))| *n > 0);
    let several = present().count() > 1;
    let weights = bobot.used_if(&mut k.usage, several);
    let average = |sum: Decimal, n: u32| match n {
        1 => Ok(sum.into()),
        _ => Fraction::from(sum).per(Fraction::int(n.into())),
    };
    let mean = if several {
        weighted_average(present().map(|(s, (sum, n))| Ok((average(*sum, *n)?, Fraction::from(weights.untuk(*s))))))
    } else {
        // The atasan alone: no weight (an agency's might be anything) and nothing to divide by.
        let (sum, n) = sources[PenilaiKind::Atasan.ordinal()];
        average(sum, n)
    };
    let mean = k.exact(mean, pegawai.at)?;
    k.trace.leaf(|| {
        let section: Vec<String> = present()
            .map(|(s, (sum, n))| {
                let mean = if *n == 1 {
                    with_comma(*sum)
                } else {
                    format!("({} / {n})", with_comma(*sum))
                };
                if several {
                    format!("{} {} × {mean}", s.as_str(), with_comma(weights.untuk(*s)))
                } else {
                    format!("{} {mean}", s.as_str())
                }
            })
            .collect();
        let mut step = Step::new(format!("Aspek {}", aspek.as_str())).hasil(display(mean));
        step.cell.extend(rows().map(NilaiPerilaku::nilai_at));
        if several {
            let sum: Decimal = present().map(|(s, _)| weights.untuk(*s)).sum();
            step.formula(format!("({}) / {}", section.join(" + "), with_comma(sum)))
                .basis(bobot)
        } else {
            step.formula(section.join(" + "))
        }
    });
    Some(mean)
}

/// Nobody but the atasan can give an aspek that is due. Said once where the run has no perilaku at all.
fn blank<T: Trace>(k: &mut Worker<'_, T>, pegawai: &Pegawai, aspek: AspekPerilaku, aturan: &PerilakuNumerik, valid: bool) {
    aturan.perilaku_kosong.used(&mut k.usage);
    k.catatan.because(Reason::PerilakuTidakLengkap);
    // A row whose aspek nobody knows may be the one that seems to be missing: that is told at its cell.
    if k.run.unread(pegawai, TableKind::Perilaku) || pegawai.perilaku.iter().any(|r| r.aspek.is_faulty()) {
        return;
    }
    if !k.run.has_perilaku {
        k.catatan.table(NeededTable::Perilaku);
    } else if valid {
        let at = pegawai.perilaku.first().map_or(pegawai.at, |r| r.at);
        let aspek = aspek.as_str();
        // One finding for all aspek that somebody lacks.
        k.catatan.gather(
            at,
            |said: &mut PerilakuKosong| said.aspek = format!("{}, {aspek}", said.aspek),
            || PerilakuKosong { aspek: aspek.to_owned() },
        );
    }
}
