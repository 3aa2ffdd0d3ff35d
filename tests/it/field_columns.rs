//! Columns as offices head them: told by their cells where no heading tells them, swapped ones named as
//! swapped, and marks that only one column can mean (`docs/kontrak/masukan.md` sections 2b.1 to 2b.5).

use serde_json::Value as Json;

use crate::support::field::{A, B, clean, codes, folder, person, run, score, two};

fn told(hasil: &Json) -> String {
    hasil["temuan"].to_string()
}

#[test]
fn a_unit_is_told_by_words_for_units() {
    for header in [
        "No;Nama ASN;NIP;SUKU DINAS;Predikat Kinerja",
        "No;Nama;NRK/NIP;Satuan Pendidikan;Predikat Final",
        "No;Nama Lengkap (beserta gelar);NIP (tanpa spasi);Unit Kerja Anda;Predikat Kinerja SKP 2025 Anda",
        "No;Nama;NIP;Kelompok Kami;Predikat",
    ] {
        let (exit, hasil) = score(&two(header, "UPT Arsip;Baik", "Bidang Taman;Sangat Baik"));
        assert_eq!(exit, 0, "{header}: {hasil}");
        assert_eq!(person(&hasil, A), (Some("Baik"), "UPT Arsip"), "{header}");
        assert_eq!(person(&hasil, B), (Some("Sangat Baik"), "Bidang Taman"), "{header}");
    }
    let both = two(
        "No;Nama;NIP;OPD Induk;UPT/Bidang;Predikat",
        "Dinas A;UPT B;Baik",
        "Dinas A;UPT C;Baik",
    );
    assert_eq!(person(&score(&both).1, A).1, "UPT B");
}

#[test]
fn ratings_beside_a_predikat_of_the_year_are_one_row() {
    for heading in [
        "Predikat Akhir Tahun 2025",
        "Predikat Kinerja Tahunan",
        "PREDIKAT 1 JANUARI S.D. 31 DESEMBER 2025",
    ] {
        let header = format!("No;Nama;NIP;Unit;Rating HK;Rating PK;{heading}");
        let row = "X;Diatas Ekspektasi;Sesuai Ekspektasi;Baik";
        let (exit, hasil) = score(&two(&header, row, row));
        assert_eq!((exit, person(&hasil, A).0), (0, Some("Baik")), "{heading}: {hasil}");
        assert!(!codes(&hasil).contains(&"HSL020"), "nothing is there twice: {hasil}");
        assert!(!codes(&hasil).contains(&"HSL006"), "both ratings were read: {hasil}");
    }
}

#[test]
fn of_words_and_codes_the_words_count_and_a_proposal_is_no_mark() {
    for (header, row) in [
        ("No;Nama;NIP;Unit;HASIL AKHIR (ANGKA);HASIL AKHIR", "X;4;Baik"),
        ("No;Nama;NIP;Unit;PREDIKAT USULAN;PREDIKAT DISETUJUI", "X;Sangat Baik;Baik"),
        ("No;Nama;NIP;Unit;SANGAT BAIK;BAIK;BUTUH PERBAIKAN", "X;☐;☑;"),
        (
            "No;Nama;NIP;Unit;Predikat TW I;Predikat TW II;Predikat Final",
            "X;Kurang;Kurang;Baik",
        ),
    ] {
        let (exit, hasil) = score(&two(header, row, row));
        assert_eq!((exit, person(&hasil, A).0), (0, Some("Baik")), "{header}: {hasil}");
    }
    let (exit, hasil) = score(&two(
        "No;Nama;NIP;Unit;PREDIKAT TIM A;PREDIKAT TIM B",
        "X;Kurang;Baik",
        "X;Baik;Baik",
    ));
    assert_eq!((exit, person(&hasil, A).0), (1, None), "{hasil}");
    assert_eq!(codes(&hasil).iter().filter(|c| **c == "STR036").count(), 2, "{hasil}");
}

