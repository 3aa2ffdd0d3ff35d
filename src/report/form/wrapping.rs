//! How many lines a text takes in a cell, and how tall they stand. Excel finds that by itself, LibreOffice and previews do not.

use rust_xlsxwriter::cell_autofit_width;

/// Pixels of a digit in the standard font: what a column's width counts.
const DIGIT: f64 = 7.0;
/// Pixels between words.
const BLANK: f64 = 3.3;
/// What the indent of a cell takes from its column, less what the column has beyond its digits.
const INDENT: f64 = 6.0;
/// What the measure of a text adds for the cell's padding.
const PADDING: f64 = 7.0;
/// Bold letters are so much wider.
const BOLD: f64 = 1.07;
/// Letters up to which a word is measured; a longer one is taken for this often.
const MEASURED: usize = 200;
/// Lines a row can show: Excel's rows end at 409 points.
const LINES_AT_MOST: u32 = 27;

/// Lines that a text takes in a column so many digits wide: words are kept whole as far as they fit.
pub fn wrapped_lines(text: &str, width: f64) -> u32 {
    lines(text, width, 1.0)
}

/// The same, in bold letters.
pub fn wrapped_lines_bold(text: &str, width: f64) -> u32 {
    lines(text, width, BOLD)
}

/// Width in digits of a column in which every line of this text, bold letters too, stands unbroken.
pub fn unbroken_width(text: &str) -> f64 {
    let pixels = |line: &str| line.split(' ').map(|word| BOLD * word_width(word) + BLANK).sum::<f64>();
    (text.lines().map(pixels).fold(0.0, f64::max) + INDENT) / DIGIT
}

fn lines(text: &str, width: f64, letters: f64) -> u32 {
    let room = (width * DIGIT - INDENT).max(DIGIT);
    let mut lines = 0_u32;
    for line in text.lines() {
        lines += 1;
        let mut used = 0.0;
        for word in line.split(' ') {
            let mut size = letters * word_width(word);
            if used > 0.0 && used + BLANK + size > room {
                lines += 1;
                used = 0.0;
            } else if used > 0.0 {
                used += BLANK;
            }
            while size > room && lines < LINES_AT_MOST {
                lines += 1;
                size -= room;
            }
            used += size;
        }
        if lines >= LINES_AT_MOST {
            break;
        }
    }
    lines.clamp(1, LINES_AT_MOST)
}

/// Pixels of a word.
fn word_width(word: &str) -> f64 {
    let measured = |part: &str| f64::from(cell_autofit_width(part)) - PADDING;
    match word.char_indices().nth(MEASURED) {
        None => measured(word),
        Some((end, _)) => measured(&word[..end]) * f64::from(u16::try_from(word.len() / end + 1).unwrap_or(u16::MAX)),
    }
}

/// Height in points of a row of so many lines.
pub const fn height(lines: u32) -> u32 {
    lines * 15
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_kept_whole() {
        let unit = "Subbagian Perundang-undangan Sekretariat Daerah Kabupaten Margajaya";
        assert_eq!(wrapped_lines(unit, 30.0), 3);
        assert_eq!(wrapped_lines(unit, 80.0), 1);
        assert_eq!(wrapped_lines("satu\ndua", 30.0), 2);
        assert_eq!(wrapped_lines("", 30.0), 1);
    }

    #[test]
    fn a_text_stands_unbroken_in_the_width_it_needs() {
        for text in [
            "NIP",
            "Berita acara penilaian 400.3/773/DISDIK/2025",
            "satu\nSEKRETARIAT DAERAH",
            "",
        ] {
            let lines = u32::try_from(text.lines().count().max(1)).unwrap_or(0);
            assert_eq!(wrapped_lines_bold(text, unbroken_width(text)), lines, "{text}");
        }
    }

    #[test]
    fn bold_letters_need_more_room() {
        let label = "Jumlah Bidang Pembinaan SMP";
        assert_eq!((wrapped_lines(label, 28.5), wrapped_lines_bold(label, 28.5)), (1, 2));
    }

    #[test]
    fn a_word_wider_than_the_column_is_broken_and_a_row_ends() {
        assert!(wrapped_lines(&"W".repeat(30), 10.0) > 3);
        assert_eq!(wrapped_lines(&"x".repeat(100_000), 10.0), LINES_AT_MOST);
    }
}
