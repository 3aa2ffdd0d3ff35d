//! What means nothing changes nothing, for every kind of table (`docs/kontrak/masukan.md` section 2b.4): the same
//! people with the same results, however the tables are laid out.

use serde_json::Value as Json;

use crate::support::field::{A, B, clean, codes, folder, person, run, score};

const C: &str = "199001152015032002";

/// A change of a file that means nothing.
type Change = fn(&str) -> String;

/// A clean instansi with a table of every kind.
fn whole() -> Vec<(&'static str, String)> {
    let mut files = clean();
    files[0]
        .1
        .push_str(&format!("{C},Dewi Anggraini,Arsiparis,fungsional,Dinas Arsip,{A}\n"));
    files.push((
        "unit.csv",
        format!("unit_kerja,unit_induk,nip_pimpinan,predikat_organisasi\nDinas Arsip,,{A},Baik\n"),
    ));
    files.push((
        "sasaran.csv",
        "kode,unit_kerja,sasaran,indikator,target,satuan\nS1,Dinas Arsip,Meningkatnya mutu arsip,Indeks arsip,80,%\n".to_owned(),
    ));
    files.push((
        "penilaian.csv",
        format!("nip,hasil_kerja,perilaku_kerja\n{B},di atas ekspektasi,di atas ekspektasi\n"),
    ));
    files.push(("riwayat.csv", format!("nip,tahun,predikat\n{A},2024,Baik\n{B},2024,Baik\n")));
    files.push(("pengecualian.csv", format!("nip,alasan,keterangan\n{C},cltn,surat 12\n")));
    files
}

/// What is said of people and units, without where it stands.
fn outcome(hasil: &Json) -> (Json, Json) {
    let mut people = hasil["pegawai"].clone();
    for person in people.as_array_mut().unwrap_or_else(|| panic!("{hasil}")) {
        person.as_object_mut().unwrap().remove("temuan");
    }
    (people, hasil["unit"].clone())
}

fn by_row(text: &str, change: impl Fn(usize, Vec<&str>) -> Vec<String>) -> String {
    let rows = text
        .lines()
        .enumerate()
        .map(|(i, l)| change(i, l.split(',').collect()).join(","));
    rows.collect::<Vec<_>>().join("\n") + "\n"
}

fn owned(cells: impl Iterator<Item = impl Into<String>>) -> Vec<String> {
    cells.map(Into::into).collect()
}

#[test]
fn columns_titles_and_lists_that_mean_nothing() {
    let files = whole();
    let (_, hasil) = run(folder(&files).path(), &["nilai", ".", "--tahun", "2025"]);
    let wanted = outcome(&hasil);
    assert_eq!(person(&hasil, B).0, Some("Sangat Baik"), "{hasil}");
    let reversed: Change = |t| by_row(t, |_, cells| owned(cells.into_iter().rev()));
    let turned: Change = |t| {
        by_row(t, |_, mut cells| {
            cells.rotate_left(1);
            owned(cells.into_iter())
        })
    };
    let hobby: Change = |t| {
        by_row(t, |i, cells| {
            let own = if i == 0 { "Hobi" } else { "membaca" };
            owned(std::iter::once(own).chain(cells))
        })
    };
    let upper: Change = |t| {
        let (header, rows) = t.split_once('\n').unwrap();
        format!("{}\n{rows}", header.to_uppercase().replace('_', " "))
    };
    let titled: Change = |t| format!("DATA KEPEGAWAIAN DINAS ARSIP\n\n{t}");
    let numbered: Change = |t| {
        let count = t.lines().next().unwrap_or("").split(',').count();
        let (header, rows) = t.split_once('\n').unwrap();
        let numbers: Vec<String> = (1..=count).map(|n| format!("({n})")).collect();
        format!("{header}\n{}\n{rows}", numbers.join(","))
    };
    let signed: Change = |t| format!("{t}\n\nMengetahui\nKepala Dinas\n\nLintang Kertapati\nNIP. {A}\n");
    let changes = [
        ("reversed", reversed),
        ("turned", turned),
        ("hobby", hobby),
        ("upper", upper),
        ("titled", titled),
        ("numbered", numbered),
        ("signed", signed),
    ];
    for (what, change) in changes {
        let mut all = files.clone();
        for i in 0..files.len() {
            let mut changed = files.clone();
            changed[i].1 = change(&changed[i].1);
            all[i].1.clone_from(&changed[i].1);
            let (_, hasil) = run(folder(&changed).path(), &["nilai", ".", "--tahun", "2025"]);
            assert_eq!(outcome(&hasil), wanted, "{what}: {}", changed[i].0);
        }
        let (_, hasil) = run(folder(&all).path(), &["nilai", ".", "--tahun", "2025"]);
        assert_eq!(outcome(&hasil), wanted, "{what}: all of them");
    }
    for (i, name) in [
        "salinan-1.csv",
        "salinan-2.csv",
        "salinan-3.csv",
        "salinan-4.csv",
        "salinan-5.csv",
        "salinan-6.csv",
        "salinan-7.csv",
        "salinan-8.csv",
        "salinan-9.csv",
    ]
    .into_iter()
    .enumerate()
    {
        let mut more = files.clone();
        more.push((name, files[i].1.clone()));
        let (_, hasil) = run(folder(&more).path(), &["nilai", ".", "--tahun", "2025"]);
        assert_eq!(outcome(&hasil), wanted, "{name}");
    }
}

