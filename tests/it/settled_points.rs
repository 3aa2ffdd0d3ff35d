//! All of `aturan.md` section 6, from files to findings: each settled point with its case, as data
//! (`fixtures/titik/aturan-6.toml`), for what people wait (`menunggu.toml`), what the nilai of an RHK is made of
//! (`nilai-rhk.toml`), what stands for a rating that nobody typed and which posting counts (`usulan-jabatan.toml`), and what rows
//! make of people whom they cannot be joined with (`baris-lepas.toml`). What the worked cases of `golden` say of the scoring alone is said here of a run.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::path::Path;

use serde::Deserialize;
use skp::model::vocab::{AspekPerilaku, Word as _};
use skp::model::{Hierarchy, PegawaiId, PeriodChoice, Periode};
use skp::run::{Request, Run};
use skp::score::waiting::{Actor, Waiting, daftar};
use skp::score::{ScoreOptions, explain};

use crate::support::cases::hasil;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct PointFile {
    #[serde(rename = "titik")]
    points: Vec<Point>,
}

#[derive(Deserialize, Default)]
#[serde(deny_unknown_fields, default)]
struct Point {
    nama: String,
    periode: Option<String>,
    /// A rule set, or one of `docs/contoh-aturan-*.toml`.
    aturan: Option<String>,
    contoh: Option<String>,
    unit: Vec<String>,
    pegawai: Vec<String>,
    sasaran: Vec<String>,
    skp: Vec<String>,
    realisasi: Vec<String>,
    perilaku: Vec<String>,
    penilaian: Vec<String>,
    /// "person;rating hasil kerja;rating perilaku kerja;alasan", as the sheet Kalibrasi has them.
    kalibrasi: Vec<String>,
    /// "person key value", by the keys of the worked cases.
    harapan: Vec<String>,
    /// "person code level" (`-` where a finding is about nobody), and "person code" that must not be.
    temuan: Vec<String>,
    tidak: Vec<String>,
    /// Words that some message has, or none.
    kata: Vec<String>,
    #[serde(rename = "tanpa_kata")]
    never_said: Vec<String>,
    /// "person words": what a step of the explanation says, or the way to the next better predikat.
    langkah: Vec<String>,
    /// "person words": what no step of it says.
    #[serde(rename = "bukan_langkah")]
    no_step: Vec<String>,
    /// "group n": how many count in it.
    kelompok: Vec<String>,
    /// "person actor matter RHK": for whom and what people wait, all of it.
    menunggu: Vec<String>,
}

fn nip(person: &str) -> String {
    format!("19800101200501100{person}")
}

/// The cells of "N; column=value; …", with what every row of the table has unless it says otherwise.
fn cells(row: &str, usual: &[(&str, &str)]) -> BTreeMap<String, String> {
    let mut parts = row.split(';').map(str::trim);
    let person = parts.next().unwrap();
    let mut all: BTreeMap<String, String> = usual.iter().map(|(k, v)| ((*k).to_owned(), (*v).to_owned())).collect();
    if !person.is_empty() {
        all.insert("nip".into(), nip(person));
    }
    for part in parts {
        let (key, value) = part.split_once('=').unwrap_or((part, "ya"));
        let value = value.strip_prefix('#').map_or_else(|| value.to_owned(), nip);
        all.insert(key.to_owned(), value);
    }
    all
}

fn write(folder: &Path, table: &str, rows: &[BTreeMap<String, String>]) {
    if rows.is_empty() {
        return;
    }
    let mut columns: Vec<&String> = rows.iter().flat_map(BTreeMap::keys).collect();
    columns.sort_unstable();
    columns.dedup();
    let mut csv = columns.iter().map(|c| c.as_str()).collect::<Vec<_>>().join(";") + "\n";
    for row in rows {
        let line: Vec<&str> = columns.iter().map(|c| row.get(*c).map_or("", |v| v)).collect();
        writeln!(csv, "{}", line.join(";")).unwrap();
    }
    std::fs::write(folder.join(format!("{table}.csv")), csv).unwrap();
}

