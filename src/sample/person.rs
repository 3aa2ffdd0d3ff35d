//! A person of the fictitious instansi: every fact a function of (seed, index).

use super::Rencana;
use super::dice::{Dice, Purpose};
use super::place::{PostLevel, SamplePost};
use super::words::{BACK, MEN, MIDDLE_MEN, MIDDLE_WOMEN, WOMEN};
use crate::base::ids;
use crate::model::vocab::{JenisJabatan, PredikatOrganisasi, StatusPegawai};

/// What kind of year somebody had; figures and words follow from it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Class {
    /// Above in results and conduct.
    Strong,
    /// As expected.
    Baik,
    /// Results below.
    Weak,
    /// Results as expected, conduct below.
    Deviation,
    /// Both below.
    Poor,
}

/// What is not usual about somebody.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Special {
    Plain,
    TugasBelajar,
    /// Has no SKP and is named in `pengecualian`: status and reason.
    Dikecualikan(StatusPegawai, &'static str),
    /// Came from the sibling seksi on 1 July.
    Move,
    /// Leads the sibling seksi too, for some months.
    Plt,
}

/// The facts of a person that more than one table needs.
pub(super) struct SamplePerson {
    pub(super) index: u32,
    pub(super) place: SamplePost,
    pub(super) nip: String,
    pub(super) nama: String,
    pub(super) pppk: bool,
    pub(super) golongan: &'static str,
    pub(super) jabatan: String,
    pub(super) jenis_jabatan: JenisJabatan,
    pub(super) jenjang: &'static str,
    /// The aspek kepemimpinan is due.
    pub(super) leads: bool,
    /// JF marked as leading.
    pub(super) ketua_tim: bool,
    pub(super) ide_baru: bool,
    pub(super) class: Class,
    pub(super) special: Special,
}

/// Cells of the NIP lattice: 365 days × 3 residues of the birth year.
const CELLS: u32 = 365 * 3;

/// What all people have in common: the plan and the shuffled lattice of birth dates.
pub(super) struct SamplePeople<'a> {
    pub(super) rencana: &'a Rencana,
    lattice: Vec<u32>,
}

impl<'a> SamplePeople<'a> {
    pub(super) fn new(rencana: &'a Rencana) -> Self {
        let mut lattice: Vec<u32> = (0..CELLS).collect();
        let mut dice = Dice::new(rencana.seed, Purpose::Nip, u32::MAX);
        for i in (1..CELLS).rev() {
            lattice.swap(ids::index(i), ids::index(dice.below(i + 1)));
        }
        Self { rencana, lattice }
    }

    fn is_pppk(&self, index: u32) -> bool {
        SamplePost::of(index).level == PostLevel::Staff && Dice::new(self.rencana.seed, Purpose::Person, index).chance(22)
    }

    fn is_woman(&self, index: u32) -> bool {
        Dice::new(self.rencana.seed, Purpose::Person, index ^ 0x5555_5555).chance(48)
    }

    /// A valid NIP that nobody else has. Unique by construction: each run of 1,095 people shares
    /// one serial (turned by the cell) and uses each (day of the year, birth year mod 3) once.
    pub(super) fn nip(&self, index: u32) -> String {
        let mut dice = Dice::new(self.rencana.seed, Purpose::Nip, index);
        let run = index / CELLS;
        let turn = Dice::new(self.rencana.seed, Purpose::Nip, run ^ 0x8000_0000).below(CELLS);
        let cell = self.lattice[ids::index((index % CELLS + turn) % CELLS)];
        let offset = Dice::new(self.rencana.seed, Purpose::Nip, cell ^ 0x4000_0000).below(9);
        let serial = 1 + (run + offset) % 999;
        let tahun = u32::from(self.rencana.tahun.unsigned_abs());
        let pppk = self.is_pppk(index);
        let (oldest, youngest) = match SamplePost::of(index).level {
            PostLevel::Kepala => (57, 48),
            PostLevel::Administrator => (55, 40),
            PostLevel::Pengawas => (52, 34),
            PostLevel::Staff if pppk => (45, 29),
            PostLevel::Staff => (55, 28),
        };
        let wish = tahun - dice.between(youngest, oldest);
        let birth = wish - (wish + 3 - cell / 365) % 3;
        let (month, day) = month_and_day(cell % 365);
        let (start, start_month) = if pppk {
            (tahun - dice.between(1, 4), 21)
        } else {
            ((birth + dice.between(22, 29)).min(tahun - 2), dice.pick(&[1, 2, 3, 4, 12]))
        };
        let sex = if self.is_woman(index) { 2 } else { 1 };
        format!("{birth:04}{month:02}{day:02}{start:04}{start_month:02}{sex}{serial:03}")
    }

