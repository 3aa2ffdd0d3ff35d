//! Names of sheets: an office calls a sheet after whoever filled it in, and no column says so.

use std::borrow::Cow;

use hashbrown::{HashMap, HashSet};

use crate::base::calendar::{MONTHS, month};
use crate::base::text::fold_heading;
use crate::contract::columns::Key;
use crate::contract::tables::TableKind;
use crate::input::Inputs;
use crate::model::Data;

use super::tokens::{NEVER_ALONE, tokens};
use super::{ALONE, Mask};

/// What sheets are called besides the words of the contract.
const SHEET_WORDS: &[&str] = &[
    "arsip",
    "backup",
    "cetak",
    "chart",
    "contoh",
    "copy",
    "daftar",
    "data",
    "dokumen",
    "evaluasi",
    "export",
    "final",
    "form",
    "format",
    "formulir",
    "grafik",
    "induk",
    "informasi",
    "isian",
    "kredit",
    "lampiran",
    "laporan",
    "lembar",
    "master",
    "matriks",
    "pengisian",
    "peran",
    "petunjuk",
    "pivot",
    "referensi",
    "rekap",
    "rekapitulasi",
    "revisi",
    "salinan",
    "semester",
    "sheet",
    "tabel",
    "template",
    "triwulan",
];
/// Behind this word, with or without a quotation mark, a sentence names a sheet.
const SHEET: &str = "embar ";

/// Names of sheets in which a word may be somebody's: as written, and as shown.
#[derive(Debug, Default)]
pub(super) struct MaskedSheets {
    shown: HashMap<String, String>,
    /// Bytes of the longest.
    longest: usize,
}

impl MaskedSheets {
    /// The sheets of a run.
    pub(super) fn of(inputs: &Inputs, data: &Data, mask: &Mask) -> Self {
        let names = || inputs.sheets.iter().filter_map(|s| s.name.as_deref());
        if names().next().is_none() {
            return Self::default();
        }
        let posts = data.pegawai.iter().flat_map(|p| &p.posting);
        let posts = posts.flat_map(|x| [&*x.unit_kerja, &*x.jabatan]);
        Self::told_apart(names(), posts.chain(data.unit.iter().map(|u| &*u.unit_kerja)), mask)
    }

    /// The names, and texts of the run whose words are nobody's.
    fn told_apart<'n>(names: impl Iterator<Item = &'n str>, nobodys: impl Iterator<Item = &'n str>, mask: &Mask) -> Self {
        let plain = plain_words(nobodys);
        let mut all = Self::default();
        for name in names {
            let shown = shown(name, &plain, mask);
            if shown != name {
                all.longest = all.longest.max(name.len());
                all.shown.insert(name.to_owned(), shown);
            }
        }
        all
    }

    /// A text that names a sheet: as its field (`SKP`, `SKP!A1`) or in a sentence (`di lembar SKP`).
    pub(super) fn masked<'t>(&self, text: &'t str) -> Cow<'t, str> {
        if self.shown.is_empty() {
            return Cow::Borrowed(text);
        }
        let name = text.rsplit_once('!').map_or(text, |(name, _)| name);
        if let Some(shown) = self.shown.get(name) {
            return Cow::Owned(format!("{shown}{}", &text[name.len()..]));
        }
        if !text.contains(SHEET) {
            return Cow::Borrowed(text);
        }
        let mut out = String::with_capacity(text.len());
        let mut from = 0;
        for (at, word) in text.match_indices(SHEET) {
            let at = at + word.len();
            let at = at + usize::from(text[at..].starts_with('"'));
            if let Some((name, shown)) = self.longest_at(&text[at..]).filter(|_| at >= from) {
                out.push_str(&text[from..at]);
                out.push_str(shown);
                from = at + name.len();
            }
        }
        out.push_str(&text[from..]);
        Cow::Owned(out)
    }

    /// The longest of the names that the text begins with.
    fn longest_at(&self, text: &str) -> Option<(&str, &str)> {
        let ends = (1..=self.longest.min(text.len()))
            .rev()
            .filter(|end| text.is_char_boundary(*end));
        ends.map(|end| &text[..end])
            .find_map(|name| self.shown.get_key_value(name))
            .map(|(name, shown)| (&**name, &**shown))
    }
}

/// Words that name nobody: of the contract, of the calendar, and those of the run itself.
fn plain_words<'n>(nobodys: impl Iterator<Item = &'n str>) -> HashSet<String> {
    let mut plain: HashSet<String> = NEVER_ALONE.iter().chain(SHEET_WORDS).map(|w| (*w).to_owned()).collect();
    let of_keys = Key::ALL.iter().flat_map(|key| {
        let n = key.names();
        let names = [n.best, n.names, n.weak, n.last, n.begins].into_iter().flatten().copied();
        names.chain([key.name()])
    });
    let of_kinds = TableKind::ALL.iter().map(|kind| kind.as_str());
    let seen: HashSet<&str> = nobodys.chain(of_keys).chain(of_kinds).chain(MONTHS).collect();
    for text in seen {
        plain.extend(fold_heading(text).split(' ').map(str::to_owned));
    }
    plain
}

fn shown(name: &str, plain: &HashSet<String>, mask: &Mask) -> String {
    let mut out = String::with_capacity(name.len());
    let mut from = 0;
    for token in tokens(name) {
        let word = &name[token.start..token.end];
        let letters = token.folded.chars().filter(|c| c.is_alphabetic()).count();
        // "SKPTahunan2025" is the contract's words written as one.
        let parts = fold_heading(word);
        let is_plain = |w: &str| w.bytes().any(|b| b.is_ascii_digit()) || plain.contains(w) || month(w).is_some();
        if letters >= ALONE && !plain.contains(&token.folded) && !parts.split(' ').all(is_plain) {
            out.push_str(&name[from..token.start]);
            out.push_str(&mask.name(word));
            from = token.end;
        }
    }
    out.push_str(&name[from..]);
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sheets(names: &[&str]) -> MaskedSheets {
        let mask = Mask {
            on: true,
            ..Mask::default()
        };
        MaskedSheets::told_apart(names.iter().copied(), ["Bidang Anggaran"].into_iter(), &mask)
    }

    #[test]
    fn a_sheet_called_after_somebody_shows_initials_wherever_it_is_named() {
        let all = sheets(&["Bu Wirahadi", "Wirahadi", "SKP Wirahadi 2025"]);
        for (text, masked) in [
            ("Bu Wirahadi", "Bu W*******"),
            ("Bu Wirahadi!C7", "Bu W*******!C7"),
            (
                "mengulang sel C7 di lembar SKP Wirahadi 2025.",
                "mengulang sel C7 di lembar SKP W******* 2025.",
            ),
            ("Lembar \"Wirahadi\" tidak dikenali", "Lembar \"W*******\" tidak dikenali"),
            ("Lembar Petunjuk", "Lembar Petunjuk"),
        ] {
            assert_eq!(all.masked(text), masked);
        }
    }

    #[test]
    fn the_usual_names_of_sheets_stay() {
        let plain = [
            "Sheet1",
            "Lembar2",
            "pegawai",
            "Rekap Nilai 2025",
            "SKP Tahunan",
            "Realisasi TW III",
            "Umpan Balik",
            "januari",
            "Data_Pegawai",
            "DaftarPegawai2025",
            "RHK utama",
            "Matriks Peran Hasil",
            "Dokumen Evaluasi",
            "Formulir",
            "Angka Kredit",
            "Perilaku Kerja",
        ];
        assert_eq!(sheets(&plain).shown, HashMap::new());
    }
}
