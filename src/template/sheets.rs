//! The sheets and columns of the empty workbook, as data.

use crate::model::vocab::{
    Akumulasi, Arah, Aspek, AspekPerilaku, JenisJabatan, JenisRhk, Jenjang, Kelompok, MetodeKaskade, Perspektif,
    PredikatOrganisasi, Rating, StatusPegawai, SumberPenilai, Word,
};

use super::Bentuk;
use super::columns::{Isi, Kolom, boleh, kata, wajib};

/// Workbooks of the numeric sets, of one of them, of the qualitative one.
const ANGKA: &[Bentuk] = &[Bentuk::Numerik30, Bentuk::Numerik8];
const ANGKA_30: &[Bentuk] = &[Bentuk::Numerik30];
const ANGKA_8: &[Bentuk] = &[Bentuk::Numerik8];
const KATA: &[Bentuk] = &[Bentuk::Kualitatif];

/// NIP and words of the sample person, the same on every sheet.
const NIP: &str = "198501012010011001";
const ATASAN: &str = "197503152000032002";
const NAMA_UNIT: &str = "Bidang Pembinaan SD";

/// Sheets in order: name, what it is for, columns.
pub(super) const LEMBAR: &[(&str, &str, &[Kolom])] = &[
    ("pegawai", "Satu baris untuk setiap pegawai dan jabatannya.", PEGAWAI),
    (
        "unit",
        "Unit kerja, induknya, pimpinannya, dan predikat kinerja organisasi.",
        UNIT,
    ),
    (
        "sasaran",
        "Sasaran unit dari perjanjian kinerja atau renstra: dasar RHK pejabat pimpinan tinggi.",
        SASARAN,
    ),
    (
        "skp",
        "Satu baris untuk setiap indikator; RHK dengan tiga indikator memakai tiga baris.",
        SKP,
    ),
    (
        "realisasi",
        "Realisasi setiap indikator, setahun atau per periode.",
        REALISASI,
    ),
    (
        "perilaku",
        "Penilaian perilaku kerja: satu baris untuk setiap aspek.",
        PERILAKU,
    ),
    (
        "penilaian",
        "Rating dan predikat yang sudah ditetapkan pejabat penilai, bila ada.",
        PENILAIAN,
    ),
    (
        "pengecualian",
        "Pegawai yang memang tidak dinilai tahun ini, dengan alasannya.",
        PENGECUALIAN,
    ),
];

const NIP_PEGAWAI: Kolom = wajib(
    "nip",
    21,
    Isi::Nip,
    NIP,
    "NIP 18 angka, sebagai teks (kolom ini sudah diformat Teks). Untuk PPPK: NI PPPK.",
);

const PEGAWAI: &[Kolom] = &[
    NIP_PEGAWAI,
    wajib(
        "nama",
        30,
        Isi::Text,
        "Budi Santoso, S.Pd.",
        "Nama lengkap, boleh dengan gelar.",
    ),
    boleh("jenis_pegawai", 14, Isi::Pilihan(jenis_pegawai), "PNS", "PNS atau PPPK."),
    boleh(
        "golongan",
        10,
        Isi::Kode,
        "III/c",
        "Golongan ruang, misalnya III/c; untuk PPPK: IX.",
    ),
    wajib(
        "jabatan",
        34,
        Isi::Text,
        "Analis SDM Aparatur Ahli Muda",
        "Nama jabatan lengkap.",
    ),
    wajib(
        "jenis_jabatan",
        16,
        Isi::Pilihan(kata::<JenisJabatan>),
        "fungsional",
        "Pilih dari daftar. Menentukan rumus: JPT dan unit mandiri dihitung lain dari administrator, pengawas, pelaksana, dan fungsional.",
    ),
    boleh(
        "jenjang",
        14,
        Isi::Pilihan(kata::<Jenjang>),
        "ahli muda",
        "Hanya untuk jabatan fungsional; dipakai menghitung angka kredit (Peraturan BKN 3/2023).",
    ),
    wajib(
        "unit_kerja",
        34,
        Isi::Text,
        NAMA_UNIT,
        "Unit kerja, ditulis sama dengan lembar unit.",
    ),
    boleh(
        "nip_atasan",
        21,
        Isi::Nip,
        ATASAN,
        "NIP atasan langsung. Harus ada sebagai pegawai di data ini; kosongkan hanya untuk pimpinan tertinggi.",
    ),
    boleh(
        "mulai",
        12,
        Isi::Tanggal,
        "2025-01-01",
        "Tanggal mulai di jabatan ini. Kosong = awal tahun. Pindah di tengah tahun: dua baris, masanya tidak boleh tumpang tindih.",
    ),
    boleh(
        "selesai",
        12,
        Isi::Tanggal,
        "2025-12-31",
        "Tanggal akhir di jabatan ini. Kosong = akhir tahun.",
    ),
    boleh(
        "plt",
        8,
        Isi::Pilihan(ya_tidak),
        "tidak",
        "ya untuk baris Plt/Plh/Pjb. Baris itu boleh tumpang tindih dengan jabatan definitif dan tidak ikut dihitung.",
    ),
    boleh(
        "kepemimpinan",
        14,
        Isi::Pilihan(ya_tidak),
        "tidak",
        "ya untuk pejabat fungsional yang memimpin: aspek kepemimpinannya ikut dinilai.",
    )
    .untuk(ANGKA),
    boleh(
        "ide_baru",
        10,
        Isi::Pilihan(ya_tidak),
        "tidak",
        "ya bila ide baru ditetapkan pimpinan unit. Syarat predikat Sangat Baik (PP 30/2019 Pasal 41 ayat (5)).",
    )
    .untuk(ANGKA),
    boleh(
        "rekomendasi_ide",
        28,
        Isi::Text,
        "",
        "Ide baru yang direkomendasikan atasan; tanpa ini ide_baru = ya diberi peringatan.",
    )
    .untuk(ANGKA),
    boleh(
        "status",
        18,
        Isi::Pilihan(kata::<StatusPegawai>),
        "aktif",
        "Kosong = aktif. Yang cltn, pensiun, atau meninggal dan memang tidak dinilai ditulis juga di lembar pengecualian.",
    ),
    boleh(
        "nilai_ditetapkan",
        16,
        Isi::Angka(0.0, 120.0),
        "",
        "Nilai kinerja 0–120 untuk tugas belajar atau penugasan khusus, dari bahan akademik atau instansi penerima.",
    )
    .untuk(ANGKA),
    boleh("sumber_nilai", 28, Isi::Text, "", "Dokumen asal nilai yang ditetapkan.").untuk(ANGKA),
];

