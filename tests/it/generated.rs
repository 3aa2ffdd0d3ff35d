//! Generated files are current. `SKP_PERBARUI=1 cargo test --test it generated::` rewrites them:
//! the register of checks (`src/check/registry.rs`), the index of the manual pages, the page of the rules and that of the
//! columns.

use std::collections::BTreeSet;
use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};

use skp::check::catalogue;

fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

/// Compares a committed file with what it should say, or rewrites it.
fn current(path: &Path, wanted: &str) {
    let path = root().join(path);
    if std::env::var_os("SKP_PERBARUI").is_some() {
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(&path, wanted).unwrap();
        return;
    }
    let found = fs::read_to_string(&path).unwrap_or_default().replace("\r\n", "\n");
    assert!(
        found == wanted,
        "{} tidak mutakhir; jalankan: SKP_PERBARUI=1 cargo test --test it generated::",
        path.display()
    );
}

/// Check files below `src/check/FAMILY/`, sorted: (family, file stem).
fn check_files() -> Vec<(String, String)> {
    let mut files = Vec::new();
    for family in fs::read_dir(root().join("src/check")).unwrap() {
        let family = family.unwrap();
        if !family.file_type().unwrap().is_dir() {
            continue;
        }
        for file in fs::read_dir(family.path()).unwrap() {
            let name = file.unwrap().file_name().into_string().unwrap();
            let stem = name.strip_suffix(".rs").unwrap_or_default().to_owned();
            let family = family.file_name().into_string().unwrap();
            let code = stem.strip_prefix(family.as_str()).and_then(|rest| rest.get(..3));
            if code.is_some_and(|digits| digits.bytes().all(|b| b.is_ascii_digit())) {
                files.push((family, stem));
            }
        }
    }
    files.sort();
    files
}

#[test]
fn the_register_lists_every_check_file() {
    let files = check_files();
    let mut text = String::from(
        "//! The register of checks, one line per file. Generated: `SKP_PERBARUI=1 cargo test --test it generated::`.\n\nuse super::Check;\n\n",
    );
    for (family, stem) in &files {
        writeln!(text, "#[path = \"{family}/{stem}.rs\"]\npub(super) mod {stem};").unwrap();
    }
    text.push_str("\n/// All checks by code.\n#[rustfmt::skip]\npub static CHECKS: &[&Check] = &[\n");
    for (_, stem) in &files {
        writeln!(text, "    &{stem}::CHECK,").unwrap();
    }
    text.push_str("];\n");
    current(Path::new("src/check/registry.rs"), &text);
}

#[test]
fn the_index_of_the_manual_is_current() {
    let mut index = String::from(
        "# Daftar kode temuan\n\nDi terminal: `skp jelaskan` untuk daftar ini, `skp jelaskan KODE` untuk satu kode.\n\n| kode | tingkat | apa | acuan |\n|---|---|---|---|\n",
    );
    for code in catalogue::all() {
        writeln!(
            index,
            "| [{0}]({0}.md) | {1} | {2} | {3} |",
            code.kode,
            code.level.as_str(),
            code.title,
            code.acuan
        )
        .unwrap();
    }
    current(Path::new("docs/pemeriksaan/README.md"), &index);
}

/// Every page is of a code, and says its five things.
#[test]
fn every_code_has_its_page_under_the_fixed_headings() {
    let mut codes = BTreeSet::new();
    for code in catalogue::all() {
        assert!(codes.insert(code.kode), "{} dua kali", code.kode);
        let headings: Vec<&str> = code.page.lines().filter_map(|l| l.strip_prefix("## ")).collect();
        assert_eq!(headings, ["Apa", "Mengapa", "Dasar", "Contoh", "Perbaikan"], "{}", code.kode);
        for section in code.page.split("## ").skip(1) {
            assert!(
                section.lines().skip(1).any(|l| l.len() > 10),
                "{}: bagian kosong: {section}",
                code.kode
            );
        }
    }
    for file in fs::read_dir(root().join("docs/pemeriksaan")).unwrap() {
        let name = file.unwrap().file_name().into_string().unwrap();
        let kode = name.strip_suffix(".md").unwrap();
        assert!(kode == "README" || codes.contains(kode), "halaman tanpa kode: {name}");
    }
}

/// A user has the program, not its repository.
#[test]
fn no_page_points_into_the_repository() {
    for code in catalogue::all() {
        for text in [code.page, code.acuan] {
            for path in ["docs/", "src/", "tests/", "fixtures/", ".rs", ".md", "../"] {
                assert!(!text.contains(path), "{}: menyebut {path}", code.kode);
            }
        }
    }
}

/// Where the text of the law is at hand (PermenPANRB 6/2022), an acuan names its pasal or page.
#[test]
fn an_acuan_names_pasal_or_page() {
    for code in catalogue::all() {
        for part in code.acuan.split("; ").filter(|p| p.contains("6/2022")) {
            assert!(
                part.contains("Pasal") || part.contains("hlm."),
                "{}: {part}: sebutkan pasal atau halamannya",
                code.kode
            );
        }
    }
}

/// A code never changes its meaning and is never taken away: scripts and policies rely on it.
#[test]
fn the_list_of_codes_only_grows() {
    let path = root().join("tests/kode.txt");
    let known = fs::read_to_string(&path).unwrap_or_default();
    let known: BTreeSet<String> = known.lines().map(str::to_owned).collect();
    let now: BTreeSet<String> = catalogue::all().iter().map(|c| format!("{} {}", c.kode, c.title)).collect();
    if std::env::var_os("SKP_PERBARUI").is_some() {
        let all: Vec<_> = now.into_iter().collect();
        fs::write(&path, all.join("\n") + "\n").unwrap();
        return;
    }
    let gone: Vec<_> = known.difference(&now).collect();
    assert!(gone.is_empty(), "kode hilang atau berganti arti: {gone:?}");
    let new: Vec<_> = now.difference(&known).collect();
    assert!(
        new.is_empty(),
        "kode baru belum dicatat: {new:?}; jalankan: SKP_PERBARUI=1 cargo test --test it generated::"
    );
}

#[test]
fn the_page_of_the_rules_is_current() {
    let all = skp::rules::Aturan::all_built_in().unwrap();
    current(Path::new("docs/aturan.md"), &skp::report::aturan::page(&all));
}

#[test]
fn the_page_of_the_columns_is_current() {
    current(Path::new("docs/panduan/kolom.md"), &skp::template::page::page());
}

#[test]
fn the_index_of_the_schemas_is_current() {
    let mut index = String::from(
        "# JSON yang ditulis `skp`\n\nContoh memakainya: `skp panduan skrip`.\n\n| dokumen | ditulis oleh | arti setiap kunci | skema |\n|---|---|---|---|\n",
    );
    for d in skp::report::json::schema::ALL {
        writeln!(
            index,
            "| {0} | `{1}` | [halaman]({2}-1.md) | [JSON Schema]({2}-1.json) |",
            d.id(),
            d.written_by,
            d.name
        )
        .unwrap();
    }
    current(Path::new("docs/skema/README.md"), &index);
}

#[test]
fn the_schemas_are_those_of_the_views() {
    for d in skp::report::json::schema::ALL {
        current(Path::new(&format!("docs/skema/{}-1.json", d.name)), &d.text());
        current(Path::new(&format!("docs/skema/{}-1.md", d.name)), &d.page());
    }
}
