//! Dates: serials, ISO, day first, Indonesian month names (`masukan.md` section 2).

use jiff::civil::{Date, date};

pub use crate::base::calendar::month;
use crate::base::ids::whole;
use crate::base::text::{clean, is_dash};
use crate::input::Value;

/// What a date cell gave.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DateRead {
    /// Nothing, or a dash.
    Blank,
    /// A date.
    Given(Date),
    /// Something else.
    NotDate,
}

/// Reads a date cell. A whole number is taken as a serial (1955–2119) whose cell lost its format.
pub fn read(value: Value<'_>) -> DateRead {
    match value {
        Value::Empty => DateRead::Blank,
        Value::Date(d) => DateRead::Given(d),
        Value::Number { value, .. } => serial(value).map_or(DateRead::NotDate, DateRead::Given),
        Value::Text(text) => read_text(text),
        Value::Clock(_) | Value::Bool(_) | Value::Error(_) | Value::Uncomputed => DateRead::NotDate,
    }
}

fn serial(value: f64) -> Option<Date> {
    if !(20_000.0..80_500.0).contains(&value) {
        return None;
    }
    // The time of day is dropped.
    let days = whole(value);
    date(1899, 12, 30).checked_add(jiff::Span::new().days(days)).ok()
}

/// Reads a date written as text.
pub fn read_text(text: &str) -> DateRead {
    let text = clean(text);
    let text = text.trim_start_matches('\'');
    if text.is_empty() || is_dash(text) {
        return DateRead::Blank;
    }
    parse(text).map_or(DateRead::NotDate, DateRead::Given)
}

fn parse(text: &str) -> Option<Date> {
    // "Senin, 3 Maret 2025"
    let text = match text.split_once(',') {
        Some((day, rest)) if day.chars().all(char::is_alphabetic) => rest.trim_start(),
        _ => text,
    };
    let text = without_time(text);
    if let Ok(value) = text.parse::<u32>() {
        return serial(f64::from(value));
    }
    let mut parts = text.split([' ', '-', '/', '.']).filter(|p| !p.is_empty());
    let (a, b, c) = (parts.next()?, parts.next()?, parts.next()?);
    if parts.next().is_some() {
        return None;
    }
    let number = |t: &str, max: usize| -> Option<i16> {
        (t.len() <= max && t.bytes().all(|b| b.is_ascii_digit()))
            .then(|| t.parse().ok())
            .flatten()
    };
    let month_of = |t: &str| month(t).or_else(|| number(t, 2).and_then(|m| i8::try_from(m).ok()));
    // A year has four digits: 01/03/25 could be any of three dates.
    let (year, month, day) = if a.len() == 4 {
        (number(a, 4)?, month_of(b)?, number(c, 2)?)
    } else if c.len() == 4 {
        (number(c, 4)?, month_of(b)?, number(a, 2)?)
    } else {
        return None;
    };
    (1900..=2999).contains(&year).then_some(())?;
    Date::new(year, month, i8::try_from(day).ok()?).ok()
}

/// Drops a time of day: `2025-03-01 00:00:00`, `2025-03-01T07:30:00Z`, `01/03/2025 07.30 WIB` stays
/// unread.
fn without_time(text: &str) -> &str {
    let Some(colon) = text.find(':') else { return text };
    let head = &text[..colon];
    match head.rfind(['T', ' ']) {
        Some(cut) if head[cut + 1..].bytes().all(|b| b.is_ascii_digit()) => head[..cut].trim_end(),
        _ => text,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn forms_of_the_contract() {
        let first = date(2025, 3, 1);
        for text in [
            "2025-03-01",
            "01/03/2025",
            "1/3/2025",
            "1-3-2025",
            "1 Maret 2025",
            "1 mar 2025",
            "Sabtu, 1 Maret 2025",
            "2025-03-01 00:00:00",
            "2025-03-01T07:30:00",
            "45717",
        ] {
            assert_eq!(read_text(text), DateRead::Given(first), "{text}");
        }
        assert_eq!(read_text("16 JUNI 2017"), DateRead::Given(date(2017, 6, 16)));
        let n = |value| read(Value::Number { value, percent: false });
        assert_eq!(n(45717.0), DateRead::Given(first));
        assert_eq!(n(2025.0), DateRead::NotDate);
    }

    #[test]
    fn no_date_is_guessed() {
        for text in [
            "13/13/2025",
            "31/02/2025",
            "01/03/25",
            "Maret 2025",
            "2025",
            "segera",
            "03/25/2025",
        ] {
            assert_eq!(read_text(text), DateRead::NotDate, "{text}");
        }
        assert_eq!(read_text(" - "), DateRead::Blank);
    }

    proptest::proptest! {
        #[test]
        fn no_text_panics(text in "\\PC{0,30}") {
            let _ = read_text(&text);
        }

        #[test]
        fn day_first_round_trips(days in 0_i32..60_000) {
            let d = date(1950, 1, 1).checked_add(jiff::Span::new().days(days)).unwrap();
            proptest::prop_assert_eq!(read_text(&d.strftime("%d/%m/%Y").to_string()), DateRead::Given(d));
            proptest::prop_assert_eq!(read_text(&d.to_string()), DateRead::Given(d));
        }
    }
}
