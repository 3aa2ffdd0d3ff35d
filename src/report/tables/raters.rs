//! Per pejabat penilai: how many of the people rated are Sangat Baik, against the whole agency.

use hashbrown::HashMap;

use super::{Cell, Kind, ReportRow, Table, col};
use crate::model::vocab::Predikat;
use crate::model::{Pegawai, PegawaiId};
use crate::run::Run;
use crate::score::Status;

/// Fewer people than this say nothing about a penilai.
pub const LEAST: u64 = 4;

/// A penilai with the counts of his people.
pub struct RaterRow<'a> {
    person: &'a Pegawai,
    rated: u64,
    best: u64,
    all_rated: u64,
    all_best: u64,
}

impl ReportRow for RaterRow<'_> {}

/// Penilai with at least [`LEAST`] people rated, the highest share first.
pub fn rows(run: &Run) -> Vec<RaterRow<'_>> {
    let mut counts: HashMap<PegawaiId, (u64, u64)> = HashMap::new();
    let (mut all_rated, mut all_best) = (0, 0);
    for p in run.scores.pegawai.iter().filter(|p| p.status() == Status::Dinilai) {
        let best = u64::from(p.predikat() == Some(Predikat::SangatBaik));
        all_rated += 1;
        all_best += best;
        if let Some(id) = p.nip_atasan.as_deref().and_then(|nip| run.data.find(nip)) {
            let c = counts.entry(id).or_default();
            c.0 += 1;
            c.1 += best;
        }
    }
    let mut rows: Vec<(PegawaiId, RaterRow<'_>)> = counts
        .into_iter()
        .filter(|(_, (rated, _))| *rated >= LEAST)
        .map(|(id, (rated, best))| {
            let person = run.data.pegawai(id);
            let row = RaterRow {
                person,
                rated,
                best,
                all_rated,
                all_best,
            };
            (id, row)
        })
        .collect();
    // best / rated compared without dividing; equal shares in the order of the data.
    rows.sort_by(|(a, x), (b, y)| (y.best * x.rated).cmp(&(x.best * y.rated)).then(a.cmp(b)));
    rows.into_iter().map(|(_, row)| row).collect()
}

/// The columns.
pub fn table<'a>() -> Table<RaterRow<'a>> {
    Table {
        intro: vec![format!("Sangat Baik menurut pejabat penilai (sejak {LEAST} orang dinilai)")],
        columns: vec![
            col("nama", "Pejabat penilai", 40.0, Kind::Wrap, |r: &RaterRow<'a>| {
                Cell::name(&*r.person.nama)
            }),
            col("unit_kerja", "Unit kerja", 25.0, Kind::Wrap, |r: &RaterRow<'a>| {
                Cell::prose(r.person.last_posting().map_or("", |x| &*x.unit_kerja))
            }),
            col("dinilai", "Dinilai", 9.0, Kind::Count, |r: &RaterRow<'a>| {
                Cell::Count(r.rated)
            }),
            col("sangat_baik", "Sangat Baik", 17.0, Kind::Count, |r: &RaterRow<'a>| {
                Cell::Count(r.best)
            }),
            col("bagian", "Bagian", 17.0, Kind::Share, |r: &RaterRow<'a>| {
                Cell::Share(r.best, r.rated)
            }),
            col("bagian_instansi", "Bagian instansi", 17.0, Kind::Share, |r: &RaterRow<'a>| {
                Cell::Share(r.all_best, r.all_rated)
            }),
        ],
        frozen: 1,
        data_order: &[],
    }
}
