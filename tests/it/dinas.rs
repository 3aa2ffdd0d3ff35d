//! The fixtures of `fixtures/dinas` and the instansi of `skp contoh` are what they claim to be,
//! from bytes to results, under all three rule sets.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use skp::input::{Inputs, ReadOptions, Value, read};
use skp::model::assemble::{PeriodChoice, build};
use skp::model::{Data, Periode};
use skp::rules::Aturan;
use skp::sample::{Perilaku, Rencana, write_csv_folder, write_xlsx};
use skp::score::{ScoreOptions, Scores, Status, score};
use skp::table::recognise;

const IDS: [&str; 3] = ["permenpanrb-6-2022", "pp-30-2019", "permenpanrb-8-2021"];

struct Ran {
    inputs: Inputs,
    problems: Vec<(&'static str, String)>,
    data: Data,
    aturan: Aturan,
    scores: Scores,
}

fn run(path: &Path, id: &str) -> Ran {
    let inputs = read(&[path.to_owned()], &ReadOptions::default());
    let tables = recognise(&inputs);
    let choice = PeriodChoice {
        tahun: Some(2025),
        periode: None,
    };
    let data = build(&inputs, &tables, &choice).unwrap();
    let aturan = Aturan::load(id, Periode::Tahun(2025)).unwrap();
    let scores = score(&data, &aturan, &ScoreOptions::default());
    let all = inputs.problems.iter().chain(&tables.problems).chain(&data.problems);
    let problems = all
        .map(|p| {
            let place = p.at.map_or(String::new(), |at| {
                let sheet = inputs.sheet(at.sheet()).name.as_deref().unwrap_or("").to_owned();
                format!("{sheet}!{}", at.a1())
            });
            (p.kode(), place)
        })
        .collect();
    Ran {
        inputs,
        problems,
        data,
        aturan,
        scores,
    }
}

fn fixture(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures/dinas").join(name)
}

impl Ran {
    fn status(&self, status: Status) -> usize {
        self.scores.pegawai.iter().filter(|p| p.status() == status).count()
    }

    fn not_scored(&self) -> Vec<&str> {
        let waiting = self.scores.pegawai.iter().filter(|p| p.status() == Status::BelumDapatDinilai);
        waiting.map(|p| &*p.nip).collect()
    }

