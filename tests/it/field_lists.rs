//! Lists of people as offices keep them beside the marks: whose name a heading says, which year a row is of,
//! which list excepts nobody (`docs/kontrak/masukan.md` sections 2b.1 to 2b.4).

use serde_json::Value as Json;

use crate::support::field::{A, B, clean, codes, folder, person, run, score, two};

fn told(hasil: &Json) -> String {
    hasil["temuan"].to_string()
}

/// A clean instansi with one text of one file replaced.
fn changed(file: usize, from: &str, to: &str) -> (i32, Json) {
    let mut files = clean();
    assert!(files[file].1.contains(from), "{from}");
    files[file].1 = files[file].1.replace(from, to);
    run(folder(&files).path(), &["nilai", ".", "--tahun", "2025"])
}

/// A clean instansi with another file beside it.
fn beside(name: &'static str, text: &str) -> (i32, Json) {
    let mut files = clean();
    files.push((name, text.to_owned()));
    run(folder(&files).path(), &["nilai", ".", "--tahun", "2025"])
}

#[test]
fn headings_that_say_whose_name_which_unit_and_what_year() {
    for header in [
        "No.;NAMA GURU;NIP/NI PPPK;NAMA SEKOLAH;PREDIKAT SKP 2025",
        "No;NAMA DOSEN / TENDIK;NIP;Fakultas;PREDIKAT",
        "No;NAMA LENGKAP TANPA GELAR;NIP;Unit Kerja;KINERJA TAHUN 2025",
        "No;NAMA KARYAWAN;NIP;Unit Eselon III;KATEGORI KINERJA",
        "No;NAMA PEJABAT;NIP;UKPD;SKP 2025",
        "No;Nama;NIP;Kantor Cabang Dinas;EVALUASI KINERJA 2025",
        "No;Nama;NIP;Unit Kerja;PENILAIAN KINERJA TAHUN 2025 (PREDIKAT)",
        "No;NAMA & GELAR;NIP;Unit Kerja;PREDIKAT PENILAIAN SKP TAHUNAN 2025",
        "No;Nama;NIP;Unit Kerja;PREDIKAT KINERJA PERIODE 01-01-2025 S.D 31-12-2025",
        "No;Nama;NIP;Unit Kerja;PREDIKAT KINERJA 12 BULAN",
    ] {
        let (exit, hasil) = score(&two(header, "Dinas Arsip;Baik", "Kecamatan Muka;Sangat Baik"));
        assert_eq!(exit, 0, "{header}: {hasil}");
        assert_eq!(person(&hasil, A), (Some("Baik"), "Dinas Arsip"), "{header}");
        assert_eq!(hasil["pegawai"][0]["nama"], "Lintang Kertapati", "{header}");
        assert_eq!(person(&hasil, B), (Some("Sangat Baik"), "Kecamatan Muka"), "{header}");
    }
    // Last year's, whatever the words around the year.
    for heading in ["EVALUASI KINERJA 2024", "PREDIKAT PENILAIAN SKP TAHUNAN 2024", "SKP 2024"] {
        let (exit, hasil) = score(&two(&format!("No;Nama;NIP;Unit Kerja;{heading}"), "X;Baik", "X;Baik"));
        assert_eq!((exit, person(&hasil, A).0), (1, None), "{heading}: {hasil}");
        assert!(told(&hasil).contains("--tahun 2024"), "{heading}: {hasil}");
    }
}

/// A list without names has its units; what is not known is said, with the headings that nobody knows.
#[test]
fn a_list_without_names_keeps_its_units() {
    let (exit, hasil) = score(&format!(
        "No;Panggilan;NIP;Unit Kerja;Predikat\n1;Lin;{A};Arsip;Baik\n2;Gas;{B};Arsip;Baik\n"
    ));
    assert_eq!((exit, person(&hasil, A)), (0, (Some("Baik"), "Arsip")), "{hasil}");
    assert!(told(&hasil).contains("; nama 2 orang tidak diketahui"), "{hasil}");
    assert!(told(&hasil).contains("\\\"Panggilan\\\""), "{hasil}");
}

