//! Names of sheets: valid, at most 31 characters, each once.

use hashbrown::HashSet;

/// Characters a sheet name may have.
const LENGTH: usize = 31;

/// Gives out sheet names.
#[derive(Debug, Default)]
pub(super) struct SheetNames {
    taken: HashSet<String>,
}

impl SheetNames {
    /// A name as near to `wish` as Excel allows and nobody has yet (case does not count).
    pub(super) fn give(&mut self, wish: &str) -> String {
        let clean: String = wish
            .chars()
            .map(|c| {
                if matches!(c, '[' | ']' | ':' | '*' | '?' | '/' | '\\') || c.is_control() {
                    '_'
                } else {
                    c
                }
            })
            .collect();
        let clean = clean.trim().trim_matches('\'');
        // Excel keeps "History" for itself.
        let clean = match clean {
            "" => "Lembar",
            b if b.eq_ignore_ascii_case("history") => "History_",
            b => b,
        };
        let mut name = trim_to(clean, LENGTH);
        for n in 2_u32.. {
            if self.taken.insert(name.to_lowercase()) {
                break;
            }
            let ending = format!(" ({n})");
            name = trim_to(clean, LENGTH - ending.len()) + &ending;
        }
        name
    }
}

fn trim_to(text: &str, limit: usize) -> String {
    let mut units = 0;
    let cut: String = text
        .chars()
        .take_while(|c| {
            units += c.len_utf16();
            units <= limit
        })
        .collect();
    cut.trim_end().trim_end_matches('\'').to_owned()
}

/// The target of a link to a cell of this workbook: `internal:'Masukan pegawai'!C5`.
pub(in crate::report) fn to_cell(sheet: &str, a1: &str) -> String {
    format!("internal:'{}'!{a1}", sheet.replace('\'', "''"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_valid_and_unique() {
        let mut names = SheetNames::default();
        assert_eq!(names.give("Masukan skp/2025"), "Masukan skp_2025");
        assert_eq!(names.give("masukan SKP_2025"), "masukan SKP_2025 (2)");
        let long = names.give("Masukan Laporan Penilaian SKP Dinas Pendidikan");
        assert_eq!(long.chars().count(), 31);
        let second = names.give("Masukan Laporan Penilaian SKP Dinas Pendidikan");
        assert!(second.ends_with(" (2)") && second.chars().count() <= 31);
        assert_eq!(names.give("'"), "Lembar");
    }

    #[test]
    fn apostrophes_are_doubled_in_links() {
        assert_eq!(to_cell("Qur'an", "C5"), "internal:'Qur''an'!C5");
    }
}
