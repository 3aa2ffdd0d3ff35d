//! Every code has the smallest input that gives it (`salah`) and the nearest one that does not
//! (`benar`), in `fixtures/check/CODE/`. What the finding says is golden: `temuan.txt` beside them.
//!
//! A fixture lies over a small clean instansi (`fixtures/check/_dasar/`): its own files replace those
//! of the same name. `uji.toml` beside or in the folders says what is otherwise needed. To run one by
//! hand: `SKP_SIMPAN=FOLDER cargo test --test checks` keeps the folders put together there.
//! `SKP_PERBARUI=1 cargo test --test checks` rewrites the golden texts; read what changed.

use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};

use serde::Deserialize;
use skp::check::{Kebijakan, catalogue};
use skp::finding::{Code, Finding, Level};
use skp::model::PeriodChoice;
use skp::run::{Request, Run};

/// What a fixture needs beside its files.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields, default)]
struct Uji {
    /// Which clean instansi lies below: `numerik`, `kualitatif` or `kosong`.
    dasar: String,
    aturan: String,
    tahun: i16,
    periode: Option<String>,
    /// Files of the instansi that are left out.
    tanpa: Vec<String>,
    /// A link to a file that is not there: the way to a file in a folder that cannot be opened.
    #[serde(rename = "tautan_hilang")]
    lost_link: Option<String>,
    /// Files that are given by name beside the folder.
    #[serde(rename = "bernama")]
    by_name: Vec<String>,
    /// `salah` cannot be run at all (exit code 2): the golden text is what the user is told then.
    #[serde(rename = "berhenti")]
    stops: bool,
    /// A policy file in the folder.
    kebijakan: Option<String>,
    /// A calibration in the folder.
    kalibrasi: Option<String>,
    /// What `--lewati` says.
    lewati: Vec<String>,
    /// Codes of level galat that `benar` may give: what stands nearest to the fault has another.
    #[serde(rename = "boleh")]
    may: Vec<String>,
}

impl Default for Uji {
    fn default() -> Self {
        Self {
            dasar: "numerik".into(),
            aturan: "permenpanrb-8-2021".into(),
            tahun: 2025,
            periode: None,
            tanpa: Vec::new(),
            lost_link: None,
            by_name: Vec::new(),
            stops: false,
            kebijakan: None,
            kalibrasi: None,
            lewati: Vec::new(),
            may: Vec::new(),
        }
    }
}

fn fixtures() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures/check")
}

fn uji(kode: &str, side: &str) -> Uji {
    let folder = fixtures().join(kode);
    let file = [folder.join(side).join("uji.toml"), folder.join("uji.toml")]
        .into_iter()
        .find(|f| f.exists());
    file.map_or_else(Uji::default, |f| {
        toml::from_str(&fs::read_to_string(&f).unwrap()).unwrap_or_else(|e| panic!("{}: {e}", f.display()))
    })
}

fn copy(from: &Path, to: &Path, without: &[String]) {
    fs::create_dir_all(to).unwrap();
    for entry in fs::read_dir(from).unwrap() {
        let path = entry.unwrap().path();
        let name = path.file_name().unwrap().to_str().unwrap().to_owned();
        if path.is_dir() {
            copy(&path, &to.join(&name), without);
        } else if name != "uji.toml" && !without.contains(&name) {
            fs::copy(&path, to.join(&name)).unwrap();
        }
    }
}

/// Puts a fixture together in a folder of its own and runs it: all findings, paths shortened.
fn run(kode: &str, side: &str) -> (Uji, Result<Vec<Finding>, String>) {
    let uji = uji(kode, side);
    let kept = std::env::var_os("SKP_SIMPAN").map(|f| PathBuf::from(f).join(kode).join(side));
    let temp = tempfile::tempdir().unwrap();
    let folder = kept.unwrap_or_else(|| temp.path().to_owned());
    if uji.dasar != "kosong" {
        copy(&fixtures().join("_dasar").join(&uji.dasar), &folder, &uji.tanpa);
    }
    copy(&fixtures().join(kode).join(side), &folder, &[]);
    #[cfg(unix)]
    if let Some(name) = &uji.lost_link {
        std::os::unix::fs::symlink("/tidak/ada", folder.join(name)).unwrap();
    }
    let kebijakan = uji.kebijakan.as_ref().map_or_else(Kebijakan::default, |name| {
        let file = folder.join(name);
        let policy = Kebijakan::from_file(&file).unwrap_or_else(|e| panic!("{kode}/{side}: {e}"));
        fs::remove_file(file).unwrap();
        policy
    });
    let ask = Request {
        masukan: std::iter::once(folder.clone())
            .chain(uji.by_name.iter().map(|name| folder.join(name)))
            .collect(),
        periode: PeriodChoice {
            tahun: Some(uji.tahun),
            periode: uji.periode.as_ref().map(|p| p.parse().unwrap()),
        },
        aturan: Some(uji.aturan.clone()),
        kebijakan,
        kalibrasi: uji.kalibrasi.as_ref().map(|name| folder.join(name)),
        not_input: uji
            .kalibrasi
            .iter()
            .map(|name| fs::canonicalize(folder.join(name)).unwrap())
            .collect(),
        skip: uji.lewati.iter().map(|l| skp::input::Skip::new(l)).collect(),
        ..Request::default()
    };
    let root = format!("{}/", folder.display());
    let run = match Run::new(&ask) {
        Ok(run) => run,
        Err(e) => return (uji, Err(e.to_string().replace('\\', "/").replace(&root, ""))),
    };
    let findings = run
        .findings
        .into_iter()
        .map(|mut f| {
            f.file = f.file.map(|b| b.replace('\\', "/").replace(&root, "").into());
            f.message = f.message.replace('\\', "/").replace(&root, "");
            f
        })
        .collect();
    (uji, Ok(findings))
}

