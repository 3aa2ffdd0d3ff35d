//! Forms of one person as offices hold them, in layouts of their own (`docs/kontrak/masukan.md` sections 2b.6, 2b.7 and 4).

use serde_json::Value as Json;

use crate::support::field::{A, B, codes, folder, person, run, score};

/// An evaluation: the identity block, the rows under the headings, and the lines below them.
fn evaluation(identity: &str, rows: &str, below: &str) -> String {
    format!(
        "EVALUASI KINERJA PEGAWAI\nPERIODE: TRIWULAN I/II/III/IV-AKHIR*\nDINAS ARSIP;;;PERIODE PENILAIAN: 1 JANUARI SD 31 DESEMBER 2025\n\
         {identity}\nHASIL KERJA\n{HEADINGS}\n{rows}\n{below}\n"
    )
}

const HEADINGS: &str = "NO;RENCANA HASIL KERJA PIMPINAN YANG DIINTERVENSI;RENCANA HASIL KERJA;ASPEK;INDIKATOR KINERJA INDIVIDU;TARGET;\
                        REALISASI BERDASARKAN BUKTI DUKUNG;UMPAN BALIK BERKELANJUTAN";
const ROWS: &str = "(1);(2);(3);(4);(5);(6);(7);(8)\nA. UTAMA\n1;Mutu arsip;Daftar arsip tersusun;Kuantitas;Jumlah daftar;12 daftar;12 daftar;Sesuai\n\
                    2;Mutu arsip;Peminjaman terlayani;Kuantitas;Jumlah berkas;100 berkas;105 berkas;Sesuai\nB. TAMBAHAN\n-;-;-;-;-;-;-;-";
const RATINGS: &str =
    "RATING HASIL KERJA;SESUAI EKSPEKTASI\nRATING PERILAKU KERJA;DI ATAS EKSPEKTASI\nPREDIKAT KINERJA PEGAWAI;BAIK";

fn identity() -> String {
    format!(
        "NO;PEGAWAI YANG DINILAI;;NO;PEJABAT PENILAI KINERJA\n1;NAMA;Lintang Kertapati;1;NAMA;Ratna Puspita\n\
         2;NIP;{A};2;NIP;197501012000032001\n4;JABATAN;Arsiparis;4;JABATAN;Kepala Bidang\n5;UNIT KERJA;Bidang Arsip;5;UNIT KERJA;Bidang Arsip"
    )
}

/// The person is read whole: predikat, unit, RHK, and no word is called unknown.
fn is_whole(text: &str, rhk: usize) -> Json {
    let hasil = score(text).1;
    assert_eq!(person(&hasil, A), (Some("Baik"), "Bidang Arsip"), "{text}: {hasil}");
    let [one] = hasil["pegawai"].as_array().unwrap().as_slice() else {
        panic!("{text}: {hasil}")
    };
    assert_eq!(one["nama"], "Lintang Kertapati", "{text}");
    assert_eq!(one["rhk"].as_array().unwrap().len(), rhk, "{text}: {hasil}");
    for code in ["STR021", "STR051", "REA072"] {
        assert!(!codes(&hasil).contains(&code), "{text}: {hasil}");
    }
    hasil
}

#[test]
fn headings_are_printed_again_on_every_page() {
    let numbers = "(1);(2);(3);(4);(5);(6);(7);(8)";
    let (first, second) = ROWS.split_once("\n2;").unwrap();
    for between in [
        format!("{HEADINGS}\n{numbers}"),
        format!("HASIL KERJA\n{HEADINGS}\n{numbers}"),
        format!("Halaman 2 dari 3\n{HEADINGS}\n{numbers}"),
        numbers.to_owned(),
    ] {
        is_whole(
            &evaluation(&identity(), &format!("{first}\n{between}\n2;{second}"), RATINGS),
            2,
        );
    }
}

#[test]
fn ratings_beside_each_other_and_choices_in_many_cells() {
    for below in [
        "RATING HASIL KERJA;RATING PERILAKU KERJA;PREDIKAT KINERJA\nSESUAI EKSPEKTASI;DI ATAS EKSPEKTASI;BAIK",
        "RATING HASIL KERJA;;SESUAI EKSPEKTASI\n\nRATING PERILAKU KERJA;;;;;;DI ATAS EKSPEKTASI\nPREDIKAT KINERJA PEGAWAI\n\nBAIK",
    ] {
        is_whole(&evaluation(&identity(), ROWS, below), 2);
    }
}

