//! The eight tables of the contract (`masukan.md` section 1), written row by row.

use jiff::civil::Date;

use super::Perilaku;
use super::dice::{Dice, Purpose};
use super::fault::{self, SampleFault};
use super::person::{Class, SamplePeople, SamplePerson, Special};
use super::place::{BLOCK, PostLevel, SamplePost};
use super::plan::{self, PlanIndikator, PlanRhk, PlanTarget};
use super::sink::{RowSink, SampleCell};
use super::words::{BUKTI, IDE};
use crate::base::ids::index;
use crate::contract::TableKind;
use crate::contract::vocab::{AspekPerilaku, Rating, Word as _};

/// Writes one table for the whole instansi.
pub(super) fn write<S: RowSink>(table: TableKind, people: &SamplePeople<'_>, sink: &mut S) -> Result<(), S::Error> {
    let rencana = people.rencana;
    for index in 0..rencana.pegawai {
        match table {
            TableKind::Unit if index % BLOCK < 16 => unit_row(people, index, sink)?,
            TableKind::Sasaran if index.is_multiple_of(BLOCK) => sasaran_rows(people, index, sink)?,
            TableKind::Unit | TableKind::Sasaran => {}
            _ => {
                let person = people.get(index);
                let fault = fault::of(rencana, &person);
                match table {
                    TableKind::Pegawai => pegawai_rows(people, &person, fault, sink)?,
                    TableKind::Skp => skp_rows(people, &person, fault, sink)?,
                    TableKind::Realisasi => realisasi_rows(people, &person, fault, sink)?,
                    TableKind::Perilaku => perilaku_rows(people, &person, fault, sink)?,
                    TableKind::Penilaian => penilaian_row(people, &person, sink)?,
                    _ => pengecualian_row(&person, sink)?,
                }
            }
        }
    }
    Ok(())
}

/// A day of the year assessed; the days used here exist in every year.
fn day(tahun: i16, month: i8, day: i8) -> SampleCell<'static> {
    Date::new(tahun, month, day).map_or(SampleCell::Empty, SampleCell::Date)
}

fn unit_row<S: RowSink>(people: &SamplePeople<'_>, index: u32, sink: &mut S) -> Result<(), S::Error> {
    let seed = people.rencana.seed;
    let place = SamplePost::of(index);
    sink.row(&[
        SampleCell::text(place.unit(seed)),
        SampleCell::text(place.unit_induk(seed)),
        SampleCell::text(people.nip(index)),
        SampleCell::text(place.predikat_organisasi(seed).as_str()),
    ])
}

fn sasaran_rows<S: RowSink>(people: &SamplePeople<'_>, index: u32, sink: &mut S) -> Result<(), S::Error> {
    let place = SamplePost::of(index);
    let unit = place.unit(people.rencana.seed);
    let topic = place.topic();
    let texts = [
        (
            format!("Meningkatnya akses masyarakat atas {topic}"),
            format!("Indeks {topic}"),
        ),
        (
            format!("Meningkatnya tata kelola {topic}"),
            "Nilai akuntabilitas kinerja".to_owned(),
        ),
        (
            "Terwujudnya anggaran yang efektif".to_owned(),
            "Persentase penyerapan anggaran".to_owned(),
        ),
    ];
    for ((number, (sasaran, indikator)), target) in (1..).zip(texts).zip([75, 80, 82]) {
        sink.row(&[
            SampleCell::text(plan::sasaran_code(number, place.block)),
            SampleCell::text(unit.as_str()),
            SampleCell::text(sasaran),
            SampleCell::text(indikator),
            SampleCell::Whole(target),
            SampleCell::text(if number == 3 { "%" } else { "indeks" }),
        ])?;
    }
    Ok(())
}