/// A finding as it is kept: where, what, remedy.
fn told(f: &Finding) -> String {
    let mut text = format!("{} {}", f.kode, f.level.as_str());
    for part in [
        f.file.as_deref(),
        f.sheet_name.as_deref(),
        f.cell.as_deref(),
        f.column.as_deref(),
    ]
    .into_iter()
    .flatten()
    {
        write!(text, " › {part}").unwrap();
    }
    for (name, part) in [
        ("nip", f.nip.as_deref()),
        ("rhk", f.kode_rhk.as_deref()),
        ("unit", f.unit_kerja.as_deref()),
        ("tertulis", f.nilai.as_deref()),
        ("seharusnya", f.expected.as_deref()),
    ] {
        if let Some(part) = part {
            write!(text, "\n  {name}: {part}").unwrap();
        }
    }
    write!(text, "\n  {}\n  → {}\n  Dasar: {}\n", f.message, f.advice, f.acuan).unwrap();
    text
}

#[test]
fn every_code_has_both_fixtures() {
    let missing: Vec<&str> = catalogue::all()
        .iter()
        .map(|c| c.kode)
        .filter(|k| ["salah", "benar"].iter().any(|side| !fixtures().join(k).join(side).is_dir()))
        .collect();
    assert!(missing.is_empty(), "tanpa fixture: {missing:?}");
}

#[test]
fn no_fixture_is_of_a_code_that_does_not_exist() {
    for entry in fs::read_dir(fixtures()).unwrap() {
        let name = entry.unwrap().file_name().into_string().unwrap();
        assert!(
            name.starts_with('_') || catalogue::all().iter().any(|c| c.kode == name),
            "{name}: kode tidak ada"
        );
    }
}

#[test]
fn the_faulty_fixture_gives_the_code_with_these_words_and_the_right_one_does_not() {
    let threads = std::thread::available_parallelism().map_or(1, std::num::NonZero::get);
    let wrong: Vec<String> = std::thread::scope(|scope| {
        let parts: Vec<_> = catalogue::all()
            .chunks(catalogue::all().len().div_ceil(threads))
            .map(|part| scope.spawn(|| both_sides(part)))
            .collect();
        parts.into_iter().flat_map(|p| p.join().unwrap()).collect()
    });
    assert!(wrong.is_empty(), "{}\n\n{} salah", wrong.join("\n"), wrong.len());
}

/// What is wrong with the fixtures of these checks.
fn both_sides(checks: &[&Code]) -> Vec<String> {
    let mut wrong = Vec::new();
    for check in checks {
        // Only there can a link to nowhere be made without special rights.
        if cfg!(not(unix)) && uji(check.kode, "salah").lost_link.is_some() {
            continue;
        }
        let (uji, result) = run(check.kode, "salah");
        let (text, others) = match result {
            Ok(findings) => {
                let (own, others): (Vec<_>, Vec<_>) = findings.iter().partition(|f| f.kode == check.kode);
                let others = others.iter().map(|f| f.kode).collect::<Vec<_>>().join(" ");
                (own.into_iter().map(told).collect(), others)
            }
            Err(text) if uji.stops => (vec![format!("galat: {text}\n")], String::new()),
            Err(text) => (Vec::new(), text),
        };
        if text.is_empty() {
            wrong.push(format!("{}/salah: tidak ada temuannya, hanya {others}", check.kode));
        } else {
            let text = text.join("\n");
            let path = fixtures().join(check.kode).join("temuan.txt");
            if std::env::var_os("SKP_PERBARUI").is_some() {
                fs::write(&path, &text).unwrap();
            } else if fs::read_to_string(&path).unwrap_or_default().replace("\r\n", "\n") != text {
                wrong.push(format!("{}/temuan.txt berbeda:\n{text}", check.kode));
            }
        }
        let (uji, result) = run(check.kode, "benar");
        let findings = result.unwrap_or_else(|e| {
            wrong.push(format!("{}/benar berhenti: {e}", check.kode));
            Vec::new()
        });
        for f in &findings {
            let galat = f.level == Level::Galat && !uji.may.iter().any(|k| k == f.kode);
            if f.kode == check.kode || galat {
                wrong.push(format!("{}/benar memberi:\n{}", check.kode, told(f)));
            }
        }
    }
    wrong
}

/// The clean instansi below all fixtures is clean: whatever a fixture finds comes from its own files.
#[test]
fn the_ground_is_clean() {
    for (basis, aturan) in [
        ("numerik", "permenpanrb-8-2021"),
        ("numerik", "pp-30-2019"),
        ("kualitatif", "permenpanrb-6-2022"),
    ] {
        let ask = Request {
            masukan: vec![fixtures().join("_dasar").join(basis)],
            periode: PeriodChoice {
                tahun: Some(2025),
                periode: None,
            },
            aturan: Some(aturan.into()),
            ..Request::default()
        };
        let run = Run::new(&ask).unwrap();
        let loud: Vec<String> = run
            .findings
            .iter()
            .filter(|f| f.level != Level::Catatan && !f.kode.starts_with("DST"))
            .map(told)
            .collect();
        assert!(loud.is_empty(), "{basis} {aturan}:\n{}", loud.join("\n"));
        assert_eq!(run.counts().dinilai, run.counts().pegawai, "{basis} {aturan}");
    }
}
