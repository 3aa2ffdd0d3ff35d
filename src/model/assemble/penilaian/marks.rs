//! Columns of marks: words, ticks, codes, and digits that are no marks.

use crate::base::origin::Origin;
use crate::base::text::fold;
use crate::finding::Noted;
use crate::input::Value;
use crate::model::Field;
use crate::model::assemble::ctx::Ctx;
use crate::model::assemble::rows::{InputCell, Line, TableRows};
use crate::model::findings::MarkOfDigits;
use crate::model::read::word::{self, RatingWord, WordRead};
use crate::model::vocab::Predikat;
use crate::table::Key;

pub(super) const MARKS: [Key; 3] = [Key::HasilKerja, Key::PerilakuKerja, Key::HasilAkhir];

/// Columns of marks that were taken for nobody's, where no other one is there.
pub(super) fn marks_withheld(table_rows: &TableRows<'_>) -> Vec<u16> {
    let columns = &table_rows.table.columns;
    let taken = |key: Key| columns.iter().any(|c| c.key == Some(key));
    let withheld = columns
        .iter()
        .filter(|c| c.surpassed.is_some_and(|key| MARKS.contains(&key) && !taken(key)));
    withheld.map(|c| c.col).collect()
}

/// Columns of marks in which digits stand.
#[derive(Debug, Default)]
pub(super) struct Digits {
    /// Their digits are codes of e-Kinerja or SIASN.
    codes: Vec<u16>,
    /// Their digits are something else: no mark is taken from them.
    others: Vec<u16>,
}

impl Digits {
    /// Judges every column of marks as a whole; one whose digits are no marks is told once.
    pub(super) fn of(ctx: &mut Ctx<'_>, table_rows: &TableRows<'_>) -> Self {
        let mut out = Self::default();
        let marks = table_rows
            .table
            .columns
            .iter()
            .filter(|c| c.key.is_some_and(|k| MARKS.contains(&k)));
        for column in marks.filter(|c| c.facet.tick.is_none()) {
            let most = if column.key == Some(Key::HasilAkhir) { 5 } else { 3 };
            let (mut first, mut within) = (None, true);
            for row in table_rows.rows() {
                let cell = row.at(column.col);
                if let Some(code) = code_of(cell.value) {
                    first.get_or_insert(cell.at);
                    within &= (1..=most).contains(&code);
                }
            }
            let Some(first) = first else { continue };
            let heading = fold(&column.written);
            let known = column.key != Some(Key::HasilAkhir)
                || matches!(
                    heading.as_str(),
                    "kuadrankinerja" | "kuadrankinerjanilai" | "kuadrannilai" | "hasilakhir"
                );
            // A kuadran is a code only in a column of nothing else (`aturan.md` 2).
            let among_words = column.key == Some(Key::HasilAkhir)
                && table_rows.rows().any(|row| {
                    let value = row.at(column.col).value;
                    code_of(value).is_none() && !matches!(word::read_rating::<Predikat>(value), WordRead::Blank)
                });
            if known && within && !among_words {
                out.codes.push(column.col);
                continue;
            }
            out.others.push(column.col);
            ctx.problems.push(
                Noted::new(MarkOfDigits {
                    heading: column.written.to_string(),
                    predikat: column.key == Some(Key::HasilAkhir),
                    among_words,
                })
                .at(if among_words {
                    first
                } else {
                    Origin::new(table_rows.table.sheet, table_rows.table.header.1, column.col)
                }),
            );
        }
        out
    }

    /// Whether a mark of the row is a number that is not taken.
    pub(super) fn not_taken(&self, line: &Line<'_, '_>) -> bool {
        let cells = || MARKS.into_iter().map(|key| line.cell(key));
        !self.others.is_empty() && cells().any(|c| self.others.contains(&c.at.col()) && code_of(c.value).is_some())
    }
}

/// `Baik (2024)`: the cell itself says that its mark is of another year.
pub(super) fn says_another_year(value: Value<'_>, year: i16) -> bool {
    let Value::Text(text) = value else { return false };
    let figures = text.split(|c: char| !c.is_ascii_digit());
    let mut years = figures
        .filter(|f| f.len() == 4 && f.starts_with("20"))
        .filter_map(|f| f.parse::<i16>().ok());
    text.contains(char::is_alphabetic) && years.any(|said| said != year)
}

/// What stands for a number that can be no code.
const NO_CODE: u8 = 0;

/// The code that the digits of a cell are, [`NO_CODE`] for any other number; `None` where it shows no number.
fn code_of(value: Value<'_>) -> Option<u8> {
    let number = match value {
        Value::Number { value, .. } => value,
        Value::Text(t) => {
            let t = t.trim();
            if !t.starts_with(|c: char| c.is_ascii_digit()) || t.len() > 8 {
                return None;
            }
            t.replace(',', ".").parse().ok()?
        }
        _ => return None,
    };
    Some(
        (1..=9_u8)
            .find(|&n| f64::from(n).to_bits() == number.to_bits())
            .unwrap_or(NO_CODE),
    )
}

/// A mark of a row: a word, a tick, or a code where its column holds codes.
pub(super) fn rating<'a, T: RatingWord>(ctx: &mut Ctx<'a>, line: &Line<'a, '_>, key: Key, digits: &Digits) -> Field<T> {
    if let Some(at) = ctx.tick_unclear(line, key) {
        return Field::faulty(at);
    }
    let cell = line.cell(key);
    let number = code_of(cell.value);
    if number.is_some() && digits.others.contains(&cell.at.col()) {
        return Field::empty(cell.at);
    }
    if let Some(n) = number
        && digits.codes.contains(&cell.at.col())
    {
        const CODES: [&str; 5] = ["1", "2", "3", "4", "5"];
        let code = usize::from(n)
            .checked_sub(1)
            .and_then(|i| CODES.get(i))
            .copied()
            .unwrap_or_default();
        return ctx.rating(InputCell {
            value: Value::Text(code),
            text_no: None,
            ..cell
        });
    }
    ctx.rating(cell)
}
