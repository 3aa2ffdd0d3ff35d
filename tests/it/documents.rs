//! What the design names of the repository is there: a path in a document for contributors that does not exist leads a
//! stranger astray.

use std::path::Path;

use crate::support::files::rust_files;

/// Documents that name files of the repository.
const DOCUMENTS: [&str; 3] = ["docs/rancangan.md", "CONTRIBUTING.md", "docs/glosarium.md"];
/// Folders at the top that a path begins with.
const TOP: [&str; 4] = ["src", "tests", "docs", "fixtures"];

fn is_source(word: &str) -> bool {
    Path::new(word).extension().is_some_and(|e| e == "rs")
}

/// The paths named in a document, below the repository: in code marks or as the target of a link.
fn paths(text: &str) -> Vec<String> {
    let in_marks = text.split('`').skip(1).step_by(2);
    let links = text.split("](").skip(1).filter_map(|t| t.split(')').next());
    let words = in_marks
        .chain(links)
        .filter_map(|t| t.split_whitespace().find(|w| w.contains('/') || is_source(w)));
    let mut found = Vec::new();
    for word in words {
        let word = word.trim_end_matches(['/', '.', ',', ';']);
        let first = word.split('/').next().unwrap_or_default();
        let rooms = Path::new(env!("CARGO_MANIFEST_DIR")).join("src").join(first);
        // `CODE`, `FAMILY`, `*`: to be filled in by the reader.
        let pattern = word.contains(['*', '…', '<', '{', ':'])
            || word
                .split(['/', '.'])
                .any(|w| w.len() > 2 && w.bytes().all(|b| b.is_ascii_uppercase()) && w != "README" && w != "CONTRIBUTING");
        if pattern {
            continue;
        }
        if first == word && is_source(word) {
            found.push(format!("*/{word}"));
        } else if TOP.contains(&first) {
            found.push(word.to_owned());
        } else if !first.is_empty() && rooms.is_dir() {
            found.push(format!("src/{word}"));
        }
    }
    found
}

#[test]
fn every_path_that_is_named_is_there() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut missing = Vec::new();
    let mut seen = 0;
    let files = [rust_files("src"), rust_files("tests")].concat();
    // A file by its name alone stands somewhere.
    let is_there = |path: &str| match path.strip_prefix("*/") {
        Some(name) => files.iter().any(|f| f.ends_with(name)),
        None => root.join(path).exists(),
    };
    for document in DOCUMENTS {
        let text = std::fs::read_to_string(root.join(document)).unwrap();
        for path in paths(&text) {
            seen += 1;
            if !is_there(&path) {
                missing.push(format!("{document}: {path}"));
            }
        }
    }
    assert!(seen > 60, "only {seen} paths found: are the documents still read?");
    assert!(missing.is_empty(), "these do not exist:\n{}", missing.join("\n"));
}