const UNIT: &[Kolom] = &[
    wajib(
        "unit_kerja",
        36,
        Isi::Text,
        NAMA_UNIT,
        "Nama unit, sama dengan yang dipakai di lembar pegawai.",
    ),
    boleh(
        "unit_induk",
        36,
        Isi::Text,
        "Dinas Pendidikan",
        "Unit di atasnya; kosong untuk yang paling atas.",
    ),
    boleh("nip_pimpinan", 21, Isi::Nip, ATASAN, "NIP pimpinan unit."),
    boleh(
        "predikat_organisasi",
        20,
        Isi::Pilihan(kata::<PredikatOrganisasi>),
        "Baik",
        "Predikat kinerja organisasi. Tanpa ini distribusi menurut PermenPANRB 6/2022 tidak dapat diperiksa.",
    ),
];

const SASARAN: &[Kolom] = &[
    wajib(
        "kode",
        10,
        Isi::Kode,
        "SS1",
        "Kode sasaran; dirujuk oleh kode_rhk_atasan milik pimpinan.",
    ),
    wajib("unit_kerja", 36, Isi::Text, "Dinas Pendidikan", "Unit pemilik sasaran."),
    wajib(
        "sasaran",
        50,
        Isi::Text,
        "Meningkatnya mutu pendidikan dasar",
        "Uraian sasaran.",
    ),
    boleh(
        "indikator",
        44,
        Isi::Text,
        "Persentase sekolah berakreditasi A",
        "Indikator sasaran.",
    ),
    boleh("target", 12, Isi::Bebas, "80", "Target indikator."),
    boleh("satuan", 12, Isi::Text, "%", "Satuan target."),
];

