//! Kinds of files that offices hold, each in wordings and layouts of its own (`docs/kontrak/masukan.md`
//! section 2b): who is read, with which mark, and what is said or not said.

use serde_json::Value as Json;

use crate::support::field::{A, B, clean, codes, folder, person, run, score, two};
use crate::support::program::skp;

#[test]
fn headings_by_meaning() {
    for header in [
        "No;Nama ASN;NIPPPK/NIP;Perangkat Daerah;Predikat Kinerja 2025",
        "NO;NAMA;NOMOR INDUK PEGAWAI;OPD / UNIT KERJA;NILAI PREDIKAT KINERJA (2025)*)",
        "No.;Nama Lengkap;Kunci;Satker;PREDIKAT SKP TAHUN 2025",
        "No;Pegawai;NIP/NRP;Bidang;Kuadran Kinerja Pegawai",
        "No;Nama;NIP;Organisasi;PENILAIAN",
    ] {
        let (exit, hasil) = score(&two(header, "Dinas Arsip;Baik", "Dinas Taman;Sangat Baik"));
        assert_eq!(exit, 0, "{header}: {hasil}");
        assert_eq!(person(&hasil, A), (Some("Baik"), "Dinas Arsip"), "{header}");
        assert_eq!(person(&hasil, B), (Some("Sangat Baik"), "Dinas Taman"), "{header}");
    }
}

#[test]
fn a_period_in_a_heading_decides_and_what_nothing_tells_is_nobodys_mark() {
    for (header, a) in [
        (
            "No;Nama;NIP;Unit Kerja;PREDIKAT S.D. JUNI 2025;PREDIKAT S.D. DESEMBER 2025",
            "X;Kurang;Baik",
        ),
        (
            "No;Nama;NIP;Unit Kerja;PREDIKAT SEMESTER 2 2024;PREDIKAT 2025",
            "X;Kurang;Baik",
        ),
        (
            "No;Nama;NIP;Unit Kerja;PREDIKAT KINERJA 2 TAHUN TERAKHIR;\n;;;;2024;2025",
            "X;Kurang;Baik",
        ),
        (
            "No;Nama;NIP;Unit Kerja;PREDIKAT KINERJA TRIWULAN;;;;PREDIKAT TAHUNAN\n;;;;I;II;III;IV;",
            "X;Kurang;Baik;Baik;Baik;Baik",
        ),
    ] {
        let (exit, hasil) = score(&two(header, a, a));
        assert_eq!((exit, person(&hasil, A).0), (0, Some("Baik")), "{header}: {hasil}");
    }
    for (header, code) in [
        ("No;Nama;NIP;Unit Kerja;PREDIKAT KINERJA;\n;;;;TAHUN LALU;TAHUN INI", "STR036"),
        ("No;Nama;NIP;Unit Kerja;PREDIKAT KINERJA;PREDIKAT KINERJA", "STR025"),
        ("No;Nama;NIP;Unit Kerja;PREDIKAT BULANAN;POTENSI", "STR025"),
        ("No;Nama;NIP;Unit Kerja;PREDIKAT KINERJA PERIODIK;POTENSI", "STR025"),
    ] {
        let (exit, hasil) = score(&two(header, "X;Kurang;Baik", "X;Baik;Baik"));
        assert_eq!((exit, person(&hasil, A).0), (1, None), "{header}");
        assert!(codes(&hasil).contains(&code), "{header}: {hasil}");
        assert!(
            !codes(&hasil).contains(&"HSL007"),
            "nobody is told that his mark is empty: {header}"
        );
    }
}

#[test]
fn a_download_of_a_part_of_the_year_is_never_the_years() {
    for (title, option) in [
        ("Laporan Penilaian SKP TW 3 2025", "2025-TW3"),
        ("REKAP PREDIKAT MEI 2025", "2025-05"),
        ("LAPORAN PENILAIAN SKP\nPERIODE TW 2\nTAHUN 2025", "2025-TW2"),
    ] {
        let text = format!("{title}\n\n{}", two("No;Nama;NIP;Unit Kerja;Predikat", "X;Baik", "X;Baik"));
        let (exit, hasil) = score(&text);
        assert_eq!((exit, person(&hasil, A).0), (1, None), "{title}");
        let told = hasil["temuan"].to_string();
        assert!(told.contains(&format!("--periode {option}")), "{title}: {told}");
    }
    let spans = two(
        "No;Nama;NIP;skp_unor;hasil_akhir;periode_awal_skp;periode_akhir_skp",
        "X;BAIK;2025-03-01;2025-03-31",
        "X;BAIK;2025-03-01;2025-03-31",
    );
    let (exit, hasil) = score(&spans);
    assert_eq!((exit, person(&hasil, A).0), (1, None));
    assert!(hasil["temuan"].to_string().contains("--periode 2025-03"));
}

