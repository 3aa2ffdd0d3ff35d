//! `--samarkan`: names and NIP masked, field by field.
//!
//! A field that holds a name or a NIP says so where it is written ([`Mask::name`], [`Mask::nip`]);
//! prose (messages, quoted cells, free text of the data) goes through [`Mask::text`], which knows
//! every name of the run. Words of the rules (a predikat, a status), fingerprints and figures go
//! through nothing, so that somebody called "Baik" changes no predikat.

mod digits;
mod sheets;
mod tokens;

use std::any::Any;
use std::borrow::Cow;

use hashbrown::HashSet;

use crate::base::text::{fold, shorten};
use crate::contract::columns::{self, Personal};
use crate::finding::QUOTED;
use crate::input::Inputs;
use crate::input::findings::CellBeyond;
use crate::model::Data;
use crate::table::findings::{FileNotRecognised, SheetNotRecognised};
use crate::table::{TableColumn, Tables, is_known_header};

use digits::{NIP_DIGITS, stars};
use sheets::MaskedSheets;
use tokens::{NEVER_ALONE, Token, is_apostrophe, parts, quoted, tokens};

/// Digits of a NIP that stay, so that two people can be told apart.
const KEPT: usize = 4;

/// A word of a name stands for the person even alone from so many letters on; shorter ones
/// (Ni, Tri, S.H.) only beside another word of the name.
const ALONE: usize = 4;
/// Words of a name written as one word (sitirahmadhanti): so long each, and one of them so long.
const JOINED: (usize, usize) = (3, 5);
/// Inside an address (b.rahmadhanti@…, SKP_arahmadhanti.pdf) a word of a name counts from so many letters on, whatever touches it.
const INSIDE: usize = 5;
/// Letters that a sentence hangs behind a name, at most: -nya.
const ENDING: usize = 3;
/// Behind these a word is a name, even one that is a word of the regulations, too.
const TITLES: [&str; 10] = ["bapak", "bp", "bpk", "bu", "ibu", "minta", "pak", "saudara", "sdr", "sdri"];
/// Before this a word of a name is that name, whatever else it means and however short it is.
const NIP_FOLLOWS: &str = " (NIP ";
/// Letters of a word that is looked for inside others, and of one that is taken apart, at most.
const LONGEST: usize = 40;
const TAKEN_APART: usize = 80;

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
    /// The same written from_end: people are called by the end of their name, too.
    from_end: Vec<String>,
    /// What stands in NIP columns and is no NIP of 18 digits, without its separators.
    numbers: HashSet<String>,
    /// What stands in NIP columns and has no digits, folded: hidden where it is quoted.
    quotes: HashSet<String>,
    /// How the words that count inside an address begin, with so many letters as count there.
    beginnings: HashSet<String>,
    /// Letters of the longest word.
    longest: usize,
    sheets: MaskedSheets,
}

