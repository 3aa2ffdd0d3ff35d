//! Downloads of e-Kinerja, in the columns of one release or another (`docs/kontrak/masukan.md` section 3): what they
//! say of people, and what they do not.

use serde_json::{Value as Json, json};

use crate::support::field::{A, B, clean, codes, folder, person, run, score};

/// The reasons of a person without a result.
fn why<'j>(hasil: &'j Json, nip: &str) -> &'j Json {
    let people = hasil["pegawai"].as_array().unwrap();
    &people.iter().find(|p| p["nip"] == nip).unwrap()["sebab"]
}

/// What the findings of a code say.
fn told(hasil: &Json, code: &str) -> Vec<String> {
    let found = hasil["temuan"].as_array().unwrap().iter().filter(|t| t["kode"] == code);
    found.map(|t| format!("{} {}", t["pesan"], t["saran"])).collect()
}

/// The state of planning by its columns in some release: Lintang has an SKP, Bagas has none.
fn planning(columns: &[&str]) -> String {
    let cell = |column: &str, nip: &str| {
        let has = nip == A;
        match column {
            "nip" => nip,
            "nama" if has => "Lintang",
            "nama" => "Bagas",
            "is_skp" if has => "1",
            "skp_status" if has => "persetujuan",
            "skp_status" => "-",
            "is_skp" | "is_plt_plh" => "0",
            "jabatan" | "skp_jabatan" => "Pengolah Data",
            "unit" | "skp_unor" => "Dinas Arsip",
            "jenis_pegawai" => "pns",
            "skp_jenis_jabatan" => "4",
            "periode_awal" => "2025-01-01",
            "periode_akhir" => "2025-12-31",
            _ => "x7",
        }
        .to_owned()
    };
    let row = |nip: &str| columns.iter().map(|c| cell(c, nip)).collect::<Vec<_>>().join(";");
    format!("Laporan SKP Tahun 2025\n\n{}\n{}\n{}\n", columns.join(";"), row(A), row(B))
}

const POSTS: &str =
    "id;jenis;nip;nama;jabatan;unit;jenis_pegawai;skp_unor;skp_jabatan;skp_jenis_jabatan;periode_awal;periode_akhir;is_plt_plh";

/// Releases of "Laporan SKP" that have neither its model nor its units above.
fn releases() -> Vec<String> {
    ["skp_status", "is_skp", "is_skp;skp_status", "is_skp;skp_id;skp_status"]
        .into_iter()
        .map(|state| planning(&format!("{POSTS};{state}").split(';').collect::<Vec<_>>()))
        .collect()
}

#[test]
fn the_state_of_planning_by_the_columns_of_any_release() {
    for planning in releases() {
        let (exit, hasil) = score(&planning);
        assert_eq!(exit, 1, "{hasil}");
        assert_eq!(hasil["masukan"][0]["tabel"][0]["jenis"], "laporan_skp", "{hasil}");
        assert!(told(&hasil, "TGT008")[0].contains("keadaan perencanaan"), "{hasil}");
        assert_eq!(codes(&hasil), ["TGT008"], "{hasil}");
        // Nobody is called unrated because of it.
        assert_eq!(*why(&hasil, A), json!(["tanpa_penilaian"]), "{hasil}");
        assert_eq!(*why(&hasil, B), json!(["tanpa_skp"]), "{hasil}");
    }
}

/// It adds no posting and takes nobody his mark.
#[test]
fn the_state_of_planning_beside_people_and_marks() {
    for planning in releases() {
        let mut files = clean();
        files.push(("Laporan SKP.csv", planning));
        let (exit, hasil) = run(folder(&files).path(), &["nilai", ".", "--tahun", "2025"]);
        assert_eq!(exit, 0, "{hasil}");
        assert_eq!((person(&hasil, A).0, person(&hasil, B).0), (Some("Baik"), Some("Baik")));
        for code in ["IDN003", "IDN006", "KAS005", "STR031"] {
            assert!(!codes(&hasil).contains(&code), "{code}: {hasil}");
        }
    }
}

/// A table of people may have the state of their SKP beside their posts.
#[test]
fn people_with_a_column_of_the_state_of_their_skp() {
    for state in ["Status SKP;persetujuan;-", "is_skp;1;0"] {
        let state: Vec<&str> = state.split(';').collect();
        let mut files = clean();
        files[0].1 = format!(
            "nip,nama,jabatan,jenis_jabatan,unit_kerja,nip_atasan,{}\n\
             {A},Lintang Kertapati,Kepala Dinas,jpt_pratama,Dinas Arsip,,{}\n\
             {B},Bagas Adikarsa,Pengolah Data,pelaksana,Dinas Arsip,{A},{}\n",
            state[0], state[1], state[2]
        );
        let (exit, hasil) = run(folder(&files).path(), &["nilai", ".", "--tahun", "2025"]);
        assert_eq!((exit, person(&hasil, B).0), (0, Some("Baik")), "{hasil}");
        let (_, alone) = score(&files[0].1.replace(",nip_atasan", ",x").replace(',', ";"));
        let kind = if state[0] == "is_skp" { "laporan_skp" } else { "pegawai" };
        assert_eq!(alone["masukan"][0]["tabel"][0]["jenis"], kind, "{alone}");
    }
}

