//! Nilai perilaku as a figure (`aturan.md` 1.7): per aspek the weighted mean of the sources that
//! rated it, several raters of one source averaged first; then the mean over the aspek that are due.

use crate::base::figure::{Desimal, Rasio, with_comma};
use crate::model::vocab::{AspekPerilaku, JenisJabatan, SumberPenilai, Word};
use crate::model::{NilaiPerilaku, Pegawai, Posting, Skala, State};
use crate::rules::PerilakuNumerik;
use crate::score::findings::{KepemimpinanTidakWajib, PerilakuDiLuarSkala, PerilakuKosong};
use crate::score::notes::NeededTable;
use crate::score::result::Reason;
use crate::score::trace::{Step, Trace, display};
use crate::score::worker::{Worker, rata_tertimbang};

/// Whether kepemimpinan is due for the post; `None` where that cannot be told.
fn kepemimpinan(aturan: &PerilakuNumerik, posting: &Posting) -> Option<bool> {
    let jenis: JenisJabatan = *posting.jenis_jabatan.get()?;
    let wajib = &aturan.wajib_kepemimpinan.nilai;
    match posting.kepemimpinan.or_default(false) {
        Some(ditandai) => Some(wajib.untuk(jenis, ditandai)),
        // An unreadable mark matters only for those who go by it.
        None if wajib.untuk(jenis, true) == wajib.untuk(jenis, false) => Some(wajib.untuk(jenis, false)),
        None => None,
    }
}

/// Nilai perilaku by the post of the last posting.
pub fn nilai<T: Trace>(k: &mut Worker<'_, T>, pegawai: &Pegawai, posting: &Posting, aturan: &PerilakuNumerik) -> Option<Desimal> {
    let memimpin = kepemimpinan(aturan, posting);
    aturan.wajib_kepemimpinan.used(&mut k.pakai);
    if memimpin.is_none() && posting.jenis_jabatan.get().is_some() {
        k.catatan.sebab(Reason::DataPegawaiTidakLengkap);
    }
    k.trace.begin();
    let aspek_semua = k.aturan.perilaku.aspek_perilaku.used(&mut k.pakai);
    let mut sah = memimpin.is_some() && baris_terbaca(k, pegawai);
    let (mut sum, mut count) = (Rasio::ZERO, 0);
    for &aspek in &aspek_semua.0 {
        if aspek == AspekPerilaku::Kepemimpinan && memimpin != Some(true) {
            if memimpin == Some(false) {
                tidak_wajib(k, pegawai);
            }
            continue;
        }
        match satu_aspek(k, pegawai, aspek, aturan) {
            Some(x) => {
                count += 1;
                match k.exact(sum.plus(x), pegawai.at) {
                    Some(s) => sum = s,
                    None => sah = false,
                }
            }
            None => sah = false,
        }
    }
    aturan.nilai_perilaku.used(&mut k.pakai);
    let digits = k.aturan.pembulatan.pembulatan_nilai.used(&mut k.pakai).perilaku;
    let hasil = if sah {
        k.exact(sum.per(Rasio::int(count)).and_then(|m| m.round(digits)), pegawai.at)
    } else {
        None
    };
    k.trace.end(|| {
        let step = Step::new("Nilai perilaku")
            .angka(hasil)
            .bulat(digits)
            .dasar(&aturan.nilai_perilaku);
        if hasil.is_some() {
            step.rumus(format!("{} / {count} aspek", display(sum)))
        } else {
            step.catatan("perilaku belum lengkap")
        }
    });
    hasil
}

/// A row whose aspek or rater cannot be read might belong to any aspek: nobody's mean is sure then.
fn baris_terbaca<T: Trace>(k: &mut Worker<'_, T>, pegawai: &Pegawai) -> bool {
    let rancu = |r: &NilaiPerilaku| {
        let milik_lain = r.aspek.get().is_some_and(|a| !AspekPerilaku::NUMERIK.contains(a));
        !milik_lain && (r.aspek.get().is_none() || r.penilai.is_faulty())
    };
    let sah = !pegawai.perilaku.iter().any(rancu);
    if !sah {
        k.catatan.sebab(Reason::PerilakuTidakLengkap);
    }
    sah
}

/// Kepemimpinan given for somebody who has none: told, and left out.
fn tidak_wajib<T: Trace>(k: &mut Worker<'_, T>, pegawai: &Pegawai) {
    for row in &pegawai.perilaku {
        if row.aspek.get() == Some(&AspekPerilaku::Kepemimpinan) && !row.nilai.is_empty() {
            k.catatan.fact(row.nilai.at, || KepemimpinanTidakWajib);
        }
    }
}

