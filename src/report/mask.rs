//! `--samarkan`: names and NIP masked, field by field.
//!
//! A field that holds a name or a NIP says so where it is written ([`Mask::name`], [`Mask::nip`]);
//! prose (messages, quoted cells, free text of the data) goes through [`Mask::text`], which knows
//! every name of the run. Words of the rules (a predikat, a status), fingerprints and figures go
//! through nothing, so that somebody called "Baik" changes no predikat.

use std::borrow::Cow;

use hashbrown::HashSet;

use crate::contract::columns::{Key, Personal};
use crate::input::Inputs;
use crate::model::Data;
use crate::table::Tables;

/// A word of a name stands for the person even alone from so many letters on; shorter ones
/// (Ni, Tri, S.H.) only beside another word of the name.
const ALONE: usize = 4;
/// A run of so many digits is a NIP, well written or not.
const NIP_DIGITS: usize = 15;
/// Digits of a NIP that stay, so that two people can be told apart.
const KEPT: usize = 4;

/// Words that our own sentences and the regulations use: alone they are no name. Beside another
/// word of the same name ("Budi Utama") they are.
const NEVER_ALONE: &[&str] = &[
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

/// Masks names and NIP; or nothing, when not asked to.
#[derive(Debug, Default)]
pub struct Mask {
    on: bool,
    /// Every word of every name, folded.
    words: HashSet<String>,
    /// Words that stand beside each other in a name.
    pairs: HashSet<(String, String)>,
    /// Words long enough to stand alone, sorted: a cut quotation ends within one.
    sorted: Vec<String>,
    /// What stands in NIP columns and is no NIP of 18 digits, without its separators.
    numbers: HashSet<String>,
}

/// A word or number of a text.
struct Token {
    start: usize,
    end: usize,
    folded: String,
    hit: bool,
}

impl Mask {
    /// Masks the names and NIP of this run: of the people, and of whoever else a name or NIP
    /// column mentions.
    pub fn new(inputs: &Inputs, tables: &Tables, data: &Data) -> Self {
        let mut mask = Self {
            on: true,
            ..Self::default()
        };
        for p in &data.pegawai {
            mask.learn_name(&p.nama);
            if !p.nip_valid {
                mask.learn_number(&p.nip);
            }
            for name in p.posting.iter().filter_map(|x| x.detail.nama_atasan.as_deref()) {
                mask.learn_name(name);
            }
        }
        for table in &tables.tables {
            let form = table.formulir.iter().flat_map(|f| [&f.pegawai, &f.penilai]);
            for person in form {
                if let Some(name) = &person.nama {
                    mask.learn_name(&name.value(inputs).written());
                }
                if let Some(nip) = &person.nip {
                    mask.learn_number(&nip.value(inputs).written());
                }
            }
            for column in &table.columns {
                let Some(personal) = column.key.or(column.surpassed).and_then(Key::personal) else {
                    continue;
                };
                for row in &table.rows {
                    let written = table.cell(inputs, *row, column.col).0.written();
                    match personal {
                        Personal::Name => mask.learn_name(&written),
                        Personal::Number => mask.learn_number(&written),
                    }
                }
            }
        }
        mask.sorted = mask.words.iter().filter(|w| w.chars().count() >= ALONE).cloned().collect();
        mask.sorted.sort_unstable();
        mask
    }

    /// Masks nothing.
    pub fn off() -> Self {
        Self::default()
    }

    /// Whether anything is masked.
    pub fn is_on(&self) -> bool {
        self.on
    }

    fn learn_name(&mut self, name: &str) {
        let mut last: Option<String> = None;
        for token in tokens(name) {
            if token.folded.bytes().any(|b| b.is_ascii_digit()) {
                last = None;
                continue;
            }
            if let Some(last) = last.replace(token.folded.clone()) {
                self.pairs.insert((last, token.folded.clone()));
            }
            self.words.insert(token.folded);
        }
    }

    fn learn_number(&mut self, written: &str) {
        let bare: String = written.chars().filter(|c| c.is_alphanumeric()).collect();
        // "1.98505E+17" stands in a text as its parts.
        let parts = tokens(written).into_iter().map(|t| t.folded);
        for number in std::iter::once(bare.to_lowercase()).chain(parts) {
            let digits = number.bytes().filter(u8::is_ascii_digit).count();
            // A run of digits this long is found anyway; a word or a short figure would mask ordinary text.
            if digits >= 5 && !(digits == number.len() && digits >= NIP_DIGITS) {
                self.numbers.insert(number);
            }
        }
    }

    /// A field that holds a name: initials stay, at the same width.
    pub fn name<'t>(&self, name: &'t str) -> Cow<'t, str> {
        if !self.on || name.is_empty() {
            return Cow::Borrowed(name);
        }
        let mut out = String::with_capacity(name.len());
        let mut inside = false;
        for c in name.chars() {
            out.push(if inside && c.is_alphanumeric() || c.is_ascii_digit() {
                '*'
            } else {
                c
            });
            inside = c.is_alphanumeric() || (inside && is_apostrophe(c));
        }
        Cow::Owned(out)
    }

    /// A field that holds a NIP, readable or not: the last four digits of a whole one stay.
    pub fn nip<'t>(&self, nip: &'t str) -> Cow<'t, str> {
        if !self.on || nip.starts_with('#') {
            return Cow::Borrowed(nip);
        }
        let digits = nip.bytes().filter(u8::is_ascii_digit).count();
        Cow::Owned(stars(nip, if digits >= NIP_DIGITS { KEPT } else { 0 }))
    }

    /// Prose with every name and NIP in it masked, in any letter case, without degrees, cut short.
    pub fn text<'t>(&self, text: &'t str) -> Cow<'t, str> {
        if !self.on {
            return Cow::Borrowed(text);
        }
        let mut found = tokens(text);
        for token in &mut found {
            token.hit = self.alone(text, token);
        }
        for i in 1..found.len() {
            let between = &text[found[i - 1].end..found[i].start];
            if between.chars().count() <= 3
                && between.chars().all(|c| matches!(c, ' ' | '.' | ',' | '-' | '\u{a0}'))
                && self.pairs.contains(&(found[i - 1].folded.clone(), found[i].folded.clone()))
            {
                found[i - 1].hit = true;
                found[i].hit = true;
            }
        }
        let mut out = String::with_capacity(text.len());
        let mut from = 0;
        for token in found.iter().filter(|t| t.hit) {
            out.push_str(&text[from..token.start]);
            let word = &text[token.start..token.end];
            if word.bytes().any(|b| b.is_ascii_digit()) {
                out.push_str(&stars(word, 0));
            } else {
                out.push_str(&self.name(word));
            }
            from = token.end;
        }
        out.push_str(&text[from..]);
        Cow::Owned(self.digits(&out))
    }

    /// The same for a text that nobody else needs any more.
    pub fn owned(&self, text: String) -> String {
        if self.on { self.text(&text).into_owned() } else { text }
    }

    /// A word that stands for a person wherever it stands.
    fn alone(&self, text: &str, token: &Token) -> bool {
        if self.numbers.contains(&token.folded) {
            return true;
        }
        let letters = token.folded.chars().count();
        if letters >= ALONE && self.words.contains(&token.folded) {
            return NEVER_ALONE.binary_search(&token.folded.as_str()).is_err();
        }
        // "Bagas Adik…": what a quotation that was cut has left of the word.
        letters >= 3
            && text[token.end..].starts_with('…')
            && self
                .sorted
                .get(self.sorted.partition_point(|w| *w < token.folded))
                .is_some_and(|w| w.starts_with(&token.folded))
    }

    /// Runs of digits that are a NIP: 15 or more, blanks within allowed; 18 that begin with two
    /// dates, with dots, hyphens or slashes too; or what a NIP column holds.
    fn digits(&self, text: &str) -> String {
        let chars: Vec<(usize, char)> = text.char_indices().collect();
        let mut out = String::with_capacity(text.len());
        let mut i = 0;
        while i < chars.len() {
            let (start, c) = chars[i];
            if !c.is_ascii_digit() {
                out.push(c);
                i += 1;
                continue;
            }
            let (plain, end) = run(&chars, i, |c| c == ' ');
            let (wide, wide_end) = run(&chars, i, |c| matches!(c, ' ' | '.' | '-' | '/'));
            let text_to = |end: usize| &text[start..chars.get(end).map_or(text.len(), |x| x.0)];
            let end = if plain.len() >= NIP_DIGITS {
                out.push_str(&stars(text_to(end), KEPT));
                end
            } else if looks_like_nip(&wide) {
                out.push_str(&stars(text_to(wide_end), KEPT));
                wide_end
            } else if self.numbers.contains(&wide) {
                out.push_str(&stars(text_to(wide_end), 0));
                wide_end
            } else {
                let end = (i..chars.len())
                    .find(|&j| !chars[j].1.is_ascii_digit())
                    .unwrap_or(chars.len());
                out.push_str(text_to(end));
                end
            };
            i = end;
        }
        out
    }
}

