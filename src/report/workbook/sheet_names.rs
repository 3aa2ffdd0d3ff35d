//! Names of sheets: valid, at most 31 characters, each once.

use std::collections::HashSet;

/// Characters a sheet name may have.
const PANJANG: usize = 31;

/// Gives out sheet names.
#[derive(Debug, Default)]
pub(super) struct Nama {
    dipakai: HashSet<String>,
}

impl Nama {
    /// A name as near to `usul` as Excel allows and nobody has yet (case does not count).
    pub(super) fn give(&mut self, usul: &str) -> String {
        let bersih: String = usul
            .chars()
            .map(|c| {
                if matches!(c, '[' | ']' | ':' | '*' | '?' | '/' | '\\') || c.is_control() {
                    '_'
                } else {
                    c
                }
            })
            .collect();
        let bersih = bersih.trim().trim_matches('\'');
        // Excel keeps "History" for itself.
        let bersih = match bersih {
            "" => "Lembar",
            b if b.eq_ignore_ascii_case("history") => "History_",
            b => b,
        };
        let mut nama = trim_to(bersih, PANJANG);
        for n in 2_u32.. {
            if self.dipakai.insert(nama.to_lowercase()) {
                break;
            }
            let akhiran = format!(" ({n})");
            nama = trim_to(bersih, PANJANG - akhiran.len()) + &akhiran;
        }
        nama
    }
}

fn trim_to(teks: &str, batas: usize) -> String {
    let mut units = 0;
    let cut: String = teks
        .chars()
        .take_while(|c| {
            units += c.len_utf16();
            units <= batas
        })
        .collect();
    cut.trim_end().trim_end_matches('\'').to_owned()
}

/// The target of a link to a cell of this workbook: `internal:'Masukan pegawai'!C5`.
pub(super) fn ke_sel(lembar: &str, a1: &str) -> String {
    format!("internal:'{}'!{a1}", lembar.replace('\'', "''"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_valid_and_unique() {
        let mut nama = Nama::default();
        assert_eq!(nama.give("Masukan skp/2025"), "Masukan skp_2025");
        assert_eq!(nama.give("masukan SKP_2025"), "masukan SKP_2025 (2)");
        let long = nama.give("Masukan Laporan Penilaian SKP Dinas Pendidikan");
        assert_eq!(long.chars().count(), 31);
        let second = nama.give("Masukan Laporan Penilaian SKP Dinas Pendidikan");
        assert!(second.ends_with(" (2)") && second.chars().count() <= 31);
        assert_eq!(nama.give("'"), "Lembar");
    }

    #[test]
    fn apostrophes_are_doubled_in_links() {
        assert_eq!(ke_sel("Qur'an", "C5"), "internal:'Qur''an'!C5");
    }
}