fn satu_aspek<T: Trace>(
    k: &mut Worker<'_, T>,
    pegawai: &Pegawai,
    aspek: AspekPerilaku,
    aturan: &PerilakuNumerik,
) -> Option<Rasio> {
    let mut sources = [(Desimal::ZERO, 0_u32); SumberPenilai::ALL.len()];
    let mut sah = true;
    let rows = || pegawai.perilaku.iter().filter(move |r| r.aspek.get() == Some(&aspek));
    for row in rows() {
        let sumber = row.penilai.or_default(SumberPenilai::Atasan);
        let angka = match &row.nilai.state {
            State::Empty => continue,
            State::Given(Skala::Angka(x)) if aturan.skala_perilaku.nilai.memuat(*x) => *x,
            State::Given(skala) => {
                k.catatan.sebab(Reason::PerilakuTidakLengkap);
                k.catatan.fact(row.nilai.at, || PerilakuDiLuarSkala {
                    aspek: match skala {
                        Skala::Angka(x) => format!("{} bernilai {}", aspek.as_str(), with_comma(*x)),
                        Skala::Rating(r) => format!("{} berisi kata \"{r}\"", aspek.as_str()),
                        Skala::Words(w) => format!("{} berisi kata \"{w}\"", aspek.as_str()),
                    },
                });
                sah = false;
                continue;
            }
            State::Faulty => {
                k.catatan.sebab(Reason::PerilakuTidakLengkap);
                sah = false;
                continue;
            }
        };
        let Some(sumber) = sumber else {
            sah = false;
            continue;
        };
        let (sum, count) = &mut sources[sumber as usize];
        *count += 1;
        match sum.checked_add(angka) {
            Some(s) => *sum = s,
            None => sah = false,
        }
    }
    if sources[SumberPenilai::Atasan as usize].1 == 0 {
        kosong(k, pegawai, aspek, aturan, sah);
        return None;
    }
    if !sah {
        return None;
    }
    let given = |s: SumberPenilai| sources[s as usize].1 > 0;
    let bobot = aturan.bobot(given(SumberPenilai::Rekan), given(SumberPenilai::Bawahan));
    let weights = bobot.nilai;
    let present = || SumberPenilai::ALL.iter().zip(&sources).filter(|(_, (_, n))| *n > 0);
    let beberapa = present().count() > 1;
    if beberapa {
        bobot.used(&mut k.pakai);
    }
    let rata = |sum: Desimal, n: u32| Rasio::from(sum).per(Rasio::int(i64::from(n)));
    let mean = if beberapa {
        rata_tertimbang(present().map(|(s, (sum, n))| Ok((rata(*sum, *n)?, Rasio::from(weights.untuk(*s))))))
    } else {
        // The atasan alone: no weight (an agency's might be anything) and nothing to divide by.
        let (sum, n) = sources[SumberPenilai::Atasan as usize];
        rata(sum, n)
    };
    let mean = k.exact(mean, pegawai.at)?;
    k.trace.leaf(|| {
        let bagian: Vec<String> = present()
            .map(|(s, (sum, n))| {
                let mean = if *n == 1 {
                    with_comma(*sum)
                } else {
                    format!("({} / {n})", with_comma(*sum))
                };
                if beberapa {
                    format!("{} {} × {mean}", s.as_str(), with_comma(weights.untuk(*s)))
                } else {
                    format!("{} {mean}", s.as_str())
                }
            })
            .collect();
        let mut step = Step::new(format!("Aspek {}", aspek.as_str())).hasil(display(mean));
        step.sel.extend(rows().map(|r| r.nilai.at));
        if beberapa {
            let jumlah: Desimal = present().map(|(s, _)| weights.untuk(*s)).sum();
            step.rumus(format!("({}) / {}", bagian.join(" + "), with_comma(jumlah)))
                .dasar(bobot)
        } else {
            step.rumus(bagian.join(" + "))
        }
    });
    Some(mean)
}

/// Nobody but the atasan can give an aspek that is due. Said once where the run has no perilaku at all.
fn kosong<T: Trace>(k: &mut Worker<'_, T>, pegawai: &Pegawai, aspek: AspekPerilaku, aturan: &PerilakuNumerik, sah: bool) {
    aturan.perilaku_kosong.used(&mut k.pakai);
    k.catatan.sebab(Reason::PerilakuTidakLengkap);
    if !k.lari.ada_perilaku {
        k.catatan.tabel(NeededTable::Perilaku);
    } else if sah {
        let at = pegawai.perilaku.first().map_or(pegawai.at, |r| r.at);
        k.catatan.fact(at, || PerilakuKosong {
            aspek: aspek.as_str().to_owned(),
        });
    }
}
