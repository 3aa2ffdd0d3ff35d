//! Words of the fictitious instansi: names of people and places, texts of RHK and indicators.

pub(super) const MEN: &[&str] = &[
    "Agus",
    "Ahmad",
    "Andi",
    "Anton",
    "Arief",
    "Bambang",
    "Bayu",
    "Budi",
    "Cecep",
    "Dadang",
    "Dedi",
    "Dimas",
    "Eko",
    "Fajar",
    "Ferry",
    "Gede",
    "Gunawan",
    "Hadi",
    "Hendra",
    "Heru",
    "I Made",
    "I Wayan",
    "Imam",
    "Irfan",
    "Joko",
    "Ketut",
    "Lukman",
    "Maruli",
    "Mohamad",
    "Muhammad",
    "Nanang",
    "Nur",
    "Oki",
    "Parlindungan",
    "Putu",
    "Rahmat",
    "Rizki",
    "Rudi",
    "Samuel",
    "Slamet",
    "Sugeng",
    "Suharto",
    "Syaiful",
    "Taufik",
    "Teguh",
    "Tri",
    "Ujang",
    "Wahyu",
    "Yanto",
    "Yohanes",
    "Yusuf",
    "Zainal",
];

pub(super) const WOMEN: &[&str] = &[
    "Aisyah", "Ani", "Anisa", "Asih", "Ayu", "Betty", "Cici", "Citra", "Desak", "Desi", "Dewi", "Diah", "Dwi", "Eka", "Elisabet",
    "Endang", "Eni", "Evi", "Fatimah", "Fitri", "Hani", "Ida Ayu", "Indah", "Intan", "Kartika", "Komang", "Lestari", "Lilis",
    "Maria", "Mega", "Ni Luh", "Ni Made", "Nining", "Nur", "Nurul", "Oktavia", "Putri", "Rahma", "Ratna", "Reni", "Rina",
    "Riska", "Sari", "Siti", "Sri", "Suryani", "Tuti", "Umi", "Wati", "Wulan", "Yanti", "Yuliana",
];

pub(super) const MIDDLE_MEN: &[&str] = &[
    "Adi", "Arya", "Cahya", "Catur", "Eka", "Fitra", "Hari", "Ilham", "Indra", "Jaya", "Kurnia", "Panca", "Prima", "Putra",
    "Rangga", "Satria", "Surya", "Tirta", "Utama", "Wira", "Yoga", "Yudha",
];

pub(super) const MIDDLE_WOMEN: &[&str] = &[
    "Amelia",
    "Anggraini",
    "Astuti",
    "Cahya",
    "Dian",
    "Febri",
    "Handayani",
    "Kusuma",
    "Laila",
    "Mawar",
    "Melati",
    "Nirmala",
    "Novita",
    "Permata",
    "Puspita",
    "Retno",
    "Safitri",
    "Sekar",
    "Tiara",
    "Utami",
    "Widya",
    "Yulia",
];

pub(super) const BACK: &[&str] = &[
    "Adiputra",
    "Ardiansyah",
    "Aritonang",
    "Basri",
    "Budiman",
    "Darmawan",
    "Firmansyah",
    "Ginting",
    "Gunadi",
    "Hakim",
    "Harahap",
    "Hasibuan",
    "Herlambang",
    "Hidayat",
    "Hutapea",
    "Iskandar",
    "Kartono",
    "Kurniawan",
    "Kusnadi",
    "Lubis",
    "Mahendra",
    "Manurung",
    "Maulana",
    "Mulyadi",
    "Mulyono",
    "Nababan",
    "Nasution",
    "Nugraha",
    "Nugroho",
    "Pangestu",
    "Panjaitan",
    "Permana",
    "Pohan",
    "Pradana",
    "Prasetyo",
    "Prayitno",
    "Purnomo",
    "Rahardjo",
    "Ramadhan",
    "Rangkuti",
    "Saputra",
    "Santoso",
    "Sembiring",
    "Setiawan",
    "Siahaan",
    "Simanjuntak",
    "Siregar",
    "Situmorang",
    "Subagyo",
    "Sudrajat",
    "Suherman",
    "Sukarno",
    "Suryadi",
    "Susanto",
    "Sutrisno",
    "Syahputra",
    "Tampubolon",
    "Wibowo",
    "Widodo",
    "Wijaya",
    "Yulianto",
    "Zulkarnain",
];