/// A heading speaks of the rows below it, not of the ratings at the foot of the form; and who writes sentences is offered
/// sentences.
#[test]
fn a_finding_on_a_form_names_its_own_heading_and_words() {
    let atasan = "197501012000032001";
    let wrong = RATINGS.replace(";BAIK", ";SANGAT BAIK");
    let head = identity()
        .replace(A, "X")
        .replace(atasan, "196802021994031003")
        .replace("Ratna Puspita", "Budi Santosa")
        .replace("Lintang Kertapati", "Ratna Puspita")
        .replace('X', atasan)
        .replace(
            "4;JABATAN;Arsiparis;4;JABATAN;Kepala Bidang",
            "4;JABATAN;Kepala Bidang;4;JABATAN;Kepala Dinas",
        );
    let of_head = ROWS.replace("Daftar arsip tersusun", "Persandian daerah aman");
    let dir = folder(&[
        ("a.csv", evaluation(&identity(), ROWS, &wrong)),
        ("b.csv", evaluation(&head, &of_head, RATINGS)),
    ]);
    let (_, said) = run(dir.path(), &["periksa", ".", "--tahun", "2025"]);
    let find = |kode: &str| {
        let all = said["temuan"].as_array().unwrap();
        all.iter()
            .find(|t| t["kode"] == kode)
            .unwrap_or_else(|| panic!("{kode}: {said}"))
            .clone()
    };
    let mark = find("HSL001");
    assert!(mark["kolom"].is_null() && mark["sel"].is_string(), "{mark}");
    let link = find("KAS002");
    assert_eq!(link["kolom"], "RENCANA HASIL KERJA PIMPINAN YANG DIINTERVENSI", "{link}");
    let expected = link["harapan"].as_str().unwrap_or_default();
    assert!(expected.contains("\"Persandian daerah aman\""), "{link}");
    assert!(!link["saran"].to_string().contains("nip_pemberi_tugas"), "{link}");
}

/// A form on which nothing is struck is told by its own line.
#[test]
fn a_rating_of_perilaku_with_all_its_choices_is_told_at_its_cell() {
    let every = "DIATAS EKSPEKTASI/ SESUAI EKSPEKTASI/ DIBAWAH EKSPEKTASI";
    let below = format!(
        "RATING HASIL KERJA;{every}\nPERILAKU KERJA\n1;Berorientasi Pelayanan;;;;;;Umpan Balik\n2;Akuntabel\n3;Kompeten\n4;Harmonis\n5;Loyal\n\
         6;Adaptif\n7;Kolaboratif\nRATING PERILAKU KERJA;{every}\nPREDIKAT KINERJA PEGAWAI;SANGAT BAIK/ BAIK/ BUTUH PERBAIKAN/ KURANG/ SANGAT KURANG"
    );
    let (_, said) = score(&evaluation(&identity(), ROWS, &below));
    let all = said["temuan"].as_array().unwrap();
    let told: Vec<_> = all.iter().filter(|t| t["kode"] == "PRL001").collect();
    assert!(!told.is_empty(), "{said}");
    for finding in told {
        let advice = finding["saran"].as_str().unwrap();
        assert!(
            advice.contains("RATING PERILAKU KERJA (sel B") && !advice.contains("tabel"),
            "{finding}"
        );
    }
}

