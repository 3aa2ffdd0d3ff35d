//! The values of perilaku a column each, as offices head them, what stands beside them, and columns of one meaning
//! (`docs/kontrak/masukan.md` sections 2b.2, 2b.3 and 2b.7).

use serde_json::Value as Json;

use crate::support::field::{A, B, clean, codes, folder, person, run};

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
    for heading in ["Rating Perilaku Kerja", "Rating Perilaku", "Kategori Perilaku", "Rating"] {
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