fn spoilt_nip(nip: &str, fault: Option<SampleFault>) -> SampleCell<'static> {
    match fault {
        Some(SampleFault::NipNumber) => {
            // What Excel keeps of it: 15 digits.
            let rounded: f64 = format!("{}000", nip.get(..15).unwrap_or_default())
                .parse()
                .unwrap_or_default();
            SampleCell::NipNumber(rounded)
        }
        Some(SampleFault::NipShort) => SampleCell::text(nip.get(..17).unwrap_or_default().to_owned()),
        Some(SampleFault::NipBirthDate) => SampleCell::text(format!(
            "{}0231{}",
            nip.get(..4).unwrap_or_default(),
            nip.get(8..).unwrap_or_default()
        )),
        // Every NIP has a zero in its serial or its years; the last one is taken for a letter.
        Some(SampleFault::NipLetter) => {
            let at = nip.rfind('0').unwrap_or(0);
            SampleCell::text(format!(
                "{}O{}",
                nip.get(..at).unwrap_or_default(),
                nip.get(at + 1..).unwrap_or_default()
            ))
        }
        _ => SampleCell::text(nip.to_owned()),
    }
}

fn pegawai_rows<S: RowSink>(
    people: &SamplePeople<'_>,
    p: &SamplePerson,
    fault: Option<SampleFault>,
    sink: &mut S,
) -> Result<(), S::Error> {
    let (seed, tahun) = (people.rencana.seed, people.rencana.tahun);
    let nip_atasan = match (fault, p.place.atasan()) {
        // Nobody of the instansi has a serial of 999 with this birth date.
        (Some(SampleFault::AtasanUnknown), _) => "190001011920011999".to_owned(),
        (Some(SampleFault::AtasanSelf), _) => p.nip.clone(),
        (_, Some(a)) => people.nip(a),
        (_, None) => String::new(),
    };
    let yes = |b: bool| if b { SampleCell::text("ya") } else { SampleCell::Empty };
    let (status, nilai, source) = match p.special {
        Special::TugasBelajar => ("tugas_belajar", SampleCell::Whole(92), "transkrip nilai akademik"),
        Special::Dikecualikan(status, _) => (status, SampleCell::Empty, ""),
        _ => ("aktif", SampleCell::Empty, ""),
    };
    let row = |unit: String, atasan: String, from: SampleCell<'static>, to: SampleCell<'static>| {
        vec![
            spoilt_nip(&p.nip, fault),
            SampleCell::text(p.nama.clone()),
            SampleCell::text(if p.pppk { "PPPK" } else { "PNS" }),
            SampleCell::text(p.golongan),
            SampleCell::text(p.jabatan.clone()),
            SampleCell::text(if fault == Some(SampleFault::JenisJabatanUnknown) {
                "pelaksna"
            } else {
                p.jenis_jabatan
            }),
            SampleCell::text(p.jenjang),
            SampleCell::text(unit),
            SampleCell::text(atasan),
            from,
            to,
            SampleCell::Empty,
            yes(p.ketua_tim),
            yes(p.ide_baru),
            if p.ide_baru {
                SampleCell::text(IDE[index(p.index) % IDE.len()])
            } else {
                SampleCell::Empty
            },
            SampleCell::text(status),
            nilai.clone(),
            SampleCell::text(source),
        ]
    };
    if p.special == Special::Move {
        let before = p.place.sibling();
        let atasan = people.nip(before.pengawas());
        sink.row(&row(before.unit(seed), atasan, day(tahun, 1, 1), day(tahun, 6, 30)))?;
        sink.row(&row(p.place.unit(seed), nip_atasan, day(tahun, 7, 1), day(tahun, 12, 31)))?;
        return Ok(());
    }
    let usual = row(p.place.unit(seed), nip_atasan.clone(), SampleCell::Empty, SampleCell::Empty);
    sink.row(&usual)?;
    if fault == Some(SampleFault::PersonDoubled) {
        // As the list of another section has it: where he worked before.
        sink.row(&row(
            p.place.sibling().unit(seed),
            nip_atasan.clone(),
            SampleCell::Empty,
            SampleCell::Empty,
        ))?;
    }
    if p.special == Special::Plt {
        let other = p.place.sibling();
        let mut plt = row(other.unit(seed), nip_atasan, day(tahun, 9, 1), day(tahun, 11, 30));
        plt[4] = SampleCell::text(format!("Plt. Kepala {}", other.seksi().nama));
        plt[11] = SampleCell::text("ya");
        sink.row(&plt)?;
    }
    Ok(())
}

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

