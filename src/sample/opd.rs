//! The kinds of perangkat daerah of the fictitious instansi, with their bidang and seksi.

/// A kind of perangkat daerah.
pub(super) struct Opd {
    pub(super) nama: &'static str,
    /// What its head works for: the `{t}` of the head's RHK.
    pub(super) topics: &'static str,
    /// Degrees common in it (sarjana, magister).
    pub(super) degrees: (&'static str, &'static str),
    /// A jabatan fungsional ahli and a jabatan fungsional keterampilan.
    pub(super) jf: (&'static str, &'static str),
    pub(super) bidang: [Bidang; 5],
}

/// An administrator's part of a perangkat daerah.
pub(super) struct Bidang {
    pub(super) nama: &'static str,
    pub(super) topics: &'static str,
    pub(super) seksi: [Seksi; 2],
}

/// A pengawas' part of a bidang.
pub(super) struct Seksi {
    pub(super) nama: &'static str,
    pub(super) topics: &'static str,
}

const fn bidang(
    nama: &'static str,
    topics: &'static str,
    a: (&'static str, &'static str),
    b: (&'static str, &'static str),
) -> Bidang {
    Bidang {
        nama,
        topics,
        seksi: [Seksi { nama: a.0, topics: a.1 }, Seksi { nama: b.0, topics: b.1 }],
    }
}

const SEKRETARIAT: Bidang = bidang(
    "Sekretariat",
    "kesekretariatan",
    ("Subbagian Umum dan Kepegawaian", "administrasi umum dan kepegawaian"),
    ("Subbagian Perencanaan dan Keuangan", "perencanaan dan keuangan"),
);

