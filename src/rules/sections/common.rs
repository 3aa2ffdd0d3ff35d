//! Sections that stand in every rule set.

use serde::Deserialize;
use toml::Spanned;

use super::{FileSection, find};
use crate::base::figure::Decimal;
use crate::model::vocab::{JenisPegawai, Predikat};
use crate::rules::load::{Builder, History, RuleFile};
use crate::rules::parameter::{Parameter, ParameterFacts, Usage};
use crate::rules::values::{
    Angka, DaftarAspek, DaftarJenisPegawai, DaftarStatus, HariTahun, HasilFinal, PembulatanNilai, Pengelompokan, PerJenjang,
    PerPredikat, Pita, Provision, SatuanProporsi, Tenggat, TindakLanjut, TukinNilai,
};

section! {
    /// Capaian of an indicator and its kategori (`aturan.md` 1.1, 1.2). In 6/2022 only an agency's
    /// `ambang_capaian` makes use of it.
    Capaian, CapaianSection = "capaian"
    must {
        /// `arah` naik: realisasi / target × 100.
        rumus_naik: Provision,
        /// `arah` turun: (1 + (1 − realisasi/target)) × 100.
        rumus_turun: Provision,
        /// Range target: which end is the divisor when the realisasi lies outside.
        rumus_rentang: Provision,
        /// Capaian (per cent) of a realisasi inside a range target.
        capaian_dalam_rentang: Decimal,
        /// Capaian is capped at this per cent.
        batas_atas: Decimal,
        /// Capaian is never below this per cent.
        batas_bawah: Decimal,
        /// One-sided target: read as the figure with its arah.
        target_satu_sisi: Provision,
        /// Target 0 or empty: no capaian.
        target_kosong: Provision,
        /// Realisasi missing: no capaian.
        realisasi_kosong: Provision,
        /// Negative figures, lo > hi, divisor 0: no capaian.
        angka_tidak_wajar: Provision,
        /// Decimals of the capaian as printed and used on.
        pembulatan_capaian: Angka,
        /// Decimals to which a capaian, or a mean of capaian, is rounded right before it is banded.
        pembulatan_pita: Angka,
        /// Band of kategori Sangat Baik.
        kategori_sangat_baik: Pita,
        /// Band of kategori Baik.
        kategori_baik: Pita,
        /// Band of kategori Cukup.
        kategori_cukup: Pita,
        /// Band of kategori Kurang.
        kategori_kurang: Pita,
        /// Band of kategori Sangat Kurang.
        kategori_sangat_kurang: Pita,
    }
    may {}
}

impl Capaian {
    /// The five bands, best first.
    pub const fn pita(&self) -> [(Predikat, &Parameter<Pita>); 5] {
        [
            (Predikat::SangatBaik, &self.kategori_sangat_baik),
            (Predikat::Baik, &self.kategori_baik),
            (Predikat::Cukup, &self.kategori_cukup),
            (Predikat::Kurang, &self.kategori_kurang),
            (Predikat::SangatKurang, &self.kategori_sangat_kurang),
        ]
    }

    /// Kategori of a capaian already rounded by `pembulatan_pita`. `None` only outside
    /// `batas_bawah..=batas_atas`: the bands are proved to cover that without hole or overlap.
    pub fn kategori(&self, capaian: Decimal, usage: &mut Usage) -> Option<Predikat> {
        find(self.pita(), capaian, usage)
    }
}

section! {
    /// Rounding of the stages after capaian, half up.
    Pembulatan, PembulatanSection = "pembulatan"
    must {
        /// Decimals per stage.
        pembulatan_nilai: PembulatanNilai,
        /// Decimals of angka kredit.
        pembulatan_angka_kredit: Angka,
    }
    may {}
}

section! {
    /// Perilaku in both regimes.
    Perilaku, PerilakuSection = "perilaku"
    must {
        /// Aspek (PP 30/2019) or values (BerAKHLAK) in their order.
        aspek_perilaku: DaftarAspek,
    }
    may {
        /// A penilai with fewer months of service than this may not rate perilaku; 6/2022 has no such rule.
        penilai_baru_bulan: u8,
    }
}

section! {
    /// Transfers and other special cases (`aturan.md` 1.9).
    Khusus, KhususSection = "khusus"
    must {
        /// Proportional nilai SKP over the postings.
        proporsional: Provision,
        /// Months or days.
        satuan_proporsi: SatuanProporsi,
        /// To which posting a month belongs.
        pembagian_bulan: Provision,
        /// Perilaku, unit and predikat by the last posting.
        posting_terakhir: Provision,
        /// Tugas belajar and penugasan khusus: `nilai_ditetapkan`.
        nilai_ditetapkan: Provision,
        /// Plt/Plh/Pjb never part of a formula.
        plt: Provision,
        /// Statuses to which the planning of kinerja does not apply: dikecualikan of themselves.
        status_bukan_sasaran: DaftarStatus,
        /// pensiun, meninggal, no SKP.
        status_tidak_aktif: Provision,
    }
    may {}
}

