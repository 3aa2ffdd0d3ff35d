//! The common ground under every room: figures, texts, where a value came from, and how a file is
//! written without anything being lost.

pub mod calendar;
pub mod few;
pub mod figure;
pub mod file_names;
pub mod first_error;
pub mod ids;
pub mod origin;
pub mod output_file;
pub mod own;
pub mod panic;
pub mod real_path;
pub mod tags;
pub mod text;
pub mod visible;
pub mod workbook_file;