/// Choices with a place to tick: in one cell, each in its own, the sign before, behind or under it.
#[test]
fn ticked_choices() {
    let others = "RATING PERILAKU KERJA;DI ATAS EKSPEKTASI\nPREDIKAT KINERJA PEGAWAI;BAIK";
    for work in [
        "RATING HASIL KERJA;☐ DI ATAS EKSPEKTASI  ☑ SESUAI EKSPEKTASI  ☐ DI BAWAH EKSPEKTASI",
        "RATING HASIL KERJA\n( ) Di atas ekspektasi (V) Sesuai ekspektasi ( ) Di bawah ekspektasi",
        "RATING HASIL KERJA: [ ] DI ATAS / [x] SESUAI / [ ] DI BAWAH",
        "RATING HASIL KERJA;DI ATAS EKSPEKTASI;;SESUAI EKSPEKTASI;V;DI BAWAH EKSPEKTASI",
        "RATING HASIL KERJA;☐;DI ATAS EKSPEKTASI;☑;SESUAI EKSPEKTASI;☐;DI BAWAH EKSPEKTASI",
        "RATING HASIL KERJA;DI ATAS EKSPEKTASI;SESUAI EKSPEKTASI;DI BAWAH EKSPEKTASI\n;;√;",
        "RATING HASIL KERJA;Di atas ekspektasi;\n;Sesuai ekspektasi;V\n;Di bawah ekspektasi;",
        "RATING HASIL KERJA;☐ Di atas ekspektasi\n;☑ Sesuai ekspektasi\n;☐ Di bawah ekspektasi",
    ] {
        let hasil = is_whole(&evaluation(&identity(), ROWS, &format!("{work}\n{others}")), 2);
        assert_eq!(
            hasil["pegawai"][0]["rating_hasil_kerja"], "sesuai ekspektasi",
            "{work}: {hasil}"
        );
    }
    let told = |work: &str| {
        let hasil = score(&evaluation(&identity(), ROWS, work)).1;
        codes(&hasil).iter().any(|c| ["REA072", "STR021"].contains(c))
    };
    for two in [
        "RATING HASIL KERJA;☑ DI ATAS EKSPEKTASI  ☑ SESUAI EKSPEKTASI  ☐ DI BAWAH EKSPEKTASI",
        "RATING HASIL KERJA;DI ATAS EKSPEKTASI;V;SESUAI EKSPEKTASI;V;DI BAWAH EKSPEKTASI",
        "RATING HASIL KERJA;;DI ATAS EKSPEKTASI;V;SESUAI EKSPEKTASI;;DI BAWAH EKSPEKTASI",
    ] {
        assert!(told(two), "{two}");
    }
    for none in [
        "RATING HASIL KERJA;☐ DI ATAS EKSPEKTASI  ☐ SESUAI EKSPEKTASI  ☐ DI BAWAH EKSPEKTASI",
        "RATING HASIL KERJA;DI ATAS EKSPEKTASI;☐;SESUAI EKSPEKTASI;☐;DI BAWAH EKSPEKTASI;☐",
    ] {
        assert!(!told(none), "{none}");
    }
}

/// Name and NIP in one place of the identity block.
#[test]
fn a_name_with_its_nip() {
    let unit = "4;JABATAN;Arsiparis;4;JABATAN;Kepala Bidang\n5;UNIT KERJA;Bidang Arsip;5;UNIT KERJA;Bidang Arsip";
    for (label, value) in [
        ("NAMA / NIP", format!("Lintang Kertapati / {A}")),
        ("NAMA DAN NIP", format!("\"Lintang Kertapati\nNIP. {A}\"")),
        ("NAMA", format!("Lintang Kertapati (NIP {A})")),
        ("NIP/NAMA", format!("{A} - Lintang Kertapati")),
    ] {
        let identity = format!(
            "NO;PEGAWAI YANG DINILAI;;NO;PEJABAT PENILAI KINERJA\n1;{label};{value};1;{label};Ratna / 197501012000032001\n{unit}"
        );
        let hasil = is_whole(&evaluation(&identity, ROWS, RATINGS), 2);
        assert_eq!(hasil["pegawai"][0]["nip_atasan"], "197501012000032001", "{label}: {hasil}");
    }
    let document = format!(
        "DOKUMEN EVALUASI KINERJA PEGAWAI\n1;PEGAWAI YANG DINILAI\n;NAMA/NIP;Lintang Kertapati / {A}\n;UNIT KERJA;Bidang Arsip\n4;EVALUASI KINERJA\n;PREDIKAT KINERJA PEGAWAI;BAIK\n"
    );
    is_whole(&document, 0);
}

/// Forms of two people in one sheet, their numbers written as text.
#[test]
fn forms_below_each_other() {
    let first = evaluation(&identity(), ROWS, RATINGS);
    let second = first.replace(A, B).replace("Lintang Kertapati", "Bagas Adikarsa");
    for text in [format!("{first}{second}"), format!("{first}\n\n\n{second}")] {
        let hasil = score(&text).1;
        for nip in [A, B] {
            assert_eq!(person(&hasil, nip), (Some("Baik"), "Bidang Arsip"), "{text}: {hasil}");
        }
        let people = hasil["pegawai"].as_array().unwrap();
        assert!(
            people.iter().all(|p| p["rhk"].as_array().unwrap().len() == 2),
            "{text}: {hasil}"
        );
        assert_eq!(people.len(), 2, "{text}: {hasil}");
        assert!(!codes(&hasil).iter().any(|c| c.starts_with("STR02")), "{text}: {hasil}");
    }
}

