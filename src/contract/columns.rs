//! What a column means and by which names offices write it: one list for every kind of table and
//! for the labels of forms (`masukan.md` sections 1, 2b.1 and 3).
//!
//! A [`Key`] is a meaning. Its names are compared *folded* ([`crate::base::text::fold`]): letter
//! case, blanks, punctuation, underscores and camelCase do not count. Where two columns of a table
//! have one meaning, the better name wins without a word:
//!
//! * `best`: said of exactly this (`skp_unor` beside `unit`),
//! * `names`: the usual ones,
//! * `weak`: also used for something else; the earlier in the list the better,
//! * `last`: only where nothing else has the meaning,
//! * `begins`: how long official headings begin; the longest one counts.

/// How well a heading names a meaning; less is better.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Rank {
    /// Said of exactly this.
    Best,
    /// A usual name.
    Usual,
    /// The beginning of a long official heading.
    Begins,
    /// Also used for something else; the place in the list.
    Weak(u8),
    /// Only where nothing else has the meaning; the place in the list.
    Last(u8),
}

impl Rank {
    /// Without the place in its list.
    #[must_use]
    pub const fn class(self) -> u8 {
        match self {
            Self::Best => 0,
            Self::Usual => 1,
            Self::Begins => 2,
            Self::Weak(_) => 3,
            Self::Last(_) => 4,
        }
    }
}

/// What a cell says of a person, which `--samarkan` hides.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Personal {
    /// Names.
    Name,
    /// A number by which the person is known.
    Number,
}

impl Key {
    /// What its cells say of a person: hidden by `--samarkan` in the sheets of the input, too. A new column that
    /// names, numbers or reaches somebody belongs here.
    #[must_use]
    pub const fn personal(self) -> Option<Personal> {
        match self {
            Self::Nama | Self::NamaNip | Self::NamaAtasan => Some(Personal::Name),
            Self::Nip | Self::BukanNip | Self::NipAtasan | Self::NipPimpinan | Self::NipPemberiTugas | Self::NipPenilai => {
                Some(Personal::Number)
            }
            _ => None,
        }
    }
}

/// Words of headings over the names of people, where nobody knows the column …
const OF_A_NAME: &[&str] = &["anak", "ayah", "ibu", "isteri", "istri", "nama", "pasangan", "suami"];
/// … unless it is the name of a thing.
const OF_A_THING: &[&str] = &[
    "aspek",
    "barang",
    "berkas",
    "daerah",
    "dinas",
    "diklat",
    "dokumen",
    "indikator",
    "instansi",
    "jabatan",
    "kabupaten",
    "kegiatan",
    "kelompok",
    "kolom",
    "kota",
    "lembaga",
    "lembar",
    "opd",
    "pelatihan",
    "pendidikan",
    "perangkat",
    "program",
    "proyek",
    "rhk",
    "sasaran",
    "satker",
    "satuan",
    "sekolah",
    "skpd",
    "tabel",
    "unit",
    "universitas",
    "unor",
];

/// What the cells of a column say of a person whose heading means nothing else to us: "Nama Ibu Kandung".
#[must_use]
pub fn personal_heading(heading: &str) -> Option<Personal> {
    let words = crate::base::text::fold_heading(heading);
    let has = |list: &[&str]| words.split(' ').any(|w| list.contains(&w));
    (has(OF_A_NAME) && !has(OF_A_THING)).then_some(Personal::Name)
}

impl Key {
    /// Says where somebody works and under whom, whatever the row is about.
    #[must_use]
    pub const fn is_of_post(self) -> bool {
        matches!(
            self,
            Self::Jabatan | Self::JenisJabatan | Self::UnitKerja | Self::UnitInduk | Self::NipAtasan | Self::NamaAtasan
        )
    }
}

/// The names of a meaning.
#[derive(Debug)]
pub struct Names {
    /// Said of exactly this.
    pub best: &'static [&'static str],
    /// The usual ones.
    pub names: &'static [&'static str],
    /// Also used for something else.
    pub weak: &'static [&'static str],
    /// Only where nothing else has the meaning.
    pub last: &'static [&'static str],
    /// How long official headings begin.
    pub begins: &'static [&'static str],
}

const NONE: Names = Names {
    best: &[],
    names: &[],
    weak: &[],
    last: &[],
    begins: &[],
};

