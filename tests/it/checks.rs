//! The cases of every code: `fixtures/check/CODE.toml`, each a clean base and what is changed in it
//! (`support/check_cases.rs`). A case with `temuan` must give exactly these findings of the code; one without must
//! give none of it, and nothing of level galat either.
//!
//! `SKP_KODE=KAS002` runs the cases of one code, `SKP_SIMPAN=FOLDER` keeps the folders put together,
//! `SKP_PERBARUI=1` writes `temuan` anew where it stands (a new one begins as `temuan = ""`). Read what changed.

use std::collections::BTreeSet;
use std::fmt::Write as _;
use std::fs;
use std::path::PathBuf;
use std::sync::Arc;

use rayon::prelude::*;
use skp::check::{Kebijakan, catalogue};
use skp::finding::{Finding, FoundPlace, Level};
use skp::model::PeriodChoice;
use skp::run::{Request, Run};

use super::support::check_cases::{BASES, Base, Case, Cases, fixtures};

/// The codes that have a file of cases.
fn codes() -> BTreeSet<String> {
    fs::read_dir(fixtures())
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .filter_map(|name| name.strip_suffix(".toml").map(str::to_owned))
        .collect()
}

/// Puts a case together in a folder of its own and runs it: all findings, paths shortened.
fn run(kode: &str, case: &Case) -> Result<Vec<Finding>, String> {
    let temp = tempfile::tempdir().unwrap();
    let folder = std::env::var_os("SKP_SIMPAN").map_or_else(
        || temp.path().to_owned(),
        |kept| PathBuf::from(kept).join(kode).join(case.number.to_string()),
    );
    fs::create_dir_all(&folder).unwrap();
    case.write(&folder);
    let kebijakan = case.policy.as_ref().map_or_else(Kebijakan::default, |name| {
        let file = folder.join(name);
        let policy = Kebijakan::from_file(&file).unwrap_or_else(|e| panic!("{kode}: {e}"));
        fs::remove_file(file).unwrap();
        policy
    });
    let ask = Request {
        masukan: std::iter::once(folder.clone())
            .chain(case.by_name.iter().map(|name| folder.join(name)))
            .collect(),
        periode: PeriodChoice {
            tahun: Some(case.tahun.unwrap_or(2025)),
            periode: case.periode.as_ref().map(|p| p.parse().unwrap()),
        },
        aturan: Some(case.rules()),
        kebijakan,
        kalibrasi: case.kalibrasi.as_ref().map(|name| folder.join(name)),
        not_input: case
            .kalibrasi
            .iter()
            .map(|name| fs::canonicalize(folder.join(name)).unwrap())
            .collect(),
        skip: case.skip.iter().map(|l| skp::input::Skip::new(l)).collect(),
        ..Request::default()
    };
    let short = |text: &str| text.replace('\\', "/").replace(&format!("{}/", folder.display()), "");
    let run = Run::new(&ask).map_err(|e| short(&e.to_string()))?;
    Ok(run
        .findings
        .into_iter()
        .map(|mut f| {
            f.place = f.place.map(|p| {
                let file = short(&p.file).into();
                Arc::new(FoundPlace { file, ..(*p).clone() })
            });
            f.message = short(&f.message).into();
            f
        })
        .collect())
}

