//! Marks of a part of the year never become the year's result, whatever year their headings name (`docs/kontrak/masukan.md`
//! sections 2b.1 and 3).

use crate::support::field::{A, B, codes, folder, person, run, two};

const HEAD: &str = "No;Nama;NIP;Unit;Rating Hasil Kerja;Rating Perilaku";
const MARKS: &str = "X;Sesuai Ekspektasi;Di Atas Ekspektasi;Baik";

/// A table of two people below a title.
fn under(title: &str, header: &str, marks: &str) -> String {
    format!("{title};;;;;;\n;;;;;;\n{}", two(header, marks, marks))
}

fn scored(text: &str, asked: &[&str]) -> (i32, serde_json::Value) {
    let dir = folder(&[("unduhan.csv", text.to_owned())]);
    run(dir.path(), &[&["nilai", "unduhan.csv"], asked].concat())
}

#[test]
fn the_year_in_a_heading_says_of_which_year_the_month_is() {
    for title in [
        "Laporan Penilaian SKP Periode Bulanan Mei Tahun 2025",
        "Periode Bulanan 5 Tahun 2025",
        "Bulan : Mei 2025",
        "REKAPITULASI KINERJA BULAN MEI 2025",
    ] {
        for heading in [
            "Predikat Kinerja 2025",
            "PREDIKAT KINERJA TAHUN 2025",
            "Predikat Kinerja Pegawai 2025",
            "Hasil Akhir (2025)",
        ] {
            let text = under(title, &format!("{HEAD};{heading}"), MARKS);
            let (exit, hasil) = scored(&text, &["--tahun", "2025"]);
            assert_eq!((exit, person(&hasil, A).0), (1, None), "{title} {heading}: {hasil}");
            assert_eq!(codes(&hasil).iter().filter(|c| **c == "STR027").count(), 1, "{hasil}");
            assert!(hasil["temuan"].to_string().contains("--periode 2025-05"), "{hasil}");
            let (exit, hasil) = scored(&text, &["--periode", "2025-05"]);
            assert_eq!((exit, person(&hasil, A).0), (0, Some("Baik")), "{title} {heading}: {hasil}");
        }
    }
    // The ratings of December alone are not the year's, either.
    let text = under(
        "Periode Bulanan 12 Tahun 2025",
        &format!("{HEAD};Predikat Kinerja Tahunan"),
        "X;Sesuai Ekspektasi;Di Atas Ekspektasi;",
    );
    let (exit, hasil) = scored(&text, &["--tahun", "2025"]);
    assert_eq!((exit, person(&hasil, A).0), (1, None), "{hasil}");
    assert!(codes(&hasil).contains(&"STR027"), "{hasil}");
    // Likewise where the rows say the month, and where the title says a part that nobody can tell.
    let rows = two(
        "No;Nama;NIP;Unit;Periode;Predikat Tahun 2025",
        "X;Mei 2025;Baik",
        "X;Mei 2025;Baik",
    );
    let unclear = under("REKAP BULANAN TAHUN 2025", "No;Nama;NIP;Unit;Predikat Tahun 2025", "X;Baik");
    for (text, code) in [(rows, "STR027"), (unclear, "STR096")] {
        let (exit, hasil) = scored(&text, &["--tahun", "2025"]);
        assert_eq!((exit, person(&hasil, A).0), (1, None), "{text}: {hasil}");
        assert!(codes(&hasil).contains(&code), "{text}: {hasil}");
    }
}

/// Two months are of two periods, and no rows that contradict each other.
#[test]
fn two_months_contradict_each_other_nowhere() {
    let month = |n: u8, marks: &str| {
        let title = format!("Periode Bulanan {n} Tahun 2025");
        under(&title, &format!("{HEAD};Predikat Kinerja Tahun 2025"), marks)
    };
    let dir = folder(&[
        ("Rekap (11).csv", month(11, MARKS)),
        (
            "Rekap (12).csv",
            month(12, "X;Di Bawah Ekspektasi;Sesuai Ekspektasi;Butuh Perbaikan"),
        ),
    ]);
    let (exit, hasil) = run(dir.path(), &["nilai", ".", "--tahun", "2025"]);
    assert_eq!((exit, person(&hasil, B).0), (1, None), "{hasil}");
    assert_eq!(codes(&hasil), ["STR027", "STR027"], "{hasil}");
}