/// A word more than those of a mark may make it another one: of a period, of somebody else, a proposal. Nobody has it as
/// the year's, and nobody is told that his is missing.
#[test]
fn a_mark_under_an_unknown_word_is_not_the_years() {
    for heading in [
        "Predikat I",
        "Target Predikat",
        "Predikat Disiplin",
        "Predikat OPD",
        "Rekomendasi Predikat",
        "Penilaian Mandiri",
        "Predikat Kinerja Tim",
        "Predikat (OPD)",
        "Predikat Kinerja (Disiplin)",
    ] {
        let (exit, hasil) = score(&two(&format!("No;Nama;NIP;Unit;{heading}"), "X;Baik", "X;Sangat Baik"));
        assert_eq!(
            (exit, person(&hasil, A).0, person(&hasil, B).0),
            (1, None, None),
            "{heading}: {hasil}"
        );
        assert!(
            told(&hasil).contains(&format!("{heading}\\\" (sel E1)")),
            "{heading}: {hasil}"
        );
        assert!(
            !codes(&hasil).iter().any(|c| matches!(*c, "PRL004" | "TGT008" | "HSL007")),
            "{heading}: {hasil}"
        );
    }
    for heading in [
        "Predikat SM I",
        "Predikat Tri Wulan I",
        "Predikat Triwulan ke-2",
        "Predikat (Smstr 1)",
    ] {
        let (exit, hasil) = score(&two(&format!("No;Nama;NIP;Unit;{heading}"), "X;Baik", "X;Baik"));
        assert_eq!((exit, person(&hasil, A).0), (1, None), "{heading}: {hasil}");
        assert!(codes(&hasil).contains(&"STR027"), "{heading}: {hasil}");
    }
    for group in ["TAHUN LALU", "USULAN TIM", "PENILAIAN MANDIRI"] {
        let header = format!("No;Nama;NIP;Unit;{group};\n;;;;HASIL KERJA;PREDIKAT");
        let (exit, hasil) = score(&two(&header, "X;Sesuai Ekspektasi;Baik", "X;Sesuai Ekspektasi;Baik"));
        assert_eq!((exit, person(&hasil, A).0), (1, None), "{group}: {hasil}");
    }
    for heading in [
        "Sebutan",
        "Kualifikasi Kinerja",
        "Pridikat Kinerja 2025",
        "Predikat Kinerja Tahun Ini",
        "Predikat (Sangat Baik/Baik/Kurang)",
        "Predikat Kinerja (diisi oleh pejabat penilai)",
    ] {
        let (exit, hasil) = score(&two(&format!("No;Nama;NIP;Unit;{heading}"), "X;Baik", "X;Baik"));
        assert_eq!((exit, person(&hasil, A).0), (0, Some("Baik")), "{heading}: {hasil}");
    }
}

/// A heading that nobody knows over cells that can mean one thing only.
#[test]
fn a_column_is_told_by_its_cells() {
    for (file, from, to) in [
        (1, "kode_rhk,", "Sandi Kinerja,"),
        (2, "kode_rhk,", "Sandi Kinerja,"),
        (2, "umpan_balik", "Komentar"),
        (3, "aspek", "Butir"),
        (3, ",nilai", ",Pendapat"),
        (0, "unit_kerja", "Kotak"),
        (0, "nip_atasan", "Bos"),
        (0, "jenis_jabatan", "Rumpun"),
    ] {
        let mut files = clean();
        files[file].1 = files[file].1.replacen(from, to, 1);
        let (exit, hasil) = run(folder(&files).path(), &["nilai", ".", "--tahun", "2025"]);
        assert_eq!((exit, person(&hasil, B).0), (0, Some("Baik")), "{to}: {hasil}");
        assert_eq!(codes(&hasil).iter().filter(|c| **c == "STR067").count(), 1, "{to}: {hasil}");
    }
    for (file, from, to, column) in [
        (1, "target", "Rencana angka", "target"),
        (2, "realisasi,", "Hasil nyata,", "realisasi"),
    ] {
        let mut files = clean();
        files[file].1 = files[file].1.replacen(from, to, 1);
        let (exit, hasil) = run(folder(&files).path(), &["nilai", ".", "--tahun", "2025"]);
        assert_eq!(exit, 1, "{to}");
        let missing = format!("tidak punya kolom {column}");
        assert_eq!(told(&hasil).matches(&missing).count(), 1, "{to}: {hasil}");
        assert!(!codes(&hasil).contains(&"REA008"), "the table is there: {hasil}");
    }
}

