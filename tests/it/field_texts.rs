//! What is told by its words: realisasi by the texts of RHK and indicators, headings made of words for marks, marks of
//! perilaku of a part of the year (`docs/kontrak/masukan.md` sections 2b.1 to 2b.4).

use serde_json::Value as Json;

use crate::support::field::{A, B, clean, codes, folder, person, run, score, two};
use crate::support::program::{code, skp};

/// A clean instansi with the table of realisasi replaced.
fn attained(text: &str) -> (i32, Json) {
    let mut files = clean();
    text.clone_into(&mut files[2].1);
    run(folder(&files).path(), &["nilai", ".", "--tahun", "2025"])
}

fn told(hasil: &Json) -> String {
    hasil["temuan"].to_string()
}

/// Without codes the words of the plan say which RHK a realisasi is for, as the official forms do.
#[test]
fn realisasi_without_codes_are_told_by_their_texts() {
    for table in [
        format!(
            "NIP;Nama;Rencana Hasil Kerja;Indikator;Realisasi;Bukti Dukung;Umpan Balik\n\
             {A};Lintang;Meningkatnya mutu layanan;Persentase arsip;80;lap;sesuai\n\
             {B};Bagas;Tersusunnya daftar arsip;Jumlah daftar;12;lap;sesuai\n"
        ),
        format!(
            "NIP;Nama;RHK;Capaian/Realisasi;Umpan Balik Pimpinan\n\
             {A};Lintang;1. Meningkatnya mutu layanan.;80;sesuai\n{B};Bagas;\"tersusunnya daftar  arsip\";12;sesuai\n"
        ),
        // Name and NIP once for what follows, and one row for each period.
        format!(
            "NIP;Nama;Rencana Hasil Kerja;Periode;Realisasi;Umpan Balik\n\
             {A};Lintang;Meningkatnya mutu layanan;TW IV;80;sesuai\n\
             {B};Bagas;Tersusunnya daftar arsip;TW III;9;di bawah\n;;Tersusunnya daftar arsip;TW IV;12;sesuai\n"
        ),
        // A code, and the indicator by its text.
        format!(
            "NIP;Kode RHK;Indikator;Realisasi;Umpan Balik\n{A};K1;Persentase arsip;80;sesuai\n{B};R1;Jumlah daftar;12;sesuai\n"
        ),
    ] {
        let (exit, hasil) = attained(&table);
        assert_eq!((exit, person(&hasil, B).0), (0, Some("Baik")), "{table}: {hasil}");
        for p in hasil["pegawai"].as_array().unwrap() {
            assert_eq!(p["rhk"].as_array().unwrap().len(), 1, "{table}: {hasil}");
            assert!(!p["rhk"][0]["indikator"][0]["realisasi"].is_null(), "{table}: {hasil}");
        }
        assert!(
            !codes(&hasil).iter().any(|c| matches!(*c, "STR012" | "REA022")),
            "{table}: {hasil}"
        );
    }
}

/// What matches nothing is told with the nearest text, and takes nobody else's place.
#[test]
fn a_text_that_is_in_no_plan_is_told_with_the_nearest() {
    let (exit, hasil) = attained(&format!(
        "NIP;Nama;Rencana Hasil Kerja;Realisasi;Umpan Balik\n\
         {A};Lintang;Meningkatnya mutu layanan;80;sesuai\n{B};Bagas;Tersusunya daftar arsip;12;sesuai\n"
    ));
    assert_eq!((exit, person(&hasil, B).0), (1, None), "{hasil}");
    assert_eq!(codes(&hasil).iter().filter(|c| **c == "REA022").count(), 1, "{hasil}");
    assert!(
        told(&hasil).contains("Mungkin maksudnya \\\"Tersusunnya daftar arsip\\\""),
        "{hasil}"
    );
    // Of an RHK with several indicators nobody guesses which is meant.
    let mut files = clean();
    files[1].1.push_str(&format!(
        "{B},R1,utama,Tersusunnya daftar arsip,K1,kualitas,Mutu daftar,90,%,31/12/2025\n"
    ));
    files[2].1 = format!(
        "NIP;Rencana Hasil Kerja;Realisasi;Umpan Balik\n\
         {A};Meningkatnya mutu layanan;80;sesuai\n{B};Tersusunnya daftar arsip;12;sesuai\n"
    );
    let (_, hasil) = run(folder(&files).path(), &["nilai", ".", "--tahun", "2025"]);
    assert!(told(&hasil).contains("yang mempunyai 2 indikator di SKP"), "{hasil}");
    assert_eq!(person(&hasil, B).0, Some("Baik"), "his umpan balik is of the RHK: {hasil}");
}

