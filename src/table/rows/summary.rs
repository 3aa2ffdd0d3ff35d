//! Tables of counts below or between the rows of a list: `PREDIKAT | JUMLAH`, `Sangat Baik | 4`, `PNS : 14 orang`.

use super::cells::is_total;
use super::{FilledCell, is_ordinal_number};
use crate::base::text::{clean, fold_words, is_blank, is_dash};
use crate::contract::facet;
use crate::contract::unit_words::begins_a_unit;
use crate::contract::vocab::{Predikat, Rating, Word as _};
use crate::input::Value;

/// What is counted, as the heading of its column begins.
const COUNTED: [&str; 15] = [
    "predikat",
    "kategori",
    "rating",
    "klasifikasi",
    "kuadran",
    "kriteria",
    "ekspektasi",
    "uraian",
    "keterangan",
    "golongan",
    "jenis",
    "eselon",
    "status",
    "pendidikan",
    "rekapitulasi",
];

/// How the headings of counts begin.
const COUNTS: [&str; 9] = [
    "jumlah",
    "banyaknya",
    "banyak",
    "frekuensi",
    "total",
    "persentase",
    "persen",
    "prosentase",
    "orang",
];

/// Whether a text is the word of a mark.
pub fn names_a_mark(text: &str) -> bool {
    let words = fold_words(text);
    Predikat::named(&words).is_some() || Rating::named(&words).is_some()
}

/// Whether a heading is one of a column of counts: `JUMLAH (ORANG)`, `%`.
pub fn heads_counts(text: &str) -> bool {
    let words = fold_words(text);
    COUNTS.contains(&words.split(' ').next().unwrap_or("")) || text.trim() == "%"
}

/// How many: a figure of few digits, per cent or heads, or a dash for none.
pub fn is_count(value: Value<'_>) -> bool {
    match value {
        Value::Number { .. } => true,
        Value::Text(t) => is_dash(&clean(t)) || is_count_in_words(t),
        _ => false,
    }
}

/// `4`, `25,0 %`, `4 orang`.
fn is_count_in_words(text: &str) -> bool {
    let text = text.trim();
    let end = text
        .find(|c: char| !(c.is_ascii_digit() || matches!(c, '.' | ',')))
        .unwrap_or(text.len());
    let what = fold_words(&text[end..]);
    (1..=6).contains(&end)
        && text.starts_with(|c: char| c.is_ascii_digit())
        && matches!(what.as_str(), "" | "orang" | "org" | "pegawai")
}

/// The row heads a table of counts: `[NO] PREDIKAT | JUMLAH [| PERSENTASE]`, or with the words of marks over the counts.
pub(super) fn opens(cells: &[FilledCell<'_>]) -> bool {
    let mut texts = cells.iter().map(|(_, v)| match v {
        Value::Text(t) => Some(*t),
        _ => None,
    });
    let mut label = texts.next().flatten();
    if label.is_some_and(|t| matches!(fold_words(t).as_str(), "no" | "nomor" | "no urut")) {
        label = texts.next().flatten();
    }
    let Some(label) = label else { return false };
    let words = fold_words(label);
    let counted = COUNTED.contains(&words.split(' ').next().unwrap_or("")) || begins_a_unit(label);
    let mut rest = texts.peekable();
    counted && rest.peek().is_some() && rest.all(|t| t.is_some_and(|t| heads_counts(t) || names_a_mark(t) || is_remark(t)))
}

fn is_remark(text: &str) -> bool {
    matches!(fold_words(text).as_str(), "ket" | "keterangan")
}

/// Words of marks, each with its count: `Sangat Baik = 1; Baik = 2`, `1 Sangat Baik, 2 Baik`.
fn lists_counts(text: &str) -> bool {
    let counted = |part: &str| {
        let digits = part.bytes().filter(u8::is_ascii_digit).count();
        let words = fold_words(&part.replace(|c: char| c.is_ascii_digit(), " "));
        let words = words.strip_suffix(" orang").unwrap_or(&words);
        (1..=4).contains(&digits) && (names_a_mark(words) || facet::short_form(words).is_some())
    };
    let parts = || text.split([',', ';', '\n', '|']).filter(|p| !is_blank(p));
    parts().count() >= 2 && parts().all(counted)
}

/// What the cells of a row count, with nothing but figures behind it.
pub(super) fn counted<'a>(cells: &[FilledCell<'a>]) -> Option<&'a str> {
    let cells = match cells {
        [(_, number), rest @ ..] if rest.len() > 1 && is_ordinal_number(*number) => rest,
        _ => cells,
    };
    let ((_, Value::Text(label)), rest) = cells.split_first()? else {
        return None;
    };
    // "Sangat Baik | : | 1 orang"
    let rest: Vec<_> = rest
        .iter()
        .filter(|(_, v)| !matches!(v, Value::Text(t) if matches!(t.trim(), ":" | "=")))
        .collect();
    let figures = !rest.is_empty() && rest.iter().all(|(_, v)| is_count(*v));
    (figures && label.chars().any(char::is_alphabetic)).then_some(*label)
}

/// The cell says what it counts and how many: `Sangat Baik : 1 orang`, `PNS = 14`.
pub(super) fn counted_in(text: &str) -> Option<&str> {
    let (label, count) = text.split_once([':', '='])?;
    is_count_in_words(count).then(|| label.trim())
}

/// `REKAPITULASI: Sangat Baik 4, Baik 30`, or the words with their counts and nothing else: `SB: 4; B: 30`.
pub(super) fn is_in_a_line(text: &str) -> bool {
    if lists_counts(text) {
        return true;
    }
    let words = fold_words(text);
    let is_number = |w: &str| !w.is_empty() && w.bytes().all(|b| b.is_ascii_digit());
    let begins = words.starts_with("rekap") || is_total(&words.replace(' ', ""), true);
    begins && words.split(' ').any(is_number) && Predikat::ALL.iter().any(|p| words.contains(&fold_words(p.as_str())))
}