/// So many in each month is not so many, and a short form of a word is the word.
#[test]
fn a_rate_is_no_count_and_a_short_form_is_its_word() {
    let pair = |target: &str, attained: &str| {
        let mut files = clean();
        files[1].1 = files[1].1.replace("12,daftar", &format!("{target},"));
        files[2].1 = files[2].1.replace("2025,12,", &format!("2025,{attained},"));
        run(
            folder(&files).path(),
            &["nilai", ".", "--tahun", "2025", "--aturan", "pp-30-2019"],
        )
        .1
    };
    let codes_of = |hasil: &Json| {
        codes(hasil)
            .into_iter()
            .filter(|c| c.starts_with("REA"))
            .map(str::to_owned)
            .collect::<Vec<_>>()
    };
    let same = codes_of(&pair("12 dokumen", "12 dokumen"));
    assert_eq!(codes_of(&pair("12 Dok", "12 Dokumen")), same);
    assert_eq!(codes_of(&pair("12 orang", "12 org")), same);
    let rate = pair("12 dokumen/bulan", "12 dokumen");
    let rhk = rate["pegawai"].as_array().unwrap().iter().find(|p| p["nip"] == B).unwrap()["rhk"].to_string();
    assert!(rhk.contains("\"capaian\":null"), "{rhk}");
    assert_ne!(codes_of(&rate), same);
}

/// Texts of results under Indikator and of measures under RHK.
#[test]
fn rhk_and_indikator_swapped_are_named_as_swapped() {
    let mut files = clean();
    files[1].1 = files[1]
        .1
        .replacen(",rhk,", ",indikator,", 1)
        .replacen("aspek,indikator,", "aspek,rhk,", 1);
    let (exit, hasil) = run(folder(&files).path(), &["nilai", ".", "--tahun", "2025"]);
    assert_eq!((exit, person(&hasil, B).0), (1, Some("Baik")), "{hasil}");
    assert!(codes(&hasil).contains(&"STR029"), "{hasil}");
}

/// One download saved for two months is told, with what to do when it was meant to be another.
#[test]
fn one_download_in_the_folders_of_two_months() {
    let dir = tempfile::tempdir().unwrap();
    for month in ["Januari", "Februari"] {
        std::fs::create_dir(dir.path().join(month)).unwrap();
        std::fs::write(
            dir.path().join(month).join("rekap.csv"),
            format!("NIP,Nama,Predikat\n{A},Lintang,Baik\n"),
        )
        .unwrap();
    }
    let (_, hasil) = run(dir.path(), &["nilai", ".", "--tahun", "2025"]);
    assert!(hasil["temuan"].to_string().contains("unduhan bulan lain"), "{hasil}");
}

