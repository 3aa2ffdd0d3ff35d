//! Sections of the numeric regime.

use serde::Deserialize;
use toml::Spanned;

use super::{FileSection, find};
use crate::base::figure::Decimal;
use crate::model::vocab::Predikat;
use crate::rules::load::{Builder, History, RuleFile};
use crate::rules::parameter::{Parameter, ParameterFacts, Usage};
use crate::rules::values::{
    BatasJabatan, BatasPersen, BobotKelompok, BobotPenilai, BobotSkp, IdeBaru, KelompokJpt, Klasifikasi, MatriksAspek,
    PerPredikat, Pita, Provision, Segment, TambahanMethod, WajibKepemimpinan,
};

section! {
    /// Predikat from nilai kinerja (PP 30/2019 Pasal 41(5)).
    PredikatNumerik, PredikatSection = "predikat"
    must {
        /// Band of Sangat Baik; see `ide_baru`.
        predikat_sangat_baik: Pita,
        /// Band of Baik.
        predikat_baik: Pita,
        /// Band of Cukup.
        predikat_cukup: Pita,
        /// Band of Kurang.
        predikat_kurang: Pita,
        /// Band of Sangat Kurang.
        predikat_sangat_kurang: Pita,
        /// What Sangat Baik wants beyond the figure.
        ide_baru: IdeBaru,
    }
    may {}
}

impl PredikatNumerik {
    /// The five bands, best first.
    pub const fn pita(&self) -> [(Predikat, &Parameter<Pita>); 5] {
        [
            (Predikat::SangatBaik, &self.predikat_sangat_baik),
            (Predikat::Baik, &self.predikat_baik),
            (Predikat::Cukup, &self.predikat_cukup),
            (Predikat::Kurang, &self.predikat_kurang),
            (Predikat::SangatKurang, &self.predikat_sangat_kurang),
        ]
    }

    /// Predikat of a printed nilai kinerja. `None` only outside 0–120.
    pub fn predikat(&self, nilai: Decimal, ide_baru: bool, usage: &mut Usage) -> Option<Predikat> {
        let predikat = find(self.pita(), nilai, usage)?;
        if predikat != Predikat::SangatBaik {
            return Some(predikat);
        }
        let condition = self.ide_baru.used(usage);
        Some(if condition.wajib && !ide_baru {
            condition.tanpa
        } else {
            predikat
        })
    }
}

section! {
    /// From indicators to nilai kinerja (`aturan.md` 1.6, 1.7).
    Kinerja, KinerjaSection = "kinerja"
    must {
        /// Nilai of an RHK from its indicators (in 8/2021 see [`Konversi`]).
        nilai_rhk: Provision,
        /// Nilai kinerja utama from the RHK utama.
        nilai_kinerja_utama: Provision,
        /// Nilai SKP = utama + tambahan.
        nilai_skp: Provision,
        /// Nilai SKP is capped at this.
        batas_nilai_skp: Decimal,
        /// Weights when only the atasan rates perilaku.
        bobot_atasan_saja: BobotSkp,
        /// Weights when rekan or bawahan rate too.
        bobot_dengan_rekan_bawahan: BobotSkp,
        /// Which of the two weights the run takes.
        pilihan_bobot: Provision,
    }
    may {
        /// Nilai SKP of these kinds of post is capped lower: an agency's table, no default.
        batas_nilai_skp_jabatan: BatasJabatan,
    }
}

section! {
    /// Perilaku as figures (`aturan.md` 1.7).
    PerilakuNumerik, PerilakuNumerikSection = "perilaku_numerik"
    must {
        /// Who has the aspek kepemimpinan.
        wajib_kepemimpinan: WajibKepemimpinan,
        /// An aspek that is due without a figure of the atasan.
        perilaku_kosong: Provision,
        /// Weights of atasan, rekan, bawahan; renormalised over those present.
        bobot_penilai: BobotPenilai,
        /// Scale of a figure; outside it is a finding.
        skala_perilaku: Pita,
        /// Nilai perilaku = mean over aspek.
        nilai_perilaku: Provision,
    }
    may {
        /// Weights where a person has figures of atasan and rekan only; without it `bobot_penilai` is
        /// renormalised.
        bobot_tanpa_bawahan: BobotPenilai,
        /// Weights where a person has figures of atasan and bawahan only.
        bobot_tanpa_rekan: BobotPenilai,
    }
}

section! {
    /// Kinerja tambahan (`aturan.md` 1.5, 1.6).
    Tambahan, TambahanSection = "tambahan"
    must {
        /// Points on top, or a split.
        kinerja_tambahan: TambahanMethod,
        /// `pct` by kategori.
        persen_tambahan: PerPredikat,
        /// Factor of lingkup 1, per cent of the nilai.
        lingkup_1: Decimal,
        /// Factor of lingkup 2.
        lingkup_2: Decimal,
        /// Factor of lingkup 3.
        lingkup_3: Decimal,
        /// The sum is capped at this, per posting.
        batas_tambahan: Decimal,
    }
    may {}
}

