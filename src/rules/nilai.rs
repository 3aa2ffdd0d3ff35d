//! The kinds of value a parameter can have, how each is shown, and what each must satisfy by
//! itself. What must hold between parameters (bands without a hole) is in `periksa.rs`.

use serde::Deserialize;
use serde::de::DeserializeOwned;

use crate::figure::{Desimal, Rasio, with_comma};
use crate::model::vocab::{
    AspekPerilaku, JenisJabatan, Jenjang, Kelompok, Predikat, PredikatOrganisasi, Rating, SumberPenilai, Word,
};

/// What every kind of parameter value can do.
pub trait IsiParameter: Clone + DeserializeOwned {
    /// The value in words and figures of the reader.
    fn tampil(&self) -> String;
    /// What the value must satisfy by itself; `Err` says what is wrong, in Indonesian.
    fn periksa(&self) -> Result<(), String> {
        Ok(())
    }
    /// Whether an agency may give another value. A rule in words may not be reworded, since the
    /// engine would go on doing what it does; its acuan and keyakinan may be given.
    const DAPAT_DIGANTI: bool = true;
}

fn seratus() -> Desimal {
    Desimal::ONE_HUNDRED
}

/// Weights must be non-negative and sum to 100; a table of zeros is refused with the rest.
fn jumlah_100(bagian: &[(&str, Desimal)]) -> Result<(), String> {
    for (nama, b) in bagian {
        if b.is_sign_negative() && !b.is_zero() {
            return Err(format!("bobot {nama} tidak boleh negatif ({})", with_comma(*b)));
        }
    }
    let mut jumlah = Desimal::ZERO;
    for (_, b) in bagian {
        jumlah = jumlah.checked_add(*b).ok_or("bobot terlalu besar")?;
    }
    if jumlah == seratus() {
        Ok(())
    } else {
        let rinci = bagian
            .iter()
            .map(|(n, b)| format!("{n} {}", with_comma(*b)))
            .collect::<Vec<_>>()
            .join(" + ");
        Err(format!("jumlah bobot harus 100, sekarang {} ({rinci})", with_comma(jumlah)))
    }
}

fn persen(nama: &str, b: Desimal) -> Result<(), String> {
    if b < Desimal::ZERO || b > seratus() {
        return Err(format!("{nama} harus antara 0 dan 100, sekarang {}", with_comma(b)));
    }
    Ok(())
}

/// A rule in words: the engine follows it, an agency can read and cite it. Its record exists so
/// that a run can say it leaned on it.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(transparent)]
pub struct Ketentuan(pub String);

impl IsiParameter for Ketentuan {
    const DAPAT_DIGANTI: bool = false;
    fn tampil(&self) -> String {
        self.0.clone()
    }
    fn periksa(&self) -> Result<(), String> {
        if self.0.trim().is_empty() {
            return Err("ketentuan tidak boleh kosong".into());
        }
        Ok(())
    }
}

impl IsiParameter for Desimal {
    fn tampil(&self) -> String {
        with_comma(*self)
    }
    fn periksa(&self) -> Result<(), String> {
        if *self < Self::ZERO {
            return Err(format!("angka tidak boleh negatif ({})", with_comma(*self)));
        }
        Ok(())
    }
}

/// A whole number of months, days or years.
impl IsiParameter for u8 {
    fn tampil(&self) -> String {
        self.to_string()
    }
}

impl IsiParameter for bool {
    fn tampil(&self) -> String {
        if *self { "ya" } else { "tidak" }.to_owned()
    }
}

/// A day of the year.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct HariTahun {
    /// Day, 1–31.
    pub hari: u8,
    /// Month, 1–12.
    pub bulan: u8,
}

impl IsiParameter for HariTahun {
    fn tampil(&self) -> String {
        format!("tanggal {} bulan {}", self.hari, self.bulan)
    }
    fn periksa(&self) -> Result<(), String> {
        let bulan = i8::try_from(self.bulan).unwrap_or(0);
        let hari = i8::try_from(self.hari).unwrap_or(0);
        jiff::civil::Date::new(2023, bulan, hari)
            .map(|_| ())
            .map_err(|_| format!("tanggal {}-{} tidak ada", self.hari, self.bulan))
    }
}

/// Decimals to round to, half up.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(transparent)]
pub struct Angka(pub u32);

impl IsiParameter for Angka {
    fn tampil(&self) -> String {
        if self.0 == 0 {
            "bilangan bulat".to_owned()
        } else {
            format!("{} angka di belakang koma", self.0)
        }
    }
    fn periksa(&self) -> Result<(), String> {
        if self.0 > 6 {
            return Err(format!("pembulatan paling halus 6 angka di belakang koma, bukan {}", self.0));
        }
        Ok(())
    }
}

/// Decimals of every stage between capaian and nilai kinerja.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PembulatanNilai {
    /// Nilai of an IKI (8/2021 JPT).
    pub iki: u32,
    /// Nilai of an RHK.
    pub rhk: u32,
    /// Nilai tertimbang, and the points of each kinerja tambahan.
    pub tertimbang: u32,
    /// Nilai kinerja utama.
    pub utama: u32,
    /// Nilai kinerja tambahan.
    pub tambahan: u32,
    /// Nilai SKP (per posting and proportional).
    pub skp: u32,
    /// Nilai perilaku.
    pub perilaku: u32,
    /// Nilai kinerja.
    pub kinerja: u32,
    /// Mean nilai of a unit.
    pub rata_rata_unit: u32,
}