fn run(point: &Point) -> Run {
    let folder = tempfile::tempdir().unwrap();
    let of = |rows: &[String], usual: &[(&str, &str)]| rows.iter().map(|r| cells(r, usual)).collect::<Vec<_>>();
    write(folder.path(), "unit", &of(&point.unit, &[]));
    let usual = [
        ("jabatan", "Analis"),
        ("jenis_jabatan", "pelaksana"),
        ("unit_kerja", "Bagian A"),
    ];
    let mut pegawai = of(&point.pegawai, &usual);
    for row in &mut pegawai {
        let name = format!("Orang {}", row["nip"].chars().last().unwrap());
        row.entry("nama".into()).or_insert(name);
    }
    write(folder.path(), "pegawai", &pegawai);
    write(
        folder.path(),
        "sasaran",
        &of(&point.sasaran, &[("sasaran", "Meningkatnya mutu")]),
    );
    let usual = [
        ("jenis", "utama"),
        ("rhk", "Tersusunnya dokumen"),
        ("aspek", "kuantitas"),
        ("indikator", "Jumlah dokumen"),
        ("target", "10"),
        ("satuan", "dokumen"),
    ];
    write(folder.path(), "skp", &of(&point.skp, &usual));
    let usual = [
        ("aspek", "kuantitas"),
        ("realisasi", "10"),
        ("umpan_balik", "sesuai ekspektasi"),
    ];
    write(folder.path(), "realisasi", &of(&point.realisasi, &usual));
    let mut perilaku = Vec::new();
    for row in of(&point.perilaku, &[("penilai", "atasan")]) {
        if row.contains_key("aspek") {
            perilaku.push(row);
            continue;
        }
        let all: &[AspekPerilaku] = if row.contains_key("numerik") {
            // The fifth is for those who lead.
            &AspekPerilaku::NUMERIK[..4]
        } else {
            &AspekPerilaku::BERAKHLAK
        };
        for aspek in all {
            let mut one = row.clone();
            one.remove("numerik");
            one.insert("aspek".into(), aspek.as_str().to_owned());
            perilaku.push(one);
        }
    }
    write(folder.path(), "perilaku", &perilaku);
    write(folder.path(), "penilaian", &of(&point.penilaian, &[]));
    let kalibrasi = (!point.kalibrasi.is_empty()).then(|| folder.path().join("kalibrasi.csv"));
    if let Some(path) = &kalibrasi {
        let mut csv = "NIP;Rating hasil kerja;Rating perilaku kerja;Alasan\n".to_owned();
        for row in &point.kalibrasi {
            let (person, rest) = row.split_once(';').unwrap();
            writeln!(csv, "{};{rest}", nip(person)).unwrap();
        }
        std::fs::write(path, csv).unwrap();
    }
    let periode: Periode = point.periode.as_deref().unwrap_or("2025").parse().unwrap();
    let contoh = point
        .contoh
        .as_ref()
        .map(|c| format!("{}/docs/contoh-aturan-{c}.toml", env!("CARGO_MANIFEST_DIR")));
    Run::new(&Request {
        masukan: vec![folder.path().to_owned()],
        periode: PeriodChoice {
            tahun: None,
            periode: Some(periode),
        },
        aturan: contoh.or_else(|| point.aturan.clone()),
        not_input: kalibrasi.iter().cloned().collect(),
        kalibrasi,
        ..Request::default()
    })
    .unwrap_or_else(|e| panic!("{}: {e}", point.nama))
}

/// Who waits for whom, in the order that is shown.
fn waiting_list(run: &Run) -> Vec<String> {
    let number = |id: PegawaiId| run.data.pegawai(id).nip.chars().last().unwrap();
    let one = |w: &Waiting| {
        let actor = match &w.responsible {
            Actor::Pegawai(id) => number(*id).to_string(),
            Actor::OutsideData(nip) => format!("luar {}", nip.chars().last().unwrap()),
            Actor::Kepegawaian => "kepegawaian".to_owned(),
        };
        let rhk = w.rhk.map_or("-", |id| &*run.data.pegawai(id.pegawai).rhk[id.rhk].kode);
        format!("{} {actor} {:?} {rhk}", number(w.waiting_person), w.matter)
    };
    daftar(&run.data, &run.scores, &Hierarchy::new(&run.data))
        .iter()
        .map(one)
        .collect()
}

