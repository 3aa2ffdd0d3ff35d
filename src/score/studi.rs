//! Tugas belajar in 6/2022: who could not finish has Kurang or Sangat Kurang, set by the penilai
//! (Lampiran p. 100, 103 (d)), and what the law's guidance by IPK (p. 63–64) says, as a note.

use crate::base::figure::with_comma;
use crate::contract::Key;
use crate::model::Posting;
use crate::model::vocab::{Predikat, StatusPegawai, Studi, Word};
use crate::rules::RatingKualitatif;
use crate::score::findings::{DecisionNeeded, EntryUnused, PanduanIpk, PredikatTidakLulus};
use crate::score::kualitatif::{Marks, Typed};
use crate::score::result::Reason;
use crate::score::trace::{Step, Trace};
use crate::score::worker::Worker;

fn studies(posting: &Posting) -> bool {
    posting.detail.status.get() == Some(&StatusPegawai::TugasBelajar)
}

/// Whether somebody's tugas belajar ended without its aim.
pub fn not_finished(posting: &Posting) -> bool {
    studies(posting) && posting.away().studi.get() == Some(&Studi::TidakLulus)
}

/// Whether it is written how somebody's tugas belajar stands, and cannot be read: two predikat are left to who did not finish.
pub fn is_unclear(posting: &Posting) -> bool {
    studies(posting) && posting.away().studi.is_faulty()
}

/// The predikat of somebody who did not finish: the typed one of the two that the law leaves, also
/// where the typed ratings come to it; nothing else stands, and no quadrant is held against it.
pub fn predikat<T: Trace>(
    k: &mut Worker<'_, T>,
    posting: &Posting,
    rules: &RatingKualitatif,
    marks: &Marks<'_>,
) -> Option<Predikat> {
    let aturan = k.aturan;
    let allowed = rules.predikat_tidak_lulus.used(&mut k.usage);
    let names = || {
        let all: Vec<&str> = allowed.0.iter().map(|p| aturan.label(*p)).collect();
        all.join(" atau ")
    };
    let by_ratings = match (marks.hasil_kerja.typed, marks.perilaku.typed) {
        (Typed::Given(h, _), Typed::Given(p, _)) => Some(rules.kuadran.used(&mut k.usage).predikat(h, p)),
        _ => None,
    };
    let found = match marks.predikat {
        Typed::Given(p, _) => Some(p),
        Typed::Nothing => by_ratings,
        Typed::Unreadable => None,
    }
    .filter(|p| allowed.0.contains(p));
    if found.is_none() {
        if let Typed::Given(p, at) = marks.predikat {
            k.catatan.because(Reason::PerluKeputusanPenilai);
            k.catatan.fact(at, || PredikatTidakLulus {
                differs: format!("ditulis {}, padahal hanya {} yang mungkin", aturan.label(p), names()),
            });
        } else {
            let why = match (marks.predikat, by_ratings) {
                (Typed::Unreadable, _) => "predikat yang ditulis tidak terbaca".to_owned(),
                (_, Some(p)) => format!("kedua rating yang ditulis memberi {}", aturan.label(p)),
                _ => "predikatnya belum ditulis".to_owned(),
            };
            let at = marks.row.map_or(posting.at, |r| r.at);
            k.catatan.because(Reason::PerluKeputusanPenilai);
            k.catatan.fact(at, || DecisionNeeded {
                subject: format!("tugas belajar tidak lulus, jadi predikatnya harus {}; {why}", names()),
                tidak_lulus: true,
                unread_unit: false,
            });
        }
    }
    k.trace.leaf(|| {
        let step = Step::new("Tugas belajar tidak lulus: predikat ditetapkan pejabat penilai")
            .cell(posting.detail.status.at(posting.at))
            .cell(posting.away().studi.at)
            .basis(&rules.predikat_tidak_lulus);
        match (found, marks.predikat) {
            (Some(p), Typed::Given(_, at)) => step
                .hasil(aturan.label(p))
                .cell(at)
                .catatan("predikat yang ditulis berlaku dan tidak diuji dengan kuadran"),
            (Some(p), _) => step.hasil(aturan.label(p)).catatan("menurut kedua rating yang ditulis"),
            (None, _) => step.catatan(format!("belum ada: harus {}", names())),
        }
    });
    found
}

/// What the law's guidance says of an IPK: a note, never a mark.
pub fn guidance<T: Trace>(k: &mut Worker<'_, T>, posting: &Posting, rules: &RatingKualitatif) {
    let away = posting.away();
    let Some(ipk) = away.ipk.get().copied().filter(|_| studies(posting)) else {
        return;
    };
    let table = rules.panduan_ipk.used(&mut k.usage);
    let aturan = k.aturan;
    let (jenjang, akreditasi) = (away.jenjang_studi.get().copied(), away.akreditasi.get().copied());
    let highest = table.paling_tinggi;
    let predikat = match (jenjang, akreditasi) {
        _ if ipk > highest || (ipk.is_sign_negative() && !ipk.is_zero()) => None,
        (Some(jenjang), Some(akreditasi)) => Some(aturan.label(table.predikat(jenjang, akreditasi, ipk))),
        _ => None,
    };
    let said = || {
        let ipk = with_comma(ipk);
        match (predikat, jenjang, akreditasi) {
            (Some(predikat), Some(jenjang), Some(akreditasi)) => {
                let akreditasi = akreditasi.as_str().replace('_', " ");
                format!("IPK {ipk} ({jenjang}, akreditasi {akreditasi}) menurut panduan: {predikat}")
            }
            (_, Some(_), Some(_)) => format!("IPK {ipk} di luar 0–{}, jadi panduan tidak dapat dibaca", with_comma(highest)),
            _ => {
                let wanted = [
                    (Key::JenjangStudi, jenjang.is_none()),
                    (Key::Akreditasi, akreditasi.is_none()),
                ];
                let missing: Vec<&str> = wanted.iter().filter(|(_, m)| *m).map(|(key, _)| key.name()).collect();
                format!(
                    "IPK {ipk}: panduan memerlukan {} yang belum diisi atau tidak terbaca",
                    missing.join(" dan ")
                )
            }
        }
    };
    k.catatan.fact(away.ipk.at, || PanduanIpk { guide: said() });
    k.trace.leaf(|| {
        let mut step = Step::new("Panduan IPK tugas belajar (bukan nilai)")
            .formula(said())
            .cell(away.ipk.at)
            .basis(&rules.panduan_ipk);
        step.hasil = predikat.map(str::to_owned);
        step
    });
}

/// A study that was not finished, of somebody who is not in tugas belajar: nothing follows from it.
pub fn without_status<T: Trace>(k: &mut Worker<'_, T>, posting: &Posting) {
    let studi = &posting.away().studi;
    if studi.get() == Some(&Studi::TidakLulus) && !studies(posting) && !posting.detail.status.is_faulty() {
        k.catatan.fact(studi.at, || EntryUnused {
            reason: format!(
                "{} {} hanya berarti bila {} {}",
                Key::Studi.name(),
                Studi::TidakLulus,
                Key::Status.name(),
                StatusPegawai::TugasBelajar
            ),
        });
    }
}
