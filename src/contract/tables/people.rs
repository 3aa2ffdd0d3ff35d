//! Who there is and where: people, units, sasaran of units, exceptions.

use super::{
    Content, NAMA, NAMA_NIP, NIP, NO, NO_NIP, NUMERIC, SAMPLE_ATASAN, SAMPLE_UNIT, TableSpec, WORDS, derived, fill,
    jenis_pegawai, may, must, plain, telling, words, yes_no,
};
use crate::contract::columns::Key;
use crate::contract::vocab::{Akreditasi, JenisJabatan, Jenjang, JenjangStudi, PredikatOrganisasi, StatusPegawai, Studi};

pub(super) static PEGAWAI: TableSpec = TableSpec {
    name: "pegawai",
    purpose: "Satu baris untuk setiap pegawai dan jabatannya.",
    columns: &[
        NO,
        NIP,
        must(Key::Nama).fills(&[fill(30, Content::Text, "Budi Santoso, S.Pd.", "Nama lengkap, boleh dengan gelar.").required()]),
        NAMA_NIP,
        NO_NIP,
        may(Key::JenisPegawai).fills(&[fill(14, Content::Choice(jenis_pegawai), "PNS", "PNS atau PPPK.")]),
        may(Key::Golongan).fills(&[fill(
            10,
            Content::Code,
            "III/c",
            "Golongan ruang, misalnya III/c; untuk PPPK: IX.",
        )]),
        must(Key::Jabatan).fills(&[fill(34, Content::Text, "Analis SDM Aparatur Ahli Muda", "Nama jabatan lengkap.").required()]),
        must(Key::JenisJabatan).fills(&[fill(
            16,
            Content::Choice(words::<JenisJabatan>),
            "fungsional",
            "Pilih dari daftar. Menentukan rumus: JPT dan unit mandiri dihitung lain dari administrator, pengawas, pelaksana, dan fungsional.",
        )
        .required()]),
        may(Key::Jenjang).fills(&[fill(
            14,
            Content::Choice(words::<Jenjang>),
            "ahli muda",
            "Hanya untuk jabatan fungsional; dipakai menghitung angka kredit (Peraturan BKN 3/2023).",
        )]),
        must(Key::UnitKerja).fills(&[fill(34, Content::Text, SAMPLE_UNIT, "Unit kerja, ditulis sama dengan lembar unit.").required()]),
        plain(Key::UnitInduk),
        may(Key::NipAtasan).fills(&[fill(
            21,
            Content::Nip,
            SAMPLE_ATASAN,
            "NIP atasan langsung. Harus ada sebagai pegawai di data ini; kosongkan hanya untuk pimpinan tertinggi.",
        )]),
        plain(Key::NamaAtasan),
        may(Key::Mulai).fills(&[fill(
            12,
            Content::Date,
            "2025-01-01",
            "Tanggal mulai di jabatan ini. Kosong = awal tahun. Pindah di tengah tahun: dua baris, masanya tidak boleh tumpang tindih.",
        )]),
        may(Key::Selesai).fills(&[fill(
            12,
            Content::Date,
            "2025-12-31",
            "Tanggal akhir di jabatan ini. Kosong = akhir tahun.",
        )]),
        may(Key::Plt).fills(&[fill(
            8,
            Content::Choice(yes_no),
            "tidak",
            "ya untuk baris Plt/Plh/Pjb. Baris itu boleh tumpang tindih dengan jabatan definitif dan tidak ikut dihitung.",
        )]),
        may(Key::Kepemimpinan).fills(&[fill(
            14,
            Content::Choice(yes_no),
            "tidak",
            "ya untuk pejabat fungsional yang memimpin: aspek kepemimpinannya ikut dinilai.",
        )
        .only(NUMERIC)]),
        may(Key::IdeBaru).fills(&[fill(
            10,
            Content::Choice(yes_no),
            "tidak",
            "ya bila ide baru ditetapkan pimpinan unit. Syarat predikat Sangat Baik (PP 30/2019 Pasal 41 ayat (5)).",
        )
        .only(NUMERIC)]),
        may(Key::RekomendasiIde).fills(&[fill(
            28,
            Content::Text,
            "",
            "Ide baru yang direkomendasikan atasan; tanpa ini ide_baru = ya diberi peringatan.",
        )
        .only(NUMERIC)]),
        may(Key::Status).fills(&[fill(
            18,
            Content::Choice(words::<StatusPegawai>),
            "aktif",
            "Kosong = aktif. Yang pensiun atau meninggal dan memang tidak dinilai ditulis juga di lembar pengecualian; cltn, mpp, \
             diberhentikan_sementara, dan pejabat_negara dikecualikan dengan sendirinya.",
        )]),
        may(Key::Studi).fills(&[fill(
            12,
            Content::Choice(words::<Studi>),
            "",
            "Hanya untuk tugas belajar. tidak_lulus: predikatnya Kurang atau Sangat Kurang (PermenPANRB 6/2022 hlm. 103).",
        )
        .only(WORDS)]),
        may(Key::Ipk).fills(&[fill(
            8,
            Content::Figure(0.0, 4.0),
            "",
            "Hanya untuk tugas belajar: IPK, dipakai sebagai bahan pertimbangan penilai.",
        )
        .only(WORDS)]),
        may(Key::Akreditasi).fills(&[fill(
            12,
            Content::Choice(words::<Akreditasi>),
            "",
            "Hanya untuk tugas belajar: akreditasi program studi; luar_negeri bila di luar negeri.",
        )
        .only(WORDS)]),
        may(Key::JenjangStudi).fills(&[fill(
            13,
            Content::Choice(words::<JenjangStudi>),
            "",
            "Hanya untuk tugas belajar: S1, profesi, S2, atau S3.",
        )
        .only(WORDS)]),
        may(Key::NilaiDitetapkan).fills(&[fill(
            16,
            Content::Figure(0.0, 120.0),
            "",
            "Nilai kinerja 0–120 untuk tugas belajar atau penugasan khusus, dari bahan akademik atau instansi penerima.",
        )
        .only(NUMERIC)]),
        may(Key::SumberNilai).fills(&[fill(28, Content::Text, "", "Dokumen asal nilai yang ditetapkan.").only(NUMERIC)]),
    ],
};

