//! What must hold between parameters: bands without hole or overlap, pieces that join, weights
//! that fit. What a value must satisfy by itself is in `nilai.rs`.

use super::parameter::Parameter;
use super::values::{Pita, Segment};
use super::{Aturan, AturanError, Isi, Konversi};
use crate::base::figure::{Desimal, with_comma};
use crate::model::vocab::{Predikat, Word};

fn salah<T>(p: &Parameter<T>, alasan: impl AsRef<str>) -> AturanError {
    AturanError::Isi {
        berkas: p.asal.to_string(),
        baris: p.baris,
        alasan: format!("`{}.{}`: {}", p.bagian, p.kunci, alasan.as_ref()),
    }
}

/// Checks a complete rule set and adds all that is wrong; of one series of bands or pieces the
/// first fault only, the others may follow from it.
pub(super) fn aturan(a: &Aturan, temuan: &mut Vec<AturanError>) {
    let mut catat = |hasil: Result<(), AturanError>| temuan.extend(hasil.err());
    let c = &a.capaian;
    let (bawah, atas) = (c.batas_bawah.nilai, c.batas_atas.nilai);
    let batas = bila(bawah >= atas, || {
        salah(&c.batas_atas, "batas atas capaian tidak di atas batas bawahnya")
    });
    catat(batas.and_then(|()| pita(&c.pita(), bawah, atas)));
    catat(bila(c.pembulatan_pita.nilai.0 > c.pembulatan_capaian.nilai.0, || {
        salah(
            &c.pembulatan_pita,
            "pembulatan sebelum pita tidak boleh lebih halus daripada pembulatan capaian",
        )
    }));
    catat(bila(a.angka_kredit.bulan_setahun.nilai == 0, || {
        salah(&a.angka_kredit.bulan_setahun, "pembagi bulan tidak boleh 0")
    }));
    if let Isi::Numerik(n) = &a.isi {
        let skala = &n.perilaku.skala_perilaku;
        catat(match skala.nilai.sampai {
            Some(teratas) => pita(&n.predikat.pita(), bawah, n.kinerja.batas_nilai_skp.nilai.max(teratas)),
            None => Err(salah(skala, "skala perilaku perlu `sampai` (termasuk)")),
        });
        catat(bila(n.predikat.ide_baru.nilai.tanpa <= Predikat::SangatBaik, || {
            salah(&n.predikat.ide_baru, "predikat tanpa ide baru harus di bawah Sangat Baik")
        }));
        if let Some(k) = &n.konversi {
            catat(konversi(a, k));
            catat(kaskade(k));
        }
    }
}

fn bila(buruk: bool, kesalahan: impl FnOnce() -> AturanError) -> Result<(), AturanError> {
    if buruk { Err(kesalahan()) } else { Ok(()) }
}

/// The bands cover `bawah..=atas`, each figure exactly once, and rise with the predikat.
fn pita(pita: &[(Predikat, &Parameter<Pita>)], bawah: Desimal, atas: Desimal) -> Result<(), AturanError> {
    let mut dari = bawah;
    for (i, (_, p)) in pita.iter().rev().enumerate() {
        let terakhir = i + 1 == pita.len();
        if p.nilai.dari > dari {
            return Err(salah(
                p,
                format!(
                    "pita berlubang: {} sampai sebelum {} tidak masuk pita mana pun",
                    with_comma(dari),
                    with_comma(p.nilai.dari)
                ),
            ));
        }
        if p.nilai.dari < dari {
            return Err(salah(
                p,
                format!(
                    "pita bertumpuk: {} sampai sebelum {} masuk dua pita",
                    with_comma(p.nilai.dari),
                    with_comma(dari)
                ),
            ));
        }
        match (p.nilai.sebelum, p.nilai.sampai, terakhir) {
            (Some(sebelum), None, false) => dari = sebelum,
            (None, Some(sampai), true) if sampai == atas => {}
            (None, Some(sampai), true) => {
                return Err(salah(
                    p,
                    format!(
                        "pita teratas harus `sampai` {}, bukan {}",
                        with_comma(atas),
                        with_comma(sampai)
                    ),
                ));
            }
            (_, _, true) => {
                return Err(salah(
                    p,
                    format!("pita teratas harus ditutup dengan `sampai = {}`", with_comma(atas)),
                ));
            }
            _ => return Err(salah(p, "pita yang bukan teratas ditutup dengan `sebelum`, bukan `sampai`")),
        }
    }
    Ok(())
}

/// The pieces cover every whole per cent of capaian once and rise; capaian is whole.
fn konversi(a: &Aturan, k: &Konversi) -> Result<(), AturanError> {
    let capaian = &a.capaian;
    if capaian.pembulatan_capaian.nilai.0 != 0 {
        return Err(salah(
            &capaian.pembulatan_capaian,
            "konversi nilai JPT memakai capaian dalam persen bulat; pembulatan capaian harus 0",
        ));
    }
    let mut sebelumnya: Option<&Segment> = None;
    for potongan in k.segmen() {
        let s = &potongan.nilai;
        let mulai = match sebelumnya {
            None => capaian.batas_bawah.nilai,
            Some(b) => Desimal::from(b.sampai) + Desimal::ONE,
        };
        if Desimal::from(s.dari) != mulai {
            return Err(salah(
                potongan,
                format!(
                    "capaian {} seharusnya menjadi awal potongan ini, bukan {} (berlubang atau bertumpuk)",
                    with_comma(mulai),
                    s.dari
                ),
            ));
        }
        if sebelumnya.is_some_and(|b| s.nilai_dari < b.nilai_sampai) {
            return Err(salah(potongan, "nilai turun padahal capaian naik"));
        }
        sebelumnya = Some(s);
    }
    let puncak = &k.jpt_penuh;
    if Desimal::from(puncak.nilai.sampai) != capaian.batas_atas.nilai {
        return Err(salah(
            puncak,
            format!(
                "potongan teratas harus sampai capaian {}",
                with_comma(capaian.batas_atas.nilai)
            ),
        ));
    }
    if k.jpt_target_maksimal.nilai < k.jpt_baik.nilai.nilai_sampai {
        return Err(salah(
            &k.jpt_target_maksimal,
            "nilai target maksimal di bawah nilai capaian biasa",
        ));
    }
    Ok(())
}

/// Own part and the atasan's never exceed the whole.
fn kaskade(k: &Konversi) -> Result<(), AturanError> {
    for &potongan in Predikat::ALL {
        let jumlah = k
            .kaskade_bagian_sendiri
            .nilai
            .checked_add(k.kaskade_bobot_atasan.nilai.untuk(potongan));
        if jumlah.is_none_or(|j| j > Desimal::ONE_HUNDRED) {
            return Err(salah(
                &k.kaskade_bobot_atasan,
                format!("bagian sendiri dan bobot atasan ({potongan}) bersama lebih dari 100"),
            ));
        }
    }
    Ok(())
}
