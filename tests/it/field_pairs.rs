//! Who stands where: name and NIP in two rows or two columns, sections between people, and the last one of a list
//! (`docs/kontrak/masukan.md` sections 2 and 2b.1, 2b.4 to 2b.6, 2b.11).

use serde_json::Value as Json;

use crate::support::field::{A, B, person, score};

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
