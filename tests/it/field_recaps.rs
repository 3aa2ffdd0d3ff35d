//! Recaps of marks as offices keep them: a proposal beside what was decided, a figure beside its word, a heading that says
//! little (`docs/kontrak/masukan.md` sections 2b.2 to 2b.4).

use serde_json::Value as Json;

use crate::support::field::{A, B, clean, codes, folder, person, run, score, two};

fn told(hasil: &Json) -> String {
    hasil["temuan"].to_string()
}

/// Nobody has a mark, and these words are told.
fn nobody(text: &str, code: &str, words: &str) {
    let (exit, hasil) = score(text);
    assert_eq!(
        (exit, person(&hasil, A).0, person(&hasil, B).0),
        (1, None, None),
        "{text}: {hasil}"
    );
    assert!(
        codes(&hasil).contains(&code) && told(&hasil).contains(words),
        "{text}: {hasil}"
    );
}

/// Both have the marks of this column, and nothing is told but notes.
fn both(text: &str, marks: (&str, &str)) {
    let (exit, hasil) = score(text);
    let read = (person(&hasil, A).0, person(&hasil, B).0);
    assert_eq!((exit, read), (0, (Some(marks.0), Some(marks.1))), "{text}: {hasil}");
}

#[test]
fn of_a_proposal_and_a_decision_the_decision_counts() {
    for (other, last) in [
        ("Usulan Predikat", "Predikat"),
        ("Predikat Usulan", "Predikat Ditetapkan"),
        ("Predikat (Usulan)", "Predikat (Final)"),
        ("Usulan Predikat Kinerja", "Penetapan Predikat Kinerja"),
        ("Predikat", "Predikat Final"),
        ("Predikat Kinerja", "Predikat Kinerja (Final)"),
        ("Predikat", "Predikat Ditetapkan"),
        ("Predikat", "Predikat Akhir"),
        ("Predikat", "Final"),
        ("Predikat SKP", "Predikat Hasil Kalibrasi"),
        ("Predikat Sebelum Kalibrasi", "Predikat Setelah Kalibrasi"),
    ] {
        both(
            &two(
                &format!("No;Nama;NIP;Unit;{other};{last}"),
                "X;Kurang;Baik",
                "X;Baik;Sangat Baik",
            ),
            ("Baik", "Sangat Baik"),
        );
        // Whichever stands first.
        both(
            &two(
                &format!("No;Nama;NIP;Unit;{last};{other}"),
                "X;Baik;Kurang",
                "X;Sangat Baik;Baik",
            ),
            ("Baik", "Sangat Baik"),
        );
    }
    for (group, other, last) in [
        ("Predikat", "Usulan Atasan", "Hasil Kalibrasi"),
        ("PREDIKAT", "Usulan", "Penetapan"),
        ("PREDIKAT 2025", "Usulan", "Final"),
        ("PREDIKAT", "Usulan 2025", "Final 2025"),
        ("NILAI SKP", "Usulan", "Ditetapkan"),
    ] {
        let header = format!("No;Nama;NIP;Unit;{group};\n;;;;{other};{last}");
        both(&two(&header, "X;Kurang;Baik", "X;Baik;Sangat Baik"), ("Baik", "Sangat Baik"));
    }
    let marks = "Hasil Kerja;Perilaku Kerja;Predikat";
    let header = format!("No;Nama;NIP;Unit;Draft;;;Final;;\n;;;;{marks};{marks}");
    let sesuai = "Sesuai Ekspektasi;Sesuai Ekspektasi;Baik";
    let di_atas = "Di Atas Ekspektasi;Di Atas Ekspektasi;Sangat Baik";
    both(
        &two(&header, &format!("X;{di_atas};{sesuai}"), &format!("X;{sesuai};{di_atas}")),
        ("Baik", "Sangat Baik"),
    );
}