/// A short form is never read, and what it may mean is said; a list of marks lacks no other table.
#[test]
fn letters_for_a_predikat_are_asked_about() {
    let (exit, hasil) = score(&two("No;Nama;NIP;Unit;PREDIKAT (SB/B/BP/K/SK)", "X;B", "X;SB"));
    assert_eq!((exit, person(&hasil, A).0), (1, None), "{hasil}");
    for word in ["Mungkin maksudnya \\\"Baik\\\"", "Mungkin maksudnya \\\"Sangat Baik\\\""] {
        assert!(told(&hasil).contains(word), "{word}: {hasil}");
    }
    assert!(!codes(&hasil).iter().any(|c| matches!(*c, "PRL004" | "TGT008")), "{hasil}");
}

/// Plans and perilaku of last year are not this year's, and it is said.
#[test]
fn rows_of_another_year_are_not_this_years() {
    let (exit, hasil) = changed(3, "nip,aspek,penilai,nilai\n", "nip,aspek,penilai,nilai,tahun\n");
    assert_eq!(exit, 0, "an empty column means nothing: {hasil}");
    let mut files = clean();
    let year = |text: &str, year: &str| {
        let rows = text.lines().enumerate();
        let more = rows.map(|(i, l)| format!("{l},{}\n", if i == 0 { "Periode" } else { year }));
        more.collect::<String>()
    };
    files[3].1 = year(&files[3].1, "2024");
    let (exit, hasil) = run(folder(&files).path(), &["nilai", ".", "--tahun", "2025"]);
    assert_eq!((exit, person(&hasil, B).0), (1, None), "{hasil}");
    assert!(
        codes(&hasil).contains(&"STR027") && !codes(&hasil).contains(&"PRL001"),
        "{hasil}"
    );
    let mut files = clean();
    files[1].1 = year(&files[1].1, "2024");
    let (exit, hasil) = run(folder(&files).path(), &["nilai", ".", "--tahun", "2025"]);
    assert_eq!((exit, person(&hasil, B).0), (1, None), "{hasil}");
    assert!(!codes(&hasil).iter().any(|c| matches!(*c, "REA022" | "TGT008")), "{hasil}");
    assert!(told(&hasil).contains("2024"), "{hasil}");
}

/// The folder's name is a period as the file's is.
#[test]
fn a_folder_for_each_month() {
    let dir = tempfile::tempdir().unwrap();
    for (month, mark) in [
        ("01 Januari", "Kurang"),
        ("12. Desember", "Baik"),
        ("2024", "Butuh Perbaikan"),
    ] {
        std::fs::create_dir(dir.path().join(month)).unwrap();
        let text = two("No;Nama;NIP;Unit;Predikat", &format!("X;{mark}"), &format!("X;{mark}"));
        std::fs::write(dir.path().join(month).join("rekap.csv"), text).unwrap();
    }
    let (exit, hasil) = run(dir.path(), &["nilai", ".", "--tahun", "2025"]);
    assert_eq!((exit, person(&hasil, A).0), (1, None), "{hasil}");
    assert_eq!(codes(&hasil).iter().filter(|c| **c == "STR027").count(), 3, "{hasil}");
    assert!(told(&hasil).contains("--periode 2025-12"), "{hasil}");
}

/// A year in a heading is one that the data say.
#[test]
fn the_year_of_a_heading_needs_no_option() {
    let dir = tempfile::tempdir().unwrap();
    let text = two("No;Nama;NIP;Unit;Predikat 2025", "X;Baik", "X;Baik");
    std::fs::write(dir.path().join("rekap x.csv"), text).unwrap();
    let (exit, hasil) = run(dir.path(), &["nilai", "."]);
    assert_eq!((exit, person(&hasil, A).0), (0, Some("Baik")), "{hasil}");
}

