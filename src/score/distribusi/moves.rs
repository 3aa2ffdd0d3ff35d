//! The way from the counts to a lawful distribution: who changes from which group to which.

use super::super::result::Pindah;
use super::Counts;
use crate::model::vocab::{Predikat, Word};
use crate::rules::Aturan;

/// How many people leave their group. The sums are equal, so as many arrive.
pub(super) fn berapa(dari: Counts, ke: Counts) -> u32 {
    dari.iter().zip(ke).map(|(a, b)| a.saturating_sub(b)).sum()
}

/// Steps between neighbouring predikat that the shortest way takes in all.
pub(super) fn jarak(dari: Counts, ke: Counts) -> u64 {
    let mut selisih = 0_i64;
    let mut jarak = 0;
    for (a, b) in dari.iter().zip(ke) {
        selisih += i64::from(*a) - i64::from(b);
        jarak += selisih.unsigned_abs();
    }
    jarak
}

/// The shortest way, best predikat first: the best who leave take the best places that open.
pub(super) fn steps(dari: Counts, ke: Counts, aturan: &Aturan) -> Vec<Pindah> {
    let mut langkah = Vec::new();
    let mut kosong: Vec<(Predikat, u32)> = Predikat::ALL
        .iter()
        .map(|&p| (p, ke[p as usize].saturating_sub(dari[p as usize])))
        .collect();
    for &asal in Predikat::ALL {
        let mut sisa = dari[asal as usize].saturating_sub(ke[asal as usize]);
        for (tujuan, tempat) in &mut kosong {
            let n = sisa.min(*tempat);
            if n == 0 {
                continue;
            }
            langkah.push(Pindah {
                dari: aturan.label(asal),
                ke: aturan.label(*tujuan),
                jumlah: n,
                terdekat: Vec::new(),
            });
            sisa -= n;
            *tempat -= n;
        }
    }
    langkah
}