const SKP: &[Kolom] = &[
    NIP_PEGAWAI,
    wajib(
        "kode_rhk",
        12,
        Isi::Kode,
        "K1.2",
        "Kode RHK, unik untuk satu pegawai. Beberapa indikator memakai kode yang sama.",
    ),
    wajib(
        "jenis",
        11,
        Isi::Pilihan(kata::<JenisRhk>),
        "utama",
        "utama, atau tambahan (disepakati, ditetapkan dengan surat keputusan, di luar tugas pokok).",
    ),
    wajib(
        "rhk",
        48,
        Isi::Text,
        "Tersusunnya peta kebutuhan guru",
        "Rencana hasil kerja. Cukup di baris pertama setiap RHK.",
    ),
    boleh(
        "kode_rhk_atasan",
        18,
        Isi::Kode,
        "K1",
        "Kode RHK atasan yang diintervensi; beberapa kode dipisah titik koma. Untuk pimpinan tertinggi: kode sasaran.",
    ),
    boleh(
        "nip_pemberi_tugas",
        21,
        Isi::Nip,
        "",
        "Hanya bila RHK yang diintervensi milik ketua tim atau pemberi tugas lain, bukan milik atasan langsung.",
    ),
    boleh(
        "metode_kaskade",
        16,
        Isi::Pilihan(kata::<MetodeKaskade>),
        "langsung",
        "Kosong = langsung. tidak_langsung: nilai RHK atasan ikut menentukan nilai (PermenPANRB 8/2021).",
    )
    .untuk(ANGKA_8),
    boleh(
        "kelompok",
        20,
        Isi::Pilihan(kata::<Kelompok>),
        "",
        "Hanya untuk JPT dan unit mandiri: kelompok setiap indikator. Kosong = perjanjian_kinerja.",
    )
    .untuk(ANGKA_8),
    boleh(
        "perspektif",
        20,
        Isi::Pilihan(kata::<Perspektif>),
        "",
        "Hanya untuk JPT dan unit mandiri; paling sedikit satu indikator berperspektif anggaran.",
    ),
    wajib(
        "aspek",
        12,
        Isi::Pilihan(kata::<Aspek>),
        "kuantitas",
        "kuantitas, kualitas, waktu, atau biaya.",
    ),
    boleh(
        "no_indikator",
        12,
        Isi::Angka(1.0, 99.0),
        "1",
        "Nomor bila satu aspek mempunyai beberapa indikator. Kosong = 1.",
    ),
    wajib(
        "indikator",
        44,
        Isi::Text,
        "Jumlah peta kebutuhan guru",
        "Indikator kinerja individu.",
    ),
    wajib(
        "target",
        14,
        Isi::Bebas,
        "12",
        "Angka (12), rentang (80 - 90), atau batas satu sisi (≥ 85). Desimal dengan koma. Target 0 tidak dapat dihitung.",
    )
    .untuk(ANGKA),
    wajib(
        "target",
        14,
        Isi::Bebas,
        "12",
        "Angka, rentang (80 - 90), batas (≥ 85), atau teks untuk SKP kualitatif.",
    )
    .untuk(KATA),
    boleh(
        "satuan",
        12,
        Isi::Text,
        "dokumen",
        "Satuan target, misalnya dokumen, %, hari.",
    ),
    boleh(
        "arah",
        8,
        Isi::Pilihan(kata::<Arah>),
        "naik",
        "Kosong = naik (makin besar makin baik). turun untuk waktu dan biaya yang makin kecil makin baik.",
    ),
    boleh(
        "target_maksimal",
        16,
        Isi::Pilihan(ya_tidak),
        "tidak",
        "Hanya untuk JPT: ya bila target adalah yang tertinggi yang mungkin dicapai.",
    )
    .untuk(ANGKA_8),
    boleh(
        "akumulasi",
        12,
        Isi::Pilihan(kata::<Akumulasi>),
        "akhir",
        "Cara menggabung realisasi per periode: akhir (bawaan), jumlah, atau rata_rata.",
    ),
    boleh(
        "bobot",
        8,
        Isi::Angka(0.0, 100.0),
        "",
        "Bobot indikator dalam RHK-nya. Bila dipakai: di semua indikator RHK itu, berjumlah 100.",
    )
    .untuk(ANGKA_30),
    boleh(
        "lingkup",
        9,
        Isi::Pilihan(lingkup),
        "",
        "Hanya untuk tambahan: 1 dalam unit atau perangkat daerah, 2 antarunit dalam instansi atau daerah, 3 antarinstansi.",
    )
    .untuk(ANGKA),
    boleh("nomor_sk", 22, Isi::Kode, "", "Surat keputusan kinerja tambahan."),
    boleh(
        "tanggal_penetapan",
        17,
        Isi::Tanggal,
        "2025-01-20",
        "Tanggal SKP ditetapkan; paling lambat 31 Januari.",
    ),
    boleh("batas_waktu", 12, Isi::Tanggal, "2025-12-31", "Tenggat RHK, bila ada."),
    boleh(
        "mulai",
        12,
        Isi::Tanggal,
        "",
        "Hanya bila pegawai berpindah jabatan: tanggal di dalam masa jabatan pemilik RHK ini. Kosong = jabatan terakhir.",
    ),
];

