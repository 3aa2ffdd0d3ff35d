//! The period that the label of a rating names: `PREDIKAT KINERJA TRIWULAN III`, `RATING HASIL KERJA BULAN MEI`.

use crate::base::calendar::month;
use crate::base::text::fold_words;
use crate::contract::facet;

/// Words for a part of the year, with its number or month behind them or without.
const KINDS: [&str; 10] = [
    "triwulan",
    "triwulanan",
    "tribulan",
    "tw",
    "kuartal",
    "semester",
    "semesteran",
    "smt",
    "bulan",
    "bulanan",
];

/// What stands behind a part of the year at the front of a text: behind `TRIWULAN III`, `BULANAN`, `MEI`.
pub(super) fn after_part(text: &str) -> Option<&str> {
    let (first, rest) = word(text)?;
    let kind = KINDS.contains(&first.to_ascii_lowercase().as_str());
    let behind = rest.trim_start_matches([' ', '-', '.', '\u{a0}']);
    let numbered = || {
        let (number, rest) = word(behind)?;
        let told = facet::nth(&number.to_ascii_lowercase()).is_some() || month(number).is_some();
        told.then_some(rest)
    };
    if kind {
        numbered().or(Some(rest))
    } else {
        month(first).map(|_| rest)
    }
}

/// The word at the front of a text, and what stands behind it.
fn word(text: &str) -> Option<(&str, &str)> {
    let end = text.find(|c: char| !c.is_alphanumeric()).unwrap_or(text.len());
    (end > 0).then(|| text.split_at(end))
}

/// The period that the label of a rating names, in words that a period cell could hold; the label itself where nobody can
/// tell which one it is (`PREDIKAT KINERJA PERIODIK`).
pub(super) fn of_label(text: &str) -> Option<Box<str>> {
    let label = text.split([':', '\n']).next().unwrap_or(text).trim();
    if label.len() > 100 {
        return None;
    }
    // "TRIWULAN I/II/III/IV*" is the choice of the form, "PER 31 DESEMBER 2025" the day on which it was written.
    let chosen = label.split('/').skip(1).all(|rest| rest.trim_start().starts_with("20"));
    if !chosen || fold_words(label).split(' ').any(|w| w == "per") {
        return None;
    }
    let (facet, _) = facet::split(&[label.into()]);
    let period = facet.period?;
    Some(if *period == *facet::UNCLEAR { label.into() } else { period })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_period_of_a_label() {
        for (label, period) in [
            ("PREDIKAT KINERJA TRIWULAN III : BAIK", Some("TW3")),
            ("Rating Hasil Kerja Bulan Mei", Some("Mei")),
            ("PREDIKAT KINERJA PEGAWAI TAHUN 2024", Some("2024")),
            ("PREDIKAT KINERJA TAHUNAN", Some("Tahunan")),
            ("PREDIKAT KINERJA PERIODIK: BAIK", Some("PREDIKAT KINERJA PERIODIK")),
            ("PREDIKAT KINERJA PEGAWAI*", None),
            ("PREDIKAT KINERJA PEGAWAI TRIWULAN I/II/III/IV-AKHIR*", None),
            ("PREDIKAT KINERJA PEGAWAI PER 31 DESEMBER 2025", None),
            ("RATING HASIL KERJA", None),
        ] {
            assert_eq!(of_label(label).as_deref(), period, "{label}");
        }
        for (text, behind) in [
            ("TRIWULAN III : BAIK", Some(" : BAIK")),
            ("BULAN MEI 2025", Some(" 2025")),
            ("MEI", Some("")),
            ("BULANAN BAIK", Some(" BAIK")),
            ("BAIK", None),
            ("SESUAI EKSPEKTASI", None),
        ] {
            assert_eq!(after_part(text), behind, "{text}");
        }
    }
}
