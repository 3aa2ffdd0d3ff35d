//! Ratings of a Kalibrasi: for whom they decide, which of them are others than those that count without it, and what
//! they change.

use crate::finding::{Fact, Noted};
use crate::model::findings::{CalibrationUnused, NotUsed};
use crate::model::kalibrasi::{self, Calibration};
use crate::model::vocab::{Rating, Word as _};
use crate::model::{Data, Field, PegawaiId};
use crate::rules::Aturan;
use crate::score::findings::{Calibrated, CalibratedWithoutReason};
use crate::score::kaskade::OwnValues;
use crate::score::trace::Silent;
use crate::score::worker::Worker;
use crate::score::{Scores, Status, person, studi};

/// What counted for a person before.
struct Before {
    id: PegawaiId,
    hasil_kerja: Option<Rating>,
    perilaku: Option<Rating>,
    predikat: Option<&'static str>,
}

/// The people whose ratings a Kalibrasi changes.
pub struct Changed(Vec<Before>);

/// Whether somebody's result follows from two ratings: not where he would wait with both of them, and not where the law
/// leaves him other predikat than the quadrant (tugas belajar not finished, Lampiran p. 100, 103 (d)).
pub fn decides(data: &Data, aturan: &Aturan, scores: &Scores, id: PegawaiId) -> bool {
    let pegawai = data.pegawai(id);
    match scores.pegawai[id].status() {
        Status::Dikecualikan => false,
        Status::Dinilai => !pegawai.last_posting().is_some_and(studi::not_finished),
        Status::BelumDapatDinilai => {
            let mut rated = pegawai.clone();
            let rating = || Field::given(Rating::Sesuai, pegawai.at);
            rated.kalibrasi = Some(Box::new(kalibrasi::Calibrated {
                at: pegawai.at,
                hasil_kerja: rating(),
                perilaku: rating(),
                alasan: "".into(),
            }));
            let mut k = Worker::new(data, aturan, &scores.facts, Silent);
            let (first, _) = person::start(&mut k, id, &rated);
            let (hasil, _) = person::end(&mut k, id, &rated, first, &OwnValues::new());
            hasil.status() == Status::Dinilai
        }
    }
}

/// Sets the ratings that are others than those that count in `scores`; the data are to be scored
/// again then. What the sheet leaves empty or repeats changes nothing; what decides nothing is not set, and told.
pub fn set(data: &mut Data, aturan: &Aturan, scores: &Scores, calibration: Calibration) -> Changed {
    let mut changed = Vec::new();
    for (id, row) in calibration.rows {
        let p = &scores.pegawai[id];
        let other = |field: &Field<Rating>, now: Option<Rating>| field.get().is_some_and(|r| Some(*r) != now);
        if other(&row.hasil_kerja, p.rating_hasil_kerja) || other(&row.perilaku, p.rating_perilaku) {
            if !decides(data, aturan, scores, id) {
                let why = NotUsed::RatingAlone;
                data.problems
                    .push(Noted::new(CalibrationUnused { why }).at(row.at).nip(p.nip.clone()));
                continue;
            }
            changed.push(Before {
                id,
                hasil_kerja: p.rating_hasil_kerja,
                perilaku: p.rating_perilaku,
                predikat: p.label(),
            });
            data.pegawai[id].kalibrasi = Some(Box::new(row));
        }
    }
    Changed(changed)
}

impl Changed {
    /// What is to be said of each of them.
    pub fn told(&self, data: &Data, scores: &Scores) -> Vec<Noted> {
        self.0.iter().filter_map(|before| told(before, data, scores)).collect()
    }
}

fn told(before: &Before, data: &Data, scores: &Scores) -> Option<Noted> {
    let p = &scores.pegawai[before.id];
    let set = data.pegawai(before.id).kalibrasi.as_ref()?;
    let word = |r: Option<Rating>| r.map_or("belum ada", |r| r.as_str());
    let mut parts = Vec::new();
    for (what, was, now) in [
        ("hasil kerja", before.hasil_kerja, set.hasil_kerja.get().copied()),
        ("perilaku kerja", before.perilaku, set.perilaku.get().copied()),
    ] {
        if now.is_some() && now != was {
            parts.push(format!("{what} {} → {}", word(was), word(now)));
        }
    }
    let label = |p: Option<&'static str>| p.unwrap_or("belum ada");
    parts.push(if before.predikat == p.label() {
        format!("predikat tetap {}", label(p.label()))
    } else {
        format!("predikat {} → {}", label(before.predikat), label(p.label()))
    });
    let change = parts.join(", ");
    let fact: Box<dyn Fact> = if set.alasan.is_empty() {
        CalibratedWithoutReason { change }.into()
    } else {
        let alasan = set.alasan.to_string();
        Calibrated { change, alasan }.into()
    };
    Some(Noted {
        pegawai: Some(before.id),
        ..Noted::new(fact).at(set.at).nip(data.pegawai(before.id).nip.clone())
    })
}
