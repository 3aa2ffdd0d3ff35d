//! Text and figures on their way into cells: cut to what Excel can hold, never a formula.

use std::borrow::Cow;
use std::fmt::Write as _;

use rust_decimal::prelude::ToPrimitive;

use crate::base::figure::Desimal;
use crate::report::words::count;

/// UTF-16 units a cell can hold.
pub(super) const BATAS_SEL: usize = 32_767;
const TANDA_POTONG: &str = " … [dipotong]";

/// The text as a cell can hold it: cut with a mark past Excel's limit, and without the two code
/// points that XML forbids.
pub(super) fn sel(teks: &str) -> Cow<'_, str> {
    // A text of so many bytes cannot have more UTF-16 units; almost every cell stops here.
    let text = if teks.len() <= BATAS_SEL || teks.encode_utf16().count() <= BATAS_SEL {
        Cow::Borrowed(teks)
    } else {
        Cow::Owned(shorten_text(teks, BATAS_SEL, TANDA_POTONG))
    };
    // Both begin with the byte EF in UTF-8, which Latin text never has.
    if text.as_bytes().contains(&0xEF) && text.contains(['\u{fffe}', '\u{ffff}']) {
        return Cow::Owned(text.replace(['\u{fffe}', '\u{ffff}'], "\u{fffd}"));
    }
    text
}

/// The beginning of a text in at most `batas` UTF-16 units, with a mark when something is left out.
pub(super) fn shorten_text(teks: &str, batas: usize, tanda: &str) -> String {
    let total: usize = teks.encode_utf16().count();
    if total <= batas {
        return teks.to_owned();
    }
    let room = batas.saturating_sub(tanda.encode_utf16().count());
    let mut used = 0;
    let mut out = String::new();
    for c in teks.chars() {
        used += c.len_utf16();
        if used > room {
            break;
        }
        out.push(c);
    }
    out.push_str(tanda);
    out
}

/// A figure for a number cell. At the two decimals that results carry this is exact in the
/// sense that counts: the shortest text of the float is the figure.
pub(super) fn angka(d: Desimal) -> f64 {
    d.to_f64().unwrap_or(f64::NAN)
}

/// A count for a number cell.
pub(super) fn hitungan(n: usize) -> f64 {
    f64::from(u32::try_from(n).unwrap_or(u32::MAX))
}

/// Codes, names: `a, b, c`.
pub(super) fn daftar<T: AsRef<str>>(bagian: impl IntoIterator<Item = T>) -> String {
    let mut out = String::new();
    for b in bagian {
        if !out.is_empty() {
            out.push_str(", ");
        }
        out.push_str(b.as_ref());
    }
    out
}

/// `12 dari 40 (30 %)`.
pub(super) fn dari(bagian: usize, semua: usize) -> String {
    let mut out = format!("{} dari {}", count(bagian), count(semua));
    if semua > 0 {
        // Per mille, half up, so that one decimal is exact without a float.
        let per_mille = (bagian * 2000 + semua) / (semua * 2);
        let _ = write!(out, " ({},{} %)", per_mille / 10, per_mille % 10);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn long_text_is_cut_with_a_mark() {
        let long = "é".repeat(40_000);
        let cut = sel(&long);
        assert_eq!(cut.encode_utf16().count(), BATAS_SEL);
        assert!(cut.ends_with(TANDA_POTONG));
        let exact = "x".repeat(BATAS_SEL);
        assert_eq!(sel(&exact), exact.as_str());
        // 12,000 pairs of surrogates are 24,000 units though 48,000 bytes
        let wide = "😀".repeat(12_000);
        assert_eq!(sel(&wide), wide.as_str());
    }

    #[test]
    fn what_xml_forbids_is_replaced() {
        assert_eq!(sel("a\u{ffff}b"), "a\u{fffd}b");
    }

    #[test]
    fn shares_are_rounded_half_up() {
        assert_eq!(dari(1, 3), "1 dari 3 (33,3 %)");
        assert_eq!(dari(2, 3), "2 dari 3 (66,7 %)");
        assert_eq!(dari(0, 0), "0 dari 0");
    }
}
