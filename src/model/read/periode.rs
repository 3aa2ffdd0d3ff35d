//! Periods in cells and in the lines above a table.

use jiff::civil::Date;

use super::date::{self, DateRead, month};
use super::several_parts::{self, Joint};
use super::title::range_end;
use crate::base::text::{clean, is_dash};
use crate::contract::facet;
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
pub(super) fn spelled(words: &[String], default_year: Option<i16>) -> Option<Periode> {
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
            let more = range_end(&words[i..=i + used], &words[i + used + 1..]);
            match p {
                _ if let Some((names, behind)) = more => {
                    months.extend(
                        names
                            .iter()
                            .filter_map(|name| month(name))
                            .filter_map(|m| u8::try_from(m).ok()),
                    );
                    i += behind;
                }
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
                "s" | "d" | "sd" | "sampai" | "dengan" | "hingga" if !months.is_empty() || until(words).is_some() => {}
                // "Jul-25" is how Excel shows 2025-07; only a month may have a short year.
                short if short.len() == 2 && !months.is_empty() && year.is_none() => {
                    year = Some(2000 + short.parse::<i16>().ok()?);
                }
                // "2025.12"
                number if i == 1 && words.len() == 2 && year.is_some() => {
                    months.push(number.parse().ok().filter(|m| number.len() == 2 && (1..=12).contains(m))?);
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
    if until(words).is_some() {
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

/// How many words at the front say `s.d.`.
pub(super) fn until(words: &[String]) -> Option<usize> {
    match words {
        [s, d, ..] if (s == "s" && d == "d") || (s == "sampai" && d == "dengan") => Some(2),
        [sd, ..] if matches!(sd.as_str(), "sd" | "sampai" | "hingga") => Some(1),
        _ => None,
    }
}

#[derive(Debug, Clone, Copy)]
pub(super) enum PeriodePart {
    Semester(u8),
    Quarter(u8),
    Month(u8),
}

pub(super) fn words(text: &str) -> Vec<String> {
    let mut words: Vec<String> = Vec::new();
    let mut signs: Vec<Joint> = Vec::new();
    let mut behind = text;
    while let Some(start) = behind.find(char::is_alphanumeric) {
        let (between, rest) = behind.split_at(start);
        let end = rest.find(|c: char| !c.is_alphanumeric()).unwrap_or(rest.len());
        let word = rest[..end].to_lowercase();
        behind = &rest[end..];
        // "T.W. IV", "Tri Wulan"
        match words.last_mut() {
            Some(last) if let Some(one) = facet::in_one(last, &word) => one.clone_into(last),
            _ => {
                words.push(word);
                signs.push(Joint::of(between));
            }
        }
    }
    if several_parts::may_be_several(&words, &signs) {
        return several_parts::as_spans(&words, &signs);
    }
    words
}

pub(super) fn full_year(word: &str) -> Option<i16> {
    (word.len() == 4)
        .then(|| word.parse::<i16>().ok())
        .flatten()
        .filter(|y| (1900..=2999).contains(y))
}

pub(super) fn part_of(word: &str, next: Option<&str>) -> Option<(PeriodePart, usize)> {
    if let Some(m) = month(word) {
        return Some((PeriodePart::Month(u8::try_from(m).ok()?), 0));
    }
    if matches!(word, "bulan" | "bulanan" | "bln")
        && let Some(m) = next.and_then(nth_month)
    {
        return Some((PeriodePart::Month(m), 1));
    }
    let nth = |text: &str, max: u8| facet::nth(text.trim_start_matches('0')).filter(|n| *n <= max);
    for (prefix, max) in facet::PARTS {
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

/// First and last day told by a text such as "1 Januari s.d. 31 Desember 2025"; without a year of its
/// own, of the one given.
pub fn days_in(text: &str, year: Option<i16>) -> Option<(Date, Date)> {
    days_with(&words(text), year).filter(|(first, last)| first <= last)
}

/// First and last day of the months that a text names as a span: `Januari s.d. September 2025`; without a year of its own, of
/// the one given.
pub fn months_in(text: &str, year: Option<i16>) -> Option<(Date, Date)> {
    let words = words(text);
    let at: Vec<usize> = (0..words.len()).filter(|&i| month(&words[i]).is_some()).collect();
    let [first, last] = at[..] else { return None };
    let between = &words[first + 1..last];
    let spans = until(between).is_some() || text.contains(['-', '–', '—']);
    let fits = |w: &String| {
        full_year(w).is_some()
            || matches!(
                w.as_str(),
                "s" | "d" | "sd" | "sampai" | "dengan" | "hingga" | "bulan" | "tahun"
            )
    };
    let mut years = words.iter().filter_map(|w| full_year(w));
    let year = years.next().or(year).filter(|_| years.next().is_none())?;
    let day = |i: usize| Date::new(year, month(&words[i])?, 1).ok();
    let (from, to) = (day(first)?, day(last)?.last_of_month());
    (spans && between.iter().all(fits) && from <= to).then_some((from, to))
}

pub(super) fn days(words: &[String]) -> Option<(Date, Date)> {
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
        // "2025-01-31"
        if let (Some(y), Some(m), Some(d)) = (full_year(words[i]), day(words[i + 1]), words.get(i + 2).and_then(|w| day(w))) {
            dates.push((d, m, Some(y)));
            i += 3;
        } else if let (Some(d), Some(m)) = (day(words[i]), month_at(words[i + 1])) {
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
    // "Tahun 2025 (1 Januari - 31 Desember)"
    let apart = || {
        let mut years = words.iter().filter_map(|w| full_year(w));
        years.next().filter(|_| y1.is_none() && years.next().is_none())
    };
    let y2 = y2.or_else(apart).or(year)?;
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
            ("Tahun 2024 (1 Januari - 31 Desember)", "2024"),
            ("Tahun 2024 (Januari - Desember)", "2024"),
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

    proptest::proptest! {
        #[test]
        fn no_text_panics(text in "\\PC{0,40}") {
            let _ = (read(Value::Text(&text)), read_in(Value::Text(&text), 2025));
        }
    }
}
