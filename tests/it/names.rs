//! The language of the code: a name is English, unless it is a noun of the regulations or of the
//! contracts. Every name in `src` and `tests/it` is split into its words; a word stands in the
//! closed list of `docs/glosarium.md` or in `names/english.txt`, or the whole name is one that a
//! contract gives. A column or a value of the input, a reason and a status count everywhere, the code of a check
//! too; a key of a rule file, of the JSON or of a case, and an option, where it is declared and where it is read
//! off what is declared there (`aturan.capaian.batas_atas`), but not as the name of anything else.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use skp::score::Reason;

use crate::support::files::rust_files;

/// The words of a name: `RencanaHasilKerja`, `rencana_hasil_kerja`, `RENCANA2` alike.
fn words(name: &str) -> Vec<String> {
    let mut out: Vec<String> = Vec::new();
    let chars: Vec<char> = name.chars().collect();
    for (i, &c) in chars.iter().enumerate() {
        if !c.is_ascii_alphabetic() {
            out.push(String::new());
            continue;
        }
        let before = i.checked_sub(1).map(|b| chars[b]);
        let after = chars.get(i + 1);
        let begins = c.is_ascii_uppercase()
            && before.is_some_and(|b| {
                b.is_ascii_lowercase() || (b.is_ascii_uppercase() && after.is_some_and(char::is_ascii_lowercase))
            });
        if begins || out.is_empty() {
            out.push(String::new());
        }
        if let Some(last) = out.last_mut() {
            last.push(c.to_ascii_lowercase());
        }
    }
    out.retain(|w| w.len() > 1);
    out
}

/// The names in a Rust source, without its comments, texts, characters and lifetimes; with each whether it stands
/// behind a dot, so that it is declared elsewhere.
fn names(source: &str) -> BTreeSet<(&str, bool)> {
    let bytes = source.as_bytes();
    let mut out = BTreeSet::new();
    let mut at = 0;
    let skip_text = |from: usize| {
        let mut at = from;
        while at < bytes.len() && bytes[at] != b'"' {
            at += if bytes[at] == b'\\' { 2 } else { 1 };
        }
        at + 1
    };
    while at < bytes.len() {
        let rest = &source[at..];
        let here = bytes[at];
        if rest.starts_with("//") {
            at += rest.find('\n').unwrap_or(rest.len());
        } else if rest.starts_with("/*") {
            at += rest.find("*/").map_or(rest.len(), |n| n + 2);
        } else if here == b'"' {
            at = skip_text(at + 1);
        } else if here == b'\'' {
            // A character ends with a quote soon; a lifetime does not.
            let mut inside = rest[1..].chars();
            let width = inside.next().map_or(1, char::len_utf8);
            at += if rest[1..].starts_with('\\') {
                rest[3..].find('\'').map_or(rest.len(), |n| n + 4)
            } else if inside.next() == Some('\'') {
                width + 2
            } else {
                1 + rest[1..].find(|c: char| !c.is_ascii_alphanumeric() && c != '_').unwrap_or(0)
            };
        } else if here.is_ascii_alphabetic() || here == b'_' {
            let len = rest
                .find(|c: char| !c.is_ascii_alphanumeric() && c != '_')
                .unwrap_or(rest.len());
            let name = &rest[..len];
            let raw = rest[len..].trim_start_matches('#');
            let hashes = rest.len() - len - raw.len();
            if matches!(name, "r" | "br") && raw.starts_with('"') {
                let end = format!("\"{}", "#".repeat(hashes));
                at += len + hashes + 1 + raw[1..].find(&end).map_or(raw.len(), |n| n + end.len());
            } else if name == "b" && (raw.starts_with('"') || raw.starts_with('\'')) {
                at += 1;
            } else {
                let before = source[..at].trim_end();
                out.insert((name, before.ends_with('.') && !before.ends_with("..")));
                at += len;
            }
        } else if here.is_ascii_digit() {
            at += rest
                .find(|c: char| !c.is_ascii_alphanumeric() && c != '_')
                .unwrap_or(rest.len());
        } else {
            at += rest.chars().next().map_or(1, char::len_utf8);
        }
    }
    out
}

/// The closed list: the words in the first column of the glossary's second table.
fn nouns() -> BTreeSet<String> {
    let text = include_str!("../../docs/glosarium.md");
    let list = text
        .split("## Daftar tertutup")
        .nth(1)
        .expect("docs/glosarium.md names its closed list");
    list.lines()
        .filter(|l| !l.starts_with('#'))
        .flat_map(|l| l.split(|c: char| !c.is_ascii_lowercase()))
        .filter(|w| !w.is_empty())
        .map(str::to_owned)
        .collect()
}

