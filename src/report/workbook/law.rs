//! What the sheets ask of the rule set.

use crate::model::vocab::{Predikat, Rating};
use crate::rules::Aturan;

/// Title of the rule set with its id.
pub(super) fn judul(aturan: &Aturan) -> String {
    format!("{} ({})", aturan.judul, aturan.id)
}

/// Predikat of a box of the quadrant; `None` in the numeric sets.
pub(super) fn kotak(aturan: &Aturan, hasil: Rating, perilaku: Rating) -> Option<Predikat> {
    aturan.kualitatif().map(|k| k.rating.kuadran.nilai.predikat(hasil, perilaku))
}

/// What follows from a predikat, in the rule file's words; an unknown key as it is.
pub(super) fn tindak_lanjut<'a>(aturan: &'a Aturan, kunci: &'a str) -> &'a str {
    let t = &aturan.tindak_lanjut;
    [
        &t.kenaikan_pangkat,
        &t.prioritas_suksesi,
        &t.perbaikan_kinerja,
        &t.prioritas_promosi,
        &t.pembinaan,
    ]
    .into_iter()
    .find(|p| p.kunci == kunci)
    .map_or(kunci, |p| &p.nilai.uraian)
}
