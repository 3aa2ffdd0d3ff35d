//! Periods as titles and folders say them: a part of the year is never the year (`docs/kontrak/masukan.md` sections
//! 2b.2, 2b.3 and 3), and a plan table's own column of units counts where nothing else says a unit.

use crate::support::field::{A, B, clean, codes, folder, person, run, score, two};
use crate::support::program::skp;

fn titled(title: &str) -> (i32, serde_json::Value) {
    let table = two("No;Nama;NIP;Unit;Predikat", "X;Baik", "X;Baik");
    score(&format!("{title};;;;\n\n{table}"))
}

#[test]
fn a_title_that_says_a_part_of_the_year_nobody_can_tell_gives_no_marks() {
    for title in [
        "REKAP PREDIKAT KINERJA SEMESTER GANJIL TAHUN 2025",
        "SEMESTER GENAP 2025",
        "TAHUN PELAJARAN 2025/2026 SEMESTER GANJIL",
        "REKAP PREDIKAT BULANAN TAHUN 2025",
        "REKAP TRIWULANAN 2025",
        "PENILAIAN TENGAH TAHUN 2025",
        "PERIODE JANUARI S/D SEPTEMBER 2025",
        "CAPAIAN S.D. OKTOBER 2025",
        "REKAP PREDIKAT KINERJA PER 30 JUNI 2025",
        "POSISI 30-09-2025",
        "REKAP KINERJA 1 FEBRUARI S.D. 31 AGUSTUS 2025",
        "Periode : 01-02-2025 s/d 31-08-2025",
        "REKAP KINERJA MEI - OKTOBER 2025",
        "REKAP KINERJA AGUSTUS DAN SEPTEMBER 2025",
        "REKAP PREDIKAT KINERJA 6 BULAN PERTAMA 2025",
        "REKAP PREDIKAT KINERJA TRIWULAN I S.D. III 2025",
    ] {
        let (exit, hasil) = titled(title);
        assert_eq!((exit, person(&hasil, A).0), (1, None), "{title}: {hasil}");
        assert!(codes(&hasil).contains(&"STR096"), "{title}: {hasil}");
        assert!(
            !codes(&hasil).contains(&"HSL007"),
            "nobody is told that his mark is empty: {title}"
        );
    }
    for (title, option) in [
        ("Periode: 2025-06", "2025-06"),
        ("Periode : 202506", "2025-06"),
        ("Periode 06/2025", "2025-06"),
        ("REKAP SEMESTER KE-1 2025", "2025-S1"),
        ("Periode Penilaian : 2025-01-01 s.d 2025-03-31", "2025-TW1"),
        ("CAPAIAN S.D. TRIWULAN II 2025", "2025-S1"),
        ("REKAP PREDIKAT KINERJA T.W. IV 2025", "2025-TW4"),
        ("REKAP KINERJA 1 JULI S.D. 31 DESEMBER 2025", "2025-S2"),
    ] {
        let (exit, hasil) = titled(title);
        assert_eq!((exit, person(&hasil, A).0), (1, None), "{title}: {hasil}");
        let told = hasil["temuan"].to_string();
        assert!(told.contains(&format!("--periode {option}")), "{title}: {told}");
    }
    for title in [
        "REKAP TAHUN 2025",
        "HASIL PENILAIAN AKHIR TAHUN 2025",
        "CAPAIAN S.D. DESEMBER 2025",
        "REKAP PREDIKAT KINERJA PER 31 DESEMBER 2025",
        "REKAP PREDIKAT KINERJA TAHUN 2025 PER 15 JANUARI 2026",
        "REKAP KINERJA 1 JANUARI S.D. 31 DESEMBER 2025",
        "Periode : 01-01-2025 s/d 31-12-2025",
        "Periode : 02-01-2025 s/d 31-12-2025",
        "REKAP PREDIKAT KINERJA TAHUN 2025\nDilaksanakan 05-01-2026 s.d. 20-01-2026",
    ] {
        let (exit, hasil) = titled(title);
        assert_eq!((exit, person(&hasil, A).0), (0, Some("Baik")), "{title}: {hasil}");
    }
    // Columns, sheets and rows that say it themselves need no title.
    let months = two(
        "No;Nama;NIP;Unit;Predikat;\n;;;;JUNI;TAHUNAN",
        "X;Kurang;Baik",
        "X;Kurang;Baik",
    );
    let (exit, hasil) = score(&format!("REKAP PREDIKAT BULANAN 2025;;;;;\n\n{months}"));
    assert_eq!((exit, person(&hasil, A).0), (0, Some("Baik")), "{hasil}");
}

