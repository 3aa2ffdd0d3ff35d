//! Outputs through the program itself: never over an input, whole or not at all, together or not
//! at all; and what the program wrote is no data.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::thread::sleep;
use std::time::Duration;

use tempfile::TempDir;

use crate::support::program::{code, skp, told};

/// A folder with the clean instansi in `masukan/`.
fn folder() -> TempDir {
    let dir = tempfile::tempdir().unwrap();
    let from = Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures/check/_dasar/kualitatif");
    fs::create_dir(dir.path().join("masukan")).unwrap();
    for entry in fs::read_dir(from).unwrap() {
        let entry = entry.unwrap();
        fs::copy(entry.path(), dir.path().join("masukan").join(entry.file_name())).unwrap();
    }
    dir
}

/// Every file below a folder with its bytes.
fn all(folder: &Path) -> Vec<(PathBuf, Vec<u8>)> {
    let mut files = Vec::new();
    let mut folders = vec![folder.to_owned()];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else {
                files.push((path.clone(), fs::read(path).unwrap()));
            }
        }
    }
    files.sort();
    files
}

#[test]
fn no_output_is_an_input_whatever_its_name() {
    let dir = folder();
    let at = dir.path();
    fs::copy(at.join("masukan/pegawai.csv"), at.join("data.csv")).unwrap();
    fs::write(at.join("aturan.json"), "").unwrap();
    #[cfg(unix)]
    std::os::unix::fs::symlink("data.csv", at.join("taut.csv")).unwrap();
    fs::hard_link(at.join("data.csv"), at.join("keras.csv")).unwrap();
    let before = all(at);
    let run = |masukan: &str, more: &[&str]| {
        let mut args = vec!["nilai", masukan, "--tahun", "2025", "--paksa"];
        args.extend(more);
        skp(at, &args)
    };
    for (masukan, more) in [
        ("data.csv", ["-o", "data.csv"].as_slice()),
        ("data.csv", &["--json", "data.csv"]),
        ("data.csv", &["-o", "./masukan/../data.csv"]),
        ("data.csv", &["-o", "DATA.csv"]),
        ("data.csv", &["-o", "keras.csv"]),
        #[cfg(unix)]
        ("data.csv", &["-o", "taut.csv"]),
        #[cfg(unix)]
        ("taut.csv", &["-o", "data.csv"]),
        ("masukan", &["-o", "masukan/skp.csv"]),
        (".", &["--json", "masukan/skp.csv"]),
        ("masukan", &["--kebijakan", "aturan.json", "--json", "aturan.json"]),
        ("masukan", &["--aturan", "aturan.json", "--json", "aturan.json"]),
        ("masukan", &["--kalibrasi", "aturan.json", "--json", "aturan.json"]),
        ("masukan", &["--banding-dengan", "aturan.json", "--json", "aturan.json"]),
    ] {
        let output = run(masukan, more);
        assert_eq!(code(&output), 2, "{masukan} {more:?}: {}", told(&output));
    }
    assert_eq!(all(at), before, "nothing was written anywhere");
    let output = run("masukan", &["-o", "a.json", "--json", "./A.json"]);
    assert_eq!(code(&output), 2);
    assert!(told(&output).contains("berkas yang sama"), "{}", told(&output));
    assert_eq!(all(at), before);
}

