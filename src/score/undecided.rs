//! For what somebody without a predikat waits in 6/2022: what is missing is one thing, what the
//! penilai must decide another, and each has its own reason (`keluaran.md` section 4).

use crate::base::origin::Origin;
use crate::model::{Pegawai, Periode, RencanaHasilKerja, Unit};
use crate::rules::RatingKualitatif;
use crate::score::findings::{
    BelumDinilai, DecisionNeeded, OnlyInPlanning, PerilakuDiffers, PerilakuKosong, PimpinanWithoutRealisasi, UmpanBalikDiffers,
    UmpanBalikKosong,
};
use crate::score::kualitatif::{Marks, Side, Typed};
use crate::score::notes::{NeededTable, OnlyHeld};
use crate::score::person::FirstPass;
use crate::score::proposal::{self, NoRating};
use crate::score::proposed::{self, ProposedRating};
use crate::score::result::Reason;
use crate::score::trace::Trace;
use crate::score::worker::Worker;
use crate::table::TableKind;

/// The penilai must decide, for these reasons.
pub fn decide<T: Trace>(k: &mut Worker<'_, T>, at: Origin, why: &[String]) {
    k.catatan.because(Reason::PerluKeputusanPenilai);
    k.catatan.fact(at, || DecisionNeeded {
        subject: why.join("; "),
        tidak_lulus: false,
        unread_unit: false,
    });
}

/// The rating hasil kerja of a head waits for the predikat of his unit, whose cell cannot be read.
fn unread_unit<T: Trace>(k: &mut Worker<'_, T>, unit: &Unit) {
    k.catatan.because(Reason::PerluKeputusanPenilai);
    k.catatan.fact(unit.predikat_organisasi.at, || DecisionNeeded {
        subject: format!(
            "rating hasil kerja, karena predikat organisasi {} yang dipimpinnya tidak terbaca",
            unit.unit_kerja
        ),
        tidak_lulus: false,
        unread_unit: true,
    });
}

/// No predikat: says for what the person waits.
pub fn waits<T: Trace>(k: &mut Worker<'_, T>, pegawai: &Pegawai, first: &FirstPass, rules: &RatingKualitatif, marks: &Marks<'_>) {
    let at = marks.at(pegawai);
    if nothing_to_propose_from(k, pegawai, marks) {
        return;
    }
    let unrated = unrated(pegawai);
    if k.catatan.has(Reason::TanpaSkp) {
        k.catatan.because(unrated);
    }
    let mut why = Vec::new();
    // In a list of predikat one that cannot be read is all there is to say.
    let listed = marks.predikat == Typed::Unreadable && !k.run.wants_skp(pegawai) && k.run.has_penilaian;
    // Without an SKP there is nothing for the penilai to decide on; that has been said.
    if !k.catatan.has(Reason::TanpaSkp) {
        match marks.hasil_kerja.typed {
            Typed::Unreadable => why.push("rating hasil kerja yang ditulis tidak terbaca".to_owned()),
            Typed::Given(..) => {}
            Typed::Nothing => match marks.hasil_kerja.other {
                // Of a part of the RHK there is nothing to count.
                ProposedRating::Undecided(_) if pegawai.has_partial_plans() => {}
                ProposedRating::Incomplete if let Some(unit) = proposed::unread_unit(k, pegawai, first.latest) => {
                    unread_unit(k, unit);
                }
                ProposedRating::Undecided(counts) => {
                    why.push(format!("hasil kerja: {}", proposed::why_undecided(&counts, rules)));
                }
                other if !listed && other.rating().is_none() => hasil_kerja(k, pegawai, first, rules, &mut why),
                _ => {}
            },
        }
    }
    match marks.perilaku.typed {
        Typed::Unreadable => why.push("rating perilaku kerja yang ditulis tidak terbaca".to_owned()),
        Typed::Given(..) => {}
        Typed::Nothing => match marks.perilaku.other {
            ProposedRating::Undecided(_) => {
                let aspek = &k.aturan.perilaku.aspek_perilaku.used(&mut k.usage).0;
                why.push(format!("perilaku kerja: {}", proposed::values_below(aspek, pegawai, rules)));
            }
            other if !listed && other.rating().is_none() => perilaku(k, pegawai, rules, &mut why),
            _ => {}
        },
    }
    if marks.predikat == Typed::Unreadable {
        why.push("predikat yang ditulis tidak terbaca".to_owned());
    }
    if !why.is_empty() {
        decide(k, at, &why);
    } else if k.catatan.clean() {
        k.catatan.because(unrated);
    }
}

/// Nobody has rated, or only for other periods.
fn unrated(pegawai: &Pegawai) -> Reason {
    match pegawai.rated_for {
        None => Reason::BelumDinilai,
        Some(_) => Reason::PenilaianPeriodeLain,
    }
}