/// Realisasi of a part of the year give the year's result, and that is said.
#[test]
fn realisasi_that_stop_before_the_end_are_told_as_that() {
    let mut by_title = clean();
    by_title[2].1 = format!(
        "REALISASI KINERJA SEMESTER I TAHUN 2025,,,,,,\n,,,,,,\n{}",
        by_title[2].1.replace("periode,", "").replace(",2025,", ",")
    );
    let mut by_column = clean();
    by_column[2].1 = by_column[2].1.replace(",2025,", ",2025-S1,");
    for files in [by_title, by_column] {
        let (exit, hasil) = run(folder(&files).path(), &["nilai", ".", "--tahun", "2025"]);
        assert_eq!((exit, person(&hasil, B).0), (0, Some("Baik")), "{hasil}");
        assert_eq!(codes(&hasil).iter().filter(|c| **c == "REA080").count(), 1, "{hasil}");
        assert!(
            hasil["temuan"].to_string().contains("hanya sampai semester 1 2025"),
            "{hasil}"
        );
        let (_, hasil) = run(folder(&files).path(), &["nilai", ".", "--periode", "2025-S1"]);
        assert!(!codes(&hasil).contains(&"REA080"), "{hasil}");
    }
}

/// Of several people it is said how far the furthest came, and that it is the furthest.
#[test]
fn realisasi_that_stop_at_different_times() {
    let mut files = clean();
    files[2].1 = files[2]
        .1
        .replacen(",2025,", ",2025-TW1,", 1)
        .replacen(",2025,", ",2025-S1,", 1);
    let (_, hasil) = run(folder(&files).path(), &["nilai", ".", "--tahun", "2025"]);
    let found = hasil["temuan"].to_string();
    assert!(
        found.contains("Realisasi 2 pegawai paling jauh sampai semester 1 2025"),
        "{found}"
    );
}

/// Units, posts and atasan beside the plans or marks count where there is no table of people.
#[test]
fn a_flat_table_keeps_its_units() {
    let plans = format!(
        "NO;NIP;NAMA;JABATAN;UNIT KERJA;RENCANA HASIL KERJA;INDIKATOR;TARGET;SATUAN;REALISASI;UMPAN BALIK\n\
         1;{A};Lintang Kertapati;Kepala Bidang;Bidang Arsip;Tertatanya arsip;Jumlah arsip;12;boks;12;sesuai\n\
         ;;;;;;Mutu arsip;90;%;95;sesuai\n\
         2;{B};Bagas Adikarsa;Pengolah Data;Bidang Taman;Terawatnya taman;Jumlah taman;3;taman;3;sesuai\n"
    );
    let (_, hasil) = score(&plans);
    assert_eq!(person(&hasil, A).1, "Bidang Arsip", "{hasil}");
    assert_eq!(person(&hasil, B).1, "Bidang Taman", "{hasil}");
    assert!(!codes(&hasil).contains(&"KAS001"), "whom they serve is not known: {hasil}");
    // A table of people says it better.
    let people = format!(
        "nip;nama;jabatan;jenis_jabatan;unit_kerja\n{A};Lintang Kertapati;Kepala Bidang;administrator;Dinas X\n\
         {B};Bagas Adikarsa;Pengolah Data;pelaksana;Dinas X\n"
    );
    let files = [("skp.csv", plans), ("pegawai.csv", people)];
    let (_, hasil) = run(folder(&files).path(), &["nilai", ".", "--tahun", "2025"]);
    assert_eq!(person(&hasil, A).1, "Dinas X", "{hasil}");
}

