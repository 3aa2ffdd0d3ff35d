//! Cells of figures, dates and periods.

use std::borrow::Cow;

use jiff::civil::Date;

use super::Ctx;
use crate::base::figure::Decimal;
use crate::base::text::{clean, is_dash};
use crate::input::Value;
use crate::model::assemble::rows::InputCell;
use crate::model::findings::{ClockCell, DateUnreadable, NumberAmbiguous, NumberUnreadable, PercentAmbiguous};
use crate::model::read::date::DateRead;
use crate::model::read::number::{self, DecimalMark, FigureShape, NumberFault};
use crate::model::read::{self, measure};
use crate::model::{Field, Periode, Text};

impl<'a> Ctx<'a> {
    /// A date.
    pub fn date(&mut self, cell: InputCell<'a>) -> Field<Date> {
        match read::date::read(cell.value) {
            DateRead::Blank => Field::empty(cell.at),
            DateRead::Given(d) => Field::given(d, cell.at),
            DateRead::NotDate => {
                if !self.broken(cell) {
                    let expected = "tanggal, misalnya 01/03/2025 atau 1 Maret 2025";
                    self.note_expecting(cell, DateUnreadable { why: None }, expected);
                }
                Field::faulty(cell.at)
            }
        }
    }

    /// A period.
    pub fn period(&mut self, cell: InputCell<'a>) -> Field<Periode> {
        self.period_in(cell, self.periode.tahun())
    }

    /// A period, where one without a year is of this year.
    pub fn period_in(&mut self, cell: InputCell<'a>, year: i16) -> Field<Periode> {
        use read::periode::PeriodeRead;
        match read::periode::read_in(cell.value, year) {
            PeriodeRead::Blank => Field::empty(cell.at),
            PeriodeRead::Given(p) => Field::given(p, cell.at),
            PeriodeRead::NotPeriode => {
                if !self.broken(cell) {
                    self.unknown_word(cell, "periode: 2025, 2025-S1, 2025-TW3, atau 2025-07", None);
                }
                Field::faulty(cell.at)
            }
        }
    }

    /// A figure with shape and unit. `None` in the field is a text that is no figure: the caller
    /// knows whether that is allowed.
    pub fn figure(&mut self, cell: InputCell<'a>, mark: Option<DecimalMark>) -> Field<Option<(FigureShape, Option<Text>)>> {
        self.figure_of(cell, mark, None)
    }

    /// A figure of a row that matches nobody. Words are kept for a rule set that wants figures: nobody's
    /// indicator tells them.
    pub fn loose_figure(&mut self, cell: InputCell<'a>, mark: Option<DecimalMark>) {
        if matches!(self.figure(cell, mark).get(), Some(None)) {
            self.loose_words.push(cell.at);
        }
    }

