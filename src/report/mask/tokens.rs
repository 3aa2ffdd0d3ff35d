//! Words of a text as `--samarkan` looks at them: where they begin and end, how they are compared.

use crate::base::text::{fold, fold_heading, is_invisible};

/// Words that our own sentences and the regulations use: alone they are no name. Beside another
/// word of the same name ("Budi Utama") they are.
pub(super) const NEVER_ALONE: &[&str] = &[
    "administrator",
    "ahli",
    "anggota",
    "angka",
    "atas",
    "atasan",
    "baik",
    "baris",
    "bawah",
    "bawahan",
    "berkas",
    "biaya",
    "bidang",
    "bobot",
    "butuh",
    "cukup",
    "data",
    "dinas",
    "dinilai",
    "ekspektasi",
    "fungsional",
    "galat",
    "hasil",
    "indikator",
    "istimewa",
    "jabatan",
    "kepala",
    "kerja",
    "kinerja",
    "kolom",
    "kualitas",
    "kuantitas",
    "kurang",
    "lembar",
    "madya",
    "muda",
    "nama",
    "nilai",
    "pegawai",
    "pelaksana",
    "pengawas",
    "penilai",
    "perbaikan",
    "perilaku",
    "periode",
    "pertama",
    "pratama",
    "predikat",
    "rating",
    "realisasi",
    "sangat",
    "sasaran",
    "sekretaris",
    "seksi",
    "sesuai",
    "tabel",
    "tahun",
    "tambahan",
    "target",
    "unit",
    "utama",
    "waktu",
];

/// Labels behind which a line above a table names somebody.
const LABELS: &[&str] = &[
    "atasan",
    "dibuat",
    "disusun",
    "hubungi",
    "ketua",
    "kontak",
    "mengetahui",
    "nama",
    "narahubung",
    "oleh",
    "operator",
    "pejabat",
    "pengelola",
    "penilai",
    "penyusun",
    "petugas",
    "pimpinan",
    "verifikator",
];
/// Ways to say "in the name of".
const IN_THE_NAME_OF: &[&str] = &["atas nama ", "a.n. ", "a/n ", "an. "];

/// A word or number of a text.
#[derive(Debug)]
pub(super) struct Token {
    pub start: usize,
    pub end: usize,
    /// In small letters, without apostrophes.
    pub folded: String,
    /// It stands in an address of a file, a page or a mailbox.
    pub in_address: bool,
    pub hit: bool,
}

/// Signs that stand inside a name: Nur'aini.
pub(super) fn is_apostrophe(c: char) -> bool {
    matches!(c, '\'' | '’' | '`')
}

/// Words and numbers of a text; an apostrophe inside a word belongs to it, and so does what has no width.
pub(super) fn tokens(text: &str) -> Vec<Token> {
    let mut all = Vec::new();
    let mut from = 0;
    while from < text.len() {
        let end = text[from..].find(char::is_whitespace).map_or(text.len(), |n| from + n);
        chunk(text, from, end, &mut all);
        from = end + text[end..].chars().next().map_or(0, char::len_utf8);
    }
    all
}

/// What stands between two blanks.
fn chunk(text: &str, from: usize, to: usize, all: &mut Vec<Token>) {
    let in_address = is_address(&text[from..to]);
    let mut open: Option<usize> = None;
    let mut push = |start: usize, end: usize| {
        all.push(Token {
            start,
            end,
            folded: fold(&text[start..end]),
            in_address,
            hit: false,
        });
    };
    let mut chars = text[from..to].char_indices().map(|(at, c)| (at + from, c)).peekable();
    while let Some((at, c)) = chars.next() {
        let next_letter = chars.peek().is_some_and(|(_, n)| n.is_alphabetic());
        let inside = c.is_alphanumeric() || (open.is_some() && next_letter && (is_apostrophe(c) || is_invisible(c)));
        match (inside, open) {
            (true, None) => open = Some(at),
            (false, Some(start)) => {
                push(start, at);
                open = None;
            }
            _ => {}
        }
    }
    if let Some(start) = open {
        push(start, to);
    }
}

/// Whether it is the name of a file, a page or a mailbox: there, words stand without blanks.
fn is_address(chunk: &str) -> bool {
    chunk.contains(['@', '_', '\\'])
        || chunk.contains("://")
        || chunk
            .as_bytes()
            .windows(3)
            .any(|w| w[0] == b'.' && w[1].is_ascii_lowercase() && w[2].is_ascii_lowercase())
}

/// The parts of a text between signs.
pub(super) fn parts(text: &str, is_sign: fn(char) -> bool) -> Vec<&str> {
    text.split(is_sign).filter(|p| !p.is_empty()).collect()
}

/// The parts of a word that its capitals and figures tell apart: `SitiRahma90`.
pub(super) fn humps(word: &str) -> Vec<&str> {
    let mut all = Vec::new();
    let (mut start, mut before) = (0, None::<char>);
    for (at, c) in word.char_indices() {
        let ends = before.is_some_and(|b| (b.is_lowercase() && c.is_uppercase()) || b.is_numeric() != c.is_numeric());
        if ends {
            all.push(&word[start..at]);
            start = at;
        }
        before = Some(c);
    }
    all.push(&word[start..]);
    all
}

/// Where the quotations of a text begin and end, a cut one without its "…".
pub(super) fn quoted(text: &str) -> impl Iterator<Item = (usize, usize)> {
    let mut marks = text.match_indices('"').map(|(at, _)| at);
    std::iter::from_fn(move || {
        let (open, close) = (marks.next()? + 1, marks.next()?);
        Some((open, open + text[open..close].trim_end_matches('…').len()))
    })
}

/// Where somebody is named in a line such as "Penyusun: …" or "SKP a.n. …".
pub(super) fn behind_a_label(line: &str) -> Option<usize> {
    let small = line.to_ascii_lowercase();
    let said = IN_THE_NAME_OF.iter().find_map(|w| {
        let at = small.find(w)?;
        let alone = at == 0 || !small[..at].ends_with(char::is_alphanumeric);
        alone.then_some(at + w.len())
    });
    said.or_else(|| {
        // "Instansi: Dinas (kontak: …)": each label is of its own.
        let mut from = 0;
        line.match_indices(':').find_map(|(colon, _)| {
            let label = fold_heading(&line[from..colon]);
            from = colon + 1;
            label.split(' ').any(|w| LABELS.contains(&w)).then_some(from)
        })
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_words_of_the_regulations_are_sorted_for_the_search() {
        assert!(NEVER_ALONE.is_sorted());
    }

    #[test]
    fn a_title_names_somebody_behind_a_label() {
        for (line, named) in [
            ("Penyusun: Wirahadi", " Wirahadi"),
            ("SKP a.n. Wirahadi", "Wirahadi"),
            ("Daftar atas nama Wirahadi", "Wirahadi"),
            ("Pejabat Penilai Kinerja : Wirahadi", " Wirahadi"),
            ("Instansi : Dinas (kontak: Wirahadi)", " Wirahadi)"),
        ] {
            assert_eq!(&line[behind_a_label(line).unwrap()..], named);
        }
        for line in ["Laporan Penilaian SKP Periode Tahunan 2025", "Unor: ALL", "Triwulan. 2"] {
            assert_eq!(behind_a_label(line), None, "{line}");
        }
    }

    #[test]
    fn humps_are_told_apart_by_capitals_and_figures() {
        assert_eq!(humps("SitiRahma90"), ["Siti", "Rahma", "90"]);
        assert_eq!(humps("SKP"), ["SKP"]);
    }
}