/// A reason beside something else is nobody's exception: a list of leave, of punishments, of courses.
#[test]
fn lists_of_something_else_except_nobody_and_rate_nobody() {
    for text in [
        format!("No,Nama,NIP,Jenis Cuti,Mulai,Selesai,Alasan\n1,Bagas,{B},Tahunan,01-03-2025,05-03-2025,keluarga\n"),
        format!("No,Nama,NIP,Jenis Hukuman,Alasan,Keterangan\n1,Bagas,{B},Teguran,terlambat,-\n"),
        format!("No,NIP,Nama,Nama Diklat,Tahun,Nilai\n1,{B},Bagas,Arsip,2024,90\n"),
    ] {
        let (exit, hasil) = beside("daftar.csv", &text);
        assert_eq!((exit, person(&hasil, B).0), (0, Some("Baik")), "{text}: {hasil}");
        assert!(codes(&hasil).contains(&"STR010"), "{text}: {hasil}");
    }
    for text in [
        format!("No,NIP,Nama,Jabatan,Unit Kerja,Alasan\n1,{B},Bagas,Staf,Dinas,sakit menahun\n"),
        format!("No,NIP,Nama,Nomor SK,Alasan tidak dinilai\n1,{B},Bagas,800/1,sakit menahun\n"),
        format!("No,NIP,Nama,Nomor SK,Alasan\n1,{B},Bagas,800/1,CLTN sejak Februari\n"),
        format!("DAFTAR PEGAWAI YANG DIKECUALIKAN\nNo,NIP,Nama,Nomor SK,Alasan\n1,{B},Bagas,800/1,sakit\n"),
    ] {
        let (_, hasil) = beside("daftar.csv", &text);
        let first = hasil["pegawai"].as_array().unwrap().iter().find(|p| p["nip"] == B).unwrap();
        assert_eq!(first["status"], "dikecualikan", "{text}: {hasil}");
    }
}

/// Columns swapped with the NIP, names with posts, words of lists with each other.
#[test]
fn more_pairs_that_people_swap() {
    for (file, a, b) in [
        (1, "nip", "kode_rhk"),
        (0, "nip", "unit_kerja"),
        (0, "nip", "jabatan"),
        (0, "nama", "jabatan"),
        (1, "jenis", "aspek"),
        (1, "aspek", "target"),
        (1, "indikator", "target"),
        (1, "target", "batas_waktu"),
        (2, "kode_rhk", "realisasi"),
    ] {
        let mut files = clean();
        let (header, rows) = files[file].1.split_once('\n').unwrap();
        let swap = |h: &str| {
            if h == a {
                b.to_owned()
            } else if h == b {
                a.to_owned()
            } else {
                h.to_owned()
            }
        };
        let swapped: Vec<String> = header.split(',').map(swap).collect();
        files[file].1 = format!("{}\n{rows}", swapped.join(","));
        let (exit, hasil) = run(folder(&files).path(), &["nilai", ".", "--tahun", "2025"]);
        assert_eq!((exit, person(&hasil, B).0), (1, Some("Baik")), "{a}, {b}: {hasil}");
        assert_eq!(
            codes(&hasil).iter().filter(|c| **c == "STR029").count(),
            1,
            "{a}, {b}: {hasil}"
        );
    }
}

/// What a table lacks is said once for the table, and nobody is told that it waits.
#[test]
fn a_missing_column_is_one_finding() {
    let (_, hasil) = changed(2, ",umpan_balik", ",");
    let told: Vec<&str> = codes(&hasil).into_iter().filter(|c| c.starts_with("REA0")).collect();
    assert_eq!(told, ["REA070"], "{hasil}");
    let (_, hasil) = changed(3, ",nilai\n", ",\n");
    assert!(!codes(&hasil).contains(&"PRL001"), "{hasil}");
    let (_, hasil) = changed(1, "nip,", "nomor,");
    assert!(!codes(&hasil).iter().any(|c| matches!(*c, "TGT008" | "REA022")), "{hasil}");
}

