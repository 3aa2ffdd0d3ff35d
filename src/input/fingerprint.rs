//! What tells the bytes of one file from those of another.

use sha2::{Digest, Sha256};

/// The fingerprint of a file's bytes, as [`InputFile::sha256`](super::InputFile::sha256) says it.
pub fn fingerprint(bytes: &[u8]) -> String {
    hex(&Sha256::digest(bytes))
}

/// Bytes as hexadecimal digits.
pub fn hex(bytes: &[u8]) -> String {
    use std::fmt::Write;
    bytes.iter().fold(String::with_capacity(64), |mut out, b| {
        // Writing to a String cannot fail.
        let _ = write!(out, "{b:02x}");
        out
    })
}
