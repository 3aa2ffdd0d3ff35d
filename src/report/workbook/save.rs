//! Saving: `rust_xlsxwriter` panics where writing XML fails (a full disk), so two things stand
//! between it and the user: a writer that remembers the first error and swallows the rest, and a
//! `catch_unwind` for the temporary files of big sheets, which the library opens by itself.

use std::cell::Cell;
use std::io::{self, Write};
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::{Path, PathBuf};
use std::sync::Once;

use rust_xlsxwriter::{Workbook, XlsxError};

use super::error::WorkbookError;
use crate::report::atomic::{self, OutputError};

/// A place for the report, checked before the work begins so that nobody computes in vain.
#[derive(Debug)]
pub(super) struct Sasaran {
    path: PathBuf,
    paksa: bool,
}

impl Sasaran {
    /// Checks that `path` can become a file.
    pub(super) fn new(path: &Path, paksa: bool) -> Result<Self, WorkbookError> {
        atomic::check(path, paksa)?;
        Ok(Self {
            path: path.into(),
            paksa,
        })
    }

    /// The folder, also for the temporary files of big sheets: `/tmp` is often small or in memory.
    pub(super) fn folder(&self) -> &Path {
        self.path
            .parent()
            .filter(|p| !p.as_os_str().is_empty())
            .unwrap_or(Path::new("."))
    }

    /// Words an error of the library about this file.
    pub(super) fn error(&self, error: XlsxError) -> WorkbookError {
        match error {
            XlsxError::IoError(e) | XlsxError::TempFileError(_, e) => self.io(e),
            XlsxError::ZipError(e) => self.io(e.into()),
            other => WorkbookError::Susun(other),
        }
    }

    fn io(&self, error: io::Error) -> WorkbookError {
        OutputError::Io(self.path.clone(), error).into()
    }

    /// Writes the workbook and renames it into place.
    pub(super) fn simpan(&self, workbook: &mut Workbook) -> Result<(), WorkbookError> {
        let mut failed = None;
        let written = atomic::write(&self.path, self.paksa, |file| {
            let mut writer = FirstError {
                inner: file,
                error: None,
            };
            let saved = self.tanpa_panik(|| workbook.save_to_writer(&mut writer).map_err(|e| self.error(e)));
            // The first error is the cause; what the library says after it is only its echo.
            if let Some(error) = writer.error {
                return Err(error);
            }
            saved.map_err(|e| {
                failed = Some(e);
                io::Error::other("laporan tidak dapat disusun")
            })
        });
        match failed {
            Some(error) => Err(error),
            None => Ok(written?),
        }
    }

    /// Runs a part of the writing in which the library may panic because the disk is full.
    pub(super) fn tanpa_panik<T>(&self, work: impl FnOnce() -> Result<T, WorkbookError>) -> Result<T, WorkbookError> {
        quiet_hook();
        DIAM.set(true);
        let outcome = catch_unwind(AssertUnwindSafe(work));
        DIAM.set(false);
        outcome.unwrap_or_else(|panic| {
            let text = panic
                .downcast_ref::<String>()
                .map(String::as_str)
                .or_else(|| panic.downcast_ref::<&str>().copied())
                .unwrap_or_default();
            // The library puts the system error's `Debug` text into its panic.
            let kind = if text.contains("StorageFull") || text.contains("QuotaExceeded") {
                io::ErrorKind::StorageFull.into()
            } else {
                io::Error::other(text.to_owned())
            };
            Err(self.io(kind))
        })
    }
}

thread_local! {
    /// Set while a panic on this thread is caught and told in our own words.
    static DIAM: Cell<bool> = const { Cell::new(false) };
}

/// Keeps the default hook from printing a panic that becomes a sentence for the user.
fn quiet_hook() {
    static ONCE: Once = Once::new();
    ONCE.call_once(|| {
        let previous = std::panic::take_hook();
        std::panic::set_hook(Box::new(move |info| {
            if !DIAM.get() {
                previous(info);
            }
        }));
    });
}

/// A writer that never fails: it keeps the first error and drops what comes after.
struct FirstError<W> {
    inner: W,
    error: Option<io::Error>,
}

impl<W: Write> Write for FirstError<W> {
    fn write(&mut self, data: &[u8]) -> io::Result<usize> {
        if self.error.is_none() {
            self.error = self.inner.write_all(data).err();
        }
        Ok(data.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        if self.error.is_none() {
            self.error = self.inner.flush().err();
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_existing_file_is_refused_and_kept() {
        let dir = tempfile::tempdir().unwrap();
        let path = dir.path().join("laporan.xlsx");
        std::fs::write(&path, "lama").unwrap();
        let error = Sasaran::new(&path, false).unwrap_err();
        assert!(matches!(error, WorkbookError::Output(OutputError::Exists(_))));
        assert!(error.to_string().contains("--paksa"));
        Sasaran::new(&path, true).unwrap().simpan(&mut Workbook::new()).unwrap();
        assert_ne!(std::fs::read(&path).unwrap(), b"lama");
        assert_eq!(std::fs::read_dir(dir.path()).unwrap().count(), 1, "no temporary file is left");
    }

    #[test]
    fn a_panic_of_the_library_becomes_a_sentence() {
        let dir = tempfile::tempdir().unwrap();
        let place = Sasaran::new(&dir.path().join("a.xlsx"), false).unwrap();
        let error = place.tanpa_panik::<()>(|| panic!("write error: StorageFull")).unwrap_err();
        assert!(error.to_string().contains("penyimpanan penuh"), "{error}");
    }

    #[test]
    fn the_first_write_error_is_kept_and_the_rest_swallowed() {
        struct Full;
        impl Write for Full {
            fn write(&mut self, _: &[u8]) -> io::Result<usize> {
                Err(io::ErrorKind::StorageFull.into())
            }
            fn flush(&mut self) -> io::Result<()> {
                Err(io::ErrorKind::Other.into())
            }
        }
        let mut w = FirstError {
            inner: Full,
            error: None,
        };
        w.write_all(b"x").unwrap();
        w.flush().unwrap();
        assert_eq!(w.error.unwrap().kind(), io::ErrorKind::StorageFull);
    }
}
