//! Which days and which post a form of one person is of (`docs/kontrak/aturan.md` 1.9 and 6).

use serde_json::Value as Json;

use crate::support::field::{B, clean, codes, folder, person, run};

/// An evaluation without typed ratings (perilaku is told by a table): its days, unit, and its RHK with their umpan balik.
fn evaluation(days: &str, unit: &str, rhk: &[(&str, &str)]) -> String {
    let row = |(no, (text, umpan_balik)): (usize, &(&str, &str))| {
        format!("{no};Mutu arsip;{text};Kuantitas;Jumlah;12 daftar;12 daftar;{umpan_balik}\n")
    };
    let rows: Vec<String> = (1..).zip(rhk).map(row).collect();
    let rows = rows.concat();
    format!(
        "EVALUASI KINERJA PEGAWAI\nDINAS ARSIP;;;PERIODE PENILAIAN: {days}\n\
         NO;PEGAWAI YANG DINILAI;;NO;PEJABAT PENILAI KINERJA\n1;NAMA;Bagas Adikarsa;1;NAMA;Ratna Puspita\n\
         2;NIP;{B};2;NIP;197501012000032001\n4;JABATAN;Pengolah Data;4;JABATAN;Kepala Bidang\n\
         5;UNIT KERJA;{unit};5;UNIT KERJA;{unit}\nHASIL KERJA\n\
         NO;RENCANA HASIL KERJA PIMPINAN YANG DIINTERVENSI;RENCANA HASIL KERJA;ASPEK;INDIKATOR KINERJA INDIVIDU;TARGET;\
         REALISASI BERDASARKAN BUKTI DUKUNG;UMPAN BALIK BERKELANJUTAN\nA. UTAMA\n{rows}"
    )
}

const GOOD: &str = "Sesuai ekspektasi";
const BAD: &str = "Di bawah ekspektasi";
const FIRST: &str = "1 JANUARI S.D. 30 JUNI 2025";
const SECOND: &str = "1 JULI S.D. 31 DESEMBER 2025";
const YEAR: &str = "1 JANUARI S.D. 31 DESEMBER 2025";

fn scored(files: &[(&str, String)], more: &[&str]) -> Json {
    let perilaku = clean().pop().unwrap();
    let folder = folder(&[files, &[perilaku]].concat());
    run(folder.path(), &[&["nilai", ".", "--tahun", "2025"], more].concat()).1
}

/// First days of the postings, as every RHK shows its own; none where there is one posting.
fn posts(hasil: &Json) -> Vec<Option<&str>> {
    let people = hasil["pegawai"].as_array().unwrap_or_else(|| panic!("{hasil}"));
    let bagas = people.iter().find(|p| p["nip"] == B).unwrap();
    bagas["rhk"].as_array().unwrap().iter().map(|r| r["mulai"].as_str()).collect()
}

/// Of somebody transferred the RHK of a form count for its own post, whatever the order of the files.
#[test]
fn rhk_of_a_form_are_of_its_post() {
    let many = [("Daftar tersusun", GOOD), ("Arsip disusutkan", GOOD), ("Depo tertata", GOOD)];
    let one = [("Surat terkelola", BAD)];
    for (before, after, predikat) in [(&many[..], &one[..], "Butuh Perbaikan"), (&one[..], &many[..], "Baik")] {
        let (a, b) = (
            evaluation(FIRST, "Bidang Arsip", before),
            evaluation(SECOND, "Bidang Layanan", after),
        );
        for files in [
            [("a.csv", a.clone()), ("b.csv", b.clone())],
            [("a.csv", b.clone()), ("b.csv", a.clone())],
        ] {
            let hasil = scored(&files, &[]);
            assert_eq!(person(&hasil, B), (Some(predikat), "Bidang Layanan"), "{hasil}");
            let due: Vec<_> = before
                .iter()
                .map(|_| Some("2025-01-01"))
                .chain(after.iter().map(|_| Some("2025-07-01")))
                .collect();
            assert_eq!(posts(&hasil), due, "{hasil}");
            let numeric = scored(&files, &["--aturan", "pp-30-2019"]);
            assert!(!codes(&numeric).contains(&"TGT007"), "each post has its SKP: {numeric}");
        }
    }
}

