//! Columns of forms whose headings name a period, and the lines around their rows (`docs/kontrak/masukan.md` sections 2b.1,
//! 2b.6 and 2b.7).

use serde_json::Value as Json;

use crate::support::field::{A, B, codes, folder, run, score};

const HEADINGS: &str =
    "NO;RENCANA HASIL KERJA PIMPINAN YANG DIINTERVENSI;RENCANA HASIL KERJA;ASPEK;INDIKATOR KINERJA INDIVIDU;TARGET";
const PLAN: &str = "1;Mutu arsip;Daftar arsip tersusun;Kuantitas;Jumlah daftar;12 daftar";
const VALUES: &str = "PERILAKU KERJA\n1;Berorientasi Pelayanan;;;;Sesuai Ekspektasi\n2;Akuntabel;;;;Sesuai Ekspektasi\n\
                      3;Kompeten;;;;Sesuai Ekspektasi\n4;Harmonis;;;;Sesuai Ekspektasi\n5;Loyal;;;;Sesuai Ekspektasi\n\
                      6;Adaptif;;;;Sesuai Ekspektasi\n7;Kolaboratif;;;;Sesuai Ekspektasi";

/// An evaluation: what stands under the identity block, the rows, and the lines below them.
fn form(periode: &str, rows: &str, below: &str) -> String {
    format!(
        "EVALUASI KINERJA PEGAWAI\nDINAS ARSIP;;;PERIODE PENILAIAN: {periode}\nPEGAWAI YANG DINILAI;;;;PEJABAT PENILAI KINERJA\n\
         1;NAMA;Lintang Kertapati;;1;NAMA;Ratna Puspita\n2;NIP;{A};;2;NIP;197501012000032001\n\
         4;JABATAN;Arsiparis;;4;JABATAN;Kepala Bidang\n5;UNIT KERJA;Bidang Arsip;;5;UNIT KERJA;Bidang Arsip\n{rows}\n{below}\n"
    )
}

const YEAR: &str = "1 JANUARI SD 31 DESEMBER 2025";

/// A form of the year with these columns behind the target, and what a row says in them.
fn columns(headings: &str, row: &str) -> Json {
    let rows = format!("\n{HEADINGS};{headings}\nA. UTAMA\n{PLAN};{row}\nB. TAMBAHAN");
    score(&form(YEAR, &rows, VALUES)).1
}

/// The first realisasi, and the rating of hasil kerja.
fn attained(hasil: &Json) -> (Option<&str>, Option<&str>) {
    let person = &hasil["pegawai"][0];
    let indikator = &person["rhk"][0]["indikator"][0];
    (indikator["realisasi"].as_str(), person["rating_hasil_kerja"].as_str())
}

const ABOVE: Option<&str> = Some("di atas ekspektasi");
const BELOW: Option<&str> = Some("di bawah ekspektasi");

#[test]
fn columns_of_the_year_and_of_its_parts() {
    for (headings, row) in [
        ("REALISASI 2025;UMPAN BALIK", "12 daftar;Di Atas Ekspektasi"),
        ("REALISASI TAHUN 2025;UMPAN BALIK 2025", "12 daftar;Di Atas Ekspektasi"),
        ("REALISASI TRIWULAN IV;UMPAN BALIK TW IV", "12 daftar;Di Atas Ekspektasi"),
        ("REALISASI;UMPAN BALIK TAHUN 2025", "12 daftar;Di Atas Ekspektasi"),
        (
            "REALISASI BERDASARKAN BUKTI DUKUNG;;;;UMPAN BALIK BERKELANJUTAN\n;;;;;;TW I;TW II;TW III;TW IV",
            "3;6;9;12;Di Atas Ekspektasi",
        ),
        (
            "REALISASI;UMPAN BALIK BERKELANJUTAN\n;;;;;;;SEMESTER I;SEMESTER II",
            "12;Di Bawah Ekspektasi;Di Atas Ekspektasi",
        ),
        (
            "REALISASI 2024;REALISASI 2025;UMPAN BALIK 2024;UMPAN BALIK 2025",
            "7;12;Di Bawah Ekspektasi;Di Atas Ekspektasi",
        ),
    ] {
        let hasil = columns(headings, row);
        assert_eq!(attained(&hasil), (Some("12"), ABOVE), "{headings}: {hasil}");
        assert!(!codes(&hasil).contains(&"REA006"), "{headings}: {hasil}");
    }
    // An open cell is still missing, and a part of the year that is not yet filled in takes nothing from the others.
    let hasil = columns("REALISASI 2025;UMPAN BALIK 2025", "12;");
    assert!(codes(&hasil).contains(&"REA006"), "{hasil}");
    let hasil = columns("REALISASI;UMPAN BALIK\n;;;;;;;TW I;TW II", "12;Di Bawah Ekspektasi;");
    assert_eq!(attained(&hasil), (Some("12"), BELOW), "{hasil}");
}

