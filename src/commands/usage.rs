//! Usage errors in the user's language: what was typed, what was meant, how to see the help.

use std::ffi::OsString;
use std::io::Write as _;

use anstream::AutoStream;
use clap::error::{ContextKind, ContextValue, ErrorKind};

use super::console::{self, BOLD, GALAT};
use crate::base::visible::on_screen;
use crate::cli::{self, Warna};
use crate::exit::Exit;

/// Prints help and version to stdout (exit 0), a usage error to stderr (exit 2). `typed`: the whole command line.
pub fn report(error: &clap::Error, typed: &[OsString]) -> Exit {
    if matches!(error.kind(), ErrorKind::DisplayHelp | ErrorKind::DisplayVersion) {
        return match console::out(&error.render().ansi().to_string(), Warna::Auto) {
            Err(error) => {
                console::error(&error, false);
                Exit::Failed
            }
            Ok(()) => Exit::Clean,
        };
    }
    let mut stream = AutoStream::auto(std::io::stderr().lock());
    if error.kind() == ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand {
        let _ = write!(stream, "{}", error.render().ansi());
        return Exit::Failed;
    }
    let _ = writeln!(stream, "{GALAT}galat:{GALAT:#} {}", on_screen(&sentence(error, typed)));
    let _ = writeln!(
        stream,
        "Bantuan: {BOLD}skp --help{BOLD:#} atau {BOLD}skp PERINTAH --help{BOLD:#}"
    );
    Exit::Failed
}

/// The command line with what was typed before the command put behind it, where the command knows that option.
fn behind_command(option: &str, typed: &[OsString]) -> Option<String> {
    let words: Vec<String> = typed.iter().skip(1).map(|word| word.to_string_lossy().into_owned()).collect();
    let command = cli::command();
    let (at, named) = words
        .iter()
        .enumerate()
        .find_map(|(at, word)| Some((at, command.find_subcommand(word)?)))?;
    let name = option.trim_start_matches('-');
    let is_known = named.get_arguments().any(|arg| arg.get_long() == Some(name));
    let is_before = words[..at].iter().any(|word| word.split('=').next() == Some(option));
    let turned: Vec<String> = words[at..]
        .iter()
        .chain(&words[..at])
        .map(|word| console::quoted(word))
        .collect();
    (is_known && is_before).then(|| turned.join(" "))
}

fn sentence(error: &clap::Error, typed: &[OsString]) -> String {
    let text = |kind| match error.get(kind) {
        Some(ContextValue::String(s)) => Some(s.clone()),
        Some(ContextValue::Strings(list)) => Some(list.join(", ")),
        Some(ContextValue::StyledStr(s)) => Some(s.to_string()),
        Some(ContextValue::Number(n)) => Some(n.to_string()),
        _ => None,
    };
    let argument = text(ContextKind::InvalidArg).unwrap_or_default();
    let value = text(ContextKind::InvalidValue).unwrap_or_default();
    if error.kind() == ErrorKind::UnknownArgument
        && let Some(turned) = behind_command(&argument, typed)
    {
        return format!("pilihan {argument} ditulis di belakang perintahnya: skp {turned}");
    }
    let mut words = match error.kind() {
        ErrorKind::UnknownArgument => format!("pilihan {argument} tidak dikenal."),
        ErrorKind::InvalidSubcommand => {
            format!(
                "perintah \"{}\" tidak dikenal.",
                text(ContextKind::InvalidSubcommand).unwrap_or_default()
            )
        }
        ErrorKind::MissingRequiredArgument => format!("belum disebut: {}.", argument.trim_end_matches('.')),
        ErrorKind::MissingSubcommand => "sebutkan perintahnya.".to_owned(),
        ErrorKind::InvalidValue if value.is_empty() => format!("{argument} butuh sebuah nilai."),
        ErrorKind::InvalidValue | ErrorKind::ValueValidation => {
            format!("nilai \"{value}\" untuk {argument} tidak dapat dipakai.")
        }
        ErrorKind::NoEquals => format!("tulis {argument} dengan tanda \"=\"."),
        ErrorKind::TooManyValues => format!("{argument} tidak menerima nilai \"{value}\"."),
        ErrorKind::ArgumentConflict => {
            format!(
                "{argument} tidak dapat dipakai bersama {}, atau ditulis dua kali.",
                text(ContextKind::PriorArg).unwrap_or_default()
            )
        }
        ErrorKind::InvalidUtf8 => "ada tanda yang bukan UTF-8 pada baris perintah.".to_owned(),
        _ => format!("perintah tidak dapat dimengerti ({}).", error.kind()),
    };
    if let Some(valid) = text(ContextKind::ValidValue).filter(|v| !v.is_empty()) {
        words.push_str(&format!(" Yang dapat dipakai: {valid}."));
    }
    let command = cli::command();
    // The nearest comes last; a command that goes by two names is told by its own.
    let nearest = text(ContextKind::SuggestedSubcommand).and_then(|names| {
        let near = names.rsplit(", ").next()?;
        Some(command.find_subcommand(near)?.get_name().to_owned())
    });
    for near in [text(ContextKind::SuggestedArg), nearest, text(ContextKind::SuggestedValue)]
        .into_iter()
        .flatten()
    {
        words.push_str(&format!(" Maksud Anda {near}?"));
    }
    words
}
