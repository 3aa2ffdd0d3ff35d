//! Names where no column of the contract says that they are names: unread columns and sheets, titles, signatures,
//! addresses of files, words written as one, a NIP column that holds a name.

use std::fs;

use rust_xlsxwriter::Workbook;

use super::{skp, workbook};

/// What none of the outputs may show, in small letters.
const SECRETS: &[&str] = &[
    "wirahadikusuma",
    "sukmawardhani",
    "sumarsonowati",
    "karmilawati",
    "purwacaraka",
    "gunadarma",
    "batubara",
    "rahmadhanti",
    "nur'aini",
    "nuraini",
    "kertanegara",
    "prawiranegoro",
    "tirtakusumah",
    "joyodiningrat",
    "mangunsarkoro",
    "sosrokartono",
    "wirahadi",
    "081234567890",
    "198203032006042002",
    "197001012000031001",
    "196701011990031009",
];

const SHEETS: &[(&str, &[&[&str]])] = &[
    (
        "pegawai",
        &[
            &["Daftar pegawai. Penyusun: Kertanegara"],
            &["Instansi : Dinas (kontak: Prawiranegoro)"],
            &[
                "nip",
                "nama",
                "jabatan",
                "jenis_jabatan",
                "unit_kerja",
                "nip_atasan",
                "Nama Ibu Kandung",
                "Kontak",
            ],
            &[
                "197001012000031001",
                "Dr. H. Abdul Wirahadikusuma, S.H.",
                "Kepala",
                "jpt_pratama",
                "Dinas",
                "",
                "x",
                "081234567890",
            ],
            &[
                "198203032006042002",
                "Ni Luh Sukmawardhani",
                "Staf (pengganti Batubara)",
                "pelaksana",
                "Dinas",
                "19700101 200003 1 001",
                "Sumarsonowati",
                "sukmawardhani90@contoh.id",
            ],
            &[
                "198505052009011003",
                "Siti Nur'aini Rahmadhanti",
                "Staf",
                "pelaksana",
                "Dinas",
                "197001012000031001",
                "Karmilawati",
                "x",
            ],
            &[
                "Batubara",
                "Muhammad Batubara",
                "Staf",
                "pelaksana",
                "Dinas",
                "197001012000031001",
                "y",
                "z",
            ],
            &[],
            &["", "", "", "Kepala Dinas"],
            &["", "", "", "Purwacaraka Gunadarma"],
            &["", "", "", "NIP. 19670101 199003 1 009"],
        ],
    ),
    (
        "skp",
        &[
            &[
                "nip",
                "kode_rhk",
                "jenis",
                "rhk",
                "kode_rhk_atasan",
                "aspek",
                "indikator",
                "target",
                "satuan",
            ],
            &[
                "197001012000031001",
                "A1",
                "utama",
                "Terlaksananya arahan Bapak WIRAHADIKUSUMA, pak Wirahadi, WIRAHADI-KUSUMA, Wirahadi Kusuma",
                "",
                "kuantitas",
                "Jumlah",
                "12",
                "dokumen",
            ],
            &[
                "198203032006042002",
                "B1",
                "utama",
                "Laporan SitiRahmadhanti dan SKP-NURAINI",
                "Rahmadhanti",
                "warna Batubara",
                "Laporan_ARahmadhanti.docx",
                "dua belas kata Sukmawardhani",
                "dokumen",
            ],
        ],
    ),
    (
        "realisasi",
        &[
            &["nip", "kode_rhk", "aspek", "periode", "realisasi", "bukti"],
            &[
                "197001012000031001",
                "A1",
                "kuantitas",
                "2025",
                "12",
                "https://contoh.id/abdulwirahadikusuma.pdf 19700101_200003_1_001",
            ],
            &[
                "198203032006042002",
                "Sukmawardhani",
                "kuantitas",
                "besok",
                "12 (Batubara)",
                "sukmawardhani@contoh.id",
            ],
        ],
    ),
    (
        "unit",
        &[
            &["unit_kerja", "unit_induk", "nama_pimpinan", "nip_pimpinan"],
            &["Dinas", "", "Purwacaraka", "196701011990031009"],
            &["Bidang Purwacaraka", "", "x", ""],
        ],
    ),
    (
        "Catatan Sukmawardhani",
        &[
            &["Catatan tentang Kertanegara"],
            &["Hal", "Isi"],
            &["a", "Gunadarma dan Batubara"],
        ],
    ),
    // Called after somebody whom no column names: one that is no table, and one that is and has a fault.
    ("Bu Mangunsarkoro", &[&["Hal", "Isi"], &["a", "b"]]),
    (
        "Sosrokartono",
        &[
            &["nip", "kode_rhk", "aspek", "realisasi"],
            &["198203032006042002", "A1", "kuantitas", "dua belas"],
        ],
    ),
];

#[test]
fn no_place_shows_a_name_that_no_column_told() {
    let dir = tempfile::tempdir().unwrap();
    let input = dir.path().join("data.xlsx");
    let mut book = Workbook::new();
    for (name, rows) in SHEETS {
        let sheet = book.add_worksheet();
        sheet.set_name(*name).unwrap();
        for (row, cells) in (0..).zip(*rows) {
            for (col, text) in (0..).zip(*cells).filter(|(_, text)| !text.is_empty()) {
                sheet.write_string(row, col, *text).unwrap();
            }
        }
    }
    // Far outside the tables, and quoted because nobody reads it.
    let sheet = book.worksheet_from_index(0).unwrap();
    sheet.write_string(50_000, 0, "hubungi Tirtakusumah, Sukmawardhani").unwrap();
    sheet.write_string(4, 16_000, "titipan Joyodiningrat").unwrap();
    book.save(&input).unwrap();
    let input = input.to_str().unwrap();
    let hidden = |what: &str, text: &str| {
        let small = text.to_lowercase();
        let bare: String = small.chars().filter(|c| !matches!(c, ' ' | '.' | '-' | '_')).collect();
        for secret in SECRETS {
            let found = small.contains(secret) || (secret.bytes().all(|b| b.is_ascii_digit()) && bare.contains(secret));
            assert!(!found, "{what} shows {secret}: {text}");
        }
    };
    for command in ["nilai", "periksa", "baca", "kaskade"] {
        for format in &super::formats() {
            let shown = skp(&[command, input, "--tahun", "2025", "--samarkan", "--format", format]);
            hidden(&format!("{command} {format}"), &shown);
        }
    }
    let path = |name: &str| dir.path().join(name).to_str().unwrap().to_owned();
    let (xlsx, html, json) = (path("l.xlsx"), path("l.html"), path("l.json"));
    let args = [
        "nilai", input, "--tahun", "2025", "-o", &xlsx, "--html", &html, "--json", &json, "--rumus",
    ];
    hidden("nilai -o", &skp(&[&args[..], &["--samarkan"]].concat()));
    hidden("l.html", &fs::read_to_string(&html).unwrap());
    hidden("l.json", &fs::read_to_string(&json).unwrap());
    hidden("l.xlsx", &workbook(xlsx.as_ref()));
    // The test sees what is there: openly, the report shows them.
    skp(&[&args[..], &["--paksa"]].concat());
    let open = workbook(xlsx.as_ref()) + &skp(&["baca", input]);
    let open = open.to_lowercase();
    for secret in SECRETS.iter().filter(|s| !s.contains(['\'', '1'])) {
        assert!(open.contains(secret), "{secret}");
    }
}
