//! What people plan and do.

use super::{day, put, word, word_if};
use crate::contract::Key;
use crate::contract::vocab::{Akumulasi, Arah, Aspek, JenisRhk, MetodeKaskade, Word as _};
use crate::sample::Perilaku;
use crate::sample::dice::{Dice, Purpose};
use crate::sample::fault::SampleFault;
use crate::sample::person::{SamplePeople, SamplePerson, Special};
use crate::sample::plan::{self, PlanIndikator, PlanRhk, PlanTarget};
use crate::sample::sink::{PlacedCell, RowSink, SampleCell};
use crate::sample::words::BUKTI;

fn target_cells(i: &PlanIndikator) -> (SampleCell<'static>, SampleCell<'static>) {
    let satuan = SampleCell::text(i.satuan);
    match i.target {
        PlanTarget::Angka(n) => (SampleCell::Whole(n), satuan),
        PlanTarget::Range(lo, hi) => (SampleCell::text(format!("{lo} - {hi}")), satuan),
        PlanTarget::AtLeast(n) => (SampleCell::text(format!("≥ {n}")), satuan),
        PlanTarget::AtMost(n) => (SampleCell::text(format!("≤ {n}")), satuan),
        PlanTarget::Persen(n) => (SampleCell::text(format!("{n}%")), satuan),
        PlanTarget::WithUnit(n) => (SampleCell::text(format!("{n} {}", i.satuan)), satuan),
    }
}

pub(super) fn skp_rows<S: RowSink>(
    people: &SamplePeople<'_>,
    p: &SamplePerson,
    fault: Option<SampleFault>,
    sink: &mut S,
) -> Result<(), S::Error> {
    let (seed, tahun) = (people.rencana.seed, people.rencana.tahun);
    let places = plan::postings(p);
    for (turn, &place) in places.iter().enumerate() {
        let last = turn + 1 == places.len();
        let mulai = match (places.len(), last) {
            (1, _) => SampleCell::Empty,
            (_, false) => day(tahun, 1, 1),
            (_, true) => day(tahun, 7, 1),
        };
        for (r, rhk) in plan::skp(seed, tahun, p, place).iter().enumerate() {
            let here = fault.filter(|_| last && r == 0);
            for (k, i) in rhk.indikator.iter().enumerate() {
                let row = skp_row(p, rhk, k, i, here, &mulai, tahun);
                sink.row(&row)?;
                if here == Some(SampleFault::SkpDoubled) && k == 0 {
                    let mut other = row;
                    put(&mut other, Key::Target, SampleCell::Whole(999));
                    sink.row(&other)?;
                }
            }
        }
    }
    Ok(())
}

/// The row of the `k`-th indicator. What belongs to the RHK stands in its first row only.
fn skp_row<'a>(
    p: &'a SamplePerson,
    rhk: &'a PlanRhk,
    k: usize,
    i: &'a PlanIndikator,
    fault: Option<SampleFault>,
    mulai: &SampleCell<'a>,
    tahun: i16,
) -> Vec<PlacedCell<'a>> {
    let first = |c: SampleCell<'a>| if k == 0 { c } else { SampleCell::Empty };
    let (mut target, satuan) = target_cells(i);
    let mut kode_atasan = SampleCell::text(rhk.kode_atasan.as_str());
    let mut bobot = i.bobot.map_or(SampleCell::Empty, SampleCell::Whole);
    match fault {
        Some(SampleFault::TargetZero) if k == 0 => target = SampleCell::Whole(0),
        Some(SampleFault::TargetEmpty) if k == 0 => target = SampleCell::Empty,
        Some(SampleFault::TargetNegative) if k == 0 => target = SampleCell::Whole(-12),
        Some(SampleFault::TargetAmbiguous) if k == 0 => target = SampleCell::text("1.234"),
        Some(SampleFault::KodeAtasanUnknown) => kode_atasan = SampleCell::text("K9.9.9"),
        Some(SampleFault::KodeAtasanEmpty) => kode_atasan = SampleCell::Empty,
        Some(SampleFault::BobotWrong) => bobot = SampleCell::Whole(30),
        _ => {}
    }
    vec![
        (Key::Nip, SampleCell::text(p.nip.as_str())),
        (Key::KodeRhk, SampleCell::text(rhk.kode.as_str())),
        (
            Key::Jenis,
            word(if rhk.tambahan { JenisRhk::Tambahan } else { JenisRhk::Utama }),
        ),
        (Key::Rhk, first(SampleCell::text(rhk.text.as_str()))),
        (Key::KodeRhkAtasan, first(kode_atasan)),
        (
            Key::MetodeKaskade,
            first(word_if(rhk.tidak_langsung.then_some(MetodeKaskade::TidakLangsung))),
        ),
        (Key::Kelompok, SampleCell::text(rhk.kelompok)),
        (Key::Perspektif, SampleCell::text(rhk.perspektif)),
        (Key::Aspek, word(i.aspek)),
        (Key::Indikator, SampleCell::text(i.nama.as_str())),
        (Key::Target, target),
        (Key::Satuan, satuan),
        (Key::Arah, word_if(i.turun.then_some(Arah::Turun))),
        (Key::Akumulasi, word_if(accumulation(p, i))),
        (Key::Bobot, bobot),
        (
            Key::Lingkup,
            first(if rhk.tambahan {
                SampleCell::Whole(1)
            } else {
                SampleCell::Empty
            }),
        ),
        (Key::NomorSk, first(SampleCell::text(rhk.nomor_sk.as_str()))),
        (Key::TanggalPenetapan, first(day(tahun, 1, 20))),
        // An RHK without an indicator of waktu says otherwise when it is due.
        (
            Key::BatasWaktu,
            first(match mulai {
                _ if rhk.indikator.iter().any(|i| i.aspek == Aspek::Waktu) => SampleCell::Empty,
                SampleCell::Date(d) if d.month() == 1 => day(tahun, 6, 30),
                _ => day(tahun, 12, 31),
            }),
        ),
        (Key::Mulai, mulai.clone()),
    ]
}

