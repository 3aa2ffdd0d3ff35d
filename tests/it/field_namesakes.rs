//! Units of one name under several units above (`docs/kontrak/masukan.md` section 2).

use serde_json::Value as Json;

use crate::support::field::{codes, folder, run};
use crate::support::program::skp;

/// Two UPT, each with its head and a Subbagian Tata Usaha of a head and two more; those of UPT B are rated better.
struct Row {
    nip: String,
    nama: &'static str,
    jabatan: &'static str,
    unit: &'static str,
    induk: &'static str,
    atasan: Option<usize>,
    predikat: &'static str,
}

const SHARED: &str = "Subbagian Tata Usaha";

fn people() -> Vec<Row> {
    let row = |n: usize, nama, jabatan, (unit, induk), atasan, predikat| Row {
        nip: format!("198001{:02}200501100{}", n + 1, n + 1),
        nama,
        jabatan,
        unit,
        induk,
        atasan,
        predikat,
    };
    let (a, b, head) = ("UPT A", "UPT B", "Kepala Subbagian Tata Usaha");
    vec![
        row(0, "Harsa Utama", "Kepala UPT A", (a, "Dinas"), None, "Baik"),
        row(1, "Kirana Andini", head, (SHARED, a), Some(0), "Baik"),
        row(2, "Ranu Wibawa", "Pengolah Data", (SHARED, a), Some(1), "Baik"),
        row(3, "Sari Puspita", "Pengolah Data", (SHARED, a), Some(1), "Baik"),
        row(4, "Damar Wulan", "Kepala UPT B", (b, "Dinas"), None, "Baik"),
        row(5, "Lintang Kertapati", head, (SHARED, b), Some(4), "Sangat Baik"),
        row(6, "Tono Sudarsono", "Pengolah Data", (SHARED, b), Some(5), "Sangat Baik"),
        row(7, "Umar Said", "Pengolah Data", (SHARED, b), Some(5), "Sangat Baik"),
    ]
}

/// A table of all, of the columns that are told.
fn list(header: &str, cells: impl Fn(&Row, &[Row]) -> String) -> String {
    let people = people();
    let rows: Vec<String> = people.iter().map(|p| cells(p, &people)).collect();
    format!("{header}\n{}\n", rows.join("\n"))
}

fn atasan(row: &Row, all: &[Row]) -> String {
    row.atasan.map_or(String::new(), |at| all[at].nip.clone())
}

/// Unit, people, predikat organisasi.
fn units(hasil: &Json) -> Vec<(&str, u64, Option<&str>)> {
    let units = hasil["unit"].as_array().unwrap_or_else(|| panic!("{hasil}"));
    units
        .iter()
        .map(|u| {
            (
                u["unit_kerja"].as_str().unwrap(),
                u["jumlah"].as_u64().unwrap(),
                u["predikat_organisasi"].as_str(),
            )
        })
        .filter(|(name, ..)| name.to_lowercase().starts_with("subbag"))
        .collect()
}

fn nilai(files: &[(&str, String)]) -> (i32, Json) {
    run(folder(files).path(), &["nilai", ".", "--tahun", "2025"])
}

const APART: [&str; 2] = ["Subbagian Tata Usaha (UPT A)", "Subbagian Tata Usaha (UPT B)"];