impl IsiParameter for PembulatanNilai {
    fn tampil(&self) -> String {
        let Self {
            iki,
            rhk,
            tertimbang,
            utama,
            tambahan,
            skp,
            perilaku,
            kinerja,
            rata_rata_unit,
        } = self;
        format!(
            "angka di belakang koma: IKI {iki}, RHK {rhk}, tertimbang {tertimbang}, kinerja utama {utama}, kinerja tambahan {tambahan}, \
             SKP {skp}, perilaku {perilaku}, nilai kinerja {kinerja}, rata-rata unit {rata_rata_unit}"
        )
    }
    fn periksa(&self) -> Result<(), String> {
        for angka in [
            self.iki,
            self.rhk,
            self.tertimbang,
            self.utama,
            self.tambahan,
            self.skp,
            self.perilaku,
            self.kinerja,
            self.rata_rata_unit,
        ] {
            Angka(angka).periksa()?;
        }
        Ok(())
    }
}

/// A band: from `dari` on, up to but without `sebelum`; only the highest has `sampai` (with it).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Pita {
    /// Lower bound, belongs to the band.
    pub dari: Desimal,
    /// Upper bound, does not belong to the band.
    pub sebelum: Option<Desimal>,
    /// Upper bound of the highest band, belongs to it.
    pub sampai: Option<Desimal>,
}

impl Pita {
    /// Whether the figure lies in the band.
    pub fn memuat(&self, x: Desimal) -> bool {
        x >= self.dari && self.sebelum.is_none_or(|b| x < b) && self.sampai.is_none_or(|b| x <= b)
    }
}

impl IsiParameter for Pita {
    fn tampil(&self) -> String {
        let dari = with_comma(self.dari);
        match (self.sebelum, self.sampai) {
            (Some(b), _) => format!("{dari} ≤ x < {}", with_comma(b)),
            (_, Some(b)) => format!("{dari} ≤ x ≤ {}", with_comma(b)),
            _ => format!("x ≥ {dari}"),
        }
    }
    fn periksa(&self) -> Result<(), String> {
        match (self.sebelum, self.sampai) {
            (Some(b), None) if b > self.dari => Ok(()),
            (None, Some(b)) if b >= self.dari => Ok(()),
            (Some(_), None) | (None, Some(_)) => Err("batas atas pita di bawah batas bawahnya".into()),
            _ => Err("pita perlu tepat satu batas atas: `sebelum` (tidak termasuk) atau `sampai` (termasuk)".into()),
        }
    }
}

/// What becomes of a nilai in the band of Sangat Baik without ide baru.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct IdeBaru {
    /// Whether Sangat Baik wants an ide baru at all.
    pub wajib: bool,
    /// Predikat without it.
    pub tanpa: Predikat,
}

impl IsiParameter for IdeBaru {
    fn tampil(&self) -> String {
        if self.wajib {
            format!("wajib untuk Sangat Baik; tanpa ide baru menjadi {}", self.tanpa)
        } else {
            "tidak disyaratkan".to_owned()
        }
    }
}

/// Weights of SKP and perilaku, per cent.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct BobotSkp {
    /// Nilai SKP.
    pub skp: Desimal,
    /// Nilai perilaku.
    pub perilaku: Desimal,
}

/// As in JSON: `70/30`.
impl std::fmt::Display for BobotSkp {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}/{}", self.skp.normalize(), self.perilaku.normalize())
    }
}

impl IsiParameter for BobotSkp {
    fn tampil(&self) -> String {
        format!("SKP {}% + perilaku {}%", with_comma(self.skp), with_comma(self.perilaku))
    }
    fn periksa(&self) -> Result<(), String> {
        jumlah_100(&[("skp", self.skp), ("perilaku", self.perilaku)])
    }
}

/// Weights of those who rate perilaku, per cent.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct BobotPenilai {
    /// Atasan langsung.
    pub atasan: Desimal,
    /// Rekan setingkat.
    pub rekan: Desimal,
    /// Bawahan langsung.
    pub bawahan: Desimal,
}

impl BobotPenilai {
    /// Weight of a source.
    pub const fn untuk(&self, sumber: SumberPenilai) -> Desimal {
        match sumber {
            SumberPenilai::Atasan => self.atasan,
            SumberPenilai::Rekan => self.rekan,
            SumberPenilai::Bawahan => self.bawahan,
        }
    }
}

impl IsiParameter for BobotPenilai {
    fn tampil(&self) -> String {
        format!(
            "atasan {}%, rekan {}%, bawahan {}%",
            with_comma(self.atasan),
            with_comma(self.rekan),
            with_comma(self.bawahan)
        )
    }
    fn periksa(&self) -> Result<(), String> {
        jumlah_100(&[("atasan", self.atasan), ("rekan", self.rekan), ("bawahan", self.bawahan)])?;
        // The atasan alone must be able to give a mark: renormalising over him divides by his weight.
        if self.atasan.is_zero() {
            return Err("bobot atasan tidak boleh 0: penilaian atasan selalu ada".into());
        }
        Ok(())
    }
}

