//! Lines above a table that say a part of the year which is no period, or which one is not told.

use std::collections::BTreeSet;

use super::periode::{PeriodePart, days, full_year, part_of};
use super::title::{NO_PERIOD, in_line_of, is_letters, is_until, range_end, title_words};
use crate::contract::facet;

/// Whether a line above a table says a part of the year that cannot be told: `SEMESTER GANJIL`, `BULANAN` without
/// its month, `JANUARI S.D. SEPTEMBER`, `1 FEBRUARI - 31 AGUSTUS`, `PER 30 JUNI`.
pub fn is_unclear_part(line: &str) -> bool {
    let all = title_words(line);
    let whole = |(i, w): (usize, &String)| match w.as_str() {
        "tahunan" | "setahun" | "final" => true,
        // "SEMESTER AKHIR" is a part, "AKHIR TAHUN" and "TRIWULAN IV-AKHIR" are none.
        "akhir" => i
            .checked_sub(1)
            .is_none_or(|before| !matches!(all[before].as_str(), "semester" | "bulan")),
        word => NO_PERIOD.contains(&word),
    };
    if all.iter().enumerate().any(whole) || names_all_parts(&all) {
        return false;
    }
    if all.windows(3).any(is_within_year) || (0..all.len()).any(|i| counts_months(&all[i..])) {
        return true;
    }
    let unknown = || in_line_of(line, Some(2000)).is_none();
    if days(&all).is_some_and(|(first, last)| first < last && first.year() == last.year()) && unknown() {
        return true;
    }
    let told =
        |i: usize| all[i].len() > 1 && !is_letters(&all[i]) && part_of(&all[i], all.get(i + 1).map(String::as_str)).is_some();
    let parts: Vec<usize> = (0..all.len()).filter(|&i| told(i)).collect();
    // A span, several of them, or "s.d." before one part: what no name of a period says.
    match parts[..] {
        [.., first, last] => return all[first + 1..last].iter().all(|w| joins(w)) && unknown(),
        // "TRIWULAN I S.D. III"
        [one] => {
            let goes_on = range_end(&all[one..], all.get(one + 2..).unwrap_or_default()).is_some();
            return (goes_on || is_until(&all[..one])) && unknown();
        }
        [] => {}
    }
    all.iter().enumerate().any(|(i, word)| match word.as_str() {
        // Whoever works part of the time is rated for the year, too.
        "paruh" => all.get(i + 1).is_none_or(|next| next != "waktu"),
        "semester" | "smt" | "semesteran" | "triwulan" | "triwulanan" | "tw" | "kuartal" | "caturwulan" | "bulanan"
        | "periodik" => {
            // "3 triwulan"
            let counted = |w: &String| full_year(w).is_none() && w.parse::<u16>().is_ok();
            i.checked_sub(1).is_none_or(|before| !counted(&all[before]))
        }
        "tengah" => all.get(i + 1).is_some_and(|next| next == "tahun"),
        _ => false,
    })
}

/// Whether a line names each part of the year, or its first and its last day with others between: it means all of it.
fn names_all_parts(all: &[String]) -> bool {
    let named = |kinds: &[&str]| {
        let pairs = all.windows(2).filter(|two| kinds.contains(&two[0].as_str()));
        pairs.filter_map(|two| facet::nth(&two[1])).collect::<BTreeSet<_>>().len()
    };
    let says = |day: &str, month: &str| all.windows(2).any(|two| two[0] == day && two[1] == month);
    let days = says("1", "januari") && says("31", "desember");
    days || named(&["triwulan", "tw"]) == 4 || named(&["semester", "smt"]) == 2
}

/// Whether a line tells its part of a year by days of a later year than this one.
pub fn is_of_days_after(line: &str, year: i16) -> bool {
    days(&title_words(line)).is_some_and(|(first, _)| first.year() > year)
}

/// What may stand between the first and the last part of a span, or between two of several: `MEI S.D. 31 OKTOBER`,
/// `TRIWULAN I DAN TRIWULAN II`.
fn joins(word: &str) -> bool {
    let between = [
        "s", "d", "sd", "sampai", "dengan", "hingga", "dan", "tahun", "thn", "bulan", "tanggal", "tgl",
    ];
    let day = || word.len() <= 2 && word.parse::<u8>().is_ok();
    between.contains(&word) || day() || full_year(word).is_some() || facet::nth(word).is_some()
}

/// `6 BULAN PERTAMA`, `9 (SEMBILAN) BULAN`: so many months, which are no year.
fn counts_months(words: &[String]) -> bool {
    let named = |w: &String| facet::count_word(w).is_some();
    let is_count = |w: &String| named(w) || (w.len() <= 2 && w.parse::<u8>().is_ok_and(|n| (1..12).contains(&n)));
    let Some((_, rest)) = words.split_first().filter(|(first, _)| is_count(first)) else {
        return false;
    };
    let rest = match rest {
        [word, rest @ ..] if named(word) => rest,
        _ => rest,
    };
    // "5 Bulan Januari" is a day.
    let of_a_month = || {
        rest.get(1)
            .is_some_and(|w| matches!(part_of(w, None), Some((PeriodePart::Month(_), 0))))
    };
    rest.first().is_some_and(|w| w == "bulan") && !of_a_month()
}

