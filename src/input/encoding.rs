//! Text encodings of offices: UTF-8 with or without BOM, UTF-16 ("Unicode Text" of Excel), and
//! windows-1252 ("CSV" of Excel). Nothing else is guessed.

use std::borrow::Cow;

use encoding_rs::{Encoding, UTF_8, UTF_16BE, UTF_16LE, WINDOWS_1252};

/// The encoding of these bytes (or of this beginning of a file); `None` when they are no text.
pub fn guess(bytes: &[u8]) -> Option<&'static Encoding> {
    if let Some((encoding, _)) = Encoding::for_bom(bytes) {
        return Some(encoding);
    }
    let zeros = memchr::memchr_iter(0, bytes).count();
    if let Some(wide) = Some(bytes).filter(|_| zeros > 0).and_then(utf16_without_bom) {
        return Some(wide);
    }
    // Where a copy broke off, or a data base filled its fields up, a text has some.
    if zeros > bytes.len() / 2 || has_controls(bytes) {
        return None;
    }
    match std::str::from_utf8(bytes) {
        Ok(_) => Some(UTF_8),
        // Cut in the middle of a character: only the last few bytes are wrong.
        Err(e) if e.error_len().is_none() && e.valid_up_to() + 4 > bytes.len() => Some(UTF_8),
        Err(_) => Some(WINDOWS_1252),
    }
}

/// Latin text in UTF-16 has a zero in nearly every second byte, always the same one.
fn utf16_without_bom(bytes: &[u8]) -> Option<&'static Encoding> {
    let pairs = bytes.len() / 2;
    let (mut high_first, mut high_second, mut both) = (0, 0, 0);
    for pair in bytes.chunks_exact(2) {
        match (pair[0], pair[1]) {
            (0, 0) => both += 1,
            (0, _) => high_first += 1,
            (_, 0) => high_second += 1,
            _ => {}
        }
    }
    let most = pairs - pairs / 4;
    if pairs == 0 || both > 0 {
        None
    } else if high_second >= most && high_first * 20 <= pairs {
        Some(UTF_16LE)
    } else if high_first >= most && high_second * 20 <= pairs {
        Some(UTF_16BE)
    } else {
        None
    }
}

/// More than a stray control character: binary.
fn has_controls(bytes: &[u8]) -> bool {
    let head = &bytes[..bytes.len().min(64 << 10)];
    let controls = head
        .iter()
        .filter(|&&b| (1..0x20).contains(&b) && !matches!(b, b'\t' | b'\n' | b'\r' | 0x0b | 0x0c | 0x1a | 0x1b))
        .count();
    controls * 100 > head.len()
}

/// A beginning of text, for looking at.
pub fn decode_lossy<'a>(bytes: &'a [u8], encoding: &'static Encoding) -> Cow<'a, str> {
    encoding.decode(bytes).0
}

/// A whole text as UTF-8 without BOM, and the encoding it was in.
pub fn decode(bytes: &[u8]) -> Option<(Cow<'_, str>, &'static Encoding)> {
    let guessed = guess(bytes)?;
    let body = match Encoding::for_bom(bytes) {
        Some((_, length)) => &bytes[length..],
        None => bytes,
    };
    if guessed == UTF_8 {
        if let Ok(text) = std::str::from_utf8(body) {
            return Some((Cow::Borrowed(text), UTF_8));
        }
        if body.len() == bytes.len() {
            return Some((WINDOWS_1252.decode_without_bom_handling(body).0, WINDOWS_1252));
        }
    }
    Some((guessed.decode_without_bom_handling(body).0, guessed))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_encodings_of_offices_are_told_apart() {
        let told = |b: &[u8]| decode(b).map(|(t, e)| (t.into_owned(), e.name()));
        assert_eq!(told(b"nip;n\xc3\xa9"), Some(("nip;né".into(), "UTF-8")));
        assert_eq!(told(b"\xef\xbb\xbfnip"), Some(("nip".into(), "UTF-8")));
        assert_eq!(told(b"n\xe9;\x93x\x94"), Some(("né;“x”".into(), "windows-1252")));
        assert_eq!(told(b"\xff\xfen\0i\0"), Some(("ni".into(), "UTF-16LE")));
        assert_eq!(told(b"n\0i\0p\0;\0"), Some(("nip;".into(), "UTF-16LE")));
        assert_eq!(told(b"\0n\0i\0p\0;"), Some(("nip;".into(), "UTF-16BE")));
        assert_eq!(told(b"\x00\x01\x02\x00\x07\x00"), None);
        let stray = format!("nip;nama\n{}\0", "1;Budi\n".repeat(50));
        assert_eq!(told(stray.as_bytes()), Some((stray, "UTF-8")));
    }
}
