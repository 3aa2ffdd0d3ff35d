//! What must hold between parameters: bands without hole or overlap, pieces that join, weights
//! that fit. What a value must satisfy by itself is in `values`.

use super::parameter::Parameter;
use super::values::{Pita, Segment};
use super::{Aturan, AturanError, Konversi, RegimeRules};
use crate::base::figure::{Decimal, with_comma};
use crate::model::vocab::{Predikat, Word};

fn wrong<T>(p: &Parameter<T>, reason: impl AsRef<str>) -> AturanError {
    AturanError::Content {
        file: p.origin.to_string(),
        row: p.row,
        reason: format!("`{}.{}`: {}", p.section, p.key, reason.as_ref()),
    }
}

/// Checks a complete rule set and adds all that is wrong; of one series of bands or pieces the
/// first fault only, the others may follow from it.
pub(super) fn aturan(a: &Aturan, faults: &mut Vec<AturanError>) {
    let mut add = |found: Result<(), AturanError>| faults.extend(found.err());
    let c = &a.capaian;
    let (lower, upper) = (c.batas_bawah.nilai, c.batas_atas.nilai);
    let batas = refuse_if(lower >= upper, || {
        wrong(&c.batas_atas, "batas atas capaian tidak di atas batas bawahnya")
    });
    add(batas.and_then(|()| pita(&c.pita(), lower, upper)));
    add(refuse_if(c.pembulatan_pita.nilai.0 > c.pembulatan_capaian.nilai.0, || {
        wrong(
            &c.pembulatan_pita,
            "pembulatan sebelum pita tidak boleh lebih halus daripada pembulatan capaian",
        )
    }));
    add(refuse_if(a.angka_kredit.bulan_setahun.nilai == 0, || {
        wrong(&a.angka_kredit.bulan_setahun, "pembagi bulan tidak boleh 0")
    }));
    if let RegimeRules::Numerik(n) = &a.content {
        let scale = &n.perilaku.skala_perilaku;
        add(match scale.nilai.sampai {
            Some(highest) => pita(&n.predikat.pita(), lower, n.kinerja.batas_nilai_skp.nilai.max(highest)),
            None => Err(wrong(scale, "skala perilaku perlu `sampai` (termasuk)")),
        });
        add(refuse_if(n.predikat.ide_baru.nilai.tanpa <= Predikat::SangatBaik, || {
            wrong(&n.predikat.ide_baru, "predikat tanpa ide baru harus di bawah Sangat Baik")
        }));
        if let Some(k) = &n.konversi {
            add(konversi(a, k));
            add(kaskade(k));
        }
    }
}

fn refuse_if(poor: bool, error: impl FnOnce() -> AturanError) -> Result<(), AturanError> {
    if poor { Err(error()) } else { Ok(()) }
}

/// The bands cover `bawah..=atas`, each figure exactly once, and rise with the predikat.
fn pita(pita: &[(Predikat, &Parameter<Pita>)], lower: Decimal, upper: Decimal) -> Result<(), AturanError> {
    let mut dari = lower;
    for (i, (_, p)) in pita.iter().rev().enumerate() {
        let last = i + 1 == pita.len();
        if p.nilai.dari > dari {
            return Err(wrong(
                p,
                format!(
                    "pita berlubang: {} sampai sebelum {} tidak masuk pita mana pun",
                    with_comma(dari),
                    with_comma(p.nilai.dari)
                ),
            ));
        }
        if p.nilai.dari < dari {
            return Err(wrong(
                p,
                format!(
                    "pita bertumpuk: {} sampai sebelum {} masuk dua pita",
                    with_comma(p.nilai.dari),
                    with_comma(dari)
                ),
            ));
        }
        match (p.nilai.sebelum, p.nilai.sampai, last) {
            (Some(sebelum), None, false) => dari = sebelum,
            (None, Some(sampai), true) if sampai == upper => {}
            (None, Some(sampai), true) => {
                return Err(wrong(
                    p,
                    format!(
                        "pita teratas harus `sampai` {}, bukan {}",
                        with_comma(upper),
                        with_comma(sampai)
                    ),
                ));
            }
            (_, _, true) => {
                return Err(wrong(
                    p,
                    format!("pita teratas harus ditutup dengan `sampai = {}`", with_comma(upper)),
                ));
            }
            _ => return Err(wrong(p, "pita yang bukan teratas ditutup dengan `sebelum`, bukan `sampai`")),
        }
    }
    Ok(())
}

/// The pieces cover every whole per cent of capaian once and rise; capaian is whole.
fn konversi(a: &Aturan, k: &Konversi) -> Result<(), AturanError> {
    let capaian = &a.capaian;
    if capaian.pembulatan_capaian.nilai.0 != 0 {
        return Err(wrong(
            &capaian.pembulatan_capaian,
            "konversi nilai JPT memakai capaian dalam persen bulat; pembulatan capaian harus 0",
        ));
    }
    let mut before: Option<&Segment> = None;
    for piece in k.segment() {
        let s = &piece.nilai;
        let mulai = match before {
            None => capaian.batas_bawah.nilai,
            Some(b) => Decimal::from(b.sampai) + Decimal::ONE,
        };
        if Decimal::from(s.dari) != mulai {
            return Err(wrong(
                piece,
                format!(
                    "capaian {} seharusnya menjadi awal potongan ini, bukan {} (berlubang atau bertumpuk)",
                    with_comma(mulai),
                    s.dari
                ),
            ));
        }
        if before.is_some_and(|b| s.nilai_dari < b.nilai_sampai) {
            return Err(wrong(piece, "nilai turun padahal capaian naik"));
        }
        before = Some(s);
    }
    let top = &k.jpt_penuh;
    if Decimal::from(top.nilai.sampai) != capaian.batas_atas.nilai {
        return Err(wrong(
            top,
            format!(
                "potongan teratas harus sampai capaian {}",
                with_comma(capaian.batas_atas.nilai)
            ),
        ));
    }
    if k.jpt_target_maksimal.nilai < k.jpt_baik.nilai.nilai_sampai {
        return Err(wrong(
            &k.jpt_target_maksimal,
            "nilai target maksimal di bawah nilai capaian biasa",
        ));
    }
    Ok(())
}

/// Own part and the atasan's never exceed the whole.
fn kaskade(k: &Konversi) -> Result<(), AturanError> {
    for &piece in Predikat::ALL {
        let count = k
            .kaskade_bagian_sendiri
            .nilai
            .checked_add(k.kaskade_bobot_atasan.nilai.untuk(piece));
        if count.is_none_or(|j| j > Decimal::ONE_HUNDRED) {
            return Err(wrong(
                &k.kaskade_bobot_atasan,
                format!("bagian sendiri dan bobot atasan ({piece}) bersama lebih dari 100"),
            ));
        }
    }
    Ok(())
}