#[test]
fn a_mark_that_was_changed_beside_the_first_one_is_not_guessed() {
    for changed in [
        "Revisi Predikat",
        "Predikat Setelah Banding",
        "Penyesuaian Predikat",
        "Predikat (Koreksi)",
    ] {
        let header = format!("No;Nama;NIP;Unit;Predikat;{changed}");
        nobody(
            &two(&header, "X;Kurang;Baik", "X;Baik;Baik"),
            "STR025",
            "yang mana yang berlaku",
        );
        // Where both say the same nothing is to be guessed.
        both(&two(&header, "X;Baik;Baik", "X;Kurang;Kurang"), ("Baik", "Kurang"));
    }
    // What stands beside a mark and is none of it takes none away.
    for beside in [
        "Usulan",
        "Predikat Disiplin",
        "Hasil Akhir Ujian",
        "Predikat Akhir 2024",
        "Ditetapkan",
        "Keterangan",
    ] {
        let header = format!("No;Nama;NIP;Unit;Predikat;{beside}");
        let cells = if beside == "Ditetapkan" { "31/12/2025" } else { "Kurang" };
        both(
            &two(&header, &format!("X;Baik;{cells}"), &format!("X;Baik;{cells}")),
            ("Baik", "Baik"),
        );
    }
}

#[test]
fn proposals_alone_are_nobodys_and_are_named() {
    for (heading, what) in [
        ("Usulan Predikat", "itu usulan"),
        ("Predikat (draft)", "itu rancangan"),
        ("Simulasi Predikat", "itu rancangan"),
        ("Predikat Sebelum Kalibrasi", "itu penilaian sebelum yang terakhir"),
    ] {
        let header = format!("No;Nama;NIP;Unit;{heading}");
        nobody(&two(&header, "X;Baik", "X;Kurang"), "STR103", what);
    }
    for title in [
        "USULAN PREDIKAT KINERJA PEGAWAI TAHUN 2025",
        "DAFTAR USULAN PENETAPAN PREDIKAT KINERJA",
    ] {
        let header = format!("{title};;;;\n\nNo;Nama;NIP;Unit;Predikat");
        nobody(
            &two(&header, "X;Baik", "X;Kurang"),
            "STR103",
            "(sel E3) berisi penilaian, tetapi menurut judul tabelnya",
        );
    }
    for title in [
        "DAFTAR USULAN KENAIKAN PANGKAT",
        "REKAP PREDIKAT KINERJA",
        "USULAN PENETAPAN ANGKA KREDIT",
    ] {
        both(
            &two(&format!("{title};;;;\n\nNo;Nama;NIP;Unit;Predikat"), "X;Baik", "X;Kurang"),
            ("Baik", "Kurang"),
        );
    }
    let header = "USULAN PREDIKAT KINERJA 2025;;;;\n\nNo;Nama;NIP;Unit;Predikat;Predikat Ditetapkan";
    both(&two(header, "X;Kurang;Baik", "X;Baik;Sangat Baik"), ("Baik", "Sangat Baik"));
    // Of the approval, not of another post.
    let (_, hasil) = score(&two("No;Nama;NIP;Unit;Predikat Persetujuan", "X;Baik", "X;Kurang"));
    assert!(!told(&hasil).contains("penilaian yang lain"), "{hasil}");
}

