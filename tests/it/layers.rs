//! Data flows one way: input → table → model → score → check → run → report → commands. This test walks the `use`
//! lines and paths of every source file and refuses an import from the right.

use std::fs;
use std::path::Path;

use crate::support::files::rust_files;

/// Left to right. `rules` is read by score and everything right of it; what is not listed
/// (`base`, `finding`, `exit`) is common ground.
const ARAH: [&str; 13] = [
    "input", "contract", "table", "model", "rules", "score", "check", "run", "report", "sample", "template", "cli", "commands",
];

/// Layers that the common ground itself may not know.
const BASIS: [&str; 3] = ["base", "finding", "exit"];

/// Names of the layers a source mentions as `crate::LAYER`, outside its tests and comments.
fn mentioned(source: &str) -> Vec<String> {
    let code = source.split("#[cfg(test)]").next().unwrap_or_default();
    let code: String = code
        .lines()
        .filter(|l| !l.trim_start().starts_with("//"))
        .collect::<Vec<_>>()
        .join("\n");
    let mut layers = Vec::new();
    for part in code.split("crate::").skip(1) {
        if let Some(group) = part.strip_prefix('{') {
            let inside = group.split(['}', ';']).next().unwrap_or_default();
            layers.extend(
                inside
                    .split(',')
                    .map(|p| p.trim().split("::").next().unwrap_or_default().to_owned()),
            );
        } else {
            layers.push(
                part.split(|c: char| !c.is_alphanumeric() && c != '_')
                    .next()
                    .unwrap_or_default()
                    .to_owned(),
            );
        }
    }
    layers
}

#[test]
fn nobody_imports_from_the_right() {
    let src = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut wrong = Vec::new();
    let mut seen = 0;
    for file in rust_files("src") {
        let relative = file.strip_prefix(&src).unwrap();
        let own = relative
            .components()
            .next()
            .unwrap()
            .as_os_str()
            .to_string_lossy()
            .trim_end_matches(".rs")
            .to_owned();
        let place = ARAH.iter().position(|l| *l == own);
        if place.is_none() && !BASIS.contains(&own.as_str()) {
            continue; // lib.rs, main.rs
        }
        for layer in mentioned(&fs::read_to_string(&file).unwrap()) {
            let Some(other) = ARAH.iter().position(|l| *l == layer) else {
                continue;
            };
            seen += 1;
            // A common file knows no layer except the two names every layer needs: none.
            if place.is_none_or(|p| other > p) {
                wrong.push(format!("{} memakai crate::{layer}", relative.display()));
            }
        }
    }
    assert!(seen > 20, "the walk found next to nothing: is it still reading the sources?");
    assert!(wrong.is_empty(), "arah terbalik:\n{}", wrong.join("\n"));
}
