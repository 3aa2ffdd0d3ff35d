//! What a cell holds, of what calamine says it does.

use calamine::{CellErrorType, DataRef, ExcelDateTime};
use jiff::civil::Date;

use super::sheet::{CellError, Value};
use crate::base::ids::float;

/// The value of a cell whose format may show it as per cent.
pub(super) fn value_of<'a>(value: &'a DataRef<'_>, percent: bool) -> Value<'a> {
    match value {
        DataRef::Empty => Value::Empty,
        DataRef::String(text) => Value::Text(text),
        DataRef::DurationIso(text) => duration(text).map_or(Value::Text(text), Value::Clock),
        DataRef::SharedString(text) => Value::Text(text),
        DataRef::Float(value) => number(*value, percent),
        // calamine gives whole numbers of xlsx as floats; others fit exactly below 2^53.
        #[allow(clippy::cast_precision_loss)]
        DataRef::Int(value) => number(float(*value), percent),
        DataRef::Bool(value) => Value::Bool(*value),
        DataRef::DateTime(when) => moment(*when),
        DataRef::DateTimeIso(text) => text
            .get(..10)
            .and_then(|d| d.parse::<Date>().ok())
            .map_or(Value::Text(text), Value::Date),
        DataRef::Error(error) => Value::Error(error_of(error)),
    }
}

fn number(value: f64, percent: bool) -> Value<'static> {
    // An overflowing literal (1E999) is no number anybody wrote.
    if value.is_finite() {
        Value::Number { value, percent }
    } else {
        Value::Error(CellError::Num)
    }
}

/// A serial that its format shows as a date or a time.
pub(super) fn moment(when: ExcelDateTime) -> Value<'static> {
    let serial = when.as_f64();
    match date(when) {
        Some(day) => Value::Date(day),
        None if serial.is_finite() && (!when.is_datetime() || (0.0..1.0).contains(&serial)) => Value::Clock(serial),
        None => number(serial, false),
    }
}

/// `PT1H20M30S` as days.
pub(super) fn duration(text: &str) -> Option<f64> {
    let mut rest = text.strip_prefix("PT")?;
    let mut seconds = 0.0;
    for (unit, factor) in [('H', 3600.0), ('M', 60.0), ('S', 1.0)] {
        if let Some((figure, after)) = rest.split_once(unit) {
            seconds += figure.parse::<f64>().ok().filter(|f| f.is_finite() && *f >= 0.0)? * factor;
            rest = after;
        }
    }
    rest.is_empty().then_some(seconds / 86_400.0)
}

/// The date of a serial; `None` for times of day, durations and serials outside the calendar.
pub(super) fn date(when: ExcelDateTime) -> Option<Date> {
    let serial = when.as_f64();
    if !when.is_datetime() || !(1.0..2_958_466.0).contains(&serial) {
        return None;
    }
    let (year, month, day, ..) = when.to_ymd_hms_milli();
    Date::new(i16::try_from(year).ok()?, i8::try_from(month).ok()?, i8::try_from(day).ok()?).ok()
}

pub(super) fn error_of(error: &CellErrorType) -> CellError {
    match error {
        CellErrorType::Div0 => CellError::Div0,
        CellErrorType::NA => CellError::NA,
        CellErrorType::Name => CellError::Name,
        CellErrorType::Null => CellError::Null,
        CellErrorType::Num => CellError::Num,
        CellErrorType::Ref => CellError::Ref,
        CellErrorType::Value => CellError::Value,
        CellErrorType::GettingData => CellError::Other,
    }
}
