//! `skp pelengkap SHELL`: completions and manual page, made from the command line's own definition.

use clap_complete::Shell;

use super::console;
use crate::cli::{self, Pelengkap};
use crate::exit::Exit;

pub(super) fn run(form: Pelengkap) -> anyhow::Result<Exit> {
    let mut text = Vec::new();
    let mut command = cli::command();
    let shell = match form {
        Pelengkap::Bash => Some(Shell::Bash),
        Pelengkap::Zsh => Some(Shell::Zsh),
        Pelengkap::Fish => Some(Shell::Fish),
        Pelengkap::Powershell => Some(Shell::PowerShell),
        Pelengkap::Elvish => Some(Shell::Elvish),
        Pelengkap::Man => None,
    };
    match shell {
        Some(shell) => clap_complete::generate(shell, &mut command, "skp", &mut text),
        None => manual(command, &mut text)?,
    }
    console::out_with(|w| w.write_all(&text))?;
    Ok(Exit::Clean)
}

/// The page of the program, then one of each command: `man skp`, `man skp-nilai`. A package parts them at `.TH`.
fn manual(mut command: clap::Command, text: &mut Vec<u8>) -> std::io::Result<()> {
    command.build();
    let source = format!("skp {}", command.get_version().unwrap_or_default());
    let commands: Vec<_> = command.get_subcommands().cloned().collect();
    for command in std::iter::once(command).chain(commands) {
        clap_mangen::Man::new(command).source(source.clone()).render(text)?;
    }
    Ok(())
}
