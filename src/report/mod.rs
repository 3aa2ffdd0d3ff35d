//! The one result value → terminal, JSON, CSV, workbook. The only place with layout and colour;
//! nothing is computed here.

pub mod aturan;
pub mod baca;
pub mod csv;
pub mod explain;
pub mod findings;
pub mod graph;
pub mod kaskade;
pub mod manual;
pub mod mask;
pub mod matriks;
pub mod page;
pub mod summary;
pub mod tree;
pub mod waiting;
pub mod words;
pub mod workbook;
