//! The sheet Kalibrasi as it is written, filled in and named again.

use std::fs;
use std::path::Path;

use calamine::{Data, Reader as _, open_workbook_auto};

use crate::support::field::{A, B, clean, codes, folder, person, run};
use crate::support::program::{code, skp, told};

const SHEET: [&str; 2] = ["kalibrasi.csv", "Kalibrasi predikat"];

/// The clean instansi with a calibration that raises B, beside a title.
fn calibrated(title: &str) -> tempfile::TempDir {
    let dir = folder(&clean());
    let rows = format!(
        "{title};;;;\nNIP;Nama;Rating hasil kerja;Rating perilaku kerja;Alasan\n\
         {B};Bagas;di atas ekspektasi;di atas ekspektasi;ditinjau bersama\n"
    );
    fs::write(dir.path().join(SHEET[0]), rows).unwrap();
    dir
}

/// Texts of a sheet, a row after the other.
fn texts(book: &Path, sheet: &str) -> Vec<Vec<String>> {
    let range = open_workbook_auto(book).unwrap().worksheet_range(sheet).unwrap();
    let text = |cell: &Data| cell.to_string();
    range.rows().map(|row| row.iter().map(text).collect()).collect()
}

#[test]
fn a_sheet_of_another_period_is_not_taken_over() {
    for (title, option, taken) in [
        ("Kalibrasi predikat 2025", ["--tahun", "2025"], true),
        // The title is the user's to take away.
        ("", ["--tahun", "2025"], true),
        ("Kalibrasi predikat 2025-TW4", ["--tahun", "2025"], false),
        ("Kalibrasi predikat 2024", ["--tahun", "2025"], false),
        ("Kalibrasi predikat 2025", ["--periode", "2025-TW4"], false),
    ] {
        let dir = calibrated(title);
        let args = [&["nilai", ".", "--kalibrasi", SHEET[0]], &option[..]].concat();
        let (exit, hasil) = run(dir.path(), &args);
        if taken {
            assert_eq!((exit, person(&hasil, B).0), (0, Some("Sangat Baik")), "{title}: {hasil}");
        } else {
            let told = hasil.as_str().unwrap();
            assert!(exit == 2 && told.contains("lembarnya dibuat untuk"), "{title}: {told}");
        }
    }
}

/// An emptied rating is the one that stood there before, which may be one of an earlier calibration.
#[test]
fn an_emptied_rating_is_the_one_before() {
    let dir = folder(&clean());
    for (cells, before, predikat) in [
        (";sesuai ekspektasi", "sesuai ekspektasi;sesuai ekspektasi", "Baik"),
        (";di atas ekspektasi", "di atas ekspektasi;di atas ekspektasi", "Sangat Baik"),
    ] {
        let rows = format!(
            "NIP;Nama;Rating hasil kerja;Rating perilaku kerja;Alasan;Hasil kerja semula;Perilaku semula\n{B};Bagas;{cells};ditinjau;{before}\n"
        );
        fs::write(dir.path().join(SHEET[0]), rows).unwrap();
        let (_, hasil) = run(dir.path(), &["nilai", ".", "--tahun", "2025", "--kalibrasi", SHEET[0]]);
        assert_eq!(person(&hasil, B).0, Some(predikat), "{hasil}");
        assert!(codes(&hasil).contains(&"HSL032"), "{hasil}");
    }
}

#[test]
fn of_two_sheets_none_is_chosen() {
    let dir = calibrated(SHEET[1]);
    let two = dir.path().join("dua");
    fs::create_dir(&two).unwrap();
    let text = fs::read_to_string(dir.path().join(SHEET[0])).unwrap();
    fs::write(two.join("a.csv"), &text).unwrap();
    fs::write(two.join("b.csv"), text.replace("di atas", "di bawah")).unwrap();
    let output = skp(
        dir.path(),
        &["nilai", "skp.csv", "pegawai.csv", "--tahun", "2025", "--kalibrasi", "dua"],
    );
    let told = told(&output);
    assert!(
        code(&output) == 2 && told.contains("lebih dari satu lembar Kalibrasi"),
        "{told}"
    );
}

