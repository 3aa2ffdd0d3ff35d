//! The common ground under every room: figures, texts, and where a value came from.

pub mod figure;
pub mod origin;
pub mod text;
