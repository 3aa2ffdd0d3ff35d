//! Saving a workbook: `rust_xlsxwriter` panics where writing XML fails (a full disk), so two
//! things stand between it and the user: a writer that remembers the first error and swallows the
//! rest, and [`contained`] for the temporary files of big sheets, which the library opens itself.

use std::io;
use std::path::{Path, PathBuf};

use rust_xlsxwriter::{Workbook, XlsxError};

use super::first_error::FirstError;
use super::output_file::{OutputError, Outputs, folder_of};
use super::panic::contained;

/// Rows that a sheet can have.
pub const EXCEL_ROWS: u32 = 1_048_576;
/// Columns that a sheet can have.
pub const EXCEL_COLUMNS: u16 = 16_384;

/// A workbook could not be written; nothing is left behind, and an older file is untouched.
#[derive(Debug, thiserror::Error)]
pub enum WorkbookError {
    /// The file cannot be put there: it exists, is open in Excel, the disk is full …
    #[error(transparent)]
    Output(#[from] OutputError),
    /// The format cannot hold it; a limit that the sheets themselves did not catch.
    #[error("Buku kerja \"{}\" tidak dapat disusun.", .0.display())]
    Library(PathBuf, #[source] XlsxError),
}

/// The file a workbook is made for.
#[derive(Debug)]
pub struct WorkbookFile(PathBuf);

impl WorkbookFile {
    /// A workbook for `path`.
    pub fn new(path: &Path) -> Self {
        Self(path.to_owned())
    }

    /// An empty workbook whose big sheets wait beside the output, where there has to be room
    /// anyhow: `/tmp` is often small or in memory.
    pub fn workbook(&self) -> Result<Workbook, WorkbookError> {
        let mut workbook = Workbook::new();
        workbook.set_tempdir(folder_of(&self.0)).map_err(|e| self.error(e))?;
        Ok(workbook)
    }

    /// An error of the library about this file.
    pub fn error(&self, error: XlsxError) -> WorkbookError {
        match error {
            XlsxError::IoError(e) | XlsxError::TempFileError(_, e) => self.io(e),
            XlsxError::ZipError(e) => self.io(e.into()),
            other => WorkbookError::Library(self.0.clone(), other),
        }
    }

    fn io(&self, error: io::Error) -> WorkbookError {
        OutputError::Io(self.0.clone(), error).into()
    }

    /// Runs a part of the work in which the library may panic because the disk is full.
    pub fn contained<T>(&self, work: impl FnOnce() -> Result<T, WorkbookError>) -> Result<T, WorkbookError> {
        contained(work).unwrap_or_else(|panic| Err(self.io(panic.into_io())))
    }

    /// Writes the workbook among the outputs of the run.
    pub fn save(&self, workbook: &mut Workbook, outputs: &mut Outputs) -> Result<(), WorkbookError> {
        let mut failed = None;
        let written = outputs.write(&self.0, |file| {
            let mut writer = FirstError::new(file);
            let saved = self.contained(|| workbook.save_to_writer(&mut writer).map_err(|e| self.error(e)));
            writer.result(saved)?.map_err(|e| {
                failed = Some(e);
                io::Error::other("told by `failed`")
            })
        });
        match failed {
            Some(error) => Err(error),
            None => Ok(written?),
        }
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
        let save = |overwrite| {
            let (file, mut outputs) = (WorkbookFile::new(&path), Outputs::new(overwrite));
            file.save(&mut file.workbook()?, &mut outputs)?;
            Ok::<_, WorkbookError>(outputs.publish()?)
        };
        let error = save(false).unwrap_err();
        assert!(matches!(error, WorkbookError::Output(OutputError::Exists(_))));
        assert!(error.to_string().contains("--paksa"));
        save(true).unwrap();
        assert_ne!(std::fs::read(&path).unwrap(), b"lama");
        assert_eq!(std::fs::read_dir(dir.path()).unwrap().count(), 1, "no temporary file is left");
    }

    #[test]
    fn a_panic_of_the_library_becomes_a_sentence() {
        let file = WorkbookFile::new(Path::new("a.xlsx"));
        let error = file.contained::<()>(|| panic!("write error: StorageFull")).unwrap_err();
        assert!(error.to_string().contains("penyimpanan penuh"), "{error}");
    }
}