/// Headings in camelCase are words.
#[test]
fn values_of_perilaku_without_blanks() {
    let mut files = clean();
    let row = |nip: &str| {
        let values = [
            "berorientasiPelayanan",
            "akuntabel",
            "kompeten",
            "harmonis",
            "loyal",
            "adaptif",
            "kolaboratif",
        ];
        let values: Vec<String> = values.iter().map(|v| format!("\"{v}\":\"SESUAI EKSPEKTASI\"")).collect();
        format!("{{\"nip\":\"{nip}\",{}}}", values.join(","))
    };
    files[3] = ("perilaku.json", format!("{{\"data\":[{},{}]}}", row(A), row(B)));
    let (exit, hasil) = run(folder(&files).path(), &["nilai", ".", "--tahun", "2025"]);
    assert_eq!((exit, person(&hasil, B).0), (0, Some("Baik")), "{hasil}");
}

/// "Akhir" behind the periods of the year, under the same group: the figure of the year, which a sum is not.
#[test]
fn a_last_column_says_the_year() {
    for header in [
        "TW I,TW II,TW III,TW IV,Akhir",
        "S1,S2,,,AKHIR TAHUN",
        "Jan,Feb,Mar,Apr,Akhir",
    ] {
        let mut files = clean();
        let (a, b) = ("80,80,80,80,84", "3,3,3,3,12");
        files[2].1 = format!("nip,kode_rhk,aspek,{header}\n{A},K1,kuantitas,{a}\n{B},R1,kuantitas,{b}\n");
        let (_, hasil) = run(folder(&files).path(), &["nilai", ".", "--tahun", "2025"]);
        let people = hasil["pegawai"].as_array().unwrap();
        let attained: Vec<&str> = people
            .iter()
            .filter_map(|p| p["rhk"][0]["indikator"][0]["realisasi"].as_str())
            .collect();
        assert_eq!(attained, ["84", "12"], "{header}: {hasil}");
    }
}

/// The quarter stands in a row between the others, or is the name of the sheet or the file.
#[test]
fn realisasi_of_quarters_said_once_for_many_rows() {
    let attained = |files: &[(&str, String)]| {
        let (_, hasil) = run(folder(files).path(), &["nilai", ".", "--tahun", "2025"]);
        let told: Vec<String> = codes(&hasil).into_iter().map(str::to_owned).collect();
        let people = hasil["pegawai"].as_array().unwrap();
        let figures: Vec<String> = people
            .iter()
            .filter_map(|p| p["rhk"][0]["indikator"][0]["realisasi"].as_str().map(str::to_owned))
            .collect();
        assert!(!told.iter().any(|c| c == "REA020" || c == "REA007"), "{hasil}");
        (figures, person(&hasil, B).0.map(str::to_owned))
    };
    let header = "nip,kode_rhk,aspek,realisasi,bukti,umpan_balik\n";
    let rows = |a: &str, b: &str, said: &str| format!("{A},K1,kuantitas,{a},x,{said}\n{B},R1,kuantitas,{b},x,{said}\n");
    let wanted = (vec!["80".to_owned(), "12".to_owned()], Some("Baik".to_owned()));
    let mut files = clean();
    files[2].1 = format!(
        "{header}TRIWULAN I,,,,,\n{}TRIWULAN IV,,,,,\n{}",
        rows("20", "3", "di bawah"),
        rows("80", "12", "sesuai")
    );
    assert_eq!(attained(&files), wanted);
    let mut files = clean();
    files.remove(2);
    files.push(("Realisasi TW I.csv", format!("{header}{}", rows("20", "3", "di bawah"))));
    files.push(("Realisasi TW IV.csv", format!("{header}{}", rows("80", "12", "sesuai"))));
    assert_eq!(attained(&files), wanted);
}