impl Tambahan {
    /// The factor of a lingkup (1, 2 or 3).
    pub const fn lingkup(&self, lingkup: u8) -> Option<&Parameter<Decimal>> {
        match lingkup {
            1 => Some(&self.lingkup_1),
            2 => Some(&self.lingkup_2),
            3 => Some(&self.lingkup_3),
            _ => None,
        }
    }
}

section! {
    /// Conversion per kind of post and cascade weighting (8/2021 only; `aturan.md` 1.3, 1.4).
    Konversi, KonversiSection = "konversi"
    must {
        /// JPT: nilai of capaian in kategori Sangat Kurang.
        jpt_sangat_kurang: Segment,
        /// JPT: Kurang.
        jpt_kurang: Segment,
        /// JPT: Cukup.
        jpt_cukup: Segment,
        /// JPT: Baik (exactly on target).
        jpt_baik: Segment,
        /// JPT: above target, interpolated.
        jpt_sangat_baik: Segment,
        /// JPT: above that, the full nilai.
        jpt_penuh: Segment,
        /// JPT: nilai in kategori Baik when the target is the maximum attainable.
        jpt_target_maksimal: Decimal,
        /// Which kelompok make up group 1 and 2.
        kelompok_jpt: KelompokJpt,
        /// Weights of the groups where both are present.
        bobot_kelompok_jpt: BobotKelompok,
        /// How the aspek of an RHK of JA/JF combine (three aspek).
        matriks_aspek: MatriksAspek,
        /// One aspek only: its own kategori.
        satu_aspek: Provision,
        /// Two and four aspek: the same table.
        matriks_aspek_lain: Provision,
        /// `langsung`: own nilai.
        kaskade_langsung: Provision,
        /// `tidak_langsung`: per cent of the own nilai.
        kaskade_bagian_sendiri: Decimal,
        /// `tidak_langsung`: per cent of the atasan's RHK by its kategori.
        kaskade_bobot_atasan: PerPredikat,
        /// Several intervened RHK.
        kaskade_beberapa: Provision,
    }
    may {}
}

impl Konversi {
    /// The pieces from capaian 0 upwards; proved to cover every whole per cent once.
    pub const fn segment(&self) -> [&Parameter<Segment>; 6] {
        [
            &self.jpt_sangat_kurang,
            &self.jpt_kurang,
            &self.jpt_cukup,
            &self.jpt_baik,
            &self.jpt_sangat_baik,
            &self.jpt_penuh,
        ]
    }

    /// The piece a capaian (whole per cent) lies in.
    pub fn segment_for(&self, capaian: Decimal) -> Option<&Parameter<Segment>> {
        self.segment().into_iter().find(|s| s.nilai.holds(capaian))
    }

    /// Nilai of an IKI of a JPT, exact and unrounded. `None` only outside the capaian range.
    pub fn nilai_jpt(
        &self,
        capaian: Decimal,
        target_maksimal: bool,
        usage: &mut Usage,
    ) -> Option<crate::base::figure::Exact<crate::base::figure::Fraction>> {
        let segment = self.segment_for(capaian)?;
        if target_maksimal && self.jpt_baik.nilai.holds(capaian) {
            return Some(Ok((*self.jpt_target_maksimal.used(usage)).into()));
        }
        Some(segment.used(usage).nilai(capaian))
    }
}

section! {
    /// Distribution of PP 30/2019 (`aturan.md` 1.8).
    DistribusiNumerik, DistribusiSection = "distribusi"
    must {
        /// Which predikat count as above, at and below expectation.
        klasifikasi: Klasifikasi,
        /// Share above.
        distribusi_di_atas: BatasPersen,
        /// Share at.
        distribusi_sesuai: BatasPersen,
        /// Share below.
        distribusi_di_bawah: BatasPersen,
    }
    may {}
}

/// What only the numeric sets have.
#[derive(Debug, Clone)]
pub struct Numerik {
    /// Predikat bands and ide baru.
    pub predikat: PredikatNumerik,
    /// From indicators to nilai kinerja.
    pub kinerja: Kinerja,
    /// Perilaku as figures.
    pub perilaku: PerilakuNumerik,
    /// Kinerja tambahan.
    pub tambahan: Tambahan,
    /// Conversion per kind of post: present means the method of 8/2021 (1.3–1.5), absent that of
    /// PP 30/2019 on its own (1.6).
    pub konversi: Option<Konversi>,
    /// Distribution.
    pub distribusi: DistribusiNumerik,
}

impl PerilakuNumerik {
    /// The weights for the sources that a person has beside the atasan.
    pub fn bobot(&self, rekan: bool, bawahan: bool) -> &Parameter<BobotPenilai> {
        let own = match (rekan, bawahan) {
            (true, false) => self.bobot_tanpa_bawahan.as_ref(),
            (false, true) => self.bobot_tanpa_rekan.as_ref(),
            _ => None,
        };
        own.unwrap_or(&self.bobot_penilai)
    }
}
