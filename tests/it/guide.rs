//! Every command that the guide for staff tells them to type, run on files of the kind it speaks of.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::support::program::skp;

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

/// Writes the small files that a chapter shows: a block whose fence names one.
fn write_files(page: &str, desk: &Path) {
    let mut file: Option<(String, String)> = None;
    for line in page.lines() {
        match (line.strip_prefix("```"), &mut file) {
            (Some(start), None) => {
                let name = start.split_once(' ').map(|(_, name)| name.to_owned());
                file = name.map(|name| (name, String::new()));
            }
            (Some(_), Some((name, text))) => {
                fs::write(desk.join(name), text).unwrap();
                file = None;
            }
            (None, Some((_, text))) => {
                text.push_str(line);
                text.push('\n');
            }
            (None, None) => {}
        }
    }
}

/// What the chapter on shapes promises of each file: the kind of table, and every heading with its meaning.
#[test]
fn every_shape_of_the_guide_is_read_as_it_says() {
    let page = fs::read_to_string(root().join("docs/panduan/bentuk.md")).unwrap();
    let desk = desk();
    write_files(&page, desk.path());
    for (file, kind, meanings) in [
        ("rekap.csv", "penilaian", "no nama nip jabatan hasil_akhir"),
        (
            "triwulan.csv",
            "penilaian",
            "no nama nip unit_kerja hasil_akhir hasil_akhir hasil_akhir hasil_akhir hasil_akhir",
        ),
        (
            "centang.csv",
            "penilaian",
            "no nama nip unit_kerja hasil_kerja hasil_kerja hasil_kerja perilaku_kerja perilaku_kerja perilaku_kerja",
        ),
        ("satu-sel.csv", "penilaian", "no nama_nip unit_kerja hasil_akhir"),
        ("datar.csv", "skp", "nip nama rhk indikator target realisasi umpan_balik"),
        (
            "realisasi.csv",
            "realisasi",
            "nip kode_rhk aspek realisasi realisasi realisasi realisasi",
        ),
        (
            "perilaku.csv",
            "perilaku",
            "nip nama nilai nilai nilai nilai nilai nilai nilai",
        ),
        ("perjanjian.csv", "sasaran", "no sasaran indikator target"),
        ("dokumen.csv", "penilaian", ""),
        (
            "siasn.json",
            "penilaian",
            "nip nama tahun hasil_kerja perilaku_kerja hasil_akhir unit_kerja",
        ),
        ("tertukar.csv", "pegawai", "nip nama jabatan unit_kerja jenis_jabatan"),
        ("judul-lain.csv", "perilaku", "nip aspek penilai nilai"),
    ] {
        let out = skp(desk.path(), &["baca", file, "--format", "json"]);
        let read: serde_json::Value = serde_json::from_slice(&out.stdout).unwrap();
        let table = &read["masukan"][0]["tabel"][0];
        let columns = table["kolom"].as_array().unwrap();
        let meant: Vec<&str> = columns.iter().map(|c| c["kanonik"].as_str().unwrap_or("-")).collect();
        assert_eq!(table["jenis"], kind, "{file}");
        if !meanings.is_empty() {
            assert_eq!(meant.join(" "), meanings, "{file}");
        }
    }
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
        let page = fs::read_to_string(&chapter).unwrap();
        write_files(&page, desk.path());
        for (command, code) in commands(&page) {
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