fn skp_rows<S: RowSink>(
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
                    other[10] = SampleCell::Whole(999);
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
) -> Vec<SampleCell<'a>> {
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
        SampleCell::text(p.nip.as_str()),
        SampleCell::text(rhk.kode.as_str()),
        SampleCell::text(if rhk.tambahan { "tambahan" } else { "utama" }),
        first(SampleCell::text(rhk.text.as_str())),
        first(kode_atasan),
        first(SampleCell::text(if rhk.tidak_langsung { "tidak_langsung" } else { "" })),
        SampleCell::text(rhk.kelompok),
        SampleCell::text(rhk.perspektif),
        SampleCell::text(i.aspek),
        SampleCell::text(i.nama.as_str()),
        target,
        satuan,
        SampleCell::text(if i.turun { "turun" } else { "" }),
        SampleCell::text(accumulation(p, i)),
        bobot,
        first(if rhk.tambahan {
            SampleCell::Whole(1)
        } else {
            SampleCell::Empty
        }),
        first(SampleCell::text(rhk.nomor_sk.as_str())),
        first(day(tahun, 1, 20)),
        // An RHK without an indicator of waktu says otherwise when it is due.
        first(match mulai {
            _ if rhk.indikator.iter().any(|i| i.aspek == "waktu") => SampleCell::Empty,
            SampleCell::Date(d) if d.month() == 1 => day(tahun, 6, 30),
            _ => day(tahun, 12, 31),
        }),
        mulai.clone(),
    ]
}

/// True for the people whose realisasi is kept by periods.
fn periodic(p: &SamplePerson) -> bool {
    p.index % 12 == 7 && p.special != Special::Move
}

fn accumulation(p: &SamplePerson, i: &PlanIndikator) -> &'static str {
    match i.aspek {
        "kuantitas" if periodic(p) => "jumlah",
        "kualitas" if periodic(p) => "rata_rata",
        _ => "",
    }
}

fn realisasi_rows<S: RowSink>(
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
                        "kuantitas" => {
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
                        "kualitas" => {
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
            SampleCell::text(self.p.nip.as_str()),
            SampleCell::text(self.rhk.kode.as_str()),
            SampleCell::text(self.i.aspek),
            SampleCell::text(periode),
            realisasi,
            SampleCell::text(bukti),
            SampleCell::text(if feedback { self.rhk.umpan_balik.as_str() } else { "" }),
        ])
    }
}

/// Parts that sum to the whole, whole units each, the rest in the last.
fn split(tenths: i32, parts: i32) -> impl Iterator<Item = i32> {
    let each = tenths / 10 / parts * 10;
    (1..=parts).map(move |n| if n == parts { tenths - each * (parts - 1) } else { each })
}

