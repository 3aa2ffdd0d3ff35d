//! Periods in cells and in the lines above a table.

use jiff::civil::Date;

use super::date::{self, DateRead, month};
use crate::base::text::{clean, is_dash};
use crate::input::Value;
use crate::model::Periode;

/// What a period cell gave.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PeriodeRead {
    /// Nothing, or a dash.
    Blank,
    /// A period.
    Given(Periode),
    /// Something else.
    NotPeriode,
}

impl PeriodeRead {
    /// The period, where there is one.
    #[must_use]
    pub fn given(self) -> Option<Periode> {
        match self {
            Self::Given(periode) => Some(periode),
            Self::Blank | Self::NotPeriode => None,
        }
    }
}

/// Reads a period cell: the forms of the contract, the ways people write them out, and the date
/// that Excel makes of `2025-07` (the first of that month). A period without a year is none.
pub fn read(value: Value<'_>) -> PeriodeRead {
    read_with(value, None)
}

/// Like [`read`], where a period without a year (`TW II`, `Januari`) is of this one.
pub fn read_in(value: Value<'_>, year: i16) -> PeriodeRead {
    read_with(value, Some(year))
}

fn read_with(value: Value<'_>, year: Option<i16>) -> PeriodeRead {
    let found = match value {
        Value::Empty => return PeriodeRead::Blank,
        Value::Text(text) => {
            // Nearly every cell: a bare year.
            if let Some(year) = full_year(text) {
                return PeriodeRead::Given(Periode::Tahun(year));
            }
            let text = clean(text);
            if text.is_empty() || is_dash(&text) {
                return PeriodeRead::Blank;
            }
            text.parse().ok().or_else(|| month_of(date::read_text(&text))).or_else(|| {
                let mut words = words(&text);
                // "bulan ke-5"
                words.retain(|w| w != "ke");
                let days = || days_with(&words, year).and_then(|(first, last)| spanning(first, last));
                spelled(&words, year).or_else(days)
            })
        }
        Value::Date(d) => month_of(DateRead::Given(d)),
        Value::Number { value, percent: false } => crate::base::figure::from_f64(value).and_then(|d| d.to_string().parse().ok()),
        Value::Number { .. } | Value::Clock(_) | Value::Bool(_) | Value::Error(_) | Value::Uncomputed => None,
    };
    found.map_or(PeriodeRead::NotPeriode, PeriodeRead::Given)
}

fn month_of(read: DateRead) -> Option<Periode> {
    match read {
        DateRead::Given(d) if d.day() == 1 => u8::try_from(d.month()).ok().map(|m| Periode::Bulan(d.year(), m)),
        _ => None,
    }
}

/// The period from `first` to `last`, if it is a whole year, semester, triwulan or month.
pub fn spanning(first: Date, last: Date) -> Option<Periode> {
    let year = first.year();
    std::iter::once(Periode::Tahun(year))
        .chain((1..=2).map(|n| Periode::Semester(year, n)))
        .chain((1..=4).map(|n| Periode::Triwulan(year, n)))
        .chain((1..=12).map(|n| Periode::Bulan(year, n)))
        .find(|p| p.start() == first && p.end() == last)
}