/// As of when a list is says nothing of the year that it is of, where its title says one.
#[test]
fn as_of_when_a_list_is_does_not_change_its_year() {
    let list = |title: &str| two(&format!("{title}\n\nNo;Nama;NIP;Unit;Predikat"), "X;Baik", "X;Kurang");
    for line in [
        "Kondisi : Januari 2026",
        "Keadaan Desember 2025",
        "Keadaan : 31 Desember 2025",
        "Per 31 Desember 2025",
        "Data per 5 Januari 2026",
        "POSISI AKHIR JANUARI 2026",
        "Keadaan 30 Juni 2026",
        "Update: Januari 2026",
    ] {
        for title in [
            format!("REKAP PREDIKAT KINERJA TAHUN 2025\n{line}"),
            format!("REKAP PREDIKAT TAHUN 2025 {line}"),
        ] {
            let (exit, hasil) = score(&list(&title));
            assert_eq!((exit, person(&hasil, A).0), (0, Some("Baik")), "{title}: {hasil}");
        }
    }
    // A part of the year, and a month that is all the title says, count as before.
    for title in [
        "REKAP PREDIKAT KINERJA TAHUN 2025\nPer 30 Juni 2025",
        "REKAP PREDIKAT KINERJA TAHUN 2025\nBulan : Januari 2026",
        "DAFTAR PREDIKAT\nKeadaan Januari 2026",
    ] {
        let (exit, hasil) = score(&list(title));
        assert_eq!((exit, person(&hasil, A).0), (1, None), "{title}: {hasil}");
    }
}

#[test]
fn columns_of_two_years_are_told_apart_whatever_they_are_called() {
    for header in [
        "SKP 2024;SKP 2025",
        "Nilai SKP Tahun 2024;Nilai SKP Tahun 2025",
        "Kinerja 2024;Kinerja 2025",
        "Predikat SM I;Predikat SM II;Predikat Tahunan",
        "Predikat SKP Semester 1;Predikat SKP Semester 2;Predikat SKP 1 Tahun",
        "Predikat TA 2024;Predikat TA 2025",
        "PREDIKAT KINERJA;\n;;;;TA 2024;TA 2025",
        "PREDIKAT KINERJA;\n;;;;Tahun Anggaran 2024;Tahun Anggaran 2025",
        "PREDIKAT SKP 2 (DUA) TAHUN TERAKHIR;\n;;;;Tahun 2024;Tahun 2025",
        "PREDIKAT SKP 2 TAHUN TERAKHIR;\n;;;;2024;2025",
    ] {
        let half = if header.contains("SM") || header.contains("Semester") {
            ";Kurang"
        } else {
            ""
        };
        let row = |last: &str| format!("X;Kurang{half};{last}");
        let (exit, hasil) = score(&two(&format!("No;Nama;NIP;Unit;{header}"), &row("Sangat Baik"), &row("Baik")));
        assert_eq!(
            (exit, person(&hasil, A).0, person(&hasil, B).0),
            (0, Some("Sangat Baik"), Some("Baik")),
            "{header}: {hasil}"
        );
    }
    for header in ["SKP;SKP 2025", "SKP 2025;Kinerja 2025"] {
        let (exit, hasil) = score(&two(&format!("No;Nama;NIP;Unit;{header}"), "X;Kurang;Baik", "X;Baik;Baik"));
        assert_eq!((exit, person(&hasil, A).0), (1, None), "{header}: {hasil}");
    }
}

