//! The `skp` program.

fn main() {}
