//! Ordinary lists that stand near a rule which takes something else out: each is read (`docs/kontrak/masukan.md`
//! sections 2, 2b.3, 2b.4, 2b.8 and 2b.11).

use serde_json::Value as Json;

use crate::support::field::{A, B, clean, codes, folder, person, run, score};

const C: &str = "199001152015032002";

/// A list of two people under these titles and headings, of which the last is the predikat; `beside`: what the others say.
fn list(name: &str, title: &str, headings: &str, beside: &str) -> (i32, Json) {
    let text =
        format!("{title}\nNO;NIP;NAMA;{headings}\n1;{A};Lintang Kertapati;{beside}Baik\n2;{B};Bagas Adikarsa;{beside}Baik\n");
    let dir = folder(&[(name, text)]);
    run(dir.path(), &["nilai", name, "--tahun", "2025"])
}

fn is_read((exit, hasil): &(i32, Json), what: &str) {
    let marks = [A, B].map(|nip| person(hasil, nip).0);
    assert_eq!((*exit, marks), (0, [Some("Baik"); 2]), "{what}: {hasil}");
}

#[test]
fn a_column_about_people_does_not_say_what_the_predikat_is_of() {
    for heading in ["HUKDIS", "Riwayat Diklat", "KEHADIRAN (%)", "LHKPN", "IPK", "Disiplin"] {
        let headings = format!("{heading};PREDIKAT");
        is_read(&list("data.csv", "DAFTAR PEGAWAI TAHUN 2025", &headings, "x;"), heading);
    }
    // Where a heading or the file names the SKP, not even several say something else.
    is_read(
        &list("data.csv", "", "HADIR;ALPA;NILAI SKP;PREDIKAT", "20;1;98;"),
        "NILAI SKP",
    );
    is_read(&list("Rekap SKP 2025.csv", "", "HADIR;ALPA;PREDIKAT", "20;1;"), "nama berkas");
    let other = list("data.csv", "", "HADIR;ALPA;PREDIKAT", "20;1;");
    assert_eq!(other.0, 2, "{}", other.1);
}

#[test]
fn the_name_of_an_office_does_not_say_what_a_list_is_about() {
    for office in [
        "UPT PUSKESMAS TELADAN",
        "SMA TELADAN",
        "BIDANG PENEGAKAN DISIPLIN",
        "BALAI UJIAN MUTU",
    ] {
        let title = format!("DAFTAR PREDIKAT PEGAWAI {office} TAHUN 2025");
        is_read(&list("data.csv", &title, "PREDIKAT", ""), office);
    }
    let (exit, hasil) = list("data.csv", "DAFTAR PREDIKAT DISIPLIN DINAS ARSIP TAHUN 2025", "PREDIKAT", "");
    assert_eq!(exit, 2, "{hasil}");
}

#[test]
fn units_that_are_called_by_a_post_are_units() {
    let (exit, hasil) = score(&format!(
        "NO;NIP;NAMA;PREDIKAT\nSEKRETARIAT;;;\n1;{A};Lintang Kertapati;Baik\nINSPEKTUR PEMBANTU WILAYAH I;;;\n2;{B};Bagas Adikarsa;Baik\n"
    ));
    assert_eq!(
        (exit, person(&hasil, B)),
        (0, (Some("Baik"), "INSPEKTUR PEMBANTU WILAYAH I")),
        "{hasil}"
    );
}

#[test]
fn somebody_may_be_called_as_a_unit_is() {
    let (exit, hasil) = score(&format!(
        "NO;NAMA;NIP;UNIT KERJA;PREDIKAT\n1;Kantor Tarigan;{A};Disdik;Baik\n"
    ));
    assert_eq!((exit, person(&hasil, A)), (0, (Some("Baik"), "Disdik")), "{hasil}");
}

#[test]
fn below_numbered_people_who_has_no_number_signs() {
    let (_, hasil) = score(&format!(
        "NO;NIP;NAMA;UNIT KERJA;PREDIKAT\n1;{A};Lintang Kertapati;Arsip;Baik\n2;{B};Bagas Adikarsa;Arsip;Baik\n;NIP. {C};Drs. Dewi Anggraini;;\n"
    ));
    assert_eq!(hasil["pegawai"].as_array().map(Vec::len), Some(2), "{hasil}");
}

#[test]
fn what_more_is_said_of_pegawai_is_no_status() {
    for word in [
        "PPPK Tahap II",
        "PPPK 2023",
        "PNS Kemenag",
        "Pegawai Tetap",
        "Guru",
        "Aktif Mengajar",
    ] {
        let result = list(
            "data.csv",
            "REKAP PREDIKAT KINERJA TAHUN 2025",
            "STATUS KEPEGAWAIAN;PREDIKAT",
            &format!("{word};"),
        );
        is_read(&result, word);
        assert!(!codes(&result.1).contains(&"STR021"), "{word}: {}", result.1);
    }
}

#[test]
fn a_title_over_the_whole_year_says_more_than_the_name_of_the_file() {
    for title in [
        "PERIODE PENILAIAN: 1 JANUARI SD 31 DESEMBER TAHUN 2025",
        "PERIODE JANUARI - DESEMBER 2025",
        "REKAP TAHUNAN 2025",
    ] {
        is_read(&list("SKP Desember 2025.csv", title, "PREDIKAT KINERJA", ""), title);
    }
    is_read(&list("Rekap SKP untuk KP Oktober 2025.csv", "", "PREDIKAT KINERJA", ""), "KP");
    let (exit, hasil) = list("SKP Desember 2025.csv", "", "PREDIKAT KINERJA", "");
    assert_eq!((exit, person(&hasil, A).0), (1, None), "{hasil}");
}

#[test]
fn a_heading_of_realisasi_that_names_the_year_leaves_each_row_its_period() {
    let attained = |heading: &str, periods: [&str; 2]| {
        let mut files = clean();
        files[2].1 = format!("nip,kode_rhk,aspek,periode,{heading},bukti,umpan_balik\n");
        for (nip, kode, figures) in [(A, "K1", [80, 85]), (B, "R1", [11, 12])] {
            for (period, figure) in periods.iter().zip(figures) {
                files[2]
                    .1
                    .push_str(&format!("{nip},{kode},kuantitas,{period},{figure},laporan,sesuai\n"));
            }
        }
        run(folder(&files).path(), &["nilai", ".", "--tahun", "2025"]).1
    };
    let halves = ["2025-S1", "2025-S2"];
    let plain = attained("realisasi", halves);
    assert_eq!(person(&plain, A).0, Some("Baik"), "{plain}");
    for heading in [
        "Realisasi (2025)",
        "REALISASI TAHUN 2025",
        "Realisasi Tahunan",
        "Realisasi (1 Tahun)",
    ] {
        let hasil = attained(heading, halves);
        assert_eq!(
            (&hasil["pegawai"], codes(&hasil)),
            (&plain["pegawai"], codes(&plain)),
            "{heading}"
        );
    }
    // What heading or row says to be of another year is not this one's.
    let figures = |hasil: &Json| hasil["pegawai"][0]["rhk"][0]["indikator"][0]["realisasi"].clone();
    assert!(figures(&plain).to_string().contains("85"), "{plain}");
    for (heading, periods) in [("Realisasi 2025", ["2024-S1", "2024-S2"]), ("Realisasi 2024", halves)] {
        let hasil = attained(heading, periods);
        assert_eq!(figures(&hasil), Json::Null, "{heading}: {hasil}");
    }
}
