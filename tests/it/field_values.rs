//! The values of perilaku a column each, as offices head them, what stands beside them, and columns of one meaning
//! (`docs/kontrak/masukan.md` sections 2b.2, 2b.3 and 2b.7).

use serde_json::Value as Json;

use crate::support::field::{A, B, clean, codes, folder, person, run, score, two};

const VALUES: [&str; 7] = [
    "Berorientasi Pelayanan",
    "Akuntabel",
    "Kompeten",
    "Harmonis",
    "Loyal",
    "Adaptif",
    "Kolaboratif",
];

/// The year of the clean instansi with another table of perilaku.
fn with_perilaku(heads: &[String], cells: &[&str]) -> (i32, Json) {
    let mut files = clean();
    let rows = [(A, "Lintang"), (B, "Bagas")].map(|(nip, nama)| format!("{nip},{nama},{}\n", cells.join(",")));
    files[3].1 = format!("nip,nama,{}\n{}", heads.join(","), rows.concat());
    run(folder(&files).path(), &["nilai", ".", "--tahun", "2025"])
}

fn heads(change: impl Fn(usize, &str) -> String) -> Vec<String> {
    VALUES.iter().enumerate().map(|(i, v)| change(i, v)).collect()
}

fn replaced(at: usize, by: &str) -> Vec<String> {
    heads(|i, v| if i == at { by.to_owned() } else { v.to_owned() })
}

#[test]
fn numbered_values_are_the_values() {
    let all = [
        heads(|i, v| format!("{}. {v}", i + 1)),
        heads(|i, v| format!("P{} {v}", i + 1)),
        heads(|i, v| format!("{v} ({})", i + 1)),
        heads(|i, v| format!("{}) {v}", char::from(b"abcdefg"[i]))),
        replaced(0, "Orientasi Pelayanan"),
        replaced(0, "1. Berorientasi Pelayanan"),
        replaced(0, "Ber-orientasi Pelayanan"),
    ];
    for heads in all {
        let (exit, hasil) = with_perilaku(&heads, &["sesuai ekspektasi"; 7]);
        assert_eq!((exit, person(&hasil, B).0), (0, Some("Baik")), "{heads:?}: {hasil}");
    }
}

#[test]
fn a_misspelt_value_is_told_as_the_column_it_is() {
    for (at, heading, near) in [
        (2, "Kompetn", "kompeten"),
        (5, "Adaptip", "adaptif"),
        (6, "Kolaboratip", "kolaboratif"),
        (0, "Berorientasi Pelayan", "berorientasi_pelayanan"),
        (1, "2. Akuntable", "akuntabel"),
    ] {
        let (exit, hasil) = with_perilaku(&replaced(at, heading), &["sesuai ekspektasi"; 7]);
        assert_eq!((exit, person(&hasil, B).0), (1, None), "{heading}: {hasil}");
        let found = hasil["temuan"].as_array().unwrap();
        let told = found
            .iter()
            .find(|t| t["kode"] == "STR036")
            .unwrap_or_else(|| panic!("{heading}: {hasil}"));
        assert!(told["pesan"].as_str().unwrap().contains(heading), "{hasil}");
        assert!(told["saran"].as_str().unwrap().contains(near), "{hasil}");
        assert!(
            !codes(&hasil).contains(&"PRL001"),
            "nobody is told that it was never rated: {hasil}"
        );
    }
    // A value that really is not there is told as that.
    let (_, hasil) = with_perilaku(&heads(|_, v| v.to_owned())[..6], &["sesuai ekspektasi"; 6]);
    assert!(
        codes(&hasil).contains(&"PRL001") && !codes(&hasil).contains(&"STR036"),
        "{hasil}"
    );
    // Nor is a remark a value.
    let mut more = heads(|_, v| v.to_owned());
    more.push("Kesan".to_owned());
    let mut cells = ["sesuai ekspektasi"; 8];
    cells[7] = "rajin";
    let (exit, hasil) = with_perilaku(&more, &cells);
    assert_eq!((exit, codes(&hasil).contains(&"STR036")), (0, false), "{hasil}");
}

