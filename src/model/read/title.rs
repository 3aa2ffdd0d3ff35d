//! Periods in the lines above a table, and in the names of sheets and files.

use super::periode::{PeriodePart, days, full_year, part_of, spanning, spelled, until, words};
use crate::model::Periode;

/// Words of lines about regulations, letters, and the day the data were drawn.
pub(super) const NO_PERIOD: [&str; 9] = [
    "ditarik",
    "nomor",
    "no",
    "peraturan",
    "undang",
    "permenpanrb",
    "pp",
    "dicetak",
    "diunduh",
];

/// Words before the day or month as of which data are.
const AS_OF: [&str; 8] = [
    "kondisi",
    "keadaan",
    "posisi",
    "per",
    "update",
    "pemutakhiran",
    "diperbarui",
    "cetak",
];

/// So many days at its ends leave a span of days the period that its months are.
const NEARLY: i8 = 7;

/// The period a line above a table tells: `Laporan Penilaian SKP Periode Bulanan Desember Tahun
/// 2025`, `Periode : 1 Januari 2025 s.d. 31 Desember 2025`. Lines about regulations, and about the
/// day the data were drawn, tell none.
pub fn in_line(line: &str) -> Option<Periode> {
    in_line_of(line, None)
}

/// Like [`in_line`], where a part of a year without its year (`PERIODE TW 3`) is of this one.
pub fn in_line_of(line: &str, year: Option<i16>) -> Option<Periode> {
    let all = title_words(line);
    let without_day = || without_as_of(&all).and_then(|rest| in_words(&rest, year));
    without_day().or_else(|| in_words(&all, year))
}

/// Whether a line tells nothing but as of which day or month its data are: `Kondisi : Januari 2026`, `Per 31 Desember 2025`.
/// The list may be of a year that another line says.
pub fn is_as_of(line: &str) -> bool {
    without_as_of(&title_words(line)).is_some_and(|rest| in_words(&rest, Some(2000)).is_none())
}

/// Whether a line says as of when its data are, in a year after this one: what it says is no part of this year.
pub fn is_as_of_later_year(line: &str, year: i16) -> bool {
    let all = title_words(line);
    let years = |words: &[String]| words.iter().filter_map(|w| full_year(w)).filter(|y| *y > year).count();
    without_as_of(&all).is_some_and(|rest| years(&all) > years(&rest))
}

/// The words of a line without those that say as of which day or month its data are; `None` where there are none.
fn without_as_of(all: &[String]) -> Option<Vec<String>> {
    let is_day = |w: &String| w.len() <= 2 && w.parse::<u8>().is_ok();
    let is_month = |w: &String| w.len() > 2 && matches!(part_of(w, None), Some((PeriodePart::Month(_), 0)));
    let at = all.iter().position(|w| AS_OF.contains(&w.as_str()))?;
    let mut end = at + 1;
    let mut skip = |is: &dyn Fn(&String) -> bool| {
        let found = all.get(end).is_some_and(is);
        end += usize::from(found);
        found
    };
    while skip(&|w| matches!(w.as_str(), "per" | "pada" | "data" | "akhir" | "bulan" | "tanggal" | "tgl")) {}
    let day = skip(&is_day);
    let month = skip(&is_month) || (day && skip(&is_day));
    if !month {
        return None;
    }
    skip(&|w| w == "tahun");
    skip(&|w| full_year(w).is_some());
    Some([&all[..at], &all[end..]].concat())
}