fn is_apostrophe(c: char) -> bool {
    matches!(c, '\'' | '’' | '`')
}

/// Letters and digits become stars but for the last `keep` digits.
fn stars(text: &str, keep: usize) -> String {
    let mut left = text.chars().filter(char::is_ascii_digit).count();
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        let stays = !c.is_alphanumeric() || (c.is_ascii_digit() && left <= keep);
        out.push(if stays { c } else { '*' });
        left -= usize::from(c.is_ascii_digit());
    }
    out
}

/// The digits of a run that begins at `from` and may have single separators inside, and its end.
fn run(chars: &[(usize, char)], from: usize, separator: fn(char) -> bool) -> (String, usize) {
    let mut digits = String::new();
    let mut end = from;
    while let Some(&(_, c)) = chars.get(end) {
        let inside = separator(c) && chars.get(end + 1).is_some_and(|(_, next)| next.is_ascii_digit());
        if c.is_ascii_digit() {
            digits.push(c);
        } else if !inside {
            break;
        }
        end += 1;
    }
    (digits, end)
}

/// 18 digits, a birthday and a month of entry in front.
fn looks_like_nip(digits: &str) -> bool {
    let number = |from: usize, to: usize| digits.get(from..to).and_then(|d| d.parse::<u32>().ok()).unwrap_or(0);
    digits.len() == 18
        && (1900..2100).contains(&number(0, 4))
        && (1..=12).contains(&number(4, 6))
        && (1..=31).contains(&number(6, 8))
        && (1900..2100).contains(&number(8, 12))
        && (1..=12).contains(&number(12, 14))
}

