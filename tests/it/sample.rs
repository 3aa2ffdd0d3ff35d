//! `skp contoh` and `skp template` as typed: files, exit codes, refusals.

use std::path::Path;
use std::process::{Command, Output};

fn skp(folder: &Path, args: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_skp"))
        .current_dir(folder)
        .args(args)
        .output()
        .unwrap()
}

fn exit(output: &Output) -> i32 {
    output.status.code().unwrap()
}

#[test]
fn an_instansi_is_made_as_workbook_or_folder_and_can_be_read() {
    let dir = tempfile::tempdir().unwrap();
    for output in ["instansi.xlsx", "instansi"] {
        let made = skp(dir.path(), &["contoh", "--pegawai", "130", "--benih", "4", "-o", output]);
        assert_eq!(exit(&made), 0, "{}", String::from_utf8_lossy(&made.stderr));
        assert!(made.stdout.is_empty(), "talk goes to stderr");
        let scored = skp(dir.path(), &["nilai", output, "--tahun", "2025", "--format", "json"]);
        assert_eq!(exit(&scored), 0);
        let hasil: serde_json::Value = serde_json::from_slice(&scored.stdout).unwrap();
        assert_eq!(hasil["ringkasan"]["pegawai"], 130);
        assert_eq!(hasil["ringkasan"]["galat"], 0);
    }
    assert_eq!(std::fs::read_dir(dir.path().join("instansi")).unwrap().count(), 8);
    let faulty = skp(
        dir.path(),
        &["contoh", "--pegawai", "130", "--cacat", "30", "-o", "cacat.xlsx"],
    );
    assert_eq!(exit(&faulty), 0);
    assert_eq!(exit(&skp(dir.path(), &["periksa", "cacat.xlsx", "--tahun", "2025"])), 1);
}

#[test]
fn what_cannot_be_made_is_refused_with_2_and_a_way_out() {
    let dir = tempfile::tempdir().unwrap();
    std::fs::write(dir.path().join("ada.xlsx"), "jangan").unwrap();
    for (args, word) in [
        (&["contoh", "-o", "ada.xlsx"][..], "--paksa"),
        (&["contoh", "-o", "data.csv"], ".xlsx"),
        (&["contoh", "--aturan", "pp-46-2011", "-o", "x.xlsx"], "pp-30-2019"),
        (&["contoh", "--tahun", "2005", "-o", "x.xlsx"], "2019"),
        (&["contoh", "--pegawai", "1000001", "-o", "x.xlsx"], "1000001"),
        (&["template", "-o", "ada.xlsx"], "--paksa"),
        (&["template", "--aturan", "pp-46-2011", "-o", "x.xlsx"], "permenpanrb-6-2022"),
    ] {
        let output = skp(dir.path(), args);
        let said = String::from_utf8_lossy(&output.stderr);
        assert_eq!(exit(&output), 2, "{args:?}");
        assert!(said.contains(word), "{args:?}: {said}");
    }
    assert_eq!(std::fs::read(dir.path().join("ada.xlsx")).unwrap(), b"jangan");
    assert_eq!(std::fs::read_dir(dir.path()).unwrap().count(), 1, "nothing is left behind");
}

#[test]
fn a_template_reads_back_without_a_finding() {
    let dir = tempfile::tempdir().unwrap();
    for id in ["permenpanrb-6-2022", "pp-30-2019", "permenpanrb-8-2021"] {
        let made = skp(dir.path(), &["template", "--aturan", id, "-o", "kosong.xlsx", "--paksa"]);
        assert_eq!(exit(&made), 0, "{}", String::from_utf8_lossy(&made.stderr));
        let args = [
            "periksa",
            "kosong.xlsx",
            "--tahun",
            "2025",
            "--aturan",
            id,
            "--format",
            "json",
        ];
        let checked = skp(dir.path(), &args);
        assert_eq!(exit(&checked), 0, "{id}");
        let found: serde_json::Value = serde_json::from_slice(&checked.stdout).unwrap();
        assert_eq!(found["temuan"], serde_json::json!([]), "{id}");
    }
}