/// What is explained is the result of the report: the command that it gives names the calibration, too.
#[test]
fn a_calibrated_result_is_explained_as_the_report_says() {
    let dir = calibrated(SHEET[1]);
    let explain = |more: &[&str]| {
        let output = skp(dir.path(), &[&["jelaskan", B, ".", "--tahun", "2025"], more].concat());
        String::from_utf8(output.stdout).unwrap()
    };
    let with = ["--kalibrasi", SHEET[0]];
    assert!(explain(&with).contains("Sangat Baik"), "{}", explain(&with));
    assert!(!explain(&["--lewati", SHEET[0]]).contains("Hasil: Sangat Baik"));
    let made = skp(
        dir.path(),
        &[&["nilai", ".", "--tahun", "2025", "-o", "laporan.xlsx"], &with[..]].concat(),
    );
    assert_eq!(code(&made), 0, "{}", told(&made));
    let trail = texts(&dir.path().join("laporan.xlsx"), "Jejak");
    let command = trail.iter().flatten().find(|t| t.starts_with("skp jelaskan")).unwrap();
    assert!(command.contains("--kalibrasi \"kalibrasi.csv\""), "{command}");
    let row = trail.iter().find(|row| row[0] == SHEET[0]).unwrap();
    assert!(row.iter().any(|t| t == "kalibrasi"), "{row:?}");
}

/// Whose result does not follow from ratings alone is not offered for change: who waits for something else is left out, who
/// has a predikat of his own stands last, as he is.
#[test]
fn only_ratings_that_decide_are_offered() {
    let mut files = clean();
    let c = "197501012000031003";
    let d = "197601012000032004";
    files[0].1 = files[0]
        .1
        .replace("unit_kerja,nip_atasan\n", "unit_kerja,nip_atasan,status,studi\n");
    files[0].1.push_str(&format!(
        "{c},Cahya,Pengolah Data,pelaksana,Dinas Arsip,{A},tugas_belajar,tidak_lulus\n\
         {d},Dewi,Pengolah Data,pelaksana,Dinas Arsip,{A},pensiun,\n"
    ));
    files.push((
        "penilaian.csv",
        format!("nip,hasil_kerja,perilaku_kerja,hasil_akhir\n{c},sesuai,sesuai,kurang\n{d},sesuai,sesuai,baik\n"),
    ));
    files[1].1.push_str(&format!(
        "{c},R1,utama,Selesainya studi,K1,kuantitas,Jumlah ijazah,1,ijazah,31/12/2025\n\
         {d},R1,utama,Tersusunnya daftar,K1,kuantitas,Jumlah daftar,1,daftar,31/12/2025\n"
    ));
    let dir = folder(&files);
    let book = dir.path().join("kalibrasi.xlsx");
    let asked = [
        "nilai",
        ".",
        "--tahun",
        "2025",
        "--lembar",
        "kalibrasi",
        "-o",
        "kalibrasi.xlsx",
    ];
    skp(dir.path(), &asked);
    let rows = texts(&book, "Kalibrasi");
    let nips: Vec<&str> = rows.iter().map(|row| &*row[0]).filter(|t| t.len() == 18).collect();
    assert_eq!(nips.last(), Some(&c), "{rows:?}");
    assert!(nips.contains(&A) && nips.contains(&B) && !nips.contains(&d), "{rows:?}");
    let mut formulas = open_workbook_auto(&book).unwrap();
    let formulas = formulas.worksheet_formula("Kalibrasi").unwrap();
    let of = |nip: &str| {
        let row = u32::try_from(rows.iter().position(|row| row[0] == nip).unwrap()).unwrap();
        formulas.get_value((row, 5)).is_some_and(|f| !f.is_empty())
    };
    assert!(of(B) && !of(c));
}

/// The calibration is no input: an annotated copy is made of what people stand in.
#[test]
fn a_calibration_gets_no_annotated_copy_and_no_complaint() {
    let dir = calibrated(SHEET[1]);
    let made = skp(dir.path(), &["contoh", "--pegawai", "12", "-o", "data.xlsx"]);
    assert_eq!(code(&made), 0, "{}", told(&made));
    let args = [
        "nilai",
        "data.xlsx",
        "--tahun",
        "2025",
        "--kalibrasi",
        SHEET[0],
        "--anotasi",
        "salinan.xlsx",
    ];
    let told = told(&skp(dir.path(), &args));
    assert!(!told.contains("kalibrasi.csv") && told.contains("salinan.xlsx"), "{told}");
}
