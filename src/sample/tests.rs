//! What is written agrees with itself: read back through the csv crate, table by table.

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::path::Path;

use super::*;

type Rows = Vec<HashMap<String, String>>;

fn read(folder: &Path, table: &str) -> Rows {
    let bytes = std::fs::read(folder.join(format!("{table}.csv"))).unwrap();
    let bytes = bytes.strip_prefix(b"\xEF\xBB\xBF").expect("BOM");
    let mut reader = csv::ReaderBuilder::new().delimiter(b';').from_reader(bytes);
    let header = reader.headers().unwrap().clone();
    reader
        .records()
        .map(|r| {
            let r = r.unwrap();
            header.iter().map(str::to_owned).zip(r.iter().map(str::to_owned)).collect()
        })
        .collect()
}

fn folder_for(rencana: &Rencana) -> tempfile::TempDir {
    let dir = tempfile::tempdir().unwrap();
    write_csv_folder(rencana, dir.path()).unwrap();
    dir
}

fn counts(rows: &Rows) -> BTreeMap<&str, usize> {
    let mut counts = BTreeMap::new();
    for row in rows {
        *counts.entry(row["nip"].as_str()).or_default() += 1;
    }
    counts
}

#[test]
fn the_tables_agree_with_each_other() {
    let dir = folder_for(&Rencana {
        pegawai: 1500,
        seed: 3,
        ..Rencana::default()
    });
    for table in TABLES {
        let rows = read(dir.path(), table.as_str());
        for column in columns(table) {
            assert!(
                rows.iter().any(|r| !r[column.name].is_empty()),
                "no row says {} of {}",
                column.name,
                table.as_str()
            );
        }
    }
    let pegawai = read(dir.path(), "pegawai");
    let nips: BTreeSet<&str> = pegawai.iter().map(|r| r["nip"].as_str()).collect();
    assert_eq!(nips.len(), 1500);
    let units: BTreeSet<String> = read(dir.path(), "unit").iter().map(|r| r["unit_kerja"].clone()).collect();
    let skp = read(dir.path(), "skp");
    let utama: BTreeSet<(&str, &str)> = skp
        .iter()
        .filter(|r| r["jenis"] == "utama")
        .map(|r| (r["nip"].as_str(), r["kode_rhk"].as_str()))
        .collect();
    let sasaran: BTreeSet<String> = read(dir.path(), "sasaran").iter().map(|r| r["kode"].clone()).collect();
    for row in &pegawai {
        assert!(units.contains(&row["unit_kerja"]), "{}", row["unit_kerja"]);
        assert!(row["nip_atasan"].is_empty() || nips.contains(row["nip_atasan"].as_str()));
    }
    // Every utama hangs on a utama of the atasan of that posting, or on a sasaran.
    let posting = |nip: &str, mulai: &str| {
        pegawai
            .iter()
            .find(|r| r["nip"] == nip && r["plt"] != "ya" && r["mulai"] == mulai)
            .unwrap()
    };
    for row in skp.iter().filter(|r| r["jenis"] == "utama" && !r["rhk"].is_empty()) {
        let post = posting(&row["nip"], &row["mulai"]);
        let above = row["kode_rhk_atasan"].as_str();
        if post["jenis_jabatan"] == "jpt_pratama" {
            assert!(sasaran.contains(above), "{above}");
        } else {
            assert!(utama.contains(&(post["nip_atasan"].as_str(), above)), "{above}");
        }
    }
    // Every indicator has a realisasi, and no realisasi is without an indicator.
    let key = |r: &HashMap<String, String>| (r["nip"].clone(), r["kode_rhk"].clone(), r["aspek"].clone());
    let indicators: BTreeSet<_> = skp.iter().map(key).collect();
    assert_eq!(indicators.len(), skp.len());
    let reached: BTreeSet<_> = read(dir.path(), "realisasi").iter().map(key).collect();
    assert_eq!(indicators, reached);
    // The people without SKP are the excepted ones.
    let excepted = read(dir.path(), "pengecualian");
    assert!(!excepted.is_empty());
    let with_skp: BTreeSet<&str> = skp.iter().map(|r| r["nip"].as_str()).collect();
    let without: BTreeSet<&str> = nips.difference(&with_skp).copied().collect();
    assert_eq!(without, excepted.iter().map(|r| r["nip"].as_str()).collect());
}

#[test]
fn variety_is_there() {
    let dir = folder_for(&Rencana {
        pegawai: 1500,
        ..Rencana::default()
    });
    let pegawai = read(dir.path(), "pegawai");
    assert!(pegawai.iter().any(|r| r["plt"] == "ya"));
    assert!(
        pegawai
            .iter()
            .any(|r| r["status"] == "tugas_belajar" && r["nilai_ditetapkan"] == "92")
    );
    assert!(pegawai.iter().any(|r| r["mulai"] == "01/07/2025"));
    let targets: BTreeSet<String> = read(dir.path(), "skp").into_iter().map(|r| r["target"].clone()).collect();
    for style in ["≥ 75", "82%", "76 - 80", "12 laporan", "≤ 7"] {
        assert!(targets.contains(style), "{style}");
    }
    let realisasi = read(dir.path(), "realisasi");
    assert!(realisasi.iter().any(|r| r["periode"] == "2025-TW1"));
    assert!(realisasi.iter().any(|r| r["realisasi"].contains(',')));
    assert!(!realisasi.iter().any(|r| r["realisasi"].contains('.')));
}

