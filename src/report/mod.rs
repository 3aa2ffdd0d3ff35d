//! The one result value → terminal, JSON, CSV, workbook. The only place with layout and colour;
//! nothing is computed here.

pub mod annotated;
pub mod aturan;
pub mod baca;
pub mod changes;
pub mod explain;
pub mod findings;
pub mod first_page;
pub mod form;
pub mod formulas;
pub mod graph;
pub mod json;
pub mod kaskade;
pub mod manual;
pub mod mask;
pub mod matriks;
pub mod page;
pub mod summary;
pub mod tables;
pub mod tree;
pub mod waiting;
pub mod words;
pub mod workbook;