fn perilaku_rows<S: RowSink>(
    people: &SamplePeople<'_>,
    p: &SamplePerson,
    fault: Option<SampleFault>,
    sink: &mut S,
) -> Result<(), S::Error> {
    if plan::postings(p).is_empty() {
        return Ok(());
    }
    let rencana = people.rencana;
    let atasan = p.place.atasan().map(|a| people.nip(a)).unwrap_or_default();
    let mut dice = Dice::new(rencana.seed, Purpose::Marks, p.index ^ 0x2000_0000);
    let mut row = |aspek: AspekPerilaku, penilai: &'static str, rater: &str, nilai: SampleCell<'_>| {
        sink.row(&[
            SampleCell::text(p.nip.as_str()),
            SampleCell::text(aspek.as_str()),
            SampleCell::text(penilai),
            SampleCell::text(rater),
            nilai,
        ])
    };
    if rencana.perilaku != Perilaku::Word {
        let due = AspekPerilaku::NUMERIK
            .into_iter()
            .filter(|a| p.leads || *a != AspekPerilaku::Kepemimpinan);
        let mut count = 0;
        for (k, aspek) in due.enumerate() {
            count += 1;
            let mark = SampleCell::Whole(plan::perilaku_mark(p.class, &mut dice));
            match (fault, k) {
                (Some(SampleFault::PerilakuMissing), 2) => {}
                (Some(SampleFault::PerilakuOutside), 0) => row(aspek, "atasan", &atasan, SampleCell::Whole(130))?,
                _ => row(aspek, "atasan", &atasan, mark)?,
            }
        }
        // Seven rows: what the atasan leaves is filled by a rekan, for leaders by a bawahan.
        if rencana.perilaku == Perilaku::Angka {
            let (source, rater) = second_rater(people, p);
            for aspek in AspekPerilaku::NUMERIK.into_iter().take(7 - count) {
                row(
                    aspek,
                    source,
                    &rater,
                    SampleCell::Whole(plan::perilaku_mark(p.class, &mut dice)),
                )?;
            }
        }
    }
    if rencana.perilaku != Perilaku::Angka {
        for (k, (aspek, word)) in AspekPerilaku::BERAKHLAK
            .into_iter()
            .zip(plan::berakhlak(rencana.seed, p))
            .enumerate()
        {
            match (fault, k) {
                (Some(SampleFault::PerilakuMissing), 2) => {}
                (Some(SampleFault::PerilakuOutside), 0) => row(aspek, "atasan", &atasan, SampleCell::text("memuaskan"))?,
                _ => row(aspek, "atasan", &atasan, SampleCell::text(word.as_str()))?,
            }
        }
    }
    Ok(())
}

/// Source and NIP of the second rater.
fn second_rater(people: &SamplePeople<'_>, p: &SamplePerson) -> (&'static str, String) {
    let total = people.rencana.pegawai;
    let below = match p.place.level {
        PostLevel::Kepala => p.index + 1,
        PostLevel::Administrator => p.index - p.index % BLOCK + 6 + 2 * p.place.bidang,
        PostLevel::Pengawas => p.index + 10,
        PostLevel::Staff => total,
    };
    if below < total {
        ("bawahan", people.nip(below))
    } else if p.place.level == PostLevel::Staff && p.index % BLOCK >= 26 {
        ("rekan", people.nip(p.index - 10))
    } else if p.place.level == PostLevel::Staff
        && p.index + 10 < total
        && SamplePost::of(p.index + 10).leader() == p.place.leader()
    {
        ("rekan", people.nip(p.index + 10))
    } else {
        ("rekan", String::new())
    }
}

fn penilaian_row<S: RowSink>(people: &SamplePeople<'_>, p: &SamplePerson, sink: &mut S) -> Result<(), S::Error> {
    let rencana = people.rencana;
    // The heads' ratings are set by the predikat organisasi and typed; of the others one in four.
    let typed = p.place.level != PostLevel::Staff || p.index % 4 == 1;
    if rencana.perilaku == Perilaku::Angka || plan::postings(p).is_empty() || !typed {
        return Ok(());
    }
    sink.row(&[
        SampleCell::text(p.nip.as_str()),
        SampleCell::text(rencana.tahun.to_string()),
        SampleCell::text(rating(p.class, plan::hasil_kerja)),
        SampleCell::text(rating(p.class, plan::perilaku_kerja)),
        SampleCell::text(plan::hasil_akhir(p.class).by_ratings()),
    ])
}

fn rating(class: Class, of: fn(Class) -> Rating) -> &'static str {
    of(class).as_str()
}

fn pengecualian_row<S: RowSink>(p: &SamplePerson, sink: &mut S) -> Result<(), S::Error> {
    if let Special::Dikecualikan(status, why) = p.special {
        let reason = if status == "cltn" { "CLTN" } else { "Pensiun" };
        sink.row(&[
            SampleCell::text(p.nip.as_str()),
            SampleCell::text(reason),
            SampleCell::text(why),
        ])?;
    }
    Ok(())
}
