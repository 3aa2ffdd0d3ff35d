//! Who stands where: name and NIP in two rows or two columns, sections between people, and the last one of a list
//! (`docs/kontrak/masukan.md` sections 2 and 2b.1, 2b.4 to 2b.6, 2b.11).

use serde_json::Value as Json;

use crate::support::field::{A, B, codes, person, score};

const C: &str = "199001152015032002";

/// NIP, name, unit and predikat of everybody in the result.
fn people(hasil: &Json) -> Vec<(&str, &str, &str, Option<&str>)> {
    let all = hasil["pegawai"].as_array().unwrap_or_else(|| panic!("{hasil}"));
    let text = |p: &'_ Json, key: &str| -> &'_ str { p[key].as_str().unwrap_or("").to_owned().leak() };
    all.iter()
        .map(|p| (text(p, "nip"), text(p, "nama"), text(p, "unit_kerja"), p["predikat"].as_str()))
        .collect()
}

/// The targets of the RHK of a person.
fn targets(hasil: &Json, nip: &str) -> Vec<String> {
    let all = hasil["pegawai"].as_array().unwrap_or_else(|| panic!("{hasil}"));
    let found = all
        .iter()
        .find(|p| p["nip"] == nip)
        .unwrap_or_else(|| panic!("{nip}: {hasil}"));
    let list = found["rhk"].as_array().into_iter().flatten();
    list.map(|r| r["indikator"][0]["target"].as_str().unwrap_or("").to_owned())
        .collect()
}

#[test]
fn a_nip_with_the_name_in_the_row_below() {
    for rows in [
        format!(
            "No;NIP / Nama;Unit Kerja;Predikat\n1;{A};Arsip;Baik\n;Lintang Kertapati;;\n2;{B};Umum;Kurang\n;Bagas Adikarsa;;\n"
        ),
        format!(
            "No;NIP / Nama;Unit Kerja;Predikat\n1;NIP. {A};Arsip;Baik\n;Lintang Kertapati;;\n;;;\n2;NIP. {B};Umum;Kurang\n;Bagas Adikarsa;;\n"
        ),
        format!(
            "No;NIP;Unit Kerja;Predikat\n;NAMA;;\n1;{A};Arsip;Baik\n;Lintang Kertapati;;\n2;{B};Umum;Kurang\n;Bagas Adikarsa;;\n"
        ),
        format!("No;Pegawai;Unit Kerja;Predikat\n1;{A};Arsip;Baik\n;Lintang Kertapati;;\n2;{B};Umum;Kurang\n;Bagas Adikarsa;;\n"),
        // What goes on in the second row of a person is not his name alone.
        format!(
            "No;NIP/Nama;Gol;Unit Kerja;Predikat\n1;{A};III/c;Arsip;Baik\n;Lintang Kertapati;Penata;;\n2;{B};III/a;Umum;Kurang\n;Bagas Adikarsa;Penata Muda;;\n"
        ),
        // The other way round, whatever the heading says first.
        format!(
            "No;NIP/Nama;Unit Kerja;Predikat\n1;Lintang Kertapati;Arsip;Baik\n;{A};;\n2;Bagas Adikarsa;Umum;Kurang\n;{B};;\n"
        ),
    ] {
        let (exit, hasil) = score(&rows);
        let wanted = [
            (A, "Lintang Kertapati", "Arsip", Some("Baik")),
            (B, "Bagas Adikarsa", "Umum", Some("Kurang")),
        ];
        assert_eq!((exit, people(&hasil)), (0, wanted.to_vec()), "{rows}");
    }
}

#[test]
fn who_lacks_name_or_nip_takes_none_of_the_next_one() {
    // Above its name each NIP keeps its own; a numbered name without one is somebody else.
    let (exit, hasil) = score(&format!(
        "No;NIP / Nama;Unit Kerja;Predikat\n1;{A};Arsip;Baik\n;Lintang Kertapati;;\n2;Bagas Adikarsa;Arsip;Baik\n3;{C};Umum;Kurang\n;Dewi Anggraini;;\n"
    ));
    assert_eq!(exit, 1, "{hasil}");
    let wanted = [
        (A, "Lintang Kertapati", "Arsip", Some("Baik")),
        ("", "Bagas Adikarsa", "Arsip", None),
        (C, "Dewi Anggraini", "Umum", Some("Kurang")),
    ];
    let mut found = people(&hasil);
    found.sort_by_key(|p| (p.2, p.0.is_empty(), p.1));
    assert_eq!(found, wanted, "{hasil}");
    // Where more NIPs than not are without a name, no name above is theirs.
    let (_, hasil) = score(&format!(
        "No;NIP / Nama;Unit Kerja;Predikat\n1;{A};Arsip;Baik\n2;{B};Umum;Kurang\n3;{C};Umum;Baik\n;Dewi Anggraini;;\n"
    ));
    assert_eq!(person(&hasil, A), (Some("Baik"), "Arsip"), "{hasil}");
    assert_eq!(person(&hasil, B), (Some("Kurang"), "Umum"), "{hasil}");
    assert_eq!(person(&hasil, C), (Some("Baik"), "Umum"), "{hasil}");
    // A row of one's own with the same values is nobody's name.
    let (exit, hasil) = score(&format!("NIP;Unit Kerja;Predikat\n{A};Arsip;Baik\nbelum ada;Arsip;Baik\n"));
    assert_eq!((exit, person(&hasil, A).0), (1, Some("Baik")), "{hasil}");
    assert!(people(&hasil).contains(&("belum ada", "", "Arsip", None)), "{hasil}");
}