/// With a target the same columns are a plan and what was attained.
#[test]
fn with_a_target_it_is_a_plan() {
    let (_, hasil) = score(&format!(
        "NO;NAMA;NIP;JABATAN;RENCANA HASIL KERJA;INDIKATOR;TARGET;REALISASI;UMPAN BALIK\n\
         1;Lintang;{A};Kadis;Mutu layanan;Indeks;80 %;82 %;Sesuai\n2;Bagas;{B};Staf;Daftar arsip;Jumlah;12 dok;12 dok;Sesuai\n"
    ));
    for p in hasil["pegawai"].as_array().unwrap() {
        assert_eq!(p["rhk"].as_array().unwrap().len(), 1, "{hasil}");
    }
}

/// Marks of perilaku of a quarter, by their title or their column, are not the year's.
#[test]
fn perilaku_of_a_part_of_the_year_is_not_the_years() {
    let rows = clean()[3].1.clone();
    let column = |period: &str| {
        let mut lines = rows.lines();
        let head = lines.next().unwrap_or_default();
        lines.fold(format!("{head},periode\n"), |all, line| format!("{all}{line},{period}\n"))
    };
    for (text, option) in [
        (
            format!("PENILAIAN PERILAKU TRIWULAN III TAHUN 2025,,,\n,,,\n{rows}"),
            "--periode 2025-TW3",
        ),
        (format!("Perilaku Kerja Semester I 2025,,,\n,,,\n{rows}"), "--periode 2025-S1"),
        (column("2025-TW1"), "--periode 2025-TW1"),
        (
            format!("PERILAKU KERJA SEMESTER GANJIL 2025,,,\n,,,\n{rows}"),
            "tidak dapat dipastikan",
        ),
    ] {
        let mut files = clean();
        files[3].1.clone_from(&text);
        let (exit, hasil) = run(folder(&files).path(), &["nilai", ".", "--tahun", "2025"]);
        assert_eq!((exit, person(&hasil, B).0), (1, None), "{text}: {hasil}");
        assert!(told(&hasil).contains(option), "{text}: {hasil}");
        assert!(
            !codes(&hasil).contains(&"PRL001"),
            "nobody is told that they are missing: {hasil}"
        );
    }
    for text in [
        column("2025"),
        column("tahunan"),
        format!("PENILAIAN PERILAKU KERJA TAHUN 2025,,,\n,,,\n{rows}"),
    ] {
        let mut files = clean();
        files[3].1.clone_from(&text);
        let (exit, hasil) = run(folder(&files).path(), &["nilai", ".", "--tahun", "2025"]);
        assert_eq!((exit, person(&hasil, B).0), (0, Some("Baik")), "{text}: {hasil}");
    }
}

/// The values of BerAKHLAK by their names under a heading of marks, the marks as ticks beside them.
#[test]
fn ticks_beside_the_names_of_the_values() {
    let mut files = clean();
    let rows: Vec<String> = files[3].1.lines().skip(1).map(|l| l.replace(",atasan,sesuai", "")).collect();
    let rows: Vec<String> = rows.iter().map(|l| format!("{l},,√,\n")).collect();
    files[3].1 = format!("NIP,Nilai Perilaku,Di Atas,Sesuai,Di Bawah\n{}", rows.concat());
    let (exit, hasil) = run(folder(&files).path(), &["nilai", ".", "--tahun", "2025"]);
    assert_eq!((exit, person(&hasil, B).0), (0, Some("Baik")), "{hasil}");
}

