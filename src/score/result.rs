//! Result types: one value that terminal, JSON, CSV and workbook all read.

use std::fmt;
use std::ops::Deref;
use std::sync::Arc;

use jiff::civil::Date;
use thin_vec::ThinVec;

use crate::base::figure::{Decimal, Fraction, KeptFraction};
use crate::base::ids::IndikatorNo;
use crate::finding::Noted;
use crate::model::vocab::{Predikat, Rating};
use crate::model::{Data, PegawaiId, RhkId, Text};
use crate::rules::values::Pengelompokan;
use crate::rules::{Aturan, Usage};
use crate::score::distribusi::RuleWords;
use crate::score::person;
use crate::score::trace::Silent;
use crate::score::worker::{RunFacts, Worker};

/// Results of a run.
#[derive(Debug)]
pub struct Scores {
    /// In the order of [`crate::model::Data::pegawai`], one each.
    pub pegawai: Vec<HasilPegawai>,
    /// Units with people in them, by first appearance.
    pub unit: Vec<HasilUnit>,
    /// Weight of SKP and perilaku as used (`70/30`, `60/40`); `None` in 6/2022.
    pub bobot: Option<String>,
    /// Keys of the `asumsi` parameters this run leaned on, sorted.
    pub asumsi: Vec<String>,
    /// The parameters this run leaned on, for the Aturan sheet.
    pub usage: Usage,
    /// Tables that the scoring needed and that the whole run lacks: said once, not once per person
    /// (`keluaran.md` section 2), so they carry no fact of their own about it.
    pub missing_tables: Vec<Noted>,
    /// Results of the RHK, where they were asked for ([`ScoreOptions::keep_rhk`](crate::score::ScoreOptions)).
    pub rhk: Option<RhkResults>,
    /// What was known about the run before anybody was scored.
    pub facts: RunFacts,
}

impl Scores {
    /// Adds parameters that were leaned on after the scoring.
    pub fn merge_usage(&mut self, usage: Usage, aturan: &Aturan) {
        self.usage.merge(usage);
        self.asumsi = aturan.asumsi(&self.usage);
    }

    /// Results of the RHK of one person as the first pass leaves them, not weighted yet: for whoever wants to know more of
    /// few people than is kept of all.
    pub fn first_pass(&self, data: &Data, aturan: &Aturan, id: PegawaiId) -> Vec<HasilRhk> {
        let mut k = Worker::new(data, aturan, &self.facts, Silent);
        person::start(&mut k, id, data.pegawai(id)).0.rhk
    }
}

/// Results of the RHK of everybody. They are most of what a run computes, and what hangs on a person alone can do without
/// them, so that they are kept apart.
#[derive(Debug, Default)]
pub struct RhkResults(Vec<Box<[HasilRhk]>>);

impl RhkResults {
    /// Room for so many people.
    pub(super) fn of(people: usize) -> Self {
        Self(Vec::with_capacity(people))
    }

    /// Those of the next person.
    pub(super) fn push(&mut self, rhk: Vec<HasilRhk>) {
        self.0.push(rhk.into_boxed_slice());
    }

    /// Those of the people that follow.
    pub(super) fn append(&mut self, next: Self) {
        self.0.extend(next.0);
    }

    /// The RHK of a person's postings that count.
    pub fn of_person(&self, id: PegawaiId) -> &[HasilRhk] {
        &self.0[id]
    }

    /// Person by person, in the order of [`crate::model::Data::pegawai`].
    pub fn by_person(&self) -> impl Iterator<Item = &[HasilRhk]> {
        self.0.iter().map(|of| &**of)
    }

    /// All of them.
    pub fn all(&self) -> impl Iterator<Item = &HasilRhk> {
        self.0.iter().flatten()
    }
}

impl FromIterator<Vec<HasilRhk>> for RhkResults {
    fn from_iter<I: IntoIterator<Item = Vec<HasilRhk>>>(people: I) -> Self {
        Self(people.into_iter().map(Vec::into_boxed_slice).collect())
    }
}

