//! Tables that know a part of the people, or of the year: whoever another file names with his mark stands in the result, and
//! what is there for another part of the year is told as that (`docs/kontrak/masukan.md` sections 2 and 2b.3).

use serde_json::Value as Json;

use crate::support::field::{A, B, clean, codes, folder, person, run};

const C: &str = "198801022014022003";
const D: &str = "199203042023211012";

/// The year of some files.
fn year(files: &[(&str, String)]) -> (i32, Json) {
    run(folder(files).path(), &["nilai", ".", "--tahun", "2025"])
}

/// Reasons of a person, and the codes of what is told of him.
fn told<'j>(hasil: &'j Json, nip: &str) -> (&'j Json, &'j Json) {
    let people = hasil["pegawai"].as_array().unwrap_or_else(|| panic!("{hasil}"));
    let found = people
        .iter()
        .find(|p| p["nip"] == nip)
        .unwrap_or_else(|| panic!("{nip}: {hasil}"));
    (&found["sebab"], &found["temuan"])
}

/// What the findings of a code say.
fn said(hasil: &Json, code: &str) -> String {
    let found = hasil["temuan"].as_array().unwrap().iter().filter(|t| t["kode"] == code);
    let lines: Vec<String> = found
        .map(|t| format!("{} {} {}", t["tingkat"], t["pesan"], t["saran"]))
        .collect();
    lines.join("\n")
}

fn download(title: &str, rows: &[(&str, &str)]) -> String {
    let mut text = format!(
        "Laporan Penilaian SKP Periode {title}\n\nNo;nip;nama;skp_unor;skp_jabatan;hasil_kerja;perilaku_kerja;hasil_akhir\n"
    );
    for (i, (nip, nama)) in rows.iter().enumerate() {
        text.push_str(&format!(
            "{i};{nip};{nama};Dinas Arsip;Analis;SESUAI EKSPEKTASI;SESUAI EKSPEKTASI;BAIK\n"
        ));
    }
    text
}

/// A table of people that has one of them.
fn of_one() -> (&'static str, String) {
    let rows = format!("{A},Lintang Kertapati,Kepala Dinas,jpt_pratama,Dinas Arsip,\n");
    (
        "pegawai.csv",
        format!("nip,nama,jabatan,jenis_jabatan,unit_kerja,nip_atasan\n{rows}"),
    )
}

#[test]
fn people_whom_a_download_or_a_list_names_with_their_marks_stand_beside_a_partial_table_of_people() {
    let people = [(A, "Lintang Kertapati"), (B, "Bagas Adikarsa"), (C, "Citra Ayu")];
    let list = format!(
        "REKAP PREDIKAT KINERJA TAHUN 2025\nNO;NAMA PEGAWAI;NIP;PREDIKAT KINERJA\n1;Lintang Kertapati;{A};Baik\n2;Bagas Adikarsa;{B};Baik\n3;Citra Ayu;{C};Baik\n"
    );
    for marks in [download("Tahunan Tahun 2025", &people), list] {
        let (_, hasil) = year(&[of_one(), ("nilai.csv", marks.clone())]);
        for nip in [A, B, C] {
            assert_eq!(person(&hasil, nip).0, Some("Baik"), "{marks}");
        }
        let unknown = said(&hasil, "IDN004");
        assert_eq!(unknown.lines().count(), 2, "{unknown}");
        assert!(
            unknown.contains("peringatan") && unknown.contains("Citra Ayu") && !unknown.contains("tidak dihitung"),
            "{unknown}"
        );
    }
}

#[test]
fn rows_that_name_nobody_or_another_year_make_nobody_known() {
    let without_name =
        format!("nip;periode;hasil_kerja;perilaku_kerja;hasil_akhir\n{A};2025;sesuai;sesuai;Baik\n{B};2025;sesuai;sesuai;Baik\n");
    let last_year = download("Tahunan Tahun 2024", &[(B, "Bagas Adikarsa")]);
    let wide = format!(
        "NO;NIP;NAMA;PREDIKAT KINERJA 2024;PREDIKAT KINERJA 2025\n1;{A};Lintang Kertapati;Baik;Baik\n2;{B};Bagas Adikarsa;Baik;\n"
    );
    for marks in [without_name, last_year, wide] {
        let (_, hasil) = year(&[of_one(), ("nilai.csv", marks.clone())]);
        assert_eq!(hasil["ringkasan"]["pegawai"], 1, "{marks}\n{hasil}");
    }
}

