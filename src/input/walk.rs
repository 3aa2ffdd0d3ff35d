//! Paths → files to read: folders walked whole, by name, nothing twice.

use std::collections::HashSet;
use std::io;
use std::path::{Path, PathBuf};

use same_file::Handle;

use crate::base::real_path::real_path;

/// Folders inside folders, at most; deeper is a loop of links or no place for tables.
const DEPTH: usize = 32;
/// Files and folders that are looked at, at most; a link to a whole disk leads to more.
const ENTRIES: usize = 100_000;
const TOO_MANY: &str = "folder masukan berisi lebih dari 100.000 berkas dan folder";

/// A file to be read, or a path that could not be followed.
#[derive(Debug)]
pub struct Found {
    /// Where it is.
    pub path: PathBuf,
    /// The user named it (not: found in a named folder).
    pub named: bool,
    /// How many of the last components of its path lie below what the user named; its own name counts.
    pub below: usize,
    /// Why it cannot be read, when that is known already.
    pub error: Option<io::Error>,
}

/// Finds the files behind the paths, in the order given; folders sorted by name. What lies in a
/// folder and is written by this very run is no input: `not_input`, and the file that standard
/// output goes to.
pub fn find(paths: &[PathBuf], not_input: &[PathBuf]) -> Vec<Found> {
    let mut walk = FolderWalk {
        found: Vec::new(),
        seen: HashSet::new(),
        not_input,
        output: Handle::stdout()
            .ok()
            .filter(|h| h.as_file().metadata().is_ok_and(|m| m.is_file())),
        left: ENTRIES,
    };
    for path in paths {
        walk.path(path, 0);
    }
    walk.found
}

struct FolderWalk<'a> {
    found: Vec<Found>,
    seen: HashSet<PathBuf>,
    not_input: &'a [PathBuf],
    output: Option<Handle>,
    /// Entries of folders that may still be looked at.
    left: usize,
}

impl FolderWalk<'_> {
    fn path(&mut self, path: &Path, depth: usize) {
        let named = depth == 0;
        let real = match real_path(path) {
            Ok(real) => real,
            Err(error) => return self.add(path, depth, Some(error)),
        };
        if !named && self.not_input.contains(&real) {
            return;
        }
        if !self.seen.insert(real.clone()) {
            // Named after its folder was read: it counts as named.
            if named && let Some(known) = self.found.iter_mut().find(|f| real_path(&f.path).is_ok_and(|p| p == real)) {
                known.named = true;
            }
            return;
        }
        match real.metadata() {
            Err(error) => self.add(path, depth, Some(error)),
            Ok(meta) if meta.is_dir() => self.folder(path, depth),
            Ok(meta) if meta.is_file() && !named && self.is_output(&real) => {}
            Ok(meta) if meta.is_file() => self.add(path, depth, None),
            // A device or pipe may never end.
            Ok(_) if named => self.add(path, depth, Some(io::Error::other("bukan berkas biasa"))),
            Ok(_) => {}
        }
    }

    /// Whether standard output goes to this file: the shell made it before we began.
    fn is_output(&self, real: &Path) -> bool {
        self.output
            .as_ref()
            .is_some_and(|out| Handle::from_path(real).is_ok_and(|file| file == *out))
    }

    fn folder(&mut self, path: &Path, depth: usize) {
        if depth >= DEPTH {
            return self.add(path, depth, Some(io::Error::other("folder di dalam folder terlalu dalam")));
        }
        let entries = match path.read_dir() {
            Ok(entries) => entries,
            Err(error) => return self.add(path, depth, Some(error)),
        };
        let mut names = Vec::new();
        for entry in entries {
            let Some(left) = self.left.checked_sub(1) else {
                let why = io::Error::other(TOO_MANY);
                self.add(path, depth, Some(why));
                break;
            };
            self.left = left;
            match entry {
                Ok(entry) if !is_passed_over(&entry.file_name().to_string_lossy()) => names.push(entry.path()),
                Ok(_) => {}
                Err(error) => self.add(path, depth, Some(error)),
            }
        }
        names.sort();
        for name in names {
            self.path(&name, depth + 1);
        }
    }

    fn add(&mut self, path: &Path, depth: usize, error: Option<io::Error>) {
        self.found.push(Found {
            path: path.to_owned(),
            named: depth == 0,
            below: depth.max(1),
            error,
        });
    }
}

/// Hidden files, and the lock files Excel and LibreOffice keep beside an open workbook.
fn is_passed_over(name: &str) -> bool {
    name.starts_with('.') || name.starts_with("~$") || name == "Thumbs.db" || name == "desktop.ini"
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::fs;

    #[test]
    fn a_folder_of_too_many_files_is_told_and_not_walked_to_its_end() {
        let dir = tempfile::tempdir().unwrap();
        for name in ["a.csv", "b.csv", "c.csv"] {
            fs::write(dir.path().join(name), "x").unwrap();
        }
        let mut walk = FolderWalk {
            found: Vec::new(),
            seen: HashSet::new(),
            not_input: &[],
            output: None,
            left: 2,
        };
        walk.path(dir.path(), 0);
        assert_eq!(walk.found.iter().filter(|f| f.error.is_none()).count(), 2);
        let why = walk.found.iter().find_map(|f| f.error.as_ref()).unwrap();
        assert!(why.to_string().contains("lebih dari 100.000"), "{why}");
    }

    #[test]
    fn folders_are_read_by_name_and_nothing_twice() {
        let dir = tempfile::tempdir().unwrap();
        let root = dir.path();
        fs::create_dir_all(root.join("b/dalam")).unwrap();
        for name in ["c.csv", "a.csv", "b/dalam/x.csv", "~$a.xlsx", ".DS_Store", ".~lock.a.csv#"] {
            fs::write(root.join(name), "x").unwrap();
        }
        let missing = root.join("tidak-ada.csv");
        let found = find(&[root.to_owned(), root.join("c.csv"), missing.clone()], &[]);
        let names: Vec<_> = found
            .iter()
            .map(|f| f.path.strip_prefix(root).unwrap().to_str().unwrap())
            .collect();
        assert_eq!(names, ["a.csv", "b/dalam/x.csv", "c.csv", "tidak-ada.csv"]);
        assert_eq!(found.iter().map(|f| f.named).collect::<Vec<_>>(), [false, false, true, true]);
        assert_eq!(found.iter().map(|f| f.below).collect::<Vec<_>>(), [1, 3, 1, 1]);
        let not_input = [root.canonicalize().unwrap().join("a.csv")];
        assert_eq!(find(&[root.to_owned()], &not_input).len(), 2);
        assert_eq!(found[3].error.as_ref().unwrap().kind(), io::ErrorKind::NotFound);
    }
}
