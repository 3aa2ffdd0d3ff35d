//! What is said of units and of parts of a plan: predikat organisasi of several years, sections of a table.

use crate::support::field::{A, B, clean, codes, folder, person, run, score, two};
use crate::support::program::skp;

/// The year of the clean instansi, the rows of `skp` as given or its own, beside a table of units.
fn beside(units: &str, skp: Option<String>) -> (i32, serde_json::Value) {
    let mut files = clean();
    if let Some(skp) = skp {
        files[1].1 = skp;
    }
    files.push(("unit.csv", units.to_owned()));
    run(folder(&files).path(), &["nilai", ".", "--tahun", "2025"])
}

/// The rating of hasil kerja of the head, who has no other than that of his organisation.
fn head(header: &str, row: &str) -> (i32, Option<String>, serde_json::Value) {
    let (exit, hasil) = beside(&format!("{header}\nDinas Arsip;{A};{row}\n"), None);
    let rating = hasil["pegawai"].as_array().unwrap().iter().find(|p| p["nip"] == A).unwrap();
    let rating = rating["rating_hasil_kerja"].as_str().map(str::to_owned);
    (exit, rating, hasil)
}

#[test]
fn of_several_predikat_organisasi_the_one_of_the_year_counts() {
    for (header, row, rating, told) in [
        (
            "Predikat Kinerja Organisasi 2024;Predikat Kinerja Organisasi 2025",
            "Kurang;Istimewa",
            "di atas ekspektasi",
            None,
        ),
        (
            "Predikat Kinerja Organisasi 2025;Predikat Kinerja Organisasi 2024",
            "Istimewa;Kurang",
            "di atas ekspektasi",
            None,
        ),
        (
            "Predikat Kinerja Organisasi;;\n;;2023;2024;2025",
            "Kurang;Kurang;Istimewa",
            "di atas ekspektasi",
            None,
        ),
        (
            "Capaian Kinerja Organisasi;;;;\n;;TW I;TW II;TW III;TW IV;Tahunan",
            "Kurang;Kurang;Kurang;Kurang;Istimewa",
            "di atas ekspektasi",
            None,
        ),
        // Of last year: used, and told.
        (
            "Predikat Kinerja Organisasi 2024;Predikat Kinerja Organisasi 2025",
            "Istimewa;",
            "di atas ekspektasi",
            Some("DST006"),
        ),
        (
            "Predikat Kinerja Organisasi 2024",
            "Istimewa",
            "di atas ekspektasi",
            Some("DST006"),
        ),
        // Of a quarter: never the year's; the head is rated by the umpan balik.
        (
            "Predikat Kinerja Organisasi TW I",
            "Istimewa",
            "sesuai ekspektasi",
            Some("DST003"),
        ),
    ] {
        let (exit, found, hasil) = head(&format!("Perangkat Daerah;NIP Kepala;{header}"), row);
        assert_eq!((exit, found.as_deref()), (0, Some(rating)), "{header}: {hasil}");
        let codes = codes(&hasil);
        for code in ["DST003", "DST006"] {
            assert_eq!(codes.contains(&code), told == Some(code), "{header}: {hasil}");
        }
    }
    // Two that nothing tells apart are nobody's.
    let (exit, found, hasil) = head(
        "Unit Kerja;NIP Kepala;Predikat Kinerja Organisasi;Capaian Kinerja Organisasi",
        "Kurang;Istimewa",
    );
    assert_eq!((exit, found.as_deref()), (1, Some("sesuai ekspektasi")), "{hasil}");
    assert!(codes(&hasil).contains(&"STR025"), "{hasil}");
    // In a table of units nothing else is called so.
    let (exit, found, hasil) = head(
        "Unit Kerja;NIP Kepala;Nilai Kinerja Organisasi 2025;Predikat",
        "90,2;Istimewa",
    );
    assert_eq!((exit, found.as_deref()), (0, Some("di atas ekspektasi")), "{hasil}");
}