#[test]
fn the_unit_above_tells_units_of_one_name_apart() {
    let marks = list("nip;nama;predikat kinerja", |p, _| {
        format!("{};{};{}", p.nip, p.nama, p.predikat)
    });
    let table = "unit_kerja;unit_induk;predikat_organisasi\nDinas;;Baik\nUPT A;Dinas;Baik\nUPT B;Dinas;Baik\n\
                 Subbagian Tata Usaha;UPT A;Kurang\nSUBBAGIAN TATA USAHA;UPT B;Istimewa\n";
    let header = "nip;nama;jabatan;jenis_jabatan;unit_kerja";
    let base = |p: &Row| format!("{};{};{};pelaksana;{}", p.nip, p.nama, p.jabatan, p.unit);
    // By a column of its own, by the atasan, by both.
    let with_induk = list(&format!("{header};unit_induk"), |p, _| format!("{};{}", base(p), p.induk));
    let with_atasan = list(&format!("{header};nip_atasan"), |p, all| {
        format!("{};{}", base(p), atasan(p, all))
    });
    for people in [with_induk, with_atasan] {
        let files = [
            ("pegawai.csv", people),
            ("unit.csv", table.to_owned()),
            ("nilai.csv", marks.clone()),
        ];
        let (_, hasil) = nilai(&files);
        let found = units(&hasil);
        let apart = vec![
            (APART[0], 3, Some("Kurang")),
            ("SUBBAGIAN TATA USAHA (UPT B)", 3, Some("Istimewa")),
        ];
        assert_eq!(found, apart, "{hasil}");
        assert!(
            !codes(&hasil).contains(&"STR024") && !codes(&hasil).contains(&"KAS011"),
            "{hasil}"
        );
        assert!(hasil["temuan"].to_string().contains("dihitung sebagai 2 unit"), "{hasil}");
    }
    // By nothing: nobody is counted in either, and both rows are named.
    let files = [
        ("pegawai.csv", list(header, |p, _| base(p))),
        ("unit.csv", table.to_owned()),
        ("nilai.csv", marks),
    ];
    let (exit, hasil) = nilai(&files);
    assert_eq!((exit, units(&hasil)), (1, vec![(SHARED, 6, None)]), "{hasil}");
    let told = hasil["temuan"].to_string();
    assert!(
        told.contains("sel A5 di unit.csv") && told.contains("sel A6 di unit.csv"),
        "{hasil}"
    );
    assert!(!codes(&hasil).contains(&"STR092"), "{hasil}");
}

#[test]
fn one_list_with_the_unit_above() {
    for heading in ["Unit Kerja Induk", "Unor Induk", "OPD", "Satuan Kerja"] {
        let (_, hasil) = nilai(&[(
            "rekap.csv",
            list(&format!("NIP;Nama;Jabatan;{heading};Unit Kerja;Predikat Kinerja"), |p, _| {
                format!("{};{};{};{};{};{}", p.nip, p.nama, p.jabatan, p.induk, p.unit, p.predikat)
            }),
        )]);
        assert_eq!(
            units(&hasil),
            [(APART[0], 3, None), (APART[1], 3, None)],
            "{heading}: {hasil}"
        );
    }
    // The predikat organisasi beside people is that of their own of the two.
    let (_, hasil) = nilai(&[(
        "rekap.csv",
        list(
            "NIP;Nama;Unit Induk;Unit Kerja;Predikat Kinerja Pegawai;Predikat Kinerja Organisasi",
            |p, _| {
                let organisasi = if p.induk == "UPT B" { "Istimewa" } else { "Baik" };
                format!("{};{};{};{};{};{organisasi}", p.nip, p.nama, p.induk, p.unit, p.predikat)
            },
        ),
    )]);
    let apart = [(APART[0], 3, Some("Baik")), (APART[1], 3, Some("Istimewa"))];
    assert_eq!(units(&hasil), apart, "{hasil}");
    assert!(!codes(&hasil).contains(&"STR024"), "{hasil}");
}

#[test]
fn two_who_lead_one_name() {
    // One unit, and a warning with both rows.
    let (exit, hasil) = nilai(&[(
        "rekap.csv",
        list("NIP;Nama;Jabatan;Unit Kerja;Predikat Kinerja", |p, _| {
            format!("{};{};{};{};{}", p.nip, p.nama, p.jabatan, p.unit, p.predikat)
        }),
    )]);
    assert_eq!((exit, units(&hasil)), (0, vec![(SHARED, 6, None)]), "{hasil}");
    let told = hasil["temuan"].to_string();
    assert!(
        told.contains("dua kepala") && told.contains("A3") && told.contains("A7"),
        "{hasil}"
    );
}

/// What is one unit stays one: an office beside the one inside it as the unit above, one that nobody names, an office above itself.
#[test]
fn one_unit_stays_one() {
    let one = |induk: fn(&Row) -> &str| {
        let table = "unit_kerja;unit_induk;predikat_organisasi\nUPT A;Dinas;Baik\nSubbagian Tata Usaha;UPT A;Baik\n";
        let (_, hasil) = nilai(&[
            ("unit.csv", table.to_owned()),
            (
                "rekap.csv",
                list("NIP;Nama;Jabatan;Unit Induk;Unit Kerja;Predikat Kinerja", |p, _| {
                    format!("{};{};Pengolah Data;{};{};{}", p.nip, p.nama, induk(p), p.unit, p.predikat)
                }),
            ),
        ]);
        assert_eq!(units(&hasil), [(SHARED, 6, Some("Baik"))], "{hasil}");
        assert!(!codes(&hasil).contains(&"STR104"), "{hasil}");
    };
    one(|p| if p.induk == "UPT B" { "UPT A" } else { p.induk });
    one(|p| if p.induk == "UPT B" { "Dinas" } else { p.induk });
    one(|p| if p.induk == "UPT B" { "" } else { p.induk });
    one(|_| "UPT Layanan A");
    one(|p| if p.induk == "UPT B" { "Subbagian Tata Usaha" } else { p.induk });
    one(|p| if p.induk == "UPT B" { "UPT. A" } else { p.induk });
    // One of them stands elsewhere.
    one(|p| if p.nama == "Umar Said" { "UPT B" } else { "UPT A" });
}