/// What the cells of a column say of a person. A column that nobody understood says it by its heading.
pub fn personal(column: &TableColumn) -> Option<Personal> {
    match column.key.or(column.surpassed) {
        Some(key) => key.personal(),
        None => columns::personal_heading(&column.written),
    }
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
                let Some(personal) = personal(column) else { continue };
                for row in table.rows.each() {
                    let written = table.cell(inputs, row, column.col).0.written();
                    match personal {
                        Personal::Name => mask.learn_name(&written),
                        Personal::Number => mask.learn_number(&written),
                    }
                }
            }
        }
        // Cells that nobody read are told as they stand, whoever they name.
        for noted in inputs.problems.iter().chain(&tables.problems) {
            let fact: &dyn Any = &*noted.fact;
            let file = fact.downcast_ref::<FileNotRecognised>().map(|f| &f.nearest);
            if let Some(nearest) = fact.downcast_ref::<SheetNotRecognised>().map(|f| &f.nearest).or(file) {
                mask.learn_unread(nearest);
            }
            if fact.is::<CellBeyond>() {
                let of_cell = || noted.at.map(|at| inputs.value(at).written().into());
                mask.learn_quotation(noted.written.clone().or_else(of_cell).as_deref().unwrap_or_default());
            }
        }
        mask.settle();
        mask.sheets = MaskedSheets::of(inputs, data, &mask);
        mask
    }

    /// A refusal, which comes before anything is known of the people: what it quotes may be anybody, but for headings
    /// that are known and files, whose names cannot be hidden.
    pub fn refusal(text: &str) -> String {
        let mut mask = Self {
            on: true,
            ..Self::default()
        };
        mask.learn_unread(text);
        mask.settle();
        mask.owned(text.to_owned())
    }

    /// What a text quotes that names no column and no file.
    fn learn_unread(&mut self, text: &str) {
        for (start, end) in quoted(text) {
            let said = &text[start..end];
            let of_file = text[..start].ends_with("erkas \"") || text[end..].starts_with("\":");
            if !of_file && !is_known_header(said) {
                self.learn_quotation(said);
            }
        }
    }

    fn settle(&mut self) {
        self.sorted = self.words.iter().filter(|w| w.chars().count() >= ALONE).cloned().collect();
        self.sorted.sort_unstable();
        self.from_end = self.sorted.iter().map(|w| w.chars().rev().collect()).collect();
        self.from_end.sort_unstable();
        self.longest = self.sorted.iter().map(String::len).max().unwrap_or(0).min(LONGEST);
        self.beginnings = self
            .sorted
            .iter()
            .filter_map(|w| w.get(..INSIDE))
            .map(str::to_owned)
            .collect();
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
            // "Nur'aini" is written "Nur Aini", too.
            for pair in parts(&name[token.start..token.end], is_apostrophe).windows(2) {
                self.pairs.insert((fold(pair[0]), fold(pair[1])));
            }
            self.words.insert(token.folded);
        }
    }

    /// What is to be hidden wherever it is quoted, whole or cut.
    fn learn_quotation(&mut self, written: &str) {
        let cut = shorten(written, QUOTED);
        for said in [written, cut.trim_end_matches('…')].map(fold) {
            if !said.is_empty() {
                self.quotes.insert(said);
            }
        }
    }

    fn learn_number(&mut self, written: &str) {
        let said = fold(written);
        if !said.is_empty() && !said.contains(|c: char| c.is_numeric()) {
            self.quotes.insert(said);
        }
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
        let quoted;
        let text = if self.quotes.is_empty() {
            text
        } else {
            quoted = self.quotations(text.to_owned());
            &quoted
        };
        let text = &*self.sheets.masked(text);
        let mut found = tokens(text);
        for token in &mut found {
            token.hit = self.alone(text, token);
        }
        for i in 1..found.len() {
            let between = &text[found[i - 1].end..found[i].start];
            // "Pak Pratama", where "pratama" alone is a word of the regulations.
            if TITLES.contains(&&*found[i - 1].folded) && between.len() <= 2 && self.words.contains(&found[i].folded) {
                found[i].hit = true;
            }
            // One word of a name in two: WIRAHADI-KUSUMA.
            if matches!(between, "-" | " ") && self.halves(&found[i - 1].folded, &found[i].folded) {
                found[i - 1].hit = true;
                found[i].hit = true;
            }
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

    /// What stands in a NIP column without being one ("Sukma"), where a sentence quotes it.
    fn quotations(&self, text: String) -> String {
        if self.quotes.is_empty() {
            return text;
        }
        if self.quotes.contains(&fold(&text)) {
            return self.name(&text).into_owned();
        }
        let mut out = String::new();
        let mut from = 0;
        for (start, end) in quoted(&text) {
            let said = fold(&text[start..end]);
            if self.quotes.contains(&said) {
                out.push_str(&text[from..start]);
                out.push_str(&self.name(&text[start..end]));
                from = end;
            }
        }
        if from == 0 {
            return text;
        }
        out + &text[from..]
    }

    /// A line above a table: behind "Penyusun:" or "atas nama" somebody is named whom no column knows.
    pub fn title<'t>(&self, line: &'t str) -> Cow<'t, str> {
        if !self.on {
            return Cow::Borrowed(line);
        }
        match tokens::behind_a_label(line) {
            Some(at) => Cow::Owned(format!("{}{}", self.text(&line[..at]), self.nameless(&line[at..]))),
            None => self.text(line),
        }
    }

    /// What nobody understood, so that it may be anybody: only initials stay, and of a NIP its last digits.
    pub fn nameless<'t>(&self, text: &'t str) -> Cow<'t, str> {
        if !self.on {
            return Cow::Borrowed(text);
        }
        match self.nip(text) {
            nip if text.chars().filter(char::is_ascii_digit).count() >= NIP_DIGITS => nip,
            _ => self.name(text),
        }
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
        if text[token.end..].starts_with(NIP_FOLLOWS) && self.words.contains(&token.folded) {
            return true;
        }
        let letters = token.folded.chars().count();
        if letters >= ALONE && self.words.contains(&token.folded) {
            return NEVER_ALONE.binary_search(&token.folded.as_str()).is_err();
        }
        // "Bagas Adik…": what a quotation that was cut has left of the word.
        let is_cut = letters >= 3 && text[token.end..].starts_with('…') && self.begins_a_word(&token.folded);
        is_cut || self.shortened(&token.folded, letters) || self.joined(&text[token.start..token.end], token)
    }

    /// How a word of a name begins or ends, which is what people are called (Wirahadi, Kusuma), or with a letter or
    /// two behind it (Wirahadinya).
    fn shortened(&self, word: &str, letters: usize) -> bool {
        if letters < INSIDE || NEVER_ALONE.binary_search(&word).is_ok() {
            return false;
        }
        let ends = || begins_one(&self.from_end, &word.chars().rev().collect::<String>());
        let longer = || {
            let cuts = word.char_indices().rev().take(ENDING).map(|(at, _)| &word[..at]);
            cuts.filter(|w| w.chars().count() > INSIDE)
                .any(|w| self.words.contains(w) && NEVER_ALONE.binary_search(&w).is_err())
        };
        self.begins_a_word(word) || ends() || longer()
    }

    fn begins_a_word(&self, word: &str) -> bool {
        begins_one(&self.sorted, word)
    }

    fn halves(&self, first: &str, second: &str) -> bool {
        let letters = first.chars().count().min(second.chars().count());
        letters >= JOINED.0 && self.begins_a_word(first) && self.words.contains(&[first, second].concat())
    }

    /// Several words written as one, or a name with figures behind it.
    fn joined(&self, written: &str, token: &Token) -> bool {
        let lone =
            |word: &str| word.chars().count() >= ALONE && self.words.contains(word) && NEVER_ALONE.binary_search(&word).is_err();
        let pieces = tokens::humps(written);
        if pieces.len() > 1 && pieces.iter().any(|p| lone(&fold(p))) {
            return true;
        }
        if token.folded.len() < INSIDE || !token.folded.is_ascii() {
            return false;
        }
        if token.in_address {
            let last = token.folded.len();
            return (0..=last - INSIDE).any(|from| {
                self.beginnings.contains(&token.folded[from..from + INSIDE])
                    && (from + INSIDE..=last.min(from + self.longest)).any(|end| lone(&token.folded[from..end]))
            });
        }
        self.made_of_words(&token.folded, &lone)
    }

    /// Whether the text is words of names one behind the other, one of them long enough.
    fn made_of_words(&self, text: &str, lone: &impl Fn(&str) -> bool) -> bool {
        if text.len() > TAKEN_APART {
            return false;
        }
        // For each place that words reach: whether a long one is among them.
        let mut reached: [Option<bool>; TAKEN_APART + 1] = [None; TAKEN_APART + 1];
        reached[0] = Some(false);
        for from in 0..text.len() {
            let Some(long) = reached[from] else { continue };
            for end in from + JOINED.0..=text.len().min(from + self.longest) {
                let word = &text[from..end];
                if self.words.contains(word) {
                    let long = long || (word.len() >= JOINED.1 && lone(word));
                    reached[end] = Some(reached[end] == Some(true) || long);
                }
            }
        }
        reached[text.len()] == Some(true)
    }
}