/// A document below or above the evaluation that it is of: both are read.
#[test]
fn a_document_beside_a_form() {
    let form = evaluation(&identity(), ROWS, RATINGS);
    let document = format!(
        "DOKUMEN EVALUASI KINERJA PEGAWAI\nDINAS ARSIP;;PERIODE PENILAIAN: 1 JANUARI SD 31 DESEMBER 2025\n1;PEGAWAI YANG DINILAI\n\
         ;NAMA;Lintang Kertapati\n;NIP;{A}\n;UNIT KERJA;Bidang Arsip\n4;EVALUASI KINERJA\n;PREDIKAT KINERJA PEGAWAI;BAIK\n5;CATATAN/REKOMENDASI\n;-\n"
    );
    for text in [format!("{form}\n{document}"), format!("{document}\n{form}")] {
        let hasil = is_whole(&text, 2);
        assert_eq!(
            hasil["pegawai"][0]["rating_perilaku"], "di atas ekspektasi",
            "{text}: {hasil}"
        );
    }
}

/// Lines of ratings with a number before them, and those of two years.
#[test]
fn lines_of_ratings() {
    for below in [
        "HASIL PENILAIAN\n1;RATING HASIL KERJA;SESUAI EKSPEKTASI\n2;RATING PERILAKU KERJA;DI ATAS EKSPEKTASI\n3;PREDIKAT KINERJA;BAIK",
        "No;Uraian;Hasil\n1;Rating Hasil Kerja;Sesuai Ekspektasi\n2;Rating Perilaku Kerja;Di Atas Ekspektasi\n3;Predikat Kinerja;Baik",
        "RATING HASIL KERJA;SESUAI EKSPEKTASI\nRATING PERILAKU KERJA;DI ATAS EKSPEKTASI\nPREDIKAT KINERJA TAHUN 2024;KURANG\nPREDIKAT KINERJA TAHUN 2025;BAIK",
    ] {
        let hasil = is_whole(&evaluation(&identity(), ROWS, below), 2);
        assert!(!codes(&hasil).contains(&"HSL001"), "{below}: {hasil}");
    }
}

/// Who rates may be of TNI or Polri: his number is no NIP, and no faulty one.
#[test]
fn other_words_of_the_identity_block() {
    let nrp = identity().replace("2;NIP;197501012000032001", "2;NRP;78010123");
    let hasil = is_whole(&evaluation(&nrp, ROWS, RATINGS), 2);
    assert!(!codes(&hasil).iter().any(|c| c.starts_with("IDN")), "{hasil}");
    let words = identity()
        .replace("PEGAWAI YANG DINILAI", "IDENTITAS PEGAWAI")
        .replace("PEJABAT PENILAI KINERJA", "IDENTITAS PEJABAT PENILAI KINERJA");
    let hasil = is_whole(&evaluation(&words, ROWS, RATINGS), 2);
    assert_eq!(hasil["pegawai"][0]["nip_atasan"], "197501012000032001", "{hasil}");
}