/// Aspek of perilaku in their order.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(transparent)]
pub struct DaftarAspek(pub Vec<AspekPerilaku>);

impl IsiParameter for DaftarAspek {
    fn tampil(&self) -> String {
        gabung(self.0.iter().map(|a| a.as_str()))
    }
    fn periksa(&self) -> Result<(), String> {
        if self.0.is_empty() {
            return Err("daftar aspek perilaku kosong".into());
        }
        tanpa_ulang(&self.0)
    }
}

/// Whose perilaku includes kepemimpinan.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct WajibKepemimpinan {
    /// These always.
    pub jenis_jabatan: Vec<JenisJabatan>,
    /// These only when marked `kepemimpinan` = ya.
    pub bila_ditandai: Vec<JenisJabatan>,
}

impl WajibKepemimpinan {
    /// Whether it is due for this post.
    pub fn untuk(&self, jenis: JenisJabatan, ditandai: bool) -> bool {
        self.jenis_jabatan.contains(&jenis) || (ditandai && self.bila_ditandai.contains(&jenis))
    }
}

impl IsiParameter for WajibKepemimpinan {
    fn tampil(&self) -> String {
        format!(
            "{}; bila ditandai kepemimpinan = ya: {}",
            gabung(self.jenis_jabatan.iter().map(|j| j.as_str())),
            gabung(self.bila_ditandai.iter().map(|j| j.as_str()))
        )
    }
    fn periksa(&self) -> Result<(), String> {
        tanpa_ulang(&self.jenis_jabatan)?;
        tanpa_ulang(&self.bila_ditandai)
    }
}

/// A figure for each predikat or kategori.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PerPredikat {
    /// Sangat Baik.
    pub sangat_baik: Desimal,
    /// Baik.
    pub baik: Desimal,
    /// Cukup, in 6/2022 Butuh Perbaikan.
    #[serde(alias = "butuh_perbaikan")]
    pub cukup: Desimal,
    /// Kurang.
    pub kurang: Desimal,
    /// Sangat Kurang.
    pub sangat_kurang: Desimal,
}

impl PerPredikat {
    /// The figure of a predikat.
    pub const fn untuk(&self, predikat: Predikat) -> Desimal {
        match predikat {
            Predikat::SangatBaik => self.sangat_baik,
            Predikat::Baik => self.baik,
            Predikat::Cukup => self.cukup,
            Predikat::Kurang => self.kurang,
            Predikat::SangatKurang => self.sangat_kurang,
        }
    }
}

impl IsiParameter for PerPredikat {
    fn tampil(&self) -> String {
        gabung(Predikat::ALL.iter().map(|&p| {
            let nama = if p == Predikat::Cukup {
                "Cukup/Butuh Perbaikan"
            } else {
                p.as_str()
            };
            format!("{nama} {}", with_comma(self.untuk(p)))
        }))
    }
    fn periksa(&self) -> Result<(), String> {
        for &p in Predikat::ALL {
            self.untuk(p).periksa()?;
        }
        Ok(())
    }
}

/// A figure for each jenjang of a JF.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PerJenjang {
    /// Pemula.
    pub pemula: Desimal,
    /// Terampil.
    pub terampil: Desimal,
    /// Mahir.
    pub mahir: Desimal,
    /// Penyelia.
    pub penyelia: Desimal,
    /// Ahli pertama.
    pub ahli_pertama: Desimal,
    /// Ahli muda.
    pub ahli_muda: Desimal,
    /// Ahli madya.
    pub ahli_madya: Desimal,
    /// Ahli utama.
    pub ahli_utama: Desimal,
}

impl PerJenjang {
    /// The figure of a jenjang.
    pub const fn untuk(&self, jenjang: Jenjang) -> Desimal {
        match jenjang {
            Jenjang::Pemula => self.pemula,
            Jenjang::Terampil => self.terampil,
            Jenjang::Mahir => self.mahir,
            Jenjang::Penyelia => self.penyelia,
            Jenjang::AhliPertama => self.ahli_pertama,
            Jenjang::AhliMuda => self.ahli_muda,
            Jenjang::AhliMadya => self.ahli_madya,
            Jenjang::AhliUtama => self.ahli_utama,
        }
    }
}

impl IsiParameter for PerJenjang {
    fn tampil(&self) -> String {
        gabung(Jenjang::ALL.iter().map(|&j| format!("{j} {}", with_comma(self.untuk(j)))))
    }
    fn periksa(&self) -> Result<(), String> {
        match Jenjang::ALL.iter().find(|&&j| self.untuk(j) <= Desimal::ZERO) {
            Some(j) => Err(format!("koefisien {j} harus lebih dari 0")),
            None => Ok(()),
        }
    }
}

/// A straight piece of the conversion of capaian (whole per cent) into nilai: from
/// (`dari`, `nilai_dari`) to (`sampai`, `nilai_sampai`), both ends in the piece.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Segmen {
    /// Lowest capaian, whole per cent.
    pub dari: u32,
    /// Highest capaian, whole per cent.
    pub sampai: u32,
    /// Nilai at `dari`.
    pub nilai_dari: Desimal,
    /// Nilai at `sampai`.
    pub nilai_sampai: Desimal,
}

