//! How the program was called: with a command, with paths only (drag and drop, "Kirim ke"), with `help`,
//! or with nothing at all on a terminal, where a few questions make the command.

use std::ffi::{OsStr, OsString};
use std::io::{self, BufRead, IsTerminal, Write};
use std::path::Path;

use crate::cli;

/// What is to be run, and whether the window closes behind it.
#[derive(Debug)]
pub struct Call {
    /// The arguments as if the command had been typed.
    pub args: Vec<OsString>,
    /// The program has a window of its own that closes when it ends: it waits for Enter.
    pub own_window: bool,
}

/// Completes what was typed to a command. Asks only where stdin and stdout are a terminal.
///
/// # Errors
/// The terminal cannot be read or written.
pub fn complete(args: Vec<OsString>) -> io::Result<Call> {
    let terminal = io::stdin().is_terminal() && io::stdout().is_terminal();
    let Some(first) = args.get(1) else {
        let program = args.first().cloned().unwrap_or_else(|| "skp".into());
        let mut call = Call {
            args,
            own_window: terminal && opened_by_itself(),
        };
        if terminal && let Some(asked) = ask(&mut io::stdin().lock(), &mut io::stderr().lock())? {
            call.args = std::iter::once(program).chain(asked).collect();
        }
        return Ok(call);
    };
    if first == "help" && !Path::new(first).exists() {
        return Ok(Call {
            args: help(&args),
            own_window: false,
        });
    }
    let paths_only = !is_command(first) && Path::new(first).exists();
    let mut args = args;
    if paths_only {
        args.insert(1, "nilai".into());
    }
    Ok(Call {
        args,
        own_window: paths_only && terminal && opened_by_itself(),
    })
}

/// Waits for Enter before a window of our own closes.
pub fn hold_window() {
    let _ = write!(io::stderr(), "\nTekan Enter untuk menutup jendela ini. ");
    let _ = io::stdin().lock().read_line(&mut String::new());
}

/// `skp help PERINTAH` → `skp PERINTAH --help`.
fn help(args: &[OsString]) -> Vec<OsString> {
    let mut out: Vec<OsString> = args.iter().take(1).chain(args.iter().skip(2)).cloned().collect();
    out.push("--help".into());
    out
}

fn is_command(word: &OsStr) -> bool {
    let Some(word) = word.to_str() else {
        return false;
    };
    word.starts_with('-')
        || cli::command()
            .get_subcommands()
            .any(|c| c.get_name() == word || c.get_all_aliases().any(|a| a == word))
}

/// Explorer starts a program in a window of its own; every shell on Windows sets `PROMPT` (cmd.exe) or has
/// been given a profile of modules of its user (PowerShell). Elsewhere a terminal stays open.
fn opened_by_itself() -> bool {
    cfg!(windows) && std::env::var_os("PROMPT").is_none()
}