#[test]
fn what_another_year_says_is_not_this_years() {
    let hasil = columns("REALISASI 2024;UMPAN BALIK TAHUN 2024", "12 daftar;Di Atas Ekspektasi");
    assert_eq!(attained(&hasil), (None, None), "{hasil}");
    assert!(codes(&hasil).contains(&"STR101"), "{hasil}");
}

/// The year in a heading of a semester's form does not make its figures the year's.
#[test]
fn a_form_is_of_its_own_period_under_headings_of_the_year() {
    let rows = format!("\n{HEADINGS};REALISASI 2025;UMPAN BALIK 2025\n{PLAN};12 daftar;Di Atas Ekspektasi");
    let dir = folder(&[("s1.csv", form("SEMESTER I TAHUN 2025", &rows, VALUES))]);
    let of = |asked: &[&str]| run(dir.path(), &[&["nilai", "s1.csv"], asked].concat()).1;
    let hasil = of(&["--periode", "2025-S1"]);
    assert_eq!(attained(&hasil), (Some("12"), ABOVE), "{hasil}");
    assert_eq!(attained(&of(&["--periode", "2025-S2"])), (None, None));
}

/// The predikat of the unit.
fn organisasi<'j>(hasil: &'j Json, unit: &str) -> Option<&'j str> {
    let units = hasil["unit"].as_array().unwrap();
    units.iter().find(|u| u["unit_kerja"] == unit)?["predikat_organisasi"].as_str()
}

/// Straight above the headings it is a line of the form, and no group over its columns.
#[test]
fn the_organisations_predikat_above_the_headings() {
    for line in [
        "CAPAIAN KINERJA ORGANISASI*;;Istimewa",
        "CAPAIAN KINERJA ORGANISASI;;;;ISTIMEWA",
        "CAPAIAN KINERJA ORGANISASI;:;ISTIMEWA",
        "PREDIKAT KINERJA ORGANISASI;;Istimewa",
        "CAPAIAN KINERJA ORGANISASI;;Istimewa;;POLA DISTRIBUSI",
    ] {
        for before in ["", "\n"] {
            let rows = format!("{before}{line}\n{HEADINGS};REALISASI;UMPAN BALIK\n{PLAN};12 daftar;Di Atas Ekspektasi");
            let hasil = score(&form(YEAR, &rows, VALUES)).1;
            assert_eq!(organisasi(&hasil, "Bidang Arsip"), Some("Istimewa"), "{line}: {hasil}");
            assert_eq!(attained(&hasil), (Some("12"), ABOVE), "{line}: {hasil}");
        }
    }
    // Left open it says nothing, and a group over columns is one still.
    for (line, headings) in [
        ("CAPAIAN KINERJA ORGANISASI", format!("{HEADINGS};REALISASI;UMPAN BALIK")),
        (";;RENCANA;;INDIKATOR;;EVALUASI;", format!("{HEADINGS};REALISASI;UMPAN BALIK")),
    ] {
        let rows = format!("\n{line}\n{headings}\n{PLAN};12 daftar;Di Atas Ekspektasi");
        let hasil = score(&form(YEAR, &rows, VALUES)).1;
        assert_eq!(organisasi(&hasil, "Bidang Arsip"), None, "{line}: {hasil}");
        assert_eq!(attained(&hasil), (Some("12"), ABOVE), "{line}: {hasil}");
    }
}