/// A row for each period of one indicator in a flat table is one indicator.
#[test]
fn a_flat_table_with_a_row_for_each_period() {
    let mut text = "NIP;NAMA;RHK;INDIKATOR;TARGET;PERIODE;REALISASI;UMPAN BALIK\n".to_owned();
    for (period, figure) in [("TW I", 3), ("TW II", 6), ("TW III", 9), ("TW IV", 12)] {
        text.push_str(&format!(
            "{A};Lintang;Tersusunnya daftar;Jumlah daftar;12 daftar;{period};{figure} daftar;sesuai\n"
        ));
    }
    let (_, hasil) = score(&text);
    let rhk = hasil["pegawai"][0]["rhk"].as_array().unwrap();
    assert_eq!(rhk.len(), 1, "{hasil}");
    let indicators = rhk[0]["indikator"].as_array().unwrap();
    assert_eq!(
        (indicators.len(), &indicators[0]["realisasi"]),
        (1, &Json::from("12")),
        "{hasil}"
    );
}

/// `B A K H L A K` over seven columns, in a header of one row or two.
#[test]
fn letters_of_berakhlak_are_its_values() {
    for header in [
        "nip,nama,B,A,K,H,L,A,K",
        "No,Nama,NIP,NILAI BERAKHLAK,,,,,,\n,,,Ber,A,K,H,L,A,K",
    ] {
        let row = |nip: &str, name: &str, mark: &str| {
            let person = if header.starts_with("No") {
                format!("1,{name},{nip}")
            } else {
                format!("{nip},{name}")
            };
            format!("{person},{}\n", [mark; 7].join(","))
        };
        let mut files = clean();
        files[3].1 = format!(
            "{header}\n{}{}",
            row(A, "Lintang", "Sesuai"),
            row(B, "Bagas", "Di Atas Ekspektasi")
        );
        let (exit, hasil) = run(folder(&files).path(), &["nilai", ".", "--tahun", "2025"]);
        assert_eq!((exit, person(&hasil, A).0), (0, Some("Baik")), "{header}: {hasil}");
        let first = hasil["pegawai"].as_array().unwrap().iter().find(|p| p["nip"] == B).unwrap();
        assert_eq!(first["rating_perilaku"], "di atas ekspektasi", "{header}: {hasil}");
    }
}

/// A NIP with a slip in it is one finding with whom it probably means, wherever it stands.
#[test]
fn a_mistyped_nip_is_told_once() {
    for wrong in [
        "19940917201703100S",
        "l99409172017031005",
        "199409172O17O31OO5",
        "199409172017031005.0",
        "19940917201703105",
        "1994091720170310055",
        "199409172017031006",
        "199409172017031005 (PPPK)",
    ] {
        let (_, hasil) = changed(3, B, wrong);
        let valid = wrong == "199409172017031006";
        let written = format!("berisi NIP \"{wrong}\"");
        let about = hasil["temuan"].as_array().unwrap().iter();
        let about = about.filter(|t| t["pesan"].as_str().unwrap().contains(&written));
        let found: Vec<&str> = about.filter_map(|t| t["kode"].as_str()).collect();
        let wanted = if valid { Vec::new() } else { vec!["IDN040"] };
        assert_eq!(found, wanted, "{wrong}: {hasil}");
        assert_eq!(person(&hasil, B).0, None, "a NIP is never repaired: {wrong}");
        if !valid {
            assert!(told(&hasil).contains("Mungkin milik Bagas Adikarsa"), "{wrong}: {hasil}");
            assert!(!codes(&hasil).contains(&"PRL001"), "{wrong}: {hasil}");
        }
    }
    let (_, hasil) = changed(0, &format!("{B},Bagas"), "1.99409E+17,Bagas");
    assert_eq!(
        codes(&hasil).iter().filter(|c| c.starts_with("IDN")).collect::<Vec<_>>(),
        [&"IDN010"],
        "{hasil}"
    );
}

