//! The foot of forms, where one ends and the next begins, and the period that forms name in lines of their own
//! (`docs/kontrak/masukan.md` sections 2b.2, 2b.6 and 4).

use serde_json::Value as Json;

use crate::support::field::{A, B, codes, person, score};

const HEADINGS: &str =
    "NO;RENCANA HASIL KERJA PIMPINAN YANG DIINTERVENSI;RENCANA HASIL KERJA;ASPEK;INDIKATOR KINERJA INDIVIDU;TARGET";
const PLAN: &str = "1;Mutu arsip;Daftar arsip tersusun;Kuantitas;Jumlah daftar;12 daftar";
const VALUES: &str = "PERILAKU KERJA\n1;Berorientasi Pelayanan;;;;Sesuai Ekspektasi\n2;Akuntabel;;;;Sesuai Ekspektasi\n\
                      3;Kompeten;;;;Sesuai Ekspektasi\n4;Harmonis;;;;Sesuai Ekspektasi\n5;Loyal;;;;Sesuai Ekspektasi\n\
                      6;Adaptif;;;;Sesuai Ekspektasi\n7;Kolaboratif;;;;Sesuai Ekspektasi";
const YEAR: &str = "PERIODE PENILAIAN: 1 JANUARI SD 31 DESEMBER 2025";
const RATED: &str =
    "RATING HASIL KERJA;;SESUAI EKSPEKTASI\nRATING PERILAKU KERJA;;SESUAI EKSPEKTASI\nPREDIKAT KINERJA PEGAWAI;;BAIK";

fn identity(nama: &str, nip: &str) -> String {
    format!(
        "PEGAWAI YANG DINILAI;;;;PEJABAT PENILAI KINERJA\n1;NAMA;{nama};;1;NAMA;Ratna Puspita\n2;NIP;{nip};;2;NIP;197501012000032001\n\
         4;JABATAN;Arsiparis;;4;JABATAN;Kepala Bidang\n5;UNIT KERJA;Bidang Arsip;;5;UNIT KERJA;Bidang Arsip"
    )
}

/// An evaluation under these titles, and the lines below its one RHK.
fn evaluation(titles: &str, below: &str) -> String {
    format!(
        "{titles}\n{}\n\n{HEADINGS};REALISASI;UMPAN BALIK\nA. UTAMA\n{PLAN};12 daftar;Sesuai Ekspektasi\n{below}\n",
        identity("Lintang Kertapati", A)
    )
}

fn document(head: &str, label: &str) -> String {
    format!(
        "{head}\n1;PEGAWAI YANG DINILAI\n;NAMA;Lintang Kertapati\n;NIP;{A}\n;JABATAN;Arsiparis\n;UNIT KERJA;Bidang Arsip\n\
         2;PEJABAT PENILAI KINERJA\n;NAMA;Ratna Puspita\n4;EVALUASI KINERJA\n;{label};BAIK\n5;CATATAN/REKOMENDASI\n"
    )
}

/// The two ratings and the predikat.
fn marks(hasil: &Json) -> [Option<&str>; 3] {
    ["rating_hasil_kerja", "rating_perilaku", "predikat"].map(|key| hasil["pegawai"][0][key].as_str())
}

const SESUAI: Option<&str> = Some("sesuai ekspektasi");
const ABOVE: Option<&str> = Some("di atas ekspektasi");