/// Words and numbers of a text; an apostrophe inside a word belongs to it.
fn tokens(text: &str) -> Vec<Token> {
    let mut all = Vec::new();
    let mut open: Option<usize> = None;
    let mut chars = text.char_indices().peekable();
    while let Some((at, c)) = chars.next() {
        let next_letter = chars.peek().is_some_and(|(_, n)| n.is_alphabetic());
        let inside = c.is_alphanumeric() || (open.is_some() && is_apostrophe(c) && next_letter);
        match (inside, open) {
            (true, None) => open = Some(at),
            (false, Some(start)) => {
                all.push(token(text, start, at));
                open = None;
            }
            _ => {}
        }
    }
    if let Some(start) = open {
        all.push(token(text, start, text.len()));
    }
    all
}

fn token(text: &str, start: usize, end: usize) -> Token {
    Token {
        start,
        end,
        folded: text[start..end].to_lowercase(),
        hit: false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn mask(names: &[&str]) -> Mask {
        let mut mask = Mask {
            on: true,
            ..Mask::default()
        };
        for name in names {
            mask.learn_name(name);
        }
        mask.sorted = mask.words.iter().filter(|w| w.chars().count() >= ALONE).cloned().collect();
        mask.sorted.sort_unstable();
        mask
    }

    #[test]
    fn the_words_of_the_regulations_are_sorted_for_the_search() {
        assert!(NEVER_ALONE.is_sorted());
    }

    #[test]
    fn a_nip_keeps_its_last_four_digits_and_figures_stay() {
        let mask = mask(&[]);
        assert_eq!(
            mask.text("NIP 198001012005011001, nilai 98,5"),
            "NIP **************1001, nilai 98,5"
        );
        assert_eq!(mask.text("19800101 200501 1 001"), "******** ****** 1 001");
        assert_eq!(mask.text("19800101.200501.1.001."), "********.******.1.001.");
        assert_eq!(mask.text("01/01/2025 - 31/12/2025"), "01/01/2025 - 31/12/2025");
        assert_eq!(mask.nip("198001012005011001"), "**************1001");
        assert_eq!(mask.nip("12345"), "*****");
        assert_eq!(mask.nip("Budi"), "****");
    }

    #[test]
    fn a_name_keeps_its_initials_in_any_spelling() {
        let mask = mask(&["Budi Santoso, S.Kom."]);
        for (text, masked) in [
            ("atasan Budi Santoso, S.Kom. belum", "atasan B*** S******, S.K**. belum"),
            ("BUDI SANTOSO", "B*** S******"),
            ("milik santoso", "milik s******"),
            ("\u{1b}[1mBudi\u{1b}[0m", "\u{1b}[1mBudi\u{1b}[0m"),
            ("\"Budi Sant…\"", "\"B*** S***…\""),
        ] {
            if !text.contains('\u{1b}') {
                assert_eq!(mask.text(text), masked, "{text}");
            }
        }
        assert_eq!(Mask::off().text("Budi"), "Budi");
        assert_eq!(mask.name("Siti Nur'aini"), "S*** N**'****");
    }

    #[test]
    fn a_word_of_the_regulations_is_a_name_only_beside_another_of_it() {
        let mask = mask(&["Baik", "Budi Utama"]);
        assert_eq!(mask.text("predikat Baik, RHK utama"), "predikat Baik, RHK utama");
        assert_eq!(mask.text("oleh Budi Utama"), "oleh B*** U****");
        assert_eq!(mask.name("Baik"), "B***");
    }

    #[test]
    fn an_unreadable_nip_is_known_by_what_its_column_holds() {
        let mut mask = mask(&[]);
        mask.learn_number("130 123 456");
        mask.learn_number("19800101X");
        mask.learn_number("1.98505112009022E17");
        assert_eq!(mask.text("tertulis 1.98505112009022E17"), "tertulis 1.*****************");
        assert_eq!(mask.text("tertulis 130123456"), "tertulis *********");
        assert_eq!(mask.text("NIP 130.123.456 dan 19800101x"), "NIP ***.***.*** dan *********");
    }
}