/// Keys of a TOML or JSON text: what stands before `=` or `:`, and what a file's tables are called.
fn keys(text: &str, out: &mut BTreeSet<String>) {
    for part in text.split(|c: char| !c.is_ascii_lowercase() && !c.is_ascii_digit() && c != '_') {
        if !part.is_empty() {
            out.insert(part.to_owned());
        }
    }
}

/// Names that a contract gives as a whole, by the rooms in which they may be declared.
struct Contract {
    /// Columns and values of the input, and the reasons: everywhere.
    input: BTreeSet<String>,
    /// Keys of a room, and the folders and files that are this room.
    rooms: Vec<(BTreeSet<String>, &'static [&'static str])>,
    /// Types and their variants that these rooms declare, and others name.
    types: BTreeSet<String>,
}

impl Contract {
    /// Whether a name may stand in a file.
    fn gives(&self, path: &str, name: &str, behind_dot: bool) -> bool {
        let split = words(name).join("_");
        // An exclusive bound is written with the name of the bound.
        let whole = split.trim_end_matches("_lebih_dari");
        let here = |(keys, room): &(BTreeSet<String>, &[&str])| {
            (behind_dot || room.iter().any(|r| path.contains(r))) && keys.contains(whole)
        };
        self.input.contains(whole) || self.types.contains(name) || self.rooms.iter().any(here)
    }
}

/// What stands between backticks on a page.
fn quoted(page: &str) -> BTreeSet<String> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let text = std::fs::read_to_string(root.join("docs").join(page)).unwrap();
    let mut out = BTreeSet::new();
    text.split('`').skip(1).step_by(2).for_each(|quoted| keys(quoted, &mut out));
    out
}