    /// Everything about one person.
    pub(super) fn get(&self, index: u32) -> SamplePerson {
        let seed = self.rencana.seed;
        let place = SamplePost::of(index);
        let mut dice = Dice::new(seed, Purpose::Place, index);
        let pppk = self.is_pppk(index);
        let post = post(place, pppk, &mut dice);
        let (class, rank) = class(seed, place);
        let ketua_tim = post.jenjang.starts_with("ahli m") && dice.chance(12);
        let special = self.special(index, place);
        // The best two of a seksi, seldom more: so that the numeric distribution can be kept too.
        let ide_baru = class == Class::Strong && dice.chance(if rank < 2 { 85 } else { 10 });
        SamplePerson {
            index,
            place,
            nip: self.nip(index),
            nama: self.name(index, post.degrees),
            pppk,
            golongan: post.golongan,
            jabatan: post.jabatan,
            jenis_jabatan: post.jenis,
            jenjang: post.jenjang,
            leads: place.level != PostLevel::Staff || ketua_tim,
            ketua_tim,
            ide_baru,
            class,
            special,
        }
    }

    fn name(&self, index: u32, degrees: &str) -> String {
        let mut dice = Dice::new(self.rencana.seed, Purpose::Person, index ^ 0x2AAA_AAAA);
        let (first, middle) = if self.is_woman(index) {
            (WOMEN, MIDDLE_WOMEN)
        } else {
            (MEN, MIDDLE_MEN)
        };
        let mut name = (dice.pick(first)).to_owned();
        if dice.chance(55) {
            name.push(' ');
            name.push_str(dice.pick(middle));
        }
        if dice.chance(85) {
            name.push(' ');
            name.push_str(dice.pick(BACK));
        }
        if degrees.is_empty() {
            name
        } else {
            format!("{name}, {degrees}")
        }
    }

    fn special(&self, index: u32, place: SamplePost) -> Special {
        if !self.rencana.has_variety() {
            return Special::Plain;
        }
        let mut dice = Dice::new(self.rencana.seed, Purpose::Special, index);
        let sibling_exists = place.sibling().pengawas() < self.rencana.pegawai;
        match (place.level, dice.below(1000)) {
            (PostLevel::Staff, 0..4) => Special::TugasBelajar,
            (PostLevel::Staff, 4..6) => {
                Special::Dikecualikan(StatusPegawai::Cltn, "cuti di luar tanggungan negara sepanjang tahun")
            }
            (PostLevel::Staff, 6..8) => Special::Dikecualikan(StatusPegawai::Pensiun, "pensiun sebelum SKP ditetapkan"),
            (PostLevel::Staff, 8..24) if sibling_exists => Special::Move,
            (PostLevel::Pengawas, 0..30) if sibling_exists => Special::Plt,
            _ => Special::Plain,
        }
    }
}

const DAYS: [u32; 12] = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

fn month_and_day(mut day: u32) -> (u32, u32) {
    let mut month = 1;
    for days in DAYS {
        if day < days {
            break;
        }
        day -= days;
        month += 1;
    }
    (month, day + 1)
}

struct Post<'a> {
    jabatan: String,
    jenis: JenisJabatan,
    jenjang: &'static str,
    golongan: &'static str,
    degrees: &'a str,
}

fn post(place: SamplePost, pppk: bool, dice: &mut Dice) -> Post<'static> {
    let opd = place.opd();
    let (bachelor, master) = opd.degrees;
    match place.level {
        PostLevel::Kepala => Post {
            jabatan: if opd.nama == "Sekretariat Daerah" {
                "Sekretaris Daerah".into()
            } else {
                format!("Kepala {}", opd.nama)
            },
            jenis: JenisJabatan::JptPratama,
            jenjang: "",
            golongan: dice.pick(&["IV/c", "IV/d"]),
            degrees: master,
        },
        PostLevel::Administrator => Post {
            jabatan: if place.bidang().nama == "Sekretariat" {
                format!("Sekretaris {}", opd.nama)
            } else {
                format!("Kepala {}", place.bidang().nama)
            },
            jenis: JenisJabatan::Administrator,
            jenjang: "",
            golongan: dice.pick(&["III/d", "IV/a", "IV/b"]),
            degrees: master,
        },
        PostLevel::Pengawas => Post {
            jabatan: format!("Kepala {}", place.seksi().nama),
            jenis: JenisJabatan::Pengawas,
            jenjang: "",
            golongan: dice.pick(&["III/c", "III/d"]),
            degrees: if dice.chance(40) { master } else { bachelor },
        },
        PostLevel::Staff => staff(opd.jf, opd.degrees, place.seat, pppk, dice),
    }
}

