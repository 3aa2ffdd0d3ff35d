//! Text and figures on their way into cells: cut to what Excel can hold, never a formula.

use std::borrow::Cow;

use rust_decimal::prelude::ToPrimitive;

use crate::base::figure::Decimal;
use crate::base::ids::short;
use crate::base::visible::visible;

/// UTF-16 units a cell can hold.
const CELL_LIMIT: usize = 32_767;
const CUT_MARK: &str = " … [dipotong]";

/// The text as a cell can hold it: cut with a mark past Excel's limit, and with what is hidden in it shown.
pub(in crate::report) fn cell_text(words: &str) -> Cow<'_, str> {
    // A text of so many bytes cannot have more UTF-16 units; almost every cell stops here.
    let text = if words.len() <= CELL_LIMIT || words.encode_utf16().count() <= CELL_LIMIT {
        Cow::Borrowed(words)
    } else {
        Cow::Owned(cut(words, CELL_LIMIT, CUT_MARK))
    };
    match text {
        Cow::Borrowed(text) => visible(text),
        Cow::Owned(text) => Cow::Owned(visible(&text).into_owned()),
    }
}

/// The beginning of a text in at most `batas` UTF-16 units, with a mark when something is left out.
pub(in crate::report) fn cut(words: &str, batas: usize, sign: &str) -> String {
    let total: usize = words.encode_utf16().count();
    if total <= batas {
        return words.to_owned();
    }
    let room = batas.saturating_sub(sign.encode_utf16().count());
    let mut used = 0;
    let mut out = String::new();
    for c in words.chars() {
        used += c.len_utf16();
        if used > room {
            break;
        }
        out.push(c);
    }
    out.push_str(sign);
    out
}

/// A figure for a number cell. At the two decimals that results carry this is exact in the
/// sense that counts: the shortest text of the float is the figure.
pub(in crate::report) fn number(d: Decimal) -> f64 {
    d.to_f64().unwrap_or(f64::NAN)
}

/// A count for a number cell.
pub(super) fn whole(n: usize) -> f64 {
    f64::from(short(n))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn long_text_is_cut_with_a_mark() {
        let long = "é".repeat(40_000);
        let cut = cell_text(&long);
        assert_eq!(cut.encode_utf16().count(), CELL_LIMIT);
        assert!(cut.ends_with(CUT_MARK));
        let exact = "x".repeat(CELL_LIMIT);
        assert_eq!(cell_text(&exact), exact.as_str());
        // 12,000 pairs of surrogates are 24,000 units though 48,000 bytes
        let wide = "😀".repeat(12_000);
        assert_eq!(cell_text(&wide), wide.as_str());
    }

    #[test]
    fn what_xml_forbids_is_replaced() {
        assert_eq!(cell_text("a\u{ffff}b"), "a\u{fffd}b");
    }
}