/// A document says it of the unit that the penilai leads, where somebody of the run works there, else of the person's own.
#[test]
fn the_organisations_predikat_of_a_document() {
    let document = |nip: &str, nama: &str, unit: &str, of_penilai: &str, capaian: &str| {
        format!(
            "DOKUMEN EVALUASI KINERJA PEGAWAI\nPERIODE: {YEAR}\n1;PEGAWAI YANG DINILAI\n;NAMA;{nama}\n;NIP;{nip}\n;JABATAN;Arsiparis\n\
             ;UNIT KERJA;{unit}\n2;PEJABAT PENILAI KINERJA\n;NAMA;Ratna Puspita\n;NIP;197501012000032001\n;UNIT KERJA;{of_penilai}\n\
             4;EVALUASI KINERJA\n;CAPAIAN KINERJA ORGANISASI;{capaian}\n;PREDIKAT KINERJA PEGAWAI;BAIK\n5;CATATAN/REKOMENDASI\n"
        )
    };
    for (capaian, wanted) in [
        ("ISTIMEWA", Some("Istimewa")),
        (": BAIK", Some("Baik")),
        ("Butuh Perbaikan", Some("Butuh Perbaikan")),
        ("", None),
        ("-", None),
    ] {
        let hasil = score(&document(A, "Lintang Kertapati", "Bidang Arsip", "Dinas Arsip", capaian)).1;
        assert_eq!(organisasi(&hasil, "Bidang Arsip"), wanted, "{capaian}: {hasil}");
        assert_eq!(hasil["pegawai"][0]["predikat"], "Baik", "{capaian}: {hasil}");
        assert!(!codes(&hasil).contains(&"STR021"), "{capaian}: {hasil}");
    }
    let dir = folder(&[
        (
            "a.csv",
            document(A, "Lintang Kertapati", "Bidang Arsip", "Dinas Arsip", "BAIK"),
        ),
        ("b.csv", document(B, "Bagas Adikarsa", "Dinas Arsip", "Dinas Arsip", "")),
    ]);
    let hasil = run(dir.path(), &["nilai", ".", "--tahun", "2025"]).1;
    assert_eq!(organisasi(&hasil, "Dinas Arsip"), Some("Baik"), "{hasil}");
    assert_eq!(organisasi(&hasil, "Bidang Arsip"), None, "{hasil}");
}

