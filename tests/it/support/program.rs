//! The program as a user calls it.

use std::path::Path;
use std::process::{Command, Output, Stdio};

/// Runs it in a folder, with nobody at the keyboard.
pub fn skp(folder: &Path, args: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_skp"))
        .args(args)
        .current_dir(folder)
        .stdin(Stdio::null())
        .output()
        .unwrap()
}

/// Its exit code.
#[track_caller]
pub fn code(output: &Output) -> i32 {
    output.status.code().unwrap()
}

/// What it told on stderr.
pub fn told(output: &Output) -> String {
    String::from_utf8_lossy(&output.stderr).into_owned()
}
