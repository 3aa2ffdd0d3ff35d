//! Nilai tertimbang of an RHK utama of JA/JF under 8/2021 (`aturan.md` 1.4): directly cascaded, the
//! own nilai; not directly, 80 % of it plus a share of the intervened RHK's *own* nilai, so that
//! nothing is recursive.

use crate::base::figure::{Desimal, Rasio, with_comma};
use crate::model::vocab::{MetodeKaskade, Predikat};
use crate::model::{BrokenLink, RencanaHasilKerja, RhkId, Tautan, TautanKe};
use crate::rules::Konversi;
use crate::score::findings::MenungguAtasan;
use crate::score::result::{HasilRhk, Reason};
use crate::score::trace::{Step, Trace, display};
use crate::score::worker::Worker;

/// Own nilai and kategori of an RHK, as others look it up.
#[derive(Debug, Clone, Copy, Default)]
pub struct Sendiri {
    /// Own nilai, printed.
    pub nilai: Option<Desimal>,
    /// Kategori: by the table (JA/JF), or by the band of the mean capaian (JPT).
    pub kategori: Option<Predikat>,
}

/// Own nilai of all RHK of everybody, by [`RhkId`]. Empty where the rule set has no cascade weighting.
pub type SemuaSendiri = Vec<Box<[Sendiri]>>;

/// Weights an RHK utama.
pub fn tertimbang<T: Trace>(
    k: &mut Worker<'_, T>,
    konversi: &Konversi,
    rhk: &RencanaHasilKerja,
    hasil: &HasilRhk,
    semua: &[Box<[Sendiri]>],
) -> Option<Desimal> {
    match rhk.metode.or_default(MetodeKaskade::Langsung) {
        Some(MetodeKaskade::Langsung) => {
            konversi.kaskade_langsung.used(&mut k.pakai);
            k.trace.leaf(|| {
                Step::new(format!("Nilai tertimbang RHK {} (kaskade langsung)", rhk.kode))
                    .rumus("sama dengan nilai RHK sendiri")
                    .angka(hasil.nilai)
                    .dasar(&konversi.kaskade_langsung)
            });
            hasil.nilai
        }
        Some(MetodeKaskade::TidakLangsung) => tidak_langsung(k, konversi, rhk, hasil, semua),
        None => {
            k.catatan.sebab(Reason::RhkTidakLengkap);
            None
        }
    }
}

fn tidak_langsung<T: Trace>(
    k: &mut Worker<'_, T>,
    konversi: &Konversi,
    rhk: &RencanaHasilKerja,
    hasil: &HasilRhk,
    semua: &[Box<[Sendiri]>],
) -> Option<Desimal> {
    k.trace.begin();
    let suku = suku_atasan(k, konversi, rhk, hasil.id, semua);
    if rhk.tautan.len() > 1 {
        konversi.kaskade_beberapa.used(&mut k.pakai);
    }
    let digits = k.aturan.pembulatan.pembulatan_nilai.used(&mut k.pakai).tertimbang;
    let bagian = *konversi.kaskade_bagian_sendiri.used(&mut k.pakai);
    let nilai = match (hasil.nilai, suku) {
        (Some(own), Some(suku)) => {
            let sum = Rasio::from(bagian)
                .times(Rasio::from(own))
                .and_then(|x| x.per(Rasio::HUNDRED))
                .and_then(|x| x.plus(suku))
                .and_then(|x| x.round(digits));
            k.exact(sum, rhk.at)
        }
        _ => None,
    };
    k.trace.end(|| {
        let step = Step::new(format!("Nilai tertimbang RHK {} (kaskade tidak langsung)", rhk.kode))
            .angka(nilai)
            .bulat(digits)
            .sel(rhk.metode.at)
            .sel(rhk.kode_atasan.at)
            .dasar(&konversi.kaskade_bobot_atasan);
        match (hasil.nilai, suku) {
            (Some(own), Some(suku)) => step.rumus(format!(
                "{} / 100 × {} + {}",
                with_comma(bagian),
                with_comma(own),
                display(suku)
            )),
            _ => step.catatan("nilai sendiri atau nilai RHK atasan yang diintervensi belum ada"),
        }
    });
    nilai
}

/// Mean of `w/100 × nilai` over the intervened RHK; `None` when one of them cannot be used.
fn suku_atasan<T: Trace>(
    k: &mut Worker<'_, T>,
    konversi: &Konversi,
    rhk: &RencanaHasilKerja,
    id: RhkId,
    semua: &[Box<[Sendiri]>],
) -> Option<Rasio> {
    if rhk.tautan.is_empty() {
        // Every broken link is told by its KAS code already, whether its figure is used or not.
        k.catatan.sebab(Reason::KaskadeTerputus);
        return None;
    }
    let mut sum = Some(Rasio::ZERO);
    for tautan in &rhk.tautan {
        let suku = satu_suku(k, konversi, id, tautan, semua);
        sum = match (sum, suku) {
            (Some(s), Some(x)) => k.exact(s.plus(x), tautan.at),
            _ => None,
        };
    }
    let n = Rasio::int(i64::try_from(rhk.tautan.len()).unwrap_or(i64::MAX));
    sum.and_then(|s| k.exact(s.per(n), rhk.at))
}

fn satu_suku<T: Trace>(
    k: &mut Worker<'_, T>,
    konversi: &Konversi,
    id: RhkId,
    tautan: &Tautan,
    semua: &[Box<[Sendiri]>],
) -> Option<Rasio> {
    let atasan = match &tautan.ke {
        // An RHK tambahan, or one of the atasan's other time, should not be intervened, and a finding
        // says so; which RHK is meant is certain all the same, and it has its own nilai.
        Ok(TautanKe::Rhk(atasan)) | Err(BrokenLink::Tambahan(atasan) | BrokenLink::PostingLain(atasan)) => *atasan,
        _ => {
            k.catatan.sebab(Reason::KaskadeTerputus);
            return None;
        }
    };
    let own = semua
        .get(atasan.pegawai.0 as usize)
        .and_then(|r| r.get(atasan.rhk as usize))
        .copied()
        .unwrap_or_default();
    let (Some(nilai), Some(kategori)) = (own.nilai, own.kategori) else {
        k.catatan.sebab(Reason::AtasanBelumDinilai);
        let data = k.data;
        k.catatan.fact_rhk(tautan.at, id, || {
            let p = data.pegawai(atasan.pegawai);
            MenungguAtasan {
                rhk: format!("RHK {} milik {} (NIP {})", data.rhk(atasan).kode, p.nama, p.nip),
            }
        });
        return None;
    };
    let w = konversi.kaskade_bobot_atasan.used(&mut k.pakai).untuk(kategori);
    let suku = Rasio::from(w).times(Rasio::from(nilai)).and_then(|x| x.per(Rasio::HUNDRED));
    let suku = k.exact(suku, tautan.at)?;
    let (data, aturan) = (k.data, k.aturan);
    k.trace.leaf(|| {
        let p = data.pegawai(atasan.pegawai);
        Step::new(format!(
            "RHK {} milik {} ({})",
            data.rhk(atasan).kode,
            p.nama,
            aturan.label(kategori)
        ))
        .rumus(format!("{} / 100 × {}", with_comma(w), with_comma(nilai)))
        .hasil(display(suku))
        .sel(tautan.at)
        .sel(data.rhk(atasan).at)
        .dasar(&konversi.kaskade_bobot_atasan)
    });
    Some(suku)
}
