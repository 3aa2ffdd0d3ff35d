//! What clap says in English, in Indonesian.

/// A command with all below it: usage lines, help lines and headings. `above`: the commands before it.
pub(super) fn indonesian(command: clap::Command, above: &str) -> clap::Command {
    let name = format!("{above} {}", command.get_name());
    let mut command = command.mut_args(indonesian_arg).mut_subcommands(|c| indonesian(c, &name));
    let has_subcommands = command.has_subcommands();
    let values: Vec<String> = command
        .get_positionals()
        .map(|a| {
            let shown = a
                .get_value_names()
                .and_then(|n| n.first())
                .map_or_else(|| a.get_id().to_string(), ToString::to_string);
            let many = a.get_num_args().is_some_and(|n| n.max_values() > 1) || matches!(a.get_action(), clap::ArgAction::Append);
            format!(
                "{}{}",
                if a.is_required_set() {
                    format!("<{shown}>")
                } else {
                    format!("[{shown}]")
                },
                if many { "..." } else { "" }
            )
        })
        .collect();
    let tail = if has_subcommands { " [PERINTAH]" } else { "" };
    let usage = format!(
        "{name} [PILIHAN]{tail}{}{}",
        if values.is_empty() { "" } else { " " },
        values.join(" ")
    );
    command = command.override_usage(usage);
    command
}

/// The allowed values and the default stand in the help line itself, in the user's language.
fn indonesian_arg(arg: clap::Arg) -> clap::Arg {
    if arg.is_positional() {
        return arg.help_heading("Masukan");
    }
    let mut help = arg.get_help().map(ToString::to_string).unwrap_or_default();
    let takes_value = arg.get_action().takes_values();
    let values: Vec<String> = if takes_value {
        arg.get_possible_values()
            .iter()
            .filter(|v| !v.is_hide_set())
            .map(|v| v.get_name().to_owned())
            .collect()
    } else {
        Vec::new()
    };
    if !values.is_empty() {
        help.push_str(&format!(" [{}]", values.join("|")));
    }
    let defaults: Vec<String> = arg
        .get_default_values()
        .iter()
        .map(|v| v.to_string_lossy().into_owned())
        .collect();
    if takes_value && !defaults.is_empty() {
        help.push_str(&format!(" [bawaan: {}]", defaults.join(",")));
    }
    let arg = arg.help(help);
    let arg = if takes_value {
        arg.hide_possible_values(true).hide_default_value(true)
    } else {
        arg
    };
    if arg.get_id() == "help" {
        arg
    } else {
        arg.help_heading("Pilihan")
    }
}
