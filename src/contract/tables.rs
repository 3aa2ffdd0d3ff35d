//! The kinds of table and the columns of each: the input contract (`masukan.md` sections 1, 3 and 4),
//! declared once. Recognition, reading, the template, the sample and the guide's table of columns
//! come from here.

use super::columns::Key;
use super::vocab::{
    Akreditasi, Akumulasi, Arah, Aspek, AspekPerilaku, JenisJabatan, JenisRhk, Jenjang, JenjangStudi, Kelompok, MetodeKaskade,
    PenilaiKind, Perspektif, Predikat, PredikatOrganisasi, Rating, StatusPegawai, Studi, Word,
};

/// The kinds of table.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum TableKind {
    /// A row per pegawai and posting.
    Pegawai,
    /// Units.
    Unit,
    /// Sasaran of units.
    Sasaran,
    /// A row per indicator.
    Skp,
    /// Realisasi.
    Realisasi,
    /// Perilaku.
    Perilaku,
    /// Ratings set by the penilai; also the e-Kinerja "Laporan Penilaian SKP".
    Penilaian,
    /// People rightly without a result.
    Pengecualian,
    /// e-Kinerja "Laporan SKP".
    LaporanSkp,
    /// Official form, planning.
    FormulirSkp,
    /// Official form, evaluation.
    FormulirEvaluasi,
}

/// A kind of table: its name, what it is for, its columns.
#[derive(Debug)]
pub struct TableSpec {
    /// The word of the contract, also the sheet's name in the template.
    pub name: &'static str,
    /// One line for the guide.
    pub purpose: &'static str,
    /// Columns in the order of the template.
    pub columns: &'static [Column],
}

/// Whether a column must be there.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Need {
    /// The table is not complete without it.
    Must,
    /// The contract wants it, but what it says can be told without it (codes by order, the jenis by
    /// section rows, the unit by the title).
    Derived,
    /// It may be missing.
    May,
}

/// A column of a kind of table.
#[derive(Debug)]
pub struct Column {
    /// What it means, and by which names it is known.
    pub key: Key,
    /// Whether it must be there.
    pub need: Need,
    /// What finding it says about the kind of the table: 0 nothing … 8 only this kind has it.
    pub weight: u8,
    /// Names that mean this in this kind of table only.
    pub also: &'static [&'static str],
    /// How it is filled in by hand; empty for what only downloads and forms have. Where rule sets
    /// differ there is one for each.
    pub fills: &'static [Fill],
}

/// How a column is filled in: what the template and the guide say of it.
#[derive(Debug, Clone, Copy)]
pub struct Fill {
    /// Width in characters.
    pub width: u32,
    /// What a cell may hold.
    pub content: Content,
    /// What the sample row shows; dates in ISO form.
    pub sample: &'static str,
    /// The note on the heading.
    pub note: &'static str,
    /// A row is of no use without it.
    pub required: bool,
    /// The rule sets that use it.
    pub rule_sets: &'static [RuleSet],
}

/// What a cell of a column may hold.
#[derive(Debug, Clone, Copy)]
pub enum Content {
    /// Any text.
    Text,
    /// A NIP: text-formatted, 18 digits.
    Nip,
    /// Text-formatted, so that Excel makes no number or date of it.
    Code,
    /// A date.
    Date,
    /// A figure between these.
    Figure(f64, f64),
    /// A figure, range or text.
    Free,
    /// One of these words.
    Choice(fn() -> Vec<&'static str>),
}

/// Which columns a rule set uses; an agency's own set has those of the set it extends.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RuleSet {
    /// `permenpanrb-6-2022`: ratings in words.
    Qualitative,
    /// `pp-30-2019`: figures, weights of indicators.
    Numeric30,
    /// `permenpanrb-8-2021`: figures, cascade weighting, groups of a JPT.
    Numeric8,
}

impl RuleSet {
    /// Every set.
    pub const ALL: &'static [Self] = &[Self::Qualitative, Self::Numeric30, Self::Numeric8];
}

const NUMERIC: &[RuleSet] = &[RuleSet::Numeric30, RuleSet::Numeric8];
const NUMERIC_30: &[RuleSet] = &[RuleSet::Numeric30];
const NUMERIC_8: &[RuleSet] = &[RuleSet::Numeric8];
const WORDS: &[RuleSet] = &[RuleSet::Qualitative];

impl TableKind {
    /// All kinds, in the order of the contract.
    pub const ALL: [Self; 11] = [
        Self::Pegawai,
        Self::Unit,
        Self::Sasaran,
        Self::Skp,
        Self::Realisasi,
        Self::Perilaku,
        Self::Penilaian,
        Self::Pengecualian,
        Self::LaporanSkp,
        Self::FormulirSkp,
        Self::FormulirEvaluasi,
    ];