#[test]
fn a_heading_of_the_whole_year_contradicts_the_title_of_a_quarter() {
    for (heading, title) in [
        ("PREDIKAT TAHUNAN", "Periode Triwulan III Tahun 2025"),
        ("Predikat Kinerja Tahunan 2025", "LAPORAN PENILAIAN TRIWULAN III TAHUN 2025"),
        ("Predikat 1 Januari s.d. 31 Desember 2025", "Periode : TW 3 2025"),
    ] {
        let text = under(title, &format!("{HEAD};{heading}"), MARKS);
        let (exit, hasil) = scored(&text, &["--tahun", "2025"]);
        assert_eq!((exit, person(&hasil, A).0), (1, None), "{heading}: {hasil}");
        let told = hasil["temuan"].to_string();
        assert!(
            codes(&hasil).contains(&"STR096") && told.contains("untuk triwulan 3 2025 menurut judulnya"),
            "{heading}: {hasil}"
        );
        assert!(!codes(&hasil).contains(&"HSL007"), "nobody lacks a mark: {hasil}");
        // The ratings are the quarter's, and the predikat is not taken for it.
        let wrong = text.replace(";Baik", ";Sangat Kurang");
        let (_, hasil) = scored(&wrong, &["--periode", "2025-TW3"]);
        assert_eq!(person(&hasil, A).0, Some("Baik"), "{heading}: {hasil}");
        assert!(codes(&hasil).contains(&"STR096"), "{heading}: {hasil}");
    }
}

/// Headings that stand apart from those of a part of the year, a title of the year, and one that says only as of when the
/// list is: the year's marks count.
#[test]
fn marks_of_the_year_beside_those_of_a_part() {
    let year = "REKAP PENILAIAN KINERJA TAHUN 2025";
    for (title, header, marks) in [
        (year, format!("{HEAD};Predikat Tahun 2025"), MARKS.to_owned()),
        (year, format!("{HEAD};PREDIKAT TAHUNAN"), MARKS.to_owned()),
        (
            "Keadaan Desember 2025",
            format!("{HEAD};Predikat Tahun 2025"),
            MARKS.to_owned(),
        ),
        (
            "REKAP TRIWULAN IV TAHUN 2025",
            "No;Nama;NIP;Unit;Predikat TW IV;Predikat Tahunan".to_owned(),
            "X;Kurang;Baik".to_owned(),
        ),
        (
            "REKAP BULAN DESEMBER 2025",
            "No;Nama;NIP;Unit;Predikat;Predikat Tahunan".to_owned(),
            "X;Kurang;Baik".to_owned(),
        ),
    ] {
        let (exit, hasil) = scored(&under(title, &header, &marks), &["--tahun", "2025"]);
        assert_eq!((exit, person(&hasil, A).0), (0, Some("Baik")), "{title} {header}: {hasil}");
        assert!(!codes(&hasil).contains(&"STR096"), "{title} {header}: {hasil}");
    }
    // The ratings beside a predikat of another period are not that period's.
    let header = "No;Nama;NIP;Unit;Hasil Kerja;Perilaku Kerja;Predikat;Predikat Tahunan";
    let marks = "X;Di Bawah Ekspektasi;Di Bawah Ekspektasi;Sangat Kurang;Baik";
    let (_, hasil) = scored(&under("REKAP BULAN DESEMBER 2025", header, marks), &["--tahun", "2025"]);
    assert_eq!(person(&hasil, A).0, Some("Baik"), "{hasil}");
    assert!(!codes(&hasil).contains(&"HSL004"), "{hasil}");
}

/// A table in a folder or file of this name, without a period of its own: exit code, predikat, and what is told.
fn named(place: &str) -> (i32, Option<String>, String) {
    let dir = tempfile::tempdir().unwrap();
    let at = dir.path().join(place);
    std::fs::create_dir_all(at.parent().unwrap()).unwrap();
    std::fs::write(&at, two("No;Nama;NIP;Unit;Predikat", "X;Baik", "X;Baik")).unwrap();
    let (exit, hasil) = run(dir.path(), &["nilai", place, "--tahun", "2025"]);
    let predikat = person(&hasil, A).0.map(str::to_owned);
    (exit, predikat, hasil["temuan"].to_string())
}

