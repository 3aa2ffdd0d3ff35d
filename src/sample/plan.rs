//! The SKP of a person: three RHK with eight indicators, their targets and what was reached.
//!
//! Codes hang on the codes of the atasan by their form: `K1` of the head, `K1.2` of the
//! administrator of the second bidang, `K1.2.1` of his first pengawas, `K1.2.1.4` of a staff.

use super::dice::{Dice, Purpose};
use super::person::{Class, SamplePerson, Special};
use super::place::{PostLevel, SamplePost};
use super::words::{
    BIAYA, MUTU, PRODUK, RHK_ADMINISTRATOR, RHK_FUNGSIONAL, RHK_JPT, RHK_PELAKSANA, RHK_PENGAWAS, RHK_TAMBAHAN, SERAPAN, WAKTU,
    fill,
};
use crate::base::ids::index;
use crate::model::vocab::{Aspek, JenisJabatan, Predikat, Rating};

/// How a target is written; figures are whole.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum PlanTarget {
    Angka(i32),
    Range(i32, i32),
    AtLeast(i32),
    AtMost(i32),
    /// `82%` as text.
    Persen(i32),
    /// `12 dokumen` as text.
    WithUnit(i32),
}

pub(super) struct PlanIndikator {
    pub(super) aspek: Aspek,
    pub(super) nama: String,
    pub(super) target: PlanTarget,
    pub(super) satuan: &'static str,
    pub(super) turun: bool,
    pub(super) bobot: Option<i32>,
    /// What was reached, in tenths of the unit.
    pub(super) tenths: i32,
}

pub(super) struct PlanRhk {
    pub(super) kode: String,
    pub(super) tambahan: bool,
    pub(super) text: String,
    pub(super) kode_atasan: String,
    pub(super) tidak_langsung: bool,
    pub(super) kelompok: &'static str,
    pub(super) perspektif: &'static str,
    pub(super) nomor_sk: String,
    pub(super) umpan_balik: Rating,
    pub(super) indikator: Vec<PlanIndikator>,
}

/// The SKP a person has in a post. `place` differs from the person's own for the first posting
/// of a transfer.
pub(super) fn skp(seed: u64, tahun: i16, person: &SamplePerson, place: SamplePost) -> Vec<PlanRhk> {
    let mut targets = Dice::new(seed, Purpose::Targets, person.index);
    let mut marks = Dice::new(seed, Purpose::Marks, person.index);
    let texts = match (place.level, person.jenis_jabatan) {
        (PostLevel::Kepala, _) => &RHK_JPT,
        (PostLevel::Administrator, _) => &RHK_ADMINISTRATOR,
        (PostLevel::Pengawas, _) => &RHK_PENGAWAS,
        (PostLevel::Staff, JenisJabatan::Fungsional) => &RHK_FUNGSIONAL,
        (PostLevel::Staff, _) => &RHK_PELAKSANA,
    };
    // Its code `T1` names no post, so of two postings only the last has one.
    let with_tambahan = place.level == PostLevel::Staff && targets.chance(20) && place == person.place;
    let weighted = targets.chance(10);
    let indirect = place.level != PostLevel::Kepala && targets.chance(15);
    let umpan = umpan_balik(person.class, &mut marks);
    (0..3_u32)
        .zip(umpan)
        .map(|(j, umpan_balik)| {
            let tambahan = with_tambahan && j == 2;
            let kode = if tambahan { "T1".to_owned() } else { code(j + 1, place) };
            let indikator = indicators(j, tambahan, weighted, place, person.class, &mut targets, &mut marks);
            PlanRhk {
                tambahan,
                text: if tambahan {
                    targets.pick(RHK_TAMBAHAN).to_owned()
                } else {
                    fill(targets.pick(texts.0[index(j)]), place.topic())
                },
                kode_atasan: if tambahan { String::new() } else { code_above(j + 1, place) },
                tidak_langsung: indirect && j == 0,
                kelompok: match (place.level, j) {
                    (PostLevel::Kepala, 1) => "rencana_aksi",
                    (PostLevel::Kepala, _) => "perjanjian_kinerja",
                    _ => "",
                },
                perspektif: match (place.level, j) {
                    (PostLevel::Kepala, 0) => "penerima_layanan",
                    (PostLevel::Kepala, 1) => "proses_bisnis",
                    (PostLevel::Kepala, _) => "anggaran",
                    _ => "",
                },
                nomor_sk: if tambahan {
                    format!("800/{}/SK/{tahun}", 100 + person.index % 900)
                } else {
                    String::new()
                },
                kode,
                umpan_balik,
                indikator,
            }
        })
        .collect()
}