/// `Semester II 2025`, `Triwulan 3 Tahun 2025`, `TW III 2025`, `Juli 2025`, `Jul-25`, `01/2025`,
/// `Tahun 2025`, `Januari s.d. Maret 2025`, `Triwulan I (Januari – Maret)`; with a year to complete
/// them by also `TW II`, `Januari`, `Tahunan`.
fn spelled(words: &[String], default_year: Option<i16>) -> Option<Periode> {
    let mut year = None;
    let mut whole = false;
    let mut part: Option<PeriodePart> = None;
    let mut months: Vec<u8> = Vec::new();
    let mut i = 0;
    while let Some(word) = words.get(i) {
        let next = words.get(i + 1).map(String::as_str);
        if let Some(y) = full_year(word) {
            if year.replace(y).is_some_and(|before| before != y) {
                return None;
            }
        } else if let Some((p, used)) = part_of(word, next) {
            match p {
                PeriodePart::Month(m) => months.push(m),
                other if part.replace(other).is_some() => return None,
                _ => {}
            }
            i += used;
        } else {
            match word.as_str() {
                "tahunan" | "setahun" | "final" => whole = true,
                "akhir" | "1" | "satu" if next == Some("tahun") => whole = true,
                "12" if next == Some("bulan") && words.len() == 2 => whole = true,
                "tahun" | "thn" | "th" | "ta" | "periode" | "bulan" | "bulanan" | "triwulanan" | "semesteran" => {}
                // between two months
                "s" | "d" | "sd" | "sampai" | "dengan" | "hingga" if !months.is_empty() || is_until(words) => {}
                // "Jul-25" is how Excel shows 2025-07; only a month may have a short year.
                short if short.len() == 2 && !months.is_empty() && year.is_none() => {
                    year = Some(2000 + short.parse::<i16>().ok()?);
                }
                // "01/2025", "7-2025"
                number if i == 0 && words.len() == 2 && next.and_then(full_year).is_some() => {
                    months.push(number.parse().ok().filter(|m| number.len() <= 2 && (1..=12).contains(m))?);
                }
                _ => return None,
            }
        }
        i += 1;
    }
    if year.is_none() && !whole && part.is_none() && months.is_empty() {
        return None;
    }
    let year = year.or(default_year)?;
    if is_until(words) {
        let end = match (part, &months[..]) {
            (Some(PeriodePart::Semester(n)), []) => Periode::Semester(year, n).end(),
            (Some(PeriodePart::Quarter(n)), []) => Periode::Triwulan(year, n).end(),
            (None, [one]) => Periode::Bulan(year, *one).end(),
            _ => return None,
        };
        return spanning(Periode::Tahun(year).start(), end);
    }
    let part = match part {
        None => None,
        Some(PeriodePart::Semester(n)) => Some(Periode::Semester(year, n)),
        Some(PeriodePart::Quarter(n)) => Some(Periode::Triwulan(year, n)),
        Some(PeriodePart::Month(n)) => Some(Periode::Bulan(year, n)),
    };
    let span = match months[..] {
        [] => None,
        [one] => Some(Periode::Bulan(year, one)),
        [first, last] => {
            let (first, last) = (Periode::Bulan(year, first), Periode::Bulan(year, last));
            Some(spanning(first.start(), last.end())?)
        }
        _ => return None,
    };
    match (part, span) {
        (Some(a), Some(b)) if a != b => None,
        (Some(one), _) | (None, Some(one)) => (!whole).then_some(one),
        (None, None) => Some(Periode::Tahun(year)),
    }
}

/// `s.d. Juni`: from the beginning of the year.
fn is_until(words: &[String]) -> bool {
    match words {
        [first, ..] if matches!(first.as_str(), "sd" | "sampai" | "hingga") => true,
        [first, second, ..] => first == "s" && second == "d",
        _ => false,
    }
}

#[derive(Debug, Clone, Copy)]
enum PeriodePart {
    Semester(u8),
    Quarter(u8),
    Month(u8),
}

fn words(text: &str) -> Vec<String> {
    let text = text
        .replace("Tri Wulan", "Triwulan")
        .replace("TRI WULAN", "TRIWULAN")
        .replace("T.A.", "TA ");
    text.split(|c: char| !c.is_alphanumeric())
        .filter(|w| !w.is_empty())
        .map(str::to_lowercase)
        .collect()
}

fn full_year(word: &str) -> Option<i16> {
    (word.len() == 4)
        .then(|| word.parse::<i16>().ok())
        .flatten()
        .filter(|y| (1900..=2999).contains(y))
}

fn part_of(word: &str, next: Option<&str>) -> Option<(PeriodePart, usize)> {
    if let Some(m) = month(word) {
        return Some((PeriodePart::Month(u8::try_from(m).ok()?), 0));
    }
    if matches!(word, "bulan" | "bulanan" | "bln")
        && let Some(m) = next.and_then(nth_month)
    {
        return Some((PeriodePart::Month(m), 1));
    }
    let nth = |text: &str, max: u8| -> Option<u8> {
        let n = match text {
            "i" | "1" | "01" | "satu" | "pertama" => 1,
            "ii" | "2" | "02" | "dua" | "kedua" => 2,
            "iii" | "3" | "03" | "tiga" | "ketiga" => 3,
            "iv" | "4" | "04" | "empat" | "keempat" => 4,
            _ => return None,
        };
        (n <= max).then_some(n)
    };
    for (prefix, max) in [
        ("semester", 2),
        ("smt", 2),
        ("sem", 2),
        ("s", 2),
        ("triwulan", 4),
        ("tribulan", 4),
        ("trw", 4),
        ("tw", 4),
        ("kuartal", 4),
        ("q", 4),
    ] {
        let make = |n| {
            if max == 2 {
                PeriodePart::Semester(n)
            } else {
                PeriodePart::Quarter(n)
            }
        };
        if word == prefix {
            if let Some(n) = next.and_then(|t| nth(t, max)) {
                return Some((make(n), 1));
            }
        } else if let Some(n) = word.strip_prefix(prefix).and_then(|t| nth(t, max)) {
            return Some((make(n), 0));
        }
    }
    None
}

