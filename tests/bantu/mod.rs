//! What several test files share.
#![allow(dead_code, clippy::unwrap_used, missing_docs)] // each test file uses some of it

pub mod kasus;
pub mod orang;