/// The period that the words of a line tell.
fn in_words(all: &[String], year: Option<i16>) -> Option<Periode> {
    let has = |w: &str| all.iter().any(|x| x == w);
    if NO_PERIOD.iter().any(|w| has(w)) {
        return None;
    }
    // "TRIWULAN IV-AKHIR", what is left of the official line once the other quarters are struck out: the
    // year's evaluation.
    let last =
        |w: &[String]| matches!(w[0].as_str(), "triwulan" | "tw") && matches!(w[1].as_str(), "iv" | "4") && w[2] == "akhir";
    if all.windows(3).any(last) {
        return all.iter().find_map(|w| full_year(w)).or(year).map(Periode::Tahun);
    }
    // "TRIWULAN I/II/III/IV-AKHIR" with nothing struck out: nobody has chosen, and only the year is told.
    let open = |w: &[String]| w[0] == "triwulan" && w[1..] == ["i", "ii", "iii"];
    if all.windows(4).any(open) {
        return all.iter().find_map(|w| full_year(w)).map(Periode::Tahun);
    }
    if let Some(month) = month_in_figures(all) {
        return Some(month);
    }
    let starts = |w: &str| all.iter().any(|x| x.starts_with(w));
    let says_period = ["periode", "tahun", "bulan", "triwulan", "tribulan", "semester", "kuartal"]
        .iter()
        .any(|w| starts(w))
        || all.iter().any(|w| matches!(w.as_str(), "th" | "thn"));
    // Two days that are the first and the last of a whole period say it without a word for it.
    if let Some((first, last)) = days(all) {
        // "2 Januari s.d. 31 Desember 2025"
        let whole = first.day() <= NEARLY && last.day() + NEARLY > last.days_in_month();
        let months = || spanning(first.first_of_month(), last.last_of_month()).filter(|_| whole);
        if let Some(p) = spanning(first, last).or_else(months) {
            return Some(p);
        }
        // Without names of months a year is all that is left of the two, and it is not what they say.
        if !all
            .iter()
            .any(|w| matches!(part_of(w, None), Some((PeriodePart::Month(_), 0))))
        {
            return None;
        }
    }
    // The part that names the period: the words about it, wherever the title puts them.
    let mut told: Vec<String> = Vec::new();
    let (mut i, mut parts, mut dated, mut cumulative) = (0, 0, false, false);
    while let Some(word) = all.get(i) {
        let next = all.get(i + 1).map(String::as_str);
        if full_year(word).is_some() {
            told.push(word.clone());
        } else if word.len() > 1
            && let Some((_, used)) = part_of(word, next).filter(|_| !is_letters(word))
        {
            // "5 Januari 2026" is a day, of the letter rather than of the data.
            dated |= i
                .checked_sub(1)
                .is_some_and(|before| all[before].len() <= 2 && all[before].parse::<u8>().is_ok());
            parts += 1;
            cumulative |= parts == 1 && is_until(&all[..i]);
            if let Some((months, more)) = range_end(&all[i..=i + used], &all[i + used + 1..]) {
                told.extend(months);
                parts += 1;
                i += more;
            } else {
                told.extend(all[i..=i + used].iter().cloned());
            }
            i += used;
        }
        i += 1;
    }
    // "REKAP PREDIKAT 2024": a year alone in a title that is about marks.
    let about_marks = ["rekap", "rekapitulasi", "predikat", "skp", "kinerja"].iter().any(|w| has(w));
    let one_year = all.iter().filter(|w| full_year(w).is_some()).count() == 1;
    let says_period = says_period || (about_marks && one_year && !dated);
    let says_part = parts > 0 && !dated && (year.is_some() || told.iter().any(|w| full_year(w).is_some()));
    if !says_period && !says_part {
        return None;
    }
    let found = spelled(&told, year.filter(|_| parts > 0))?;
    if cumulative {
        // "s.d. Triwulan II": from the beginning of the year.
        return spanning(Periode::Tahun(found.tahun()).start(), found.end());
    }
    Some(found)
}

/// Whether a word is the letters of a half-year or quarter, and nothing says that it is one: `M.Si`, `BIDANG SI`.
pub(super) fn is_letters(word: &str) -> bool {
    let number = word.strip_prefix(['s', 'q']);
    number.is_some_and(|n| !n.is_empty() && n.chars().all(|c| matches!(c, 'i' | 'v')))
}

/// Whether a line says the whole year by its first and last day: `01/01/2025 - 31/12/2025`.
pub fn spans_year(line: &str) -> bool {
    days(&title_words(line)).is_some() && matches!(in_line(line), Some(Periode::Tahun(_)))
}

