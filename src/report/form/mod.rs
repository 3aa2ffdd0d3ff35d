//! How the tables of [`super::tables`] look: one writer a form.

pub mod csv;
pub mod html;
pub mod terminal;
pub(in crate::report) mod wrapping;
pub(in crate::report) mod xlsx;
