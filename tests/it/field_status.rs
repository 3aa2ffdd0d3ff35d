//! A status under whatever heading lists write it: it decides whether somebody is rated at all (`docs/kontrak/aturan.md`
//! section 1.9, `masukan.md` sections 2 and 2b.8).

use serde_json::Value as Json;

use crate::support::field::{A, B, codes, folder, person, run};

/// Two people with a status each, under a heading, and their marks.
fn of(heading: &str, a: &str, b: &str) -> (i32, Json) {
    let people = format!(
        "NIP;Nama;Jabatan;Jenis Jabatan;Unit Kerja;{heading}\n\
         {A};Lintang Kertapati;Pengolah Data;Pelaksana;Dinas Arsip;{a}\n\
         {B};Bagas Adikarsa;Pengolah Data;Pelaksana;Dinas Arsip;{b}\n"
    );
    let marks = format!("nip;hasil_kerja;perilaku_kerja;hasil_akhir\n{A};sesuai;sesuai;Baik\n{B};sesuai;sesuai;Baik\n");
    let dir = folder(&[("pegawai.csv", people), ("penilaian.csv", marks)]);
    run(dir.path(), &["nilai", ".", "--tahun", "2025"])
}

fn standing<'j>(hasil: &'j Json, nip: &str) -> &'j str {
    let people = hasil["pegawai"].as_array().unwrap();
    people.iter().find(|p| p["nip"] == nip).unwrap()["status"].as_str().unwrap()
}

const HEADINGS: [&str; 6] = [
    "Status Kepegawaian",
    "STATUS ASN",
    "Jenis Pegawai",
    "Status Keaktifan",
    "Status",
    "Kedudukan Hukum",
];

#[test]
fn a_status_counts_under_every_heading_for_it() {
    for heading in HEADINGS {
        for (word, expected) in [
            ("Masa Persiapan Pensiun", "dikecualikan"),
            ("CLTN", "dikecualikan"),
            ("Cuti di Luar Tanggungan Negara", "dikecualikan"),
            ("Pemberhentian Sementara", "dikecualikan"),
            ("Pejabat Negara", "dikecualikan"),
            ("PNS - MPP", "dikecualikan"),
            ("Pensiun", "belum_dapat_dinilai"),
            ("BUP", "belum_dapat_dinilai"),
        ] {
            let (_, hasil) = of(heading, word, "PNS");
            assert_eq!(standing(&hasil, A), expected, "{heading}, {word}: {hasil}");
            assert_eq!(person(&hasil, B).0, Some("Baik"), "{heading}, {word}: {hasil}");
        }
        for word in [
            "PNS",
            "CPNS",
            "PPPK",
            "PPPK Penuh Waktu",
            "P3K Penuh Waktu",
            "PPPK Guru",
            "PNS Daerah",
            "ASN",
            "Cuti Besar",
            "",
        ] {
            let (_, hasil) = of(heading, word, "PNS");
            assert_eq!(person(&hasil, A).0, Some("Baik"), "{heading}, {word}: {hasil}");
            assert!(!codes(&hasil).contains(&"STR021"), "{heading}, {word}: {hasil}");
        }
    }
}

#[test]
fn a_word_that_is_neither_kind_nor_status_is_asked_about() {
    for heading in ["Status Kepegawaian", "STATUS ASN", "Status Keaktifan", "Status"] {
        let (exit, hasil) = of(heading, "Mutasi Keluar", "PNS");
        assert_eq!((exit, person(&hasil, A).0), (1, None), "{heading}: {hasil}");
        assert!(codes(&hasil).contains(&"STR021"), "{heading}: {hasil}");
    }
    // People who are no ASN, and a column of kinds that says something else, are no status.
    for (heading, word) in [
        ("Status Kepegawaian", "TNI"),
        ("Status Kepegawaian", "Non ASN"),
        ("Kategori Pegawai", "Tenaga Teknis"),
    ] {
        let (_, hasil) = of(heading, word, "PNS");
        assert_eq!(person(&hasil, A).0, Some("Baik"), "{heading}, {word}: {hasil}");
        assert!(!codes(&hasil).contains(&"STR021"), "{heading}, {word}: {hasil}");
    }
}

/// Beside a column of its own the status says the same, or neither counts.
#[test]
fn two_columns_that_say_a_status() {
    let (_, hasil) = of("Status;Status Kepegawaian", "cltn;CLTN", "aktif;PNS");
    assert_eq!(
        (standing(&hasil, A), person(&hasil, B).0),
        ("dikecualikan", Some("Baik")),
        "{hasil}"
    );
    let (_, hasil) = of("Status;Status Kepegawaian", ";CLTN", "tubel;PNS");
    assert_eq!(standing(&hasil, A), "dikecualikan", "{hasil}");
    let (exit, hasil) = of("Status;Status Kepegawaian", "aktif;CLTN", "aktif;PNS");
    assert_eq!((exit, standing(&hasil, A)), (1, "belum_dapat_dinilai"), "{hasil}");
    assert!(codes(&hasil).contains(&"STR021"), "{hasil}");
}

/// A list of marks says it, too.
#[test]
fn a_status_in_a_list_of_marks() {
    let row = |nip: &str, nama: &str, status: &str| {
        format!("{nip};{nama};Dinas Arsip;{status};Sesuai Ekspektasi;Sesuai Ekspektasi;Baik\n")
    };
    let text = format!(
        "NIP;Nama;Unit Kerja;Status Kepegawaian;Hasil Kerja;Perilaku Kerja;Predikat\n{}{}",
        row(A, "Lintang Kertapati", "CLTN"),
        row(B, "Bagas Adikarsa", "PPPK")
    );
    let dir = folder(&[("rekap.csv", text)]);
    let (_, hasil) = run(dir.path(), &["nilai", ".", "--tahun", "2025"]);
    assert_eq!(
        (standing(&hasil, A), person(&hasil, B).0),
        ("dikecualikan", Some("Baik")),
        "{hasil}"
    );
}