/// Whether a line names a part of the year by its kind: `TRIWULAN II`, `SMT 1`, `BULAN: MEI`.
pub fn names_part(line: &str) -> bool {
    const KINDS: [&str; 8] = ["triwulan", "tribulan", "tw", "kuartal", "semester", "smt", "bulan", "bulanan"];
    let all = title_words(line);
    let numbered = |(i, word): (usize, &String)| {
        // "S1" is an education.
        let sure = word.len() > 2;
        sure && matches!(part_of(word, all.get(i + 1).map(String::as_str)), Some((part, _)) if !matches!(part, PeriodePart::Month(_)))
    };
    all.iter().any(|w| KINDS.contains(&w.as_str())) || all.iter().enumerate().any(numbered)
}

/// Whether words end with `s.d.`.
pub(super) fn is_until(words: &[String]) -> bool {
    (1..=2).any(|n| {
        words
            .len()
            .checked_sub(n)
            .is_some_and(|from| until(&words[from..]) == Some(n))
    })
}

/// The words of a line; "SEMESTER KE-1" is the first.
pub(super) fn title_words(line: &str) -> Vec<String> {
    let mut all = words(line);
    all.retain(|w| w != "ke");
    all
}

/// `Periode: 2025-06`, `Periode 06/2025`, `Bulan : 202506`: the month of a year, all in figures.
fn month_in_figures(all: &[String]) -> Option<Periode> {
    let at = all.iter().position(|w| matches!(w.as_str(), "periode" | "bulan"))?;
    let rest: Vec<&str> = all[at + 1..].iter().map(String::as_str).collect();
    let month = |text: &str| text.parse::<u8>().ok().filter(|m| text.len() <= 2 && (1..=12).contains(m));
    let (year, month) = match rest[..] {
        [a, b] => match (full_year(a), full_year(b)) {
            (Some(year), None) => (year, month(b)?),
            (None, Some(year)) => (year, month(a)?),
            _ => return None,
        },
        [both] if both.len() == 6 && both.is_ascii() => (full_year(&both[..4])?, month(&both[4..])?),
        _ => return None,
    };
    Some(Periode::Bulan(year, month))
}

