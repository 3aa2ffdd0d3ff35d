//! What counts as blank, how a text is cleaned, and the forms in which texts are compared: one
//! definition for every room, so that a cell that is empty to one is empty to all.
//!
//! | form | keeps | used for |
//! |---|---|---|
//! | [`clean`] | everything but blanks and invisible characters | what is shown and stored |
//! | [`match_key`] | as [`clean`], in small letters | names of units, RHK texts, codes |
//! | [`fold_words`] | letters and digits, one blank between words | words of vocabularies |
//! | [`fold`] | letters and digits | headings and labels |

use std::borrow::Cow;

/// A text that many places share. It takes 8 bytes wherever it stands, half of what an `Arc<str>` does, and one that is
/// written in the program takes no room besides.
pub use arcstr::ArcStr as Text;

/// Characters that take no room and that copying leaves behind: zero-width blanks and joiners, soft
/// hyphens, marks of direction, byte order marks; and the two that are no characters at all.
#[must_use]
pub const fn is_invisible(c: char) -> bool {
    matches!(
        c,
        '\u{ad}' | '\u{61c}' | '\u{180e}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{feff}' | '\u{fffe}' | '\u{ffff}'
    )
}

/// A blank of any kind, line breaks and control characters included.
fn is_space(c: char) -> bool {
    c.is_whitespace() || c.is_control()
}

/// Nothing a reader could see stands in the text.
#[must_use]
pub fn is_blank(text: &str) -> bool {
    let shows = text.as_bytes().first().is_some_and(u8::is_ascii_graphic);
    !shows && text.chars().all(|c| is_space(c) || is_invisible(c))
}

/// A text with its blanks cleaned: invisible characters gone, every run of blanks (NBSP and line
/// breaks included) one space, none at the ends. Borrowed when nothing had to change.
#[must_use]
pub fn clean(text: &str) -> Cow<'_, str> {
    tidy(text, false)
}

/// Like [`clean`], but line breaks stay (as `\n`): for texts that are lists.
#[must_use]
pub fn clean_lines(text: &str) -> Cow<'_, str> {
    tidy(text, true)
}

fn tidy(text: &str, lines: bool) -> Cow<'_, str> {
    if is_tidy(text) {
        return Cow::Borrowed(text);
    }
    let mut out = String::with_capacity(text.len());
    let mut pending: Option<char> = None;
    for c in text.chars() {
        if is_invisible(c) {
            continue;
        }
        if is_space(c) {
            let newline = lines && matches!(c, '\n' | '\r' | '\u{85}' | '\u{2028}');
            pending = Some(if newline || pending == Some('\n') { '\n' } else { ' ' });
        } else {
            if let Some(blank) = pending.take().filter(|_| !out.is_empty()) {
                out.push(blank);
            }
            out.push(c);
        }
    }
    Cow::Owned(out)
}

/// ASCII without control characters, double blanks or blanks at the ends.
fn is_tidy(text: &str) -> bool {
    let bytes = text.as_bytes();
    // Looked at to the end, as in `is_printable`.
    let is_double = |(a, b): (&u8, &u8)| *a == b' ' && *b == b' ';
    let pairs = || bytes.iter().zip(bytes.get(1..).unwrap_or_default());
    let doubles = || pairs().fold(false, |any, pair| any | is_double(pair));
    is_printable(text) && bytes.first() != Some(&b' ') && bytes.last() != Some(&b' ') && !doubles()
}

/// ASCII without control characters. Nearly every text is, so each is gone through to its end, many bytes at a time.
#[must_use]
pub fn is_printable(text: &str) -> bool {
    text.bytes().fold(true, |all, b| all & (0x20..0x7f).contains(&b))
}

/// A dash that stands for "nothing" in columns where it can be no value.
#[must_use]
pub fn is_dash(text: &str) -> bool {
    matches!(text, "-" | "–" | "—" | "--" | "−")
}

/// Nothing, or what people draw where nothing is to be written: dots, dashes, lines. Stars are not among it.
#[must_use]
pub fn is_filler(text: &str) -> bool {
    text.chars().all(|c| {
        is_space(c)
            || is_invisible(c)
            || matches!(
                c,
                '.' | '…' | '-' | '–' | '—' | '_' | '/' | ':' | ';' | ',' | '\'' | '"' | '(' | ')'
            )
    })
}

/// One to five dots, squares, stars and the like, whose colour may be all that they say. Pictures have their own colours.
#[must_use]
pub fn is_figure_sign(text: &str) -> bool {
    let mut signs = text.chars().filter(|&c| !is_space(c) && !is_invisible(c)).peekable();
    signs.peek().is_some() && signs.by_ref().take(5).all(is_figure) && signs.next().is_none()
}

fn is_figure(c: char) -> bool {
    matches!(c, '•' | '*' | '\u{2580}'..='\u{25FF}' | '\u{2605}' | '\u{2606}' | '\u{2B1B}' | '\u{2B1C}' | '\u{2B24}' | '\u{2BC3}'..='\u{2BC8}')
}

/// The key under which names of units, RHK texts and codes match: blanks, invisible characters and
/// letter case do not count (`masukan.md` section 2).
#[must_use]
pub fn match_key(text: &str) -> Text {
    matched(text).into()
}

/// The [`match_key`] of a text, to look something up: borrowed where the text is its own key.
#[must_use]
pub fn matched(text: &str) -> Cow<'_, str> {
    if !is_tidy(text) {
        Cow::Owned(clean(text).chars().flat_map(char::to_lowercase).collect())
    } else if text.bytes().fold(false, |any, b| any | b.is_ascii_uppercase()) {
        Cow::Owned(text.to_ascii_lowercase())
    } else {
        Cow::Borrowed(text)
    }
}

