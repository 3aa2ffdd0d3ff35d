//! Exit codes (`keluaran.md` section 2): scripts tell "the data has errors" from "could not run".

use std::process::ExitCode;

/// How a run ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Exit {
    /// Nothing wrong; warnings allowed.
    Clean,
    /// Findings of level galat (with `--ketat` peringatan too).
    HasGalat,
    /// Could not run.
    Failed,
}

impl From<Exit> for ExitCode {
    fn from(exit: Exit) -> Self {
        Self::from(match exit {
            Exit::Clean => 0,
            Exit::HasGalat => 1,
            Exit::Failed => 2,
        })
    }
}