#[test]
fn what_stands_between_nips_is_no_name_of_one() {
    // Sections of a plan, in the column of NIPs or below "NIP / Nama".
    for heading in ["NIP", "nip", "NIP / Nama"] {
        let (exit, hasil) = score(&format!(
            "{heading};RHK;Indikator;Target;Realisasi;Umpan Balik\nUTAMA;;;;;\n{A};Laporan;Jumlah;12;12;Sesuai Ekspektasi\n\
             B. TAMBAHAN;;;;;\n{B};Jadwal;Jumlah;4;4;Sesuai Ekspektasi\nTAMBAHAN;;;;;\n{C};Arsip;Jumlah;6;6;Sesuai Ekspektasi\n"
        ));
        assert!(!codes(&hasil).contains(&"IDN008"), "{heading} {exit}: {hasil}");
        assert_eq!(
            people(&hasil).iter().map(|p| p.1).collect::<Vec<_>>(),
            ["", "", ""],
            "{heading}: {hasil}"
        );
    }
    // Below "NIP" alone stand no names.
    let (exit, hasil) = score(&format!(
        "NIP;Unit Kerja;Predikat\n{A};Arsip;Baik\nFungsional Ahli;;\n{B};Umum;Kurang\nPelaksana Lapangan;;\n{C};Umum;Baik\n"
    ));
    let names: Vec<_> = people(&hasil).into_iter().filter(|p| p.3.is_some()).map(|p| p.1).collect();
    assert_eq!(names, ["", "", ""], "{exit} {hasil}");
}

#[test]
fn a_name_without_its_nip_is_told_as_that() {
    for rows in [
        format!("No;Nama / NIP;Unit Kerja;Predikat\n1;Lintang Kertapati;Arsip;Baik\n2;Bagas Adikarsa;Arsip;Kurang\n;{B};;\n"),
        format!("Nama & NIP;Unit Kerja;Predikat\nLintang Kertapati;Arsip;Baik\nBagas Adikarsa [{B}];Arsip;Kurang\n"),
    ] {
        let (exit, hasil) = score(&rows);
        assert_eq!(exit, 1, "{rows}");
        assert!(
            codes(&hasil).contains(&"STR023") && !codes(&hasil).contains(&"IDN002"),
            "{hasil}"
        );
        assert!(
            people(&hasil).contains(&(B, "Bagas Adikarsa", "Arsip", Some("Kurang"))),
            "{hasil}"
        );
        assert!(people(&hasil).contains(&("", "Lintang Kertapati", "Arsip", None)), "{hasil}");
    }
    // What is meant for a NIP and is none stays told.
    let (_, hasil) = score(&format!(
        "Nama & NIP;Unit Kerja;Predikat\nLintang Kertapati 19870406201304200;Arsip;Baik\nBagas Adikarsa / {B};Arsip;Kurang\nDewi Anggraini / {C};Arsip;Baik\n"
    ));
    assert!(codes(&hasil).contains(&"IDN002"), "{hasil}");
}

#[test]
fn each_row_of_a_person_has_its_rhk_where_one_holds_the_name_and_one_the_nip() {
    let table = |heading: &str, a: [&str; 2], b: [&str; 2]| {
        format!(
            "No;{heading};RHK;Indikator;Target;Realisasi;Umpan Balik\n\
             1;{};Tersusunnya laporan;Jumlah laporan;12 laporan;12 laporan;Sesuai Ekspektasi\n\
             ;{};Terkelolanya data;Jumlah data;5 data;1 data;Di Bawah Ekspektasi\n\
             ;;Terlaksananya rapat;Jumlah rapat;4 rapat;1 rapat;Di Bawah Ekspektasi\n\
             2;{};Tersusunnya jadwal;Jumlah jadwal;4 jadwal;4 jadwal;Di Atas Ekspektasi\n\
             ;{};Tersusunnya arsip;Jumlah arsip;6 arsip;1 arsip;Di Bawah Ekspektasi\n",
            a[0], a[1], b[0], b[1]
        )
    };
    let (a, b) = (["Lintang Kertapati", A], ["Bagas Adikarsa", B]);
    for text in [table("Nama/NIP", a, b), table("NIP / Nama", [a[1], a[0]], [b[1], b[0]])] {
        let (_, hasil) = score(&text);
        assert_eq!(targets(&hasil, A), ["12 laporan", "5 data", "4 rapat"], "{text}{hasil}");
        assert_eq!(targets(&hasil, B), ["4 jadwal", "6 arsip"], "{text}{hasil}");
        let names: Vec<&str> = people(&hasil).iter().map(|p| p.1).collect();
        assert_eq!(names, ["Lintang Kertapati", "Bagas Adikarsa"], "{text}");
    }
    // A second row with nothing but the NIP is no RHK.
    let text = table("Nama/NIP", a, b).replace("Terkelolanya data;Jumlah data;5 data;1 data;Di Bawah Ekspektasi", ";;;;");
    assert_eq!(targets(&score(&text).1, A), ["12 laporan", "4 rapat"]);
}