#[test]
fn one_person_under_two_nip_does_not_become_two() {
    // A digit mistyped; the NIP of an earlier appointment; a NIP of 17 digits in the list.
    for (listed, named, nama) in [
        (B, "199409172017031006", "BAGAS ADIKARSA, S.E."),
        (B, "199409172017013005", "Bagas Adikarsa"),
        (B, "199409172023211001", "B. Adikarsa"),
        ("19940917201703100", B, "Bagas Adikarsa"),
    ] {
        let mut people = of_one();
        people
            .1
            .push_str(&format!("{listed},Bagas Adikarsa,Analis,pelaksana,Dinas Arsip,{A}\n"));
        let marks = download("Tahunan Tahun 2025", &[(A, "Lintang Kertapati"), (named, nama)]);
        let (code, hasil) = year(&[people, ("nilai.csv", marks)]);
        assert_eq!(
            (code, &hasil["ringkasan"]["pegawai"]),
            (1, &Json::from(2)),
            "{named}: {hasil}"
        );
        assert!(!said(&hasil, "HSL007").contains("Bagas"), "{hasil}");
    }
    // Two people of one name are two.
    let mut people = of_one();
    people
        .1
        .push_str(&format!("{B},Bagas Adikarsa,Analis,pelaksana,Dinas Arsip,{A}\n"));
    let marks = download("Tahunan Tahun 2025", &[(A, "Lintang Kertapati"), (D, "Bagas Adikarsa")]);
    let (_, hasil) = year(&[people, ("nilai.csv", marks)]);
    assert_eq!(person(&hasil, D).0, Some("Baik"));
    assert_eq!(person(&hasil, B).0, None);
}

#[test]
fn plans_of_one_person_do_not_take_away_the_marks_of_a_download() {
    let people = [(A, "Lintang Kertapati"), (B, "Bagas Adikarsa"), (C, "Citra Ayu")];
    let foreign = || {
        clean().into_iter().skip(1).map(|(name, text)| {
            let lines: Vec<&str> = text.lines().filter(|l| !l.starts_with(B)).collect();
            (name, lines.join("\n"))
        })
    };
    let mut files: Vec<_> = foreign().collect();
    files.push(("unduhan.csv", download("Tahunan Tahun 2025", &people)));
    let (_, hasil) = year(&files);
    for nip in [A, B, C] {
        assert_eq!(person(&hasil, nip).0, Some("Baik"), "{hasil}");
    }
    assert!(!codes(&hasil).contains(&"TGT006"), "{hasil}");
    // Marks of a table of the contract beside a list of people: without an SKP nobody is rated.
    let mut files: Vec<_> = clean().into_iter().take(1).chain(foreign()).collect();
    files.push((
        "penilaian.csv",
        format!("nip,periode,hasil_kerja,perilaku_kerja,hasil_akhir\n{B},2025,,,Baik\n"),
    ));
    let (_, hasil) = year(&files);
    assert_eq!(told(&hasil, B).0, &serde_json::json!(["tanpa_skp"]));
    // Nor is it said that his predikat is taken.
    assert!(!codes(&hasil).contains(&"HSL006"), "{hasil}");
}

/// The clean instansi, in which the marks of perilaku of the second have a period.
fn with_perilaku_of(part: &str) -> Vec<(&'static str, String)> {
    let mut files = clean();
    let lines = files[3].1.lines().map(|line| match line {
        line if line.starts_with("nip") => format!("{line},periode"),
        line if line.starts_with(B) => format!("{line},{part}"),
        line => format!("{line},2025"),
    });
    files[3].1 = lines.collect::<Vec<_>>().join("\n");
    files
}