#[test]
fn the_rating_of_perilaku_beside_its_values_counts() {
    for heading in [
        "Rating Perilaku Kerja",
        "Rating Perilaku",
        "Kategori Perilaku",
        "Rating Perilaku Kerja 2025",
        "Rating",
    ] {
        let mut more = heads(|_, v| v.to_owned());
        more.push(heading.to_owned());
        let mut cells = ["sesuai ekspektasi"; 8];
        cells[7] = "di bawah ekspektasi";
        let (_, hasil) = with_perilaku(&more, &cells);
        let who = hasil["pegawai"].as_array().unwrap().iter().find(|p| p["nip"] == B).unwrap();
        assert_eq!(who["rating_perilaku"], "di bawah ekspektasi", "{heading}: {hasil}");
        assert_eq!(who["predikat"], "Kurang", "{heading}: {hasil}");
    }
    // A mean is no rating, and what rekan say is not the penilai's.
    for (heading, cell) in [
        ("Rating Perilaku Kerja 2024", "di bawah ekspektasi"),
        ("Nilai Perilaku Kerja", "91"),
        ("Rating Perilaku Rekan", "di bawah ekspektasi"),
    ] {
        let mut more = heads(|_, v| v.to_owned());
        more.push(heading.to_owned());
        let mut cells = ["sesuai ekspektasi"; 8];
        cells[7] = cell;
        let (exit, hasil) = with_perilaku(&more, &cells);
        assert_eq!((exit, person(&hasil, B).0), (0, Some("Baik")), "{heading}: {hasil}");
    }
}

/// "Rating" behind the values that the atasan rates, and that of rekan behind theirs.
#[test]
fn a_rating_under_its_rater_is_that_raters() {
    let mut files = clean();
    let values = VALUES.join(",");
    let own = ["sesuai ekspektasi"; 7].join(",");
    let row = |nip: &str| format!("{nip},X,{own},di bawah ekspektasi,{own},di atas ekspektasi\n");
    files[3].1 = format!(
        "nip,nama,ATASAN,,,,,,,,REKAN,,,,,,,\n,,{values},Rating,{values},Rating\n{}{}",
        row(A),
        row(B)
    );
    let (_, hasil) = run(folder(&files).path(), &["nilai", ".", "--tahun", "2025"]);
    let who = hasil["pegawai"].as_array().unwrap().iter().find(|p| p["nip"] == B).unwrap();
    assert_eq!(who["rating_perilaku"], "di bawah ekspektasi", "{hasil}");
}

/// The year of the clean instansi, with columns of the plans or of the realisasi changed.
fn with_columns(file: usize, from: &str, to: &str, row: impl Fn(&str) -> String) -> (i32, Json) {
    let mut files = clean();
    let (header, rows) = files[file].1.split_once('\n').unwrap();
    let rows: String = rows.lines().map(|l| row(l) + "\n").collect();
    files[file].1 = format!("{}\n{rows}", header.replacen(from, to, 1));
    run(folder(&files).path(), &["nilai", ".", "--tahun", "2025"])
}

#[test]
fn of_two_columns_the_one_of_the_year_or_of_the_penilai_counts() {
    for (to, cells) in [("Target 2024,Target 2025", "5,12"), ("Target 2025,Target 2024", "12,5")] {
        let row = |l: &str| l.replace(",80,", ",80,80,").replace(",12,", &format!(",{cells},"));
        let (exit, hasil) = with_columns(1, "target", to, row);
        assert_eq!((exit, person(&hasil, B).0), (0, Some("Baik")), "{to}: {hasil}");
        let who = hasil["pegawai"].as_array().unwrap().iter().find(|p| p["nip"] == B).unwrap();
        assert_eq!(who["rhk"][0]["indikator"][0]["target"], "12", "{to}: {hasil}");
    }
    for (to, cells) in [
        ("Umpan Balik Rekan,Umpan Balik Pimpinan", "di bawah,sesuai"),
        ("Umpan Balik Pimpinan,Umpan Balik Sejawat", "sesuai,di bawah"),
    ] {
        let row = |l: &str| l.replace(",sesuai", &format!(",{cells}"));
        let (exit, hasil) = with_columns(2, "umpan_balik", to, row);
        assert_eq!((exit, person(&hasil, B).0), (0, Some("Baik")), "{to}: {hasil}");
    }
    // What only rekan say is no umpan balik of the penilai.
    let (exit, hasil) = with_columns(2, "umpan_balik", "Umpan Balik Rekan", str::to_owned);
    assert_eq!((exit, person(&hasil, B).0), (1, None), "{hasil}");
}

