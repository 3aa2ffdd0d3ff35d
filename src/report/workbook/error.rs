//! Why a report could not be written.

use rust_xlsxwriter::XlsxError;

use crate::report::atomic::OutputError;

/// The report could not be written; nothing is left behind, and an older file is untouched.
#[derive(Debug, thiserror::Error)]
pub enum WorkbookError {
    /// The file cannot be put there: it exists, is open in Excel, the disk is full …
    #[error(transparent)]
    Output(#[from] OutputError),
    /// The report cannot be held by the format; a limit that the sheets themselves did not catch.
    #[error("laporan tidak dapat disusun: {0}")]
    Susun(#[from] XlsxError),
}