#[test]
fn swapped_columns_are_named_as_swapped() {
    for (file, a, b) in [
        (0, "nip", "nip_atasan"),
        (0, "jabatan", "unit_kerja"),
        (0, "jabatan", "jenis_jabatan"),
        (1, "rhk", "kode_rhk"),
        (1, "kode_rhk", "kode_rhk_atasan"),
        (2, "realisasi", "bukti"),
    ] {
        let mut files = clean();
        let (header, rows) = files[file].1.split_once('\n').unwrap();
        let swapped: Vec<&str> = header
            .split(',')
            .map(|h| {
                if h == a {
                    b
                } else if h == b {
                    a
                } else {
                    h
                }
            })
            .collect();
        files[file].1 = format!("{}\n{rows}", swapped.join(","));
        let (exit, hasil) = run(folder(&files).path(), &["nilai", ".", "--tahun", "2025"]);
        assert_eq!(exit, 1, "{a}, {b}");
        assert!(codes(&hasil).contains(&"STR029"), "{a}, {b}: {hasil}");
        assert_eq!(person(&hasil, B).0, Some("Baik"), "{a}, {b}: {hasil}");
        assert_eq!(person(&hasil, A), (Some("Baik"), "Dinas Arsip"), "{a}, {b}");
    }
}

/// A list that restates who is who adds no posting, whatever it says beside.
#[test]
fn a_list_of_ranks_beside_the_table_of_people_adds_nothing() {
    let mut files = clean();
    files.push((
        "DUK.csv",
        format!(
            "NO;NAMA;NIP;PANGKAT;JABATAN;JENIS JABATAN;UNIT KERJA;TMT\n\
             1;Lintang Kertapati;{A};IV/c;KEPALA DINAS;JPT Pratama;DINAS ARSIP;01-01-2024\n\
             2;Bagas Adikarsa;{B};III/b;PENGOLAH DATA;Pelaksana;DINAS ARSIP;01-03-2025\n"
        ),
    ));
    let (exit, hasil) = run(folder(&files).path(), &["nilai", ".", "--tahun", "2025"]);
    assert_eq!((exit, person(&hasil, B).0), (0, Some("Baik")), "{hasil}");
    assert!(codes(&hasil).contains(&"STR031"), "{hasil}");
}

#[test]
fn a_rating_of_another_period_is_told() {
    let spread = format!(
        "nip;nama;unit_kerja;tahun;hasil_kerja;perilaku_kerja\n\
         {A};Lintang;X;2025;Sesuai Ekspektasi;Sesuai Ekspektasi\n{B};Bagas;X;2024;Sesuai Ekspektasi;Sesuai Ekspektasi\n"
    );
    let (_, hasil) = score(&spread);
    assert_eq!((person(&hasil, A).0, person(&hasil, B).0), (Some("Baik"), None));
    assert!(told(&hasil).contains("Rating Bagas di sini untuk 2024"), "{hasil}");
    let dir = tempfile::tempdir().unwrap();
    let name = "Laporan Penilaian SKP Bulanan Mei 2025.csv";
    std::fs::write(
        dir.path().join(name),
        two("No;Nama;NIP;skp_unor;hasil_akhir", "X;BAIK", "X;BAIK"),
    )
    .unwrap();
    let (exit, hasil) = run(dir.path(), &["nilai", name, "--tahun", "2025"]);
    assert_eq!((exit, person(&hasil, A).0), (1, None));
    assert!(told(&hasil).contains("--periode 2025-05"), "{hasil}");
}

#[test]
fn delimiters_and_rules_drawn_with_signs() {
    for text in [
        format!("NIP,\tNama,\tUnit Kerja,\tPredikat\n{A},\tLintang,\tDinas,\tBaik\n"),
        format!("| NIP | Nama | Unit Kerja | Predikat |\n|---|:---|---|---|\n| {A} | Lintang | Dinas | Baik |\n"),
    ] {
        let (exit, hasil) = score(&text);
        assert_eq!((exit, person(&hasil, A)), (0, (Some("Baik"), "Dinas")), "{text}: {hasil}");
        assert_eq!(hasil["pegawai"].as_array().unwrap().len(), 1, "{text}");
    }
}