pub(super) static UNIT: TableSpec = TableSpec {
    name: "unit",
    purpose: "Unit kerja, induknya, pimpinannya, dan predikat kinerja organisasi.",
    columns: &[
        NO,
        must(Key::UnitKerja).fills(&[fill(
            36,
            Content::Text,
            SAMPLE_UNIT,
            "Nama unit, sama dengan yang dipakai di lembar pegawai.",
        )
        .required()]),
        telling(Key::UnitInduk).fills(&[fill(
            36,
            Content::Text,
            "Dinas Pendidikan",
            "Unit di atasnya; kosong untuk yang paling atas.",
        )]),
        telling(Key::NipPimpinan).fills(&[fill(21, Content::Nip, SAMPLE_ATASAN, "NIP pimpinan unit.")]),
        telling(Key::PredikatOrganisasi).fills(&[fill(
            20,
            Content::Choice(words::<PredikatOrganisasi>),
            "Baik",
            "Predikat kinerja organisasi. Tanpa ini distribusi menurut PermenPANRB 6/2022 tidak dapat diperiksa.",
        )]),
        plain(Key::CapaianOrganisasi),
        may(Key::TahunPredikat).fills(&[fill(
            14,
            Content::Code,
            "",
            "Hanya bila predikat organisasi itu dari tahun sebelumnya: tahunnya.",
        )
        .only(WORDS)]),
    ],
};

pub(super) static SASARAN: TableSpec = TableSpec {
    name: "sasaran",
    purpose: "Sasaran unit dari perjanjian kinerja atau renstra: dasar RHK pejabat pimpinan tinggi.",
    columns: &[
        NO,
        derived(Key::Kode).fills(&[fill(
            10,
            Content::Code,
            "SS1",
            "Kode sasaran; dirujuk oleh kode_rhk_atasan milik pimpinan.",
        )
        .required()]),
        derived(Key::UnitKerja).fills(&[fill(36, Content::Text, "Dinas Pendidikan", "Unit pemilik sasaran.").required()]),
        must(Key::Sasaran)
            .weight(8)
            .fills(&[fill(50, Content::Text, "Meningkatnya mutu pendidikan dasar", "Uraian sasaran.").required()]),
        may(Key::Indikator).fills(&[fill(
            44,
            Content::Text,
            "Persentase sekolah berakreditasi A",
            "Indikator sasaran.",
        )]),
        may(Key::Target).fills(&[fill(12, Content::Free, "80", "Target indikator.")]),
        may(Key::Satuan).fills(&[fill(12, Content::Text, "%", "Satuan target.")]),
    ],
};

pub(super) static PENGECUALIAN: TableSpec = TableSpec {
    name: "pengecualian",
    purpose: "Pegawai yang memang tidak dinilai tahun ini, dengan alasannya.",
    columns: &[
        NO,
        NIP,
        NAMA,
        NAMA_NIP,
        NO_NIP,
        must(Key::Alasan)
            .weight(8)
            .fills(&[fill(24, Content::Text, "CLTN", "Alasan, misalnya CLTN, pensiun, meninggal.").required()]),
        may(Key::Keterangan).fills(&[fill(
            50,
            Content::Text,
            "Cuti di luar tanggungan negara sejak 1 Februari 2025",
            "Keterangan tambahan.",
        )]),
    ],
};
