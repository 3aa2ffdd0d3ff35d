//! The columns of every table kind: canonical name, weight for recognition, aliases
//! (`masukan.md` sections 1, 3 and 4).
//!
//! Names are compared *folded*: letter case, blanks, punctuation, underscores and a trailing
//! "(hint)" do not count. An alias with a leading `~` is weak: it gives way without a word when
//! the same table has the column under a better name (`OPD` beside `Unit Kerja`).

use std::collections::HashMap;
use std::sync::LazyLock;

use super::JenisTabel;
use crate::base::text::{fold, fold_into};

/// A column of the contract.
#[derive(Debug, Clone, Copy)]
pub struct Kolom {
    /// Canonical name.
    pub nama: &'static str,
    /// The table is not complete without it.
    pub wajib: bool,
    /// What finding it says about the kind of the table: 0 nothing … 8 only this kind has it.
    pub bobot: u8,
    /// Other names; `~` marks a weak one.
    pub alias: &'static [&'static str],
}

const fn wajib(nama: &'static str, alias: &'static [&'static str]) -> Kolom {
    Kolom {
        nama,
        wajib: true,
        bobot: 4,
        alias,
    }
}

const fn boleh(nama: &'static str, alias: &'static [&'static str]) -> Kolom {
    Kolom {
        nama,
        wajib: false,
        bobot: 2,
        alias,
    }
}

/// A column that only describes and stands in tables of any kind.
const fn keterangan(nama: &'static str, alias: &'static [&'static str]) -> Kolom {
    Kolom {
        nama,
        wajib: false,
        bobot: 1,
        alias,
    }
}

/// A column that gives the kind away.
const fn khas(nama: &'static str, alias: &'static [&'static str]) -> Kolom {
    Kolom {
        nama,
        wajib: false,
        bobot: 8,
        alias,
    }
}

/// The running number of a row: understood, and of no further use.
const NO: Kolom = Kolom {
    nama: "no",
    wajib: false,
    bobot: 0,
    alias: &["nomor", "no urut", "nomor urut", "nr", "num"],
};

const NIP: &[&str] = &[
    "nip baru",
    "nip pegawai",
    "pegawai nip",
    "nip asn",
    "nip pns",
    "nip/ni pppk",
    "nip/nippk",
    "nip/nipppk",
    "nip/nip pppk",
    "nip/ni p3k",
    "ni pppk",
    "nip pppk",
    "nomor induk pegawai",
    "nip/nrp",
    "nip yang dinilai",
    "nip pegawai yang dinilai",
    "pegawai yang dinilai nip",
];
const NIP_ATASAN: &[&str] = &[
    "nip penilai",
    "nip pejabat penilai",
    "nip pejabat penilai kinerja",
    "nip atasan langsung",
    "pegawai atasan nip",
    "atasan nip",
    "nip pimpinan langsung",
];
const NAMA: &[&str] = &[
    "nama pegawai",
    "nama lengkap",
    "nama asn",
    "nama pns",
    "nama pegawai yang dinilai",
    "pegawai nama",
];
const UNIT: &[&str] = &[
    "unor",
    "unit",
    "unit organisasi",
    "nama unit",
    "nama unit kerja",
    "nama unor",
    "satuan kerja",
    "satker",
    "~opd",
    "~skpd",
    "~perangkat daerah",
    "~instansi",
];
const INDUK: &[&str] = &[
    "unor induk",
    "unit kerja induk",
    "induk",
    "~opd",
    "~skpd",
    "~perangkat daerah",
];
const GOLONGAN: &[&str] = &[
    "gol",
    "golru",
    "gol ruang",
    "golongan ruang",
    "pangkat/gol ruang",
    "pangkat gol",
    "pangkat golongan",
    "pangkat golongan ruang",
    "~pangkat",
];
const JENIS_PEGAWAI: &[&str] = &["jenis asn", "status kepegawaian", "pns/pppk", "jenis kepegawaian"];
const JENIS_JABATAN: &[&str] = &["jenis jab", "kelompok jabatan", "tipe jabatan", "kategori jabatan", "~eselon"];
const JABATAN: &[&str] = &["nama jabatan", "jabatan pegawai"];
const KODE_RHK: &[&str] = &["kode rencana hasil kerja", "id rhk", "kode rencana kinerja"];
const RHK: &[&str] = &[
    "rencana hasil kerja",
    "uraian rhk",
    "teks rhk",
    "rencana kinerja",
    "rencana hasil kerja individu",
    "uraian rencana hasil kerja",
    "rencana hasil kerja pegawai",
];
const RHK_ATASAN: &[&str] = &[
    "rencana hasil kerja pimpinan yang diintervensi",
    "rencana hasil kerja atasan yang diintervensi",
    "rencana hasil kerja atasan langsung yang diintervensi",
    "rencana hasil kerja pimpinan",
    "rencana hasil kerja atasan",
    "rencana kinerja atasan langsung yang diintervensi",
    "rencana kinerja atasan yang diintervensi",
    "rencana kinerja pimpinan yang diintervensi",
    "rhk pimpinan yang diintervensi",
    "rhk atasan yang diintervensi",
    "rhk atasan",
    "rhk pimpinan",
];
const INDIKATOR: &[&str] = &[
    "indikator kinerja",
    "indikator kinerja individu",
    "iki",
    "uraian indikator",
    "ukuran keberhasilan",
    "ukuran keberhasilan indikator kinerja individu",
    "ukuran keberhasilan indikator kinerja individu dan target",
];
const TARGET: &[&str] = &[
    "target kinerja",
    "target tahunan",
    "target angka",
    "target kuantitas",
    "target output",
];
const SATUAN: &[&str] = &["satuan target", "target satuan", "satuan output", "unit satuan"];
const ASPEK: &[&str] = &["aspek kinerja", "aspek indikator"];
const REALISASI: &[&str] = &[
    "realisasi kinerja",
    "realisasi berdasarkan bukti dukung",
    "capaian realisasi",
    "realisasi angka",
    "realisasi kuantitas",
    "realisasi akhir",
];
const BUKTI: &[&str] = &[
    "bukti dukung",
    "link bukti",
    "tautan bukti",
    "data dukung",
    "eviden",
    "bukti dukung realisasi",
];
const UMPAN_BALIK: &[&str] = &[
    "umpan balik berkelanjutan",
    "umpan balik berkelanjutan berdasarkan bukti dukung",
    "umpan balik atasan",
    "umpan balik pimpinan",
    "feedback",
];
const NO_INDIKATOR: &[&str] = &["nomor indikator", "no iki", "no ind", "indikator no", "indikator ke"];
const HASIL_KERJA: &[&str] = &[
    "rating hasil kerja",
    "nilai hasil kerja",
    "hasil kerja rating",
    "ekspektasi hasil kerja",
];
const PERILAKU_KERJA: &[&str] = &[
    "rating perilaku kerja",
    "rating perilaku",
    "perilaku",
    "nilai perilaku kerja",
    "perilaku kerja rating",
];
const HASIL_AKHIR: &[&str] = &[
    "predikat",
    "predikat kinerja",
    "predikat kinerja pegawai",
    "kuadran kinerja",
    "kuadran",
    "predikat kinerja tahunan",
    "hasil akhir penilaian",
];

static PEGAWAI: &[Kolom] = &[
    NO,
    wajib("nip", NIP),
    wajib("nama", NAMA),
    wajib("jabatan", JABATAN),
    wajib("jenis_jabatan", JENIS_JABATAN),
    wajib("unit_kerja", UNIT),
    keterangan("unit_induk", &["unor induk", "unit kerja induk"]),
    boleh("nip_atasan", NIP_ATASAN),
    boleh("jenis_pegawai", JENIS_PEGAWAI),
    boleh("golongan", GOLONGAN),
    boleh("jenjang", &["jenjang jabatan", "jenjang jf", "jenjang fungsional"]),
    boleh(
        "mulai",
        &["tmt", "tmt jabatan", "tanggal mulai", "tgl mulai", "mulai menjabat"],
    ),
    boleh("selesai", &["tanggal selesai", "tgl selesai", "sampai", "akhir menjabat"]),
    boleh("plt", &["plt plh", "plt/plh/pjb", "is plt", "is plt plh", "pelaksana tugas"]),
    boleh("kepemimpinan", &["memimpin"]),
    boleh("ide_baru", &["ide baru inovasi"]),
    boleh("rekomendasi_ide", &["rekomendasi ide baru", "rekomendasi atasan"]),
    boleh("status", &["status pegawai", "kedudukan", "kedudukan hukum"]),
    boleh("nilai_ditetapkan", &["nilai kinerja ditetapkan"]),
    boleh("sumber_nilai", &["sumber nilai ditetapkan"]),
];

static UNIT_TABEL: &[Kolom] = &[
    NO,
    wajib("unit_kerja", UNIT),
    khas("unit_induk", INDUK),
    khas(
        "nip_pimpinan",
        &["nip pimpinan unit", "nip kepala", "nip kepala unit", "pimpinan nip"],
    ),
    khas(
        "predikat_organisasi",
        &[
            "predikat kinerja organisasi",
            "predikat unit",
            "predikat unit kerja",
            "capaian kinerja organisasi",
            "kinerja organisasi",
        ],
    ),
];

static SASARAN: &[Kolom] = &[
    NO,
    wajib("kode", &["kode sasaran", "id sasaran"]),
    wajib("unit_kerja", UNIT),
    Kolom {
        nama: "sasaran",
        wajib: true,
        bobot: 8,
        alias: &[
            "sasaran strategis",
            "sasaran kegiatan",
            "sasaran program",
            "sasaran kinerja",
            "uraian sasaran",
            "sasaran unit",
        ],
    },
    boleh("indikator", INDIKATOR),
    boleh("target", TARGET),
    boleh("satuan", SATUAN),
];

static SKP: &[Kolom] = &[
    NO,
    wajib("nip", NIP),
    keterangan("nama", NAMA),
    wajib("kode_rhk", KODE_RHK),
    wajib(
        "jenis",
        &["jenis rhk", "jenis kinerja", "utama/tambahan", "jenis hasil kerja"],
    ),
    wajib("rhk", RHK),
    boleh(
        "kode_rhk_atasan",
        &[
            "kode rhk atasan langsung",
            "kode rhk pimpinan",
            "kode rhk yang diintervensi",
            "kode rhk atasan yang diintervensi",
            "kode rhk pimpinan yang diintervensi",
            "kode intervensi",
        ],
    ),
    boleh("nip_pemberi_tugas", &["nip ketua tim", "pemberi tugas", "pemberi tugas nip"]),
    boleh("metode_kaskade", &["metode cascading", "metode kaskade rhk", "metode"]),
    boleh("kelompok", &["kelompok iki", "kelompok indikator"]),
    boleh("perspektif", &["perspektif bsc"]),
    wajib("aspek", ASPEK),
    boleh("no_indikator", NO_INDIKATOR),
    wajib("indikator", INDIKATOR),
    wajib("target", TARGET),
    boleh("satuan", SATUAN),
    boleh("arah", &["arah indikator", "kondisi", "polaritas"]),
    boleh("target_maksimal", &["target maksimum"]),
    boleh("akumulasi", &["cara akumulasi"]),
    boleh("bobot", &["bobot indikator", "bobot persen"]),
    boleh("lingkup", &["lingkup tambahan", "lingkup penugasan"]),
    boleh("nomor_sk", &["no sk", "nomor surat keputusan", "sk nomor"]),
    boleh("tanggal_penetapan", &["tgl penetapan", "tanggal penetapan skp"]),
    boleh("batas_waktu", &["tenggat", "tenggat waktu"]),
    boleh("mulai", &["tanggal mulai", "tgl mulai", "mulai jabatan"]),
];

static REALISASI_TABEL: &[Kolom] = &[
    NO,
    wajib("nip", NIP),
    keterangan("nama", NAMA),
    wajib("kode_rhk", KODE_RHK),
    wajib("aspek", ASPEK),
    boleh("no_indikator", NO_INDIKATOR),
    boleh("periode", &["periode realisasi", "bulan", "triwulan"]),
    wajib("realisasi", REALISASI),
    boleh("bukti", BUKTI),
    boleh("umpan_balik", UMPAN_BALIK),
];

static PERILAKU: &[Kolom] = &[
    NO,
    wajib("nip", NIP),
    keterangan("nama", NAMA),
    wajib(
        "aspek",
        &[
            "aspek perilaku",
            "aspek perilaku kerja",
            "perilaku",
            "nilai berakhlak",
            "core value",
        ],
    ),
    boleh("penilai", &["sumber", "sumber penilai", "sumber nilai", "dinilai oleh"]),
    boleh("nip_penilai", &["nip pejabat penilai", "penilai nip", "nip atasan"]),
    wajib("nilai", &["nilai perilaku", "nilai angka", "rating", "skor"]),
];

static PENILAIAN: &[Kolom] = &[
    NO,
    wajib("nip", PENILAIAN_NIP),
    boleh("periode", &["periode penilaian", "periode skp"]),
    khas("hasil_kerja", HASIL_KERJA),
    khas("perilaku_kerja", PERILAKU_KERJA),
    khas("hasil_akhir", HASIL_AKHIR),
    keterangan("nama", NAMA),
    keterangan("unit_kerja", EKINERJA_UNIT),
    keterangan("unit_induk", EKINERJA_INDUK),
    keterangan("jabatan", EKINERJA_JABATAN),
    keterangan("golongan", GOLONGAN),
    keterangan("jenis_pegawai", JENIS_PEGAWAI),
    keterangan("jenis_jabatan", EKINERJA_JENIS_JABATAN),
    keterangan("jenjang", &["jenjang jabatan"]),
    keterangan("plt", EKINERJA_PLT),
    keterangan("periode_awal", EKINERJA_AWAL),
    keterangan("periode_akhir", EKINERJA_AKHIR),
    keterangan("tahun", &["tahun skp", "skp tahun", "tahun penilaian"]),
    keterangan("nip_atasan", NIP_ATASAN),
    keterangan(
        "nama_atasan",
        &[
            "pegawai atasan nama",
            "atasan nama",
            "nama penilai",
            "nama pejabat penilai",
            "nama atasan langsung",
        ],
    ),
    keterangan(
        "jabatan_atasan",
        &[
            "pegawai atasan jabatan",
            "atasan jabatan",
            "jabatan penilai",
            "jabatan pejabat penilai",
        ],
    ),
    keterangan("unit_atasan", &["pegawai atasan unor", "skp unor atasan", "unor atasan"]),
    keterangan("waktu_dinilai", &["tanggal dinilai", "tgl dinilai", "waktu penilaian"]),
];

const PENILAIAN_NIP: &[&str] = &[
    "nip baru",
    "nip pegawai",
    "pegawai nip",
    "nip asn",
    "nip pns",
    "nip/ni pppk",
    "nip/nippk",
    "nip/nipppk",
    "ni pppk",
    "nip pppk",
    "nomor induk pegawai",
    "nip yang dinilai",
    "nip pegawai yang dinilai",
    "~id",
];
const EKINERJA_UNIT: &[&str] = &[
    "skp unor",
    "unor",
    "unor nama",
    "unit",
    "unit organisasi",
    "satuan kerja",
    "~opd",
];
const EKINERJA_INDUK: &[&str] = &["skp unor induk", "unor induk", "unit kerja induk", "unor induk nama"];
const EKINERJA_JABATAN: &[&str] = &["skp jabatan", "nama jabatan"];
const EKINERJA_JENIS_JABATAN: &[&str] = &["skp jenis jabatan", "jenis jabatan skp"];
const EKINERJA_PLT: &[&str] = &[
    "is skp plt plh pjb",
    "is plt plh pjb",
    "is plt plh",
    "is skp plt plh",
    "plt plh pjb",
    "plt plh",
    "is plt",
];
const EKINERJA_AWAL: &[&str] = &["periode awal skp", "tanggal awal", "skp periode awal", "awal periode"];
const EKINERJA_AKHIR: &[&str] = &["periode akhir skp", "tanggal akhir", "skp periode akhir", "akhir periode"];

static PENGECUALIAN: &[Kolom] = &[
    NO,
    wajib("nip", NIP),
    keterangan("nama", NAMA),
    Kolom {
        nama: "alasan",
        wajib: true,
        bobot: 8,
        alias: &["alasan pengecualian", "sebab"],
    },
    boleh("keterangan", &["ket", "catatan", "keterangan tambahan"]),
];

static LAPORAN_SKP: &[Kolom] = &[
    NO,
    wajib("nip", PENILAIAN_NIP),
    keterangan("nama", NAMA),
    Kolom {
        nama: "skp_status",
        wajib: true,
        bobot: 8,
        alias: &["status skp"],
    },
    khas("skp_model", &["model skp"]),
    keterangan("unit_kerja", EKINERJA_UNIT),
    khas("unit_atasan", &["skp unor atasan", "unor atasan"]),
    keterangan("unit_induk", EKINERJA_INDUK),
    // the post the SKP is for; plain `jabatan` in the download is today's post
    keterangan("skp_jabatan", &[]),
    keterangan("jabatan", &["nama jabatan"]),
    keterangan("jenis_jabatan", EKINERJA_JENIS_JABATAN),
    keterangan("periode_awal", EKINERJA_AWAL),
    keterangan("periode_akhir", EKINERJA_AKHIR),
    keterangan("plt", EKINERJA_PLT),
    keterangan("jenis_pegawai", JENIS_PEGAWAI),
    keterangan("golongan", GOLONGAN),
    keterangan("nip_atasan", NIP_ATASAN),
];

static FORMULIR_SKP: &[Kolom] = &[
    NO,
    khas("kode_rhk_atasan", RHK_ATASAN),
    wajib("rhk", FORM_RHK),
    boleh("aspek", ASPEK),
    boleh("indikator", INDIKATOR),
    boleh("target", FORM_TARGET),
    khas("perspektif", &["perspektif bsc"]),
];

static FORMULIR_EVALUASI: &[Kolom] = &[
    NO,
    khas("kode_rhk_atasan", RHK_ATASAN),
    wajib("rhk", FORM_RHK),
    boleh("aspek", ASPEK),
    boleh("indikator", INDIKATOR),
    boleh("target", FORM_TARGET),
    boleh("perspektif", &["perspektif bsc"]),
    Kolom {
        nama: "realisasi",
        wajib: true,
        bobot: 8,
        alias: REALISASI,
    },
    khas("umpan_balik", UMPAN_BALIK),
];

const FORM_TARGET: &[&str] = &["target kinerja", "target tahunan"];
const FORM_RHK: &[&str] = &[
    "rencana hasil kerja",
    "hasil kerja",
    "rencana kinerja",
    "rencana hasil kerja individu",
    "rencana hasil kerja pegawai",
    "rencana hasil kerja ukuran keberhasilan indikator kinerja individu dan target",
];

/// The columns of a kind.
pub fn columns(jenis: JenisTabel) -> &'static [Kolom] {
    match jenis {
        JenisTabel::Pegawai => PEGAWAI,
        JenisTabel::Unit => UNIT_TABEL,
        JenisTabel::Sasaran => SASARAN,
        JenisTabel::Skp => SKP,
        JenisTabel::Realisasi => REALISASI_TABEL,
        JenisTabel::Perilaku => PERILAKU,
        JenisTabel::Penilaian => PENILAIAN,
        JenisTabel::Pengecualian => PENGECUALIAN,
        JenisTabel::LaporanSkp => LAPORAN_SKP,
        JenisTabel::FormulirSkp => FORMULIR_SKP,
        JenisTabel::FormulirEvaluasi => FORMULIR_EVALUASI,
    }
}

/// A header text that names a column of a kind.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Hit {
    /// The kind.
    pub jenis: JenisTabel,
    /// Index in [`columns`].
    pub kolom: u8,
    /// False for a weak alias.
    pub kuat: bool,
}

static INDEX: LazyLock<HashMap<Box<str>, Vec<Hit>>> = LazyLock::new(|| {
    let mut index: HashMap<Box<str>, Vec<Hit>> = HashMap::new();
    let mut folded = String::new();
    for jenis in JenisTabel::ALL {
        for (kolom, k) in (0u8..).zip(columns(jenis)) {
            for name in std::iter::once(&k.nama).chain(k.alias) {
                folded.clear();
                fold_into(name, &mut folded);
                let hits = index.entry(folded.as_str().into()).or_default();
                // The first column that claims a name has it.
                if !hits.iter().any(|h| h.jenis == jenis) {
                    hits.push(Hit {
                        jenis,
                        kolom,
                        kuat: !name.starts_with('~'),
                    });
                }
            }
        }
    }
    index
});

/// What a header text names, in every kind that knows it. `buffer` is scratch space.
pub fn look_up(text: &str, buffer: &mut String) -> &'static [Hit] {
    if text.len() > 200 {
        return &[];
    }
    buffer.clear();
    fold_into(text, buffer);
    if let Some(hits) = INDEX.get(buffer.as_str()) {
        return hits;
    }
    match without_hint(text) {
        Some(short) => {
            buffer.clear();
            fold_into(short, buffer);
            INDEX.get(buffer.as_str()).map_or(&[], Vec::as_slice)
        }
        None => &[],
    }
}

/// Whether the text names a column of any kind: what the CSV reader tells its delimiter by.
pub fn is_known_header(text: &str) -> bool {
    !look_up(text, &mut String::new()).is_empty()
}

/// The text without a trailing "(hint)"; `None` when it has none, or is nothing else.
fn without_hint(text: &str) -> Option<&str> {
    let text = text.trim_end();
    let inner = text.strip_suffix(')').or_else(|| text.strip_suffix(']'))?;
    let open = inner.rfind(['(', '['])?;
    let short = &text[..open];
    short.chars().any(char::is_alphanumeric).then_some(short)
}

/// The known column name nearest to a header that was not understood, if one is near enough to
/// be a slip of the pen. `jenis` says whose columns are meant.
pub fn nearest(text: &str, jenis: JenisTabel) -> Option<&'static str> {
    let wanted = fold(without_hint(text).unwrap_or(text));
    if wanted.chars().count() < 3 {
        return None;
    }
    let mut best: Option<(f64, &'static str)> = None;
    for kolom in columns(jenis) {
        for name in std::iter::once(&kolom.nama).chain(kolom.alias) {
            let likeness = strsim::normalized_damerau_levenshtein(&wanted, &fold(name));
            if likeness >= 0.7 && best.is_none_or(|(b, _)| likeness > b) {
                best = Some((likeness, kolom.nama));
            }
        }
    }
    best.map(|(_, name)| name)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names(text: &str, jenis: JenisTabel) -> Option<&'static str> {
        look_up(text, &mut String::new())
            .iter()
            .find(|h| h.jenis == jenis)
            .map(|h| columns(jenis)[usize::from(h.kolom)].nama)
    }

    #[test]
    fn case_blanks_punctuation_and_hints_do_not_count() {
        for text in [
            "nip",
            "N I P",
            "NIP BARU",
            "NIP/NI PPPK",
            "N.I.P. (18 digit)",
            "\u{feff}ＮＩＰ*",
        ] {
            assert_eq!(names(text, JenisTabel::Pegawai), Some("nip"), "{text}");
        }
        for text in ["Pangkat/Gol. Ruang", "golru", "Gol"] {
            assert_eq!(names(text, JenisTabel::Pegawai), Some("golongan"), "{text}");
        }
        for text in ["Perangkat Daerah", "OPD", "Unor", "SATUAN KERJA"] {
            assert_eq!(names(text, JenisTabel::Pegawai), Some("unit_kerja"), "{text}");
        }
        assert_eq!(names("pegawai_atasan_nip", JenisTabel::Pegawai), Some("nip_atasan"));
        assert_eq!(names("nip_penilai", JenisTabel::Perilaku), Some("nip_penilai"));
        assert_eq!(names("is_skp_plt_plh_pjb", JenisTabel::Penilaian), Some("plt"));
        assert_eq!(names("(catatan)", JenisTabel::Pegawai), None);
        assert!(is_known_header("Umpan Balik (di atas|sesuai|di bawah)"));
        assert!(!is_known_header("198001012005011001"));
    }

    #[test]
    fn no_name_means_two_columns_of_one_kind() {
        for jenis in JenisTabel::ALL {
            let mut seen = HashMap::new();
            for kolom in columns(jenis) {
                for name in std::iter::once(&kolom.nama).chain(kolom.alias) {
                    if name.starts_with('~') {
                        continue;
                    }
                    let other = seen.insert(fold(name), kolom.nama);
                    assert!(
                        other.is_none() || other == Some(kolom.nama),
                        "{} in {}: {:?} and {}",
                        name,
                        jenis.as_str(),
                        other,
                        kolom.nama
                    );
                }
            }
        }
    }

    #[test]
    fn a_slip_of_the_pen_is_recognised_as_one() {
        assert_eq!(nearest("Jenis Jabatn", JenisTabel::Pegawai), Some("jenis_jabatan"));
        assert_eq!(nearest("Warna kesukaan", JenisTabel::Pegawai), None);
    }
}
