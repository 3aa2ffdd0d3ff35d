//! The worked cases of the law and of `aturan.md`, as data (`fixtures/golden/*.toml`): input,
//! expected figures, acuan. A later reading of the law changes data only.
use std::collections::{BTreeMap, BTreeSet};

use crate::support::cases::{CaseFile, hasil, material, nilai};

fn case_file() -> Vec<(String, CaseFile)> {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/fixtures/golden");
    let mut names: Vec<_> = std::fs::read_dir(folder).unwrap().map(|f| f.unwrap().path()).collect();
    names.sort();
    names
        .into_iter()
        .filter(|p| p.extension().is_some_and(|e| e == "toml"))
        .map(|p| {
            let text = std::fs::read_to_string(&p).unwrap();
            let name = p.file_name().unwrap().to_string_lossy().into_owned();
            let case_file = toml::from_str(&text).unwrap_or_else(|e| panic!("{name}: {e}"));
            (name, case_file)
        })
        .collect()
}

#[test]
fn every_worked_case_comes_out_to_the_last_digit() {
    let mut wrong = Vec::new();
    let mut checked = 0;
    for (file, case_file) in case_file() {
        for case in &case_file.kasus {
            assert!(!case.acuan.trim().is_empty(), "{}: tanpa acuan", case.nama);
            for id in &case.aturan {
                let (_, scores) = nilai(case, id);
                for (content, h) in case.pegawai.iter().zip(&scores.pegawai) {
                    for (key, wanted) in &content.harapan {
                        let wanted = wanted.as_str().unwrap_or_else(|| panic!("{}: {key} harus teks", case.nama));
                        let found = hasil(h, scores.kept_rhk.get().unwrap().of_person(h.id), key);
                        checked += 1;
                        if found != wanted {
                            wrong.push(format!("{file} · {} · {id} · {key}: {found}, seharusnya {wanted}", case.nama));
                        }
                    }
                }
            }
        }
    }
    assert!(
        wrong.is_empty(),
        "{} dari {checked} salah:\n{}",
        wrong.len(),
        wrong.join("\n")
    );
    assert!(checked > 150, "hanya {checked} harapan: berkas kasus hilang?");
}

#[test]
fn every_example_rule_file_is_marked_as_one_and_scored_by() {
    let used: Vec<String> = case_file()
        .into_iter()
        .flat_map(|(_, b)| b.kasus)
        .filter_map(|k| k.contoh)
        .collect();
    for entry in std::fs::read_dir(concat!(env!("CARGO_MANIFEST_DIR"), "/docs")).unwrap() {
        let path = entry.unwrap().path();
        let file = path.file_name().unwrap().to_string_lossy().into_owned();
        let Some(nama) = file.strip_prefix("contoh-aturan-").and_then(|f| f.strip_suffix(".toml")) else {
            continue;
        };
        let text = std::fs::read_to_string(&path).unwrap();
        assert!(
            text.to_lowercase().starts_with("# contoh"),
            "{file} tidak menyebut dirinya contoh"
        );
        // The two that show several kinds at once are read by the tests of rule sets.
        assert!(
            nama.starts_with("instansi") || used.iter().any(|u| u == nama),
            "{file} tidak dipakai kasus mana pun"
        );
    }
}

/// Whatever an example sets is noted as used by a run that it decides: no result hangs on a figure that the report's
/// Aturan sheet does not name.
#[test]
fn what_an_example_rule_file_sets_is_noted_where_it_decides() {
    let mut open: BTreeMap<String, BTreeSet<&'static str>> = BTreeMap::new();
    for case in case_file().iter().flat_map(|(_, b)| &b.kasus) {
        let Some(contoh) = &case.contoh else { continue };
        for id in &case.aturan {
            let (_, aturan, ..) = material(case, id);
            let (_, scores) = nilai(case, id);
            let used: Vec<_> = aturan.used(&scores.usage).iter().map(|p| p.key).collect();
            let own = aturan.parameter().into_iter().filter(|p| p.origin.contains("contoh-aturan-"));
            let left = open.entry(contoh.clone()).or_insert_with(|| own.map(|p| p.key).collect());
            left.retain(|key| !used.contains(key));
        }
    }
    open.retain(|_, left| !left.is_empty());
    assert!(open.is_empty(), "used by no case: {open:?}");
}

/// A line of TOML 1.0 may not end inside an inline table.
#[test]
fn the_rule_files_are_toml_1_0() {
    let root = env!("CARGO_MANIFEST_DIR");
    let folders = ["src/rules/data", "docs"].map(|f| format!("{root}/{f}"));
    let files = folders
        .iter()
        .flat_map(|f| std::fs::read_dir(f).unwrap())
        .map(|e| e.unwrap().path());
    let mut seen = 0;
    for path in files.filter(|p| p.extension().is_some_and(|e| e == "toml")) {
        let text = std::fs::read_to_string(&path).unwrap();
        for (n, line) in text.lines().enumerate() {
            let (mut depth, mut quoted) = (0, false);
            for c in line.chars() {
                match c {
                    '"' => quoted = !quoted,
                    '#' if !quoted => break,
                    '{' if !quoted => depth += 1,
                    '}' if !quoted => depth -= 1,
                    _ => {}
                }
            }
            assert_eq!(depth, 0, "{} baris {}", path.display(), n + 1);
        }
        seen += 1;
    }
    assert!(seen >= 9, "{seen}");
}