#[test]
fn two_numbers_of_a_person_under_one_heading() {
    for (heads, a, b) in [
        ("No;NIP;;Nama;Unit Kerja;Predikat\n;LAMA;BARU;;;", "510123456;#A", ";#B"),
        (
            "No;NIP Lama / Baru;;Nama;Unit Kerja;Predikat\n;Lama;Baru;;;",
            "510123456;#A",
            "510123457;#B",
        ),
        (
            "No;NIP;;Nama;Unit Kerja;Predikat\n;Lama (9 Digit);Baru (18 Digit);;;",
            "510123456;#A",
            ";#B",
        ),
        ("No;NIP;;Nama;Unit Kerja;Predikat\n;BARU;LAMA;;;", "#A;510123456", "#B;"),
        (
            "No;NOMOR INDUK;;Nama;Unit Kerja;Predikat\n;NIP;NIK;;;",
            "#A;3302011503820001",
            "#B;3302011503820002",
        ),
    ] {
        let (a, b) = (a.replace("#A", A), b.replace("#B", B));
        let (exit, hasil) = score(&format!(
            "{heads}\n1;{a};Lintang Kertapati;Arsip;Baik\n2;{b};Bagas Adikarsa;Arsip;Kurang\n"
        ));
        let wanted = [
            (A, "Lintang Kertapati", "Arsip", Some("Baik")),
            (B, "Bagas Adikarsa", "Arsip", Some("Kurang")),
        ];
        assert_eq!((exit, people(&hasil)), (0, wanted.to_vec()), "{heads}: {hasil}");
    }
    for heading in ["NIP LAMA/ NIP BARU", "NIP LAMA / BARU"] {
        let table = |a: &str| format!("No;{heading};Nama;Unit Kerja;Predikat\n1;{a};Lintang Kertapati;Arsip;Baik\n");
        assert_eq!(score(&table(A)).0, 0, "{heading}");
        // One with the old numbers alone is told by its cells.
        let (exit, hasil) = score(&table("510123456"));
        assert_eq!((exit, codes(&hasil).contains(&"IDN002")), (1, true), "{heading}: {hasil}");
    }
    // What is old and new of something else is no number of theirs.
    let (exit, hasil) = score(&format!(
        "No;NIP;Nama;Jabatan;;Predikat\n;;;Lama;Baru;\n1;{A};Lintang Kertapati;Staf;Arsiparis;Baik\n"
    ));
    assert_eq!(
        (exit, people(&hasil).len(), person(&hasil, A).0),
        (0, 1, Some("Baik")),
        "{hasil}"
    );
    // Beside the NIP the old one is never taken.
    let (_, hasil) = score(&format!(
        "No;NIP Lama;NIP;Nama;Predikat\n1;510123456;{A};Lintang Kertapati;Baik\n"
    ));
    assert_eq!(person(&hasil, A).0, Some("Baik"), "{hasil}");
}

#[test]
fn a_section_that_names_a_post_or_a_kind_of_people_is_no_unit() {
    for heading in [
        "Kepala Dinas",
        "KEPALA SEKOLAH",
        "Camat",
        "Lurah",
        "Sekretaris Dinas",
        "Ketua Tim Kerja",
        "Penyuluh Perikanan",
        "Laki-laki",
        "B. Kepala Bidang",
        "Guru Kelas",
        "PEMBINA UTAMA MUDA",
        "Non ASN",
        "Sangat Baik",
    ] {
        let rows = format!("1;{A};Lintang Kertapati;Baik\n2;{B};Bagas Adikarsa;Kurang\n");
        let (exit, hasil) = score(&format!("No;NIP;Nama;Predikat\n{heading};;;\n{rows}"));
        assert_eq!((exit, person(&hasil, A)), (0, (Some("Baik"), "")), "{heading}: {hasil}");
        assert!(
            hasil["temuan"].to_string().contains("judul di antara baris"),
            "{heading}: {hasil}"
        );
        // The unit above it stays theirs.
        let (_, hasil) = score(&format!("No;NIP;Nama;Predikat\nBIDANG ARSIP;;;\n{heading};;;\n{rows}"));
        assert_eq!(person(&hasil, B), (Some("Kurang"), "BIDANG ARSIP"), "{heading}: {hasil}");
    }
    for unit in [
        "Kecamatan Muka",
        "Bidang Arsip",
        "SEKRETARIAT",
        "Kelompok Substansi Data",
        "Tim Kerja Humas",
    ] {
        let (_, hasil) = score(&format!("No;NIP;Nama;Predikat\n{unit};;;\n1;{A};Lintang Kertapati;Baik\n"));
        assert_eq!(person(&hasil, A).1, unit);
    }
}