#[test]
fn ratings_in_a_row_below_their_headings() {
    let titles = format!("EVALUASI KINERJA PEGAWAI\n{YEAR}");
    for below in [
        "HASIL KERJA;PERILAKU KERJA;PREDIKAT KINERJA\nSesuai Ekspektasi;Di Atas Ekspektasi;Baik",
        ";HASIL KERJA;;;PERILAKU KERJA;;PREDIKAT KINERJA PEGAWAI\n;SESUAI EKSPEKTASI;;;DI ATAS EKSPEKTASI;;BAIK",
        "NO;HASIL KERJA;PERILAKU KERJA;PREDIKAT;KETERANGAN\n1;Sesuai Ekspektasi;Di Atas Ekspektasi;Baik;-",
        "HASIL EVALUASI KINERJA\nHASIL KERJA;PERILAKU;KUADRAN KINERJA\n\nSesuai;Di Atas;Baik",
        "HASIL KERJA;PERILAKU KERJA;HASIL AKHIR\nSesuai Ekspektasi;Di Atas Ekspektasi;Baik",
        "ASPEK;HASIL KERJA;PERILAKU KERJA;PREDIKAT\nRATING;Sesuai Ekspektasi;Di Atas Ekspektasi;Baik",
        "CAPAIAN KINERJA ORGANISASI;HASIL KERJA;PERILAKU KERJA;PREDIKAT KINERJA\nBaik;Sesuai Ekspektasi;Di Atas Ekspektasi;Baik",
        "HASIL KERJA;PERILAKU KERJA\nSesuai Ekspektasi;Di Atas Ekspektasi\nPREDIKAT KINERJA: BAIK",
    ] {
        for all in [
            format!("B. TAMBAHAN\n{below}"),
            format!("{VALUES}\n{below}"),
            format!("{below}\n{VALUES}"),
        ] {
            let hasil = score(&evaluation(&titles, &all)).1;
            assert_eq!(marks(&hasil), [SESUAI, ABOVE, Some("Baik")], "{all}: {hasil}");
            assert_eq!(hasil["pegawai"][0]["rhk"].as_array().map(Vec::len), Some(1), "{all}: {hasil}");
            assert!(!codes(&hasil).contains(&"STR021"), "{all}: {hasil}");
        }
    }
    // Headings with nothing below them say nothing.
    let hasil = score(&evaluation(
        &titles,
        &format!("{VALUES}\nHASIL KERJA;PERILAKU KERJA;PREDIKAT KINERJA\n;;"),
    ))
    .1;
    assert_eq!(marks(&hasil), [SESUAI, SESUAI, Some("Baik")], "{hasil}");
    // A heading over the RHK is none of them.
    let rhk = format!("HASIL KERJA\n{}", PLAN.replace("Daftar arsip", "Berkas arsip"));
    let hasil = score(&evaluation(&titles, &format!("{rhk};12;Sesuai\n{VALUES}\n{RATED}"))).1;
    assert_eq!(hasil["pegawai"][0]["rhk"].as_array().map(Vec::len), Some(2), "{hasil}");
}

/// What the label of a rating says of its period: a quarter's predikat is not the year's, and neither is last year's.
#[test]
fn labels_that_name_a_period() {
    for (label, told) in [
        ("PREDIKAT KINERJA TRIWULAN III", "STR027"),
        ("PREDIKAT KINERJA BULAN MEI", "STR027"),
        ("Predikat Kinerja Semester I", "STR027"),
        ("PREDIKAT KINERJA PEGAWAI TAHUN 2024", "STR028"),
    ] {
        for head in ["", "\nTAHUN 2025", "\nPERIODE: 1 JANUARI SD 31 DESEMBER 2025"] {
            let (exit, hasil) = score(&document(&format!("DOKUMEN EVALUASI KINERJA PEGAWAI{head}"), label));
            assert_eq!((exit, person(&hasil, A).0), (1, None), "{label} {head}: {hasil}");
            assert!(codes(&hasil).contains(&told), "{label} {head}: {hasil}");
        }
    }
    for (rated, predikat) in [
        ("RATING HASIL KERJA", "PREDIKAT KINERJA TRIWULAN III"),
        ("RATING HASIL KERJA TRIWULAN III", "PREDIKAT KINERJA TRIWULAN III"),
        ("RATING HASIL KERJA BULAN MEI 2025", "PREDIKAT KINERJA"),
    ] {
        for titles in ["EVALUASI KINERJA PEGAWAI", "EVALUASI KINERJA PEGAWAI TAHUN 2025"] {
            let below =
                format!("{VALUES}\n{rated};;SESUAI EKSPEKTASI\nRATING PERILAKU KERJA;;SESUAI EKSPEKTASI\n{predikat};;BAIK");
            let (exit, hasil) = score(&evaluation(titles, &below));
            assert_eq!((exit, person(&hasil, A).0), (1, None), "{rated} {predikat}: {hasil}");
            assert!(codes(&hasil).contains(&"STR068"), "{rated} {predikat}: {hasil}");
            assert!(!codes(&hasil).contains(&"STR021"), "{rated} {predikat}: {hasil}");
        }
    }
    // "PERIODIK" alone leaves it to the periode, and without one nobody can tell.
    let periodik = |titles: &str| {
        let below = format!("{VALUES}\n{}", RATED.replace("KINERJA PEGAWAI", "KINERJA PERIODIK"));
        [
            score(&evaluation(&format!("EVALUASI KINERJA PEGAWAI{titles}"), &below)).1,
            score(&document(
                &format!("DOKUMEN EVALUASI KINERJA PEGAWAI{titles}"),
                "Predikat Kinerja Periodik",
            ))
            .1,
        ]
    };
    for hasil in periodik("") {
        assert_eq!(person(&hasil, A).0, None, "{hasil}");
        assert!(codes(&hasil).contains(&"STR096"), "{hasil}");
    }
    for titles in [format!("\n{YEAR}"), "\nTAHUN 2025".to_owned()] {
        for hasil in periodik(&titles) {
            assert_eq!(person(&hasil, A).0, Some("Baik"), "{titles}: {hasil}");
        }
    }
    // The year that is asked for says nothing else.
    for label in ["PREDIKAT KINERJA PEGAWAI TAHUN 2025", "PREDIKAT KINERJA TAHUNAN"] {
        let below = format!("{VALUES}\n{}", RATED.replace("PREDIKAT KINERJA PEGAWAI", label));
        let form = evaluation("EVALUASI KINERJA PEGAWAI", &below);
        for text in [form, document("DOKUMEN EVALUASI KINERJA PEGAWAI", label)] {
            assert_eq!(person(&score(&text).1, A).0, Some("Baik"), "{text}");
        }
    }
}