/// Everything of a point that does not hold.
fn wrong(point: &Point) -> Vec<String> {
    let run = run(point);
    let mut wrong = Vec::new();
    for line in &point.harapan {
        let (person, rest) = line.split_once(' ').unwrap();
        let (key, wanted) = rest.split_once(' ').unwrap();
        let h = run.scores.pegawai.iter().find(|h| *h.nip == *nip(person));
        let found = h.map_or_else(|| "tidak ada".to_owned(), |h| hasil(h, run.rhk().of_person(h.id), key));
        if found != wanted {
            wrong.push(format!("{person} {key}: {found}, seharusnya {wanted}"));
        }
    }
    let told: Vec<(String, &str, &str)> = run
        .findings
        .iter()
        .map(|f| {
            let person = f
                .nip
                .as_ref()
                .map_or("-".to_owned(), |n| n.chars().last().unwrap().to_string());
            (person, f.kode, f.level.as_str())
        })
        .collect();
    for line in &point.temuan {
        let [person, code, level] = line.split(' ').collect::<Vec<_>>()[..] else {
            panic!("{line}")
        };
        if !told.iter().any(|t| (&*t.0, t.1, t.2) == (person, code, level)) {
            wrong.push(format!("tanpa temuan {line}"));
        }
    }
    for line in &point.tidak {
        let (person, code) = line.split_once(' ').unwrap();
        if told.iter().any(|t| (&*t.0, t.1) == (person, code)) {
            wrong.push(format!("dengan temuan {line}"));
        }
    }
    let steps_say = |line: &str| {
        let (person, words) = line.split_once(' ').unwrap();
        let (id, _) = run.data.all().find(|(_, p)| *p.nip == *nip(person)).unwrap();
        let told = explain(&run.data, &run.aturan, &ScoreOptions::default(), id);
        format!("{:?} {:?}", told.step, told.next).contains(words)
    };
    for line in point.langkah.iter().filter(|line| !steps_say(line)) {
        wrong.push(format!("langkah tidak mengatakan {line}"));
    }
    for line in point.no_step.iter().filter(|line| steps_say(line)) {
        wrong.push(format!("langkah mengatakan {line}"));
    }
    let says = |word: &String| {
        run.findings
            .iter()
            .any(|f| f.message.contains(&**word) || f.acuan.contains(&**word))
    };
    wrong.extend(
        point
            .kata
            .iter()
            .filter(|w| !says(w))
            .map(|w| format!("tidak mengatakan {w}")),
    );
    wrong.extend(point.never_said.iter().filter(|w| says(w)).map(|w| format!("mengatakan {w}")));
    for line in &point.kelompok {
        let (group, n) = line.rsplit_once(' ').unwrap();
        let found = run
            .scores
            .unit
            .iter()
            .find(|u| &*u.unit_kerja == group)
            .map(|u| u.kelompok.n.to_string());
        if found.as_deref() != Some(n) {
            wrong.push(format!("kelompok {group}: {found:?}, seharusnya {n}"));
        }
    }
    if !point.menunggu.is_empty() {
        let found = waiting_list(&run);
        if found != point.menunggu {
            wrong.push(format!("menunggu {found:?}"));
        }
    }
    if !wrong.is_empty() {
        wrong.extend(told.iter().map(|t| format!("    {} {} {}", t.0, t.1, t.2)));
    }
    wrong
}

fn all_hold(text: &str) {
    let file: PointFile = toml::from_str(text).unwrap();
    let all: Vec<String> = file
        .points
        .iter()
        .map(|p| (p, wrong(p)))
        .filter(|(_, w)| !w.is_empty())
        .map(|(p, w)| format!("{}:\n  {}", p.nama, w.join("\n  ")))
        .collect();
    assert!(all.is_empty(), "\n{}", all.join("\n"));
    assert!(file.points.len() >= 10);
}

#[test]
fn every_settled_point_holds_from_the_file_to_the_finding() {
    all_hold(include_str!("../../fixtures/titik/aturan-6.toml"));
}

#[test]
fn what_stands_for_a_rating_and_which_posting_counts() {
    all_hold(include_str!("../../fixtures/titik/usulan-jabatan.toml"));
}

#[test]
fn nobody_waits_for_what_his_files_hold() {
    all_hold(include_str!("../../fixtures/titik/menunggu.toml"));
}

#[test]
fn what_cannot_be_joined_makes_nobody_half() {
    all_hold(include_str!("../../fixtures/titik/baris-lepas.toml"));
}

#[test]
fn what_the_nilai_of_an_rhk_comes_from() {
    all_hold(include_str!("../../fixtures/titik/nilai-rhk.toml"));
}