/// The keys of the TOML and JSON files of a folder.
fn keys_of(folder: &str, out: &mut BTreeSet<String>) {
    for entry in std::fs::read_dir(Path::new(env!("CARGO_MANIFEST_DIR")).join(folder)).unwrap() {
        let path = entry.unwrap().path();
        if path.extension().is_some_and(|e| e == "toml" || e == "json") {
            let text = std::fs::read_to_string(&path).unwrap();
            // Comments and sentences are no names.
            for line in text.lines().filter(|l| !l.trim_start().starts_with('#')) {
                let words = |(n, t): (usize, &'_ str)| n % 2 == 0 || !t.contains(' ');
                let parts = line.split('"').enumerate().filter(|p| words(*p));
                parts.for_each(|(_, t)| keys(t, out));
            }
        }
    }
}

/// The names of commands, options and their values.
fn options() -> BTreeSet<String> {
    let mut out = BTreeSet::new();
    let mut commands = vec![skp::cli::command()];
    while let Some(c) = commands.pop() {
        out.insert(c.get_name().to_owned());
        for a in c.get_arguments() {
            out.insert(a.get_id().to_string());
            out.extend(a.get_possible_values().iter().map(|v| v.get_name().to_owned()));
        }
        commands.extend(c.get_subcommands().cloned());
    }
    out
}

fn contract() -> Contract {
    let mut input = quoted("kontrak/masukan.md");
    input.extend(quoted("panduan/kolom.md"));
    for line in include_str!("../../src/contract/vocab.rs").lines() {
        input.extend(
            line.split_once(" = \"")
                .and_then(|(_, value)| Some(value.split_once('"')?.0.to_owned())),
        );
    }
    input.extend(Reason::ALL.iter().map(|r| r.code().to_owned()));
    input.extend(["dinilai", "belum_dapat_dinilai", "dikecualikan"].map(str::to_owned));
    input.extend(skp::contract::columns::Key::ALL.iter().map(|k| k.name().to_owned()));

    let mut rules = quoted("kontrak/aturan.md");
    keys_of("src/rules/data", &mut rules);
    keys_of("docs", &mut rules);
    let mut json = quoted("kontrak/keluaran.md");
    keys_of("docs/skema", &mut json);
    let mut cases = BTreeSet::new();
    for folder in ["fixtures/golden", "fixtures/titik", "fixtures/check"] {
        keys_of(folder, &mut cases);
    }
    let rooms: Vec<(BTreeSet<String>, &[&str])> = vec![
        (rules, &["src/rules/"]),
        // The policy file is read where it is applied.
        (json, &["src/report/json/", "src/check/policy.rs"]),
        (options(), &["src/cli/", "src/commands/"]),
        // The golden cases name a fact by its type.
        (cases, &["tests/it/", "src/score/findings/"]),
    ];
    let mut types = BTreeSet::new();
    for path in rust_files("src") {
        let place = path.display().to_string().replace('\\', "/");
        if !rooms.iter().any(|(_, room)| room.iter().any(|r| place.contains(r))) {
            continue;
        }
        let source = std::fs::read_to_string(&path).unwrap();
        let declared = names(&source).into_iter().map(|(n, _)| n);
        types.extend(
            declared
                .filter(|n| n.starts_with(|c: char| c.is_ascii_uppercase()))
                .map(str::to_owned),
        );
    }
    Contract { input, rooms, types }
}

#[test]
fn every_name_is_english_or_a_noun_of_the_regulations() {
    let english: BTreeSet<&str> = include_str!("names/english.txt").lines().collect();
    let nouns = nouns();
    let contract = contract();
    let mut wrong: BTreeMap<String, String> = BTreeMap::new();
    for path in ["src", "tests/it"].into_iter().flat_map(rust_files) {
        let source = std::fs::read_to_string(&path).unwrap();
        let place = path.display().to_string().replace('\\', "/");
        for (name, behind_dot) in names(&source) {
            if contract.gives(&place, name, behind_dot) || of_a_check(name) {
                continue;
            }
            for word in words(name) {
                if !english.contains(word.as_str()) && !nouns.contains(&word) {
                    wrong.entry(word).or_insert_with(|| format!("{name} in {}", path.display()));
                }
            }
        }
    }
    assert!(
        wrong.is_empty(),
        "neither English (tests/it/names/english.txt) nor a noun of docs/glosarium.md:\n{}",
        wrong
            .iter()
            .map(|(w, at)| format!("  {w}: {at}"))
            .collect::<Vec<_>>()
            .join("\n")
    );
}

/// What a source declares as a type, without associated types and without what stands in a module of tests.
fn types(source: &str) -> Vec<&str> {
    let source = source.split("#[cfg(test)]\nmod ").next().unwrap_or_default();
    source
        .lines()
        .filter_map(|line| {
            let bare = line.trim_start();
            let bare = bare.strip_prefix("pub").map_or(bare, |rest| match rest.strip_prefix('(') {
                Some(scope) => scope.split_once(") ").map_or(rest, |(_, declared)| declared),
                None => rest.trim_start(),
            });
            let (kind, rest) = bare.split_once(' ')?;
            let declares = ["struct", "enum", "trait", "union"].contains(&kind) || kind == "type" && line == line.trim_start();
            let name = rest.split(|c: char| !c.is_alphanumeric()).next()?;
            (declares && name.starts_with(|c: char| c.is_ascii_uppercase())).then_some(name)
        })
        .collect()
}

#[test]
fn a_type_name_stands_once_in_the_crate() {
    let mut at: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for path in rust_files("src") {
        let place = path.display().to_string();
        if place.replace('\\', "/").contains("tests") {
            continue;
        }
        let source = std::fs::read_to_string(&path).unwrap();
        for name in types(&source) {
            at.entry(name.to_owned()).or_default().push(place.clone());
        }
    }
    at.retain(|_, places| places.len() > 1);
    assert!(at.is_empty(), "declared more than once: {at:#?}");
}

/// Modules of checks carry their code and a few words of a heading that users know.
fn of_a_check(name: &str) -> bool {
    name.len() >= 6
        && name.is_char_boundary(3)
        && name[3..].bytes().take(3).all(|b| b.is_ascii_digit())
        && name[..3].bytes().all(|b| b.is_ascii_alphabetic())
}

#[test]
fn no_word_is_listed_twice_or_for_nothing() {
    let english: Vec<&str> = include_str!("names/english.txt").lines().collect();
    assert!(english.is_sorted(), "english.txt is sorted");
    let nouns = nouns();
    let both: Vec<&&str> = english.iter().filter(|w| nouns.contains(**w)).collect();
    assert!(both.is_empty(), "in both lists: {both:?}");
    let mut used = BTreeSet::new();
    for path in ["src", "tests/it"].into_iter().flat_map(rust_files) {
        let source = std::fs::read_to_string(&path).unwrap();
        used.extend(names(&source).into_iter().flat_map(|(n, _)| words(n)));
    }
    let idle: Vec<&&str> = english.iter().filter(|w| !used.contains(**w)).collect();
    assert!(idle.is_empty(), "no name has these any more: {idle:?}");
}

#[test]
fn words_of_a_name_are_told_apart() {
    assert_eq!(words("RencanaHasilKerja"), ["rencana", "hasil", "kerja"]);
    assert_eq!(words("XLSXFile_2b"), ["xlsx", "file"]);
    let declared =
        "pub(in crate::report) struct A<'a> {\n    type B = u8;\npub type C = A;\nenum D {\n#[cfg(test)]\nmod tests {\nstruct E;";
    assert_eq!(types(declared), ["A", "C", "D"]);
    let source = "fn baca(x: &'a str) { let c = 'q'; \"jangan {ini}\"; r#\"atau \" itu\"#; b\"pun\"; } // bukan ini";
    let plain = ["baca", "c", "fn", "let", "str", "x"].map(|n| (n, false));
    assert_eq!(names(source), BTreeSet::from(plain));
    let dotted = names("a.b\n    .c(..d)");
    assert_eq!(dotted, BTreeSet::from([("a", false), ("b", true), ("c", true), ("d", false)]));
}
