//! What people plan and do: SKP, realisasi, perilaku.

use super::{
    AT_POST, AT_UNIT, AT_UNIT_INDUK, Content, NAMA, NAMA_NIP, NIP, NO, NO_NIP, NUMERIC, NUMERIC_8, NUMERIC_30, OF_POST,
    SAMPLE_ATASAN, TableSpec, UNDER, UNDER_NAME, WORDS, aspek_numerik, berakhlak, derived, fill, lingkup, may, must, plain,
    with_post, words, yes_no,
};
use crate::contract::columns::Key;
use crate::contract::vocab::{Akumulasi, Arah, Aspek, JenisRhk, Kelompok, MetodeKaskade, PenilaiKind, Perspektif, Rating};

pub(super) static SKP: TableSpec = TableSpec {
    name: "skp",
    purpose: "Satu baris untuk setiap indikator; RHK dengan tiga indikator memakai tiga baris.",
    columns: with_post![
        NO,
        NIP,
        NAMA,
        NAMA_NIP,
        NO_NIP,
        derived(Key::KodeRhk).fills(&[fill(
            12,
            Content::Code,
            "K1.2",
            "Kode RHK, unik untuk satu pegawai. Beberapa indikator memakai kode yang sama.",
        )
        .required()]),
        derived(Key::Jenis).fills(&[fill(
            11,
            Content::Choice(words::<JenisRhk>),
            "utama",
            "utama, atau tambahan (disepakati, ditetapkan dengan surat keputusan, di luar tugas pokok).",
        )
        .required()]),
        must(Key::Rhk).fills(&[fill(
            48,
            Content::Text,
            "Tersusunnya peta kebutuhan guru",
            "Rencana hasil kerja. Cukup di baris pertama setiap RHK.",
        )
        .required()]),
        may(Key::KodeRhkAtasan).fills(&[fill(
            18,
            Content::Code,
            "K1",
            "Kode RHK atasan yang diintervensi; beberapa kode dipisah titik koma. Untuk pimpinan tertinggi: kode sasaran.",
        )]),
        may(Key::NipPemberiTugas).fills(&[fill(
            21,
            Content::Nip,
            "",
            "Hanya bila RHK yang diintervensi milik ketua tim atau pemberi tugas lain, bukan milik atasan langsung.",
        )]),
        may(Key::MetodeKaskade).fills(&[fill(
            16,
            Content::Choice(words::<MetodeKaskade>),
            "langsung",
            "Kosong = langsung. tidak_langsung: nilai RHK atasan ikut menentukan nilai (PermenPANRB 8/2021).",
        )
        .only(NUMERIC_8)]),
        may(Key::Kelompok).fills(&[fill(
            20,
            Content::Choice(words::<Kelompok>),
            "",
            "Hanya untuk JPT dan unit mandiri: kelompok setiap indikator. Kosong = perjanjian_kinerja.",
        )
        .only(NUMERIC_8)]),
        may(Key::Perspektif).fills(&[fill(
            20,
            Content::Choice(words::<Perspektif>),
            "",
            "Hanya untuk JPT dan unit mandiri; paling sedikit satu indikator berperspektif anggaran.",
        )]),
        derived(Key::Aspek).fills(&[fill(
            12,
            Content::Choice(words::<Aspek>),
            "kuantitas",
            "kuantitas, kualitas, waktu, atau biaya.",
        )
        .required()]),
        may(Key::NoIndikator).fills(&[fill(
            12,
            Content::Figure(1.0, 99.0),
            "1",
            "Nomor bila satu aspek mempunyai beberapa indikator. Kosong = 1.",
        )]),
        must(Key::Indikator)
            .fills(&[fill(44, Content::Text, "Jumlah peta kebutuhan guru", "Indikator kinerja individu.").required()]),
        must(Key::Target).fills(&[
            fill(
                14,
                Content::Free,
                "12",
                "Angka (12), rentang (80 - 90), atau batas satu sisi (≥ 85). Desimal dengan koma. Target 0 tidak dapat dihitung.",
            )
            .required()
            .only(NUMERIC),
            fill(
                14,
                Content::Free,
                "12",
                "Angka, rentang (80 - 90), batas (≥ 85), atau teks untuk SKP kualitatif.",
            )
            .required()
            .only(WORDS),
        ]),
        may(Key::Satuan).fills(&[fill(
            12,
            Content::Text,
            "dokumen",
            "Satuan target, misalnya dokumen, %, hari.",
        )]),
        may(Key::Arah).fills(&[fill(
            8,
            Content::Choice(words::<Arah>),
            "naik",
            "Kosong = naik (makin besar makin baik). turun untuk waktu dan biaya yang makin kecil makin baik.",
        )]),
        may(Key::TargetMaksimal).fills(&[fill(
            16,
            Content::Choice(yes_no),
            "tidak",
            "Hanya untuk JPT: ya bila target adalah yang tertinggi yang mungkin dicapai.",
        )
        .only(NUMERIC_8)]),
        may(Key::Akumulasi).fills(&[fill(
            12,
            Content::Choice(words::<Akumulasi>),
            "akhir",
            "Cara menggabung realisasi per periode: akhir (bawaan), jumlah, atau rata_rata.",
        )]),
        may(Key::Bobot).fills(&[fill(
            8,
            Content::Figure(0.0, 100.0),
            "",
            "Bobot indikator dalam RHK-nya. Bila dipakai: di semua indikator RHK itu, berjumlah 100.",
        )
        .only(NUMERIC_30)]),
        may(Key::Lingkup).fills(&[fill(
            9,
            Content::Choice(lingkup),
            "",
            "Hanya untuk tambahan: 1 dalam unit atau perangkat daerah, 2 antarunit dalam instansi atau daerah, 3 antarinstansi.",
        )
        .only(NUMERIC)]),
        may(Key::NomorSk).fills(&[fill(22, Content::Code, "", "Surat keputusan kinerja tambahan.")]),
        may(Key::TanggalPenetapan).fills(&[fill(
            17,
            Content::Date,
            "2025-01-20",
            "Tanggal SKP ditetapkan; paling lambat 31 Januari.",
        )]),
        may(Key::BatasWaktu).fills(&[fill(12, Content::Date, "2025-12-31", "Tenggat RHK, bila ada.")]),
        may(Key::Mulai).fills(&[fill(
            12,
            Content::Date,
            "",
            "Hanya bila pegawai berpindah jabatan: tanggal di dalam masa jabatan pemilik RHK ini. Kosong = jabatan terakhir.",
        )]),
        plain(Key::Realisasi),
        plain(Key::Bukti),
        plain(Key::UmpanBalik),
        plain(Key::Periode),
        plain(Key::Tahun),
        UNDER,
    ],
};