/// First and second halves of the names of the fictitious kabupaten.
pub(super) const PLACE_PREFIX: &[&str] = &[
    "Suka", "Marga", "Tirta", "Karya", "Wana", "Giri", "Sri", "Rawa", "Muara", "Cipta", "Mekar", "Sinar", "Harapan", "Bina",
    "Purwa", "Mulya", "Sida", "Kerta", "Arga", "Jati", "Tunas", "Padang", "Teluk", "Bukit", "Lembah", "Pulau", "Nusa", "Sungai",
    "Air", "Batu",
];
pub(super) const PLACE_SUFFIX: &[&str] = &[
    "maju", "jaya", "makmur", "sari", "asih", "rejo", "harjo", "mukti", "indah", "raharja", "sentosa", "agung", "baru", "luhur",
    "damai", "lestari", "mandiri", "bakti", "sejati", "subur", "tenteram", "utama", "waluya", "permai", "kencana", "gading",
    "melati", "wangi",
];

/// One level of the cascade: texts of the three RHK. `{t}` is the topic of the unit.
pub(super) struct RhkTexts(pub [&'static [&'static str]; 3]);

pub(super) const RHK_JPT: RhkTexts = RhkTexts([
    &["Meningkatnya cakupan pelayanan {t}"],
    &["Meningkatnya kualitas tata kelola {t}"],
    &["Terwujudnya penggunaan anggaran {t} yang efektif dan akuntabel"],
]);
pub(super) const RHK_ADMINISTRATOR: RhkTexts = RhkTexts([
    &["Terlaksananya program {t} sesuai rencana kerja"],
    &["Tersedianya kebijakan teknis {t} yang mutakhir"],
    &["Terkendalinya penggunaan anggaran program {t}"],
]);
pub(super) const RHK_PENGAWAS: RhkTexts = RhkTexts([
    &["Terlaksananya kegiatan {t} sesuai jadwal"],
    &["Terselesaikannya pedoman dan evaluasi {t}"],
    &["Terkendalinya belanja kegiatan {t}"],
]);
pub(super) const RHK_FUNGSIONAL: RhkTexts = RhkTexts([
    &[
        "Tersusunnya analisis {t}",
        "Terfasilitasinya pendampingan {t}",
        "Terselesaikannya telaah teknis {t}",
    ],
    &[
        "Tersusunnya rekomendasi perbaikan {t}",
        "Termutakhirkannya standar operasional {t}",
    ],
    &[
        "Tersusunnya dokumen perencanaan dan pertanggungjawaban {t}",
        "Terverifikasinya dokumen belanja {t}",
    ],
]);
pub(super) const RHK_PELAKSANA: RhkTexts = RhkTexts([
    &[
        "Terlayaninya permohonan {t}",
        "Terolahnya data {t}",
        "Tersiapkannya bahan {t}",
    ],
    &["Terarsipkannya dokumen {t}", "Termutakhirkannya basis data {t}"],
    &["Terkelolanya bukti belanja {t}", "Tersusunnya laporan pertanggungjawaban {t}"],
]);
/// Kinerja tambahan.
pub(super) const RHK_TAMBAHAN: &[&str] = &[
    "Menjadi anggota tim reformasi birokrasi",
    "Menjadi anggota panitia hari jadi daerah",
    "Menjadi anggota tim percepatan penurunan stunting",
    "Menjadi pengelola media sosial perangkat daerah",
    "Menjadi anggota tim penyusun laporan kinerja",
];

/// Units of counted work, with the word of the indicator.
pub(super) const PRODUK: &[(&str, &str)] = &[
    ("Jumlah dokumen {t} yang diselesaikan", "dokumen"),
    ("Jumlah laporan {t} yang disampaikan", "laporan"),
    ("Jumlah layanan {t} yang diberikan", "layanan"),
    ("Jumlah kegiatan {t} yang dilaksanakan", "kegiatan"),
    ("Jumlah berkas {t} yang diproses", "berkas"),
];
pub(super) const MUTU: &[&str] = &[
    "Persentase {t} yang sesuai standar",
    "Persentase kepuasan pengguna {t}",
    "Persentase {t} yang tanpa perbaikan ulang",
];
pub(super) const WAKTU: &[(&str, &str)] = &[
    ("Rata-rata waktu penyelesaian {t}", "hari"),
    ("Jangka waktu pelaksanaan {t}", "bulan"),
    ("Lama tanggapan atas permohonan {t}", "jam"),
];
pub(super) const BIAYA: &str = "Biaya pelaksanaan {t}";
pub(super) const SERAPAN: &str = "Persentase penyerapan anggaran {t}";

pub(super) const BUKTI: &[&str] = &[
    "laporan bulanan",
    "nota dinas",
    "berita acara",
    "tautan arsip elektronik",
    "laporan kinerja",
    "tangkapan layar aplikasi",
    "daftar hadir dan notula",
    "surat keluar",
];

pub(super) const IDE: &[&str] = &[
    "aplikasi antrean daring",
    "klinik konsultasi keliling",
    "dasbor pemantauan harian",
    "format laporan satu halaman",
    "arsip digital terpadu",
    "layanan jemput bola",
];

/// `{t}` replaced by the topic.
pub(super) fn fill(text: &str, topic: &str) -> String {
    text.replace("{t}", topic)
}