/// "Hasil Kerja" is the heading of a part of the form, unless its rating stands beside it.
#[test]
fn ratings_by_what_they_rate() {
    let rows = format!("\n{HEADINGS};REALISASI;UMPAN BALIK\nHASIL KERJA\nA. UTAMA\n{PLAN};12 daftar;\nB. TAMBAHAN");
    for below in [
        "Hasil Evaluasi Kinerja\na. Hasil Kerja;:;Sesuai Ekspektasi\nb. Perilaku Kerja;:;Di Atas Ekspektasi\nc. Predikat Kinerja;:;Baik",
        "1. Hasil Kerja: Sesuai Ekspektasi\n2. Perilaku: Di Atas Ekspektasi\n3. Predikat Kinerja: Baik",
        "1;HASIL KERJA;SESUAI EKSPEKTASI\n2;PERILAKU KERJA;DI ATAS EKSPEKTASI\n3;PREDIKAT KINERJA;BAIK",
        "Hasil Kerja;;: Sesuai\nPerilaku Kerja;;: Di Atas\nPredikat;;: Baik",
        "RATING KINERJA (HASIL KERJA);Sesuai Ekspektasi\nRATING KINERJA (PERILAKU);Di Atas Ekspektasi\nPREDIKAT AKHIR;Baik",
        "RATING AKHIR ASPEK HASIL KERJA;Sesuai Ekspektasi\nRATING (PERILAKU KERJA);Di Atas Ekspektasi\nPREDIKAT AKHIR;Baik",
    ] {
        let hasil = score(&form(YEAR, &rows, below)).1;
        let person = &hasil["pegawai"][0];
        let marks = ["rating_hasil_kerja", "rating_perilaku", "predikat"].map(|key| person[key].as_str());
        assert_eq!(marks, [Some("sesuai ekspektasi"), ABOVE, Some("Baik")], "{below}: {hasil}");
        assert_eq!(person["rhk"].as_array().unwrap().len(), 1, "{below}: {hasil}");
        for code in ["STR021", "REA072"] {
            assert!(!codes(&hasil).contains(&code), "{below}: {hasil}");
        }
    }
    // Without a rating beside it the same words are a heading, and what follows are RHK.
    let rows = format!(
        "\n{HEADINGS};REALISASI;UMPAN BALIK\nHASIL KERJA\nA. UTAMA\n{PLAN};12 daftar;Di Atas Ekspektasi\nHasil Kerja\nB. TAMBAHAN\n\
         1;Mutu arsip;Arsip lama terdata;Kuantitas;Jumlah berkas;5 berkas;5 berkas;Sesuai Ekspektasi"
    );
    let hasil = score(&form(YEAR, &rows, VALUES)).1;
    assert_eq!(hasil["pegawai"][0]["rhk"].as_array().unwrap().len(), 2, "{hasil}");
}

fn evaluated(periode: &str, work: &str, below: &str) -> String {
    let rows = format!("\n{HEADINGS};REALISASI;UMPAN BALIK\n{PLAN};12 daftar;{work}");
    form(periode, &rows, below)
}

/// Of the year asked for: the predikat, and what is told.
fn year_of(files: &[(&str, String)]) -> (Option<String>, String, Json) {
    let hasil = run(folder(files).path(), &["nilai", ".", "--tahun", "2025"]).1;
    let all = hasil["temuan"].as_array().unwrap();
    let told: Vec<String> = all.iter().map(|t| format!("{} {}", t["pesan"], t["saran"])).collect();
    let predikat = hasil["pegawai"][0]["predikat"].as_str().map(str::to_owned);
    (predikat, told.join("\n"), hasil)
}

/// Perilaku of a part of the year is not the year's, in a form as in a list.
#[test]
fn a_form_of_a_part_gives_the_year_no_predikat() {
    let rated = format!("RATING HASIL KERJA;Di Bawah Ekspektasi\n{VALUES}\nPREDIKAT KINERJA PEGAWAI;BUTUH PERBAIKAN");
    for (periode, option) in [
        ("SEMESTER I TAHUN 2025", "--periode 2025-S1"),
        ("TRIWULAN II TAHUN 2025", "--periode 2025-TW2"),
        ("1 Januari s.d. 30 Juni 2025", "--periode 2025-S1"),
    ] {
        for below in [VALUES, &rated] {
            let (predikat, told, hasil) = year_of(&[("a.csv", evaluated(periode, "Di Bawah Ekspektasi", below))]);
            assert_eq!(predikat, None, "{periode}: {hasil}");
            assert!(told.contains(option), "{periode}: {told}");
            assert!(
                !codes(&hasil).contains(&"PRL001"),
                "nobody is told that they are missing: {hasil}"
            );
        }
    }
    // What is of the last part stands for the year, and so does what is of the last days of somebody who has left.
    for periode in ["SEMESTER II TAHUN 2025", "TRIWULAN IV TAHUN 2025", YEAR] {
        let (predikat, told, _) = year_of(&[("a.csv", evaluated(periode, "Sesuai Ekspektasi", VALUES))]);
        assert_eq!(predikat.as_deref(), Some("Baik"), "{periode}: {told}");
    }
    let left = format!(
        "nip,nama,jabatan,jenis_jabatan,unit_kerja,selesai\n{A},Lintang Kertapati,Arsiparis,pelaksana,Bidang Arsip,2025-06-30\n"
    );
    let half = evaluated("SEMESTER I TAHUN 2025", "Sesuai Ekspektasi", VALUES);
    let (predikat, told, _) = year_of(&[("pegawai.csv", left), ("s1.csv", half)]);
    assert_eq!(predikat.as_deref(), Some("Baik"), "{told}");
}

