//! Paths → files to read: folders walked whole, by name, nothing twice.

use std::collections::HashSet;
use std::io;
use std::path::{Path, PathBuf};

/// Folders inside folders, at most; deeper is a loop of links or no place for tables.
const DEPTH: usize = 32;

/// A file to be read, or a path that could not be followed.
#[derive(Debug)]
pub struct Found {
    /// Where it is.
    pub path: PathBuf,
    /// The user named it (not: found in a named folder).
    pub named: bool,
    /// Why it cannot be read, when that is known already.
    pub error: Option<io::Error>,
}

/// Finds the files behind the paths, in the order given; folders sorted by name.
pub fn find(paths: &[PathBuf]) -> Vec<Found> {
    let mut walk = Walk {
        found: Vec::new(),
        seen: HashSet::new(),
    };
    for path in paths {
        walk.path(path, true, 0);
    }
    walk.found
}

struct Walk {
    found: Vec<Found>,
    seen: HashSet<PathBuf>,
}

impl Walk {
    fn path(&mut self, path: &Path, named: bool, depth: usize) {
        let real = match path.canonicalize() {
            Ok(real) => real,
            Err(error) => return self.add(path, named, Some(error)),
        };
        if !self.seen.insert(real.clone()) {
            // Named after its folder was read: it counts as named.
            if named && let Some(known) = self.found.iter_mut().find(|f| f.path.canonicalize().is_ok_and(|p| p == real)) {
                known.named = true;
            }
            return;
        }
        match real.metadata() {
            Err(error) => self.add(path, named, Some(error)),
            Ok(meta) if meta.is_dir() => self.folder(path, named, depth),
            Ok(meta) if meta.is_file() => self.add(path, named, None),
            // A device or pipe may never end.
            Ok(_) if named => self.add(path, named, Some(io::Error::other("bukan berkas biasa"))),
            Ok(_) => {}
        }
    }

    fn folder(&mut self, path: &Path, named: bool, depth: usize) {
        if depth >= DEPTH {
            return self.add(path, named, Some(io::Error::other("folder di dalam folder terlalu dalam")));
        }
        let entries = match path.read_dir() {
            Ok(entries) => entries,
            Err(error) => return self.add(path, named, Some(error)),
        };
        let mut names = Vec::new();
        for entry in entries {
            match entry {
                Ok(entry) if !is_passed_over(&entry.file_name().to_string_lossy()) => names.push(entry.path()),
                Ok(_) => {}
                Err(error) => self.add(path, named, Some(error)),
            }
        }
        names.sort();
        for name in names {
            self.path(&name, false, depth + 1);
        }
    }

    fn add(&mut self, path: &Path, named: bool, error: Option<io::Error>) {
        self.found.push(Found {
            path: path.to_owned(),
            named,
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
    fn folders_are_read_by_name_and_nothing_twice() {
        let dir = tempfile::tempdir().unwrap();
        let root = dir.path();
        fs::create_dir_all(root.join("b/dalam")).unwrap();
        for name in ["c.csv", "a.csv", "b/dalam/x.csv", "~$a.xlsx", ".DS_Store", ".~lock.a.csv#"] {
            fs::write(root.join(name), "x").unwrap();
        }
        let missing = root.join("tidak-ada.csv");
        let found = find(&[root.to_owned(), root.join("c.csv"), missing.clone()]);
        let names: Vec<_> = found
            .iter()
            .map(|f| f.path.strip_prefix(root).unwrap().to_str().unwrap())
            .collect();
        assert_eq!(names, ["a.csv", "b/dalam/x.csv", "c.csv", "tidak-ada.csv"]);
        assert_eq!(found.iter().map(|f| f.named).collect::<Vec<_>>(), [false, false, true, true]);
        assert_eq!(found[3].error.as_ref().unwrap().kind(), io::ErrorKind::NotFound);
    }
}