/// True for the people whose realisasi is kept by periods.
fn periodic(p: &SamplePerson) -> bool {
    p.index % 12 == 7 && p.special != Special::Move
}

fn accumulation(p: &SamplePerson, i: &PlanIndikator) -> Option<Akumulasi> {
    match i.aspek {
        Aspek::Kuantitas if periodic(p) => Some(Akumulasi::Jumlah),
        Aspek::Kualitas if periodic(p) => Some(Akumulasi::RataRata),
        _ => None,
    }
}

pub(super) fn realisasi_rows<S: RowSink>(
    people: &SamplePeople<'_>,
    p: &SamplePerson,
    fault: Option<SampleFault>,
    sink: &mut S,
) -> Result<(), S::Error> {
    let rencana = people.rencana;
    let (seed, tahun) = (rencana.seed, rencana.tahun);
    let places = plan::postings(p);
    let mut dice = Dice::new(seed, Purpose::Periods, p.index);
    for (turn, &place) in places.iter().enumerate() {
        for (r, rhk) in plan::skp(seed, tahun, p, place).iter().enumerate() {
            for (k, i) in rhk.indikator.iter().enumerate() {
                let here = fault.filter(|_| turn + 1 == places.len() && r == 0 && k == 0);
                if here == Some(SampleFault::RealisasiMissing) {
                    continue;
                }
                let whose = Whose { p, rhk, i, fault: here };
                let percent = i.satuan == "%" && dice.chance(12);
                let figure = if percent {
                    SampleCell::Percent(i.tenths)
                } else {
                    SampleCell::Tenths(i.tenths)
                };
                let proof = dice.pick(BUKTI);
                // Kept by periods only where it does not disturb the fixed shape or a fault.
                if rencana.has_variety() && periodic(p) && here.is_none() {
                    match i.aspek {
                        Aspek::Kuantitas => {
                            for (q, part) in (1..=4).zip(split(i.tenths, 4)) {
                                whose.row(
                                    format!("{tahun}-TW{q}"),
                                    SampleCell::Tenths(part),
                                    proof,
                                    rencana.perilaku,
                                    sink,
                                )?;
                            }
                            continue;
                        }
                        Aspek::Kualitas => {
                            for (s, part) in (1..=2).zip([i.tenths - 10, i.tenths + 10]) {
                                whose.row(
                                    format!("{tahun}-S{s}"),
                                    SampleCell::Tenths(part),
                                    proof,
                                    rencana.perilaku,
                                    sink,
                                )?;
                            }
                            continue;
                        }
                        _ => {}
                    }
                }
                let drawn = match dice.below(10) {
                    0 | 1 => String::new(),
                    2 => format!("{tahun}-TW4"),
                    3 => format!("{tahun}-S2"),
                    _ => tahun.to_string(),
                };
                // The first post of a transfer has ended by then: its figures are the year's.
                let periode = if turn + 1 < places.len() { tahun.to_string() } else { drawn };
                match here {
                    Some(SampleFault::RealisasiEmpty) => whose.row(periode, SampleCell::Empty, proof, rencana.perilaku, sink)?,
                    Some(SampleFault::RealisasiErrorCell) => {
                        whose.row(periode, SampleCell::NotAvailable, proof, rencana.perilaku, sink)?;
                    }
                    Some(SampleFault::RealisasiDoubled) => {
                        whose.row(tahun.to_string(), figure, proof, rencana.perilaku, sink)?;
                        let other = SampleCell::Tenths(i.tenths + 10);
                        whose.row(tahun.to_string(), other, proof, rencana.perilaku, sink)?;
                    }
                    Some(SampleFault::RealisasiMixed) => {
                        whose.row(format!("{tahun}-S1"), figure.clone(), proof, rencana.perilaku, sink)?;
                        whose.row(format!("{tahun}-TW3"), figure, proof, rencana.perilaku, sink)?;
                    }
                    _ => whose.row(periode, figure, proof, rencana.perilaku, sink)?,
                }
            }
        }
    }
    Ok(())
}

struct Whose<'a> {
    p: &'a SamplePerson,
    rhk: &'a PlanRhk,
    i: &'a PlanIndikator,
    fault: Option<SampleFault>,
}

impl Whose<'_> {
    fn row<S: RowSink>(
        &self,
        periode: String,
        realisasi: SampleCell<'_>,
        bukti: &str,
        perilaku: Perilaku,
        sink: &mut S,
    ) -> Result<(), S::Error> {
        let feedback = perilaku != Perilaku::Angka && self.fault != Some(SampleFault::UmpanBalikMissing);
        sink.row(&[
            (Key::Nip, SampleCell::text(self.p.nip.as_str())),
            (Key::KodeRhk, SampleCell::text(self.rhk.kode.as_str())),
            (Key::Aspek, word(self.i.aspek)),
            (Key::Periode, SampleCell::text(periode)),
            (Key::Realisasi, realisasi),
            (Key::Bukti, SampleCell::text(bukti)),
            (
                Key::UmpanBalik,
                SampleCell::text(if feedback { self.rhk.umpan_balik.as_str() } else { "" }),
            ),
        ])
    }
}

/// Parts that sum to the whole, whole units each, the rest in the last.
fn split(tenths: i32, parts: i32) -> impl Iterator<Item = i32> {
    let each = tenths / 10 / parts * 10;
    (1..=parts).map(move |n| if n == parts { tenths - each * (parts - 1) } else { each })
}
