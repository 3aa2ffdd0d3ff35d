//! `skp.toml` from end to end: levels, exceptions with reason and date, `--abaikan`, `--ketat`.

use std::path::Path;
use std::process::Command;

use serde_json::Value;

use super::support::check_cases::Cases;

/// A folder with the clean instansi and one broken link (KAS001, galat) in it.
fn broken() -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    let data = folder.path().join("data");
    std::fs::create_dir(&data).unwrap();
    Cases::write_first("KAS001", &data);
    folder
}

fn nilai(folder: &Path, policy: Option<&str>, more: &[&str]) -> (i32, Value, String) {
    let file = folder.join("skp.toml");
    match policy {
        Some(text) => std::fs::write(file, text).unwrap(),
        None => drop(std::fs::remove_file(file)),
    }
    let output = Command::new(env!("CARGO_BIN_EXE_skp"))
        .current_dir(folder)
        .args([
            "nilai",
            "data",
            "--tahun",
            "2025",
            "--aturan",
            "permenpanrb-8-2021",
            "--format",
            "json",
        ])
        .args(more)
        .output()
        .unwrap();
    let said = String::from_utf8_lossy(&output.stderr).into_owned();
    let json = serde_json::from_slice(&output.stdout).unwrap_or(Value::Null);
    (output.status.code().unwrap(), json, said)
}

fn of<'a>(hasil: &'a Value, kode: &str) -> Vec<&'a Value> {
    hasil["temuan"]
        .as_array()
        .unwrap()
        .iter()
        .filter(|f| f["kode"] == kode)
        .collect()
}

const KAS001: &str =
    "[[pengecualian]]\nkode = 'KAS001'\nnip = '199003032015031003'\nalasan = 'penugasan pusat'\ntanggal = 2025-02-01\n";

#[test]
fn a_level_changes_the_exit_code_and_nobodys_result() {
    let folder = broken();
    let (exit, plain, _) = nilai(folder.path(), None, &[]);
    assert_eq!((exit, of(&plain, "KAS001").len()), (1, 1));
    let (exit, mild, _) = nilai(folder.path(), Some("[tingkat]\nKAS001 = 'peringatan'\n"), &[]);
    assert_eq!((exit, &of(&mild, "KAS001")[0]["tingkat"]), (0, &Value::from("peringatan")));
    assert_eq!(plain["pegawai"], mild["pegawai"]);
    let (exit, ..) = nilai(folder.path(), Some("[tingkat]\nKAS001 = 'peringatan'\n"), &["--ketat"]);
    assert_eq!(exit, 1);
}

#[test]
fn an_exception_tells_its_reason_and_hides_nobody() {
    let folder = broken();
    let (_, plain, _) = nilai(folder.path(), None, &[]);
    let (exit, excepted, _) = nilai(folder.path(), Some(KAS001), &[]);
    let finding = of(&excepted, "KAS001")[0];
    assert_eq!((exit, &finding["tingkat"]), (0, &Value::from("catatan")));
    let words = finding["pesan"].as_str().unwrap();
    assert!(words.contains("penugasan pusat") && words.contains("01/02/2025"), "{words}");
    assert_eq!(plain["pegawai"], excepted["pegawai"]);
}

#[test]
fn an_exception_that_matches_nothing_is_a_finding() {
    let folder = broken();
    let other = KAS001.replace("199003032015031003", "198002022005012002");
    let (exit, hasil, _) = nilai(folder.path(), Some(&other), &[]);
    assert_eq!((exit, of(&hasil, "STR090").len(), of(&hasil, "KAS001").len()), (1, 1, 1));
    let by_unit = "[[pengecualian]]\nkode = 'kas001'\nunit = 'bidang  UMUM'\nalasan = 'x'\ntanggal = 2025-02-01\n";
    let (exit, hasil, _) = nilai(folder.path(), Some(by_unit), &[]);
    assert_eq!((exit, of(&hasil, "STR090").len()), (0, 0));
}

#[test]
fn a_policy_without_reason_or_of_an_unknown_code_is_refused_with_its_line() {
    let folder = broken();
    for (policy, word) in [
        ("[[pengecualian]]\nkode = 'KAS001'\ntanggal = 2025-02-01\n", "alasan"),
        ("[[pengecualian]]\nkode = 'KAS001'\nalasan = 'x'\n", "tanggal"),
        ("[tingkat]\nKAS999 = 'galat'\n", "KAS999"),
        ("\n\nlain = 1\n", "baris 3"),
    ] {
        let (exit, _, said) = nilai(folder.path(), Some(policy), &[]);
        assert_eq!(exit, 2, "{policy}");
        assert!(said.contains(word), "{policy}: {said}");
    }
}

#[test]
fn ignored_codes_are_not_told_and_change_no_result() {
    let folder = broken();
    let (_, plain, _) = nilai(folder.path(), None, &[]);
    let (exit, hasil, _) = nilai(folder.path(), None, &["--abaikan", "kas001"]);
    assert_eq!((exit, of(&hasil, "KAS001").len()), (0, 0));
    for (a, b) in plain["pegawai"]
        .as_array()
        .unwrap()
        .iter()
        .zip(hasil["pegawai"].as_array().unwrap())
    {
        assert_eq!(
            (&a["nip"], &a["nilai_kinerja"], &a["status"]),
            (&b["nip"], &b["nilai_kinerja"], &b["status"])
        );
    }
    let (exit, _, said) = nilai(folder.path(), None, &["--abaikan", "KAS01"]);
    assert_eq!(exit, 2, "{said}");
}
