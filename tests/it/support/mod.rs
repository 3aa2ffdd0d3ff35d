//! What several test modules share.

pub mod cases;
pub mod containers;
pub mod instansi;
pub mod people;
