//! Titles of official forms: whose a year in them is.

use super::date;
use super::periode::{days, full_year, spanning, spelled};
use super::title::{NO_PERIOD, title_words};
use crate::base::text::fold;
use crate::contract::unit_words::begins_an_office;
use crate::model::Periode;

/// How the words of rules and letters begin that a title of a form may mention.
const OF_RULES: [&str; 8] = [
    "permen",
    "perka",
    "perbup",
    "perwal",
    "pergub",
    "perda",
    "keputusan",
    "edaran",
];

/// Words of titles that are about something else than a form of one person, or mention it.
const OF_OTHERS: [&str; 11] = [
    "berdasarkan",
    "sesuai",
    "menurut",
    "predikat",
    "perjanjian",
    "organisasi",
    "instansi",
    "strategis",
    "renstra",
    "rpjmd",
    "rpjmn",
];

/// Words beside a period that only say what it is of: `TAHUN ANGGARAN 2025`, `MASA PENILAIAN : JANUARI - JUNI 2025`.
const OF_TERMS: [&str; 9] = [
    "penilaian",
    "anggaran",
    "kinerja",
    "skp",
    "evaluasi",
    "masa",
    "jangka",
    "waktu",
    "kalender",
];

/// Words between two days.
const SPANNING: [&str; 8] = ["s", "d", "sd", "sampai", "dengan", "hingga", "tahun", "periode"];

/// Whether a title is about an official form, so that a year in it is the form's: `SASARAN KINERJA PEGAWAI TAHUN 2025`,
/// `TAHUN PENILAIAN : 2025`, `DINAS ARSIP TAHUN 2025`. A rule, a letter or a plan of the unit that a form mentions has years
/// of its own, and the rule's may stand below its number (`before`).
pub fn is_of_form(before: &str, line: &str) -> bool {
    let all = title_words(line);
    let has = |names: &[&str]| all.iter().any(|w| names.contains(&w.as_str()));
    let office = begins_an_office(line);
    // "UNIT ORGANISASI : …" names an office, too.
    let others = all.iter().skip(if office { 3 } else { 0 });
    if is_rule(&all) || has_others(others) {
        return false;
    }
    if all.first().is_some_and(|w| is_year_word(w)) {
        return !is_rule_without_year(before);
    }
    let work = has(&["kinerja", "kerja"]);
    let rates = has(&["evaluasi", "penilaian", "sasaran", "pegawai", "pns", "asn", "pppk"]);
    // The second line of the titles: "PENDEKATAN HASIL KERJA KUALITATIF".
    office || has(&["periode", "skp", "pendekatan"]) || fold(line).starts_with("skp") || (work && rates)
}

/// Whether a title names the form: `SASARAN KINERJA PEGAWAI`, `SKP`, `FORMULIR PENILAIAN …`.
pub fn names_form(title: &str) -> bool {
    const KINDS: [&str; 11] = [
        "formulir", "form", "format", "blangko", "lembar", "dokumen", "laporan", "hasil", "cetak", "draf", "draft",
    ];
    let words = title_words(title);
    let rest: String = words
        .iter()
        .skip_while(|w| KINDS.contains(&w.as_str()))
        .map(String::as_str)
        .collect();
    ["evaluasi", "penilaian", "sasarankinerja", "sasarankerja", "skp"]
        .iter()
        .any(|name| rest.starts_with(name))
}

/// The period that one cell of a line says and nothing else (`DINAS ARSIP | TAHUN 2025`), beside cells that are of no rule and
/// no plan of the unit.
pub fn in_cell_of(before: &str, cells: &[String]) -> Option<Periode> {
    let words: Vec<Vec<String>> = cells.iter().map(|cell| title_words(cell)).collect();
    if is_rule(&words.concat()) || (cells.len() == 1 && is_rule_without_year(before)) {
        return None;
    }
    cells.iter().enumerate().find_map(|(i, cell)| {
        let mut others = words.clone();
        others.remove(i);
        let office = cells.first().is_some_and(|first| i > 0 && begins_an_office(first));
        let labelled = || {
            i.checked_sub(1)
                .and_then(|l| words[l].last())
                .is_some_and(|w| is_year_word(w))
        };
        // A figure alone may be any number.
        let fits = if full_year(cell.trim()).is_some() {
            others.is_empty() || office || labelled()
        } else {
            true
        };
        let theirs = !office && has_others(others.iter().flatten());
        alone(cell).filter(|_| fits && !theirs)
    })
}

