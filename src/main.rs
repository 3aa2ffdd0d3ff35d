//! The `skp` program: arguments → command → exit code.

use std::cell::Cell;
use std::ffi::OsString;
use std::process::ExitCode;
use std::time::{Duration, SystemTime};

use skp::base::visible::visible;
use skp::cli;
use skp::commands::{self, Env};
use skp::exit::Exit;

fn main() -> ExitCode {
    let (verbose, own_window) = (Cell::new(false), Cell::new(false));
    let exit = commands::guarded(&verbose, || {
        // cmd.exe does not expand *.xlsx; wild does it there and changes nothing elsewhere.
        let call = commands::call::complete(wild::args_os().collect())?;
        own_window.set(call.own_window);
        run(&call.args, &verbose)
    });
    if own_window.get() {
        commands::call::hold_window();
    }
    exit.into()
}

/// Makes this thread one of those that share the work. As one beside them it would only wait, and keep the memory that it
/// has freed from them. Where no threads can be had, the work is done on this one.
fn share_work() {
    let _ = rayon::ThreadPoolBuilder::new().use_current_thread().build_global();
}

fn run(args: &[OsString], verbose: &Cell<bool>) -> anyhow::Result<Exit> {
    let (cli, options) = match cli::parse(args.to_owned()) {
        Ok(parsed) => parsed,
        Err(error) => return Ok(commands::usage::report(&error, args)),
    };
    verbose.set(cli.rinci);
    share_work();
    let env = Env {
        options,
        command_line: args.iter().map(|a| visible(&a.to_string_lossy()).into_owned()).collect(),
        source_date: std::env::var("SOURCE_DATE_EPOCH")
            .ok()
            .and_then(|s| s.parse().ok())
            .map(|s| SystemTime::UNIX_EPOCH + Duration::from_secs(s)),
    };
    commands::run(cli, &env)
}
