//! What keeps people from a result, and what a result must be looked at for: codes and words.

pub mod marks;
pub mod people;
pub mod perilaku;
pub mod plans;

pub use marks::{
    BelumDinilai, Calibrated, CalibratedWithoutReason, DECIDE_TIDAK_LULUS, DecisionNeeded, EntryUnused, IdeWithoutRecommendation,
    PenilaianDoubled, PenilaianPlt, PenilaianRepeated, PredikatDiffersKuadran, PredikatDiffersProposal, PredikatTidakLulus,
    PredikatWithoutRating, RatingDiffersProposal,
};
pub use people::{
    AngkaDiLuarJangkauan, AngkaKreditOfFormerJf, AngkaKreditOfOtherStatus, AngkaKreditOfTugasBelajar, AtasanAwaited,
    JenisJabatanEmpty, NilaiDitetapkanKosong, NoPegawaiTable, NoPosting, OnlyInPlanning, PanduanIpk, PimpinanWithoutRealisasi,
    PostingGap, StatusTidakAktif,
};
pub use perilaku::{KepemimpinanNotDue, NoPerilakuTable, PerilakuDiffers, PerilakuInWords, PerilakuKosong, PerilakuOffScale};
pub use plans::{
    BobotTidakSah, NoRealisasiTable, NoSkpTable, NoUmpanBalikColumn, PostingWithoutSkp, RealisasiImplausible, RealisasiKosong,
    RealisasiMixed, RealisasiTwoFigures, SKP_WANTED, SatuanDiffers, SatuanOther, TanpaSkp, TargetImplausible, TargetInWords,
    TargetKosong, TargetOtherSatuan, TargetTwoFigures, TargetZero, UmpanBalikDiffers, UmpanBalikInWords, UmpanBalikKosong,
};

use crate::finding::About;

/// Whom it is about: name and NIP.
fn who(about: &dyn About) -> String {
    about.person().unwrap_or_else(|| format!("NIP {}", about.nip()))
}

/// What a cell holds instead of a figure: words, or something with digits that is none.
pub(super) fn not_a_figure(written: &str) -> String {
    if written.bytes().any(|b| b.is_ascii_digit()) {
        format!("tidak dapat dibaca sebagai satu angka (\"{written}\")")
    } else {
        format!("berupa kata \"{written}\", bukan angka")
    }
}
