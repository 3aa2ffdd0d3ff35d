//! What a cell holds.

use jiff::civil::Date;

use crate::base::figure::{Decimal, from_f64, with_comma};
use crate::base::ids::whole;
use crate::base::text::is_blank;
use crate::base::visible::visible;

/// An error value in a cell (`#N/A` …), as the spreadsheet spells it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CellError {
    /// `#N/A`
    NA,
    /// `#REF!`
    Ref,
    /// `#DIV/0!`
    Div0,
    /// `#VALUE!`
    Value,
    /// `#NAME?`
    Name,
    /// `#NUM!`
    Num,
    /// `#NULL!`
    Null,
    /// `#GETTING_DATA` and later inventions.
    Other,
}

impl CellError {
    /// The spelling in the sheet.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::NA => "#N/A",
            Self::Ref => "#REF!",
            Self::Div0 => "#DIV/0!",
            Self::Value => "#VALUE!",
            Self::Name => "#NAME?",
            Self::Num => "#NUM!",
            Self::Null => "#NULL!",
            Self::Other => "#ERROR!",
        }
    }

    /// The error value a text spells exactly, but for blanks around it.
    #[must_use]
    pub fn from_text(text: &str) -> Option<Self> {
        let text = text.trim();
        if !text.starts_with('#') {
            return None;
        }
        [
            Self::NA,
            Self::Ref,
            Self::Div0,
            Self::Value,
            Self::Name,
            Self::Num,
            Self::Null,
        ]
        .into_iter()
        .find(|e| text == e.as_str())
    }
}

/// What a cell holds. Text is as written, untrimmed.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Value<'a> {
    /// Nothing.
    Empty,
    /// Text.
    Text(&'a str),
    /// A number; `percent` when its number format shows it as per cent (0.85 shown as 85 %).
    Number {
        /// As stored.
        value: f64,
        /// Shown as per cent.
        percent: bool,
    },
    /// A date (the time of day, if any, is dropped).
    Date(Date),
    /// A time of day or a duration, in days: no figure, whatever its number is.
    Clock(f64),
    /// TRUE / FALSE.
    Bool(bool),
    /// An error value.
    Error(CellError),
    /// A formula whose result was never stored: not blank, and not known.
    Uncomputed,
}

impl Value<'_> {
    /// True for nothing, or text in which nothing can be seen.
    #[must_use]
    pub fn is_blank(&self) -> bool {
        match self {
            Value::Empty => true,
            Value::Text(t) => is_blank(t),
            _ => false,
        }
    }

    /// The value as a user would read it in the cell, for findings and copies.
    #[must_use]
    pub fn written(&self) -> String {
        match self {
            Value::Empty => String::new(),
            Value::Text(t) => visible(t).into_owned(),
            Value::Number { value, percent: true } => from_f64(*value).map_or_else(
                || format!("{value}"),
                |d| format!("{}%", with_comma(d * Decimal::ONE_HUNDRED)),
            ),
            Value::Number { value, percent: false } if value.abs() >= 1e15 => format!("{value:E}"),
            Value::Number { value, percent: false } => format!("{value}").replace('.', ","),
            Value::Date(d) => d.strftime("%d/%m/%Y").to_string(),
            Value::Clock(days) => clock(*days),
            Value::Bool(true) => "TRUE".into(),
            Value::Bool(false) => "FALSE".into(),
            Value::Error(e) => e.as_str().into(),
            Value::Uncomputed => "(rumus tanpa hasil)".into(),
        }
    }
}

/// `00:20`, `125:30:15`: hours and minutes, with seconds where there are any.
fn clock(days: f64) -> String {
    let seconds = whole((days.abs() * 86_400.0).round());
    let sign = if days < 0.0 { "-" } else { "" };
    let (h, m, s) = (seconds / 3600, seconds / 60 % 60, seconds % 60);
    if s == 0 {
        format!("{sign}{h:02}:{m:02}")
    } else {
        format!("{sign}{h:02}:{m:02}:{s:02}")
    }
}