/// Whether the penilai has rated the perilaku of other parts of the year only; told for their table.
fn is_of_part(pegawai: &Pegawai, periode: Periode) -> bool {
    let other = |p: &Periode| *p != periode && p.tahun() == periode.tahun();
    let rated = |row: &crate::model::Penilaian| !row.perilaku_kerja.is_empty() && row.periode.get().is_some_and(other);
    pegawai.rated_for.is_some() && pegawai.penilaian.iter().any(rated)
}

/// The state of planning is all that is read of somebody: it does not say whether he has been rated.
fn only_planned(pegawai: &Pegawai) -> Reason {
    if pegawai.laporan.iter().any(|r| r.has_skp) {
        Reason::TanpaPenilaian
    } else {
        Reason::TanpaSkp
    }
}

/// An e-Kinerja download or a typed list: there is nothing to propose from, only to be rated.
fn nothing_to_propose_from<T: Trace>(k: &mut Worker<'_, T>, pegawai: &Pegawai, marks: &Marks<'_>) -> bool {
    let empty = |side: Side| side.typed == Typed::Nothing && side.other == ProposedRating::Nothing;
    let settled = |side: Side| empty(side) || matches!(side.typed, Typed::Given(..));
    let (h, p) = (marks.hasil_kerja, marks.perilaku);
    if k.run.only_held == Some(OnlyHeld::Planning) && !pegawai.laporan.is_empty() {
        // Of whoever has an SKP there it is not shown, and neither is what was rated.
        k.catatan.because(only_planned(pegawai));
        k.catatan.table(NeededTable::Skp);
        return true;
    }
    if k.run.wants_skp(pegawai) || !k.run.has_penilaian || marks.predikat == Typed::Unreadable || !settled(h) || !settled(p) {
        return false;
    }
    let unused = marks.row.is_some_and(|row| row.withheld) || k.run.unread(pegawai, TableKind::Penilaian);
    k.catatan.because(match unrated(pegawai) {
        _ if pegawai.incomplete.has(TableKind::Penilaian) => Reason::BarisTidakTerhubung,
        Reason::BelumDinilai if pegawai.penilaian.is_empty() && !pegawai.laporan.is_empty() => only_planned(pegawai),
        Reason::BelumDinilai if unused => Reason::PenilaianNotTaken,
        reason => reason,
    });
    // Marks of a table that gives none, ratings of other periods, and the state of planning are told for
    // their tables.
    if unused {
        return true;
    }
    if let (true, Some(row)) = (pegawai.penilaian.is_empty(), pegawai.laporan.first()) {
        // Of several SKP of the year each that is in another state.
        let mut states: Vec<&str> = Vec::new();
        for state in pegawai.laporan.iter().filter_map(|r| r.status.as_deref()) {
            if !states.contains(&state) {
                states.push(state);
            }
        }
        let state = (!states.is_empty()).then(|| states.join(", "));
        k.catatan.fact(row.at, || OnlyInPlanning { state });
        return true;
    }
    if marks.row.is_none() && !pegawai.penilaian.is_empty() {
        return true;
    }
    k.catatan.fact(marks.at(pegawai), || BelumDinilai {
        blank: {
            let parts = [("hasil kerja", empty(h)), ("perilaku kerja", empty(p))];
            let missing: Vec<&str> = parts.iter().filter(|(_, empty)| *empty).map(|(what, _)| *what).collect();
            format!("rating {}", missing.join(" dan "))
        },
    });
    true
}

