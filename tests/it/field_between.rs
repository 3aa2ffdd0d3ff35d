//! What stands between, below and beside the people of a list and is none of them: counts, headings of groups and units
//! (`docs/kontrak/masukan.md` sections 2 and 2b.6).

use serde_json::Value as Json;

use crate::support::field::{A, B, person, score, two};

/// Everybody as predikat and unit, and how many there are.
fn everybody(hasil: &Json) -> (Vec<(Option<&str>, &str)>, usize) {
    let of = |nip| person(hasil, nip);
    (vec![of(A), of(B)], hasil["pegawai"].as_array().unwrap().len())
}

#[test]
fn a_table_of_counts_is_nobody_and_no_column_of_a_list() {
    let head = "REKAP PREDIKAT TAHUN 2025;;;;\nNO;NAMA;NIP;JABATAN;PREDIKAT KINERJA";
    let list = two(head, "Staf;Baik", "Staf;Sangat Baik");
    for below in [
        ";;;;\nPREDIKAT;JUMLAH;;;\nSangat Baik;1;;;\nBaik;1;;;\nJumlah;2;;;\n",
        ";PREDIKAT;JUMLAH;;\n;Sangat Baik;1;;\n;Baik;1;;\n;Kurang;-;;\n;Total;2;;\n",
        ";;;;\nNO;KATEGORI;JUMLAH PEGAWAI;PERSENTASE;\n1;Sangat Baik;1;50%;\n2;Baik;1 orang;50,0 %;\n;JUMLAH;2;100%;\n",
        "NO;PREDIKAT KINERJA;JUMLAH;KET;\n1;SANGAT BAIK;1;;\n2;BAIK;1;;\n",
        ";Golongan;Sangat Baik;Baik;Jumlah\n;Golongan III;1;0;1\n;Golongan IV;0;1;1\n",
        ";Jumlah Pegawai : 2 orang;;;\n;Sangat Baik : 1 orang;;;\n;Baik = 1;;;\n;PNS : 2;;;\n",
        ";REKAPITULASI: Sangat Baik 1, Baik 1;;;\n",
    ] {
        let (exit, hasil) = score(&format!("{list}{below}"));
        assert_eq!(exit, 0, "{below}: {hasil}");
        let (predikat, count) = everybody(&hasil);
        assert_eq!(
            (predikat[0].0, predikat[1].0, count),
            (Some("Baik"), Some("Sangat Baik"), 2),
            "{below}: {hasil}"
        );
    }
    for beside in [
        [";PREDIKAT;JUMLAH", ";Sangat Baik;1", ";Baik;1"],
        [";;REKAPITULASI", ";Sangat Baik;1", ";Baik;1"],
        [";Jumlah Pegawai;2", ";Sangat Baik;1", ";Baik;1"],
        [";NO;PREDIKAT;JUMLAH", ";1;Sangat Baik;1", ";2;Baik;1"],
    ] {
        let mut lines = list.lines();
        let mut text = format!("{}\n", lines.next().unwrap());
        for (line, more) in lines.zip(beside) {
            text.push_str(&format!("{line};{more}\n"));
        }
        let (exit, hasil) = score(&text);
        assert_eq!(exit, 0, "{beside:?}: {hasil}");
        let (predikat, count) = everybody(&hasil);
        assert_eq!(
            (predikat[0].0, predikat[1].0, count),
            (Some("Baik"), Some("Sangat Baik"), 2),
            "{beside:?}: {hasil}"
        );
    }
    // Somebody without a NIP is none of it, and a mark with its figure behind a gap is the list's own.
    let (exit, hasil) = score(&format!("{list}3;Sekar Natakusuma;;Staf;Baik\n4;Damar;;Staf;\n"));
    assert_eq!((exit, everybody(&hasil).1), (1, 4), "{hasil}");
    let (exit, hasil) = score(&two(
        "NO;NAMA;NIP;JABATAN;;PREDIKAT KINERJA;NILAI",
        "Staf;;Baik;90",
        "Staf;;Sangat Baik;110",
    ));
    assert_eq!((exit, person(&hasil, A).0), (0, Some("Baik")), "{hasil}");
}

#[test]
fn a_heading_between_people_is_nobody() {
    let rows = |first: &str, second: &str| {
        format!(
            "REKAP SKP TAHUN 2025;;;;\nNO;NAMA;NIP;JABATAN;PREDIKAT KINERJA\n{first};;;\n\
             1;Lintang Kertapati;{A};Staf;Baik\n{second};;;\n2;Bagas Adikarsa;{B};Staf;Sangat Baik\n"
        )
    };
    for (first, second) in [
        ("A;ESELON III", "B;ESELON IV"),
        (";ESELON III", ";FUNGSIONAL"),
        ("A.;PEJABAT STRUKTURAL", "B.;PELAKSANA"),
        ("1;GOLONGAN IV", "2;GOLONGAN III"),
        (";Golongan IV", ";Tenaga Pendidik"),
        ("I;JABATAN PIMPINAN TINGGI PRATAMA", "II;JABATAN FUNGSIONAL"),
        ("A. PNS;", "B. PPPK;"),
    ] {
        let (exit, hasil) = score(&rows(first, second));
        assert_eq!(exit, 0, "{first}: {hasil}");
        let found = everybody(&hasil);
        assert_eq!(
            found,
            (vec![(Some("Baik"), ""), (Some("Sangat Baik"), "")], 2),
            "{first}: {hasil}"
        );
    }
    for (first, second) in [
        ("I. SEKRETARIAT;", "II. BIDANG PENDIDIKAN DASAR;"),
        ("1;SEKRETARIAT", "2;BIDANG PENDIDIKAN DASAR"),
        (";SEKRETARIAT", ";BIDANG PENDIDIKAN DASAR"),
        ("A;SEKRETARIAT", "B;BIDANG PENDIDIKAN DASAR"),
        ("SEKRETARIAT;\nA;ESELON III", "BIDANG PENDIDIKAN DASAR;\nA;ESELON III"),
    ] {
        let (exit, hasil) = score(&rows(first, second));
        assert_eq!(exit, 0, "{first}: {hasil}");
        let units = vec![
            (Some("Baik"), "SEKRETARIAT"),
            (Some("Sangat Baik"), "BIDANG PENDIDIKAN DASAR"),
        ];
        assert_eq!(everybody(&hasil), (units, 2), "{first}: {hasil}");
    }
    // A name, or a post without one, is somebody who lacks his NIP.
    for row in ["3;Sekar", "3;;;Pelaksana", ";Sekar Natakusuma"] {
        let (exit, hasil) = score(&rows(row, "B;ESELON IV"));
        assert_eq!(exit, 1, "{row}: {hasil}");
        assert!(hasil["temuan"].to_string().contains("STR023"), "{row}: {hasil}");
    }
}
