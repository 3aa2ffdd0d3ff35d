//! `skp contoh` and `skp template` as typed: files, exit codes, refusals.

use crate::support::program::{code, skp};

#[test]
fn an_instansi_is_made_as_workbook_or_folder_and_can_be_read() {
    let dir = tempfile::tempdir().unwrap();
    for output in ["instansi.xlsx", "instansi"] {
        let made = skp(dir.path(), &["contoh", "--pegawai", "130", "--benih", "4", "-o", output]);
        assert_eq!(code(&made), 0, "{}", String::from_utf8_lossy(&made.stderr));
        assert!(made.stdout.is_empty(), "talk goes to stderr");
        let scored = skp(dir.path(), &["nilai", output, "--tahun", "2025", "--format", "json"]);
        assert_eq!(code(&scored), 0);
        let hasil: serde_json::Value = serde_json::from_slice(&scored.stdout).unwrap();
        assert_eq!(hasil["ringkasan"]["pegawai"], 130);
        assert_eq!(hasil["ringkasan"]["galat"], 0);
    }
    assert_eq!(std::fs::read_dir(dir.path().join("instansi")).unwrap().count(), 8);
    let faulty = skp(
        dir.path(),
        &["contoh", "--pegawai", "130", "--cacat", "30", "-o", "cacat.xlsx"],
    );
    assert_eq!(code(&faulty), 0);
    assert_eq!(code(&skp(dir.path(), &["periksa", "cacat.xlsx", "--tahun", "2025"])), 1);
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
        (&["template", "-o", "x.xls"], "x.xlsx"),
        (&["template", "-o", "kosong"], "kosong.xlsx"),
        (&["template", "--dari", "tidak-ada.xlsx", "-o", "x.xlsx"], "tidak-ada.xlsx"),
        (&["template", "--dari", "ada.xlsx", "-o", "ada.xlsx", "--paksa"], "masukan"),
    ] {
        let output = skp(dir.path(), args);
        let said = String::from_utf8_lossy(&output.stderr);
        assert_eq!(code(&output), 2, "{args:?}");
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
        assert_eq!(code(&made), 0, "{}", String::from_utf8_lossy(&made.stderr));
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
        assert_eq!(code(&checked), 0, "{id}");
        let found: serde_json::Value = serde_json::from_slice(&checked.stdout).unwrap();
        assert_eq!(found["temuan"], serde_json::json!([]), "{id}");
    }
}

/// The command that `contoh` prints is one that runs and scores, also with a blank in the name.
#[test]
fn the_command_that_an_example_prints_runs() {
    let dir = tempfile::tempdir().unwrap();
    for args in [
        &["contoh", "--pegawai", "20", "-o", "instansi saya.xlsx"][..],
        &[
            "contoh",
            "--pegawai",
            "20",
            "--aturan",
            "pp-30-2019",
            "-o",
            "angka",
            "--tahun",
            "2022",
        ],
        &[
            "contoh",
            "--pegawai",
            "20",
            "--aturan",
            "permenpanrb-8-2021",
            "-o",
            "angka.xlsx",
            "--tahun",
            "2021",
        ],
    ] {
        let made = skp(dir.path(), args);
        let said = String::from_utf8_lossy(&made.stderr).into_owned();
        let (_, command) = said.split_once("Coba: skp ").unwrap();
        let mut typed: Vec<String> = Vec::new();
        for (i, part) in command.trim().split('"').enumerate() {
            if i % 2 == 1 {
                typed.push(part.to_owned());
            } else {
                typed.extend(part.split_whitespace().map(str::to_owned));
            }
        }
        let typed: Vec<&str> = typed.iter().map(String::as_str).chain(["--format", "json"]).collect();
        let run = skp(dir.path(), &typed);
        assert_eq!(code(&run), 0, "{command}: {}", String::from_utf8_lossy(&run.stderr));
        let hasil: serde_json::Value = serde_json::from_slice(&run.stdout).unwrap();
        assert_eq!(hasil["ringkasan"]["galat"], 0, "{command}");
        assert_eq!(hasil["ringkasan"]["pegawai"], 20, "{command}");
    }
}

const DOWNLOAD: &str = "Laporan Penilaian SKP Periode Tahunan Tahun 2025\n\n\
    No;nip;nama;skp_unor;skp_unor_induk;skp_jabatan;hasil_akhir;golru;jenis_pegawai;skp_jenis_jabatan;pegawai_atasan_nip\n\
    1;198704062013042004;Lintang Kertapati;Bidang Arsip;Dinas Arsip;Kepala Bidang;BAIK;IV/a;PNS;ADMINISTRATOR;\n\
    2;199409172017031005;Bagas Adikarsa;Bidang Arsip;Dinas Arsip;Pengolah Data;BAIK;III/c;PNS;PELAKSANA;198704062013042004\n\
    3;1,99102E+17;Sekar Natakusuma;Bidang Arsip;Dinas Arsip;Pengolah Data;BAIK;IX;PPPK;PELAKSANA;198704062013042004\n";

/// People, units and atasan of a download stand in the template, as they would be typed.
#[test]
fn a_template_begins_with_the_people_of_a_download() {
    let dir = tempfile::tempdir().unwrap();
    std::fs::write(dir.path().join("unduhan.csv"), DOWNLOAD).unwrap();
    let made = skp(dir.path(), &["template", "--dari", "unduhan.csv", "-o", "masukan.xlsx"]);
    let said = String::from_utf8_lossy(&made.stderr);
    assert_eq!(code(&made), 0, "{said}");
    assert!(
        said.contains("3 baris pegawai dan 1 unit") && said.contains("NIP 1 orang"),
        "{said}"
    );
    let run = skp(dir.path(), &["nilai", "masukan.xlsx", "--tahun", "2025", "--format", "json"]);
    assert_eq!(code(&run), 1, "{}", String::from_utf8_lossy(&run.stderr));
    let hasil: serde_json::Value = serde_json::from_slice(&run.stdout).unwrap();
    let people = hasil["pegawai"].as_array().unwrap();
    let named: Vec<_> = people.iter().map(|p| p["nama"].as_str().unwrap()).collect();
    assert_eq!(named, ["Lintang Kertapati", "Bagas Adikarsa", "Sekar Natakusuma"]);
    let bagas = &people[1];
    assert_eq!(bagas["nip"], "199409172017031005");
    assert_eq!(bagas["nip_atasan"], "198704062013042004");
    assert_eq!(bagas["unit_kerja"], "Bidang Arsip");
    assert_eq!(people[2]["nip"], "", "a NIP that cannot be read is left open");
    let workbook = std::fs::read(dir.path().join("masukan.xlsx")).unwrap();
    let mut zip = zip::ZipArchive::new(std::io::Cursor::new(workbook)).unwrap();
    let mut lists = String::new();
    for i in 0..zip.len() {
        let mut part = zip.by_index(i).unwrap();
        if part.name().unwrap().contains("worksheets/sheet") {
            std::io::Read::read_to_string(&mut part, &mut lists).unwrap();
        }
    }
    assert!(lists.contains("pegawai!$B$3:$B$"), "choices come from its own sheets");
    assert!(lists.contains("unit!$B$3:$B$"));
}
