//! One value into one cell of a sheet.

use std::borrow::Cow;

use rust_xlsxwriter::{Format, Formula, Worksheet};

use super::SheetResult;
use crate::base::figure::Fraction;
use crate::report::mask::Mask;
use crate::report::tables::Cell;
use crate::report::workbook::{cell_text, number};

/// Decimals up to which a fraction is tried as a decimal.
const SHOWN: u32 = 10;

/// Writes a formula with what the engine found as its cached value, which it gives back as text.
pub fn write_formula(
    ws: &mut Worksheet,
    (row, col): (u32, u16),
    formula: &str,
    found: &Cell<'_>,
    format: Option<&Format>,
) -> SheetResult<String> {
    let result = match found {
        Cell::Figure(d) => d.normalize().to_string(),
        Cell::Fraction(r) => fraction(*r).to_string(),
        Cell::Count(n) => n.to_string(),
        Cell::Share(part, all) => part_of(*part, *all).to_string(),
        Cell::Word(t) | Cell::Prose(t) | Cell::Term { words: t, .. } => t.to_string(),
        _ => String::new(),
    };
    let formula = Formula::new(formula).set_result(&*result);
    match format {
        Some(format) => ws.write_formula_with_format(row, col, formula, format)?,
        None => ws.write_formula(row, col, formula)?,
    };
    Ok(result)
}

/// Writes a value that leads nowhere; gives back its text, as it stands there, where it is one.
pub fn put<'t>(
    mask: &Mask,
    ws: &mut Worksheet,
    (row, col): (u32, u16),
    value: Cell<'t>,
    format: Option<&Format>,
) -> SheetResult<Option<Cow<'t, str>>> {
    let figure = match value {
        Cell::Figure(d) => number(d),
        Cell::Fraction(r) => fraction(r),
        Cell::Count(n) => whole(n),
        Cell::Share(part, all) => part_of(part, all),
        Cell::Empty => {
            if let Some(format) = format {
                ws.write_blank(row, col, format)?;
            }
            return Ok(None);
        }
        Cell::Word(text) | Cell::Term { words: text, .. } | Cell::Link { text, .. } => {
            return write_text(ws, (row, col), text, format).map(Some);
        }
        Cell::Prose(text) => return write_text(ws, (row, col), masked(mask, text, Mask::text), format).map(Some),
        Cell::Name(text) => return write_text(ws, (row, col), masked(mask, text, Mask::name), format).map(Some),
        Cell::Nip(text) => return write_text(ws, (row, col), masked(mask, text, Mask::nip), format).map(Some),
    };
    match format {
        Some(format) => ws.write_number_with_format(row, col, figure, format)?,
        None => ws.write_number(row, col, figure)?,
    };
    Ok(None)
}

fn write_text<'t>(
    ws: &mut Worksheet,
    (row, col): (u32, u16),
    text: Cow<'t, str>,
    format: Option<&Format>,
) -> SheetResult<Cow<'t, str>> {
    match format {
        Some(format) => ws.write_string_with_format(row, col, cell_text(&text), format)?,
        None => ws.write_string(row, col, cell_text(&text))?,
    };
    Ok(text)
}

/// A fraction for a number cell: the nearest there is.
fn fraction(r: Fraction) -> f64 {
    match r.round(SHOWN) {
        Ok(d) if Fraction::from(d) == r => number(d),
        #[expect(
            clippy::as_conversions,
            clippy::cast_precision_loss,
            reason = "a cell holds 53 bits, whatever the fraction"
        )]
        _ => {
            let (numer, denom) = r.parts();
            numer as f64 / denom as f64
        }
    }
}

/// A share; 0 of nothing.
fn part_of(part: u64, all: u64) -> f64 {
    if all == 0 { 0.0 } else { whole(part) / whole(all) }
}

/// A text through one of the mask's ways, kept as it is where nothing is masked.
fn masked<'t>(mask: &Mask, text: Cow<'t, str>, how: for<'x> fn(&Mask, &'x str) -> Cow<'x, str>) -> Cow<'t, str> {
    if mask.is_on() {
        Cow::Owned(how(mask, &text).into_owned())
    } else {
        text
    }
}

/// A count for a number cell: exact up to 2^53.
fn whole(n: u64) -> f64 {
    f64::from(u32::try_from(n).unwrap_or(u32::MAX))
}
