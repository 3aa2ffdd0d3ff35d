//! Columns whose headings name a year: what is of another year than the one assessed is nobody's figure of this one
//! (`docs/kontrak/masukan.md` section 2b.3).

use serde_json::Value as Json;

use crate::support::field::{A, B, clean, codes, folder, person, run, score, two};
use skp::model::vocab::{AspekPerilaku, Word as _};

/// Perilaku in figures, of the leader and his pelaksana.
fn numeric_perilaku() -> String {
    let mut rows = String::from("nip,aspek,penilai,nilai\n");
    for nip in [A, B] {
        for aspek in AspekPerilaku::NUMERIK {
            if nip == A || aspek != AspekPerilaku::Kepemimpinan {
                rows.push_str(&format!("{nip},{},atasan,90\n", aspek.as_str()));
            }
        }
    }
    rows
}

/// Plans with their realisasi under these headings, scored by figures.
fn plans(header: &str, a: &str, b: &str) -> (i32, Json) {
    let mut files = clean();
    files.retain(|(name, _)| *name != "realisasi.csv");
    files[1].1 = format!(
        "NIP;Kode RHK;Jenis;RHK;Kode RHK Atasan;Aspek;Indikator;Batas Waktu;{header}\n\
         {A};K1;utama;Meningkatnya mutu;;kuantitas;Persentase arsip;31/12/2025;{a}\n\
         {B};R1;utama;Tersusunnya daftar;K1;kuantitas;Jumlah daftar;31/12/2025;{b}\n"
    );
    files[2].1 = numeric_perilaku();
    run(
        folder(&files).path(),
        &["nilai", ".", "--tahun", "2025", "--aturan", "pp-30-2019"],
    )
}

fn headings(hasil: &Json) -> Vec<&str> {
    let findings = hasil["temuan"].as_array().unwrap().iter();
    findings
        .filter(|t| t["kode"] == "STR101")
        .filter_map(|t| t["pesan"].as_str())
        .collect()
}

#[test]
fn a_target_of_another_year_is_not_this_years() {
    for heading in [
        "Target 2024",
        "Target Tahun 2024",
        "TARGET THN 2024",
        "Target (2024)",
        "Target Kinerja 2024",
        "Target 2025-2029",
    ] {
        let (exit, hasil) = plans(&format!("{heading};Satuan;Realisasi"), "80;%;80", "12;daftar;12");
        assert_eq!(
            (exit, person(&hasil, A).0, person(&hasil, B).0),
            (1, None, None),
            "{heading}: {hasil}"
        );
        let told = headings(&hasil);
        assert!(
            told.len() == 1 && told[0].contains(&format!("\"{heading}\" (sel I1)")),
            "{told:?}"
        );
        assert!(!codes(&hasil).contains(&"TGT001"), "nothing is said to be missing: {hasil}");
    }
    for heading in [
        "Target 2025",
        "Target Tahun 2025",
        "Target",
        "Target Tahunan",
        "Target Tahunan 2025",
    ] {
        let (exit, hasil) = plans(&format!("{heading};Satuan;Realisasi"), "80;%;80", "12;daftar;12");
        assert_eq!((exit, person(&hasil, A).0), (0, Some("Baik")), "{heading}: {hasil}");
        assert_eq!(headings(&hasil), Vec::<&str>::new(), "{heading}");
    }
}

