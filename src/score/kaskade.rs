//! Nilai tertimbang of an RHK utama of JA/JF under 8/2021 (`aturan.md` 1.4): directly cascaded, the
//! own nilai; not directly, 80 % of it plus a share of the intervened RHK's *own* nilai, so that
//! nothing is recursive.

use crate::base::figure::{Decimal, Fraction, with_comma};
use crate::base::origin::Origin;
use crate::model::vocab::{MetodeKaskade, Predikat};
use crate::model::{BrokenLink, RencanaHasilKerja, RhkId, Tautan, TautanTarget};
use crate::rules::Konversi;
use crate::score::findings::AtasanAwaited;
use crate::score::result::{HasilRhk, Reason};
use crate::score::trace::{Step, Trace, display};
use crate::score::worker::Worker;

/// Own nilai and kategori of an RHK, as others look it up.
#[derive(Debug, Clone, Copy, Default)]
pub struct OwnValue {
    /// Own nilai, printed.
    pub nilai: Option<Decimal>,
    /// Kategori: by the table (JA/JF), or by the band of the mean capaian (JPT).
    pub kategori: Option<Predikat>,
}

/// Own nilai of all RHK of everybody, by [`RhkId`]. Empty where the rule set has no cascade weighting.
pub type OwnValues = Vec<Box<[OwnValue]>>;

/// Weights an RHK utama.
pub fn weighted<T: Trace>(
    k: &mut Worker<'_, T>,
    konversi: &Konversi,
    rhk: &RencanaHasilKerja,
    hasil: &HasilRhk,
    all: &[Box<[OwnValue]>],
) -> Option<Decimal> {
    match rhk.detail.method.or_default(MetodeKaskade::Langsung) {
        Some(MetodeKaskade::Langsung) => {
            konversi.kaskade_langsung.used(&mut k.usage);
            k.trace.leaf(|| {
                Step::new(format!("Nilai tertimbang RHK {} (kaskade langsung)", rhk.kode))
                    .formula("sama dengan nilai RHK sendiri")
                    .angka(hasil.nilai)
                    .basis(&konversi.kaskade_langsung)
            });
            hasil.nilai
        }
        Some(MetodeKaskade::TidakLangsung) => tidak_langsung(k, konversi, rhk, hasil, all),
        None => {
            k.catatan.because(Reason::RhkTidakLengkap);
            None
        }
    }
}

fn tidak_langsung<T: Trace>(
    k: &mut Worker<'_, T>,
    konversi: &Konversi,
    rhk: &RencanaHasilKerja,
    hasil: &HasilRhk,
    all: &[Box<[OwnValue]>],
) -> Option<Decimal> {
    k.trace.begin();
    let term = atasan_term(k, konversi, rhk, hasil.id, all);
    if rhk.tautan.len() > 1 {
        konversi.kaskade_beberapa.used(&mut k.usage);
    }
    let digits = k.aturan.pembulatan.pembulatan_nilai.used(&mut k.usage).tertimbang;
    let section = *konversi.kaskade_bagian_sendiri.used(&mut k.usage);
    let nilai = match (hasil.nilai, term) {
        (Some(own), Some(term)) => {
            let sum = Fraction::from(section)
                .times(Fraction::from(own))
                .and_then(|x| x.per(Fraction::HUNDRED))
                .and_then(|x| x.plus(term))
                .and_then(|x| x.round(digits));
            k.exact(sum, rhk.at)
        }
        _ => None,
    };
    k.trace.end(|| {
        let step = Step::new(format!("Nilai tertimbang RHK {} (kaskade tidak langsung)", rhk.kode))
            .angka(nilai)
            .rounded(digits)
            .cell(rhk.detail.method.at(rhk.at))
            .cell(rhk.kode_atasan_at())
            .basis(&konversi.kaskade_bobot_atasan);
        match (hasil.nilai, term) {
            (Some(own), Some(term)) => step.formula(format!(
                "{} / 100 × {} + {}",
                with_comma(section),
                with_comma(own),
                display(term)
            )),
            _ => step.catatan("nilai sendiri atau nilai RHK atasan yang diintervensi belum ada"),
        }
    });
    nilai
}

/// Mean of `w/100 × nilai` over the intervened RHK; `None` when one of them cannot be used.
fn atasan_term<T: Trace>(
    k: &mut Worker<'_, T>,
    konversi: &Konversi,
    rhk: &RencanaHasilKerja,
    id: RhkId,
    all: &[Box<[OwnValue]>],
) -> Option<Fraction> {
    if rhk.tautan.is_empty() {
        // Every broken link is told by its KAS code already, whether its figure is used or not.
        k.catatan.because(Reason::KaskadeTerputus);
        return None;
    }
    let mut sum = Some(Fraction::ZERO);
    for tautan in &rhk.tautan {
        let term = one_term(k, konversi, (id, rhk.kode_atasan_at()), tautan, all);
        sum = match (sum, term) {
            (Some(s), Some(x)) => k.exact(s.plus(x), rhk.kode_atasan_at()),
            _ => None,
        };
    }
    let n = Fraction::int(i64::try_from(rhk.tautan.len()).unwrap_or(i64::MAX));
    sum.and_then(|s| k.exact(s.per(n), rhk.at))
}

fn one_term<T: Trace>(
    k: &mut Worker<'_, T>,
    konversi: &Konversi,
    (id, at): (RhkId, Origin),
    tautan: &Tautan,
    all: &[Box<[OwnValue]>],
) -> Option<Fraction> {
    let atasan = match &tautan.to {
        // An RHK tambahan, or one of the atasan's other time, should not be intervened, and a finding
        // says so; which RHK is meant is certain all the same, and it has its own nilai.
        Ok(TautanTarget::Rhk(atasan)) | Err(BrokenLink::Tambahan(atasan) | BrokenLink::PostingOther(atasan)) => *atasan,
        // It may stand there, unread: what there is to do is not to name another.
        Err(BrokenLink::InLostRow(_)) => {
            k.catatan.because(Reason::AtasanBelumDinilai);
            return None;
        }
        _ => {
            k.catatan.because(Reason::KaskadeTerputus);
            return None;
        }
    };
    let own = all
        .get(atasan.pegawai.index())
        .and_then(|r| r.get(atasan.rhk.index()))
        .copied()
        .unwrap_or_default();
    let (Some(nilai), Some(kategori)) = (own.nilai, own.kategori) else {
        k.catatan.because(Reason::AtasanBelumDinilai);
        let data = k.data;
        k.catatan.fact_rhk(at, id, || {
            let p = data.pegawai(atasan.pegawai);
            AtasanAwaited {
                rhk: format!("RHK {} milik {} (NIP {})", data.rhk(atasan).kode, p.nama, p.nip),
            }
        });
        return None;
    };
    let w = konversi.kaskade_bobot_atasan.used(&mut k.usage).untuk(kategori);
    let term = Fraction::from(w)
        .times(Fraction::from(nilai))
        .and_then(|x| x.per(Fraction::HUNDRED));
    let term = k.exact(term, at)?;
    let (data, aturan) = (k.data, k.aturan);
    k.trace.leaf(|| {
        let p = data.pegawai(atasan.pegawai);
        Step::new(format!(
            "RHK {} milik {} ({})",
            data.rhk(atasan).kode,
            p.nama,
            aturan.label(kategori)
        ))
        .formula(format!("{} / 100 × {}", with_comma(w), with_comma(nilai)))
        .hasil(display(term))
        .cell(at)
        .cell(data.rhk(atasan).at)
        .basis(&konversi.kaskade_bobot_atasan)
    });
    Some(term)
}
