//! The delimiter of a text: `;`, `,`, TAB or `|`. Decided, never guessed: the first records are
//! read with each, and what counts is known column names in one row, then equal field counts.

use std::borrow::Cow;

use ::csv::{ByteRecord, ReaderBuilder, Terminator};
use memchr::memmem;

use crate::base::text::is_blank;

/// Candidates in the order they are named in a message.
const CANDIDATES: [u8; 4] = *b";,\t|";
/// Records that decide.
const RECORDS: usize = 50;
/// Bytes looked at for them.
pub const SAMPLE: usize = 256 << 10;

/// What was decided.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Delimiter {
    /// This one; `width` is the field count of most records.
    Found {
        /// The delimiter.
        byte: u8,
        /// Fields of most records.
        width: usize,
        /// Some row holds known column names.
        known: bool,
    },
    /// Two fit equally well.
    Either(u8, u8),
    /// None splits anything: one column.
    None,
}

/// A delimiter named by the user or by the file, with the table's width.
pub fn given(text: &str, byte: u8, known: &dyn Fn(&str) -> bool) -> Delimiter {
    let score = score(sample(text), byte, known);
    Delimiter::Found {
        byte,
        width: score.width.max(1),
        known: score.names > 0,
    }
}

/// Finds the delimiter.
pub fn find(text: &str, known: &dyn Fn(&str) -> bool) -> Delimiter {
    let mut scores: Vec<Score> = CANDIDATES
        .iter()
        .filter(|&&byte| memchr::memchr(byte, sample(text)).is_some())
        .map(|&byte| score(sample(text), byte, known))
        .filter(|s| s.width > 1)
        .collect();
    // A stable sort: equals stay in the order of the candidates.
    scores.sort_by_key(|s| std::cmp::Reverse(s.rank()));
    // ",TAB": the tab is the blank behind the delimiter.
    if let [first, second, ..] = scores.as_slice()
        && let Some(blank) = [first.byte, second.byte].iter().position(|&b| b == b'\t')
        && beside(sample(text), if blank == 0 { second.byte } else { first.byte })
    {
        scores.remove(blank);
    }
    match scores.as_slice() {
        [] => Delimiter::None,
        [first, second, ..] if first.rank() == second.rank() => Delimiter::Either(first.byte, second.byte),
        [first, ..] => Delimiter::Found {
            byte: first.byte,
            width: first.width,
            known: first.names > 0,
        },
    }
}

/// Every tab of the text stands right behind this delimiter, or right before it.
fn beside(text: &[u8], delimiter: u8) -> bool {
    memchr::memchr_iter(b'\t', text).all(|at| {
        let before = at.checked_sub(1).and_then(|i| text.get(i));
        before == Some(&delimiter) || text.get(at + 1) == Some(&delimiter)
    })
}

/// A text in which every line is quoted as a whole (`"nip;nama"`), as a spreadsheet writes one whose lines
/// it took for single cells: the lines without these quotes. `None` where that is not so.
pub fn unwrapped(text: &str, known: &dyn Fn(&str) -> bool) -> Option<String> {
    let inside = |line: &str| -> Option<String> {
        let line = line.trim_end_matches('\r');
        if is_blank(line) {
            return Some(String::new());
        }
        let inner = line.strip_prefix('"')?.strip_suffix('"')?;
        let bare = inner.replace("\"\"", "\u{0}");
        (!bare.contains('"')).then(|| bare.replace('\u{0}', "\""))
    };
    let names = |line: &str| {
        let split = |&byte: &u8| line.split(char::from(byte)).filter(|f| known(f.trim())).count();
        CANDIDATES.iter().map(split).max().unwrap_or(0)
    };
    let body = text.trim_start_matches('\u{feff}');
    if !body.starts_with('"') {
        return None;
    }
    let mut named = false;
    let mut out = String::with_capacity(text.len());
    for (i, line) in body.lines().enumerate() {
        let line = inside(line)?;
        named |= i < RECORDS && !named && names(&line) > 1;
        if i >= RECORDS && !named {
            return None;
        }
        out.push_str(&line);
        out.push('\n');
    }
    named.then_some(out)
}

/// How a message names it.
pub const fn name(byte: u8) -> &'static str {
    match byte {
        b';' => "titik koma (;)",
        b',' => "koma (,)",
        b'\t' => "tab",
        b'|' => "garis tegak (|)",
        _ => "tanda lain",
    }
}

#[derive(Debug)]
struct Score {
    byte: u8,
    /// Known column names in the row that has most of them.
    names: usize,
    /// Records of the commonest width.
    equal: usize,
    width: usize,
}

impl Score {
    /// A name found by chance (`nip` alone in a line of prose) is no more than none.
    fn rank(&self) -> (usize, usize) {
        (if self.names > 1 { self.names } else { 0 }, self.equal)
    }
}

fn score(sample: &[u8], byte: u8, known: &dyn Fn(&str) -> bool) -> Score {
    let sample = tight(sample, byte);
    let mut reader = reader(&sample, byte, true);
    let mut record = ByteRecord::new();
    let mut widths = Vec::with_capacity(RECORDS);
    let mut names = 0;
    while widths.len() < RECORDS && reader.read_byte_record(&mut record).unwrap_or(false) {
        let fields = || record.iter().filter_map(|f| std::str::from_utf8(f).ok()).map(str::trim);
        let filled = fields().filter(|f| !f.is_empty()).count();
        if filled == 0 {
            continue;
        }
        // A row under the names cannot have more of them, and is not asked for any.
        if record.len() > 1 && filled > names {
            names = names.max(fields().filter(|f| !f.is_empty() && known(f)).count());
        }
        widths.push(record.len());
    }
    // The commonest width above 1; of two equally common ones the larger.
    let mut sorted = widths.clone();
    sorted.sort_unstable();
    let (mut width, mut equal) = (1, 0);
    for run in sorted.chunk_by(|a, b| a == b) {
        if run[0] > 1 && run.len() >= equal {
            (width, equal) = (run[0], run.len());
        }
    }
    Score {
        byte,
        names,
        equal,
        width,
    }
}