#[test]
fn what_is_read_and_names_nobody_is_said() {
    let (exit, hasil) = score(
        "PERJANJIAN KINERJA TAHUN 2025\nDINAS ARSIP\n\nNO;SASARAN STRATEGIS;INDIKATOR KINERJA;TARGET\n\
         1;Meningkatnya mutu;Persentase;90%\n;;Indeks;85\n\nProgram;;Anggaran;\n1. Kearsipan;;Rp 1.000.000;\n\
         Pihak Kedua;;;Pihak Pertama\nWalikota;;;Kepala Dinas\n",
    );
    assert_eq!(exit, 1);
    assert!(told(&hasil).contains("sasaran unit (2 baris"), "{hasil}");
    let (exit, hasil) = score(&format!(
        "No,NIP,Nama,Unit,Kinerja,Potensi,Kotak\n1,{A},Lintang,X,Sesuai Ekspektasi,Tinggi,8\n"
    ));
    assert_eq!(exit, 2);
    assert!(hasil.to_string().contains("peta talenta"), "{hasil}");
}

/// Two forms in one sheet, close together: each person has his own.
#[test]
fn two_forms_in_one_sheet_are_two_people() {
    let form = |name: &str, nip: &str, work: &str| {
        format!(
            "EVALUASI KINERJA PEGAWAI\n;;;;PERIODE PENILAIAN: 1 JANUARI SD 31 DESEMBER TAHUN 2025\n\
             NO;PEGAWAI YANG DINILAI;;NO;PEJABAT PENILAI KINERJA;\n1;NAMA;{name};1;NAMA;Ratih\n2;NIP;{nip};2;NIP;198508102010012003\n\
             3;JABATAN;Arsiparis;3;JABATAN;Kabid\n4;UNIT KERJA;Bidang Arsip;4;UNIT KERJA;Dinas\n\
             NO;RENCANA HASIL KERJA PIMPINAN YANG DIINTERVENSI;RENCANA HASIL KERJA;ASPEK;INDIKATOR KINERJA INDIVIDU;TARGET;REALISASI;UMPAN BALIK\n\
             1;Tertatanya arsip;Tersusunnya daftar;Kuantitas;Jumlah daftar;12 daftar;12 daftar;Sesuai Ekspektasi\n\
             ;TAMBAHAN;;;;;;\n2;;Diisi bila ada penugasan;;;;;\n\
             RATING HASIL KERJA;;{work};;;;;\nRATING PERILAKU KERJA;;SESUAI EKSPEKTASI;;;;;\n"
        )
    };
    let text = form("Lintang Kertapati", A, "DI BAWAH EKSPEKTASI") + "\n\n" + &form("Bagas Adikarsa", B, "SESUAI EKSPEKTASI");
    let (_, hasil) = score(&text);
    assert_eq!(hasil["pegawai"].as_array().unwrap().len(), 2, "{hasil}");
    assert_eq!(person(&hasil, A).0, Some("Butuh Perbaikan"), "{hasil}");
    assert_eq!(person(&hasil, B).0, Some("Baik"));
    for person in hasil["pegawai"].as_array().unwrap() {
        assert_eq!(person["rhk"].as_array().unwrap().len(), 1, "a request is no RHK: {person}");
    }
}

#[test]
fn words_of_lists_and_of_the_year() {
    for (file, from, to) in [
        (2, "{B},R1,kuantitas,2025,", "{B},R1,kuantitas,TA 2025,"),
        (2, "{B},R1,kuantitas,2025,", "{B},R1,kuantitas,T.A. 2025,"),
        (0, "{B},Bagas", "{B}.,Bagas"),
    ] {
        let mut files = clean();
        let (from, to) = (from.replace("{B}", B), to.replace("{B}", B));
        assert!(files[file].1.contains(&from), "{from}");
        files[file].1 = files[file].1.replace(&from, &to);
        let (exit, hasil) = run(folder(&files).path(), &["nilai", ".", "--tahun", "2025"]);
        assert_eq!((exit, person(&hasil, B).0), (0, Some("Baik")), "{to}: {hasil}");
    }
    // A period that cannot be read is told, and not that its umpan balik is missing.
    let mut files = clean();
    files[2].1 = files[2].1.replace("R1,kuantitas,2025,", "R1,kuantitas,Minggu 3,");
    let (_, hasil) = run(folder(&files).path(), &["nilai", ".", "--tahun", "2025"]);
    assert!(
        codes(&hasil).contains(&"STR021") && !codes(&hasil).contains(&"REA006"),
        "{hasil}"
    );
}

