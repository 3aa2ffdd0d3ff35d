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

/// Reads a period cell: the forms of the contract, the ways people write them out, and the date
/// that Excel makes of `2025-07` (the first of that month).
pub fn read(value: Value<'_>) -> PeriodeRead {
    let found = match value {
        Value::Empty => return PeriodeRead::Blank,
        Value::Text(text) => {
            let text = clean(text);
            if text.is_empty() || is_dash(&text) {
                return PeriodeRead::Blank;
            }
            text.parse()
                .ok()
                .or_else(|| month_of(date::read_text(&text)))
                .or_else(|| spelled(&text))
        }
        Value::Date(d) => month_of(DateRead::Given(d)),
        Value::Number { value, percent: false } => crate::base::figure::from_f64(value).and_then(|d| d.to_string().parse().ok()),
        Value::Number { .. } | Value::Bool(_) | Value::Error(_) | Value::Uncomputed => None,
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
        .find(|p| p.awal() == first && p.akhir() == last)
}

/// `Semester II 2025`, `Triwulan 3 Tahun 2025`, `TW III 2025`, `Juli 2025`, `Jul-25`, `Tahun 2025`.
fn spelled(text: &str) -> Option<Periode> {
    let words = words(text);
    let mut year = None;
    let mut part = None;
    let mut i = 0;
    while let Some(word) = words.get(i) {
        let next = words.get(i + 1).map(String::as_str);
        if let Some(y) = full_year(word) {
            if year.replace(y).is_some_and(|before| before != y) {
                return None;
            }
        } else if let Some((p, used)) = part_of(word, next) {
            if part.replace(p).is_some() {
                return None;
            }
            i += used;
        } else if !matches!(
            word.as_str(),
            "tahun" | "thn" | "periode" | "bulan" | "bulanan" | "triwulanan" | "semesteran" | "tahunan"
        ) {
            // "Jul-25" is how Excel shows 2025-07; only a month may have a short year.
            let short = word.parse::<i16>().ok().filter(|_| word.len() == 2);
            match (short, part) {
                (Some(y), Some(Part::Month(_))) if year.is_none() => year = Some(2000 + y),
                _ => return None,
            }
        }
        i += 1;
    }
    let year = year?;
    Some(match part {
        None => Periode::Tahun(year),
        Some(Part::Semester(n)) => Periode::Semester(year, n),
        Some(Part::Quarter(n)) => Periode::Triwulan(year, n),
        Some(Part::Month(n)) => Periode::Bulan(year, n),
    })
}

#[derive(Debug, Clone, Copy)]
enum Part {
    Semester(u8),
    Quarter(u8),
    Month(u8),
}

fn words(text: &str) -> Vec<String> {
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

fn part_of(word: &str, next: Option<&str>) -> Option<(Part, usize)> {
    if let Some(m) = month(word) {
        return Some((Part::Month(u8::try_from(m).ok()?), 0));
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
        ("tw", 4),
        ("kuartal", 4),
        ("q", 4),
    ] {
        let make = |n| if max == 2 { Part::Semester(n) } else { Part::Quarter(n) };
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

/// The period a line above a table tells: `Laporan Penilaian SKP Periode Bulanan Desember Tahun
/// 2025`, `Periode : 1 Januari 2025 s.d. 31 Desember 2025`. Lines about regulations, and about the
/// day the data were drawn, tell none.
pub fn in_line(line: &str) -> Option<Periode> {
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
    let starts = |w: &str| all.iter().any(|x| x.starts_with(w));
    if !["periode", "tahun", "bulan", "triwulan", "semester"]
        .iter()
        .any(|w| starts(w))
    {
        return None;
    }
    if let Some(p) = days(&all).and_then(|(first, last)| spanning(first, last)) {
        return Some(p);
    }
    // The part that names the period: the words about it, wherever the title puts them.
    let mut told: Vec<&str> = Vec::new();
    let mut i = 0;
    while let Some(word) = all.get(i) {
        let next = all.get(i + 1).map(String::as_str);
        if full_year(word).is_some() {
            told.push(word);
        } else if word.len() > 1
            && let Some((_, used)) = part_of(word, next)
        {
            told.extend(all[i..=i + used].iter().map(String::as_str));
            i += used;
        }
        i += 1;
    }
    spelled(&told.join(" "))
}

/// First and last day told by a text such as "1 Januari s.d. 31 Desember 2025".
pub fn days_in(text: &str) -> Option<(Date, Date)> {
    days(&words(text)).filter(|(first, last)| first <= last)
}

/// Two dates in a line; the first may leave its year to the second.
fn days(words: &[String]) -> Option<(Date, Date)> {
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
    let [(d1, m1, y1), (d2, m2, Some(y2))] = dates[..] else {
        return None;
    };
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
        for text in ["TW3", "25", "2025-13", "akhir tahun", "2024/2025", "Juli Agustus 2025"] {
            assert_eq!(read(Value::Text(text)), PeriodeRead::NotPeriode, "{text}");
        }
        assert_eq!(read(Value::Date(jiff::civil::date(2025, 7, 15))), PeriodeRead::NotPeriode);
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
        assert_eq!(told("Data ditarik pada : 15 Januari 2026"), None);
        assert_eq!(told("Peraturan Menteri Nomor 6 Tahun 2022"), None);
        assert_eq!(told("Unor : ALL"), None);
    }

    proptest::proptest! {
        #[test]
        fn no_text_panics(text in "\\PC{0,40}") {
            let _ = (read(Value::Text(&text)), in_line(&text));
        }
    }
}