#[test]
fn two_things_in_a_cell_and_units_between_the_people() {
    for (text, unit) in [
        (
            format!("No;Pegawai;Unit Kerja;Predikat\n1;\"Lintang Kertapati\n{A}\";X;Baik\n"),
            "X",
        ),
        (
            format!("No;Nama;Unit Kerja;Predikat\n1;Lintang Kertapati;X;Baik\n;NIP. {A};;\n"),
            "X",
        ),
        (
            format!("No;Nama;NIP;Predikat\n;SEKRETARIAT;;\n1;Lintang Kertapati;{A};Baik\n"),
            "SEKRETARIAT",
        ),
        (
            format!("No;Nama;NIP;Predikat\nI. UPT. ARSIP (2 orang);;;\n1;Lintang Kertapati;{A};Baik\n"),
            "UPT. ARSIP",
        ),
        (
            format!("No;Nama;NIP;Predikat\nUNIT KERJA : SEKRETARIAT;;;\n1;Lintang Kertapati;{A};Baik\n"),
            "SEKRETARIAT",
        ),
        (
            format!("\"No;Nama;NIP;Unit Kerja;Predikat\"\n\"1;Lintang Kertapati;{A};X;Baik\"\n"),
            "X",
        ),
    ] {
        let (exit, hasil) = score(&text);
        assert_eq!(exit, 0, "{text}: {hasil}");
        assert_eq!(hasil["pegawai"].as_array().unwrap().len(), 1, "{text}");
        assert_eq!(person(&hasil, A), (Some("Baik"), unit), "{text}");
    }
}

/// A change of a file that means nothing.
type Change = fn(&str) -> String;

/// What is said of people, without where it stands.
fn outcome(hasil: &Json) -> Json {
    let mut people = hasil["pegawai"].clone();
    for person in people.as_array_mut().unwrap() {
        person.as_object_mut().unwrap().remove("temuan");
    }
    people
}

/// Columns in another order, a column and a list that mean nothing, a title row more, a copy and foreign
/// files in the folder: the same result.
#[test]
fn what_means_nothing_changes_nothing() {
    let files = clean();
    let dir = folder(&files);
    let (exit, hasil) = run(dir.path(), &["nilai", ".", "--tahun", "2025"]);
    let wanted = outcome(&hasil);
    assert_eq!(exit, 0, "{hasil}");
    assert!(wanted.to_string().contains("\"predikat\":\"Baik\""), "{wanted}");
    let reversed: Change = |t| {
        let rows = t.lines().map(|l| l.split(',').rev().collect::<Vec<_>>().join(","));
        rows.collect::<Vec<_>>().join("\n") + "\n"
    };
    let hobby: Change = |t| {
        let rows = t.lines().enumerate();
        let more = rows.map(|(i, l)| format!("{},{l}", if i == 0 { "Hobi" } else { "membaca" }));
        more.collect::<Vec<_>>().join(
            "
",
        ) + "
"
    };
    let titled: Change = |t| format!("DATA KEPEGAWAIAN DINAS ARSIP\n\n{t}");
    for (what, change) in [("reversed", reversed), ("hobby", hobby), ("titled", titled)] {
        for i in 0..files.len() {
            let mut changed = files.clone();
            changed[i].1 = change(&changed[i].1);
            let dir = folder(&changed);
            let (_, hasil) = run(dir.path(), &["nilai", ".", "--tahun", "2025"]);
            assert_eq!(outcome(&hasil), wanted, "{what}: {}", changed[i].0);
        }
    }
    for (name, text) in [
        ("pegawai - salinan.csv", files[0].1.clone()),
        (
            "absensi.csv",
            format!("No,Nama,NIP,Jabatan,Unit Kerja,Hadir\n1,Bagas Adikarsa,{B},-,Dinas Arsip,230\n"),
        ),
        ("hitung.py", "nip = 1\nnama, jabatan, unit_kerja = 1, 2, 3\n".to_owned()),
        ("catatan.md", "| nip | nama | jabatan |\n|---|---|---|\n".to_owned()),
        ("kosong.xlsx", String::new()),
    ] {
        let mut more = files.clone();
        more.push((name, text));
        let dir = folder(&more);
        let (_, hasil) = run(dir.path(), &["nilai", ".", "--tahun", "2025"]);
        assert_eq!(outcome(&hasil), wanted, "{name}");
    }
}