/// Is there a result?
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Status {
    /// Scored.
    Dinilai,
    /// Cannot be scored yet; see its reasons.
    BelumDapatDinilai,
    /// Rightly without a result (`pengecualian`, or the status).
    Dikecualikan,
}

/// Declares the reasons with their words in the JSON, each once.
macro_rules! reasons {
    ($($(#[$doc:meta])* $name:ident = $code:literal,)+) => {
        /// Why somebody cannot be scored. The words are part of the JSON contract.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Reason {
            $($(#[$doc])* $name,)+
        }

        impl Reason {
            /// All of them.
            pub const ALL: &'static [Self] = &[$(Self::$name),+];

            /// The word of the JSON contract.
            pub const fn code(self) -> &'static str {
                match self {
                    $(Self::$name => $code,)+
                }
            }
        }
    };
}

reasons! {
    /// A realisasi is missing.
    RealisasiKosong = "realisasi_kosong",
    /// A realisasi is there and gives no figure: negative, words, mixed periods, another unit, unreadable.
    RealisasiTidakDapatDihitung = "realisasi_tidak_dapat_dihitung",
    /// A target is missing, 0, negative, text in a numeric set, or otherwise gives no capaian.
    TargetTidakDapatDihitung = "target_tidak_dapat_dihitung",
    /// `bobot` of an RHK's indicators incomplete or not summing to 100.
    BobotTidakSah = "bobot_tidak_sah",
    /// An aspek of perilaku that is due has no usable figure.
    PerilakuTidakLengkap = "perilaku_tidak_lengkap",
    /// 6/2022: an RHK has no umpan balik where the rating needs it.
    UmpanBalikKosong = "umpan_balik_kosong",
    /// 6/2022: the proposal needs the penilai's decision.
    PerluKeputusanPenilai = "perlu_keputusan_penilai",
    /// 6/2022: the penilai has rated nothing.
    BelumDinilai = "belum_dinilai",
    /// The NIP cannot be read.
    NipTidakTerbaca = "nip_tidak_terbaca",
    /// Doubled person, skp row or realisasi row.
    BarisGanda = "baris_ganda",
    /// The atasan's RHK that counts (non-direct) has no nilai.
    AtasanBelumDinilai = "atasan_belum_dinilai",
    /// The non-direct link is broken.
    KaskadeTerputus = "kaskade_terputus",
    /// No SKP at all, or a posting with months and no SKP.
    TanpaSkp = "tanpa_skp",
    /// jenis_jabatan (or another field of the pegawai row that decides the rules) is missing or faulty.
    DataPegawaiTidakLengkap = "data_pegawai_tidak_lengkap",
    /// tugas belajar / penugasan khusus without `nilai_ditetapkan`.
    NilaiDitetapkanKosong = "nilai_ditetapkan_kosong",
    /// Status pensiun or meninggal.
    StatusTidakAktif = "status_tidak_aktif",
    /// A figure outside what can be computed exactly.
    AngkaDiLuarJangkauan = "angka_di_luar_jangkauan",
    /// A word of an RHK that decides its formula (jenis, aspek, metode, kelompok, lingkup) cannot be read.
    RhkTidakLengkap = "rhk_tidak_lengkap",
    /// `mulai` of an SKP row lies in no posting: whose months it takes is not known.
    PostingTidakDikenal = "posting_tidak_dikenal",
}

impl Status {
    /// The word of the JSON contract.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Dinilai => "dinilai",
            Self::BelumDapatDinilai => "belum_dapat_dinilai",
            Self::Dikecualikan => "dikecualikan",
        }
    }
}