/// A misspelt aspek is told at its cell, and not that it is missing.
#[test]
fn a_misspelt_aspek_is_not_missing() {
    for set in ["permenpanrb-6-2022", "pp-30-2019"] {
        let mut files = clean();
        files[3].1 = files[3].1.replacen(",akuntabel,", ",akuntbel,", 1);
        let (_, hasil) = run(folder(&files).path(), &["nilai", ".", "--tahun", "2025", "--aturan", set]);
        assert!(told(&hasil).contains("Mungkin maksudnya \\\"akuntabel\\\""), "{set}: {hasil}");
        let lacks = hasil["temuan"].as_array().unwrap().iter();
        let of_one = lacks.filter(|t| t["kode"] == "PRL001" && t["nip"] == A).count();
        assert_eq!(of_one, 0, "{set}: {hasil}");
    }
}

/// What stands in a row of nobody is told all the same; a date in a target is called one; a rate is another unit.
#[test]
fn cells_are_called_what_they_are() {
    let numeric = |target: &str| {
        let mut files = clean();
        files[1].1 = files[1]
            .1
            .replace("Jumlah daftar,12,daftar", &format!("Jumlah daftar,{target}"));
        run(
            folder(&files).path(),
            &["nilai", ".", "--tahun", "2025", "--aturan", "permenpanrb-8-2021"],
        )
        .1
    };
    let hasil = numeric("1/12/2025,daftar");
    assert!(told(&hasil).contains("berupa tanggal (1-12-2025)"), "{hasil}");
    assert!(told(&hasil).contains("Excel"), "{hasil}");
    let mut files = clean();
    files[1].1 = files[1]
        .1
        .replace("batas_waktu\n", "arah\n")
        .replace("31/12/2025", "ke atas")
        .replace(B, "19940917");
    let (_, hasil) = run(folder(&files).path(), &["periksa", ".", "--tahun", "2025"]);
    assert!(told(&hasil).contains("ke atas") && told(&hasil).contains("arah"), "{hasil}");
}

/// Somebody in the state of planning and not in the list of ratings is told.
#[test]
fn nobody_drops_out_between_two_downloads() {
    let files = [
        (
            "penilaian.csv",
            format!("nip,nama,skp_unor,hasil_kerja,perilaku_kerja\n{A},Lintang,Arsip,sesuai ekspektasi,sesuai ekspektasi\n"),
        ),
        (
            "laporan.csv",
            format!(
                "nip,nama,skp_status,skp_model,skp_unor\n{A},Lintang,persetujuan,kuantitatif,Arsip\n{B},Bagas,draft,kuantitatif,Arsip\n"
            ),
        ),
    ];
    let (_, hasil) = run(folder(&files).path(), &["nilai", ".", "--tahun", "2025"]);
    assert_eq!((person(&hasil, A).0, person(&hasil, B).0), (Some("Baik"), None));
    assert!(told(&hasil).contains("hanya ada di Laporan SKP (SKP: draft)"), "{hasil}");
}

/// NIP and Nama once, and numbers that begin anew with each person: they are those of his RHK.
#[test]
fn numbers_of_rhk_under_a_person() {
    let text = format!(
        "NO;NIP;NAMA;RENCANA HASIL KERJA;INDIKATOR;TARGET\n1;{A};Lintang;Tersusunnya laporan;Jumlah laporan;12 laporan\n\
         2;;;Terlaksananya rapat;Jumlah rapat;6 rapat\n1;{B};Bagas;Terkelolanya arsip;Jumlah arsip;100 berkas\n2;;;Terbantunya tamu;Jumlah tamu;9 orang\n"
    );
    let hasil = score(&text).1;
    let people = hasil["pegawai"].as_array().unwrap();
    let plans: Vec<usize> = people.iter().map(|p| p["rhk"].as_array().unwrap().len()).collect();
    assert_eq!(plans, [2, 2], "{hasil}");
    assert!(!codes(&hasil).contains(&"STR023"), "{hasil}");
    // Numbers that count the people: a row without one is nobody's.
    let counted = text.replace(&format!("1;{B}"), &format!("3;{B}"));
    assert!(codes(&score(&counted).1).contains(&"STR023"));
}

