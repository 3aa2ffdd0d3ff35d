//! Which row of `penilaian` counts: the one for the period, and after a transfer the one of the
//! latest posting (`aturan.md` 2). Annual predikat is its own evaluation: rows of other periods
//! never count.

use jiff::civil::Date;

use crate::model::{Pegawai, Penilaian, Periode, State};

/// The row that counts.
#[derive(Debug, Clone, Copy)]
pub enum Baris<'a> {
    /// There is none.
    TidakAda,
    /// This one.
    Satu(&'a Penilaian),
    /// Several of one rank that differ; one of them.
    Ganda(&'a Penilaian),
}

/// Finds the row.
pub fn baris(pegawai: &Pegawai, periode: Periode) -> Baris<'_> {
    let semua_plt = pegawai.penilaian.iter().all(|r| r.plt);
    let rows = || {
        pegawai.penilaian.iter().filter(move |r| {
            (semua_plt || !r.plt)
                && match r.periode.state {
                    State::Given(p) => p == periode,
                    State::Empty => true,
                    State::Faulty => false,
                }
        })
    };
    // A row without dates is for the whole period.
    let rank = |r: &Penilaian| -> (Date, Date) {
        (
            r.akhir.unwrap_or_else(|| periode.akhir()),
            r.awal.unwrap_or_else(|| periode.awal()),
        )
    };
    let Some(best) = rows().max_by_key(|r| rank(r)) else {
        return Baris::TidakAda;
    };
    let differ = |r: &Penilaian| {
        r.hasil_kerja.state != best.hasil_kerja.state
            || r.perilaku_kerja.state != best.perilaku_kerja.state
            || r.hasil_akhir.state != best.hasil_akhir.state
    };
    if rows().any(|r| rank(r) == rank(best) && differ(r)) {
        return Baris::Ganda(best);
    }
    Baris::Satu(best)
}

/// The predikat typed for the whole year before the assessed one, where the data hold it.
pub fn predikat_tahun_lalu(pegawai: &Pegawai, periode: Periode) -> Option<crate::model::vocab::Predikat> {
    let lalu = Periode::Tahun(periode.tahun().checked_sub(1)?);
    match baris(pegawai, lalu) {
        Baris::Satu(row) if row.periode.get() == Some(&lalu) => row.hasil_akhir.get().copied(),
        _ => None,
    }
}