/// A part of the year in the title is never the year, and the same form twice counts once.
#[test]
fn the_title_tells_the_period() {
    let told = |title: &str, year: &str| {
        let form = evaluation(&identity(), ROWS, RATINGS);
        let form = form.replacen("PERIODE: TRIWULAN I/II/III/IV-AKHIR*", title, 1);
        let form = form.replacen("PERIODE PENILAIAN: 1 JANUARI SD 31 DESEMBER 2025", year, 1);
        score(&form).1
    };
    let year = "PERIODE PENILAIAN: 1 JANUARI SD 31 DESEMBER 2025";
    for (title, year) in [
        ("TRIWULAN II", year),
        ("BULAN: MEI 2025", year),
        ("EVALUASI TRIWULAN III TAHUN 2025", ""),
        ("PERIODE: SEMESTER I", year),
    ] {
        let hasil = told(title, year);
        assert!(codes(&hasil).contains(&"STR068"), "{title}: {hasil}");
    }
    for title in ["", "TAHUN 2025", "TRIWULAN IV", "DINAS ARSIP KABUPATEN JUNI"] {
        let hasil = told(title, year);
        assert!(!codes(&hasil).contains(&"STR068"), "{title}: {hasil}");
        assert_eq!(person(&hasil, A).0, Some("Baik"), "{title}: {hasil}");
    }
    let form = evaluation(&identity(), ROWS, RATINGS);
    let copy = form.replacen("EVALUASI KINERJA PEGAWAI", "EVALUASI KINERJA PEGAWAI\n(salinan)", 1);
    let other = copy.replace("105 berkas", "90 berkas");
    let scored = |second: String| {
        let folder = folder(&[("a.csv", form.clone()), ("b.csv", second)]);
        run(folder.path(), &["nilai", ".", "--tahun", "2025"]).1
    };
    assert_eq!(person(&scored(copy), A).0, Some("Baik"));
    let unlike = scored(other);
    assert!(
        codes(&unlike).contains(&"REA020"),
        "the second realisasi is another: {unlike}"
    );
}

/// What is copied down instead of merged, and a list whose items have rows of their own.
#[test]
fn an_rhk_over_several_rows() {
    let (first, second) = ROWS.split_once("\n2;").unwrap();
    let rows = format!("{first}\n1;Mutu arsip;Daftar arsip tersusun;Waktu;Lama;3 bulan;3 bulan;Sesuai\n2;{second}");
    let hasil = is_whole(&evaluation(&identity(), &rows, RATINGS), 2);
    assert_eq!(
        hasil["pegawai"][0]["rhk"][0]["indikator"].as_array().unwrap().len(),
        2,
        "{hasil}"
    );
    let list = |head: &str, mark: &str| {
        let item = |text: &str| format!("\n;{mark}{text}");
        format!(
            "EVALUASI KINERJA PEGAWAI\nDINAS ARSIP;;;PERIODE PENILAIAN: 1 JANUARI SD 31 DESEMBER 2025\n{}\n\
             HASIL KERJA;;;REALISASI BERDASARKAN BUKTI DUKUNG;UMPAN BALIK\nA. UTAMA\n\
             1;Daftar arsip tersusun;;12 daftar;Sesuai\n;{head}{}{}\n2;Peminjaman terlayani;;semua;Sesuai\n;{head}{}\nB. TAMBAHAN\n-\n{RATINGS}\n",
            identity(),
            item("12 daftar tersusun"),
            item("tepat waktu"),
            item("semua terlayani"),
        )
    };
    for (head, mark) in [
        ("Ukuran keberhasilan / Indikator Kinerja Individu, dan Target:", "- "),
        ("Ukuran Keberhasilan/ Indikator Kinerja Individu dan Target", "• "),
        ("Indikator Kinerja Individu:", ""),
    ] {
        let hasil = is_whole(&list(head, mark), 2);
        let items = |i: usize| hasil["pegawai"][0]["rhk"][i]["indikator"].as_array().unwrap().len();
        assert_eq!((items(0), items(1)), (2, 1), "{head} {mark}: {hasil}");
    }
}

/// The document D.1.1 prints the quarters to strike out; untouched they say nothing, and PERIODE PENILAIAN counts.
#[test]
fn the_document_prints_all_quarters() {
    for quarters in [
        "TRIWULAN I/II/III/IV-AKHIR**",
        "TRIWULAN IV-AKHIR",
        "TRIWULAN: I / II / III / IV - AKHIR",
    ] {
        let text = format!(
            "DOKUMEN EVALUASI KINERJA PEGAWAI\nPERIODE*: {quarters}\nDINAS ARSIP;;PERIODE PENILAIAN: 1 JANUARI SD 31 DESEMBER TAHUN 2025\n\
             1;PEGAWAI YANG DINILAI\n;NAMA;Lintang Kertapati\n;NIP;{A}\n;UNIT KERJA;Bidang Arsip\n2;PEJABAT PENILAI KINERJA\n;NAMA;Ratna\n\
             4;EVALUASI KINERJA\n;CAPAIAN KINERJA ORGANISASI;BAIK\n;PREDIKAT KINERJA PEGAWAI;BAIK\n"
        );
        let hasil = is_whole(&text, 0);
        assert!(!codes(&hasil).contains(&"STR027"), "{hasil}");
    }
    let text = format!(
        "DOKUMEN EVALUASI KINERJA PEGAWAI\nPERIODE: TRIWULAN II\n;;PERIODE PENILAIAN: 1 JANUARI SD 31 DESEMBER TAHUN 2025\n\
         1;PEGAWAI YANG DINILAI\n;NAMA;Lintang Kertapati\n;NIP;{A}\n4;EVALUASI KINERJA\n;PREDIKAT KINERJA PEGAWAI;BAIK\n"
    );
    let hasil = score(&text).1;
    assert_eq!(person(&hasil, A).0, None, "a quarter is never the year: {hasil}");
}