/// The year behind the name of an office: `DINAS ARSIP - 2025`.
pub fn year_behind_office(before: &str, line: &str) -> Option<Periode> {
    let words = title_words(line);
    let mut years = words.iter().filter_map(|w| full_year(w));
    let year = full_year(words.last()?).filter(|year| years.all(|y| y == *year))?;
    (begins_an_office(line) && is_of_form(before, line)).then_some(Periode::Tahun(year))
}

/// The period of a text that says nothing else: `TAHUN 2025`, `Tahun Anggaran 2025`, `JANUARI - DESEMBER 2025`. A day is
/// none, and a month without the word for it may be that of a letter.
fn alone(text: &str) -> Option<Periode> {
    let mut all = title_words(text);
    let month = all.iter().any(|w| w.starts_with("bulan"));
    all.retain(|w| !OF_TERMS.contains(&w.as_str()));
    let of_days = |w: &String| w.parse::<u16>().is_ok() || date::month(w).is_some() || SPANNING.contains(&w.as_str());
    let by_days = || {
        let (first, last) = days(&all).filter(|_| all.iter().all(of_days))?;
        spanning(first, last)
    };
    let found = spelled(&all, None).or_else(by_days)?;
    (month || !matches!(found, Periode::Bulan(..))).then_some(found)
}

fn is_rule(words: &[String]) -> bool {
    words
        .iter()
        .any(|w| NO_PERIOD.contains(&w.as_str()) || OF_RULES.iter().any(|rule| w.starts_with(rule)))
}

/// A rule or letter whose year may stand in the line below.
fn is_rule_without_year(line: &str) -> bool {
    let words = title_words(line);
    is_rule(&words) && !words.iter().any(|w| full_year(w).is_some())
}

fn has_others<'w>(mut words: impl Iterator<Item = &'w String>) -> bool {
    words.any(|w| OF_OTHERS.contains(&w.as_str()))
}

fn is_year_word(word: &str) -> bool {
    matches!(word, "tahun" | "thn" | "th" | "ta")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cell_that_says_nothing_but_its_period() {
        let told = |cells: &[&str]| {
            let cells: Vec<String> = cells.iter().map(ToString::to_string).collect();
            in_cell_of("", &cells).map(|p| p.to_string())
        };
        for cells in [
            &["DINAS ARSIP", "TAHUN 2025"][..],
            &["KEJAKSAAN NEGERI", "Tahun Anggaran : 2025"],
            &["UNIT ORGANISASI : DINAS ARSIP", "Th. 2025"],
            &["EVALUASI KINERJA", "1 JANUARI S.D. 31 DESEMBER 2025"],
            &["JANUARI - DESEMBER 2025"],
            &["DINAS ARSIP", "2025"],
            &["2025"],
        ] {
            assert_eq!(told(cells).as_deref(), Some("2025"), "{cells:?}");
        }
        for cells in [
            &["Khayal", "Desember 2025"][..],
            &["Khayal", "1 Januari 2025"],
            &["PERATURAN MENTERI NOMOR 6", "TAHUN 2022"],
            &["PERJANJIAN KINERJA", "TAHUN 2024"],
            &["TAHUN PELAJARAN 2024/2025"],
            &["Kode", "2025"],
            &["DINAS ARSIP", "TAHUN 2024-2026"],
        ] {
            assert_eq!(told(cells), None, "{cells:?}");
        }
    }

    proptest::proptest! {
        #[test]
        fn no_title_panics(text in "\\PC{0,60}") {
            let _ = (is_of_form("", &text), names_form(&text), in_cell_of("", &[text]));
        }
    }
}