impl Segmen {
    /// Whether the capaian lies in the piece.
    pub fn memuat(&self, c: Desimal) -> bool {
        c >= Desimal::from(self.dari) && c <= Desimal::from(self.sampai)
    }

    /// `nilai_dari + (nilai_sampai − nilai_dari) / (sampai − dari) × (c − dari)`, exact, unrounded.
    pub fn nilai(&self, c: Desimal) -> crate::figure::Exact<Rasio> {
        let awal = Rasio::from(self.nilai_dari);
        if self.sampai == self.dari {
            return Ok(awal);
        }
        let naik = Rasio::from(self.nilai_sampai).minus(awal)?;
        let lebar = Rasio::int(i64::from(self.sampai - self.dari));
        let jarak = Rasio::from(c).minus(Rasio::int(i64::from(self.dari)))?;
        awal.plus(naik.times(jarak)?.per(lebar)?)
    }
}

impl IsiParameter for Segmen {
    fn tampil(&self) -> String {
        let Self {
            dari,
            sampai,
            nilai_dari,
            nilai_sampai,
        } = self;
        let (n1, n2) = (with_comma(*nilai_dari), with_comma(*nilai_sampai));
        if nilai_dari == nilai_sampai {
            format!("capaian {dari}–{sampai}: nilai {n1}")
        } else {
            format!(
                "capaian {dari}–{sampai}: {n1} + {}/{} × (capaian − {dari}), sampai {n2}",
                with_comma(*nilai_sampai - *nilai_dari),
                sampai - dari
            )
        }
    }
    fn periksa(&self) -> Result<(), String> {
        if self.sampai < self.dari {
            return Err(format!("`sampai` ({}) di bawah `dari` ({})", self.sampai, self.dari));
        }
        if self.nilai_sampai < self.nilai_dari {
            return Err("nilai turun padahal capaian naik".into());
        }
        if self.sampai == self.dari && self.nilai_sampai != self.nilai_dari {
            return Err("satu capaian mempunyai dua nilai".into());
        }
        self.nilai_dari.periksa()
    }
}

/// Weights of the two groups of a JPT's IKI, and which kelompok belong to which.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct BobotKelompok {
    /// Group 1.
    pub pertama: Desimal,
    /// Group 2.
    pub kedua: Desimal,
}

impl IsiParameter for BobotKelompok {
    fn tampil(&self) -> String {
        format!(
            "kelompok 1: {}%, kelompok 2: {}%",
            with_comma(self.pertama),
            with_comma(self.kedua)
        )
    }
    fn periksa(&self) -> Result<(), String> {
        jumlah_100(&[("pertama", self.pertama), ("kedua", self.kedua)])
    }
}

/// Which kelompok make up group 1 and group 2 of a JPT's IKI.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct KelompokJpt {
    /// Group 1.
    pub pertama: Vec<Kelompok>,
    /// Group 2.
    pub kedua: Vec<Kelompok>,
}

impl KelompokJpt {
    /// True for group 1. Every kelompok is in exactly one (checked on loading).
    pub fn pertama(&self, kelompok: Kelompok) -> bool {
        self.pertama.contains(&kelompok)
    }
}

impl IsiParameter for KelompokJpt {
    fn tampil(&self) -> String {
        format!(
            "kelompok 1: {}; kelompok 2: {}",
            gabung(self.pertama.iter().map(|k| k.as_str())),
            gabung(self.kedua.iter().map(|k| k.as_str()))
        )
    }
    fn periksa(&self) -> Result<(), String> {
        let semua: Vec<Kelompok> = self.pertama.iter().chain(&self.kedua).copied().collect();
        tanpa_ulang(&semua)?;
        match Kelompok::ALL.iter().find(|k| !semua.contains(k)) {
            Some(k) => Err(format!("kelompok {} tidak ada di kelompok 1 maupun 2", k.as_str())),
            None => Ok(()),
        }
    }
}

/// One line of the table that combines the kategori of an RHK's aspek.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct BarisMatriks {
    /// Kategori of the RHK.
    pub kategori: Predikat,
    /// Its nilai.
    pub nilai: Desimal,
    /// Any one of these suffices; empty = whatever is left (last line only).
    pub bila: Vec<Hitungan>,
}

/// A condition on how many aspek have a kategori.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Hitungan {
    /// The kategori counted.
    pub kategori: Predikat,
    /// At least so many.
    pub paling_sedikit: Option<u32>,
    /// Fewer than so many.
    pub kurang_dari: Option<u32>,
}

/// The table that combines aspek, tested from the first line on.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(transparent)]
pub struct MatriksAspek(pub Vec<BarisMatriks>);

impl MatriksAspek {
    /// Kategori and nilai of an RHK from the kategori of its aspek (two or more).
    pub fn gabung(&self, aspek: &[Predikat]) -> Option<(Predikat, Desimal)> {
        let ada = |h: &Hitungan| {
            let n = u32::try_from(aspek.iter().filter(|&&k| k == h.kategori).count()).unwrap_or(u32::MAX);
            h.paling_sedikit.is_none_or(|b| n >= b) && h.kurang_dari.is_none_or(|b| n < b)
        };
        self.0
            .iter()
            .find(|b| b.bila.is_empty() || b.bila.iter().any(ada))
            .map(|b| (b.kategori, b.nilai))
    }