/// Rows that stand in a file and join nobody are told where they stand, and nobody is told that they
/// are missing.
#[test]
fn nobody_is_told_that_what_stands_there_is_missing() {
    let changed = |i: usize, from: &str, to: &str| {
        let mut files = clean();
        files[i].1 = files[i].1.replace(from, to);
        let dir = folder(&files);
        run(dir.path(), &["nilai", ".", "--tahun", "2025"]).1
    };
    let rounded = changed(2, B, "199409172017031000");
    assert!(codes(&rounded).contains(&"IDN010"), "{rounded}");
    assert!(rounded["temuan"].to_string().contains("Mungkin milik Bagas Adikarsa"));
    assert!(!codes(&rounded).contains(&"REA006"));
    assert_eq!(person(&rounded, B).0, None, "a NIP is never repaired");
    let other_year = changed(2, ",2025,", ",2024,");
    assert!(codes(&other_year).contains(&"STR028"), "{other_year}");
    assert!(!codes(&other_year).contains(&"REA006"));
    let swapped = changed(2, "nip,kode_rhk,aspek", "nip,aspek,kode_rhk");
    assert!(codes(&swapped).contains(&"STR029"), "{swapped}");
    assert_eq!(person(&swapped, B).0, Some("Baik"));
    let unnamed = changed(3, "nip,aspek", "Nomor pegawai ini,aspek");
    assert!(codes(&unnamed).contains(&"STR050"), "{unnamed}");
    assert_eq!(person(&unnamed, B).0, Some("Baik"));
}

/// A table of last years' predikat beside the year's: looked at for what looks back, never a mark.
#[test]
fn last_years_predikat_beside_the_years_are_its_history() {
    let dir = tempfile::tempdir().unwrap();
    let put = |name: &str, text: String| std::fs::write(dir.path().join(name), text).unwrap();
    put(
        "pegawai.csv",
        format!("nip,nama,unit_kerja,jenis_pegawai\n{A},Lintang,Arsip,PNS\n{B},Bagas,Arsip,PNS\n"),
    );
    put(
        "penilaian.csv",
        format!(
            "nip,hasil_kerja,perilaku_kerja,predikat\n{A},di atas ekspektasi,di atas ekspektasi,Sangat Baik\n{B},di atas ekspektasi,di atas ekspektasi,Sangat Baik\n"
        ),
    );
    put(
        "riwayat.csv",
        format!("NIP,Tahun,Predikat\n{A},2024,Sangat Baik\n{B},2024,Baik\n196001011985031009,2024,Baik\n"),
    );
    let (_, hasil) = run(dir.path(), &["nilai", ".", "--tahun", "2025"]);
    assert_eq!(person(&hasil, B).0, Some("Sangat Baik"));
    assert!(!codes(&hasil).iter().any(|c| matches!(*c, "STR027" | "IDN004")), "{hasil}");
    assert!(codes(&hasil).contains(&"STR094"), "{hasil}");
    // What looks back: Sangat Baik two years running.
    let rows = skp(dir.path(), &["nilai", ".", "--tahun", "2025", "--format", "csv"]).stdout;
    let rows = String::from_utf8(rows).unwrap();
    let of_bagas = rows.find(B).unwrap();
    assert!(rows[..of_bagas].contains("suksesi"), "{rows}");
    assert!(!rows[of_bagas..].contains("suksesi"), "{rows}");
}