#[test]
fn of_two_columns_that_nothing_tells_apart_neither_counts() {
    for (file, from, to, cells) in [
        (1, "target", "Target,Target Kinerja", (",12,", ",5,12,")),
        (2, "realisasi", "Realisasi,Realisasi Kinerja", (",12,", ",5,12,")),
        (2, "umpan_balik", "umpan_balik,feedback", (",sesuai", ",di bawah,sesuai")),
    ] {
        let row = |l: &str| l.replace(",80,", ",80,80,").replace(cells.0, cells.1);
        let (exit, hasil) = with_columns(file, from, to, row);
        assert_eq!(exit, 1, "{to}: {hasil}");
        assert!(
            hasil["temuan"].to_string().contains("tidak satu pun dipakai"),
            "{to}: {hasil}"
        );
        assert!(
            !codes(&hasil).iter().any(|c| matches!(*c, "TGT050" | "STR012" | "REA008")),
            "{to}: {hasil}"
        );
        let who = hasil["pegawai"].as_array().unwrap().iter().find(|p| p["nip"] == B).unwrap();
        let first = &who["rhk"][0]["indikator"][0];
        assert!(
            first["target"].is_null() || first["realisasi"].is_null() || file == 2,
            "{to}: {hasil}"
        );
    }
    let (_, hasil) = with_columns(2, "umpan_balik", "umpan_balik,feedback", |l| {
        l.replace(",sesuai", ",di bawah,sesuai")
    });
    assert_eq!(person(&hasil, B).0, None, "{hasil}");
    // Twice the same: the first is as good as the other.
    let (_, hasil) = with_columns(2, "umpan_balik", "umpan_balik,feedback", |l| {
        l.replace(",sesuai", ",sesuai,sesuai")
    });
    assert_eq!(person(&hasil, B).0, Some("Baik"), "{hasil}");
}

/// "Nilai Kinerja" over predikat is no mark of perilaku.
#[test]
fn a_predikat_under_nilai_kinerja_is_one() {
    for heading in ["Nilai Kinerja", "Nilai Kinerja 2025", "Nilai SKP"] {
        let (exit, hasil) = score(&two(&format!("No;Nama;NIP;Unit;{heading}"), "X;Baik", "X;Sangat Baik"));
        assert_eq!(
            (exit, person(&hasil, A).0, person(&hasil, B).0),
            (0, Some("Baik"), Some("Sangat Baik")),
            "{heading}: {hasil}"
        );
    }
}

/// Numbers before the values in the cells of a column, as forms print them.
#[test]
fn numbered_values_in_cells_are_the_values() {
    let numbered = [
        heads(|i, v| format!("{}. {v}", i + 1)),
        heads(|i, v| format!("{}) {v}", i + 1)),
        heads(|i, v| format!("{}. {v}", char::from(b"abcdefg"[i]))),
        replaced(0, "Ber-orientasi Pelayanan"),
    ];
    for values in numbered {
        for heading in ["aspek", "Uraian"] {
            let mut files = clean();
            let rows = [A, B].map(|nip| {
                let lines = values.iter().map(|v| format!("{nip},{v},atasan,sesuai\n"));
                lines.collect::<String>()
            });
            files[3].1 = format!("nip,{heading},penilai,nilai\n{}", rows.concat());
            let (exit, hasil) = run(folder(&files).path(), &["nilai", ".", "--tahun", "2025"]);
            assert_eq!(
                (exit, person(&hasil, B).0),
                (0, Some("Baik")),
                "{heading} {values:?}: {hasil}"
            );
        }
    }
    let mut files = clean();
    files[3].1 = files[3].1.replace("kompeten", "3. Kompetan");
    let (exit, hasil) = run(folder(&files).path(), &["nilai", ".", "--tahun", "2025"]);
    assert_eq!((exit, person(&hasil, B).0), (1, None), "{hasil}");
    assert!(codes(&hasil).contains(&"STR021"), "{hasil}");
}

/// Both ratings in one cell are neither of them, and the predikat beside them counts.
#[test]
fn two_ratings_in_one_cell_are_told_as_two() {
    for heading in ["Hasil Kerja / Perilaku Kerja", "Rating Hasil Kinerja dan Perilaku"] {
        let cells = "X;Sesuai Ekspektasi / Sesuai Ekspektasi;Baik";
        let (exit, hasil) = score(&two(&format!("No;Nama;NIP;Unit;{heading};Predikat"), cells, cells));
        assert_eq!((exit, person(&hasil, A).0), (0, Some("Baik")), "{heading}: {hasil}");
        assert!(hasil["temuan"].to_string().contains("dalam satu sel"), "{heading}: {hasil}");
        assert!(!codes(&hasil).contains(&"STR067"), "{heading}: {hasil}");
    }
    for heading in ["Hasil Penilaian Perilaku", "Evaluasi Perilaku Pegawai"] {
        let cells = "X;Sesuai Ekspektasi;Sesuai Ekspektasi";
        let (exit, hasil) = score(&two(&format!("No;Nama;NIP;Unit;Hasil Kerja;{heading}"), cells, cells));
        assert_eq!((exit, person(&hasil, A).0), (0, Some("Baik")), "{heading}: {hasil}");
    }
}