    /// Nilai of an RHK whose kategori is known (one aspek only).
    pub fn nilai(&self, kategori: Predikat) -> Option<Desimal> {
        self.0.iter().find(|b| b.kategori == kategori).map(|b| b.nilai)
    }
}

impl IsiParameter for MatriksAspek {
    fn tampil(&self) -> String {
        gabung_dengan(
            self.0.iter().map(|b| {
                let bila = gabung_dengan(
                    b.bila.iter().map(|h| match (h.paling_sedikit, h.kurang_dari) {
                        (Some(n), _) => format!("{} ≥ {n}", h.kategori),
                        (_, Some(n)) => format!("{} < {n}", h.kategori),
                        _ => h.kategori.to_string(),
                    }),
                    " atau ",
                );
                let bila = if bila.is_empty() { "selain itu".to_owned() } else { bila };
                format!("{} = {} bila {bila}", b.kategori, with_comma(b.nilai))
            }),
            "; ",
        )
    }
    fn periksa(&self) -> Result<(), String> {
        let kategori: Vec<Predikat> = self.0.iter().map(|b| b.kategori).collect();
        tanpa_ulang(&kategori)?;
        if let Some(k) = Predikat::ALL.iter().find(|k| !kategori.contains(k)) {
            return Err(format!("matriks tidak mempunyai baris {k}"));
        }
        for (i, b) in self.0.iter().enumerate() {
            if b.bila.is_empty() != (i + 1 == self.0.len()) {
                return Err("hanya baris terakhir matriks yang tanpa syarat (`bila = []`)".into());
            }
            if b.bila.iter().any(|h| h.paling_sedikit.is_some() == h.kurang_dari.is_some()) {
                return Err(format!(
                    "syarat baris {} perlu tepat satu dari `paling_sedikit` dan `kurang_dari`",
                    b.kategori
                ));
            }
            b.nilai.periksa()?;
        }
        Ok(())
    }
}

/// How kinerja tambahan counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(tag = "cara", rename_all = "snake_case", deny_unknown_fields)]
pub enum CaraTambahan {
    /// Points on top of kinerja utama.
    Tambah,
    /// A split, per cent.
    Bobot {
        /// Kinerja utama.
        utama: Desimal,
        /// Kinerja tambahan.
        tambahan: Desimal,
    },
}

impl IsiParameter for CaraTambahan {
    fn tampil(&self) -> String {
        match self {
            Self::Tambah => "ditambahkan pada kinerja utama".to_owned(),
            Self::Bobot { utama, tambahan } => {
                format!(
                    "kinerja utama {}% + kinerja tambahan {}%",
                    with_comma(*utama),
                    with_comma(*tambahan)
                )
            }
        }
    }
    fn periksa(&self) -> Result<(), String> {
        match self {
            Self::Tambah => Ok(()),
            Self::Bobot { utama, tambahan } => jumlah_100(&[("utama", *utama), ("tambahan", *tambahan)]),
        }
    }
}

/// In what a posting's part of the year is measured.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum SatuanProporsi {
    /// Months; a month belongs to the posting with more of its days.
    Bulan,
    /// Days.
    Hari,
}

impl IsiParameter for SatuanProporsi {
    fn tampil(&self) -> String {
        match self {
            Self::Bulan => "bulan",
            Self::Hari => "hari",
        }
        .to_owned()
    }
}

/// Which people are counted together.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Pengelompokan {
    /// By unit kerja.
    Unit,
    /// By the unit above, with its predikat organisasi.
    Induk,
}

impl IsiParameter for Pengelompokan {
    fn tampil(&self) -> String {
        match self {
            Self::Unit => "per unit kerja",
            Self::Induk => "per unit induk",
        }
        .to_owned()
    }
}

/// What `largest group` means.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ArtiTerbesar {
    /// At least as large as each other predikat; a tie will do.
    Terbanyak,
    /// More than half.
    LebihDariSetengah,
}

impl IsiParameter for ArtiTerbesar {
    fn tampil(&self) -> String {
        match self {
            Self::Terbanyak => "sekurang-kurangnya sebanyak setiap predikat lain (boleh sama)",
            Self::LebihDariSetengah => "lebih dari 50% pegawai yang dinilai",
        }
        .to_owned()
    }
}

/// Which predikat count as above, at and below expectation (PP 30/2019).
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Klasifikasi {
    /// Di atas ekspektasi.
    pub di_atas: Vec<Predikat>,
    /// Sesuai ekspektasi.
    pub sesuai: Vec<Predikat>,
    /// Di bawah ekspektasi.
    pub di_bawah: Vec<Predikat>,
}