/// The year of the document stands above its title as well, or beside the office.
#[test]
fn the_year_of_a_document() {
    let body = format!(
        "1;PEGAWAI YANG DINILAI\n;NAMA;Lintang Kertapati\n;NIP;{A}\n;UNIT KERJA;Bidang Arsip\n2;PEJABAT PENILAI KINERJA\n;NAMA;Ratna\n\
         4;EVALUASI KINERJA\n;PREDIKAT KINERJA PEGAWAI;BAIK\n"
    );
    for head in [
        "TAHUN 2025\nDOKUMEN EVALUASI KINERJA PEGAWAI",
        "PEMERINTAH KOTA KHAYAL\nDINAS ARSIP;;TAHUN 2025\nDOKUMEN EVALUASI KINERJA PEGAWAI",
        "PEMERINTAH KOTA KHAYAL TAHUN 2025\nDOKUMEN EVALUASI KINERJA PEGAWAI",
        "DOKUMEN EVALUASI KINERJA PEGAWAI\nDINAS ARSIP;;TAHUN;2025",
        "DOKUMEN EVALUASI KINERJA PEGAWAI\nMASA PENILAIAN : 1 JANUARI S.D. 31 DESEMBER 2025",
        "DOKUMEN EVALUASI KINERJA PEGAWAI\n1 JANUARI S.D. 31 DESEMBER 2025",
    ] {
        let (_, hasil) = score(&format!("{head}\n{body}"));
        assert_eq!(person(&hasil, A).0, Some("Baik"), "{head}: {hasil}");
        let (_, hasil) = score(&format!("{}\n{body}", head.replace("2025", "2024")));
        assert_eq!(person(&hasil, A).0, None, "{head}: {hasil}");
        assert!(codes(&hasil).contains(&"STR028"), "{head}: {hasil}");
    }
    // What stands below another document is its own.
    let (_, hasil) = score(&format!(
        "DOKUMEN EVALUASI KINERJA PEGAWAI\nTAHUN 2025\n{body}5;CATATAN\n;Lihat tahun 2024\nDOKUMEN EVALUASI KINERJA PEGAWAI\n{}",
        body.replace(A, B)
    ));
    assert_eq!(person(&hasil, B).0, Some("Baik"), "{hasil}");
}