#[test]
fn what_the_program_wrote_is_passed_over_and_may_be_written_again() {
    let dir = folder();
    let at = dir.path();
    let result = |args: &[&str]| {
        let mut all = vec!["nilai", "masukan", "--tahun", "2025", "--format", "json"];
        all.extend(args);
        let output = skp(at, &all);
        let json: serde_json::Value = serde_json::from_slice(&output.stdout).unwrap();
        (output, json)
    };
    let (_, clean) = result(&[]);
    let outputs = ["-o", "masukan/laporan.xlsx", "--json", "masukan/hasil.json"];
    let (output, first) = result(&outputs);
    assert_eq!(code(&output), 0, "{}", told(&output));
    assert_eq!(first["pegawai"], clean["pegawai"]);
    let table = skp(at, &["nilai", "masukan", "--tahun", "2025", "--format", "csv"]);
    fs::write(at.join("masukan/hasil.csv"), table.stdout).unwrap();
    let findings = skp(at, &["periksa", "masukan", "--tahun", "2025", "--format", "csv"]);
    fs::write(at.join("masukan/temuan.csv"), findings.stdout).unwrap();

    let (output, second) = result(&[]);
    assert_eq!(code(&output), 0);
    assert_eq!(second["pegawai"], clean["pegawai"], "results are no data");
    let notes: Vec<&str> = second["temuan"]
        .as_array()
        .unwrap()
        .iter()
        .filter(|f| f["kode"] == "STR060")
        .map(|f| f["berkas"].as_str().unwrap())
        .collect();
    assert_eq!(
        notes,
        [
            "masukan/hasil.csv",
            "masukan/hasil.json",
            "masukan/laporan.xlsx",
            "masukan/temuan.csv"
        ]
    );

    // Without --paksa it stays; with it it is written again, the same byte by byte.
    let before = fs::read(at.join("masukan/hasil.json")).unwrap();
    fs::remove_file(at.join("masukan/hasil.csv")).unwrap();
    fs::remove_file(at.join("masukan/temuan.csv")).unwrap();
    assert_eq!(
        code(&skp(
            at,
            &["nilai", "masukan", "--tahun", "2025", "--json", "masukan/hasil.json"]
        )),
        2
    );
    let mut again = outputs.to_vec();
    again.push("--paksa");
    let (output, _) = result(&again);
    assert_eq!(code(&output), 0, "{}", told(&output));
    assert!(
        fs::read(at.join("masukan/hasil.json")).unwrap() == before,
        "an output is no input"
    );
}

#[test]
fn the_file_that_standard_output_goes_to_is_no_input() {
    let dir = folder();
    let file = fs::File::create(dir.path().join("masukan/keluaran.csv")).unwrap();
    let status = Command::new(env!("CARGO_BIN_EXE_skp"))
        .args(["nilai", "masukan", "--tahun", "2025", "--format", "json"])
        .current_dir(dir.path())
        .stdout(file)
        .stdin(Stdio::null())
        .status()
        .unwrap();
    assert_eq!(status.code(), Some(0));
    let json = fs::read_to_string(dir.path().join("masukan/keluaran.csv")).unwrap();
    assert!(!json.contains("keluaran.csv"), "it is nowhere named");
}

#[test]
fn a_run_that_is_killed_leaves_whole_outputs_and_the_next_one_cleans_up() {
    let dir = folder();
    let at = dir.path();
    let args = [
        "nilai",
        "masukan",
        "--tahun",
        "2025",
        "--diam",
        "-o",
        "laporan.xlsx",
        "--json",
        "hasil.json",
        "--paksa",
    ];
    assert_eq!(code(&skp(at, &args)), 0);
    let whole = all(at);
    for n in 0..12_u64 {
        let mut child = Command::new(env!("CARGO_BIN_EXE_skp"))
            .args(args)
            .current_dir(at)
            .stdin(Stdio::null())
            .stdout(Stdio::null())
            .spawn()
            .unwrap();
        sleep(Duration::from_millis(n * 17 % 101 + 5));
        // It may have ended by itself.
        let _ = child.kill();
        child.wait().unwrap();
        let left: Vec<_> = all(at)
            .into_iter()
            .filter(|(p, _)| !p.file_name().unwrap().to_str().unwrap().starts_with(".skp-"))
            .collect();
        assert!(left == whole, "kill {n}: an output is not as it was");
    }
    assert_eq!(code(&skp(at, &args)), 0);
    assert!(all(at) == whole, "nothing is left behind");
}