impl IsiParameter for Klasifikasi {
    fn tampil(&self) -> String {
        format!(
            "di atas ekspektasi: {}; sesuai: {}; di bawah: {}",
            gabung(self.di_atas.iter().map(|p| p.as_str())),
            gabung(self.sesuai.iter().map(|p| p.as_str())),
            gabung(self.di_bawah.iter().map(|p| p.as_str()))
        )
    }
    fn periksa(&self) -> Result<(), String> {
        for (nama, daftar) in [
            ("di_atas", &self.di_atas),
            ("sesuai", &self.sesuai),
            ("di_bawah", &self.di_bawah),
        ] {
            if daftar.is_empty() {
                return Err(format!("klasifikasi `{nama}` kosong"));
            }
        }
        let semua: Vec<Predikat> = [&self.di_atas, &self.sesuai, &self.di_bawah]
            .into_iter()
            .flatten()
            .copied()
            .collect();
        tanpa_ulang(&semua)?;
        match Predikat::ALL.iter().find(|p| !semua.contains(p)) {
            Some(p) => Err(format!("predikat {p} tidak masuk klasifikasi mana pun")),
            None => Ok(()),
        }
    }
}

/// Bounds of a share, per cent of N.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct BatasPersen {
    /// At least.
    pub paling_sedikit: Option<Desimal>,
    /// At most.
    pub paling_banyak: Option<Desimal>,
}

impl IsiParameter for BatasPersen {
    fn tampil(&self) -> String {
        let bawah = self.paling_sedikit.map(|b| format!("≥ {}%", with_comma(b)));
        let atas = self.paling_banyak.map(|b| format!("≤ {}%", with_comma(b)));
        gabung_dengan(bawah.into_iter().chain(atas), " dan ")
    }
    fn periksa(&self) -> Result<(), String> {
        for b in [self.paling_sedikit, self.paling_banyak].into_iter().flatten() {
            persen("batas", b)?;
        }
        match (self.paling_sedikit, self.paling_banyak) {
            (None, None) => Err("perlu `paling_sedikit`, `paling_banyak`, atau keduanya".into()),
            (Some(b), Some(a)) if b > a => Err(format!(
                "batas bawah {}% di atas batas atas {}%",
                with_comma(b),
                with_comma(a)
            )),
            _ => Ok(()),
        }
    }
}

/// One rule of the distribution under a predikat organisasi.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(try_from = "AturanKelompokBerkas")]
pub struct AturanKelompok {
    /// Predikat counted together.
    pub kelompok: Vec<Predikat>,
    /// The rule.
    pub batas: Batas,
}

/// The bound of a distribution rule.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Batas {
    /// At most this per cent of N.
    PalingBanyakPersen(Desimal),
    /// At least this per cent of N.
    PalingSedikitPersen(Desimal),
    /// At least so many people.
    PalingSedikitOrang(u32),
    /// The largest group; what that means is [`ArtiTerbesar`].
    Terbesar,
}

/// As the file writes it: exactly one of the bounds.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct AturanKelompokBerkas {
    kelompok: Vec<Predikat>,
    paling_banyak_persen: Option<Desimal>,
    paling_sedikit_persen: Option<Desimal>,
    paling_sedikit_orang: Option<u32>,
    terbesar: Option<bool>,
}

impl TryFrom<AturanKelompokBerkas> for AturanKelompok {
    type Error = &'static str;

    fn try_from(b: AturanKelompokBerkas) -> Result<Self, Self::Error> {
        let batas = match (
            b.paling_banyak_persen,
            b.paling_sedikit_persen,
            b.paling_sedikit_orang,
            b.terbesar,
        ) {
            (Some(p), None, None, None) => Batas::PalingBanyakPersen(p),
            (None, Some(p), None, None) => Batas::PalingSedikitPersen(p),
            (None, None, Some(n), None) => Batas::PalingSedikitOrang(n),
            (None, None, None, Some(true)) => Batas::Terbesar,
            _ => {
                return Err(
                    "tiap aturan distribusi perlu tepat satu dari `paling_banyak_persen`, `paling_sedikit_persen`, \
                            `paling_sedikit_orang`, `terbesar = true`",
                );
            }
        };
        Ok(Self {
            kelompok: b.kelompok,
            batas,
        })
    }
}

/// All rules under one predikat organisasi.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(transparent)]
pub struct DaftarBatas(pub Vec<AturanKelompok>);

impl IsiParameter for DaftarBatas {
    fn tampil(&self) -> String {
        gabung_dengan(
            self.0.iter().map(|a| {
                let nama = gabung_dengan(a.kelompok.iter().map(|&p| butuh_perbaikan(p)), " + ");
                match a.batas {
                    Batas::PalingBanyakPersen(b) => format!("{nama} ≤ {}%", with_comma(b)),
                    Batas::PalingSedikitPersen(b) => format!("{nama} ≥ {}%", with_comma(b)),
                    Batas::PalingSedikitOrang(n) => format!("{nama} ≥ {n} orang"),
                    Batas::Terbesar => format!("{nama} kelompok terbesar"),
                }
            }),
            "; ",
        )
    }
    fn periksa(&self) -> Result<(), String> {
        if self.0.iter().filter(|a| a.batas == Batas::Terbesar).count() > 1 {
            return Err("hanya satu kelompok dapat menjadi `terbesar`".into());
        }
        // The solver of the distribution counts on groups that form a tree.
        let himpunan = |a: &AturanKelompok| a.kelompok.iter().fold(0_u8, |s, &p| s | 1 << p as u8);
        for (i, a) in self.0.iter().enumerate() {
            for b in &self.0[..i] {
                let (x, y) = (himpunan(a), himpunan(b));
                if x & y != 0 && x & y != x && x & y != y {
                    return Err("kelompok distribusi harus terpisah atau yang satu berada di dalam yang lain".into());
                }
            }
        }
        for a in &self.0 {
            if a.kelompok.is_empty() {
                return Err("aturan distribusi tanpa `kelompok`".into());
            }
            tanpa_ulang(&a.kelompok)?;
            match a.batas {
                Batas::PalingBanyakPersen(b) | Batas::PalingSedikitPersen(b) => persen("batas", b)?,
                Batas::Terbesar if a.kelompok.len() != 1 => {
                    return Err("`terbesar` hanya untuk satu predikat".into());
                }
                Batas::PalingSedikitOrang(_) | Batas::Terbesar => {}
            }
        }
        Ok(())
    }
}