/// The official form of somebody, as a text with semicolons.
fn form(who: (&str, &str, &str), by: (&str, &str), table: &str) -> String {
    format!(
        "EVALUASI KINERJA PEGAWAI;;;;;;;\nPERIODE: AKHIR;;;;;;;\n\
         PEMERINTAH KOTA SUKAMAJU;;;;;PERIODE PENILAIAN: 1 JANUARI SD 31 DESEMBER TAHUN 2025;;\n\
         NO;PEGAWAI YANG DINILAI;;NO;PEJABAT PENILAI KINERJA;;;\n1;NAMA;{};1;NAMA;{};;\n2;NIP;{};2;NIP;{};;\n\
         3;JABATAN;{};3;JABATAN;Kepala;;\n4;UNIT KERJA;Dinas Arsip;4;UNIT KERJA;Dinas Arsip;;\nHASIL KERJA;;;;;;;\n{table}\
         RATING HASIL KERJA;;;;;;;\nSESUAI EKSPEKTASI;;;;;;;\nRATING PERILAKU KERJA;;;;;;;\nSESUAI EKSPEKTASI;;;;;;;\n\
         PREDIKAT KINERJA PEGAWAI;;;;;;;\nBAIK;;;;;;;\n",
        who.0, by.0, who.1, by.1, who.2
    )
}

