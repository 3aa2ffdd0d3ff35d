//! `--samarkan`: nothing of a name or NIP is left in any output, and nothing else is touched.

mod every_column;
mod odd_places;

use std::collections::BTreeSet;
use std::io::Read as _;
use std::path::Path;
use std::process::Command;

use clap::ValueEnum as _;

use skp::cli::Format;
use skp::run::{Request, Run};

/// Words of our own sentences that some names share; alone they are no name.
const OWN_WORDS: &[&str] = &["utama", "pratama", "madya"];

fn skp(args: &[&str]) -> String {
    let out = Command::new(env!("CARGO_BIN_EXE_skp"))
        .args(args)
        .current_dir(env!("CARGO_MANIFEST_DIR"))
        .output()
        .unwrap();
    String::from_utf8_lossy(&out.stdout).into_owned() + &String::from_utf8_lossy(&out.stderr)
}

/// Every text of a workbook: its sheets, notes, shared strings, properties.
fn workbook(path: &Path) -> String {
    let mut zip = zip::ZipArchive::new(std::fs::File::open(path).unwrap()).unwrap();
    let mut all = String::new();
    for i in 0..zip.len() {
        let mut part = zip.by_index(i).unwrap();
        // The theme lists typefaces, one of which is called Kartika.
        if !part.name().is_ok_and(|n| n.contains("theme")) {
            part.read_to_string(&mut all).unwrap();
        }
    }
    all
}

/// What must not be found: parts of names of five letters or more, and NIP.
#[derive(Default)]
struct Secrets {
    names: BTreeSet<String>,
    nip: BTreeSet<String>,
}

fn secrets(input: &Path) -> Secrets {
    let ask = Request {
        masukan: vec![input.to_owned()],
        periode: skp::model::PeriodChoice {
            tahun: Some(2025),
            periode: None,
        },
        ..Request::default()
    };
    let run = Run::new(&ask).unwrap();
    let mut s = Secrets {
        names: BTreeSet::new(),
        nip: BTreeSet::new(),
    };
    for p in &run.data.pegawai {
        let words = p.nama.split(|c: char| !c.is_alphabetic()).map(str::to_lowercase);
        s.names
            .extend(words.filter(|w| w.chars().count() >= 5 && !OWN_WORDS.contains(&w.as_str())));
        s.nip.insert(p.nip.to_string());
    }
    s
}

impl Secrets {
    fn not_in(&self, what: &str, text: &str) {
        let words: BTreeSet<String> = text.split(|c: char| !c.is_alphabetic()).map(str::to_lowercase).collect();
        let left: Vec<_> = self.names.intersection(&words).collect();
        assert!(left.is_empty(), "{what}: {left:?}");
        for nip in &self.nip {
            assert!(!text.contains(nip.as_str()), "{what}: {nip}");
        }
    }
}

/// Every form that a terminal can be asked for.
fn formats() -> Vec<String> {
    let names = Format::value_variants().iter().filter_map(Format::to_possible_value);
    names.map(|v| v.get_name().to_owned()).collect()
}

/// Every command and form on an input, under a rule set or the one that holds.
fn outputs(input: &Path, nip: &str, rules: Option<&str>, check: impl Fn(&str, &str)) {
    let input = input.to_str().unwrap();
    let mut common = vec!["--tahun", "2025", "--samarkan"];
    common.extend(rules.into_iter().flat_map(|id| ["--aturan", id]));
    // Colour changes nothing but the text for people.
    for (colour, formats) in [("tidak", formats()), ("selalu", vec!["tabel".to_owned()])] {
        for format in &formats {
            let show = ["--format", format, "--warna", colour];
            for command in ["nilai", "periksa", "baca", "kaskade"] {
                let args = [&[command, input], &common[..], &show[..]].concat();
                check(&format!("{command} {format} {colour}"), &skp(&args));
            }
            let args = [&["jelaskan", nip, input], &common[..], &show[..]].concat();
            check(&format!("jelaskan {format} {colour}"), &skp(&args));
        }
    }
    for form in ["dot", "mermaid"] {
        let args = [&["kaskade", input, "--bentuk", form], &common[..]].concat();
        check(form, &skp(&args));
    }
    let matrix = [&["kaskade", input, "--matriks", nip], &common[..]].concat();
    check("matriks", &skp(&matrix));
    let dir = tempfile::tempdir().unwrap();
    let path = |name: &str| dir.path().join(name).to_str().unwrap().to_owned();
    let (xlsx, html, csv, json) = (
        path("laporan.xlsx"),
        path("laporan.html"),
        path("hasil.csv"),
        path("hasil.json"),
    );
    let args = [&["nilai", input, "-o", &xlsx, "--html", &html, "--json", &json], &common[..]].concat();
    check("nilai -o", &skp(&args));
    check("nilai -o csv", &skp(&[&["nilai", input, "-o", &csv], &common[..]].concat()));
    for text in [&html, &json, &csv] {
        check(text, &std::fs::read_to_string(text).unwrap());
    }
    check("laporan.xlsx", &workbook(Path::new(&xlsx)));
    // Beside what was written openly: living formulas, what has changed since, the calibration.
    let open: Vec<&str> = common.iter().copied().filter(|a| *a != "--samarkan").collect();
    let (earlier, calibration) = (path("terdahulu.json"), path("kalibrasi.xlsx"));
    let by_words = rules.is_none_or(|id| id == "permenpanrb-6-2022");
    let sheet = if by_words { "kalibrasi" } else { "hasil" };
    let args = ["nilai", input, "--json", &earlier, "-o", &calibration, "--lembar", sheet];
    skp(&[&args, &open[..]].concat());
    let formulas = path("rumus.xlsx");
    let mut args = vec!["nilai", input, "-o", &formulas, "--rumus", "--banding-dengan", &earlier];
    if by_words {
        args.extend(["--kalibrasi", &calibration]);
    }
    args.extend(&common);
    check("nilai --rumus", &skp(&args));
    check("rumus.xlsx", &workbook(Path::new(&formulas)));
}