const REALISASI: &[Kolom] = &[
    NIP_PEGAWAI,
    wajib("kode_rhk", 12, Isi::Kode, "K1.2", "Kode RHK seperti di lembar skp."),
    wajib("aspek", 12, Isi::Pilihan(kata::<Aspek>), "kuantitas", "Aspek indikator."),
    boleh(
        "no_indikator",
        12,
        Isi::Angka(1.0, 99.0),
        "1",
        "Nomor indikator bila lebih dari satu. Kosong = 1.",
    ),
    boleh(
        "periode",
        12,
        Isi::Kode,
        "2025",
        "2025, 2025-S1, 2025-TW3, atau 2025-07. Kosong = setahun. Jangan mencampur semester dan triwulan untuk satu indikator.",
    ),
    wajib(
        "realisasi",
        14,
        Isi::Bebas,
        "12",
        "Angka realisasi, desimal dengan koma. Sel kosong berarti belum ada realisasi: pegawai belum dapat dinilai.",
    )
    .untuk(ANGKA),
    wajib("realisasi", 14, Isi::Bebas, "12", "Angka, atau teks untuk SKP kualitatif.").untuk(KATA),
    boleh(
        "bukti",
        34,
        Isi::Text,
        "Laporan 400.3/12/2025",
        "Bukti dukung atau tautannya.",
    ),
    boleh(
        "umpan_balik",
        22,
        Isi::Pilihan(kata::<Rating>),
        "sesuai ekspektasi",
        "Umpan balik atasan atas RHK; isi sama di semua indikator satu RHK. Tanpa ini rating hasil kerja tidak dapat diusulkan.",
    )
    .untuk(KATA),
];

const PERILAKU: &[Kolom] = &[
    NIP_PEGAWAI,
    wajib(
        "aspek",
        26,
        Isi::Pilihan(aspek_numerik),
        "orientasi_pelayanan",
        "Lima aspek PP 30/2019; kepemimpinan hanya untuk yang memimpin.",
    )
    .untuk(ANGKA),
    wajib(
        "aspek",
        26,
        Isi::Pilihan(berakhlak),
        "akuntabel",
        "Tujuh nilai dasar BerAKHLAK.",
    )
    .untuk(KATA),
    boleh(
        "penilai",
        10,
        Isi::Pilihan(kata::<SumberPenilai>),
        "atasan",
        "Kosong = atasan. Bila ada rekan atau bawahan, bobot SKP/perilaku menjadi 60/40.",
    )
    .untuk(ANGKA),
    boleh("nip_penilai", 21, Isi::Nip, ATASAN, "NIP yang menilai."),
    wajib("nilai", 20, Isi::Angka(0.0, 120.0), "95", "Angka 0–120.").untuk(ANGKA),
    wajib(
        "nilai",
        20,
        Isi::Pilihan(kata::<Rating>),
        "sesuai ekspektasi",
        "Pilih dari daftar; angka tidak dipakai dalam aturan ini.",
    )
    .untuk(KATA),
];

const PENILAIAN: &[Kolom] = &[
    NIP_PEGAWAI,
    boleh(
        "periode",
        12,
        Isi::Kode,
        "2025",
        "Tahun yang dinilai. Kosong = tahun berjalan.",
    )
    .untuk(KATA),
    wajib(
        "hasil_kerja",
        22,
        Isi::Pilihan(kata::<Rating>),
        "sesuai ekspektasi",
        "Rating hasil kerja yang ditetapkan penilai.",
    )
    .untuk(KATA),
    wajib(
        "perilaku_kerja",
        22,
        Isi::Pilihan(kata::<Rating>),
        "sesuai ekspektasi",
        "Rating perilaku kerja yang ditetapkan penilai.",
    )
    .untuk(KATA),
    wajib(
        "hasil_akhir",
        20,
        Isi::Pilihan(predikat),
        "Baik",
        "Predikat kinerja; harus sama dengan kuadran dari kedua rating.",
    )
    .untuk(KATA),
];

const PENGECUALIAN: &[Kolom] = &[
    NIP_PEGAWAI,
    wajib("alasan", 24, Isi::Text, "CLTN", "Alasan, misalnya CLTN, pensiun, meninggal."),
    boleh(
        "keterangan",
        50,
        Isi::Text,
        "Cuti di luar tanggungan negara sejak 1 Februari 2025",
        "Keterangan tambahan.",
    ),
];

fn ya_tidak() -> Vec<&'static str> {
    vec!["ya", "tidak"]
}

fn jenis_pegawai() -> Vec<&'static str> {
    vec!["PNS", "PPPK"]
}

fn lingkup() -> Vec<&'static str> {
    vec!["1", "2", "3"]
}

fn aspek_numerik() -> Vec<&'static str> {
    AspekPerilaku::NUMERIK.iter().map(|a| a.as_str()).collect()
}

fn berakhlak() -> Vec<&'static str> {
    AspekPerilaku::BERAKHLAK.iter().map(|a| a.as_str()).collect()
}

/// The labels of 6/2022.
fn predikat() -> Vec<&'static str> {
    vec!["Sangat Baik", "Baik", "Butuh Perbaikan", "Kurang", "Sangat Kurang"]
}
