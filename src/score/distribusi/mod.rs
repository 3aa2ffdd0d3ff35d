//! The distribution of predikat within a unit against the law's bounds, in whole persons
//! (`aturan.md` 1.8 and 2): counts, over and under, whether any distribution can fit, the fewest
//! people that would have to change group, and one such way. It advises; it changes no rating.

mod bounds;
mod moves;
mod shorten;
mod tree;

pub use bounds::{BoundRule, Condition, kaidah};

use super::result::{AturanDistribusi, Distribusi};
use crate::model::vocab::{Predikat, Word};
use crate::rules::Aturan;
use crate::rules::values::Pengelompokan;

/// People per predikat, best first (the order of [`Predikat::ALL`]).
pub type Counts = [u32; 5];

/// Where a predikat stands in [`Counts`].
pub const fn at_place(predikat: Predikat) -> usize {
    predikat as usize
}

/// Checks a unit's counts. `None` when nobody is counted: there is nothing to check.
/// By what they are grouped, from where the predikat organisasi is, and who stands nearest to a
/// boundary is filled in by [`super::unit`], which knows the people.
pub fn periksa(jumlah: Counts, kaidah: &[BoundRule], aturan: &Aturan) -> Option<Distribusi> {
    let n: u32 = jumlah.iter().try_fold(0_u32, |a, b| a.checked_add(*b))?;
    if n == 0 {
        return None;
    }
    let daftar: Vec<AturanDistribusi> = kaidah.iter().map(|k| measure(k, jumlah, n, aturan)).collect();
    let sesuai = daftar.iter().all(|a| a.lebih.unwrap_or(0) == 0 && a.kurang.unwrap_or(0) == 0);
    let terbaik = if sesuai {
        Some(jumlah)
    } else {
        tree::terdekat(jumlah, kaidah).map(|x| shorten::shorten(jumlah, x, kaidah))
    };
    Some(Distribusi {
        kelompok_dasar: Pengelompokan::Unit.as_str(),
        n,
        predikat: Predikat::ALL
            .iter()
            .map(|&p| (aturan.label(p), jumlah[at_place(p)]))
            .collect(),
        predikat_organisasi_dari: None,
        kecil: false,
        sesuai,
        mungkin: terbaik.is_some(),
        pindah_minimal: terbaik.map(|x| moves::berapa(jumlah, x)),
        aturan: daftar,
        pindah: terbaik.map(|x| moves::steps(jumlah, x, aturan)).unwrap_or_default(),
    })
}

/// One rule in persons.
fn measure(kaidah: &BoundRule, jumlah: Counts, n: u32, aturan: &Aturan) -> AturanDistribusi {
    let ada: u32 = kaidah.anggota().map(|p| jumlah[at_place(p)]).sum();
    let mut hasil = AturanDistribusi {
        kelompok: kaidah.anggota().map(|p| aturan.label(p)).collect(),
        batas: kaidah.syarat.to_string(),
        acuan: kaidah.acuan.clone(),
        jumlah: ada,
        paling_banyak: None,
        paling_sedikit: None,
        lebih: None,
        kurang: None,
    };
    if let Some(atas) = kaidah.syarat.paling_banyak(n) {
        hasil.paling_banyak = Some(atas);
        hasil.lebih = Some(ada.saturating_sub(atas));
    } else if let Some(bawah) = kaidah.syarat.paling_sedikit(n) {
        hasil.paling_sedikit = Some(bawah);
        hasil.kurang = Some(bawah.saturating_sub(ada));
    } else {
        let terbanyak = Predikat::ALL
            .iter()
            .filter(|p| !kaidah.memuat(**p))
            .map(|p| jumlah[at_place(*p)])
            .max()
            .unwrap_or(0);
        hasil.kurang = Some(terbanyak.saturating_sub(ada));
    }
    hasil
}

#[cfg(test)]
mod tests;