/// `5`, `05`, `V` behind the word "bulan".
fn nth_month(text: &str) -> Option<u8> {
    const ROMAN: [&str; 12] = ["i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii"];
    let roman = ROMAN.iter().position(|r| *r == text).and_then(|i| u8::try_from(i + 1).ok());
    roman.or_else(|| text.parse().ok().filter(|m| text.len() <= 2 && (1..=12).contains(m)))
}

/// The period a line above a table tells: `Laporan Penilaian SKP Periode Bulanan Desember Tahun
/// 2025`, `Periode : 1 Januari 2025 s.d. 31 Desember 2025`. Lines about regulations, and about the
/// day the data were drawn, tell none.
pub fn in_line(line: &str) -> Option<Periode> {
    in_line_of(line, None)
}

/// Like [`in_line`], where a part of a year without its year (`PERIODE TW 3`) is of this one.
pub fn in_line_of(line: &str, year: Option<i16>) -> Option<Periode> {
    let all = words(line);
    let has = |w: &str| all.iter().any(|x| x == w);
    if [
        "ditarik",
        "nomor",
        "no",
        "peraturan",
        "undang",
        "permenpanrb",
        "pp",
        "dicetak",
        "diunduh",
    ]
    .iter()
    .any(|w| has(w))
    {
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
    let starts = |w: &str| all.iter().any(|x| x.starts_with(w));
    let says_period = ["periode", "tahun", "bulan", "triwulan", "tribulan", "semester", "kuartal"]
        .iter()
        .any(|w| starts(w));
    if let Some(p) = days(&all)
        .and_then(|(first, last)| spanning(first, last))
        .filter(|_| says_period)
    {
        return Some(p);
    }
    // The part that names the period: the words about it, wherever the title puts them.
    let mut told: Vec<String> = Vec::new();
    let (mut i, mut parts, mut dated) = (0, 0, false);
    while let Some(word) = all.get(i) {
        let next = all.get(i + 1).map(String::as_str);
        if full_year(word).is_some() {
            told.push(word.clone());
        } else if word.len() > 1
            && let Some((_, used)) = part_of(word, next)
        {
            // "5 Januari 2026" is a day, of the letter rather than of the data.
            dated |= i
                .checked_sub(1)
                .is_some_and(|before| all[before].len() <= 2 && all[before].parse::<u8>().is_ok());
            parts += 1;
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
    spelled(&told, year.filter(|_| parts > 0))
}

/// `Triwulan I s.d. IV`: the months from the beginning of the first to the end of the last, and how many
/// words behind the first it takes.
fn range_end(first: &[String], rest: &[String]) -> Option<([String; 2], usize)> {
    let (unit, _) = part_of(first.first()?, first.get(1).map(String::as_str))?;
    let until = match rest {
        [s, d, ..] if (s == "s" && d == "d") || (s == "sampai" && d == "dengan") => 2,
        [sd, ..] if matches!(sd.as_str(), "sd" | "sampai" | "hingga") => 1,
        _ => return None,
    };
    let after = &rest[until..];
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
    Some(([name(months(unit).0), name(months(last).1)], until + 1 + used))
}

/// First and last day told by a text such as "1 Januari s.d. 31 Desember 2025"; without a year of its
/// own, of the one given.
pub fn days_in(text: &str, year: Option<i16>) -> Option<(Date, Date)> {
    days_with(&words(text), year).filter(|(first, last)| first <= last)
}

fn days(words: &[String]) -> Option<(Date, Date)> {
    days_with(words, None)
}

/// Two dates in a line; the first may leave its year to the second, and both to the year given.
fn days_with(words: &[String], year: Option<i16>) -> Option<(Date, Date)> {
    let day = |t: &String| (t.len() <= 2).then(|| t.parse::<i8>().ok()).flatten();
    let month_at = |t: &String| month(t).or_else(|| day(t));
    let words: Vec<&String> = words
        .iter()
        .filter(|w| !matches!(w.as_str(), "tahun" | "tgl" | "tanggal"))
        .collect();
    let mut dates = Vec::new();
    let mut i = 0;
    while i + 1 < words.len() {
        if let (Some(d), Some(m)) = (day(words[i]), month_at(words[i + 1])) {
            let year = words.get(i + 2).and_then(|w| full_year(w));
            dates.push((d, m, year));
            i += if year.is_some() { 3 } else { 2 };
        } else {
            i += 1;
        }
    }
    let [(d1, m1, y1), (d2, m2, y2)] = dates[..] else {
        return None;
    };
    let y2 = y2.or(year)?;
    Some((Date::new(y1.unwrap_or(y2), m1, d1).ok()?, Date::new(y2, m2, d2).ok()?))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn contract_forms_and_what_excel_makes_of_them() {
        let given = |v: Value<'_>| match read(v) {
            PeriodeRead::Given(p) => p.to_string(),
            other => panic!("{v:?}: {other:?}"),
        };
        for (text, expected) in [
            ("2025", "2025"),
            (" 2025-S1 ", "2025-S1"),
            ("2025-tw3", "2025-TW3"),
            ("2025-07", "2025-07"),
            ("01/07/2025", "2025-07"),
            ("Jul-25", "2025-07"),
            ("Juli 2025", "2025-07"),
            ("Semester II 2025", "2025-S2"),
            ("Triwulan 3 Tahun 2025", "2025-TW3"),
            ("TW III 2025", "2025-TW3"),
            ("Tahun 2025", "2025"),
            ("TA 2025", "2025"),
            ("T.A. 2025", "2025"),
            ("S1 2025", "2025-S1"),
        ] {
            assert_eq!(given(Value::Text(text)), expected, "{text}");
        }
        assert_eq!(
            given(Value::Number {
                value: 2025.0,
                percent: false
            }),
            "2025"
        );
        assert_eq!(given(Value::Date(jiff::civil::date(2025, 7, 1))), "2025-07");
        assert_eq!(read(Value::Text(" ")), PeriodeRead::Blank);
        for text in [
            "TW3",
            "25",
            "2025-13",
            "akhir tahun",
            "2024/2025",
            "Juli Agustus 2025",
            "Januari",
            "13/2025",
        ] {
            assert_eq!(read(Value::Text(text)), PeriodeRead::NotPeriode, "{text}");
        }
        assert_eq!(read(Value::Date(jiff::civil::date(2025, 7, 15))), PeriodeRead::NotPeriode);
    }

    #[test]
    fn the_year_of_the_run_completes_a_period() {
        for (text, expected) in [
            ("TW I", "2025-TW1"),
            ("Triwulan 2", "2025-TW2"),
            ("TRIWULAN IV", "2025-TW4"),
            ("Triwulan III (Juli - September)", "2025-TW3"),
            ("tw3", "2025-TW3"),
            ("Q1", "2025-TW1"),
            ("S1", "2025-S1"),
            ("Semester II", "2025-S2"),
            ("Januari", "2025-01"),
            ("Nopember", "2025-11"),
            ("Bulan 5", "2025-05"),
            ("Bulan ke-5", "2025-05"),
            ("Bulanan V", "2025-05"),
            ("Tahunan", "2025"),
            ("Periode Tahunan", "2025"),
            ("01/2025", "2025-01"),
            ("12-2024", "2024-12"),
            ("TW2/2024", "2024-TW2"),
            ("1 Januari s.d. 31 Maret", "2025-TW1"),
            ("1 Januari - 31 Desember 2024", "2024"),
            ("Januari s.d. Juni", "2025-S1"),
            ("Jan-Mar", "2025-TW1"),
            ("s.d. Juni", "2025-S1"),
            ("s/d TW IV", "2025"),
            ("Final", "2025"),
            ("Akhir Tahun", "2025"),
            ("1 tahun", "2025"),
            ("Tri Wulan II", "2025-TW2"),
            ("2025-07", "2025-07"),
        ] {
            assert_eq!(
                read_in(Value::Text(text), 2025),
                PeriodeRead::Given(expected.parse().unwrap()),
                "{text}"
            );
        }
        for text in [
            "25",
            "5",
            "TW 5",
            "TW9",
            "Bulan 13",
            "Januari s.d. April",
            "Tahunan TW I",
            "s.d. September",
            "sd",
            "s.d.",
        ] {
            assert_eq!(read_in(Value::Text(text), 2025), PeriodeRead::NotPeriode, "{text}");
        }
    }

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
    }

    proptest::proptest! {
        #[test]
        fn no_text_panics(text in "\\PC{0,40}") {
            let _ = (read(Value::Text(&text)), read_in(Value::Text(&text), 2025), in_line(&text));
        }
    }
}