/// The year of a form stands in its periode, in one cell or beside it, or in a title: a form of another year is scored
/// for nobody, and beside one of the year asked its rows are no second ones.
#[test]
fn the_year_of_a_form_in_one_cell_or_in_a_title() {
    let form = |head: &str| {
        let whole = evaluation(&identity(), ROWS, RATINGS);
        let (_, below) = whole.split_once("31 DESEMBER 2025\n").unwrap();
        format!("{head}\n\n{below}")
    };
    let nilai = |files: &[(&str, String)], args: &[&str]| run(folder(files).path(), &[&["nilai", "."], args].concat()).1;
    let year = ["--tahun", "2024"];
    for head in [
        "EVALUASI KINERJA PEGAWAI\nPERIODE PENILAIAN : TAHUN 2025",
        "EVALUASI KINERJA PEGAWAI\nDINAS ARSIP;;;PERIODE PENILAIAN: 2025",
        "EVALUASI KINERJA PEGAWAI\nPERIODE PENILAIAN : TAHUNAN 2025",
        "EVALUASI KINERJA PEGAWAI\nPERIODE PENILAIAN : Tahun 2025 (Januari - Desember)",
        "EVALUASI KINERJA PEGAWAI\nPERIODE PENILAIAN TAHUN 2025 : 1 JANUARI SD 31 DESEMBER",
        "EVALUASI KINERJA PEGAWAI\nPERIODE PENILAIAN TAHUN 2025",
        "EVALUASI KINERJA PEGAWAI\nPERIODE : TAHUN 2025",
        "EVALUASI KINERJA PEGAWAI\nTAHUN PENILAIAN : 2025",
        "EVALUASI KINERJA PEGAWAI\nTAHUN KINERJA 2025",
        "EVALUASI KINERJA PEGAWAI\nTAHUN;2025",
        "EVALUASI KINERJA PEGAWAI TAHUN 2025",
        "SASARAN KINERJA PEGAWAI (SKP) TAHUN 2025\nPERIODE: TRIWULAN I/II/III/IV-AKHIR",
        // In a cell of its own, below or above the title.
        "EVALUASI KINERJA PEGAWAI\nDINAS ARSIP;;;TAHUN 2025",
        "EVALUASI KINERJA PEGAWAI\nNAMA INSTANSI : DINAS ARSIP;;TAHUN;2025",
        "EVALUASI KINERJA PEGAWAI\nUNIT ORGANISASI : BIDANG ARSIP;;;Tahun Anggaran : 2025",
        "EVALUASI KINERJA PEGAWAI\nKANTOR IMIGRASI KHAYAL;;;JANUARI - DESEMBER 2025",
        "EVALUASI KINERJA PEGAWAI\nMASA PENILAIAN : 1 JANUARI S.D. 31 DESEMBER 2025",
        "EVALUASI KINERJA PEGAWAI\nJangka Waktu Penilaian;1 Januari 2025 s.d. 31 Desember 2025",
        "EVALUASI KINERJA PEGAWAI\nDINAS ARSIP TAHUN 2025",
        "TAHUN 2025\nSASARAN KINERJA PEGAWAI",
        "PEMERINTAH KOTA KHAYAL\nDINAS ARSIP;;;;Th. 2025\nFORMULIR SASARAN KERJA PEGAWAI",
        "PEMERINTAH KOTA KHAYAL TAHUN 2025\nDOKUMEN EVALUASI KINERJA PEGAWAI",
        "PERATURAN MENTERI NOMOR 6 TAHUN 2022\nTAHUN 2025\nEVALUASI KINERJA PEGAWAI",
        "KEMENTERIAN ARSIP;EVALUASI KINERJA PEGAWAI\nKANTOR WILAYAH;TAHUN 2025",
        "SASARAN KERJA PEGAWAI TAHUN 2025",
        "S K P TAHUN 2025",
        "PENILAIAN PRESTASI KERJA TAHUN 2025",
        "SASARAN KINERJA PEGAWAI\nPENDEKATAN HASIL KERJA KUANTITATIF BAGI PEJABAT FUNGSIONAL TAHUN 2025",
        // The periode decides.
        "EVALUASI KINERJA PEGAWAI TAHUN 2024\nPERIODE PENILAIAN : TAHUN 2025",
        "EVALUASI KINERJA PEGAWAI TAHUN 2024\nPERIODE PENILAIAN TAHUN 2025",
    ] {
        let one = [("2025.csv", form(head))];
        let hasil = nilai(&one, &year);
        assert_eq!(hasil["pegawai"].as_array().map(Vec::len), Some(0), "{head}: {hasil}");
        assert!(codes(&hasil).contains(&"STR028"), "{head}: {hasil}");
        let hasil = nilai(&one, &["--tahun", "2025"]);
        assert_eq!(person(&hasil, A).0, Some("Baik"), "{head}: {hasil}");
        assert!(!codes(&hasil).contains(&"STR027"), "{head}: {hasil}");
        let last = form(&head.replace("2024", "2023").replace("2025", "2024")).replace("105 berkas", "90 berkas");
        let hasil = nilai(&[("2024.csv", last), ("2025.csv", form(head))], &["--tahun", "2025"]);
        assert_eq!(person(&hasil, A).0, Some("Baik"), "{head}: {hasil}");
        assert!(codes(&hasil).contains(&"STR027"), "{head}: {hasil}");
        for twice in ["REA020", "HSL008"] {
            assert!(!codes(&hasil).contains(&twice), "{head}: {hasil}");
        }
    }
    // The year's rating is not that of a part of it.
    for head in [
        "EVALUASI KINERJA PEGAWAI\nPERIODE PENILAIAN : TAHUN 2025",
        "EVALUASI KINERJA PEGAWAI TAHUN 2025",
    ] {
        let hasil = nilai(&[("a.csv", form(head))], &["--periode", "2025-S2"]);
        assert_eq!(person(&hasil, A).0, None, "{head}: {hasil}");
        assert!(codes(&hasil).contains(&"STR027"), "{head}: {hasil}");
        assert!(
            hasil.to_string().contains("Realisasi dan penilaiannya tidak dipakai"),
            "{head}: {hasil}"
        );
    }
    // A part that leaves its year open is of the year in the title.
    for part in [
        "TRIWULAN II",
        "PERIODE: TRIWULAN II",
        "PERIODE PENILAIAN : 1 JANUARI - 31 DESEMBER",
    ] {
        let other = [("a.csv", form(&format!("EVALUASI KINERJA PEGAWAI\n{part}\nTAHUN 2024")))];
        assert!(codes(&nilai(&other, &["--tahun", "2025"])).contains(&"STR028"), "{part}");
    }
    let part = [("a.csv", form("EVALUASI KINERJA PEGAWAI TRIWULAN IV TAHUN 2025"))];
    assert_eq!(person(&nilai(&part, &["--periode", "2025-TW4"]), A).0, Some("Baik"));
    assert!(codes(&nilai(&part, &["--periode", "2025-TW3"])).contains(&"STR027"));
}