#[test]
fn headings_made_of_words_for_marks() {
    for header in [
        "No;Nama Tenaga Kesehatan;NIP;Unit;PREDIKAT AKHIR SKP",
        "No;Nama Guru Fungsional;NIP;Biro/Pusat;Nilai/Predikat SKP 2025",
        "No;Nama;NIP;Dinas/Kecamatan;Kategori Predikat Evaluasi Kinerja",
    ] {
        let (exit, hasil) = score(&two(header, "Dinas Arsip;Baik", "Kecamatan Muka;Sangat Baik"));
        assert_eq!(
            (exit, person(&hasil, A)),
            (0, (Some("Baik"), "Dinas Arsip")),
            "{header}: {hasil}"
        );
        assert_eq!(hasil["pegawai"][0]["nama"], "Lintang Kertapati", "{header}");
    }
    let (exit, hasil) = score(&format!(
        "REKAP PREDIKAT KINERJA PERIODIK TAHUN 2025;;;;\n\n{}",
        two("No;Nama;NIP;Unit;Predikat", "X;Baik", "X;Baik")
    ));
    assert_eq!((exit, person(&hasil, A).0), (1, None), "{hasil}");
    assert!(codes(&hasil).contains(&"STR096"), "{hasil}");
}

/// A list of names without their posts beside a download or a recap: who is rated is in the result, who only stands in
/// the list is, too.
#[test]
fn a_list_of_names_beside_marks_drops_nobody() {
    let c = "197202281996122006";
    let list =
        format!("NAMA;NIP;JABATAN;UNIT KERJA\nLintang Kertapati;{A};Kepala Dinas;Dinas Arsip\nDewi;{c};Arsiparis;Dinas Arsip\n");
    for marks in [
        two("No;Nama;NIP;Unit Kerja;Predikat", "Dinas Arsip;Baik", "Bidang Taman;Kurang"),
        two("No;Nama;NIP;Predikat", "Baik", "Kurang"),
    ] {
        let files = [("nominatif.csv", list.clone()), ("rekap.csv", marks.clone())];
        let (exit, hasil) = run(folder(&files).path(), &["nilai", ".", "--tahun", "2025"]);
        assert_eq!((exit, hasil["pegawai"].as_array().unwrap().len()), (1, 3), "{marks}: {hasil}");
        assert_eq!(person(&hasil, A), (Some("Baik"), "Dinas Arsip"), "{marks}: {hasil}");
        assert_eq!(person(&hasil, B).0, Some("Kurang"), "{marks}: {hasil}");
        assert_eq!(person(&hasil, c), (None, "Dinas Arsip"), "{marks}: {hasil}");
        assert!(!codes(&hasil).contains(&"IDN004"), "{marks}: {hasil}");
        // And the template has them all.
        let dir = folder(&files);
        let written = skp(
            dir.path(),
            &["template", "--dari", "nominatif.csv", "rekap.csv", "-o", "isi.xlsx"],
        );
        assert_eq!(code(&written), 0, "{marks}");
        let (_, hasil) = run(dir.path(), &["nilai", "isi.xlsx", "--tahun", "2025"]);
        assert_eq!(hasil["pegawai"].as_array().unwrap().len(), 3, "{marks}: {hasil}");
    }
}

/// Rows of units between people whose name and NIP share a column, numbered as the parts of a list are.
#[test]
fn numbered_units_over_names_with_their_nip() {
    let (exit, hasil) = score(&format!(
        "No;Nama / NIP;Predikat\nA;SEKRETARIAT;\n1;\"Lintang Kertapati\n{A}\";Baik\n\
         B.;BIDANG ARSIP;\n1;\"Bagas Adikarsa\nNIP. {B}\";Kurang\n"
    ));
    assert_eq!((exit, person(&hasil, A)), (0, (Some("Baik"), "SEKRETARIAT")), "{hasil}");
    assert_eq!(person(&hasil, B), (Some("Kurang"), "BIDANG ARSIP"), "{hasil}");
}

