//! Progress on stderr, on a terminal only; a batch log never sees it.

use std::io::IsTerminal;
use std::path::Path;
use std::time::Duration;

use indicatif::{ProgressBar, ProgressStyle};

use crate::base::text::shorten;
use crate::run::{Stage, Watch};

/// A line that says what is going on, gone when dropped.
#[derive(Debug)]
pub struct Progress(Option<ProgressBar>);

impl Progress {
    /// Shown only on a terminal, and not with `--diam`.
    pub fn new(diam: bool) -> Self {
        if diam || !std::io::stderr().is_terminal() {
            return Self(None);
        }
        let bar = ProgressBar::new_spinner();
        if let Ok(style) = ProgressStyle::with_template("{spinner} {msg} ({elapsed})") {
            bar.set_style(style);
        }
        bar.enable_steady_tick(Duration::from_millis(120));
        Self(Some(bar))
    }

    /// Follows a run: which file is read, then what is done with it.
    pub fn watch(&self) -> Watch {
        let Some(bar) = self.0.clone() else {
            return Watch::default();
        };
        Watch::new(move |stage| {
            bar.set_message(match stage {
                Stage::Reading(path) => format!("Membaca {} …", name(Path::new(path))),
                Stage::Scoring => "Menghitung dan memeriksa …".to_owned(),
            });
        })
    }

    /// The file being written.
    pub fn writing(&self, path: &Path) {
        if let Some(bar) = &self.0 {
            bar.set_message(format!("Menulis {} …", name(path)));
        }
    }
}

/// The last part of a path, without what could move a terminal's cursor.
fn name(path: &Path) -> String {
    let name = path.file_name().unwrap_or(path.as_os_str());
    shorten(&name.to_string_lossy(), 60)
}

impl Drop for Progress {
    fn drop(&mut self) {
        if let Some(bar) = &self.0 {
            bar.finish_and_clear();
        }
    }
}