/// The forms of one post are of one posting, those of its quarters too: all their RHK count.
#[test]
fn forms_of_one_post_are_of_one_posting() {
    let files = [
        (
            "a.csv",
            evaluation(
                FIRST,
                "Bidang Arsip",
                &[("Daftar tersusun", GOOD), ("Arsip disusutkan", GOOD)],
            ),
        ),
        ("b.csv", evaluation(SECOND, "Bidang Arsip", &[("Surat terkelola", BAD)])),
    ];
    let hasil = scored(&files, &[]);
    assert_eq!(person(&hasil, B), (Some("Baik"), "Bidang Arsip"), "{hasil}");
    assert_eq!(posts(&hasil), [None; 3], "{hasil}");
}

/// Where tables tell the posts, a form is of the one that it names; of none of them by name, it is of that of its last day.
#[test]
fn a_form_is_of_a_post_that_tables_tell() {
    let pegawai = format!(
        "nip,nama,jabatan,jenis_jabatan,unit_kerja,nip_atasan,mulai,selesai\n\
         {B},Bagas Adikarsa,Pengolah Data,pelaksana,Bidang Arsip,197501012000032001,2025-01-01,2025-06-30\n\
         {B},Bagas Adikarsa,Pengolah Data,pelaksana,Bidang Layanan,197501012000032001,2025-07-01,2025-12-31\n"
    );
    for (days, unit, due) in [
        (YEAR, "Bidang Layanan", "2025-07-01"),
        (YEAR, "Dinas Arsip", "2025-07-01"),
        (YEAR, "Bidang Arsip", "2025-01-01"),
        (FIRST, "Dinas Arsip", "2025-01-01"),
    ] {
        let files = [
            ("pegawai.csv", pegawai.clone()),
            ("form.csv", evaluation(days, unit, &[("Daftar tersusun", GOOD)])),
        ];
        let hasil = scored(&files, &[]);
        assert_eq!(posts(&hasil), [Some(due)], "{days} {unit}: {hasil}");
    }
}

/// An RHK of a table without `mulai` is of the last posting that has a day of the period.
#[test]
fn a_plan_without_mulai_is_of_the_last_posting_of_the_period() {
    let mut files = clean();
    files[0].1 = format!(
        "nip,nama,jabatan,jenis_jabatan,unit_kerja,nip_atasan,mulai,selesai\n\
         {B},Bagas Adikarsa,Pengolah Data,pelaksana,Bidang Arsip,197501012000032001,2025-01-01,2025-07-31\n\
         {B},Bagas Adikarsa,Pengolah Data,pelaksana,Bidang Layanan,197501012000032001,2025-08-01,2025-12-31\n"
    );
    files[2].1 = files[2].1.replace(",2025,", ",2025-S1,");
    let hasil = scored(&files, &["--periode", "2025-S1"]);
    assert_eq!(person(&hasil, B), (Some("Baik"), "Bidang Arsip"), "{hasil}");
}

/// Of a part of the year only forms of that part tell what was attained: one that reaches beyond it serves as a plan.
#[test]
fn a_form_of_a_longer_period_is_not_the_part() {
    let form = |days: &str, umpan_balik: &'static str| {
        let rated = "RATING HASIL KERJA;SESUAI EKSPEKTASI\nRATING PERILAKU KERJA;SESUAI EKSPEKTASI\n";
        let rated = if umpan_balik == GOOD { rated } else { "" };
        evaluation(days, "Bidang Arsip", &[("Daftar tersusun", umpan_balik)]) + rated
    };
    for (days, asked) in [
        (YEAR, "2025-S1"),
        (FIRST, "2025-TW1"),
        ("2 JANUARI S.D. 31 DESEMBER 2025", "2025-S1"),
        ("2 JANUARI S.D. 31 DESEMBER 2025", "2025-S2"),
    ] {
        let hasil = scored(&[("a.csv", form(days, GOOD))], &["--periode", asked]);
        assert_eq!(person(&hasil, B).0, None, "{days} {asked}: {hasil}");
        assert!(codes(&hasil).contains(&"STR027"), "{days} {asked}: {hasil}");
        assert_eq!(posts(&hasil).len(), 1, "its plan serves: {hasil}");
    }
    let both = [("a.csv", form(FIRST, BAD)), ("b.csv", form(YEAR, GOOD))];
    let part = scored(&both, &["--periode", "2025-S1"]);
    assert_eq!(person(&part, B).0, Some("Butuh Perbaikan"), "{part}");
    assert!(!codes(&part).contains(&"REA020"), "{part}");
    let year = scored(&both, &[]);
    assert_eq!(person(&year, B).0, Some("Baik"), "{year}");
    let within = scored(&[("a.csv", form(SECOND, BAD))], &["--periode", "2025-S2"]);
    assert_eq!(person(&within, B).0, Some("Butuh Perbaikan"), "{within}");
}