/// A signature without the word NIP and a legend are nobody's rows; a person whose NIP is missing stays one.
#[test]
fn a_signature_without_its_label() {
    let list = two("No;Nama;NIP;Unit Kerja;Predikat", "X;Baik", "X;Baik");
    for (foot, people) in [
        (
            ";;;Kota Khayal, 31 Desember 2025;\n;;;KEPALA DINAS;\n;;;ANU;\n;;;196501011990031001;\n",
            2,
        ),
        (";;;Kepala Dinas,;\n;;;Dr. Anu;\n", 2),
        (
            "\n;Mengetahui;;Yang membuat,;\n;Kepala Dinas;;Pengelola;\n;Dr. Anu;;Budi;\n",
            2,
        ),
        (
            "\n;;;Ditetapkan di Khayal;\n;;;pada tanggal 2 Januari 2026;\n;;;BUPATI KHAYAL;\n;;;ANU;\n",
            2,
        ),
        ("\nKeterangan:;;;;\nSB;Sangat Baik;;;\nB;Baik;;;\n", 2),
        ("\n;Keterangan;;;\n;SB;: Sangat Baik;;\n;B;: Baik;;\n", 2),
        ("\nSumber: e-Kinerja;;;;\nDicetak;2 Januari 2026;;;\n", 2),
        ("3;Citra;;;\n4;Dewi;;X;\n", 4),
        ("3;Citra;;X;Baik\n\n;;;Kepala Dinas,;\n;;;Dr. Anu;\n", 3),
    ] {
        let (exit, hasil) = score(&format!("{list}{foot}"));
        assert_eq!(hasil["pegawai"].as_array().unwrap().len(), people, "{foot}: {hasil}");
        assert_eq!(exit, i32::from(people > 2), "{foot}: {hasil}");
    }
}

fn names(hasil: &Json) -> Vec<(&str, &str, &str)> {
    let people = hasil["pegawai"].as_array().unwrap().iter();
    people
        .map(|p| {
            let words = |key: &str| p[key].as_str().unwrap_or_default();
            (words("nip"), words("nama"), p["sebab"][0].as_str().unwrap_or_default())
        })
        .collect()
}

/// Whoever no other row names stands in the result once, with his NIP as written, also where nothing lists the people.
#[test]
fn who_is_named_by_an_unreadable_nip_alone_does_not_drop_out() {
    let head = "NIP;NAMA;HASIL KERJA;PERILAKU;PREDIKAT";
    let marks = "sesuai ekspektasi;sesuai ekspektasi;Baik";
    let (exit, hasil) = score(&format!(
        "{head}\n{A};Lintang Kertapati;{marks}\n1.99E+17;Bagas Adikarsa;{marks}\n19940917 201703;Sekar Natakusuma;{marks}\n;Wira;{marks}\n"
    ));
    let unread = "nip_tidak_terbaca";
    assert_eq!(exit, 1);
    assert_eq!(
        names(&hasil),
        [
            (A, "Lintang Kertapati", ""),
            ("1.99E+17", "Bagas Adikarsa", unread),
            ("19940917 201703", "Sekar Natakusuma", unread),
            ("", "Wira", unread),
        ]
    );
    for (i, kode) in [(1, "IDN001"), (2, "IDN002"), (3, "STR023")] {
        assert_eq!(hasil["pegawai"][i]["temuan"], serde_json::json!([kode]), "{hasil}");
    }
    // No name, and rows of one of which another row can be read.
    let plans = "nip;kode_rhk;jenis;rhk;aspek;indikator;target";
    let row = "R1;utama;Tersusunnya laporan;kuantitas;Jumlah laporan;12 laporan";
    let slip = A.replace("1987", "19B7");
    let (_, hasil) = score(&format!("{plans}\n{slip};{row}\n{slip};{row} kedua\n"));
    assert_eq!(names(&hasil), [(&*slip, "", unread)]);
    let (_, hasil) = score(&format!("{plans}\n{A};{row}\n{slip};{row}\n{A};{row}\n"));
    assert_eq!(names(&hasil).len(), 1, "{hasil}");
}

