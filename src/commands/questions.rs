//! The few questions that make a command for somebody who knows none.

use std::ffi::OsString;
use std::io::{self, BufRead, Write};
use std::path::{Path, PathBuf};

use crate::base::text::is_blank;

const PREDIKAT: [&str; 5] = ["Istimewa", "Baik", "Butuh Perbaikan", "Kurang", "Sangat Kurang"];

/// Asks for everything that the main job needs and shows the command that it makes; `None` where the user gives up.
///
/// # Errors
/// The terminal cannot be read or written.
pub(super) fn all(answers: &mut impl BufRead, talk: &mut impl Write) -> io::Result<Option<Vec<OsString>>> {
    writeln!(
        talk,
        "skp menutup tahun kinerja: membaca SKP dan penilaian, lalu menulis laporan.\n\
         Jawab beberapa pertanyaan. Perintah lain: skp --help, panduan: skp panduan.\n"
    )?;
    let path = question(
        answers,
        talk,
        "Berkas atau folder masukan (boleh diseret ke sini; Enter saja untuk berhenti): ",
        |a| {
            let path = unquoted(a);
            if Path::new(path).exists() {
                Ok(path.to_owned())
            } else {
                Err(format!("Tidak ada berkas atau folder \"{path}\"."))
            }
        },
    )?;
    path.map(|path| about(&[path.into()], answers, talk)).transpose()
}

/// Asks for what these inputs do not say and shows the command that it makes.
///
/// # Errors
/// The terminal cannot be read or written.
pub(super) fn about(inputs: &[OsString], answers: &mut impl BufRead, talk: &mut impl Write) -> io::Result<Vec<OsString>> {
    for input in inputs {
        writeln!(talk, "Masukan: {}", Path::new(input).display())?;
    }
    let year = question(
        answers,
        talk,
        "Tahun kinerja, misalnya 2025 (Enter: seperti tertulis di datanya): ",
        |a| match a.parse::<i16>() {
            Ok(1900..=2999) => Ok(a.to_owned()),
            _ => Err(format!("\"{a}\" bukan tahun empat angka.")),
        },
    )?;
    let organisation = question(
        answers,
        talk,
        &format!(
            "Predikat kinerja organisasi ({}; Enter bila sudah ada di data atau belum tahu): ",
            PREDIKAT.join(", ")
        ),
        |a| {
            let known = PREDIKAT.iter().find(|k| k.eq_ignore_ascii_case(a));
            known
                .map(|k| (*k).to_owned())
                .ok_or_else(|| format!("\"{a}\" bukan salah satu dari lima predikat itu."))
        },
    )?;
    let mut args: Vec<OsString> = std::iter::once("nilai".into()).chain(inputs.iter().cloned()).collect();
    if let Some(year) = year {
        args.extend(["--tahun".into(), year.into()]);
    }
    if let Some(predikat) = organisation {
        args.extend(["--predikat-organisasi".into(), predikat.into()]);
    }
    if let Some(report) = report(Path::new(&inputs[0]), answers, talk)? {
        args.extend(["-o".into(), report.into_os_string()]);
    }
    let shown: Vec<String> = args.iter().map(|a| quoted(&a.to_string_lossy())).collect();
    writeln!(talk, "\nPerintahnya, untuk lain kali:\n  skp {}\n", shown.join(" "))?;
    Ok(args)
}

/// Where the report goes: beside the input unless a folder is named; `None` where none is wanted.
fn report(input: &Path, answers: &mut impl BufRead, talk: &mut impl Write) -> io::Result<Option<PathBuf>> {
    let usual = free_name(input);
    let text = format!(
        "Nama laporan (Enter: {}; \"tidak\": hanya ditampilkan): ",
        usual.file_name().unwrap_or_default().to_string_lossy()
    );
    let answer = question(answers, talk, &text, |a| {
        if a.eq_ignore_ascii_case("tidak") {
            return Ok(String::new());
        }
        let path = usual.with_file_name(workbook(unquoted(a)));
        if path.exists() {
            Err(format!("\"{}\" sudah ada. Pilih nama lain.", path.display()))
        } else {
            Ok(path.display().to_string())
        }
    })?;
    Ok(match answer {
        None => Some(usual),
        Some(none) if none.is_empty() => None,
        Some(path) => Some(path.into()),
    })
}

/// A name beside the input that is not taken yet: "Laporan dinas.xlsx", "Laporan dinas (2).xlsx".
fn free_name(input: &Path) -> PathBuf {
    let stem = if input.is_dir() {
        input.file_name()
    } else {
        input.file_stem()
    };
    let stem = stem.map_or_else(String::new, |s| format!(" {}", s.to_string_lossy()));
    let mut path = input.with_file_name(format!("Laporan{stem}.xlsx"));
    for n in 2.. {
        if !path.exists() {
            break;
        }
        path.set_file_name(format!("Laporan{stem} ({n}).xlsx"));
    }
    path
}