/// `PER 30 JUNI`, `POSISI 30-09`: data as of the end of a quarter that is not the year's.
fn is_within_year(words: &[String]) -> bool {
    let [as_of, day, month] = words else { return false };
    let month = match part_of(month, None) {
        Some((PeriodePart::Month(n), _)) => Some(n),
        _ => month.parse().ok(),
    };
    let end = matches!((day.as_str(), month), ("31", Some(3)) | ("30", Some(6 | 9)));
    end && matches!(as_of.as_str(), "per" | "posisi" | "keadaan" | "kondisi")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_part_of_the_year_that_cannot_be_told() {
        for line in [
            "REKAP SEMESTER GANJIL TAHUN 2025",
            "Semester: Genap Tahun: 2025",
            "REKAP PREDIKAT BULANAN TAHUN 2025",
            "REKAP PREDIKAT TRIWULANAN 2025",
            "PENILAIAN TENGAH TAHUN 2025",
            "PENILAIAN PARUH TAHUN 2025",
            "TAHUN PELAJARAN 2025/2026 SEMESTER GANJIL",
            "REKAP TAHUN 2025 SEMESTER AKHIR",
            "CATURWULAN I 2025",
            "REKAP PREDIKAT KINERJA PERIODIK TAHUN 2025",
            "CAPAIAN S.D. OKTOBER 2025",
            "PERIODE JANUARI S/D SEPTEMBER 2025",
            "REKAP KINERJA 1 FEBRUARI S.D. 31 AGUSTUS 2025",
            "Periode : 1 Februari 2025 s.d. 31 Agustus 2025",
            "Periode 01-02-2025 s/d 31-08-2025",
            "01/02/2025 - 31/08/2025",
            "REKAP KINERJA MEI - OKTOBER 2025",
            "21 JANUARI SD 30 JUNI DAN 1 JULI SD 31 AGUSTUS 2025",
            "BULAN MEI SAMPAI DENGAN BULAN OKTOBER TAHUN 2025",
            "AGUSTUS DAN SEPTEMBER 2025",
            "BULAN JULI, AGUSTUS, SEPTEMBER, DAN OKTOBER 2025",
            "TRIWULAN I DAN TRIWULAN III 2025",
            "REKAP TRIWULAN I S.D. III TAHUN 2025",
            "REKAP PREDIKAT KINERJA 6 BULAN PERTAMA 2025",
            "9 (SEMBILAN) BULAN TAHUN 2025",
            "ENAM BULAN AKHIR 2025",
        ] {
            assert!(is_unclear_part(line), "{line}");
        }
        for line in [
            "REKAP SEMESTER I TAHUN 2025",
            "PERIODE JANUARI - JUNI 2025",
            "PERIODE JANUARI S.D. JUNI 2025",
            "REKAP PREDIKAT TAHUN 2025",
            "PENILAIAN TRIWULAN IV-AKHIR",
            "PERIODE BULANAN/TRIWULANAN/TAHUNAN",
            "Rekap 3 triwulan",
            "Idi, 5 Januari 2026",
            "Dinas Arsip",
            "1 JANUARI S.D. 31 DESEMBER 2025",
            "Periode : 1 Januari 2025 s.d. 31 Desember 2025",
            "Periode 01-01-2025 s/d 31-12-2025",
            "Periode 02-01-2025 s/d 31-12-2025",
            "2 JANUARI - 31 DESEMBER 2025",
            "TW I/TW II/TW III/TW IV 2025",
            "SEMESTER I (JANUARI-JUNI) DAN SEMESTER II (JULI-DESEMBER) 2025",
            "1 JANUARI SD 30 JUNI DAN 1 JULI SD 31 DESEMBER 2025",
            "JANUARI - DESEMBER 2025",
            "TRIWULAN II (APRIL - JUNI) 2025",
            "TRIWULAN I S.D. II TAHUN 2025",
            "TRIWULAN I S.D. IV TAHUN 2025",
            "REKAP 12 BULAN TAHUN 2025",
            "Surabaya, 5 bulan Januari tahun 2026",
            "REKAP PREDIKAT KINERJA PPPK DAN PPPK PARUH WAKTU TAHUN 2025",
            "PEGAWAI PARUH WAKTU",
            "Diunduh 01-12-2025 s.d. 05-12-2025",
        ] {
            assert!(!is_unclear_part(line), "{line}");
        }
    }

    proptest::proptest! {
        #[test]
        fn no_line_panics(text in "\\PC{0,60}") {
            let _ = is_unclear_part(&text);
        }
    }
}