#[test]
fn the_name_of_a_file_or_folder_says_a_period_only_beyond_doubt() {
    for name in [
        "SI",
        "27si",
        "s1",
        "S2",
        "27s2",
        "q1",
        "27q2",
        "S II",
        "Rekap SI",
        "TIM SI",
        "Bidang SI",
        "Pendidikan S1",
        "Seksi V",
        "Dinas II",
        "Kelurahan Mei",
        "Pegawai Agustus",
        "skp 2024",
        "Data Januari 2026",
    ] {
        for place in [format!("{name}/d.csv"), format!("{name}.csv")] {
            let (exit, predikat, told) = named(&place);
            assert_eq!((exit, predikat.as_deref()), (0, Some("Baik")), "{place}: {told}");
        }
    }
    for (name, option) in [
        ("TW 1", "--periode 2025-TW1"),
        ("tw2", "--periode 2025-TW2"),
        ("Triwulan III", "--periode 2025-TW3"),
        ("Semester 1", "--periode 2025-S1"),
        ("Maret", "--periode 2025-03"),
        ("03. Maret", "--periode 2025-03"),
        ("SKP Maret 2025", "--periode 2025-03"),
        ("Rekap Mei", "--periode 2025-05"),
        ("S1 2025", "--periode 2025-S1"),
        ("2024", "--tahun 2024"),
        ("rekap 2024", "--tahun 2024"),
    ] {
        for (place, whose) in [
            (format!("{name}/d.csv"), format!("menurut nama foldernya, \\\"{name}\\\"")),
            (format!("{name}.csv"), format!("menurut nama berkasnya, \\\"{name}.csv\\\"")),
        ] {
            let (exit, predikat, told) = named(&place);
            assert_eq!((exit, predikat.as_deref()), (1, None), "{place}: {told}");
            assert!(told.contains(option) && told.contains(&whose), "{place}: {told}");
        }
    }
}

/// What a table says itself is not told to be said by a name, and a heading of the whole year says more than a name.
#[test]
fn what_a_table_says_itself_is_not_said_by_its_name() {
    let dir = tempfile::tempdir().unwrap();
    std::fs::create_dir(dir.path().join("Mei")).unwrap();
    let table = under("BULAN MEI 2025", "No;Nama;NIP;Unit;Predikat", "X;Baik");
    std::fs::write(dir.path().join("Mei/d.csv"), table).unwrap();
    let (exit, hasil) = run(dir.path(), &["nilai", ".", "--tahun", "2025"]);
    assert_eq!((exit, person(&hasil, A).0), (1, None), "{hasil}");
    assert!(!hasil["temuan"].to_string().contains("menurut nama"), "{hasil}");
    let table = two("No;Nama;NIP;Unit;Predikat Tahunan", "X;Baik", "X;Baik");
    std::fs::write(dir.path().join("Mei/d.csv"), table).unwrap();
    let (exit, hasil) = run(dir.path(), &["nilai", ".", "--tahun", "2025"]);
    assert_eq!((exit, person(&hasil, A).0), (0, Some("Baik")), "{hasil}");
    // The first and the last day of the year say more than the month in which a file was made.
    let rows = two("No;Nama;NIP;Unit;Predikat", "X;Baik", "X;Baik");
    for (title, predikat) in [
        ("PERIODE 1-1-2025 s/d 31-12-2025", Some("Baik")),
        ("01/01/2025 - 31/12/2025", Some("Baik")),
        ("1 Januari s.d. 31 Desember 2025", Some("Baik")),
        ("TAHUN 2025", None),
    ] {
        let dir = folder(&[("SKP Desember 2025.csv", format!("{title};;;;\n;;;;\n{rows}"))]);
        let hasil = run(dir.path(), &["nilai", ".", "--tahun", "2025"]).1;
        assert_eq!(person(&hasil, A).0, predikat, "{title}: {hasil}");
        let by_name = hasil["temuan"].to_string().contains("menurut nama berkasnya");
        assert_eq!(by_name, predikat.is_none(), "{title}: {hasil}");
    }
}

/// Letters behind somebody's name, and the name of a unit, are no half-year.
#[test]
fn letters_in_a_title_are_no_part_of_the_year() {
    for line in ["Pejabat Penilai : Rukmi Anjani, M.Si", "BIDANG SI", "UNIT KERJA : TIM SI"] {
        let text = under(line, "No;Nama;NIP;Unit;Predikat", "X;Baik");
        let (exit, hasil) = scored(&text, &["--tahun", "2025"]);
        assert_eq!((exit, person(&hasil, A).0), (0, Some("Baik")), "{line}: {hasil}");
    }
}
