//! Periods: `2025`, `2025-S1`, `2025-TW3`, `2025-07`. A period is part of every key.

use std::fmt;
use std::str::FromStr;

use jiff::civil::{Date, date};

use crate::base::calendar::month_name;

/// A period of assessment or of a realisasi.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Periode {
    /// A whole year.
    Tahun(i16),
    /// Semester 1 or 2.
    Semester(i16, u8),
    /// Triwulan 1–4.
    Triwulan(i16, u8),
    /// Month 1–12.
    Bulan(i16, u8),
}

impl Periode {
    /// The year it lies in.
    pub const fn tahun(self) -> i16 {
        match self {
            Self::Tahun(y) | Self::Semester(y, _) | Self::Triwulan(y, _) | Self::Bulan(y, _) => y,
        }
    }

    /// First month, 1–12.
    pub const fn first_bulan(self) -> u8 {
        match self {
            Self::Tahun(_) => 1,
            Self::Semester(_, n) => (n - 1) * 6 + 1,
            Self::Triwulan(_, n) => (n - 1) * 3 + 1,
            Self::Bulan(_, n) => n,
        }
    }

    /// Last month, 1–12.
    pub const fn last_bulan(self) -> u8 {
        match self {
            Self::Tahun(_) => 12,
            Self::Semester(_, n) => n * 6,
            Self::Triwulan(_, n) => n * 3,
            Self::Bulan(_, n) => n,
        }
    }

    /// Whether it is another period or lies within it.
    #[must_use]
    pub fn within(self, other: Self) -> bool {
        self.tahun() == other.tahun() && self.first_bulan() >= other.first_bulan() && self.last_bulan() <= other.last_bulan()
    }

    /// As people say it: `November 2025`, `triwulan 2 2025`, `2025`.
    #[must_use]
    pub fn in_words(self) -> String {
        match self {
            Self::Tahun(y) => y.to_string(),
            Self::Semester(y, n) => format!("semester {n} {y}"),
            Self::Triwulan(y, n) => format!("triwulan {n} {y}"),
            Self::Bulan(y, n) => format!("{} {y}", month_name(i8::try_from(n).unwrap_or(1))),
        }
    }

    /// The option of the command line that asks for it.
    #[must_use]
    pub fn option(self) -> String {
        match self {
            Self::Tahun(y) => format!("--tahun {y}"),
            other => format!("--periode {other}"),
        }
    }

    /// How many months it has.
    pub const fn bulan_count(self) -> u8 {
        self.last_bulan() - self.first_bulan() + 1
    }

    /// First day.
    pub fn start(self) -> Date {
        date(self.tahun(), i8::try_from(self.first_bulan()).unwrap_or(1), 1)
    }

    /// Last day.
    pub fn end(self) -> Date {
        date(self.tahun(), i8::try_from(self.last_bulan()).unwrap_or(12), 1).last_of_month()
    }
}

impl fmt::Display for Periode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Tahun(y) => write!(f, "{y:04}"),
            Self::Semester(y, n) => write!(f, "{y:04}-S{n}"),
            Self::Triwulan(y, n) => write!(f, "{y:04}-TW{n}"),
            Self::Bulan(y, n) => write!(f, "{y:04}-{n:02}"),
        }
    }
}

/// The text is no period.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("\"{0}\" bukan periode; tulis misalnya 2025, 2025-S1, 2025-TW3 atau 2025-07")]
pub struct PeriodeError(pub String);

impl FromStr for Periode {
    type Err = PeriodeError;

    fn from_str(text: &str) -> Result<Self, PeriodeError> {
        let error = || PeriodeError(text.to_owned());
        let clean = text.trim().to_uppercase();
        let (year, rest) = clean.split_at_checked(4).ok_or_else(error)?;
        let year: i16 = year.parse().map_err(|_| error())?;
        if !(1900..=2999).contains(&year) {
            return Err(error());
        }
        let rest = rest.trim_start_matches([' ', '-', '/']);
        let number = |digits: &str, max: u8| {
            digits
                .trim()
                .parse::<u8>()
                .ok()
                .filter(|n| (1..=max).contains(n))
                .ok_or_else(error)
        };
        if rest.is_empty() {
            Ok(Self::Tahun(year))
        } else if let Some(n) = rest.strip_prefix("TW") {
            Ok(Self::Triwulan(year, number(n, 4)?))
        } else if let Some(n) = rest.strip_prefix('S') {
            Ok(Self::Semester(year, number(n, 2)?))
        } else {
            Ok(Self::Bulan(year, number(rest, 12)?))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_and_prints_the_contract_forms() {
        for text in ["2025", "2025-S1", "2025-TW3", "2025-07"] {
            assert_eq!(text.parse::<Periode>().unwrap().to_string(), text);
        }
        for text in ["25", "2025-S3", "2025-TW0", "2025-13", "abcd", "2025-S1x"] {
            assert!(text.parse::<Periode>().is_err(), "{text}");
        }
        let s2: Periode = "2025-S2".parse().unwrap();
        assert_eq!((s2.start(), s2.end()), (date(2025, 7, 1), date(2025, 12, 31)));
    }
}
