//! Every code has the smallest input that gives it (`salah`) and the nearest one that does not
//! (`benar`), in `fixtures/check/CODE/`. What the finding says is golden: `temuan.txt` beside them.
//!
//! A fixture lies over a small clean instansi (`fixtures/check/_dasar/`): its own files replace those
//! of the same name. `uji.toml` beside or in the folders says what is otherwise needed. To run one by
//! hand: `SKP_SIMPAN=FOLDER cargo test --test checks` keeps the folders put together there.
//! `SKP_PERBARUI=1 cargo test --test checks` rewrites the golden texts; read what changed.

#![allow(clippy::unwrap_used)] // a test that cannot read its files should stop

use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};

use serde::Deserialize;
use skp::check::Kebijakan;
use skp::check::daftar::SEMUA;
use skp::finding::{Finding, Tingkat};
use skp::model::PeriodChoice;
use skp::run::{Permintaan, Run};

/// Codes whose fixtures are still to come: those that others are landing just now.
fn belum(kode: &str) -> bool {
    let (family, number) = kode.split_at(3);
    match family {
        "IDN" | "HSL" | "DST" => true,
        "STR" => number < "090",
        _ => number < "050" && family != "KAS",
    }
}

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
    /// A policy file in the folder.
    kebijakan: Option<String>,
    /// Codes of level galat that `benar` may give: what stands nearest to the fault has another.
    boleh: Vec<String>,
}

impl Default for Uji {
    fn default() -> Self {
        Self {
            dasar: "numerik".into(),
            aturan: "permenpanrb-8-2021".into(),
            tahun: 2025,
            periode: None,
            tanpa: Vec::new(),
            kebijakan: None,
            boleh: Vec::new(),
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
fn run(kode: &str, side: &str) -> (Uji, Vec<Finding>) {
    let uji = uji(kode, side);
    let kept = std::env::var_os("SKP_SIMPAN").map(|f| PathBuf::from(f).join(kode).join(side));
    let temp = tempfile::tempdir().unwrap();
    let folder = kept.unwrap_or_else(|| temp.path().to_owned());
    if uji.dasar != "kosong" {
        copy(&fixtures().join("_dasar").join(&uji.dasar), &folder, &uji.tanpa);
    }
    copy(&fixtures().join(kode).join(side), &folder, &[]);
    let kebijakan = uji.kebijakan.as_ref().map_or_else(Kebijakan::default, |name| {
        let file = folder.join(name);
        let policy = Kebijakan::from_file(&file).unwrap_or_else(|e| panic!("{kode}/{side}: {e}"));
        fs::remove_file(file).unwrap();
        policy
    });
    let ask = Permintaan {
        masukan: vec![folder.clone()],
        periode: PeriodChoice {
            tahun: Some(uji.tahun),
            periode: uji.periode.as_ref().map(|p| p.parse().unwrap()),
        },
        aturan: Some(uji.aturan.clone()),
        kebijakan,
        ..Permintaan::default()
    };
    let run = Run::new(&ask).unwrap_or_else(|e| panic!("{kode}/{side}: {e}"));
    let root = format!("{}/", folder.display());
    let findings = run
        .findings
        .into_iter()
        .map(|mut f| {
            f.berkas = f.berkas.map(|b| b.replace('\\', "/").replace(&root, "").into());
            f.pesan = f.pesan.replace('\\', "/").replace(&root, "");
            f
        })
        .collect();
    (uji, findings)
}

/// A finding as it is kept: where, what, remedy.
fn told(f: &Finding) -> String {
    let mut text = format!("{} {}", f.kode, f.tingkat.as_str());
    for part in [f.berkas.as_deref(), f.lembar.as_deref(), f.sel.as_deref(), f.kolom.as_deref()]
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
        ("seharusnya", f.harapan.as_deref()),
    ] {
        if let Some(part) = part {
            write!(text, "\n  {name}: {part}").unwrap();
        }
    }
    write!(text, "\n  {}\n  → {}\n  Dasar: {}\n", f.pesan, f.saran, f.acuan).unwrap();
    text
}

#[test]
fn every_code_has_both_fixtures() {
    let missing: Vec<&str> = SEMUA
        .iter()
        .map(|c| c.kode)
        .filter(|k| !belum(k))
        .filter(|k| ["salah", "benar"].iter().any(|side| !fixtures().join(k).join(side).is_dir()))
        .collect();
    assert!(missing.is_empty(), "tanpa fixture: {missing:?}");
}

#[test]
fn no_fixture_is_of_a_code_that_does_not_exist() {
    for entry in fs::read_dir(fixtures()).unwrap() {
        let name = entry.unwrap().file_name().into_string().unwrap();
        assert!(
            name.starts_with('_') || SEMUA.iter().any(|c| c.kode == name),
            "{name}: kode tidak ada"
        );
    }
}

#[test]
fn salah_gives_the_code_with_these_words_and_benar_does_not() {
    let mut wrong = Vec::new();
    for check in SEMUA.iter().filter(|c| fixtures().join(c.kode).is_dir()) {
        let (_, findings) = run(check.kode, "salah");
        let text: Vec<String> = findings.iter().filter(|f| f.kode == check.kode).map(told).collect();
        if text.is_empty() {
            let others: Vec<_> = findings.iter().map(|f| f.kode).collect();
            wrong.push(format!("{}/salah: tidak ada temuannya, hanya {others:?}", check.kode));
        } else {
            let text = text.join("\n");
            let path = fixtures().join(check.kode).join("temuan.txt");
            if std::env::var_os("SKP_PERBARUI").is_some() {
                fs::write(&path, &text).unwrap();
            } else if fs::read_to_string(&path).unwrap_or_default().replace("\r\n", "\n") != text {
                wrong.push(format!("{}/temuan.txt berbeda:\n{text}", check.kode));
            }
        }
        let (uji, findings) = run(check.kode, "benar");
        for f in &findings {
            let galat = f.tingkat == Tingkat::Galat && !uji.boleh.iter().any(|k| k == f.kode);
            if f.kode == check.kode || galat {
                wrong.push(format!("{}/benar memberi:\n{}", check.kode, told(f)));
            }
        }
    }
    assert!(wrong.is_empty(), "{}\n\n{} salah", wrong.join("\n"), wrong.len());
}

/// The clean instansi below all fixtures is clean: whatever a fixture finds comes from its own files.
#[test]
fn the_ground_is_clean() {
    for (dasar, aturan) in [
        ("numerik", "permenpanrb-8-2021"),
        ("numerik", "pp-30-2019"),
        ("kualitatif", "permenpanrb-6-2022"),
    ] {
        let ask = Permintaan {
            masukan: vec![fixtures().join("_dasar").join(dasar)],
            periode: PeriodChoice {
                tahun: Some(2025),
                periode: None,
            },
            aturan: Some(aturan.into()),
            ..Permintaan::default()
        };
        let run = Run::new(&ask).unwrap();
        let loud: Vec<String> = run
            .findings
            .iter()
            .filter(|f| f.tingkat != Tingkat::Catatan && !f.kode.starts_with("DST"))
            .map(told)
            .collect();
        assert!(loud.is_empty(), "{dasar} {aturan}:\n{}", loud.join("\n"));
        assert_eq!(run.ringkasan().dinilai, run.ringkasan().pegawai, "{dasar} {aturan}");
    }
}