#[test]
fn sections_by_any_of_their_names() {
    let plan = |utama: &str, tambahan: &str| {
        format!(
            "nip;kode_rhk;rhk;kode_rhk_atasan;aspek;indikator;target;satuan;batas_waktu\n{utama}\n\
             {A};K1;Meningkatnya mutu layanan;;kuantitas;Persentase arsip;80;%;31/12/2025\n\
             {B};R1;Tersusunnya daftar arsip;K1;kuantitas;Jumlah daftar;12;daftar;31/12/2025\n{tambahan}\n\
             {B};T1;Terlaksananya pameran arsip;K1;kuantitas;Jumlah hari;3;hari;31/12/2025\n"
        )
    };
    for (utama, tambahan) in [
        ("A. UTAMA", "B. TAMBAHAN"),
        ("I. HASIL KERJA UTAMA", "II. HASIL KERJA TAMBAHAN (JIKA ADA)"),
        ("Tugas Pokok", "Tugas tambahan / penugasan"),
        ("1. Rencana Hasil Kerja Utama :", "2. Rencana Hasil Kerja Tambahan :"),
    ] {
        let (_, hasil) = beside("", Some(plan(utama, tambahan)));
        let bagas = hasil["pegawai"].as_array().unwrap().iter().find(|p| p["nip"] == B).unwrap();
        let jenis: Vec<&str> = bagas["rhk"]
            .as_array()
            .unwrap()
            .iter()
            .filter_map(|r| r["jenis"].as_str())
            .collect();
        assert_eq!(jenis, ["utama", "tambahan"], "{utama}: {hasil}");
    }
    // A heading that is neither is told, and names nobody's unit.
    let (_, hasil) = beside("", Some(plan("A. UTAMA", "C. PENUGASAN LAIN")));
    assert!(codes(&hasil).contains(&"STR014"), "{hasil}");
}

/// A list without a column for the unit, and what stands above it.
#[test]
fn a_title_that_is_about_a_unit() {
    for (title, unit) in [
        ("DINAS Z TAHUN 2025", "DINAS Z"),
        ("SKP DINAS PENDIDIKAN TAHUN 2025", "DINAS PENDIDIKAN"),
        (
            "PEMERINTAH KABUPATEN KHAYAL\nDINAS ARSIP\nREKAPITULASI PREDIKAT KINERJA PEGAWAI\nTAHUN 2025",
            "DINAS ARSIP",
        ),
        ("DINAS ARSIP\nREKAP PREDIKAT BIDANG LAYANAN TAHUN 2025", "BIDANG LAYANAN"),
        ("REKAP PREDIKAT DI LINGKUNGAN DINAS ARSIP (2025)", "DINAS ARSIP"),
        ("DAFTAR NILAI PEGAWAI SDN 1 KHAYAL TAHUN 2025", "SDN 1 KHAYAL"),
        ("UNIT KERJA : BIDANG SIMPAN\nREKAP DINAS ARSIP TAHUN 2025", "BIDANG SIMPAN"),
        ("REKAP PREDIKAT KINERJA PEGAWAI TAHUN 2025", ""),
        ("LAMPIRAN KEPUTUSAN KEPALA DINAS ARSIP TAHUN 2025", ""),
        ("Pegawai Dinas Arsip yang dinilai tahun 2025", ""),
        ("BAGIAN 1\nTAHUN 2025", ""),
    ] {
        let text = format!("{title}\n\n{}", two("No;Nama;NIP;Predikat", "Baik", "Baik"));
        let (exit, hasil) = score(&text);
        assert_eq!((exit, person(&hasil, A)), (0, (Some("Baik"), unit)), "{title}: {hasil}");
        // A column says it better.
        let text = format!("{title}\n\n{}", two("No;Nama;NIP;Unit Kerja;Predikat", "X;Baik", "X;Baik"));
        assert_eq!(person(&score(&text).1, A).1, "X", "{title}");
    }
}

/// The unit of the title stands for the rows over the first section; a section may be numbered in front of the NIP.
#[test]
fn sections_and_the_title_over_them() {
    let head = "No;NIP;Nama;Predikat";
    for (over, between, units) in [
        (
            "UNIT KERJA : BAGIAN HUKUM",
            "UNIT KERJA : BAGIAN UMUM",
            ["BAGIAN HUKUM", "BAGIAN UMUM"],
        ),
        ("Unit Kerja;:;BAGIAN HUKUM", "BAGIAN UMUM", ["BAGIAN HUKUM", "BAGIAN UMUM"]),
        (
            "REKAP DINAS ARSIP TAHUN 2025",
            "I;BIDANG SIMPAN",
            ["DINAS ARSIP", "BIDANG SIMPAN"],
        ),
        ("REKAP", "II;DINAS ARSIP", ["", "DINAS ARSIP"]),
    ] {
        let text = format!("{over}\n{head}\n1;{A};Ani;Baik\n{between}\n1;{B};Bagas;Baik\n");
        let (exit, hasil) = score(&text);
        assert_eq!(exit, 0, "{over}, {between}: {hasil}");
        assert_eq!([A, B].map(|nip| person(&hasil, nip).1), units, "{over}, {between}");
    }
}