/// Whether two texts have one [`match_key`].
#[must_use]
pub fn matches(a: &str, b: &str) -> bool {
    a == b
        || if is_tidy(a) && is_tidy(b) {
            a.eq_ignore_ascii_case(b)
        } else {
            matched(a) == matched(b)
        }
}

/// Small letters and digits with single blanks between words, no punctuation: the form in which
/// words of vocabularies are compared.
#[must_use]
pub fn fold_words(text: &str) -> String {
    folded_words(text, false)
}

/// [`fold_words`] of a heading, in which a capital behind a small letter begins a word (`unorNama`).
#[must_use]
pub fn fold_heading(text: &str) -> String {
    folded_words(text, true)
}

fn folded_words(text: &str, heading: bool) -> String {
    let mut out = String::with_capacity(text.len());
    let (mut gap, mut small) = (false, false);
    for c in text.chars().filter(|&c| !is_invisible(c)) {
        let c = plain(c);
        if c.is_alphanumeric() {
            gap |= heading && small && c.is_uppercase();
            if gap && !out.is_empty() {
                out.push(' ');
            }
            gap = false;
            small = c.is_lowercase();
            // Nearly all are.
            if c.is_ascii() {
                out.push(c.to_ascii_lowercase());
            } else {
                out.extend(c.to_lowercase());
            }
        } else {
            gap = true;
            small = false;
        }
    }
    out
}

/// Small letters and digits only, full-width forms as plain ones: the form in which headings and
/// labels are compared.
#[must_use]
pub fn fold(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    fold_into(text, &mut out);
    out
}

/// Appends the [`fold`] of a text.
pub fn fold_into(text: &str, out: &mut String) {
    for c in text.chars() {
        if c.is_ascii_alphanumeric() {
            out.push(c.to_ascii_lowercase());
        } else if !c.is_ascii() {
            let plain = plain(c);
            if plain.is_alphanumeric() {
                out.extend(plain.to_lowercase());
            }
        }
    }
}

/// Full-width letters and digits (U+FF01…) as their plain form.
fn plain(c: char) -> char {
    match c {
        '\u{ff01}'..='\u{ff5e}' => char::from_u32(u32::from(c) - 0xfee0).unwrap_or(c),
        c => c,
    }
}

/// A text on one line, cut at a whole character to at most `max` of them, the last one then `…`.
#[must_use]
pub fn shorten(text: &str, max: usize) -> String {
    let flat = clean(text);
    if flat.chars().count() <= max {
        flat.into_owned()
    } else {
        flat.chars().take(max.saturating_sub(1)).chain(['…']).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn blanks_of_every_kind_become_one_space() {
        assert_eq!(clean(" Bidang\u{a0}\u{a0}SMP\n\u{200b}"), "Bidang SMP");
        assert_eq!(clean_lines("a \r\n b"), "a\nb");
        assert!(matches!(clean("Bidang SMP"), Cow::Borrowed(_)));
        assert_eq!(clean("  "), "");
    }

    #[test]
    fn invisible_characters_alone_are_blank() {
        for text in [
            "",
            " ",
            "\u{200e}",
            "\u{200f}\u{a0}",
            "\u{ad}",
            "\u{feff}\t",
            "\u{202a}\u{202c}",
            "\u{7}",
        ] {
            assert!(is_blank(text), "{text:?}");
        }
        assert!(!is_blank("-") && !is_blank("\u{200e}0"));
    }

    #[test]
    fn blanks_and_case_do_not_count_in_a_key() {
        assert_eq!(match_key(" Bidang\u{a0} SMP\n"), match_key("bidang smp"));
        assert_eq!(
            &*match_key("\u{b}Bidang\t SMP "),
            "bidang smp",
            "the ASCII way folds like the other"
        );
        assert_eq!(match_key("Bidang\u{ad} SMP\u{200e}"), match_key("bidang smp"));
        assert_ne!(match_key("Bidang SMP"), match_key("Bidang SMA"));
    }

    #[test]
    fn a_long_text_is_cut_at_a_whole_character() {
        assert_eq!(shorten("Tersusunnya\n laporan", 40), "Tersusunnya laporan");
        assert_eq!(shorten("Tersusunnya", 5), "Ters…");
    }

    proptest::proptest! {
        #[test]
        fn blank_after_cleaning_and_blank_are_one(text in "[ \\t\\n\u{a0}\u{ad}\u{200b}-\u{200f}\u{feff}\u{2060}a-c\\-]{0,6}|\\PC{0,12}") {
            proptest::prop_assert_eq!(is_blank(&text), clean(&text).is_empty());
            proptest::prop_assert_eq!(is_blank(&text), clean_lines(&text).is_empty());
            proptest::prop_assert_eq!(is_blank(&text), match_key(&text).is_empty());
        }

        #[test]
        fn cleaning_changes_no_form_of_comparison(text in "\\PC{0,20}|[ A-Ca-c\u{a0}\u{ad}\u{200e}\\n]{0,12}") {
            let cleaned = clean(&text);
            proptest::prop_assert_eq!(match_key(&text), match_key(&cleaned));
            proptest::prop_assert_eq!(fold(&text), fold(&cleaned));
            proptest::prop_assert_eq!(fold_words(&text), fold_words(&cleaned));
            proptest::prop_assert_eq!(clean(&cleaned), cleaned.clone());
        }
    }
}