/// Shares (per cent) at which umpan balik or values make a rating: each is "more than".
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AmbangRating {
    /// More than this per cent above (and none of those that must not be below is): di atas.
    pub di_atas: Desimal,
    /// More than this per cent below: di bawah.
    pub di_bawah: Desimal,
    /// More than this per cent at or above: sesuai.
    pub sesuai: Desimal,
}

impl IsiParameter for AmbangRating {
    fn tampil(&self) -> String {
        format!(
            "> {}% di atas (tanpa yang di bawah): di atas; > {}% di bawah: di bawah; > {}% sesuai atau di atas: sesuai; selain itu keputusan penilai",
            with_comma(self.di_atas),
            with_comma(self.di_bawah),
            with_comma(self.sesuai)
        )
    }
    fn periksa(&self) -> Result<(), String> {
        persen("di_atas", self.di_atas)?;
        persen("di_bawah", self.di_bawah)?;
        persen("sesuai", self.sesuai)
    }
}

/// One row of the quadrant: predikat by rating perilaku.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct BarisKuadran {
    /// Perilaku di bawah ekspektasi.
    pub di_bawah: Predikat,
    /// Perilaku sesuai ekspektasi.
    pub sesuai: Predikat,
    /// Perilaku di atas ekspektasi.
    pub di_atas: Predikat,
}

impl BarisKuadran {
    const fn sel(self, perilaku: Rating) -> Predikat {
        match perilaku {
            Rating::DiBawah => self.di_bawah,
            Rating::Sesuai => self.sesuai,
            Rating::DiAtas => self.di_atas,
        }
    }
}

/// The quadrant: rows by rating hasil kerja.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Kuadran {
    /// Hasil kerja di atas ekspektasi.
    pub di_atas: BarisKuadran,
    /// Hasil kerja sesuai ekspektasi.
    pub sesuai: BarisKuadran,
    /// Hasil kerja di bawah ekspektasi.
    pub di_bawah: BarisKuadran,
}

impl Kuadran {
    /// The cell.
    pub const fn predikat(&self, hasil_kerja: Rating, perilaku: Rating) -> Predikat {
        match hasil_kerja {
            Rating::DiAtas => self.di_atas.sel(perilaku),
            Rating::Sesuai => self.sesuai.sel(perilaku),
            Rating::DiBawah => self.di_bawah.sel(perilaku),
        }
    }
}

impl IsiParameter for Kuadran {
    fn tampil(&self) -> String {
        gabung_dengan(
            Rating::ALL.iter().map(|&h| {
                let sel = gabung(
                    Rating::ALL
                        .iter()
                        .map(|&p| format!("{p} → {}", butuh_perbaikan(self.predikat(h, p)))),
                );
                format!("hasil kerja {h}: perilaku {sel}")
            }),
            "; ",
        )
    }
}

/// Rating of a unit's head by the predikat organisasi.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RatingOrganisasi {
    /// Istimewa.
    pub istimewa: Rating,
    /// Baik.
    pub baik: Rating,
    /// Butuh Perbaikan.
    pub butuh_perbaikan: Rating,
    /// Kurang.
    pub kurang: Rating,
    /// Sangat Kurang.
    pub sangat_kurang: Rating,
}

impl RatingOrganisasi {
    /// The rating.
    pub const fn untuk(&self, organisasi: PredikatOrganisasi) -> Rating {
        match organisasi {
            PredikatOrganisasi::Istimewa => self.istimewa,
            PredikatOrganisasi::Baik => self.baik,
            PredikatOrganisasi::ButuhPerbaikan => self.butuh_perbaikan,
            PredikatOrganisasi::Kurang => self.kurang,
            PredikatOrganisasi::SangatKurang => self.sangat_kurang,
        }
    }
}

impl IsiParameter for RatingOrganisasi {
    fn tampil(&self) -> String {
        gabung(PredikatOrganisasi::ALL.iter().map(|&o| format!("{o} → {}", self.untuk(o))))
    }
}

/// An agency's own thresholds from capaian (per cent) to a rating.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AmbangCapaian {
    /// From this capaian on: di atas ekspektasi.
    pub di_atas: Desimal,
    /// From this capaian on: sesuai ekspektasi; below: di bawah.
    pub sesuai: Desimal,
}

