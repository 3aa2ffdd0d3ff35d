//! What follows from a predikat (`aturan.md` 3): parameters of the rule set, never a decision.

use std::sync::Arc;

use smallvec::SmallVec;

use crate::base::figure::{Decimal, with_comma};
use crate::model::Pegawai;
use crate::model::vocab::Predikat;
use crate::score::penilaian::predikat_of_year_before;
use crate::score::trace::{Step, Trace};
use crate::score::worker::Worker;

/// Keys of the parameters that apply; the list of the person before where they are the same.
pub fn tindak_lanjut<T: Trace>(
    k: &mut Worker<'_, T>,
    pegawai: &Pegawai,
    predikat: Predikat,
    nilai: Option<Decimal>,
) -> Arc<[&'static str]> {
    let earlier = predikat_of_year_before(pegawai, k.data.periode);
    let rules = &k.aturan.tindak_lanjut;
    let in_force = rules.in_force(pegawai.jenis(), predikat, earlier, nilai, &mut k.usage);
    let keys: SmallVec<[&'static str; 8]> = in_force.map(|p| p.key).collect();
    if *k.tindak_lanjut != *keys {
        k.tindak_lanjut = keys.as_slice().into();
    }
    k.tindak_lanjut.clone()
}

/// Per cent of tukin, by the nilai kinerja where the rule set has bands for it, else by the predikat;
/// `None` where it has no table (the law has none, an agency's own rules may).
pub fn tukin<T: Trace>(k: &mut Worker<'_, T>, predikat: Predikat, nilai: Option<Decimal>) -> Option<Decimal> {
    const TITLE: &str = "Tunjangan kinerja, persen";
    let rules = &k.aturan.tindak_lanjut;
    if let (Some(bands), Some(nilai)) = (&rules.tukin_nilai, nilai) {
        let persen = bands.used(&mut k.usage).untuk(nilai)?;
        k.trace.leaf(|| {
            Step::new(TITLE)
                .formula(format!("nilai kinerja {}", with_comma(nilai)))
                .angka(Some(persen))
                .basis(bands)
        });
        return Some(persen);
    }
    let table = rules.tukin_persen.as_ref()?;
    let persen = table.used(&mut k.usage).untuk(predikat);
    k.trace.leaf(|| Step::new(TITLE).angka(Some(persen)).basis(table));
    Some(persen)
}