/// The name with the ending of a workbook.
fn workbook(name: &str) -> String {
    let has_it = name.to_ascii_lowercase().ends_with(".xlsx");
    if has_it { name.to_owned() } else { format!("{name}.xlsx") }
}

/// As a terminal gives a path that was dragged into it.
fn unquoted(answer: &str) -> &str {
    answer.trim_matches(['"', '\''])
}

/// As it has to be typed.
fn quoted(word: &str) -> String {
    if word.contains([' ', '&', '(', ')']) {
        format!("\"{word}\"")
    } else {
        word.to_owned()
    }
}

/// Asks until the answer will do; `None` for an empty one.
fn question(
    answers: &mut impl BufRead,
    talk: &mut impl Write,
    text: &str,
    good: impl Fn(&str) -> Result<String, String>,
) -> io::Result<Option<String>> {
    loop {
        write!(talk, "{text}")?;
        talk.flush()?;
        let mut line = String::new();
        if answers.read_line(&mut line)? == 0 || is_blank(&line) {
            return Ok(None);
        }
        match good(line.trim()) {
            Ok(answer) => return Ok(Some(answer)),
            Err(why) => writeln!(talk, "{why}")?,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{about, all};
    use std::ffi::OsString;

    fn asked(answers: &str) -> (Option<Vec<OsString>>, String) {
        let mut talk = Vec::new();
        let args = all(&mut answers.as_bytes(), &mut talk).unwrap();
        (args, String::from_utf8(talk).unwrap())
    }

    #[test]
    fn four_answers_make_the_command_and_it_is_shown() {
        let folder = tempfile::tempdir().unwrap();
        let input = folder.path().join("dinas.xlsx");
        std::fs::write(&input, "").unwrap();
        let (args, talk) = asked(&format!("\"{}\"\n2025\nbutuh perbaikan\nhasil\n", input.display()));
        let report = folder.path().join("hasil.xlsx");
        let expected: Vec<OsString> = vec![
            "nilai".into(),
            input.into(),
            "--tahun".into(),
            "2025".into(),
            "--predikat-organisasi".into(),
            "Butuh Perbaikan".into(),
            "-o".into(),
            report.clone().into(),
        ];
        assert_eq!(args.unwrap(), expected);
        let shown = format!("--predikat-organisasi \"Butuh Perbaikan\" -o {}", report.display());
        assert!(talk.contains(&shown), "{talk}");
    }

    #[test]
    fn enter_alone_leaves_it_to_the_data_and_writes_beside_the_input() {
        let folder = tempfile::tempdir().unwrap();
        let input = folder.path().join("SKP 2025.xlsx");
        let taken = folder.path().join("Laporan SKP 2025.xlsx");
        for path in [&input, &taken] {
            std::fs::write(path, "").unwrap();
        }
        let mut talk = Vec::new();
        let args = about(&[input.clone().into()], &mut "\n\n\n".as_bytes(), &mut talk).unwrap();
        let report = folder.path().join("Laporan SKP 2025 (2).xlsx");
        assert_eq!(
            args,
            ["nilai".into(), input.into_os_string(), "-o".into(), report.into_os_string()]
        );
    }

    #[test]
    fn no_report_is_written_where_none_is_wanted_nor_over_another_file() {
        let folder = tempfile::tempdir().unwrap();
        let input = folder.path().join("dinas.xlsx");
        std::fs::write(&input, "").unwrap();
        let mut talk = Vec::new();
        let args = about(&[input.clone().into()], &mut "\n\ndinas\ntidak\n".as_bytes(), &mut talk).unwrap();
        assert_eq!(args, ["nilai".into(), input.into_os_string()]);
        assert!(String::from_utf8(talk).unwrap().contains("sudah ada. Pilih nama lain."));
    }

    #[test]
    fn a_wrong_answer_is_told_and_asked_again_and_an_empty_path_ends() {
        let here = env!("CARGO_MANIFEST_DIR");
        let (args, talk) = asked(&format!("tidak-ada.xlsx\n{here}\ndua ribu\n2025\n\ntidak\n"));
        assert_eq!(args.unwrap(), ["nilai", here, "--tahun", "2025"]);
        assert!(talk.contains("Tidak ada berkas atau folder \"tidak-ada.xlsx\"."));
        assert!(talk.contains("\"dua ribu\" bukan tahun empat angka."));
        assert_eq!(asked("\n").0, None);
        assert_eq!(asked("").0, None);
    }
}
