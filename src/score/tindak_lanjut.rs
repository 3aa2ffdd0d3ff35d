//! What follows from a predikat (`aturan.md` 3): parameters of the rule set, never a decision.

use crate::figure::Desimal;
use crate::model::Pegawai;
use crate::model::Periode;
use crate::model::vocab::Predikat;
use crate::rules::{Aturan, Pemakaian};
use crate::score::penilaian::predikat_tahun_lalu;

/// Keys of the parameters that apply. One that takes two years running is left out where the data
/// hold last year's predikat and it was another; where they do not, its own words say that the
/// other year must be looked at.
pub fn tindak_lanjut(
    aturan: &Aturan,
    pegawai: &Pegawai,
    periode: Periode,
    predikat: Predikat,
    nilai: Option<Desimal>,
    pakai: &mut Pemakaian,
) -> Vec<&'static str> {
    let lalu = predikat_tahun_lalu(pegawai, periode);
    aturan
        .tindak_lanjut
        .berlaku(predikat, nilai, pakai)
        .into_iter()
        .filter(|p| {
            let beruntun = p.nilai.tahun.is_some_and(|t| t > 1);
            !beruntun || lalu.is_none_or(|l| p.nilai.predikat.is_empty() || p.nilai.predikat.contains(&l))
        })
        .map(|p| p.kunci)
        .collect()
}