/// Code of the `number`-th RHK of a post.
fn code(number: u32, place: SamplePost) -> String {
    let (b, s, p) = (place.bidang + 1, place.seksi + 1, place.seat + 1);
    match place.level {
        PostLevel::Kepala => format!("K{number}"),
        PostLevel::Administrator => format!("K{number}.{b}"),
        PostLevel::Pengawas => format!("K{number}.{b}.{s}"),
        PostLevel::Staff => format!("K{number}.{b}.{s}.{p}"),
    }
}

/// Code it hangs on: of the atasan, or of the sasaran of the perangkat daerah.
fn code_above(number: u32, place: SamplePost) -> String {
    let (b, s) = (place.bidang + 1, place.seksi + 1);
    match place.level {
        PostLevel::Kepala => sasaran_code(number, place.block),
        PostLevel::Administrator => format!("K{number}"),
        PostLevel::Pengawas => format!("K{number}.{b}"),
        PostLevel::Staff => format!("K{number}.{b}.{s}"),
    }
}

/// Code of the `number`-th sasaran of a perangkat daerah.
pub(super) fn sasaran_code(number: u32, block: u32) -> String {
    format!("SS{:05}.{number}", block + 1)
}

fn indicators(
    rhk: u32,
    tambahan: bool,
    weighted: bool,
    place: SamplePost,
    class: Class,
    targets: &mut Dice,
    marks: &mut Dice,
) -> Vec<PlanIndikator> {
    let topic = if tambahan { "kegiatan tim" } else { place.topic() };
    let aspek: &[Aspek] = match rhk {
        0 | 1 => &[Aspek::Kuantitas, Aspek::Kualitas, Aspek::Waktu],
        _ if tambahan => &[Aspek::Kuantitas, Aspek::Kualitas],
        _ => &[Aspek::Kualitas, Aspek::Biaya],
    };
    let weights: &[i32] = if aspek.len() == 3 { &[40, 30, 30] } else { &[60, 40] };
    aspek
        .iter()
        .zip(weights)
        .map(|(&aspek, &weight)| {
            let capaian = capaian(class, marks);
            let (nama, target, satuan, turun) = match aspek {
                Aspek::Kuantitas => {
                    let (text, satuan) = targets.pick(PRODUK);
                    (text, quantity(targets), satuan, false)
                }
                Aspek::Kualitas => (targets.pick(MUTU), quality(targets), "%", false),
                Aspek::Waktu => {
                    let (text, satuan) = targets.pick(WAKTU);
                    (text, duration(targets), satuan, true)
                }
                Aspek::Biaya if place.level == PostLevel::Kepala => (SERAPAN, quality(targets), "%", false),
                Aspek::Biaya => (
                    BIAYA,
                    PlanTarget::Angka(5_000_000 * as_i32(targets.between(2, 20))),
                    "rupiah",
                    true,
                ),
            };
            PlanIndikator {
                aspek,
                nama: fill(nama, topic),
                target,
                satuan,
                turun,
                bobot: weighted.then_some(weight),
                tenths: reached(target, turun, capaian),
            }
        })
        .collect()
}

fn as_i32(n: u32) -> i32 {
    // Dice results here are small.
    i32::try_from(n).unwrap_or(i32::MAX)
}

fn quantity(dice: &mut Dice) -> PlanTarget {
    let n = dice.pick(&[10, 12, 20, 24, 25, 40, 48, 50, 60, 100, 120, 250]);
    match dice.below(10) {
        0 => PlanTarget::WithUnit(n),
        1 => PlanTarget::Range(n, n + n / 5),
        2 => PlanTarget::AtLeast(n),
        _ => PlanTarget::Angka(n),
    }
}