/// Of the marks of perilaku in columns of years those of the year count.
#[test]
fn perilaku_in_columns_of_years() {
    for header in [
        "nip,aspek,Nilai 2024,Nilai 2025",
        "nip,aspek,Rating Tahun 2024,Rating Tahun 2025",
    ] {
        let mut files = clean();
        let rows = files[3]
            .1
            .lines()
            .skip(1)
            .map(|l| l.replace(",atasan,sesuai", ",di bawah,sesuai"));
        files[3].1 = format!("{header}\n{}\n", rows.collect::<Vec<_>>().join("\n"));
        let dir = folder(&files);
        let (_, hasil) = run(dir.path(), &["nilai", ".", "--tahun", "2025"]);
        assert_eq!(person(&hasil, B).0, Some("Baik"), "{header}: {hasil}");
        assert!(!codes(&hasil).contains(&"PRL006"), "{header}: {hasil}");
        let (_, hasil) = run(dir.path(), &["nilai", ".", "--tahun", "2026"]);
        assert_eq!(person(&hasil, B).0, None, "{header}: {hasil}");
    }
}

/// Marks of another period than asked are told as that, with the option that reads them; a row that is blank for the period
/// asked, and work of the year beside last year's marks, wait for the penilai.
#[test]
fn marks_of_another_period_only() {
    let head = "NIP;Nama;Unit Kerja;Jabatan;Rating Hasil Kerja;Rating Perilaku;Predikat";
    let row = |nip: &str| format!("{nip};Lintang Kertapati;Dinas Arsip;Arsiparis;Sesuai Ekspektasi;Sesuai Ekspektasi;Baik");
    let both = |text: &str, asked: &str| {
        let dir = folder(&[("a.csv", text.to_owned())]);
        let hasil = run(dir.path(), &["nilai", "a.csv", "--periode", asked]).1;
        let told = skp(dir.path(), &["jelaskan", A, "a.csv", "--periode", asked]);
        (
            hasil,
            String::from_utf8(told.stdout).unwrap() + &String::from_utf8(told.stderr).unwrap(),
        )
    };
    for (title, asked, option) in [
        ("REKAP PENILAIAN KINERJA TAHUN 2024", "2025", "--tahun 2024"),
        ("REKAP PENILAIAN KINERJA SEMESTER I TAHUN 2025", "2025", "--periode 2025-S1"),
        (
            "REKAP PENILAIAN KINERJA TRIWULAN II TAHUN 2025",
            "2025-TW3",
            "--periode 2025-TW2",
        ),
    ] {
        let (hasil, told) = both(&format!("{title}\n{head}\n{}\n", row(A)), asked);
        assert_eq!(
            hasil["pegawai"][0]["sebab"],
            serde_json::json!(["penilaian_periode_lain"]),
            "{title}: {hasil}"
        );
        assert!(told.contains(option) && !told.contains("belum dinilai"), "{title}: {told}");
    }
    let columns = head.replace("Nama;", "Nama;Periode;");
    let of = |nip: &str, periode: &str| row(nip).replace("Kertapati;", &format!("Kertapati;{periode};"));
    let (hasil, _) = both(&format!("{columns}\n{}\n{}\n", of(A, "2024"), of(B, "2025")), "2025");
    assert_eq!(
        hasil["pegawai"][0]["sebab"],
        serde_json::json!(["penilaian_periode_lain"]),
        "{hasil}"
    );
    let blank = of(A, "2025").replace(";Sesuai Ekspektasi;Sesuai Ekspektasi;Baik", ";;;");
    let (hasil, told) = both(&format!("{columns}\n{}\n{blank}\n", of(A, "2025-S1")), "2025");
    assert_eq!(hasil["pegawai"][0]["sebab"], serde_json::json!(["belum_dinilai"]), "{hasil}");
    assert!(told.contains("belum dinilai"), "{told}");
    let mut files = clean();
    files.pop();
    files.push((
        "lalu.csv",
        format!("nip,periode,hasil_kerja,perilaku_kerja\n{B},2024,sesuai ekspektasi,sesuai ekspektasi\n"),
    ));
    let hasil = run(folder(&files).path(), &["nilai", ".", "--tahun", "2025"]).1;
    assert!(!hasil.to_string().contains("penilaian_periode_lain"), "{hasil}");
    // A form of another year is in nobody's data; what is said names the year, no slip of the pen.
    let form = format!(
        "EVALUASI KINERJA PEGAWAI TAHUN 2024\nPEGAWAI YANG DINILAI\nNAMA;Lintang\nNIP;{A}\nNO;RENCANA HASIL KERJA;INDIKATOR KINERJA INDIVIDU;TARGET;REALISASI;UMPAN BALIK\n1;Arsip tersusun;Jumlah;12;12;Sesuai\nPREDIKAT KINERJA PEGAWAI;BAIK\n"
    );
    let (_, told) = both(&form, "2025");
    assert!(
        told.contains("--tahun 2024") && !told.contains("Periksa penulisannya"),
        "{told}"
    );
}