/// The last umpan balik that there is counts, and its period is told.
#[test]
fn umpan_balik_of_the_first_half_is_told() {
    let first = evaluated("SEMESTER I TAHUN 2025", "Di Bawah Ekspektasi", VALUES);
    let second = |work: &str| evaluated("SEMESTER II TAHUN 2025", work, VALUES);
    let (predikat, told, hasil) = year_of(&[("s1.csv", first.clone()), ("s2.csv", second(""))]);
    assert_eq!(predikat.as_deref(), Some("Butuh Perbaikan"), "{told}");
    assert!(
        codes(&hasil).contains(&"REA081") && told.contains("hanya sampai semester 1 2025"),
        "{told}"
    );
    let (predikat, told, hasil) = year_of(&[("s1.csv", first), ("s2.csv", second("Sesuai Ekspektasi"))]);
    assert_eq!(predikat.as_deref(), Some("Baik"), "{told}");
    assert!(!codes(&hasil).contains(&"REA081"), "{told}");
}

/// Texts typed line by line go on in the row below, and that row is no RHK and no indicator of its own.
#[test]
fn texts_over_several_rows() {
    let read = |rows: &str| {
        let rows = format!("\n{HEADINGS};REALISASI;UMPAN BALIK\nA. UTAMA\n{rows}\nB. TAMBAHAN");
        let hasil = score(&form(YEAR, &rows, VALUES)).1;
        let rhk = hasil["pegawai"][0]["rhk"]
            .as_array()
            .unwrap_or_else(|| panic!("{hasil}"))
            .clone();
        let measured = rhk.iter().map(|r| r["indikator"].as_array().map_or(0, Vec::len));
        (rhk.len(), measured.collect::<Vec<usize>>(), hasil)
    };
    let next = "2;Mutu arsip;Arsip lama terdata;Kuantitas;Jumlah berkas;5 berkas;5 berkas;Sesuai Ekspektasi";
    for (rows, measured) in [
        (
            "1;Mutu arsip;Daftar arsip;Kuantitas;Jumlah daftar;12 daftar;12 daftar;Sesuai Ekspektasi\n\
             ;;tersusun rapi;Kualitas;Persentase;90 %;95 %;\n;;menurut aturan;Waktu;Bulan;12 bulan;12 bulan;",
            3,
        ),
        (
            "1;Mutu arsip;Daftar arsip;Kuantitas;Jumlah daftar;12 daftar;12 daftar;Sesuai Ekspektasi\n;daerah;tersusun rapi;;;;;",
            1,
        ),
        (
            "1;MUTU ARSIP;DAFTAR ARSIP YANG;Kuantitas;Jumlah daftar;12 daftar;12 daftar;Sesuai Ekspektasi\n;;TERSUSUN RAPI;;;;;",
            1,
        ),
        (
            "1;Mutu arsip;Daftar arsip tersusun;Kuantitas;Jumlah daftar yang;12 daftar;12 daftar;Sesuai Ekspektasi\n\
             ;;;;tersusun rapi;;;\n;;;Kualitas;Persentase;90 %;95 %;",
            2,
        ),
    ] {
        let (all, of_each, hasil) = read(&format!("{rows}\n{next}"));
        assert_eq!((all, of_each), (2, vec![measured, 1]), "{rows}: {hasil}");
        assert_eq!(hasil["pegawai"][0]["predikat"], "Baik", "{rows}: {hasil}");
    }
    // What begins as a sentence does, or has its number, is one of its own.
    for rows in [
        "1;Mutu arsip;Daftar arsip tersusun;Kuantitas;Jumlah daftar;12 daftar;12 daftar;Sesuai Ekspektasi\n\
         ;;Arsip baru terdata;Kuantitas;Jumlah;3 berkas;3 berkas;Sesuai Ekspektasi",
        "1;Mutu arsip;Daftar arsip tersusun;Kuantitas;Jumlah daftar;12 daftar;12 daftar;Sesuai Ekspektasi\n\
         3;;arsip baru terdata;Kuantitas;Jumlah;3 berkas;3 berkas;Sesuai Ekspektasi",
    ] {
        let (all, _, hasil) = read(&format!("{rows}\n{next}"));
        assert_eq!(all, 3, "{rows}: {hasil}");
    }
}