/// The year that only a title, a sheet or a file's name says: last year's mark is not this year's.
#[test]
fn the_year_of_a_list_is_that_of_its_title_or_name() {
    let table = |mark: &str| two("No;Nama;NIP;Unit;Predikat", &format!("X;{mark}"), &format!("X;{mark}"));
    let files = [
        ("rekap 2024.csv", table("Kurang")),
        ("rekap 2025.csv", table("Baik")),
        ("lama.csv", format!("REKAP PREDIKAT 2024\n\n{}", table("Kurang"))),
    ];
    let dir = folder(&files);
    let (exit, hasil) = run(dir.path(), &["nilai", ".", "--tahun", "2025"]);
    assert_eq!((exit, person(&hasil, A).0), (0, Some("Baik")), "{hasil}");
    let (exit, hasil) = run(dir.path(), &["nilai", "lama.csv", "--tahun", "2025"]);
    assert_eq!((exit, person(&hasil, A).0), (1, None));
    assert!(told(&hasil).contains("--tahun 2024"), "{hasil}");
}

#[test]
fn units_between_people_whose_name_and_nip_share_a_cell() {
    let (exit, hasil) = score(&format!(
        "NO;NAMA/NIP;PREDIKAT\nSEKRETARIAT;;\n1;\"Lintang Kertapati\n{A}\";Baik\nBIDANG ARSIP;;\n2;\"Bagas Adikarsa\nNIP {B}\";Baik\n"
    ));
    assert_eq!(exit, 0, "{hasil}");
    assert_eq!(person(&hasil, A).1, "SEKRETARIAT", "{hasil}");
    assert_eq!(person(&hasil, B).1, "BIDANG ARSIP");
}

/// One finding for one form that is not there: all aspek of perilaku, all RHK without umpan balik, all
/// indicators without realisasi of one person.
#[test]
fn what_one_person_lacks_is_one_finding() {
    let more = |rows: &str| {
        let row = |n: usize| format!("{B},R{n},utama,Tersusunnya daftar {n},K1,kuantitas,Jumlah daftar,12,daftar,31/12/2025\n");
        format!("{rows}{}{}", row(2), row(3))
    };
    let count = |hasil: &Json, code: &str| codes(hasil).iter().filter(|c| **c == code).count();
    let mut files = clean();
    files[1].1 = more(&files[1].1);
    files[2].1 = files[2]
        .1
        .lines()
        .filter(|l| !l.starts_with(B))
        .collect::<Vec<_>>()
        .join("\n");
    let (_, hasil) = run(folder(&files).path(), &["nilai", ".", "--tahun", "2025"]);
    assert_eq!(count(&hasil, "REA006"), 1, "{hasil}");
    assert!(told(&hasil).contains("dan 2 RHK lain"), "{hasil}");
    for set in ["permenpanrb-8-2021", "pp-30-2019"] {
        let (_, hasil) = run(folder(&files).path(), &["nilai", ".", "--tahun", "2025", "--aturan", set]);
        assert_eq!(count(&hasil, "REA001"), 1, "{set}: {hasil}");
        assert!(told(&hasil).contains("2 indikator lainnya"), "{set}: {hasil}");
        assert!(count(&hasil, "PRL001") <= 2, "{set}: one for each person: {hasil}");
    }
}