/// A form of several parts of the year is of them all; one of which nobody can tell the part is nobody's year.
#[test]
fn parts_of_the_year_that_a_form_names_together() {
    let of = |said: &str| {
        let below = format!("{VALUES}\n{RATED}");
        [
            evaluation(&format!("EVALUASI KINERJA PEGAWAI\n{said} TAHUN 2025"), &below),
            evaluation(
                &format!("EVALUASI KINERJA PEGAWAI\nPERIODE PENILAIAN: {said} TAHUN 2025"),
                &below,
            ),
            document(
                &format!("DOKUMEN EVALUASI KINERJA PEGAWAI\nPERIODE: {said} TAHUN 2025"),
                "PREDIKAT KINERJA PEGAWAI",
            ),
        ]
    };
    for year in [
        "SEMESTER I DAN II",
        "TRIWULAN I S.D. IV",
        "SEMESTER 1 & 2",
        "TW I-IV",
        "SMT 1 DAN SMT 2",
    ] {
        for text in of(year) {
            let hasil = score(&text).1;
            assert_eq!(person(&hasil, A).0, Some("Baik"), "{text}: {hasil}");
        }
    }
    for part in [
        "TW I-III",
        "TRIWULAN I, II DAN III",
        "SEMESTER I/II",
        "JANUARI DAN FEBRUARI",
        "SEMESTER GANJIL",
    ] {
        for text in of(part) {
            let hasil = score(&text).1;
            assert_eq!(person(&hasil, A).0, None, "{text}: {hasil}");
            assert!(codes(&hasil).contains(&"STR096"), "{text}: {hasil}");
        }
    }
    for part in ["TRIWULAN I DAN II", "SMT I", "TW3"] {
        for text in of(part) {
            let hasil = score(&text).1;
            assert_eq!(person(&hasil, A).0, None, "{text}: {hasil}");
            assert!(
                codes(&hasil).iter().any(|c| matches!(*c, "STR027" | "STR068")),
                "{text}: {hasil}"
            );
        }
    }
}

/// A year that stands alone, or behind the name of the office.
#[test]
fn a_year_alone_is_the_forms() {
    for head in [
        "2024\nX",
        "X\n2024",
        "X\n(2024)",
        ";;;2024\nX",
        "DINAS ARSIP;;2024\nX",
        "X\nDINAS ARSIP - 2024",
        "X\nDINAS ARSIP;;;2024",
        "X (2024)",
        "SKP 2024\nX",
    ] {
        let form = evaluation(&head.replace('X', "EVALUASI KINERJA PEGAWAI"), &format!("{VALUES}\n{RATED}"));
        let document = document(
            &head.replace('X', "DOKUMEN EVALUASI KINERJA PEGAWAI"),
            "PREDIKAT KINERJA PEGAWAI",
        );
        for text in [form, document] {
            let hasil = score(&text).1;
            assert!(codes(&hasil).contains(&"STR028"), "{text}: {hasil}");
            let hasil = score(&text.replace("2024", "2025")).1;
            assert_eq!(person(&hasil, A).0, Some("Baik"), "{text}: {hasil}");
        }
    }
    for other in ["NOMOR 800/123/2024", "KODE;2024", "PERATURAN BUPATI NOMOR 3 TAHUN 2024"] {
        let hasil = score(&document(
            &format!("DOKUMEN EVALUASI KINERJA PEGAWAI\n{other}"),
            "PREDIKAT KINERJA PEGAWAI",
        ))
        .1;
        assert_eq!(person(&hasil, A).0, Some("Baik"), "{other}: {hasil}");
    }
}

