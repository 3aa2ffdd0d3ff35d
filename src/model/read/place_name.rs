//! Periods in the names of files and folders: only what a name says beyond doubt. `SI`, `S1`, `Q1` may be a unit, an
//! education or a room, and a year beside other words may be the form's (`masukan.md` section 2b.8).

use super::periode::{self, words};
use super::title;
use crate::base::text::fold_words;
use crate::contract::facet;
use crate::input::Value;
use crate::model::Periode;

/// Abbreviations of a part of the year that are as often something else.
const BARE: [&str; 3] = ["s", "q", "sm"];

/// How the names of downloads and recaps of marks begin.
const LISTS: [&str; 5] = ["laporan penilaian skp", "rekap", "rekapitulasi", "predikat", "penilaian"];

/// Words for what a list is made: the month beside them is when that is due.
const PURPOSES: [&str; 6] = ["kp", "kenaikan", "kgb", "usul", "usulan", "untuk"];

/// How the words begin that say which part of a year is meant.
const NOUNS: [&str; 8] = ["bulan", "bln", "triwulan", "tribulan", "tw", "semester", "kuartal", "smt"];

/// The period that the name of a folder, or of a file without its ending, says; what leaves the year open is of this one.
///
/// It says one where it is nothing but a period (`01 Januari`, `TW II`, `2024`), says its part of the year with the noun
/// (`Nilai Semester 1`) or the month with its year (`SKP Maret 2025`), or is that of a recap of marks (`Rekap Mei`).
pub fn in_name(name: &str, year: i16) -> Option<Periode> {
    let words = words(name);
    if words.iter().any(|w| PURPOSES.contains(&w.as_str())) {
        return None;
    }
    let clear: Vec<&str> = (0..words.len())
        .filter(|&at| !is_bare(&words, at))
        .map(|at| words[at].as_str())
        .collect();
    let whole = || {
        let digits = name.bytes().take_while(u8::is_ascii_digit).count();
        let rest = name[digits..].trim_start_matches([' ', '.', '-', '_', ')']);
        let is_numbered = digits <= 2 && rest.starts_with(char::is_alphabetic);
        let rest = if is_numbered { rest } else { name };
        let bare = periode::words(rest);
        let clear = (0..bare.len()).all(|at| !is_bare(&bare, at));
        periode::read_in(Value::Text(rest), year).given().filter(|_| clear)
    };
    let line = clear.join(" ");
    let part = |p: &Periode| !matches!(p, Periode::Tahun(_));
    let begins = |with: &[&str], text: &str| with.iter().any(|w| text.starts_with(w));
    if let Some(only) = whole() {
        return Some(only);
    }
    if begins(&LISTS, &fold_words(&line)) {
        return title::in_line_of(&line, Some(year));
    }
    if clear.iter().any(|word| begins(&NOUNS, word)) {
        return title::in_line_of(&line, Some(year)).filter(part);
    }
    // A month of a later year is when the file was made.
    title::in_line(&line).filter(|p| part(p) && p.tahun() <= year)
}

/// Whether a word is a bare abbreviation with its number, and no year stands beside it (`S1 2025`, `2025-S1`).
fn is_bare(words: &[String], at: usize) -> bool {
    let numbered = |w: &str| {
        let number = BARE.iter().filter_map(|b| w.strip_prefix(b));
        number.into_iter().any(|n| facet::ordinal(n).is_some_and(|n| n <= 4))
    };
    let word = words[at].as_str();
    let year = |i: Option<usize>| i.and_then(|i| words.get(i)).is_some_and(|w| periode::full_year(w).is_some());
    let in_figures = word.ends_with(|c: char| c.is_ascii_digit());
    let alone = BARE.contains(&word) && words.get(at + 1).is_some_and(|n| facet::ordinal(n).is_some());
    alone || (numbered(word) && !(in_figures && (year(at.checked_sub(1)) || year(Some(at + 1)))))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_that_say_a_period_and_names_that_do_not() {
        for (name, expected) in [
            ("01 Januari", "2025-01"),
            ("12. Desember", "2025-12"),
            ("Mei", "2025-05"),
            ("05-2025", "2025-05"),
            ("TW II", "2025-TW2"),
            ("tw2", "2025-TW2"),
            ("Triwulan III", "2025-TW3"),
            ("Semester 1", "2025-S1"),
            ("2025-S1", "2025-S1"),
            ("2024-TW3", "2024-TW3"),
            ("S1 2025", "2025-S1"),
            ("Rekap Q1 2025", "2025-TW1"),
            ("2024", "2024"),
            ("Tahun 2024", "2024"),
            ("Realisasi TW IV", "2025-TW4"),
            ("Nilai Semester 2 SDN 1", "2025-S2"),
            ("Laporan Penilaian SKP Bulanan Mei 2025", "2025-05"),
            ("SKP Maret 2025", "2025-03"),
            ("Rekap Mei", "2025-05"),
            ("rekap 2024", "2024"),
        ] {
            let told = in_name(name, 2025).map(|p| p.to_string());
            assert_eq!(told.as_deref(), Some(expected), "{name}");
        }
        for name in [
            "SI",
            "27si",
            "s1",
            "27s2",
            "S II",
            "SM 1",
            "q1",
            "Q4",
            "27q2",
            "Rekap SI",
            "Rekap S1",
            "TIM SI",
            "Bidang SI",
            "Pendidikan S1",
            "RS Tipe S1",
            "Seksi V",
            "Wilayah II",
            "arsip 12",
            "Kelurahan Mei",
            "Pegawai Agustus",
            "skp 2024",
            "Format SKP 2023",
            "SKP Permenpan 6 Tahun 2022",
            "Data Januari 2026",
            "Rekap Penilaian per 5 Januari 2026",
            "rekap-20260105",
            "rekap (5)",
            "Rekap SKP untuk KP Oktober 2025",
        ] {
            assert_eq!(in_name(name, 2025), None, "{name}");
        }
    }

    proptest::proptest! {
        #[test]
        fn no_name_panics(name in "\\PC{0,40}") {
            let _ = in_name(&name, 2025);
        }
    }
}