#[test]
fn a_figure_or_a_short_form_beside_the_word() {
    for cell in [
        "100 (Baik)",
        "Baik (100)",
        "B (Baik)",
        "Baik / 90",
        "90,5 - Baik",
        "2 (Baik)",
        "Baik (Kuadran II)",
    ] {
        both(
            &two("No;Nama;NIP;Unit;Predikat", &format!("X;{cell}"), "X;Kurang"),
            ("Baik", "Kurang"),
        );
    }
    // The figure is no code of five, and the word is not its decimals.
    both(
        &two("No;Nama;NIP;Unit;Predikat", "X;90.5 (Baik)", "X;80.2 (Kurang)"),
        ("Baik", "Kurang"),
    );
    // From which end a scale counts is not said: the word counts.
    both(
        &two("No;Nama;NIP;Unit;Predikat", "X;4 - Baik", "X;Kurang (2)"),
        ("Baik", "Kurang"),
    );
    for cell in [
        "Baik (SB)",
        "Baik (Sangat Baik)",
        "Baik (usulan)",
        "Baik (Kuadran I)",
        "Baik (2024)",
    ] {
        let (exit, hasil) = score(&two("No;Nama;NIP;Unit;Predikat", &format!("X;{cell}"), "X;Baik (2025)"));
        assert_eq!(
            (exit, person(&hasil, A).0, person(&hasil, B).0),
            (1, None, Some("Baik")),
            "{cell}: {hasil}"
        );
        assert!(
            told(&hasil).contains(&format!("Sel E2 (kolom \\\"Predikat\\\") berisi \\\"{cell}")),
            "{cell}: {hasil}"
        );
    }
    for heading in ["Nilai SKP", "Nilai 2025", "Skor 2025"] {
        both(
            &two(&format!("No;Nama;NIP;Unit;{heading}"), "X;100 (Baik)", "X;Kurang (60)"),
            ("Baik", "Kurang"),
        );
    }
}

#[test]
fn a_bare_nilai_over_predikat_is_that_of_its_title() {
    for heading in ["Nilai", "Skor"] {
        let header = format!("No;Nama;NIP;Unit;{heading}");
        both(
            &two(&format!("REKAP NILAI SKP TAHUN 2025;;;;\n\n{header}"), "X;Baik", "X;Kurang"),
            ("Baik", "Kurang"),
        );
        for title in ["", "REKAP NILAI UJIAN DINAS;;;;\n\n"] {
            nobody(
                &two(&format!("{title}{header}"), "X;Baik", "X;Kurang"),
                "STR036",
                "berisi predikat",
            );
        }
    }
    nobody(&two("No;Nama;NIP;Unit;Skor 2024", "X;Baik", "X;Kurang"), "STR028", "2024");
    // Figures under it are no predikat, and nothing is said of a column aspek that nobody needs.
    let (_, hasil) = score(&two("No;Nama;NIP;Unit;Nilai", "X;Baik", "X;Kurang"));
    assert!(!told(&hasil).contains("aspek"), "{hasil}");
}

/// A header of five columns to tick, each heading in this form, and what stands over them.
fn choices(group: &str, form: &str, words: &[&str]) -> String {
    let headings: Vec<String> = words.iter().map(|w| form.replace('%', w)).collect();
    let headings = headings.join(";");
    if group.is_empty() {
        format!("No;Nama;NIP;Unit;{headings}")
    } else {
        format!("No;Nama;NIP;Unit;{group};;;;\n;;;;{headings}")
    }
}

const SHORT: [&str; 5] = ["SB", "B", "BP", "K", "SK"];
const FULL: [&str; 5] = ["Sangat Baik", "Baik", "Butuh Perbaikan", "Kurang", "Sangat Kurang"];

