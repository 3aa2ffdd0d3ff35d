//! The file behind a path.

use std::ffi::OsString;
use std::path::{Component, Path, PathBuf, Prefix};
use std::{fs, io};

/// The absolute path with links followed. Some volumes of Windows (RAM disks, mounted images) cannot tell the final name of
/// what stands on them: there it is the absolute path, in the form that may be longer than 260 characters.
///
/// # Errors
/// There is nothing there, or it may not be looked at.
pub fn real_path(path: &Path) -> io::Result<PathBuf> {
    path.canonicalize().or_else(|error| {
        fs::metadata(path).map_err(|_| error)?;
        std::path::absolute(path).map(long)
    })
}

fn long(path: PathBuf) -> PathBuf {
    match path.components().next() {
        Some(Component::Prefix(p)) if matches!(p.kind(), Prefix::Disk(_)) => {
            let mut long = OsString::from(r"\\?\");
            long.push(&path);
            long.into()
        }
        _ => path,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn two_ways_to_one_file_have_one_path_and_none_to_nothing() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("a.csv");
        fs::write(&file, "x").unwrap();
        let around = folder.path().join(".").join("a.csv");
        assert_eq!(real_path(&file).unwrap(), real_path(&around).unwrap());
        assert!(real_path(&folder.path().join("b.csv")).is_err());
    }

    #[test]
    fn a_path_without_a_drive_stays() {
        assert_eq!(long("/tmp/a".into()), Path::new("/tmp/a"));
    }
}
