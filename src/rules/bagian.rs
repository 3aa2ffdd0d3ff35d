//! The sections of a rule file. Each entry is one parameter: its name is the key that JSON, the
//! Aturan sheet and `skp aturan tampil` show, its type says what stands in `nilai`.
//!
//! Numeric regime: [`Numerik`]; qualitative: [`Kualitatif`]; the rest stands in every rule set.

use serde::Deserialize;
use toml::Spanned;

use super::muat::{Berkas, Riwayat, Susun};
use super::nilai::{
    AmbangCapaian, AmbangRating, Angka, ArtiTerbesar, BatasPersen, BobotKelompok, BobotPenilai, BobotSkp, CaraTambahan,
    DaftarAspek, DaftarBatas, HariTahun, IdeBaru, KelompokJpt, Ketentuan, Klasifikasi, Kuadran, MatriksAspek, PembulatanNilai,
    Pengelompokan, PerJenjang, PerPredikat, Pita, RatingOrganisasi, SatuanProporsi, Segmen, TindakLanjut, WajibKepemimpinan,
};
use super::parameter::{BarisParameter, Parameter, Pemakaian};
use super::{AturanError, Rezim};
use crate::figure::Desimal;
use crate::model::vocab::{Predikat, PredikatOrganisasi};

/// A section as written, which knows where in the file it begins.
pub(super) trait Bertempat {
    /// Offset of the first record, if any.
    fn pertama(&self) -> Option<usize>;
}

