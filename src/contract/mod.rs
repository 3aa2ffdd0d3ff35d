//! The input contract, declared once: the kinds of table, their columns with the names offices write
//! them by, and the closed vocabularies (`docs/kontrak/masukan.md`). It knows no cell of any file.

pub mod columns;
pub mod facet;
pub mod heading;
pub mod mark_words;
pub mod subject_words;
pub mod tables;
pub mod tick;
pub mod unit_words;
pub mod vocab;

pub use columns::Key;
pub use tables::TableKind;
