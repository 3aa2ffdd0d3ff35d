//! One file per command: arguments → pipeline → output → exit code. Only commands know everything.

pub mod call;
pub mod console;
pub mod usage;

mod annotate;
mod aturan;
mod baca;
mod completions;
mod contoh;
mod jelaskan;
mod kaskade;
mod nilai;
mod panduan;
mod periksa;
mod progress;
mod questions;
mod request;
mod schema;
mod template;

use std::cell::Cell;
use std::time::SystemTime;

use crate::base::panic;
use crate::cli::{ArgUsed, Cli, Command};
use crate::exit::Exit;

/// What the process knows and the library must not ask for itself.
#[derive(Debug, Clone)]
pub struct Env {
    /// The command line as typed, for the report's Jejak.
    pub command_line: Vec<String>,
    /// Every option in effect, for the same.
    pub options: Vec<ArgUsed>,
    /// `SOURCE_DATE_EPOCH`, where set.
    pub source_date: Option<SystemTime>,
}

/// Runs the work of the process to its exit code. What could not be done is told in one line of stderr, a panic on
/// whatever thread as well: nothing else is printed of it. `verbose` is asked only then.
pub fn guarded(verbose: &Cell<bool>, work: impl FnOnce() -> anyhow::Result<Exit>) -> Exit {
    panic::silence();
    match panic::contained(work) {
        Ok(Ok(exit)) => exit,
        Ok(Err(error)) => {
            console::error(&error, verbose.get());
            Exit::Failed
        }
        Err(panic) => {
            console::failed(&panic, verbose.get());
            Exit::Failed
        }
    }
}

/// Runs the command that was typed.
///
/// # Errors
/// What could not be done at all (exit code 2); the text is for the user. Errors of the data are
/// findings and end in [`Exit::HasGalat`].
pub fn run(cli: Cli, env: &Env) -> anyhow::Result<Exit> {
    match cli.command {
        Command::Nilai(args) => nilai::run(&args, env),
        Command::Periksa(args) => periksa::run(&args),
        Command::Baca(args) => baca::run(&args),
        Command::Kaskade(args) => kaskade::run(&args),
        Command::Jelaskan(args) => jelaskan::run(&args),
        Command::Contoh(args) => contoh::run(&args),
        Command::Aturan(args) => aturan::run(&args),
        Command::Template(args) => template::run(&args),
        Command::Panduan { bab, warna } => panduan::run(bab.as_deref(), warna),
        Command::Pelengkap { bentuk } => completions::run(bentuk),
        Command::Skema { nama, halaman } => schema::run(nama.as_deref(), halaman),
    }
}
