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
        None => clap_mangen::Man::new(command).render(&mut text)?,
    }
    console::out_with(|w| w.write_all(&text))?;
    Ok(Exit::Bersih)
}
