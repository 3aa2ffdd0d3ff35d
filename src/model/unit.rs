//! Units and their sasaran.

use super::vocab::PredikatOrganisasi;
use super::{Field, Text};
use crate::base::origin::Origin;

/// A row of the `unit` table.
#[derive(Debug, Clone)]
pub struct Unit {
    /// Cell of the name.
    pub at: Origin,
    /// Name as written (blanks cleaned).
    pub unit_kerja: Text,
    /// The unit above.
    pub unit_induk: Option<Text>,
    /// NIP of its head.
    pub nip_pimpinan: Field<Text>,
    /// Predikat kinerja organisasi.
    pub predikat_organisasi: Field<PredikatOrganisasi>,
}

/// A row of the `sasaran` table (perjanjian kinerja / renstra).
#[derive(Debug, Clone)]
pub struct Sasaran {
    /// Cell of the code.
    pub at: Origin,
    /// Code.
    pub kode: Text,
    /// The unit it belongs to.
    pub unit_kerja: Text,
    /// Text.
    pub sasaran: Text,
    /// Indicator, target and satuan as written; empty where not given.
    pub indikator: Text,
    /// Target as written.
    pub target: Text,
    /// Satuan as written.
    pub satuan: Text,
}

/// The key under which names of units, RHK texts and codes match: blanks, NBSP and letter case
/// do not count (`masukan.md` section 2).
pub fn kunci(text: &str) -> Text {
    let mut key = String::with_capacity(text.len());
    if text.is_ascii() {
        // Nearly every text: no decoding, no look-up of letter case.
        for word in text.split_whitespace() {
            if !key.is_empty() {
                key.push(' ');
            }
            key.push_str(word);
        }
        key.make_ascii_lowercase();
        return key.into();
    }
    for word in text.split(|c: char| c.is_whitespace() || matches!(c, '\u{200b}'..='\u{200d}' | '\u{feff}' | '\u{2060}')) {
        if word.is_empty() {
            continue;
        }
        if !key.is_empty() {
            key.push(' ');
        }
        key.extend(word.chars().flat_map(char::to_lowercase));
    }
    key.into()
}

#[cfg(test)]
mod tests {
    use super::kunci;

    #[test]
    fn blanks_and_case_do_not_count() {
        assert_eq!(kunci(" Bidang\u{a0} SMP\n"), kunci("bidang smp"));
        assert_eq!(
            &*kunci("\u{b}Bidang\t SMP "),
            "bidang smp",
            "the ASCII way folds like the other"
        );
        assert_ne!(kunci("Bidang SMP"), kunci("Bidang SMA"));
    }
}
