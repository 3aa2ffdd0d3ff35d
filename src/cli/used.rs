//! The options as they were typed, for the sheet Jejak.

use super::command;

/// An argument in effect: as it is typed, its value (`ya` for a switch), and whether it was typed
/// rather than the default.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ArgUsed {
    /// `--tahun`
    pub name: String,
    /// Its value.
    pub value: String,
    /// Typed.
    pub typed: bool,
}

/// Every option of the command in effect, off the command line's own definition, so that none is
/// forgotten. Inputs and outputs (positional ones, and switches that are off) are left out.
pub fn options(matches: &clap::ArgMatches) -> Vec<ArgUsed> {
    let Some((name, sub)) = matches.subcommand() else {
        return Vec::new();
    };
    let whole = command();
    let Some(defined) = whole.find_subcommand(name) else {
        return Vec::new();
    };
    let mut used = Vec::new();
    for arg in defined.get_arguments().filter(|a| !a.is_positional()) {
        let (Some(long), Some(source)) = (arg.get_long(), sub.value_source(arg.get_id().as_str())) else {
            continue;
        };
        let typed = source != clap::parser::ValueSource::DefaultValue;
        let value = if arg.get_action().takes_values() {
            let raw = sub.get_raw(arg.get_id().as_str()).into_iter().flatten();
            raw.map(|v| v.to_string_lossy().into_owned()).collect::<Vec<_>>().join(",")
        } else if typed {
            "ya".to_owned()
        } else {
            continue;
        };
        used.push(ArgUsed {
            name: format!("--{long}"),
            value,
            typed,
        });
    }
    used
}