#[test]
fn ticks_under_the_five_predikat_can_be_nothing_else() {
    for group in [
        "",
        "NILAI",
        "HASIL",
        "KETERANGAN",
        "Ket.",
        "Kategori",
        "PENILAIAN 2025",
        "PREDIKAT",
    ] {
        for words in [&SHORT, &FULL] {
            both(&two(&choices(group, "%", words), "X;;v;;;", "X;;;;√;"), ("Baik", "Kurang"));
        }
    }
    for form in [
        "Predikat - %",
        "Predikat %",
        "Predikat (%)",
        "Nilai: %",
        "Kategori_%",
        "% (Predikat)",
    ] {
        for words in [&SHORT, &FULL] {
            both(
                &two(&choices("", form, words), "X;;1;;;", "X;;;x;;"),
                ("Baik", "Butuh Perbaikan"),
            );
        }
    }
    both(
        &two(&choices("", "%", &["SB", "B", "C", "K"]), "X;;v;;", "X;;;v;"),
        ("Baik", "Butuh Perbaikan"),
    );
    // Two ticks, none, and one beside the five.
    let (exit, hasil) = score(&two(&choices("", "%", &SHORT), "X;v;v;;;", "X;;;;;"));
    assert_eq!((exit, person(&hasil, A).0, person(&hasil, B).0), (1, None, None), "{hasil}");
    assert!(
        told(&hasil).contains("Sel E2 dan F2 sama-sama ditandai") && codes(&hasil).contains(&"HSL007"),
        "{hasil}"
    );
    let header = "No;Nama;NIP;Unit;KETERANGAN;;;;;\n;;;;SB;B;BP;K;SK;TMS";
    let (exit, hasil) = score(&two(header, "X;v;;;;;", "X;;;;;;v"));
    assert_eq!(
        (exit, person(&hasil, A).0, person(&hasil, B).0),
        (1, Some("Sangat Baik"), None),
        "{hasil}"
    );
    assert!(
        told(&hasil).contains("Sel J4 (kolom \\\"KETERANGAN / TMS\\\") ditandai"),
        "{hasil}"
    );
}

#[test]
fn sums_and_numbers_of_columns_take_no_ticks_away() {
    for group in ["", "PREDIKAT KINERJA"] {
        let header = choices(group, "%", &SHORT);
        let ticked = two(&header, "X;v;;;;", "X;;v;;;");
        let rows: Vec<&str> = ticked.trim_end().split('\n').collect();
        let (head, people) = rows.split_at(rows.len() - 2);
        for (above, below) in [
            ("1;2;3;4;5;6;7;8;9\n", ""),
            ("", "\nJUMLAH;;;;2;5;1;0;0"),
            ("", "\n;;;TOTAL;2;5;1;0;0"),
        ] {
            let text = format!("{}\n{above}{}{below}\n", head.join("\n"), people.join("\n"));
            let (_, hasil) = score(&text);
            let marks = (person(&hasil, A).0, person(&hasil, B).0);
            assert_eq!(marks, (Some("Sangat Baik"), Some("Baik")), "{text}: {hasil}");
        }
    }
}

#[test]
fn letters_and_counts_are_no_ticks() {
    for (header, a, b) in [
        // Counts of people beside the one who rates them.
        (choices("", "%", &SHORT), "X;0;3;1;0;0", "X;1;5;;;"),
        (choices("", "%", &SHORT), "X;;4;;;", "X;1;;;;"),
        (choices("PREDIKAT", "%", &FULL), "X;85;;;;", "X;;76;;;"),
        // Other scales, and other things.
        (choices("", "%", &["A", "B", "C", "D", "E"]), "X;v;;;;", "X;;v;;;"),
        (choices("KEHADIRAN", "%", &SHORT), "X;v;;;;", "X;;v;;;"),
        (choices("NILAI PERILAKU", "%", &SHORT), "X;v;;;;", "X;;v;;;"),
        (choices("DISIPLIN", "%", &FULL), "X;v;;;;", "X;;v;;;"),
        (
            format!("REKAP PRESENSI 2025\n{}", choices("", "%", &SHORT)),
            "X;v;;;;",
            "X;;v;;;",
        ),
        (
            format!("PENILAIAN 360 DERAJAT\n{}", choices("", "%", &FULL)),
            "X;v;;;;",
            "X;;v;;;",
        ),
    ] {
        let (exit, hasil) = score(&two(&header, a, b));
        assert_ne!(exit, 0, "{header}: {hasil}");
        let people = hasil["pegawai"].as_array();
        assert!(
            people.is_none_or(|all| all.iter().all(|p| p["predikat"].is_null())),
            "{header}: {hasil}"
        );
    }
}