#[test]
fn control_characters_are_shown_and_not_sent() {
    let dir = tempfile::tempdir().unwrap();
    let evil = "\u{1b}]0;judul\u{7}\u{1b}[2J\u{9b}31m\u{fffe}\u{202e}\u{2066}";
    let table = format!(
        "nip;nama;jabatan;jenis_jabatan;unit_kerja\n198704062013042004;Ani {evil};{evil};salah{evil};Dinas {evil}\n1{evil};B;C;pelaksana;D\n"
    );
    fs::write(dir.path().join(format!("data {}.csv", &evil[..9])), table).unwrap();
    let commands: [&[&str]; 8] = [
        &["nilai", ".", "--tahun", "2025", "--warna", "selalu"],
        &["nilai", ".", "--tahun", "2025", "--format", "csv"],
        &["nilai", ".", "--tahun", "2025", "--format", "json"],
        &["periksa", ".", "--tahun", "2025", "--warna", "selalu"],
        &["periksa", ".", "--tahun", "2025", "--format", "csv"],
        &["baca", ".", "--warna", "selalu"],
        &["kaskade", ".", "--tahun", "2025", "--bentuk", "dot"],
        &["jelaskan", "1\u{1b}[2J", ".", "--tahun", "2025"],
    ];
    for args in commands {
        let output = skp(dir.path(), args);
        let sent = [output.stdout, output.stderr].concat();
        let text = String::from_utf8_lossy(&sent);
        let ours = [
            "\u{1b}[0m",
            "\u{1b}[1m",
            "\u{1b}[31m",
            "\u{1b}[33m",
            "\u{1b}[36m",
            "\u{1b}[1m\u{1b}[31m",
        ];
        let rest = ours.iter().fold(text.into_owned(), |t, colour| t.replace(colour, ""));
        let sent = rest.chars().find(|&c| skp::base::visible::is_hidden(c));
        assert_eq!(sent, None, "{args:?} sends {sent:?}: {rest}");
    }
}