/// Nothing but its title or its identity block tells where a plan ends and the next person's begins.
#[test]
fn plans_below_each_other() {
    let plan = |identity: &str, rhk: &str| {
        format!("{identity}\n{HEADINGS}\nA. UTAMA\n1;Mutu arsip;{rhk};Kuantitas;Jumlah daftar;12 daftar\nB. TAMBAHAN\n")
    };
    let titled = format!(
        "SASARAN KINERJA PEGAWAI\nDINAS ARSIP;;;{YEAR}\n{}\n",
        identity("@nama", "@nip")
    );
    let forms = [
        titled.as_str(),
        "Nama : @nama\nNIP : @nip\nJabatan : Arsiparis\nUnit Kerja : Bidang Arsip",
        "Nama;@nama;;NIP;@nip",
    ];
    let of = |form: &str, nama: &str, nip: &str| form.replace("@nama", nama).replace("@nip", nip);
    let signed = format!(
        "\n;;;;;Khayal, 5 Januari 2025\nPEGAWAI YANG DINILAI;;;;;PEJABAT PENILAI KINERJA\n\n\nLintang Kertapati;;;;;Ratna\nNIP. {A};;;;;NIP. 197501012000032001\n\n"
    );
    for form in forms {
        for between in ["", "\n", "\n\n\n", signed.as_str()] {
            let text = format!(
                "{}{between}{}",
                plan(&of(form, "Lintang Kertapati", A), "Daftar arsip tersusun"),
                plan(&of(form, "Bagas Adikarsa", B), "Berkas arsip tertata")
            );
            let hasil = score(&text).1;
            let people = hasil["pegawai"].as_array().unwrap();
            assert_eq!(people.len(), 2, "{text}: {hasil}");
            for nip in [A, B] {
                let own = people
                    .iter()
                    .find(|p| p["nip"] == nip)
                    .unwrap_or_else(|| panic!("{nip} {text}: {hasil}"));
                assert_eq!(own["rhk"].as_array().map(Vec::len), Some(1), "{nip} {text}: {hasil}");
            }
            assert!(!codes(&hasil).contains(&"STR021"), "{text}: {hasil}");
        }
    }
    // An RHK may begin as a title does.
    let rhk = "Evaluasi kinerja pegawai terlaksana";
    let hasil = score(&format!(
        "{}2;Mutu arsip;{rhk};Kuantitas;Jumlah;5 berkas\n",
        plan(&of(&titled, "Lintang Kertapati", A), rhk)
    ))
    .1;
    assert_eq!(hasil["pegawai"][0]["rhk"].as_array().map(Vec::len), Some(2), "{hasil}");
}

/// The identity block once more on the next page of the sheet: the form is of the period that its first page says.
#[test]
fn a_form_over_two_pages_is_of_one_period() {
    let pages = |said: &str, title: &str| {
        let who = identity("Lintang Kertapati", A);
        let columns = format!("{HEADINGS};REALISASI;UMPAN BALIK");
        format!(
            "EVALUASI KINERJA PEGAWAI\n{said}\n{who}\n{columns}\nA. UTAMA\n{PLAN};12 daftar;Sesuai Ekspektasi\n{title}{who}\n{columns}\n\
             2;Mutu arsip;Arsip lama terdata;Kuantitas;Jumlah berkas;5 berkas;5 berkas;Sesuai Ekspektasi\n{VALUES}\n{RATED}\n"
        )
    };
    for title in ["", "EVALUASI KINERJA PEGAWAI\n"] {
        for part in ["PERIODE PENILAIAN: TRIWULAN III TAHUN 2025", "TRIWULAN III TAHUN 2025"] {
            let hasil = score(&pages(part, title)).1;
            assert_eq!(person(&hasil, A).0, None, "{part}: {hasil}");
            assert!(codes(&hasil).contains(&"STR068"), "{part}: {hasil}");
        }
        let hasil = score(&pages(YEAR, title)).1;
        assert_eq!(person(&hasil, A), (Some("Baik"), "Bidang Arsip"), "{hasil}");
        assert_eq!(hasil["pegawai"][0]["rhk"].as_array().map(Vec::len), Some(2), "{hasil}");
    }
}