/// A per cent that leaves room for 120 % of it below 100 %.
fn quality(dice: &mut Dice) -> PlanTarget {
    let n = dice.pick(&[70, 75, 78, 80, 82]);
    match dice.below(10) {
        0 | 1 => PlanTarget::Persen(n),
        2 | 3 => PlanTarget::AtLeast(n),
        4 => PlanTarget::Range(n - 4, n),
        _ => PlanTarget::Angka(n),
    }
}

fn duration(dice: &mut Dice) -> PlanTarget {
    let n = as_i32(dice.between(4, 14));
    match dice.below(10) {
        0 | 1 => PlanTarget::AtMost(n),
        2 | 3 => PlanTarget::Range(n, n + 2),
        4 => PlanTarget::WithUnit(n),
        _ => PlanTarget::Angka(n),
    }
}

/// Wished capaian in per cent.
fn capaian(class: Class, dice: &mut Dice) -> i32 {
    let percent = match class {
        Class::Strong => dice.between(112, 120),
        Class::Baik => match dice.below(20) {
            0..14 => 100,
            14..17 => dice.between(101, 106),
            _ => dice.between(95, 99),
        },
        Class::Weak => dice.between(72, 84),
        Class::Deviation => dice.between(88, 100),
        Class::Poor => dice.between(35, 55),
    };
    as_i32(percent)
}

/// The realisasi, in tenths, that gives about this capaian; exactly the target for 100.
fn reached(target: PlanTarget, turun: bool, capaian: i32) -> i32 {
    let (lo, hi) = match target {
        PlanTarget::Angka(n)
        | PlanTarget::AtLeast(n)
        | PlanTarget::AtMost(n)
        | PlanTarget::Persen(n)
        | PlanTarget::WithUnit(n) => (n, n),
        PlanTarget::Range(lo, hi) => (lo, hi),
    };
    // A figure above 100 lies beyond the better end of a range, one below it beyond the worse.
    let reference = match (turun, capaian.cmp(&100)) {
        (_, std::cmp::Ordering::Equal) => return (lo + hi) * 5,
        (false, std::cmp::Ordering::Greater) | (true, std::cmp::Ordering::Less) => hi,
        _ => lo,
    };
    let percent = if turun { 200 - capaian } else { capaian };
    // At most 100 million × 165 / 10 fits.
    let tenths = i64::from(reference) * i64::from(percent) / 10;
    // Large sums are whole.
    let tenths = if reference > 1000 { tenths / 10_000 * 10_000 } else { tenths };
    i32::try_from(tenths).unwrap_or(i32::MAX)
}

/// Feedback on the three RHK: always decides, since three cannot be halved.
fn umpan_balik(class: Class, dice: &mut Dice) -> [Rating; 3] {
    use Rating::{DiAtas, DiBawah, Sesuai};
    match class {
        Class::Strong if dice.chance(50) => [DiAtas, DiAtas, DiAtas],
        Class::Strong => [DiAtas, Sesuai, DiAtas],
        Class::Baik if dice.chance(40) => [Sesuai, DiAtas, Sesuai],
        Class::Baik | Class::Deviation => [Sesuai, Sesuai, Sesuai],
        Class::Weak | Class::Poor => [DiBawah, Sesuai, DiBawah],
    }
}

/// Rating of hasil kerja that the feedback gives (`aturan.md` section 2).
pub(super) fn hasil_kerja(class: Class) -> Rating {
    match class {
        Class::Strong => Rating::DiAtas,
        Class::Baik | Class::Deviation => Rating::Sesuai,
        Class::Weak | Class::Poor => Rating::DiBawah,
    }
}

/// Rating of perilaku kerja that the seven values give.
pub(super) fn perilaku_kerja(class: Class) -> Rating {
    match class {
        Class::Strong => Rating::DiAtas,
        Class::Baik | Class::Weak => Rating::Sesuai,
        Class::Deviation | Class::Poor => Rating::DiBawah,
    }
}