impl AmbangCapaian {
    /// The rating of a capaian.
    pub fn rating(&self, capaian: Desimal) -> Rating {
        if capaian >= self.di_atas {
            Rating::DiAtas
        } else if capaian >= self.sesuai {
            Rating::Sesuai
        } else {
            Rating::DiBawah
        }
    }
}

impl IsiParameter for AmbangCapaian {
    fn tampil(&self) -> String {
        format!(
            "capaian ≥ {}: di atas ekspektasi; ≥ {}: sesuai; di bawahnya: di bawah ekspektasi",
            with_comma(self.di_atas),
            with_comma(self.sesuai)
        )
    }
    fn periksa(&self) -> Result<(), String> {
        if self.sesuai <= Desimal::ZERO || self.di_atas <= self.sesuai {
            return Err("ambang harus naik: 0 < `sesuai` < `di_atas`".into());
        }
        Ok(())
    }
}

/// What follows from a predikat or nilai of one year.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TindakLanjut {
    /// For these predikat; empty = whatever the predikat.
    #[serde(default)]
    pub predikat: Vec<Predikat>,
    /// For nilai kinerja from here on.
    pub nilai_dari: Option<Desimal>,
    /// For nilai kinerja below this.
    pub nilai_sebelum: Option<Desimal>,
    /// Years running that it takes; this run knows only one of them.
    pub tahun: Option<u8>,
    /// Months allowed.
    pub bulan: Option<u8>,
    /// What it is, one sentence for the report.
    pub uraian: String,
}

impl TindakLanjut {
    /// Whether this year's result meets it. Without a nilai (6/2022) one that asks for a nilai never does.
    pub fn berlaku(&self, predikat: Predikat, nilai: Option<Desimal>) -> bool {
        (self.predikat.is_empty() || self.predikat.contains(&predikat))
            && self.nilai_dari.is_none_or(|b| nilai.is_some_and(|n| n >= b))
            && self.nilai_sebelum.is_none_or(|b| nilai.is_some_and(|n| n < b))
    }
}

impl IsiParameter for TindakLanjut {
    fn tampil(&self) -> String {
        let mut syarat = Vec::new();
        if !self.predikat.is_empty() {
            syarat.push(format!(
                "predikat {}",
                gabung(self.predikat.iter().map(|&p| butuh_perbaikan(p)))
            ));
        }
        syarat.extend(self.nilai_dari.map(|n| format!("nilai ≥ {}", with_comma(n))));
        syarat.extend(self.nilai_sebelum.map(|n| format!("nilai < {}", with_comma(n))));
        syarat.extend(self.tahun.map(|n| format!("{n} tahun")));
        syarat.extend(self.bulan.map(|n| format!("tenggat {n} bulan")));
        format!("{} ({})", self.uraian, syarat.join("; "))
    }
    fn periksa(&self) -> Result<(), String> {
        if self.uraian.trim().is_empty() {
            return Err("`uraian` kosong".into());
        }
        if self.predikat.is_empty() && self.nilai_dari.is_none() && self.nilai_sebelum.is_none() {
            return Err("tindak lanjut perlu syarat: `predikat`, `nilai_dari` atau `nilai_sebelum`".into());
        }
        tanpa_ulang(&self.predikat)
    }
}

/// Cukup goes by another name in the rule set that most agencies use.
fn butuh_perbaikan(p: Predikat) -> &'static str {
    match p {
        Predikat::Cukup => "Butuh Perbaikan/Cukup",
        lain => lain.as_str(),
    }
}

fn gabung<S: AsRef<str>>(kata: impl IntoIterator<Item = S>) -> String {
    gabung_dengan(kata, ", ")
}

fn gabung_dengan<S: AsRef<str>>(kata: impl IntoIterator<Item = S>, pemisah: &str) -> String {
    let mut teks = String::new();
    for k in kata {
        if !teks.is_empty() {
            teks.push_str(pemisah);
        }
        teks.push_str(k.as_ref());
    }
    teks
}

fn tanpa_ulang<W: Word>(kata: &[W]) -> Result<(), String> {
    match kata.iter().enumerate().find(|(i, k)| kata[..*i].contains(k)) {
        Some((_, k)) => Err(format!("{} ditulis dua kali", k.as_str())),
        None => Ok(()),
    }
}

macro_rules! kata_dari_berkas {
    ($($jenis:ty),+) => {$(
        impl<'de> Deserialize<'de> for $jenis {
            fn deserialize<D: serde::Deserializer<'de>>(d: D) -> Result<Self, D::Error> {
                let teks = String::deserialize(d)?;
                let kecil = teks.to_lowercase();
                Self::ALL
                    .iter()
                    .copied()
                    .find(|w| w.as_str().to_lowercase() == kecil || w.aliases().contains(&kecil.as_str()))
                    .ok_or_else(|| serde::de::Error::custom(format!(
                        "\"{teks}\" bukan {}; yang dikenal: {}",
                        Self::NAME,
                        gabung(Self::ALL.iter().map(|w| w.as_str()))
                    )))
            }
        }
    )+};
}

kata_dari_berkas!(Predikat, PredikatOrganisasi, Rating, JenisJabatan, AspekPerilaku, Kelompok);