#[test]
fn lists_of_something_else_say_so_in_their_title() {
    for title in [
        "USULAN SLKS X TAHUN 2025",
        "HASIL PEMERIKSAAN KESEHATAN PEGAWAI",
        "HASIL MCU TAHUN 2025",
        "PENILAIAN 360 DERAJAT",
        "HASIL SURVEI PERILAKU KERJA 360°",
        "PENILAIAN TEMAN SEJAWAT",
        "PENILAIAN BAWAHAN TERHADAP ATASAN",
        "HASIL TES NARKOBA",
    ] {
        let (exit, told) = score(&two(&format!("{title}\n\nNo;Nama;NIP;Unit;Predikat"), "X;Baik", "X;Kurang"));
        assert!(exit != 0 && told.to_string().contains("menyebut hal lain"), "{title}: {told}");
    }
    for title in [
        "REKAP PREDIKAT TENAGA KESEHATAN",
        "PREDIKAT PEGAWAI DINAS KESEHATAN",
        "REKAP PREDIKAT SURVEYOR PEMETAAN",
        "PREDIKAT KINERJA UNTUK USULAN SLKS",
    ] {
        both(
            &two(&format!("{title}\n\nNo;Nama;NIP;Unit;Predikat"), "X;Baik", "X;Kurang"),
            ("Baik", "Kurang"),
        );
    }
    both(
        &two(
            "PENILAIAN 360 DERAJAT\n\nNo;Nama;NIP;Unit;Predikat Kinerja",
            "X;Baik",
            "X;Kurang",
        ),
        ("Baik", "Kurang"),
    );
}

const LIST: &str = "No;Nama;NIP;Jabatan;Predikat";

#[test]
fn counts_below_a_list_are_nobody() {
    for foot in [
        ";Sangat Baik = 1; Baik = 2; Kurang = 1",
        "Sangat Baik: 1, Baik: 2",
        ";1 Sangat Baik, 2 Baik",
        ";;;;\"SB: 1, B: 2\"",
        ";Sangat Baik;:;1 orang\n;Baik;:;1 orang",
    ] {
        let foot = if foot.contains(" = ") {
            format!(";\"{}\"", &foot[1..])
        } else {
            foot.to_owned()
        };
        let text = format!("{}{foot}\n", two(LIST, "Staf;Baik", "Staf;Kurang"));
        both(&text, ("Baik", "Kurang"));
        let (_, hasil) = score(&text);
        assert_eq!(hasil["pegawai"].as_array().unwrap().len(), 2, "{text}: {hasil}");
        assert!(told(&hasil).contains("Dilewati sebagai baris jumlah"), "{text}: {hasil}");
    }
}

#[test]
fn a_heading_under_the_post_is_nobody() {
    for (heading, unit) in [("BIDANG UMUM", "BIDANG UMUM"), ("ESELON III", ""), ("PELAKSANA", "")] {
        let rows = format!("{LIST}\n;;;{heading};\n1;Lintang Kertapati;{A};Staf;Baik\n2;Bagas Adikarsa;{B};Staf;Kurang\n");
        both(&rows, ("Baik", "Kurang"));
        let (_, hasil) = score(&rows);
        assert_eq!(hasil["pegawai"].as_array().unwrap().len(), 2, "{heading}: {hasil}");
        assert_eq!(person(&hasil, A).1, unit, "{heading}: {hasil}");
    }
    // Somebody whose name and NIP are missing has a mark, and is not passed over.
    let rows =
        format!("{LIST}\n1;Lintang Kertapati;{A};Staf;Baik\n;;;Kepala Bidang Umum;Baik\n2;Bagas Adikarsa;{B};Staf;Kurang\n");
    let (exit, hasil) = score(&rows);
    assert_eq!(exit, 1, "{hasil}");
    assert!(codes(&hasil).contains(&"STR023"), "{hasil}");
}