/// Declares a section twice: as the file writes it (everything optional, unknown keys refused) and
/// as scoring reads it (complete). `wajib` must be given by the set or one it extends, `boleh` need not.
macro_rules! bagian {
    ($(#[$doc:meta])* $nama:ident, $berkas:ident = $teks:literal
        wajib { $($(#[$wdoc:meta])* $wajib:ident: $wty:ty,)* }
        boleh { $($(#[$bdoc:meta])* $boleh:ident: $bty:ty,)* }
    ) => {
        $(#[$doc])*
        #[derive(Debug, Clone)]
        pub struct $nama {
            $($(#[$wdoc])* pub $wajib: Parameter<$wty>,)*
            $($(#[$bdoc])* pub $boleh: Option<Parameter<$bty>>,)*
        }

        #[derive(Debug, Default, Deserialize)]
        #[serde(deny_unknown_fields)]
        pub(super) struct $berkas {
            $($wajib: Option<Spanned<Riwayat<$wty>>>,)*
            $($boleh: Option<Spanned<Riwayat<$bty>>>,)*
        }

        impl $berkas {
            pub(super) fn susun(s: &mut Susun<'_>, ambil: fn(&Berkas) -> Option<&Self>) -> Result<$nama, AturanError> {
                Ok($nama {
                    $($wajib: s.wajib($teks, stringify!($wajib), |b| ambil(b).and_then(|x| x.$wajib.as_ref()))?,)*
                    $($boleh: s.boleh($teks, stringify!($boleh), |b| ambil(b).and_then(|x| x.$boleh.as_ref()))?,)*
                })
            }
        }

        impl Bertempat for $berkas {
            fn pertama(&self) -> Option<usize> {
                let mut awal: Option<usize> = None;
                $(if let Some(r) = &self.$wajib { awal = Some(awal.map_or(r.span().start, |a| a.min(r.span().start))); })*
                $(if let Some(r) = &self.$boleh { awal = Some(awal.map_or(r.span().start, |a| a.min(r.span().start))); })*
                awal
            }
        }

        impl $nama {
            pub(super) fn daftar<'a>(&'a self, ke: &mut Vec<BarisParameter<'a>>) {
                $(ke.push(self.$wajib.tampil());)*
                $(if let Some(p) = &self.$boleh { ke.push(p.tampil()); })*
            }
        }
    };
}

// ── in every rule set ──

bagian! {
    /// Capaian of an indicator and its kategori (`aturan.md` 1.1, 1.2). In 6/2022 only an agency's
    /// `ambang_capaian` makes use of it.
    Capaian, BagianCapaian = "capaian"
    wajib {
        /// `arah` naik: realisasi / target × 100.
        rumus_naik: Ketentuan,
        /// `arah` turun: (1 + (1 − realisasi/target)) × 100.
        rumus_turun: Ketentuan,
        /// Range target: which end is the divisor when the realisasi lies outside.
        rumus_rentang: Ketentuan,
        /// Capaian (per cent) of a realisasi inside a range target.
        capaian_dalam_rentang: Desimal,
        /// Capaian is capped at this per cent.
        batas_atas: Desimal,
        /// Capaian is never below this per cent.
        batas_bawah: Desimal,
        /// One-sided target: read as the figure with its arah.
        target_satu_sisi: Ketentuan,
        /// Target 0 or empty: no capaian.
        target_kosong: Ketentuan,
        /// Realisasi missing: no capaian.
        realisasi_kosong: Ketentuan,
        /// Negative figures, lo > hi, divisor 0: no capaian.
        angka_tidak_wajar: Ketentuan,
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
    boleh {}
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
    pub fn kategori(&self, capaian: Desimal, pemakaian: &mut Pemakaian) -> Option<Predikat> {
        cari(self.pita(), capaian, pemakaian)
    }
}

fn cari(pita: [(Predikat, &Parameter<Pita>); 5], x: Desimal, pemakaian: &mut Pemakaian) -> Option<Predikat> {
    pita.into_iter().find(|(_, p)| p.nilai.memuat(x)).map(|(predikat, p)| {
        p.pakai(pemakaian);
        predikat
    })
}

bagian! {
    /// Rounding of the stages after capaian, half up.
    Pembulatan, BagianPembulatan = "pembulatan"
    wajib {
        /// Decimals per stage.
        pembulatan_nilai: PembulatanNilai,
        /// Decimals of angka kredit.
        pembulatan_angka_kredit: Angka,
    }
    boleh {}
}

bagian! {
    /// Perilaku in both regimes.
    Perilaku, BagianPerilaku = "perilaku"
    wajib {
        /// Aspek (PP 30/2019) or values (BerAKHLAK) in their order.
        aspek_perilaku: DaftarAspek,
        /// A penilai with fewer months of service than this may not rate perilaku.
        penilai_baru_bulan: u8,
    }
    boleh {}
}

bagian! {
    /// Transfers and other special cases (`aturan.md` 1.9).
    Khusus, BagianKhusus = "khusus"
    wajib {
        /// Proportional nilai SKP over the postings.
        proporsional: Ketentuan,
        /// Months or days.
        satuan_proporsi: SatuanProporsi,
        /// To which posting a month belongs.
        pembagian_bulan: Ketentuan,
        /// Perilaku, unit and predikat by the last posting.
        posting_terakhir: Ketentuan,
        /// Tugas belajar and penugasan khusus: `nilai_ditetapkan`.
        nilai_ditetapkan: Ketentuan,
        /// Plt/Plh/Pjb never part of a formula.
        plt: Ketentuan,
        /// cltn, pensiun, meninggal, no SKP.
        status_tidak_aktif: Ketentuan,
    }
    boleh {}
}

bagian! {
    /// Dates and terms.
    Jadwal, BagianJadwal = "jadwal"
    wajib {
        /// SKP is set by this day of the year.
        penetapan_skp_paling_lambat: HariTahun,
        /// Days to object.
        keberatan_hari: u8,
        /// Who decides an objection.
        keberatan_kepada: Ketentuan,
    }
    boleh {}
}

bagian! {
    /// Angka kredit (`aturan.md` 3).
    AngkaKredit, BagianAngkaKredit = "angka_kredit"
    wajib {
        /// Per cent by predikat.
        persen_angka_kredit: PerPredikat,
        /// Koefisien per year by jenjang.
        koefisien_angka_kredit: PerJenjang,
        /// Months the koefisien is for.
        bulan_setahun: u8,
    }
    boleh {}
}

bagian! {
    /// What follows from a predikat.
    Tindakan, BagianTindakan = "tindak_lanjut"
    wajib {
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
    }
    boleh {
        /// Per cent of tukin by predikat: an agency's table, no default.
        tukin_persen: PerPredikat,
    }
}

impl Tindakan {
    /// Those that this year's result meets, noting that the run leans on them.
    pub fn berlaku(
        &self,
        predikat: Predikat,
        nilai: Option<Desimal>,
        pemakaian: &mut Pemakaian,
    ) -> Vec<&Parameter<TindakLanjut>> {
        [
            &self.kenaikan_pangkat,
            &self.prioritas_suksesi,
            &self.perbaikan_kinerja,
            &self.prioritas_promosi,
            &self.pembinaan,
        ]
        .into_iter()
        .filter(|p| p.nilai.berlaku(predikat, nilai))
        .inspect(|p| {
            p.pakai(pemakaian);
        })
        .collect()
    }
}

bagian! {
    /// How people are counted together.
    Kelompok, BagianKelompok = "kelompok"
    wajib {
        /// By unit or by the unit above (`--kelompok` overrides).
        pengelompokan: Pengelompokan,
        /// Whether the unit's head counts in N of the distribution.
        pimpinan_dihitung: bool,
    }
    boleh {}
}

// ── numeric regime ──

bagian! {
    /// Predikat from nilai kinerja (PP 30/2019 Pasal 41(5)).
    PredikatNumerik, BagianPredikat = "predikat"
    wajib {
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
    boleh {}
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
    pub fn predikat(&self, nilai: Desimal, ide_baru: bool, pemakaian: &mut Pemakaian) -> Option<Predikat> {
        let predikat = cari(self.pita(), nilai, pemakaian)?;
        if predikat != Predikat::SangatBaik {
            return Some(predikat);
        }
        let syarat = self.ide_baru.pakai(pemakaian);
        Some(if syarat.wajib && !ide_baru { syarat.tanpa } else { predikat })
    }
}

bagian! {
    /// From indicators to nilai kinerja (`aturan.md` 1.6, 1.7).
    Kinerja, BagianKinerja = "kinerja"
    wajib {
        /// Nilai of an RHK from its indicators (in 8/2021 see [`Konversi`]).
        nilai_rhk: Ketentuan,
        /// Nilai kinerja utama from the RHK utama.
        nilai_kinerja_utama: Ketentuan,
        /// Nilai SKP = utama + tambahan.
        nilai_skp: Ketentuan,
        /// Nilai SKP is capped at this.
        batas_nilai_skp: Desimal,
        /// Weights when only the atasan rates perilaku.
        bobot_atasan_saja: BobotSkp,
        /// Weights when rekan or bawahan rate too.
        bobot_dengan_rekan_bawahan: BobotSkp,
        /// Which of the two weights the run takes.
        pilihan_bobot: Ketentuan,
    }
    boleh {}
}

bagian! {
    /// Perilaku as figures (`aturan.md` 1.7).
    PerilakuNumerik, BagianPerilakuNumerik = "perilaku_numerik"
    wajib {
        /// Who has the aspek kepemimpinan.
        wajib_kepemimpinan: WajibKepemimpinan,
        /// An aspek that is due without a figure of the atasan.
        perilaku_kosong: Ketentuan,
        /// Weights of atasan, rekan, bawahan; renormalised over those present.
        bobot_penilai: BobotPenilai,
        /// Scale of a figure; outside it is a finding.
        skala_perilaku: Pita,
        /// Nilai perilaku = mean over aspek.
        nilai_perilaku: Ketentuan,
    }
    boleh {}
}

bagian! {
    /// Kinerja tambahan (`aturan.md` 1.5, 1.6).
    Tambahan, BagianTambahan = "tambahan"
    wajib {
        /// Points on top, or a split.
        kinerja_tambahan: CaraTambahan,
        /// `pct` by kategori.
        persen_tambahan: PerPredikat,
        /// Factor of lingkup 1, per cent of the nilai.
        lingkup_1: Desimal,
        /// Factor of lingkup 2.
        lingkup_2: Desimal,
        /// Factor of lingkup 3.
        lingkup_3: Desimal,
        /// The sum is capped at this, per posting.
        batas_tambahan: Desimal,
    }
    boleh {}
}

impl Tambahan {
    /// The factor of a lingkup (1, 2 or 3).
    pub const fn lingkup(&self, lingkup: u8) -> Option<&Parameter<Desimal>> {
        match lingkup {
            1 => Some(&self.lingkup_1),
            2 => Some(&self.lingkup_2),
            3 => Some(&self.lingkup_3),
            _ => None,
        }
    }
}

bagian! {
    /// Conversion per kind of post and cascade weighting (8/2021 only; `aturan.md` 1.3, 1.4).
    Konversi, BagianKonversi = "konversi"
    wajib {
        /// JPT: nilai of capaian in kategori Sangat Kurang.
        jpt_sangat_kurang: Segmen,
        /// JPT: Kurang.
        jpt_kurang: Segmen,
        /// JPT: Cukup.
        jpt_cukup: Segmen,
        /// JPT: Baik (exactly on target).
        jpt_baik: Segmen,
        /// JPT: above target, interpolated.
        jpt_sangat_baik: Segmen,
        /// JPT: above that, the full nilai.
        jpt_penuh: Segmen,
        /// JPT: nilai in kategori Baik when the target is the maximum attainable.
        jpt_target_maksimal: Desimal,
        /// Which kelompok make up group 1 and 2.
        kelompok_jpt: KelompokJpt,
        /// Weights of the groups where both are present.
        bobot_kelompok_jpt: BobotKelompok,
        /// How the aspek of an RHK of JA/JF combine (three aspek).
        matriks_aspek: MatriksAspek,
        /// One aspek only: its own kategori.
        satu_aspek: Ketentuan,
        /// Two and four aspek: the same table.
        matriks_aspek_lain: Ketentuan,
        /// `langsung`: own nilai.
        kaskade_langsung: Ketentuan,
        /// `tidak_langsung`: per cent of the own nilai.
        kaskade_bagian_sendiri: Desimal,
        /// `tidak_langsung`: per cent of the atasan's RHK by its kategori.
        kaskade_bobot_atasan: PerPredikat,
        /// Several intervened RHK.
        kaskade_beberapa: Ketentuan,
    }
    boleh {}
}

impl Konversi {
    /// The pieces from capaian 0 upwards; proved to cover every whole per cent once.
    pub const fn segmen(&self) -> [&Parameter<Segmen>; 6] {
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
    pub fn segmen_untuk(&self, capaian: Desimal) -> Option<&Parameter<Segmen>> {
        self.segmen().into_iter().find(|s| s.nilai.memuat(capaian))
    }

    /// Nilai of an IKI of a JPT, exact and unrounded. `None` only outside the capaian range.
    pub fn nilai_jpt(
        &self,
        capaian: Desimal,
        target_maksimal: bool,
        pemakaian: &mut Pemakaian,
    ) -> Option<crate::figure::Exact<crate::figure::Rasio>> {
        let segmen = self.segmen_untuk(capaian)?;
        if target_maksimal && self.jpt_baik.nilai.memuat(capaian) {
            return Some(Ok((*self.jpt_target_maksimal.pakai(pemakaian)).into()));
        }
        Some(segmen.pakai(pemakaian).nilai(capaian))
    }
}

bagian! {
    /// Distribution of PP 30/2019 (`aturan.md` 1.8).
    DistribusiNumerik, BagianDistribusi = "distribusi"
    wajib {
        /// Which predikat count as above, at and below expectation.
        klasifikasi: Klasifikasi,
        /// Share above.
        distribusi_di_atas: BatasPersen,
        /// Share at.
        distribusi_sesuai: BatasPersen,
        /// Share below.
        distribusi_di_bawah: BatasPersen,
    }
    boleh {}
}

// ── qualitative regime ──

bagian! {
    /// Ratings and quadrant (`aturan.md` 2).
    RatingKualitatif, BagianRating = "rating"
    wajib {
        /// Rating hasil kerja from umpan balik per RHK.
        rating_hasil_kerja: AmbangRating,
        /// Rating perilaku from the seven values.
        rating_perilaku: AmbangRating,
        /// Who decides where several could.
        urutan_penentu: Ketentuan,
        /// Head of a unit, by predikat organisasi.
        rating_pimpinan: RatingOrganisasi,
        /// The quadrant.
        kuadran: Kuadran,
    }
    boleh {
        /// Rating from capaian: an agency's own thresholds, no default.
        ambang_capaian: AmbangCapaian,
    }
}

bagian! {
    /// Distribution by predikat organisasi (`aturan.md` 2).
    DistribusiOrganisasi, BagianDistribusiOrganisasi = "distribusi_organisasi"
    wajib {
        /// Organisasi Istimewa.
        organisasi_istimewa: DaftarBatas,
        /// Organisasi Baik.
        organisasi_baik: DaftarBatas,
        /// Organisasi Butuh Perbaikan.
        organisasi_butuh_perbaikan: DaftarBatas,
        /// Organisasi Kurang.
        organisasi_kurang: DaftarBatas,
        /// Organisasi Sangat Kurang.
        organisasi_sangat_kurang: DaftarBatas,
        /// What "largest group" means.
        arti_terbesar: ArtiTerbesar,
    }
    boleh {}
}

impl DistribusiOrganisasi {
    /// The rules under a predikat organisasi.
    pub const fn untuk(&self, organisasi: PredikatOrganisasi) -> &Parameter<DaftarBatas> {
        match organisasi {
            PredikatOrganisasi::Istimewa => &self.organisasi_istimewa,
            PredikatOrganisasi::Baik => &self.organisasi_baik,
            PredikatOrganisasi::ButuhPerbaikan => &self.organisasi_butuh_perbaikan,
            PredikatOrganisasi::Kurang => &self.organisasi_kurang,
            PredikatOrganisasi::SangatKurang => &self.organisasi_sangat_kurang,
        }
    }
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

/// What only the qualitative set has.
#[derive(Debug, Clone)]
pub struct Kualitatif {
    /// Ratings and quadrant.
    pub rating: RatingKualitatif,
    /// Distribution.
    pub distribusi: DistribusiOrganisasi,
}

/// What depends on the regime.
#[derive(Debug, Clone)]
pub enum Isi {
    /// Figures, weights, bands.
    Numerik(Box<Numerik>),
    /// Two ratings and the quadrant.
    Kualitatif(Box<Kualitatif>),
}

impl Isi {
    /// The regime.
    pub const fn rezim(&self) -> Rezim {
        match self {
            Self::Numerik(_) => Rezim::Numerik,
            Self::Kualitatif(_) => Rezim::Kualitatif,
        }
    }

    pub(super) fn daftar<'a>(&'a self, ke: &mut Vec<BarisParameter<'a>>) {
        match self {
            Self::Numerik(n) => {
                n.kinerja.daftar(ke);
                if let Some(k) = &n.konversi {
                    k.daftar(ke);
                }
                n.tambahan.daftar(ke);
                n.perilaku.daftar(ke);
                n.predikat.daftar(ke);
                n.distribusi.daftar(ke);
            }
            Self::Kualitatif(k) => {
                k.rating.daftar(ke);
                k.distribusi.daftar(ke);
            }
        }
    }
}
