//! The `skp` program: arguments → command → exit code.

use std::ffi::OsString;
use std::process::ExitCode;
use std::time::{Duration, SystemTime};

use skp::base::panic;
use skp::base::visible::visible;
use skp::cli;
use skp::commands::{self, Env};
use skp::exit::Exit;

fn main() -> ExitCode {
    // cmd.exe does not expand *.xlsx; wild does it there and changes nothing elsewhere.
    let call = match commands::call::complete(wild::args_os().collect()) {
        Ok(call) => call,
        Err(error) => {
            commands::console::error(&error.into(), false);
            return Exit::Failed.into();
        }
    };
    let exit = run(&call.args);
    if call.own_window {
        commands::call::hold_window();
    }
    exit.into()
}

fn run(args: &[OsString]) -> Exit {
    let (cli, options) = match cli::parse(args.to_owned()) {
        Ok(parsed) => parsed,
        Err(error) => return commands::usage::report(&error),
    };
    let env = Env {
        options,
        command_line: args.iter().map(|a| visible(&a.to_string_lossy()).into_owned()).collect(),
        source_date: std::env::var("SOURCE_DATE_EPOCH")
            .ok()
            .and_then(|s| s.parse().ok())
            .map(|s| SystemTime::UNIX_EPOCH + Duration::from_secs(s)),
    };
    let verbose = cli.rinci;
    panic::silence();
    match panic::contained(|| commands::run(cli, &env)) {
        Ok(Ok(exit)) => exit,
        // The reader of a pipe has seen enough: that is no failure of ours.
        Ok(Err(error)) if commands::console::is_broken_pipe(&error) => Exit::Clean,
        Ok(Err(error)) => {
            commands::console::error(&error, verbose);
            Exit::Failed
        }
        Err(panic) => {
            commands::console::failed(&panic, verbose);
            Exit::Failed
        }
    }
}