    /// Its declaration.
    #[must_use]
    pub const fn kind(self) -> &'static TableSpec {
        match self {
            Self::Pegawai => &PEGAWAI,
            Self::Unit => &UNIT,
            Self::Sasaran => &SASARAN,
            Self::Skp => &SKP,
            Self::Realisasi => &REALISASI,
            Self::Perilaku => &PERILAKU,
            Self::Penilaian => &PENILAIAN,
            Self::Pengecualian => &PENGECUALIAN,
            Self::LaporanSkp => &LAPORAN_SKP,
            Self::FormulirSkp => &FORMULIR_SKP,
            Self::FormulirEvaluasi => &FORMULIR_EVALUASI,
        }
    }

    /// The word of the contract.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        self.kind().name
    }

    /// Its columns.
    #[must_use]
    pub const fn columns(self) -> &'static [Column] {
        self.kind().columns
    }

    /// Its column with this meaning.
    #[must_use]
    pub fn column(self, key: Key) -> Option<&'static Column> {
        self.columns().iter().find(|c| c.key == key)
    }

    /// Whether other columns tell what an obligatory one would: name and NIP in one cell, the RHK and the indicator
    /// of a realisasi by their texts.
    pub fn told_otherwise(self, key: Key, has: impl Fn(Key) -> bool) -> bool {
        match (self, key) {
            (_, Key::Nip | Key::Nama) => has(Key::NamaNip),
            (Self::Realisasi, Key::KodeRhk) => has(Key::Rhk),
            (Self::Realisasi, Key::Aspek) => has(Key::Indikator) || (has(Key::Rhk) && !has(Key::KodeRhk)),
            _ => false,
        }
    }

    /// An official form of one person.
    #[must_use]
    pub const fn is_form(self) -> bool {
        matches!(self, Self::FormulirSkp | Self::FormulirEvaluasi)
    }
}

impl Column {
    const fn new(key: Key, need: Need, weight: u8) -> Self {
        Self {
            key,
            need,
            weight,
            also: &[],
            fills: &[],
        }
    }

    const fn weight(self, weight: u8) -> Self {
        Self { weight, ..self }
    }

    const fn also(self, also: &'static [&'static str]) -> Self {
        Self { also, ..self }
    }

    const fn fills(self, fills: &'static [Fill]) -> Self {
        Self { fills, ..self }
    }

    /// How it is filled in under a rule set; `None` where the set does not use it.
    #[must_use]
    pub fn fill(&self, set: RuleSet) -> Option<&'static Fill> {
        self.fills.iter().find(|f| f.rule_sets.contains(&set))
    }

    /// The contract marks it as obligatory.
    #[must_use]
    pub fn starred(&self) -> bool {
        self.need != Need::May
    }
}

/// The table is not complete without it.
const fn must(key: Key) -> Column {
    Column::new(key, Need::Must, 4)
}

/// Wanted, but it can be told without it.
const fn derived(key: Key) -> Column {
    Column::new(key, Need::Derived, 4)
}

/// It may be missing.
const fn may(key: Key) -> Column {
    Column::new(key, Need::May, 2)
}

/// It only describes and stands in tables of any kind.
const fn plain(key: Key) -> Column {
    Column::new(key, Need::May, 1)
}

/// It gives the kind away.
const fn telling(key: Key) -> Column {
    Column::new(key, Need::May, 8)
}

const fn fill(width: u32, content: Content, sample: &'static str, note: &'static str) -> Fill {
    Fill {
        width,
        content,
        sample,
        note,
        required: false,
        rule_sets: RuleSet::ALL,
    }
}

impl Fill {
    const fn required(self) -> Self {
        Self { required: true, ..self }
    }

    const fn only(self, rule_sets: &'static [RuleSet]) -> Self {
        Self { rule_sets, ..self }
    }
}

/// NIP and unit of the sample person, the same on every sheet.
const SAMPLE_NIP: &str = "198501012010011001";
const SAMPLE_ATASAN: &str = "197503152000032002";
const SAMPLE_UNIT: &str = "Bidang Pembinaan SD";

const NO: Column = plain(Key::No).weight(0);
const NO_NIP: Column = plain(Key::BukanNip).weight(0);
const NAMA: Column = plain(Key::Nama);
const NAMA_NIP: Column = plain(Key::NamaNip);
/// Where somebody works, in a list that says it beside his plans or marks: it counts where there is no table of
/// people.
const AT_UNIT: Column = plain(Key::UnitKerja).weight(0);
const AT_UNIT_INDUK: Column = plain(Key::UnitInduk).weight(0);
const AT_POST: Column = plain(Key::Jabatan).weight(0);
const OF_POST: Column = plain(Key::JenisJabatan).weight(0);
const UNDER: Column = plain(Key::NipAtasan).weight(0);
const UNDER_NAME: Column = plain(Key::NamaAtasan).weight(0);