/// The cell of the quadrant for these two ratings.
pub(super) fn hasil_akhir(class: Class) -> Predikat {
    match class {
        Class::Strong => Predikat::SangatBaik,
        Class::Baik => Predikat::Baik,
        Class::Weak => Predikat::Cukup,
        Class::Deviation => Predikat::Kurang,
        Class::Poor => Predikat::SangatKurang,
    }
}

/// Words on the seven BerAKHLAK values.
pub(super) fn berakhlak(seed: u64, person: &SamplePerson) -> [Rating; 7] {
    let mut dice = Dice::new(seed, Purpose::Marks, person.index ^ 0x4000_0000);
    let (word, at_least) = match perilaku_kerja(person.class) {
        Rating::DiAtas => (Rating::DiAtas, 4),
        Rating::Sesuai => (Rating::DiAtas, 0),
        Rating::DiBawah => (Rating::DiBawah, 4),
    };
    let mut ratings = [Rating::Sesuai; 7];
    let count = at_least + dice.below(4);
    let start = dice.below(7);
    for k in 0..count {
        ratings[index((start + k) % 7)] = word;
    }
    ratings
}

/// A figure for an aspek of perilaku, 0–120.
pub(super) fn perilaku_mark(class: Class, dice: &mut Dice) -> i32 {
    let mark = match class {
        Class::Strong => dice.between(110, 120),
        Class::Baik => dice.between(92, 104),
        Class::Weak => dice.between(74, 88),
        Class::Deviation => dice.between(30, 52),
        Class::Poor => dice.between(28, 46),
    };
    as_i32(mark)
}

/// The posts with an SKP, first to last: two for a transfer, none for somebody excepted.
pub(super) fn postings(person: &SamplePerson) -> Vec<SamplePost> {
    match person.special {
        Special::Dikecualikan(..) => vec![],
        Special::Move => vec![person.place.sibling(), person.place],
        _ => vec![person.place],
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sample::Rencana;
    use crate::sample::person::SamplePeople;

    #[test]
    fn every_code_above_is_a_code_of_the_atasan() {
        let rencana = Rencana::default();
        let people = SamplePeople::new(&rencana);
        for index in 1..212 {
            let person = people.get(index);
            let own = skp(1, 2025, &person, person.place);
            assert_eq!(own.iter().map(|r| r.indikator.len()).sum::<usize>(), 8);
            if person.place.level == PostLevel::Kepala {
                continue;
            }
            let atasan = people.get(person.place.atasan().unwrap());
            let above: Vec<String> = skp(1, 2025, &atasan, atasan.place)
                .into_iter()
                .filter(|r| !r.tambahan)
                .map(|r| r.kode)
                .collect();
            for rhk in own.iter().filter(|r| !r.tambahan) {
                assert!(above.contains(&rhk.kode_atasan), "{} not in {above:?}", rhk.kode_atasan);
            }
        }
    }

    #[test]
    fn a_wished_hundred_is_the_target_itself() {
        assert_eq!(reached(PlanTarget::Angka(12), false, 100), 120);
        assert_eq!(reached(PlanTarget::Range(7, 8), true, 100), 75);
        assert_eq!(reached(PlanTarget::Angka(10), true, 120), 80);
        assert_eq!(reached(PlanTarget::Range(80, 90), false, 50), 400);
        assert_eq!(reached(PlanTarget::Range(80, 90), false, 110), 990);
    }

    #[test]
    fn seven_values_always_decide_as_the_class_says() {
        let rencana = Rencana::default();
        let people = SamplePeople::new(&rencana);
        for index in 0..300 {
            let person = people.get(index);
            let words = berakhlak(1, &person);
            let count = |r| words.iter().filter(|&&w| w == r).count();
            let rating = if count(Rating::DiAtas) >= 4 && count(Rating::DiBawah) == 0 {
                Rating::DiAtas
            } else if count(Rating::DiBawah) >= 4 {
                Rating::DiBawah
            } else {
                Rating::Sesuai
            };
            assert_eq!(rating, perilaku_kerja(person.class));
        }
    }
}
