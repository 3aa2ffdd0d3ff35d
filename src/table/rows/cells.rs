//! What one cell says of its row: a number of a column, a sample, a total, the name of a unit or a section.

use super::summary::names_a_mark;
use crate::base::text::{fold, fold_words};
use crate::input::Value;
use crate::table::Section;
use crate::table::form_words::unnumbered;
use crate::table::settle::looks::post;

/// Words of a section's name beside the one that says which.
const OF_A_SECTION: [&str; 12] = [
    "rencana",
    "hasil",
    "kinerja",
    "kerja",
    "rhk",
    "tugas",
    "kegiatan",
    "sasaran",
    "skp",
    "penugasan",
    "pegawai",
    "individu",
];

/// The section a folded line opens: `B. TAMBAHAN`, `II. HASIL KERJA TAMBAHAN (JIKA ADA)`, `Tugas Pokok`.
pub(in crate::table) fn section_of(text: &str) -> Option<Section> {
    let text = text.strip_suffix("jikaada").unwrap_or(text);
    if !["utama", "tambahan", "pokok"].iter().any(|w| text.contains(w)) {
        return None;
    }
    let numbered = ["ii", "i", "a", "b", "1", "2"].iter().filter_map(|n| text.strip_prefix(n));
    std::iter::once(text).chain(numbered).find_map(|mut rest| {
        let mut section = None;
        while !rest.is_empty() {
            let after = |words: &[&str]| words.iter().find_map(|w| rest.strip_prefix(w));
            let (said, left) = if let Some(left) = after(&["utama", "pokok"]) {
                (Some(Section::Utama), left)
            } else if let Some(left) = after(&["tambahan"]) {
                (Some(Section::Tambahan), left)
            } else {
                (None, after(&OF_A_SECTION)?)
            };
            if said.is_some() && section.is_some() {
                return None;
            }
            section = section.or(said);
            rest = left;
        }
        section
    })
}

/// `---`, `:---:`, `====`: a line drawn with signs.
pub(super) fn is_rule(value: Value<'_>) -> bool {
    matches!(value, Value::Text(t) if t.trim().len() >= 3 && t.trim().bytes().all(|b| matches!(b, b'-' | b'=' | b':' | b'+' | b'_')))
}

/// `(1)`: in brackets, so the number of a column and not of a row.
pub(super) fn is_bracketed(value: Value<'_>) -> bool {
    matches!(value, Value::Text(t) if t.trim().starts_with('(') && t.trim().ends_with(')'))
}

/// `I`, `II.`, `B`: the number of a part, no person's.
pub(super) fn is_ordinal_mark(value: Value<'_>) -> bool {
    let Value::Text(t) = value else { return false };
    let t = t.trim().trim_end_matches(['.', ')']);
    (1..=4).contains(&t.len()) && t.bytes().all(|b| b.is_ascii_uppercase())
}

/// Beginnings of headings over people of one kind that nobody's name begins with.
const GROUPS: [&str; 18] = [
    "golongan",
    "gol",
    "pns",
    "cpns",
    "pppk",
    "asn",
    "pejabat",
    "jabatan",
    "eselon",
    "esselon",
    "struktural",
    "fungsional",
    "pelaksana",
    "jpt",
    "administrator",
    "pengawas",
    "staf",
    "tenaga",
];

/// Beginnings of other headings that are no unit.
const NO_UNITS: [&str; 11] = [
    "guru",
    "periode",
    "bulan",
    "triwulan",
    "semester",
    "tahun",
    "daftar",
    "keterangan",
    "catatan",
    "predikat",
    "pegawai",
];

/// Beginnings of further headings over people of one post, pangkat or kind.
const KINDS_OF_PEOPLE: [&str; 19] = [
    "ketua",
    "wakil",
    "koordinator",
    "subkoordinator",
    "rektor",
    "dekan",
    "widyaiswara",
    "pimpinan",
    "pembina",
    "pengatur",
    "juru",
    "honorer",
    "non",
    "ptt",
    "thl",
    "laki",
    "pria",
    "perempuan",
    "wanita",
];

/// Words that may stand before the name of whoever is one, or begin a name.
const BEFORE_A_NAME: [&str; 8] = ["guru", "dokter", "bidan", "perawat", "plt", "camat", "lurah", "pria"];

/// Units whose names begin as those of posts and kinds of people do.
const UNITS_BY_A_POST: [&str; 9] = [
    "inspektur pembantu",
    "inspektur wilayah",
    "koordinator wilayah",
    "asisten pemerintahan",
    "asisten perekonomian",
    "asisten administrasi",
    "wakil direktur",
    "pimpinan dprd",
    "non formal",
];