/// The RHK that keep a proposal of hasil kerja from being made.
fn hasil_kerja<T: Trace>(
    k: &mut Worker<'_, T>,
    pegawai: &Pegawai,
    first: &FirstPass,
    rules: &RatingKualitatif,
    why: &mut Vec<String>,
) {
    if !k.run.has_skp {
        // Umpan balik hangs on an SKP. Rows that join nobody may hold it; those of another year do not.
        let lost = k.run.lost.has(TableKind::Skp) || pegawai.incomplete.has(TableKind::Skp);
        k.catatan
            .because(if lost { Reason::BarisTidakTerhubung } else { Reason::TanpaSkp });
        // Told once for the run that no file says who has one; where a table is there, it is told there why it does not.
        if !k.run.unread(pegawai, TableKind::Skp) {
            k.catatan.table(NeededTable::Skp);
        }
        return;
    }
    let unread = k.run.unread(pegawai, TableKind::Realisasi);
    if let Some(at) = proposed::idle_head(k, pegawai, first.latest).filter(|_| !unread && k.run.has_realisasi) {
        k.catatan.fact(at, || PimpinanWithoutRealisasi);
    }
    let mut words = Vec::new();
    for hasil in first.last_rhk() {
        let data = &pegawai.rhk[hasil.id.rhk];
        if hasil.jenis.is_none() {
            k.catatan.because(Reason::RhkTidakLengkap);
        }
        if hasil.umpan_balik.is_some() {
            continue;
        }
        match proposal::umpan_balik(data, k.data.periode, rules) {
            Err(NoRating::Missing(at)) => {
                k.catatan.because(Reason::UmpanBalikKosong);
                if unread {
                    continue;
                }
                if k.run.has_realisasi && !k.run.has_umpan_balik {
                    k.catatan.table(NeededTable::UmpanBalik);
                } else if k.run.has_realisasi {
                    k.catatan.fact_rhk(at, hasil.id, || UmpanBalikKosong {
                        others: 0,
                        colour: data.umpan_balik.iter().find_map(|u| Some(u.colour()?.name().into_owned())),
                    });
                } else {
                    k.catatan.table(NeededTable::Realisasi);
                }
            }
            Err(NoRating::Unlike(at)) => {
                words.push(format!("RHK {} berbeda-beda", data.kode));
                let periode = k.data.periode;
                k.catatan.fact_rhk(at, hasil.id, || UmpanBalikDiffers {
                    umpan_balik: unlike(data, periode),
                });
            }
            Err(NoRating::Words(_) | NoRating::Figure(_)) => words.push(format!("RHK {} bukan rating", data.kode)),
            // A cell that cannot be read, or a row of whom nobody knows to which post it belongs: its own finding says which.
            Err(NoRating::Unreadable) => words.push(format!("RHK {} tidak dapat dipakai", data.kode)),
            Ok(_) => {}
        }
    }
    if !words.is_empty() {
        why.push(format!("hasil kerja: umpan balik {}", words.join(", ")));
    }
}

/// Unlike umpan balik of one RHK: "2025: di atas ekspektasi, 2025: sesuai ekspektasi".
fn unlike(data: &RencanaHasilKerja, periode: Periode) -> String {
    let said = proposal::current_umpan_balik(data, periode).filter_map(|u| Some(format!("{}: {}", u.periode, u.content.get()?)));
    said.collect::<Vec<_>>().join(", ")
}

/// The values that keep a proposal of perilaku from being made.
fn perilaku<T: Trace>(k: &mut Worker<'_, T>, pegawai: &Pegawai, rules: &RatingKualitatif, why: &mut Vec<String>) {
    if !k.run.has_perilaku {
        k.catatan.because(Reason::PerilakuTidakLengkap);
        k.catatan.table(NeededTable::Perilaku);
        return;
    }
    let (mut missing, mut no_rating) = (Vec::new(), Vec::new());
    let mut at = pegawai.at;
    for &a in &k.aturan.perilaku.aspek_perilaku.used(&mut k.usage).0 {
        match proposal::nilai_perilaku(pegawai, a, rules) {
            Ok(_) => {}
            Err(NoRating::Missing(cell)) => {
                at = cell;
                missing.push(proposed::plain(a));
            }
            Err(NoRating::Unlike(cell)) => {
                no_rating.push(format!("{} berbeda-beda", proposed::plain(a)));
                k.catatan.fact(cell, || PerilakuDiffers {
                    aspek: proposed::plain(a),
                });
            }
            Err(NoRating::Figure(_)) => no_rating.push(format!("{} berupa angka", proposed::plain(a))),
            Err(NoRating::Words(_)) => no_rating.push(format!("{} bukan rating", proposed::plain(a))),
            Err(NoRating::Unreadable) => no_rating.push(format!("{} tidak terbaca", proposed::plain(a))),
        }
    }
    if !missing.is_empty() {
        // A form of a part of the period rates the perilaku of that part.
        let of_part = is_of_part(pegawai, k.data.periode);
        k.catatan.because(match unrated(pegawai) {
            Reason::PenilaianPeriodeLain if of_part || pegawai.lost.has(TableKind::Perilaku) => Reason::PenilaianPeriodeLain,
            _ => Reason::PerilakuTidakLengkap,
        });
        // Rows whose aspek nobody knows may be those that seem to be missing: that is told at their cells.
        let unknown = pegawai.perilaku.iter().filter(|r| r.aspek.is_faulty()).count();
        if !k.run.unread(pegawai, TableKind::Perilaku) && !of_part && unknown < missing.len() {
            k.catatan.fact(at, || PerilakuKosong {
                aspek: missing.join(", "),
            });
        }
    }
    if !no_rating.is_empty() {
        why.push(format!("perilaku kerja: nilai {}", no_rating.join(", ")));
    }
}
