//! `--samarkan`: names and NIP masked in what is printed, at the same width.

use std::borrow::Cow;

use aho_corasick::{AhoCorasick, MatchKind};

use crate::model::Data;

/// Masks names and NIP; or nothing, when not asked to.
#[derive(Debug, Default)]
pub struct Mask {
    names: Option<AhoCorasick>,
    on: bool,
}

impl Mask {
    /// Masks the names of this data set, and everything that looks like a NIP.
    pub fn new(data: &Data) -> Self {
        let mut names: Vec<String> = Vec::new();
        for p in &data.pegawai {
            names.push(p.nama.to_string());
            names.extend(
                p.posting
                    .iter()
                    .filter_map(|x| x.nama_atasan.as_ref().map(ToString::to_string)),
            );
            if !p.nip_sah {
                names.push(p.nip.to_string());
            }
        }
        // The same name as it stands inside a JSON string.
        let escaped: Vec<String> = names
            .iter()
            .filter_map(|n| serde_json::to_string(n).ok())
            .map(|quoted| quoted.trim_matches('"').to_owned())
            .filter(|n| n.contains('\\'))
            .collect();
        names.extend(escaped);
        names.retain(|n| n.trim().chars().count() > 1);
        names.sort_unstable();
        names.dedup();
        let names = AhoCorasick::builder()
            .match_kind(MatchKind::LeftmostLongest)
            .build(&names)
            .ok();
        Self { names, on: true }
    }

    /// Masks nothing.
    pub fn off() -> Self {
        Self::default()
    }

    /// Whether anything is masked.
    pub fn is_on(&self) -> bool {
        self.on
    }

    /// The text with names and NIP masked.
    pub fn text<'t>(&self, text: &'t str) -> Cow<'t, str> {
        if !self.on {
            return Cow::Borrowed(text);
        }
        Cow::Owned(mask_digits(&self.mask_names(text)))
    }

    fn mask_names(&self, text: &str) -> String {
        let Some(names) = &self.names else { return text.to_owned() };
        let mut out = String::with_capacity(text.len());
        let mut from = 0;
        for found in names.find_iter(text) {
            let before = text[..found.start()].chars().next_back().is_some_and(char::is_alphanumeric);
            let after = text[found.end()..].chars().next().is_some_and(char::is_alphanumeric);
            if before || after {
                continue;
            }
            out.push_str(&text[from..found.start()]);
            let mut start_of_word = true;
            for c in text[found.range()].chars() {
                out.push(if !c.is_alphanumeric() || start_of_word { c } else { '*' });
                start_of_word = !c.is_alphanumeric();
            }
            from = found.end();
        }
        out.push_str(&text[from..]);
        out
    }
}

/// Runs of 15 digits or more (a NIP, well written or not, blanks within allowed) keep their last four.
fn mask_digits(text: &str) -> String {
    let chars: Vec<char> = text.chars().collect();
    let mut out = String::with_capacity(text.len());
    let mut i = 0;
    while i < chars.len() {
        if !chars[i].is_ascii_digit() {
            out.push(chars[i]);
            i += 1;
            continue;
        }
        let mut end = i;
        let mut digits = 0;
        while end < chars.len()
            && (chars[end].is_ascii_digit() || (chars[end] == ' ' && chars.get(end + 1).is_some_and(char::is_ascii_digit)))
        {
            digits += usize::from(chars[end].is_ascii_digit());
            end += 1;
        }
        let keep = if digits >= 15 { 4 } else { digits };
        let mut left = digits;
        for &c in &chars[i..end] {
            out.push(if c == ' ' || left <= keep { c } else { '*' });
            left -= usize::from(c != ' ');
        }
        i = end;
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_nip_keeps_its_last_four_digits_and_figures_stay() {
        assert_eq!(
            mask_digits("NIP 198001012005011001, nilai 98,5"),
            "NIP **************1001, nilai 98,5"
        );
        assert_eq!(mask_digits("19800101 200501 1 001"), "******** ****** 1 001");
    }

    #[test]
    fn a_name_keeps_its_initials() {
        let names = AhoCorasick::builder()
            .match_kind(MatchKind::LeftmostLongest)
            .build(["Budi Santoso, S.Kom."])
            .ok();
        let samar = Mask { names, on: true };
        assert_eq!(
            samar.text("atasan Budi Santoso, S.Kom. belum"),
            "atasan B*** S******, S.K**. belum"
        );
        assert_eq!(Mask::off().text("Budi"), "Budi");
    }
}
