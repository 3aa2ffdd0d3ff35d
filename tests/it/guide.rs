//! Every command that the guide for staff tells them to type, run on files of the kind it speaks of.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// The folder of somebody who follows the guide.
fn desk() -> tempfile::TempDir {
    let desk = tempfile::tempdir().unwrap();
    fs::copy(root().join("fixtures/dinas/dinas.xlsx"), desk.path().join("skp2025.xlsx")).unwrap();
    let downloads = desk.path().join("unduhan");
    fs::create_dir(&downloads).unwrap();
    fs::copy(
        root().join("fixtures/produsen/ekinerja/Laporan Penilaian SKP.excel.xlsx"),
        downloads.join("Laporan Penilaian SKP.xlsx"),
    )
    .unwrap();
    desk
}

/// The commands of a chapter's `console` blocks with the exit code that it says they have.
fn commands(page: &str) -> Vec<(String, i32)> {
    let mut found: Vec<(String, i32)> = Vec::new();
    let mut inside = false;
    for line in page.lines() {
        if line.starts_with("```") {
            inside = line == "```console";
        } else if inside && let Some(command) = line.strip_prefix("$ ") {
            found.push((command.to_owned(), 0));
        } else if inside && let Some(code) = line.strip_prefix("? ") {
            found.last_mut().unwrap().1 = code.parse().unwrap();
        }
    }
    found
}

/// Words as a shell splits them: blanks, and double quotes around a word.
fn words(command: &str) -> Vec<String> {
    command
        .split('"')
        .enumerate()
        .flat_map(|(i, part)| {
            if i % 2 == 1 {
                vec![part.to_owned()]
            } else {
                part.split_whitespace().map(str::to_owned).collect()
            }
        })
        .collect()
}

#[test]
fn every_command_of_the_guide_runs() {
    let mut chapters: Vec<PathBuf> = fs::read_dir(root().join("docs/panduan"))
        .unwrap()
        .map(|e| e.unwrap().path())
        .filter(|p| p.extension().is_some_and(|e| e == "md"))
        .collect();
    chapters.sort();
    let mut run = 0;
    for chapter in chapters {
        let desk = desk();
        for (command, code) in commands(&fs::read_to_string(&chapter).unwrap()) {
            let words = words(&command);
            assert_eq!(words[0], "skp", "{}: {command}", chapter.display());
            let out = Command::new(env!("CARGO_BIN_EXE_skp"))
                .args(&words[1..])
                .current_dir(desk.path())
                .output()
                .unwrap();
            assert_eq!(
                out.status.code(),
                Some(code),
                "{}: {command}\n{}",
                chapter.display(),
                String::from_utf8_lossy(&out.stderr)
            );
            run += 1;
        }
    }
    assert!(run > 10, "only {run} commands found");
}