/// A person's result.
#[derive(Debug, Clone)]
pub struct HasilPegawai {
    /// Whom it is about.
    pub id: PegawaiId,
    /// 18 digits, or as written when it cannot be read.
    pub nip: Text,
    /// Name.
    pub nama: Text,
    /// Unit of the last posting.
    pub unit_kerja: Text,
    /// NIP of the last posting's atasan, as far as it can be read.
    pub nip_atasan: Option<Text>,
    /// What came out.
    pub outcome: Outcome,
    /// Nilai kinerja utama, 2 decimals.
    pub nilai_kinerja_utama: Option<Decimal>,
    /// Nilai kinerja tambahan, 2 decimals, at most 10 a posting.
    pub nilai_kinerja_tambahan: Option<Decimal>,
    /// Nilai SKP, 2 decimals, at most 120.
    pub nilai_skp: Option<Decimal>,
    /// Nilai perilaku, 2 decimals.
    pub nilai_perilaku: Option<Decimal>,
    /// Rating hasil kerja that counts (6/2022).
    pub rating_hasil_kerja: Option<Rating>,
    /// Rating perilaku kerja that counts (6/2022).
    pub rating_perilaku: Option<Rating>,
    /// Angka kredit, 2 decimals, for JF with a known jenjang.
    pub angka_kredit: Option<Decimal>,
    /// Per cent of tukin by the agency's own table; absent from JSON where the rule set has none.
    pub tukin_persen: Option<Decimal>,
    /// Rank in the unit by nilai kinerja: 1, 2, 2, 4.
    pub unit_rank: Option<u32>,
    /// Tindak lanjut that follow from the predikat (keys of rule parameters), for the workbook.
    pub tindak_lanjut: Arc<[&'static str]>,
    /// Codes of findings about the person, sorted, each once; filled after the checks.
    pub temuan: ThinVec<&'static str>,
    /// What the scoring met on the way; the checks word it.
    pub facts: ThinVec<Noted>,
}

/// What came out for a person: a result by figures, by ratings, none yet, or none by right.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Outcome {
    /// Scored by figures (numeric sets).
    ByNumbers {
        /// Nilai kinerja, 2 decimals.
        nilai: Decimal,
        /// The predikat.
        predikat: Predikat,
        /// Its label in the rule set's own words.
        label: &'static str,
    },
    /// Scored by ratings, or by a predikat typed without them (6/2022).
    ByRatings {
        /// The predikat.
        predikat: Predikat,
        /// Its label in the rule set's own words.
        label: &'static str,
    },
    /// Not scored yet, and why: sorted, each once.
    NotYet(Vec<Reason>),
    /// Rightly without a result, and why: as `pengecualian` says, or the status with its acuan.
    Excepted(Text),
}

impl HasilPegawai {
    /// The word for what came out.
    pub const fn status(&self) -> Status {
        match self.outcome {
            Outcome::ByNumbers { .. } | Outcome::ByRatings { .. } => Status::Dinilai,
            Outcome::NotYet(_) => Status::BelumDapatDinilai,
            Outcome::Excepted(_) => Status::Dikecualikan,
        }
    }

    /// The predikat, of somebody scored.
    pub const fn predikat(&self) -> Option<Predikat> {
        match self.outcome {
            Outcome::ByNumbers { predikat, .. } | Outcome::ByRatings { predikat, .. } => Some(predikat),
            Outcome::NotYet(_) | Outcome::Excepted(_) => None,
        }
    }

    /// The predikat in the rule set's own words.
    pub const fn label(&self) -> Option<&'static str> {
        match self.outcome {
            Outcome::ByNumbers { label, .. } | Outcome::ByRatings { label, .. } => Some(label),
            Outcome::NotYet(_) | Outcome::Excepted(_) => None,
        }
    }

    /// Nilai kinerja, of somebody scored by figures.
    pub const fn nilai_kinerja(&self) -> Option<Decimal> {
        match self.outcome {
            Outcome::ByNumbers { nilai, .. } => Some(nilai),
            _ => None,
        }
    }

    /// Why somebody is not scored yet; empty for everybody else.
    pub fn reasons(&self) -> &[Reason] {
        match &self.outcome {
            Outcome::NotYet(reasons) => reasons,
            _ => &[],
        }
    }

    /// Why somebody is excepted.
    pub fn alasan(&self) -> Option<&str> {
        match &self.outcome {
            Outcome::Excepted(alasan) => Some(alasan),
            _ => None,
        }
    }
}

