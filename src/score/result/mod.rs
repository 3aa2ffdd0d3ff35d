//! Result types: one value that terminal, JSON, CSV and workbook all read.

mod rhk;
mod tally;
mod unit;

use std::sync::{Arc, OnceLock};

use thin_vec::ThinVec;

use crate::base::figure::Decimal;
use crate::finding::Noted;
use crate::model::vocab::{Predikat, Rating};
use crate::model::{Pegawai, PegawaiId, Text};
use crate::rules::{Aturan, Usage};
use crate::score::worker::RunFacts;
pub use rhk::{HasilIndikator, HasilRhk, NilaiRealisasi, RhkResults, shortest};
pub use tally::Tally;
pub use unit::{AturanDistribusi, Distribusi, HasilUnit, Move, PegawaiIdSer, UnitGroup};

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
    /// Results of the RHK, where they were kept or asked for since: see [`Scores::rhk`].
    pub kept_rhk: OnceLock<RhkResults>,
    /// What was known about the run before anybody was scored.
    pub facts: RunFacts,
}

impl Scores {
    /// Adds parameters that were leaned on after the scoring.
    pub fn merge_usage(&mut self, usage: Usage, aturan: &Aturan) {
        self.usage.merge(usage);
        self.asumsi = aturan.asumsi(&self.usage);
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
    /// 6/2022: somebody has an SKP, and whether it was rated stands in no file of the run.
    TanpaPenilaian = "tanpa_penilaian",
    /// 6/2022: what the penilai has rated is of other periods than the one asked.
    PenilaianPeriodeLain = "penilaian_periode_lain",
    /// 6/2022: what is rated stands in a column, table or row from which nothing is taken.
    PenilaianNotTaken = "penilaian_tidak_dipakai",
    /// The NIP cannot be read.
    NipTidakTerbaca = "nip_tidak_terbaca",
    /// The NIP stands beside another name, too: whose it is is not guessed.
    NipDuaNama = "nip_dua_nama",
    /// Rows that are probably this person's and decide the result cannot be joined: their NIP cannot be read, or is nobody's.
    BarisTidakTerhubung = "baris_tidak_terhubung",
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
    /// No posting has a day of the period.
    TanpaJabatan = "tanpa_jabatan",
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
    /// Of somebody of whom nothing is computed yet.
    pub(in crate::score) fn unscored(id: PegawaiId, pegawai: &Pegawai, unit_kerja: Text) -> Self {
        Self {
            id,
            nip: pegawai.nip.clone(),
            nama: pegawai.nama.clone(),
            unit_kerja,
            nip_atasan: None,
            outcome: Outcome::NotYet(Vec::new()),
            nilai_kinerja_utama: None,
            nilai_kinerja_tambahan: None,
            nilai_skp: None,
            nilai_perilaku: None,
            rating_hasil_kerja: None,
            rating_perilaku: None,
            angka_kredit: None,
            tukin_persen: None,
            unit_rank: None,
            tindak_lanjut: Arc::default(),
            temuan: ThinVec::new(),
            facts: ThinVec::new(),
        }
    }

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