/// Target and realisasi of the second person's one indicator, in the units that they are written in.
fn capaian(target: (&str, &str), realisasi: &str) -> (i32, Json) {
    let mut files = clean();
    files[1].1 = files[1].1.replace(",12,daftar,", &format!(",{},{},", target.0, target.1));
    files[2].1 = files[2].1.replace(",12,laporan,", &format!(",{realisasi},laporan,"));
    run(
        folder(&files).path(),
        &["nilai", ".", "--tahun", "2025", "--aturan", "permenpanrb-8-2021"],
    )
}

#[test]
fn units_of_measure_are_not_compared_by_their_figures() {
    let reached = |hasil: &Json| hasil["pegawai"][1]["rhk"][0]["indikator"][0]["capaian"].clone();
    for (target, unit, realisasi) in [
        ("2000", "kg", "2 ton"),
        ("2", "ton", "2000 kg"),
        ("100", "lembar", "1 rim"),
        ("5", "km", "5000 m"),
    ] {
        let (exit, hasil) = capaian((target, unit), realisasi);
        assert_eq!((exit, reached(&hasil)), (1, Json::Null), "{realisasi}: {hasil}");
        assert!(codes(&hasil).contains(&"REA004"), "{realisasi}: {hasil}");
    }
    for (target, unit, realisasi) in [
        ("2000", "kg", "2000 kilogram"),
        ("12", "buah", "12 lembar"),
        ("1500000", "rupiah", "1500000"),
    ] {
        let (_, hasil) = capaian((target, unit), realisasi);
        assert_eq!(reached(&hasil), 100, "{realisasi}: {hasil}");
        assert!(!codes(&hasil).contains(&"REA004"), "{realisasi}: {hasil}");
    }
}

#[test]
fn realisasi_of_one_aspek_beside_realisasi_is_no_double() {
    let mut files = clean();
    files[2].1 = files[2]
        .1
        .replace(",realisasi,", ",realisasi,Realisasi Waktu (bulan),")
        .replace(",80,", ",80,12,")
        .replace(",12,laporan", ",12,11,laporan");
    let (exit, hasil) = run(folder(&files).path(), &["nilai", ".", "--tahun", "2025"]);
    assert_eq!((exit, person(&hasil, B).0), (0, Some("Baik")), "{hasil}");
    assert!(!codes(&hasil).contains(&"STR013"), "{hasil}");
    // Two of the same are still told.
    let mut files = clean();
    files[2].1 = files[2]
        .1
        .replace(",realisasi,", ",realisasi,Realisasi Kinerja,")
        .replace(",80,", ",80,12,")
        .replace(",12,laporan", ",12,11,laporan");
    let (_, hasil) = run(folder(&files).path(), &["nilai", ".", "--tahun", "2025"]);
    assert!(codes(&hasil).contains(&"STR013"), "{hasil}");
}

#[test]
fn capaian_in_a_plan_without_realisasi_is_named() {
    let with = |heading: &str, cell: &str| {
        let mut files = clean();
        let rows = files[1].1.lines().enumerate();
        let more = rows.map(|(i, line)| format!("{line},{}\n", if i == 0 { heading } else { cell }));
        files[1].1 = more.collect();
        run(folder(&files).path(), &["nilai", ".", "--tahun", "2025"])
    };
    for heading in ["Capaian", "Hasil Capaian", "Hasil", "Capaian Kinerja 2025"] {
        let (exit, hasil) = with(heading, "90");
        assert_eq!((exit, person(&hasil, B).0), (0, Some("Baik")), "{heading}: {hasil}");
        let words = format!("Kolom \\\"{heading}\\\" (sel K1) tidak dibaca");
        assert!(told(&hasil).contains(&words), "{heading}: {hasil}");
    }
    for (heading, cell) in [
        ("Capaian", ""),
        ("Hasil Rapat", "90"),
        ("Realisasi", "80"),
        ("Capaian", "tercapai"),
    ] {
        let (_, hasil) = with(heading, cell);
        assert!(!codes(&hasil).contains(&"STR036"), "{heading}: {hasil}");
    }
}
