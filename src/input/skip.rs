//! `--lewati NAMA[:LEMBAR]`: files, folders and sheets that the user wants left out.

use std::path::Path;

use super::walk::Found;
use crate::base::text::{is_blank, match_key};

/// One thing to leave out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Skip {
    /// As typed.
    pub written: String,
    /// What it is, if the whole of it is a name.
    whole: Vec<String>,
    /// Name and sheet, if what follows the last colon is a sheet.
    parts: Option<(Vec<String>, String)>,
}

/// What a [`Skip`] says about a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Says<'a> {
    /// Nothing.
    Nothing,
    /// Leave it out.
    File,
    /// Leave this sheet of it out (its [`match_key`]).
    Sheet(&'a str),
}

impl Skip {
    /// What was typed. A colon may belong to the name (a drive, a file of Unix) or part off a
    /// sheet: the file decides.
    pub fn new(written: &str) -> Self {
        let parts = written
            .rsplit_once(':')
            .filter(|(name, sheet)| !is_blank(name) && !is_blank(sheet) && !sheet.contains(['/', '\\']))
            .map(|(name, sheet)| (components(name), match_key(sheet).to_string()));
        Self {
            written: written.to_owned(),
            whole: components(written),
            parts,
        }
    }

    /// About the file at `path`, of which the last `below` components lie below what the user
    /// named (a file that he named has one).
    pub fn about(&self, path: &Path, below: usize) -> Says<'_> {
        let path = components(&path.to_string_lossy());
        if matches(&self.whole, &path, below) {
            return Says::File;
        }
        match &self.parts {
            Some((name, sheet)) if matches(name, &path, below) => Says::Sheet(sheet),
            _ => Says::Nothing,
        }
    }
}

/// What `--lewati` says about one file.
pub struct Skips<'a> {
    /// Which of the options leave the whole file out.
    pub file: Vec<usize>,
    /// Which leave a sheet out, and the sheet's match key.
    pub sheets: Vec<(usize, &'a str)>,
}

impl<'a> Skips<'a> {
    /// What they say about it.
    pub fn of(found: &Found, skip: &'a [Skip]) -> Self {
        let mut skips = Self {
            file: Vec::new(),
            sheets: Vec::new(),
        };
        for (i, skip) in skip.iter().enumerate() {
            match skip.about(&found.path, found.below) {
                Says::Nothing => {}
                Says::File => skips.file.push(i),
                Says::Sheet(name) => skips.sheets.push((i, name)),
            }
        }
        skips
    }
}

fn components(path: &str) -> Vec<String> {
    path.split(['/', '\\'])
        .map(|c| match_key(c).to_string())
        .filter(|c| !c.is_empty() && c != ".")
        .collect()
}

/// Is `name` the end of the path (its ending may be left away), or a folder on its way?
fn matches(name: &[String], path: &[String], below: usize) -> bool {
    let Some(last) = name.last() else { return false };
    let is_end = |end: &[String]| {
        let (Some(file), Some(rest)) = (end.last(), end.get(..end.len() - 1)) else {
            return false;
        };
        let stem = file.rsplit_once('.').map_or(file.as_str(), |(stem, _)| stem);
        rest == &name[..name.len() - 1] && (file == last || stem == last)
    };
    let end = path.len().checked_sub(name.len()).and_then(|from| path.get(from..));
    if end.is_some_and(is_end) {
        return true;
    }
    // A folder that itself lies in what was named: all but the file name.
    let folders = path
        .len()
        .checked_sub(below)
        .and_then(|from| path.get(from..path.len().saturating_sub(1)));
    folders.is_some_and(|folders| folders.windows(name.len()).any(|w| w == name))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_is_a_file_a_folder_or_a_file_and_a_sheet() {
        let says = |skip: &str, path: &str, below| match Skip::new(skip).about(Path::new(path), below) {
            Says::Nothing => "-".to_owned(),
            Says::File => "berkas".to_owned(),
            Says::Sheet(name) => name.to_owned(),
        };
        assert_eq!(says("data.xlsx", "masukan/data.xlsx", 1), "berkas");
        assert_eq!(says("DATA", "masukan/data.xlsx", 1), "berkas");
        assert_eq!(says("masukan/data.xlsx", "masukan/data.xlsx", 1), "berkas");
        assert_eq!(says("lain/data.xlsx", "masukan/data.xlsx", 1), "-");
        assert_eq!(says("data.xlsx:Percobaan  1", "masukan/data.xlsx", 1), "percobaan 1");
        assert_eq!(says(r"C:\kerja\data.xlsx:Coba", "C:/kerja/data.xlsx", 1), "coba");
        assert_eq!(says(r"C:\kerja\data.xlsx", "C:/kerja/data.xlsx", 1), "berkas");
        assert_eq!(says("arsip", "masukan/arsip/2024/data.xlsx", 3), "berkas");
        assert_eq!(
            says("masukan", "masukan/arsip/data.xlsx", 2),
            "-",
            "that is what the user named"
        );
        assert_eq!(says("a:b.csv", "masukan/a:b.csv", 1), "berkas");
        assert_eq!(says("", "masukan/a.csv", 1), "-");
    }
}