/// Result of an RHK.
#[derive(Debug, Clone)]
pub struct HasilRhk {
    /// Which.
    pub id: RhkId,
    /// `utama` or `tambahan`; `null` if unreadable.
    pub jenis: Option<crate::model::vocab::JenisRhk>,
    /// Posting it belongs to, where there are several.
    pub mulai: Option<Date>,
    /// Own nilai, 2 decimals.
    pub nilai: Option<Decimal>,
    /// Weighted nilai (8/2021 JA/JF; of a tambahan its points), 2 decimals.
    pub weighted_nilai: Option<Decimal>,
    /// Kategori of the RHK where the rule set has one.
    pub kategori: Option<Predikat>,
    /// Umpan balik that counts (6/2022).
    pub umpan_balik: Option<Rating>,
    /// Umpan balik that counts where it is no rating, as written.
    pub kata_umpan_balik: Option<Text>,
    /// Indicators.
    pub indikator: Vec<HasilIndikator>,
}

/// Result of an indicator.
#[derive(Debug, Clone)]
pub struct HasilIndikator {
    /// Index in [`crate::model::RencanaHasilKerja::indikator`].
    pub index: IndikatorNo,
    /// Aspek.
    pub aspek: Option<crate::model::vocab::Aspek>,
    /// Number within the aspek.
    pub no: u32,
    /// Combined realisasi of the year, or the text; `null` when missing.
    pub realisasi: Option<NilaiRealisasi>,
    /// Capaian in per cent, rounded by the rule set, 0–120.
    pub capaian: Option<Decimal>,
    /// Kategori of the capaian.
    pub kategori: Option<Predikat>,
    /// See [`HasilIndikator::nilai`]: few have one, and there are millions of indicators.
    pub kept_nilai: Option<Box<Decimal>>,
}

impl HasilIndikator {
    /// Nilai of the indicator (8/2021 JPT), 2 decimals.
    pub fn nilai(&self) -> Option<Decimal> {
        self.kept_nilai.as_deref().copied()
    }
}

/// The year's realisasi of an indicator. A figure is kept as a fraction (a mean of periods is not
/// rounded, `aturan.md` 1.7) and printed as the shortest decimal.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum NilaiRealisasi {
    /// A figure.
    Angka(KeptFraction),
    /// Words, which only 6/2022 allows.
    Text(Text),
}

impl fmt::Display for NilaiRealisasi {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Angka(r) => f.write_str(&shortest(r.get())),
            Self::Text(t) => f.write_str(t),
        }
    }
}

/// A fraction as the shortest decimal that is exactly it (`12`, `0.125`); one that has no end
/// (a mean of three) with six decimals.
pub fn shortest(r: Fraction) -> String {
    let (numer, denom) = r.parts();
    if denom == 1 {
        return numer.to_string();
    }
    let mut rest = denom;
    let (mut twos, mut fives) = (0_u32, 0_u32);
    while rest % 2 == 0 {
        rest /= 2;
        twos += 1;
    }
    while rest % 5 == 0 {
        rest /= 5;
        fives += 1;
    }
    let digits = if rest == 1 { twos.max(fives) } else { 6 };
    r.round(digits)
        .map_or_else(|_| format!("{numer}/{denom}"), |d| d.normalize().to_string())
}