#[test]
fn perilaku_of_a_part_of_the_year_is_told_to_whom_it_is_of_with_the_option_that_reads_it() {
    for (part, words, option) in [
        ("2025-S2", "semester 2 2025", "--periode 2025-S2"),
        ("Triwulan IV", "triwulan 4 2025", "--periode 2025-TW4"),
        ("Desember 2025", "Desember 2025", "--periode 2025-12"),
    ] {
        let (_, hasil) = year(&with_perilaku_of(part));
        assert_eq!(person(&hasil, A).0, Some("Baik"));
        let (why, found) = told(&hasil, B);
        assert_eq!(why, &serde_json::json!(["penilaian_periode_lain"]), "{hasil}");
        assert!(
            found.to_string().contains("STR068") && !codes(&hasil).contains(&"PRL001"),
            "{hasil}"
        );
        for code in ["STR068", "STR095"] {
            let said = said(&hasil, code);
            assert!(
                said.contains(words) && said.contains(option) && !said.contains("tahun lain"),
                "{said}"
            );
        }
    }
    // Of last year it is no part of this one; beside marks of the year a part is nothing that is missing.
    let (_, hasil) = year(&with_perilaku_of("2024"));
    assert!(
        !codes(&hasil).contains(&"STR068") && said(&hasil, "STR095").contains("untuk 2024"),
        "{hasil}"
    );
    let mut files = with_perilaku_of("2025");
    files[3].1.push_str(&format!("\n{B},akuntabel,atasan,di bawah,2025-TW1"));
    let (_, hasil) = year(&files);
    assert_eq!(person(&hasil, B).0, Some("Baik"));
    assert!(!codes(&hasil).contains(&"STR068"), "{hasil}");
}

#[test]
fn people_rated_for_other_parts_of_the_year_are_not_asked_for_perilaku() {
    let mut files = clean();
    files[3].1 = files[3]
        .1
        .lines()
        .filter(|l| !l.starts_with(B))
        .collect::<Vec<_>>()
        .join("\n");
    let rows =
        format!("nip,periode,hasil_kerja,perilaku_kerja,hasil_akhir\n{B},2025-S1,,sesuai,Baik\n{B},2025-TW4,,sesuai,Baik\n");
    files.push(("penilaian.csv", rows));
    let (_, hasil) = year(&files);
    assert_eq!(told(&hasil, B).0, &serde_json::json!(["penilaian_periode_lain"]), "{hasil}");
    assert!(!codes(&hasil).contains(&"PRL001"), "{hasil}");
    // Every one of the periods has its option.
    let other = said(&hasil, "STR027");
    assert!(other.contains("--periode 2025-S1 atau --periode 2025-TW4"), "{other}");
    // Who is rated for none is asked.
    files[4].1 = format!("nip,periode,hasil_kerja,perilaku_kerja,hasil_akhir\n{A},2025-S1,,sesuai,Baik\n");
    let (_, hasil) = year(&files);
    assert_eq!(told(&hasil, B).0, &serde_json::json!(["perilaku_tidak_lengkap"]), "{hasil}");
    assert!(codes(&hasil).contains(&"PRL001"), "{hasil}");
}

#[test]
fn whom_a_monthly_list_does_not_rate_waits_for_the_same_as_the_others_in_it() {
    let marks = download("Bulanan 6 Tahun 2025", &[(A, "Lintang Kertapati"), (B, "Bagas Adikarsa")]);
    let blank = format!("2;{C};Citra Ayu;Dinas Arsip;Analis;-;-;-\n");
    let (_, hasil) = year(&[("unduhan.csv", marks + &blank)]);
    for nip in [A, B, C] {
        assert_eq!(told(&hasil, nip).0, &serde_json::json!(["penilaian_periode_lain"]), "{hasil}");
    }
    let marks = download("Tahunan Tahun 2025", &[(A, "Lintang Kertapati"), (B, "Bagas Adikarsa")]);
    let (_, hasil) = year(&[("unduhan.csv", marks + &blank)]);
    assert_eq!(told(&hasil, C).0, &serde_json::json!(["belum_dinilai"]), "{hasil}");
}

#[test]
fn a_head_whose_predikat_organisasi_cannot_be_read_waits_for_that_cell() {
    let unit = |predikat: &str| {
        let mut files = clean();
        files.push((
            "unit.csv",
            format!("unit_kerja,unit_induk,nip_pimpinan,predikat_organisasi\nDinas Arsip,,{A},{predikat}\n"),
        ));
        files
    };
    let (_, hasil) = year(&unit("Bagus"));
    let (why, found) = told(&hasil, A);
    assert_eq!(why, &serde_json::json!(["perlu_keputusan_penilai"]), "{hasil}");
    assert!(found.to_string().contains("HSL005"), "{hasil}");
    let waits = hasil["temuan"]
        .as_array()
        .unwrap()
        .iter()
        .find(|t| t["kode"] == "HSL005")
        .unwrap();
    assert_eq!(
        (&waits["berkas"], &waits["sel"]),
        (&Json::from("./unit.csv"), &Json::from("D2")),
        "{waits}"
    );
    let (_, hasil) = year(&unit("Baik"));
    assert_eq!(person(&hasil, A).0, Some("Baik"));
    assert!(!codes(&hasil).contains(&"HSL005"), "{hasil}");
}