section! {
    /// Dates and terms.
    Jadwal, JadwalSection = "jadwal"
    must {
        /// SKP is set by this day of the year.
        penetapan_skp_paling_lambat: HariTahun,
        /// To object, from the day the document is received; to the atasan of the penilai.
        keberatan: Tenggat,
    }
    may {
        /// Of whom the result is final: nobody objects to it.
        hasil_final: HasilFinal,
        /// For the decision on an objection, from the day it is received.
        keputusan_keberatan: Tenggat,
        /// For the document to reach the pegawai, from the day it is signed.
        penyampaian_dokumen: Tenggat,
        /// For the pegawai to sign and return it, from the day it is received.
        pengembalian_dokumen: Tenggat,
        /// For the report to the PyB, from the end of the evaluation period.
        pelaporan_dokumen: Tenggat,
        /// The yearly appraisal is done by this day of the next year.
        penilaian_paling_lambat: HariTahun,
    }
}

/// Something to be done after the evaluation.
#[derive(Debug, Clone, Copy)]
pub struct Deadline<'a> {
    /// What.
    pub what: &'static str,
    /// From when the term runs.
    pub since: &'static str,
    /// The term.
    pub term: &'a Parameter<Tenggat>,
    /// Part of an objection, which a final result does not have.
    pub of_objection: bool,
}

impl Jadwal {
    /// What is to be done after the evaluation, in the order of time.
    pub fn after(&self) -> impl Iterator<Item = Deadline<'_>> {
        [
            (
                "Dokumen evaluasi disampaikan kepada pegawai",
                "sejak ditandatangani",
                self.penyampaian_dokumen.as_ref(),
                false,
            ),
            (
                "Dokumen ditandatangani pegawai dan dikembalikan",
                "sejak diterima",
                self.pengembalian_dokumen.as_ref(),
                false,
            ),
            (
                "Keberatan kepada atasan pejabat penilai",
                "sejak dokumen diterima",
                Some(&self.keberatan),
                true,
            ),
            (
                "Keputusan atas keberatan",
                "sejak keberatan diterima",
                self.keputusan_keberatan.as_ref(),
                true,
            ),
            (
                "Pelaporan kepada pejabat yang berwenang",
                "sejak jangka waktu evaluasi berakhir",
                self.pelaporan_dokumen.as_ref(),
                false,
            ),
        ]
        .into_iter()
        .filter_map(|(what, since, term, of_objection)| {
            Some(Deadline {
                what,
                since,
                term: term?,
                of_objection,
            })
        })
    }
}

section! {
    /// Angka kredit (`aturan.md` 3).
    AngkaKredit, AngkaKreditSection = "angka_kredit"
    must {
        /// Per cent by predikat.
        persen_angka_kredit: PerPredikat,
        /// Koefisien per year by jenjang.
        koefisien_angka_kredit: PerJenjang,
        /// Months the koefisien is for.
        bulan_setahun: u8,
        /// Who gets any.
        angka_kredit_untuk: DaftarJenisPegawai,
        /// None while the status is tugas belajar.
        tanpa_tugas_belajar: Provision,
    }
    may {}
}

section! {
    /// What follows from a predikat.
    Action, TindakLanjutSection = "tindak_lanjut"
    must {
        /// Kenaikan pangkat.
        kenaikan_pangkat: TindakLanjut,
        /// Succession and development first.
        prioritas_suksesi: TindakLanjut,
        /// Time to improve, then uji kompetensi.
        perbaikan_kinerja: TindakLanjut,
        /// Promotion priority (training-house practice).
        prioritas_promosi: TindakLanjut,
        /// Coaching (training-house practice).
        pembinaan: TindakLanjut,
        /// Of a PPPK: the contract.
        perpanjangan_perjanjian: TindakLanjut,
    }
    may {
        /// Per cent of tukin by predikat: an agency's table, no default.
        tukin_persen: PerPredikat,
        /// The same by bands of nilai kinerja; where both are given, this one counts for whoever has a nilai.
        tukin_nilai: TukinNilai,
    }
}

impl Action {
    /// All of them, in the order in which they are told.
    pub const fn all(&self) -> [&Parameter<TindakLanjut>; 6] {
        [
            &self.kenaikan_pangkat,
            &self.perpanjangan_perjanjian,
            &self.prioritas_suksesi,
            &self.perbaikan_kinerja,
            &self.prioritas_promosi,
            &self.pembinaan,
        ]
    }

    /// Those that this year's result of such a person meets ([`TindakLanjut::in_force`]), noting that the run leans on them.
    pub fn in_force(
        &self,
        jenis: JenisPegawai,
        predikat: Predikat,
        earlier: Option<Predikat>,
        nilai: Option<Decimal>,
        usage: &mut Usage,
    ) -> impl Iterator<Item = &Parameter<TindakLanjut>> {
        self.all()
            .into_iter()
            .filter(move |p| p.when(usage, |t| t.in_force(jenis, predikat, earlier, nilai)).is_some())
    }
}

section! {
    /// How people are counted together.
    Kelompok, KelompokSection = "kelompok"
    must {
        /// By the penilai's unit, the unit kerja or the unit above (`--kelompok` overrides).
        pengelompokan: Pengelompokan,
        /// With fewer people counted a deviation is a note without advice.
        ukuran_terkecil: u8,
        /// Whether the unit's head counts in N of the distribution.
        pimpinan_dihitung: bool,
    }
    may {}
}