/// Umpan balik and perilaku are there, and no penilai is waited for.
#[test]
fn without_a_table_of_plans_there_is_no_skp() {
    let mut files = clean();
    files.retain(|(name, _)| *name != "skp.csv");
    let (exit, hasil) = run(folder(&files).path(), &["nilai", ".", "--tahun", "2025"]);
    assert_eq!(exit, 1, "{hasil}");
    for p in hasil["pegawai"].as_array().unwrap() {
        assert!(p["sebab"].as_array().unwrap().iter().all(|s| s != "belum_dinilai"), "{p}");
    }
    assert!(names(&hasil).iter().any(|(.., sebab)| *sebab == "tanpa_skp"), "{hasil}");
}

/// Of two people with one unreadable NIP, or with none, each has what is said of his row.
#[test]
fn an_explanation_tells_the_findings_of_one_person() {
    for nip in ["#N/A", ""] {
        let text = format!("nip;nama;jabatan;unit_kerja\n{nip};Bagas;Arsiparis;Dinas\n{nip};Sekar;;Dinas\n");
        let files = folder(&[("pegawai.csv", text)]);
        let (_, first) = run(files.path(), &["jelaskan", "Bagas", ".", "--tahun", "2025"]);
        let (_, second) = run(files.path(), &["jelaskan", "Sekar", ".", "--tahun", "2025"]);
        let rows = |hasil: &Json| -> Vec<String> {
            let findings = hasil["temuan"].as_array().unwrap().iter();
            findings.map(|t| t["sel"].as_str().unwrap().to_owned()).collect()
        };
        assert_eq!(rows(&first), ["A2"], "{nip}: {first}");
        assert_eq!(rows(&second), ["A3", "C3"], "{nip}: {second}");
    }
}

/// A NIP in a column that names somebody else by his part is nobody's of the list, however alone it stands.
#[test]
fn the_nip_of_somebody_with_another_part_is_not_the_persons() {
    for part in ["Verifikator", "Operator", "Petugas Input", "Bendahara"] {
        for other in [B, A] {
            let (exit, hasil) = score(&format!(
                "No;Nama;Unit Kerja;Predikat;NIP {part}\n1;Lintang Kertapati;Bidang;Baik;{A}\n2;Bagas Adikarsa;Bidang;Kurang;{other}\n"
            ));
            assert_eq!(exit, 2, "{part}: {hasil}");
            let wanted = format!("tidak dikenali \"NIP {part}\"; tidak ada kolom NIP");
            assert!(hasil.as_str().is_some_and(|told| told.contains(&wanted)), "{part}: {hasil}");
        }
    }
}

/// Plans of another year have NIPs that can be read: there is no SKP of this year, and that is all.
#[test]
fn plans_of_another_year_are_no_rows_without_a_person() {
    let mut files = clean();
    files[1].1 = files[1]
        .1
        .replace("nip,kode_rhk", "nip,tahun,kode_rhk")
        .replace(",K1,utama", ",2024,K1,utama");
    files[1].1 = files[1].1.replace(",R1,utama", ",2024,R1,utama");
    files.remove(2);
    let (exit, hasil) = run(folder(&files).path(), &["nilai", ".", "--tahun", "2025"]);
    assert_eq!(exit, 1, "{hasil}");
    assert!(names(&hasil).iter().all(|(.., sebab)| *sebab == "tanpa_skp"), "{hasil}");
}
