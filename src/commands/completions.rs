//! `skp pelengkap SHELL`: completions, made from the command line's own definition.

use super::console;
use crate::cli;
use crate::exit::Exit;

pub(super) fn run(shell: clap_complete::Shell) -> anyhow::Result<Exit> {
    let mut script = Vec::new();
    clap_complete::generate(shell, &mut cli::command(), "skp", &mut script);
    console::out_with(|w| w.write_all(&script))?;
    Ok(Exit::Bersih)
}