/// The list of marks has no names, the state of planning has: they are used, whichever is read first.
#[test]
fn names_are_taken_from_the_table_that_has_them() {
    let marks = format!(
        "nip,periode,hasil_kerja,perilaku_kerja,hasil_akhir\n{A},2025,sesuai ekspektasi,sesuai ekspektasi,Baik\n{B},2025,-,-,-\n"
    );
    let files = [("penilaian.csv", marks), ("Laporan SKP.csv", releases().remove(2))];
    let (_, hasil) = run(folder(&files).path(), &["nilai", ".", "--tahun", "2025"]);
    let names: Vec<&Json> = hasil["pegawai"].as_array().unwrap().iter().map(|p| &p["nama"]).collect();
    assert_eq!(names, ["Lintang", "Bagas"], "{hasil}");
    assert!(!codes(&hasil).contains(&"STR069"), "{hasil}");
    // Whoever the list of marks leaves empty is not rated: that is what it says.
    assert_eq!(*why(&hasil, B), json!(["belum_dinilai"]), "{hasil}");
    let (_, hasil) = run(folder(&files[..1]).path(), &["nilai", ".", "--tahun", "2025"]);
    assert!(
        told(&hasil, "STR069")[0].contains("atasan 2 orang tidak diketahui"),
        "{hasil}"
    );
}

/// The post of somebody without an SKP may be blank there: no sentence has a hole for it.
#[test]
fn a_blank_post_leaves_no_hole() {
    let columns: Vec<&str> = "nip;nama;is_skp;skp_status;skp_unor;skp_jabatan;skp_jenis_jabatan"
        .split(';')
        .collect();
    let blank = planning(&columns).replace("Pengolah Data;4", ";2");
    let (_, hasil) = score(&blank);
    let told = told(&hasil, "IDN006");
    assert!(told[0].contains("yang nama jabatannya tidak tertulis"), "{hasil}");
    assert!(told.iter().all(|t| !t.contains(", ,")), "{hasil}");
}

/// A fuller release of the ratings: Lintang and Bagas with the year and the days of their SKP.
fn ratings(title: &str, [a, b]: [&str; 2]) -> String {
    let row = |nip: &str, of: &str| format!("{nip};X;Dinas Arsip;SESUAI EKSPEKTASI;SESUAI EKSPEKTASI;BAIK;{of}");
    format!(
        "{title}nip;nama;skp_unor;hasil_kerja;perilaku_kerja;hasil_akhir;tahun_skp;periode_awal_skp;periode_akhir_skp\n{}\n{}\n",
        row(A, a),
        row(B, b)
    )
}

const OF_2025: &str = "Laporan Penilaian SKP Periode Tahunan Tahun 2025\n\n";

/// Ratings of another year than asked are told once, with both years, and nobody's post is at fault.
#[test]
fn ratings_of_another_year_are_told_once() {
    let (year, days, half) = ("2024;;", ";2024-01-01;2024-12-31", "2024;2024-07-01;2024-12-31");
    for title in ["", OF_2025] {
        for of in [[year, year], [days, days], [half, "2024;2024-01-01;2024-12-31"]] {
            let (exit, hasil) = score(&ratings(title, of));
            assert_eq!(exit, 1, "{hasil}");
            assert_eq!(codes(&hasil), ["STR028"], "{title}{of:?}: {hasil}");
            let told = &told(&hasil, "STR028")[0];
            assert!(told.contains("2024") && told.contains("2025"), "{told}");
            for nip in [A, B] {
                assert_eq!(*why(&hasil, nip), json!(["penilaian_periode_lain"]), "{title}{of:?}: {hasil}");
            }
        }
        let this = "2025;2025-01-01;2025-12-31";
        let (exit, hasil) = score(&ratings(title, [half, this]));
        assert_eq!(
            (exit, person(&hasil, A).0, person(&hasil, B).0),
            (0, None, Some("Baik")),
            "{hasil}"
        );
        assert_eq!(*why(&hasil, A), json!(["penilaian_periode_lain"]), "{hasil}");
        assert!(told(&hasil, "STR068")[0].contains("untuk 2024; yang diminta 2025"), "{hasil}");
        assert!(!codes(&hasil).contains(&"HSL013"), "{hasil}");
        // An SKP that reaches into the year is of it, as its title says.
        let (exit, hasil) = score(&ratings(OF_2025, [";2024-10-01;2025-03-31", this]));
        assert_eq!((exit, person(&hasil, A).0), (0, Some("Baik")), "{hasil}");
    }
}

/// So is the state of planning of another year: it says of nobody that he has an SKP.
#[test]
fn planning_of_another_year_is_told_once() {
    let earlier = releases().remove(2).replace("2025", "2024");
    let untitled = earlier.replace("Laporan SKP Tahun 2024", "Laporan SKP");
    let no_days = earlier.replace("2024-01-01;2024-12-31", ";");
    for planning in [&earlier, &untitled, &no_days] {
        let (_, hasil) = score(planning);
        assert_eq!(codes(&hasil), ["STR028", "TGT008"], "{planning}{hasil}");
        assert_eq!(*why(&hasil, A), json!(["tanpa_skp"]), "{hasil}");
    }
    // Beside what is of the year it is that table which is told.
    let mut files = clean();
    files.push(("Laporan SKP.csv", earlier));
    let (exit, hasil) = run(folder(&files).path(), &["nilai", ".", "--tahun", "2025"]);
    assert_eq!((exit, person(&hasil, B).0), (0, Some("Baik")), "{hasil}");
    assert!(told(&hasil, "STR027")[0].contains("untuk 2024; yang diminta 2025"), "{hasil}");
}
