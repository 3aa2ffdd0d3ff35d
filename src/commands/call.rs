//! How the program was called: with a command, with paths only (drag and drop, "Kirim ke"), with `help`,
//! or with nothing at all on a terminal, where a few questions make the command.
//!
//! The entries that the installer makes ("Kirim ke", right click, the start menu) begin with `WINDOW`: whoever starts
//! the program there has no terminal, so that it asks for what a command line would have said and leaves its window open.

use std::ffi::{OsStr, OsString};
use std::io::{self, BufRead, IsTerminal, Write};
use std::path::Path;

use super::questions;
use crate::cli;

/// First argument of a call from an entry of the installer: there is a window, and it is the program's own.
const WINDOW: &str = "--jendela";

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
pub fn complete(mut args: Vec<OsString>) -> io::Result<Call> {
    let terminal = io::stdin().is_terminal() && io::stdout().is_terminal();
    let from_entry = args.get(1).is_some_and(|a| a == WINDOW);
    if from_entry {
        args.remove(1);
    }
    let own_window = terminal && (from_entry || opened_by_itself());
    let program = args.first().cloned().unwrap_or_else(|| "skp".into());
    let command = |words: Vec<OsString>| std::iter::once(program).chain(words).collect();
    let Some(first) = args.get(1) else {
        if terminal && let Some(asked) = questions::all(&mut io::stdin().lock(), &mut io::stderr().lock())? {
            args = command(asked);
        }
        return Ok(Call { args, own_window });
    };
    if first == "help" && !Path::new(first).exists() {
        return Ok(Call {
            args: help(&args),
            own_window: false,
        });
    }
    let paths_only = !is_command(first) && Path::new(first).exists();
    if paths_only && own_window && args.iter().skip(1).all(|a| Path::new(a).exists()) {
        args = command(questions::about(
            &args[1..],
            &mut io::stdin().lock(),
            &mut io::stderr().lock(),
        )?);
    } else if paths_only {
        args.insert(1, "nilai".into());
    }
    Ok(Call {
        args,
        own_window: own_window && (paths_only || from_entry),
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

#[cfg(test)]
mod tests {
    use super::{help, is_command};
    use std::ffi::{OsStr, OsString};

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
