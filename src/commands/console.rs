//! The terminal: results to stdout, everything else to stderr, colour only where wanted.

use std::io::{self, IsTerminal, Write};

use anstream::{AutoStream, ColorChoice};
use anstyle::{AnsiColor, Style};

use crate::base::output_file::explain;
use crate::base::panic::Panic;
use crate::base::visible::{Guarded, on_screen};
use crate::cli::Warna;
use crate::report::form::terminal::{Screen, fitted};

/// Red and bold, for errors.
pub const GALAT: Style = AnsiColor::Red.on_default().bold();
/// Yellow, for warnings.
pub const PERINGATAN: Style = AnsiColor::Yellow.on_default().bold();
/// Cyan, for notes and headings.
pub const CATATAN: Style = AnsiColor::Cyan.on_default();
/// Bold.
pub const BOLD: Style = Style::new().bold();

fn choice(warna: Warna) -> ColorChoice {
    match warna {
        Warna::Auto => ColorChoice::Auto,
        Warna::Selalu => ColorChoice::Always,
        Warna::Tidak => ColorChoice::Never,
    }
}

/// Writes a result to stdout; colour marks are dropped where they do not belong.
///
/// # Errors
/// I/O errors, but for a pipe that its reader has closed.
pub fn out(text: &str, warna: Warna) -> anyhow::Result<()> {
    let mut stream = AutoStream::new(io::stdout().lock(), choice(warna));
    let written = stream.write_all(fitted(&on_screen(text), screen()).as_bytes());
    printed(written.and_then(|()| stream.flush()))
}

/// The reader of a pipe who has seen enough is no failure of ours: the run ends as it would have.
fn printed(written: io::Result<()>) -> anyhow::Result<()> {
    written
        .or_else(|error| if is_closed_pipe(&error) { Ok(()) } else { Err(error) })
        .map_err(|error| {
            let why = format!("Hasil tidak dapat dicetak: {}.", explain(&error));
            anyhow::Error::new(error).context(why)
        })
}

/// Writes bytes of a machine format to stdout as they are.
///
/// # Errors
/// I/O errors, but for a pipe that its reader has closed.
pub fn out_with(write: impl FnOnce(&mut dyn Write) -> io::Result<()>) -> anyhow::Result<()> {
    let mut stream = Guarded::new(io::BufWriter::with_capacity(1 << 16, io::stdout().lock()));
    let written = write(&mut stream);
    printed(written.and_then(|()| stream.flush()))
}

/// A path as it is typed in a command: quoted where the shell would take it apart.
pub fn typed(path: &std::path::Path) -> String {
    let text = path.display().to_string();
    if text.starts_with('-') {
        format!("\"./{text}\"")
    } else {
        quoted(&text)
    }
}

/// A word of a command as it is typed.
pub fn quoted(text: &str) -> String {
    let plain = |c: char| c.is_alphanumeric() || matches!(c, '/' | '\\' | '.' | '-' | '_' | ':' | '+' | '=' | ',');
    if !text.is_empty() && text.chars().all(plain) {
        text.to_owned()
    } else {
        format!("\"{text}\"")
    }
}

/// Writes a line of talk to stderr.
pub fn say(text: &str, warna: Warna) {
    let mut stream = AutoStream::new(io::stderr().lock(), choice(warna));
    // There is nobody left to tell when stderr is gone.
    let _ = writeln!(stream, "{}", fitted(&on_screen(text), screen_of(&io::stderr())));
}

/// Tells why nothing could be done. What lies behind it speaks the system's language, not the
/// user's: it is told in brackets, and only to who asks (`--rinci`).
pub fn error(error: &anyhow::Error, verbose: bool) {
    let mut text = error.to_string();
    for cause in error.chain().skip(1) {
        let cause = cause.to_string();
        if verbose && !text.contains(&cause) {
            text.push_str(&format!(" [{cause}]"));
        }
    }
    complain(&text);
}

/// Tells that the program itself failed.
pub fn failed(panic: &Panic, verbose: bool) {
    let mut text =
        "Ada kesalahan di dalam skp sendiri, sehingga pekerjaan ini tidak selesai dan tidak ada keluaran yang ditulis. \
         Sampaikan perintahnya, dan bila boleh berkasnya, kepada pembuat skp."
            .to_owned();
    if verbose {
        text.push_str(&format!(" [{panic}]"));
    }
    complain(&text);
}

fn complain(text: &str) {
    let mut stream = AutoStream::auto(io::stderr().lock());
    let text = format!("{GALAT}galat:{GALAT:#} {}", on_screen(text));
    let _ = writeln!(stream, "{}", fitted(&text, screen_of(&io::stderr())));
}

/// Windows has a third name for it, which the standard library does not know: nobody is connected to the pipe.
fn is_closed_pipe(error: &io::Error) -> bool {
    const PIPE_NOT_CONNECTED: i32 = 233;
    error.kind() == io::ErrorKind::BrokenPipe || (cfg!(windows) && error.raw_os_error() == Some(PIPE_NOT_CONNECTED))
}

/// Where results are shown: a terminal and its width, or elsewhere.
pub fn screen() -> Screen {
    screen_of(&io::stdout())
}

fn screen_of(stream: &impl IsTerminal) -> Screen {
    if stream.is_terminal() {
        Screen::Terminal(terminal_size::terminal_size().map_or(100, |(w, _)| usize::from(w.0).clamp(60, 200)))
    } else {
        Screen::Elsewhere
    }
}