/// Where the period of rows cannot be read, that is the reason: nothing is missing, and no row repeats another.
#[test]
fn rows_whose_period_cannot_be_read() {
    for (first, second) in [
        ("Semester Ganjil", "Semester Genap"),
        ("XI", "XII"),
        ("Caturwulan 1", "Caturwulan 2"),
    ] {
        let mut files = clean();
        let row = |nip: &str, kode: &str, periode: &str| format!("{nip},{kode},kuantitas,{periode},12,laporan,sesuai\n");
        files[2].1 = format!(
            "nip,kode_rhk,aspek,periode,realisasi,bukti,umpan_balik\n{}{}{}{}",
            row(A, "K1", first),
            row(A, "K1", second),
            row(B, "R1", first),
            row(B, "R1", second)
        );
        let dir = folder(&files);
        let (exit, hasil) = run(dir.path(), &["nilai", ".", "--tahun", "2025"]);
        assert_eq!((exit, person(&hasil, B).0), (1, None), "{first}: {hasil}");
        let found = hasil["pegawai"].as_array().unwrap().iter().find(|p| p["nip"] == B).unwrap();
        assert_eq!(
            found["sebab"],
            serde_json::json!(["perlu_keputusan_penilai"]),
            "{first}: {hasil}"
        );
        assert_eq!(
            codes(&hasil).iter().filter(|c| **c == "STR021").count(),
            4,
            "{first}: {hasil}"
        );
        assert!(!codes(&hasil).contains(&"REA081"), "{first}: {hasil}");
        let told = skp(dir.path(), &["jelaskan", B, ".", "--tahun", "2025"]);
        let told = String::from_utf8(told.stdout).unwrap();
        assert!(told.contains("Umpan balik RHK R1\n      tidak terbaca"), "{first}: {told}");
        assert!(!told.contains("baris ganda"), "{first}: {told}");
    }
    // The umpan balik of a later period that can be read counts.
    let mut files = clean();
    files[2].1 = format!(
        "nip,kode_rhk,aspek,periode,realisasi,bukti,umpan_balik\n{A},K1,kuantitas,2025,80,laporan,sesuai\n\
         {B},R1,kuantitas,TW I s.d. III,9,laporan,di bawah\n{B},R1,kuantitas,TW IV,12,laporan,sesuai\n"
    );
    let (exit, hasil) = run(folder(&files).path(), &["nilai", ".", "--tahun", "2025"]);
    assert_eq!((exit, person(&hasil, B).0), (1, Some("Baik")), "{hasil}");
    // Two readable rows of one period that differ are doubles as before.
    let mut files = clean();
    let more = files[2].1.lines().last().unwrap().replace(",12,", ",13,");
    files[2].1.push_str(&format!("{more}\n"));
    let (_, hasil) = run(folder(&files).path(), &["nilai", ".", "--tahun", "2025"]);
    assert!(hasil.to_string().contains("baris_ganda"), "{hasil}");
}
