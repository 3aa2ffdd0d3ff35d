//! Names of files as a path writes them.

use std::path::Path;

/// A path without its folders, whichever system wrote it.
#[must_use]
pub fn file_name(path: &str) -> &str {
    path.rsplit(['/', '\\']).next().unwrap_or(path)
}

/// What stands behind the last point of a name, in small letters.
#[must_use]
pub fn ending(path: &Path) -> Option<String> {
    path.extension().map(|ending| ending.to_string_lossy().to_lowercase())
}
