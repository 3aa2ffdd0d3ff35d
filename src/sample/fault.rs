//! Seeded faults, each as it happens in real files. One for each faulty person.

use super::dice::{Dice, Purpose};
use super::person::{SamplePerson, Special};
use super::place::PostLevel;
use super::{Perilaku, Rencana};

/// A fault in the data about one person.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum SampleFault {
    // about the pegawai row
    /// NIP as a number, rounded by Excel.
    NipNumber,
    /// A digit lost.
    NipShort,
    /// Birth date 31 February.
    NipBirthDate,
    /// Letter O for a zero.
    NipLetter,
    /// Two rows for the year, in two units.
    PersonDoubled,
    /// The atasan is nowhere in the data.
    AtasanUnknown,
    /// Is the own atasan.
    AtasanSelf,
    /// A word outside the vocabulary of jenis_jabatan.
    JenisJabatanUnknown,
    // about the first RHK
    TargetZero,
    TargetEmpty,
    TargetNegative,
    /// `1.234`: one thousand or one point two?
    TargetAmbiguous,
    /// Two rows for an indicator that differ.
    SkpDoubled,
    KodeAtasanUnknown,
    KodeAtasanEmpty,
    /// Weights that sum to 90.
    BobotWrong,
    // about realisasi
    RealisasiMissing,
    RealisasiEmpty,
    RealisasiDoubled,
    /// A semester and a quarter for one indicator.
    RealisasiMixed,
    RealisasiErrorCell,
    UmpanBalikMissing,
    // about perilaku
    PerilakuMissing,
    /// 130 on a scale that ends at 120, or a word of no vocabulary.
    PerilakuOutside,
}

/// Faults anybody can have: they touch the own result only.
const OWN: &[SampleFault] = &[
    SampleFault::TargetZero,
    SampleFault::TargetEmpty,
    SampleFault::TargetNegative,
    SampleFault::TargetAmbiguous,
    SampleFault::SkpDoubled,
    SampleFault::KodeAtasanUnknown,
    SampleFault::KodeAtasanEmpty,
    SampleFault::BobotWrong,
    SampleFault::RealisasiMissing,
    SampleFault::RealisasiEmpty,
    SampleFault::RealisasiDoubled,
    SampleFault::RealisasiMixed,
    SampleFault::RealisasiErrorCell,
    SampleFault::UmpanBalikMissing,
    SampleFault::PerilakuMissing,
    SampleFault::PerilakuOutside,
];

/// Faults of identity, which would make everybody below faulty too: for staff only.
const IDENTITY: &[SampleFault] = &[
    SampleFault::NipNumber,
    SampleFault::NipShort,
    SampleFault::NipBirthDate,
    SampleFault::NipLetter,
    SampleFault::PersonDoubled,
    SampleFault::AtasanUnknown,
    SampleFault::AtasanSelf,
    SampleFault::JenisJabatanUnknown,
];

/// The fault of this person, if it is to have one.
pub(super) fn of(rencana: &Rencana, person: &SamplePerson) -> Option<SampleFault> {
    let mut dice = Dice::new(rencana.seed, Purpose::Fault, person.index);
    if !dice.chance(rencana.faults.in_hundred()) || matches!(person.special, Special::Dikecualikan(..)) {
        return None;
    }
    let staff = person.place.level == PostLevel::Staff;
    let fault = if staff && dice.chance(35) {
        dice.pick(IDENTITY)
    } else {
        dice.pick(OWN)
    };
    Some(match (fault, rencana.perilaku) {
        // Nobody needs feedback in the numeric sets, nor weights in the other.
        (SampleFault::UmpanBalikMissing, Perilaku::Angka) => SampleFault::RealisasiMissing,
        (SampleFault::BobotWrong, Perilaku::Word) => SampleFault::KodeAtasanEmpty,
        (fault, _) => fault,
    })
}