#[test]
fn of_several_years_the_one_assessed_counts_and_without_it_each_is_named() {
    for (header, a, b) in [
        ("Target 2024;Target 2025;Satuan;Realisasi", "50;80;%;80", "6;12;daftar;12"),
        ("Target;Satuan;Realisasi 2024;Realisasi 2025", "80;%;50;80", "12;daftar;6;12"),
    ] {
        let (exit, hasil) = plans(header, a, b);
        assert_eq!((exit, person(&hasil, A).0), (0, Some("Baik")), "{header}: {hasil}");
        assert_eq!(headings(&hasil), Vec::<&str>::new(), "{header}");
    }
    for (header, named) in [
        (
            "Target 2023;Target 2024;Satuan;Realisasi 2025",
            "\"Target 2023\", \"Target 2024\" (sel I1) untuk 2023, 2024",
        ),
        (
            "Target 2025;Satuan;Realisasi 2023;Realisasi 2024",
            "\"Realisasi 2023\", \"Realisasi 2024\" (sel K1) untuk 2023, 2024",
        ),
        (
            "Target 2025;Satuan;Realisasi TW IV 2024;Bukti",
            "\"Realisasi TW IV 2024\" (sel K1) untuk 2024",
        ),
    ] {
        let (exit, hasil) = plans(header, "80;80;80;80", "12;12;12;12");
        assert_eq!((exit, person(&hasil, A).0), (1, None), "{header}: {hasil}");
        let told = headings(&hasil);
        assert!(told.len() == 1 && told[0].contains(named), "{header}: {told:?}");
        assert!(
            !codes(&hasil).iter().any(|c| matches!(*c, "STR027" | "STR028")),
            "{header}: {hasil}"
        );
    }
}

/// Where all that names a year names another one, that is told once, of the run.
#[test]
fn wholly_of_another_year_is_told_once() {
    let (exit, hasil) = plans("Target 2024;Satuan;Realisasi 2024", "80;%;80", "12;daftar;12");
    assert_eq!((exit, person(&hasil, A).0), (1, None), "{hasil}");
    assert!(codes(&hasil).contains(&"STR028") && headings(&hasil).is_empty(), "{hasil}");
}

/// One table below the other: the second one's target is of the year.
#[test]
fn only_the_table_of_the_heading_is_left_out() {
    let mut files = clean();
    files[1].1 = format!(
        "nip;kode_rhk;jenis;rhk;kode_rhk_atasan;aspek;indikator;Target 2024;satuan;batas_waktu\n\
         {A};K1;utama;Terkelolanya arsip;;kuantitas;Jumlah arsip;12;daftar;31/12/2025\n;;;;;;;;;\n\
         DAFTAR KEDUA;;;;;;;;;\nno;nip;rhk;kode_rhk;kode_rhk_atasan;indikator;aspek;target;batas_waktu;satuan\n\
         1;{B};Tersusunnya daftar;R1;K1;Jumlah daftar;kuantitas;12;31/12/2025;daftar\n"
    );
    files[2].1 = files[2].1.replace(",80,", ",12,");
    files[3].1 = numeric_perilaku();
    let (exit, hasil) = run(
        folder(&files).path(),
        &["nilai", ".", "--tahun", "2025", "--aturan", "pp-30-2019"],
    );
    assert_eq!(
        (exit, person(&hasil, A).0, person(&hasil, B).0),
        (1, None, Some("Baik")),
        "{hasil}"
    );
}

/// Weights and a set nilai likewise; nothing is told of the single cells.
#[test]
fn weights_and_a_set_nilai_of_another_year() {
    let (exit, hasil) = plans("Bobot 2024;Target;Satuan;Realisasi", "100;80;%;80", "100;12;daftar;12");
    assert_eq!((exit, person(&hasil, A).0, headings(&hasil).len()), (1, None, 1), "{hasil}");
    assert!(!codes(&hasil).contains(&"TGT005"), "{hasil}");
    let organisation = |year: i16| {
        let header = format!("No;Nama;NIP;Unit;Predikat Organisasi {year};Predikat 2025");
        score(&two(&header, "X;Istimewa;Baik", "X;Istimewa;Baik")).1
    };
    assert_eq!(headings(&organisation(2024)).len(), 1);
    assert!(
        codes(&organisation(2024)).contains(&"DST003"),
        "no predikat of last year stands for this one"
    );
    assert!(headings(&organisation(2025)).is_empty());
}