#[test]
fn nothing_of_a_name_is_left_in_any_output_of_the_dinas() {
    for file in ["dinas.xlsx", "dinas-bercacat.xlsx"] {
        let input = Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures/dinas").join(file);
        let secrets = secrets(&input);
        assert!(secrets.names.len() > 50);
        let nip = secrets.nip.iter().find(|n| n.len() == 18).unwrap();
        outputs(&input, nip, None, |what, text| {
            secrets.not_in(&format!("{file}: {what}"), text);
        });
    }
}

#[test]
fn nothing_of_a_name_is_left_of_a_random_instansi() {
    let dir = tempfile::tempdir().unwrap();
    let input = dir.path().join("acak.xlsx");
    skp(&[
        "contoh",
        "--pegawai",
        "40",
        "--benih",
        "7",
        "--cacat",
        "40",
        "-o",
        input.to_str().unwrap(),
    ]);
    let secrets = secrets(&input);
    let nip = secrets.nip.iter().find(|n| n.len() == 18).unwrap();
    outputs(&input, nip, None, |what, text| secrets.not_in(what, text));
}

#[test]
fn fingerprints_and_predikat_are_never_touched() {
    let input = "fixtures/dinas/dinas.xlsx";
    let plain: serde_json::Value = serde_json::from_str(&json(&["nilai", input, "--tahun", "2025", "--format", "json"])).unwrap();
    let masked: serde_json::Value =
        serde_json::from_str(&json(&["nilai", input, "--tahun", "2025", "--format", "json", "--samarkan"])).unwrap();
    assert_eq!(plain["masukan"], masked["masukan"]);
    for (a, b) in plain["pegawai"]
        .as_array()
        .unwrap()
        .iter()
        .zip(masked["pegawai"].as_array().unwrap())
    {
        for key in ["status", "predikat", "rating_hasil_kerja", "temuan", "sebab"] {
            assert_eq!(a[key], b[key]);
        }
        assert_ne!(a["nip"], b["nip"]);
    }
}

fn json(args: &[&str]) -> String {
    let out = Command::new(env!("CARGO_BIN_EXE_skp"))
        .args(args)
        .current_dir(env!("CARGO_MANIFEST_DIR"))
        .output()
        .unwrap();
    String::from_utf8(out.stdout).unwrap()
}

/// Karpeg, NIK and an old NIP are a person's numbers, too; what is no column of the contract is searched as text.
#[test]
fn other_numbers_of_a_person_are_hidden() {
    let dir = tempfile::tempdir().unwrap();
    let input = dir.path().join("pegawai.csv");
    let text = "nip,nama,unit_kerja,predikat,Karpeg,NIK,NIP Lama\n\
                198704062013042004,Lintang Kertapati,Arsip,Baik,N 412233,3273014604870003,131998877\n";
    std::fs::write(&input, text).unwrap();
    let people: BTreeSet<String> = ["412233", "3273014604870003", "131998877", "198704062013042004"]
        .map(str::to_owned)
        .into();
    outputs(&input, "198704062013042004", None, |what, text| {
        for number in &people {
            assert!(!text.contains(number.as_str()), "{what}: {number}");
        }
    });
}