/// Lists of an office that say nothing of marks.
fn lists() -> [(&'static str, String); 4] {
    [
        (
            "tukin.csv",
            format!(
                "DAFTAR TUNJANGAN KINERJA DESEMBER 2025\nNo;Nama;NIP;Kelas Jabatan;Tukin;Potongan\n\
                 1;Lintang Kertapati;{A};14;20.000.000;0\n2;Bagas Adikarsa;{B};6;3.000.000;0\n"
            ),
        ),
        (
            "hadir.csv",
            format!("No;Nama;NIP;Hadir;Sakit\n1;Lintang Kertapati;{A};20;0\n2;Bagas Adikarsa;{B};19;1\n"),
        ),
        (
            "duk.csv",
            format!(
                "NO;NAMA;NIP;PANGKAT;TMT;PENDIDIKAN\n1;Lintang Kertapati;{A};IV/c;01-04-2020;S2\n\
                 2;Bagas Adikarsa;{B};III/a;01-04-2022;S1\n"
            ),
        ),
        ("rapat.csv", "Tanggal;Agenda\n1 Maret 2025;Rapat\n".to_owned()),
    ]
}

/// A title more, blank rows, a signature, a column at the edge, a copy, lists beside: forms and tables say the same.
#[test]
fn forms_and_lists_that_mean_nothing() {
    let head = form(
        ("Lintang Kertapati", A, "Kepala Dinas"),
        ("Dewi", C),
        "NO;RENCANA HASIL KERJA;INDIKATOR KINERJA INDIVIDU;TARGET;PERSPEKTIF;REALISASI BERDASARKAN BUKTI DUKUNG;\
         UMPAN BALIK BERKELANJUTAN BERDASARKAN BUKTI DUKUNG;\n1;Mutu arsip;Indeks;80 %;Penerima Layanan;82 %;Sesuai Ekspektasi;\n",
    );
    let staff = form(
        ("Bagas Adikarsa", B, "Pengolah Data"),
        ("Lintang Kertapati", A),
        "NO;RENCANA HASIL KERJA PIMPINAN YANG DIINTERVENSI;RENCANA HASIL KERJA;ASPEK;INDIKATOR KINERJA INDIVIDU;TARGET;\
         REALISASI BERDASARKAN BUKTI DUKUNG;UMPAN BALIK BERKELANJUTAN BERDASARKAN BUKTI DUKUNG\n\
         1;Mutu arsip;Tersusunnya daftar;Kuantitas;Jumlah;12 daftar;12 daftar;Sesuai Ekspektasi\n;;;Kualitas;Mutu;90 %;92 %;\n",
    );
    let of = |files: &[(&str, String)]| run(folder(files).path(), &["nilai", ".", "--tahun", "2025"]).1;
    let forms = vec![("a.csv", head.clone()), ("b.csv", staff.clone())];
    let hasil = of(&forms);
    let wanted = outcome(&hasil);
    assert_eq!(person(&hasil, B), (Some("Baik"), "Dinas Arsip"), "{hasil}");
    let shifted = |text: &str| format!(";{}\n", text.trim_end().replace('\n', "\n;"));
    for (what, changed) in [
        ("titled", format!("DINAS ARSIP\nJalan Arsip 1 Telepon (021) 123456\n{staff}")),
        ("blank", staff.replace("HASIL KERJA;;;;;;;\n1", "HASIL KERJA;;;;;;;\n\n\n1")),
        (
            "signed",
            format!("{staff};;;;Sukamaju, 2 Januari 2026\n;;;;Pejabat Penilai,\n\n;;;;Lintang\n;;;;NIP. {A}\n"),
        ),
        ("shifted", shifted(&staff)),
        (
            "edge",
            staff.replace("12 daftar;Sesuai Ekspektasi", "12 daftar;Sesuai Ekspektasi;catatan"),
        ),
    ] {
        let files = vec![("a.csv", head.clone()), ("b.csv", changed)];
        assert_eq!(outcome(&of(&files)), wanted, "{what}");
    }
    let beside = |base: &[(&'static str, String)], wanted: &(Json, Json)| {
        let mut all = base.to_vec();
        for list in lists() {
            let mut files = base.to_vec();
            files.push(list.clone());
            assert_eq!(outcome(&of(&files)), *wanted, "{}", list.0);
            all.push(list);
        }
        all.push(("salinan.csv", base[1].1.clone()));
        assert_eq!(outcome(&of(&all)), *wanted, "all of them, and a copy");
    };
    beside(&forms, &wanted);
    let tables = whole();
    beside(&tables, &outcome(&of(&tables)));
}

/// Where the two are of different measures no figure is called far from the other.
#[test]
fn figures_of_two_measures_are_not_compared() {
    for (target, attained) in [
        ("15,menit", "1 jam"),
        ("2,minggu", "12 hari"),
        ("10,dokumen", "Rp 10.000.000"),
        ("10,hari", "120 hari kerja"),
    ] {
        let mut files = clean();
        files[1].1 = files[1].1.replace("12,daftar", target);
        files[2].1 = files[2].1.replace("2025,12,", &format!("2025,{attained},"));
        let (_, hasil) = run(
            folder(&files).path(),
            &["nilai", ".", "--tahun", "2025", "--aturan", "pp-30-2019"],
        );
        let told = codes(&hasil);
        assert!(
            told.contains(&"REA004") && !told.iter().any(|c| matches!(*c, "REA053" | "REA058")),
            "{attained}: {hasil}"
        );
    }
}

/// A NIP that was copied down beside another name: nobody of the two is scored by the other's row, and both stay in the result.
#[test]
fn a_nip_beside_two_names_is_nobodys() {
    let list = |nama: &str, predikat: &str| {
        format!(
            "No;Nama;NIP;Unit Kerja;Predikat\n1;Ani Lestari, S.E.;{A};Arsip;Baik\n2;{nama};{A};Arsip;{predikat}\n3;Dewi;{C};Arsip;Baik\n"
        )
    };
    for predikat in ["Baik", "Kurang", ""] {
        let (exit, hasil) = score(&list("Bagas Adikarsa", predikat));
        assert_eq!(exit, 1, "{hasil}");
        assert!(codes(&hasil).contains(&"IDN008"), "{hasil}");
        assert!(
            !codes(&hasil).iter().any(|c| matches!(*c, "HSL008" | "HSL020" | "IDN003")),
            "{hasil}"
        );
        let waiting = hasil["pegawai"].as_array().unwrap().iter().filter(|p| p["nip"] == A);
        let waiting: Vec<_> = waiting.map(|p| (p["nama"].as_str(), p["sebab"].to_string())).collect();
        let because = r#"["nip_dua_nama"]"#.to_owned();
        let both = [
            (Some("Ani Lestari, S.E."), because.clone()),
            (Some("Bagas Adikarsa"), because),
        ];
        assert_eq!(waiting, both, "{hasil}");
        assert_eq!(person(&hasil, C).0, Some("Baik"), "{hasil}");
    }
    for nama in [
        "ANI LESTARI",
        "Lestari, Ani",
        "A. Lestari",
        "Dra. Hj. Ani Lestari, M.Si.",
        "-",
    ] {
        let (exit, hasil) = score(&list(nama, "Baik"));
        assert_eq!((exit, person(&hasil, A).0), (0, Some("Baik")), "{nama}: {hasil}");
        assert!(!codes(&hasil).contains(&"IDN008"), "{nama}: {hasil}");
    }
}

/// The same of a row of marks, where a table of people tells both NIPs: whose row it is waits, and is not told to lack it.
#[test]
fn a_mark_beside_the_name_of_another_is_not_the_owners() {
    let dir = folder(&[
        (
            "pegawai.csv",
            format!("nip,nama,jabatan,unit_kerja\n{A},Ani,Arsiparis,Arsip\n{B},Bagas,Staf,Arsip\n{C},Dewi,Staf,Arsip\n"),
        ),
        (
            "penilaian.csv",
            format!("nip,nama,hasil_akhir\n{A},Bagas,Baik\n{C},Dewi,Baik\n"),
        ),
    ]);
    let (exit, hasil) = run(dir.path(), &["nilai", ".", "--tahun", "2025"]);
    assert_eq!((exit, person(&hasil, A).0, person(&hasil, B).0), (1, None, None), "{hasil}");
    assert_eq!(person(&hasil, C).0, Some("Baik"), "{hasil}");
    let told = hasil["temuan"].to_string();
    assert!(
        told.contains("IDN008") && told.contains(B) && !told.contains("HSL007"),
        "{hasil}"
    );
}

/// What a list has no column for is missing there and contradicts nothing; what two lists say differently does.
#[test]
fn a_list_without_a_column_contradicts_no_other() {
    let list = |header: &str, a: &str, b: &str| format!("NIP;Nama;{header}\n{A};Lintang Kertapati;{a}\n{B};Gagas Wirajaya;{b}\n");
    let with_post = list(
        "Jabatan;Unit Kerja;Predikat",
        "Arsiparis;Arsip;Baik",
        "Analis;Umum;Sangat Baik",
    );
    for (name, other, nip_atasan) in [
        (
            "without the post",
            list("Unit Kerja;Predikat", "ARSIP;Baik", "Umum;Sangat Baik"),
            None,
        ),
        (
            "with the grade",
            list("Unit Kerja;Golongan;Predikat", "Arsip;III/a;Baik", "Umum;III/b;Sangat Baik"),
            None,
        ),
        (
            "with the head",
            list(
                "Unit Kerja;NIP Atasan;Predikat",
                &format!("Arsip;{B};Baik"),
                "Umum;;Sangat Baik",
            ),
            Some(B),
        ),
    ] {
        for files in [
            [("a.csv", &with_post), ("b.csv", &other)],
            [("a.csv", &other), ("b.csv", &with_post)],
        ] {
            let files = files.map(|(name, text)| (name, text.clone()));
            let (exit, hasil) = run(folder(&files).path(), &["nilai", ".", "--tahun", "2025"]);
            assert!(!codes(&hasil).contains(&"IDN003"), "{name}: {hasil}");
            assert_eq!(person(&hasil, A).0, Some("Baik"), "{name}: {hasil}");
            assert_eq!(hasil["pegawai"][0]["nip_atasan"].as_str(), nip_atasan, "{name}: {hasil}");
            assert_eq!(exit, 0, "{name}: {hasil}");
        }
    }
    // Of people alone, the atasan in one list and the post in the other.
    let posts = list("Jabatan;Jenis Jabatan", "Arsiparis;fungsional", "Kepala Arsip;administrator");
    let units = list("Unit Kerja;Golongan;NIP Atasan", &format!("Arsip;III/a;{B}"), "Arsip;III/d;");
    let files = [("a.csv", posts.clone()), ("b.csv", units)];
    let (_, hasil) = run(folder(&files).path(), &["nilai", ".", "--tahun", "2025"]);
    assert!(!codes(&hasil).contains(&"IDN003"), "{hasil}");
    let first = hasil["pegawai"].as_array().unwrap().iter().find(|p| p["nip"] == A).unwrap();
    assert_eq!(
        (&first["unit_kerja"], &first["nip_atasan"]),
        (&"Arsip".into(), &B.into()),
        "{hasil}"
    );
    // Another unit or another post: two of them that nobody chooses between.
    for other in [
        list("Unit Kerja;Predikat", "Perpustakaan;Baik", "Umum;Sangat Baik"),
        list(
            "Jabatan;Unit Kerja;Predikat",
            "Pustakawan;Arsip;Baik",
            "Analis;Umum;Sangat Baik",
        ),
    ] {
        let files = [("a.csv", with_post.clone()), ("b.csv", other)];
        let (exit, hasil) = run(folder(&files).path(), &["nilai", ".", "--tahun", "2025"]);
        assert_eq!((exit, person(&hasil, A).0), (1, None), "{hasil}");
        assert!(codes(&hasil).contains(&"IDN003"), "{hasil}");
    }
}