/// The beginning of the text, to the end of a line.
fn sample(text: &str) -> &[u8] {
    let bytes = text.as_bytes();
    if bytes.len() <= SAMPLE {
        return bytes;
    }
    let end = memchr::memrchr(b'\n', &bytes[..SAMPLE]).unwrap_or(SAMPLE);
    &bytes[..end]
}

/// The text without the blanks around quoted fields (`"a", "b"`), where there are any: a quote
/// opens a field only at its very beginning. Lines stay where they are.
pub fn tight(text: &[u8], delimiter: u8) -> Cow<'_, [u8]> {
    let is_blank = |b: u8| b == b' ' || (b == b'\t' && delimiter != b'\t');
    let blanks = |from: usize| text[from..].iter().take_while(|&&b| is_blank(b)).count();
    let opens = |at: usize| {
        let n = blanks(at);
        (n > 0 && text.get(at + n) == Some(&b'"')).then_some(n)
    };
    let blank = |second: u8| memmem::find_iter(text, &[delimiter, second]).any(|at| opens(at + 1).is_some());
    if !(blank(b' ') || (delimiter != b'\t' && blank(b'\t'))) {
        return Cow::Borrowed(text);
    }
    let ends = |at: usize| matches!(text.get(at), None | Some(b'\n' | b'\r')) || text.get(at) == Some(&delimiter);
    let mut out = Vec::with_capacity(text.len());
    let mut at = 0;
    while at < text.len() {
        at += opens(at).unwrap_or(0);
        if text.get(at) == Some(&b'"') {
            // Up to the closing quote; two quotes are one that is written.
            let mut end = at + 1;
            while let Some(quote) = memchr::memchr(b'"', &text[end..]) {
                end += quote + 1;
                if text.get(end) != Some(&b'"') {
                    break;
                }
                end += 1;
            }
            out.extend_from_slice(&text[at..end]);
            at = end;
            let behind = blanks(at);
            if ends(at + behind) {
                at += behind;
            }
        }
        let field = memchr::memchr2(delimiter, b'\n', &text[at..]).map_or(text.len(), |n| at + n + 1);
        out.extend_from_slice(&text[at..field]);
        at = field;
    }
    Cow::Owned(out)
}

/// A reader that ends records at line feeds only, so that every record has a line of its own; the
/// carriage return before it is taken off by whoever reads.
pub fn reader(text: &[u8], delimiter: u8, quoting: bool) -> ::csv::Reader<&[u8]> {
    ReaderBuilder::new()
        .has_headers(false)
        .flexible(true)
        .delimiter(delimiter)
        .quoting(quoting)
        .terminator(Terminator::Any(b'\n'))
        .buffer_capacity(64 << 10)
        .from_reader(text)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn known(name: &str) -> bool {
        ["nip", "nama", "target", "realisasi"].contains(&name)
    }

    fn found(text: &str) -> Option<u8> {
        match find(text, &known) {
            Delimiter::Found { byte, .. } => Some(byte),
            _ => None,
        }
    }

    #[test]
    fn blanks_around_quoted_fields_are_no_part_of_them() {
        let tight = |text: &str| String::from_utf8(super::tight(text.as_bytes(), b',').into_owned()).unwrap();
        assert_eq!(
            tight("\"a\", \"b, c\" ,  \"d\"\r\n \"e\"\n"),
            "\"a\",\"b, c\",\"d\"\r\n\"e\"\n"
        );
        assert_eq!(tight("x, \"say \"\"hi\"\", you\" z, y\n"), "x,\"say \"\"hi\"\", you\" z, y\n");
        assert_eq!(tight("a, b \"c\", d\n"), "a, b \"c\", d\n", "a quote inside a field");
        assert_eq!(tight("a, \"never closed, b\nc, d"), "a,\"never closed, b\nc, d");
        assert!(matches!(super::tight(b"\"a\",\"b\"", b','), Cow::Borrowed(_)));
        assert_eq!(found("\"nip\", \"nama\"\n\"1\", \"Ani, S.Kom.\"\n"), Some(b','));
    }

    #[test]
    fn names_decide_then_widths() {
        assert_eq!(found("nip;nama;target\n1;Ani, S.Kom., M.Si.;1,5\n"), Some(b';'));
        assert_eq!(found("nip,nama,target\n1,\"a;b;c\",2\n"), Some(b','));
        assert_eq!(found("Laporan, Periode, Tahun\nnip\tnama\n1\t2\n3\t4\n"), Some(b'\t'));
        assert_eq!(found("a|b\nc|d\n"), Some(b'|'));
        assert_eq!(found("nip,\tnama,\ttarget\n1,\tAni,\t3\n"), Some(b','));
        assert_eq!(found("nip\t;nama\t;target\n1\t;Ani\t;3\n"), Some(b';'));
        assert_eq!(find("hanya satu kolom\nlagi\n", &known), Delimiter::None);
        assert_eq!(find("1,5;2,5\n3,5;4,5\n", &known), Delimiter::Either(b';', b','));
    }
}