/// The kinds; the first, the secretariat of the region, is where the head of all heads sits.
pub(super) const OPD: &[Opd] = &[
    Opd {
        nama: "Sekretariat Daerah",
        topics: "penyelenggaraan pemerintahan daerah",
        degrees: ("S.IP.", "M.Si."),
        jf: ("Analis Kebijakan", "Arsiparis"),
        bidang: [
            bidang(
                "Bagian Umum",
                "layanan umum pimpinan",
                ("Subbagian Tata Usaha", "tata usaha pimpinan"),
                ("Subbagian Rumah Tangga", "rumah tangga sekretariat"),
            ),
            bidang(
                "Bagian Hukum",
                "produk hukum daerah",
                ("Subbagian Perundang-undangan", "rancangan produk hukum"),
                ("Subbagian Bantuan Hukum", "bantuan hukum"),
            ),
            bidang(
                "Bagian Organisasi",
                "kelembagaan dan reformasi birokrasi",
                ("Subbagian Kelembagaan", "analisis jabatan"),
                ("Subbagian Pelayanan Publik", "pembinaan pelayanan publik"),
            ),
            bidang(
                "Bagian Pemerintahan",
                "tata pemerintahan",
                ("Subbagian Otonomi Daerah", "laporan penyelenggaraan pemerintahan"),
                ("Subbagian Kerja Sama", "kerja sama daerah"),
            ),
            bidang(
                "Bagian Pengadaan",
                "pengadaan barang dan jasa",
                ("Subbagian Layanan Pengadaan", "pemilihan penyedia"),
                ("Subbagian Pembinaan Pengadaan", "pembinaan pelaku pengadaan"),
            ),
        ],
    },
    Opd {
        nama: "Dinas Pendidikan",
        topics: "pendidikan dasar dan anak usia dini",
        degrees: ("S.Pd.", "M.Pd."),
        jf: ("Pengembang Teknologi Pembelajaran", "Arsiparis"),
        bidang: [
            SEKRETARIAT,
            bidang(
                "Bidang Pembinaan PAUD",
                "pendidikan anak usia dini",
                ("Seksi Kurikulum PAUD", "kurikulum PAUD"),
                ("Seksi Kelembagaan PAUD", "perizinan satuan PAUD"),
            ),
            bidang(
                "Bidang Pembinaan SD",
                "pendidikan sekolah dasar",
                ("Seksi Kurikulum SD", "penilaian hasil belajar SD"),
                ("Seksi Sarana SD", "rehabilitasi ruang kelas SD"),
            ),
            bidang(
                "Bidang Pembinaan SMP",
                "pendidikan sekolah menengah pertama",
                ("Seksi Kurikulum SMP", "penilaian hasil belajar SMP"),
                ("Seksi Peserta Didik SMP", "penerimaan murid baru"),
            ),
            bidang(
                "Bidang Pembinaan Ketenagaan",
                "pembinaan guru dan tenaga kependidikan",
                ("Seksi Tenaga PAUD dan SD", "pemetaan guru SD"),
                ("Seksi Tenaga SMP", "pengembangan kompetensi guru SMP"),
            ),
        ],
    },
    Opd {
        nama: "Dinas Kesehatan",
        topics: "kesehatan masyarakat",
        degrees: ("S.K.M.", "M.Kes."),
        jf: ("Epidemiolog Kesehatan", "Sanitarian"),
        bidang: [
            SEKRETARIAT,
            bidang(
                "Bidang Kesehatan Masyarakat",
                "promosi kesehatan",
                ("Seksi Gizi", "penanganan stunting"),
                ("Seksi Promosi Kesehatan", "penyuluhan kesehatan"),
            ),
            bidang(
                "Bidang Pengendalian Penyakit",
                "pengendalian penyakit",
                ("Seksi Surveilans", "surveilans dan imunisasi"),
                ("Seksi Penyakit Menular", "penemuan kasus tuberkulosis"),
            ),
            bidang(
                "Bidang Pelayanan Kesehatan",
                "pelayanan kesehatan dasar",
                ("Seksi Pelayanan Primer", "akreditasi puskesmas"),
                ("Seksi Rujukan", "rujukan berjenjang"),
            ),
            bidang(
                "Bidang Sumber Daya Kesehatan",
                "sumber daya kesehatan",
                ("Seksi Kefarmasian", "ketersediaan obat esensial"),
                ("Seksi Tenaga Kesehatan", "izin praktik tenaga kesehatan"),
            ),
        ],
    },
    Opd {
        nama: "Dinas Pekerjaan Umum dan Penataan Ruang",
        topics: "infrastruktur dan penataan ruang",
        degrees: ("S.T.", "M.T."),
        jf: ("Teknik Jalan dan Jembatan", "Teknik Pengairan"),
        bidang: [
            SEKRETARIAT,
            bidang(
                "Bidang Bina Marga",
                "jalan dan jembatan kabupaten",
                ("Seksi Pembangunan Jalan", "pembangunan jalan"),
                ("Seksi Pemeliharaan Jalan", "pemeliharaan rutin jalan"),
            ),
            bidang(
                "Bidang Sumber Daya Air",
                "irigasi dan sungai",
                ("Seksi Irigasi", "rehabilitasi jaringan irigasi"),
                ("Seksi Sungai", "pengendalian banjir"),
            ),
            bidang(
                "Bidang Cipta Karya",
                "air minum dan sanitasi",
                ("Seksi Air Minum", "sambungan air minum"),
                ("Seksi Sanitasi", "sanitasi permukiman"),
            ),
            bidang(
                "Bidang Tata Ruang",
                "rencana tata ruang",
                ("Seksi Perencanaan Ruang", "rencana detail tata ruang"),
                ("Seksi Pengendalian Ruang", "kesesuaian pemanfaatan ruang"),
            ),
        ],
    },
    Opd {
        nama: "Dinas Perhubungan",
        topics: "perhubungan dan keselamatan jalan",
        degrees: ("S.SiT.", "M.M."),
        jf: ("Analis Transportasi", "Penguji Kendaraan Bermotor"),
        bidang: [
            SEKRETARIAT,
            bidang(
                "Bidang Lalu Lintas",
                "manajemen lalu lintas",
                ("Seksi Rekayasa Lalu Lintas", "rekayasa lalu lintas"),
                ("Seksi Pengendalian Lalu Lintas", "penertiban lalu lintas"),
            ),
            bidang(
                "Bidang Angkutan",
                "angkutan umum",
                ("Seksi Angkutan Orang", "trayek angkutan orang"),
                ("Seksi Angkutan Barang", "pengawasan angkutan barang"),
            ),
            bidang(
                "Bidang Prasarana",
                "prasarana perhubungan",
                ("Seksi Terminal", "pelayanan terminal"),
                ("Seksi Perparkiran", "pengelolaan parkir"),
            ),
            bidang(
                "Bidang Keselamatan",
                "keselamatan lalu lintas",
                ("Seksi Promosi Keselamatan", "kampanye keselamatan"),
                ("Seksi Pengujian Kendaraan", "uji berkala kendaraan"),
            ),
        ],
    },
    Opd {
        nama: "Dinas Sosial",
        topics: "kesejahteraan sosial",
        degrees: ("S.Sos.", "M.Si."),
        jf: ("Pekerja Sosial", "Penyuluh Sosial"),
        bidang: [
            SEKRETARIAT,
            bidang(
                "Bidang Rehabilitasi Sosial",
                "rehabilitasi sosial",
                ("Seksi Rehabilitasi Anak", "rehabilitasi anak telantar"),
                ("Seksi Rehabilitasi Lansia", "pelayanan lanjut usia"),
            ),
            bidang(
                "Bidang Perlindungan Sosial",
                "perlindungan sosial",
                ("Seksi Korban Bencana", "bantuan korban bencana"),
                ("Seksi Jaminan Sosial", "penerima bantuan iuran"),
            ),
            bidang(
                "Bidang Pemberdayaan Sosial",
                "pemberdayaan sosial",
                ("Seksi Kelembagaan Sosial", "pembinaan lembaga sosial"),
                ("Seksi Kepahlawanan", "pelestarian nilai kepahlawanan"),
            ),
            bidang(
                "Bidang Penanganan Fakir Miskin",
                "penanganan fakir miskin",
                ("Seksi Data Kemiskinan", "verifikasi data terpadu"),
                ("Seksi Bantuan Pangan", "penyaluran bantuan pangan"),
            ),
        ],
    },
    Opd {
        nama: "Dinas Kependudukan dan Pencatatan Sipil",
        topics: "administrasi kependudukan",
        degrees: ("S.Sos.", "M.A.P."),
        jf: ("Administrator Database Kependudukan", "Operator Sistem Informasi"),
        bidang: [
            SEKRETARIAT,
            bidang(
                "Bidang Pendaftaran Penduduk",
                "pendaftaran penduduk",
                ("Seksi Identitas Penduduk", "perekaman KTP elektronik"),
                ("Seksi Pindah Datang", "layanan pindah datang"),
            ),
            bidang(
                "Bidang Pencatatan Sipil",
                "pencatatan sipil",
                ("Seksi Kelahiran", "akta kelahiran"),
                ("Seksi Perkawinan", "akta perkawinan"),
            ),
            bidang(
                "Bidang Informasi Kependudukan",
                "informasi kependudukan",
                ("Seksi Sistem Informasi", "pemeliharaan sistem kependudukan"),
                ("Seksi Pengolahan Data", "pengolahan data penduduk"),
            ),
            bidang(
                "Bidang Pemanfaatan Data",
                "pemanfaatan data kependudukan",
                ("Seksi Kerja Sama Data", "kerja sama pemanfaatan data"),
                ("Seksi Inovasi Layanan", "inovasi layanan kependudukan"),
            ),
        ],
    },
    Opd {
        nama: "Badan Kepegawaian dan Pengembangan SDM",
        topics: "manajemen aparatur",
        degrees: ("S.Psi.", "M.AP."),
        jf: ("Analis SDM Aparatur", "Pranata SDM Aparatur"),
        bidang: [
            SEKRETARIAT,
            bidang(
                "Bidang Mutasi dan Promosi",
                "mutasi dan promosi",
                ("Subbidang Mutasi", "usul mutasi pegawai"),
                ("Subbidang Kepangkatan", "kenaikan pangkat"),
            ),
            bidang(
                "Bidang Pengadaan dan Informasi",
                "pengadaan pegawai",
                ("Subbidang Formasi", "formasi aparatur"),
                ("Subbidang Data Pegawai", "data pegawai"),
            ),
            bidang(
                "Bidang Penilaian Kinerja",
                "penilaian kinerja aparatur",
                ("Subbidang Kinerja", "penilaian SKP"),
                ("Subbidang Disiplin", "penegakan disiplin"),
            ),
            bidang(
                "Bidang Pengembangan Kompetensi",
                "pengembangan kompetensi",
                ("Subbidang Diklat Teknis", "pelatihan teknis"),
                ("Subbidang Diklat Manajerial", "pelatihan kepemimpinan"),
            ),
        ],
    },
    Opd {
        nama: "Badan Perencanaan Pembangunan Daerah",
        topics: "perencanaan pembangunan daerah",
        degrees: ("S.P.", "M.P.W.K."),
        jf: ("Perencana", "Pranata Komputer"),
        bidang: [
            SEKRETARIAT,
            bidang(
                "Bidang Perencanaan Makro",
                "perencanaan makro",
                ("Subbidang Analisis Makro", "analisis ekonomi daerah"),
                ("Subbidang Pengendalian", "evaluasi rencana pembangunan"),
            ),
            bidang(
                "Bidang Pemerintahan dan Manusia",
                "pembangunan manusia",
                ("Subbidang Pembangunan Manusia", "indeks pembangunan manusia"),
                ("Subbidang Pemerintahan", "sinkronisasi program pemerintahan"),
            ),
            bidang(
                "Bidang Ekonomi dan Alam",
                "perencanaan ekonomi",
                ("Subbidang Perekonomian", "perencanaan sektor ekonomi"),
                ("Subbidang Sumber Daya Alam", "perencanaan lingkungan"),
            ),
            bidang(
                "Bidang Infrastruktur",
                "perencanaan infrastruktur",
                ("Subbidang Prasarana", "perencanaan prasarana"),
                ("Subbidang Kewilayahan", "perencanaan kewilayahan"),
            ),
        ],
    },
    Opd {
        nama: "Badan Pendapatan Daerah",
        topics: "pendapatan asli daerah",
        degrees: ("S.E.", "M.Ak."),
        jf: ("Pemeriksa Pajak Daerah", "Penilai Pajak Daerah"),
        bidang: [
            SEKRETARIAT,
            bidang(
                "Bidang Pendataan",
                "pendataan wajib pajak",
                ("Subbidang Pendaftaran", "pendaftaran wajib pajak"),
                ("Subbidang Penilaian", "penilaian objek pajak"),
            ),
            bidang(
                "Bidang Penagihan",
                "penagihan pajak daerah",
                ("Subbidang Penagihan", "penagihan piutang pajak"),
                ("Subbidang Keberatan", "penyelesaian keberatan pajak"),
            ),
            bidang(
                "Bidang Pajak Bumi",
                "pajak bumi dan bangunan",
                ("Subbidang Penetapan", "penetapan pajak"),
                ("Subbidang Peta Pajak", "pemutakhiran peta pajak"),
            ),
            bidang(
                "Bidang Pengendalian",
                "pengendalian pendapatan",
                ("Subbidang Pengawasan", "pengawasan pendapatan"),
                ("Subbidang Pelaporan", "pelaporan pendapatan"),
            ),
        ],
    },
    Opd {
        nama: "Dinas Pertanian",
        topics: "ketahanan dan produksi pertanian",
        degrees: ("S.P.", "M.P."),
        jf: ("Penyuluh Pertanian", "Pengawas Benih Tanaman"),
        bidang: [
            SEKRETARIAT,
            bidang(
                "Bidang Tanaman Pangan",
                "produksi tanaman pangan",
                ("Seksi Padi dan Palawija", "produksi padi"),
                ("Seksi Perbenihan", "penyediaan benih unggul"),
            ),
            bidang(
                "Bidang Hortikultura",
                "produksi hortikultura",
                ("Seksi Sayuran dan Buah", "budi daya sayuran"),
                ("Seksi Perlindungan Tanaman", "pengendalian hama"),
            ),
            bidang(
                "Bidang Peternakan",
                "kesehatan hewan ternak",
                ("Seksi Kesehatan Hewan", "vaksinasi ternak"),
                ("Seksi Produksi Ternak", "inseminasi buatan"),
            ),
            bidang(
                "Bidang Penyuluhan",
                "penyuluhan pertanian",
                ("Seksi Kelembagaan Tani", "pembinaan kelompok tani"),
                ("Seksi Sarana Tani", "penyaluran pupuk bersubsidi"),
            ),
        ],
    },
    Opd {
        nama: "Dinas Komunikasi dan Informatika",
        topics: "pemerintahan berbasis elektronik",
        degrees: ("S.Kom.", "M.Kom."),
        jf: ("Pranata Komputer", "Pranata Hubungan Masyarakat"),
        bidang: [
            SEKRETARIAT,
            bidang(
                "Bidang Informasi Publik",
                "informasi publik",
                ("Seksi Pengelolaan Informasi", "permohonan informasi publik"),
                ("Seksi Kemitraan Media", "publikasi media"),
            ),
            bidang(
                "Bidang Aplikasi Informatika",
                "aplikasi pemerintah",
                ("Seksi Pengembangan Aplikasi", "pengembangan aplikasi"),
                ("Seksi Tata Kelola Elektronik", "indeks SPBE"),
            ),
            bidang(
                "Bidang Infrastruktur Digital",
                "jaringan intra pemerintah",
                ("Seksi Jaringan", "pemeliharaan jaringan"),
                ("Seksi Pusat Data", "layanan pusat data"),
            ),
            bidang(
                "Bidang Statistik dan Persandian",
                "statistik sektoral",
                ("Seksi Statistik", "penyediaan statistik sektoral"),
                ("Seksi Persandian", "keamanan informasi"),
            ),
        ],
    },
];
