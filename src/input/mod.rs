//! Bytes → sheets of cells. Knows files and cells, and no word of the civil service.
//!
//! [`read`] takes paths (files and folders) and gives [`Inputs`]: every file with its hash and
//! what it was recognised as, every sheet as a compact [`Sheet`], and the problems of files that
//! could not be read. A file's kind is decided by its content, never by its extension.
//!
//! Files may be hostile: every reader works inside [`Limits`], and a file that is refused is a
//! [`Noted`] of its own while the others are read. A workbook that is damaged in one place is
//! refused whole: half of a data set would look like people without targets.

mod answer;
mod biff;
mod calamine_values;
mod copies;
mod csv;
mod csv_blocks;
mod detect;
mod dialect;
mod encoding;
mod endings;
mod ends;
mod file;
mod filling;
pub mod findings;
mod fingerprint;
pub(crate) mod guard;
mod html;
mod inputs;
mod json;
mod legacy;
mod ods;
mod options;
mod own;
pub(crate) mod package;
mod plain_book;
mod plain_sheet;
mod read_file;
mod refusal;
mod scan;
pub mod sheet;
mod skip;
mod soundness;
mod squeeze_xls;
pub mod strike;
pub mod tint;
mod walk;
mod xls_book;
mod xlsb;
mod xlsx;
mod xlsx_book;

use std::collections::HashSet;
use std::path::PathBuf;

use crate::base::file_names::file_name;
use crate::base::ids::short;
use crate::base::origin::SheetId;
use crate::base::output_file::InputPath;
use crate::finding::Noted;
pub use endings::table_endings;
use findings::SkipUnused;
pub use fingerprint::fingerprint;
pub use inputs::{FileFormat, InputFile, Inputs};
pub use options::{Limits, ReadOptions};
pub use own::is_own_file;
use read_file::Read1;
pub use sheet::{CellError, Sheet, SheetBuilder, Value};
pub use skip::Skip;
pub use strike::{Strike, StruckText};
pub use tint::{PaintWish, Paints, Rgb, Tint, Tints};

/// Reads files and folders. Never fails: what cannot be read is a [`Noted`], and its
/// [`InputFile`] is in the list all the same.
///
/// Folders are read whole, by name, without hidden files and Excel's lock files (`~$…`). A path
/// that comes twice is read once. Files are read by as many threads as the machine has (two
/// sheets of a single workbook likewise), in an order of results that does not depend on them.
#[must_use]
pub fn read(paths: &[PathBuf], options: &ReadOptions) -> Inputs {
    let found = walk::find(paths, options.not_input);
    let files = file::read_all(&found, options);
    let used: HashSet<usize> = files.iter().flat_map(|f| f.skips.iter().copied()).collect();
    let mut inputs = gather(files);
    let unused = options.skip.iter().enumerate().filter(|(i, _)| !used.contains(i));
    let told: Vec<Noted> = unused.map(|(_, skip)| skip_unused(&inputs, &skip.written)).collect();
    inputs.problems.extend(told);
    inputs
}

/// Names offered for one that nothing has, at most.
const OFFERED: usize = 8;

fn skip_unused(inputs: &Inputs, written: &str) -> Noted {
    let mut names: Vec<String> = inputs.files.iter().map(|f| file_name(&f.path).to_owned()).collect();
    for sheet in &inputs.sheets {
        if let Some(name) = &sheet.name {
            names.push(format!("{}:{name}", names[sheet.file]));
        }
    }
    // The nearest first; of equally near ones in the order of reading.
    names.sort_by_key(|n| strsim::damerau_levenshtein(&n.to_lowercase(), &written.to_lowercase()));
    names.truncate(OFFERED);
    Noted::new(SkipUnused { names }).written(written)
}

/// The files behind the paths, as [`read`] would read them: no output may be one of them.
#[must_use]
pub fn files(paths: &[PathBuf]) -> Vec<InputPath> {
    walk::find(paths, &[])
        .into_iter()
        .map(|f| InputPath {
            path: f.path,
            named: f.named,
        })
        .collect()
}

/// Reads one file that is in memory already, as if the user had named it `name`.
#[must_use]
pub fn read_bytes(name: &str, bytes: &[u8], options: &ReadOptions) -> Inputs {
    gather(vec![file::read_memory(name, bytes, options)])
}

/// Files as read → one set, in which every sheet has a number of its own.
fn gather(files: Vec<Read1>) -> Inputs {
    let mut inputs = Inputs::default();
    for read in files {
        let sheets_before = short(inputs.sheets.len());
        inputs.files.push(read.file);
        inputs.sheets.extend(read.sheets);
        inputs.problems.extend(read.problems.into_iter().map(|mut problem| {
            // A reader counts the sheets of its own file from 0.
            if let Some(at) = &mut problem.at {
                *at = at.in_sheet(SheetId(at.sheet().0 + sheets_before));
            }
            problem
        }));
    }
    inputs
}