    fn predikat(&self) -> BTreeMap<String, usize> {
        let mut counts = BTreeMap::new();
        for p in &self.scores.pegawai {
            if let Some(predikat) = p.label() {
                *counts.entry(predikat.to_string()).or_default() += 1;
            }
        }
        counts
    }
}

#[test]
fn the_dinas_is_scored_under_all_rule_sets_from_both_forms() {
    for id in IDS {
        let (book, folder) = (run(&fixture("dinas.xlsx"), id), run(&fixture("csv"), id));
        for l in [&book, &folder] {
            assert_eq!(l.data.pegawai.len(), 62, "{id}");
            assert_eq!(l.status(Status::Dikecualikan), 2, "{id}");
            // The one with half of the RHK below waits for the penilai.
            let waiting: &[&str] = if id == IDS[0] { &["198107102012122004"] } else { &[] };
            assert_eq!(l.not_scored(), waiting, "{id}");
        }
        assert_eq!(book.predikat(), folder.predikat());
        let mask = skp::report::mask::Mask::off();
        let by_name = |l: &Ran| {
            let person = |p| skp::report::json::Person::new(&l.data, &l.aturan, p, &mask);
            let people = l
                .scores
                .pegawai
                .iter()
                .zip(l.scores.rhk(&l.data, &l.aturan).by_person())
                .map(person);
            people.map(|p| serde_json::to_value(p).unwrap()).collect::<Vec<_>>()
        };
        assert_eq!(by_name(&book), by_name(&folder), "{id}: xlsx and csv give the same figures");
    }
}

#[test]
fn the_predikat_of_the_dinas_are_those_of_the_reference() {
    let expected = [
        ("permenpanrb-6-2022", [10, 36, 12, 0, 1]),
        ("pp-30-2019", [7, 39, 13, 1, 0]),
        ("permenpanrb-8-2021", [7, 39, 12, 2, 0]),
    ];
    for (id, counts) in expected {
        let found = run(&fixture("dinas.xlsx"), id).predikat();
        let middle = if id == IDS[0] { "Butuh Perbaikan" } else { "Cukup" };
        let words = ["Sangat Baik", "Baik", middle, "Kurang", "Sangat Kurang"];
        let found = words.map(|w| found.get(w).copied().unwrap_or(0));
        assert_eq!(found, counts, "{id}");
    }
}

#[test]
fn the_dinas_has_only_the_oddities_it_is_meant_to_have() {
    let l = run(&fixture("dinas.xlsx"), IDS[0]);
    let mut kinds: Vec<&str> = l.problems.iter().map(|p| p.0).collect();
    kinds.sort_unstable();
    kinds.dedup();
    assert_eq!(kinds, ["REA022", "REA023", "STR014",], "{:?}", l.problems);
}

/// Exit code and JSON of `skp nilai`.
fn nilai(name: &str, id: &str) -> (i32, serde_json::Value) {
    let output = std::process::Command::new(env!("CARGO_BIN_EXE_skp"))
        .arg("nilai")
        .arg(fixture(name))
        .args(["--tahun", "2025", "--aturan", id, "--format", "json"])
        .output()
        .unwrap();
    (output.status.code().unwrap(), serde_json::from_slice(&output.stdout).unwrap())
}

#[test]
fn a_run_over_the_dinas_ends_with_0_and_has_something_to_show() {
    for id in IDS {
        let (exit, hasil) = nilai("dinas.xlsx", id);
        assert_eq!(exit, 0, "{id}: {}", hasil["temuan"]);
        assert_eq!(hasil["ringkasan"]["galat"], 0, "{id}");
        let told: Vec<&str> = hasil["temuan"]
            .as_array()
            .unwrap()
            .iter()
            .map(|t| t["kode"].as_str().unwrap())
            .collect();
        for family in ["TGT", "REA", "KAS", "HSL", "DST"] {
            assert!(told.iter().any(|k| k.starts_with(family)), "{id} {family}: {told:?}");
        }
        let out = hasil["unit"]
            .as_array()
            .unwrap()
            .iter()
            .filter(|u| u["distribusi"]["mungkin"] == true && u["distribusi"]["sesuai"] == false);
        assert_eq!(out.count(), if id == IDS[0] { 1 } else { 2 }, "{id}");
    }
}

#[test]
fn every_fault_of_the_readme_is_found_at_its_cell() {
    let runs = [nilai("dinas-bercacat.xlsx", IDS[0]), nilai("dinas-bercacat.xlsx", IDS[1])];
    assert!(runs.iter().all(|(exit, _)| *exit == 1));
    for fault in faults() {
        let (sheet, cell) = fault.cell.split_once('!').unwrap();
        let found = runs
            .iter()
            .flat_map(|(_, hasil)| hasil["temuan"].as_array().unwrap())
            .any(|t| {
                t["tingkat"] == "galat"
                    && t["lembar"] == sheet
                    && t["sel"] == cell
                    && t["kode"].as_str().unwrap().starts_with(&fault.family)
            });
        assert!(found, "{} {}", fault.cell, fault.family);
    }
}

/// A row of the table of faults in the README.
struct Fault {
    cell: String,
    family: String,
    nip: String,
    /// Whether the person has a result in 6/2022 and in pp-30-2019.
    scored: [bool; 2],
}

fn faults() -> Vec<Fault> {
    let readme = std::fs::read_to_string(fixture("README.md")).unwrap();
    readme
        .lines()
        .filter_map(|line| {
            let cells: Vec<&str> = line.split('|').map(str::trim).collect();
            let number = cells.get(1)?.parse::<u32>().is_ok();
            let nip = cells.get(5)?.split_once('(')?.1.trim_end_matches(')');
            let cell = cells.get(2)?.trim_matches('`').to_owned();
            number.then(|| Fault {
                cell,
                family: cells[3].to_owned(),
                nip: nip.to_owned(),
                scored: [cells[6] == "yes", cells[7] == "yes"],
            })
        })
        .collect()
}

#[test]
fn the_faulty_dinas_loses_just_the_people_the_readme_names() {
    let faults = faults();
    assert_eq!(faults.len(), 17);
    for (id, scored) in [(IDS[0], 0), (IDS[1], 1)] {
        let l = run(&fixture("dinas-bercacat.xlsx"), id);
        for Fault {
            cell,
            nip,
            scored: by_set,
            ..
        } in &faults
        {
            let expected = by_set[scored];
            // Somebody whose NIP cannot be read stands there under what was written.
            let found = l.scores.pegawai.iter().find(|p| &*p.nip == nip.as_str());
            let found = found.is_some_and(|p| p.status() == Status::Dinilai);
            assert_eq!(found, expected, "{id} {cell} {nip}");
        }
        assert!(l.status(Status::Dinilai) >= 45, "{id}: the others are scored all the same");
    }
}

#[test]
fn the_readme_names_the_cells_as_the_file_has_them() {
    let l = run(&fixture("dinas-bercacat.xlsx"), IDS[1]);
    let at = |place: &str| {
        let (sheet, cell) = place.split_once('!').unwrap();
        let sheet = l.inputs.sheets.iter().find(|s| s.name.as_deref() == Some(sheet)).unwrap();
        let col = u16::from(cell.as_bytes()[0] - b'A');
        sheet.at(cell[1..].parse::<u32>().unwrap() - 1, col)
    };
    let faults = faults();
    assert!(matches!(at(&faults[0].cell), Value::Number { value, .. } if value > 1e17));
    assert!(matches!(at(&faults[1].cell), Value::Text(t) if t.len() == 17));
    assert!(matches!(at(&faults[4].cell), Value::Number { value, .. } if value == 0.0));
    assert_eq!(at(&faults[5].cell), Value::Text("1.234"));
    assert!(matches!(at(&faults[9].cell), Value::Empty));
    assert!(matches!(at(&faults[10].cell), Value::Error(_)));
    assert_eq!(at(&faults[16].cell), Value::Text("kuantitass"));
}

#[test]
fn a_generated_instansi_is_scored_whole_under_all_rule_sets() {
    let dir = tempfile::tempdir().unwrap();
    for (n, perilaku) in [Perilaku::All, Perilaku::Angka, Perilaku::Word].into_iter().enumerate() {
        let rencana = Rencana {
            pegawai: 250,
            seed: 11,
            perilaku,
            ..Rencana::default()
        };
        let path = dir.path().join(n.to_string());
        if n == 1 {
            write_csv_folder(&rencana, &path).unwrap();
        } else {
            write_xlsx(&rencana, &path).unwrap();
        }
        for id in IDS {
            if perilaku != Perilaku::All && Perilaku::for_aturan(id) != Some(perilaku) {
                continue;
            }
            let l = run(&path, id);
            assert!(l.problems.is_empty(), "{perilaku:?} {id}: {:?}", l.problems);
            assert!(l.not_scored().is_empty(), "{perilaku:?} {id}: {:?}", l.not_scored());
            assert_eq!(l.scores.pegawai.len(), 250);
        }
    }
}

#[test]
fn seeded_faults_are_told_and_the_others_are_scored() {
    let dir = tempfile::tempdir().unwrap();
    let path = dir.path().join("cacat.xlsx");
    let rencana = Rencana {
        pegawai: 400,
        faults: skp::sample::FaultRate::percent(20),
        ..Rencana::default()
    };
    write_xlsx(&rencana, &path).unwrap();
    for id in IDS {
        let l = run(&path, id);
        let told: std::collections::BTreeSet<&str> = l.problems.iter().map(|p| p.0).collect();
        for kind in ["IDN010", "IDN002", "IDN003", "STR017", "TGT020", "REA020", "STR015", "STR021"] {
            assert!(told.contains(&kind), "{id} {kind:?}");
        }
        let waiting = l.not_scored().len();
        assert!((10..=110).contains(&waiting), "{id}: {waiting} of 400 wait");
    }
}