/// The predikat of the organisation may stand beside those of its people.
#[test]
fn the_predikat_of_an_organisation_beside_its_people() {
    let of_units = |hasil: &serde_json::Value| -> Vec<(String, String)> {
        let text = |u: &serde_json::Value, key: &str| u[key].as_str().unwrap_or("-").to_owned();
        let units = hasil["unit"].as_array().unwrap().iter();
        units
            .map(|u| (text(u, "unit_kerja"), text(u, "predikat_organisasi")))
            .collect()
    };
    let pair = |unit: &str, predikat: &str| (unit.to_owned(), predikat.to_owned());
    for heading in [
        "Predikat Kinerja Organisasi",
        "Predikat Unit Kerja",
        "Capaian Kinerja Organisasi",
    ] {
        let table = two(
            &format!("No;Nama;NIP;Unit Kerja;Predikat Kinerja Pegawai;{heading}"),
            "X;Baik;Istimewa",
            "Y;Baik;BAIK",
        );
        let (exit, hasil) = score(&table);
        assert_eq!(
            (exit, of_units(&hasil)),
            (0, vec![pair("X", "Istimewa"), pair("Y", "Baik")]),
            "{heading}: {hasil}"
        );
        assert_eq!(person(&hasil, A).0, Some("Baik"), "{hasil}");
    }
    // One unit has one; a figure is none; two such columns give none, and the people keep their marks.
    let header = "No;Nama;NIP;Unit Kerja;Predikat Kinerja Pegawai;Predikat Kinerja Organisasi";
    let (exit, hasil) = score(&two(header, "X;Baik;Istimewa", "X;Baik;Baik"));
    assert_eq!((exit, person(&hasil, A).0), (1, Some("Baik")), "{hasil}");
    assert!(codes(&hasil).contains(&"STR024"), "{hasil}");
    let (exit, hasil) = score(&two(header, "X;Baik;98,5", "X;Baik;98,5"));
    assert_eq!((exit, of_units(&hasil)), (0, vec![pair("X", "-")]), "{hasil}");
    let (exit, hasil) = score(&two(
        &format!("{header};Predikat Unit Kerja"),
        "X;Baik;Istimewa;Baik",
        "X;Baik;Baik;Baik",
    ));
    assert_eq!(
        (exit, person(&hasil, A).0, of_units(&hasil)),
        (0, Some("Baik"), vec![pair("X", "-")]),
        "{hasil}"
    );
}

fn printed(folder: &std::path::Path, args: &[&str]) -> String {
    String::from_utf8(skp(folder, args).stdout).unwrap()
}

/// Grouped by the penilai only where a unit has a head; otherwise it is told that it is the unit kerja, and why.
#[test]
fn what_people_are_grouped_by_is_told_where_it_is_not_the_penilai() {
    let why = "sebab pimpinan unit tidak diketahui";
    let with_unit = |head: &str| {
        let mut files = clean();
        files.push((
            "unit.csv",
            format!("unit_kerja;nip_pimpinan;predikat_organisasi\nDinas Arsip;{head};Baik\n"),
        ));
        let dir = folder(&files);
        let asked = ["nilai", ".", "--tahun", "2025", "--kelompok", "penilai"];
        let (_, hasil) = run(dir.path(), &asked);
        let basis = hasil["unit"][0]["distribusi"]["kelompok_dasar"].as_str().map(str::to_owned);
        (basis, printed(dir.path(), &asked))
    };
    let (basis, unknown) = with_unit("");
    assert_eq!(basis.as_deref(), Some("unit"));
    assert!(unknown.contains(why), "{unknown}");
    let (basis, known) = with_unit(A);
    assert_eq!(basis.as_deref(), Some("penilai"));
    assert!(!known.contains(why), "{known}");
    let dir = folder(&clean());
    let by_unit = printed(dir.path(), &["nilai", ".", "--tahun", "2025", "--kelompok", "unit"]);
    assert!(!by_unit.contains(why), "{by_unit}");
}
