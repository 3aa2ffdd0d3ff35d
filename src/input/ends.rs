//! Where the fields of delimited lines without quotes end.
//!
//! Fields are a few bytes long, so that a search for the end of each would cost more than walking there; and all ends among
//! 64 bytes are marked for less than a walk over these costs.

use crate::base::ids::index;

/// Bytes that are looked at together, as many as a mark has bits.
const PIECE: usize = 64;
/// No delimiter, which is ASCII, and no line feed.
const NEITHER: u8 = 0xff;

/// Places of the delimiter and of line feeds, in their order.
#[derive(Debug)]
pub struct FieldEnds<'a> {
    delimiter: u8,
    /// What has not been looked at.
    rest: &'a [u8],
    /// Where the piece begins that was looked at last.
    from: usize,
    /// Its ends that have not been told, a bit for each byte.
    marks: u64,
    length: usize,
}

impl<'a> FieldEnds<'a> {
    /// Those of this text.
    pub const fn new(text: &'a [u8], delimiter: u8) -> Self {
        Self {
            delimiter,
            rest: text,
            from: 0,
            marks: 0,
            length: text.len(),
        }
    }

    /// Looks at the next piece; whether there is one.
    fn look(&mut self) -> bool {
        self.from = self.length - self.rest.len();
        if let Some((piece, rest)) = self.rest.split_first_chunk() {
            self.marks = marks(piece, self.delimiter);
            self.rest = rest;
            return true;
        }
        let mut piece = [NEITHER; PIECE];
        piece[..self.rest.len()].copy_from_slice(self.rest);
        self.marks = marks(&piece, self.delimiter);
        !std::mem::take(&mut self.rest).is_empty()
    }
}

impl Iterator for FieldEnds<'_> {
    type Item = usize;

    #[inline]
    fn next(&mut self) -> Option<usize> {
        while self.marks == 0 {
            if !self.look() {
                return None;
            }
        }
        let at = self.from + index(self.marks.trailing_zeros());
        self.marks &= self.marks - 1;
        Some(at)
    }
}

/// A bit for each byte that is one of both.
fn marks(piece: &[u8; PIECE], delimiter: u8) -> u64 {
    let (chunks, _) = piece.as_chunks();
    chunks.iter().rev().fold(0, |marks, &eight| {
        let unlike = unlike(eight, delimiter) & unlike(eight, b'\n');
        // The upper bit of each byte, gathered in one.
        marks << 8 | (!unlike >> 7).wrapping_mul(GATHER) >> 56
    })
}

/// Multiplied by it, the lowest bits of eight bytes come to stand in the uppermost byte.
const GATHER: u64 = 0x0102_0408_1020_4080;

/// All bits are set of the bytes that are not this one, and all but the upper bit of those that are.
fn unlike(eight: [u8; 8], byte: u8) -> u64 {
    const LOWER: u64 = u64::from_ne_bytes([0x7f; 8]);
    let apart = u64::from_le_bytes(eight) ^ u64::from_ne_bytes([byte; 8]);
    // Where any of the lower bits is set, the sum sets the upper one, and nothing is carried into the next byte.
    ((apart & LOWER) + LOWER) | apart | LOWER
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn a_walk_and_the_marks_tell_the_same_ends(
            text in proptest::collection::vec(proptest::sample::select(&b";;\n:\x8a\xbb\xff\0a\x0b,"[..]), 0..300),
        ) {
            let walked: Vec<usize> = (0..text.len()).filter(|&at| matches!(text[at], b';' | b'\n')).collect();
            prop_assert_eq!(FieldEnds::new(&text, b';').collect::<Vec<_>>(), walked);
        }
    }
}