/// The columns of a table, and those that a list has beside plans or marks.
macro_rules! with_post {
    ($($column:expr),* $(,)?) => {
        &[$($column,)* AT_POST, OF_POST, AT_UNIT, AT_UNIT_INDUK, UNDER_NAME]
    };
}

const NIP: Column = must(Key::Nip).fills(&[fill(
    21,
    Content::Nip,
    SAMPLE_NIP,
    "NIP 18 angka, sebagai teks (kolom ini sudah diformat Teks). Untuk PPPK: NI PPPK.",
)
.required()]);

static PEGAWAI: TableSpec = TableSpec {
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

static UNIT: TableSpec = TableSpec {
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

static SASARAN: TableSpec = TableSpec {
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

static SKP: TableSpec = TableSpec {
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

static REALISASI: TableSpec = TableSpec {
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

static PERILAKU: TableSpec = TableSpec {
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

static PENILAIAN: TableSpec = TableSpec {
    name: "penilaian",
    purpose: "Rating dan predikat yang sudah ditetapkan pejabat penilai, bila ada.",
    columns: &[
        NO,
        NIP,
        may(Key::Periode).fills(&[fill(12, Content::Code, "2025", "Tahun yang dinilai. Kosong = tahun berjalan.").only(WORDS)]),
        telling(Key::HasilKerja).fills(&[fill(
            22,
            Content::Choice(words::<Rating>),
            "sesuai ekspektasi",
            "Rating hasil kerja yang ditetapkan penilai.",
        )
        .required()
        .only(WORDS)]),
        telling(Key::PerilakuKerja).fills(&[fill(
            22,
            Content::Choice(words::<Rating>),
            "sesuai ekspektasi",
            "Rating perilaku kerja yang ditetapkan penilai.",
        )
        .required()
        .only(WORDS)]),
        telling(Key::HasilAkhir).fills(&[fill(
            20,
            Content::Choice(predikat),
            "Baik",
            "Predikat kinerja; harus sama dengan kuadran dari kedua rating.",
        )
        .required()
        .only(WORDS)]),
        NAMA,
        NAMA_NIP,
        NO_NIP,
        plain(Key::UnitKerja),
        plain(Key::UnitInduk),
        plain(Key::Jabatan),
        plain(Key::Golongan),
        plain(Key::JenisPegawai),
        plain(Key::JenisJabatan),
        plain(Key::Jenjang),
        plain(Key::Plt),
        plain(Key::PeriodeAwal),
        plain(Key::PeriodeAkhir),
        plain(Key::Tahun),
        plain(Key::NipAtasan),
        plain(Key::NamaAtasan),
        plain(Key::JabatanAtasan),
        plain(Key::UnitAtasan),
        plain(Key::WaktuDinilai),
    ],
};

static PENGECUALIAN: TableSpec = TableSpec {
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

static LAPORAN_SKP: TableSpec = TableSpec {
    name: "laporan_skp",
    purpose: "Unduhan e-Kinerja \"Laporan SKP\": siapa sudah membuat SKP dan sampai mana.",
    columns: &[
        NO,
        must(Key::Nip),
        NAMA,
        NAMA_NIP,
        NO_NIP,
        must(Key::SkpStatus).weight(8),
        telling(Key::SkpModel),
        plain(Key::UnitKerja),
        telling(Key::UnitAtasan),
        plain(Key::UnitInduk),
        plain(Key::Jabatan),
        plain(Key::JenisJabatan),
        plain(Key::PeriodeAwal),
        plain(Key::PeriodeAkhir),
        plain(Key::Plt),
        plain(Key::JenisPegawai),
        plain(Key::Golongan),
        plain(Key::NipAtasan),
    ],
};

static FORMULIR_SKP: TableSpec = TableSpec {
    name: "formulir_skp",
    purpose: "Formulir SKP resmi (Lampiran PermenPANRB 6/2022), satu lembar untuk setiap pegawai.",
    columns: &[
        NO,
        telling(Key::KodeRhkAtasan),
        must(Key::Rhk).also(&["hasil kerja"]),
        may(Key::Aspek),
        may(Key::Indikator),
        may(Key::Target),
        telling(Key::Perspektif),
    ],
};

static FORMULIR_EVALUASI: TableSpec = TableSpec {
    name: "formulir_evaluasi",
    purpose: "Formulir evaluasi kinerja resmi, satu lembar untuk setiap pegawai.",
    columns: &[
        NO,
        telling(Key::KodeRhkAtasan),
        must(Key::Rhk).also(&["hasil kerja"]),
        may(Key::Aspek),
        may(Key::Indikator),
        may(Key::Target),
        may(Key::Perspektif),
        must(Key::Realisasi).weight(8),
        telling(Key::UmpanBalik),
    ],
};

/// The words of a vocabulary.
fn words<W: Word>() -> Vec<&'static str> {
    W::WORDS.to_vec()
}

fn yes_no() -> Vec<&'static str> {
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
    Predikat::ALL.iter().map(|p| p.by_ratings()).collect()
}