/// One official file alone is told as what it is, with the file that has the rest.
#[test]
fn one_official_file_alone() {
    let told = |hasil: &serde_json::Value, code: &str| {
        let of = |t: &&serde_json::Value| t["kode"] == code;
        let found = hasil["temuan"].as_array().unwrap().iter().find(of);
        found.map(|t| format!("{} {}", t["pesan"], t["saran"])).unwrap_or_default()
    };
    let planning = format!(
        "Laporan SKP\nPeriode : 1 Januari 2025 s.d. 31 Desember 2025\nNo;NIP;Nama;Unit Kerja;Status SKP;Model SKP\n\
         1;{A};Lintang;Dinas Arsip;persetujuan;kuantitatif\n2;{B};Bagas;Dinas Arsip;-;\n"
    );
    let (_, hasil) = score(&planning);
    assert!(told(&hasil, "TGT008").contains("Laporan Penilaian SKP"), "{hasil}");
    assert!(!codes(&hasil).contains(&"PRL004"), "{hasil}");
    assert_eq!(
        hasil["pegawai"][0]["sebab"],
        serde_json::json!(["tanpa_penilaian"]),
        "{hasil}"
    );
    assert_eq!(hasil["pegawai"][1]["sebab"], serde_json::json!(["tanpa_skp"]), "{hasil}");
    let plan = format!(
        "SASARAN KINERJA PEGAWAI\nPERIODE PENILAIAN: 1 JANUARI SD 31 DESEMBER 2025\nPEGAWAI YANG DINILAI\nNAMA;Lintang\nNIP;{A}\n\
         JABATAN;Arsiparis\nUNIT KERJA;Dinas Arsip\nNO;RENCANA HASIL KERJA;ASPEK;INDIKATOR KINERJA INDIVIDU;TARGET\nA. UTAMA\n\
         1;Daftar arsip tersusun;Kuantitas;Jumlah daftar;12 daftar\n"
    );
    let (_, hasil) = score(&plan);
    for code in ["REA008", "PRL004"] {
        assert!(
            told(&hasil, code).contains("formulir Evaluasi Kinerja Pegawai"),
            "{code}: {hasil}"
        );
    }
    // Beside a table of people nothing else is known; beside tables of plans the table is what is missing.
    let mut files = clean();
    files.truncate(2);
    let hasil = run(folder(&files).path(), &["nilai", ".", "--tahun", "2025"]).1;
    assert!(told(&hasil, "PRL004").starts_with("\"Tidak ada tabel perilaku"), "{hasil}");
}

/// A bare "Predikat" of attendance, discipline, an exam, a course is nobody's predikat kinerja: where there are other data
/// they count, and alone nothing is read, with the reason.
#[test]
fn a_predikat_of_something_else_is_no_predikat_kinerja() {
    let rows = |cells: &str, last: &str| format!("1;{A};Lintang Kertapati;{cells}{last}\n2;{B};Bagas Adikarsa;{cells}{last}\n");
    for (title, header, cells, last) in [
        (
            "REKAP KEHADIRAN DAN PREDIKAT KEHADIRAN 2025",
            "Hadir;Alpa;Predikat",
            "220;2;",
            "Kurang",
        ),
        ("REKAP PENILAIAN DISIPLIN PEGAWAI TAHUN 2025", "Predikat", "", "Kurang"),
        ("HASIL UJI KOMPETENSI", "Nilai;Predikat", "90;", "Sangat Baik"),
        (
            "HASIL UJIAN DINAS TINGKAT I TAHUN 2025",
            "Unit Kerja;Nilai;Predikat",
            "X;60;",
            "Kurang",
        ),
        ("PENILAIAN PEGAWAI TELADAN", "Unit Kerja;Skor;Predikat", "X;60;", "Kurang"),
        (
            "DAFTAR PESERTA PELATIHAN",
            "Nama Pelatihan;Nilai;Predikat",
            "Latsar;88;",
            "Memuaskan",
        ),
        (
            "",
            "Asal Instansi;Nama Diklat;Nilai;Predikat",
            "Dinas Lain;Arsip;88;",
            "Sangat Memuaskan",
        ),
        ("", "Perguruan Tinggi;IPK;Predikat", "Universitas X;3,6;", "Cum Laude"),
        ("", "Hadir;Alpa;Predikat 2025", "220;2;", "Kurang"),
        ("", "Predikat", "", "Cum Laude"),
    ] {
        let title = if title.is_empty() {
            String::new()
        } else {
            format!("{title}\n")
        };
        let list = format!("{title}No;NIP;Nama;{header}\n{}", rows(cells, last));
        let mut files = clean();
        files.push(("daftar.csv", list.clone()));
        let (exit, hasil) = run(folder(&files).path(), &["nilai", ".", "--tahun", "2025"]);
        assert_eq!((exit, person(&hasil, B).0), (0, Some("Baik")), "{title}{header}: {hasil}");
        assert!(codes(&hasil).contains(&"STR098"), "{title}{header}: {hasil}");
        assert!(!codes(&hasil).contains(&"HSL016"), "{title}{header}: {hasil}");
        let (exit, told) = score(&list);
        assert_eq!(exit, 2, "{title}{header}: {told}");
        assert!(told.to_string().contains("menyebut hal lain"), "{title}{header}: {told}");
    }
    // What names kinerja is read, whatever else it names; and so is a list that names nothing.
    for (title, header, cells) in [
        ("REKAP KEHADIRAN DAN PREDIKAT KINERJA 2025", "Hadir;Predikat", "220;"),
        ("REKAP KEHADIRAN 2025", "Hadir;Predikat Kinerja", "220;"),
        ("DAFTAR NILAI SKP BADAN PENDIDIKAN DAN PELATIHAN", "Nilai;Predikat", "110;"),
        ("BADAN PENDIDIKAN DAN PELATIHAN\nREKAP PREDIKAT PEGAWAI 2025", "Predikat", ""),
        (
            "REKAP DISIPLIN 2025",
            "Rating Hasil Kerja;Rating Perilaku;Predikat",
            "Sesuai Ekspektasi;Sesuai Ekspektasi;",
        ),
        ("", "Predikat", ""),
        ("", "Nilai;Predikat", "110;"),
        ("", "Predikat Kompetensi;Predikat", "Kurang;"),
        ("", "nilai_ipk;hasil_akhir", "3,5;"),
    ] {
        let title = if title.is_empty() {
            String::new()
        } else {
            format!("{title}\n")
        };
        let list = format!("{title}No;NIP;Nama;{header}\n{}", rows(cells, "Baik"));
        let (exit, hasil) = score(&list);
        assert_eq!((exit, person(&hasil, B).0), (0, Some("Baik")), "{title}{header}: {hasil}");
    }
    // A whole list of people says who there is all the same.
    let people = format!(
        "REKAP PENILAIAN DISIPLIN\nnip;nama;jabatan;jenis_jabatan;unit_kerja;nip_atasan;predikat\n\
         {A};Lintang Kertapati;Kepala Dinas;jpt_pratama;Dinas Arsip;;Kurang\n\
         {B};Bagas Adikarsa;Pengolah Data;pelaksana;Dinas Arsip;{A};Kurang\n"
    );
    let mut files = clean();
    files[0] = ("pegawai.csv", people);
    let (exit, hasil) = run(folder(&files).path(), &["nilai", ".", "--tahun", "2025"]);
    assert_eq!((exit, person(&hasil, B)), (0, (Some("Baik"), "Dinas Arsip")), "{hasil}");
}