/// What a workbook hides in escapes and entities reaches no file that is written either.
#[test]
fn what_a_cell_hides_is_in_no_file_that_is_written() {
    let dir = tempfile::tempdir().unwrap();
    let evil = "_x001B_[31m&#x9b;31m&#xfffe;&#x202e;";
    let cell = |at: &str, text: &str| format!(r#"<c r="{at}" t="inlineStr"><is><t>{text}</t></is></c>"#);
    let heads = ["nip", "nama", "jabatan", "jenis_jabatan", "unit_kerja"];
    let head: String = ["A1", "B1", "C1", "D1", "E1"]
        .iter()
        .zip(heads)
        .map(|(at, h)| cell(at, h))
        .collect();
    let values = [
        format!("1990{evil}"),
        format!("Candra {evil}"),
        format!("Staf {evil}"),
        format!("pelaksana{evil}"),
        format!("Unit {evil}"),
    ];
    let row: String = ["A2", "B2", "C2", "D2", "E2"]
        .iter()
        .zip(&values)
        .map(|(at, v)| cell(at, v))
        .collect();
    let book = crate::support::containers::xlsx(&format!(r#"<row r="1">{head}</row><row r="2">{row}</row>"#));
    fs::write(dir.path().join("data.xlsx"), book).unwrap();
    let evil = "\u{1b}[31m\u{9b}31m\u{fffe}\u{202e}";
    let table = format!(
        "{}\n1990{evil};Candra {evil};Staf {evil};pelaksana{evil};Unit {evil}\n",
        heads.join(";")
    );
    fs::write(dir.path().join("data.csv"), table).unwrap();
    for input in ["data.xlsx", "data.csv"] {
        written_files_hide_nothing(dir.path(), input);
    }
}

fn written_files_hide_nothing(dir: &Path, input: &str) {
    let args = [
        "nilai",
        input,
        "--lewati",
        "tak \u{9b}31m\u{fffe}\u{202e} ada",
        "--paksa",
        "--tahun",
        "2025",
        "-o",
        "l.csv",
        "--json",
        "l.json",
        "--html",
        "l.html",
    ];
    let output = skp(dir, &args);
    assert_eq!(code(&output), 1, "{}", told(&output));
    skp(dir, &["nilai", input, "--paksa", "--tahun", "2025", "-o", "l.xlsx"]);
    let mut texts: Vec<(String, String)> = ["l.csv", "l.json", "l.html"]
        .map(|name| (name.to_owned(), fs::read_to_string(dir.join(name)).unwrap()))
        .into();
    let mut zip = zip::ZipArchive::new(fs::File::open(dir.join("l.xlsx")).unwrap()).unwrap();
    for i in 0..zip.len() {
        let mut part = zip.by_index(i).unwrap();
        let mut text = String::new();
        std::io::Read::read_to_string(&mut part, &mut text).unwrap();
        texts.push((format!("part {i}"), text));
    }
    for (name, text) in texts {
        let hidden = text.chars().find(|&c| skp::base::visible::is_hidden(c));
        assert_eq!(hidden, None, "{input}: {name}");
    }
}

#[test]
fn what_is_left_out_is_left_out_for_every_command() {
    let dir = folder();
    fs::write(dir.path().join("masukan/rusak.xlsx"), "PK\u{3}\u{4}").unwrap();
    for command in ["nilai", "periksa", "baca", "kaskade"] {
        let year: &[&str] = if command == "baca" { &[] } else { &["--tahun", "2025"] };
        let with = skp(dir.path(), &[&[command, "masukan", "--lewati", "RUSAK"], year].concat());
        assert_eq!(
            code(&with),
            0,
            "{command}: {}{}",
            told(&with),
            String::from_utf8_lossy(&with.stdout)
        );
    }
    let wrong = skp(
        dir.path(),
        &["periksa", "masukan", "--tahun", "2025", "--lewati", "ruzak.xlsx"],
    );
    let text = String::from_utf8_lossy(&wrong.stdout).into_owned();
    assert!(text.contains("ruzak.xlsx") && text.contains("\"rusak.xlsx\""), "{text}");
}

#[test]
fn who_leaves_the_only_sheet_out_is_told_so_and_names_that_lead_nowhere_are_told_with_the_likely_one() {
    let dir = tempfile::tempdir().unwrap();
    let from = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures/produsen/tata-letak/penilaian-grup.excel.xlsx");
    fs::copy(from, dir.path().join("rekap cacat.xlsx")).unwrap();
    let year = ["--tahun", "2025"];
    let bytes = fs::read(dir.path().join("rekap cacat.xlsx")).unwrap();
    let read = skp::input::read_bytes("x.xlsx", &bytes, &skp::input::ReadOptions::default());
    let out: Vec<String> = read
        .sheets
        .iter()
        .flat_map(|s| {
            [
                "--lewati".to_owned(),
                format!("rekap cacat.xlsx:{}", s.name.as_deref().unwrap()),
            ]
        })
        .collect();
    let out: Vec<&str> = out.iter().map(String::as_str).collect();
    for (args, why) in [
        (
            [&["nilai", "rekap cacat.xlsx"], &out[..]].concat(),
            "dilewati karena disebut pada --lewati, dan tidak ada lembar lain.",
        ),
        (
            vec!["nilai", "rekap", "cacat.xlsx"],
            "Nama yang berisi spasi ditulis di antara tanda kutip: \"rekap cacat.xlsx\".",
        ),
        (vec!["periksa", "rekap cacat"], "Maksud Anda \"rekap cacat.xlsx\"?"),
    ] {
        let run = skp(dir.path(), &[&args[..], &year].concat());
        assert_eq!(code(&run), 2, "{args:?}");
        assert!(told(&run).contains(why), "{args:?}: {}", told(&run));
    }
    let nothing = skp(dir.path(), &["nilai", "lain.xlsx", "--tahun", "2025"]);
    assert!(!told(&nothing).contains("Maksud Anda") && !told(&nothing).contains("tanda kutip"));
}

/// What cannot be printed is said in the user's language, and never ends with 0.
#[cfg(target_os = "linux")]
#[test]
fn a_full_place_behind_stdout_is_told_in_one_sentence() {
    let input = "fixtures/dinas/dinas.xlsx";
    for args in [
        &["periksa", input, "--tahun", "2025"][..],
        &["nilai", input, "--tahun", "2025", "--format", "json"],
        &["baca", input, "--format", "csv"],
        &["skema"],
        &["--help"],
        &["--version"],
    ] {
        let full = std::fs::OpenOptions::new().write(true).open("/dev/full").unwrap();
        let out = std::process::Command::new(env!("CARGO_BIN_EXE_skp"))
            .args(args)
            .current_dir(env!("CARGO_MANIFEST_DIR"))
            .stdout(full)
            .output()
            .unwrap();
        let said = String::from_utf8(out.stderr).unwrap();
        assert_eq!(out.status.code(), Some(2), "{args:?}");
        assert_eq!(
            said, "galat: Hasil tidak dapat dicetak: tempat penyimpanan penuh.\n",
            "{args:?}"
        );
    }
}

#[test]
fn large_texts_have_their_fingerprint_wherever_one_is_shown() {
    let dir = folder();
    let at = dir.path();
    let people = at.join("masukan/pegawai.csv");
    // Rows without anything change no result, and the file is read in blocks.
    let mut text = fs::read_to_string(&people).unwrap();
    let empty = ";".repeat(text.lines().next().unwrap().matches(';').count());
    text.push_str(&format!("{empty}\n").repeat(100_000));
    fs::write(&people, &text).unwrap();
    let expected = skp::input::fingerprint(text.as_bytes());
    let shows = |text: &str| {
        let json: serde_json::Value = serde_json::from_str(text).unwrap();
        let files = json["masukan"].as_array().unwrap();
        let file = files
            .iter()
            .find(|f| f["berkas"].as_str().unwrap().ends_with("pegawai.csv"))
            .unwrap();
        assert_eq!(file["sha256"], *expected);
    };
    shows(&String::from_utf8(skp(at, &["baca", "masukan", "--format", "json"]).stdout).unwrap());
    let args = [
        "nilai", "masukan", "--tahun", "2025", "--format", "json", "--json", "r.json", "-o", "r.xlsx",
    ];
    shows(&String::from_utf8(skp(at, &args).stdout).unwrap());
    shows(&fs::read_to_string(at.join("r.json")).unwrap());
    let book = skp::input::read(
        &[at.join("r.xlsx")],
        &skp::input::ReadOptions {
            own: true,
            ..Default::default()
        },
    );
    let cells = book
        .sheets
        .iter()
        .flat_map(skp::input::Sheet::rows)
        .flat_map(|r| r.cells().map(|c| c.1.written()).collect::<Vec<_>>());
    assert!(cells.into_iter().any(|cell| cell == expected), "no fingerprint in the report");
}

/// Whoever reads only the first lines of what is printed gets the exit code of the whole run.
#[test]
fn a_pipe_that_its_reader_closed_changes_no_exit_code() {
    let dir = tempfile::tempdir().unwrap();
    fs::write(
        dir.path().join("pegawai.csv"),
        "nip;nama;jabatan;jenis_jabatan;unit_kerja\n12;A;B;pelaksana;U\n",
    )
    .unwrap();
    let clean = concat!(env!("CARGO_MANIFEST_DIR"), "/fixtures/dinas/dinas.xlsx");
    for (input, exit) in [("pegawai.csv", 1), (clean, 0)] {
        for format in [&[][..], &["--format", "json"]] {
            let (reader, writer) = std::io::pipe().unwrap();
            drop(reader);
            let out = std::process::Command::new(env!("CARGO_BIN_EXE_skp"))
                .args(["periksa", input, "--tahun", "2025"])
                .args(format)
                .current_dir(dir.path())
                .stdout(writer)
                .output()
                .unwrap();
            assert_eq!(out.status.code(), Some(exit), "{input} {format:?}");
            assert_eq!(String::from_utf8(out.stderr).unwrap(), "", "{input} {format:?}");
        }
    }
}
