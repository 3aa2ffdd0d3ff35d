//! The tables that are written and their columns.

use super::sink::Column;

/// One of the tables.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Table {
    Pegawai,
    Unit,
    Sasaran,
    Skp,
    Realisasi,
    Perilaku,
    Penilaian,
    Pengecualian,
}

const fn nip(name: &'static str) -> Column {
    Column {
        name,
        width: 21,
        text: true,
    }
}

const fn col(name: &'static str, width: u32) -> Column {
    Column {
        name,
        width,
        text: false,
    }
}

impl Table {
    pub(super) const ALL: [Self; 8] = [
        Self::Pegawai,
        Self::Unit,
        Self::Sasaran,
        Self::Skp,
        Self::Realisasi,
        Self::Perilaku,
        Self::Penilaian,
        Self::Pengecualian,
    ];

    /// Name of its sheet and, with `.csv`, of its file.
    pub(super) const fn name(self) -> &'static str {
        match self {
            Self::Pegawai => "pegawai",
            Self::Unit => "unit",
            Self::Sasaran => "sasaran",
            Self::Skp => "skp",
            Self::Realisasi => "realisasi",
            Self::Perilaku => "perilaku",
            Self::Penilaian => "penilaian",
            Self::Pengecualian => "pengecualian",
        }
    }

    pub(super) const fn columns(self) -> &'static [Column] {
        match self {
            Self::Pegawai => PEGAWAI,
            Self::Unit => UNIT,
            Self::Sasaran => SASARAN,
            Self::Skp => SKP,
            Self::Realisasi => REALISASI,
            Self::Perilaku => PERILAKU,
            Self::Penilaian => PENILAIAN,
            Self::Pengecualian => PENGECUALIAN,
        }
    }
}

static PEGAWAI: &[Column] = &[
    nip("nip"),
    col("nama", 34),
    col("jenis_pegawai", 14),
    col("golongan", 10),
    col("jabatan", 40),
    col("jenis_jabatan", 15),
    col("jenjang", 13),
    col("unit_kerja", 60),
    nip("nip_atasan"),
    col("mulai", 11),
    col("selesai", 11),
    col("plt", 6),
    col("kepemimpinan", 14),
    col("ide_baru", 9),
    col("rekomendasi_ide", 28),
    col("status", 15),
    col("nilai_ditetapkan", 16),
    col("sumber_nilai", 28),
];
static UNIT: &[Column] = &[
    col("unit_kerja", 70),
    col("unit_induk", 70),
    nip("nip_pimpinan"),
    col("predikat_organisasi", 20),
];
static SASARAN: &[Column] = &[
    col("kode", 12),
    col("unit_kerja", 60),
    col("sasaran", 60),
    col("indikator", 50),
    col("target", 10),
    col("satuan", 10),
];
static SKP: &[Column] = &[
    nip("nip"),
    col("kode_rhk", 12),
    col("jenis", 10),
    col("rhk", 60),
    col("kode_rhk_atasan", 16),
    col("metode_kaskade", 16),
    col("kelompok", 20),
    col("perspektif", 18),
    col("aspek", 11),
    col("indikator", 55),
    col("target", 14),
    col("satuan", 10),
    col("arah", 7),
    col("akumulasi", 11),
    col("bobot", 7),
    col("lingkup", 8),
    col("nomor_sk", 18),
    col("tanggal_penetapan", 17),
    col("batas_waktu", 12),
    col("mulai", 11),
];
static REALISASI: &[Column] = &[
    nip("nip"),
    col("kode_rhk", 12),
    col("aspek", 11),
    col("periode", 10),
    col("realisasi", 14),
    col("bukti", 26),
    col("umpan_balik", 20),
];
static PERILAKU: &[Column] = &[
    nip("nip"),
    col("aspek", 24),
    col("penilai", 9),
    nip("nip_penilai"),
    col("nilai", 20),
];
static PENILAIAN: &[Column] = &[
    nip("nip"),
    col("periode", 10),
    col("hasil_kerja", 20),
    col("perilaku_kerja", 20),
    col("hasil_akhir", 18),
];
static PENGECUALIAN: &[Column] = &[nip("nip"), col("alasan", 16), col("keterangan", 50)];
