//! `skp`: the performance-year closing of Indonesian civil servants, from messy workbook to
//! annotated report. Data flows one way:
//!
//! ```text
//! input → table → model → score → check → report
//! (bytes → (sheets → (tables → (people → (results → (one result value →
//!  sheets)  tables)   people)   results)  findings)   terminal, JSON, CSV, xlsx)
//! ```
//!
//! `contract` (the columns, their names, the vocabularies) is read by all from `table` on.
//! `rules` (the law as data) is read by `score`, `check` and `report`. `commands` alone knows all.

// Lets unit tests share `tests/it/support`, which speaks of this crate by name.
#[cfg(test)]
extern crate self as skp;

pub mod base;
pub mod check;
pub mod cli;
pub mod commands;
pub mod contract;
pub mod exit;
pub mod finding;
pub mod input;
pub mod model;
pub mod report;
pub mod rules;
pub mod run;
pub mod sample;
pub mod score;
pub mod table;
pub mod template;