/// Two words more in official headings, and cells that say nothing.
#[test]
fn ratings_and_predikat_under_longer_headings() {
    let header =
        "NO URUT;NAMA PEGAWAI;NIP/NIPPPK*;SATKER;RATING ATAS HASIL KERJA;RATING ATAS PERILAKU KERJA;PREDIKAT KINERJA TH. 2025";
    let (exit, hasil) = score(&two(
        header,
        "Ruang Mawar;SESUAI EKSPEKTASI;DI ATAS EKSPEKTASI;BAIK",
        "Ruang Mawar;DI BAWAH EKSPEKTASI;DI BAWAH EKSPEKTASI;SANGAT KURANG",
    ));
    assert_eq!(
        (exit, person(&hasil, A).0, person(&hasil, B).0),
        (0, Some("Baik"), Some("Sangat Kurang")),
        "{hasil}"
    );
    assert!(!codes(&hasil).contains(&"HSL006"), "both ratings are read: {hasil}");
    let (_, hasil) = score(&two(
        "No;Nama;NIP;Unit;Hasil kerja menurut penilaian;Perilaku menurut penilaian;Predikat hasil penilaian kami",
        "X;Sesuai Ekspektasi;Di Bawah Ekspektasi;Kurang/Misconduct",
        "X;-;-;-",
    ));
    assert_eq!((person(&hasil, A).0, person(&hasil, B).0), (Some("Kurang"), None), "{hasil}");
    assert!(!codes(&hasil).contains(&"HSL006"), "{hasil}");
}

/// Short names of the aspek over columns, as cells have them.
#[test]
fn every_aspek_over_its_column() {
    for names in ["Kuant,Kual,Waktu", "Kuant/Output,Kual/Mutu,Waktu", "Kuantitas,Kualitas,Waktu"] {
        let cells = names.replace(',', ";");
        let text = format!(
            "NIP;NAMA;RENCANA HASIL KERJA;INDIKATOR;TARGET;;;REALISASI;;\n;;;;{cells};{cells}\n{A};Lintang;Tersusunnya laporan;Laporan;12 lap;100 %;12 bulan;12 lap;98 %;12 bulan\n"
        );
        let hasil = score(&text).1;
        let indikator = hasil["pegawai"][0]["rhk"][0]["indikator"].as_array().unwrap();
        let aspek: Vec<&str> = indikator.iter().filter_map(|i| i["aspek"].as_str()).collect();
        assert_eq!(aspek, ["kuantitas", "kualitas", "waktu"], "{names}: {hasil}");
    }
}

/// Perilaku row by row, with the headings of forms that ask for it.
#[test]
fn perilaku_asked_row_by_row() {
    let mut files = clean();
    files[3].1 = files[3].1.replacen(
        "nip,aspek,penilai,nilai",
        "NIP Yang Dinilai,Nilai Dasar,Sumber Penilaian,Rating",
        1,
    );
    let rekan: String = files[3]
        .1
        .lines()
        .skip(1)
        .map(|l| l.replace("atasan,sesuai", "rekan setingkat,di atas ekspektasi\n"))
        .collect();
    files[3].1.push_str(&rekan);
    let (exit, hasil) = run(folder(&files).path(), &["nilai", ".", "--tahun", "2025"]);
    assert_eq!((exit, person(&hasil, B).0), (0, Some("Baik")), "{hasil}");
}