pub(super) static REALISASI: TableSpec = TableSpec {
    name: "realisasi",
    purpose: "Realisasi setiap indikator, setahun atau per periode.",
    columns: with_post![
        NO,
        NIP,
        NAMA,
        NAMA_NIP,
        NO_NIP,
        must(Key::KodeRhk).fills(&[fill(12, Content::Code, "K1.2", "Kode RHK seperti di lembar skp.").required()]),
        plain(Key::Rhk),
        plain(Key::Indikator),
        must(Key::Aspek).fills(&[fill(12, Content::Choice(words::<Aspek>), "kuantitas", "Aspek indikator.").required()]),
        may(Key::NoIndikator).fills(&[fill(
            12,
            Content::Figure(1.0, 99.0),
            "1",
            "Nomor indikator bila lebih dari satu. Kosong = 1.",
        )]),
        may(Key::Periode).fills(&[fill(
            12,
            Content::Code,
            "2025",
            "2025, 2025-S1, 2025-TW3, atau 2025-07. Kosong = setahun. Jangan mencampur semester dan triwulan untuk satu indikator.",
        )]),
        must(Key::Realisasi).fills(&[
            fill(
                14,
                Content::Free,
                "12",
                "Angka realisasi, desimal dengan koma. Sel kosong berarti belum ada realisasi: pegawai belum dapat dinilai.",
            )
            .required()
            .only(NUMERIC),
            fill(14, Content::Free, "12", "Angka, atau teks untuk SKP kualitatif.")
                .required()
                .only(WORDS),
        ]),
        may(Key::Bukti).fills(&[fill(34, Content::Text, "Laporan 400.3/12/2025", "Bukti dukung atau tautannya.")]),
        may(Key::UmpanBalik).fills(&[fill(
            22,
            Content::Choice(words::<Rating>),
            "sesuai ekspektasi",
            "Umpan balik atasan atas RHK; isi sama di semua indikator satu RHK. Tanpa ini rating hasil kerja tidak dapat diusulkan.",
        )
        .only(WORDS)]),
        // Which posting a row is of, where its code stands in two.
        plain(Key::Mulai),
        UNDER,
    ],
};

pub(super) static PERILAKU: TableSpec = TableSpec {
    name: "perilaku",
    purpose: "Penilaian perilaku kerja: satu baris untuk setiap aspek.",
    columns: with_post![
        NO,
        NIP,
        NAMA,
        NAMA_NIP,
        NO_NIP,
        must(Key::Aspek).weight(8).also(&["perilaku"]).fills(&[
            fill(
                26,
                Content::Choice(aspek_numerik),
                "orientasi_pelayanan",
                "Lima aspek PP 30/2019; kepemimpinan hanya untuk yang memimpin.",
            )
            .required()
            .only(NUMERIC),
            fill(26, Content::Choice(berakhlak), "akuntabel", "Tujuh nilai dasar BerAKHLAK.")
                .required()
                .only(WORDS),
        ]),
        may(Key::Penilai).fills(&[fill(
            10,
            Content::Choice(words::<PenilaiKind>),
            "atasan",
            "Kosong = atasan. Bila ada rekan atau bawahan, bobot SKP/perilaku menjadi 60/40.",
        )
        .only(NUMERIC)]),
        may(Key::NipPenilai)
            .also(&["nip atasan"])
            .fills(&[fill(21, Content::Nip, SAMPLE_ATASAN, "NIP yang menilai.")]),
        must(Key::Nilai).weight(6).fills(&[
            fill(20, Content::Figure(0.0, 120.0), "95", "Angka 0–120.")
                .required()
                .only(NUMERIC),
            fill(
                20,
                Content::Choice(words::<Rating>),
                "sesuai ekspektasi",
                "Pilih dari daftar; angka tidak dipakai dalam aturan ini.",
            )
            .required()
            .only(WORDS),
        ]),
        plain(Key::Periode),
        plain(Key::Tahun),
    ],
};
