//! What the ending of a file's name says: tables are named like this, and other files.

use std::path::Path;

use crate::base::file_names::{ending, file_name};

/// Endings that only tables have.
const TABLES: [&str; 7] = ["xlsx", "xlsm", "xls", "xlsb", "ods", "csv", "tsv"];
/// Endings that tables have, and other files, too.
const PERHAPS: [&str; 3] = ["txt", "tab", "json"];

/// The endings of inputs.
pub fn table_endings() -> impl Iterator<Item = &'static str> {
    TABLES.into_iter().chain(PERHAPS)
}

/// Whether a file is called as nothing but a table is.
pub fn is_called_a_table(path: &str) -> bool {
    ending(Path::new(file_name(path))).is_some_and(|e| TABLES.contains(&e.as_str()))
}

/// A file that came with a folder is missed only if it is named like a table, or not at all.
pub fn may_be_a_table(path: &str) -> bool {
    ending(Path::new(file_name(path))).is_none_or(|e| table_endings().any(|known| known == e))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_without_an_ending_may_be_a_table() {
        assert!(may_be_a_table("a/Unduhan.XLS") && may_be_a_table("a.b/unduhan") && !may_be_a_table("tentang.html"));
    }
}