/// Result of a unit.
#[derive(Debug, Clone)]
pub struct HasilUnit {
    /// Unit kerja.
    pub unit_kerja: Text,
    /// The unit above.
    pub unit_induk: Option<Text>,
    /// Its own predikat organisasi, as known.
    pub predikat_organisasi: Option<crate::model::vocab::PredikatOrganisasi>,
    /// People, excepted ones included.
    pub count: u32,
    /// People scored.
    pub dinilai: u32,
    /// Mean nilai kinerja over the people scored, 2 decimals.
    pub average_nilai: Option<Decimal>,
    /// People scored per predikat, best first; serialised under the rule set's labels.
    pub predikat: Vec<(&'static str, u32)>,
    /// The distribution check of the group that stands at this unit, which may hold others than
    /// those who work here; `None` where nothing can be checked.
    pub distribusi: Option<Distribusi>,
    /// Who works here, in order of the data.
    pub members: Vec<PegawaiId>,
    /// Who counts together here in the distribution.
    pub kelompok: UnitGroup,
}

impl HasilUnit {
    /// Its name in a sentence or a table; whose rows name no unit stand together.
    #[must_use]
    pub fn name(&self) -> &str {
        if self.unit_kerja.is_empty() {
            "(tanpa unit kerja)"
        } else {
            &self.unit_kerja
        }
    }
}

/// The people counted together in a unit's distribution (`aturan.md` 2, "Whose group").
#[derive(Debug, Clone, Default)]
pub struct UnitGroup {
    /// By what people are counted together.
    pub basis: Pengelompokan,
    /// How many are scored: the N of every share.
    pub n: u32,
    /// They, in order of the data.
    pub members: Vec<PegawaiId>,
    /// They, per predikat, best first, under the rule set's labels.
    pub predikat: Vec<(&'static str, u32)>,
    /// They and those who are not scored yet, for whoever asks what a rating would change.
    pub with_open: Vec<PegawaiId>,
    /// The predikat organisasi that the pattern goes by.
    pub predikat_organisasi: Option<crate::model::vocab::PredikatOrganisasi>,
    /// The unit above it is taken from, where this one has none.
    pub organisasi_source: Option<Text>,
}

/// A unit's distribution against the law's bounds.
#[derive(Debug, Clone)]
pub struct Distribusi {
    /// People counted: those scored.
    pub n: u32,
    /// They, per predikat, best first.
    pub predikat: Vec<(&'static str, u32)>,
    /// All rules hold.
    pub sesuai: bool,
    /// Some whole-person distribution at this N satisfies all rules.
    pub possible: bool,
    /// Fewest people that would have to change group; `None` when impossible.
    pub least_moves: Option<u32>,
    /// All rules, satisfied ones too.
    pub aturan: Vec<AturanDistribusi>,
    /// One cheapest way: how many from which predikat to which. Advice only; none for a small group.
    pub moves: Vec<Move>,
    /// Fewer people than `ukuran_terkecil`: what deviates is a note.
    pub small: bool,
}

impl Distribusi {
    /// The group deviates though it need not, and is large enough for that to mean something.
    pub const fn deviates(&self) -> bool {
        !self.sesuai && self.possible && !self.small
    }
}

/// One rule of a distribution in persons, which reads as if its words stood here.
#[derive(Debug, Clone)]
pub struct AturanDistribusi {
    /// What it says.
    pub words: RuleWords,
    /// How many there are.
    pub count: u32,
    /// Upper bound in persons.
    pub most: Option<u32>,
    /// Lower bound in persons.
    pub least: Option<u32>,
    /// Over the upper bound by so many.
    pub excess: Option<u32>,
    /// Under the lower bound (or short of being the largest) by so many.
    pub lacking: Option<u32>,
}

impl Deref for AturanDistribusi {
    type Target = RuleWords;

    fn deref(&self) -> &RuleWords {
        &self.words
    }
}

/// A step of the cheapest way to a fitting distribution.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Move {
    /// From this predikat.
    pub from: &'static str,
    /// To this one.
    pub to: &'static str,
    /// So many people.
    pub count: u32,
    /// Who stands nearest to the boundary, by nilai (numeric sets), nearest first.
    pub nearest: Vec<PegawaiIdSer>,
}

/// A person in advice: index in the data, not part of any output by itself.
pub type PegawaiIdSer = u32;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_fraction_is_shown_as_its_shortest_decimal() {
        for (n, d, text) in [
            (12, 1, "12"),
            (1, 8, "0.125"),
            (3, 5, "0.6"),
            (1, 20, "0.05"),
            (1, 40, "0.025"),
            (7, 250, "0.028"),
            (1, 100, "0.01"),
            (10, 3, "3.333333"),
            (1, 6, "0.166667"),
            (1, 15, "0.066667"),
            (1, 1_000_000_000, "0.000000001"),
        ] {
            assert_eq!(shortest(Fraction::new(n, d).unwrap()), text, "{n}/{d}");
        }
    }
}
