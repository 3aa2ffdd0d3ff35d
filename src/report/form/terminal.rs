//! A table as text: on a terminal as wide as it is, folded at words and never inside one; elsewhere
//! in plain columns without lines and without a fixed width.

use std::borrow::Cow;

use textwrap::core::display_width;
use textwrap::{Options, WordSplitter};

use crate::base::figure::with_comma;
use crate::base::text::shorten;
use crate::report::mask::Mask;
use crate::report::tables::{Cell, Kind, Table};
use crate::report::words::{count, share};
use crate::score::result::shortest;

/// Between two columns.
const GAP: &str = "  ";
/// A terminal narrower than this gets the short headings.
const NARROW: usize = 110;
/// Characters of a cell shown at most.
const CELL: usize = 400;

/// Where text is shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Screen {
    /// A terminal of so many columns.
    Terminal(usize),
    /// A pipe or a file.
    Elsewhere,
}

impl Screen {
    /// Columns that sentences are folded at.
    pub const fn width(self) -> usize {
        match self {
            Self::Terminal(width) => width,
            Self::Elsewhere => 120,
        }
    }
}

/// A heading: its words, and whether its column is flush right.
#[derive(Debug, Clone)]
pub struct ColumnHead {
    /// Words.
    pub title: String,
    /// Figures stand under each other from the right.
    pub right: bool,
}

impl ColumnHead {
    /// Of a column of words.
    pub fn left(title: impl Into<String>) -> Self {
        Self {
            title: title.into(),
            right: false,
        }
    }

    /// Of a column of figures.
    pub fn right(title: impl Into<String>) -> Self {
        Self {
            title: title.into(),
            right: true,
        }
    }
}

/// The columns with these keys of a table, as text.
pub fn table<R>(table: &Table<R>, keys: &[&str], rows: impl IntoIterator<Item = R>, mask: &Mask, screen: Screen) -> String {
    let columns: Vec<_> = keys
        .iter()
        .filter_map(|key| table.on_terminal().find(|c| c.key == *key))
        .collect();
    let narrow = matches!(screen, Screen::Terminal(width) if width < NARROW);
    let heads: Vec<ColumnHead> = columns
        .iter()
        .map(|c| ColumnHead {
            title: match &c.short {
                Some(short) if narrow => short.to_string(),
                _ => c.title.to_string(),
            },
            right: matches!(c.kind, Kind::Figure | Kind::Count | Kind::Share | Kind::AsIs),
        })
        .collect();
    let rows: Vec<Vec<String>> = rows
        .into_iter()
        .map(|row| columns.iter().map(|c| text_of(c.kind, c.value(&row), mask)).collect())
        .collect();
    grid(&heads, &rows, screen)
}

/// A cell of a column in words: figures under each other have two decimals at least.
fn text_of(kind: Kind, cell: Cell<'_>, mask: &Mask) -> String {
    match cell {
        Cell::Figure(mut figure) if kind == Kind::Figure && figure.scale() < 2 => {
            figure.rescale(2);
            text(&Cell::Figure(figure), mask)
        }
        other => text(&other, mask),
    }
}

/// A cell in words.
pub fn text(cell: &Cell<'_>, mask: &Mask) -> String {
    match cell {
        Cell::Empty => String::new(),
        Cell::Word(words) | Cell::Term { words, .. } => shorten(words, CELL),
        Cell::Prose(words) | Cell::Link { text: words, .. } => shorten(&mask.text(words), CELL),
        Cell::Name(name) => shorten(&mask.name(name), CELL),
        Cell::Nip(nip) => shorten(&mask.nip(nip), CELL),
        Cell::Figure(d) => with_comma(*d),
        Cell::Fraction(r) => shortest(*r).replace('.', ","),
        Cell::Count(0) => "–".to_owned(),
        Cell::Count(n) => count(usize::try_from(*n).unwrap_or(usize::MAX)),
        Cell::Share(part, all) => share(
            usize::try_from(*part).unwrap_or(usize::MAX),
            usize::try_from(*all).unwrap_or(usize::MAX),
        ),
    }
}

/// Headings and rows in columns.
pub fn grid(heads: &[ColumnHead], rows: &[Vec<String>], screen: Screen) -> String {
    let mut widths: Vec<usize> = heads.iter().map(|h| display_width(&h.title)).collect();
    for row in rows {
        for (width, cell) in widths.iter_mut().zip(row) {
            *width = (*width).max(cell.lines().map(display_width).max().unwrap_or(0));
        }
    }
    let mut out = String::new();
    let titles: Vec<String> = heads.iter().map(|h| h.title.clone()).collect();
    if let Screen::Terminal(room) = screen {
        fit(&mut widths, heads, rows, room);
        line(&mut out, heads, &titles, &widths);
        let whole = widths.iter().sum::<usize>() + GAP.len() * widths.len().saturating_sub(1);
        out.push_str(&"─".repeat(whole.min(room)));
        out.push('\n');
    } else {
        line(&mut out, heads, &titles, &widths);
    }
    for row in rows {
        line(&mut out, heads, row, &widths);
    }
    out
}

