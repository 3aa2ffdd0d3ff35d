//! The one result value → terminal, JSON, CSV, workbook. The only place with layout and colour;
//! nothing is computed here.

pub mod atomic;
pub mod aturan;
pub mod baca;
pub mod csv;
pub mod explain;
pub mod findings;
pub mod graf;
pub mod kaskade;
pub mod matriks;
pub mod pohon;
pub mod ringkasan;
pub mod samar;
pub mod tunggu;
pub mod words;
pub mod workbook;