    /// Like [`Self::figure`], of a column or an indicator with this unit: `unit` says what a bare
    /// figure counts, so one that may be a fraction of 100 % is asked about, and a time of day or a
    /// date is none.
    pub fn figure_of(
        &mut self,
        cell: InputCell<'a>,
        mark: Option<DecimalMark>,
        unit: Option<&str>,
    ) -> Field<Option<(FigureShape, Option<Text>)>> {
        if self.is_disputed(cell) {
            return Field::faulty(cell.at);
        }
        let read = match cell.value {
            Value::Empty => return Field::empty(cell.at),
            Value::Number { value, percent } => number::from_number(value).map(|d| {
                if percent {
                    (
                        FigureShape::Single((d * Decimal::ONE_HUNDRED).normalize()),
                        Some(Cow::Borrowed("%")),
                    )
                } else {
                    (FigureShape::Single(d), None)
                }
            }),
            Value::Text(text) => {
                if cell.value.is_blank() || is_dash(&clean(text)) {
                    return Field::empty(cell.at);
                }
                number::read(text, mark)
                    .and_then(|f| f.in_unit(unit.unwrap_or("")))
                    .map(|f| (f.shape, f.unit.map(Cow::Owned)))
            }
            Value::Date(_) | Value::Clock(_) => Err(NumberFault::Clock),
            Value::Bool(_) => Err(NumberFault::NotFigure),
            Value::Error(_) | Value::Uncomputed => {
                self.broken(cell);
                return Field::faulty(cell.at);
            }
        };
        match read {
            Ok((shape, own)) => {
                if own.is_none() && self.percent_in_doubt(cell, shape, unit) {
                    return Field::faulty(cell.at);
                }
                let own = own.map(|u| self.share(&u));
                Field::given(Some((shape, own)), cell.at)
            }
            Err(NumberFault::Clock) if unit.is_some_and(measure::counts) => {
                let (date, unit) = (matches!(cell.value, Value::Date(_)), unit.unwrap_or("").to_owned());
                self.note(cell, ClockCell { date, unit });
                Field::faulty(cell.at)
            }
            Err(NumberFault::NotFigure | NumberFault::TwoFigures) if matches!(cell.value, Value::Text(t) if in_pieces(t)) => {
                let why = Some("angkanya terpisah oleh spasi");
                self.note(cell, NumberUnreadable { why });
                Field::faulty(cell.at)
            }
            Err(NumberFault::NotFigure | NumberFault::TwoFigures | NumberFault::Clock) => Field::given(None, cell.at),
            Err(NumberFault::Ambiguous) => {
                self.note(cell, NumberAmbiguous);
                Field::faulty(cell.at)
            }
            Err(NumberFault::TooLong) => {
                let why = Some("terlalu banyak angka untuk dihitung persis");
                let expected = "angka dengan paling banyak 15 digit di depan koma";
                self.note_expecting(cell, NumberUnreadable { why }, expected);
                Field::faulty(cell.at)
            }
        }
    }

    /// One plain figure, no unit but `%`.
    pub fn plain(&mut self, cell: InputCell<'a>, mark: Option<DecimalMark>) -> Field<Decimal> {
        let field = self.figure(cell, mark);
        match field.state {
            crate::model::State::Empty => Field::empty(cell.at),
            crate::model::State::Faulty => Field::faulty(cell.at),
            crate::model::State::Given(Some((FigureShape::Single(d), unit))) if unit.as_deref().is_none_or(|u| u == "%") => {
                Field::given(d, cell.at)
            }
            crate::model::State::Given(_) => {
                self.note_expecting(cell, NumberUnreadable { why: None }, "satu angka");
                Field::faulty(cell.at)
            }
        }
    }

    /// A whole number from 1; `None` (and recorded) when it is something else.
    pub fn ordinal(&mut self, cell: InputCell<'a>, expected: &'static str) -> Field<u32> {
        use rust_decimal::prelude::ToPrimitive;
        let field = self.figure(cell, None);
        let number = match &field.state {
            crate::model::State::Empty => return Field::empty(cell.at),
            crate::model::State::Faulty => return Field::faulty(cell.at),
            crate::model::State::Given(Some((FigureShape::Single(d), None))) if d.is_integer() => d.to_u32().filter(|&n| n > 0),
            crate::model::State::Given(_) => None,
        };
        if let Some(n) = number {
            return Field::given(n, cell.at);
        }
        self.note_expecting(cell, NumberUnreadable { why: None }, expected);
        Field::faulty(cell.at)
    }

    /// A bare figure whose unit is per cent and that may be 0.85 % or 85 % (`masukan.md` section
    /// 2b.10). 0 is 0 either way.
    fn percent_in_doubt(&mut self, cell: InputCell<'a>, shape: FigureShape, unit: Option<&str>) -> bool {
        let largest = shape.largest();
        let doubtful = largest > Decimal::ZERO
            && largest <= Decimal::new(15, 1)
            && unit.is_some_and(|u| measure::of(u).kind == measure::SatuanKind::Percent);
        if doubtful {
            self.note(cell, PercentAmbiguous);
        }
        doubtful
    }
}

/// Digits and blanks only: no words that somebody wrote, and no figure either ("1 90").
fn in_pieces(text: &str) -> bool {
    let text = text.trim();
    text.contains(char::is_whitespace) && text.chars().all(|c| c.is_ascii_digit() || c.is_whitespace())
}