/// `Triwulan I s.d. IV`: the months from the beginning of the first to the end of the last, and how many
/// words behind the first it takes.
pub(super) fn range_end(first: &[String], rest: &[String]) -> Option<([String; 2], usize)> {
    let (unit, _) = part_of(first.first()?, first.get(1).map(String::as_str))?;
    let skipped = until(rest)?;
    let after = &rest[skipped..];
    let (word, next) = (after.first()?, after.get(1).map(String::as_str));
    let (last, used) = match part_of(word, next) {
        Some(found) => found,
        // The second leaves its unit to the first.
        None => (part_of(first.first()?, Some(word))?.0, 0),
    };
    let months = |part: PeriodePart| match part {
        PeriodePart::Semester(n) => (6 * n - 5, 6 * n),
        PeriodePart::Quarter(n) => (3 * n - 2, 3 * n),
        PeriodePart::Month(n) => (n, n),
    };
    let name = |n: u8| crate::base::calendar::month_name(i8::try_from(n).unwrap_or(1)).to_lowercase();
    Some(([name(months(unit).0), name(months(last).1)], skipped + 1 + used))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_above_a_table() {
        let told = |t: &str| in_line(t).map(|p| p.to_string());
        assert_eq!(
            told("Laporan Penilaian SKP Periode Bulanan Desember Tahun 2025").as_deref(),
            Some("2025-12")
        );
        assert_eq!(
            told("Periode : 1 Januari 2025 s.d. 31 Desember 2025").as_deref(),
            Some("2025")
        );
        assert_eq!(
            told("PERIODE PENILAIAN: 1 JANUARI SD 31 DESEMBER TAHUN 2025").as_deref(),
            Some("2025")
        );
        assert_eq!(told("Periode : 01-07-2025 - 31-12-2025").as_deref(), Some("2025-S2"));
        assert_eq!(told("SASARAN KINERJA PEGAWAI TAHUN 2025").as_deref(), Some("2025"));
        assert_eq!(told("Periode Bulanan 5 Tahun 2025").as_deref(), Some("2025-05"));
        assert_eq!(told("Periode Bulanan V Tahun 2025").as_deref(), Some("2025-05"));
        assert_eq!(told("Periode Triwulan II Tahun 2025").as_deref(), Some("2025-TW2"));
        assert_eq!(told("Laporan Penilaian SKP TW 3 2025").as_deref(), Some("2025-TW3"));
        assert_eq!(told("REKAP PREDIKAT MEI 2025").as_deref(), Some("2025-05"));
        assert_eq!(told("Triwulan I s.d. IV Tahun 2025").as_deref(), Some("2025"));
        assert_eq!(told("Bulan Januari s.d. Maret 2025").as_deref(), Some("2025-TW1"));
        assert_eq!(told("PERIODE TW 3"), None);
        assert_eq!(
            in_line_of("PERIODE TW 3", Some(2025)).map(|p| p.to_string()).as_deref(),
            Some("2025-TW3")
        );
        assert_eq!(in_line_of("Periode Penilaian", Some(2025)), None);
        assert_eq!(told("Khayal, 5 Januari 2026"), None);
        assert_eq!(told("Data ditarik pada : 15 Januari 2026"), None);
        assert_eq!(told("Peraturan Menteri Nomor 6 Tahun 2022"), None);
        assert_eq!(told("Unor : ALL"), None);
        for line in ["Pejabat Penilai : Lintang Kertapati, M.Si", "BIDANG SI", "TIM Q II"] {
            assert_eq!(in_line_of(line, Some(2025)), None, "{line}");
        }
        assert_eq!(told("DAFTAR NILAI BIDANG SI TAHUN 2025").as_deref(), Some("2025"));
    }

    #[test]
    fn as_of_when_the_data_are_is_not_what_they_are_of() {
        for (line, expected) in [
            ("REKAP PREDIKAT TAHUN 2025 KEADAAN JANUARI 2026", Some("2025")),
            ("DAFTAR NILAI SKP TAHUN 2025 PER 31 DESEMBER 2025", Some("2025")),
            ("REKAP SKP TRIWULAN II TAHUN 2025 (kondisi 5 Juli 2025)", Some("2025-TW2")),
            ("Keadaan Desember 2025", Some("2025-12")),
        ] {
            assert_eq!(in_line(line).map(|p| p.to_string()).as_deref(), expected, "{line}");
        }
        for line in [
            "Kondisi : Januari 2026",
            "Keadaan bulan Desember 2025",
            "Per 31 Desember 2025",
            "Data per 5-1-2026",
            "POSISI AKHIR JANUARI TAHUN 2026",
        ] {
            assert!(is_as_of(line), "{line}");
        }
        for line in [
            "Periode Januari 2026",
            "REKAP SKP PER TRIWULAN 2025",
            "PER UNIT KERJA",
            "TAHUN 2025 PER 31 DESEMBER 2025",
        ] {
            assert!(!is_as_of(line), "{line}");
        }
    }

    #[test]
    fn a_month_in_figures_and_what_is_from_the_beginning_of_the_year() {
        for (line, expected) in [
            ("Periode: 2025-06", Some("2025-06")),
            ("Periode : 202506", Some("2025-06")),
            ("Periode 06/2025", Some("2025-06")),
            ("Periode Triwulanan 3 Tahun 2025", Some("2025-TW3")),
            ("Periode : Semesteran II Tahun 2025", Some("2025-S2")),
            ("Periode Penilaian : 2025-01-01 s.d 2025-03-31", Some("2025-TW1")),
            ("REKAP SEMESTER KE-1 2025", Some("2025-S1")),
            ("CAPAIAN S.D. TRIWULAN II TAHUN 2025", Some("2025-S1")),
            ("CAPAIAN S.D. DESEMBER 2025", Some("2025")),
            ("CAPAIAN S.D. OKTOBER 2025", None),
            ("Januari s.d. September 2025", None),
        ] {
            assert_eq!(in_line(line).map(|p| p.to_string()).as_deref(), expected, "{line}");
        }
    }

    proptest::proptest! {
        #[test]
        fn no_line_panics(text in "\\PC{0,60}") {
            let _ = (in_line(&text), in_line_of(&text, Some(2025)));
        }
    }
}