#[test]
fn a_plan_for_one_kind_of_rule_set_has_the_shape_of_the_measurements() {
    for id in ["pp-30-2019", "permenpanrb-6-2022"] {
        let dir = folder_for(&Rencana {
            pegawai: 300,
            perilaku: Perilaku::for_aturan(id).unwrap(),
            ..Rencana::default()
        });
        for (table, each) in [("pegawai", 1), ("skp", 8), ("realisasi", 8), ("perilaku", 7)] {
            let rows = read(dir.path(), table);
            let counts = counts(&rows);
            assert_eq!(counts.len(), 300, "{table}");
            assert!(counts.values().all(|&n| n == each), "{id} {table}");
        }
        assert!(read(dir.path(), "pengecualian").is_empty());
    }
}

#[test]
fn the_same_plan_gives_the_same_bytes_and_another_seed_others() {
    let plan = |seed| Rencana {
        pegawai: 60,
        seed,
        ..Rencana::default()
    };
    let dir = tempfile::tempdir().unwrap();
    let bytes = |name: &str, seed| {
        let path = dir.path().join(name);
        write_xlsx(&plan(seed), &path).unwrap();
        std::fs::read(path).unwrap()
    };
    assert!(bytes("a.xlsx", 1) == bytes("b.xlsx", 1));
    assert!(bytes("c.xlsx", 2) != bytes("a2.xlsx", 1));
}

#[test]
fn the_first_people_do_not_depend_on_how_many_there_are() {
    let rows = |pegawai| {
        let dir = folder_for(&Rencana {
            pegawai,
            perilaku: Perilaku::Word,
            ..Rencana::default()
        });
        read(dir.path(), "skp").into_iter().take(800).collect::<Vec<_>>()
    };
    assert!(rows(100) == rows(130));
}

#[test]
fn a_sheet_that_is_full_goes_on_in_a_next_one() {
    use calamine::Reader as _;
    let dir = tempfile::tempdir().unwrap();
    let path = dir.path().join("penuh.xlsx");
    let rencana = Rencana {
        pegawai: 20,
        perilaku: Perilaku::Angka,
        ..Rencana::default()
    };
    write_xlsx_limited(&rencana, &path, 101).unwrap();
    let mut book: calamine::Xlsx<_> = calamine::open_workbook(&path).unwrap();
    let names = book.sheet_names();
    assert_eq!(&names[3..7], ["skp", "skp 2", "realisasi", "realisasi 2"]);
    let (first, second) = (book.worksheet_range("skp").unwrap(), book.worksheet_range("skp 2").unwrap());
    assert_eq!((first.height(), second.height()), (101, 61));
    assert_eq!(first.rows().next(), second.rows().next(), "the header stands on both");
}

#[test]
fn faults_hit_about_the_share_asked_for_and_nobody_without() {
    let rencana = Rencana {
        pegawai: 4000,
        faults: FaultRate::percent(5),
        ..Rencana::default()
    };
    let people = SamplePeople::new(&rencana);
    let faults: Vec<_> = (0..4000).filter_map(|i| fault::of(&rencana, &people.get(i))).collect();
    assert!((150..250).contains(&faults.len()), "{}", faults.len());
    assert!(faults.iter().collect::<BTreeSet<_>>().len() >= 22, "all kinds occur");
    let sound = Rencana {
        faults: FaultRate::NONE,
        ..rencana.clone()
    };
    assert!((0..4000).all(|i| fault::of(&sound, &people.get(i)).is_none()));
}

#[test]
fn a_rounded_nip_is_a_number_in_the_workbook_and_an_exponent_in_csv() {
    let dir = folder_for(&Rencana {
        pegawai: 2000,
        faults: FaultRate::percent(50),
        ..Rencana::default()
    });
    let nips: Vec<String> = read(dir.path(), "pegawai").into_iter().map(|r| r["nip"].clone()).collect();
    assert!(nips.iter().any(|n| n.ends_with("E+17")));
    assert!(nips.iter().any(|n| n.len() == 17));
    assert!(nips.iter().any(|n| n.contains('O')));
    let targets: Vec<String> = read(dir.path(), "skp").into_iter().map(|r| r["target"].clone()).collect();
    assert!(targets.iter().any(|t| t == "1.234"));
    // Nothing else in the column may decide how it is to be read.
    assert!(targets.iter().all(|t| t == "1.234" || !t.contains(['.', ','])));
}

#[test]
fn nothing_is_overwritten_unasked_and_sizes_are_bounded() {
    let dir = tempfile::tempdir().unwrap();
    let path = dir.path().join("ada.xlsx");
    std::fs::write(&path, "jangan").unwrap();
    let mut rencana = Rencana {
        pegawai: 3,
        ..Rencana::default()
    };
    assert!(matches!(write_xlsx(&rencana, &path), Err(SampleError::Output(OutputError::Exists(p))) if p == path));
    assert_eq!(std::fs::read(&path).unwrap(), b"jangan");
    std::fs::write(dir.path().join("skp.csv"), "jangan").unwrap();
    assert!(matches!(
        write_csv_folder(&rencana, dir.path()),
        Err(SampleError::Output(OutputError::Exists(_)))
    ));
    assert!(!dir.path().join("pegawai.csv").exists());
    rencana.overwrite = true;
    write_xlsx(&rencana, &path).unwrap();
    write_csv_folder(&rencana, dir.path()).unwrap();
    assert_eq!(read(dir.path(), "pegawai").len(), 3);
    // No temporary file is left behind.
    assert_eq!(std::fs::read_dir(dir.path()).unwrap().count(), 9);
    rencana.pegawai = PEGAWAI_MAX + 1;
    assert!(matches!(write_xlsx(&rencana, &path), Err(SampleError::Size(_))));
}