/// The monthly form of PPPK paruh waktu by its title, whatever its columns are called; a list of them is none.
#[test]
fn the_monthly_form_of_part_time_people() {
    for form in [
        format!(
            "EVALUASI KINERJA BULANAN\nPEGAWAI PEMERINTAH DENGAN PERJANJIAN KERJA (PPPK) PARUH WAKTU\nNama;:;Lintang\nNIP;:;{A}\n\
             No;Rencana Kerja;Target;Realisasi;Nilai\n1;Melayani tamu;20;20;100\n"
        ),
        format!(
            "PPPK PW - LAPORAN KINERJA BULANAN\nNama;:;Lintang\nNI PPPK;:;{A}\nUnit Kerja;:;Dinas\n\n\
             No;Uraian Tugas;Target Bulanan;Realisasi;Capaian (%)\n1;Melayani tamu;20 kegiatan;20 kegiatan;100\n"
        ),
    ] {
        let (exit, told) = score(&form);
        assert_eq!(exit, 2, "{told}");
        assert!(told.to_string().contains("KepmenPANRB 16/2025"), "{told}");
    }
    for title in [
        "REKAP PREDIKAT KINERJA PPPK DAN PPPK PARUH WAKTU TAHUN 2025",
        "REKAP PREDIKAT KINERJA PEGAWAI PARUH WAKTU 2025",
    ] {
        let list = two(&format!("{title}\nNo;Nama;NIP;Unit;Predikat"), "X;Baik", "X;Kurang");
        let (exit, hasil) = score(&list);
        assert_eq!((exit, person(&hasil, A).0), (0, Some("Baik")), "{title}: {hasil}");
    }
}

/// What may be a mark under a heading of its own is named where nobody has one.
#[test]
fn a_heading_that_may_say_a_mark_is_named() {
    for (heading, cell) in [
        ("Kuadran Talenta", "3"),
        ("Kategori Kotak", "5"),
        ("peringkat_kinerja", "2"),
        ("Nilai dan Predikat", "100 dan Baik"),
    ] {
        let cells = format!("X;{cell}");
        let (exit, hasil) = score(&two(&format!("No;Nama;NIP;Unit;{heading}"), &cells, &cells));
        assert_eq!((exit, person(&hasil, A).0), (1, None), "{heading}: {hasil}");
        let told = hasil["temuan"].as_array().unwrap();
        let named = |t: &serde_json::Value| t["kode"] == "STR036" && t["pesan"].as_str().unwrap().contains(heading);
        assert!(told.iter().any(named), "{heading}: {hasil}");
    }
}
