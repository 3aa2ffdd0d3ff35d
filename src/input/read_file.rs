//! One file, read or refused.

use super::csv::CsvText;
use super::filling::Sheets;
use super::findings::Skipped;
use super::inputs::InputFile;
use super::refusal::Refusal;
use super::sheet::{Sheet, SheetBuilder};
use crate::base::origin::{FileId, Origin, SheetId};
use crate::base::text::match_key;
use crate::base::visible::visible;
use crate::finding::Noted;

/// One file, read; sheets in its own counting.
#[derive(Debug)]
pub struct Read1 {
    /// The file.
    pub file: InputFile,
    /// Its sheets; empty when it was refused.
    pub sheets: Vec<Sheet>,
    /// Its problems. `SheetId`s count from the first sheet of this file.
    pub problems: Vec<Noted>,
    /// Which of the options `--lewati` left something out of it.
    pub skips: Vec<usize>,
    /// Which files it is an annotated copy of: how their fingerprints begin.
    pub originals: Vec<String>,
}

impl Read1 {
    /// Nothing read yet.
    pub fn new(path: &str, named: bool) -> Self {
        Self {
            file: InputFile {
                path: visible(path).into(),
                sha256: String::new(),
                format: None,
                encoding: None,
                delimiter: None,
                modified: None,
                named,
            },
            sheets: Vec::new(),
            problems: Vec::new(),
            skips: Vec::new(),
            originals: Vec::new(),
        }
    }

    /// A refused file gives nothing but its refusal.
    pub fn ended(mut self, id: FileId, verbose: bool, result: Result<(), Refusal>) -> Self {
        if let Err(refusal) = result {
            self.sheets.clear();
            let because = refusal.library.filter(|_| verbose);
            self.problems.push(Noted {
                because,
                ..Noted::new(refusal.fact).in_file(id)
            });
        }
        self
    }

    /// Leaves out the sheets of this name (its match key): they are there, and empty.
    pub fn leave_out(&mut self, option: usize, name: &str, id: FileId) {
        for (index, sheet) in (0_u32..).zip(&mut self.sheets) {
            if sheet.name.as_deref().is_none_or(|n| *match_key(n) != *name) {
                continue;
            }
            *sheet = SheetBuilder::new(id, sheet.name.clone()).finish();
            let of_it = |p: &Noted| p.at.is_some_and(|at| at.sheet().0 == index);
            self.problems.retain(|p| !of_it(p));
            let at = Origin::new(SheetId(index), 0, 0);
            self.problems.push(Noted::new(Skipped).in_file(id).at(at));
            self.skips.push(option);
        }
    }

    pub fn take(&mut self, (sheets, problems): Sheets) {
        self.sheets = sheets;
        self.problems.extend(problems);
    }

    pub fn take_text(&mut self, text: CsvText) {
        self.file.encoding = Some(text.encoding);
        self.file.delimiter = text.delimiter;
        self.take((vec![text.sheet], text.problems));
    }
}