/// A qualitative list whose items have rows of their own, with what was attained beside each.
#[test]
fn items_of_a_list_with_their_realisasi() {
    let rows = "\nNO;RENCANA HASIL KERJA;REALISASI;UMPAN BALIK\nA. UTAMA\n1;Daftar arsip tersusun;;\n\
                ;Ukuran keberhasilan / Indikator Kinerja Individu, dan Target :;;\n;- 12 daftar tersusun;12 daftar;Sesuai Ekspektasi\n\
                ;- Selesai pada Desember;Desember;Sesuai Ekspektasi\n2;Arsip lama terdata;;\n\
                ;Ukuran keberhasilan / Indikator Kinerja Individu, dan Target :;;\n;- 5 berkas terdata;5 berkas;Sesuai Ekspektasi\nB. TAMBAHAN";
    let hasil = score(&form(YEAR, rows, VALUES)).1;
    let rhk = hasil["pegawai"][0]["rhk"].as_array().unwrap();
    let measured: Vec<_> = rhk.iter().map(|r| r["indikator"].as_array().map_or(0, Vec::len)).collect();
    assert_eq!(measured, [2, 1], "{hasil}");
    assert_eq!(hasil["pegawai"][0]["predikat"], "Baik", "{hasil}");
}

/// An evaluation in which nothing says its period is of that of its name, and what is told names it.
#[test]
fn a_form_is_of_the_period_of_its_name() {
    let text = form(
        "",
        &format!("\n{HEADINGS};REALISASI;UMPAN BALIK\n{PLAN};12 daftar;Sesuai Ekspektasi"),
        VALUES,
    ) + "RATING HASIL KERJA;SESUAI EKSPEKTASI\nRATING PERILAKU KERJA;SESUAI EKSPEKTASI\nPREDIKAT KINERJA;BAIK\n";
    let text = text.replace("PERIODE PENILAIAN: ", "");
    for (name, of_part) in [
        ("SKP TW III 2025.csv", true),
        ("Evaluasi Semester I.csv", true),
        ("SKP Desember 2025.csv", false),
        ("SKP Lintang.csv", false),
        ("S1 Lintang.csv", false),
    ] {
        let (predikat, told, hasil) = year_of(&[(name, text.clone())]);
        assert_eq!(predikat.is_none(), of_part, "{name}: {hasil}");
        assert_eq!(
            told.contains(&format!("menurut nama berkasnya, \\\"{name}\\\"")),
            of_part,
            "{name}: {told}"
        );
        // The year in a title is the form's.
        let titled = text.replacen("EVALUASI KINERJA PEGAWAI", "EVALUASI KINERJA PEGAWAI TAHUN 2025", 1);
        assert_eq!(year_of(&[(name, titled)]).0.as_deref(), Some("Baik"), "{name}");
    }
}