/// A bare "NIP" behind the name of the atasan is his; and his name and NIP may stand in one cell.
#[test]
fn the_nip_behind_the_name_of_the_atasan_is_his() {
    const HEAD: &str = "197001011995031001";
    let heads = |hasil: &Json| -> Vec<String> {
        let people = hasil["pegawai"].as_array().unwrap().iter();
        people.map(|p| p["nip_atasan"].as_str().unwrap_or("-").to_owned()).collect()
    };
    let his = format!("Ahmad Fauzi;{HEAD}");
    let both = format!("Ahmad Fauzi / {HEAD}");
    let lines = format!("\"Ahmad Fauzi\nNIP. {HEAD}\"");
    for (header, atasan) in [
        ("Nama Atasan;NIP", &his),
        ("Pejabat Penilai;NIP", &his),
        ("Atasan Langsung;NIP", &his),
        ("NAMA/NIP PEJABAT PENILAI", &both),
        ("Nama dan NIP Atasan", &lines),
        ("Atasan Langsung (Nama/NIP)", &both),
        ("Pejabat Penilai", &both),
    ] {
        let row = |predikat: &str| format!("X;{atasan};{predikat}");
        let (exit, hasil) = score(&two(
            &format!("No;Nama;NIP;Unit;{header};Predikat"),
            &row("Baik"),
            &row("Kurang"),
        ));
        assert_eq!(
            (exit, person(&hasil, A).0, person(&hasil, B).0),
            (0, Some("Baik"), Some("Kurang")),
            "{header}: {hasil}"
        );
        assert_eq!(heads(&hasil), [HEAD, HEAD], "{header}: {hasil}");
        assert!(
            !codes(&hasil).iter().any(|c| matches!(*c, "IDN002" | "STR013")),
            "{header}: {hasil}"
        );
    }
    // The atasan first.
    let rows = format!("1;{his};Lintang;{A};X;Baik\n2;{his};Bagas;{B};X;Kurang\n");
    let (exit, hasil) = score(&format!("No;Nama Atasan;NIP;Nama;NIP;Unit;Predikat\n{rows}"));
    assert_eq!(
        (exit, person(&hasil, B).0, heads(&hasil)),
        (0, Some("Kurang"), vec![HEAD.to_owned(); 2]),
        "{hasil}"
    );
    // The only NIP is the person's, where nothing speaks against it.
    let (exit, hasil) = score(&format!(
        "No;Nama;Nama Atasan;NIP;Predikat\n1;Lintang;Ahmad;{A};Baik\n2;Bagas;Ahmad;{B};Kurang\n"
    ));
    assert_eq!((exit, person(&hasil, B).0), (0, Some("Kurang")), "{hasil}");
}

/// A list that has all of a list of people and a predikat beside is one of marks; one that says more of the people than a
/// list of marks can stays what it is.
#[test]
fn a_predikat_beside_all_that_a_list_of_people_has_is_theirs() {
    let list = |heads: &str, more: &str, mark: &str| {
        format!(
            "NIP;Nama;Jabatan;Jenis Jabatan;Unit Kerja{heads};{mark}\n\
             {A};Lintang Kertapati;Kepala Bidang;administrator;Dinas Arsip{more};Baik\n\
             {B};Bagas Adikarsa;Pengolah Data;pelaksana;Dinas Arsip{more};Sangat Baik\n"
        )
    };
    let mark = "Predikat Kinerja";
    for text in [list("", "", mark), list(";Golongan;Jenjang", ";III/a;", mark)] {
        let (exit, hasil) = score(&text);
        assert_eq!(
            (exit, person(&hasil, A).0, person(&hasil, B).0),
            (0, Some("Baik"), Some("Sangat Baik")),
            "{hasil}"
        );
    }
    for (text, what) in [
        (list(";Status", ";aktif", mark), "STR036"),
        (list("", "", "Target Predikat"), "TGT008"),
    ] {
        let (exit, hasil) = score(&text);
        assert_eq!((exit, person(&hasil, A).0), (1, None), "{hasil}");
        assert!(codes(&hasil).contains(&what), "{hasil}");
    }
}

/// "bulan" behind an aspek of time is a unit of time, not a period.
#[test]
fn time_counted_in_months() {
    for unit in ["(bulan)", "Bulan", "(Semester)", "(bln)", "(hari kerja)", "(dalam bulan)"] {
        let header =
            format!("NIP;Nama;RHK;Indikator;Target Kuantitas;Target Waktu {unit};Realisasi Kuantitas;Realisasi Waktu {unit}");
        let text = format!("{header}\n{A};Lintang Kertapati;Daftar tersusun;Daftar;12;6;12;5\n");
        let hasil = score(&text).1;
        let all = hasil["pegawai"][0]["rhk"][0]["indikator"].as_array().unwrap();
        let said: Vec<_> = all.iter().map(|i| (i["aspek"].as_str(), i["realisasi"].as_str())).collect();
        assert_eq!(
            said,
            [(Some("kuantitas"), Some("12")), (Some("waktu"), Some("5"))],
            "{unit}: {hasil}"
        );
    }
}