/// An identity block with small letters before its labels, and a penilai of TNI or Polri.
#[test]
fn identity_by_letters_and_an_nrp() {
    let form = |rater: &str| {
        format!(
            "EVALUASI KINERJA PEGAWAI;;;;;;;\nPERIODE: TAHUN 2025;;;;;;;\nI. PEGAWAI YANG DINILAI;;;;;;;\na. Nama;:;Bagas Adikarsa;;;;;\n\
             b. NIP;:;{B};;;;;\nc. Jabatan;:;Pengolah Data;;;;;\nd. Unit Kerja;:;Dinas Arsip;;;;;\nII. PEJABAT PENILAI KINERJA;;;;;;;\n\
             a. Nama;:;Surya Wibawa;;;;;\n{rater};;;;;\nHASIL KERJA;;;;;;;\n\
             NO;RENCANA HASIL KERJA PIMPINAN YANG DIINTERVENSI;RENCANA HASIL KERJA;ASPEK;INDIKATOR KINERJA INDIVIDU;TARGET;\
             REALISASI BERDASARKAN BUKTI DUKUNG;UMPAN BALIK BERKELANJUTAN BERDASARKAN BUKTI DUKUNG\n\
             1;Mutu;Tersusunnya daftar;Kuantitas;Jumlah;12 daftar;12 daftar;Sesuai Ekspektasi\n\
             RATING HASIL KERJA: SESUAI EKSPEKTASI;;;;;;;\nRATING PERILAKU KERJA: SESUAI EKSPEKTASI;;;;;;;\nPREDIKAT KINERJA PEGAWAI: BAIK;;;;;;;\n"
        )
    };
    for (rater, nrp) in [
        (format!("b. NIP;:;{A}"), false),
        ("b. NRP;:;11020033440577".to_owned(), true),
        ("b. NIP/NRP;:;85040123".to_owned(), true),
    ] {
        let (_, hasil) = score(&form(&rater));
        assert_eq!(person(&hasil, B), (Some("Baik"), "Dinas Arsip"), "{rater}: {hasil}");
        assert_eq!(codes(&hasil).contains(&"STR100"), nrp, "{rater}: {hasil}");
        assert!(
            !codes(&hasil).iter().any(|c| matches!(*c, "KAS005" | "IDN002")),
            "{rater}: {hasil}"
        );
    }
}

/// Counts below a total are nobody, and of a column of words with a figure in it the words count.
#[test]
fn counts_below_the_list_are_nobody() {
    let list = two("No;Nama;NIP;Unit;Predikat", "X;Baik", "X;Sangat Baik");
    for foot in [
        ";JUMLAH;;;2\n;Sangat Baik;;;1\n;Baik;;;1\n",
        ";TOTAL PEGAWAI;;;2\n;PNS;;;1\n;PPPK;;;1\n",
        ";Baik;;;1\n;Kurang;;;0\n",
    ] {
        let (exit, hasil) = score(&format!("{list}{foot}"));
        assert_eq!((exit, hasil["pegawai"].as_array().unwrap().len()), (0, 2), "{foot}: {hasil}");
    }
    let (_, hasil) = score(&two("No;Nama;NIP;Unit;Predikat", "X;Baik", "X;7"));
    assert_eq!(person(&hasil, A).0, Some("Baik"), "{hasil}");
    assert!(!told(&hasil).contains("tidak ada nilai yang diambil"), "{hasil}");
}

/// Records that end with CR alone, with line breaks of the other kind in quotes.
#[test]
fn records_of_old_macs_with_line_breaks_in_quotes() {
    let (exit, hasil) = score(&format!(
        "No;\"Nama\nLengkap\";NIP;\"Unit\nKerja\";Predikat\r1;Lintang Kertapati;{A};\"Dinas\nArsip\";Baik\r2;Bagas;{B};Taman;Kurang\r"
    ));
    assert_eq!((exit, person(&hasil, A).0), (0, Some("Baik")), "{hasil}");
    assert_eq!(person(&hasil, B), (Some("Kurang"), "Taman"), "{hasil}");
}
