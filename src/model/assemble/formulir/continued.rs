//! Texts of a form that go on in the row below, where a sheet has lost its merges or somebody has typed them line by line.

use crate::base::text::is_blank;
use crate::input::Value;
use crate::model::assemble::rows::Line;
use crate::table::Key;

/// What a row adds to the RHK above it.
#[derive(Debug, Default)]
pub(super) struct Continued<'a> {
    /// The rest of the RHK's text.
    pub rhk: Option<&'a str>,
    /// The rest of the intervened RHK's.
    pub pimpinan: Option<&'a str>,
}

/// How many rows a text may be typed over.
const ROWS: usize = 12;

/// Words that a text does not end with.
const OPEN: [&str; 16] = [
    "dan", "yang", "untuk", "dalam", "di", "ke", "dari", "serta", "dengan", "pada", "atau", "oleh", "atas", "sesuai", "bagi",
    "para",
];

/// What the rows behind the first of these add to its RHK, of this number and text. Without a number before the RHK nothing
/// tells such rows from RHK.
pub(super) fn below<'a>(lines: &[Line<'a, '_>], number: &str, text: &str) -> Vec<Continued<'a>> {
    let Some((first, rest)) = lines.split_first().filter(|_| !is_blank(number)) else {
        return Vec::new();
    };
    let pimpinan = |line: &Line<'a, '_>| own_text(line, Key::KodeRhkAtasan);
    let of_first = pimpinan(first).unwrap_or("");
    let (mut rhk_before, mut pimpinan_before) = (text, of_first);
    let mut before = first;
    let mut found = Vec::new();
    for line in rest.iter().take(ROWS) {
        if line.section != first.section || !line.cell(Key::No).value.is_blank() || line.number() != before.number() + 1 {
            break;
        }
        let goes_on = |key: Key, whole: &str, before: &str| own_text(line, key).filter(|more| is_rest(whole, before, more));
        let rhk = goes_on(Key::Rhk, text, rhk_before);
        let of_pimpinan = goes_on(Key::KodeRhkAtasan, of_first, pimpinan_before);
        // An RHK of its own.
        if rhk.is_none() && (of_pimpinan.is_none() || own_text(line, Key::Rhk).is_some()) {
            break;
        }
        rhk_before = rhk.unwrap_or(rhk_before);
        pimpinan_before = of_pimpinan.unwrap_or(pimpinan_before);
        before = line;
        found.push(Continued {
            rhk,
            pimpinan: of_pimpinan,
        });
    }
    found
}

/// How the indicator of a row goes on in those below it, which say nothing else.
pub(super) fn indicator_below<'a>(lines: &[Line<'a, '_>], above: &Line<'a, '_>) -> Vec<&'a str> {
    let whole = own_text(above, Key::Indikator).unwrap_or("");
    let mut before = whole;
    let mut number = above.number();
    let mut found = Vec::new();
    if before.is_empty() {
        return found;
    }
    for line in lines.iter().take(ROWS) {
        let others = [Key::No, Key::Rhk, Key::Aspek, Key::Target, Key::Realisasi, Key::UmpanBalik];
        let says = |key: Key| line.has(key) && !line.cell(key).value.is_blank() && (line.cell(key).at.row() == line.number());
        let more = own_text(line, Key::Indikator).filter(|more| is_rest(whole, before, more));
        let Some(more) = more.filter(|_| line.number() == number + 1 && !others.into_iter().any(says)) else {
            break;
        };
        (before, number) = (more, line.number());
        found.push(more);
    }
    found
}

/// The text in a cell of the row's own: no merge brings it down.
fn own_text<'a>(line: &Line<'a, '_>, key: Key) -> Option<&'a str> {
    let cell = line.has(key).then(|| line.cell(key))?;
    match cell.value {
        Value::Text(text) if cell.at.row() == line.number() && !is_blank(text) => Some(text.trim()),
        _ => None,
    }
}

/// Whether a text is the rest of a whole of which another part stands before it: it begins small where the whole begins great,
/// or what stands before it ends in the middle.
fn is_rest(whole: &str, before: &str, text: &str) -> bool {
    let first = |text: &str| text.chars().find(|c| c.is_alphabetic());
    let small = |text: &str| text.starts_with(char::is_lowercase);
    // "a. …", "b) …" is an item of a list.
    let item = text.chars().nth(1).is_some_and(|c| matches!(c, '.' | ')'));
    let last = before.rsplit(|c: char| c.is_whitespace()).next().unwrap_or("");
    let open = before.ends_with(',') || OPEN.iter().any(|w| last.eq_ignore_ascii_case(w));
    let sentence = first(whole).is_some_and(char::is_uppercase) && small(text);
    !before.is_empty() && !item && text.starts_with(|c: char| c.is_alphanumeric() || c == '(') && (open || sentence)
}
