//! What several test modules share.

pub mod cases;
pub mod check_cases;
pub mod containers;
pub mod field;
pub mod files;
pub mod instansi;
pub mod patch;
pub mod people;
pub mod program;