/// Makes the widest columns narrower until all fit, none narrower than its longest word.
fn fit(widths: &mut [usize], heads: &[ColumnHead], rows: &[Vec<String>], room: usize) {
    let longest = |text: &str| text.split_whitespace().map(display_width).max().unwrap_or(0);
    let least: Vec<usize> = (0..widths.len())
        .map(|n| {
            let cells = rows.iter().filter_map(|r| r.get(n)).map(|c| longest(c));
            cells.max().unwrap_or(0).max(longest(&heads[n].title))
        })
        .collect();
    let gaps = GAP.len() * widths.len().saturating_sub(1);
    while widths.iter().sum::<usize>() + gaps > room {
        let shrinkable = (0..widths.len()).filter(|&n| widths[n] > least[n]);
        let Some(widest) = shrinkable.max_by_key(|&n| widths[n]) else {
            break;
        };
        widths[widest] -= 1;
    }
}

/// One row, over as many lines as its cells take.
fn line(out: &mut String, heads: &[ColumnHead], cells: &[String], widths: &[usize]) {
    let folded: Vec<Vec<String>> = cells.iter().zip(widths).map(|(cell, &width)| fold(cell, width)).collect();
    let lines = folded.iter().map(Vec::len).max().unwrap_or(0).max(1);
    for n in 0..lines {
        let mut text = String::new();
        for ((cell, &width), head) in folded.iter().zip(widths).zip(heads) {
            let part = cell.get(n).map_or("", String::as_str);
            let pad = " ".repeat(width.saturating_sub(display_width(part)));
            if head.right {
                text.push_str(&pad);
                text.push_str(part);
            } else {
                text.push_str(part);
                text.push_str(&pad);
            }
            text.push_str(GAP);
        }
        out.push_str(text.trim_end());
        out.push('\n');
    }
}

/// Lines of a text at most so wide; a word that is wider stays whole.
pub fn fold(text: &str, width: usize) -> Vec<String> {
    let options = Options::new(width.max(1))
        .break_words(false)
        .word_splitter(WordSplitter::NoHyphenation);
    text.lines()
        .flat_map(|line| textwrap::wrap(line, &options))
        .map(std::borrow::Cow::into_owned)
        .collect()
}

/// The same text with every line that is wider than the screen folded at words. Lines that go on
/// stand under their own, behind the branches of a tree that go on, too.
pub fn fitted(text: &str, screen: Screen) -> Cow<'_, str> {
    let Screen::Terminal(width) = screen else { return text.into() };
    if text.lines().all(|line| display_width(line) <= width) {
        return text.into();
    }
    let mut out = String::with_capacity(text.len() + 64);
    for line in text.split_inclusive('\n') {
        let (words, end) = line.strip_suffix('\n').map_or((line, ""), |words| (words, "\n"));
        if display_width(words) <= width {
            out.push_str(line);
            continue;
        }
        let body = words.trim_start_matches([' ', '│', '├', '└', '─']);
        let lead = words.strip_suffix(body).unwrap_or_default();
        // A branch ends at its own line; the trunk beside it goes on.
        let hang: String = lead.chars().map(|c| if matches!(c, '│' | '├') { '│' } else { ' ' }).collect();
        let hang = format!("{hang}  ");
        let options = Options::new(width)
            .initial_indent(lead)
            .subsequent_indent(&hang)
            .break_words(false)
            .word_splitter(WordSplitter::NoHyphenation);
        out.push_str(&textwrap::fill(body, options));
        out.push_str(end);
    }
    out.into()
}

/// A sentence folded at the screen's width, with what its first and its other lines begin with.
pub fn sentence(out: &mut String, text: &str, first: &str, next: &str, screen: Screen) {
    let flat = shorten(text, usize::MAX);
    let room = screen.width().saturating_sub(display_width(first).max(display_width(next)));
    for (n, part) in fold(flat.trim(), room).iter().enumerate() {
        out.push_str(if n == 0 { first } else { next });
        out.push_str(part);
        out.push('\n');
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rows() -> Vec<Vec<String>> {
        vec![vec![
            "Bidang Pembinaan PAUD dan Pendidikan Nonformal".to_owned(),
            "12".to_owned(),
        ]]
    }

    #[test]
    fn a_terminal_gets_words_folded_whole() {
        let heads = [ColumnHead::left("Unit kerja"), ColumnHead::right("Pegawai")];
        let text = grid(&heads, &rows(), Screen::Terminal(30));
        assert!(text.lines().all(|l| display_width(l) <= 30), "{text}");
        assert!(
            text.contains("Bidang Pembinaan PAUD\n") || text.contains("Bidang Pembinaan"),
            "{text}"
        );
        for word in ["Pembinaan", "Pendidikan", "Nonformal", "Pegawai"] {
            assert!(text.contains(word), "{word}: {text}");
        }
    }

    #[test]
    fn a_long_line_of_a_tree_goes_on_behind_its_branches() {
        let text = "● Asep\n│  ├─ Euis Kartini, Kepala Bidang Pembinaan\n";
        assert_eq!(
            fitted(text, Screen::Terminal(24)),
            "● Asep\n│  ├─ Euis Kartini,\n│  │    Kepala Bidang\n│  │    Pembinaan\n"
        );
        assert_eq!(fitted(text, Screen::Elsewhere), text);
        assert_eq!(fitted(text, Screen::Terminal(80)), text);
    }

    #[test]
    fn elsewhere_there_are_no_lines_and_nothing_is_folded() {
        let heads = [ColumnHead::left("Unit kerja"), ColumnHead::right("Pegawai")];
        let text = grid(&heads, &rows(), Screen::Elsewhere);
        assert_eq!(text.lines().count(), 2);
        assert!(!text.contains('─'));
    }
}