fn staff(
    (expert, skilled): (&str, &str),
    (bachelor, master): (&'static str, &'static str),
    seat: u32,
    pppk: bool,
    dice: &mut Dice,
) -> Post<'static> {
    let roll = dice.below(100);
    match seat % 3 {
        0 => {
            let (jenjang, title, golongan) = match roll {
                0..55 => ("ahli pertama", "Ahli Pertama", "III/b"),
                _ if pppk => ("ahli pertama", "Ahli Pertama", "III/a"),
                55..88 => ("ahli muda", "Ahli Muda", "III/d"),
                _ => ("ahli madya", "Ahli Madya", "IV/a"),
            };
            Post {
                jabatan: format!("{expert} {title}"),
                jenis: JenisJabatan::Fungsional,
                jenjang,
                golongan: if pppk { "IX" } else { golongan },
                degrees: if jenjang == "ahli madya" { master } else { bachelor },
            }
        }
        1 if roll < 60 => {
            let (jenjang, title, golongan) = match roll {
                0..30 => ("terampil", "Terampil", "II/d"),
                _ if pppk => ("terampil", "Terampil", "II/c"),
                30..48 => ("mahir", "Mahir", "III/a"),
                _ => ("penyelia", "Penyelia", "III/c"),
            };
            Post {
                jabatan: format!("{skilled} {title}"),
                jenis: JenisJabatan::Fungsional,
                jenjang,
                golongan: if pppk { "VII" } else { golongan },
                degrees: "A.Md.",
            }
        }
        _ => {
            let (jabatan, golongan, class, degrees) = match roll % 5 {
                0 => ("Penelaah Teknis Kebijakan", "III/b", "IX", bachelor),
                1 => ("Penata Layanan Operasional", "III/a", "IX", bachelor),
                2 => ("Pengolah Data dan Informasi", "II/d", "VII", "A.Md."),
                3 => ("Pengadministrasi Perkantoran", "II/b", "V", ""),
                _ => ("Operator Layanan Operasional", "II/a", "V", ""),
            };
            Post {
                jabatan: jabatan.into(),
                jenis: JenisJabatan::Pelaksana,
                jenjang: "",
                golongan: if pppk { class } else { golongan },
                degrees,
            }
        }
    }
}

/// Class and rank within the seksi. A seksi of nine staff and its leader keeps the distribution of its predikat organisasi;
/// one in seven does not, so that there is something to see.
fn class(seed: u64, place: SamplePost) -> (Class, u32) {
    use Class::{Baik, Deviation, Poor, Strong, Weak};
    let organisasi = place.predikat_organisasi(seed);
    if place.level != PostLevel::Staff {
        let class = match organisasi {
            PredikatOrganisasi::Istimewa => Strong,
            PredikatOrganisasi::Baik => Baik,
            PredikatOrganisasi::ButuhPerbaikan | PredikatOrganisasi::Kurang => Weak,
            PredikatOrganisasi::SangatKurang => Poor,
        };
        return (class, 2);
    }
    let mut dice = Dice::new(seed, Purpose::Class, place.leader());
    let turn = dice.below(9);
    let table = if dice.chance(14) {
        [Strong, Strong, Strong, Baik, Baik, Baik, Weak, Weak, Weak]
    } else {
        match organisasi {
            PredikatOrganisasi::Istimewa => [Strong, Strong, Strong, Strong, Strong, Baik, Baik, Baik, Weak],
            PredikatOrganisasi::Baik => [Strong, Baik, Baik, Baik, Baik, Baik, Baik, Weak, Deviation],
            PredikatOrganisasi::ButuhPerbaikan => [Baik, Baik, Baik, Weak, Weak, Weak, Weak, Weak, Deviation],
            PredikatOrganisasi::Kurang => [
                Baik, Weak, Deviation, Deviation, Deviation, Deviation, Deviation, Deviation, Poor,
            ],
            PredikatOrganisasi::SangatKurang => [Baik, Baik, Weak, Deviation, Poor, Poor, Poor, Poor, Poor],
        }
    };
    let rank = (place.seat + turn) % 9;
    (table[ids::index(rank)], rank)
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::HashSet;

    #[test]
    fn nips_are_valid_and_unique() {
        let rencana = Rencana {
            pegawai: 30_000,
            seed: 5,
            ..Rencana::default()
        };
        let people = SamplePeople::new(&rencana);
        let mut seen = HashSet::new();
        // The first runs and the last ones of a million.
        for index in (0..15_000).chain(985_000..1_000_000) {
            let nip = people.nip(index);
            assert_eq!(nip.len(), 18, "{nip}");
            let part = |r: std::ops::Range<usize>| nip[r].parse::<i16>().unwrap();
            let (month, day) = (i8::try_from(part(4..6)).unwrap(), i8::try_from(part(6..8)).unwrap());
            assert!(jiff::civil::Date::new(part(0..4), month, day).is_ok(), "{nip}");
            assert!(part(8..12) - part(0..4) >= 18 && part(8..12) < 2025, "{nip}");
            assert!((1..=12).contains(&part(12..14)) || part(12..14) == 21, "{nip}");
            assert!(part(15..18) > 0, "{nip}");
            assert!(seen.insert(nip));
        }
    }

    #[test]
    fn the_sex_of_the_nip_is_that_of_the_name() {
        let rencana = Rencana::default();
        let people = SamplePeople::new(&rencana);
        for index in 0..500 {
            let first = people.get(index).nama;
            let woman = people.nip(index).as_bytes()[14] == b'2';
            let list = if woman { WOMEN } else { MEN };
            assert!(list.iter().any(|n| first.starts_with(n)), "{first}");
        }
    }
}