/// Nobody is in one post twice at once: a form whose days overlap those of another form of the post is of the same posting.
#[test]
fn forms_of_one_post_that_overlap_are_of_one_posting() {
    let rhk = [("Daftar tersusun", GOOD)];
    let plan = |days: &str, unit: &str| {
        evaluation(days, unit, &rhk)
            .replace("EVALUASI KINERJA", "SASARAN KINERJA")
            .replace(";REALISASI BERDASARKAN BUKTI DUKUNG;UMPAN BALIK BERKELANJUTAN", "")
            .replace(";12 daftar;12 daftar;Sesuai ekspektasi", ";12 daftar")
    };
    let late = "2 JANUARI S.D. 31 DESEMBER 2025";
    for (a, b) in [
        (YEAR, late),
        (late, YEAR),
        (late, "1 JANUARI S.D. 30 DESEMBER 2025"),
        (YEAR, "3 MARET S.D. 31 DESEMBER 2025"),
    ] {
        let files = [
            ("a.csv", plan(a, "Bidang Arsip")),
            ("b.csv", evaluation(b, "Bidang Arsip", &rhk)),
        ];
        let hasil = scored(&files, &[]);
        assert_eq!(person(&hasil, B).0, Some("Baik"), "{a} {b}: {hasil}");
        assert_eq!(posts(&hasil), [None], "{a} {b}: {hasil}");
    }
    for (days, unit) in [(late, "Bidang Layanan"), ("1 APRIL S.D. 31 DESEMBER 2025", "Bidang Arsip")] {
        let before = plan("1 JANUARI S.D. 28 FEBRUARI 2025", "Bidang Arsip");
        let hasil = scored(&[("a.csv", before), ("b.csv", evaluation(days, unit, &rhk))], &[]);
        assert_eq!(posts(&hasil).len(), 2, "{unit}: {hasil}");
    }
}

/// An evaluation of all the days in the last post is the year's, also where they are a semester; one of a semester in the
/// same post is not.
#[test]
fn an_evaluation_of_the_whole_last_post_is_the_years() {
    let rated = |days: &str, unit: &str| {
        let rated =
            "RATING HASIL KERJA;SESUAI EKSPEKTASI\nRATING PERILAKU KERJA;SESUAI EKSPEKTASI\nPREDIKAT KINERJA PEGAWAI;BAIK\n";
        evaluation(days, unit, &[("Daftar tersusun", GOOD)]) + rated
    };
    let moved = format!(
        "nip,nama,jabatan,jenis_jabatan,unit_kerja,nip_atasan,mulai,selesai\n\
         {B},Bagas Adikarsa,Pengolah Data,pelaksana,Bidang Arsip,197501012000032001,2020-01-01,2025-06-30\n\
         {B},Bagas Adikarsa,Pengolah Data,pelaksana,Bidang Layanan,197501012000032001,2025-07-01,\n"
    );
    let without_perilaku = |files: &[(&str, String)]| run(folder(files).path(), &["nilai", ".", "--tahun", "2025"]).1;
    for files in [
        vec![
            ("a.csv", rated(FIRST, "Bidang Arsip")),
            ("b.csv", rated(SECOND, "Bidang Layanan")),
        ],
        vec![("pegawai.csv", moved.clone()), ("b.csv", rated(SECOND, "Bidang Layanan"))],
    ] {
        let hasil = without_perilaku(&files);
        assert_eq!(person(&hasil, B), (Some("Baik"), "Bidang Layanan"), "{hasil}");
        assert!(!codes(&hasil).contains(&"STR068"), "{hasil}");
    }
    let semester =
        rated(SECOND, "Bidang Layanan").replace("EVALUASI KINERJA PEGAWAI", "EVALUASI KINERJA PEGAWAI SEMESTER II TAHUN 2025");
    for files in [
        vec![("b.csv", rated(SECOND, "Bidang Arsip"))],
        vec![
            ("a.csv", rated(FIRST, "Bidang Arsip")),
            ("b.csv", rated(SECOND, "Bidang Arsip")),
        ],
        vec![("pegawai.csv", moved.clone()), ("a.csv", rated(FIRST, "Bidang Arsip"))],
        vec![("pegawai.csv", moved), ("b.csv", semester)],
    ] {
        let hasil = without_perilaku(&files);
        assert_eq!(person(&hasil, B).0, None, "{hasil}");
        assert!(codes(&hasil).contains(&"STR068"), "{hasil}");
    }
}