/// A finding as it is kept: where, what, remedy.
fn told(f: &Finding) -> String {
    let mut text = format!("{} {}", f.kode, f.level.as_str());
    for part in [f.file(), f.sheet_name(), f.cell().as_deref(), f.column()]
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

/// What a case gives and what is wrong with it.
struct Outcome {
    /// The findings of the code, as they are kept.
    text: String,
    wrong: Option<String>,
}

fn outcome(kode: &str, case: &Case) -> Outcome {
    let result = run(kode, case);
    let wrong = |text: String, what: String| Outcome {
        text,
        wrong: Some(format!("{kode} \"{}\": {what}", case.nama)),
    };
    let findings = match (&case.temuan, result) {
        (_, Ok(findings)) => findings,
        (Some(temuan), Err(text)) if case.stops => {
            let text = format!("galat: {text}\n");
            return if *temuan == text {
                Outcome { text, wrong: None }
            } else {
                wrong(text.clone(), format!("lain:\n{text}"))
            };
        }
        (_, Err(text)) => return wrong(String::new(), format!("berhenti: {text}")),
    };
    let (own, others): (Vec<_>, Vec<_>) = findings.iter().partition(|f| f.kode == kode);
    let text = own.iter().map(|f| told(f)).collect::<Vec<_>>().join("\n");
    if let Some(temuan) = &case.temuan {
        if text.is_empty() {
            let others: Vec<_> = others.iter().map(|f| f.kode).collect();
            return wrong(text, format!("tidak ada temuannya, hanya {}", others.join(" ")));
        }
        if *temuan != text {
            return wrong(text.clone(), format!("temuannya:\n{text}"));
        }
        return Outcome { text, wrong: None };
    }
    let loud: Vec<_> = findings
        .iter()
        .filter(|f| f.kode == kode || f.level == Level::Galat && !case.may.iter().any(|k| k == f.kode))
        .map(told)
        .collect();
    if loud.is_empty() {
        Outcome { text, wrong: None }
    } else {
        wrong(text, format!("memberi:\n{}", loud.join("\n")))
    }
}

#[test]
fn every_code_has_several_cases_of_each_kind_or_says_why_not() {
    let wrong: Vec<String> = catalogue::all()
        .iter()
        .flat_map(|code| {
            let kode = code.kode;
            let Cases {
                all,
                one_gives,
                one_clean,
                ..
            } = Cases::read(kode);
            let gives = all.iter().filter(|case| case.temuan.is_some()).count();
            [
                (gives, one_gives, "ber-temuan", "satu_salah"),
                (all.len() - gives, one_clean, "bersih", "satu_benar"),
            ]
            .into_iter()
            .filter_map(|(count, reason, kind, key)| match (count >= 2, reason) {
                (false, None) => Some(format!("{kode}: {count} kasus {kind}, tanpa {key}")),
                (true, Some(_)) => Some(format!("{kode}: {key}, padahal ada {count} kasus {kind}")),
                (false, Some(why)) if why.trim().is_empty() => Some(format!("{kode}: {key} kosong")),
                _ => None,
            })
            .collect::<Vec<_>>()
        })
        .collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn every_file_of_cases_is_of_a_code_and_every_kept_file_of_a_case() {
    let known: BTreeSet<String> = catalogue::all().iter().map(|code| code.kode.to_owned()).collect();
    let codes = codes();
    assert!(codes.is_subset(&known), "kode tidak ada: {:?}", codes.difference(&known));
    let used: BTreeSet<String> = codes
        .iter()
        .flat_map(|kode| Cases::read(kode).all)
        .flat_map(|case| case.copies.into_values())
        .collect();
    let kept: BTreeSet<String> = fs::read_dir(fixtures().join("_berkas"))
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .collect();
    assert_eq!(kept, used, "fixtures/check/_berkas");
    for entry in fs::read_dir(fixtures()).unwrap() {
        let path = entry.unwrap().path();
        let name = path.file_name().unwrap().to_str().unwrap().to_owned();
        assert!(
            name.starts_with('_') || path.extension().is_some_and(|e| e == "toml"),
            "{name}: kasus sebuah kode ditulis di KODE.toml"
        );
    }
}

#[test]
fn every_case_gives_its_findings_and_no_others_of_its_code() {
    let only = std::env::var("SKP_KODE").ok();
    let files: Vec<Cases> = codes()
        .into_iter()
        .filter(|kode| only.as_ref().is_none_or(|o| o == kode))
        .map(|kode| Cases::read(&kode))
        .collect();
    let wrong: Vec<String> = files
        .par_iter()
        .flat_map_iter(|file| {
            // Only there can a link to nowhere be made without special rights.
            let cases = file.all.iter().filter(|case| cfg!(unix) || case.lost_link.is_none());
            let outcomes: Vec<_> = cases.map(|case| (case, outcome(&file.kode, case))).collect();
            if std::env::var_os("SKP_PERBARUI").is_some() {
                file.rewrite(&outcomes.iter().map(|(case, o)| (*case, o.text.as_str())).collect::<Vec<_>>());
                return Vec::new();
            }
            outcomes.into_iter().filter_map(|(_, o)| o.wrong).collect()
        })
        .collect();
    assert!(wrong.is_empty(), "{}\n\n{} salah", wrong.join("\n"), wrong.len());
}

/// The bases are clean: whatever a case gives comes from what it changes. Two things are said of each:
/// that it is too small for a distribution, and that its rules hold assumptions.
#[test]
fn the_bases_are_clean() {
    for Base { name, rules, .. } in BASES.iter().filter(|base| base.folder.is_some()) {
        let case = Case {
            base: Some((*name).to_owned()),
            aturan: Some((*rules).to_owned()),
            ..Case::default()
        };
        let loud: Vec<String> = run(name, &case)
            .unwrap()
            .iter()
            .filter(|f| !["DST002", "STR091"].contains(&f.kode))
            .map(told)
            .collect();
        assert!(loud.is_empty(), "{name}:\n{}", loud.join("\n"));
    }
}
