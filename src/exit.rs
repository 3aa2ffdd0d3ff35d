//! Exit codes (`keluaran.md` section 2): scripts tell "the data has errors" from "could not run".

use std::process::ExitCode;

/// How a run ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Exit {
    /// Nothing wrong; warnings allowed.
    Bersih,
    /// Findings of level galat (with `--ketat` peringatan too).
    AdaGalat,
    /// Could not run.
    TidakJalan,
}

impl From<Exit> for ExitCode {
    fn from(exit: Exit) -> Self {
        Self::from(match exit {
            Exit::Bersih => 0,
            Exit::AdaGalat => 1,
            Exit::TidakJalan => 2,
        })
    }
}