/// Years that are not the form's: of a rule, of a plan of the unit, of two years at once.
#[test]
fn a_year_in_a_title_that_is_not_the_forms() {
    for mentioned in [
        "PERATURAN MENTERI NOMOR 6 TAHUN 2022",
        "PERATURAN MENTERI NOMOR 6\nTAHUN 2022",
        "SKP SESUAI PERMENPAN RB 6 TAHUN 2022",
        "RENCANA STRATEGIS TAHUN 2022-2026",
        "RENCANA STRATEGIS DINAS ARSIP TAHUN 2024",
        "PERJANJIAN KINERJA TAHUN 2024",
        "CAPAIAN KINERJA ORGANISASI TAHUN 2024",
        "TAHUN PELAJARAN 2023/2024",
        "EVALUASI KINERJA PEGAWAI TAHUN 2024-2026",
        "TAHUN 2024\nTAHUN 2025",
        "PERJANJIAN KINERJA;;;TAHUN 2024",
        "DINAS ARSIP SESUAI RENSTRA TAHUN 2024",
        "PERATURAN MENTERI NOMOR 6;;TAHUN 2022",
        "KODE;2024",
    ] {
        let whole = evaluation(&identity(), ROWS, RATINGS);
        let (_, below) = whole.split_once("31 DESEMBER 2025\n").unwrap();
        for head in [
            format!("{mentioned}\nEVALUASI KINERJA PEGAWAI"),
            format!("EVALUASI KINERJA PEGAWAI\n{mentioned}"),
        ] {
            let (_, hasil) = score(&format!("{head}\n\n{below}"));
            assert_eq!(person(&hasil, A).0, Some("Baik"), "{head}: {hasil}");
            assert!(!codes(&hasil).contains(&"STR027"), "{head}: {hasil}");
        }
    }
    // The notes of the form above are no titles of the next.
    for note in [
        "CATATAN/REKOMENDASI\nEvaluasi kinerja pegawai tahun 2024 menjadi acuan.",
        "CATATAN/REKOMENDASI\nLihat penilaian kinerja tahun 2024\nKhayal; 31 Desember 2024",
        "CATATAN: hasil penilaian kinerja pegawai triwulan II tahun 2024",
        "TAHUN 2024\nNIP. 197501012000032001",
    ] {
        let whole = evaluation(&identity(), ROWS, &format!("{RATINGS}\n{note}"));
        let (_, below) = whole.split_once("31 DESEMBER 2025\n").unwrap();
        let two = format!(
            "EVALUASI KINERJA PEGAWAI\n\n{below}\nEVALUASI KINERJA PEGAWAI\n\n{}",
            below.replace(A, B)
        );
        let (_, hasil) = score(&two);
        let marks = (person(&hasil, A).0, person(&hasil, B).0);
        assert_eq!(marks, (Some("Baik"), Some("Baik")), "{note}: {hasil}");
    }
}