/// Asks for what the main job needs and shows the command that it makes; `None` where the user gives up.
fn ask(answers: &mut impl BufRead, talk: &mut impl Write) -> io::Result<Option<Vec<OsString>>> {
    writeln!(
        talk,
        "skp menutup tahun kinerja: membaca SKP dan penilaian, lalu menulis laporan.\n\
         Jawab beberapa pertanyaan; Enter saja untuk berhenti. Perintah lain: skp --help, panduan: skp panduan.\n"
    )?;
    let Some(path) = question(answers, talk, "Berkas atau folder masukan (boleh diseret ke sini): ", |a| {
        let path = a.trim_matches(['"', '\'']);
        if Path::new(path).exists() {
            Ok(path.to_owned())
        } else {
            Err(format!("Tidak ada berkas atau folder \"{path}\"."))
        }
    })?
    else {
        return Ok(None);
    };
    let Some(year) = question(answers, talk, "Tahun kinerja, misalnya 2025: ", |a| match a.parse::<i16>() {
        Ok(1900..=2999) => Ok(a.to_owned()),
        _ => Err(format!("\"{a}\" bukan tahun empat angka.")),
    })?
    else {
        return Ok(None);
    };
    let known = ["Istimewa", "Baik", "Butuh Perbaikan", "Kurang", "Sangat Kurang"];
    let organisation = question(
        answers,
        talk,
        "Predikat kinerja organisasi (Istimewa, Baik, Butuh Perbaikan, Kurang, Sangat Kurang; Enter bila sudah ada di data atau belum tahu): ",
        |a| {
            known
                .iter()
                .find(|k| k.eq_ignore_ascii_case(a))
                .map(|k| (*k).to_owned())
                .ok_or_else(|| format!("\"{a}\" bukan salah satu dari lima predikat itu."))
        },
    )?;
    let report = question(
        answers,
        talk,
        "Laporan ditulis ke berkas (misalnya laporan.xlsx; Enter: tidak ditulis, hanya ditampilkan): ",
        |a| {
            let path = Path::new(a.trim_matches(['"', '\''])).with_extension("xlsx");
            if path.exists() {
                Err(format!("\"{}\" sudah ada. Pilih nama lain.", path.display()))
            } else {
                Ok(path.display().to_string())
            }
        },
    )?;
    let mut args = vec!["nilai".to_owned(), path, "--tahun".to_owned(), year];
    if let Some(predikat) = organisation {
        args.extend(["--predikat-organisasi".to_owned(), predikat]);
    }
    if let Some(path) = report {
        args.extend(["-o".to_owned(), path]);
    }
    let shown: Vec<String> = args
        .iter()
        .map(|a| {
            if a.contains([' ', '&']) {
                format!("\"{a}\"")
            } else {
                a.clone()
            }
        })
        .collect();
    writeln!(talk, "\nPerintahnya, untuk lain kali:\n  skp {}\n", shown.join(" "))?;
    Ok(Some(args.into_iter().map(OsString::from).collect()))
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
        if answers.read_line(&mut line)? == 0 || line.trim().is_empty() {
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
    use super::{ask, help, is_command};
    use std::ffi::{OsStr, OsString};

    fn asked(answers: &str) -> (Option<Vec<OsString>>, String) {
        let mut talk = Vec::new();
        let args = ask(&mut answers.as_bytes(), &mut talk).unwrap();
        (args, String::from_utf8(talk).unwrap())
    }

    #[test]
    fn four_answers_make_the_command_and_it_is_shown() {
        let here = env!("CARGO_MANIFEST_DIR");
        let (args, talk) = asked(&format!("\"{here}\"\n2025\nbutuh perbaikan\nbelum-ada/hasil\n"));
        let args = args.unwrap();
        assert_eq!(
            args,
            [
                "nilai",
                here,
                "--tahun",
                "2025",
                "--predikat-organisasi",
                "Butuh Perbaikan",
                "-o",
                "belum-ada/hasil.xlsx"
            ]
        );
        assert!(
            talk.contains("--predikat-organisasi \"Butuh Perbaikan\" -o belum-ada/hasil.xlsx"),
            "{talk}"
        );
    }

    #[test]
    fn a_wrong_answer_is_told_and_asked_again_and_an_empty_one_ends() {
        let here = env!("CARGO_MANIFEST_DIR");
        let (args, talk) = asked(&format!("tidak-ada.xlsx\n{here}\ndua ribu\n2025\n\n\n"));
        assert_eq!(args.unwrap(), ["nilai", here, "--tahun", "2025"]);
        assert!(talk.contains("Tidak ada berkas atau folder \"tidak-ada.xlsx\"."));
        assert!(talk.contains("\"dua ribu\" bukan tahun empat angka."));
        assert_eq!(asked("\n").0, None);
        assert_eq!(asked("").0, None);
    }

    #[test]
    fn help_of_a_command_is_its_own_help() {
        let typed = |line: &[&str]| line.iter().map(OsString::from).collect::<Vec<_>>();
        assert_eq!(help(&typed(&["skp", "help", "nilai"])), ["skp", "nilai", "--help"]);
        assert_eq!(help(&typed(&["skp", "help"])), ["skp", "--help"]);
    }

    #[test]
    fn commands_and_their_aliases_are_no_paths() {
        for word in ["nilai", "score", "periksa", "panduan", "-h", "--tahun"] {
            assert!(is_command(OsStr::new(word)), "{word}");
        }
        assert!(!is_command(OsStr::new("fixtures")));
    }
}