macro_rules! keys {
    ($($(#[$doc:meta])* $key:ident = $name:literal { $($rank:ident: [$($alias:literal),* $(,)?]),* $(,)? })+) => {
        /// What a column means. Its name is the canonical one of the contract.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Key { $($(#[$doc])* $key,)+ }

        crate::base::ids::ordinal!(Key);

        impl Key {
            /// All of them.
            pub const ALL: &'static [Self] = &[$(Self::$key),+];

            /// The canonical name (`nip_atasan`).
            #[must_use]
            pub const fn name(self) -> &'static str {
                match self { $(Self::$key => $name,)+ }
            }

            /// The meaning with this canonical name.
            #[must_use]
            pub fn named(name: &str) -> Option<Self> {
                Self::ALL.iter().copied().find(|k| k.name() == name)
            }


            /// Other names.
            #[must_use]
            pub const fn names(self) -> &'static Names {
                match self {
                    $(Self::$key => const { &Names { $($rank: &[$($alias),*],)* ..NONE } },)+
                }
            }
        }
    };
}

keys! {
    /// The running number of a row.
    No = "no" { names: ["nomor", "no urut", "nomor urut", "nr", "num"] }
    /// NIP or NI PPPK of the person the row is about.
    Nip = "nip" {
        best: ["nip baru", "nip 18 digit", "nip 18 angka", "nip (18 digit)"],
        names: [
            "nip pegawai", "pegawai nip", "nip asn", "nip pns", "nip/ni pppk", "nip/nippk", "nip/nipppk", "nip/nip pppk",
            "nip/ni p3k", "ni pppk", "nip pppk", "nipppk", "nippppk", "nippk", "ni p3k", "nip p3k", "nomor induk pegawai",
            "no induk pegawai", "nomor induk pegawai negeri sipil", "nomor induk pppk", "nip/nrp", "nip/nrk", "nip/nik",
            "nrp/nip", "nrk/nip", "nik/nip", "ni pppk/nip", "nip nrp nik", "nip/nrp/nik", "nip yang dinilai", "nip pegawai yang dinilai", "pegawai yang dinilai nip",
            "nip baru pegawai", "nip nomor induk pegawai",
        ],
        weak: [
            "nomor induk", "no induk", "nomor pegawai", "no pegawai", "id pegawai", "nip lama nip baru", "nip lama dan nip baru",
            "nip lama baru", "nip lama dan baru", "nip baru nip lama", "nip baru lama",
        ],
        last: ["id"],
    }
    /// Numbers of a person that are no NIP: the old NIP, Karpeg, NIK, a number of BKN's own.
    BukanNip = "bukan_nip" {
        names: [
            "nip lama", "nip (lama)", "nip 9 digit", "karpeg", "no karpeg", "nomor karpeg", "nomor seri karpeg", "kartu pegawai",
            "no kartu pegawai", "nik", "no ktp", "nomor induk kependudukan", "npwp", "pns id", "id pns", "pns dinilai id",
            "uuid",
        ],
    }
    /// Name of the person.
    Nama = "nama" {
        names: [
            "nama pegawai", "nama lengkap", "nama asn", "nama pns", "nama pppk", "nama pegawai yang dinilai", "pegawai nama",
            "nama lengkap pegawai", "nama dan gelar", "nama lengkap dan gelar", "nama dengan gelar", "nama gelar",
            "nama pegawai negeri sipil",
        ],
        weak: ["pegawai yang dinilai", "pegawai", "asn"],
    }
    /// Name and NIP in one cell.
    NamaNip = "nama_nip" {
        names: [
            "nama nip", "nama pegawai nip", "nip nama", "nama dan nip", "nip dan nama", "nama nip pegawai", "nip nama pegawai",
            "nama lengkap nip", "nama pegawai dan nip", "nama nip/ni pppk", "nama pegawai nip/ni pppk", "nama nipppk",
            "nama nip ni pppk", "nama asn nip", "nama gelar nip", "pegawai nama nip", "nama/nip baru", "nama lengkap dan nip",
        ],
        begins: ["nama/nip/", "nama pegawai/nip/", "nama, nip,"],
    }
    /// Post.
    Jabatan = "jabatan" {
        best: ["skp jabatan"],
        names: ["nama jabatan", "jabatan pegawai", "jabatan terakhir", "jabatan saat ini", "jabatan nama"],
        weak: ["posisi"],
    }
    /// Kind of post.
    JenisJabatan = "jenis_jabatan" {
        best: ["skp jenis jabatan", "jenis jabatan skp"],
        names: ["jenis jab", "kelompok jabatan", "tipe jabatan", "kategori jabatan", "jabatan jenis"],
        weak: ["eselon"],
    }
    /// Unit kerja.
    UnitKerja = "unit_kerja" {
        best: ["skp unor"],
        names: ["unor", "unit organisasi", "nama unit kerja", "nama unor", "unor nama", "unit kerja pegawai"],
        weak: [
            "unit", "nama unit", "sekolah", "nama sekolah", "unit tugas", "tempat tugas", "bidang", "bagian", "satuan kerja", "satker",
            "nama satuan kerja",
        ],
        last: [
            "opd", "skpd", "perangkat daerah", "organisasi perangkat daerah", "satuan kerja perangkat daerah", "nama opd", "nama skpd",
            "nama perangkat daerah", "dinas", "lokasi kerja", "lokasi tugas", "tempat bertugas", "organisasi", "nama organisasi", "instansi",
            "instansi nama", "nama instansi", "instansi kerja",
        ],
    }
    /// The unit above.
    UnitInduk = "unit_induk" {
        best: ["skp unor induk"],
        names: ["unor induk", "unit kerja induk", "unor induk nama", "nama unor induk", "nama unit induk"],
        weak: ["induk"],
        last: ["opd", "skpd", "perangkat daerah", "satuan kerja", "satker", "instansi"],
    }
    /// NIP of the atasan langsung or pejabat penilai.
    NipAtasan = "nip_atasan" {
        names: [
            "nip penilai", "nip pejabat penilai", "nip pejabat penilai kinerja", "nip atasan langsung", "pegawai atasan nip",
            "atasan nip", "nip pimpinan langsung", "nip/nrp penilai", "penilai nip/nrp", "penilai nip", "pejabat penilai nip",
            "pejabat penilai kinerja nip", "atasan langsung nip",
        ],
    }
    /// Name of the atasan.
    NamaAtasan = "nama_atasan" {
        names: [
            "pegawai atasan nama", "atasan nama", "nama penilai", "nama pejabat penilai", "nama pejabat penilai kinerja",
            "nama atasan langsung", "penilai nama", "pejabat penilai nama", "pejabat penilai kinerja nama", "atasan langsung nama",
        ],
        weak: ["pejabat penilai kinerja", "pejabat penilai", "atasan langsung"],
    }
    /// Post of the atasan.
    JabatanAtasan = "jabatan_atasan" {
        names: [
            "pegawai atasan jabatan", "atasan jabatan", "jabatan penilai", "jabatan pejabat penilai", "jabatan atasan langsung",
            "penilai jabatan", "penilai jabatan nm", "penilai jabatan nama", "pejabat penilai jabatan",
            "jabatan pejabat penilai kinerja",
        ],
    }
    /// Unit of the atasan.
    UnitAtasan = "unit_atasan" {
        names: [
            "pegawai atasan unor", "skp unor atasan", "unor atasan", "unit kerja atasan", "unit kerja penilai", "penilai unor nm",
            "unit kerja pejabat penilai",
        ],
    }
    /// PNS, PPPK …
    JenisPegawai = "jenis_pegawai" {
        names: ["jenis asn", "status kepegawaian", "pns/pppk", "jenis kepegawaian", "status asn", "kategori pegawai"],
    }
    /// Golongan ruang.
    Golongan = "golongan" {
        names: [
            "gol", "golru", "gol ruang", "golongan ruang", "pangkat/gol ruang", "pangkat gol", "pangkat golongan",
            "pangkat golongan ruang", "gol terakhir", "golongan terakhir", "golongan pppk", "pangkat dan golongan ruang",
        ],
        weak: ["pangkat"],
    }
    /// Jenjang of a JF.
    Jenjang = "jenjang" { names: ["jenjang jabatan", "jenjang jf", "jenjang fungsional", "jenjang jabatan fungsional"] }
    /// First day in the post; in an skp row a day of the post the RHK belongs to.
    Mulai = "mulai" {
        names: ["tmt jabatan", "tanggal mulai", "tgl mulai", "mulai menjabat", "mulai jabatan", "tmt jabatan terakhir"],
        weak: ["tmt"],
    }
    /// Last day in the post.
    Selesai = "selesai" { names: ["tanggal selesai", "tgl selesai", "akhir menjabat", "selesai menjabat"], weak: ["sampai"] }
    /// Plt, Plh or Pjb.
    Plt = "plt" {
        best: ["is skp plt plh pjb", "is skp plt plh"],
        names: [
            "plt plh", "plt/plh/pjb", "is plt", "is plt plh", "is plt plh pjb", "pelaksana tugas", "plt plh pjb",
        ],
    }
    /// A JF who leads.
    Kepemimpinan = "kepemimpinan" { names: ["memimpin"] }
    /// Ide baru set by the pimpinan unit.
    IdeBaru = "ide_baru" { names: ["ide baru inovasi"] }
    /// The atasan's recommendation of it.
    RekomendasiIde = "rekomendasi_ide" { names: ["rekomendasi ide baru", "rekomendasi atasan"] }
    /// Standing of the person.
    Status = "status" {
        names: [
            "status pegawai", "kedudukan", "kedudukan hukum", "status aktif", "kedudukan pegawai", "status keaktifan", "keaktifan",
            "status kedudukan", "status kedudukan hukum",
        ],
    }
    /// How tugas belajar ended.
    Studi = "studi" { names: ["status studi", "hasil studi", "studi tugas belajar", "status tugas belajar"] }
    /// Indeks prestasi kumulatif.
    Ipk = "ipk" { names: ["indeks prestasi kumulatif", "nilai ipk", "ip kumulatif"] }
    /// Akreditasi of the programme.
    Akreditasi = "akreditasi" { names: ["akreditasi prodi", "akreditasi program studi", "akreditasi perguruan tinggi"] }
    /// Level of the study.
    JenjangStudi = "jenjang_studi" { names: ["jenjang tugas belajar", "jenjang program studi", "strata studi"] }
    /// Nilai kinerja set from other material.
    NilaiDitetapkan = "nilai_ditetapkan" { names: ["nilai kinerja ditetapkan", "nilai yang ditetapkan"] }
    /// Where that comes from.
    SumberNilai = "sumber_nilai" { names: ["sumber nilai ditetapkan", "dasar nilai ditetapkan"] }
    /// NIP of the head of a unit.
    NipPimpinan = "nip_pimpinan" {
        names: ["nip pimpinan unit", "nip kepala", "nip kepala unit", "pimpinan nip", "nip pimpinan unit kerja", "nip kepala opd"],
    }
    /// Predikat kinerja organisasi.
    PredikatOrganisasi = "predikat_organisasi" {
        names: [
            "predikat kinerja organisasi", "predikat unit", "predikat unit kerja", "capaian kinerja organisasi",
            "kinerja organisasi", "predikat kinerja unit", "predikat kinerja unit kerja", "predikat opd", "predikat skpd",
            "predikat kinerja opd",
        ],
    }
    /// Capaian kinerja organisasi as a figure, from which an agency's thresholds give the predikat.
    CapaianOrganisasi = "capaian_organisasi" {
        names: ["nilai kinerja organisasi", "nilai capaian organisasi", "nilai capaian kinerja organisasi", "nko"],
    }
    /// The year the predikat organisasi is of, where it is not the assessed one.
    TahunPredikat = "tahun_predikat" { names: ["tahun predikat organisasi", "tahun kinerja organisasi"] }
    /// Code of a sasaran.
    Kode = "kode" { names: ["kode sasaran", "id sasaran", "no sasaran"] }
    /// Sasaran of a unit.
    Sasaran = "sasaran" {
        names: [
            "sasaran strategis", "sasaran kegiatan", "sasaran program", "sasaran kinerja", "uraian sasaran", "sasaran unit",
            "sasaran strategis/program", "sasaran strategis/sasaran program", "kinerja utama", "sasaran strategis/kinerja utama",
        ],
        begins: ["sasaran strategis", "sasaran program", "sasaran kegiatan"],
    }
    /// Indicator.
    Indikator = "indikator" {
        names: [
            "indikator kinerja", "indikator kinerja individu", "iki", "uraian indikator", "ukuran keberhasilan",
            "ukuran keberhasilan indikator kinerja individu", "ukuran keberhasilan indikator kinerja individu dan target",
            "indikator kinerja utama", "iku", "indikator kinerja sasaran", "indikator kinerja kegiatan", "indikator kinerja program",
        ],
        begins: ["indikator kinerja individu", "ukuran keberhasilan"],
    }
    /// Target.
    Target = "target" {
        names: ["target kinerja", "target tahunan", "target angka", "target output", "target/ sesuai ekspektasi"],
        begins: ["target/ sesuai", "target sesuai"],
    }
    /// Unit of the target.
    Satuan = "satuan" { names: ["satuan target", "target satuan", "satuan output", "unit satuan", "satuan ukuran"] }
    /// Code of the RHK.
    KodeRhk = "kode_rhk" {
        names: ["kode rencana hasil kerja", "id rhk", "kode rencana kinerja", "no rhk", "nomor rhk", "kd rhk"],
        weak: ["kode", "kd"],
    }
    /// Utama or tambahan.
    Jenis = "jenis" {
        names: ["jenis rhk", "jenis kinerja", "utama/tambahan", "jenis hasil kerja", "jenis rencana hasil kerja", "kategori rhk"],
    }
    /// Text of the RHK.
    Rhk = "rhk" {
        names: [
            "rencana hasil kerja", "uraian rhk", "teks rhk", "rencana kinerja", "rencana hasil kerja individu",
            "uraian rencana hasil kerja", "rencana hasil kerja pegawai", "rencana hasil kerja (rhk)",
            "rencana hasil kerja bawahan", "rencana hasil kerja ukuran keberhasilan indikator kinerja individu dan target",
        ],
        begins: ["rencana hasil kerja", "rencana kinerja"],
    }
    /// The intervened RHK of the atasan: its code, or in official layouts its text.
    KodeRhkAtasan = "kode_rhk_atasan" {
        names: [
            "kode rhk atasan langsung", "kode rhk pimpinan", "kode rhk yang diintervensi", "kode rhk atasan yang diintervensi",
            "kode rhk pimpinan yang diintervensi", "kode intervensi", "kode rhk induk", "rhk atasan", "rhk pimpinan",
        ],
        begins: [
            "rencana hasil kerja pimpinan", "rencana hasil kerja atasan", "rencana hasil kerja kepala", "rencana kinerja atasan",
            "rencana kinerja pimpinan", "rencana kinerja kepala", "rhk pimpinan", "rhk atasan", "rhk kepala", "rhk yang diintervensi",
            "rencana hasil kerja yang diintervensi", "sasaran kinerja pimpinan", "hasil kerja pimpinan", "hasil kerja atasan", "kode rhk atasan",
            "kode rhk pimpinan", "sasaran kinerja atasan", "sasaran pimpinan", "sasaran atasan",
        ],
    }
    /// NIP of somebody other than the atasan whose RHK is intervened.
    NipPemberiTugas = "nip_pemberi_tugas" { names: ["nip ketua tim", "pemberi tugas", "pemberi tugas nip"] }
    /// How an RHK hangs on the atasan's.
    MetodeKaskade = "metode_kaskade" { names: ["metode cascading", "metode kaskade rhk", "metode"] }
    /// Group of a JPT's indicator.
    Kelompok = "kelompok" { names: ["kelompok iki", "kelompok indikator"] }
    /// Perspektif of a JPT's indicator.
    Perspektif = "perspektif" { names: ["perspektif bsc"] }
    /// Aspek of an indicator or of perilaku.
    Aspek = "aspek" {
        names: ["aspek kinerja", "aspek indikator", "aspek perilaku", "aspek perilaku kerja", "nilai berakhlak", "core value", "core values", "nilai dasar", "nilai dasar asn", "unsur perilaku"],
    }
    /// Number of the indicator within its aspek.
    NoIndikator = "no_indikator" { names: ["nomor indikator", "no iki", "no ind", "indikator no", "indikator ke"] }
    /// More is better, or less.
    Arah = "arah" { names: ["arah indikator", "kondisi", "polaritas"] }
    /// The target is the maximum attainable.
    TargetMaksimal = "target_maksimal" { names: ["target maksimum"] }
    /// How periods combine.
    Akumulasi = "akumulasi" { names: ["cara akumulasi"] }
    /// Weight of the indicator.
    Bobot = "bobot" { names: ["bobot indikator", "bobot persen"] }
    /// Scope of a kinerja tambahan.
    Lingkup = "lingkup" { names: ["lingkup tambahan", "lingkup penugasan"] }
    /// Surat keputusan of a kinerja tambahan.
    NomorSk = "nomor_sk" { names: ["no sk", "nomor surat keputusan", "sk nomor"] }
    /// The day the SKP was set.
    TanggalPenetapan = "tanggal_penetapan" { names: ["tgl penetapan", "tanggal penetapan skp"] }
    /// Deadline.
    BatasWaktu = "batas_waktu" { names: ["tenggat", "tenggat waktu"] }
    /// Period of the row.
    Periode = "periode" {
        names: ["periode realisasi", "periode penilaian", "periode skp", "periodik nama", "periode nama", "bulan skp", "skp bulan"],
        weak: ["bulan", "triwulan", "semester"],
    }
    /// What was attained.
    Realisasi = "realisasi" {
        names: [
            "realisasi kinerja", "realisasi berdasarkan bukti dukung", "capaian realisasi", "realisasi angka", "realisasi akhir",
            "realisasi target",
        ],
        begins: ["realisasi"],
    }
    /// Evidence.
    Bukti = "bukti" {
        names: ["bukti dukung", "link bukti", "tautan bukti", "data dukung", "eviden", "bukti dukung realisasi", "link bukti dukung"],
    }
    /// Umpan balik of the atasan.
    UmpanBalik = "umpan_balik" { names: ["feedback"], begins: ["umpan balik"] }
    /// Who rated: atasan, rekan, bawahan.
    Penilai = "penilai" { names: ["sumber penilai", "sumber penilaian", "sumber umpan balik", "unsur penilai", "dinilai oleh", "sumber nilai perilaku"], weak: ["sumber"] }
    /// NIP of the rater.
    NipPenilai = "nip_penilai" { names: ["nip pejabat penilai", "penilai nip"] }
    /// Mark of perilaku.
    Nilai = "nilai" { names: ["nilai perilaku", "nilai angka", "skor"], weak: ["rating"] }
    /// Rating hasil kerja.
    HasilKerja = "hasil_kerja" {
        names: [
            "rating hasil kerja", "nilai hasil kerja", "hasil kerja rating", "ekspektasi hasil kerja", "hasil kinerja",
            "rating hasil kinerja", "predikat hasil kerja", "penilaian hasil kerja", "rating hk", "nilai hk", "predikat hk", "rating hasil",
        ],
        last: ["hasil kinerja nilai", "hasil kerja nilai"],
    }
    /// Rating perilaku kerja.
    PerilakuKerja = "perilaku_kerja" {
        names: [
            "rating perilaku kerja", "rating perilaku", "perilaku", "nilai perilaku kerja", "perilaku kerja rating",
            "predikat perilaku kerja", "penilaian perilaku kerja", "rating pk", "nilai pk", "predikat pk", "ekspektasi perilaku kerja",
        ],
        last: ["perilaku kerja nilai"],
    }
    /// Predikat kinerja.
    HasilAkhir = "hasil_akhir" {
        names: [
            "predikat", "predikat kinerja", "predikat kinerja pegawai", "kuadran kinerja", "kuadran", "predikat kinerja tahunan",
            "hasil akhir penilaian", "predikat skp", "predikat akhir", "predikat kinerja akhir", "predikat penilaian kinerja",
            "predikat kinerja periodik", "predikat periodik", "predikat evaluasi", "predikat evaluasi kinerja", "hasil penilaian kinerja",
            "predikat hasil akhir", "predikat kinerja skp", "predikat final", "predikat kinerja final", "nilai akhir predikat", "nilai predikat", "nilai predikat kinerja", "predikat penilaian", "hasil evaluasi kinerja", "predikat hasil evaluasi kinerja",
        ],
        last: ["kuadran kinerja nilai", "kuadran nilai"],
    }
    /// Year of the row.
    Tahun = "tahun" { names: ["tahun skp", "skp tahun", "tahun penilaian"] }
    /// First day of the SKP.
    PeriodeAwal = "periode_awal" { names: ["periode awal skp", "tanggal awal", "skp periode awal", "awal periode"] }
    /// Last day of the SKP.
    PeriodeAkhir = "periode_akhir" { names: ["periode akhir skp", "tanggal akhir", "skp periode akhir", "akhir periode"] }
    /// When it was rated.
    WaktuDinilai = "waktu_dinilai" { names: ["tanggal dinilai", "tgl dinilai", "waktu penilaian"] }
    /// Why somebody is rightly without a result.
    Alasan = "alasan" {
        names: [
            "alasan pengecualian", "alasan dikecualikan", "alasan tidak dinilai", "alasan belum dinilai", "sebab",
            "sebab tidak dinilai", "sebab pengecualian",
        ],
    }
    /// More words.
    Keterangan = "keterangan" { names: ["ket", "catatan", "keterangan tambahan"] }
    /// Whether there is an SKP in e-Kinerja.
    IsSkp = "is_skp" {}
    /// State of the SKP in e-Kinerja.
    SkpStatus = "skp_status" { names: ["status skp"] }
    /// Kuantitatif or kualitatif.
    SkpModel = "skp_model" { names: ["model skp"] }
}
