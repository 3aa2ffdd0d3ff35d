//! The common ground under every room: figures, and where a value came from.

pub mod figure;
pub mod origin;