#[test]
fn sections_in_a_first_column_of_names() {
    let (exit, hasil) = score(&format!(
        "Nama;NIP;Predikat\nSEKRETARIAT;;\nLintang Kertapati;{A};Baik\nBIDANG ARSIP;;\nKepala Bidang;;\nBagas Adikarsa;{B};Kurang\n"
    ));
    let wanted = [
        (A, "Lintang Kertapati", "SEKRETARIAT", Some("Baik")),
        (B, "Bagas Adikarsa", "BIDANG ARSIP", Some("Kurang")),
    ];
    assert_eq!((exit, people(&hasil)), (0, wanted.to_vec()), "{hasil}");
    // Somebody without a NIP stays somebody.
    for name in ["Dewi Anggraini", "Bidan Siti Aminah", "Pria Utama"] {
        let (exit, hasil) = score(&format!("Nama;NIP;Predikat\n{name};;\nLintang Kertapati;{A};Baik\n"));
        assert_eq!((exit, people(&hasil).len()), (1, 2), "{name}: {hasil}");
    }
}

#[test]
fn the_last_of_a_list_without_a_mark_is_no_signature() {
    let rows = format!("1;Lintang Kertapati;NIP. {A};Baik\n2;Bagas Adikarsa;NIP. {B};Baik\n");
    for (heading, rows) in [
        ("No;Nama;NIP;Predikat", format!("{rows}3;Dewi Anggraini;NIP. {C};\n")),
        ("No;Nama;NIP;Predikat", format!("{rows};;;\n3;Dewi Anggraini;NIP. {C};\n")),
        ("No;Nama;NIP;Predikat", format!("{rows};Dewi Anggraini;NIP {C};\n")),
        (
            "Nama;NIP;Predikat",
            format!("Lintang Kertapati;NIP {A};Baik\nBagas Adikarsa;NIP {B};Baik\nDewi Anggraini;NIP {C};\n"),
        ),
    ] {
        let (exit, hasil) = score(&format!("{heading}\n{rows}"));
        assert_eq!((exit, person(&hasil, C).0), (0, None), "{rows}: {hasil}");
        assert_eq!(people(&hasil).len(), 3, "{rows}");
    }
    // Whoever signs below the list is none of it.
    for foot in [
        format!(";;;\n;;Semarang, 2 Januari 2026;\n;;Kepala Dinas,;\n;;;\n;;Dewi Anggraini;\n;;NIP. {C};\n"),
        format!(";Kepala Dinas,;;\n;Dewi Anggraini;NIP. {C};\n"),
        format!(";Mengetahui,;;\n;Dewi Anggraini;;\n;NIP. {C};;\n"),
        format!(";;;\n;Dewi Anggraini;NIP. {C};\n"),
    ] {
        let (_, hasil) = score(&format!("No;Nama;NIP;Predikat\n{rows}{foot}"));
        assert_eq!(people(&hasil).len(), 2, "{foot}: {hasil}");
    }
}

#[test]
fn whose_name_begins_with_contoh_is_in_the_result() {
    let (exit, hasil) = score(&format!(
        "Nama;NIP;Unit Kerja;Predikat\nContoh Sugiarto;{A};Arsip;Baik\nBagas Adikarsa;{B};Arsip;Kurang\n"
    ));
    assert_eq!((exit, person(&hasil, A).0), (1, Some("Baik")), "{hasil}");
    assert!(codes(&hasil).contains(&"STR032"), "{hasil}");
    // A row that says itself that it is nobody's needs no word.
    for row in ["Contoh Nama;198001012005011099", "Contoh;123456789012345678"] {
        let (exit, hasil) = score(&format!(
            "Nama;NIP;Unit Kerja;Predikat\n{row};Arsip;Baik\nBagas Adikarsa;{B};Arsip;Kurang\n"
        ));
        assert!(!codes(&hasil).contains(&"STR032"), "{row} {exit}: {hasil}");
    }
}