/// Whether one of the sorted words begins so.
fn begins_one(sorted: &[String], beginning: &str) -> bool {
    let at = sorted.partition_point(|w| w.as_str() < beginning);
    sorted.get(at).is_some_and(|w| w.starts_with(beginning))
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
        mask.settle();
        mask
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
            ("Pak Santos", "Pak S*****"),
            ("SAN-TOSO", "S**-T***"),
            ("santosonya", "s*********"),
            ("Pak Utama", "Pak Utama"),
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
        let mask = mask(&["Baik", "Budi Utama", "Sri"]);
        assert_eq!(mask.text("predikat Baik, RHK utama"), "predikat Baik, RHK utama");
        assert_eq!(mask.text("oleh Budi Utama"), "oleh B*** U****");
        assert_eq!(mask.text("arahan Pak Utama, RHK utama"), "arahan Pak U****, RHK utama");
        assert_eq!(mask.name("Baik"), "B***");
        assert_eq!(
            mask.text("untuk Sri (NIP 1) dan Baik (NIP 2)"),
            "untuk S** (NIP 1) dan B*** (NIP 2)"
        );
        assert_eq!(
            mask.text("minta Sri mengisi predikat Baik"),
            "minta S** mengisi predikat Baik"
        );
    }

    #[test]
    fn words_written_as_one_and_in_addresses_are_found() {
        let mask = mask(&["Siti Nur'aini Rahmadhanti", "Abdurrahman Indah"]);
        for text in [
            "sitirahmadhanti",
            "AbdurrahmanIndah",
            "SKP-SitiRahmadhanti2025",
            "Rahmadhanti90",
            "arahmadhanti@contoh.go.id",
            "https://contoh.id/srahmadhanti/bukti",
            "SKP_srahmadhanti.pdf",
            "NURAINI",
            "Nur Aini",
            "Rah\u{ad}madhanti",
            "ahmadhanti",
        ] {
            let masked = mask.text(text).to_lowercase();
            assert!(
                !masked.contains("hmadhanti") && !masked.contains("aini") && masked.contains("***"),
                "{text} → {masked}"
            );
        }
        for text in ["pindah tugas", "triwulan_1", "pindahkan", "perlu_keputusan_penilai"] {
            assert_eq!(mask.text(text), text);
        }
        let mut alike = mask_of_repeats();
        alike.learn_name("Aaaaab");
        alike.settle();
        assert_eq!(alike.text(&"a".repeat(79)).len(), 79, "no walk over all the ways to part it");
    }

    fn mask_of_repeats() -> Mask {
        let names: Vec<String> = (3..40).map(|n| "a".repeat(n)).collect();
        mask(&names.iter().map(String::as_str).collect::<Vec<_>>())
    }

    #[test]
    fn what_a_nip_column_holds_in_letters_is_hidden_where_it_is_quoted() {
        let mut mask = mask(&[]);
        mask.learn_number("belum ada");
        assert_eq!(
            mask.text("Sel A3 berisi NIP \"belum ada\", belum ada"),
            "Sel A3 berisi NIP \"b**** a**\", belum ada"
        );
        assert_eq!(
            mask.text("Belum ada"),
            "B**** a**",
            "the value of a finding, alone in its field"
        );
        assert_eq!(
            mask.nameless("Ibu Karmila, 3273015505900001"),
            "*** *******, ************0001"
        );
        assert_eq!(mask.title("Penyusun: Karmila"), "Penyusun: K******");
    }

    #[test]
    fn a_refusal_shows_headings_and_files_alone() {
        assert_eq!(
            Mask::refusal(
                "Tidak ada tabel.\n  \"a/Wirahadi.csv\": lembar \"Bu Wirahadi\"; dikenali \"NIP\", tidak dikenali \"Wirahadi nama\", \"197501012000031077\"."
            ),
            "Tidak ada tabel.\n  \"a/Wirahadi.csv\": lembar \"B* W*******\"; dikenali \"NIP\", tidak dikenali \"W******* n***\", \"******************\"."
        );
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