/// Names that differ by punctuation, blanks or letter case are one unit.
#[test]
fn spellings_of_one_unit() {
    let spelled = [
        "Seksi Umum",
        "SEKSI UMUM",
        "Seksi  Umum.",
        "Seksi Umum ,",
        "seksi-umum",
        "Seksi Umum",
        "(Seksi Umum)",
        "Seksi\u{a0}Umum",
    ];
    let people = people();
    let rows: Vec<String> = (people.iter().zip(spelled))
        .map(|(p, unit)| format!("{};{};\"{unit}\";{}", p.nip, p.nama, p.predikat))
        .collect();
    let (_, hasil) = nilai(&[(
        "rekap.csv",
        format!("NIP;Nama;Unit Kerja;Predikat Kinerja\n{}\n", rows.join("\n")),
    )]);
    let units = hasil["unit"].as_array().unwrap();
    assert_eq!(units.len(), 1, "{hasil}");
    assert_eq!(units[0]["jumlah"], 8, "{hasil}");
}

/// Names that differ in what is shortened are told, and stay two.
#[test]
fn shortened_names_of_units_are_told() {
    let list = |units: [&str; 2]| {
        let people = people();
        let row = |at: usize| format!("{};{};{};Baik", people[at].nip, people[at].nama, units[at]);
        nilai(&[(
            "rekap.csv",
            format!("NIP;Nama;Unit Kerja;Predikat Kinerja\n{}\n{}\n", row(0), row(1)),
        )])
        .1
    };
    for units in [
        ["Subbag. Umum", "Sub Bagian Umum"],
        ["Bid. Arsip", "BIDANG ARSIP"],
        ["Sub Bag. Keuangan", "Subbagian Keuangan"],
        ["SDN 1 Khayal", "SD Negeri 1 Khayal"],
    ] {
        let hasil = list(units);
        assert!(codes(&hasil).contains(&"STR105"), "{units:?}: {hasil}");
        assert_eq!(hasil["unit"].as_array().unwrap().len(), 2, "{units:?}: {hasil}");
    }
    for units in [
        ["Bidang Arsip I", "Bidang Arsip II"],
        ["SDN 1 Khayal", "SDN 2 Khayal"],
        ["Bidang Arsip", "Bidang Arsip."],
    ] {
        let hasil = list(units);
        assert!(!codes(&hasil).contains(&"STR105"), "{units:?}: {hasil}");
    }
}

/// The first page counts the kinds of employees, however they are written.
#[test]
fn kinds_of_people_on_the_first_page() {
    let people = people();
    let kinds = [
        "PNS",
        "CPNS",
        "PPPK",
        "PPPK TAHAP II",
        "P3K",
        "pppk Tahun 2024",
        "PPPK Paruh Waktu",
        "",
    ];
    let rows: Vec<String> = (people.iter().zip(kinds))
        .map(|(p, kind)| format!("{};{};X;{kind};Baik", p.nip, p.nama))
        .collect();
    let text = format!("NIP;Nama;Unit Kerja;Jenis Pegawai;Predikat Kinerja\n{}\n", rows.join("\n"));
    let dir = folder(&[("rekap.csv", text)]);
    skp(dir.path(), &["nilai", ".", "--tahun", "2025", "--html", "laporan.html"]);
    let page = std::fs::read_to_string(dir.path().join("laporan.html")).unwrap();
    for said in [
        "PNS 2 dari 2",
        "PPPK 4 dari 4",
        "PPPK PARUH WAKTU 1 dari 1",
        "jenis tidak disebut 1 dari 1",
    ] {
        assert!(page.contains(said), "{said}");
    }
}