/// Whether a heading between people says which post or kind they are of: `KEPALA BIDANG`, `Penyuluh Perikanan`.
pub(super) fn names_a_post(text: &str) -> bool {
    let text = unnumbered(text.trim());
    let words = fold_words(text);
    if UNITS_BY_A_POST.iter().any(|unit| words.starts_with(unit)) {
        return false;
    }
    post(Value::Text(text)) || KINDS_OF_PEOPLE.contains(&words.split(' ').next().unwrap_or(""))
}

/// The same where a name may stand.
pub(super) fn names_a_post_and_nobody(text: &str) -> bool {
    let words = fold_words(unnumbered(text.trim()));
    let (first, rest) = words.split_once(' ').unwrap_or((&words, ""));
    names_a_post(text) && (rest.is_empty() || !BEFORE_A_NAME.contains(&first))
}

/// Whether a heading between people may be the name of their unit.
pub fn is_unit_name(text: &str) -> bool {
    let text = unnumbered(text.trim());
    if text.chars().count() < 3 || text.len() > 100 || text.contains(':') {
        return false;
    }
    let folded = fold_words(text);
    let first = folded.split(' ').next().unwrap_or("");
    let other = GROUPS.contains(&first) || NO_UNITS.contains(&first) || names_a_post(text) || names_a_mark(text);
    !other && folded.chars().any(char::is_alphabetic)
}

/// Whether a heading between people says of which kind they are: `ESELON III`, `B. PEJABAT FUNGSIONAL`.
pub(super) fn names_a_group(text: &str) -> bool {
    let text = unnumbered(text.trim());
    let words = fold_words(text);
    text.len() <= 100 && GROUPS.contains(&words.split(' ').next().unwrap_or(""))
}

/// The running number of a row or a part: `1`, `12.`.
pub(super) fn is_ordinal_number(value: Value<'_>) -> bool {
    match value {
        Value::Number { value, .. } => value.fract() == 0.0 && (1.0..=9999.0).contains(&value),
        Value::Text(t) => {
            let t = t.trim().trim_end_matches(['.', ')']);
            (1..=4).contains(&t.len()) && t.bytes().all(|b| b.is_ascii_digit())
        }
        _ => false,
    }
}

/// Words that make a total row when they are all a key cell says.
const TOTALS: [&str; 7] = [
    "jumlah",
    "total",
    "jumlahtotal",
    "grandtotal",
    "subtotal",
    "ratarata",
    "rerata",
];

/// A folded text that says that its row is a total, with nothing but a word for it; `free`: or with words behind that.
pub(super) fn is_total(text: &str, free: bool) -> bool {
    TOTALS.contains(&text) || (free && TOTALS.iter().any(|w| text.starts_with(w)))
}

pub(super) fn is_sample(value: Value<'_>) -> bool {
    let Value::Text(t) = value else { return false };
    let t = t.trim_start_matches(|c: char| !c.is_alphanumeric());
    t.get(..6).is_some_and(|head| head.eq_ignore_ascii_case("contoh")) && !t[6..].starts_with(char::is_alphanumeric)
}

/// The number a cell of a numbering row shows.
pub(super) fn ordinal(value: Value<'_>) -> Option<u32> {
    match value {
        Value::Number { value, .. } => (1..=200_u32).find(|&n| (f64::from(n) - value).abs() < f64::EPSILON),
        Value::Text(t) => {
            let t = t.trim().trim_matches(['(', ')', '[', ']', '.', ' ']);
            let mut chars = t.chars();
            if let (Some(c @ ('a'..='z' | 'A'..='Z')), None) = (chars.next(), chars.next()) {
                return Some(u32::from(c.to_ascii_lowercase()) - u32::from('a') + 1);
            }
            let end = t.find(|c: char| !c.is_ascii_digit()).unwrap_or(t.len());
            let rest = t[end..].trim_start();
            if end == 0 || end > 3 || !(rest.is_empty() || rest.starts_with('=')) {
                return None;
            }
            t[..end].parse().ok()
        }
        _ => None,
    }
}

/// A running number that says "NO": a heading.
pub(super) fn is_heading_of_numbers(value: Value<'_>) -> bool {
    matches!(value, Value::Text(t) if matches!(fold(t).as_str(), "no" | "nomor" | "nourut"))
}
